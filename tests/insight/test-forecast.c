/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-forecast.h"

#include <math.h>

#define N_POINTS 4
#define N_SERIES 400

static void
test_too_short (void)
{
  const double values[] = { 1, 2, 3, 4, 5 };
  BhForecastPoint points[N_POINTS];

  g_assert_cmpint (bh_forecast_compute (values, G_N_ELEMENTS (values), points, N_POINTS), ==,
                   BH_FORECAST_NONE);
  g_assert_cmpint (bh_forecast_compute (NULL, 0, points, N_POINTS), ==, BH_FORECAST_NONE);
}

/* A line goes on as a line, and there is no doubt about it. */
static void
test_line (void)
{
  double values[BH_FORECAST_LEAST];
  BhForecastPoint points[N_POINTS];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 100 - 7.0 * i;
  g_assert_cmpint (bh_forecast_compute (values, G_N_ELEMENTS (values), points, N_POINTS), ==,
                   BH_FORECAST_HOLT);
  for (guint i = 0; i < N_POINTS; i++)
    {
      g_assert_cmpfloat_with_epsilon (points[i].value, 100 - 7.0 * (BH_FORECAST_LEAST + i), 1e-9);
      g_assert_cmpfloat_with_epsilon (points[i].upper, points[i].lower, 1e-9);
    }
}

static double
get_season (guint month)
{
  static const double season[BH_FORECAST_SEASON] = { 5, -3, 0, 12, 8, -20, 4, 4, -6, 1, -9, 4 };

  return season[month % BH_FORECAST_SEASON];
}

/* Two years that are alike but for a trend are followed by a third one. */
static void
test_season (void)
{
  double values[2 * BH_FORECAST_SEASON];
  BhForecastPoint points[BH_FORECAST_SEASON];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 200 + 1.5 * i + get_season (i);
  g_assert_cmpint (bh_forecast_compute (values, G_N_ELEMENTS (values), points, BH_FORECAST_SEASON),
                   ==, BH_FORECAST_HOLT_WINTERS);
  for (guint i = 0; i < BH_FORECAST_SEASON; i++)
    g_assert_cmpfloat_with_epsilon (points[i].value, 200 + 1.5 * (24 + i) + get_season (i), 1e-6);

  /* A month less is too short for a season. */
  g_assert_cmpint (bh_forecast_compute (values, G_N_ELEMENTS (values) - 1, points, 1), ==,
                   BH_FORECAST_HOLT);
}

/* Sum of twelve evenly spread numbers: nearly normal, of variance 1. */
static double
get_noise (GRand *rand)
{
  double sum = 0;

  for (guint i = 0; i < 12; i++)
    sum += g_rand_double (rand);

  return sum - 6;
}

/* A level that wanders (an exponential smoothing by its own model): about four of five values come
 * to lie where they should, and the range grows with what is further ahead. */
static void
test_coverage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  guint inside[N_POINTS] = { 0 };

  for (guint n = 0; n < N_SERIES; n++)
    {
      double values[2 * BH_FORECAST_SEASON - 1];
      double level = 100;
      BhForecastPoint points[N_POINTS];

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          double noise = get_noise (rand);

          values[i] = level + noise;
          level += 0.3 * noise;
        }
      bh_forecast_compute (values, G_N_ELEMENTS (values), points, N_POINTS);
      for (guint i = 0; i < N_POINTS; i++)
        {
          double noise = get_noise (rand), value = level + noise;

          level += 0.3 * noise;
          inside[i] += value >= points[i].lower && value <= points[i].upper;
          g_assert_cmpfloat (points[i].upper, >, points[i].lower);
          g_assert_true (i == 0
                         || points[i].upper - points[i].lower
                                >= points[i - 1].upper - points[i - 1].lower - 1e-9);
        }
    }
  for (guint i = 0; i < N_POINTS; i++)
    {
      double share = (double) inside[i] / N_SERIES;

      g_test_message ("%u ahead: %.3f", i + 1, share);
      g_assert_cmpfloat (fabs (share - BH_FORECAST_CONFIDENCE), <, 0.12);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/forecast/too-short", test_too_short);
  g_test_add_func ("/forecast/line", test_line);
  g_test_add_func ("/forecast/season", test_season);
  g_test_add_func ("/forecast/coverage", test_coverage);

  return g_test_run ();
}
