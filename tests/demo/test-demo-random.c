/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-random.h"

#include <math.h>

#define SAMPLES 200000

static void
test_reproducible (void)
{
  BhDemoRandom a, b, other_seed, other_stream;
  guint same_seed = 0;
  guint same_stream = 0;

  bh_demo_random_init (&a, 7, 1);
  bh_demo_random_init (&b, 7, 1);
  bh_demo_random_init (&other_seed, 8, 1);
  bh_demo_random_init (&other_stream, 7, 2);

  for (guint i = 0; i < 1000; i++)
    {
      guint32 value = bh_demo_random_next (&a);

      g_assert_cmpuint (value, ==, bh_demo_random_next (&b));
      same_seed += value == bh_demo_random_next (&other_seed);
      same_stream += value == bh_demo_random_next (&other_stream);
    }
  g_assert_cmpuint (same_seed, <, 3);
  g_assert_cmpuint (same_stream, <, 3);
}

/* The numbers themselves are a promise: the same seed gives the same office in every release. */
static void
test_known_numbers (void)
{
  static const guint32 expected[] = { 189790303, 1613145044, 1651658488, 2900808092 };
  BhDemoRandom random;

  bh_demo_random_init (&random, 1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (bh_demo_random_next (&random), ==, expected[i]);
}

static void
test_ranges (void)
{
  BhDemoRandom random;
  guint hits[6] = { 0 };

  bh_demo_random_init (&random, 3, 0);
  for (guint i = 0; i < SAMPLES; i++)
    {
      double unit = bh_demo_random_unit (&random);

      g_assert_cmpfloat (unit, >=, 0);
      g_assert_cmpfloat (unit, <, 1);
      hits[bh_demo_random_between (&random, 10, 15) - 10]++;
      g_assert_false (bh_demo_random_chance (&random, 0));
      g_assert_true (bh_demo_random_chance (&random, 100));
    }
  for (guint i = 0; i < G_N_ELEMENTS (hits); i++)
    g_assert_cmpfloat_with_epsilon (hits[i] / (double) SAMPLES, 1 / 6.0, 0.005);
}

static void
test_weighted (void)
{
  static const guint weights[] = { 0, 10, 0, 30, 60, 0 };
  guint hits[G_N_ELEMENTS (weights)] = { 0 };
  BhDemoRandom random;

  bh_demo_random_init (&random, 4, 0);
  for (guint i = 0; i < SAMPLES; i++)
    hits[bh_demo_random_weighted (&random, weights, G_N_ELEMENTS (weights))]++;
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    g_assert_cmpfloat_with_epsilon (hits[i] / (double) SAMPLES, weights[i] / 100.0, 0.005);
}

static void
test_distributions (void)
{
  BhDemoRandom random;
  double exponential = 0, normal = 0, squares = 0, logarithms = 0;
  guint below = 0;

  bh_demo_random_init (&random, 5, 0);
  for (guint i = 0; i < SAMPLES; i++)
    {
      double x = bh_demo_random_normal (&random);
      double duration = bh_demo_random_lognormal (&random, 40, 0.8);

      normal += x;
      squares += x * x;
      exponential += bh_demo_random_exponential (&random);
      below += duration < 40;
      logarithms += (log (duration) - log (40)) * (log (duration) - log (40));
      g_assert_cmpint (bh_demo_random_seconds (&random, 5, 2), >=, 1);
    }
  g_assert_cmpfloat_with_epsilon (normal / SAMPLES, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (squares / SAMPLES, 1, 0.02);
  g_assert_cmpfloat_with_epsilon (exponential / SAMPLES, 1, 0.01);
  g_assert_cmpfloat_with_epsilon (below / (double) SAMPLES, 0.5, 0.005);
  g_assert_cmpfloat_with_epsilon (logarithms / SAMPLES, 0.64, 0.02);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/random/reproducible", test_reproducible);
  g_test_add_func ("/demo/random/known-numbers", test_known_numbers);
  g_test_add_func ("/demo/random/ranges", test_ranges);
  g_test_add_func ("/demo/random/weighted", test_weighted);
  g_test_add_func ("/demo/random/distributions", test_distributions);

  return g_test_run ();
}
