/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-history.h"
#include "ui/tickets/bh-stage-steps.h"

#include <string.h>

static void
assert_steps (BhTestHistory *history, gint64 at, const char *expected)
{
  BhStageStep steps[BH_N_STEPS];
  g_autoptr (GString) out = g_string_new (NULL);

  bh_stage_steps_fill (steps, history->ticket, history->office, BH_TEST_START + at);
  for (guint i = 0; i < BH_N_STEPS; i++)
    g_string_append_printf (out, "%s%s%s", i > 0 ? " | " : "", bh_stage_step_get_symbol (&steps[i]),
                            steps[i].time);
  g_assert_cmpstr (out->str, ==, expected);
  bh_stage_steps_clear (steps);
}

static void
test_way (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  /* Two hours to dispatch, of which half an hour is over; then it is late. */
  assert_steps (history, BH_TEST_HOUR / 2, "▶1:30 | ○ | ○ | ○ | ○ | ○ | ○");
  assert_steps (history, 3 * BH_TEST_HOUR, "!+1:00 | ○ | ○ | ○ | ○ | ○ | ○");

  bh_test_do (history, BH_VERB_DISPATCH, 3 * BH_TEST_HOUR, "department", "12", NULL);
  assert_steps (history, 4 * BH_TEST_HOUR, "!3:00 | ▶3:00 | ○ | ○ | ○ | ○ | ○");

  bh_test_do (history, BH_VERB_RETURN, 5 * BH_TEST_HOUR, "reason", "wrong-department", NULL);
  assert_steps (history, 5 * BH_TEST_HOUR, "▶2:00 | ↩2:00 | ○ | ○ | ○ | ○ | ○");
}

static void
test_closed (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhStageStep steps[BH_N_STEPS];

  bh_test_work_until (history, BH_STATUS_CLOSED);
  bh_stage_steps_fill (steps, history->ticket, history->office, BH_TEST_START + BH_TEST_DAY);
  for (guint i = 0; i < BH_N_STEPS; i++)
    {
      g_assert_cmpint (steps[i].state, ==, BH_STEP_STATE_DONE);
      g_assert_cmpint (steps[i].urgency, ==, BH_URGENCY_NONE);
      g_assert_nonnull (strstr (steps[i].explanation, "2026-03-02"));
    }
  bh_stage_steps_clear (steps);
}

/* A new round begins with an empty track, but for what it took over. */
static void
test_rework (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhStageStep steps[BH_N_STEPS];

  bh_test_work_until (history, BH_STATUS_FINISHED);
  bh_test_do (history, BH_VERB_REFUSE, 30 * BH_TEST_HOUR, "reason", "还在漏", NULL);
  bh_stage_steps_fill (steps, history->ticket, history->office, BH_TEST_START + 30 * BH_TEST_HOUR);
  g_assert_cmpint (steps[1].state, ==, BH_STEP_STATE_RUNNING);
  g_assert_cmpint (steps[4].state, ==, BH_STEP_STATE_AHEAD);
  g_assert_cmpint (steps[5].state, ==, BH_STEP_STATE_AHEAD);
  bh_stage_steps_clear (steps);
}

static void
assert_clock (
    BhTestHistory *history, BhClockKind clock, gint64 at, BhUrgency urgency, const char *expected)
{
  BhUrgency found;
  g_autofree char *text = bh_stage_steps_dup_clock (history->ticket, clock, history->office,
                                                    BH_TEST_START + at, &found);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (found, ==, urgency);
}

static void
test_clocks (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_URGENT, BH_TEST_REPAIR, TRUE);

  assert_clock (history, BH_CLOCK_RESPONSE, 0, BH_URGENCY_CALM, "1:00 left");
  assert_clock (history, BH_CLOCK_RESPONSE, 50 * BH_TEST_MINUTE, BH_URGENCY_NEAR, "0:10 left");
  assert_clock (history, BH_CLOCK_RESPONSE, 70 * BH_TEST_MINUTE, BH_URGENCY_PASSED, "late 0:10");
  assert_clock (history, BH_CLOCK_COMPLETION, 0, BH_URGENCY_CALM, "1 d 0 h left");

  bh_test_do (history, BH_VERB_CONTACT, 70 * BH_TEST_MINUTE, "text", "马上到", NULL);
  assert_clock (history, BH_CLOCK_RESPONSE, BH_TEST_DAY, BH_URGENCY_PASSED, "1:10, too late");
}

static void
test_clock_kept (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_URGENT, BH_TEST_REPAIR, TRUE);

  bh_test_do (history, BH_VERB_CONTACT, 5 * BH_TEST_MINUTE, "text", "马上到", NULL);
  assert_clock (history, BH_CLOCK_RESPONSE, BH_TEST_DAY, BH_URGENCY_CALM, "took 0:05");

  /* What ended without being finished has no completion to tell of. */
  bh_test_do (history, BH_VERB_WITHDRAW, BH_TEST_HOUR, "reason", "不要了", NULL);
  assert_clock (history, BH_CLOCK_COMPLETION, BH_TEST_DAY, BH_URGENCY_NONE, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage-steps/way", test_way);
  g_test_add_func ("/stage-steps/closed", test_closed);
  g_test_add_func ("/stage-steps/rework", test_rework);
  g_test_add_func ("/stage-steps/clocks", test_clocks);
  g_test_add_func ("/stage-steps/clock-kept", test_clock_kept);

  return g_test_run ();
}
