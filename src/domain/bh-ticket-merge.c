/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-fold.h"

#include "base/bh-text.h"

/* Tickets of the same matter. The merged one ends; its complainants come to the ticket that goes
 * on, and leave it where the merge is taken back. Indices of complainants never change, since
 * opinions and callbacks name them. */

void
bh_fold_link (BhFold *fold)
{
  fold->ticket->repeat_of = bh_payload_get_int (fold->payload, "repeat-of");
}

/* Somebody who is here already is asked once. */
static BhComplainant *
find_same (BhTicket *ticket, BhComplainant *other)
{
  for (guint i = 0; other->contact_id != 0 && i < ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (ticket->complainants, i);

      if (complainant != other && complainant->contact_id == other->contact_id
          && complainant->left_at == 0)
        return complainant;
    }

  return NULL;
}

static gboolean
names_somebody (BhPayload *payload)
{
  return bh_payload_get (payload, "contact") != NULL
         || bh_payload_get (payload, "contact-name") != NULL
         || bh_payload_get (payload, "phone") != NULL || bh_payload_is_yes (payload, "reachable");
}

void
bh_fold_join (BhFold *fold)
{
  BhComplainant *complainant, *same;

  if (!names_somebody (fold->payload))
    return;

  complainant = g_object_new (BH_TYPE_COMPLAINANT, NULL);
  complainant->contact_id = bh_payload_get_int (fold->payload, "contact");
  bh_set_string (&complainant->name, bh_payload_get (fold->payload, "contact-name"));
  bh_set_string (&complainant->phone, bh_payload_get (fold->payload, "phone"));
  complainant->from_ticket = bh_payload_get_int (fold->payload, "ticket");
  same = find_same (fold->ticket, complainant);
  complainant->reachable
      = bh_payload_is_yes (fold->payload, "reachable") && !(same != NULL && same->reachable);
  g_ptr_array_add (fold->ticket->complainants, complainant);
}

void
bh_fold_part (BhFold *fold)
{
  GPtrArray *complainants = fold->ticket->complainants;

  for (guint i = 0; i < complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (complainants, i);
      BhComplainant *same;

      if (complainant->left_at != 0 || complainant->from_ticket == 0
          || complainant->from_ticket != bh_payload_get_int (fold->payload, "ticket"))
        continue;
      complainant->left_at = fold->event->at;
      same = find_same (fold->ticket, complainant);
      if (same != NULL)
        same->reachable = same->reachable || complainant->reachable;
    }
  bh_fold_leave (fold);
}

void
bh_fold_merge (BhFold *fold)
{
  fold->ticket->merged_into = bh_payload_get_int (fold->payload, "into");
  bh_fold_close_stage (fold, BH_OUTCOME_MERGED);
  bh_fold_close_ticket (fold, BH_STATUS_MERGED);
}
