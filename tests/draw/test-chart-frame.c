/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-frame.h"

static void
fill_frame (BhChartFrame *frame)
{
  *frame = (BhChartFrame){
    .plot = { 40, 20, 300, 200 },
    .n_bands = 3,
    .em = 13,
    .palette = bh_chart_palette_get (BH_CHART_PALETTE_LIGHT),
  };
  bh_chart_axis_fit (&frame->axes[BH_CHART_SIDE_START], BH_CHART_COUNTS, 0, 10, 5);
  bh_chart_axis_fit (&frame->axes[BH_CHART_SIDE_END], BH_CHART_PERCENTS, 0, 1, 5);
}

static void
test_bands (void)
{
  BhChartFrame frame;
  BhChartArea band;

  fill_frame (&frame);
  bh_chart_frame_get_band (&frame, 1, &band);
  g_assert_cmpfloat (band.x, ==, 140);
  g_assert_cmpfloat (band.width, ==, 100);
  g_assert_cmpfloat (band.y, ==, 20);
  g_assert_cmpfloat (band.height, ==, 200);
  g_assert_cmpfloat (bh_chart_frame_get_x (&frame, 0), ==, 90);
  g_assert_cmpfloat (bh_chart_frame_get_x (&frame, 2), ==, 290);
}

static void
test_find (void)
{
  BhChartFrame frame;

  fill_frame (&frame);
  g_assert_cmpint (bh_chart_frame_find_band (&frame, 39), ==, -1);
  g_assert_cmpint (bh_chart_frame_find_band (&frame, 40), ==, 0);
  g_assert_cmpint (bh_chart_frame_find_band (&frame, 139.9), ==, 0);
  g_assert_cmpint (bh_chart_frame_find_band (&frame, 140), ==, 1);
  g_assert_cmpint (bh_chart_frame_find_band (&frame, 339.9), ==, 2);
  g_assert_cmpint (bh_chart_frame_find_band (&frame, 340), ==, -1);
  frame.n_bands = 0;
  g_assert_cmpint (bh_chart_frame_find_band (&frame, 100), ==, -1);
}

static void
test_mirrored (void)
{
  BhChartFrame frame;
  BhChartArea band;

  fill_frame (&frame);
  frame.rtl = TRUE;
  bh_chart_frame_get_band (&frame, 0, &band);
  g_assert_cmpfloat (band.x, ==, 240);
  g_assert_cmpint (bh_chart_frame_find_band (&frame, 41), ==, 2);
  g_assert_cmpint (bh_chart_frame_find_band (&frame, 339), ==, 0);
}

/* Up is more, on each axis by its own scale. */
static void
test_heights (void)
{
  BhChartFrame frame;

  fill_frame (&frame);
  g_assert_cmpfloat_with_epsilon (bh_chart_frame_get_y (&frame, BH_CHART_SIDE_START, 0), 220, 1e-9);
  g_assert_cmpfloat_with_epsilon (bh_chart_frame_get_y (&frame, BH_CHART_SIDE_START, 10), 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (bh_chart_frame_get_y (&frame, BH_CHART_SIDE_END, 0.5), 120, 1e-9);
}

/* Lines grow with the letters, but less, and are wider in high contrast. */
static void
test_lines (void)
{
  BhChartFrame frame;

  fill_frame (&frame);
  g_assert_cmpfloat_with_epsilon (bh_chart_frame_get_line (&frame, 2), 2, 1e-9);
  frame.em = 26;
  g_assert_cmpfloat (bh_chart_frame_get_line (&frame, 2), >, 2.5);
  g_assert_cmpfloat (bh_chart_frame_get_line (&frame, 2), <, 4);
  frame.em = 8;
  g_assert_cmpfloat_with_epsilon (bh_chart_frame_get_line (&frame, 2), 2, 1e-9);
  frame.palette = bh_chart_palette_get (BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT);
  g_assert_cmpfloat (bh_chart_frame_get_line (&frame, 2), >, 2.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-frame/bands", test_bands);
  g_test_add_func ("/chart-frame/find", test_find);
  g_test_add_func ("/chart-frame/mirrored", test_mirrored);
  g_test_add_func ("/chart-frame/heights", test_heights);
  g_test_add_func ("/chart-frame/lines", test_lines);

  return g_test_run ();
}
