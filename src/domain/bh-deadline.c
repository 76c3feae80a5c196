/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-deadline.h"

#include "base/bh-clock.h"

gint64
bh_deadline_get_earlier (gint64 a, gint64 b)
{
  if (a == 0 || b == 0)
    return MAX (a, b);

  return MIN (a, b);
}

/* When @seconds have run from @start on. */
static gint64
add_time (BhCalendar *calendar, BhOfficeTime *time, gint64 start, gint64 seconds)
{
  if (calendar != NULL)
    return bh_calendar_add (calendar, time, start, MAX (seconds, 0));

  return start + seconds * BH_USEC_PER_SEC;
}

/* How many seconds run from @from to @to. */
static gint64
count_time (BhCalendar *calendar, BhOfficeTime *time, gint64 from, gint64 to)
{
  if (to <= from)
    return 0;
  if (calendar != NULL)
    return bh_calendar_count (calendar, time, from, to);

  return (to - from) / BH_USEC_PER_SEC;
}

gint64
bh_deadline_move (BhCalendar *calendar, BhOfficeTime *time, gint64 due, gint64 from, gint64 to)
{
  if (due <= from)
    return due;
  /* Around the clock whole seconds are added, so that limit and pauses make up the deadline. */
  if (calendar == NULL)
    return due + (to - from) / BH_USEC_PER_SEC * BH_USEC_PER_SEC;

  return add_time (calendar, time, to, count_time (calendar, time, from, due));
}

static void
add_stop (BhDeadline *self, gint64 from, gint64 to, gboolean always)
{
  BhStop stop = { from, to, always };

  if (to > from)
    g_array_append_val (self->stops, stop);
}

/* When a pause ended as a clock saw it that ended at @done: what has ended does not move when the
 * pause ends otherwise than it was thought to. */
static gint64
get_pause_end (BhPause *pause, gint64 done)
{
  if (pause->to_at == 0 || (done != 0 && done < pause->to_at))
    return pause->until_at;

  return pause->to_at;
}

static void
add_pauses (BhDeadline *self, BhTicket *ticket, int round, gint64 since, gint64 done)
{
  for (guint i = 0; i < ticket->pauses->len; i++)
    {
      BhPause *pause = g_ptr_array_index (ticket->pauses, i);

      if ((round == 0 || pause->round == round) && pause->from_at >= since
          && (done == 0 || pause->from_at < done))
        add_stop (self, pause->from_at, get_pause_end (pause, done), FALSE);
    }
}

/* The completion clock stands still while the ticket is suspended, and between a finish (or the
 * end) and the rework that followed. */
static void
add_rounds (BhDeadline *self, BhTicket *ticket, gint64 since)
{
  for (guint i = 0; i < ticket->rounds->len; i++)
    {
      BhRound *round = g_ptr_array_index (ticket->rounds, i);
      gint64 stopped_at = round->finished_at != 0 ? round->finished_at : round->closed_at;

      add_pauses (self, ticket, round->round, since, stopped_at);
      if (round->ended_at != 0 && stopped_at != 0)
        add_stop (self, MAX (stopped_at, since), round->ended_at, TRUE);
    }
}

static void
init (BhDeadline *self, BhTicket *ticket, BhClockKind clock, gint64 calendar_id, BhOffice *office)
{
  BhPolicy *policy = bh_office_get_policy (office, ticket->policy_id);

  *self = (BhDeadline){
    .limit = policy != NULL ? policy->limits[clock] : 0,
    .calendar = calendar_id != 0 ? bh_office_get_calendar (office, calendar_id) : NULL,
    .time = bh_office_get_time (office),
    .stops = g_array_new (FALSE, FALSE, sizeof (BhStop)),
  };
}

void
bh_deadline_init_ticket (BhDeadline *self, BhTicket *ticket, BhClockKind clock, BhOffice *office)
{
  g_return_if_fail (self != NULL && BH_IS_TICKET (ticket) && BH_IS_OFFICE (office));
  g_return_if_fail (clock == BH_CLOCK_RESPONSE || clock == BH_CLOCK_COMPLETION);

  init (self, ticket, clock, ticket->calendar_id, office);
  self->start = ticket->received_at;
  if (clock == BH_CLOCK_RESPONSE)
    {
      add_pauses (self, ticket, 0, self->start, ticket->responded_at);
      return;
    }

  self->set_due = ticket->extended_due;
  add_rounds (self, ticket, self->set_due != 0 ? ticket->extended_at : self->start);
}

void
bh_deadline_init_stage (BhDeadline *self, BhTicket *ticket, BhStage *stage, BhOffice *office)
{
  g_return_if_fail (self != NULL && BH_IS_TICKET (ticket) && BH_IS_OFFICE (office));
  g_return_if_fail (BH_IS_STAGE (stage));

  init (self, ticket, (BhClockKind) stage->stage, stage->calendar_id, office);
  self->start = stage->started_at;
  add_pauses (self, ticket, stage->round, stage->started_at, stage->done_at);
}

void
bh_deadline_clear (BhDeadline *self)
{
  g_clear_pointer (&self->stops, g_array_unref);
}

static gboolean
has_deadline (const BhDeadline *self)
{
  return self->set_due != 0 || (self->start != 0 && self->limit != 0);
}

static gint64
get_first_due (const BhDeadline *self)
{
  if (self->set_due != 0)
    return self->set_due;

  return add_time (self->calendar, self->time, self->start, self->limit);
}

gint64
bh_deadline_compute (const BhDeadline *self, BhDeadlineSum *sum)
{
  BhDeadlineSum own;

  g_return_val_if_fail (self != NULL, 0);

  if (sum == NULL)
    sum = &own;
  *sum = (BhDeadlineSum){ 0 };
  if (!has_deadline (self))
    return 0;

  sum->due = sum->first_due = get_first_due (self);
  for (guint i = 0; i < self->stops->len; i++)
    {
      const BhStop *stop = &g_array_index (self->stops, BhStop, i);
      gboolean passed = sum->due <= stop->from;

      if (passed && !stop->always)
        continue;
      sum->left = count_time (self->calendar, self->time, stop->from, sum->due);
      sum->resumed_at = stop->to;
      sum->paused += (stop->to - stop->from) / BH_USEC_PER_SEC;
      sum->due
          = passed ? add_time (NULL, NULL, sum->due, count_time (NULL, NULL, stop->from, stop->to))
                   : bh_deadline_move (self->calendar, self->time, sum->due, stop->from, stop->to);
    }

  return sum->due;
}

gint64
bh_deadline_get_response (BhTicket *ticket, BhOffice *office)
{
  g_auto (BhDeadline) deadline = { 0 };

  if (ticket->policy_id == 0)
    return ticket->response_due;
  bh_deadline_init_ticket (&deadline, ticket, BH_CLOCK_RESPONSE, office);

  return bh_deadline_compute (&deadline, NULL);
}

gint64
bh_deadline_get_completion (BhTicket *ticket, BhOffice *office)
{
  g_auto (BhDeadline) deadline = { 0 };

  if (ticket->policy_id == 0 && ticket->extended_due == 0)
    return ticket->completion_due;
  bh_deadline_init_ticket (&deadline, ticket, BH_CLOCK_COMPLETION, office);

  return bh_deadline_get_earlier (bh_deadline_compute (&deadline, NULL), ticket->external_due);
}

gint64
bh_deadline_get_stage (BhTicket *ticket, BhStage *stage, BhOffice *office)
{
  g_auto (BhDeadline) deadline = { 0 };
  gint64 due;

  bh_deadline_init_stage (&deadline, ticket, stage, office);
  due = bh_deadline_compute (&deadline, NULL);
  if (stage->stage == BH_STAGE_EXECUTE)
    due = bh_deadline_get_earlier (
        due, bh_deadline_get_earlier (ticket->completion_due, ticket->work_due));

  return due;
}

/* How many seconds the clock runs from its start to @due. */
static gint64
count_run (const BhDeadline *self, gint64 due)
{
  gint64 from = self->start, seconds = 0;

  for (guint i = 0; i < self->stops->len; i++)
    {
      const BhStop *stop = &g_array_index (self->stops, BhStop, i);

      if (stop->from >= due)
        break;
      seconds += count_time (self->calendar, self->time, from, stop->from);
      from = stop->to;
    }

  return seconds + count_time (self->calendar, self->time, from, due);
}

gint64
bh_deadline_get_part (BhTicket *ticket, BhClockKind clock, BhOffice *office, int percent)
{
  g_auto (BhDeadline) deadline = { 0 };
  BhStage *stage;
  gint64 due;

  g_return_val_if_fail (BH_IS_TICKET (ticket) && BH_IS_OFFICE (office) && percent > 0, 0);

  stage = bh_ticket_get_open_stage (ticket);
  if (clock == BH_CLOCK_RESPONSE || clock == BH_CLOCK_COMPLETION)
    {
      due = bh_ticket_get_clock_due (ticket, clock);
      bh_deadline_init_ticket (&deadline, ticket, clock, office);
    }
  else
    {
      if (stage == NULL || stage->stage != (BhStageKind) clock)
        return 0;
      due = stage->due_at;
      bh_deadline_init_stage (&deadline, ticket, stage, office);
    }
  if (due == 0 || percent == 100)
    return due;

  if (deadline.set_due != 0 || bh_deadline_compute (&deadline, NULL) != due)
    deadline.limit = count_run (&deadline, due);
  deadline.set_due = 0;
  deadline.limit = deadline.limit * percent / 100;

  return deadline.limit > 0 ? bh_deadline_compute (&deadline, NULL) : due;
}
