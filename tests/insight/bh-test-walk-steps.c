/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-walk.h"

/* What the tickets of a walk add up to, as far as it goes by single steps of theirs. */

#define DAY (24 * 3600 * BH_USEC_PER_SEC)

static gboolean
is_in (gint64 instant, gint64 from, gint64 end)
{
  return instant != 0 && instant >= from && instant < end;
}

static void
count_stage (BhTestExpected *expected, BhTicket *ticket, BhStage *stage, gint64 from, gint64 end)
{
  guint i = (guint) (stage->stage - BH_STAGE_DISPATCH);
  BhFigureId on_time = (BhFigureId) (BH_FIGURE_STAGE_ON_TIME_DISPATCH + i);
  BhFigureId hours = (BhFigureId) (BH_FIGURE_STAGE_HOURS_DISPATCH + i);
  gint64 due = stage->due_at, done = stage->done_at;
  gint64 first = done != 0 ? MIN (done, due) : due;
  gboolean dropped = bh_test_ticket_is_dropped (ticket);

  if (due != 0 && is_in (first, from, end))
    bh_test_expected_ask (expected, on_time, !dropped || due < ticket->closed_at,
                          done != 0 && done <= due);
  if (!dropped && is_in (done, from, end))
    bh_test_expected_sample (expected, hours, stage->started_at, done, (double) stage->paused,
                             3600);
}

static void
count_promise (BhTestExpected *expected, BhTicket *ticket)
{
  gint64 finished = ticket->finished_at;

  if (bh_test_ticket_is_dropped (ticket) && ticket->promised_at >= ticket->closed_at)
    return;

  bh_test_expected_ask (expected, BH_FIGURE_PROMISE_KEPT, TRUE,
                        finished != 0 && finished <= ticket->promised_at);
  if (finished != 0 && ticket->closed_at == 0)
    expected->unsure[BH_FIGURE_PROMISE_KEPT] = TRUE;
}

static void
count_verdict (BhTestExpected *expected, BhTicket *ticket, gint64 from, gint64 end)
{
  for (guint i = 0; i < ticket->opinions->len; i++)
    {
      BhOpinion *opinion = g_ptr_array_index (ticket->opinions, i);

      if (opinion->verdict == BH_VERDICT_UNREACHED)
        continue;
      bh_test_expected_ask (expected, BH_FIGURE_PASS_SHARE, is_in (opinion->at, from, end),
                            opinion->verdict == BH_VERDICT_SIGNED);
      return;
    }
}

static void
count_answers (BhTestExpected *expected, BhTicket *ticket, gint64 from, gint64 end)
{
  for (guint i = 0; i < ticket->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (ticket->callbacks, i);

      if (callback->invalid || !is_in (callback->at, from, end))
        continue;
      bh_test_expected_ask (expected, BH_FIGURE_SOLVED_SHARE, callback->solved != BH_TRI_UNKNOWN,
                            callback->solved == BH_TRI_YES);
      bh_test_expected_ask (expected, BH_FIGURE_TIMELY_SHARE, callback->timely != BH_TRI_UNKNOWN,
                            callback->timely == BH_TRI_YES);
      bh_test_expected_ask (expected, BH_FIGURE_POLITE_SHARE, callback->polite != BH_TRI_UNKNOWN,
                            callback->polite == BH_TRI_YES);
    }
}

/* Whether somebody raised the matter again within 30 days of the finish. */
static gboolean
came_back (BhTestHistory *history, gint64 finished, gint64 as_of, BhOffice *office)
{
  for (guint i = 0; i < history->repeats->len; i++)
    {
      g_autoptr (BhTicket) again
          = bh_test_history_fold (g_ptr_array_index (history->repeats, i), as_of, office);

      if (again != NULL && again->status != BH_STATUS_VOID
          && is_in (again->received_at, finished, finished + 30 * DAY))
        return TRUE;
    }

  return FALSE;
}

void
bh_test_expected_count_steps (BhTestExpected *expected,
                              BhTestHistory *history,
                              BhTicket *now,
                              gint64 from,
                              gint64 end,
                              gint64 as_of,
                              BhOffice *office)
{
  for (guint i = 0; i < now->stages->len; i++)
    count_stage (expected, now, g_ptr_array_index (now->stages, i), from, end);
  if (is_in (now->promised_at, from, end))
    count_promise (expected, now);
  if (now->status == BH_STATUS_CLOSED && is_in (now->closed_at, from, end))
    bh_test_expected_ask (expected, BH_FIGURE_EXCEPTION_CLOSE_SHARE, TRUE, now->exception);
  if (bh_test_ticket_is_dropped (now))
    return;

  count_verdict (expected, now, from, end);
  count_answers (expected, now, from, end);
  if (is_in (now->first_dispatched_at, from, end))
    {
      bh_test_expected_ask (expected, BH_FIGURE_ROUTING_ERROR_SHARE, TRUE,
                            now->wrong_department > 0);
      if (now->closed_at == 0 && now->wrong_department == 0)
        expected->unsure[BH_FIGURE_ROUTING_ERROR_SHARE] = TRUE;
    }
  if (is_in (now->finished_at, from, end))
    {
      bh_test_expected_ask (expected, BH_FIGURE_FIRST_TIME_FIX, TRUE,
                            now->rounds->len == 1
                                && !came_back (history, now->finished_at, as_of, office));
      if (now->closed_at == 0 || now->finished_at + 30 * DAY > as_of)
        expected->unsure[BH_FIGURE_FIRST_TIME_FIX] = TRUE;
    }
}
