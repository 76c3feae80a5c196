/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BH_TYPE_TODAY_DECISION (bh_today_decision_get_type ())
G_DECLARE_FINAL_TYPE (BhTodayDecision, bh_today_decision, BH, TODAY_DECISION, GtkWidget)

/**
 * bh_today_decision_new:
 * @desk: (transfer none)
 * @drafts: (transfer none): where what was typed is kept
 * @toasts: (transfer none): where it is said what was done
 *
 * Where a request is approved or rejected without leaving the day: who asks for what and why, and
 * the form of the verb. Not visible until a ticket is opened.
 *
 * Keys: Shift+A approves, Shift+R rejects, Esc leaves.
 *
 * Signals: `closed`: the cursor may go back; `open-ticket (gint64 id)`.
 */
GtkWidget *bh_today_decision_new (BhDesk *desk, BhDrafts *drafts, AdwToastOverlay *toasts);

/** bh_today_decision_open: @verb: %BH_VERB_APPROVE or %BH_VERB_REJECT to begin with its form, else
 * %BH_VERB_NONE */
void bh_today_decision_open (BhTodayDecision *self, gint64 id, BhVerb verb);

G_END_DECLS
