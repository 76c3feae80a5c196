/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "desk/bh-complainant-state.h"
#include "ui/tickets/bh-task-list.h"
#include "ui/tickets/bh-ticket-notices.h"

#include <string.h>

typedef struct
{
  BhTestDesk *desk;
  BhOffice *office;
  BhTicketView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->desk = bh_test_desk_new ();
  bh_test_desk_work_until (fixture->desk, "漏水", "general", BH_STATUS_PLANNED);
  fixture->office = bh_store_dup_office (fixture->desk->store);
  fixture->view = bh_test_desk_load (fixture->desk);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bh_ticket_view_free (fixture->view);
  g_object_unref (fixture->office);
  bh_test_desk_free (fixture->desk);
}

static gint64
find_id (Fixture *fixture, GType type, const char *name)
{
  return bh_entry_get_id (bh_office_find (fixture->office, type, name));
}

static BhTicketNotice *
get_notice (GPtrArray *notices, guint i)
{
  g_assert_cmpuint (i, <, notices->len);

  return g_ptr_array_index (notices, i);
}

static void
ask (Fixture *fixture, BhVerb verb, gint64 until_at, const char *reason)
{
  BhRequest *request = g_object_new (BH_TYPE_REQUEST, NULL);

  request->verb = verb;
  request->asked_at = BH_TEST_DESK_START;
  request->asked_by = find_id (fixture, BH_TYPE_STAFF, "李强");
  request->until_at = until_at;
  request->reason = g_strdup (reason);
  g_ptr_array_add (fixture->view->ticket->requests, request);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) notices = bh_ticket_notices_list (fixture->view, fixture->office);

  g_assert_cmpuint (notices->len, ==, 0);
}

/* Who asks, what for, since when, why; and the verbs that answer it. */
static void
test_request (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) notices = NULL;
  BhTicketNotice *notice;

  ask (fixture, BH_VERB_EXTEND, BH_TEST_DESK_START + BH_TEST_DESK_DAY, "等厂家配件");
  notices = bh_ticket_notices_list (fixture->view, fixture->office);
  notice = get_notice (notices, 0);
  g_assert_nonnull (strstr (notice->text, "李强"));
  g_assert_nonnull (strstr (notice->text, "2026-03-03 08:00"));
  g_assert_nonnull (strstr (notice->text, "等厂家配件"));
  g_assert_true (notice->urgent);
  g_assert_cmpint (notice->verbs[0], ==, BH_VERB_APPROVE);
  g_assert_cmpint (notice->verbs[1], ==, BH_VERB_REJECT);
}

/* The reason of a suspension is a code; people read its word. */
static void
test_request_suspend (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) notices = NULL;

  ask (fixture, BH_VERB_SUSPEND, BH_TEST_DESK_START + 9 * BH_TEST_DESK_DAY, "material");
  notices = bh_ticket_notices_list (fixture->view, fixture->office);
  g_assert_nonnull (strstr (get_notice (notices, 0)->text,
                            bh_list_get_label (BH_LIST_SUSPEND_REASON, BH_SUSPEND_MATERIAL)));
}

static void
test_suspended (Fixture *fixture, gconstpointer data)
{
  BhPause *pause = g_object_new (BH_TYPE_PAUSE, NULL);
  g_autoptr (GPtrArray) notices = NULL;
  BhTicketNotice *notice;

  pause->reason = BH_SUSPEND_WEATHER;
  g_ptr_array_add (fixture->view->ticket->pauses, pause);
  fixture->view->ticket->suspended_at = BH_TEST_DESK_START;
  fixture->view->ticket->suspended_until = BH_TEST_DESK_START + BH_TEST_DESK_DAY;
  notices = bh_ticket_notices_list (fixture->view, fixture->office);
  notice = get_notice (notices, 0);
  g_assert_nonnull (strstr (notice->text, "2026-03-03 08:00"));
  g_assert_nonnull (
      strstr (notice->text, bh_list_get_label (BH_LIST_SUSPEND_REASON, BH_SUSPEND_WEATHER)));
  g_assert_cmpint (notice->verbs[0], ==, BH_VERB_RESUME);
}

static BhTicketRow *
add_other (Fixture *fixture, gint64 id, const char *number, BhStatus status)
{
  BhTicketRow *row = g_object_new (BH_TYPE_TICKET_ROW, NULL);

  row->id = id;
  row->number = g_strdup (number);
  row->summary = g_strdup ("同一处漏水");
  row->status = status;
  g_ptr_array_add (status == BH_STATUS_MERGED ? fixture->view->merged : fixture->view->others, row);

  return row;
}

/* Every other ticket of the matter can be opened from here. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) notices = NULL;

  fixture->view->ticket->merged_into = add_other (fixture, 7, "W7", BH_STATUS_PLANNED)->id;
  fixture->view->ticket->repeat_of = add_other (fixture, 8, "W8", BH_STATUS_CLOSED)->id;
  add_other (fixture, 9, "W9", BH_STATUS_MERGED);
  notices = bh_ticket_notices_list (fixture->view, fixture->office);
  g_assert_cmpuint (notices->len, ==, 3);
  for (guint i = 0; i < notices->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("W%u", i + 7);

      g_assert_cmpint (get_notice (notices, i)->ticket_id, ==, i + 7);
      g_assert_nonnull (strstr (get_notice (notices, i)->text, number));
    }
}

/* Only what is possible has a button. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  const BhVerb none[] = { BH_VERB_NONE };
  GtkWidget *widget = g_object_ref_sink (bh_ticket_notices_new ());

  ask (fixture, BH_VERB_EXTEND, BH_TEST_DESK_START + BH_TEST_DESK_DAY, "等厂家配件");
  bh_ticket_notices_show (BH_TICKET_NOTICES (widget), fixture->view, fixture->office, none);
  g_assert_true (bh_test_ui_says (widget, "等厂家配件"));
  g_assert_null (bh_test_ui_find (widget, GTK_TYPE_BUTTON));
  g_ptr_array_set_size (fixture->view->ticket->requests, 0);
  bh_ticket_notices_show (BH_TICKET_NOTICES (widget), fixture->view, fixture->office, none);
  g_assert_false (gtk_widget_get_visible (widget));
  g_assert_finalize_object (widget);
}

static void
add_task (Fixture *fixture, const char *what, BhTaskOutcome outcome)
{
  BhTask *task = g_object_new (BH_TYPE_TASK, NULL);

  task->department_id = find_id (fixture, BH_TYPE_DEPARTMENT, "保洁绿化");
  task->what = g_strdup (what);
  task->asked_at = BH_TEST_DESK_START;
  task->due_at = BH_TEST_DESK_START + BH_TEST_DESK_DAY;
  task->outcome = outcome;
  task->done_at = outcome != BH_TASK_OPEN ? BH_TEST_DESK_START + BH_TEST_DESK_HOUR : 0;
  task->result = outcome != BH_TASK_OPEN ? g_strdup ("已清理") : NULL;
  g_ptr_array_add (fixture->view->ticket->tasks, task);
}

static void
test_tasks (Fixture *fixture, gconstpointer data)
{
  const BhVerb none[] = { BH_VERB_NONE };
  GtkWidget *widget = g_object_ref_sink (bh_task_list_new ());

  bh_task_list_show (BH_TASK_LIST (widget), fixture->view->ticket, fixture->office, none,
                     BH_TEST_DESK_START);
  g_assert_false (gtk_widget_get_visible (widget));
  add_task (fixture, "清理楼道积水", BH_TASK_DONE);
  add_task (fixture, "铺防滑垫", BH_TASK_OPEN);
  bh_task_list_show (BH_TASK_LIST (widget), fixture->view->ticket, fixture->office, none,
                     BH_TEST_DESK_START);
  g_assert_true (gtk_widget_get_visible (widget));
  g_assert_true (bh_test_ui_says (widget, "保洁绿化"));
  g_assert_true (bh_test_ui_says (widget, "已清理"));
  g_assert_true (bh_test_ui_says (widget, "铺防滑垫"));
  g_assert_true (bh_test_ui_says (widget, "2026-03-03 08:00"));
  g_assert_finalize_object (widget);
}

static void
test_complainants (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_FINISHED);
  g_assert_cmpstr (bh_complainant_state_get_label (desk->ticket, 0), ==, "");
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "by", "phone", NULL);
  g_assert_cmpstr (bh_complainant_state_get_label (desk->ticket, 0), ==,
                   bh_list_get_label (BH_LIST_VERDICT, BH_VERDICT_SIGNED));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/ticket-notices/nothing", test_nothing);
  ADD ("/ticket-notices/request", test_request);
  ADD ("/ticket-notices/request-suspend", test_request_suspend);
  ADD ("/ticket-notices/suspended", test_suspended);
  ADD ("/ticket-notices/others", test_others);
  ADD ("/ticket-notices/buttons", test_buttons);
  ADD ("/ticket-notices/tasks", test_tasks);
  g_test_add_func ("/ticket-notices/complainants", test_complainants);

  return g_test_run ();
}
