/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-merge.h"

#include "base/bh-i18n.h"
#include "desk/bh-verb-builders.h"
#include "desk/bh-verb-place.h"
#include "desk/bh-verbs.h"
#include "domain/bh-error.h"

/* "Me too": a ticket of its own number, contact, sign-off and callback for a matter that is worked
 * on already. What is not said is the other ticket's. */

static gboolean
build_matter (BhVerbContext *self, BhPayload *payload, GError **error)
{
  BhTicket *ticket = self->ticket;
  const char *summary = bh_verb_context_get (self, "summary");
  gint64 channel_id, policy_id;

  if (!bh_verb_context_find_entry (self, "channel", BH_TYPE_CHANNEL, &channel_id, error))
    return FALSE;
  policy_id = bh_verb_find_policy (self, ticket->category_id, ticket->grade, self->at, error);
  if (policy_id == 0)
    return FALSE;

  bh_payload_set (payload, "summary", summary != NULL ? summary : ticket->summary);
  bh_payload_set (payload, "kind", bh_list_get_code (BH_LIST_KIND, (int) ticket->kind));
  bh_payload_set (payload, "grade", bh_list_get_code (BH_LIST_GRADE, (int) ticket->grade));
  bh_payload_set_int (payload, "channel", channel_id != 0 ? channel_id : ticket->channel_id);
  bh_payload_set_int (payload, "category", ticket->category_id);
  bh_payload_set_int (payload, "concerns", ticket->concerns);
  bh_payload_set_int (payload, "policy", policy_id);

  return TRUE;
}

/* Whoever names a room lives there; else the matter is where the other ticket has it. */
static gboolean
build_place (BhVerbContext *self, BhPayload *payload, gint64 *room_id, GError **error)
{
  BhTicket *ticket = self->ticket;

  *room_id = 0;
  if (bh_verb_context_get (self, "room") != NULL)
    return bh_verb_place_build (self, room_id, error);

  bh_payload_set_int (payload, "community", ticket->community_id);
  bh_payload_set_int (payload, "place", ticket->place_id);
  bh_payload_set (payload, "place-text", ticket->place_text);

  return TRUE;
}

static gboolean
build_number (BhVerbContext *self, BhPayload *payload, GError **error)
{
  g_autofree char *number = NULL;
  BhLocalTime local;

  bh_office_time_split (bh_office_get_time (self->office), self->at, &local);
  number = bh_work_next_number (self->work, bh_payload_get_int (payload, "community"),
                                local.day / 10000, error);
  bh_payload_set (payload, "number", number);

  return number != NULL;
}

static gboolean
check_who (BhVerbContext *self, GError **error)
{
  if (bh_verb_context_get (self, "contact") != NULL || bh_verb_context_get (self, "phone") != NULL)
    return TRUE;

  return bh_domain_reject_input (error, _ ("Say who joins %s: give “contact” or “phone”."),
                                 self->ticket->number);
}

static gboolean
check_community (BhVerbContext *self, BhPayload *payload, GError **error)
{
  if (bh_payload_get_int (payload, "community") == self->ticket->community_id)
    return TRUE;

  return bh_domain_refuse (
      error, _ ("That room is not in “%s”, where %s is: register a ticket of its own."),
      bh_office_get_name (self->office, BH_TYPE_PLACE, self->ticket->community_id),
      self->ticket->number);
}

BhTicket *
bh_verb_join (BhVerbContext *self, GError **error)
{
  BhPayload *payload = self->payload;
  g_autoptr (BhPayload) inputs = bh_payload_new ();
  gint64 room_id;
  BhTicket *added;

  if (!check_who (self, error) || !build_matter (self, payload, error)
      || !build_place (self, payload, &room_id, error) || !check_community (self, payload, error)
      || !bh_verb_contact_build (self, bh_verb_context_get (self, "contact"),
                                 bh_verb_context_get (self, "phone"), room_id, error)
      || !build_number (self, payload, error))
    return NULL;

  added = bh_verb_context_record (self, NULL, BH_VERB_NEW, payload, error);
  if (added == NULL)
    return NULL;

  bh_payload_set (inputs, "into", self->ticket->number);

  return bh_verbs_do (self->work, BH_VERB_MERGE, added->id, inputs, self->actor, self->at, error);
}
