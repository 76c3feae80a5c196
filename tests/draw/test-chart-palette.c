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
      for (guint role = 0; role < BH_N_CHART_ROLES; role++)
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

/* Lines of one chart can be told apart whatever cones one has; they differ in shape besides. */
static void
test_told_apart (void)
{
  static const BhChartRole together[][2] = {
    { BH_CHART_ROLE_VALUE, BH_CHART_ROLE_TARGET },
    { BH_CHART_ROLE_VALUE, BH_CHART_ROLE_CUMULATED },
    { BH_CHART_ROLE_MEDIAN, BH_CHART_ROLE_TARGET },
    { BH_CHART_ROLE_VALUE, BH_CHART_ROLE_PREVIOUS },
  };

  for (guint i = 0; i < BH_N_CHART_PALETTES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (together); j++)
      for (guint red = 0; red < 2; red++)
        {
          const BhChartPalette *palette = bh_chart_palette_get ((BhChartPaletteKind) i);
          double a[3], b[3], distance = 0;

          dim_cones (&palette->roles[together[j][0]], red, a);
          dim_cones (&palette->roles[together[j][1]], red, b);
          for (guint k = 0; k < 3; k++)
            distance += (a[k] - b[k]) * (a[k] - b[k]);
          g_assert_cmpfloat (sqrt (distance), >, 0.15);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-palette/contrast", test_contrast);
  g_test_add_func ("/chart-palette/mix", test_mix);
  g_test_add_func ("/chart-palette/legible", test_legible);
  g_test_add_func ("/chart-palette/told-apart", test_told_apart);

  return g_test_run ();
}
