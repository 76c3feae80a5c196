/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-auto-dispatch.h"
#include "storage/bh-settings.h"
#include "support/bh-test-desk.h"

#include <string.h>

typedef struct
{
  const char *who;
  BhPayload *inputs; /* (owned) */
  gint64 ticket_id;
} Job;

static gboolean
set_percent_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_settings_set (work, "auto-dispatch-percent", user_data, error);
}

static gboolean
register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Job *job = user_data;
  BhOffice *office = bh_work_get_office (work, error);
  BhActor actor;
  BhTicket *ticket = NULL;

  if (bh_verbs_get_actor (office, job->who, &actor, error))
    ticket = bh_auto_dispatch_register (work, NULL, job->inputs, &actor, 0, error);
  job->ticket_id = ticket != NULL ? ticket->id : 0;

  return ticket != NULL;
}

static void
set_percent (BhTestDesk *desk, const char *percent)
{
  g_autoptr (GError) error = NULL;

  bh_store_write (desk->store, set_percent_in_worker, (gpointer) percent, NULL, &error);
  g_assert_no_error (error);
}

/* Tickets that taught whom the category 电梯 is for, and what it is about. */
static void
teach (BhTestDesk *desk)
{
  for (guint i = 0; i < 30; i++)
    {
      bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "hotline", "grade",
                       "general", "summary", "轿厢门夹人", "category", "电梯", "place", "大堂",
                       NULL);
      bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", "person", "赵刚",
                       NULL);
      desk->ticket_id = 0;
      bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "hotline", "grade",
                       "general", "summary", "厨房水管滴水", "category", "漏水", "place", "大堂",
                       NULL);
      desk->ticket_id = 0;
    }
}

static BhTicketView *
report_by (BhTestDesk *desk, const char *who, const char *summary, const char *category)
{
  Job job = { who,
              bh_payload_new_from ("kind", "repair", "channel", "hotline", "grade", "general",
                                   "summary", summary, "category", category, "place", "大堂", NULL),
              0 };
  g_autoptr (GError) error = NULL;

  bh_test_desk_forward (desk, BH_TEST_DESK_MINUTE);
  bh_store_write (desk->store, register_in_worker, &job, NULL, &error);
  g_assert_no_error (error);
  bh_payload_unref (job.inputs);
  desk->ticket_id = job.ticket_id;

  return bh_test_desk_load (desk);
}

static BhTicketView *
report (BhTestDesk *desk, const char *summary, const char *category)
{
  return report_by (desk, "王敏", summary, category);
}

static void
test_off (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) view = NULL;

  teach (desk);
  view = report (desk, "轿厢门夹人", "电梯");
  g_assert_cmpint (view->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpuint (view->events->len, ==, 1);
}

/* The category is taken from the text, the department from where such tickets went; the history
 * says why, and it can be taken back. */
static void
test_dispatched (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) view = NULL;
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  g_autofree char *text = NULL;
  BhEvent *event;

  teach (desk);
  set_percent (desk, "60");
  view = report (desk, "轿厢门又夹人", NULL);
  g_assert_cmpint (view->ticket->status, ==, BH_STATUS_DISPATCHED);
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_CATEGORY, view->ticket->category_id), ==,
                   "电梯");
  g_assert_cmpstr (bh_office_get_name (office, BH_TYPE_DEPARTMENT, view->ticket->department_id), ==,
                   "工程维修");
  g_assert_cmpint (view->ticket->staff_id, !=, 0);

  event = g_ptr_array_index (view->events, view->events->len - 1);
  g_assert_cmpint (event->actor_id, ==, 0);
  g_assert_cmpint (event->entered_by, !=, 0);
  text = bh_desk_describe_event (office, event);
  g_assert_nonnull (strstr (text, "by the program"));
  g_assert_nonnull (strstr (text, "轿厢"));

  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
}

/* A worker takes in what is met on the way and does not dispatch: the program does. */
static void
test_worker (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) view = NULL;

  teach (desk);
  set_percent (desk, "60");
  view = report_by (desk, "李强", "轿厢门又夹人", NULL);
  g_assert_cmpint (view->ticket->status, ==, BH_STATUS_DISPATCHED);
}

/* What is less sure than wanted is left to people. */
static void
test_unsure (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) unknown = NULL;
  g_autoptr (BhTicketView) strict = NULL;

  teach (desk);
  set_percent (desk, "60");
  unknown = report (desk, "13800138000", NULL);
  g_assert_cmpint (unknown->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpint (unknown->ticket->category_id, ==, 0);
  set_percent (desk, "100");
  strict = report (desk, "轿厢门又夹人", NULL);
  g_assert_cmpint (strict->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpint (strict->ticket->category_id, ==, 0);
}

/* A category that the clerk chose is as sure as can be. */
static void
test_chosen (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) view = NULL;
  BhEvent *event;

  teach (desk);
  set_percent (desk, "90");
  view = report (desk, "听不清楚", "电梯");
  g_assert_cmpint (view->ticket->status, ==, BH_STATUS_DISPATCHED);
  event = g_ptr_array_index (view->events, view->events->len - 1);
  g_assert_null (bh_payload_get (event->payload, "because"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auto-dispatch/off", test_off);
  g_test_add_func ("/auto-dispatch/dispatched", test_dispatched);
  g_test_add_func ("/auto-dispatch/worker", test_worker);
  g_test_add_func ("/auto-dispatch/unsure", test_unsure);
  g_test_add_func ("/auto-dispatch/chosen", test_chosen);

  return g_test_run ();
}
