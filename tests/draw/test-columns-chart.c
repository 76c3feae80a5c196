/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-columns-chart.h"
#include "draw/bh-test-pictures.h"

#include <math.h>

#define WIDTH 640.0
#define HEIGHT 360.0

static const char *const months[] = { "5月", "6月", "7月", "8月", "9月", "10月" };

static BhChart *
make_single (void)
{
  static const double values[] = { 321, 241, 181, 118, 64, 12, 1 };
  static const double before[] = { 290, 217, 199, 150, 60, 8, 0 };
  static const double target[] = { 150, 150, 150, 150, 150, 150, 150 };
  static const BhChartItem items[] = {
    { .label = "1 天内", .filter = "age:0" },
    { .label = "1–2 天", .filter = "age:1", .brush = "age:1" },
    { .label = "2–3 天", .filter = "age:2" },
    { .label = "3–7 天", .filter = "age:3" },
    { .label = "7–15 天", .filter = "age:7" },
    { .label = "15–30 天", .filter = "age:15" },
    { .label = "30 天以上", .filter = "age:30" },
  };
  const BhBarsSeries series = { .name = "件数", .role = BH_CHART_ROLE_VALUE, .values = values };
  const BhBarsNotch rule = { .name = "目标", .values = target };
  const BhBarsNotch notch = { .name = "上期", .values = before };
  const BhColumnsData data = { .title = "未结工单已开时间",
                               .subtitle = "全部工单 · 2026年10月31日",
                               .heading = "已开时间",
                               .empty_text = "没有未结工单",
                               .unit = "件",
                               .ticks = BH_CHART_TICKS_NAMES,
                               .items = items,
                               .n_items = G_N_ELEMENTS (items),
                               .series = &series,
                               .n_series = 1,
                               .target = &rule,
                               .before = &notch };

  return bh_columns_chart_new (&data);
}

static BhChart *
make_parts (gboolean stacked)
{
  static const char *const names[] = { "一般", "重要", "紧急" };
  static const char *const brushes[] = { "grade:general", "grade:important", "grade:urgent" };
  static const BhChartRole roles[]
      = { BH_CHART_ROLE_VALUE, BH_CHART_ROLE_AMBER, BH_CHART_ROLE_BAD };
  static const char *const groups[] = { "2026年", NULL, NULL, NULL, NULL, NULL };
  BhChartPointFlags flags[G_N_ELEMENTS (months)] = { 0 };
  double values[3][G_N_ELEMENTS (months)];
  BhChartItem parts[3][G_N_ELEMENTS (months)] = { 0 };
  BhChartItem items[G_N_ELEMENTS (months)] = { 0 };
  BhBarsSeries series[3];
  BhColumnsData data = { .title = "按等级的受理量",
                         .subtitle = "投诉 · 2026年5月 – 10月",
                         .heading = "月份",
                         .empty_text = "没有工单",
                         .unit = "件",
                         .items = items,
                         .groups = groups,
                         .n_items = G_N_ELEMENTS (months),
                         .series = series,
                         .n_series = 3,
                         .stacked = stacked };

  flags[5] = BH_CHART_POINT_PROVISIONAL;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      items[i].label = months[i];
      for (guint j = 0; j < 3; j++)
        {
          values[j][i] = (double) (j == 0 ? 300 : j == 1 ? 210 : 140) + 17.0 * (i * (j + 1) % 5);
          parts[j][i].filter = parts[j][i].brush = brushes[j];
        }
    }
  for (guint j = 0; j < 3; j++)
    series[j] = (BhBarsSeries){ names[j], roles[j], values[j], flags, parts[j] };

  return bh_columns_chart_new (&data);
}

static BhChart *
make_categories (void)
{
  static const char *const names[]
      = { "维修服务", "环境卫生", "安全秩序", "设施设备", "邻里关系", "收费", "绿化", "其他服务" };
  double values[BH_N_CHART_CATEGORIES][G_N_ELEMENTS (months)];
  BhChartItem items[G_N_ELEMENTS (months)] = { 0 };
  BhBarsSeries series[BH_N_CHART_CATEGORIES];
  BhColumnsData data = { .title = "按分类的受理量",
                         .subtitle = "全部工单 · 2026年5月 – 10月",
                         .heading = "月份",
                         .empty_text = "没有工单",
                         .unit = "件",
                         .items = items,
                         .n_items = G_N_ELEMENTS (months),
                         .series = series,
                         .n_series = BH_N_CHART_CATEGORIES,
                         .stacked = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    items[i].label = months[i];
  for (guint j = 0; j < BH_N_CHART_CATEGORIES; j++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (months); i++)
        values[j][i] = 60 + (double) ((i + 3) * (j + 5) * 7 % 41);
      series[j] = (BhBarsSeries){ .name = names[j],
                                  .role = BH_CHART_ROLE_CATEGORY + j,
                                  .values = values[j] };
    }

  return bh_columns_chart_new (&data);
}

static BhChart *
make_grouped (void)
{
  return make_parts (FALSE);
}

static BhChart *
make_stacked (void)
{
  return make_parts (TRUE);
}

static const BhTestPicture pictures[] = {
  { "single-light", make_single, BH_CHART_PALETTE_LIGHT },
  { "single-small", make_single, BH_CHART_PALETTE_LIGHT, 1, FALSE, 320, 200 },
  { "grouped-light", make_grouped, BH_CHART_PALETTE_LIGHT },
  { "stacked-light", make_stacked, BH_CHART_PALETTE_LIGHT },
  { "stacked-mirrored", make_stacked, BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT, 1, TRUE },
  { "stacked-large", make_stacked, BH_CHART_PALETTE_DARK, 2 },
  { "categories-light", make_categories, BH_CHART_PALETTE_LIGHT },
  { "categories-dark", make_categories, BH_CHART_PALETTE_DARK },
  { "categories-contrast", make_categories, BH_CHART_PALETTE_HIGH_CONTRAST_DARK },
};

static const char *
get_cell (BhChart *chart, guint row, guint column)
{
  const BhChartTable *table = bh_chart_get_table (chart);

  return ((char **) g_ptr_array_index (table->rows, row))[column];
}

static void
get_area (BhChart *chart, guint mark, const BhChartStyle *style, BhChartArea *area)
{
  g_assert_true (bh_chart_get_mark_area (chart, mark, WIDTH, HEIGHT, style, area));
}

/* Of one series, each band says its value, its target and what it was. */
static void
test_single (void)
{
  g_autoptr (BhChart) chart = make_single ();

  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 7);
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->label, ==, "1–2 天");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->value_text, ==,
                   "件数: 241 件\n目标: 150 件\n上期: 217 件");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->filter, ==, "age:1");
  g_assert_cmpstr (bh_chart_get_table (chart)->headings[3], ==, "上期");
  g_assert_cmpstr (get_cell (chart, 1, 1), ==, "241");
  g_assert_cmpstr (get_cell (chart, 1, 3), ==, "217");
}

/* Columns of a band stand side by side, in the order of the series, from right to left too. */
static void
test_grouped (void)
{
  g_autoptr (BhChart) chart = make_parts (FALSE);
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  guint n = bh_chart_get_n_marks (chart);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      BhChartArea last = { 0 };

      style->rtl = rtl == 1;
      for (guint i = 0; i < n; i++)
        {
          BhChartArea area;

          get_area (chart, i, style, &area);
          g_assert_cmpfloat (area.height, >, 1);
          if (i > 0 && !style->rtl)
            g_assert_cmpfloat (last.x + last.width, <=, area.x);
          if (i > 0 && style->rtl)
            g_assert_cmpfloat (area.x + area.width, <=, last.x);
          g_assert_cmpint (bh_chart_hit (chart, area.x + area.width / 2, area.y + area.height / 2,
                                         WIDTH, HEIGHT, style),
                           ==, (int) i);
          last = area;
        }
    }
  g_assert_cmpint (bh_chart_move (chart, 2, BH_CHART_MOVE_NEXT), ==, 3);
  g_assert_cmpint (bh_chart_move (chart, 2, BH_CHART_MOVE_UP), ==, -1);
}

/* Columns of a band stand on one another; together they are as high as their sum, of which the
 * axis has room. */
static void
test_stacked (void)
{
  g_autoptr (BhChart) chart = make_parts (TRUE);
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea first, second, third, other;

  get_area (chart, 0, style, &first);
  get_area (chart, 1, style, &second);
  get_area (chart, 2, style, &third);
  g_assert_cmpfloat_with_epsilon (first.x, third.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (first.y, second.y + second.height, 1e-6);
  g_assert_cmpfloat_with_epsilon (second.y, third.y + third.height, 1e-6);
  g_assert_cmpfloat (third.y, >, 0);
  /* The first band has 300, 210 and 140. */
  g_assert_cmpfloat_with_epsilon (second.height / first.height, 210.0 / 300, 1e-6);
  g_assert_cmpfloat_with_epsilon (third.height / first.height, 140.0 / 300, 1e-6);

  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->label, ==, "5月 · 重要");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->value_text, ==, "重要: 210 件\nTogether: 650 件");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->brush, ==, "grade:important");
  g_assert_cmpstr (get_cell (chart, 0, 4), ==, "650");

  /* Right above a stack is its uppermost part, far beside it nothing else. */
  g_assert_cmpint (bh_chart_hit (chart, third.x + 3, third.y - 4, WIDTH, HEIGHT, style), ==, 2);
  get_area (chart, 3, style, &other);
  g_assert_cmpint (bh_chart_hit (chart, other.x + 3, other.y + 3, WIDTH, HEIGHT, style), ==, 3);
  g_assert_cmpint (bh_chart_hit (chart, 1, 1, WIDTH, HEIGHT, style), ==, -1);
}

/* Left and Right keep to the series, Up and Down to the band. */
static void
test_keys (void)
{
  g_autoptr (BhChart) chart = make_parts (TRUE);
  int last = (int) bh_chart_get_n_marks (chart) - 1;

  g_assert_cmpint (bh_chart_move (chart, 0, BH_CHART_MOVE_UP), ==, 1);
  g_assert_cmpint (bh_chart_move (chart, 2, BH_CHART_MOVE_UP), ==, 2);
  g_assert_cmpint (bh_chart_move (chart, 0, BH_CHART_MOVE_DOWN), ==, 0);
  g_assert_cmpint (bh_chart_move (chart, 3, BH_CHART_MOVE_DOWN), ==, 3);
  g_assert_cmpint (bh_chart_move (chart, 1, BH_CHART_MOVE_NEXT), ==, 4);
  g_assert_cmpint (bh_chart_move (chart, 4, BH_CHART_MOVE_PREVIOUS), ==, 1);
  g_assert_cmpint (bh_chart_move (chart, 1, BH_CHART_MOVE_PREVIOUS), ==, 1);
  g_assert_cmpint (bh_chart_move (chart, 1, BH_CHART_MOVE_LAST), ==, last - 1);
  g_assert_cmpint (bh_chart_move (chart, last, BH_CHART_MOVE_FIRST), ==, 2);
}

static void
test_empty (void)
{
  const double nothing[] = { NAN, NAN };
  const BhChartItem items[] = { { .label = "A" }, { .label = "B" } };
  const BhBarsSeries series = { .name = "N", .values = nothing };
  const BhColumnsData data = { .title = "T",
                               .heading = "H",
                               .empty_text = "Nothing",
                               .items = items,
                               .n_items = 2,
                               .series = &series,
                               .n_series = 1 };
  g_autoptr (BhChart) chart = bh_columns_chart_new (&data);

  g_assert_true (bh_chart_is_empty (chart));
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->value_text, ==, "N: –");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bh_test_pictures_add ("/columns-chart/picture", pictures, G_N_ELEMENTS (pictures));
  g_test_add_func ("/columns-chart/single", test_single);
  g_test_add_func ("/columns-chart/grouped", test_grouped);
  g_test_add_func ("/columns-chart/stacked", test_stacked);
  g_test_add_func ("/columns-chart/keys", test_keys);
  g_test_add_func ("/columns-chart/empty", test_empty);

  return g_test_run ();
}
