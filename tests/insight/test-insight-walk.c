/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-control.h"
#include "insight/bh-handling-spans.h"
#include "insight/bh-low-scores.h"
#include "insight/bh-open-ages.h"
#include "insight/bh-scores.h"
#include "insight/bh-stage-flow.h"
#include "insight/bh-test-walk.h"
#include "storage/bh-ticket-repository.h"

#include <math.h>

/* What is no figure, of random histories, against a second computation: every history is cut off at
 * the instant and folded, and what the ticket then says is counted. */

#define N_QUESTIONS 12
#define MINUTE (60 * BH_USEC_PER_SEC)
#define DAY (24 * 60 * MINUTE)
#define MANY 10000

/* One question, and what the tickets say. */
typedef struct
{
  BhTestWalk *walk;
  BhPeriod period;
  gint64 as_of;
  gint64 end;
  gboolean present;
  BhGrade grade; /* of the tickets that are asked for, none: of all */
  BhTicketFilter *filter;
} Question;

typedef void (*VisitFunc) (const Question *q, BhTestHistory *history, BhTicket *now, gpointer data);

/* Every ticket that counts, as it stood at as-of. */
static void
visit (const Question *q, VisitFunc func, gpointer data)
{
  for (guint i = 0; i < q->walk->histories->len; i++)
    {
      BhTestHistory *history = g_ptr_array_index (q->walk->histories, i);
      g_autoptr (BhTicket) now = bh_test_history_fold (history, q->as_of, q->walk->office);

      if (now != NULL && now->status != BH_STATUS_VOID
          && (q->grade == BH_GRADE_NONE || history->ticket->grade == q->grade))
        func (q, history, now, data);
    }
}

static gboolean
is_in_period (const Question *q, gint64 instant)
{
  return instant != 0 && instant >= q->period.from && instant < q->end;
}

static guint
count_list (BhConnection *connection, const Question *q, BhTicketFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = bh_ticket_repository_list_ids (
      connection, filter, q->walk->office, q->as_of, BH_TICKET_COLUMN_NUMBER, FALSE, -1, 0, &error);

  g_assert_no_error (error);

  return ids->len;
}

static void
count_open (const Question *q, BhTestHistory *history, BhTicket *now, gpointer data)
{
  static const int days[] = { 1, 3, 7, 15, 30 };
  BhOpenAges *expected = data;
  g_autoptr (BhTicket) then = bh_test_history_fold (history, q->end, q->walk->office);
  BhStage *stage = then != NULL ? bh_ticket_get_open_stage (then) : NULL;
  int wait = stage != NULL ? (int) stage->stage : (int) BH_WAIT_UNKNOWN;
  guint age = 0;

  if (then == NULL || then->closed_at != 0)
    return;

  while (age < G_N_ELEMENTS (days)
         && then->received_at / MINUTE < (q->end - days[age] * DAY) / MINUTE)
    age++;
  if (bh_ticket_is_suspended (then, q->end))
    wait = BH_WAIT_SUSPENDED;
  /* Lists go by the grade of now, and so do the ages. */
  expected->counts[age][history->ticket->grade][wait]++;
}

static void
assert_open_ages (BhConnection *connection, BhInsight *insight, const Question *q)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOpenAges) ages = bh_open_ages_compute (insight, &q->period, q->filter, &error);
  BhOpenAges expected = { { 0 } };

  g_assert_no_error (error);
  visit (q, count_open, &expected);
  for (int i = 0; i < BH_N_AGES; i++)
    for (int j = 0; j < BH_N_OPEN_GRADES; j++)
      for (int k = 0; k < BH_N_WAITS; k++)
        {
          g_autoptr (BhTicketFilter) filter = NULL;

          g_assert_cmpint (ages->counts[i][j][k], ==, expected.counts[i][j][k]);
          /* A list of none takes as long as any other: a few of them do. */
          if (!q->present || (q->grade != BH_GRADE_NONE && j != (int) q->grade)
              || (expected.counts[i][j][k] == 0 && (i + j + k) % 11 != 0))
            continue;
          filter = bh_open_ages_filter (ages, insight, q->filter, i, j,
                                        q->end == q->as_of ? k : BH_OPEN_ANY);
          g_assert_cmpint (count_list (connection, q, filter), ==,
                           bh_open_ages_sum (ages, i, j, q->end == q->as_of ? k : BH_OPEN_ANY));
        }
}

static void
count_flow (const Question *q, BhTestHistory *history, BhTicket *now, gpointer data)
{
  BhStageFlow *expected = data;
  int furthest = 0;

  if (!is_in_period (q, now->received_at))
    return;

  for (guint i = 0; i < now->stages->len; i++)
    furthest = MAX (furthest, (int) ((BhStage *) g_ptr_array_index (now->stages, i))->stage);
  expected->received++;
  expected->open[furthest] += now->closed_at == 0;
  expected->dropped[furthest] += bh_test_ticket_is_dropped (now);
  expected->closed[furthest] += now->status == BH_STATUS_CLOSED;
}

static void
assert_stage_flow (BhConnection *connection, BhInsight *insight, const Question *q)
{
  g_autoptr (GError) error = NULL;
  g_autofree BhStageFlow *flow = bh_stage_flow_compute (insight, &q->period, q->filter, &error);
  BhStageFlow expected = { 0 };

  g_assert_no_error (error);
  visit (q, count_flow, &expected);
  g_assert_cmpmem (flow, sizeof *flow, &expected, sizeof expected);
  g_assert_cmpint (bh_stage_flow_count_reached (flow, BH_STAGE_NONE), ==, flow->received);
}

static void
count_scores (const Question *q, BhTestHistory *history, BhTicket *now, gpointer data)
{
  GHashTable *expected = data;

  for (guint i = 0; i < now->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (now->callbacks, i);
      gint64 key = history->ticket->department_id * 10 + callback->score;

      if (!bh_test_ticket_is_dropped (now) && is_in_period (q, callback->at) && callback->score > 0
          && !callback->invalid)
        g_hash_table_insert (
            expected, g_memdup2 (&key, sizeof key),
            GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (expected, &key)) + 1));
    }
}

static void
assert_scores (BhConnection *connection, BhInsight *insight, const Question *q)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) expected
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) groups
      = bh_scores_compute (insight, &q->period, BH_BY_DEPARTMENT, q->filter, &error);
  guint n_low = 0, n = 0;
  g_autoptr (GPtrArray) low = NULL;

  g_assert_no_error (error);
  visit (q, count_scores, expected);
  for (guint i = 0; i < groups->len; i++)
    for (int score = 1; score <= BH_N_SCORES; score++)
      {
        const BhScoreGroup *group = &g_array_index (groups, BhScoreGroup, i);
        gint64 key = group->id * 10 + score;

        g_assert_cmpint (group->counts[score], ==,
                         GPOINTER_TO_INT (g_hash_table_lookup (expected, &key)));
        n += group->counts[score] > 0;
        n_low += score <= BH_LOW_SCORE ? (guint) group->counts[score] : 0;
      }
  g_assert_cmpuint (g_hash_table_size (expected), ==, n);

  low = bh_low_scores_compute (insight, &q->period, q->filter, MANY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (low->len, ==, n_low);
  for (guint i = 1; i < low->len; i++)
    {
      const BhLowScore *a = g_ptr_array_index (low, i - 1), *b = g_ptr_array_index (low, i);

      g_assert_true (a->score < b->score || (a->score == b->score && a->at >= b->at));
    }
}

static void
count_spans (const Question *q, BhTestHistory *history, BhTicket *now, gpointer data)
{
  static const double hours[] = { 2, 8, 24, 48, 72, 120, 168, 360, 720 };
  BhHandlingSpans *expected = data;
  double took;
  guint span = 0;

  if (bh_test_ticket_is_dropped (now) || !is_in_period (q, now->finished_at))
    return;

  took = ((double) (now->finished_at - now->received_at) / BH_USEC_PER_SEC - (double) now->paused)
         / 3600;
  while (span < G_N_ELEMENTS (hours) && took > hours[span])
    span++;
  expected->counts[span + 1]++;
}

static void
assert_handling (BhConnection *connection, BhInsight *insight, const Question *q)
{
  g_autoptr (GError) error = NULL;
  g_autofree BhHandlingSpans *spans
      = bh_handling_spans_compute (insight, &q->period, q->filter, &error);
  BhHandlingSpans expected = { { 0 } };

  g_assert_no_error (error);
  visit (q, count_spans, &expected);
  g_assert_cmpmem (spans, sizeof *spans, &expected, sizeof expected);
}

/* Takes what was received in a week off its count. */
static void
take_off (const Question *q, BhTestHistory *history, BhTicket *now, gpointer data)
{
  GArray *weeks = data;

  for (guint i = 0; i < weeks->len; i++)
    {
      BhControlWeek *week = &g_array_index (weeks, BhControlWeek, i);

      week->count -= now->received_at >= week->period.from && now->received_at < week->period.to;
    }
}

/* Weeks follow one another, and each is judged by the mean of all. */
static void
assert_control (BhConnection *connection, BhInsight *insight, const Question *q)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhControl) control = bh_control_compute (insight, &q->period, q->filter, &error);
  const double units = BH_TEST_WALK_HOUSEHOLDS / 100.0;
  double sum = 0, reach;

  g_assert_no_error (error);
  g_assert_cmpuint (control->weeks->len, <=, BH_CONTROL_WEEKS);
  for (guint i = 0; i < control->weeks->len; i++)
    {
      const BhControlWeek *week = &g_array_index (control->weeks, BhControlWeek, i);

      g_assert_cmpint (week->period.to - week->period.from, ==, 7 * DAY);
      g_assert_cmpint (week->period.to, <=, q->end);
      g_assert_true (i == 0 || week->period.from == (week - 1)->period.to);
      sum += (double) week->count / units;
    }
  if (control->weeks->len == 0)
    return;

  g_assert_cmpfloat_with_epsilon (control->mean, sum / control->weeks->len, 1e-9);
  reach = 3 * sqrt (control->mean / units);
  g_assert_cmpfloat_with_epsilon (control->upper, control->mean + reach, 1e-9);
  g_assert_cmpfloat_with_epsilon (control->lower, MAX (0, control->mean - reach), 1e-9);
  visit (q, take_off, control->weeks);
  for (guint i = 0; i < control->weeks->len; i++)
    {
      const BhControlWeek *week = &g_array_index (control->weeks, BhControlWeek, i);

      g_assert_cmpint (week->count, ==, 0);
      g_assert_true ((week->signal == BH_CONTROL_ABOVE) == (week->value > control->upper));
      g_assert_true ((week->signal == BH_CONTROL_BELOW) == (week->value < control->lower));
    }
}

typedef struct
{
  const Question *question;
  void (*check) (BhConnection *connection, BhInsight *insight, const Question *q);
  BhInsightMode mode;
} Request;

static gpointer
check_in_worker (BhConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  const Request *request = user_data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, request->question->walk->office, request->question->as_of,
                        request->mode, cancellable);

  request->check (connection, insight, request->question);

  return GINT_TO_POINTER (TRUE);
}

static void
check (const Question *q, gconstpointer func, BhInsightMode mode)
{
  g_autoptr (GError) error = NULL;
  Request request = { .question = q, .mode = mode };

  request.check = (void (*) (BhConnection *, BhInsight *, const Question *)) func;
  bh_store_read (q->walk->store->store, check_in_worker, &request, NULL, &error);
  g_assert_no_error (error);
}

/* The one office that all questions are about: it takes long to fill. */
static BhTestWalk *walk;

static void
test_walk (gconstpointer func)
{
  g_autoptr (BhTicketFilter) urgent = bh_ticket_filter_parse ("grade:urgent", NULL);

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      gint64 a = bh_test_walk_pick_instant (walk), b = bh_test_walk_pick_instant (walk);
      Question q = { .walk = walk, .period = { MIN (a, b), MAX (a, b) + 1 } };

      q.present = i % 2 == 0;
      q.as_of = q.present ? bh_test_at ("2027-05-01") : bh_test_walk_pick_instant (walk);
      if (i % 4 == 0)
        q.period.to = q.as_of + DAY;
      q.end = MIN (q.period.to, q.as_of);
      if (i % 3 == 0)
        q.grade = BH_GRADE_URGENT, q.filter = urgent;
      check (&q, func, BH_INSIGHT_EXACT);
    }
}

/* Nothing is computed where only what was kept is wanted. */
static void
assert_nothing_kept (BhConnection *connection, BhInsight *insight, const Question *q)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_open_ages_compute (insight, &q->period, NULL, &error));
  g_assert_null (bh_stage_flow_compute (insight, &q->period, NULL, &error));
  g_assert_null (bh_scores_compute (insight, &q->period, BH_BY_NOTHING, NULL, &error));
  g_assert_null (bh_low_scores_compute (insight, &q->period, NULL, MANY, &error));
  g_assert_null (bh_handling_spans_compute (insight, &q->period, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (bh_insight_is_complete (insight));
}

static void
test_kept (void)
{
  Question q = { .walk = walk,
                 .period = { bh_test_at ("2026-03-01"), bh_test_at ("2026-04-01") },
                 .as_of = bh_test_at ("2027-05-01") };

  check (&q, assert_nothing_kept, BH_INSIGHT_KEPT);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);

  walk = bh_test_walk_new ();
  g_test_add_data_func ("/insight-walk/open-ages", assert_open_ages, test_walk);
  g_test_add_data_func ("/insight-walk/stage-flow", assert_stage_flow, test_walk);
  g_test_add_data_func ("/insight-walk/scores", assert_scores, test_walk);
  g_test_add_data_func ("/insight-walk/handling", assert_handling, test_walk);
  g_test_add_data_func ("/insight-walk/control", assert_control, test_walk);
  g_test_add_func ("/insight-walk/kept", test_kept);

  result = g_test_run ();
  bh_test_walk_free (walk);

  return result;
}
