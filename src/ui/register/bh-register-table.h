/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_TABLE (bh_register_table_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterTable, bh_register_table, BH, REGISTER_TABLE, GtkWidget)

/**
 * bh_register_table_new:
 *
 * Rows of one list of the register, with a column for each field that is in the list.
 *
 * Signals: `activated (BhRegisterRow *)`: Enter or a double click; `selected (BhRegisterRow *)`:
 * another row is selected, %NULL for none.
 */
GtkWidget *bh_register_table_new (void);

/** bh_register_table_set_kind: shows the columns of @kind, without rows */
void bh_register_table_set_kind (BhRegisterTable *self, BhRegisterKind kind);
/** bh_register_table_set_rows: @rows: (transfer none) (element-type BhRegisterRow): of that kind;
 * @searched: they may stand anywhere in the tree. The selection stays with its row. */
void bh_register_table_set_rows (BhRegisterTable *self, GPtrArray *rows, gboolean searched);
guint bh_register_table_get_n_rows (BhRegisterTable *self);

/** bh_register_table_get_selected: Returns: (transfer none) (nullable): the one that is selected */
BhRegisterRow *bh_register_table_get_selected (BhRegisterTable *self);
/** bh_register_table_select: selects the row with @id and shows it; 0 selects none. Says nothing.
 * Returns: (transfer none) (nullable): the row, NULL where the list has none */
BhRegisterRow *bh_register_table_select (BhRegisterTable *self, gint64 id);
/** bh_register_table_get_position: Returns: where the selected row is, or
 * %GTK_INVALID_LIST_POSITION */
guint bh_register_table_get_position (BhRegisterTable *self);
/** bh_register_table_select_nth: the same by position, the last one where there are fewer rows */
BhRegisterRow *bh_register_table_select_nth (BhRegisterTable *self, guint position);
/** bh_register_table_move: selects the row @step below, and puts the focus there */
void bh_register_table_move (BhRegisterTable *self, int step);
/** bh_register_table_focus: puts the focus on the selected row, or on the first */
void bh_register_table_focus (BhRegisterTable *self);
/** bh_register_table_has_focus: Returns: whether the focus is in the list */
gboolean bh_register_table_has_focus (BhRegisterTable *self);
/** bh_register_table_was_clicked: Returns: whether the pointer was used last, not a key */
gboolean bh_register_table_was_clicked (BhRegisterTable *self);

G_END_DECLS
