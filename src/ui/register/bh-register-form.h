/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk-register.h"
#include "ui/common/bh-drafts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_REGISTER_FORM (bh_register_form_get_type ())
G_DECLARE_FINAL_TYPE (BhRegisterForm, bh_register_form, BH, REGISTER_FORM, GtkWidget)

/**
 * bh_register_form_new:
 * @desk: (transfer none)
 * @drafts: (transfer none): where what was typed is kept until it is saved
 *
 * One row of the register, to be read and changed, or a new one. Enter saves, Esc leaves.
 *
 * Property: `covering` (boolean): it lies over the list, so it offers a way back.
 * Signals: `saved (gint64 id, BhRegisterUndo *undo)`: undo is NULL where nothing was changed;
 * `left`: Esc or the close button; `retire (gboolean retired)`: whether the row is to be retired.
 * Actions: `form.submit`, `form.submit-next` (saves a new one and begins the next), `form.leave`,
 * `form.discard`, `form.retire`.
 */
GtkWidget *bh_register_form_new (BhDesk *desk, BhDrafts *drafts);

/** bh_register_form_show: @row: (transfer none) (nullable): shows it, with what was typed and not
 * saved; NULL shows nothing */
void bh_register_form_show (BhRegisterForm *self, BhRegisterRow *row);
/** bh_register_form_start: begins a new row. @parent: (nullable) (transfer none): of a place, where
 * it will stand */
void bh_register_form_start (BhRegisterForm *self, BhRegisterKind kind, BhRegisterRow *parent);
/** bh_register_form_get_row: Returns: (transfer none) (nullable): what is shown, id 0 for a new one
 */
BhRegisterRow *bh_register_form_get_row (BhRegisterForm *self);
/** bh_register_form_has_changes: Returns: whether something was typed and not saved */
gboolean bh_register_form_has_changes (BhRegisterForm *self);
/** bh_register_form_begins_another: Returns: in `saved`, whether the next new row was begun */
gboolean bh_register_form_begins_another (BhRegisterForm *self);
/** bh_register_form_focus: puts the cursor into the first field that can be entered */
void bh_register_form_focus (BhRegisterForm *self);
/** bh_register_form_get_toasts: Returns: (transfer none): where it is said what was done */
AdwToastOverlay *bh_register_form_get_toasts (BhRegisterForm *self);

G_END_DECLS
