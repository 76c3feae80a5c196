/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

#include "base/bh-text.h"

/* What the complainant says of the result: sign-off, refusal, callback, and the attempts that
 * reached nobody. */

void
bh_fold_respond (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;

  if (ticket->responded_at != 0)
    return;

  ticket->responded_at = fold->event->at;
  ticket->response_paused = bh_fold_count_paused (ticket, ticket->received_at, fold->event->at);
}

void
bh_fold_set_cause (BhFold *fold)
{
  if (bh_payload_get (fold->payload, "cause") != NULL)
    fold->ticket->cause_id = bh_payload_get_int (fold->payload, "cause");
}

static void
add_opinion (BhFold *fold, BhVerdict verdict)
{
  BhOpinion *opinion = g_object_new (BH_TYPE_OPINION, NULL);

  opinion->round = fold->ticket->round;
  opinion->complainant = (int) bh_payload_get_int (fold->payload, "complainant");
  opinion->at = fold->event->at;
  opinion->verdict = verdict;
  opinion->final = verdict == BH_VERDICT_UNREACHED && bh_payload_is_yes (fold->payload, "last");
  opinion->by = (BhSignedBy) bh_list_find (BH_LIST_SIGNED_BY, bh_payload_get (fold->payload, "by"));
  bh_set_string (&opinion->signature, bh_payload_get (fold->payload, "signature"));
  g_ptr_array_add (fold->ticket->opinions, opinion);
}

static gboolean
has_signed (BhTicket *ticket, int complainant)
{
  for (guint i = 0; i < ticket->opinions->len; i++)
    {
      BhOpinion *opinion = g_ptr_array_index (ticket->opinions, i);

      if (opinion->round == ticket->round && opinion->complainant == complainant
          && opinion->verdict == BH_VERDICT_SIGNED)
        return TRUE;
    }

  return FALSE;
}

/* Whoever can be asked has signed; where nobody can, one verification stands for all. */
static gboolean
all_signed (BhTicket *ticket)
{
  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (ticket->complainants, i);

      if (complainant->reachable && !has_signed (ticket, (int) i))
        return FALSE;
    }

  return TRUE;
}

static void
sign_round (BhFold *fold, BhStageOutcome outcome)
{
  BhTicket *ticket = fold->ticket;

  bh_fold_close_stage (fold, outcome);
  ticket->signed_at = fold->event->at;
  bh_ticket_get_round (ticket)->signed_at = fold->event->at;
  if ((fold->policy != NULL && fold->policy->callback == BH_CALLBACK_NEVER)
      || !bh_ticket_is_reachable (ticket))
    {
      bh_fold_close_ticket (fold, BH_STATUS_CLOSED);
      return;
    }

  ticket->status = BH_STATUS_SIGNED;
  bh_fold_open_stage (fold, BH_STAGE_CALLBACK);
}

void
bh_fold_sign (BhFold *fold)
{
  bh_fold_set_cause (fold);
  add_opinion (fold, BH_VERDICT_SIGNED);
  /* Whoever signed was spoken with; a supervisor's own look is no contact. */
  if (bh_ticket_is_reachable (fold->ticket))
    bh_fold_respond (fold);
  if (all_signed (fold->ticket))
    sign_round (fold, BH_OUTCOME_DONE);
}

void
bh_fold_refuse (BhFold *fold)
{
  add_opinion (fold, BH_VERDICT_REFUSED);
  bh_fold_respond (fold);
  bh_fold_close_stage (fold, BH_OUTCOME_REFUSED);
  bh_fold_start_round (fold);
}

void
bh_fold_attempt (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;

  bh_fold_set_cause (fold);
  add_opinion (fold, BH_VERDICT_UNREACHED);
  if (!bh_payload_is_yes (fold->payload, "last"))
    return;

  ticket->unreached = TRUE;
  sign_round (fold, BH_OUTCOME_UNREACHED);
}

static void
add_callback (BhFold *fold)
{
  BhCallback *callback = g_object_new (BH_TYPE_CALLBACK, NULL);
  BhPayload *payload = fold->payload;

  callback->round = fold->ticket->round;
  callback->complainant = (int) bh_payload_get_int (payload, "complainant");
  callback->at = fold->event->at;
  callback->made_by = fold->event->actor_id;
  callback->reached = bh_payload_is_yes (payload, "reached");
  callback->score = (int) bh_payload_get_int (payload, "score");
  callback->timely = (BhTri) bh_payload_get_tri (payload, "timely");
  callback->solved = (BhTri) bh_payload_get_tri (payload, "solved");
  callback->polite = (BhTri) bh_payload_get_tri (payload, "polite");
  callback->final = !callback->reached && bh_payload_is_yes (payload, "last");
  bh_set_string (&callback->note, bh_payload_get (payload, "note"));
  g_ptr_array_add (fold->ticket->callbacks, callback);
}

void
bh_fold_callback (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;
  gboolean reached = bh_payload_is_yes (fold->payload, "reached");

  bh_fold_set_cause (fold);
  add_callback (fold);
  if (reached)
    bh_fold_respond (fold);
  if (!reached && !bh_payload_is_yes (fold->payload, "last"))
    return;

  if (reached && bh_payload_is_yes (fold->payload, "rework"))
    {
      bh_fold_close_stage (fold, BH_OUTCOME_REFUSED);
      bh_fold_start_round (fold);
      return;
    }

  ticket->unreached = !reached;
  bh_fold_close_stage (fold, reached ? BH_OUTCOME_DONE : BH_OUTCOME_UNREACHED);
  bh_fold_close_ticket (fold, BH_STATUS_CLOSED);
}
