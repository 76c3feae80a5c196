/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "domain/bh-error.h"

/* Tasks of assisting departments: asked for, done, waived, and what waits for them. */

static BhTask *
get_task (BhTestDesk *desk, guint i)
{
  g_assert_cmpuint (desk->ticket->tasks->len, >, i);

  return g_ptr_array_index (desk->ticket->tasks, i);
}

static void
ask (BhTestDesk *desk)
{
  bh_test_desk_do (desk, BH_VERB_TASK, "王敏", "department", "保洁绿化", "what", "清理现场", "due",
                   "2026-03-03 18:00", NULL);
}

static void
test_done (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) view = NULL;
  BhTask *task;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  ask (desk);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_PLANNED);
  bh_test_desk_refuse (desk, BH_VERB_FINISH, "李强", BH_DOMAIN_ERROR_REFUSED, "清理现场", "result",
                       "好", NULL);

  bh_test_desk_do (desk, BH_VERB_TASK_DONE, "孙洁", "task", "1", "result", "扫干净了", NULL);
  view = bh_test_desk_load (desk);
  task = g_ptr_array_index (view->ticket->tasks, 0);
  g_assert_cmpint (task->outcome, ==, BH_TASK_DONE);
  g_assert_cmpstr (task->what, ==, "清理现场");
  g_assert_cmpstr (task->result, ==, "扫干净了");
  g_assert_cmpint (task->asked_at, <, task->done_at);
  g_assert_cmpint (task->due_at, ==,
                   BH_TEST_DESK_START + BH_TEST_DESK_DAY + 10 * BH_TEST_DESK_HOUR);
  g_assert_cmpint (task->done_by, !=, task->asked_by);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "好", NULL);
}

static void
test_waive (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  ask (desk);
  ask (desk);
  bh_test_desk_refuse (desk, BH_VERB_TASK_WAIVE, "王敏", BH_DOMAIN_ERROR_INPUT, "reason", "task",
                       "2", NULL);
  bh_test_desk_refuse (desk, BH_VERB_TASK_WAIVE, "李强", BH_DOMAIN_ERROR_REFUSED, "front desk",
                       "task", "2", "reason", "不用", NULL);
  bh_test_desk_do (desk, BH_VERB_TASK_WAIVE, "王敏", "task", "2", "reason", "不用", NULL);
  g_assert_cmpint (get_task (desk, 1)->outcome, ==, BH_TASK_WAIVED);
  g_assert_cmpint (get_task (desk, 0)->outcome, ==, BH_TASK_OPEN);
  bh_test_desk_refuse (desk, BH_VERB_TASK_DONE, "孙洁", BH_DOMAIN_ERROR_REFUSED, "1 (保洁绿化",
                       "task", "2", "result", "好", NULL);
  bh_test_desk_refuse (desk, BH_VERB_TASK_DONE, "孙洁", BH_DOMAIN_ERROR_INPUT, "1 (保洁绿化",
                       "task", "3", "result", "好", NULL);
  bh_test_desk_do (desk, BH_VERB_TASK_DONE, "孙洁", "task", "1", "result", "好", NULL);
  bh_test_desk_refuse (desk, BH_VERB_TASK_DONE, "孙洁", BH_DOMAIN_ERROR_REFUSED, "", "task", "1",
                       "result", "好", NULL);

  bh_test_desk_do (desk, BH_VERB_UNDO, "孙洁", NULL);
  g_assert_cmpint (get_task (desk, 0)->outcome, ==, BH_TASK_OPEN);
  g_assert_cmpstr (get_task (desk, 0)->result, ==, NULL);
}

/* A task outlives a return; what is open when the ticket ends is waived with it. */
static void
test_end (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_ACCEPTED);
  ask (desk);
  bh_test_desk_do (desk, BH_VERB_RETURN, "李强", "reason", "wrong-department", NULL);
  g_assert_cmpint (get_task (desk, 0)->outcome, ==, BH_TASK_OPEN);
  bh_test_desk_do (desk, BH_VERB_WITHDRAW, "王敏", "reason", "算了", NULL);
  g_assert_cmpint (get_task (desk, 0)->outcome, ==, BH_TASK_WAIVED);
  g_assert_cmpint (get_task (desk, 0)->done_at, ==, desk->ticket->closed_at);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  g_assert_cmpint (get_task (desk, 0)->outcome, ==, BH_TASK_OPEN);
}

static void
test_times (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_DISPATCHED);
  bh_test_desk_refuse (desk, BH_VERB_TASK, "王敏", BH_DOMAIN_ERROR_INPUT, "", "department",
                       "保洁绿化", "what", "清理", "due", "2026-03-01 18:00", NULL);
  bh_test_desk_refuse (desk, BH_VERB_TASK, "孙洁", BH_DOMAIN_ERROR_REFUSED, "", "department",
                       "保洁绿化", "what", "清理", NULL);
  bh_test_desk_do (desk, BH_VERB_TASK, "王敏", "department", "保洁绿化", "what", "清理", NULL);
  g_assert_cmpint (get_task (desk, 0)->due_at, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tasks/done", test_done);
  g_test_add_func ("/tasks/waive", test_waive);
  g_test_add_func ("/tasks/end", test_end);
  g_test_add_func ("/tasks/times", test_times);

  return g_test_run ();
}
