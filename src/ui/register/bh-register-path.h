/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-register-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_PATH (bh_register_path_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterPath, bh_register_path, BH, REGISTER_PATH, GtkWidget)

/**
 * bh_register_path_new:
 * @root: translated: what the first step is called
 *
 * Where one is in a tree: a button for every step from the root down, of which the last one is
 * where one is.
 *
 * Signal: `changed`: somebody went to another step, or another one was set.
 */
GtkWidget *bh_register_path_new (const char *root);

/** bh_register_path_clear: goes to the root */
void bh_register_path_clear (BhRegisterPath *self);
/** bh_register_path_enter: @row: (transfer none): goes one step down, into it */
void bh_register_path_enter (BhRegisterPath *self, BhRegisterRow *row);
/** bh_register_path_leave: goes one step up. Returns: FALSE at the root */
gboolean bh_register_path_leave (BhRegisterPath *self);
/** bh_register_path_get_left: Returns: after going up, the id of the step out of which one came; 0
 * after going down */
gint64 bh_register_path_get_left (BhRegisterPath *self);
/** bh_register_path_set: @rows: (transfer none) (element-type BhRegisterRow): goes to where they
 * lead, from the root down */
void bh_register_path_set (BhRegisterPath *self, GPtrArray *rows);
/** bh_register_path_get_row: Returns: (transfer none) (nullable): where one is, %NULL at the root
 */
BhRegisterRow *bh_register_path_get_row (BhRegisterPath *self);
/** bh_register_path_get_id: Returns: its id, 0 at the root */
gint64 bh_register_path_get_id (BhRegisterPath *self);

G_END_DECLS
