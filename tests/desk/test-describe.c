/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-history.h"

/* One line of the history for every verb. */

static void
assert_line (BhVerb verb, const char *expected, const char *first_key, ...)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (BhPayload) payload = bh_payload_new ();
  g_autoptr (BhEvent) event = NULL;
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (args, const char *))
    bh_payload_set (payload, key, va_arg (args, const char *));
  va_end (args);
  event = bh_event_new (verb, BH_TEST_START, BH_TEST_START, 0, 0, payload);
  line = bh_desk_describe_event (office, event);
  g_assert_cmpstr (line, ==, expected);
}

static void
test_way (void)
{
  assert_line (BH_VERB_NEW, "Registered: Complaint; Urgent; 现场; 水管漏水", "kind", "complaint",
               "grade", "urgent", "channel", "31", "category", "21", NULL);
  assert_line (BH_VERB_DISPATCH, "Dispatched to 工程部, 李强: wanted by 2026-03-02 08:00",
               "department", "12", "person", "2", "due", "1772409600000000", NULL);
  assert_line (BH_VERB_DISPATCH, "Dispatched to 工程部", "department", "12", NULL);
  assert_line (BH_VERB_ACCEPT, "Accepted", NULL);
  assert_line (BH_VERB_ACCEPT, "Accepted: in the hands of 李强", "person", "2", NULL);
  assert_line (
      BH_VERB_INVESTIGATE,
      "Investigated: cause: 老化; responsible: Property service; not to be prevented; 管老",
      "cause", "41", "responsibility", "property", "preventable", "no", "facts", "管老", NULL);
  assert_line (BH_VERB_PLAN, "Planned: 换管; the owner was told", "measure", "换管", "told", "yes",
               NULL);
  assert_line (BH_VERB_FINISH, "Finished: 好了; cost 120.50", "result", "好了", "cost", "12050",
               NULL);
  assert_line (BH_VERB_SIGN, "Signed off: Phone; 谢谢", "by", "phone", "note", "谢谢", NULL);
  assert_line (BH_VERB_CALLBACK, "Called back: score 5; in time; solved; polite", "reached", "yes",
               "score", "5", "timely", "yes", "solved", "yes", "polite", "yes", "rework", "no",
               NULL);
}

static void
test_side_ways (void)
{
  assert_line (BH_VERB_ANSWER, "Answered on the spot: 会改; not adopted", "result", "会改",
               "adopted", "no", NULL);
  assert_line (BH_VERB_RETURN, "Returned to the desk: Wrong department; 归绿化", "reason",
               "wrong-department", "note", "归绿化", NULL);
  assert_line (BH_VERB_TRANSFER, "Transferred to 保洁部: No access", "department", "13", "reason",
               "no-access", NULL);
  assert_line (BH_VERB_REFUSE, "Sign-off refused: 还漏", "reason", "还漏", NULL);
  assert_line (BH_VERB_ATTEMPT, "Asked for the sign-off, nobody reached", NULL);
  assert_line (BH_VERB_CALLBACK, "Called back, nobody reached: 关机", "reached", "no", "note",
               "关机", NULL);
  assert_line (BH_VERB_CALLBACK, "Called back: score 1; rework", "reached", "yes", "score", "1",
               "rework", "yes", NULL);
  assert_line (BH_VERB_CALLBACK, "Called back: score 2; no rework, because: 只是慢", "reached",
               "yes", "score", "2", "rework", "no", "reason", "只是慢", NULL);
  assert_line (BH_VERB_CONTACT, "Spoke with the owner: 现场; 李强; 明天来", "text", "明天来",
               "channel", "31", "by", "2", NULL);
  assert_line (BH_VERB_NOTE, "Note: 100% of %s", "text", "100% of %s", NULL);
  assert_line (BH_VERB_REMIND, "The owner asked again", NULL);
  assert_line (BH_VERB_WITHDRAW, "Withdrawn by the owner: 好了", "reason", "好了", NULL);
  assert_line (BH_VERB_VOID, "Void: 错", "reason", "错", NULL);
  assert_line (BH_VERB_VOID, "Asked to void it: 错", "reason", "错", "approval", "wanted", NULL);
  assert_line (BH_VERB_REOPEN, "Reopened: 工程部; 又漏", "department", "12", "reason", "又漏",
               NULL);
  assert_line (BH_VERB_UNDO, "Took entry 3 back", "seq", "3", NULL);
  assert_line (BH_VERB_IMPORT, "Taken over from a ledger", NULL);
}

static void
test_exceptions (void)
{
  assert_line (BH_VERB_SUSPEND, "Suspended: until 2026-03-02 08:00; Waits for material; 周三到货",
               "reason", "material", "until", "1772409600000000", "note", "周三到货", NULL);
  assert_line (BH_VERB_SUSPEND, "Asked to suspend it: until 2026-03-02 08:00; Weather", "reason",
               "weather", "until", "1772409600000000", "approval", "wanted", NULL);
  assert_line (BH_VERB_RESUME, "Goes on", NULL);
  assert_line (BH_VERB_EXTEND, "Asked for a longer deadline: until 2026-03-02 08:00; 缺料", "due",
               "1772409600000000", "reason", "缺料", "approval", "wanted", NULL);
  assert_line (BH_VERB_DECLINE, "Asked to decline it: 保修期", "reason", "保修期", "approval",
               "wanted", NULL);
  assert_line (BH_VERB_CLOSE_EXCEPTION, "Asked to close it without the owner: 失联; cause: 老化",
               "reason", "失联", "cause", "41", "approval", "wanted", NULL);
  assert_line (BH_VERB_APPROVE, "Approved: 可以", "note", "可以", NULL);
  assert_line (BH_VERB_REJECT, "Rejected: 不行", "reason", "不行", NULL);
}

static void
test_changes (void)
{
  assert_line (BH_VERB_REGRADE, "Grade changed: General; 不急", "grade", "general", "policy", "3",
               "reason", "不急", NULL);
  assert_line (BH_VERB_RECATEGORIZE, "Category changed: 换灯泡; 听错", "category", "22", "reason",
               "听错", NULL);
  assert_line (BH_VERB_CORRECT,
               "Corrected: Kind “Complaint” → “Repair”; Summary “甲” → “乙”; Phone “none” → "
               "“138”; Concerns staff “李强” → “王敏”; 听错",
               "kind", "repair", "old.kind", "complaint", "summary", "乙", "old.summary", "甲",
               "phone", "138", "concerns", "1", "old.concerns", "2", "reason", "听错", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/describe/way", test_way);
  g_test_add_func ("/describe/side-ways", test_side_ways);
  g_test_add_func ("/describe/exceptions", test_exceptions);
  g_test_add_func ("/describe/changes", test_changes);

  return g_test_run ();
}
