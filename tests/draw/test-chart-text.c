/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-text.h"

#define LONG_NAME "外墙渗水导致室内墙面发霉需要尽快处理"

typedef struct
{
  BhChartStyle *style;
  PangoContext *context;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->style = bh_chart_style_new ();
  fixture->context = bh_chart_text_context (fixture->style);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->context);
  bh_chart_style_free (fixture->style);
}

static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PangoLayout) title
      = bh_chart_text_new (fixture->context, "Title", BH_CHART_TEXT_TITLE);
  g_autoptr (PangoLayout) label
      = bh_chart_text_new (fixture->context, "Title", BH_CHART_TEXT_LABEL);
  double title_width, title_height, label_width, label_height;

  bh_chart_text_get_size (title, &title_width, &title_height);
  bh_chart_text_get_size (label, &label_width, &label_height);
  g_assert_cmpfloat (title_width, >, label_width);
  g_assert_cmpfloat (title_height, >, label_height);
  g_assert_cmpfloat (label_height, >, 0.8 * bh_chart_style_get_em (fixture->style));
  bh_chart_text_get_size (label, NULL, &label_height);
  bh_chart_text_get_size (label, &label_width, NULL);
}

/* Twice the scale is twice the size, to a hair: nothing is rounded to pixels. */
static void
test_scale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PangoLayout) small
      = bh_chart_text_new (fixture->context, LONG_NAME, BH_CHART_TEXT_LABEL);
  g_autoptr (PangoLayout) large = NULL;
  PangoContext *context;
  double small_width, large_width;

  fixture->style->text_scale = 2;
  context = bh_chart_text_context (fixture->style);
  large = bh_chart_text_new (context, LONG_NAME, BH_CHART_TEXT_LABEL);
  bh_chart_text_get_size (small, &small_width, NULL);
  bh_chart_text_get_size (large, &large_width, NULL);
  g_assert_cmpfloat_with_epsilon (large_width / small_width, 2, 0.02);
  g_object_unref (context);
}

static void
test_limit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PangoLayout) text
      = bh_chart_text_new (fixture->context, LONG_NAME, BH_CHART_TEXT_LABEL);
  double natural, width, height, line;

  bh_chart_text_get_size (text, &natural, &line);
  bh_chart_text_limit (text, natural / 2, 1);
  bh_chart_text_get_size (text, &width, &height);
  g_assert_true (pango_layout_is_ellipsized (text));
  g_assert_cmpfloat (width, <=, natural / 2 + 0.1);
  g_assert_cmpfloat_with_epsilon (height, line, 0.5);

  bh_chart_text_limit (text, natural / 2 + 20, 2);
  g_assert_false (pango_layout_is_ellipsized (text));
  g_assert_cmpint (pango_layout_get_line_count (text), ==, 2);

  bh_chart_text_limit (text, natural / 6, 3);
  g_assert_true (pango_layout_is_ellipsized (text));
  g_assert_cmpint (pango_layout_get_line_count (text), ==, 3);
}

/* Where the ink of @text is when it is drawn at (100, 50) of a picture of 200 by 100. */
static void
find_ink (Fixture *fixture, double align_x, double align_y, int *left, int *right, int *top)
{
  const BhChartColor black = { 0, 0, 0, 1 };
  g_autoptr (PangoLayout) text = bh_chart_text_new (fixture->context, "MMM", BH_CHART_TEXT_LABEL);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_A8, 200, 100);
  cairo_t *cr = cairo_create (picture);
  const guchar *data;

  bh_chart_text_draw (text, cr, 100, 50, align_x, align_y, &black, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  data = cairo_image_surface_get_data (picture);
  *left = *top = 1000;
  *right = -1;
  for (int y = 0; y < 100; y++)
    for (int x = 0; x < 200; x++)
      if (data[y * cairo_image_surface_get_stride (picture) + x] > 128)
        {
          *left = MIN (*left, x);
          *right = MAX (*right, x);
          *top = MIN (*top, y);
        }
  g_assert_cmpint (*right, >=, 0);
  cairo_surface_destroy (picture);
}

static void
test_alignment (Fixture *fixture, gconstpointer data)
{
  int left, right, top;

  find_ink (fixture, 0, 0, &left, &right, &top);
  g_assert_cmpint (left, >=, 99);
  g_assert_cmpint (top, >=, 49);
  find_ink (fixture, 1, 1, &left, &right, &top);
  g_assert_cmpint (right, <=, 100);
  g_assert_cmpint (top, <, 50);
  find_ink (fixture, 0.5, 0.5, &left, &right, &top);
  g_assert_cmpint (ABS (100 - left - (right - 99)), <=, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/chart-text/sizes", test_sizes);
  ADD ("/chart-text/scale", test_scale);
  ADD ("/chart-text/limit", test_limit);
  ADD ("/chart-text/alignment", test_alignment);

  return g_test_run ();
}
