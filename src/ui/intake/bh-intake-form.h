/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/intake/bh-intake-fields.h"

G_BEGIN_DECLS

#define BH_TYPE_INTAKE_FORM (bh_intake_form_get_type ())
G_DECLARE_FINAL_TYPE (BhIntakeForm, bh_intake_form, BH, INTAKE_FORM, GtkWidget)

/**
 * bh_intake_form_new:
 * @desk: (transfer none): the office and the time
 *
 * The form of a new ticket: the fields of the verb `new` in the order in which a caller tells
 * things. Enter goes to the next field that is still empty, and from the last one on submits. A
 * category brings its grade and department until somebody chooses others; words of danger suggest
 * that the matter is urgent.
 *
 * Signals: `edited (const char *key)`: somebody changed a field; `submitted`: Enter at the end;
 * `advancing (const char *key)`: Enter in a field, before the next one is chosen: a handler that
 * returns TRUE stops that and calls bh_intake_form_advance() later.
 */
GtkWidget *bh_intake_form_new (BhDesk *desk);

/** bh_intake_form_dup_inputs: Returns: (transfer full): what stands in the form, by the keys of
 * `new`, and when it was opened */
BhPayload *bh_intake_form_dup_inputs (BhIntakeForm *self);
/** bh_intake_form_set_inputs: @inputs: (transfer none): as bh_intake_form_dup_inputs() gives them
 */
void bh_intake_form_set_inputs (BhIntakeForm *self, BhPayload *inputs);
/** bh_intake_form_reset: @keep_caller: leaves who calls, from where, and by which channel */
void bh_intake_form_reset (BhIntakeForm *self, gboolean keep_caller);
/** bh_intake_form_open: says that somebody calls now: the clock of the first answer starts */
void bh_intake_form_open (BhIntakeForm *self);
/** bh_intake_form_is_empty: Returns: whether nothing but defaults stands in it */
gboolean bh_intake_form_is_empty (BhIntakeForm *self);
/** bh_intake_form_has_matter: Returns: whether anything of the matter itself was typed */
gboolean bh_intake_form_has_matter (BhIntakeForm *self);

/** bh_intake_form_get_fields: Returns: (transfer none): the fields, to fill in what is known */
BhIntakeFields *bh_intake_form_get_fields (BhIntakeForm *self);
/** bh_intake_form_set_who: @text: (nullable): what the contact is to the household */
void bh_intake_form_set_who (BhIntakeForm *self, const char *text);
/** bh_intake_form_show_errors: @errors: (element-type utf8 utf8): messages by key; the first field
 * of them gets the cursor */
void bh_intake_form_show_errors (BhIntakeForm *self, GHashTable *errors);
/** bh_intake_form_focus: puts the cursor into a field */
void bh_intake_form_focus (BhIntakeForm *self, const char *key);
/** bh_intake_form_advance: goes on from a field as Enter does */
void bh_intake_form_advance (BhIntakeForm *self, const char *key);

G_END_DECLS
