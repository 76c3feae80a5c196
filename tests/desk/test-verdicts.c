/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "domain/bh-error.h"

/* What the owner says of the result, and what is mended or undone afterwards. */

#define REFUSED BH_DOMAIN_ERROR_REFUSED
#define INPUT BH_DOMAIN_ERROR_INPUT

static void
finish_anonymous (BhTestDesk *desk)
{
  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "inspection", "grade",
                   "urgent", "category", "漏水", "summary", "大堂灯坏", "place", "大堂", NULL);
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "李强", NULL);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "已换", NULL);
}

static void
test_sign (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_FINISHED);
  bh_test_desk_refuse (desk, BH_VERB_SIGN, "王敏", INPUT, "owner, phone", "by", "pigeon", NULL);
  bh_test_desk_refuse (desk, BH_VERB_SIGN, "陈静", REFUSED, "can be asked", "by", "verified", NULL);
  bh_test_desk_refuse (desk, BH_VERB_SIGN, "王敏", INPUT, "张晓燕", "contact", "王五", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "by", "message", "contact", "张晓燕", "note", "满意",
                   NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_SIGNED);
}

/* Where nobody can be asked, a supervisor looks; there is nobody to call back either. */
static void
test_verify (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  finish_anonymous (desk);
  bh_test_desk_refuse (desk, BH_VERB_SIGN, "王敏", REFUSED, "supervisor", "by", "verified", NULL);
  bh_test_desk_refuse (desk, BH_VERB_SIGN, "陈静", REFUSED, "verified", "by", "phone", NULL);
  bh_test_desk_refuse (desk, BH_VERB_ATTEMPT, "王敏", REFUSED, "verifies", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "陈静", "by", "verified", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
}

static void
test_refuse (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  gint64 holder;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_FINISHED);
  holder = desk->ticket->staff_id;
  bh_test_desk_refuse (desk, BH_VERB_REFUSE, "王敏", INPUT, "reason", NULL);
  bh_test_desk_do (desk, BH_VERB_REFUSE, "王敏", "reason", "还在漏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_DISPATCHED);
  g_assert_cmpint (desk->ticket->round, ==, 2);
  g_assert_cmpint (desk->ticket->staff_id, ==, holder);
}

static void
test_attempts (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_FINISHED);
  bh_test_desk_do (desk, BH_VERB_ATTEMPT, "王敏", "note", "关机", NULL);
  bh_test_desk_do (desk, BH_VERB_ATTEMPT, "王敏", NULL);
  bh_test_desk_forward (desk, BH_TEST_DESK_DAY);
  bh_test_desk_do (desk, BH_VERB_ATTEMPT, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_FINISHED);
  bh_test_desk_forward (desk, BH_TEST_DESK_DAY);
  bh_test_desk_do (desk, BH_VERB_ATTEMPT, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_SIGNED);
  g_assert_true (desk->ticket->unreached);
}

static void
test_callback (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_SIGNED);
  bh_test_desk_refuse (desk, BH_VERB_CALLBACK, "王敏", INPUT, "score", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CALLBACK, "王敏", INPUT, "1, 2, 3, 4 or 5", "score", "6",
                       NULL);
  bh_test_desk_refuse (desk, BH_VERB_CALLBACK, "王敏", INPUT, "reached", "reached", "no", "score",
                       "4", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CALLBACK, "王敏", INPUT, "reason", "score", "2", "rework",
                       "no", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CALLBACK, "李强", REFUSED, "front desk", "score", "5", NULL);
  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "score", "2", "timely", "no", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_DISPATCHED);
  g_assert_cmpint (desk->ticket->round, ==, 2);

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_SIGNED);
  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "score", "1", "rework", "no", "reason",
                   "只是嫌慢", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_SIGNED);
  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "score", "3", "rework", "yes", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_DISPATCHED);
}

/* Whoever finished it does not ask how it went. */
static void
test_callback_by_another (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  bh_test_desk_do (desk, BH_VERB_FINISH, "王敏", "result", "已换", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CALLBACK, "王敏", REFUSED, "somebody else", "score", "5",
                       NULL);
  bh_test_desk_do (desk, BH_VERB_CALLBACK, "陈静", "score", "5", NULL);
}

static void
test_callback_unreached (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_SIGNED);
  for (int day = 0; day < 3; day++)
    {
      g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_SIGNED);
      bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "reached", "no", NULL);
      bh_test_desk_forward (desk, BH_TEST_DESK_DAY);
    }
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_true (desk->ticket->unreached);
}

/* No close without a cause where the category wants one. */
static void
test_cause (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "电梯", "urgent", BH_STATUS_ACCEPTED);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "救出", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CALLBACK, "王敏", REFUSED, "cause", "score", "5", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CALLBACK, "王敏", INPUT, "wear", "score", "5", "cause",
                       "ghosts", NULL);
  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "score", "5", "cause", "wear", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpint (desk->ticket->cause_id, !=, 0);

  bh_test_desk_work_until (desk, "电梯", "urgent", BH_STATUS_ACCEPTED);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "救出", "cause", "material", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", NULL);
  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "score", "4", NULL);
}

static void
test_correct (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) view = NULL;
  BhComplainant *complainant;
  BhEvent *event;

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_refuse (desk, BH_VERB_CORRECT, "王敏", INPUT, "reason", "summary", "卧室漏水", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CORRECT, "王敏", INPUT, "differs", "reason", "写错", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CORRECT, "王敏", INPUT, "differs", "reason", "写错", "summary",
                       "厨房顶上漏水", "phone", "13800138000", "room", "3-2-301", NULL);
  bh_test_desk_do (desk, BH_VERB_CORRECT, "王敏", "reason", "听错了", "summary", "卧室漏水", "kind",
                   "repair", "channel", "counter", "room", "3-2-302", "contact", "张小艳",
                   "occurred", "2026-03-01", "remedy", "粉刷", NULL);

  view = bh_test_desk_load (desk);
  event = g_ptr_array_index (view->events, 1);
  g_assert_cmpstr (bh_payload_get (event->payload, "old.summary"), ==, "厨房顶上漏水");
  g_assert_cmpstr (bh_payload_get (event->payload, "old.kind"), ==, "complaint");
  g_assert_cmpstr (bh_payload_get (event->payload, "old.contact-name"), ==, "张晓燕");
  g_assert_null (bh_payload_get (event->payload, "phone"));
  g_assert_cmpint (view->ticket->kind, ==, BH_KIND_REPAIR);
  g_assert_cmpstr (view->ticket->remedy, ==, "粉刷");
  g_assert_cmpstr (view->place->path, ==, "3栋2单元302");
  complainant = g_ptr_array_index (view->ticket->complainants, 0);
  g_assert_cmpstr (complainant->name, ==, "张小艳");
  g_assert_cmpstr (complainant->phone, ==, "13800138000");
  g_assert_true (complainant->reachable);
}

static void
test_regrade (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  gint64 policy_id;

  bh_test_desk_register (desk, "漏水", "general");
  policy_id = desk->ticket->policy_id;
  bh_test_desk_refuse (desk, BH_VERB_REGRADE, "王敏", REFUSED, "already", "grade", "general",
                       "reason", "一样", NULL);
  bh_test_desk_do (desk, BH_VERB_REGRADE, "王敏", "grade", "urgent", "reason", "漏电", NULL);
  g_assert_cmpint (desk->ticket->policy_id, !=, policy_id);
  g_assert_cmpint (desk->ticket->response_due, ==, desk->ticket->received_at + BH_TEST_DESK_HOUR);
  bh_test_desk_refuse (desk, BH_VERB_RECATEGORIZE, "王敏", REFUSED, "already", "category", "漏水",
                       "reason", "一样", NULL);
  bh_test_desk_do (desk, BH_VERB_RECATEGORIZE, "王敏", "category", "电梯", "reason", "听错", NULL);
  g_assert_cmpuint (desk->ticket->due_changes->len, >, 0);
}

static void
test_undo (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_refuse (desk, BH_VERB_UNDO, "王敏", REFUSED, "void", NULL);
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "保洁绿化", NULL);
  bh_test_desk_do (desk, BH_VERB_NOTE, "王敏", "text", "记下", NULL);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpint (desk->ticket->department_id, ==, 0);
  g_assert_cmpint (desk->ticket->head_seq, ==, 5);
  bh_test_desk_refuse (desk, BH_VERB_UNDO, "王敏", REFUSED, "void", NULL);

  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "保洁绿化", NULL);
  bh_test_desk_forward (desk, BH_TEST_DESK_DAY);
  bh_test_desk_refuse (desk, BH_VERB_UNDO, "王敏", REFUSED, "minutes", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdicts/sign", test_sign);
  g_test_add_func ("/verdicts/verify", test_verify);
  g_test_add_func ("/verdicts/refuse", test_refuse);
  g_test_add_func ("/verdicts/attempts", test_attempts);
  g_test_add_func ("/verdicts/callback", test_callback);
  g_test_add_func ("/verdicts/callback/by-another", test_callback_by_another);
  g_test_add_func ("/verdicts/callback/unreached", test_callback_unreached);
  g_test_add_func ("/verdicts/cause", test_cause);
  g_test_add_func ("/verdicts/correct", test_correct);
  g_test_add_func ("/verdicts/regrade", test_regrade);
  g_test_add_func ("/verdicts/undo", test_undo);

  return g_test_run ();
}
