/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-verb-context.h"

#include "base/bh-i18n.h"
#include "desk/bh-verb-choices.h"
#include "domain/bh-error.h"

#include <string.h>

/* More than any work of an office costs, and far from the end of the number. */
#define MAX_COST_DIGITS 12

const char *
bh_verb_context_get (BhVerbContext *self, const char *key)
{
  return bh_payload_get (self->inputs, key);
}

void
bh_verb_context_copy (BhVerbContext *self, const char *first_key, ...)
{
  va_list keys;

  va_start (keys, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (keys, const char *))
    bh_payload_set (self->payload, key, bh_verb_context_get (self, key));
  va_end (keys);
}

void
bh_verb_context_copy_list (BhVerbContext *self, const char *key, BhList list)
{
  int value = bh_list_find (list, bh_verb_context_get (self, key));

  bh_payload_set (self->payload, key, bh_list_get_code (list, value));
}

gboolean
bh_verb_context_get_time (BhVerbContext *self, const char *key, gint64 *instant, GError **error)
{
  const char *text = bh_verb_context_get (self, key);

  *instant = 0;
  if (text == NULL)
    return TRUE;

  *instant = bh_office_time_parse_event (bh_office_get_time (self->office), text, error);
  if (*instant < 0)
    {
      g_prefix_error (error, "%s: ", key);
      return FALSE;
    }

  return TRUE;
}

gboolean
bh_verb_context_copy_time (BhVerbContext *self, const char *key, GError **error)
{
  gint64 instant;

  if (!bh_verb_context_get_time (self, key, &instant, error))
    return FALSE;

  bh_payload_set_int (self->payload, key, instant);

  return TRUE;
}

/* "12", "12.5" or "12.50", without a sign. Returns: hundredths, -1 for anything else */
static gint64
parse_money (const char *text)
{
  gsize whole = strspn (text, "0123456789");
  const char *rest = text + whole;
  gsize decimals = 0;
  gint64 amount;

  if (whole == 0 || whole > MAX_COST_DIGITS)
    return -1;
  amount = g_ascii_strtoll (text, NULL, 10) * 100;
  if (*rest == '\0')
    return amount;

  if (*rest != '.')
    return -1;
  decimals = strspn (rest + 1, "0123456789");
  if (decimals < 1 || decimals > 2 || rest[1 + decimals] != '\0')
    return -1;

  return amount + g_ascii_strtoll (rest + 1, NULL, 10) * (decimals == 1 ? 10 : 1);
}

gboolean
bh_verb_context_copy_money (BhVerbContext *self, const char *key, GError **error)
{
  const char *text = bh_verb_context_get (self, key);
  gint64 amount;

  if (text == NULL)
    return TRUE;
  amount = parse_money (text);
  if (amount < 0)
    return bh_domain_reject_input (
        error, _ ("“%s” is not an amount of money; write it like 120 or 120.50."), text);

  bh_payload_set_int (self->payload, key, amount);

  return TRUE;
}

static gboolean
reject_entry (
    BhVerbContext *self, GType type, const char *text, const char *choices, GError **error)
{
  if (type == BH_TYPE_DEPARTMENT)
    return bh_domain_reject_input (error, _ ("There is no department “%s”; there are: %s."), text,
                                   choices);
  if (type == BH_TYPE_CATEGORY)
    return bh_domain_reject_input (error, _ ("There is no category “%s”; there are: %s."), text,
                                   choices);
  if (type == BH_TYPE_CHANNEL)
    return bh_domain_reject_input (error, _ ("There is no channel “%s”; there are: %s."), text,
                                   choices);

  g_assert (type == BH_TYPE_CAUSE);
  return bh_domain_reject_input (error, _ ("There is no cause “%s”; there are: %s."), text,
                                 choices);
}

gboolean
bh_verb_context_find_entry (
    BhVerbContext *self, const char *key, GType type, gint64 *id, GError **error)
{
  const char *text = bh_verb_context_get (self, key);
  g_autofree char *choices = NULL;
  BhEntry *found;

  *id = 0;
  if (text == NULL)
    return TRUE;

  found = bh_office_find (self->office, type, text);
  if (found != NULL && !bh_entry_is_retired (found))
    {
      *id = bh_entry_get_id (found);
      return TRUE;
    }

  choices = bh_verb_choices_of (self->office, type, 0, text);
  if (found != NULL)
    return bh_domain_reject_input (error, _ ("“%s” is not in use any more; there are: %s."), text,
                                   choices);
  return reject_entry (self, type, text, choices, error);
}

gboolean
bh_verb_context_find_staff (
    BhVerbContext *self, const char *key, gint64 department_id, BhStaff **staff, GError **error)
{
  const char *text = bh_verb_context_get (self, key);
  GPtrArray *entries = bh_office_list (self->office, BH_TYPE_STAFF);
  g_autofree char *choices = NULL;
  BhStaff *elsewhere = NULL;

  *staff = NULL;
  if (text == NULL)
    return TRUE;

  for (guint i = 0; i < entries->len; i++)
    {
      BhStaff *member = g_ptr_array_index (entries, i);

      if (bh_entry_is_retired (BH_ENTRY (member)) || !bh_entry_matches (BH_ENTRY (member), text))
        continue;
      if (department_id == 0 || member->department_id == department_id)
        {
          *staff = member;
          return TRUE;
        }
      elsewhere = member;
    }

  choices = bh_verb_choices_of (self->office, BH_TYPE_STAFF, department_id, text);
  if (elsewhere != NULL)
    return bh_domain_reject_input (
        error, _ ("%s belongs to %s, not to %s, whose staff are: %s."), text,
        bh_office_get_name (self->office, BH_TYPE_DEPARTMENT, elsewhere->department_id),
        bh_office_get_name (self->office, BH_TYPE_DEPARTMENT, department_id), choices);
  if (department_id != 0)
    return bh_domain_reject_input (
        error, _ ("%s has nobody called “%s”; its staff are: %s."),
        bh_office_get_name (self->office, BH_TYPE_DEPARTMENT, department_id), text, choices);
  return bh_domain_reject_input (
      error, _ ("There is nobody called “%s” among the staff; there are: %s."), text, choices);
}

/* What counts office hours counts those of the version in force, whatever it is later. */
static void
note_calendar (BhVerbContext *self, BhTicket *ticket, BhPayload *payload)
{
  gint64 policy_id = bh_payload_get_int (payload, "policy");
  BhCalendar *calendar = bh_office_get_current_calendar (self->office, self->at);
  BhPolicy *policy;

  if (policy_id == 0 && ticket != NULL)
    policy_id = ticket->policy_id;
  policy = bh_office_get_policy (self->office, policy_id);
  if (calendar != NULL && policy != NULL && policy->hours == BH_HOURS_OFFICE)
    bh_payload_set_int (payload, "calendar", bh_calendar_get_id (calendar));
}

BhTicket *
bh_verb_context_record (
    BhVerbContext *self, BhTicket *ticket, BhVerb verb, BhPayload *payload, GError **error)
{
  g_autoptr (BhEvent) event = NULL;

  note_calendar (self, ticket, payload);
  event = bh_event_new (verb, self->at, self->now, self->actor->staff_id, self->actor->entered_by,
                        payload);

  return bh_work_record (self->work, ticket, event, error);
}
