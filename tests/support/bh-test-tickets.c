/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-tickets.h"

#include "domain/bh-error.h"

#include <sqlite3.h>

BhTestStore *
bh_test_store_new_at (gint64 now)
{
  BhTestStore *self = bh_test_store_new ();

  bh_clock_set (self->clock, now);

  return self;
}

static void
set_default (BhPayload *payload, const char *key, const char *value)
{
  if (bh_payload_get (payload, key) == NULL)
    bh_payload_set (payload, key, value);
}

static void
add_defaults (BhWork *work, BhVerb verb, gint64 at, BhPayload *payload)
{
  BhOffice *office = bh_work_get_office (work, NULL);
  BhPolicy *policy;

  if (bh_payload_get (payload, "number") == NULL)
    {
      g_autofree char *number
          = bh_work_next_number (work, bh_payload_get_int (payload, "community"), 2026, NULL);

      bh_payload_set (payload, "number", number);
    }
  set_default (payload, "kind", "repair");
  set_default (payload, "grade", "general");
  set_default (payload, "summary", "灯不亮");
  if (verb == BH_VERB_IMPORT)
    return;

  policy = bh_office_find_policy (
      office, bh_payload_get_int (payload, "category"),
      (BhGrade) bh_list_find (BH_LIST_GRADE, bh_payload_get (payload, "grade")), at);
  if (bh_payload_get (payload, "policy") == NULL)
    bh_payload_set_int (payload, "policy", policy->id);
}

gint64
bh_test_work_record_at (BhWork *work, gint64 ticket_id, BhVerb verb, gint64 at, BhPayload *payload)
{
  g_autoptr (BhEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  BhTicket *ticket = NULL;

  if (ticket_id == 0)
    add_defaults (work, verb, at, payload);
  else
    {
      ticket = bh_work_load_ticket (work, ticket_id, &error);
      g_assert_no_error (error);
    }

  event = bh_event_new (verb, at, bh_clock_now (bh_work_get_clock (work)), 0, 0, payload);
  ticket = bh_work_record (work, ticket, event, &error);
  if (ticket == NULL)
    g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_HISTORY);

  return ticket != NULL ? ticket->id : 0;
}

typedef struct
{
  gint64 ticket_id;
  BhVerb verb;
  gint64 at;
  BhPayload *payload;
} Record;

static gboolean
record_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Record *record = user_data;

  record->ticket_id
      = bh_test_work_record_at (work, record->ticket_id, record->verb, record->at, record->payload);

  return TRUE;
}

gint64
bh_test_record_with (
    BhTestStore *self, gint64 ticket_id, BhVerb verb, gint64 at, BhPayload *payload)
{
  Record record = { ticket_id, verb, at, payload };

  bh_test_store_write (self, record_in_worker, &record);

  return record.ticket_id;
}

gint64
bh_test_record (
    BhTestStore *self, gint64 ticket_id, BhVerb verb, gint64 at, const char *first_key, ...)
{
  g_autoptr (BhPayload) payload = bh_payload_new ();
  va_list args;

  va_start (args, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (args, const char *))
    bh_payload_set (payload, key, va_arg (args, const char *));
  va_end (args);

  return bh_test_record_with (self, ticket_id, verb, at, payload);
}

void
bh_test_execute (BhTestStore *self, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  /* As every program that changes the lists of the office does. */
  sqlite3_exec (db,
                "INSERT INTO figure_mark (month, stamp) VALUES (0, 1)"
                " ON CONFLICT (month) DO UPDATE SET stamp = figure_mark.stamp + 1",
                NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}
