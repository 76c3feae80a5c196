/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preferences/bh-color-scheme.h"

#include <adwaita.h>

static gboolean
map_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *text = g_variant_get_string (variant, NULL);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (text, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (text, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  g_value_set_enum (value, (int) scheme);

  return TRUE;
}

void
bh_color_scheme_follow (GSettings *settings)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_bind_with_mapping (settings, BH_COLOR_SCHEME_KEY, adw_style_manager_get_default (),
                                "color-scheme", G_SETTINGS_BIND_GET, map_scheme, NULL, NULL, NULL);
}
