/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-axis.h"

#include <math.h>

static void
assert_axis (const BhChartAxis *axis, double min, double max, double step)
{
  g_assert_cmpfloat_with_epsilon (axis->min, min, 1e-9);
  g_assert_cmpfloat_with_epsilon (axis->max, max, 1e-9);
  g_assert_cmpfloat_with_epsilon (axis->step, step, 1e-9);
  g_assert_cmpfloat_with_epsilon (axis->min + axis->step * axis->n_steps, axis->max, 1e-9);
}

static void
test_round_steps (void)
{
  static const struct
  {
    BhChartNumbers numbers;
    double low, high;
    guint most;
    double min, max, step;
  } cases[] = {
    { BH_CHART_COUNTS, 640, 1420, 6, 0, 1500, 250 },
    { BH_CHART_COUNTS, 3, 1284, 4, 0, 1500, 500 },
    { BH_CHART_COUNTS, 0, 7, 4, 0, 8, 2 },
    { BH_CHART_COUNTS, 0, 10, 4, 0, 10, 5 },
    { BH_CHART_COUNTS, 0, 1000000, 5, 0, 1000000, 200000 },
    { BH_CHART_AMOUNTS, 2.9, 6.3, 4, 0, 8, 2 },
    { BH_CHART_AMOUNTS, 0.1, 0.9, 4, 0, 1, 0.25 },
    { BH_CHART_PERCENTS, 0.1, 0.23, 5, 0, 0.25, 0.05 },
    { BH_CHART_PERCENTS, 0.3, 1, 5, 0, 1, 0.2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BhChartAxis axis;

      bh_chart_axis_fit (&axis, cases[i].numbers, cases[i].low, cases[i].high, cases[i].most);
      assert_axis (&axis, cases[i].min, cases[i].max, cases[i].step);
    }
}

/* Nothing happened, or once: whole tickets all the same. */
static void
test_few (void)
{
  BhChartAxis axis;

  bh_chart_axis_fit (&axis, BH_CHART_COUNTS, 0, 0, 6);
  assert_axis (&axis, 0, 1, 1);
  bh_chart_axis_fit (&axis, BH_CHART_COUNTS, 0, 3, 6);
  assert_axis (&axis, 0, 3, 1);
  bh_chart_axis_fit (&axis, BH_CHART_PERCENTS, 0, 0, 5);
  assert_axis (&axis, 0, 1, 0.2);
  bh_chart_axis_fit (&axis, BH_CHART_AMOUNTS, 0, 0, 5);
  assert_axis (&axis, 0, 1, 0.2);
}

/* High shares begin higher, and end at 100 %. */
static void
test_high_shares (void)
{
  BhChartAxis axis;

  bh_chart_axis_fit (&axis, BH_CHART_PERCENTS, 0.93, 0.99, 5);
  g_assert_cmpfloat (axis.min, >, 0.8);
  g_assert_cmpfloat (axis.min, <, 0.93);
  g_assert_cmpfloat_with_epsilon (axis.max, 1, 1e-9);

  bh_chart_axis_fit (&axis, BH_CHART_PERCENTS, 0.51, 1, 5);
  assert_axis (&axis, 0.5, 1, 0.1);

  /* Little change is not made to look large. */
  bh_chart_axis_fit (&axis, BH_CHART_PERCENTS, 0.97, 0.971, 5);
  g_assert_cmpfloat (axis.max - axis.min, >=, 0.1);
  g_assert_cmpfloat (axis.max, <=, 1 + 1e-9);

  /* All the same: the axis begins at 0. */
  bh_chart_axis_fit (&axis, BH_CHART_PERCENTS, 1, 1, 5);
  assert_axis (&axis, 0, 1, 0.2);
}

/* Whatever the values: the ends enclose them, the steps are round, and there are not too many. */
static void
test_any (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      BhChartNumbers numbers = (BhChartNumbers) g_test_rand_int_range (0, 3);
      double high = numbers == BH_CHART_PERCENTS ? g_test_rand_double ()
                                                 : pow (10, g_test_rand_double_range (-2, 7));
      double low = high * g_test_rand_double ();
      guint most = (guint) g_test_rand_int_range (1, 8);
      BhChartAxis axis;
      double mantissa;

      if (numbers == BH_CHART_COUNTS)
        {
          high = ceil (high);
          low = floor (low);
        }
      bh_chart_axis_fit (&axis, numbers, low, high, most);
      g_assert_cmpfloat (axis.min, <=, low + 1e-9);
      g_assert_cmpfloat (axis.max, >=, high * (1 - 1e-9));
      g_assert_cmpuint (axis.n_steps, <=, most + 1);
      mantissa = axis.step / pow (10, floor (log10 (axis.step) + 1e-9));
      g_assert_true (fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6
                     || fabs (mantissa - 2.5) < 1e-6 || fabs (mantissa - 5) < 1e-6);
      if (numbers == BH_CHART_COUNTS)
        g_assert_cmpfloat (axis.step, ==, round (axis.step));
      if (numbers == BH_CHART_PERCENTS)
        g_assert_cmpfloat (axis.max, <=, 1 + 1e-9);
    }
}

static void
test_shared_steps (void)
{
  static const double highs[] = { 0, 1, 7, 9, 37, 321, 1284, 99999 };

  for (guint i = 0; i < G_N_ELEMENTS (highs); i++)
    for (guint n = 2; n <= 5; n++)
      {
        BhChartAxis axis;

        bh_chart_axis_fit_steps (&axis, BH_CHART_COUNTS, highs[i], n);
        g_assert_cmpuint (axis.n_steps, ==, n);
        g_assert_cmpfloat (axis.min, ==, 0);
        g_assert_cmpfloat (axis.max, >=, highs[i]);
        g_assert_cmpfloat (axis.step, ==, round (axis.step));
        /* No more than half of the height is wasted. */
        g_assert_cmpfloat (axis.max, <=, MAX (2 * highs[i], n));
      }
}

static void
assert_number (BhChartNumbers numbers, double value, guint decimals, const char *expected)
{
  g_autofree char *text = bh_chart_number_dup_text (numbers, value, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (BH_CHART_COUNTS, 0, 0, "0");
  assert_number (BH_CHART_COUNTS, 999, 0, "999");
  assert_number (BH_CHART_COUNTS, 1284, 0, "1,284");
  assert_number (BH_CHART_COUNTS, 1234567, 0, "1,234,567");
  assert_number (BH_CHART_PERCENTS, 0.815, 1, "81.5%");
  assert_number (BH_CHART_PERCENTS, 1, 0, "100%");
  assert_number (BH_CHART_AMOUNTS, 1234.56, 1, "1,234.6");
  assert_number (BH_CHART_AMOUNTS, -3.25, 2, "−3.25");
  assert_number (BH_CHART_AMOUNTS, -0.001, 1, "0.0");
}

static void
test_tick_texts (void)
{
  BhChartAxis axis;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  bh_chart_axis_fit (&axis, BH_CHART_AMOUNTS, 0, 1, 4);
  first = bh_chart_axis_dup_tick_text (&axis, 1);
  g_assert_cmpstr (first, ==, "0.25");
  bh_chart_axis_fit (&axis, BH_CHART_PERCENTS, 0, 1, 5);
  second = bh_chart_axis_dup_tick_text (&axis, axis.n_steps);
  g_assert_cmpstr (second, ==, "100%");
}

static void
test_places (void)
{
  BhChartAxis axis;

  bh_chart_axis_fit (&axis, BH_CHART_COUNTS, 0, 8, 4);
  g_assert_cmpfloat_with_epsilon (bh_chart_axis_place (&axis, 0), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (bh_chart_axis_place (&axis, 2), 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (bh_chart_axis_place (&axis, 8), 1, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-axis/round-steps", test_round_steps);
  g_test_add_func ("/chart-axis/few", test_few);
  g_test_add_func ("/chart-axis/high-shares", test_high_shares);
  g_test_add_func ("/chart-axis/any", test_any);
  g_test_add_func ("/chart-axis/shared-steps", test_shared_steps);
  g_test_add_func ("/chart-axis/numbers", test_numbers);
  g_test_add_func ("/chart-axis/tick-texts", test_tick_texts);
  g_test_add_func ("/chart-axis/places", test_places);

  return g_test_run ();
}
