/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"
#include "ui/tickets/bh-verb-bar.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_VERB_AREA (bh_verb_area_get_type ())
G_DECLARE_FINAL_TYPE (BhVerbArea, bh_verb_area, BH, VERB_AREA, GtkWidget)

/**
 * BhVerbArea:
 *
 * Where verbs are done to the open ticket: the buttons of those possible now, or the form of the
 * one that was chosen. What was done is said in a toast with Undo.
 */
GtkWidget *bh_verb_area_new (void);

/** bh_verb_area_set_up: @desk, @drafts, @toasts: (transfer none): to be called once, before all
 * else. @toasts is where it is said what was done. */
void
bh_verb_area_set_up (BhVerbArea *self, BhDesk *desk, BhDrafts *drafts, AdwToastOverlay *toasts);
/** bh_verb_area_set_extras: see bh_verb_bar_set_extras() */
void bh_verb_area_set_extras (BhVerbArea *self, const BhVerbExtra *extras, guint n_extras);
/** bh_verb_area_show: offers what is possible for the ticket of @view; an open form stays open
 * while it is the same ticket. @view must live until the next call. */
void bh_verb_area_show (BhVerbArea *self, BhTicketView *view);
/** bh_verb_area_get_possible: Returns: (transfer none) (array zero-terminated): the verbs that are
 * possible for the ticket that is shown */
const BhVerb *bh_verb_area_get_possible (BhVerbArea *self);
/** bh_verb_area_start: does @verb, or opens its form in place of one that is open; @key: (nullable)
 * and @value: an input that is filled in */
void bh_verb_area_start (BhVerbArea *self, BhVerb verb, const char *key, const char *value);
/** bh_verb_area_start_slip: opens the form of a repairman's slip, where work is under way */
void bh_verb_area_start_slip (BhVerbArea *self);
/** bh_verb_area_clear: leaves the form and offers nothing */
void bh_verb_area_clear (BhVerbArea *self);
/** bh_verb_area_leave_form: Returns: whether a form was open */
gboolean bh_verb_area_leave_form (BhVerbArea *self);
/** bh_verb_area_press_key: Returns: whether letter @key stands for a verb that is offered now */
gboolean bh_verb_area_press_key (BhVerbArea *self, guint32 key);
/** bh_verb_area_focus: puts the focus on the form that is open, else on the first verb. Returns:
 * whether there is any */
gboolean bh_verb_area_focus (BhVerbArea *self);

G_END_DECLS
