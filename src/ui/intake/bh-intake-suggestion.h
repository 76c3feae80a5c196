/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/intake/bh-danger-hint.h"
#include "ui/intake/bh-intake-fields.h"
#include "ui/intake/bh-suggestion-hint.h"

G_BEGIN_DECLS

#define BH_TYPE_INTAKE_SUGGESTION (bh_intake_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (BhIntakeSuggestion, bh_intake_suggestion, BH, INTAKE_SUGGESTION, GObject)

/**
 * bh_intake_suggestion_new:
 * @fields: (transfer none): of a new ticket
 * @hint: (transfer none): where category and grade are suggested
 * @danger: (transfer none): where it is said that a matter should be urgent
 *
 * Suggests category and grade of a new ticket as its text is typed. What somebody chose is never
 * touched, and nothing is taken without a key.
 */
BhIntakeSuggestion *bh_intake_suggestion_new (BhDesk *desk,
                                              BhIntakeFields *fields,
                                              BhSuggestionHint *hint,
                                              BhDangerHint *danger);

/** bh_intake_suggestion_update: looks at the fields again */
void bh_intake_suggestion_update (BhIntakeSuggestion *self);
/** bh_intake_suggestion_clear: before the fields go */
void bh_intake_suggestion_clear (BhIntakeSuggestion *self);
/** bh_intake_suggestion_accept: puts what is suggested into the fields. Returns: FALSE where there
 * is nothing */
gboolean bh_intake_suggestion_accept (BhIntakeSuggestion *self);

G_END_DECLS
