/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"
#include "ui/common/bh-field.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_VERB_FORM (bh_verb_form_get_type ())
G_DECLARE_FINAL_TYPE (BhVerbForm, bh_verb_form, BH, VERB_FORM, GtkWidget)

/**
 * bh_verb_form_new:
 * @desk: (transfer none)
 * @drafts: (transfer none): where what was typed is kept
 * @view: the ticket; only read while the form is made
 * @verb: a verb with inputs
 *
 * Asks for what a verb needs, as the loop describes it: a field an input, the cursor in the first,
 * Enter does it, Esc leaves. What is typed outlives the form until it is done.
 *
 * Signals: `done (BhTicket *ticket)`: the ticket after the verb; `failed (GError *error)`: it was
 * refused after the form had gone, else the form itself says so; `left`: Esc or Cancel.
 * Actions: `form.submit`, `form.leave`.
 */
GtkWidget *bh_verb_form_new (BhDesk *desk, BhDrafts *drafts, BhTicketView *view, BhVerb verb);

/** bh_verb_form_new_slip: Returns: (transfer floating) (nullable): the same for a repairman's slip,
 * see #BhSlip: one form for all steps that the ticket still needs; %NULL where there are none */
GtkWidget *bh_verb_form_new_slip (BhDesk *desk, BhDrafts *drafts, BhTicketView *view);

/**
 * bh_verb_form_new_bulk:
 *
 * The same for several tickets, with what can be the same for all of them. It does nothing itself:
 * signal `submitted (BhPayload *inputs)` says that it is filled in.
 */
GtkWidget *bh_verb_form_new_bulk (BhDesk *desk, BhDrafts *drafts, BhVerb verb);

/** bh_verb_form_forget: what was typed is done, and is no longer kept */
void bh_verb_form_forget (BhVerbForm *self);
/** bh_verb_form_count_steps: Returns: how many verbs it does to its ticket */
guint bh_verb_form_count_steps (BhVerbForm *self);
/** bh_verb_form_get_verb: Returns: the verb, of a slip the last one */
BhVerb bh_verb_form_get_verb (BhVerbForm *self);
/** bh_verb_form_focus: puts the cursor into the first field */
void bh_verb_form_focus (BhVerbForm *self);
/** bh_verb_form_preset: fills in input @key, and puts the cursor into the field after it */
void bh_verb_form_preset (BhVerbForm *self, const char *key, const char *value);
/** bh_verb_form_get_field: Returns: (transfer none) (nullable): the field of input @key */
BhField *bh_verb_form_get_field (BhVerbForm *self, const char *key);
/** bh_verb_form_dup_entered: Returns: (transfer full): what stands in the fields */
BhPayload *bh_verb_form_dup_entered (BhVerbForm *self);
/** bh_verb_form_check: marks the fields that must be filled in and are not. Returns: whether all
 * are */
gboolean bh_verb_form_check (BhVerbForm *self);

G_END_DECLS
