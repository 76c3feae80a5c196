/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

#include "base/bh-clock.h"
#include "domain/bh-deadline.h"

gint64
bh_fold_get_calendar (BhFold *fold)
{
  gint64 id = bh_payload_get_int (fold->payload, "calendar");

  if (fold->policy == NULL || fold->policy->hours != BH_HOURS_OFFICE)
    return 0;
  if (id == 0)
    id = fold->ticket->calendar_id;

  return bh_office_get_calendar (fold->office, id) != NULL ? id : 0;
}

static BhStage *
add_stage (BhFold *fold, BhStageKind kind)
{
  BhTicket *ticket = fold->ticket;
  BhStage *stage = g_object_new (BH_TYPE_STAGE, NULL);

  stage->seq = (int) ticket->stages->len + 1;
  stage->round = ticket->round;
  stage->stage = kind;
  stage->started_at = fold->event->at;
  stage->calendar_id = bh_fold_get_calendar (fold);
  stage->due_at = bh_deadline_get_stage (ticket, stage, fold->office);
  stage->department_id = ticket->department_id;
  stage->holder_id = ticket->staff_id;
  g_ptr_array_add (ticket->stages, stage);

  return stage;
}

void
bh_fold_open_stage (BhFold *fold, BhStageKind kind)
{
  add_stage (fold, kind);
}

void
bh_fold_close_stage (BhFold *fold, BhStageOutcome outcome)
{
  BhStage *stage = bh_ticket_get_open_stage (fold->ticket);

  if (stage != NULL)
    {
      stage->done_at = fold->event->at;
      stage->outcome = outcome;
    }
}

void
bh_fold_end_stage (BhFold *fold, BhStageKind kind)
{
  BhStage *open = bh_ticket_get_open_stage (fold->ticket);

  if (open == NULL)
    return;

  if (open->stage != kind)
    {
      bh_fold_close_stage (fold, BH_OUTCOME_SKIPPED);
      add_stage (fold, kind);
    }
  bh_fold_close_stage (fold, BH_OUTCOME_DONE);
}

void
bh_fold_open_work_stage (BhFold *fold, BhStageKind first)
{
  BhStageKind kind = first;

  if (kind == BH_STAGE_INVESTIGATE && fold->policy != NULL && fold->policy->skip_investigate)
    kind = BH_STAGE_PLAN;
  if (kind == BH_STAGE_PLAN && fold->policy != NULL && fold->policy->skip_plan)
    kind = BH_STAGE_EXECUTE;

  add_stage (fold, kind);
}

/* By the policy of now, which may have changed while the clock stood still; what a ledger says has
 * no policy and moves as it is. */
static gint64
get_next_completion_due (BhFold *fold, gint64 stopped_at)
{
  BhTicket *ticket = fold->ticket;

  if (ticket->policy_id != 0 || ticket->extended_due != 0)
    return bh_deadline_get_completion (ticket, fold->office);
  if (ticket->completion_due == 0)
    return 0;

  return ticket->completion_due
         + (fold->event->at - stopped_at) / BH_USEC_PER_SEC * BH_USEC_PER_SEC;
}

void
bh_fold_start_round (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;
  gint64 at = fold->event->at;
  BhRound *old = bh_ticket_get_round (ticket);
  BhRound *next = g_object_new (BH_TYPE_ROUND, NULL);
  gint64 stopped_at = old->finished_at != 0 ? old->finished_at : old->closed_at;

  /* The completion clock stood still from the finish (or the end) until now. */
  old->ended_at = at;
  next->round = old->round + 1;
  next->started_at = at;
  next->started_by = fold->event->verb;
  next->paused_before
      = old->paused_before + old->paused_inside + (at - stopped_at) / BH_USEC_PER_SEC;
  g_ptr_array_add (ticket->rounds, next);
  ticket->calendar_id = bh_fold_get_calendar (fold);
  next->completion_due = get_next_completion_due (fold, stopped_at);

  ticket->round = next->round;
  ticket->completion_due = next->completion_due;
  ticket->finished_at = 0;
  ticket->signed_at = 0;
  ticket->closed_at = 0;
  ticket->unreached = FALSE;
  ticket->exception = FALSE;
  ticket->work_due = 0;
  ticket->status = BH_STATUS_DISPATCHED;
  add_stage (fold, BH_STAGE_ACCEPT);
}

void
bh_fold_close_ticket (BhFold *fold, BhStatus status)
{
  BhRound *round = bh_ticket_get_round (fold->ticket);

  bh_fold_end_tasks (fold);
  fold->ticket->status = status;
  fold->ticket->closed_at = fold->event->at;
  round->closed_at = fold->event->at;
  round->closed_as = status;
}

static void
note_due_change (BhFold *fold, BhClockKind clock, int stage_seq, gint64 old_due, gint64 new_due)
{
  BhDueChange *change;

  if (old_due == new_due)
    return;

  change = g_object_new (BH_TYPE_DUE_CHANGE, NULL);
  change->clock = clock;
  change->stage_seq = stage_seq;
  change->round = fold->ticket->round;
  change->changed_at = fold->event->at;
  change->old_due = old_due;
  g_ptr_array_add (fold->ticket->due_changes, change);
}

void
bh_fold_set_response_due (BhFold *fold, gint64 due)
{
  BhTicket *ticket = fold->ticket;

  if (ticket->responded_at != 0)
    return;

  note_due_change (fold, BH_CLOCK_RESPONSE, 0, ticket->response_due, due);
  ticket->response_due = due;
}

void
bh_fold_set_completion_due (BhFold *fold, gint64 due)
{
  BhTicket *ticket = fold->ticket;

  if (ticket->finished_at != 0)
    return;

  note_due_change (fold, BH_CLOCK_COMPLETION, 0, ticket->completion_due, due);
  ticket->completion_due = due;
  bh_ticket_get_round (ticket)->completion_due = due;
}

void
bh_fold_set_stage_due (BhFold *fold, BhStage *stage)
{
  gint64 due;

  stage->calendar_id = bh_fold_get_calendar (fold);
  due = bh_deadline_get_stage (fold->ticket, stage, fold->office);
  note_due_change (fold, (BhClockKind) stage->stage, stage->seq, stage->due_at, due);
  stage->due_at = due;
}

/* What has ended keeps its deadline; what runs gets the new one, from its own start. An approved
 * extension stands. */
void
bh_fold_set_policy (BhFold *fold, BhPolicy *policy)
{
  BhTicket *ticket = fold->ticket;
  BhStage *stage = bh_ticket_get_open_stage (ticket);

  if (ticket->policy_id == 0)
    return;

  ticket->policy_id = policy->id;
  fold->policy = policy;
  ticket->calendar_id = bh_fold_get_calendar (fold);
  bh_fold_set_response_due (fold, bh_deadline_get_response (ticket, fold->office));
  bh_fold_set_completion_due (fold, bh_deadline_get_completion (ticket, fold->office));
  if (stage != NULL)
    bh_fold_set_stage_due (fold, stage);
}

void
bh_fold_update_paused (BhTicket *ticket)
{
  BhRound *round = bh_ticket_get_round (ticket);

  ticket->paused = round != NULL ? round->paused_before + round->paused_inside : 0;
}

static void
consider (BhTicket *ticket, BhClockKind clock, gint64 due)
{
  if (due != 0 && (ticket->next_due == 0 || due < ticket->next_due))
    {
      ticket->next_due = due;
      ticket->next_clock = clock;
    }
}

void
bh_fold_update_next_due (BhTicket *ticket)
{
  BhStage *stage = bh_ticket_get_open_stage (ticket);

  ticket->next_due = 0;
  ticket->next_clock = BH_CLOCK_NONE;
  if (bh_status_is_ended (ticket->status))
    return;

  if (ticket->responded_at == 0)
    consider (ticket, BH_CLOCK_RESPONSE, ticket->response_due);
  if (stage != NULL)
    consider (ticket, (BhClockKind) stage->stage, stage->due_at);
  if (ticket->finished_at == 0)
    consider (ticket, BH_CLOCK_COMPLETION, ticket->completion_due);
}
