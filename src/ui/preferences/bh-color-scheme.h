/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** BH_COLOR_SCHEME_KEY: of the settings: "system", "light" or "dark" */
#define BH_COLOR_SCHEME_KEY "color-scheme"

/** bh_color_scheme_follow: @settings: (transfer none): lets the program look as they say, now and
 * when they change */
void bh_color_scheme_follow (GSettings *settings);

G_END_DECLS
