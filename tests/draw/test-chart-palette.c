/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-palette.h"

#include <math.h>

static const BhChartColor black = { 0, 0, 0, 1 };
static const BhChartColor white = { 1, 1, 1, 1 };

static void
test_contrast (void)
{
  const BhChartColor grey = { 118 / 255.0, 118 / 255.0, 118 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (bh_chart_color_contrast (&black, &white), 21, 0.01);
  g_assert_cmpfloat_with_epsilon (bh_chart_color_contrast (&white, &white), 1, 0.01);
  /* The best known border: #767676 on white has just 4.54. */
  g_assert_cmpfloat_with_epsilon (bh_chart_color_contrast (&grey, &white), 4.54, 0.01);
}

static void
test_mix (void)
{
  BhChartColor mixed = bh_chart_color_mix (&black, &white, 0.25);

  g_assert_cmpfloat_with_epsilon (mixed.red, 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (mixed.alpha, 1, 1e-9);
}

/* WCAG 2: 4.5 for text, 3 for what is drawn; in high contrast 7 for both. */
static void
test_legible (void)
{
  for (guint i = 0; i < BH_N_CHART_PALETTES; i++)
    {
      const BhChartPalette *palette = bh_chart_palette_get ((BhChartPaletteKind) i);
      gboolean high = i >= BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT;

      g_assert_cmpfloat (bh_chart_color_contrast (&palette->text, &palette->background), >=, 7);
      g_assert_cmpfloat (bh_chart_color_contrast (&palette->dim, &palette->background), >=,
                         high ? 7 : 4.5);
      g_assert_cmpfloat (bh_chart_color_contrast (&palette->edge, &palette->page), >=,
                         high ? 7 : 4.5);
      for (guint role = 0; role < BH_CHART_ROLE_CATEGORY; role++)
        {
          const BhChartColor *color = &palette->roles[role];

          g_assert_cmpfloat (bh_chart_color_contrast (color, &palette->background), >=,
                             high ? 7 : 3);
          g_assert_cmpfloat (bh_chart_color_contrast (color, &palette->page), >=, high ? 4.5 : 3);
        }
    }
}

/* What an eye without red cones, or without green ones, sees of @color: the matrices of Viénot,
 * Brettel and Mollon (1999) in linear RGB. */
static void
dim_cones (const BhChartColor *color, gboolean red, double *seen)
{
  static const double matrices[2][3][3] = {
    { { 0.29275, 0.70725, -0.02234 }, { 0.29275, 0.70725, -0.02234 }, { -0.02234, 0.02234, 1 } },
    { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } },
  };
  const double linear[]
      = { pow (color->red, 2.2), pow (color->green, 2.2), pow (color->blue, 2.2) };

  for (guint i = 0; i < 3; i++)
    {
      double sum = 0;

      for (guint j = 0; j < 3; j++)
        sum += matrices[red][i][j] * linear[j];
      seen[i] = pow (CLAMP (sum, 0, 1), 1 / 2.2);
    }
}

static double
get_distance (const BhChartPalette *palette, BhChartRole one, BhChartRole other, gboolean red)
{
  double a[3], b[3], distance = 0;

  dim_cones (&palette->roles[one], red, a);
  dim_cones (&palette->roles[other], red, b);
  for (guint k = 0; k < 3; k++)
    distance += (a[k] - b[k]) * (a[k] - b[k]);

  return sqrt (distance);
}

/* Lines of one chart can be told apart whatever cones one has; they differ in shape besides. */
static void
test_told_apart (void)
{
  static const BhChartRole together[][2] = {
    { BH_CHART_ROLE_VALUE, BH_CHART_ROLE_TARGET },
    { BH_CHART_ROLE_VALUE, BH_CHART_ROLE_CUMULATED },
    { BH_CHART_ROLE_MEDIAN, BH_CHART_ROLE_TARGET },
    { BH_CHART_ROLE_VALUE, BH_CHART_ROLE_PREVIOUS },
    { BH_CHART_ROLE_VALUE, BH_CHART_ROLE_BAD },
    { BH_CHART_ROLE_GOOD, BH_CHART_ROLE_BAD },
    { BH_CHART_ROLE_GOOD, BH_CHART_ROLE_AMBER },
  };

  for (guint i = 0; i < BH_N_CHART_PALETTES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (together); j++)
      for (guint red = 0; red < 2; red++)
        g_assert_cmpfloat (get_distance (bh_chart_palette_get ((BhChartPaletteKind) i),
                                         together[j][0], together[j][1], red),
                           >, 0.15);
}

/* So can any two categories; they are hatched besides. */
static void
test_categories (void)
{
  for (guint i = 0; i < BH_N_CHART_PALETTES; i++)
    for (guint a = 0; a < BH_N_CHART_CATEGORIES; a++)
      for (guint b = a + 1; b < BH_N_CHART_CATEGORIES; b++)
        for (guint red = 0; red < 2; red++)
          g_assert_cmpfloat (get_distance (bh_chart_palette_get ((BhChartPaletteKind) i),
                                           BH_CHART_ROLE_CATEGORY + a, BH_CHART_ROLE_CATEGORY + b,
                                           red),
                             >, 0.12);
}

/* More is further from what is behind, in steps that can be seen, and can be written upon. */
static void
test_levels (void)
{
  for (guint i = 0; i < BH_N_CHART_PALETTES; i++)
    {
      const BhChartPalette *palette = bh_chart_palette_get ((BhChartPaletteKind) i);
      double last = 1;

      for (guint step = 0; step < BH_N_CHART_LEVELS; step++)
        {
          BhChartColor color
              = bh_chart_palette_get_level (palette, step / (BH_N_CHART_LEVELS - 1.0));
          BhChartColor text = bh_chart_palette_get_text_on (&color);
          double contrast = bh_chart_color_contrast (&color, &palette->background);

          g_assert_cmpfloat (contrast, >, last * 1.1);
          g_assert_cmpfloat (bh_chart_color_contrast (&text, &color), >=, 4.5);
          last = contrast;
        }
    }
}

static void
test_level_between (void)
{
  const BhChartPalette *palette = bh_chart_palette_get (BH_CHART_PALETTE_LIGHT);
  BhChartColor first = bh_chart_palette_get_level (palette, -1);
  BhChartColor last = bh_chart_palette_get_level (palette, 2);
  BhChartColor between = bh_chart_palette_get_level (palette, 1.5 / (BH_N_CHART_LEVELS - 1));

  g_assert_cmpfloat_with_epsilon (first.red, palette->roles[BH_CHART_ROLE_LEVEL].red, 1e-9);
  g_assert_cmpfloat_with_epsilon (
      last.red, palette->roles[BH_CHART_ROLE_LEVEL + BH_N_CHART_LEVELS - 1].red, 1e-9);
  g_assert_cmpfloat_with_epsilon (
      between.red,
      (palette->roles[BH_CHART_ROLE_LEVEL + 1].red + palette->roles[BH_CHART_ROLE_LEVEL + 2].red)
          / 2,
      1e-9);
}

#define SIZE 64

static cairo_surface_t *
fill_square (BhChartRole role)
{
  cairo_surface_t *square = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (square);

  cairo_rectangle (cr, 8, 8, SIZE - 16, SIZE - 16);
  bh_chart_fill_role (bh_chart_palette_get (BH_CHART_PALETTE_LIGHT), cr, role, 13);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_flush (square);

  return square;
}

/* Returns: how many pixels of the shape are darker than its lightest one: edge and hatching */
static guint
count_strokes (cairo_surface_t *square)
{
  const guchar *data = cairo_image_surface_get_data (square);
  int stride = cairo_image_surface_get_stride (square);
  guint most = 0, n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (int y = 0; y < SIZE; y++)
      for (int x = 0; x < SIZE; x++)
        {
          const guchar *pixel = data + y * stride + x * 4;
          guint sum = (guint) pixel[0] + pixel[1] + pixel[2];
          gboolean within = x >= 8 && x < SIZE - 8 && y >= 8 && y < SIZE - 8;

          g_assert_cmpint (pixel[3], ==, within ? 255 : 0);
          if (within && pass == 0)
            most = MAX (most, sum);
          n += within && pass == 1 && sum + 6 < most;
        }

  return n;
}

/* A category has an edge, and those that look alike without colours differ by their hatching;
 * nothing is drawn beside the shape. */
static void
test_hatching (void)
{
  cairo_surface_t *plain = fill_square (BH_CHART_ROLE_VALUE);
  cairo_surface_t *first = fill_square (BH_CHART_ROLE_CATEGORY);
  cairo_surface_t *second = fill_square (BH_CHART_ROLE_CATEGORY + 1);
  guint edge = count_strokes (first);

  g_assert_cmpuint (count_strokes (plain), ==, 0);
  g_assert_cmpuint (edge, >, 100);
  g_assert_cmpuint (count_strokes (second), >, edge * 2);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-palette/contrast", test_contrast);
  g_test_add_func ("/chart-palette/mix", test_mix);
  g_test_add_func ("/chart-palette/legible", test_legible);
  g_test_add_func ("/chart-palette/told-apart", test_told_apart);
  g_test_add_func ("/chart-palette/categories", test_categories);
  g_test_add_func ("/chart-palette/levels", test_levels);
  g_test_add_func ("/chart-palette/level-between", test_level_between);
  g_test_add_func ("/chart-palette/hatching", test_hatching);

  return g_test_run ();
}
