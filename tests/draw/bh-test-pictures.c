/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-test-pictures.h"

#include "draw/bh-chart-file.h"
#include "draw/bh-test-charts.h"

#include <math.h>

/* Of 255, on average of a cell: what may differ. A column that is gone makes over 50. */
#define CELL 8
#define TOLERANCE 26

guint
bh_test_pictures_get_channel (cairo_surface_t *picture, int x, int y, guint channel)
{
  const guchar *data = cairo_image_surface_get_data (picture);

  return data[y * cairo_image_surface_get_stride (picture) + 4 * x + (int) channel];
}

/* Difference of the mean colours of the cell at @left, @top: small shifts of letters even out. */
static double
compare_cell (cairo_surface_t *a, cairo_surface_t *b, int left, int top)
{
  double worst = 0;

  for (guint channel = 0; channel < 3; channel++)
    {
      double sum = 0;

      for (int y = top; y < top + CELL; y++)
        for (int x = left; x < left + CELL; x++)
          sum += (double) bh_test_pictures_get_channel (a, x, y, channel)
                 - bh_test_pictures_get_channel (b, x, y, channel);
      worst = MAX (worst, fabs (sum) / (CELL * CELL));
    }

  return worst;
}

guint
bh_test_pictures_compare (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  guint n = 0;

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  for (int y = 0; y + CELL <= height; y += CELL)
    for (int x = 0; x + CELL <= width; x += CELL)
      n += compare_cell (a, b, x, y) > TOLERANCE;

  return n;
}

static void
check_picture (const BhTestPicture *picture, BhChart *chart, const BhChartStyle *style)
{
  int width = picture->width > 0 ? picture->width : BH_TEST_PICTURE_WIDTH;
  int height = picture->height > 0 ? picture->height : BH_TEST_PICTURE_HEIGHT;
  g_autofree char *path = g_strdup_printf ("%s/tests/data/draw/%s.png",
                                           g_getenv ("BIHUAN_SOURCE_DIR"), picture->name);
  cairo_surface_t *now = bh_chart_render (chart, style, width, height, 1);
  cairo_surface_t *then;
  guint n;

  if (g_getenv ("BIHUAN_WRITE_PICTURES") != NULL)
    g_assert_true (bh_chart_save (chart, style, width, height, path, NULL));
  then = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (then), ==, CAIRO_STATUS_SUCCESS);
  n = bh_test_pictures_compare (now, then);
  if (n > 0)
    {
      g_autofree char *seen = g_strdup_printf ("%s/tests/draw/%s-seen.png",
                                               g_getenv ("BIHUAN_BUILD_DIR"), picture->name);

      bh_chart_save (chart, style, width, height, seen, NULL);
      g_test_message ("%u cells of %s look different, see %s", n, path, seen);
    }
  g_assert_cmpuint (n, ==, 0);
  cairo_surface_destroy (now);
  cairo_surface_destroy (then);
}

static void
test_picture (gconstpointer data)
{
  const BhTestPicture *picture = data;
  g_autoptr (BhChartStyle) style = bh_test_chart_style (picture->palette);
  g_autoptr (BhChart) chart = NULL;

  if (style == NULL)
    {
      g_test_skip ("the font " BH_TEST_FONT " is not installed");
      return;
    }
  chart = picture->make ();
  style->text_scale = picture->text_scale > 0 ? picture->text_scale : 1;
  style->rtl = picture->rtl;
  check_picture (picture, chart, style);
}

void
bh_test_pictures_add (const char *prefix, const BhTestPicture *pictures, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", prefix, pictures[i].name);

      g_test_add_data_func (path, &pictures[i], test_picture);
    }
}

/* Returns: the mean of the channels of the area of @mark but for its edges */
static double
get_mean (BhChart *chart, const BhChartStyle *style, cairo_surface_t *picture, guint mark)
{
  BhChartArea area;
  double sum = 0;
  guint n = 0;

  g_assert_true (bh_chart_get_mark_area (chart, mark, BH_TEST_PICTURE_WIDTH, BH_TEST_PICTURE_HEIGHT,
                                         style, &area));
  for (int y = (int) ceil (area.y + 1); y < area.y + area.height - 1; y++)
    for (int x = (int) ceil (area.x + 1); x < area.x + area.width - 1; x++)
      for (guint channel = 0; channel < 3; channel++, n++)
        sum += bh_test_pictures_get_channel (picture, x, y, channel);
  g_assert_cmpuint (n, >, 0);

  return sum / n;
}

void
bh_test_pictures_check_selection (BhChart *chart, guint own, guint other)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autofree gboolean *selected = g_new0 (gboolean, bh_chart_get_n_marks (chart));
  cairo_surface_t *plain
      = bh_chart_render (chart, style, BH_TEST_PICTURE_WIDTH, BH_TEST_PICTURE_HEIGHT, 1);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, BH_TEST_PICTURE_WIDTH,
                                                         BH_TEST_PICTURE_HEIGHT);
  cairo_t *cr = cairo_create (picture);
  double own_before = get_mean (chart, style, plain, own);
  double other_before = get_mean (chart, style, plain, other);

  selected[own] = TRUE;
  bh_chart_draw_selection (chart, cr, selected, BH_TEST_PICTURE_WIDTH, BH_TEST_PICTURE_HEIGHT,
                           style);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  g_assert_cmpfloat_with_epsilon (get_mean (chart, style, picture, own), own_before, 1);
  /* Two thirds of the way to white. */
  g_assert_cmpfloat (255 - get_mean (chart, style, picture, other), <, (255 - other_before) * 0.35);
  g_assert_cmpfloat (255 - get_mean (chart, style, picture, other), >, (255 - other_before) * 0.15);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (picture);
}
