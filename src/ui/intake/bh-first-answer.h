/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/bh-clock.h"
#include "domain/bh-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_FIRST_ANSWER (bh_first_answer_get_type ())
G_DECLARE_FINAL_TYPE (BhFirstAnswer, bh_first_answer, BH, FIRST_ANSWER, GtkWidget)

/**
 * BhFirstAnswer:
 *
 * How long a caller waits for the first words: runs from the opening of the form until somebody
 * says that they were told. Empty while it does not run.
 *
 * Signal: `answered`: somebody said so.
 */
GtkWidget *bh_first_answer_new (BhClock *clock);

/** bh_first_answer_set_clock: @clock: (transfer none): what tells the time; needed before it runs
 */
void bh_first_answer_set_clock (BhFirstAnswer *self, BhClock *clock);
/** bh_first_answer_set_opened: @opened_at: when the form was opened, 0 for no form */
void bh_first_answer_set_opened (BhFirstAnswer *self, gint64 opened_at);
gint64 bh_first_answer_get_opened (BhFirstAnswer *self);
/** bh_first_answer_set_answered: @answered_at: when the first words were told, 0 for not yet */
void bh_first_answer_set_answered (BhFirstAnswer *self, gint64 answered_at);
gint64 bh_first_answer_get_answered (BhFirstAnswer *self);
/** bh_first_answer_set_live: @live: whether the caller waits; elsewhere nothing is shown */
void bh_first_answer_set_live (BhFirstAnswer *self, gboolean live);
/** bh_first_answer_answer: says that the first words are told now; once */
void bh_first_answer_answer (BhFirstAnswer *self);

G_END_DECLS
