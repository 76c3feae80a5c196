/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/bh-field.h"

G_BEGIN_DECLS

/** bh_verb_form_create_title: Returns: (transfer floating): what is done, and what that is */
GtkWidget *bh_verb_form_create_title (const char *title, const char *summary);
/** bh_verb_form_create_buttons: Returns: (transfer floating): Cancel, and the button @title that
 * does it: actions `form.leave` and `form.submit` */
GtkWidget *bh_verb_form_create_buttons (const char *title);
/** bh_verb_form_create_error: Returns: (transfer floating): where it is said what is wrong */
GtkWidget *bh_verb_form_create_error (void);
/** bh_verb_form_pick_bulk_inputs: Returns: (transfer full) (element-type BhInput): what @verb asks
 * for and can be the same for several tickets */
GArray *bh_verb_form_pick_bulk_inputs (BhVerb verb);
/** bh_verb_form_mark_missing: @fields: (element-type BhField): marks those that must be filled in
 * and are not. Returns: (transfer none) (nullable): the first of them */
BhField *bh_verb_form_mark_missing (GPtrArray *fields);
/** bh_verb_form_read: @fields: (element-type BhField). Returns: (transfer full): what stands in
 * those that are shown */
BhPayload *bh_verb_form_read (GPtrArray *fields);

G_END_DECLS
