/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-funnel-chart.h"

#include "draw/bh-chart-file.h"
#include "draw/bh-test-charts.h"
#include "draw/bh-test-pictures.h"

#include <math.h>

#define WIDTH 640
#define HEIGHT 360

static const BhFunnelStage usual[] = {
  { { "受理", NULL, NULL, "received:2026-10", NULL }, 1284, 0, NAN, NAN },
  { { "派单", NULL, NULL, "status:20..", NULL }, 1284, 12, 0.4, 2.1 },
  { { "接单", NULL, NULL, NULL, NULL }, 1262, 0, 3.2, 18.5 },
  { { "核查", NULL, NULL, NULL, NULL }, 1215, 31, 6.8, 40.2 },
  { { "制定方案", NULL, NULL, NULL, NULL }, 1170, 0, 5.1, 33.3 },
  { { "实施整改(含外委单位与施工过程)", NULL, NULL, NULL, NULL }, 1102, 4, 62.4, 210 },
  { { "业主签认", NULL, NULL, NULL, NULL }, 905, 0, 20.7, 95.9 },
  { { "回访", NULL, NULL, NULL, NULL }, 820, 0, 24, 71.4 },
};

static BhChart *
make_funnel (const BhFunnelStage *stages, guint n)
{
  const BhFunnelData data = {
    .title = "节点漏斗",
    .subtitle = "投诉 · 2026年10月",
    .heading = "节点",
    .empty_text = "这段时间没有受理工单",
    .count_name = "工单",
    .lost_name = "撤回或不予受理",
    .duration_unit = "小时",
    .stages = stages,
    .n_stages = n,
  };

  return bh_funnel_chart_new (&data);
}

static BhChart *
make_usual (void)
{
  return make_funnel (usual, G_N_ELEMENTS (usual));
}

/* From a million to one, and nobody knows how long it took. */
static BhChart *
make_huge (void)
{
  const BhFunnelStage stages[] = {
    { { .label = "受理" }, 1000000, 0, NAN, NAN },
    { { .label = "派单" }, 999999, 999000, NAN, NAN },
    { { .label = "办结" }, 1, 0, NAN, NAN },
    { { .label = "回访" }, 0, 0, NAN, NAN },
  };

  return make_funnel (stages, G_N_ELEMENTS (stages));
}

static BhChart *
make_empty (void)
{
  const BhFunnelStage stages[] = { { { .label = "受理" }, 0, 0, NAN, NAN } };

  return make_funnel (stages, G_N_ELEMENTS (stages));
}

static void
test_marks (void)
{
  g_autoptr (BhChart) chart = make_usual ();

  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 8);
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->filter, ==, "received:2026-10");
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->value_text, ==, "工单: 1,284 (100.0%)");
  g_assert_cmpstr (bh_chart_get_mark (chart, 3)->value_text, ==,
                   "工单: 1,215 (94.6%)\n撤回或不予受理: 31\nMedian: 6.8 小时\nP90: 40.2 小时");
}

static void
test_table (void)
{
  g_autoptr (BhChart) chart = make_usual ();
  const BhChartTable *table = bh_chart_get_table (chart);
  g_autofree char *headings = g_strjoinv ("|", table->headings);
  g_autofree char *first = g_strjoinv ("|", g_ptr_array_index (table->rows, 0));
  g_autofree char *fourth = g_strjoinv ("|", g_ptr_array_index (table->rows, 3));

  g_assert_cmpstr (headings, ==, "节点|工单|撤回或不予受理|Median, 小时|P90, 小时");
  g_assert_cmpstr (first, ==, "受理|1,284|0|–|–");
  g_assert_cmpstr (fourth, ==, "核查|1,215|31|6.8|40.2");
}

static void
check_rows (BhChart *chart, double width, double height, const BhChartStyle *style)
{
  BhChartArea area, last = { 0 };

  for (guint i = 0; i < bh_chart_get_n_marks (chart); i++)
    {
      g_assert_true (bh_chart_get_mark_area (chart, i, width, height, style, &area));
      g_assert_cmpfloat (area.x, >=, 0);
      g_assert_cmpfloat (area.x + area.width, <=, width);
      g_assert_cmpfloat (area.y + area.height, <=, height);
      g_assert_cmpint (bh_chart_hit (chart, area.x + area.width / 3, area.y + area.height / 2,
                                     width, height, style),
                       ==, (int) i);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (area.y, last.y + last.height, 1e-6);
      last = area;
    }
  g_assert_cmpint (bh_chart_hit (chart, width / 2, 1, width, height, style), ==, -1);
}

static void
test_hits (void)
{
  g_autoptr (BhChart) chart = make_usual ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  check_rows (chart, WIDTH, HEIGHT, style);
  check_rows (chart, 280, 240, style);
  style->rtl = TRUE;
  check_rows (chart, WIDTH, HEIGHT, style);
  style->text_scale = 2;
  check_rows (chart, WIDTH, 520, style);
}

static void
test_keys (void)
{
  g_autoptr (BhChart) chart = make_usual ();

  g_assert_cmpint (bh_chart_move (chart, 0, BH_CHART_MOVE_DOWN), ==, 1);
  g_assert_cmpint (bh_chart_move (chart, 1, BH_CHART_MOVE_UP), ==, 0);
  g_assert_cmpint (bh_chart_move (chart, 1, BH_CHART_MOVE_NEXT), ==, 2);
  g_assert_cmpint (bh_chart_move (chart, 3, BH_CHART_MOVE_LAST), ==, 7);
}

static void
test_selection (void)
{
  g_autoptr (BhChart) chart = make_usual ();

  bh_test_pictures_check_selection (chart, 0, 1);
}

static void
test_empty (void)
{
  g_autoptr (BhChart) chart = make_empty ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  g_assert_true (bh_chart_is_empty (chart));
  g_assert_cmpint (bh_chart_hit (chart, WIDTH / 2, HEIGHT / 2, WIDTH, HEIGHT, style), ==, -1);
}

static void
test_any_size (void)
{
  static const double sizes[] = { 1, 7, 40, 120, 333, 1500 };
  BhChart *(*const makers[]) (void) = { make_usual, make_huge, make_empty };
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  for (guint k = 0; k < G_N_ELEMENTS (makers); k++)
    {
      g_autoptr (BhChart) chart = makers[k]();

      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
          {
            cairo_surface_t *picture = bh_chart_render (chart, style, sizes[i], sizes[j], 1);

            g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
            cairo_surface_destroy (picture);
          }
    }
}

static const BhTestPicture pictures[] = {
  { "funnel-light", make_usual, BH_CHART_PALETTE_LIGHT },
  { "funnel-dark", make_usual, BH_CHART_PALETTE_DARK },
  { "funnel-mirrored", make_usual, BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT, .rtl = TRUE },
  { "funnel-large", make_usual, BH_CHART_PALETTE_LIGHT, .text_scale = 2 },
  { "funnel-huge", make_huge, BH_CHART_PALETTE_HIGH_CONTRAST_DARK },
  { "funnel-narrow", make_usual, BH_CHART_PALETTE_LIGHT, .width = 320, .height = 300 },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/funnel-chart/marks", test_marks);
  g_test_add_func ("/funnel-chart/table", test_table);
  g_test_add_func ("/funnel-chart/hits", test_hits);
  g_test_add_func ("/funnel-chart/keys", test_keys);
  g_test_add_func ("/funnel-chart/selection", test_selection);
  g_test_add_func ("/funnel-chart/empty", test_empty);
  g_test_add_func ("/funnel-chart/any-size", test_any_size);
  bh_test_pictures_add ("/funnel-chart", pictures, G_N_ELEMENTS (pictures));

  return g_test_run ();
}
