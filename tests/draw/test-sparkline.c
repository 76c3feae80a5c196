/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-sparkline.h"

#include "draw/bh-test-pictures.h"

#include <math.h>

#define WIDTH 120
#define HEIGHT 32

static cairo_surface_t *
draw (const BhSparkline *line, BhChartPaletteKind palette, gboolean rtl)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (picture);

  style->palette = palette;
  style->transparent = TRUE;
  style->rtl = rtl;
  bh_sparkline_draw (line, cr, WIDTH, HEIGHT, style);
  cairo_destroy (cr);
  cairo_surface_flush (picture);

  return picture;
}

/* Returns: how many pixels of the columns from @from to @to have something drawn on them */
static guint
count_drawn (cairo_surface_t *picture, int from, int to)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = from; x < to; x++)
      n += bh_test_pictures_get_channel (picture, x, y, 3) > 0;

  return n;
}

static guint
count_of (const BhSparkline *line, int from, int to, gboolean rtl)
{
  cairo_surface_t *picture = draw (line, BH_CHART_PALETTE_LIGHT, rtl);
  guint n = count_drawn (picture, from, to);

  cairo_surface_destroy (picture);

  return n;
}

/* What has no value leaves its place free. */
static void
test_gap (void)
{
  const double values[] = { 1, 4, NAN, NAN, NAN, 3, 2 };
  const BhSparkline line = { .values = values, .n_values = 7, .target = NAN };

  g_assert_cmpuint (count_of (&line, 0, 24, FALSE), >, 10);
  g_assert_cmpuint (count_of (&line, 30, 84, FALSE), ==, 0);
  g_assert_cmpuint (count_of (&line, 90, WIDTH, FALSE), >, 10);
  g_assert_cmpuint (count_of (&line, 36, 90, TRUE), ==, 0);
}

/* The last value has a sign, at the end where time goes on. */
static void
test_last (void)
{
  const double values[] = { 2, 2, 2, 2 };
  const BhSparkline line = { .values = values, .n_values = 4, .target = NAN };
  guint left = count_of (&line, 0, 12, FALSE), right = count_of (&line, WIDTH - 12, WIDTH, FALSE);

  g_assert_cmpuint (right, >, left * 2);
  g_assert_cmpuint (count_of (&line, 0, 12, TRUE), >, left * 2);
}

static void
test_target (void)
{
  const double values[] = { 1, 1, 1, 1 };
  BhSparkline line = { .values = values, .n_values = 4, .target = NAN };
  guint without = count_of (&line, 0, WIDTH, FALSE);

  line.target = 2;
  g_assert_cmpuint (count_of (&line, 0, WIDTH, FALSE), >, without + 30);
}

static void
test_nothing (void)
{
  const double none[] = { NAN, NAN };
  const double one[] = { 5 };
  const BhSparkline empty = { .values = none, .n_values = 2, .target = 1 };
  const BhSparkline single = { .values = one, .n_values = 1, .target = NAN };

  g_assert_cmpuint (count_of (&empty, 0, WIDTH, FALSE), ==, 0);
  g_assert_cmpuint (count_of (&single, 0, WIDTH, FALSE), >, 10);
}

/* It stays within its own rectangle, signs included, and changes with the colours of the window. */
static void
test_room (void)
{
  const double values[] = { 0, 9, 0, 9 };
  const BhSparkline line
      = { .values = values, .n_values = 4, .target = NAN, .last_flags = BH_CHART_POINT_SMALL };
  cairo_surface_t *light = draw (&line, BH_CHART_PALETTE_LIGHT, FALSE);
  cairo_surface_t *dark = draw (&line, BH_CHART_PALETTE_DARK, FALSE);
  guint differing = 0;

  for (int x = 0; x < WIDTH; x++)
    {
      g_assert_cmpuint (bh_test_pictures_get_channel (light, x, 0, 3), ==, 0);
      g_assert_cmpuint (bh_test_pictures_get_channel (light, x, HEIGHT - 1, 3), ==, 0);
      for (int y = 0; y < HEIGHT; y++)
        differing += bh_test_pictures_get_channel (light, x, y, 0)
                     != bh_test_pictures_get_channel (dark, x, y, 0);
    }
  for (int y = 0; y < HEIGHT; y++)
    g_assert_cmpuint (bh_test_pictures_get_channel (light, WIDTH - 1, y, 3), ==, 0);
  g_assert_cmpuint (differing, >, 50);
  cairo_surface_destroy (light);
  cairo_surface_destroy (dark);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sparkline/gap", test_gap);
  g_test_add_func ("/sparkline/last", test_last);
  g_test_add_func ("/sparkline/target", test_target);
  g_test_add_func ("/sparkline/nothing", test_nothing);
  g_test_add_func ("/sparkline/room", test_room);

  return g_test_run ();
}
