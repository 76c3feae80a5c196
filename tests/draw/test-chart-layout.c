/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-test-charts.h"

#include "draw/bh-chart-labels.h"
#include "draw/bh-chart-layout.h"
#include "draw/bh-chart-ticks.h"
#include "draw/bh-line-layer.h"

#include <math.h>

#define WIDTH 800.0
#define HEIGHT 420.0

/* A content with the given names and values, as a chart builds it. */
static void
fill_content (BhChartContent *content, BhChartTickMode mode, const char *name, guint n)
{
  BhChartLayer *line
      = bh_line_layer_new ("Line", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START, BH_LINE_CIRCLES, TRUE);

  bh_chart_content_init (content);
  content->mode = mode;
  content->has_axis[BH_CHART_SIDE_START] = TRUE;
  g_ptr_array_add (content->layers, line);
  for (guint i = 0; i < n; i++)
    {
      BhChartTick *tick = g_new0 (BhChartTick, 1);
      g_autofree char *text = g_strdup_printf ("%u", 100 + i * 37 % 50);

      tick->text = g_strdup (name);
      g_ptr_array_add (content->ticks, tick);
      bh_chart_layer_add (line, 100 + i * 37 % 50, 0, text);
    }
}

static BhChartTickTurn
get_turn (const char *name, guint n, double width, guint *every, double *height)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  PangoContext *context = bh_chart_text_context (style);
  g_autoptr (BhChartTicks) ticks = NULL;
  BhChartContent content = { 0 };
  BhChartTickTurn turn;

  fill_content (&content, BH_CHART_TICKS_NAMES, name, n);
  ticks = bh_chart_ticks_new (&content, context, bh_chart_style_get_em (style), width / n, 140);
  turn = bh_chart_ticks_get_turn (ticks);
  *every = bh_chart_ticks_get_every (ticks);
  *height = bh_chart_ticks_get_height (ticks);
  g_clear_pointer (&ticks, bh_chart_ticks_free);
  bh_chart_content_clear (&content);
  g_object_unref (context);

  return turn;
}

/* Names stand level where they fit, are wrapped, then turned, then upright; and are never higher
 * than they may be. */
static void
test_turns (void)
{
  static const struct
  {
    const char *name;
    guint n;
    double width;
    BhChartTickTurn turn;
    guint every;
  } cases[] = {
    { "Lift", 6, 800, BH_CHART_TICKS_LEVEL, 1 },
    { "A name of several words", 6, 800, BH_CHART_TICKS_WRAPPED, 1 },
    { "A name of several words", 16, 700, BH_CHART_TICKS_SLANTED, 1 },
    { "A name of several words", 40, 740, BH_CHART_TICKS_UPRIGHT, 1 },
    { "A name of several words", 60, 300, BH_CHART_TICKS_UPRIGHT, 3 },
    { "A name that goes on and on, so that it is longer than anything that could stand there", 16,
      700, BH_CHART_TICKS_SLANTED, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint every;
      double height;

      g_assert_cmpint (get_turn (cases[i].name, cases[i].n, cases[i].width, &every, &height), ==,
                       cases[i].turn);
      g_assert_cmpuint (every, >=, cases[i].every);
      if (cases[i].every == 1)
        g_assert_cmpuint (every, ==, 1);
      g_assert_cmpfloat (height, >, 0);
      g_assert_cmpfloat (height, <=, 140 + 1);
    }
}

static void
check_frame (const BhChartFrame *frame, double width, double height)
{
  g_assert_cmpfloat (frame->plot.x, >=, 0);
  g_assert_cmpfloat (frame->plot.y, >=, 0);
  g_assert_cmpfloat (frame->plot.x + frame->plot.width, <=, width);
  g_assert_cmpfloat (frame->plot.y + frame->plot.height, <=, height);
}

/* The plot keeps most of the picture, at any usual size. */
static void
test_plot (void)
{
  static const double scales[] = { 1, 1.5, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (BhChartStyle) style = bh_chart_style_new ();
      g_autoptr (BhChartLayout) layout = NULL;
      BhChartContent content = { 0 };
      const BhChartFrame *frame;

      style->text_scale = scales[i];
      fill_content (&content, BH_CHART_TICKS_SERIES, "Oct", 13);
      layout = bh_chart_layout_new (&content, WIDTH, HEIGHT, style);
      frame = bh_chart_layout_get_frame (layout);
      check_frame (frame, WIDTH, HEIGHT);
      g_assert_cmpfloat (frame->plot.width, >, WIDTH * 0.8);
      g_assert_cmpfloat (frame->plot.height, >, HEIGHT * 0.55);
      g_assert_true (bh_chart_layout_is_for (layout, WIDTH, HEIGHT, style));
      style->rtl = TRUE;
      g_assert_false (bh_chart_layout_is_for (layout, WIDTH, HEIGHT, style));
      g_clear_pointer (&layout, bh_chart_layout_free);
      bh_chart_content_clear (&content);
    }
}

/* In a low picture the plot is still there. */
static void
test_low (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (BhChartLayout) layout = NULL;
  BhChartContent content = { 0 };
  const BhChartFrame *frame;

  fill_content (&content, BH_CHART_TICKS_SERIES, "Oct", 13);
  content.title = "A title";
  content.subtitle = "What is below it";
  style->text_scale = 2;
  layout = bh_chart_layout_new (&content, 640, 240, style);
  frame = bh_chart_layout_get_frame (layout);
  g_assert_cmpfloat (frame->plot.height, >, 240 * 0.2);
  g_clear_pointer (&layout, bh_chart_layout_free);
  bh_chart_content_clear (&content);
}

/* Mirrored: the first band is at the right, the axis beside it. */
static void
test_mirrored (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (BhChartLayout) usual = NULL;
  g_autoptr (BhChartLayout) mirrored = NULL;
  BhChartContent content = { 0 };
  const BhChartFrame *left, *right;

  fill_content (&content, BH_CHART_TICKS_SERIES, "Oct", 13);
  usual = bh_chart_layout_new (&content, WIDTH, HEIGHT, style);
  style->rtl = TRUE;
  mirrored = bh_chart_layout_new (&content, WIDTH, HEIGHT, style);
  left = bh_chart_layout_get_frame (usual);
  right = bh_chart_layout_get_frame (mirrored);
  for (guint i = 0; i < 13; i++)
    {
      double x = bh_chart_frame_get_x (left, i);

      g_assert_cmpfloat_with_epsilon (WIDTH - x, bh_chart_frame_get_x (right, i), 0.01);
      g_assert_cmpint (bh_chart_frame_find_band (left, x), ==, (int) i);
      g_assert_cmpint (bh_chart_frame_find_band (right, WIDTH - x), ==, (int) i);
    }
  g_clear_pointer (&usual, bh_chart_layout_free);
  g_clear_pointer (&mirrored, bh_chart_layout_free);
  bh_chart_content_clear (&content);
}

/* Labels stand in the picture and beside each other, and the last value has one. */
static void
check_labels (guint n, double width, double height)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  PangoContext *context = bh_chart_text_context (style);
  g_autoptr (BhChartLayout) layout = NULL;
  g_autoptr (BhChartLabels) labels = NULL;
  BhChartContent content = { 0 };
  const BhChartFrame *frame;
  gboolean has_last = FALSE;

  fill_content (&content, BH_CHART_TICKS_SERIES, "Oct", n);
  layout = bh_chart_layout_new (&content, width, height, style);
  frame = bh_chart_layout_get_frame (layout);
  labels = bh_chart_labels_new (&content, context, frame);
  g_assert_cmpuint (bh_chart_labels_get_n (labels), >=, 1);
  g_assert_cmpuint (bh_chart_labels_get_n (labels), <=, n);
  for (guint i = 0; i < bh_chart_labels_get_n (labels); i++)
    {
      BhChartArea area, other;
      double last = bh_chart_frame_get_x (frame, n - 1);

      bh_chart_labels_get_area (labels, i, &area);
      g_assert_cmpfloat (area.x, >=, 0);
      g_assert_cmpfloat (area.y, >=, 0);
      g_assert_cmpfloat (area.x + area.width, <=, width);
      g_assert_cmpfloat (area.y + area.height, <=, frame->plot.y + frame->plot.height);
      has_last = has_last || (area.x < last && last < area.x + area.width);
      for (guint j = 0; j < i; j++)
        {
          bh_chart_labels_get_area (labels, j, &other);
          g_assert_false (bh_chart_area_meets (&area, &other));
        }
    }
  g_assert_true (has_last);
  g_clear_pointer (&labels, bh_chart_labels_free);
  g_object_unref (context);
  g_clear_pointer (&layout, bh_chart_layout_free);
  bh_chart_content_clear (&content);
}

static void
test_labels (void)
{
  check_labels (13, WIDTH, HEIGHT);
  check_labels (13, 400, 300);
  check_labels (120, WIDTH, HEIGHT);
  check_labels (1, WIDTH, HEIGHT);
}

/* A point that may be cut does not stretch the axis, and ends with it. */
static void
test_cut (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (BhChartLayout) layout = NULL;
  BhChartContent content = { 0 };
  const BhChartFrame *frame;
  BhChartLayer *line;
  double x, y;

  fill_content (&content, BH_CHART_TICKS_NAMES, "Name", 3);
  line = g_ptr_array_index (content.layers, 0);
  g_ptr_array_add (content.ticks, g_new0 (BhChartTick, 1));
  ((BhChartTick *) g_ptr_array_index (content.ticks, 3))->text = g_strdup ("Rest");
  bh_chart_layer_add (line, 5000, BH_CHART_POINT_CUT, NULL);
  layout = bh_chart_layout_new (&content, WIDTH, HEIGHT, style);
  frame = bh_chart_layout_get_frame (layout);
  g_assert_cmpfloat (frame->axes[BH_CHART_SIDE_START].max, <, 500);
  g_assert_false (bh_chart_layer_is_cut (line, frame, 0));
  g_assert_true (bh_chart_layer_is_cut (line, frame, 3));
  g_assert_true (bh_chart_layer_get_place (line, frame, 3, &x, &y));
  g_assert_cmpfloat_with_epsilon (y, frame->plot.y, 1e-9);
  g_clear_pointer (&layout, bh_chart_layout_free);
  bh_chart_content_clear (&content);
}

static void
test_meeting (void)
{
  const BhChartArea area = { 10, 10, 20, 10 };
  const BhChartArea beside = { 31, 10, 20, 10 }, over = { 29, 19, 20, 10 };

  g_assert_false (bh_chart_area_meets (&area, &beside));
  g_assert_true (bh_chart_area_meets (&area, &over));
  g_assert_true (bh_chart_area_meets_line (&area, 0, 15, 100, 15));
  g_assert_true (bh_chart_area_meets_line (&area, 0, 0, 40, 30));
  g_assert_true (bh_chart_area_meets_line (&area, 12, 12, 13, 13));
  g_assert_false (bh_chart_area_meets_line (&area, 0, 5, 100, 5));
  g_assert_false (bh_chart_area_meets_line (&area, 0, 25, 25, 50));
  g_assert_false (bh_chart_area_meets_line (&area, 0, 15, 9, 15));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-layout/turns", test_turns);
  g_test_add_func ("/chart-layout/plot", test_plot);
  g_test_add_func ("/chart-layout/low", test_low);
  g_test_add_func ("/chart-layout/mirrored", test_mirrored);
  g_test_add_func ("/chart-layout/labels", test_labels);
  g_test_add_func ("/chart-layout/cut", test_cut);
  g_test_add_func ("/chart-layout/meeting", test_meeting);

  return g_test_run ();
}
