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

typedef struct
{
  BhCallbackMode mode;
  int percent;
} Callbacks;

static gboolean
set_callbacks_cb (BhWork *work, gpointer user_data, GError **error)
{
  const Callbacks *callbacks = user_data;
  BhStatement *statement
      = bh_connection_prepare (bh_work_get_connection (work),
                               "UPDATE policy SET callback = ?1, callback_percent = ?2", error);

  g_assert_nonnull (statement);
  bh_statement_bind_int64 (statement, 1, callbacks->mode);
  bh_statement_bind_int64 (statement, 2, callbacks->percent);
  bh_work_touch_register (work);

  return bh_statement_run (statement, error);
}

static void
set_callbacks (BhTestDesk *desk, BhCallbackMode mode, int percent)
{
  Callbacks callbacks = { mode, percent };
  g_autoptr (GError) error = NULL;

  bh_store_write (desk->store, set_callbacks_cb, &callbacks, NULL, &error);
  g_assert_no_error (error);
}

/* Whom the policy wants to be called back: the sign-off closes the ticket, or leads to a callback
 * and that closes it. */
static void
test_callback_modes (void)
{
  static const struct
  {
    BhCallbackMode mode;
    int percent;
    const char *score; /* of the sign-off */
    BhStatus after;
  } cases[] = {
    { BH_CALLBACK_NEVER, 100, NULL, BH_STATUS_CLOSED },
    { BH_CALLBACK_NEVER, 100, "5", BH_STATUS_CLOSED },
    { BH_CALLBACK_UNLESS_SCORED, 0, NULL, BH_STATUS_SIGNED },
    { BH_CALLBACK_UNLESS_SCORED, 0, "4", BH_STATUS_CLOSED },
    { BH_CALLBACK_ALWAYS, 0, NULL, BH_STATUS_SIGNED },
    { BH_CALLBACK_ALWAYS, 0, "5", BH_STATUS_SIGNED },
    { BH_CALLBACK_SAMPLE, 0, "5", BH_STATUS_CLOSED },
    { BH_CALLBACK_SAMPLE, 100, "5", BH_STATUS_SIGNED },
  };
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BhOpinion *opinion;

      set_callbacks (desk, cases[i].mode, cases[i].percent);
      g_clear_object (&desk->ticket);
      desk->ticket_id = 0;
      bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_FINISHED);
      if (cases[i].score != NULL)
        bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "score", cases[i].score, NULL);
      else
        bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", NULL);
      g_assert_cmpint (desk->ticket->status, ==, cases[i].after);
      g_assert_cmpint (desk->ticket->signed_at, !=, 0);
      opinion = g_ptr_array_index (desk->ticket->opinions, 0);
      g_assert_cmpint (opinion->score, ==, cases[i].score != NULL ? cases[i].score[0] - '0' : 0);
      if (cases[i].after == BH_STATUS_SIGNED)
        bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "score", "4", NULL);
      g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
    }
}

/* A sample is as large as it was asked for, and says the same of a ticket every time. */
static void
test_callback_sample (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  guint n = 0;

  set_callbacks (desk, BH_CALLBACK_SAMPLE, 50);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (BhTicketView) view = NULL;

      g_clear_object (&desk->ticket);
      desk->ticket_id = 0;
      bh_test_desk_work_until (desk, "快修", "general", BH_STATUS_ACCEPTED);
      bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "好", NULL);
      bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", NULL);
      n += desk->ticket->status == BH_STATUS_SIGNED;
      view = bh_test_desk_load (desk);
      g_assert_cmpint (view->ticket->status, ==, desk->ticket->status);
    }
  g_assert_cmpuint (n, >=, 10);
  g_assert_cmpuint (n, <=, 30);
}

/* What a score at the sign-off spares, a second complainant without one does not. */
static void
test_score_of_one (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  gint64 id;

  set_callbacks (desk, BH_CALLBACK_UNLESS_SCORED, 0);
  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  id = desk->ticket_id;
  bh_test_desk_do (desk, BH_VERB_JOIN, "王敏", "contact", "刘洋", "phone", "13800000002", NULL);
  desk->ticket_id = id;
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "好", NULL);
  bh_test_desk_refuse (desk, BH_VERB_SIGN, "王敏", INPUT, "1, 2, 3, 4 or 5", "score", "0", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "contact", "张晓燕", "score", "3", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", "contact", "刘洋", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_SIGNED);
  bh_test_desk_do (desk, BH_VERB_CALLBACK, "王敏", "score", "5", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpuint (desk->ticket->callbacks->len, ==, 1);
  g_assert_cmpint (BH_CALLBACK (g_ptr_array_index (desk->ticket->callbacks, 0))->complainant, ==,
                   1);
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
  g_test_add_func ("/verdicts/callback/modes", test_callback_modes);
  g_test_add_func ("/verdicts/callback/sample", test_callback_sample);
  g_test_add_func ("/verdicts/callback/score-of-one", test_score_of_one);
  g_test_add_func ("/verdicts/cause", test_cause);
  g_test_add_func ("/verdicts/correct", test_correct);
  g_test_add_func ("/verdicts/regrade", test_regrade);
  g_test_add_func ("/verdicts/undo", test_undo);

  return g_test_run ();
}
