/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

#include "base/bh-text.h"
#include "domain/bh-deadline.h"

/* How a ticket comes in: by the desk, or as a row of a ledger; and how what was entered is
 * corrected. */

static int
get_code (BhPayload *payload, const char *key, BhList list)
{
  return bh_list_find (list, bh_payload_get (payload, key));
}

static void
set_text (char **field, BhPayload *payload, const char *key)
{
  const char *value = bh_payload_get (payload, key);

  if (value != NULL)
    bh_set_string (field, value);
}

static void
set_int (gint64 *field, BhPayload *payload, const char *key)
{
  if (bh_payload_get (payload, key) != NULL)
    *field = bh_payload_get_int (payload, key);
}

/* The ticket's own complainant is made or replaced, where the payload names anybody or an address
 * where somebody can be asked. */
static void
set_complainant (BhTicket *ticket, BhPayload *payload)
{
  BhComplainant *complainant;

  if (bh_payload_get (payload, "contact") == NULL
      && bh_payload_get (payload, "contact-name") == NULL
      && bh_payload_get (payload, "phone") == NULL && !bh_payload_is_yes (payload, "reachable"))
    return;

  complainant = bh_ticket_get_own_complainant (ticket);
  if (complainant == NULL)
    {
      complainant = g_object_new (BH_TYPE_COMPLAINANT, NULL);
      g_ptr_array_add (ticket->complainants, complainant);
    }
  set_int (&complainant->contact_id, payload, "contact");
  set_text (&complainant->name, payload, "contact-name");
  set_text (&complainant->phone, payload, "phone");
  complainant->reachable = bh_payload_is_yes (payload, "reachable");
}

static void
set_place (BhTicket *ticket, BhPayload *payload)
{
  if (bh_payload_get (payload, "place") == NULL && bh_payload_get (payload, "place-text") == NULL)
    {
      set_int (&ticket->community_id, payload, "community");
      return;
    }

  ticket->community_id = bh_payload_get_int (payload, "community");
  ticket->place_id = bh_payload_get_int (payload, "place");
  bh_set_string (&ticket->place_text, bh_payload_get (payload, "place-text"));
}

/* What desk and ledger have in common. */
static void
set_facts (BhTicket *ticket, BhPayload *payload)
{
  bh_set_string (&ticket->number, bh_payload_get (payload, "number"));
  ticket->kind = (BhKind) get_code (payload, "kind", BH_LIST_KIND);
  ticket->grade = (BhGrade) get_code (payload, "grade", BH_LIST_GRADE);
  set_int (&ticket->channel_id, payload, "channel");
  set_int (&ticket->category_id, payload, "category");
  set_text (&ticket->summary, payload, "summary");
  set_text (&ticket->description, payload, "description");
  set_text (&ticket->remedy, payload, "remedy");
  set_text (&ticket->public_text, payload, "public-text");
  set_int (&ticket->concerns, payload, "concerns");
  set_text (&ticket->external_number, payload, "external-number");
  set_int (&ticket->external_due, payload, "external-due");
  set_int (&ticket->occurred_at, payload, "occurred");
  set_int (&ticket->first_answer_at, payload, "first-answer");
  set_int (&ticket->department_id, payload, "department");
  set_int (&ticket->repeat_of, payload, "repeat-of");
  set_place (ticket, payload);
  set_complainant (ticket, payload);
}

static BhRound *
add_first_round (BhFold *fold, int number)
{
  BhRound *round = g_object_new (BH_TYPE_ROUND, NULL);

  round->round = number;
  round->started_at = fold->ticket->received_at;
  round->started_by = fold->event->verb;
  g_ptr_array_add (fold->ticket->rounds, round);
  fold->ticket->round = number;

  return round;
}

void
bh_fold_new (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;
  BhRound *round;

  set_facts (ticket, fold->payload);
  ticket->origin = BH_ORIGIN_DESK;
  ticket->status = BH_STATUS_REGISTERED;
  ticket->received_at = fold->event->at;
  ticket->recorded_at = fold->event->recorded_at;
  ticket->policy_id = bh_payload_get_int (fold->payload, "policy");
  fold->policy = bh_office_get_policy (fold->office, ticket->policy_id);

  round = add_first_round (fold, 1);
  ticket->calendar_id = bh_fold_get_calendar (fold);
  ticket->response_due = bh_deadline_get_response (ticket, fold->office);
  ticket->completion_due = bh_deadline_get_completion (ticket, fold->office);
  round->completion_due = ticket->completion_due;
  bh_fold_open_stage (fold, BH_STAGE_DISPATCH);
}

/* Drops what an earlier import of the same row said: the row as it is now replaces it whole. */
static void
forget_ledger (BhTicket *ticket)
{
  g_autoptr (BhTicket) empty = bh_ticket_new ();

  empty->recorded_at = ticket->recorded_at;
  bh_ticket_swap_facts (ticket, empty);
}

static void
add_ledger_opinion (BhTicket *ticket)
{
  BhOpinion *opinion = g_object_new (BH_TYPE_OPINION, NULL);

  opinion->round = ticket->round;
  opinion->at = ticket->signed_at;
  opinion->verdict = BH_VERDICT_SIGNED;
  opinion->by = BH_SIGNED_OWNER;
  g_ptr_array_add (ticket->opinions, opinion);
}

static void
add_ledger_callback (BhTicket *ticket, BhPayload *payload)
{
  BhCallback *callback = g_object_new (BH_TYPE_CALLBACK, NULL);

  callback->round = ticket->round;
  callback->at = ticket->closed_at != 0 ? ticket->closed_at : ticket->finished_at;
  if (callback->at == 0)
    callback->at = ticket->received_at;
  callback->reached = TRUE;
  callback->score = (int) bh_payload_get_int (payload, "score");
  bh_set_string (&callback->note, bh_payload_get (payload, "comment"));
  g_ptr_array_add (ticket->callbacks, callback);
}

/* A ledger's row says how things ended, not how they came: one round, no stages, no deadlines but
 * those the ledger has. */
void
bh_fold_import (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;
  BhPayload *payload = fold->payload;
  BhRound *round;
  int number = (int) bh_payload_get_int (payload, "rounds");

  if (ticket->status != BH_STATUS_NONE)
    forget_ledger (ticket);
  else
    ticket->recorded_at = fold->event->recorded_at;

  set_facts (ticket, payload);
  ticket->origin = BH_ORIGIN_LEDGER;
  ticket->status = (BhStatus) get_code (payload, "status", BH_LIST_STATUS);
  ticket->received_at = bh_payload_get_int (payload, "received");
  set_int (&ticket->staff_id, payload, "person");
  set_int (&ticket->responded_at, payload, "responded");
  set_int (&ticket->response_due, payload, "response-due");
  set_int (&ticket->completion_due, payload, "completion-due");
  set_int (&ticket->finished_at, payload, "finished");
  set_int (&ticket->signed_at, payload, "signed");
  set_int (&ticket->closed_at, payload, "closed");
  set_text (&ticket->result, payload, "result");

  round = add_first_round (fold, MAX (number, 1));
  round->finished_at = ticket->finished_at;
  round->finished_by = ticket->finished_at != 0 ? ticket->staff_id : 0;
  round->signed_at = ticket->signed_at;
  round->closed_at = ticket->closed_at;
  round->closed_as = ticket->closed_at != 0 ? ticket->status : BH_STATUS_NONE;
  round->completion_due = ticket->completion_due;
  if (ticket->signed_at != 0)
    add_ledger_opinion (ticket);
  if (bh_payload_get_int (payload, "score") != 0)
    add_ledger_callback (ticket, payload);
}

void
bh_fold_correct (BhFold *fold)
{
  BhTicket *ticket = fold->ticket;
  BhPayload *payload = fold->payload;

  set_text (&ticket->summary, payload, "summary");
  set_text (&ticket->description, payload, "description");
  set_text (&ticket->remedy, payload, "remedy");
  set_int (&ticket->occurred_at, payload, "occurred");
  set_int (&ticket->concerns, payload, "concerns");
  set_int (&ticket->channel_id, payload, "channel");
  if (bh_payload_get (payload, "kind") != NULL)
    ticket->kind = (BhKind) get_code (payload, "kind", BH_LIST_KIND);
  set_place (ticket, payload);
  set_complainant (ticket, payload);
}
