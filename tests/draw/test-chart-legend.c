/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-legend.h"

#include "draw/bh-line-layer.h"

static GPtrArray *
make_keys (guint n)
{
  GPtrArray *keys = bh_chart_keys_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BhChartLayer) line = bh_line_layer_new (
          "Line", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START, BH_LINE_CIRCLES, FALSE);
      g_autofree char *text = g_strdup_printf ("Name of %u", i);

      bh_chart_keys_add_layer (keys, line, 0, text);
    }

  return keys;
}

static BhChartLegend *
make_legend (GPtrArray *keys, double width)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  PangoContext *context = bh_chart_text_context (style);
  BhChartLegend *legend = bh_chart_legend_new (keys, context, bh_chart_style_get_em (style), width);

  g_object_unref (context);

  return legend;
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) keys = make_keys (0);
  g_autoptr (BhChartLegend) legend = make_legend (keys, 500);

  g_assert_cmpfloat (bh_chart_legend_get_height (legend), ==, 0);
  g_assert_cmpfloat (bh_chart_legend_get_width (legend), ==, 0);
}

/* As many rows as are needed, and none wider than there is room. */
static void
test_rows (void)
{
  g_autoptr (GPtrArray) one = make_keys (1);
  g_autoptr (GPtrArray) keys = make_keys (5);
  g_autoptr (BhChartLegend) single = make_legend (one, 1000);
  g_autoptr (BhChartLegend) level = make_legend (keys, 1000);
  g_autoptr (BhChartLegend) narrow = NULL;
  g_autoptr (BhChartLegend) column = NULL;
  double row = bh_chart_legend_get_height (single), width = bh_chart_legend_get_width (single);

  g_assert_cmpfloat (row, >, 0);
  g_assert_cmpfloat_with_epsilon (bh_chart_legend_get_height (level), row, 1e-9);
  g_assert_cmpfloat (bh_chart_legend_get_width (level), >, 5 * width);
  g_assert_cmpfloat (bh_chart_legend_get_width (level), <, 1000);

  narrow = make_legend (keys, 2.6 * width);
  g_assert_cmpfloat_with_epsilon (bh_chart_legend_get_height (narrow), 3 * row, 1e-9);
  g_assert_cmpfloat (bh_chart_legend_get_width (narrow), <=, 2.6 * width);

  /* Narrower than one: cut, one below the other. */
  column = make_legend (keys, 0.8 * width);
  g_assert_cmpfloat_with_epsilon (bh_chart_legend_get_height (column), 5 * row, 1e-9);
  g_assert_cmpfloat (bh_chart_legend_get_width (column), <=, 0.8 * width + 0.1);
}

static gboolean
has_ink (cairo_surface_t *picture, int from, int to)
{
  const guchar *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);

  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = from; x < to; x++)
      if (data[y * stride + x] > 100)
        return TRUE;

  return FALSE;
}

/* Nothing stands outside of what it says it needs. */
static void
check_drawn (gboolean rtl)
{
  g_autoptr (GPtrArray) keys = make_keys (2);
  g_autoptr (BhChartLegend) legend = make_legend (keys, 600);
  BhChartFrame frame = {
    .em = 13, .rtl = rtl, .n_bands = 1, .palette = bh_chart_palette_get (BH_CHART_PALETTE_LIGHT)
  };
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_A8, 600, 60);
  cairo_t *cr = cairo_create (picture);
  int width = (int) bh_chart_legend_get_width (legend);

  bh_chart_legend_draw (legend, cr, &frame, 100, 10);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  g_assert_false (has_ink (picture, 0, 99));
  g_assert_true (has_ink (picture, 100, 120));
  g_assert_true (has_ink (picture, 100 + width - 20, 100 + width));
  g_assert_false (has_ink (picture, 100 + width + 2, 600));
  cairo_surface_destroy (picture);
}

static void
test_drawn (void)
{
  check_drawn (FALSE);
  check_drawn (TRUE);
}

/* An area of a role is explained by that area. */
static void
test_role (void)
{
  g_autoptr (GPtrArray) keys = bh_chart_keys_new ();
  g_autoptr (BhChartLegend) legend = NULL;
  const BhChartPalette *palette = bh_chart_palette_get (BH_CHART_PALETTE_LIGHT);
  BhChartFrame frame = { .em = 13, .palette = palette };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 40);
  cairo_t *cr = cairo_create (surface);
  const guint32 *row;

  bh_chart_keys_add_role (keys, BH_CHART_ROLE_GOOD, "Good");
  legend = make_legend (keys, 200);
  bh_chart_legend_draw (legend, cr, &frame, 0, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  row = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                          + 10 * cairo_image_surface_get_stride (surface));
  g_assert_cmphex (row[6], ==, 0xff00845f);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-legend/nothing", test_nothing);
  g_test_add_func ("/chart-legend/rows", test_rows);
  g_test_add_func ("/chart-legend/drawn", test_drawn);
  g_test_add_func ("/chart-legend/role", test_role);

  return g_test_run ();
}
