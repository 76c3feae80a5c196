/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-event.h"

#include "domain/bh-types.h"

#include <string.h>

typedef struct
{
  BhLedgerField field;
  const char *key;
} FieldKey;

/* Fields that go into the event as they are. */
static const FieldKey text_keys[] = {
  { BH_LEDGER_NUMBER, "number" },           { BH_LEDGER_SUMMARY, "summary" },
  { BH_LEDGER_DESCRIPTION, "description" }, { BH_LEDGER_REMEDY, "remedy" },
  { BH_LEDGER_OUTCOME, "result" },          { BH_LEDGER_COMMENT, "comment" },
  { BH_LEDGER_REPORTER, "contact-name" },   { BH_LEDGER_EXTERNAL_NUMBER, "external-number" },
};

static const FieldKey number_keys[] = {
  { BH_LEDGER_RECEIVED, "received" },
  { BH_LEDGER_OCCURRED, "occurred" },
  { BH_LEDGER_RESPONDED, "responded" },
  { BH_LEDGER_RESPONSE_DUE, "response-due" },
  { BH_LEDGER_COMPLETION_DUE, "completion-due" },
  { BH_LEDGER_FINISHED, "finished" },
  { BH_LEDGER_SIGNED, "signed" },
  { BH_LEDGER_CLOSED, "closed" },
  { BH_LEDGER_EXTERNAL_DUE, "external-due" },
  { BH_LEDGER_SCORE, "score" },
  { BH_LEDGER_ROUNDS, "rounds" },
};

static const struct
{
  BhLedgerField field;
  const char *key;
  BhList list;
} list_keys[] = {
  { BH_LEDGER_KIND, "kind", BH_LIST_KIND },
  { BH_LEDGER_GRADE, "grade", BH_LIST_GRADE },
  { BH_LEDGER_STATUS, "status", BH_LIST_STATUS },
};

/* The event has one phone; the others are with the contact. */
static void
set_phone (BhPayload *payload, const char *phones)
{
  g_autofree char *first = phones != NULL ? g_strndup (phones, strcspn (phones, " ")) : NULL;

  bh_payload_set (payload, "phone", first);
}

BhPayload *
bh_ledger_event_new_payload (const BhLedgerRow *row, const BhLedgerIds *ids)
{
  BhPayload *payload = bh_payload_new ();

  for (guint i = 0; i < G_N_ELEMENTS (text_keys); i++)
    bh_payload_set (payload, text_keys[i].key, bh_ledger_row_get_text (row, text_keys[i].field));
  for (guint i = 0; i < G_N_ELEMENTS (number_keys); i++)
    bh_payload_set_int (payload, number_keys[i].key,
                        bh_ledger_row_get_number (row, number_keys[i].field));
  for (guint i = 0; i < G_N_ELEMENTS (list_keys); i++)
    bh_payload_set (payload, list_keys[i].key,
                    bh_list_get_code (list_keys[i].list,
                                      (int) bh_ledger_row_get_number (row, list_keys[i].field)));
  set_phone (payload, bh_ledger_row_get_text (row, BH_LEDGER_PHONE));

  bh_payload_set_int (payload, "channel", ids->channel_id);
  bh_payload_set_int (payload, "category", ids->category_id);
  bh_payload_set_int (payload, "department", ids->department_id);
  bh_payload_set_int (payload, "person", ids->staff_id);
  bh_payload_set_int (payload, "concerns", ids->concerns);
  bh_payload_set_int (payload, "community", ids->community_id);
  bh_payload_set_int (payload, "place", ids->place_id);
  bh_payload_set (payload, "place-text", ids->place_text);
  bh_payload_set_int (payload, "contact", ids->contact_id);
  if (ids->reachable)
    bh_payload_set_yes (payload, "reachable", TRUE);
  return payload;
}
