/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of a list of the register: one for each field that is in the list. */

/** bh_register_columns_fill: @view: gets the columns of @kind in place of those that it has */
void bh_register_columns_fill (GtkColumnView *view, BhRegisterKind kind);
/**
 * bh_register_columns_choose:
 * @rows: (element-type BhRegisterRow): what will be shown
 * @searched: they may stand anywhere in the tree
 *
 * Places are of one sort or another: leaves out the columns that say nothing of @rows.
 */
void bh_register_columns_choose (GtkColumnView *view, GPtrArray *rows, gboolean searched);
/** bh_register_columns_get_row: @cell: child of a cell. Returns: (transfer none) (nullable): the
 * row that it shows */
BhRegisterRow *bh_register_columns_get_row (GtkWidget *cell);

G_END_DECLS
