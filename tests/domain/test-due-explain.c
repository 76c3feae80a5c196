/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-history.h"

#include "domain/bh-due-explain.h"

static void
assert_ticket (BhTestHistory *history, BhClockKind clock, const char *expected)
{
  g_autofree char *text = bh_due_explain_ticket (history->ticket, clock, history->office);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_open_stage (BhTestHistory *history, const char *expected)
{
  g_autofree char *text = bh_due_explain_stage (
      history->ticket, bh_ticket_get_open_stage (history->ticket), history->office);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_durations (void)
{
  const struct
  {
    gint64 seconds;
    const char *text;
  } cases[] = {
    { 0, "0 min" },          { 10 * 60, "10 min" },
    { 3600, "1 h" },         { 5400, "1 h 30 min" },
    { 24 * 3600, "24 h" },   { 120 * 3600, "120 h" },
    { 7 * 86400, "7 days" }, { 7 * 86400 + 60, "168 h 1 min" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = bh_due_format_duration (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_limits (void)
{
  g_autoptr (BhTestHistory) history
      = bh_test_history_new (BH_GRADE_IMPORTANT, BH_TEST_REPAIR, TRUE);

  assert_ticket (history, BH_CLOCK_RESPONSE, "2026-03-02 08:00 + 4 h = 12:00");
  assert_ticket (history, BH_CLOCK_COMPLETION, "2026-03-02 08:00 + 72 h = 2026-03-05 08:00");
  assert_open_stage (history, "2026-03-02 08:00 + 30 min = 08:30");

  bh_test_work_until (history, BH_STATUS_ACCEPTED);
  assert_open_stage (history, NULL);
  bh_test_do (history, BH_VERB_INVESTIGATE, 3 * BH_TEST_HOUR, "cause", "41", NULL);
  bh_test_do (history, BH_VERB_PLAN, 4 * BH_TEST_HOUR, "measure", "换管", NULL);
  assert_open_stage (history, "completion of the ticket: 2026-03-05 08:00");
  bh_test_do (history, BH_VERB_FINISH, 5 * BH_TEST_HOUR, "result", "已换", NULL);
  assert_open_stage (history, "2026-03-02 13:00 + 7 days = 2026-03-09 13:00");
}

/* Between a finish and its refusal the completion clock stands still. */
static void
test_pause (void)
{
  g_autoptr (BhTestHistory) history
      = bh_test_history_new (BH_GRADE_IMPORTANT, BH_TEST_REPAIR, TRUE);

  bh_test_work_until (history, BH_STATUS_FINISHED);
  bh_test_do (history, BH_VERB_REFUSE, 6 * BH_TEST_HOUR + 30 * BH_TEST_MINUTE, "reason", "还漏",
              NULL);
  assert_ticket (history, BH_CLOCK_COMPLETION,
                 "2026-03-02 08:00 + 72 h + 1 h 30 min paused = 2026-03-05 09:30");
}

static void
test_wishes (void)
{
  g_autoptr (BhTestHistory) history
      = bh_test_history_new (BH_GRADE_IMPORTANT, BH_TEST_REPAIR, TRUE);
  g_autofree char *due = g_strdup_printf ("%" G_GINT64_FORMAT, BH_TEST_START + 30 * BH_TEST_HOUR);

  bh_test_do (history, BH_VERB_DISPATCH, BH_TEST_HOUR, "department", "12", "due", due, NULL);
  bh_test_do (history, BH_VERB_ACCEPT, 2 * BH_TEST_HOUR, NULL);
  bh_test_do (history, BH_VERB_INVESTIGATE, 3 * BH_TEST_HOUR, "cause", "41", NULL);
  bh_test_do (history, BH_VERB_PLAN, 4 * BH_TEST_HOUR, "measure", "换管", NULL);
  assert_open_stage (history, "wanted when it was dispatched: 2026-03-03 14:00");
}

/* What was reached under another grade is told as it was, not with today's limit. */
static void
test_regraded (void)
{
  g_autoptr (BhTestHistory) history
      = bh_test_history_new (BH_GRADE_IMPORTANT, BH_TEST_REPAIR, TRUE);
  g_autofree char *text = NULL;

  bh_test_work_until (history, BH_STATUS_ACCEPTED);
  bh_test_do (history, BH_VERB_REGRADE, 3 * BH_TEST_HOUR, "grade", "general", "policy", "3",
              "reason", "无险情", NULL);
  text = bh_due_explain_stage (history->ticket, g_ptr_array_index (history->ticket->stages, 0),
                               history->office);
  g_assert_cmpstr (text, ==, "2026-03-02 08:00 + 30 min = 08:30");
  assert_ticket (history, BH_CLOCK_RESPONSE, "2026-03-02 08:00 + 24 h = 2026-03-03 08:00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due-explain/durations", test_durations);
  g_test_add_func ("/due-explain/limits", test_limits);
  g_test_add_func ("/due-explain/pause", test_pause);
  g_test_add_func ("/due-explain/wishes", test_wishes);
  g_test_add_func ("/due-explain/regraded", test_regraded);

  return g_test_run ();
}
