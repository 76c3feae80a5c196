/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-heat-scale.h"

#include <math.h>

static void
check_texts (const BhHeatScale *scale, const char *expected)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scale->n; i++)
    {
      g_autofree char *class = bh_heat_scale_dup_text (scale, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", class);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_string_free (text, TRUE);
}

/* Every value is in the class whose limits hold it, and classes rise. */
static void
check_classes (const BhHeatScale *scale, const double *values, guint n)
{
  g_assert_cmpuint (scale->n, <=, BH_HEAT_CLASSES);
  for (guint i = 1; i < scale->n; i++)
    {
      g_assert_cmpfloat (scale->from[i], >, scale->from[i - 1]);
      g_assert_cmpfloat (bh_heat_scale_get_level (scale, i), >,
                         bh_heat_scale_get_level (scale, i - 1));
    }
  for (guint i = 0; i < n; i++)
    {
      int class = bh_heat_scale_find (scale, values[i]);

      if (isnan (values[i]) || (scale->numbers == BH_CHART_COUNTS && values[i] == 0))
        {
          g_assert_cmpint (class, ==, -1);
          continue;
        }
      g_assert_cmpint (class, >=, 0);
      g_assert_cmpfloat (values[i], >=, scale->from[class]);
      if (class + 1 < (int) scale->n)
        g_assert_cmpfloat (values[i], <, scale->from[class + 1]);
    }
}

static void
test_few (void)
{
  const double values[] = { 0, 1, 3, NAN, 2, 0 };
  BhHeatScale scale;

  bh_heat_scale_fit (&scale, BH_CHART_COUNTS, values, G_N_ELEMENTS (values));
  check_texts (&scale, "1|2|3");
  check_classes (&scale, values, G_N_ELEMENTS (values));
}

static void
test_even (void)
{
  const double values[] = { 3, 8, 12, 17, 21, 27, 0 };
  BhHeatScale scale;

  bh_heat_scale_fit (&scale, BH_CHART_COUNTS, values, G_N_ELEMENTS (values));
  check_texts (&scale, "1–5|6–10|11–15|16–20|21–25|≥ 26");
  check_classes (&scale, values, G_N_ELEMENTS (values));
}

/* One place with very many does not make all others look alike. */
static void
test_skewed (void)
{
  const double values[] = { 1, 2, 2, 3, 4, 6, 9, 15, 1300, 0 };
  BhHeatScale scale;

  bh_heat_scale_fit (&scale, BH_CHART_COUNTS, values, G_N_ELEMENTS (values));
  check_classes (&scale, values, G_N_ELEMENTS (values));
  g_assert_cmpfloat (scale.from[0], ==, 1);
  g_assert_cmpuint (scale.n, ==, 6);
  check_texts (&scale, "1–49|50–99|100–199|200–499|500–999|≥ 1,000");
}

static void
test_shares (void)
{
  const double values[] = { 0.62, 0.71, 0.97, 1, 0.84 };
  BhHeatScale scale;

  bh_heat_scale_fit (&scale, BH_CHART_PERCENTS, values, G_N_ELEMENTS (values));
  check_classes (&scale, values, G_N_ELEMENTS (values));
  g_assert_cmpfloat (scale.from[0], <=, 0.62);
  g_assert_cmpuint (scale.n, >=, 4);
}

static void
test_extremes (void)
{
  const double none[] = { 0, NAN, 0 }, same[] = { 0.5, 0.5 }, huge[] = { 1, 4e12 },
               amounts[] = { 0, 0.2, 3.7 };
  BhHeatScale scale;

  bh_heat_scale_fit (&scale, BH_CHART_COUNTS, none, G_N_ELEMENTS (none));
  g_assert_cmpuint (scale.n, ==, 0);
  g_assert_cmpint (bh_heat_scale_find (&scale, 3), ==, -1);
  bh_heat_scale_fit (&scale, BH_CHART_PERCENTS, same, G_N_ELEMENTS (same));
  check_classes (&scale, same, G_N_ELEMENTS (same));
  bh_heat_scale_fit (&scale, BH_CHART_COUNTS, huge, G_N_ELEMENTS (huge));
  check_classes (&scale, huge, G_N_ELEMENTS (huge));
  bh_heat_scale_fit (&scale, BH_CHART_AMOUNTS, amounts, G_N_ELEMENTS (amounts));
  check_classes (&scale, amounts, G_N_ELEMENTS (amounts));
}

/* Whatever is counted, nothing falls between the classes. */
static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      double values[60];
      guint n = (guint) g_test_rand_int_range (1, 60);
      double power = g_test_rand_double_range (0, 6);
      BhChartNumbers numbers = (BhChartNumbers) g_test_rand_int_range (0, 3);
      BhHeatScale scale;

      for (guint i = 0; i < n; i++)
        {
          values[i] = pow (10, g_test_rand_double_range (0, power)) - 1;
          if (numbers == BH_CHART_COUNTS)
            values[i] = floor (values[i]);
          if (numbers == BH_CHART_PERCENTS)
            values[i] /= pow (10, power);
        }
      bh_heat_scale_fit (&scale, numbers, values, n);
      check_classes (&scale, values, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heat-scale/few", test_few);
  g_test_add_func ("/heat-scale/even", test_even);
  g_test_add_func ("/heat-scale/skewed", test_skewed);
  g_test_add_func ("/heat-scale/shares", test_shares);
  g_test_add_func ("/heat-scale/extremes", test_extremes);
  g_test_add_func ("/heat-scale/random", test_random);

  return g_test_run ();
}
