/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-column-layer.h"
#include "draw/bh-line-layer.h"
#include "draw/bh-rule-layer.h"

#include <math.h>

#define SIZE 300
#define N_BANDS 3

/* Three bands of 100 by 300 pixels; the axis goes from 0 to 10, so that 1 is 30 pixels high. */
static void
fill_frame (BhChartFrame *frame)
{
  *frame = (BhChartFrame){
    .plot = { 0, 0, SIZE, SIZE },
    .n_bands = N_BANDS,
    .em = 13,
    .palette = bh_chart_palette_get (BH_CHART_PALETTE_LIGHT),
  };
  bh_chart_axis_fit (&frame->axes[BH_CHART_SIDE_START], BH_CHART_COUNTS, 0, 10, 5);
}

static cairo_surface_t *
draw (BhChartLayer *layer, const BhChartFrame *frame)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (picture);

  bh_chart_color_use (&frame->palette->background, cr, 1);
  cairo_paint (cr);
  bh_chart_layer_draw (layer, cr, frame);
  cairo_destroy (cr);
  cairo_surface_flush (picture);

  return picture;
}

static gboolean
is_color (cairo_surface_t *picture, int x, int y, const BhChartColor *color)
{
  const guchar *data = cairo_image_surface_get_data (picture)
                       + y * cairo_image_surface_get_stride (picture) + 4 * x;

  return fabs (data[2] - color->red * 255) < 6 && fabs (data[1] - color->green * 255) < 6
         && fabs (data[0] - color->blue * 255) < 6;
}

static void
add_points (BhChartLayer *layer)
{
  bh_chart_layer_add (layer, 5, 0, "5");
  bh_chart_layer_add_gap (layer);
  bh_chart_layer_add (layer, 2, BH_CHART_POINT_MINOR, NULL);
}

static void
test_points (void)
{
  g_autoptr (BhChartLayer) layer
      = bh_column_layer_new ("Columns", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START);
  BhChartFrame frame;
  double x, y;

  fill_frame (&frame);
  g_assert_false (bh_chart_layer_has_values (layer));
  bh_chart_layer_add_gap (layer);
  g_assert_false (bh_chart_layer_has_values (layer));
  bh_chart_layer_add (layer, 5, BH_CHART_POINT_SMALL, "5");
  g_assert_true (bh_chart_layer_has_values (layer));
  g_assert_cmpuint (bh_chart_layer_get_n_points (layer), ==, 2);
  g_assert_cmpstr (bh_chart_layer_get_name (layer), ==, "Columns");
  g_assert_cmpstr (bh_chart_layer_get_point (layer, 1)->text, ==, "5");
  g_assert_cmpint (bh_chart_layer_get_point (layer, 1)->flags, ==, BH_CHART_POINT_SMALL);
  g_assert_false (bh_chart_layer_get_place (layer, &frame, 0, &x, &y));
  g_assert_true (bh_chart_layer_get_place (layer, &frame, 1, &x, &y));
  g_assert_cmpfloat_with_epsilon (x, 150, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 150, 1e-9);
}

static void
test_columns (void)
{
  g_autoptr (BhChartLayer) layer
      = bh_column_layer_new ("Columns", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START);
  const BhChartColor *white;
  const BhChartColor *color;
  BhChartColor pale;
  BhChartFrame frame;
  cairo_surface_t *picture;

  fill_frame (&frame);
  add_points (layer);
  white = &frame.palette->background;
  color = bh_chart_layer_get_color (layer, &frame);
  pale = bh_chart_layer_get_fill (layer, &frame, BH_CHART_POINT_MINOR);
  picture = draw (layer, &frame);
  g_assert_true (is_color (picture, 50, 160, color));
  g_assert_true (is_color (picture, 50, 298, color));
  g_assert_true (is_color (picture, 50, 140, white));
  g_assert_true (is_color (picture, 5, 200, white));
  /* A gap is no column of 0. */
  g_assert_true (is_color (picture, 150, 298, white));
  g_assert_true (is_color (picture, 250, 250, &pale));
  g_assert_false (is_color (picture, 250, 250, color));
  cairo_surface_destroy (picture);
}

/* What is cut ends with the axis and has a gap. */
static void
test_cut (void)
{
  g_autoptr (BhChartLayer) layer
      = bh_column_layer_new ("Columns", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START);
  const BhChartColor *color;
  BhChartFrame frame;
  cairo_surface_t *picture;
  guint n_white = 0;

  fill_frame (&frame);
  bh_chart_layer_add (layer, 4, BH_CHART_POINT_CUT, NULL);
  bh_chart_layer_add (layer, 99, BH_CHART_POINT_CUT, NULL);
  g_assert_false (bh_chart_layer_is_cut (layer, &frame, 0));
  g_assert_true (bh_chart_layer_is_cut (layer, &frame, 1));
  color = bh_chart_layer_get_color (layer, &frame);
  picture = draw (layer, &frame);
  for (int y = 5; y < SIZE; y++)
    n_white += is_color (picture, 150, y, &frame.palette->background);
  g_assert_cmpuint (n_white, >=, 2);
  g_assert_cmpuint (n_white, <, 12);
  g_assert_true (is_color (picture, 150, 200, color));
  for (int y = 185; y < SIZE; y++)
    g_assert_true (is_color (picture, 50, y, color));
  cairo_surface_destroy (picture);
}

/* Joined where both ends have a value; a point that can change is hollow. */
static void
test_line (void)
{
  g_autoptr (BhChartLayer) layer = bh_line_layer_new ("Line", BH_CHART_ROLE_VALUE,
                                                      BH_CHART_SIDE_START, BH_LINE_CIRCLES, FALSE);
  const BhChartColor *color;
  BhChartFrame frame;
  cairo_surface_t *picture;

  fill_frame (&frame);
  bh_chart_layer_add (layer, 5, 0, NULL);
  bh_chart_layer_add (layer, 5, BH_CHART_POINT_PROVISIONAL, NULL);
  color = bh_chart_layer_get_color (layer, &frame);
  picture = draw (layer, &frame);
  g_assert_true (is_color (picture, 50, 150, color));
  g_assert_true (is_color (picture, 100, 150, color));
  g_assert_true (is_color (picture, 150, 150, &frame.palette->background));
  cairo_surface_destroy (picture);
}

static void
test_line_with_gap (void)
{
  g_autoptr (BhChartLayer) layer
      = bh_line_layer_new ("Line", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START, BH_LINE_CIRCLES, TRUE);
  BhChartFrame frame;
  cairo_surface_t *picture;

  fill_frame (&frame);
  add_points (layer);
  picture = draw (layer, &frame);
  for (int x = 70; x < 230; x++)
    for (int y = 0; y < SIZE; y++)
      g_assert_true (is_color (picture, x, y, &frame.palette->background));
  cairo_surface_destroy (picture);
}

/* The tint below a line means a quantity: there is none where the axis begins higher. */
static void
test_tint (void)
{
  g_autoptr (BhChartLayer) layer
      = bh_line_layer_new ("Line", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START, BH_LINE_CIRCLES, TRUE);
  BhChartFrame frame;
  cairo_surface_t *from_zero, *higher;

  fill_frame (&frame);
  bh_chart_layer_add (layer, 8, 0, NULL);
  bh_chart_layer_add (layer, 8, 0, NULL);
  from_zero = draw (layer, &frame);
  frame.axes[BH_CHART_SIDE_START].min = 2;
  higher = draw (layer, &frame);
  g_assert_false (is_color (from_zero, 100, 90, &frame.palette->background));
  g_assert_true (is_color (higher, 100, 250, &frame.palette->background));
  g_assert_true (is_color (higher, 100, 100, &frame.palette->background));
  cairo_surface_destroy (from_zero);
  cairo_surface_destroy (higher);
}

/* How many pixels of a row are drawn upon. */
static guint
count_ink (cairo_surface_t *picture, const BhChartFrame *frame, int from, int to, int y)
{
  guint n = 0;

  for (int x = from; x < to; x++)
    n += !is_color (picture, x, y, &frame->palette->background);

  return n;
}

/* A target is dashed over its whole band, a notch is a firm stroke over the column. */
static void
test_rules (void)
{
  g_autoptr (BhChartLayer) dashed
      = bh_rule_layer_new ("Target", BH_CHART_ROLE_TARGET, BH_CHART_SIDE_START, BH_RULE_DASHED);
  g_autoptr (BhChartLayer) notches
      = bh_rule_layer_new ("Before", BH_CHART_ROLE_PREVIOUS, BH_CHART_SIDE_START, BH_RULE_NOTCHES);
  BhChartFrame frame;
  cairo_surface_t *picture;
  guint n;

  fill_frame (&frame);
  bh_chart_layer_add (dashed, 5, 0, NULL);
  bh_chart_layer_add (dashed, 5, 0, NULL);
  bh_chart_layer_add_gap (dashed);
  picture = draw (dashed, &frame);
  n = count_ink (picture, &frame, 0, 200, 149);
  g_assert_cmpuint (n, >, 60);
  g_assert_cmpuint (n, <, 160);
  g_assert_cmpuint (count_ink (picture, &frame, 202, SIZE, 149), ==, 0);
  cairo_surface_destroy (picture);

  bh_chart_layer_add (notches, 5, 0, NULL);
  bh_chart_layer_add (notches, 99, BH_CHART_POINT_CUT, NULL);
  picture = draw (notches, &frame);
  n = count_ink (picture, &frame, 0, 100, 150);
  g_assert_cmpuint (n, >=, (guint) bh_column_layer_get_width (&frame));
  g_assert_cmpuint (n, <, 90);
  g_assert_cmpuint (count_ink (picture, &frame, 100, SIZE, 0), ==, 0);
  cairo_surface_destroy (picture);
}

/* Where a label cannot stand. */
static void
test_touches (void)
{
  g_autoptr (BhChartLayer) columns
      = bh_column_layer_new ("Columns", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START);
  g_autoptr (BhChartLayer) line = bh_line_layer_new ("Line", BH_CHART_ROLE_VALUE,
                                                     BH_CHART_SIDE_START, BH_LINE_CIRCLES, FALSE);
  g_autoptr (BhChartLayer) rule
      = bh_rule_layer_new ("Rule", BH_CHART_ROLE_TARGET, BH_CHART_SIDE_START, BH_RULE_DASHED);
  const BhChartArea inside = { 40, 200, 20, 10 }, above = { 40, 100, 20, 10 };
  const BhChartArea on_line = { 95, 145, 10, 10 }, on_sign = { 48, 148, 4, 4 };
  BhChartFrame frame;

  fill_frame (&frame);
  for (guint i = 0; i < N_BANDS; i++)
    {
      bh_chart_layer_add (columns, 5, 0, NULL);
      bh_chart_layer_add (line, 5, 0, NULL);
      bh_chart_layer_add (rule, 5, 0, NULL);
    }
  g_assert_true (bh_chart_layer_touches (columns, &frame, &inside, -1));
  g_assert_false (bh_chart_layer_touches (columns, &frame, &inside, 0));
  g_assert_false (bh_chart_layer_touches (columns, &frame, &above, -1));
  g_assert_true (bh_chart_layer_touches (line, &frame, &on_line, -1));
  g_assert_true (bh_chart_layer_touches (line, &frame, &on_sign, -1));
  g_assert_false (bh_chart_layer_touches (line, &frame, &above, -1));
  g_assert_true (bh_chart_layer_touches (rule, &frame, &on_line, -1));
  g_assert_false (bh_chart_layer_touches (rule, &frame, &inside, -1));
  g_assert_true (bh_chart_layer_is_thin (rule) && !bh_chart_layer_is_thin (columns));
  g_assert_true (bh_chart_layer_is_joined (line) && !bh_chart_layer_is_joined (columns));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-layers/points", test_points);
  g_test_add_func ("/chart-layers/columns", test_columns);
  g_test_add_func ("/chart-layers/cut", test_cut);
  g_test_add_func ("/chart-layers/line", test_line);
  g_test_add_func ("/chart-layers/line-with-gap", test_line_with_gap);
  g_test_add_func ("/chart-layers/tint", test_tint);
  g_test_add_func ("/chart-layers/rules", test_rules);
  g_test_add_func ("/chart-layers/touches", test_touches);

  return g_test_run ();
}
