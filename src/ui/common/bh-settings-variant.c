/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-settings-variant.h"

static gboolean
get_variant_cb (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_variant (value, variant);

  return TRUE;
}

static GVariant *
set_variant_cb (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_value_dup_variant (value);
}

void
bh_settings_bind_variant (GSettings *settings, const char *key, gpointer object)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (key != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  g_settings_bind_with_mapping (settings, key, object, key, G_SETTINGS_BIND_DEFAULT, get_variant_cb,
                                set_variant_cb, NULL, NULL);
}
