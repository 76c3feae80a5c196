/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-error.h"
#include "insight/bh-test-walk.h"
#include "insight/bh-trend.h"
#include "storage/bh-register-repository.h"

/* Limits are those of the default policies, targets those of a new database: handling_days of
 * complaints and repairs 3 days. */

typedef struct
{
  BhOffice *office;
  BhFigureId figure;
  int last_month;
  guint n_months;
  gint64 as_of;
  BhTicketFilter *filter;
  BhInsightMode mode;
} Request;

static gpointer
compute_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Request *q = user_data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, q->office, q->as_of, q->mode, cancellable);

  return bh_trend_compute (insight, q->figure, q->last_month, q->n_months, q->filter, error);
}

static BhTrend *
compute (BhTestStore *office, BhFigureId figure, const char *filter, BhInsightMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (filter, &error);
  Request request = { snapshot, figure, 202604, 4, bh_test_at ("2026-04-11"), parsed, mode };
  BhTrend *trend;

  g_assert_no_error (error);
  trend = bh_store_read (office->store, compute_in_worker, &request, NULL, &error);
  g_assert_no_error (error);

  return trend;
}

/* A ticket received at @at and finished after so many days. */
static void
work (BhTestStore *office, const char *kind, const char *at, int days)
{
  gint64 start = bh_test_at (at);
  gint64 id = bh_test_record (office, 0, BH_VERB_NEW, start, "kind", kind, NULL);

  bh_test_record (office, id, BH_VERB_DISPATCH, start, NULL);
  bh_test_record (office, id, BH_VERB_ACCEPT, start, NULL);
  bh_test_record (office, id, BH_VERB_INVESTIGATE, start, "responsibility", "property", NULL);
  bh_test_record (office, id, BH_VERB_PLAN, start, "measure", "换", NULL);
  g_assert_cmpint (
      bh_test_record (office, id, BH_VERB_FINISH, start + days * 86400 * BH_USEC_PER_SEC, NULL), !=,
      0);
}

static BhTestStore *
open_office (void)
{
  BhTestStore *office = bh_test_store_new_at (bh_test_at ("2026-05-01"));

  work (office, "complaint", "2026-02-10", 2);
  work (office, "repair", "2026-02-10", 4);
  work (office, "inquiry", "2026-02-10", 10);
  work (office, "complaint", "2026-03-20", 1);
  work (office, "complaint", "2026-03-20", 2);
  work (office, "complaint", "2026-03-20", 9);

  return office;
}

static void
test_points (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTrend) trend = compute (office, BH_FIGURE_RECEIVED, NULL, BH_INSIGHT_EXACT);
  static const gint64 counts[] = { 0, 3, 3, 0 };

  g_assert_cmpstr (trend->figure->key, ==, "received");
  g_assert_cmpstr (trend->scope, ==, "");
  g_assert_null (trend->target);
  g_assert_true (trend->exact);
  g_assert_cmpuint (trend->points->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const BhTrendPoint *point = bh_trend_get_point (trend, i);

      g_assert_cmpint (point->month, ==, 202601 + (int) i);
      g_assert_cmpint (point->value.count, ==, counts[i]);
      /* Before the office began there is nothing to count, after it nothing is zero. */
      g_assert_true (point->value.has_value == (i > 0));
      g_assert_true (point->value.provisional == (i == 3));
      g_assert_false (point->goal.has_value);
    }
  g_assert_cmpint (bh_trend_get_point (trend, 1)->period.from, ==, bh_test_at ("2026-02-01"));
  g_assert_cmpint (bh_trend_get_point (trend, 1)->period.to, ==, bh_test_at ("2026-03-01"));
  g_assert_cmpstr (bh_trend_get_point (trend, 1)->filter, ==,
                   "status:open,closed,merged,withdrawn,declined received:2026-02");
}

/* Without a filter, the line is about the tickets of the target. */
static void
test_scope (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTrend) own = compute (office, BH_FIGURE_HANDLING_DAYS, NULL, BH_INSIGHT_EXACT);
  g_autoptr (BhTrend) given
      = compute (office, BH_FIGURE_HANDLING_DAYS, "kind:inquiry", BH_INSIGHT_EXACT);
  g_autoptr (BhTrend) same
      = compute (office, BH_FIGURE_HANDLING_DAYS, "kind:complaint,repair", BH_INSIGHT_EXACT);
  const BhTrendPoint *point = bh_trend_get_point (own, 1);

  g_assert_cmpstr (own->scope, ==, "kind:complaint,repair");
  g_assert_nonnull (own->target);
  g_assert_cmpfloat (own->target->value, ==, 3);
  g_assert_cmpint (point->value.count, ==, 2);
  g_assert_cmpfloat_with_epsilon (point->value.mean, 3, 1e-9);
  g_assert_true (point->goal.has_value);
  g_assert_cmpfloat (point->goal.value, ==, 3);
  g_assert_cmpstr (point->filter, ==, "status:open,closed kind:complaint,repair finished:2026-02");

  g_assert_cmpstr (given->scope, ==, "kind:inquiry");
  g_assert_null (given->target);
  g_assert_cmpfloat_with_epsilon (bh_trend_get_point (given, 1)->value.mean, 10, 1e-9);
  g_assert_false (bh_trend_get_point (given, 1)->goal.has_value);

  g_assert_nonnull (same->target);
  g_assert_cmpint (bh_trend_get_point (same, 1)->value.count, ==, 2);
}

static gboolean
add_target_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_register_add_category (work, 0, "lift", "电梯", 0, BH_GRADE_GENERAL, error) != 0
         && bh_register_add_target (work, user_data, error) != 0;
}

/* A target may name a category by its code, by which the office does not write it. */
static void
test_scope_by_code (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTarget) target
      = bh_target_new (0, "response_hours", "category:lift", 2026, BH_TARGET_VALUE, 2, FALSE);
  g_autoptr (BhTrend) own = NULL;
  g_autoptr (BhTrend) given = NULL;

  bh_test_store_write (office, add_target_in_worker, target);
  own = compute (office, BH_FIGURE_RESPONSE_HOURS, NULL, BH_INSIGHT_EXACT);
  g_assert_cmpstr (own->scope, ==, "category:电梯");
  g_assert_nonnull (own->target);
  g_assert_true (bh_trend_get_point (own, 1)->goal.has_value);
  given = compute (office, BH_FIGURE_RESPONSE_HOURS, "category:电梯", BH_INSIGHT_EXACT);
  g_assert_nonnull (given->target);
  g_assert_true (bh_trend_get_point (given, 1)->goal.has_value);
}

/* Counts and means come first, and are those that stay. */
static void
test_quick (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTrend) exact = compute (office, BH_FIGURE_HANDLING_DAYS, NULL, BH_INSIGHT_EXACT);
  g_autoptr (BhTrend) quick = compute (office, BH_FIGURE_HANDLING_DAYS, NULL, BH_INSIGHT_QUICK);
  g_autoptr (BhTrend) count = compute (office, BH_FIGURE_RECEIVED, NULL, BH_INSIGHT_QUICK);

  g_assert_true (exact->exact);
  g_assert_false (quick->exact);
  g_assert_true (count->exact);
  for (guint i = 0; i < exact->points->len; i++)
    {
      const BhFigureValue *first = &bh_trend_get_point (quick, i)->value;
      const BhFigureValue *then = &bh_trend_get_point (exact, i)->value;

      g_assert_true (first->has_value == then->has_value);
      g_assert_true (first->provisional == then->provisional);
      g_assert_cmpint (first->count, ==, then->count);
      g_assert_cmpfloat_with_epsilon (first->mean, then->mean, 1e-9);
      g_assert_cmpfloat (first->median, ==, 0);
      g_assert_cmpfloat (first->p90, ==, 0);
    }
  g_assert_cmpfloat_with_epsilon (bh_trend_get_point (exact, 2)->value.median, 2, 1e-9);
}

/* Months together are counted otherwise than each alone. */
static void
test_open (void)
{
  static const char *const filters[]
      = { NULL, "kind:repair", "grade:urgent kind:complaint,repair" };
  static const BhFigureId figures[] = { BH_FIGURE_OPEN_AT_END, BH_FIGURE_OVERDUE_OPEN_AT_END };
  g_autoptr (BhTestWalk) walk = bh_test_walk_new ();
  gint64 sum = 0;

  for (guint i = 0; i < 24; i++)
    {
      g_autoptr (GError) error = NULL;
      const char *text = filters[i % 3];
      g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (text, &error);
      gint64 as_of = i % 4 == 0 ? bh_test_at ("2027-06-02") : bh_test_walk_pick_instant (walk);
      BhFigureId figure = figures[i / 3 % 2];
      Request request = { walk->office, figure, 202607, 9, as_of, filter, BH_INSIGHT_EXACT };
      g_autoptr (BhTrend) trend
          = bh_store_read (walk->store->store, compute_in_worker, &request, NULL, &error);

      g_assert_no_error (error);
      for (guint j = 0; j < trend->points->len; j++)
        {
          const BhTrendPoint *point = bh_trend_get_point (trend, j);
          g_autoptr (GPtrArray) groups = bh_test_figures_wanted (
              walk->store, &point->period, as_of, BH_BY_NOTHING, text, BH_FIGURE_BIT (figure));
          const BhFigureValue *alone
              = &((BhFigureGroup *) g_ptr_array_index (groups, 0))->values[figure];

          if (!point->value.has_value)
            continue;
          g_assert_cmpint (point->value.count, ==, alone->count);
          g_assert_true (point->value.provisional == alone->provisional);
          sum += point->value.count;
        }
    }
  g_assert_cmpint (sum, >, 100);
}

static void
test_refused (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTrend) trend
      = compute (office, BH_FIGURE_OPEN_AT_END, "open-at-end:2026-01", BH_INSIGHT_EXACT);
  Request request
      = { snapshot, BH_FIGURE_RECEIVED, 202613, 13, bh_test_at ("2026-04-11"), NULL, 0 };

  /* It can be drawn, but no list is that of both periods. */
  g_assert_null (bh_trend_get_point (trend, 1)->filter);
  g_assert_nonnull (bh_trend_get_point (trend, 0)->filter);

  g_assert_null (bh_store_read (office->store, compute_in_worker, &request, NULL, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trend/points", test_points);
  g_test_add_func ("/trend/scope", test_scope);
  g_test_add_func ("/trend/scope-by-code", test_scope_by_code);
  g_test_add_func ("/trend/quick", test_quick);
  g_test_add_func ("/trend/open", test_open);
  g_test_add_func ("/trend/refused", test_refused);

  return g_test_run ();
}
