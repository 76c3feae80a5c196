/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

#include "support/bh-test-store.h"

/* What is loaded is what was saved, and what the whole history gives. */
static void
assert_saved (BhWork *work, BhTicket *ticket)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) loaded = NULL;
  g_autoptr (BhTicket) folded = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *from_memory = NULL;
  g_autofree char *from_history = NULL;

  g_assert_true (bh_work_flush (work, &error));
  g_assert_no_error (error);
  loaded = bh_ticket_repository_load (bh_work_get_connection (work), ticket->id, &error);
  g_assert_no_error (error);
  events = bh_work_load_events (work, ticket->id, &error);
  folded = bh_ticket_fold (events, bh_work_get_office (work, NULL), &error);
  g_assert_no_error (error);

  from_memory = bh_ticket_diff (ticket, loaded);
  g_assert_cmpstr (from_memory, ==, NULL);
  from_history = bh_ticket_diff (folded, loaded);
  g_assert_cmpstr (from_history, ==, NULL);
  g_assert_cmpint (loaded->version, ==, ticket->version);
}

static void
step (BhWork *work, BhTicket *ticket, BhVerb verb, const char *inputs)
{
  g_autoptr (GError) error = NULL;
  BhClock *clock = bh_work_get_clock (work);

  bh_clock_set (clock, bh_clock_now (clock) + 60 * BH_USEC_PER_SEC);
  bh_test_work_record (work, ticket, verb, inputs, &error);
  g_assert_no_error (error);
  assert_saved (work, ticket);
}

static char *
format_id (const char *key, gint64 id)
{
  return g_strdup_printf ("%s=%" G_GINT64_FORMAT "\n", key, id);
}

/* Every part of a ticket comes, changes and goes. */
static gboolean
walk (BhWork *work, gpointer data, GError **error)
{
  gint64 department_id = bh_register_add_department (work, NULL, "工程部", error);
  gint64 staff_id
      = bh_register_add_staff (work, "李强", department_id, BH_ROLE_WORKER, NULL, error);
  g_autofree char *department = format_id ("department", department_id);
  g_autofree char *person = format_id ("person", staff_id);
  g_autofree char *dispatch = g_strconcat (department, person, NULL);
  g_autofree char *policy = NULL;
  g_autofree char *regrade = NULL;
  BhTicket *ticket = bh_test_work_register (work, NULL, 0);

  assert_saved (work, ticket);
  policy = format_id ("policy", bh_office_find_policy (bh_work_get_office (work, error), 0,
                                                       BH_GRADE_URGENT, BH_TEST_NOW)
                                    ->id);
  regrade = g_strconcat ("grade=urgent\nreason=x\n", policy, NULL);
  step (work, ticket, BH_VERB_DISPATCH, dispatch);
  step (work, ticket, BH_VERB_REMIND, NULL);
  step (work, ticket, BH_VERB_REGRADE, regrade);
  step (work, ticket, BH_VERB_ACCEPT, NULL);
  step (work, ticket, BH_VERB_INVESTIGATE, "facts=水管裂了\nresponsibility=owner\n");
  step (work, ticket, BH_VERB_PLAN, "measure=换管\ntold=yes\npromised=1772500000000000\n");
  step (work, ticket, BH_VERB_FINISH, "result=修好了\ncost=12050\n");
  step (work, ticket, BH_VERB_REFUSE, "reason=还漏\n");
  step (work, ticket, BH_VERB_UNDO, "seq=9\n");
  step (work, ticket, BH_VERB_REFUSE, "reason=还漏\n");
  step (work, ticket, BH_VERB_ACCEPT, NULL);
  step (work, ticket, BH_VERB_CORRECT,
        "summary=四楼漏水\ncontact-name=王芳\nphone=13900139000\nreachable=yes\nreason=x\n");
  step (work, ticket, BH_VERB_FINISH, "result=重修\n");
  step (work, ticket, BH_VERB_SIGN, "by=phone\n");
  step (work, ticket, BH_VERB_CALLBACK, "reached=yes\nscore=4\nsolved=yes\nnote=好\n");
  step (work, ticket, BH_VERB_REOPEN, "reason=x\n");
  g_assert_cmpint (ticket->round, ==, 3);

  return TRUE;
}

static void
test_walk (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, walk, NULL);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM round"), ==, 3);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM due_change"), >, 0);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM opinion"), ==, 2);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM callback"), ==, 1);
  g_assert_cmpint (bh_test_store_get_single (
                       test,
                       "SELECT contact_name = '王芳' AND contact_phone = '13900139000'"
                       " AND phone_reversed = '00093100931' AND contact_key = 'wang fang'"
                       " AND summary_key = 'si lou lou shui' AND summary = '四楼漏水' FROM ticket"),
                   ==, 1);
}

/* A row of a ledger is replaced whole, and its only round may get another number. */
static gboolean
import (BhWork *work, gpointer data, GError **error)
{
  static const char *const rows[] = {
    "number=L-1\nkind=repair\nsummary=灯坏\nstatus=closed\nreceived=1700000000000000\n"
    "finished=1700000360000000\nclosed=1700000360000000\nrounds=3\nscore=4\n",
    "number=L-1\nkind=repair\nsummary=灯坏\nstatus=closed\nreceived=1700000000000000\n"
    "finished=1700000360000000\nclosed=1700000360000000\nrounds=1\n",
    "number=L-1\nkind=repair\nsummary=灯坏了\nstatus=registered\nreceived=1700000000000000\n"
    "rounds=2\n",
  };
  g_autoptr (BhPayload) payload = bh_test_payload_new (rows[0]);
  g_autoptr (BhEvent) event
      = bh_event_new (BH_VERB_IMPORT, BH_TEST_NOW, BH_TEST_NOW, 0, 0, payload);
  BhTicket *ticket = bh_work_record (work, NULL, event, error);

  assert_saved (work, ticket);
  for (guint i = 1; i < G_N_ELEMENTS (rows); i++)
    step (work, ticket, BH_VERB_IMPORT, rows[i]);

  return TRUE;
}

static void
test_import (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, import, NULL);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT sum (round) FROM round"), ==, 2);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM callback"), ==, 0);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM ticket"
                                                   " WHERE finished_day IS NULL"
                                                   " AND received_day = 20231115"),
                   ==, 1);
}

static gint64
add_place (BhWork *work, BhPlaceKind kind, const char *name, gint64 parent_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlace) place = bh_place_new (0, kind, name, parent_id, 0, "");
  gint64 id = bh_register_add_place (work, place, &error);

  g_assert_no_error (error);

  return id;
}

/* The parts follow the ticket to another community; written events stay where they were. */
static gboolean
move (BhWork *work, gpointer data, GError **error)
{
  gint64 first = add_place (work, BH_PLACE_COMMUNITY, "滨河花园", 0);
  gint64 second = add_place (work, BH_PLACE_COMMUNITY, "阳光里", 0);
  gint64 building = add_place (work, BH_PLACE_BUILDING, "10栋", second);
  BhTicket *ticket = bh_test_work_register (work, NULL, first);
  g_autofree char *inputs = g_strdup_printf (
      "community=%" G_GINT64_FORMAT "\nplace=%" G_GINT64_FORMAT "\nreason=x\n", second, building);

  g_assert_true (bh_work_flush (work, error));
  step (work, ticket, BH_VERB_CORRECT, inputs);
  *(gint64 *) data = second;

  return TRUE;
}

static void
test_move (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autofree char *sql = NULL;
  gint64 community_id;

  bh_test_store_write (test, move, &community_id);
  sql = g_strdup_printf (
      "SELECT (SELECT count (*) FROM round WHERE community_id = %1$" G_GINT64_FORMAT
      ") + (SELECT count (*) FROM stage WHERE community_id = %1$" G_GINT64_FORMAT
      ") + (SELECT count (*) FROM complainant WHERE community_id"
      " = %1$" G_GINT64_FORMAT
      ") + (SELECT count (*) FROM event WHERE community_id = %1$" G_GINT64_FORMAT ")",
      community_id);
  g_assert_cmpint (bh_test_store_get_single (test, sql), ==, 4);
  g_assert_cmpint (bh_test_store_get_single (
                       test, "SELECT count (*) FROM ticket WHERE place_key = '000000010dong'"),
                   ==, 1);
}

static gboolean
change_twice (BhWork *work, gpointer data, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);
  BhOfficeTime *time = bh_office_get_time (bh_work_get_office (work, error));
  gint64 id = bh_test_work_register (work, NULL, 0)->id;
  g_autoptr (BhTicket) mine = NULL;
  g_autoptr (BhTicket) yours = NULL;

  g_assert_true (bh_work_flush (work, error));
  mine = bh_ticket_repository_load (connection, id, error);
  yours = bh_ticket_repository_load (connection, id, error);
  mine->reminders = 1;
  yours->reminders = 2;
  g_assert_true (bh_ticket_repository_save (connection, mine, time, error));

  return bh_ticket_repository_save (connection, yours, time, error);
}

static void
test_conflict (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_store_write (test->store, change_twice, NULL, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "W2026-000001"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticket-repository/walk", test_walk);
  g_test_add_func ("/ticket-repository/import", test_import);
  g_test_add_func ("/ticket-repository/move", test_move);
  g_test_add_func ("/ticket-repository/conflict", test_conflict);

  return g_test_run ();
}
