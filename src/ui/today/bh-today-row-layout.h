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
 * the rows of a section stand below each other: number, grade, summary, place, status and time
 * left. What there is no room for stays away: the status first, then the number, then the place.
 */
GtkLayoutManager *bh_today_row_layout_new (void);

G_END_DECLS
