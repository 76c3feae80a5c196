/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TODAY_COLUMNS (bh_today_columns_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayColumns, bh_today_columns, BH, TODAY_COLUMNS, GtkLayoutManager)

/**
 * BhTodayColumns:
 *
 * Sections below each other in one column, or, where both are wide enough to read, in two by turns.
 * A section keeps its column whatever it holds, so that nothing jumps.
 */
GtkLayoutManager *bh_today_columns_new (void);

G_END_DECLS
