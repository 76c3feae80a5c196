/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk-register.h"

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_CHANGES (bh_register_changes_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterChanges, bh_register_changes, BH, REGISTER_CHANGES, GObject)

/**
 * bh_register_changes_new:
 *
 * What was changed in the register from this page and can be taken back, the last one first; and
 * the changes that ask for nothing: to retire, to use again, to take back.
 *
 * Properties: `can-undo` (boolean, read only).
 * Signals: `done (const char *message)`: a change was made that can be taken back;
 * `undone (int kind, gint64 id)`: the last change of that row was taken back;
 * `failed (const char *heading, const char *message)`.
 */
BhRegisterChanges *bh_register_changes_new (BhDesk *desk);

/** bh_register_changes_add: @undo: (nullable) (transfer none): of a change that was made; NULL
 * where nothing was changed */
void bh_register_changes_add (BhRegisterChanges *self, BhRegisterUndo *undo);
/** bh_register_changes_retire: retires @row, or brings it back */
void bh_register_changes_retire (BhRegisterChanges *self, BhRegisterRow *row, gboolean retired);
/** bh_register_changes_undo: takes the last change back */
void bh_register_changes_undo (BhRegisterChanges *self);
gboolean bh_register_changes_can_undo (BhRegisterChanges *self);

G_END_DECLS
