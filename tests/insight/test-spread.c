/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-spread.h"

/* Expected values by hand: of n values the fraction p stands at rank p (n - 1). */
static void
assert_spread (const double *values, guint n, double mean, double median, double p90)
{
  g_autoptr (GArray) sample = g_array_new (FALSE, FALSE, sizeof (double));
  BhSpread spread;

  g_array_append_vals (sample, values, n);
  bh_spread_compute (sample, &spread);
  g_assert_cmpfloat_with_epsilon (spread.mean, mean, 1e-9);
  g_assert_cmpfloat_with_epsilon (spread.median, median, 1e-9);
  g_assert_cmpfloat_with_epsilon (spread.p90, p90, 1e-9);
}

static void
test_interpolates (void)
{
  const double even[] = { 4, 1, 3, 2 };
  const double odd[] = { 10, 30, 20, 50, 40 };
  const double ten[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 };

  assert_spread (even, 4, 2.5, 2.5, 3.7);
  assert_spread (odd, 5, 30, 30, 46);
  assert_spread (ten, 10, 5.5, 5.5, 9.1);
}

static void
test_small (void)
{
  const double one[] = { 7 };
  const double two[] = { 8, -2 };

  assert_spread (NULL, 0, 0, 0, 0);
  assert_spread (one, 1, 7, 7, 7);
  assert_spread (two, 2, 3, 3, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spread/interpolates", test_interpolates);
  g_test_add_func ("/spread/small", test_small);

  return g_test_run ();
}
