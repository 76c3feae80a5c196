/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"

G_BEGIN_DECLS

/* The only place that computes a deadline. The fold stores what comes out here, and what a deadline
 * is explained with comes from the same parts. */

/**
 * BhStop:
 * @from: when the clock stopped
 * @to: when it went on, or will
 * @always: whether it moves a deadline that had passed too: so does the time between a finish and
 *   the rework that followed, a suspension does not
 */
typedef struct
{
  gint64 from;
  gint64 to;
  gboolean always;
} BhStop;

/**
 * BhDeadline:
 * @start: when the clock started
 * @limit: seconds, 0: none
 * @set_due: a deadline that was approved in place of @start and @limit, 0: none
 * @calendar: (nullable): NULL: around the clock
 * @stops: (owned) (element-type BhStop): in order of time, apart from one another, each of them
 *   after @start (after the approval, where there is @set_due)
 *
 * What the deadline of one clock is made of.
 */
typedef struct
{
  gint64 start;
  gint64 limit;
  gint64 set_due;
  BhCalendar *calendar;
  BhOfficeTime *time;
  GArray *stops;
} BhDeadline;

/**
 * BhDeadlineSum:
 * @due: the deadline, 0: none
 * @first_due: what it was before any stop
 * @paused: seconds of the stops that moved it
 * @resumed_at: end of the last stop that moved it, 0: none did
 * @left: seconds that were left of the limit then; of a deadline that had passed 0
 */
typedef struct
{
  gint64 due;
  gint64 first_due;
  gint64 paused;
  gint64 resumed_at;
  gint64 left;
} BhDeadlineSum;

/**
 * bh_deadline_init_ticket:
 * @clock: %BH_CLOCK_RESPONSE or %BH_CLOCK_COMPLETION
 *
 * The parts of a deadline of the whole ticket as it is now; of a ledger's ticket, which has no
 * policy, there is a limit only where its completion was extended.
 */
void
bh_deadline_init_ticket (BhDeadline *self, BhTicket *ticket, BhClockKind clock, BhOffice *office);
/** bh_deadline_init_stage: those of a stage's own limit */
void bh_deadline_init_stage (BhDeadline *self, BhTicket *ticket, BhStage *stage, BhOffice *office);
void bh_deadline_clear (BhDeadline *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhDeadline, bh_deadline_clear)

/**
 * bh_deadline_compute:
 * @sum: (out) (nullable): how it came about
 *
 * A stop moves a deadline that has not passed when it begins: what is left of the limit then runs
 * from its end on, by the calendar.
 *
 * Returns: the deadline, 0: none
 */
gint64 bh_deadline_compute (const BhDeadline *self, BhDeadlineSum *sum);

/** bh_deadline_move: Returns: @due after the clock stood still from @from to @to; where @due had
 * passed at @from, it stays */
gint64
bh_deadline_move (BhCalendar *calendar, BhOfficeTime *time, gint64 due, gint64 from, gint64 to);

/** bh_deadline_get_earlier: Returns: the earlier of two deadlines, of which 0 is none */
gint64 bh_deadline_get_earlier (gint64 a, gint64 b);

/**
 * bh_deadline_get_response:
 * bh_deadline_get_completion:
 * bh_deadline_get_stage:
 *
 * The deadline that the fold stores. What is due outside does not wait for us; execution must not
 * outlast the completion or what the dispatcher asked for. A ledger's ticket keeps its own.
 */
gint64 bh_deadline_get_response (BhTicket *ticket, BhOffice *office);
gint64 bh_deadline_get_completion (BhTicket *ticket, BhOffice *office);
gint64 bh_deadline_get_stage (BhTicket *ticket, BhStage *stage, BhOffice *office);

/**
 * bh_deadline_get_part:
 * @clock: of the ticket, or of the stage that runs
 * @percent: of the time between start and deadline that has run, above 0; may be more than 100
 *
 * Where the deadline is not that of a limit of its own (execution, what is due outside), the time
 * that the clock runs up to the deadline stands for the limit.
 *
 * Returns: the instant when that part has run, 0 where @clock has no deadline
 */
gint64 bh_deadline_get_part (BhTicket *ticket, BhClockKind clock, BhOffice *office, int percent);

G_END_DECLS
