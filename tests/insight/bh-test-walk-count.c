/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-walk.h"

/* What the tickets of a walk add up to: every history is cut off at an instant and folded, and what
 * the ticket then says is counted. */

#define MINUTE (60 * BH_USEC_PER_SEC)

BhTicket *
bh_test_history_fold (BhTestHistory *history, gint64 instant, BhOffice *office)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  BhTicket *ticket;

  for (guint i = 0; i < history->events->len; i++)
    if (BH_EVENT (g_ptr_array_index (history->events, i))->at < instant)
      g_ptr_array_add (before, g_ptr_array_index (history->events, i));
  if (before->len == 0)
    return NULL;

  ticket = bh_ticket_fold (before, office, &error);
  g_assert_no_error (error);

  return ticket;
}

BhTestExpected *
bh_test_expected_new (void)
{
  BhTestExpected *expected = g_new0 (BhTestExpected, 1);

  for (guint i = 0; i < BH_N_FIGURES; i++)
    expected->samples[i] = g_array_new (FALSE, FALSE, sizeof (double));
  expected->denominators[BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS] = BH_TEST_WALK_HOUSEHOLDS;

  return expected;
}

void
bh_test_expected_free (BhTestExpected *expected)
{
  for (guint i = 0; i < BH_N_FIGURES; i++)
    g_array_unref (expected->samples[i]);
  g_free (expected);
}

void
bh_test_expected_ask (BhTestExpected *expected, BhFigureId figure, gboolean counts, gboolean yes)
{
  expected->denominators[figure] += counts;
  expected->numerators[figure] += counts && yes;
}

/* Withdrawn and declined tickets have neither duration nor quality. */
gboolean
bh_test_ticket_is_dropped (BhTicket *ticket)
{
  return ticket->status == BH_STATUS_WITHDRAWN || ticket->status == BH_STATUS_DECLINED;
}

static void
count_clock (BhTestExpected *expected,
             BhFigureId figure,
             BhTicket *ticket,
             gint64 due,
             gint64 done,
             gint64 as_of)
{
  gboolean withdrawn = bh_test_ticket_is_dropped (ticket);
  gboolean ripe = withdrawn ? due < ticket->closed_at : done != 0 || due <= as_of;

  if (due == 0)
    return;

  bh_test_expected_ask (expected, figure, ripe, done != 0 && done <= due);
  if (!withdrawn && done == 0 && due > as_of)
    expected->unsure[figure] = TRUE;
}

static void
count_received (BhTestExpected *expected, BhTicket *ticket, gint64 as_of)
{
  gboolean open = ticket->closed_at == 0;

  gint64 first_answer = ticket->first_answer_at < as_of ? ticket->first_answer_at : 0;

  expected->counts[BH_FIGURE_RECEIVED]++;
  expected->numerators[BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS] += 100;
  if (ticket->first_answer_at != 0)
    count_clock (expected, BH_FIGURE_FIRST_ANSWER_ON_TIME, ticket, ticket->received_at + 2 * MINUTE,
                 first_answer, as_of);
  bh_test_expected_ask (expected, BH_FIGURE_REPEAT_SHARE, TRUE, ticket->repeat_of != 0);
  bh_test_expected_ask (expected, BH_FIGURE_SUSPENDED_SHARE, TRUE, ticket->pauses->len > 0);
  bh_test_expected_ask (expected, BH_FIGURE_REMINDER_SHARE, TRUE, ticket->reminders > 0);
  bh_test_expected_ask (expected, BH_FIGURE_RESOLVED_SHARE, TRUE,
                        ticket->finished_at != 0 && !bh_test_ticket_is_dropped (ticket));
  count_clock (expected, BH_FIGURE_RESPONSE_ON_TIME, ticket, ticket->response_due,
               ticket->responded_at, as_of);
  count_clock (expected, BH_FIGURE_COMPLETION_ON_TIME, ticket, ticket->completion_due,
               ticket->finished_at, as_of);
  if (open)
    expected->unsure[BH_FIGURE_RESOLVED_SHARE] = expected->unsure[BH_FIGURE_SUSPENDED_SHARE]
        = expected->unsure[BH_FIGURE_REMINDER_SHARE] = TRUE;
  if (open && ticket->finished_at != 0 && ticket->completion_due != 0)
    expected->unsure[BH_FIGURE_COMPLETION_ON_TIME] = TRUE;
}

/* Seconds of suspension until @end. */
static double
get_suspended_seconds (BhTicket *ticket, gint64 end)
{
  gint64 usec = 0;

  for (guint i = 0; i < ticket->pauses->len; i++)
    {
      BhPause *pause = g_ptr_array_index (ticket->pauses, i);
      gint64 to = pause->to_at != 0 ? pause->to_at : pause->until_at;

      usec += MAX (0, MIN (to, end) - pause->from_at);
    }

  return (double) usec / BH_USEC_PER_SEC;
}

/* Nobody works between the end of a round and the beginning of the next. */
static double
get_idle_seconds (BhTicket *ticket)
{
  gint64 idle = 0;

  for (guint i = 1; i < ticket->rounds->len; i++)
    {
      BhRound *before = g_ptr_array_index (ticket->rounds, i - 1);
      BhRound *round = g_ptr_array_index (ticket->rounds, i);

      idle += round->started_at
              - (before->finished_at != 0 ? before->finished_at : before->closed_at);
    }

  return (double) idle / BH_USEC_PER_SEC;
}

void
bh_test_expected_sample (
    BhTestExpected *expected, BhFigureId figure, gint64 from, gint64 to, double pauses, double unit)
{
  double value = ((double) (to - from) / BH_USEC_PER_SEC - pauses) / unit;

  g_array_append_val (expected->samples[figure], value);
}

static gint64
get_last_due (BhTicket *ticket, BhStageKind kind)
{
  gint64 due = 0;

  for (guint i = 0; i < ticket->stages->len; i++)
    {
      BhStage *stage = g_ptr_array_index (ticket->stages, i);

      if (stage->round == ticket->round && stage->stage == kind)
        due = stage->due_at;
    }

  return due;
}

static void
count_signoff (BhTestExpected *expected, BhTicket *ticket, gint64 as_of)
{
  gint64 due = get_last_due (ticket, BH_STAGE_SIGN);

  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      BhComplainant *who = g_ptr_array_index (ticket->complainants, i);
      gboolean yes = FALSE, asked = FALSE;

      for (guint j = 0; j < ticket->opinions->len; j++)
        {
          BhOpinion *opinion = g_ptr_array_index (ticket->opinions, j);

          if (opinion->round == ticket->round && opinion->complainant == (int) i
              && opinion->verdict != BH_VERDICT_UNREACHED)
            asked = TRUE, yes = yes || opinion->verdict == BH_VERDICT_SIGNED;
        }
      if (!who->reachable || who->left_at != 0)
        continue;
      bh_test_expected_ask (expected, BH_FIGURE_SIGNOFF_SHARE, asked || (due != 0 && due <= as_of),
                            yes);
      if (ticket->closed_at == 0 || (!asked && due > as_of))
        expected->unsure[BH_FIGURE_SIGNOFF_SHARE] = TRUE;
    }
}

/* Whoever joined without a phone has nobody to be called; whoever left is asked elsewhere; whoever
 * gave a score with the sign-off is not asked again where the policy says so. */
static gboolean
is_to_be_called (BhTicket *ticket, guint i, BhOffice *office)
{
  BhComplainant *who = g_ptr_array_index (ticket->complainants, i);
  BhPolicy *policy = bh_office_get_policy (office, ticket->policy_id);

  if (who->left_at != 0 || (who->from_ticket != 0 && !who->reachable))
    return FALSE;
  for (guint j = 0; policy->callback == BH_CALLBACK_UNLESS_SCORED && j < ticket->opinions->len; j++)
    {
      BhOpinion *opinion = g_ptr_array_index (ticket->opinions, j);

      if (opinion->round == ticket->round && opinion->complainant == (int) i && opinion->score > 0)
        return FALSE;
    }

  return TRUE;
}

static void
count_callback (BhTestExpected *expected, BhTicket *ticket, gint64 as_of, BhOffice *office)
{
  gint64 due = get_last_due (ticket, BH_STAGE_CALLBACK);

  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      gboolean yes = FALSE, asked = FALSE;

      for (guint j = 0; j < ticket->callbacks->len; j++)
        {
          BhCallback *callback = g_ptr_array_index (ticket->callbacks, j);

          if (callback->round == ticket->round && callback->complainant == (int) i)
            asked = TRUE, yes = yes || (callback->reached && !callback->invalid);
        }
      if (!is_to_be_called (ticket, i, office))
        continue;
      bh_test_expected_ask (expected, BH_FIGURE_CALLBACK_SHARE, asked || (due != 0 && due <= as_of),
                            yes);
      if (ticket->closed_at == 0 || (!asked && due > as_of))
        expected->unsure[BH_FIGURE_CALLBACK_SHARE] = TRUE;
    }
}

static void
count_finished (BhTestExpected *expected, BhTicket *ticket, gint64 as_of, BhOffice *office)
{
  expected->counts[BH_FIGURE_FINISHED]++;
  bh_test_expected_ask (expected, BH_FIGURE_REWORK_SHARE, TRUE, ticket->rounds->len > 1);
  bh_test_expected_sample (
      expected, BH_FIGURE_HANDLING_DAYS, ticket->received_at, ticket->finished_at,
      get_idle_seconds (ticket) + get_suspended_seconds (ticket, ticket->finished_at), 86400);
  count_signoff (expected, ticket, as_of);
  count_callback (expected, ticket, as_of, office);
  if (ticket->closed_at == 0)
    expected->unsure[BH_FIGURE_FINISHED] = expected->unsure[BH_FIGURE_REWORK_SHARE]
        = expected->unsure[BH_FIGURE_HANDLING_DAYS] = TRUE;
}

static void
count_scores (BhTestExpected *expected, BhTicket *ticket, gint64 from, gint64 end)
{
  for (guint i = 0; i < ticket->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (ticket->callbacks, i);

      if (callback->at < from || callback->at >= end || callback->score == 0 || callback->invalid)
        continue;
      bh_test_expected_ask (expected, BH_FIGURE_SATISFACTION, TRUE, callback->score >= 4);
      expected->numerators[BH_FIGURE_SATISFACTION_INDEX] += 20 * callback->score;
      expected->denominators[BH_FIGURE_SATISFACTION_INDEX]++;
    }
}

static gboolean
is_in (gint64 instant, gint64 from, gint64 end)
{
  return instant != 0 && instant >= from && instant < end;
}

void
bh_test_expected_count (BhTestExpected *expected,
                        BhTestHistory *history,
                        const BhPeriod *period,
                        gint64 as_of,
                        BhOffice *office)
{
  gint64 from = period->from, end = MIN (period->to, as_of);
  g_autoptr (BhTicket) now = bh_test_history_fold (history, as_of, office);
  g_autoptr (BhTicket) then = bh_test_history_fold (history, end, office);

  if (now == NULL || now->status == BH_STATUS_VOID)
    return;

  if (then != NULL && then->closed_at == 0)
    {
      expected->counts[BH_FIGURE_OPEN_AT_END]++;
      expected->counts[BH_FIGURE_OVERDUE_OPEN_AT_END]
          += then->finished_at == 0 && then->completion_due != 0 && then->completion_due < end;
    }
  if (is_in (now->received_at, from, end))
    count_received (expected, now, as_of);
  bh_test_expected_count_steps (expected, history, now, from, end, as_of, office);
  if (bh_test_ticket_is_dropped (now))
    return;

  if (is_in (now->finished_at, from, end))
    count_finished (expected, now, as_of, office);
  if (is_in (now->responded_at, from, end))
    bh_test_expected_sample (expected, BH_FIGURE_RESPONSE_HOURS, now->received_at,
                             now->responded_at, get_suspended_seconds (now, now->responded_at),
                             3600);
  if (is_in (now->first_accepted_at, from, end))
    bh_test_expected_sample (expected, BH_FIGURE_HANDOVER_HOURS, now->received_at,
                             now->first_accepted_at,
                             get_suspended_seconds (now, now->first_accepted_at), 3600);
  count_scores (expected, now, from, end);
}
