/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-many.h"
#include "desk/bh-slip.h"
#include "domain/bh-error.h"
#include "support/bh-test-desk.h"

#include <string.h>

typedef struct
{
  BhTicket *ticket; /* (owned) */
  GError *error;    /* (owned) */
} Attempt;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Attempt *attempt = user_data;

  attempt->ticket = bh_desk_do_all_finish (BH_DESK (source), result, &attempt->error);
}

static void
wait_for (Attempt *attempt)
{
  while (attempt->ticket == NULL && attempt->error == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: (transfer full): the desk with 王敏 at it */
static BhDesk *
open_desk (BhTestDesk *test_desk)
{
  BhDesk *desk = bh_desk_new (test_desk->store);
  BhStaff *clerk = bh_office_find (bh_desk_get_office (desk), BH_TYPE_STAFF, "王敏");

  bh_desk_set_staff_id (desk, bh_entry_get_id (BH_ENTRY (clerk)));

  return desk;
}

static void
enter (BhTestDesk *test_desk, BhPayload *entered, GError **error)
{
  g_autoptr (BhDesk) desk = open_desk (test_desk);
  g_autoptr (BhSlip) slip = bh_slip_new (test_desk->ticket, bh_desk_get_office (desk));
  Attempt attempt = { NULL, NULL };

  g_assert_nonnull (slip);
  bh_slip_do_async (desk, slip, test_desk->ticket_id, entered, NULL, done_cb, &attempt);
  wait_for (&attempt);
  g_clear_object (&attempt.ticket);
  if (attempt.error != NULL)
    g_propagate_error (error, attempt.error);
}

static BhPayload *
fill_in (const char *accepted_at, const char *finished_at)
{
  return bh_payload_new_from ("person", "赵刚", "accepted-at", accepted_at, "cause", "wear",
                              "responsibility", "property", "facts", "接头老化", "measure",
                              "更换接头", "finished-at", finished_at, "result", "已更换", "cost",
                              "45.50", NULL);
}

static void
forward_to_evening (BhTestDesk *desk)
{
  bh_test_desk_forward (desk, 10 * BH_TEST_DESK_HOUR);
}

/* One form, all the steps that were left, each with its time and its doer. */
static void
test_whole (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhPayload) entered = fill_in ("2026-03-02 09:00", "2026-03-02 11:30");
  g_autoptr (BhTicketView) view = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  BhEvent *accept, *finish;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_DISPATCHED);
  forward_to_evening (desk);
  enter (desk, entered, &error);
  g_assert_no_error (error);
  view = bh_test_desk_load (desk);
  g_assert_cmpint (view->ticket->status, ==, BH_STATUS_FINISHED);
  g_assert_cmpint (view->ticket->cost, ==, 4550);
  g_assert_cmpstr (view->ticket->measure, ==, "更换接头");
  g_assert_cmpuint (view->events->len, ==, 6);
  accept = g_ptr_array_index (view->events, 2);
  finish = g_ptr_array_index (view->events, 5);
  g_assert_cmpint (accept->verb, ==, BH_VERB_ACCEPT);
  g_assert_cmpint (accept->at, ==, BH_TEST_DESK_START + BH_TEST_DESK_HOUR);
  g_assert_cmpint (finish->at, ==, BH_TEST_DESK_START + 7 * BH_TEST_DESK_HOUR / 2);
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_STAFF, finish->actor_id), ==, "赵刚");
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_STAFF, finish->entered_by), ==, "王敏");
  g_assert_true (bh_event_is_backfilled (finish));
}

static void
assert_refused (BhPayload *entered, const char *beginning)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) view = NULL;
  g_autoptr (GError) error = NULL;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_DISPATCHED);
  forward_to_evening (desk);
  enter (desk, entered, &error);
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, beginning));
  view = bh_test_desk_load (desk);
  g_assert_cmpint (view->ticket->status, ==, BH_STATUS_DISPATCHED);
  g_assert_cmpuint (view->events->len, ==, 2);
}

/* What is wrong is said at its field, and then no step was taken, not even the first. */
static void
test_refused (void)
{
  g_autoptr (BhPayload) backwards = fill_in ("2026-03-02 11:30", "2026-03-02 09:00");
  g_autoptr (BhPayload) future = fill_in ("2026-03-02 09:00", "2026-03-09 09:00");
  g_autoptr (BhPayload) nonsense = fill_in ("2026-03-02 09:00", "sometime");
  g_autoptr (BhPayload) cost = fill_in ("2026-03-02 09:00", "2026-03-02 11:30");
  g_autoptr (BhPayload) stranger = fill_in ("2026-03-02 09:00", "2026-03-02 11:30");

  bh_payload_set (cost, "cost", "much");
  bh_payload_set (stranger, "person", "没有这个人");
  assert_refused (backwards, "finished-at: ");
  assert_refused (future, "finished-at: ");
  assert_refused (nonsense, "finished-at: ");
  assert_refused (cost, "“Finish”: “much”");
  assert_refused (stranger, "person: ");
}

/* All steps go back together, and not after something else. */
static void
test_undone (void)
{
  g_autoptr (BhTestDesk) test_desk = bh_test_desk_new ();
  g_autoptr (BhPayload) entered = fill_in ("2026-03-02 09:00", "2026-03-02 11:30");
  g_autoptr (BhTicketView) done = NULL;
  g_autoptr (BhTicketView) undone = NULL;
  g_autoptr (BhTicketView) untouched = NULL;
  g_autoptr (BhDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  Attempt attempt = { NULL, NULL };

  bh_test_desk_work_until (test_desk, "漏水", "general", BH_STATUS_DISPATCHED);
  forward_to_evening (test_desk);
  enter (test_desk, entered, &error);
  g_assert_no_error (error);
  done = bh_test_desk_load (test_desk);
  desk = open_desk (test_desk);
  bh_desk_undo_all_async (desk, done->ticket, 4, NULL, done_cb, &attempt);
  wait_for (&attempt);
  g_assert_no_error (attempt.error);
  g_assert_cmpint (attempt.ticket->status, ==, BH_STATUS_DISPATCHED);
  g_clear_object (&attempt.ticket);
  undone = bh_test_desk_load (test_desk);
  g_assert_null (undone->ticket->measure);
  g_assert_cmpint (undone->ticket->finished_at, ==, 0);

  bh_desk_undo_all_async (desk, done->ticket, 4, NULL, done_cb, &attempt);
  wait_for (&attempt);
  g_assert_error (attempt.error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
  g_clear_error (&attempt.error);
  untouched = bh_test_desk_load (test_desk);
  g_assert_cmpuint (untouched->events->len, ==, undone->events->len);
}

static gboolean
asks (const BhSlip *slip, const char *key)
{
  for (guint i = 0; i < slip->n_inputs; i++)
    if (g_str_equal (slip->inputs[i].key, key))
      return TRUE;

  return FALSE;
}

static BhSlip *
make_slip (const char *category, const char *grade, BhStatus status)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);

  bh_test_desk_work_until (desk, category, grade, status);

  return bh_slip_new (desk->ticket, office);
}

/* Only what the ticket still needs. */
static void
test_steps (void)
{
  g_autoptr (BhSlip) whole = make_slip ("漏水", "general", BH_STATUS_DISPATCHED);
  g_autoptr (BhSlip) planned = make_slip ("漏水", "general", BH_STATUS_PLANNED);
  g_autoptr (BhSlip) quick = make_slip ("快修", "general", BH_STATUS_DISPATCHED);
  g_autoptr (BhSlip) urgent = make_slip ("漏水", "urgent", BH_STATUS_ACCEPTED);

  g_assert_cmpuint (whole->n_verbs, ==, 4);
  g_assert_true (asks (whole, "measure"));
  g_assert_cmpuint (planned->n_verbs, ==, 1);
  g_assert_false (asks (planned, "accepted-at"));
  g_assert_false (asks (planned, "measure"));
  g_assert_true (asks (planned, "cause"));
  g_assert_cmpuint (quick->n_verbs, ==, 2);
  g_assert_true (asks (quick, "accepted-at"));
  g_assert_cmpuint (urgent->n_verbs, ==, 1);
  g_assert_null (make_slip ("漏水", "general", BH_STATUS_REGISTERED));
  g_assert_null (make_slip ("漏水", "general", BH_STATUS_FINISHED));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slip/whole", test_whole);
  g_test_add_func ("/slip/refused", test_refused);
  g_test_add_func ("/slip/undone", test_undone);
  g_test_add_func ("/slip/steps", test_steps);

  return g_test_run ();
}
