/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "domain/bh-error.h"

/* The happy path of every verb, through the real storage. What the fold makes of an event has
 * tests of its own; here is what a verb makes of the inputs. */

#define REFUSED BH_DOMAIN_ERROR_REFUSED
#define INPUT BH_DOMAIN_ERROR_INPUT

static BhEvent *
get_last (BhTicketView *view)
{
  return g_ptr_array_index (view->events, view->events->len - 1);
}

static void
assert_last (BhTestDesk *desk, const char *key, const char *value)
{
  g_autoptr (BhTicketView) view = bh_test_desk_load (desk);

  g_assert_cmpstr (bh_payload_get (get_last (view)->payload, key), ==, value);
}

/* What is in memory after the verb, what is stored, and what the history gives are one. */
static void
assert_stored (BhTestDesk *desk)
{
  g_autoptr (BhTicketView) view = bh_test_desk_load (desk);
  g_autoptr (BhOffice) office = bh_store_dup_office (desk->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) folded = bh_ticket_fold (view->events, office, &error);
  g_autofree char *memory = bh_ticket_diff (desk->ticket, view->ticket);
  g_autofree char *history = NULL;

  g_assert_no_error (error);
  history = bh_ticket_diff (folded, view->ticket);
  g_assert_cmpstr (memory, ==, NULL);
  g_assert_cmpstr (history, ==, NULL);
}

static void
test_new (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) view = NULL;
  BhComplainant *complainant;

  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "complaint", "channel", "hotline", "grade",
                   "urgent", "category", "漏水", "summary", "  厨房顶上漏水　", "description",
                   "昨晚开始", "remedy", "尽快修好", "contact", "张晓燕", "phone", "138 0013-8000",
                   "room", "3-2-301", "concerns", "李强", "external-number", "12345-7",
                   "external-due", "2026-03-03", "occurred", "2026-03-02 07:30", "first-answer",
                   "2026-03-02 08:01", NULL);

  view = bh_test_desk_load (desk);
  g_assert_cmpint (view->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpstr (view->ticket->summary, ==, "厨房顶上漏水");
  g_assert_true (g_str_has_suffix (view->ticket->number, "2026-000001"));
  g_assert_cmpint (view->ticket->received_at, ==, BH_TEST_DESK_START + BH_TEST_DESK_MINUTE);
  g_assert_cmpint (view->ticket->response_due, ==, view->ticket->received_at + BH_TEST_DESK_HOUR);
  g_assert_cmpstr (view->place->path, ==, "3栋2单元301");
  g_assert_cmpint (view->ticket->community_id, ==, view->place->community_id);
  g_assert_cmpint (view->ticket->concerns, !=, 0);
  g_assert_cmpuint (view->ticket->complainants->len, ==, 1);
  complainant = g_ptr_array_index (view->ticket->complainants, 0);
  g_assert_cmpstr (complainant->name, ==, "张晓燕");
  g_assert_cmpstr (complainant->phone, ==, "13800138000");
  g_assert_true (complainant->reachable);
  g_assert_cmpint (BH_CONTACT (g_ptr_array_index (view->contacts, 0))->room_id, ==,
                   view->ticket->place_id);
  assert_stored (desk);
}

/* Whoever called before is found by phone, and by name in the room. */
static void
test_new_knows_contacts (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  gint64 id;

  bh_test_desk_register (desk, "漏水", "general");
  id = BH_COMPLAINANT (g_ptr_array_index (desk->ticket->complainants, 0))->contact_id;
  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "inquiry", "channel", "counter", "grade",
                   "general", "summary", "停车费", "phone", "13800138000", NULL);
  g_assert_cmpint (BH_COMPLAINANT (g_ptr_array_index (desk->ticket->complainants, 0))->contact_id,
                   ==, id);
  g_assert_cmpstr (BH_COMPLAINANT (g_ptr_array_index (desk->ticket->complainants, 0))->name, ==,
                   "张晓燕");
  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "inquiry", "channel", "counter", "grade",
                   "general", "summary", "停车费", "contact", "张晓燕", "room", "3-2-301", NULL);
  g_assert_cmpint (BH_COMPLAINANT (g_ptr_array_index (desk->ticket->complainants, 0))->contact_id,
                   ==, id);
  g_assert_cmpstr (BH_COMPLAINANT (g_ptr_array_index (desk->ticket->complainants, 0))->phone, ==,
                   "13800138000");
  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "inquiry", "channel", "counter", "grade",
                   "general", "summary", "停车费", "contact", "张晓燕", "room", "3-2-302", NULL);
  g_assert_cmpint (BH_COMPLAINANT (g_ptr_array_index (desk->ticket->complainants, 0))->contact_id,
                   !=, id);
  assert_stored (desk);
}

static void
test_new_places (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "app", "grade",
                   "general", "summary", "灯坏了", "place", "大堂", NULL);
  g_assert_cmpint (desk->ticket->place_id, !=, 0);
  g_assert_null (desk->ticket->place_text);
  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "app", "grade",
                   "general", "summary", "灯坏了", "place", "东门外小路", NULL);
  g_assert_cmpint (desk->ticket->place_id, ==, 0);
  g_assert_cmpstr (desk->ticket->place_text, ==, "东门外小路");
  /* the only community there is */
  g_assert_cmpint (desk->ticket->community_id, !=, 0);
  g_assert_false (bh_ticket_is_reachable (desk->ticket));
  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "app", "grade",
                   "general", "summary", "灯坏了", "place", "阳光花园", "room", "3-2-302", NULL);
  g_assert_cmpint (desk->ticket->place_id, !=, desk->ticket->community_id);
  /* Nobody gave a name, but there is a door to knock at. */
  g_assert_true (bh_ticket_is_reachable (desk->ticket));
}

/* Notes of the night watch: received then, entered now. */
static void
test_new_backfilled (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) view = NULL;

  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "complaint", "channel", "counter", "grade",
                   "urgent", "summary", "夜里电梯困人", "received", "2026-03-02T02:15:00+08:00",
                   NULL);
  view = bh_test_desk_load (desk);
  g_assert_cmpint (view->ticket->received_at, ==,
                   BH_TEST_DESK_START - 5 * BH_TEST_DESK_HOUR - 45 * BH_TEST_DESK_MINUTE);
  g_assert_cmpint (view->ticket->recorded_at, ==, bh_clock_now (desk->clock));
  g_assert_true (bh_event_is_backfilled (get_last (view)));
}

static void
test_new_repeat (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autofree char *number = NULL;
  gint64 id;

  bh_test_desk_register (desk, "漏水", "general");
  number = g_strdup (desk->ticket->number);
  id = desk->ticket_id;
  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "complaint", "channel", "hotline", "grade",
                   "general", "summary", "又漏", "repeat-of", number, NULL);
  g_assert_cmpint (desk->ticket->repeat_of, ==, id);
}

static void
test_new_refusals (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

#define REFUSE_NEW(reason, ...)                                                                    \
  bh_test_desk_refuse (desk, BH_VERB_NEW, "王敏", INPUT, reason, "summary", "灯坏了", __VA_ARGS__, \
                       NULL)
#define PLAIN "kind", "repair", "grade", "general", "channel", "hotline"

  REFUSE_NEW ("kind", "grade", "general", "channel", "hotline");
  REFUSE_NEW ("complaint, repair", "kind", "bug", "grade", "general", "channel", "hotline");
  REFUSE_NEW ("hotline", "kind", "repair", "grade", "general", "channel", "pigeon");
  REFUSE_NEW ("colour", PLAIN, "colour", "red");
  REFUSE_NEW ("漏水", PLAIN, "category", "漏气");
  REFUSE_NEW ("工程维修", PLAIN, "department", "厨房");
  REFUSE_NEW ("李强", PLAIN, "concerns", "李牆");
  REFUSE_NEW ("3栋2单元30", PLAIN, "room", "3-2-309");
  REFUSE_NEW ("大堂", PLAIN, "room", "大堂");
  REFUSE_NEW ("phone", PLAIN, "phone", "none");
  REFUSE_NEW ("received", PLAIN, "received", "yesterday");
  REFUSE_NEW ("received", PLAIN, "received", "2026-02-30");
  REFUSE_NEW ("future", PLAIN, "received", "2026-03-03");
  REFUSE_NEW ("after it was reported", PLAIN, "occurred", "2026-03-02 09:00");
  REFUSE_NEW ("first answer", "kind", "repair", "grade", "general", "channel", "mail",
              "first-answer", "2026-03-02 08:00");
  REFUSE_NEW ("first answer", PLAIN, "first-answer", "2026-03-02 07:00");
  bh_test_desk_refuse (desk, BH_VERB_NEW, "周平", REFUSED, "auditor", "summary", "灯坏了", PLAIN,
                       NULL);
  g_assert_cmpint (desk->ticket_id, ==, 0);
}

static void
test_whole_way (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  BhStage *stage;

  bh_test_desk_work_until (desk, "漏水", "important", BH_STATUS_CLOSED);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpuint (desk->ticket->stages->len, ==, 7);
  stage = g_ptr_array_index (desk->ticket->stages, 4);
  g_assert_cmpint (stage->stage, ==, BH_STAGE_EXECUTE);
  g_assert_cmpint (stage->holder_id, ==, desk->ticket->staff_id);
  g_assert_cmpint (bh_ticket_get_round (desk->ticket)->finished_by, ==, desk->ticket->staff_id);
  assert_stored (desk);
}

static void
test_answer (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "suggestion", "channel", "meeting", "grade",
                   "general", "summary", "加装充电桩", NULL);
  bh_test_desk_do (desk, BH_VERB_ANSWER, "王敏", "result", "列入计划", "adopted", "yes", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpint (desk->ticket->adopted, ==, BH_TRI_YES);

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_refuse (desk, BH_VERB_ANSWER, "王敏", REFUSED, "dispatch", "result", "好的", NULL);
  bh_test_desk_register (desk, "快修", "general");
  bh_test_desk_refuse (desk, BH_VERB_ANSWER, "王敏", INPUT, "suggestion", "result", "好的",
                       "adopted", "no", NULL);
  bh_test_desk_do (desk, BH_VERB_ANSWER, "王敏", "result", "好的", NULL);
  assert_stored (desk);
}

static void
test_dispatch (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_refuse (desk, BH_VERB_DISPATCH, "王敏", INPUT, "department", NULL);
  bh_test_desk_refuse (desk, BH_VERB_DISPATCH, "王敏", INPUT, "工程维修", "department", "工程",
                       NULL);
  bh_test_desk_refuse (desk, BH_VERB_DISPATCH, "王敏", INPUT, "孙洁", "department", "保洁绿化",
                       "person", "李强", NULL);
  bh_test_desk_refuse (desk, BH_VERB_DISPATCH, "王敏", INPUT, "孙洁", "department", "保洁绿化",
                       "person", "无名", NULL);
  bh_test_desk_refuse (desk, BH_VERB_DISPATCH, "王敏", INPUT, "wanted", "department", "保洁绿化",
                       "due", "2026-03-01", NULL);
  bh_test_desk_refuse (desk, BH_VERB_DISPATCH, "李强", REFUSED, "front desk", "department",
                       "保洁绿化", NULL);
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", "person", "赵刚",
                   "due", "2026-03-02 18:00", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_DISPATCHED);
  g_assert_cmpint (desk->ticket->work_due, ==, BH_TEST_DESK_START + 10 * BH_TEST_DESK_HOUR);
  assert_stored (desk);
}

/* Whoever of the department accepts holds it; the desk may enter it for who was named. */
static void
test_accept (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  gint64 named;

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_DISPATCHED);
  named = desk->ticket->staff_id;
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "王敏", NULL);
  g_assert_cmpint (desk->ticket->staff_id, ==, named);

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_DISPATCHED);
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "赵刚", NULL);
  g_assert_cmpint (desk->ticket->staff_id, !=, named);
  g_assert_cmpint (desk->ticket->staff_id, !=, 0);
  assert_stored (desk);
}

static void
test_concerned_staff (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_do (desk, BH_VERB_NEW, "王敏", "kind", "complaint", "channel", "hotline", "grade",
                   "general", "summary", "师傅态度差", "concerns", "李强", NULL);
  bh_test_desk_refuse (desk, BH_VERB_DISPATCH, "王敏", REFUSED, "李强", "department", "工程维修",
                       "person", "李强", NULL);
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_refuse (desk, BH_VERB_ACCEPT, "李强", REFUSED, "李强", NULL);
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "赵刚", NULL);
  bh_test_desk_refuse (desk, BH_VERB_TRANSFER, "王敏", REFUSED, "李强", "department", "工程维修",
                       "person", "李强", "reason", "other", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CORRECT, "王敏", REFUSED, "赵刚", "concerns", "赵刚", "reason",
                       "说错了", NULL);
}

static void
test_moves (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_ACCEPTED);
  bh_test_desk_refuse (desk, BH_VERB_RETURN, "李强", INPUT, "wrong-department", "reason", "懒",
                       NULL);
  bh_test_desk_do (desk, BH_VERB_RETURN, "李强", "reason", "wrong-department", "note", "是绿化的",
                   NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpint (desk->ticket->wrong_department, ==, 1);

  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_refuse (desk, BH_VERB_TRANSFER, "李强", REFUSED, "already", "department", "工程维修",
                       "reason", "no-capacity", NULL);
  bh_test_desk_do (desk, BH_VERB_TRANSFER, "李强", "department", "保洁绿化", "person", "孙洁",
                   "reason", "No capacity", NULL);
  assert_last (desk, "reason", "no-capacity");
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_DISPATCHED);
  assert_stored (desk);
}

static void
test_work (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_ACCEPTED);
  bh_test_desk_refuse (desk, BH_VERB_PLAN, "李强", REFUSED, "investigate", "measure", "换管", NULL);
  bh_test_desk_refuse (desk, BH_VERB_FINISH, "李强", REFUSED, "investigate", "result", "好", NULL);
  bh_test_desk_refuse (desk, BH_VERB_INVESTIGATE, "李强", INPUT, "wear", "cause", "ghosts",
                       "responsibility", "property", NULL);
  bh_test_desk_refuse (desk, BH_VERB_INVESTIGATE, "李强", INPUT, "property", "cause", "wear",
                       "responsibility", "god", NULL);
  bh_test_desk_do (desk, BH_VERB_INVESTIGATE, "李强", "cause", "wear", "responsibility", "property",
                   "preventable", "no", "facts", "管道老化", NULL);
  g_assert_cmpint (desk->ticket->preventable, ==, BH_TRI_NO);
  bh_test_desk_refuse (desk, BH_VERB_FINISH, "李强", REFUSED, "plan", "result", "好", NULL);
  bh_test_desk_refuse (desk, BH_VERB_PLAN, "李强", INPUT, "past", "measure", "换管", "promised",
                       "2026-03-02 08:00", NULL);
  bh_test_desk_do (desk, BH_VERB_PLAN, "李强", "measure", "换管", "promised", "2026-03-03", "told",
                   "yes", NULL);
  g_assert_cmpint (desk->ticket->responded_at, ==, bh_clock_now (desk->clock));
  bh_test_desk_refuse (desk, BH_VERB_FINISH, "李强", INPUT, "money", "result", "好", "cost", "-5",
                       NULL);
  bh_test_desk_refuse (desk, BH_VERB_FINISH, "李强", INPUT, "money", "result", "好", "cost",
                       "5.123", NULL);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "好", "cost", "120.5", NULL);
  g_assert_cmpint (desk->ticket->cost, ==, 12050);
  assert_stored (desk);
}

static void
test_shortcuts (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "urgent", BH_STATUS_ACCEPTED);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "已经抢修", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_FINISHED);
  bh_test_desk_work_until (desk, "快修", "general", BH_STATUS_ACCEPTED);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "换了灯泡", NULL);
  bh_test_desk_do (desk, BH_VERB_SIGN, "王敏", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_CLOSED);
  assert_stored (desk);
}

static void
test_small_verbs (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_DISPATCHED);
  bh_test_desk_refuse (desk, BH_VERB_CONTACT, "王敏", INPUT, "text", NULL);
  bh_test_desk_refuse (desk, BH_VERB_CONTACT, "王敏", INPUT, "hotline", "text", "好", "channel",
                       "pigeon", NULL);
  bh_test_desk_do (desk, BH_VERB_CONTACT, "王敏", "text", "明天上门", "channel", "hotline", "by",
                   "李强", NULL);
  g_assert_cmpint (desk->ticket->responded_at, ==, bh_clock_now (desk->clock));
  bh_test_desk_do (desk, BH_VERB_NOTE, "李强", "text", "缺配件", NULL);
  bh_test_desk_do (desk, BH_VERB_REMIND, "王敏", NULL);
  bh_test_desk_do (desk, BH_VERB_REMIND, "王敏", "text", "怎么还不来", NULL);
  g_assert_cmpint (desk->ticket->reminders, ==, 2);
  assert_stored (desk);
}

static void
test_times (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhPayload) inputs = bh_payload_new_from ("text", "记下", NULL);
  g_autoptr (GError) error = NULL;

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_forward (desk, BH_TEST_DESK_HOUR);
  g_assert_false (
      bh_test_desk_try (desk, BH_VERB_NOTE, "王敏", inputs, desk->ticket->received_at - 1, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, REFUSED);
  g_clear_error (&error);
  g_assert_false (bh_test_desk_try (desk, BH_VERB_NOTE, "王敏", inputs,
                                    bh_clock_now (desk->clock) + 1, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, INPUT);
  g_clear_error (&error);
  g_assert_true (bh_test_desk_try (desk, BH_VERB_NOTE, "王敏", inputs,
                                   desk->ticket->received_at + BH_TEST_DESK_MINUTE, &error));
  g_assert_cmpint (desk->ticket->last_at, ==, desk->ticket->received_at + BH_TEST_DESK_MINUTE);
}

static void
test_ends (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_refuse (desk, BH_VERB_VOID, "王敏", INPUT, "reason", NULL);
  bh_test_desk_do (desk, BH_VERB_VOID, "王敏", "reason", "重复登记", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_VOID);
  bh_test_desk_refuse (desk, BH_VERB_REOPEN, "王敏", REFUSED, "Void", "reason", "还要", NULL);

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_DISPATCHED);
  bh_test_desk_do (desk, BH_VERB_WITHDRAW, "王敏", "reason", "自己修了", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_WITHDRAWN);
  assert_stored (desk);
}

static void
test_reopen (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_work_until (desk, "漏水", "general", BH_STATUS_CLOSED);
  bh_test_desk_do (desk, BH_VERB_REOPEN, "王敏", "reason", "又漏了", NULL);
  g_assert_cmpint (desk->ticket->status, ==, BH_STATUS_DISPATCHED);
  g_assert_cmpint (desk->ticket->round, ==, 2);
  g_assert_cmpint (desk->ticket->staff_id, !=, 0);
  assert_stored (desk);

  bh_test_desk_register (desk, "快修", "general");
  bh_test_desk_do (desk, BH_VERB_ANSWER, "王敏", "result", "好的", NULL);
  bh_test_desk_refuse (desk, BH_VERB_REOPEN, "王敏", INPUT, "department", "reason", "没好", NULL);
  bh_test_desk_forward (desk, 30 * BH_TEST_DESK_DAY);
  bh_test_desk_refuse (desk, BH_VERB_REOPEN, "王敏", REFUSED, "new ticket", "reason", "没好",
                       "department", "工程维修", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verbs/new", test_new);
  g_test_add_func ("/verbs/new/contacts", test_new_knows_contacts);
  g_test_add_func ("/verbs/new/places", test_new_places);
  g_test_add_func ("/verbs/new/backfilled", test_new_backfilled);
  g_test_add_func ("/verbs/new/repeat", test_new_repeat);
  g_test_add_func ("/verbs/new/refusals", test_new_refusals);
  g_test_add_func ("/verbs/whole-way", test_whole_way);
  g_test_add_func ("/verbs/answer", test_answer);
  g_test_add_func ("/verbs/dispatch", test_dispatch);
  g_test_add_func ("/verbs/accept", test_accept);
  g_test_add_func ("/verbs/concerned-staff", test_concerned_staff);
  g_test_add_func ("/verbs/moves", test_moves);
  g_test_add_func ("/verbs/work", test_work);
  g_test_add_func ("/verbs/shortcuts", test_shortcuts);
  g_test_add_func ("/verbs/small", test_small_verbs);
  g_test_add_func ("/verbs/times", test_times);
  g_test_add_func ("/verbs/ends", test_ends);
  g_test_add_func ("/verbs/reopen", test_reopen);

  return g_test_run ();
}
