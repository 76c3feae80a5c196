/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-head.h"

static BhChartHead *
make_head (const BhChartStyle *style, GPtrArray *keys, double width)
{
  PangoContext *context = bh_chart_text_context (style);
  BhChartHead *head = bh_chart_head_new ("A title", "What is below", keys, context, style, width);

  g_object_unref (context);

  return head;
}

/* The less there is, the higher the values begin. */
static void
test_parts (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (GPtrArray) keys = bh_chart_keys_new ();
  g_autoptr (BhChartHead) head = NULL;
  double bottom = G_MAXDOUBLE;

  bh_chart_keys_add_role (keys, BH_CHART_ROLE_VALUE, "A value with a name that is rather long");
  head = make_head (style, keys, 300);
  g_assert_cmpint (bh_chart_head_get_first (head), ==, BH_CHART_HEAD_SUBTITLE);
  for (int part = BH_CHART_HEAD_SUBTITLE; part >= BH_CHART_HEAD_NOTHING; part--)
    {
      double place = bh_chart_head_place (head, (BhChartHeadPart) part);

      g_assert_cmpfloat (place, <, bottom);
      g_assert_cmpint (bh_chart_head_wants_less (head, 1, 100), ==, part > BH_CHART_HEAD_NOTHING);
      g_assert_false (bh_chart_head_wants_less (head, 60, 100));
      bottom = place;
    }
  g_assert_cmpfloat_with_epsilon (bottom, bh_chart_head_get_margin (bh_chart_style_get_em (style)),
                                  1e-9);
}

/* A legend that fits stands beside the title and takes no height. */
static void
test_beside (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (GPtrArray) keys = bh_chart_keys_new ();
  g_autoptr (BhChartHead) wide = NULL;
  g_autoptr (BhChartHead) narrow = NULL;

  bh_chart_keys_add_role (keys, BH_CHART_ROLE_VALUE, "Value");
  wide = make_head (style, keys, 800);
  narrow = make_head (style, keys, 120);
  g_assert_cmpfloat (bh_chart_head_place (wide, BH_CHART_HEAD_SUBTITLE), <,
                     bh_chart_head_place (narrow, BH_CHART_HEAD_SUBTITLE));
}

/* Where the page shows the title itself, there is the legend alone. */
static void
test_untitled (void)
{
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  g_autoptr (GPtrArray) keys = bh_chart_keys_new ();
  g_autoptr (BhChartHead) head = NULL;

  style->untitled = TRUE;
  head = make_head (style, keys, 120);
  g_assert_cmpint (bh_chart_head_get_first (head), ==, BH_CHART_HEAD_LEGEND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-head/parts", test_parts);
  g_test_add_func ("/chart-head/beside", test_beside);
  g_test_add_func ("/chart-head/untitled", test_untitled);

  return g_test_run ();
}
