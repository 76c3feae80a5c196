/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-stage-facts.h"
#include "insight/bh-test-walk.h"
#include "insight/bh-ticket-facts.h"

#include <math.h>

/* Whoever sums the facts of a month has the figures of that month: of a random office, for every
 * figure, at any instant, with and without a filter. */

#define N_MONTHS 7
#define N_INSTANTS 8

typedef struct
{
  double numerator;
  double denominator;
} Sum;

typedef struct
{
  BhTestWalk *walk;
  gint64 as_of;
  BhPeriod months[N_MONTHS];
  BhTicketFilter *scope;
  gboolean in_scope; /* only those of the scope are summed */
  Sum sums[N_MONTHS][BH_N_FIGURES];
  gint64 last;
  guint n;
  guint n_stages;
} Reading;

static int
find_month (const Reading *self, gint64 instant)
{
  for (int i = 0; i < N_MONTHS; i++)
    if (instant >= self->months[i].from && instant < self->months[i].to)
      return i;

  return -1;
}

static void
add (Reading *self, gint64 instant, BhFigureId figure, double numerator, double denominator)
{
  int month = find_month (self, instant);

  if (month < 0)
    return;

  self->sums[month][figure].numerator += numerator;
  self->sums[month][figure].denominator += denominator;
}

static void
add_receipt (Reading *self, const BhTicketFacts *facts)
{
  gint64 at = facts->received_at;

  add (self, at, BH_FIGURE_RECEIVED, 1, 0);
  add (self, at, BH_FIGURE_REPEAT_SHARE, facts->repeats, 1);
  add (self, at, BH_FIGURE_RESPONSE_ON_TIME, facts->response_kept, facts->counts_response);
  add (self, at, BH_FIGURE_COMPLETION_ON_TIME, facts->completion_kept, facts->counts_completion);
  add (self, at, BH_FIGURE_FIRST_ANSWER_ON_TIME, facts->first_answer_kept,
       facts->counts_first_answer);
  if (!facts->counts_resolved)
    return;

  add (self, at, BH_FIGURE_RESOLVED_SHARE, facts->resolved, 1);
  add (self, at, BH_FIGURE_SUSPENDED_SHARE, facts->suspended, 1);
  add (self, at, BH_FIGURE_REMINDER_SHARE, facts->reminded, 1);
}

static void
add_course (Reading *self, const BhTicketFacts *facts)
{
  if (facts->counts_dispatch)
    add (self, facts->dispatched_at, BH_FIGURE_ROUTING_ERROR_SHARE, facts->misrouted, 1);
  if (facts->counts_promise)
    add (self, facts->promised_at, BH_FIGURE_PROMISE_KEPT, facts->promise_kept, 1);
  if (facts->counts_close)
    add (self, facts->closed_at, BH_FIGURE_EXCEPTION_CLOSE_SHARE, facts->exception, 1);
  if (facts->counts_verdict)
    add (self, facts->verdict_at, BH_FIGURE_PASS_SHARE, facts->passed, 1);
}

static void
add_rest (Reading *self, const BhTicketFacts *facts)
{
  if (facts->has_handling)
    {
      add (self, facts->finished_at, BH_FIGURE_FINISHED, 1, 0);
      add (self, facts->finished_at, BH_FIGURE_HANDLING_DAYS, facts->handling_days, 1);
      add (self, facts->finished_at, BH_FIGURE_REWORK_SHARE, facts->reworked, 1);
      add (self, facts->finished_at, BH_FIGURE_FIRST_TIME_FIX, facts->fixed, 1);
      add (self, facts->finished_at, BH_FIGURE_SIGNOFF_SHARE, facts->signoff_signed,
           facts->signoff_asked);
      add (self, facts->finished_at, BH_FIGURE_CALLBACK_SHARE, facts->callback_reached,
           facts->callback_asked);
    }
  if (facts->has_response)
    add (self, facts->responded_at, BH_FIGURE_RESPONSE_HOURS, facts->response_hours, 1);
  if (facts->has_handover)
    add (self, facts->accepted_at, BH_FIGURE_HANDOVER_HOURS, facts->handover_hours, 1);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      self->sums[i][BH_FIGURE_OPEN_AT_END].numerator += (facts->open >> i) & 1;
      self->sums[i][BH_FIGURE_OVERDUE_OPEN_AT_END].numerator += (facts->overdue >> i) & 1;
    }
}

static gboolean
ticket_cb (const BhTicketFacts *facts, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  g_assert_cmpint (facts->received_at, >=, self->last);
  g_assert_cmpint (facts->received_at, <, self->as_of);
  g_assert_nonnull (facts->head.number);
  self->last = facts->received_at;
  self->n++;
  if (self->in_scope && (facts->head.scopes & 1) == 0)
    return TRUE;

  add_receipt (self, facts);
  add_course (self, facts);
  add_rest (self, facts);

  return TRUE;
}

static void
add_answer (Reading *self, const BhCallbackFacts *facts, BhFigureId figure, BhTri answer)
{
  if (answer == BH_TRI_YES || answer == BH_TRI_NO)
    add (self, facts->at, figure, answer == BH_TRI_YES, 1);
}

static gboolean
callback_cb (const BhCallbackFacts *facts, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  g_assert_cmpint (facts->at, <, self->as_of);
  if (!facts->counts || (self->in_scope && (facts->head.scopes & 1) == 0))
    return TRUE;

  add_answer (self, facts, BH_FIGURE_SOLVED_SHARE, facts->solved);
  add_answer (self, facts, BH_FIGURE_TIMELY_SHARE, facts->timely);
  add_answer (self, facts, BH_FIGURE_POLITE_SHARE, facts->polite);
  if (!facts->counts_score)
    return TRUE;

  add (self, facts->at, BH_FIGURE_SATISFACTION, facts->satisfied, 1);
  add (self, facts->at, BH_FIGURE_SATISFACTION_INDEX, facts->score * 20, 1);

  return TRUE;
}

static gboolean
stage_cb (const BhStageFacts *facts, gpointer user_data, GError **error)
{
  Reading *self = user_data;
  guint place = facts->stage - BH_STAGE_DISPATCH;

  g_assert_cmpint (facts->started_at, <, self->as_of);
  g_assert_cmpint (facts->done_at, <, self->as_of);
  if (self->in_scope && (facts->head.scopes & 1) == 0)
    return TRUE;

  self->n_stages++;
  if (facts->counts_at != 0)
    add (self, facts->counts_at, BH_FIGURE_STAGE_ON_TIME_DISPATCH + place, facts->kept, 1);
  if (facts->has_hours)
    add (self, facts->done_at, BH_FIGURE_STAGE_HOURS_DISPATCH + place, facts->hours, 1);

  return TRUE;
}

static gpointer
read_in_worker (BhConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *self = data;
  g_autoptr (BhOffice) office = bh_store_dup_office (self->walk->store->store);
  const BhFactsRequest request
      = { .period = { self->months[0].from, self->months[N_MONTHS - 1].to },
          .as_of = self->as_of,
          .months = self->months,
          .n_months = N_MONTHS,
          .scopes = &self->scope,
          .n_scopes = 1 };

  return bh_ticket_facts_read (connection, office, &request, ticket_cb, self, cancellable, error)
                 && bh_callback_facts_read (connection, office, &request, callback_cb, self,
                                            cancellable, error)
                 && bh_stage_facts_read (connection, office, &request, stage_cb, self, cancellable,
                                         error)
             ? self
             : NULL;
}

static void
check_figure (BhFigureId figure, const BhFigureValue *value, const Sum *sum)
{
  const BhFigureInfo *info = bh_figure_get_info (figure);

  g_test_message ("%s", info->key);
  switch (info->form)
    {
    case BH_FIGURE_COUNT:
      g_assert_cmpfloat ((double) value->count, ==, sum->numerator);
      break;
    case BH_FIGURE_SHARE:
    case BH_FIGURE_MEAN:
      g_assert_cmpfloat (value->numerator, ==, sum->numerator);
      g_assert_cmpfloat (value->denominator, ==, sum->denominator);
      break;
    case BH_FIGURE_SPREAD:
      g_assert_cmpfloat ((double) value->count, ==, sum->denominator);
      if (value->has_value)
        g_assert_cmpfloat (fabs (value->mean - sum->numerator / sum->denominator), <, 1e-9);
      break;
    }
}

static void
check_months (Reading *self, const char *filter)
{
  g_autoptr (GError) error = NULL;

  bh_store_read (self->walk->store->store, read_in_worker, self, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autoptr (GPtrArray) groups = bh_test_figures (self->walk->store, &self->months[i],
                                                      self->as_of, BH_BY_NOTHING, filter);
      const BhFigureGroup *group = g_ptr_array_index (groups, 0);

      for (guint j = 0; j < BH_N_FIGURES; j++)
        if (j != BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS)
          check_figure ((BhFigureId) j, &group->values[j], &self->sums[i][j]);
    }
}

static void
test_sums (void)
{
  g_autoptr (BhTestWalk) walk = bh_test_walk_new ();
  BhOfficeTime *time = bh_office_get_time (walk->office);
  BhLocalTime local;
  guint n = 0, n_stages = 0;

  bh_office_time_split (time, walk->start, &local);
  for (guint i = 0; i < N_INSTANTS; i++)
    {
      const char *filter = i % 2 == 0 ? "" : "grade:urgent,general";
      g_autoptr (BhTicketFilter) scope = bh_ticket_filter_parse (filter, NULL);
      Reading reading = { .walk = walk, .scope = scope, .in_scope = i % 2 == 1 };
      int month = local.month;

      /* The last one is long after everything that happened. */
      reading.as_of = i + 2 < N_INSTANTS ? bh_test_walk_pick_instant (walk)
                                         : bh_clock_now (walk->store->clock);
      for (guint j = 0; j < N_MONTHS; j++)
        {
          g_assert_true (bh_office_time_get_month (time, month, &reading.months[j]));
          month = month % 100 == 12 ? month + 89 : month + 1;
        }
      check_months (&reading, filter);
      n += reading.n;
      n_stages += reading.n_stages;
    }
  g_assert_cmpuint (n, >, 100);
  g_assert_cmpuint (n_stages, >, 300);
}

static gboolean
stop_cb (const BhTicketFacts *facts, gpointer user_data, GError **error)
{
  guint *n = user_data;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "enough");
  ++*n;

  return FALSE;
}

typedef struct
{
  BhTestWalk *walk;
  guint n;
} Stop;

static gpointer
stop_in_worker (BhConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Stop *stop = data;
  gint64 now = bh_clock_now (stop->walk->store->clock);
  const BhFactsRequest request = { .period = { 1, now }, .as_of = now };

  g_assert_false (bh_ticket_facts_read (connection, stop->walk->office, &request, stop_cb, &stop->n,
                                        cancellable, error));

  return NULL;
}

static void
test_stop (void)
{
  g_autoptr (BhTestWalk) walk = bh_test_walk_new ();
  g_autoptr (GError) error = NULL;
  Stop stop = { walk, 0 };

  bh_store_read (walk->store->store, stop_in_worker, &stop, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpuint (stop.n, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticket-facts/sums", test_sums);
  g_test_add_func ("/ticket-facts/stop", test_stop);

  return g_test_run ();
}
