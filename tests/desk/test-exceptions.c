/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "domain/bh-error.h"
#include "storage/bh-check.h"

#include <string.h>

/* Suspension and approval through the desk: who may, what is refused with which words, and that no
 * secret is kept. */

#define REFUSED BH_DOMAIN_ERROR_REFUSED
#define INPUT BH_DOMAIN_ERROR_INPUT
#define PIN BH_TEST_DESK_PIN

/* A desk where 陈静 and 孙洁 are supervisors with a PIN. */
static BhTestDesk *
make (void)
{
  BhTestDesk *desk = bh_test_desk_new ();

  bh_test_desk_give_pin (desk, "陈静");
  bh_test_desk_give_pin (desk, "孙洁");

  return desk;
}

static void
assert_sound (BhTestDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wrong = bh_check_run (desk->store, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) different = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (wrong->len > 0 ? g_ptr_array_index (wrong, 0) : NULL, ==, NULL);
  different = bh_check_refold (desk->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (different->len > 0 ? g_ptr_array_index (different, 0) : NULL, ==, NULL);
}

/* A short suspension is anybody's; it shows in the ticket as it is stored. */
static void
test_suspend (void)
{
  g_autoptr (BhTestDesk) desk = make ();
  g_autoptr (BhTicketView) view = NULL;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_ACCEPTED);
  bh_test_desk_refuse (desk, BH_VERB_RESUME, "李强", REFUSED, "not suspended", NULL);
  bh_test_desk_refuse (desk, BH_VERB_SUSPEND, "李强", INPUT, "past", "reason", "material", "until",
                       "2026-03-01", NULL);
  bh_test_desk_refuse (desk, BH_VERB_SUSPEND, "李强", INPUT, "material, weather", "reason", "tired",
                       "until", "2026-03-04", NULL);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "李强", "reason", "material", "until", "2026-03-04",
                   NULL);
  view = bh_test_desk_load (desk);
  g_assert_cmpuint (view->ticket->pauses->len, ==, 1);
  g_assert_cmpint (view->ticket->suspended_until, ==, desk->ticket->suspended_until);
  g_assert_true (bh_ticket_is_suspended (view->ticket, bh_clock_now (desk->clock)));
  bh_test_desk_refuse (desk, BH_VERB_SUSPEND, "李强", REFUSED, "suspended until 2026-03-04 00:00",
                       "reason", "material", "until", "2026-03-05", NULL);
  bh_test_desk_do (desk, BH_VERB_RESUME, "李强", NULL);
  g_assert_false (bh_ticket_is_suspended (desk->ticket, bh_clock_now (desk->clock)));
  assert_sound (desk);

  /* When the day has come it may be suspended again, whether or not anybody looked. */
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "李强", "reason", "owner", "until", "2026-03-04", NULL);
  bh_test_desk_forward (desk, 3 * BH_TEST_DESK_DAY);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "李强", "reason", "owner", "until", "2026-03-08", NULL);
  g_assert_cmpuint (desk->ticket->pauses->len, ==, 3);
  assert_sound (desk);
}

/* Over 7 days, or urgent and nobody has answered yet: it only asks. */
static void
test_long_suspension (void)
{
  g_autoptr (BhTestDesk) desk = make ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_ACCEPTED);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "李强", "reason", "material", "until", "2026-03-12",
                   NULL);
  g_assert_cmpint (desk->ticket->suspended_until, ==, 0);
  bh_test_desk_refuse (desk, BH_VERB_SUSPEND, "李强", REFUSED, "waits for approval", "reason",
                       "material", "until", "2026-03-13", NULL);
  bh_test_desk_do (desk, BH_VERB_APPROVE, "陈静", "pin", PIN, NULL);
  g_assert_cmpint (desk->ticket->suspended_until, !=, 0);
  assert_sound (desk);

  bh_test_desk_work_until (desk, "漏水", "urgent", BH_STATUS_ACCEPTED);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "李强", "reason", "owner", "until", "2026-03-03", NULL);
  g_assert_cmpint (desk->ticket->suspended_until, ==, 0);
  bh_test_desk_do (desk, BH_VERB_REJECT, "陈静", "reason", "先联系业主", "pin", PIN, NULL);
  bh_test_desk_do (desk, BH_VERB_CONTACT, "李强", "text", "已联系", NULL);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "李强", "reason", "owner", "until", "2026-03-03", NULL);
  g_assert_cmpint (desk->ticket->suspended_until, !=, 0);
  assert_sound (desk);
}

/* Nobody looked for so long that what was asked for has passed. */
static void
test_too_late (void)
{
  g_autoptr (BhTestDesk) desk = make ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_ACCEPTED);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "李强", "reason", "material", "until", "2026-03-12",
                   NULL);
  bh_test_desk_forward (desk, 11 * BH_TEST_DESK_DAY);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "陈静", REFUSED, "2026-03-12 00:00", "pin", PIN,
                       NULL);
  bh_test_desk_do (desk, BH_VERB_REJECT, "陈静", "reason", "太迟", "pin", PIN, NULL);
  assert_sound (desk);
}

static void
test_extend (void)
{
  g_autoptr (BhTestDesk) desk = make ();
  gint64 due;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  due = desk->ticket->completion_due;
  bh_test_desk_refuse (desk, BH_VERB_EXTEND, "李强", INPUT, "later than 2026-03-07 08:01", "due",
                       "2026-03-05", "reason", "缺料", NULL);
  bh_test_desk_do (desk, BH_VERB_EXTEND, "李强", "due", "2026-03-20 18:00", "reason", "缺料", NULL);
  g_assert_cmpint (desk->ticket->completion_due, ==, due);
  bh_test_desk_do (desk, BH_VERB_APPROVE, "陈静", "note", "可以", "pin", PIN, NULL);
  g_assert_cmpint (desk->ticket->completion_due, ==,
                   BH_TEST_DESK_START + (18 * 24 + 10) * BH_TEST_DESK_HOUR);
  assert_sound (desk);
  bh_test_desk_do (desk, BH_VERB_UNDO, "陈静", NULL);
  g_assert_cmpint (desk->ticket->completion_due, ==, due);
  g_assert_nonnull (bh_ticket_get_open_request (desk->ticket));
  assert_sound (desk);
}

/* Who is suspended meanwhile has more time than what was asked for: to approve would take it. */
static void
test_overtaken (void)
{
  g_autoptr (BhTestDesk) desk = make ();
  gint64 due;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  bh_test_desk_do (desk, BH_VERB_EXTEND, "李强", "due", "2026-03-08 18:00", "reason", "缺料", NULL);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "李强", "reason", "material", "until", "2026-03-07",
                   NULL);
  due = desk->ticket->completion_due;
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "陈静", REFUSED, "by now: reject it", "pin", PIN,
                       NULL);
  bh_test_desk_do (desk, BH_VERB_REJECT, "陈静", "reason", "已挂起", "pin", PIN, NULL);
  g_assert_cmpint (desk->ticket->completion_due, ==, due);
  assert_sound (desk);

  bh_test_desk_do (desk, BH_VERB_RESUME, "李强", NULL);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "李强", "reason", "owner", "until", "2026-03-10", NULL);
  bh_test_desk_forward (desk, 4 * BH_TEST_DESK_DAY);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, "李强", "reason", "owner", "until", "2026-03-11", NULL);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "陈静", REFUSED, "2026-03-11 00:00 by now", "pin",
                       PIN, NULL);
}

/* Whoever asked takes back no decision, and nobody decides without a name. */
static void
test_undo_decision (void)
{
  g_autoptr (BhTestDesk) desk = make ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  bh_test_desk_do (desk, BH_VERB_DECLINE, "陈静", "reason", "开发商保修", NULL);
  bh_test_desk_do (desk, BH_VERB_REJECT, "孙洁", "reason", "是我们的", "pin", PIN, NULL);
  bh_test_desk_refuse (desk, BH_VERB_UNDO, "陈静", REFUSED, "Who asks does not approve", NULL);
  bh_test_desk_refuse (desk, BH_VERB_UNDO, "王敏", REFUSED, "supervisor or manager", NULL);
  bh_test_desk_do (desk, BH_VERB_UNDO, "孙洁", NULL);
  g_assert_nonnull (bh_ticket_get_open_request (desk->ticket));
  assert_sound (desk);
}

/* Where nobody is at the desk, nobody could tell whether asker and approver are two. */
static void
test_nobody_asks (void)
{
  g_autoptr (BhTestDesk) desk = make ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  bh_test_desk_refuse (desk, BH_VERB_EXTEND, NULL, REFUSED, "Say who asks", "due",
                       "2026-03-20 18:00", "reason", "缺料", NULL);
  bh_test_desk_refuse (desk, BH_VERB_VOID, NULL, REFUSED, "Say who asks", "reason", "重复", NULL);
  bh_test_desk_refuse (desk, BH_VERB_DECLINE, NULL, REFUSED, "Say who asks", "reason", "重复",
                       NULL);
  bh_test_desk_refuse (desk, BH_VERB_SUSPEND, NULL, REFUSED, "Say who asks", "reason", "material",
                       "until", "2026-03-20", NULL);
  bh_test_desk_do (desk, BH_VERB_SUSPEND, NULL, "reason", "material", "until", "2026-03-05", NULL);
}

/* The asker is never the approver, whatever the role; a PIN shows who sits there. */
static void
test_approval (void)
{
  g_autoptr (BhTestDesk) desk = make ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "陈静", REFUSED, "Nothing waits", "pin", PIN, NULL);
  bh_test_desk_do (desk, BH_VERB_DECLINE, "陈静", "reason", "开发商保修", NULL);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "陈静", REFUSED, "Who asks does not approve", "pin",
                       PIN, NULL);
  bh_test_desk_refuse (desk, BH_VERB_REJECT, "陈静", REFUSED, "Who asks does not approve", "pin",
                       PIN, "reason", "不", NULL);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "王敏", REFUSED, "supervisor or manager", "pin", PIN,
                       NULL);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "周平", REFUSED, "only reads", "pin", PIN, NULL);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "孙洁", INPUT, "PIN of 孙洁", NULL);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "孙洁", REFUSED, "not the PIN of 孙洁", "pin", "1111",
                       NULL);
  bh_test_desk_do (desk, BH_VERB_APPROVE, "孙洁", "pin", PIN, NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_DECLINED);
  assert_sound (desk);
}

static void
test_no_pin (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  bh_test_desk_do (desk, BH_VERB_VOID, "王敏", "reason", "重复", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_PLANNED);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "陈静", REFUSED, "has no PIN", "pin", PIN, NULL);
}

/* What the PIN was stands nowhere in the history. */
static void
test_secret (void)
{
  g_autoptr (BhTestDesk) desk = make ();
  g_autoptr (BhTicketView) view = NULL;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  bh_test_desk_do (desk, BH_VERB_VOID, "王敏", "reason", "重复", NULL);
  bh_test_desk_do (desk, BH_VERB_APPROVE, "陈静", "pin", PIN, NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_VOID);
  view = bh_test_desk_load (desk);
  for (guint i = 0; i < view->events->len; i++)
    g_assert_null (
        bh_payload_get (((BhEvent *) g_ptr_array_index (view->events, i))->payload, "pin"));
}

static void
test_close_exception (void)
{
  g_autoptr (BhTestDesk) desk = make ();

  bh_test_desk_register (desk, "电梯", "urgent");
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "李强", NULL);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "好", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CLOSE_EXCEPTION, "李强", REFUSED, "front desk", "reason",
                       "失联", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CLOSE_EXCEPTION, "王敏", REFUSED, "without a cause", "reason",
                       "失联", NULL);
  bh_test_desk_do (desk, BH_VERB_CLOSE_EXCEPTION, "王敏", "reason", "失联", "cause", "wear", NULL);
  bh_test_desk_do (desk, BH_VERB_APPROVE, "陈静", "pin", PIN, NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_true (desk->ticket->exception);
  assert_sound (desk);
  bh_test_desk_do (desk, BH_VERB_REOPEN, "王敏", "reason", "又坏", NULL);
  g_assert_false (desk->ticket->exception);
  assert_sound (desk);
}

/* Whom it concerns does not decide on it. */
static void
test_concerned (void)
{
  g_autoptr (BhTestDesk) desk = make ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_PLANNED);
  bh_test_desk_do (desk, BH_VERB_CORRECT, "王敏", "concerns", "陈静", "reason", "投诉主管", NULL);
  bh_test_desk_do (desk, BH_VERB_VOID, "王敏", "reason", "误会", NULL);
  bh_test_desk_refuse (desk, BH_VERB_APPROVE, "陈静", REFUSED, "about you", "pin", PIN, NULL);
  bh_test_desk_do (desk, BH_VERB_APPROVE, "孙洁", "pin", PIN, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exceptions/suspend", test_suspend);
  g_test_add_func ("/exceptions/long-suspension", test_long_suspension);
  g_test_add_func ("/exceptions/too-late", test_too_late);
  g_test_add_func ("/exceptions/extend", test_extend);
  g_test_add_func ("/exceptions/overtaken", test_overtaken);
  g_test_add_func ("/exceptions/undo-decision", test_undo_decision);
  g_test_add_func ("/exceptions/nobody-asks", test_nobody_asks);
  g_test_add_func ("/exceptions/approval", test_approval);
  g_test_add_func ("/exceptions/no-pin", test_no_pin);
  g_test_add_func ("/exceptions/secret", test_secret);
  g_test_add_func ("/exceptions/close-exception", test_close_exception);
  g_test_add_func ("/exceptions/concerned", test_concerned);

  return g_test_run ();
}
