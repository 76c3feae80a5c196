/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-memory.h"

char *
bh_insight_memory_dup (GSettings *settings, const char *key, const char *id)
{
  g_autoptr (GVariant) all = NULL;
  char *value = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  all = g_settings_get_value (settings, key);
  g_variant_lookup (all, id, "s", &value);

  return value;
}

void
bh_insight_memory_set (GSettings *settings, const char *key, const char *id, const char *value)
{
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *other, *others;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (id != NULL && value != NULL);

  all = g_settings_get_value (settings, key);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &others))
    if (!g_str_equal (other, id))
      g_variant_builder_add (&builder, "{ss}", other, others);
  g_variant_builder_add (&builder, "{ss}", id, value);
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}
