/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-control-chart.h"
#include "draw/bh-test-pictures.h"

#include <math.h>

#define N_WEEKS 16

static BhChart *
make_weeks (gboolean has_values)
{
  static const double counts[N_WEEKS]
      = { 21, 24, 19, 26, 23, 20, 22, 41, 25, 18, 21, 23, 6, 24, 22, 12 };
  BhControlPoint points[N_WEEKS] = { 0 };
  char labels[N_WEEKS][16];
  BhControlData data = { .title = "每周投诉控制图",
                         .subtitle = "投诉 · 2026年第 27–42 周",
                         .heading = "周",
                         .empty_text = "没有投诉",
                         .value_name = "每百户投诉",
                         .numbers = BH_CHART_AMOUNTS,
                         .unit = "件",
                         .points = points,
                         .n_points = N_WEEKS };

  for (guint i = 0; i < N_WEEKS; i++)
    {
      /* Another number of households makes other limits. */
      double households = i < 8 ? 10 : 14, mean = 2.2;

      g_snprintf (labels[i], sizeof labels[i], "%u周", 27 + i);
      points[i].item.label = labels[i];
      points[i].item.filter = "received:week";
      points[i].group = i == 0 ? "2026年" : NULL;
      points[i].value = has_values && i != 4 ? counts[i] / 10 : NAN;
      points[i].mean = mean;
      points[i].upper = mean + 3 * sqrt (mean / households);
      points[i].lower = i < 8 ? NAN : mean - 3 * sqrt (mean / households);
    }
  points[N_WEEKS - 1].flags = BH_CHART_POINT_PROVISIONAL;

  return bh_control_chart_new (&data);
}

static BhChart *
make_control (void)
{
  return make_weeks (TRUE);
}

static const BhTestPicture pictures[] = {
  { "control-light", make_control, BH_CHART_PALETTE_LIGHT },
  { "control-dark", make_control, BH_CHART_PALETTE_DARK },
  { "control-mirrored", make_control, BH_CHART_PALETTE_HIGH_CONTRAST_DARK, 1, TRUE },
  { "control-large", make_control, BH_CHART_PALETTE_LIGHT, 2 },
  { "control-small", make_control, BH_CHART_PALETTE_LIGHT, 1, FALSE, 300, 180 },
};

/* Each point says its limits, and whether it is beyond one. */
static void
test_values (void)
{
  g_autoptr (BhChart) chart = make_control ();
  char **above = g_ptr_array_index (bh_chart_get_table (chart)->rows, 7);
  char **none = g_ptr_array_index (bh_chart_get_table (chart)->rows, 4);

  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->value_text, ==,
                   "每百户投诉: 2.1 件\nMean: 2.2 件\nUpper limit: 3.6 件");
  g_assert_nonnull (g_strrstr (bh_chart_get_mark (chart, 7)->value_text, "Above the upper limit"));
  g_assert_nonnull (g_strrstr (bh_chart_get_mark (chart, 12)->value_text, "Below the lower limit"));
  g_assert_nonnull (g_strrstr (bh_chart_get_mark (chart, 15)->value_text, "Can still change"));
  g_assert_cmpstr (above[1], ==, "4.1");
  g_assert_cmpstr (above[3], ==, "–");
  g_assert_cmpstr (above[5], ==, "Above the upper limit: more than chance explains");
  g_assert_cmpstr (none[1], ==, "–");
  g_assert_cmpstr (none[5], ==, "");
}

static void
test_out (void)
{
  BhControlPoint point = { .value = 3, .lower = 1, .upper = 3 };

  g_assert_false (bh_control_point_is_out (&point));
  point.value = 3.1;
  g_assert_true (bh_control_point_is_out (&point));
  point.value = 0.9;
  g_assert_true (bh_control_point_is_out (&point));
  point.lower = NAN;
  g_assert_false (bh_control_point_is_out (&point));
  point.value = NAN;
  g_assert_false (bh_control_point_is_out (&point));
}

/* Limits alone are nothing to look at. */
static void
test_empty (void)
{
  g_autoptr (BhChart) chart = make_weeks (FALSE);

  g_assert_true (bh_chart_is_empty (chart));
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, N_WEEKS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bh_test_pictures_add ("/control-chart/picture", pictures, G_N_ELEMENTS (pictures));
  g_test_add_func ("/control-chart/values", test_values);
  g_test_add_func ("/control-chart/out", test_out);
  g_test_add_func ("/control-chart/empty", test_empty);

  return g_test_run ();
}
