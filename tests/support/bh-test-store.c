/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-store.h"

#define SEED 4711

static void
open_store (BhTestStore *self)
{
  g_autoptr (GError) error = NULL;

  self->store = bh_store_open (self->path, BH_OPEN_CREATE, self->clock, &error);
  g_assert_no_error (error);
  bh_store_set_seed (self->store, SEED);
}

BhTestStore *
bh_test_store_new (void)
{
  BhTestStore *self = g_new0 (BhTestStore, 1);

  self->folder = bh_test_folder_new ();
  self->path = g_build_filename (self->folder, "office.bihuan", NULL);
  self->clock = bh_clock_new_fixed (BH_TEST_NOW);
  open_store (self);

  return self;
}

BhTestStore *
bh_test_store_open (const char *path)
{
  BhTestStore *self = g_new0 (BhTestStore, 1);

  self->path = g_strdup (path);
  self->clock = bh_clock_new_fixed (BH_TEST_NOW);
  open_store (self);

  return self;
}

void
bh_test_store_free (BhTestStore *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_clear_pointer (&self->folder, bh_test_folder_free);
  g_free (self);
}

void
bh_test_store_reopen (BhTestStore *self)
{
  bh_store_close (self->store);
  g_clear_object (&self->store);
  open_store (self);
}

void
bh_test_store_write (BhTestStore *self, BhWriteFunc func, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (self->store, func, user_data, NULL, &error);
  g_assert_no_error (error);
}

static gpointer
get_single (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  gint64 value;

  if (!bh_connection_get_single (connection, user_data, &value, error))
    return NULL;

  return g_memdup2 (&value, sizeof value);
}

gint64
bh_test_store_get_single (BhTestStore *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *value = bh_store_read (self->store, get_single, (gpointer) sql, NULL, &error);

  g_assert_no_error (error);

  return *value;
}

static BhTicket *
record (BhWork *work, BhTicket *ticket, BhVerb verb, BhPayload *payload, GError **error)
{
  gint64 now = bh_clock_now (bh_work_get_clock (work));
  g_autoptr (BhEvent) event = bh_event_new (verb, now, now, 0, 0, payload);

  return bh_work_record (work, ticket, event, error);
}

BhTicket *
bh_test_work_register (BhWork *work, const char *number, gint64 community_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPayload) payload = bh_payload_new_from (
      "kind", "complaint", "grade", "general", "summary", "三楼走廊漏水", "contact-name", "张晓燕",
      "phone", "13800138000", "reachable", "yes", NULL);
  gint64 now = bh_clock_now (bh_work_get_clock (work));
  BhOffice *office = bh_work_get_office (work, &error);
  g_autofree char *next = NULL;
  BhPolicy *policy;
  BhLocalTime local;
  BhTicket *ticket;

  g_assert_no_error (error);
  policy = bh_office_find_policy (office, 0, BH_GRADE_GENERAL, now);
  g_assert_nonnull (policy);
  bh_office_time_split (bh_office_get_time (office), now, &local);
  if (number == NULL)
    number = next = bh_work_next_number (work, community_id, local.day / 10000, &error);
  g_assert_no_error (error);

  bh_payload_set (payload, "number", number);
  bh_payload_set_int (payload, "policy", policy->id);
  bh_payload_set_int (payload, "community", community_id);
  ticket = record (work, NULL, BH_VERB_NEW, payload, &error);
  g_assert_no_error (error);

  return ticket;
}

BhPayload *
bh_test_payload_new (const char *inputs)
{
  g_auto (GStrv) lines = g_strsplit (inputs != NULL ? inputs : "", "\n", -1);
  BhPayload *payload = bh_payload_new ();

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "=", 2);

      bh_payload_set (payload, parts[0], parts[1]);
    }

  return payload;
}

BhTicket *
bh_test_work_record (
    BhWork *work, BhTicket *ticket, BhVerb verb, const char *inputs, GError **error)
{
  g_autoptr (BhPayload) payload = bh_test_payload_new (inputs);

  return record (work, ticket, verb, payload, error);
}

void
bh_test_work_close (BhWork *work, BhTicket *ticket)
{
  static const struct
  {
    BhVerb verb;
    const char *inputs;
  } steps[] = {
    { BH_VERB_DISPATCH, NULL },
    { BH_VERB_ACCEPT, NULL },
    { BH_VERB_INVESTIGATE, "facts=水管裂了\nresponsibility=property\n" },
    { BH_VERB_PLAN, "measure=换管\ntold=yes\n" },
    { BH_VERB_FINISH, "result=修好了\n" },
    { BH_VERB_SIGN, "by=owner\n" },
    { BH_VERB_CALLBACK, "reached=yes\nscore=5\nsolved=yes\n" },
  };
  BhClock *clock = bh_work_get_clock (work);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;

      bh_clock_set (clock, bh_clock_now (clock) + 3600 * BH_USEC_PER_SEC);
      bh_test_work_record (work, ticket, steps[i].verb, steps[i].inputs, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (ticket->status, ==, BH_STATUS_CLOSED);
}
