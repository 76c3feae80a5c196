/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"

G_BEGIN_DECLS

/**
 * bh_due_explain_stage:
 *
 * How the deadline of a stage comes about: "2026-09-30 16:10 + 4 h = 20:10".
 *
 * Returns: (transfer full) (nullable): translated; %NULL where the stage has no limit
 */
char *bh_due_explain_stage (BhTicket *ticket, BhStage *stage, BhOffice *office);

/**
 * bh_due_explain_ticket:
 * @clock: %BH_CLOCK_RESPONSE or %BH_CLOCK_COMPLETION
 *
 * How a deadline of the whole ticket comes about; pauses are told apart, and what was set from
 * outside is said to be.
 *
 * Returns: (transfer full) (nullable): translated; %NULL where it has no limit
 */
char *bh_due_explain_ticket (BhTicket *ticket, BhClockKind clock, BhOffice *office);

/** bh_due_format_duration: Returns: (transfer full): translated: "4 h", "1 h 30 min", "7 days" */
char *bh_due_format_duration (gint64 seconds);

G_END_DECLS
