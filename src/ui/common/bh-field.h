/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-control.h"

G_BEGIN_DECLS

#define BH_TYPE_FIELD (bh_field_get_type ())
G_DECLARE_FINAL_TYPE (BhField, bh_field, BH, FIELD, GtkWidget)

/**
 * bh_field_new:
 * @desk: (transfer none): lists of the office, and the store for looking things up
 * @input: what is asked for; must live as long as the field
 *
 * One line of a form, made from the description of a verb's input: its label, the control that
 * suits its type, and below it what is wrong with it.
 *
 * Signal: `changed`.
 */
GtkWidget *bh_field_new (BhDesk *desk, const BhInput *input);

/**
 * bh_field_new_with_control:
 * @label: translated; also the control's name for the screen reader
 * @required: marks it as one that must be filled in
 * @control: (transfer floating): what asks for the value
 *
 * The same line around a control of the caller's.
 */
GtkWidget *bh_field_new_with_control (const char *label, gboolean required, BhControl *control);

/** bh_field_get_input: Returns: (nullable): NULL where the control is the maker's own */
const BhInput *bh_field_get_input (BhField *self);
/** bh_field_get_control: Returns: (transfer none): the control */
BhControl *bh_field_get_control (BhField *self);
/** bh_field_dup_text: Returns: (transfer full): what the verb takes, "" for nothing */
char *bh_field_dup_text (BhField *self);
void bh_field_set_text (BhField *self, const char *text);
/** bh_field_set_error: @message: (nullable): what is wrong, NULL for nothing */
void bh_field_set_error (BhField *self, const char *message);
/** bh_field_set_note: @note: (nullable): says something of the value below it, in grey; "" keeps
 * the line free, so that nothing moves when it comes */
void bh_field_set_note (BhField *self, const char *note);
/** bh_field_set_department: for staff: offers those of one department, 0 for all */
void bh_field_set_department (BhField *self, gint64 department_id);
/** bh_field_focus: puts the cursor here */
void bh_field_focus (BhField *self);
/** bh_field_join_labels: @group: (transfer none): makes the labels of a form equally wide */
void bh_field_join_labels (BhField *self, GtkSizeGroup *group);

G_END_DECLS
