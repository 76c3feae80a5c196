/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-event.h"

#include "domain/bh-types.h"

#include <string.h>

/* The event has one phone; the others are with the contact. */
static void
set_phone (BhPayload *payload, const char *phones)
{
  g_autofree char *first = NULL;

  if (phones == NULL)
    return;
  first = g_strndup (phones, strcspn (phones, " "));
  bh_payload_set (payload, "phone", first);
}

static void
set_text (BhPayload *payload, const char *key, const BhLedgerRow *row, BhLedgerField field)
{
  const char *text = bh_ledger_row_get_text (row, field);

  if (text != NULL)
    bh_payload_set (payload, key, text);
}

static void
set_number (BhPayload *payload, const char *key, gint64 number)
{
  if (number != 0)
    bh_payload_set_int (payload, key, number);
}

static void
set_field (BhPayload *payload, const char *key, const BhLedgerRow *row, BhLedgerField field)
{
  set_number (payload, key, bh_ledger_row_get_number (row, field));
}

static void
set_code (
    BhPayload *payload, const char *key, BhList list, const BhLedgerRow *row, BhLedgerField field)
{
  gint64 value = bh_ledger_row_get_number (row, field);

  if (value != 0)
    bh_payload_set (payload, key, bh_list_get_code (list, (int) value));
}

/* In the order of the keys, which is the quickest. */
void
bh_ledger_event_fill (BhPayload *payload, const BhLedgerRow *row, const BhLedgerIds *ids)
{
  const char *number = bh_ledger_row_get_text (row, BH_LEDGER_NUMBER);

  set_number (payload, "category", ids->category_id);
  set_number (payload, "channel", ids->channel_id);
  set_field (payload, "closed", row, BH_LEDGER_CLOSED);
  set_text (payload, "comment", row, BH_LEDGER_COMMENT);
  set_number (payload, "community", ids->community_id);
  set_field (payload, "completion-due", row, BH_LEDGER_COMPLETION_DUE);
  set_number (payload, "concerns", ids->concerns);
  set_number (payload, "contact", ids->contact_id);
  set_text (payload, "contact-name", row, BH_LEDGER_REPORTER);
  set_number (payload, "department", ids->department_id);
  set_text (payload, "description", row, BH_LEDGER_DESCRIPTION);
  set_field (payload, "external-due", row, BH_LEDGER_EXTERNAL_DUE);
  set_text (payload, "external-number", row, BH_LEDGER_EXTERNAL_NUMBER);
  set_field (payload, "finished", row, BH_LEDGER_FINISHED);
  set_code (payload, "grade", BH_LIST_GRADE, row, BH_LEDGER_GRADE);
  set_code (payload, "kind", BH_LIST_KIND, row, BH_LEDGER_KIND);
  bh_payload_set (payload, "number", number != NULL ? number : ids->number);
  set_field (payload, "occurred", row, BH_LEDGER_OCCURRED);
  set_number (payload, "person", ids->staff_id);
  set_phone (payload, bh_ledger_row_get_text (row, BH_LEDGER_PHONE));
  set_number (payload, "place", ids->place_id);
  if (ids->place_text != NULL)
    bh_payload_set (payload, "place-text", ids->place_text);
  if (ids->reachable)
    bh_payload_set_yes (payload, "reachable", TRUE);
  set_field (payload, "received", row, BH_LEDGER_RECEIVED);
  set_text (payload, "remedy", row, BH_LEDGER_REMEDY);
  set_number (payload, "repeat-of", ids->repeat_of);
  set_field (payload, "responded", row, BH_LEDGER_RESPONDED);
  set_field (payload, "response-due", row, BH_LEDGER_RESPONSE_DUE);
  set_text (payload, "result", row, BH_LEDGER_OUTCOME);
  set_field (payload, "rounds", row, BH_LEDGER_ROUNDS);
  set_field (payload, "score", row, BH_LEDGER_SCORE);
  set_field (payload, "signed", row, BH_LEDGER_SIGNED);
  set_code (payload, "status", BH_LIST_STATUS, row, BH_LEDGER_STATUS);
  set_text (payload, "summary", row, BH_LEDGER_SUMMARY);
}
