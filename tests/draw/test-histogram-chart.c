/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-histogram-chart.h"
#include "draw/bh-test-pictures.h"
#include "draw/bh-upright-layer.h"

static const BhChartItem items[] = {
  { .label = "不足 1 天", .tick = "<1", .filter = "handling:0" },
  { .label = "1–2 天", .tick = "1–2", .filter = "handling:1", .brush = "handling:1" },
  { .label = "2–3 天", .tick = "2–3" },
  { .label = "3–5 天", .tick = "3–5" },
  { .label = "5–7 天", .tick = "5–7" },
  { .label = "7–10 天", .tick = "7–10" },
  { .label = "10–15 天", .tick = "10–15" },
  { .label = "15 天以上", .tick = "≥15" },
};

static BhChart *
make_of (const double *values)
{
  static const BhHistogramLine lines[] = {
    { "P50", BH_CHART_ROLE_MEDIAN, "2.4 天", 2.4 },
    { "P90", BH_CHART_ROLE_P90, "8.5 天", 5.5 },
  };
  const BhHistogramData data = { .title = "处理天数分布",
                                 .subtitle = "维修服务 · 2026年10月",
                                 .heading = "处理天数",
                                 .empty_text = "这段时间没有办结的工单",
                                 .value_name = "件数",
                                 .unit = "件",
                                 .items = items,
                                 .values = values,
                                 .n_items = G_N_ELEMENTS (items),
                                 .lines = lines,
                                 .n_lines = G_N_ELEMENTS (lines) };

  return bh_histogram_chart_new (&data);
}

static BhChart *
make_histogram (void)
{
  static const double values[] = { 61, 122, 97, 54, 31, 20, 12, 3 };

  return make_of (values);
}

static BhChart *
make_empty (void)
{
  static const double nothing[G_N_ELEMENTS (items)] = { 0 };

  return make_of (nothing);
}

static const BhTestPicture pictures[] = {
  { "histogram-light", make_histogram, BH_CHART_PALETTE_LIGHT },
  { "histogram-dark", make_histogram, BH_CHART_PALETTE_DARK },
  { "histogram-mirrored", make_histogram, BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT, 1, TRUE },
  { "histogram-large", make_histogram, BH_CHART_PALETTE_LIGHT, 2 },
  { "histogram-small", make_histogram, BH_CHART_PALETTE_LIGHT, 1, FALSE, 300, 180 },
  { "histogram-empty", make_empty, BH_CHART_PALETTE_LIGHT },
};

/* Each class says its count, its share, that of all up to it, and the percentile that lies in it.
 */
static void
test_values (void)
{
  g_autoptr (BhChart) chart = make_histogram ();
  char **row = g_ptr_array_index (bh_chart_get_table (chart)->rows, 1);

  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->label, ==, "1–2 天");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->value_text, ==,
                   "件数: 122 件\nShare: 30.5%\nCumulated share: 45.8%");
  g_assert_nonnull (g_strrstr (bh_chart_get_mark (chart, 2)->value_text, "P50: 2.4 天"));
  g_assert_nonnull (g_strrstr (bh_chart_get_mark (chart, 5)->value_text, "P90: 8.5 天"));
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->filter, ==, "handling:1");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->brush, ==, "handling:1");
  g_assert_cmpstr (row[0], ==, "1–2 天");
  g_assert_cmpstr (row[3], ==, "45.8%");
}

static void
test_empty (void)
{
  g_autoptr (BhChart) chart = make_empty ();

  g_assert_true (bh_chart_is_empty (chart));
  g_assert_nonnull (g_strrstr (bh_chart_get_mark (chart, 0)->value_text, "Share: –"));
}

static void
test_place (void)
{
  static const double edges[] = { 0, 1, 2, 3, 5, 7, 10, 15 };
  const guint n = G_N_ELEMENTS (edges);

  g_assert_cmpfloat (bh_histogram_find_place (edges, n, -1), ==, 0);
  g_assert_cmpfloat_with_epsilon (bh_histogram_find_place (edges, n, 2.4), 2.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (bh_histogram_find_place (edges, n, 3), 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (bh_histogram_find_place (edges, n, 8.5), 5.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (bh_histogram_find_place (edges, n, 15), 7.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (bh_histogram_find_place (edges, n, 1e6), 7.5, 1e-9);
}

/* A line stands between the bands where its value does, mirrored from right to left. */
static void
test_line (void)
{
  g_autoptr (BhChartLayer) layer
      = bh_upright_layer_new ("P50", BH_CHART_ROLE_MEDIAN, BH_UPRIGHT_DASHED, 2.5);
  g_autoptr (BhChartLayer) beyond
      = bh_upright_layer_new ("P90", BH_CHART_ROLE_P90, BH_UPRIGHT_DOTTED, 99);
  BhChartFrame frame = { .plot = { 100, 0, 800, 100 }, .n_bands = 8 };
  const BhChartArea upon = { 340, 10, 20, 10 }, beside = { 360, 10, 20, 10 };

  g_assert_cmpfloat_with_epsilon (bh_upright_layer_get_x (BH_UPRIGHT_LAYER (layer), &frame), 350,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (bh_upright_layer_get_x (BH_UPRIGHT_LAYER (beyond), &frame), 900,
                                  1e-9);
  g_assert_true (bh_chart_layer_touches (layer, &frame, &upon, -1));
  g_assert_false (bh_chart_layer_touches (layer, &frame, &beside, -1));
  frame.rtl = TRUE;
  g_assert_cmpfloat_with_epsilon (bh_upright_layer_get_x (BH_UPRIGHT_LAYER (layer), &frame), 650,
                                  1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bh_test_pictures_add ("/histogram-chart/picture", pictures, G_N_ELEMENTS (pictures));
  g_test_add_func ("/histogram-chart/values", test_values);
  g_test_add_func ("/histogram-chart/empty", test_empty);
  g_test_add_func ("/histogram-chart/place", test_place);
  g_test_add_func ("/histogram-chart/line", test_line);

  return g_test_run ();
}
