/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office.h"
#include "domain/bh-ticket.h"

G_BEGIN_DECLS

/* Escalation: at 50 and 80 percent of a clock's limit the holder is told, at 100 the supervisors,
 * at 150 the managers (product.md, warnings). */

/**
 * BhDueWarning:
 * @stage_seq: of a stage's clock, else 0
 * @threshold: percent of the limit
 * @due: deadline of the clock
 */
typedef struct
{
  BhClockKind clock;
  int stage_seq;
  int threshold;
  gint64 due;
} BhDueWarning;

/** BH_MAX_RUNNING_CLOCKS: response, completion and one stage */
#define BH_MAX_RUNNING_CLOCKS 3

/**
 * bh_ticket_list_due_warnings:
 * @now: an instant
 * @warnings: (out caller-allocates) (array fixed-size=3)
 *
 * What must be told at @now and was not: of each running clock the highest threshold that has
 * passed. The lower ones count as told with it.
 *
 * Returns: how many
 */
guint bh_ticket_list_due_warnings (BhTicket *self,
                                   BhOffice *office,
                                   gint64 now,
                                   BhDueWarning warnings[BH_MAX_RUNNING_CLOCKS]);

/** bh_ticket_get_next_warning: Returns: when something must be told next, 0 for never; what the
 * fold keeps as @next_warning */
gint64 bh_ticket_get_next_warning (BhTicket *self, BhOffice *office);

G_END_DECLS
