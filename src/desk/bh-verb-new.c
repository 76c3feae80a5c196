/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-builders.h"
#include "desk/bh-verb-place.h"
#include "domain/bh-error.h"

#include "base/bh-i18n.h"

/* Paper notes of the night watch are entered in the morning: `received` is when it was said. */
static gboolean
build_times (BhVerbContext *self, GError **error)
{
  gint64 received, occurred;

  if (!bh_verb_context_get_time (self, "received", &received, error)
      || !bh_verb_context_get_time (self, "occurred", &occurred, error))
    return FALSE;

  if (received > self->now)
    return bh_domain_reject_input (error, _ ("The receipt lies in the future."));
  if (received != 0)
    self->at = received;
  if (occurred > self->at)
    return bh_domain_reject_input (error, _ ("It cannot have happened after it was reported."));

  bh_payload_set_int (self->payload, "occurred", occurred);

  return bh_verb_context_copy_time (self, "external-due", error);
}

static gboolean
build_first_answer (BhVerbContext *self, BhChannel *channel, GError **error)
{
  gint64 first_answer;

  if (!bh_verb_context_get_time (self, "first-answer", &first_answer, error))
    return FALSE;
  if (first_answer == 0)
    return TRUE;

  if (!channel->live)
    return bh_domain_reject_input (
        error, _ ("Only where the caller waits (counter, hotline) there is a first answer."));
  if (first_answer < self->at || first_answer > self->now)
    return bh_domain_reject_input (error, _ ("The first answer lies between the receipt and now."));

  bh_payload_set_int (self->payload, "first-answer", first_answer);

  return TRUE;
}

static gboolean
build_entries (BhVerbContext *self, GError **error)
{
  gint64 channel_id, category_id, department_id;
  BhStaff *concerned;

  if (!bh_verb_context_find_entry (self, "channel", BH_TYPE_CHANNEL, &channel_id, error)
      || !bh_verb_context_find_entry (self, "category", BH_TYPE_CATEGORY, &category_id, error)
      || !bh_verb_context_find_entry (self, "department", BH_TYPE_DEPARTMENT, &department_id, error)
      || !bh_verb_context_find_staff (self, "concerns", 0, &concerned, error))
    return FALSE;

  bh_payload_set_int (self->payload, "channel", channel_id);
  bh_payload_set_int (self->payload, "category", category_id);
  bh_payload_set_int (self->payload, "department", department_id);
  if (concerned != NULL)
    bh_payload_set_int (self->payload, "concerns", bh_entry_get_id (BH_ENTRY (concerned)));

  return build_first_answer (self, bh_office_get (self->office, BH_TYPE_CHANNEL, channel_id),
                             error);
}

static gboolean
build_policy (BhVerbContext *self, GError **error)
{
  BhGrade grade = (BhGrade) bh_list_find (BH_LIST_GRADE, bh_verb_context_get (self, "grade"));
  gint64 policy_id = bh_verb_find_policy (self, bh_payload_get_int (self->payload, "category"),
                                          grade, self->at, error);

  bh_payload_set_int (self->payload, "policy", policy_id);

  return policy_id != 0;
}

static gboolean
build_repeat (BhVerbContext *self, GError **error)
{
  const char *number = bh_verb_context_get (self, "repeat-of");
  gint64 id;

  if (number == NULL)
    return TRUE;

  id = bh_work_find_ticket (self->work, number, error);
  bh_payload_set_int (self->payload, "repeat-of", id);

  return id != 0;
}

static gboolean
build_number (BhVerbContext *self, GError **error)
{
  g_autofree char *number = NULL;
  BhLocalTime local;

  bh_office_time_split (bh_office_get_time (self->office), self->at, &local);
  number = bh_work_next_number (self->work, bh_payload_get_int (self->payload, "community"),
                                local.day / 10000, error);
  bh_payload_set (self->payload, "number", number);

  return number != NULL;
}

static gboolean
build_place_and_contact (BhVerbContext *self, GError **error)
{
  gint64 room_id;

  return bh_verb_place_build (self, &room_id, error)
         && bh_verb_contact_build (self, bh_verb_context_get (self, "contact"),
                                   bh_verb_context_get (self, "phone"), room_id, error);
}

gboolean
bh_verb_build_new (BhVerbContext *self, GError **error)
{
  bh_verb_context_copy (self, "summary", "description", "remedy", "external-number", "public-text",
                        NULL);
  bh_verb_context_copy_list (self, "kind", BH_LIST_KIND);
  bh_verb_context_copy_list (self, "grade", BH_LIST_GRADE);

  return build_times (self, error) && build_entries (self, error) && build_policy (self, error)
         && build_repeat (self, error) && build_place_and_contact (self, error)
         && build_number (self, error);
}
