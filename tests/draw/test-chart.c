/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-test-charts.h"

#include "draw/bh-chart-file.h"
#include "support/bh-test-folder.h"

#include <gio/gio.h>
#include <math.h>

#define WIDTH 800
#define HEIGHT 420

static const double thirteen[]
    = { 1180, 1240, 1105, 980, 860, 1010, 1233, 1290, 1340, 1420, 1385, 1284, 640 };

static BhChart *
make_line (void)
{
  return bh_test_chart_line (thirteen, G_N_ELEMENTS (thirteen), BH_CHART_COUNTS, 1100);
}

static void
test_marks (void)
{
  g_autoptr (BhChart) chart = make_line ();

  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 13);
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->label, ==, "10月");
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->filter, ==, "received:2025-10");
  g_assert_cmpstr (bh_chart_get_mark (chart, 12)->filter, ==, "received:2026-10");
  g_assert_null (bh_chart_get_mark (chart, 13));
  g_assert_false (bh_chart_is_empty (chart));
}

/* Each point of a mark's area is that mark's, and the areas stand side by side. */
static void
check_areas (BhChart *chart, double width, double height, const BhChartStyle *style)
{
  guint n = bh_chart_get_n_marks (chart);
  BhChartArea last = { 0 };

  for (guint i = 0; i < n; i++)
    {
      BhChartArea area;

      g_assert_true (bh_chart_get_mark_area (chart, i, width, height, style, &area));
      g_assert_cmpfloat (area.x, >=, 0);
      g_assert_cmpfloat (area.x + area.width, <=, width);
      g_assert_cmpfloat (area.y, >, 0);
      g_assert_cmpfloat (area.y + area.height, <=, height);
      for (guint j = 1; j < 10; j++)
        g_assert_cmpint (bh_chart_hit (chart, area.x + area.width * j / 10,
                                       area.y + area.height * j / 10, width, height, style),
                         ==, (int) i);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (style->rtl ? area.x + area.width : last.x + last.width,
                                        style->rtl ? last.x : area.x, 1e-6);
      last = area;
    }
  g_assert_cmpint (bh_chart_hit (chart, 1, height / 2, width, height, style), ==, -1);
  g_assert_cmpint (bh_chart_hit (chart, width / 2, 1, width, height, style), ==, -1);
  g_assert_cmpint (bh_chart_hit (chart, width * 2, height / 2, width, height, style), ==, -1);
}

static void
test_areas (void)
{
  g_autoptr (BhChart) chart = make_line ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  check_areas (chart, WIDTH, HEIGHT, style);
  check_areas (chart, 360, 260, style);
  style->text_scale = 2;
  check_areas (chart, WIDTH, HEIGHT, style);
  style->rtl = TRUE;
  check_areas (chart, WIDTH, HEIGHT, style);
}

/* Nothing to point at: a text stands there. */
static void
test_empty (void)
{
  const double nothing[] = { NAN, NAN, NAN };
  g_autoptr (BhChart) chart
      = bh_test_chart_line (nothing, G_N_ELEMENTS (nothing), BH_CHART_COUNTS, NAN);
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea area;

  g_assert_true (bh_chart_is_empty (chart));
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 3);
  g_assert_false (bh_chart_get_mark_area (chart, 0, WIDTH, HEIGHT, style, &area));
  g_assert_cmpint (bh_chart_hit (chart, WIDTH / 2, HEIGHT / 2, WIDTH, HEIGHT, style), ==, -1);
}

/* A mark says what it stands for, where it was told. */
static void
test_brush (void)
{
  g_autoptr (BhChart) chart = make_line ();

  g_assert_null (bh_chart_get_mark (chart, 2)->brush);
  bh_chart_set_mark_brush (chart, 2, "received:2025-12");
  g_assert_cmpstr (bh_chart_get_mark (chart, 2)->brush, ==, "received:2025-12");
  bh_chart_set_mark_brush (chart, 2, NULL);
  g_assert_null (bh_chart_get_mark (chart, 2)->brush);
}

/* Bands stand in a row: nothing is above or below one. */
static void
test_move (void)
{
  g_autoptr (BhChart) chart = make_line ();

  g_assert_cmpint (bh_chart_move (chart, 3, BH_CHART_MOVE_NEXT), ==, 4);
  g_assert_cmpint (bh_chart_move (chart, 12, BH_CHART_MOVE_NEXT), ==, 12);
  g_assert_cmpint (bh_chart_move (chart, 3, BH_CHART_MOVE_PREVIOUS), ==, 2);
  g_assert_cmpint (bh_chart_move (chart, 0, BH_CHART_MOVE_PREVIOUS), ==, 0);
  g_assert_cmpint (bh_chart_move (chart, 3, BH_CHART_MOVE_FIRST), ==, 0);
  g_assert_cmpint (bh_chart_move (chart, 3, BH_CHART_MOVE_LAST), ==, 12);
  g_assert_cmpint (bh_chart_move (chart, 3, BH_CHART_MOVE_UP), ==, -1);
  g_assert_cmpint (bh_chart_move (chart, 3, BH_CHART_MOVE_DOWN), ==, -1);
}

static guint
get_opacity (cairo_surface_t *picture, const BhChartArea *area)
{
  const guchar *data = cairo_image_surface_get_data (picture);
  int stride = cairo_image_surface_get_stride (picture);
  guint most = 0;

  for (int y = (int) ceil (area->y) + 1; y < area->y + area->height - 1; y++)
    for (int x = (int) ceil (area->x) + 1; x < area->x + area->width - 1; x++)
      most = MAX (most, data[y * stride + x * 4 + 3]);

  return most;
}

/* What is selected is as it was, the others are pale; what is beside the marks stays. */
static void
test_selection (void)
{
  g_autoptr (BhChart) chart = make_line ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (picture);
  const BhChartArea title = { 0, 0, WIDTH, 40 };
  gboolean selected[13] = { FALSE };

  style->transparent = TRUE;
  selected[4] = TRUE;
  bh_chart_draw_selection (chart, cr, selected, WIDTH, HEIGHT, style);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  g_assert_cmpuint (get_opacity (picture, &title), >, 200);
  for (guint i = 0; i < G_N_ELEMENTS (selected); i++)
    {
      BhChartArea area, name;

      g_assert_true (bh_chart_get_mark_area (chart, i, WIDTH, HEIGHT, style, &area));
      name = (BhChartArea){ area.x, area.y + area.height - 40, area.width, 40 };
      area.height -= 60;
      g_assert_cmpuint (get_opacity (picture, &name), >, 200);
      if (selected[i])
        g_assert_cmpuint (get_opacity (picture, &area), >, 200);
      else
        g_assert_cmpuint (get_opacity (picture, &area), <, 100);
    }
  cairo_surface_destroy (picture);
}

/* A picture of one pixel or a very small one must not fail. */
static void
test_any_size (void)
{
  static const double sizes[] = { 1, 7, 40, 120, 333, 1500 };
  g_autoptr (BhChart) chart = make_line ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        cairo_surface_t *picture = bh_chart_render (chart, style, sizes[i], sizes[j], 1);

        g_assert_nonnull (picture);
        g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
        cairo_surface_destroy (picture);
      }
}

static void
test_save (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autoptr (BhChart) chart = make_line ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *png = g_build_filename (folder, "a.PNG", NULL);
  g_autofree char *svg = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *other = g_build_filename (folder, "a.gif", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no/a.png", NULL);
  g_autofree char *text = NULL;
  cairo_surface_t *picture;

  g_assert_true (bh_chart_save (chart, style, 640, 360, png, &error));
  g_assert_no_error (error);
  picture = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 640);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 360);
  cairo_surface_destroy (picture);

  g_assert_true (bh_chart_save (chart, style, 640, 360, svg, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (svg, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<svg"));
  g_assert_nonnull (strstr (text, "</svg>"));

  g_assert_false (bh_chart_save (chart, style, 640, 360, other, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (bh_chart_save (chart, style, 640, 1e9, png, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (bh_chart_save (chart, style, 640, 360, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/marks", test_marks);
  g_test_add_func ("/chart/areas", test_areas);
  g_test_add_func ("/chart/empty", test_empty);
  g_test_add_func ("/chart/brush", test_brush);
  g_test_add_func ("/chart/move", test_move);
  g_test_add_func ("/chart/selection", test_selection);
  g_test_add_func ("/chart/any-size", test_any_size);
  g_test_add_func ("/chart/save", test_save);

  return g_test_run ();
}
