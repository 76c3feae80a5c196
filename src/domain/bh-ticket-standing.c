/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-clock.h"
#include "domain/bh-ticket-fold.h"

/* What a ticket and its parts count for in figures, as far as it does not depend on the instant
 * that a figure is taken at: derived anew after every event, so that nobody has to look it up. */

static gboolean
is_dropped (BhTicket *ticket)
{
  return ticket->status >= BH_STATUS_VOID;
}

/* A clock that ran out before its ticket was withdrawn or declined did run out; what is void or
 * merged had no clocks. */
static BhStageStanding
get_stage_standing (BhTicket *ticket, BhStage *stage)
{
  if (!is_dropped (ticket))
    return BH_STAGE_COUNTS;
  if (ticket->status > BH_STATUS_MERGED && stage->due_at != 0 && stage->due_at < ticket->closed_at)
    return BH_STAGE_RAN_OUT;

  return BH_STAGE_DROPPED;
}

void
bh_fold_update_parts (BhTicket *ticket)
{
  gboolean found = is_dropped (ticket);
  gboolean scored = !is_dropped (ticket) || ticket->status == BH_STATUS_MERGED;

  ticket->suspensions = (int) ticket->pauses->len;
  for (guint i = 0; i < ticket->stages->len; i++)
    {
      BhStage *stage = g_ptr_array_index (ticket->stages, i);

      stage->standing = get_stage_standing (ticket, stage);
    }
  for (guint i = 0; i < ticket->opinions->len; i++)
    {
      BhOpinion *opinion = g_ptr_array_index (ticket->opinions, i);

      opinion->first = !found && opinion->verdict != BH_VERDICT_UNREACHED;
      found = found || opinion->first;
    }
  for (guint i = 0; i < ticket->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (ticket->callbacks, i);

      callback->counts = scored && !callback->invalid;
    }
}

/* As every clock: none of void and merged tickets, and of withdrawn and declined ones only what had
 * passed before that. */
static BhTri
get_kept (BhTicket *ticket, gint64 due, gint64 done_at)
{
  if (due == 0 || ticket->status == BH_STATUS_VOID || ticket->status == BH_STATUS_MERGED
      || (is_dropped (ticket) && due >= ticket->closed_at))
    return BH_TRI_UNKNOWN;

  return done_at != 0 && done_at <= due ? BH_TRI_YES : BH_TRI_NO;
}

/* Whether somebody waited is told by the ticket but for the channel, which must be a live one: that
 * is for whoever asks, since the office may change it. */
static gint64
get_first_answer_due (BhTicket *ticket)
{
  if (ticket->origin != BH_ORIGIN_DESK
      || (ticket->first_answer_at == 0
          && ticket->recorded_at - ticket->received_at
                 >= BH_CALLER_WAITS_SECONDS * BH_USEC_PER_SEC))
    return 0;

  return ticket->received_at + BH_FIRST_ANSWER_SECONDS * BH_USEC_PER_SEC;
}

/* The present round began later, or the deadline was moved in it. */
static gint64
get_completion_since (BhTicket *ticket)
{
  BhRound *round = bh_ticket_get_round (ticket);
  gint64 since = ticket->round > 1 && round != NULL ? round->started_at : 0;

  for (guint i = 0; i < ticket->due_changes->len; i++)
    {
      BhDueChange *change = g_ptr_array_index (ticket->due_changes, i);

      if (change->clock == BH_CLOCK_COMPLETION && change->round == ticket->round)
        since = MAX (since, change->changed_at);
    }

  return since;
}

void
bh_fold_update_kept (BhTicket *ticket)
{
  ticket->completion_since = get_completion_since (ticket);
  ticket->response_kept = get_kept (ticket, ticket->response_due, ticket->responded_at);
  ticket->completion_kept = get_kept (ticket, ticket->completion_due, ticket->finished_at);
  ticket->first_answer_kept
      = get_kept (ticket, get_first_answer_due (ticket), ticket->first_answer_at);
}

/* What one complainant answered in the present round: nothing, something, or yes. */
typedef enum
{
  ANSWER_NONE,
  ANSWER_OTHER,
  ANSWER_YES,
} Answer;

static Answer
get_signoff (BhTicket *ticket, int complainant)
{
  Answer answer = ANSWER_NONE;

  for (guint i = 0; i < ticket->opinions->len; i++)
    {
      BhOpinion *opinion = g_ptr_array_index (ticket->opinions, i);

      if (opinion->round != ticket->round || opinion->complainant != complainant)
        continue;
      if (opinion->verdict == BH_VERDICT_SIGNED)
        answer = ANSWER_YES;
      else if (opinion->verdict == BH_VERDICT_REFUSED)
        answer = MAX (answer, ANSWER_OTHER);
    }

  return answer;
}

static Answer
get_callback (BhTicket *ticket, int complainant)
{
  Answer answer = ANSWER_NONE;

  for (guint i = 0; i < ticket->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (ticket->callbacks, i);

      if (callback->round == ticket->round && callback->complainant == complainant)
        answer = MAX (answer, callback->reached && !callback->invalid ? ANSWER_YES : ANSWER_OTHER);
    }

  return answer;
}

static void
add_answer (BhTicketAnswers *answers, Answer answer)
{
  answers->asked += answer != ANSWER_NONE;
  answers->agreed += answer == ANSWER_YES;
  answers->open += answer == ANSWER_NONE;
}

static void
set_limit (BhTicketAnswers *answers, gint64 due)
{
  if (answers->open == 0 || due == 0)
    return;

  answers->due = due;
  answers->asked += answers->open;
}

/* Whoever scored at the sign-off is not called where the policy asks for no second answer. */
static gboolean
wants_answer (BhTicket *ticket, BhPolicy *policy, int complainant)
{
  return policy == NULL || policy->callback != BH_CALLBACK_UNLESS_SCORED
         || !bh_ticket_has_scored (ticket, complainant);
}

void
bh_fold_update_answers (BhTicket *ticket, BhOffice *office)
{
  BhPolicy *policy = bh_office_get_policy (office, ticket->policy_id);

  ticket->signoff = (BhTicketAnswers){ 0 };
  ticket->callback = (BhTicketAnswers){ 0 };
  if (ticket->finished_at == 0 || is_dropped (ticket))
    return;

  for (int i = 0; i < (int) ticket->complainants->len; i++)
    {
      BhComplainant *who = g_ptr_array_index (ticket->complainants, (guint) i);

      if (who->left_at != 0)
        continue;
      if (who->reachable)
        add_answer (&ticket->signoff, get_signoff (ticket, i));
      if ((who->reachable || who->from_ticket == 0) && wants_answer (ticket, policy, i))
        add_answer (&ticket->callback, get_callback (ticket, i));
    }
  set_limit (&ticket->signoff, bh_ticket_get_clock_due (ticket, BH_CLOCK_SIGN));
  set_limit (&ticket->callback, bh_ticket_get_clock_due (ticket, BH_CLOCK_CALLBACK));
}
