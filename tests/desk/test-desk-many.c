/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "desk/bh-desk-many.h"
#include "domain/bh-error.h"
#include "storage/bh-check.h"

/* Several verbs on one ticket, one verb on several tickets, and taking that back. */

#define TICKETS 4

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  gint64 ids[TICKETS];
  GMainLoop *loop;
  GAsyncResult *result;
} Fixture;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = g_object_ref (result);
  g_main_loop_quit (fixture->loop);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->office = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->office->store);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  for (guint i = 0; i < TICKETS; i++)
    {
      g_clear_object (&fixture->office->ticket);
      fixture->office->ticket_id = 0;
      bh_test_desk_register (fixture->office, "漏水", "general");
      fixture->ids[i] = fixture->office->ticket_id;
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_main_loop_unref (fixture->loop);
  g_object_unref (fixture->desk);
  bh_test_desk_free (fixture->office);
}

static GPtrArray *
finish (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *results;

  g_main_loop_run (fixture->loop);
  results = bh_desk_many_finish (fixture->desk, fixture->result, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);

  return results;
}

static BhManyResult *
get (GPtrArray *results, guint i)
{
  g_assert_cmpuint (results->len, >, i);

  return g_ptr_array_index (results, i);
}

static BhTicket *
load (Fixture *fixture, guint i)
{
  g_autoptr (BhTicketView) view = NULL;

  fixture->office->ticket_id = fixture->ids[i];
  view = bh_test_desk_load (fixture->office);

  return g_object_ref (view->ticket);
}

static void
assert_status (Fixture *fixture, guint i, BhStatus status)
{
  g_autoptr (BhTicket) ticket = load (fixture, i);

  g_assert_cmpint (ticket->status, ==, status);
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wrong = bh_check_run (fixture->office->store, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) different = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (wrong->len > 0 ? g_ptr_array_index (wrong, 0) : NULL, ==, NULL);
  different = bh_check_refold (fixture->office->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (different->len > 0 ? g_ptr_array_index (different, 0) : NULL, ==, NULL);
}

static void
withdraw (Fixture *fixture, guint i)
{
  fixture->office->ticket_id = fixture->ids[i];
  bh_test_desk_do (fixture->office, BH_VERB_WITHDRAW, "王敏", "reason", "算了", NULL);
}

static GPtrArray *
dispatch_all (Fixture *fixture)
{
  g_autoptr (BhPayload) inputs = bh_payload_new_from ("department", "工程维修", NULL);

  bh_desk_do_many_async (fixture->desk, BH_VERB_DISPATCH, fixture->ids, TICKETS, inputs, 0, NULL,
                         done_cb, fixture);

  return finish (fixture);
}

/* One refusal stops nothing, and is told. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) preview = NULL;
  g_autoptr (GPtrArray) results = NULL;

  withdraw (fixture, 1);
  bh_desk_preview_many_async (fixture->desk, BH_VERB_DISPATCH, fixture->ids, TICKETS, NULL, done_cb,
                              fixture);
  preview = finish (fixture);
  g_assert_cmpuint (preview->len, ==, TICKETS);
  g_assert_null (get (preview, 0)->refusal);
  g_assert_nonnull (get (preview, 1)->refusal);
  assert_status (fixture, 0, BH_STATUS_REGISTERED);

  results = dispatch_all (fixture);
  for (guint i = 0; i < TICKETS; i++)
    {
      g_assert_cmpint (get (results, i)->ticket_id, ==, fixture->ids[i]);
      g_assert_cmpint (get (results, i)->seq != 0, ==, i != 1);
      g_assert_cmpstr (get (results, i)->refusal, ==, get (preview, i)->refusal);
      assert_status (fixture, i, i == 1 ? BH_STATUS_WITHDRAWN : BH_STATUS_DISPATCHED);
    }
  assert_sound (fixture);
}

/* Where something was done since, the ticket stays. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) results = dispatch_all (fixture);
  g_autoptr (GPtrArray) undone = NULL;

  fixture->office->ticket_id = fixture->ids[2];
  bh_test_desk_do (fixture->office, BH_VERB_ACCEPT, "李强", NULL);
  bh_desk_undo_many_async (fixture->desk, results, NULL, done_cb, fixture);
  undone = finish (fixture);
  g_assert_cmpuint (undone->len, ==, TICKETS);
  g_assert_cmpint (get (undone, 1)->ticket_id, ==, fixture->ids[2]);
  g_assert_nonnull (get (undone, 1)->refusal);
  for (guint i = 0; i < TICKETS; i++)
    assert_status (fixture, i, i == 2 ? BH_STATUS_ACCEPTED : BH_STATUS_REGISTERED);
  assert_sound (fixture);
}

/* What was half done to a refused ticket is gone: the person that was to be added too. */
static void
test_half (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhPayload) inputs = bh_payload_new_from ("into", "W2026-000001", NULL);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (BhTicket) target = NULL;

  bh_desk_do_many_async (fixture->desk, BH_VERB_MERGE, fixture->ids, TICKETS, inputs, 0, NULL,
                         done_cb, fixture);
  results = finish (fixture);
  g_assert_nonnull (get (results, 0)->refusal);
  for (guint i = 1; i < TICKETS; i++)
    assert_status (fixture, i, BH_STATUS_MERGED);
  target = load (fixture, 0);
  g_assert_cmpuint (target->complainants->len, ==, TICKETS);
  assert_sound (fixture);

  bh_desk_undo_many_async (fixture->desk, results, NULL, done_cb, fixture);
  undone = finish (fixture);
  g_assert_cmpuint (undone->len, ==, TICKETS - 1);
  for (guint i = 0; i < TICKETS; i++)
    assert_status (fixture, i, BH_STATUS_REGISTERED);
  assert_sound (fixture);
}

static BhTicket *
do_slip (Fixture *fixture, gint64 accepted, GError **error)
{
  g_autoptr (BhPayload) none = bh_payload_new ();
  g_autoptr (BhPayload) cause
      = bh_payload_new_from ("cause", "wear", "responsibility", "property", NULL);
  g_autoptr (BhPayload) plan = bh_payload_new_from ("measure", "换管", NULL);
  g_autoptr (BhPayload) result = bh_payload_new_from ("result", "好了", NULL);
  const BhVerbStep steps[] = {
    { BH_VERB_ACCEPT, none, accepted },
    { BH_VERB_INVESTIGATE, cause, 0 },
    { BH_VERB_PLAN, plan, 0 },
    { BH_VERB_FINISH, result, 0 },
  };
  BhTicket *ticket;

  bh_desk_do_all_async (fixture->desk, fixture->ids[0], steps, G_N_ELEMENTS (steps), NULL, NULL,
                        done_cb, fixture);
  g_main_loop_run (fixture->loop);
  ticket = bh_desk_do_all_finish (fixture->desk, fixture->result, error);
  g_clear_object (&fixture->result);

  return ticket;
}

/* A repairman's slip: all of it or nothing, and the refusal says which line. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicket) ticket = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (do_slip (fixture, 0, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
  g_assert_true (g_str_has_prefix (error->message, "“Accept”"));
  g_clear_error (&error);

  fixture->office->ticket_id = fixture->ids[0];
  bh_test_desk_do (fixture->office, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_forward (fixture->office, BH_TEST_DESK_HOUR);
  ticket = do_slip (fixture, bh_clock_now (fixture->office->clock) - BH_TEST_DESK_HOUR / 2, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_FINISHED);
  g_assert_cmpint (ticket->finished_at - ticket->first_accepted_at, ==, BH_TEST_DESK_HOUR / 2);
  assert_sound (fixture);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/desk-many/many", test_many);
  ADD ("/desk-many/undo", test_undo);
  ADD ("/desk-many/half", test_half);
  ADD ("/desk-many/all", test_all);

  return g_test_run ();
}
