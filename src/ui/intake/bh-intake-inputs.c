/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/intake/bh-intake-inputs.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"

#include <string.h>

/* As for the verb: an office's own extension is a number, too. */
#define MIN_PHONE_DIGITS 3

static void
blame (GHashTable *errors, const char *key, char *message)
{
  g_hash_table_insert (errors, g_strdup (key), message);
}

static void
check_required (GHashTable *errors, BhPayload *typed)
{
  const BhLoopRule *rule = bh_loop_get_rule (BH_VERB_NEW);

  for (guint i = 0; i < rule->n_inputs; i++)
    {
      const char *key = rule->inputs[i].key;

      if (!rule->inputs[i].required || bh_payload_get (typed, key) != NULL)
        continue;
      blame (errors, key,
             g_strdup (g_str_equal (key, "summary") ? _ ("Say in a few words what it is about.")
                                                    : _ ("This must be chosen.")));
    }
}

static void
check_phone (GHashTable *errors, BhPayload *typed)
{
  const char *phone = bh_payload_get (typed, "phone");
  g_autofree char *digits = bh_text_digits (phone != NULL ? phone : "");

  if (phone != NULL && strlen (digits) < MIN_PHONE_DIGITS)
    blame (errors, "phone", g_strdup_printf (_ ("“%s” is not a phone number."), phone));
}

static void
check_entries (GHashTable *errors, BhPayload *typed, BhOffice *office)
{
  const struct
  {
    const char *key;
    GType type;
  } entries[] = {
    { "channel", BH_TYPE_CHANNEL },
    { "category", BH_TYPE_CATEGORY },
    { "department", BH_TYPE_DEPARTMENT },
    { "concerns", BH_TYPE_STAFF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const char *text = bh_payload_get (typed, entries[i].key);

      if (text != NULL && bh_office_find (office, entries[i].type, text) == NULL)
        blame (errors, entries[i].key,
               g_strdup_printf (_ ("There is no “%s” in the list; choose one of it."), text));
    }
}

/* Returns: the instant, 0 for none or where it was blamed */
static gint64
check_time (GHashTable *errors, BhPayload *typed, BhOffice *office, const char *key)
{
  const char *text = bh_payload_get (typed, key);
  g_autoptr (GError) error = NULL;
  gint64 instant;

  if (text == NULL)
    return 0;
  instant = bh_office_time_parse_event (bh_office_get_time (office), text, &error);
  if (instant >= 0)
    return instant;
  blame (errors, key, g_strdup (error->message));

  return 0;
}

static void
check_times (GHashTable *errors, BhPayload *typed, BhOffice *office, gint64 now)
{
  gint64 received = check_time (errors, typed, office, "received");
  gint64 occurred = check_time (errors, typed, office, "occurred");

  check_time (errors, typed, office, "external-due");
  if (received > now)
    blame (errors, "received", g_strdup (_ ("The receipt lies in the future.")));
  if (occurred > (received != 0 ? received : now))
    blame (errors, "occurred", g_strdup (_ ("It cannot have happened after it was reported.")));
}

GHashTable *
bh_intake_inputs_check (BhPayload *typed, BhOffice *office, gint64 now)
{
  GHashTable *errors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (typed != NULL, errors);
  g_return_val_if_fail (BH_IS_OFFICE (office), errors);

  check_required (errors, typed);
  check_phone (errors, typed);
  check_entries (errors, typed, office);
  check_times (errors, typed, office, now);

  return errors;
}

gboolean
bh_intake_inputs_is_live (BhPayload *typed, BhOffice *office)
{
  const char *text;
  BhChannel *channel;

  g_return_val_if_fail (typed != NULL, FALSE);
  g_return_val_if_fail (BH_IS_OFFICE (office), FALSE);

  text = bh_payload_get (typed, "channel");
  channel = text != NULL ? bh_office_find (office, BH_TYPE_CHANNEL, text) : NULL;

  return channel != NULL && channel->live;
}

BhPayload *
bh_intake_inputs_finish (BhPayload *typed, BhOffice *office)
{
  BhPayload *inputs;
  gint64 opened, answered;

  g_return_val_if_fail (typed != NULL, NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  inputs = bh_payload_copy (typed);
  opened = bh_payload_get_int (typed, BH_INTAKE_OPENED);
  answered = bh_payload_get_int (typed, "first-answer");
  bh_payload_set (inputs, BH_INTAKE_OPENED, NULL);
  bh_payload_set (inputs, "first-answer", NULL);

  /* A paper note of the night was not answered now, whatever its channel. */
  if (bh_intake_inputs_is_live (typed, office) && bh_payload_get (typed, "received") == NULL)
    {
      BhOfficeTime *time = bh_office_get_time (office);
      g_autofree char *received = bh_office_time_format_iso (time, opened);
      g_autofree char *first_answer = bh_office_time_format_iso (time, answered);

      bh_payload_set (inputs, "received", received);
      bh_payload_set (inputs, "first-answer", first_answer);
    }

  return inputs;
}

char *
bh_intake_dup_registered (BhTicket *ticket, BhOffice *office)
{
  g_return_val_if_fail (BH_IS_TICKET (ticket), NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  if (ticket->status != BH_STATUS_DISPATCHED)
    /* Translators: a ticket's number */
    return g_strdup_printf (_ ("Registered: %s"), ticket->number);

  /* Translators: a ticket's number, and a department */
  return g_strdup_printf (_ ("Registered: %s, and dispatched to %s"), ticket->number,
                          bh_office_get_name (office, BH_TYPE_DEPARTMENT, ticket->department_id));
}
