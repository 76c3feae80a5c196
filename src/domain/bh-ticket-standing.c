/* SPDX-License-Identifier: GPL-3.0-or-later */
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
  answers->answered += answer != ANSWER_NONE;
  answers->agreed += answer == ANSWER_YES;
  answers->open += answer == ANSWER_NONE;
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
  if (ticket->finished_at == 0)
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
  if (ticket->signoff.open > 0)
    ticket->signoff.due = bh_ticket_get_clock_due (ticket, BH_CLOCK_SIGN);
  if (ticket->callback.open > 0)
    ticket->callback.due = bh_ticket_get_clock_due (ticket, BH_CLOCK_CALLBACK);
}
