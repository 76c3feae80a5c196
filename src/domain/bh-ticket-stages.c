/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

#include "base/bh-clock.h"

static gint64
earlier (gint64 a, gint64 b)
{
  if (a == 0 || b == 0)
    return MAX (a, b);

  return MIN (a, b);
}

/* A stage's limit counts from its start; execution has no limit of its own but must not outlast
 * the completion clock or what the dispatcher asked for. */
static gint64
get_stage_due (BhTicket *ticket, BhPolicy *policy, BhStageKind kind, gint64 start)
{
  gint64 due = policy != NULL ? bh_policy_get_due (policy, (BhClockKind) kind, start) : 0;

  if (kind == BH_STAGE_EXECUTE)
    due = earlier (due, earlier (ticket->completion_due, ticket->work_due));

  return due;
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
  stage->due_at = get_stage_due (ticket, fold->policy, kind, fold->event->at);
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

/* When the ticket must be finished after @paused seconds of pauses. What is due outside does not
 * wait for us. */
static gint64
get_completion_due (BhTicket *ticket, BhPolicy *policy, gint64 paused)
{
  gint64 due = bh_policy_get_due (policy, BH_CLOCK_COMPLETION, ticket->received_at);

  if (due != 0)
    due += paused * BH_USEC_PER_SEC;

  return earlier (due, ticket->external_due);
}

/* By the policy of now, which may have changed while the clock stood still; what a ledger says has
 * no policy and moves as it is. */
static gint64
get_next_completion_due (BhFold *fold, BhRound *old, BhRound *next)
{
  gint64 pause = next->paused_before - old->paused_before - old->paused_inside;

  if (fold->policy != NULL)
    return get_completion_due (fold->ticket, fold->policy, next->paused_before);

  return old->completion_due != 0 ? old->completion_due + pause * BH_USEC_PER_SEC : 0;
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
  next->completion_due = get_next_completion_due (fold, old, next);
  g_ptr_array_add (ticket->rounds, next);

  ticket->round = next->round;
  ticket->completion_due = next->completion_due;
  ticket->finished_at = 0;
  ticket->signed_at = 0;
  ticket->closed_at = 0;
  ticket->unreached = FALSE;
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

static void
move_response (BhFold *fold, BhPolicy *policy)
{
  BhTicket *ticket = fold->ticket;
  gint64 due = bh_policy_get_due (policy, BH_CLOCK_RESPONSE, ticket->received_at);

  if (ticket->responded_at != 0)
    return;

  note_due_change (fold, BH_CLOCK_RESPONSE, 0, ticket->response_due, due);
  ticket->response_due = due;
}

static void
move_completion (BhFold *fold, BhPolicy *policy)
{
  BhTicket *ticket = fold->ticket;
  BhRound *round = bh_ticket_get_round (ticket);
  gint64 due = get_completion_due (ticket, policy, round->paused_before + round->paused_inside);

  if (ticket->finished_at != 0)
    return;

  note_due_change (fold, BH_CLOCK_COMPLETION, 0, ticket->completion_due, due);
  ticket->completion_due = due;
  round->completion_due = due;
}

/* What has ended keeps its deadline; what runs gets the new one, from its own start. */
void
bh_fold_set_policy (BhFold *fold, BhPolicy *policy)
{
  BhStage *stage = bh_ticket_get_open_stage (fold->ticket);

  if (fold->ticket->policy_id == 0)
    return;

  fold->ticket->policy_id = policy->id;
  fold->policy = policy;
  move_response (fold, policy);
  move_completion (fold, policy);

  if (stage != NULL)
    {
      gint64 due = get_stage_due (fold->ticket, policy, stage->stage, stage->started_at);

      note_due_change (fold, (BhClockKind) stage->stage, stage->seq, stage->due_at, due);
      stage->due_at = due;
    }
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
  if (bh_status_is_ended (ticket->status) || ticket->suspended_until != 0)
    return;

  if (ticket->responded_at == 0)
    consider (ticket, BH_CLOCK_RESPONSE, ticket->response_due);
  if (stage != NULL)
    consider (ticket, (BhClockKind) stage->stage, stage->due_at);
  if (ticket->finished_at == 0)
    consider (ticket, BH_CLOCK_COMPLETION, ticket->completion_due);
}
