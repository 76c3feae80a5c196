/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-trend-chart.h"

#include "draw/bh-test-pictures.h"
#include "insight/bh-figure-registry.h"

#include <string.h>

#define N_MONTHS 13

static const BhFigureInfo *
get_info (BhFigureId id)
{
  guint n;

  return &bh_figures_list (&n)[id];
}

static void
clear_point (gpointer data)
{
  g_free (((BhTrendPoint *) data)->filter);
}

/* Thirteen months from October 2025, all without a value. */
static BhTrend *
make_trend (BhFigureId id, const char *scope)
{
  BhTrend *trend = g_new0 (BhTrend, 1);

  trend->figure = get_info (id);
  trend->scope = g_strdup (scope);
  trend->exact = TRUE;
  trend->points = g_array_new (FALSE, TRUE, sizeof (BhTrendPoint));
  g_array_set_clear_func (trend->points, clear_point);
  for (int i = 0; i < N_MONTHS; i++)
    {
      int month = (9 + i) % 12 + 1, year = 2025 + (9 + i) / 12;
      BhTrendPoint point = { .month = year * 100 + month };

      point.filter = g_strdup_printf ("received:%d-%02d", year, month);
      g_array_append_val (trend->points, point);
    }

  return trend;
}

static BhTrendPoint *
get_point (BhTrend *trend, guint i)
{
  return &g_array_index (trend->points, BhTrendPoint, i);
}

static void
set_share (BhTrend *trend, guint i, double numerator, double denominator)
{
  BhFigureValue *value = &get_point (trend, i)->value;

  value->has_value = denominator > 0;
  value->numerator = numerator;
  value->denominator = denominator;
  value->value = denominator > 0 ? numerator / denominator : 0;
}

static void
set_goal (BhTrend *trend, guint i, BhTargetForm form, double goal, int better)
{
  BhTrendPoint *point = get_point (trend, i);

  point->goal.has_value = TRUE;
  point->goal.form = form;
  point->goal.value = point->goal.so_far = goal;
  point->goal.better = better;
}

static BhChart *
make_chart (BhTrend *trend)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  const BhOfficeSettings settings = { .name = (char *) "Office" };
  g_autoptr (BhOffice) office = bh_office_new (time, &settings);

  return bh_trend_chart_new (trend, office);
}

static const char *
get_value_text (BhChart *chart, guint i)
{
  return bh_chart_get_mark (chart, i)->value_text;
}

static const char *
get_cell (BhChart *chart, guint row, guint column)
{
  const BhChartTable *table = bh_chart_get_table (chart);
  char **cells = g_ptr_array_index (table->rows, row);

  g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (table->headings));

  return cells[column];
}

static void
test_count (void)
{
  g_autoptr (BhTrend) trend = make_trend (BH_FIGURE_RECEIVED, "kind:complaint");
  g_autoptr (BhChart) chart = NULL;

  for (guint i = 0; i < N_MONTHS; i++)
    {
      get_point (trend, i)->value.has_value = TRUE;
      get_point (trend, i)->value.count = 1000 + i;
    }
  get_point (trend, N_MONTHS - 1)->value.provisional = TRUE;
  chart = make_chart (trend);

  g_assert_cmpstr (bh_chart_get_title (chart), ==, "Received");
  g_assert_cmpstr (bh_chart_get_subtitle (chart), ==, "Complaint · Oct 2025 – Oct 2026");
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, N_MONTHS);
  g_assert_cmpstr (bh_chart_get_mark (chart, 3)->label, ==, "Jan 2026");
  g_assert_cmpstr (bh_chart_get_mark (chart, 3)->filter, ==, "received:2026-01");
  g_assert_cmpstr (get_value_text (chart, 3), ==, "Received: 1,003");
  g_assert_cmpstr (get_value_text (chart, 12), ==, "Received: 1,012\nCan still change");

  g_assert_cmpuint (bh_chart_get_table (chart)->rows->len, ==, N_MONTHS);
  g_assert_cmpstr (bh_chart_get_table (chart)->title, ==, "Received");
  g_assert_cmpstr (get_cell (chart, 3, 0), ==, "Jan 2026");
  g_assert_cmpstr (get_cell (chart, 3, 1), ==, "1,003");
}

/* A month of which nothing is known stays, and says so; a small sample is marked. */
static void
test_share (void)
{
  g_autoptr (BhTrend) trend = make_trend (BH_FIGURE_COMPLETION_ON_TIME, "");
  g_autoptr (BhChart) chart = NULL;

  set_share (trend, 0, 815, 1000);
  set_share (trend, 1, 9, 9);
  set_share (trend, 2, 0, 10);
  set_goal (trend, 0, BH_TARGET_VALUE, 0.85, 1);
  chart = make_chart (trend);

  g_assert_nonnull (strstr (bh_chart_get_subtitle (chart), "All tickets"));
  g_assert_true (g_str_has_prefix (get_value_text (chart, 0),
                                   "Completions on time: 81.5% (815 of 1,000)\nTarget: ≥ 85.0%"));
  g_assert_nonnull (strstr (get_value_text (chart, 0), " · "));
  g_assert_nonnull (strstr (get_value_text (chart, 1), "Fewer than 10"));
  g_assert_null (strstr (get_value_text (chart, 2), "Fewer than 10"));
  g_assert_cmpstr (get_value_text (chart, 3), ==, "Completions on time: –");
  g_assert_cmpstr (bh_chart_get_mark (chart, 3)->filter, ==, "received:2026-01");
  g_assert_cmpstr (get_cell (chart, 3, 1), ==, "–");
  g_assert_false (bh_chart_is_empty (chart));
}

static void
test_nothing (void)
{
  g_autoptr (BhTrend) trend = make_trend (BH_FIGURE_SATISFACTION, "");
  g_autoptr (BhChart) chart = make_chart (trend);

  g_autoptr (BhChart) aimed = NULL;

  g_assert_true (bh_chart_is_empty (chart));
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, N_MONTHS);
  set_goal (trend, 0, BH_TARGET_VALUE, 0.85, 1);
  aimed = make_chart (trend);
  g_assert_true (bh_chart_is_empty (aimed));
}

/* Mean, median and P90 stand together, once they are there. */
static void
test_spread (void)
{
  g_autoptr (BhTrend) trend = make_trend (BH_FIGURE_HANDLING_DAYS, "kind:complaint,repair");
  g_autoptr (BhChart) quick = NULL;
  g_autoptr (BhChart) exact = NULL;

  for (guint i = 0; i < N_MONTHS; i++)
    get_point (trend, i)->value
        = (BhFigureValue){ .has_value = TRUE, .count = 40, .mean = 3.2, .median = 2.1, .p90 = 7.9 };
  trend->exact = FALSE;
  quick = make_chart (trend);
  trend->exact = TRUE;
  exact = make_chart (trend);

  g_assert_cmpstr (get_value_text (quick, 0), ==, "Mean: 3.2 d\n40 tickets");
  g_assert_cmpstr (get_value_text (exact, 0), ==,
                   "Mean: 3.2 d\nMedian: 2.1 d\nP90: 7.9 d\n40 tickets");
  g_assert_cmpstr (get_cell (quick, 0, 2), ==, "–");
  g_assert_cmpstr (get_cell (exact, 0, 2), ==, "2.1 d");
  g_assert_cmpstr (get_cell (exact, 0, 3), ==, "7.9 d");
  g_assert_cmpuint (g_strv_length (bh_chart_get_table (quick)->headings), ==,
                    g_strv_length (bh_chart_get_table (exact)->headings));
}

static void
test_alarm (void)
{
  g_autoptr (BhTrend) trend = make_trend (BH_FIGURE_SIGNOFF_SHARE, "");
  g_autoptr (BhChart) chart = NULL;

  set_share (trend, 12, 20, 100);
  set_goal (trend, 12, BH_TARGET_ALARM, 0.3, 1);
  chart = make_chart (trend);

  g_assert_nonnull (strstr (get_value_text (chart, 12), "Alarm limit: ≥ 30.0% · "));
}

/* What is expected of the three months from @first, a month of 2026. */
static void
add_forecast (BhTrend *trend, int first)
{
  trend->forecast = g_array_new (FALSE, FALSE, sizeof (BhTrendForecast));
  for (int i = 0; i < 3; i++)
    {
      int month = 202600 + first + i > 202612 ? 202700 + first + i - 12 : 202600 + first + i;
      BhTrendForecast forecast = { month, 1100 + 40 * i, 1000 - 30 * i, 1200 + 120 * i };

      g_array_append_val (trend->forecast, forecast);
    }
}

static BhChart *
make_expected (int first)
{
  g_autoptr (BhTrend) trend = make_trend (BH_FIGURE_RECEIVED, "kind:complaint");

  for (guint i = 0; i < N_MONTHS; i++)
    {
      get_point (trend, i)->value.has_value = TRUE;
      get_point (trend, i)->value.count = 900 + 37 * i * i % 311;
    }
  get_point (trend, N_MONTHS - 1)->value.provisional = TRUE;
  add_forecast (trend, first);

  return make_chart (trend);
}

static BhChart *
make_forecast (void)
{
  return make_expected (11);
}

/* Of a month that is not over, what there is and what is expected stand together. */
static BhChart *
make_running (void)
{
  return make_expected (10);
}

static const BhTestPicture pictures[] = {
  { "forecast-light", make_forecast, BH_CHART_PALETTE_LIGHT },
  { "forecast-dark", make_forecast, BH_CHART_PALETTE_DARK },
  { "forecast-running", make_running, BH_CHART_PALETTE_LIGHT },
  { "forecast-mirrored", make_forecast, BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT, 1, TRUE },
  { "forecast-large", make_forecast, BH_CHART_PALETTE_LIGHT, 2 },
  { "forecast-small", make_forecast, BH_CHART_PALETTE_LIGHT, 1, FALSE, 300, 180 },
};

/* Months to come follow the known ones, with nothing behind them. */
static void
test_forecast (void)
{
  g_autoptr (BhChart) chart = make_forecast ();
  const BhChartTable *table = bh_chart_get_table (chart);

  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, N_MONTHS + 3);
  g_assert_cmpuint (table->rows->len, ==, N_MONTHS + 3);
  g_assert_cmpstr (bh_chart_get_mark (chart, N_MONTHS)->label, ==, "Nov 2026");
  g_assert_cmpstr (bh_chart_get_mark (chart, N_MONTHS + 2)->label, ==, "Jan 2027");
  g_assert_cmpstr (get_value_text (chart, N_MONTHS + 1), ==,
                   "Forecast: 1,140\nLikely range: 970 – 1,320");
  g_assert_null (bh_chart_get_mark (chart, N_MONTHS)->filter);
  g_assert_nonnull (bh_chart_get_mark (chart, N_MONTHS - 1)->filter);
  g_assert_cmpstr (get_cell (chart, N_MONTHS + 1, 1), ==, "–");
  g_assert_cmpstr (get_cell (chart, N_MONTHS + 1, (guint) g_strv_length (table->headings) - 1), ==,
                   "Forecast: 1,140 Likely range: 970 – 1,320");
}

static void
test_forecast_of_running (void)
{
  g_autoptr (BhChart) chart = make_running ();

  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, N_MONTHS + 2);
  g_assert_nonnull (strstr (get_value_text (chart, N_MONTHS - 1), "Received: "));
  g_assert_nonnull (strstr (get_value_text (chart, N_MONTHS - 1), "\nForecast: 1,100\n"));
  g_assert_nonnull (bh_chart_get_mark (chart, N_MONTHS - 1)->filter);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trend-chart/count", test_count);
  g_test_add_func ("/trend-chart/share", test_share);
  g_test_add_func ("/trend-chart/nothing", test_nothing);
  g_test_add_func ("/trend-chart/spread", test_spread);
  g_test_add_func ("/trend-chart/alarm", test_alarm);
  g_test_add_func ("/trend-chart/forecast", test_forecast);
  g_test_add_func ("/trend-chart/forecast-of-running", test_forecast_of_running);
  bh_test_pictures_add ("/trend-chart/picture", pictures, G_N_ELEMENTS (pictures));

  return g_test_run ();
}
