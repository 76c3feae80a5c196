/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-builders.h"
#include "desk/bh-verb-place.h"
#include "domain/bh-error.h"

#include "base/bh-i18n.h"

gint64
bh_verb_find_policy (
    BhVerbContext *self, gint64 category_id, BhGrade grade, gint64 received_at, GError **error)
{
  BhPolicy *policy = bh_office_find_policy (self->office, category_id, grade, received_at);

  if (policy != NULL)
    return policy->id;

  bh_domain_refuse (error, _ ("The office has no policy for the grade “%s”."),
                    bh_list_get_label (BH_LIST_GRADE, (int) grade));
  return 0;
}

static void
keep_text (BhVerbContext *self, const char *key, const char *old)
{
  g_autofree char *old_key = g_strconcat ("old.", key, NULL);

  if (bh_payload_get (self->payload, key) == NULL)
    return;
  if (g_strcmp0 (bh_payload_get (self->payload, key), old) == 0)
    bh_payload_set (self->payload, key, NULL);
  else
    bh_payload_set (self->payload, old_key, old);
}

/* Keeps the old value beside a new one, and drops what does not change. */
static void
keep_int (BhVerbContext *self, const char *key, gint64 old)
{
  g_autofree char *text = old != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, old) : NULL;

  keep_text (self, key, text);
}

static gboolean
correct_facts (BhVerbContext *self, GError **error)
{
  BhTicket *ticket = self->ticket;
  gint64 channel_id;
  BhStaff *concerned;

  if (!bh_verb_context_find_entry (self, "channel", BH_TYPE_CHANNEL, &channel_id, error)
      || !bh_verb_context_find_staff (self, "concerns", 0, &concerned, error)
      || !bh_verb_context_copy_time (self, "occurred", error))
    return FALSE;
  if (bh_payload_get_int (self->payload, "occurred") > ticket->received_at)
    return bh_domain_reject_input (error, _ ("It cannot have happened after it was reported."));
  if (concerned != NULL && bh_entry_get_id (BH_ENTRY (concerned)) == ticket->staff_id)
    return bh_domain_refuse (error, _ ("%s holds %s: give it to somebody else first."),
                             bh_entry_get_name (BH_ENTRY (concerned)), ticket->number);

  bh_payload_set_int (self->payload, "channel", channel_id);
  if (concerned != NULL)
    bh_payload_set_int (self->payload, "concerns", bh_entry_get_id (BH_ENTRY (concerned)));
  bh_verb_context_copy (self, "summary", "description", "remedy", NULL);
  bh_verb_context_copy_list (self, "kind", BH_LIST_KIND);

  keep_int (self, "channel", ticket->channel_id);
  keep_int (self, "concerns", ticket->concerns);
  keep_int (self, "occurred", ticket->occurred_at);
  keep_text (self, "kind", bh_list_get_code (BH_LIST_KIND, (int) ticket->kind));
  keep_text (self, "summary", ticket->summary);
  keep_text (self, "description", ticket->description);
  keep_text (self, "remedy", ticket->remedy);

  return TRUE;
}

/* The place changes as a whole: place, free text and community together. */
static gboolean
correct_place (BhVerbContext *self, gint64 *room_id, GError **error)
{
  BhTicket *ticket = self->ticket;
  BhPayload *payload = self->payload;

  *room_id = 0;
  if (bh_verb_context_get (self, "place") == NULL && bh_verb_context_get (self, "room") == NULL)
    return TRUE;
  if (!bh_verb_place_build (self, room_id, error))
    return FALSE;

  if (bh_payload_get_int (payload, "place") == ticket->place_id
      && g_strcmp0 (bh_payload_get (payload, "place-text"), ticket->place_text) == 0)
    {
      bh_payload_set (payload, "place", NULL);
      bh_payload_set (payload, "place-text", NULL);
      bh_payload_set (payload, "community", NULL);
      return TRUE;
    }
  bh_payload_set_int (payload, "old.place", ticket->place_id);
  bh_payload_set (payload, "old.place-text", ticket->place_text);
  bh_payload_set_int (payload, "old.community", ticket->community_id);

  return TRUE;
}

/* Whoever raised it: name, phone, or both; what is not given stays. */
static gboolean
correct_contact (BhVerbContext *self, gint64 room_id, GError **error)
{
  BhComplainant *old = bh_ticket_get_own_complainant (self->ticket);
  const char *name = bh_verb_context_get (self, "contact");
  const char *phone = bh_verb_context_get (self, "phone");

  if (name == NULL && phone == NULL)
    return TRUE;
  if (!bh_verb_contact_build (self, name != NULL || old == NULL ? name : old->name,
                              phone != NULL || old == NULL ? phone : old->phone, room_id, error))
    return FALSE;
  if (old == NULL)
    return TRUE;

  keep_int (self, "contact", old->contact_id);
  keep_text (self, "contact-name", old->name);
  keep_text (self, "phone", old->phone);

  return TRUE;
}

gboolean
bh_verb_build_correct (BhVerbContext *self, GError **error)
{
  BhPayload *payload = self->payload;
  gint64 room_id;

  if (!correct_facts (self, error) || !correct_place (self, &room_id, error)
      || !correct_contact (self, room_id, error))
    return FALSE;

  if (bh_payload_get_size (payload) == (bh_payload_get (payload, "reachable") != NULL ? 1 : 0))
    return bh_domain_reject_input (error, _ ("Nothing differs from what %s says already."),
                                   self->ticket->number);
  bh_verb_context_copy (self, "reason", NULL);

  return TRUE;
}

gboolean
bh_verb_build_regrade (BhVerbContext *self, GError **error)
{
  BhTicket *ticket = self->ticket;
  BhGrade grade = (BhGrade) bh_list_find (BH_LIST_GRADE, bh_verb_context_get (self, "grade"));
  gint64 policy_id;

  if (grade == ticket->grade)
    return bh_domain_refuse (error, _ ("%s has the grade “%s” already."), ticket->number,
                             bh_list_get_label (BH_LIST_GRADE, (int) grade));
  policy_id = bh_verb_find_policy (self, ticket->category_id, grade, ticket->received_at, error);
  if (policy_id == 0)
    return FALSE;

  bh_verb_context_copy (self, "reason", NULL);
  bh_verb_context_copy_list (self, "grade", BH_LIST_GRADE);
  bh_payload_set_int (self->payload, "policy", policy_id);

  return TRUE;
}

gboolean
bh_verb_build_recategorize (BhVerbContext *self, GError **error)
{
  BhTicket *ticket = self->ticket;
  gint64 category_id, policy_id;

  if (!bh_verb_context_find_entry (self, "category", BH_TYPE_CATEGORY, &category_id, error))
    return FALSE;
  if (category_id == ticket->category_id)
    return bh_domain_refuse (error, _ ("%s has the category “%s” already."), ticket->number,
                             bh_office_get_name (self->office, BH_TYPE_CATEGORY, category_id));
  policy_id = bh_verb_find_policy (self, category_id, ticket->grade, ticket->received_at, error);
  if (policy_id == 0)
    return FALSE;

  bh_verb_context_copy (self, "reason", NULL);
  bh_payload_set_int (self->payload, "category", category_id);
  bh_payload_set_int (self->payload, "policy", policy_id);

  return TRUE;
}
