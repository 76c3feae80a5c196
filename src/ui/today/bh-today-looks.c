/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-looks.h"

#define KEY "last-looks"

gint64
bh_today_looks_get (GSettings *settings, gint64 staff_id)
{
  g_autoptr (GVariant) looks = NULL;
  GVariantIter iter;
  gint64 id, instant;

  g_return_val_if_fail (G_IS_SETTINGS (settings), 0);

  looks = g_settings_get_value (settings, KEY);
  g_variant_iter_init (&iter, looks);
  while (g_variant_iter_next (&iter, "{xx}", &id, &instant))
    if (id == staff_id)
      return instant;

  return 0;
}

void
bh_today_looks_set (GSettings *settings, gint64 staff_id, gint64 instant)
{
  g_autoptr (GVariant) looks = NULL;
  GVariantBuilder builder;
  GVariantIter iter;
  gint64 id, other;

  g_return_if_fail (G_IS_SETTINGS (settings));

  if (instant <= bh_today_looks_get (settings, staff_id))
    return;

  looks = g_settings_get_value (settings, KEY);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{xx}"));
  g_variant_iter_init (&iter, looks);
  while (g_variant_iter_next (&iter, "{xx}", &id, &other))
    if (id != staff_id)
      g_variant_builder_add (&builder, "{xx}", id, other);
  g_variant_builder_add (&builder, "{xx}", staff_id, instant);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
