/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-field.h"

G_BEGIN_DECLS

#define BH_TYPE_VERB_SUGGESTION (bh_verb_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (BhVerbSuggestion, bh_verb_suggestion, BH, VERB_SUGGESTION, GObject)

/**
 * bh_verb_suggestion_new:
 * @ticket: (transfer none): that is to be dispatched; only read now
 * @department, @person: (transfer none): the fields, which hold what is known already
 *
 * Fills department and person in and says why below each, as long as nobody types into them.
 * Another department that is chosen brings the person of that one.
 */
BhVerbSuggestion *
bh_verb_suggestion_new (BhDesk *desk, BhTicket *ticket, BhField *department, BhField *person);

G_END_DECLS
