/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-figures.h"
#include "insight/bh-trend-outlook.h"

/* Three tickets a month, from October 2025 to the middle of June 2026. */
#define EACH_MONTH 3

static BhTestStore *
open_office (void)
{
  BhTestStore *office = bh_test_store_new_at (bh_test_at ("2026-06-15"));

  for (int month = 202510; month <= 202606; month = bh_month_shift (month, 1))
    for (guint i = 0; i < EACH_MONTH; i++)
      {
        g_autofree char *at = g_strdup_printf ("%04d-%02d-0%u", month / 100, month % 100, i + 2);

        bh_test_record (office, 0, BH_VERB_NEW, bh_test_at (at), "kind", "repair", NULL);
      }

  return office;
}

typedef struct
{
  BhOffice *office;
  int last_month;
  const char *as_of;
} Request;

static gpointer
compute_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Request *q = user_data;
  g_autoptr (BhInsight) insight = bh_insight_new (connection, q->office, bh_test_at (q->as_of),
                                                  BH_INSIGHT_EXACT, cancellable);
  g_autoptr (BhTrend) trend
      = bh_trend_compute (insight, BH_FIGURE_RECEIVED, q->last_month, 3, NULL, error);

  return trend != NULL && bh_trend_outlook_add (trend, insight, error) ? g_steal_pointer (&trend)
                                                                       : NULL;
}

static BhTrend *
compute (BhTestStore *office, int last_month, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  Request request = { snapshot, last_month, as_of };
  BhTrend *trend = bh_store_read (office->store, compute_in_worker, &request, NULL, &error);

  g_assert_no_error (error);

  return trend;
}

/* The month that is not over is forecast from the whole ones, and so are those behind it. */
static void
test_forecast (void)
{
  BhTestStore *office = open_office ();
  g_autoptr (BhTrend) trend = compute (office, 202606, "2026-06-15");
  g_autoptr (BhTrend) before = compute (office, 202605, "2026-06-15");

  g_assert_nonnull (trend->forecast);
  g_assert_cmpuint (trend->forecast->len, ==, BH_OUTLOOK_MONTHS);
  for (guint i = 0; i < BH_OUTLOOK_MONTHS; i++)
    {
      const BhTrendForecast *forecast = &g_array_index (trend->forecast, BhTrendForecast, i);

      g_assert_cmpint (forecast->month, ==, 202606 + (int) i);
      g_assert_cmpfloat_with_epsilon (forecast->value, EACH_MONTH, 1e-9);
      g_assert_cmpfloat_with_epsilon (forecast->high, EACH_MONTH, 1e-9);
    }
  g_assert_nonnull (before->forecast);
  bh_test_store_free (office);
}

/* Nobody forecasts what is past, nor from a few months: the first one may not be whole. */
static void
test_none (void)
{
  BhTestStore *office = open_office ();
  g_autoptr (BhTrend) past = compute (office, 202604, "2026-06-15");
  g_autoptr (BhTrend) early = compute (office, 202604, "2026-04-15");
  g_autoptr (BhTrend) just = compute (office, 202605, "2026-05-15");

  g_assert_null (past->forecast);
  /* From November to March there are five. */
  g_assert_null (early->forecast);
  g_assert_nonnull (just->forecast);
  bh_test_store_free (office);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trend-outlook/forecast", test_forecast);
  g_test_add_func ("/trend-outlook/none", test_none);

  return g_test_run ();
}
