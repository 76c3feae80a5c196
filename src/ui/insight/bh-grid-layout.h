/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_GRID_LAYOUT (bh_grid_layout_get_type ())
G_DECLARE_FINAL_TYPE (BhGridLayout, bh_grid_layout, BH, GRID_LAYOUT, GtkLayoutManager)

/**
 * bh_grid_layout_new:
 * @spacing: pixels between children
 * @column_em: least width of a column beside another one, in heights of the font
 * @max_columns: how many columns there are at most
 *
 * Children in rows, in as many columns as there is room for. Those of a row have the same height
 * and share its width, so that the last row is as wide as the others; what a window is higher than
 * need be is shared by the rows with a child that expands.
 */
GtkLayoutManager *bh_grid_layout_new (int spacing, double column_em, int max_columns);

/** bh_grid_layout_set_wide: whether @child, whose parent has this layout, takes a whole row */
void bh_grid_layout_set_wide (GtkWidget *child, gboolean wide);

G_END_DECLS
