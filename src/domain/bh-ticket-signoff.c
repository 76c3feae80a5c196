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
  if (verdict == BH_VERDICT_SIGNED)
    opinion->score = (int) bh_payload_get_int (fold->payload, "score");
  opinion->by = (BhSignedBy) bh_list_find (BH_LIST_SIGNED_BY, bh_payload_get (fold->payload, "by"));
  bh_set_string (&opinion->signature, bh_payload_get (fold->payload, "signature"));
  g_ptr_array_add (fold->ticket->opinions, opinion);
}

/* Whether this round's sign-off has an answer of somebody who is still here. @signed_off: FALSE
 * for those that reached nobody any more */
static gboolean
has_opinion (BhTicket *ticket, gboolean signed_off)
{
  for (guint i = 0; i < ticket->opinions->len; i++)
    {
      BhOpinion *opinion = g_ptr_array_index (ticket->opinions, i);
      BhComplainant *complainant
          = opinion->complainant < (int) ticket->complainants->len
                ? g_ptr_array_index (ticket->complainants, (guint) opinion->complainant)
                : NULL;

      if (opinion->round == ticket->round && (complainant == NULL || complainant->left_at == 0)
          && (signed_off ? opinion->verdict == BH_VERDICT_SIGNED : opinion->final))
        return TRUE;
    }

  return FALSE;
}

static gboolean
wants_callback (BhFold *fold)
{
  for (int i = 0; i < (int) fold->ticket->complainants->len; i++)
    if (bh_ticket_wants_callback (fold->ticket, fold->policy, i))
      return TRUE;

  return FALSE;
}

/* Whoever can be asked has signed, or was given up; where nobody can, one verification stands for
 * all. */
static void
sign_round_if_done (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;
  gboolean signed_off = has_opinion (ticket, TRUE);

  if (bh_ticket_get_next_complainant (ticket, fold->policy, -1) >= 0
      || (!signed_off && !has_opinion (ticket, FALSE)))
    return;

  ticket->unreached = !signed_off;
  bh_fold_close_stage (fold, signed_off ? BH_OUTCOME_DONE : BH_OUTCOME_UNREACHED);
  ticket->signed_at = fold->event->at;
  bh_ticket_get_round (ticket)->signed_at = fold->event->at;
  if (!wants_callback (fold))
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
  sign_round_if_done (fold);
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
  bh_fold_set_cause (fold);
  add_opinion (fold, BH_VERDICT_UNREACHED);
  sign_round_if_done (fold);
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
  callback->invalid = bh_payload_is_yes (payload, "invalid");
  callback->quality
      = (BhQuality) bh_list_find (BH_LIST_QUALITY, bh_payload_get (payload, "quality"));
  callback->final = !callback->reached && bh_payload_is_yes (payload, "last");
  bh_set_string (&callback->note, bh_payload_get (payload, "note"));
  g_ptr_array_add (fold->ticket->callbacks, callback);
}

static gboolean
was_anybody_reached (BhTicket *ticket)
{
  for (guint i = 0; i < ticket->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (ticket->callbacks, i);

      if (callback->round == ticket->round && callback->reached)
        return TRUE;
    }

  return FALSE;
}

static gboolean
was_anybody_called (BhTicket *ticket)
{
  BhCallback *last = ticket->callbacks->len > 0
                         ? g_ptr_array_index (ticket->callbacks, ticket->callbacks->len - 1)
                         : NULL;

  return last != NULL && last->round == ticket->round;
}

static void
close_if_done (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;
  gboolean unreached = was_anybody_called (ticket) && !was_anybody_reached (ticket);

  if (bh_ticket_get_next_complainant (ticket, fold->policy, -1) >= 0)
    return;

  ticket->unreached = unreached;
  bh_fold_close_stage (fold, unreached ? BH_OUTCOME_UNREACHED : BH_OUTCOME_DONE);
  bh_fold_close_ticket (fold, BH_STATUS_CLOSED);
}

void
bh_fold_callback (BhFold *fold)
{
  gboolean reached = bh_payload_is_yes (fold->payload, "reached");

  bh_fold_set_cause (fold);
  add_callback (fold);
  if (reached)
    bh_fold_respond (fold);
  if (reached && bh_payload_is_yes (fold->payload, "rework"))
    {
      bh_fold_close_stage (fold, BH_OUTCOME_REFUSED);
      bh_fold_start_round (fold);
      return;
    }

  close_if_done (fold);
}

void
bh_fold_leave (BhFold *fold)
{
  if (fold->ticket->status == BH_STATUS_FINISHED)
    sign_round_if_done (fold);
  else if (fold->ticket->status == BH_STATUS_SIGNED)
    close_if_done (fold);
}
