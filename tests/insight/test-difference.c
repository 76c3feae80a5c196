/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-difference.h"
#include "insight/bh-figure-registry.h"

/* Numbers worked out by hand. */

static BhFigureValue
share (double numerator, double denominator)
{
  return (BhFigureValue){ .has_value = TRUE,
                          .value = numerator / denominator,
                          .numerator = numerator,
                          .denominator = denominator };
}

static BhFigureValue
spread (gint64 count, double median, double p90)
{
  return (BhFigureValue){ .has_value = TRUE, .count = count, .median = median, .p90 = p90 };
}

static double
get_p (BhFigureId id, BhFigureValue value, BhFigureValue before)
{
  return bh_difference_get_p (bh_figure_get_info (id), &value, &before);
}

static void
test_shares (void)
{
  /* Pooled 0.575; z = 0.15 / sqrt (0.575 · 0.425 · 0.02) = 2.1456. */
  g_assert_cmpfloat_with_epsilon (get_p (BH_FIGURE_REPEAT_SHARE, share (65, 100), share (50, 100)),
                                  0.0319, 1e-4);
  g_assert_cmpfloat_with_epsilon (get_p (BH_FIGURE_REPEAT_SHARE, share (50, 100), share (65, 100)),
                                  0.0319, 1e-4);
  g_assert_cmpfloat (get_p (BH_FIGURE_REPEAT_SHARE, share (5, 10), share (5, 10)), ==, 1);
  /* Of 8 with a share of 10 / 18, fewer than 5 are expected. */
  g_assert_cmpfloat (get_p (BH_FIGURE_REPEAT_SHARE, share (8, 8), share (2, 10)), ==, 1);
}

static void
test_spreads (void)
{
  /* Both spreads ln 2 / 1.28155 = 0.54087; z = ln 1.2 / sqrt (π / 2 · 2 · 0.54087² / 100). */
  g_assert_cmpfloat_with_epsilon (
      get_p (BH_FIGURE_HANDLING_DAYS, spread (100, 12, 24), spread (100, 10, 20)), 0.0572, 1e-4);
  g_assert_cmpfloat (get_p (BH_FIGURE_HANDLING_DAYS, spread (29, 12, 24), spread (100, 1, 2)), ==,
                     1);
  g_assert_cmpfloat (get_p (BH_FIGURE_HANDLING_DAYS, spread (99, 0, 24), spread (99, 1, 2)), ==, 1);
}

static void
test_others (void)
{
  BhFigureValue many = { .has_value = TRUE, .count = 1000, .value = 90, .denominator = 1000 };
  BhFigureValue few = { .has_value = TRUE, .count = 10, .value = 10, .denominator = 1000 };

  g_assert_cmpfloat (get_p (BH_FIGURE_RECEIVED, many, few), ==, 1);
  g_assert_cmpfloat (get_p (BH_FIGURE_SATISFACTION_INDEX, many, few), ==, 1);
  many.has_value = FALSE;
  g_assert_cmpfloat (get_p (BH_FIGURE_REPEAT_SHARE, many, share (50, 100)), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/difference/shares", test_shares);
  g_test_add_func ("/difference/spreads", test_spreads);
  g_test_add_func ("/difference/others", test_others);

  return g_test_run ();
}
