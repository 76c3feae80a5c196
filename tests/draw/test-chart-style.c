/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-style.h"

static void
test_new (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  g_assert_cmpint (style->palette, ==, BH_CHART_PALETTE_LIGHT);
  g_assert_false (style->rtl);
  g_assert_false (style->transparent);
  g_assert_false (style->untitled);
  g_assert_cmpfloat (style->text_scale, ==, 1);
}

/* Points are of 1/72 inch, pixels of 1/96. */
static void
test_em (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  bh_chart_style_set_font (style, "Sans 12");
  g_assert_cmpfloat_with_epsilon (bh_chart_style_get_em (style), 16, 1e-9);
  style->text_scale = 1.5;
  g_assert_cmpfloat_with_epsilon (bh_chart_style_get_em (style), 24, 1e-9);
  bh_chart_style_set_font (style, "Sans 13px");
  g_assert_cmpfloat_with_epsilon (bh_chart_style_get_em (style), 19.5, 1e-9);
  /* A font without a size is not drawn with none. */
  bh_chart_style_set_font (style, "Sans");
  g_assert_cmpfloat (bh_chart_style_get_em (style), >=, 1);
}

/* Each part counts: a drawing that is kept is for one style. */
static void
test_equal (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  for (guint part = 0; part < 7; part++)
    {
      g_autoptr (BhChartStyle) copy = bh_chart_style_copy (style);

      g_assert_true (bh_chart_style_equal (style, copy));
      g_assert_false (copy->font == style->font);
      switch (part)
        {
        case 0:
          copy->palette = BH_CHART_PALETTE_DARK;
          break;
        case 1:
          copy->text_scale = 2;
          break;
        case 2:
          copy->rtl = TRUE;
          break;
        case 3:
          copy->transparent = TRUE;
          break;
        case 4:
          copy->untitled = TRUE;
          break;
        case 5:
          bh_chart_style_set_font (copy, "Serif 10");
          break;
        default:
          bh_chart_style_set_font (copy, "Sans 30");
          break;
        }
      g_assert_false (bh_chart_style_equal (style, copy));
      g_assert_false (bh_chart_style_equal (copy, style));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-style/new", test_new);
  g_test_add_func ("/chart-style/em", test_em);
  g_test_add_func ("/chart-style/equal", test_equal);

  return g_test_run ();
}
