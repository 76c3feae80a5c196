/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-file.h"
#include "draw/bh-test-charts.h"
#include "draw/bh-test-pictures.h"

#include <math.h>

#define WIDTH BH_TEST_PICTURE_WIDTH
#define HEIGHT BH_TEST_PICTURE_HEIGHT

static const char *const names[]
    = { "电梯故障", "公共区域卫生", "停车管理", "噪音扰民", "外墙渗水导致室内墙面发霉",
        "门禁系统", "绿化养护",     "费用争议", "公共照明", NULL };

static BhChart *
make_line (void)
{
  const double values[]
      = { 1180, 1240, 1105, 980, NAN, 1010, 1233, 1290, 1340, 1420, 1385, 1284, 640 };

  return bh_test_chart_line (values, G_N_ELEMENTS (values), BH_CHART_COUNTS, 1100);
}

static BhChart *
make_columns (void)
{
  const double values[] = { 321, 278, 241, 209, 181, 157, 136, 118, 103 };

  return bh_test_chart_columns (names, values, G_N_ELEMENTS (values));
}

/* So many that their names stand upright. */
static BhChart *
make_many (void)
{
  double values[30];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 400.0 / (i + 2);

  return bh_test_chart_columns (names, values, G_N_ELEMENTS (values));
}

/* The last column stands for many that there is no room for. */
static BhChart *
make_cut (void)
{
  const double values[] = { 21, 18, 14, 14, 9, 5, 2, 160 };

  return bh_test_chart_columns (names, values, G_N_ELEMENTS (values));
}

static const BhTestPicture pictures[] = {
  { "line-light", make_line, BH_CHART_PALETTE_LIGHT, 1, FALSE },
  { "line-dark", make_line, BH_CHART_PALETTE_DARK, 1, FALSE },
  { "line-large", make_line, BH_CHART_PALETTE_LIGHT, 2, FALSE },
  { "line-mirrored", make_line, BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT, 1, TRUE },
  { "columns-light", make_columns, BH_CHART_PALETTE_LIGHT, 1, FALSE },
  { "columns-dark", make_columns, BH_CHART_PALETTE_HIGH_CONTRAST_DARK, 1, FALSE },
  { "columns-cut", make_cut, BH_CHART_PALETTE_LIGHT, 1, FALSE },
  { "columns-many", make_many, BH_CHART_PALETTE_LIGHT, 1, FALSE },
  { "columns-large", make_columns, BH_CHART_PALETTE_LIGHT, 1.6, FALSE },
};

/* The comparison sees what matters: another value, a gap, another colour. */
static void
test_comparison (void)
{
  const double values[]
      = { 1180, 1240, 1105, 980, NAN, 1010, 1100, 1290, 1340, 1420, 1385, 1284, 640 };
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (BhChart) chart = make_line ();
  g_autoptr (BhChart) other
      = bh_test_chart_line (values, G_N_ELEMENTS (values), BH_CHART_COUNTS, 1100);
  cairo_surface_t *a = bh_chart_render (chart, style, WIDTH, HEIGHT, 1);
  cairo_surface_t *again = bh_chart_render (chart, style, WIDTH, HEIGHT, 1);
  cairo_surface_t *b = bh_chart_render (other, style, WIDTH, HEIGHT, 1);

  g_assert_cmpuint (bh_test_pictures_compare (a, again), ==, 0);
  g_assert_cmpuint (bh_test_pictures_compare (a, b), >, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (again);
  cairo_surface_destroy (b);
}

/* The cursor shows, and stays within the mark's own area. */
static void
test_cursor (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (BhChart) chart = make_line ();
  cairo_surface_t *plain = bh_chart_render (chart, style, WIDTH, HEIGHT, 1);
  cairo_surface_t *marked = bh_chart_render (chart, style, WIDTH, HEIGHT, 1);
  cairo_t *cr = cairo_create (marked);
  BhChartArea area;
  guint n = 0;

  bh_chart_draw_cursor (chart, cr, 4, TRUE, WIDTH, HEIGHT, style);
  cairo_destroy (cr);
  cairo_surface_flush (marked);
  g_assert_true (bh_chart_get_mark_area (chart, 4, WIDTH, HEIGHT, style, &area));
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (bh_test_pictures_get_channel (plain, x, y, 0)
          != bh_test_pictures_get_channel (marked, x, y, 0))
        {
          g_assert_cmpfloat (x, >=, floor (area.x));
          g_assert_cmpfloat (x, <=, ceil (area.x + area.width));
          g_assert_cmpfloat (y, >=, floor (area.y));
          g_assert_cmpfloat (y, <=, ceil (area.y + area.height));
          n++;
        }
  g_assert_cmpuint (n, >, 1000);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (marked);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bh_test_pictures_add ("/chart-pictures", pictures, G_N_ELEMENTS (pictures));
  g_test_add_func ("/chart-pictures/comparison", test_comparison);
  g_test_add_func ("/chart-pictures/cursor", test_cursor);

  return g_test_run ();
}
