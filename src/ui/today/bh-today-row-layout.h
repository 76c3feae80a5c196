/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TODAY_ROW_LAYOUT (bh_today_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayRowLayout, bh_today_row_layout, BH, TODAY_ROW_LAYOUT, GtkLayoutManager)

/**
 * BhTodayRowLayout:
 *
 * The children of a row as columns whose widths follow from the font and the width alone, so that
 * the rows of a card stand below each other. What there is no room for stays away.
 *
 * Property: `figures` (boolean, construct-only): whether the children are light, name, value, goal
 * and the value before (where there is no room this goes first, then the goal), and not number,
 * grade, summary, place, status and time left (the status goes first, then the number, then the
 * place); `detailed` (boolean): whether in place of the place stands what is never left out, wider.
 */

G_END_DECLS
