/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-bars-chart.h"

#include "draw/bh-chart-file.h"
#include "draw/bh-test-charts.h"
#include "draw/bh-test-pictures.h"

#include <math.h>

#define WIDTH 640
#define HEIGHT 360

static const BhChartItem departments[] = {
  { "工程维修部", NULL, NULL, "department:\"工程维修部\" received:2026-10",
    "department:\"工程维修部\"" },
  { "秩序维护部", NULL, NULL, "department:\"秩序维护部\" received:2026-10",
    "department:\"秩序维护部\"" },
  { "环境管理部(含绿化、保洁与垃圾分类督导)", NULL, NULL, NULL, NULL },
  { "客户服务中心", NULL, NULL, "department:\"客户服务中心\" received:2026-10", NULL },
  { "外委:电梯维保单位", NULL, NULL, NULL, NULL },
};

static const double on_time[] = { 0.932, 0.885, 0.741, 0.968, 0.5 };
static const double targets[] = { 0.9, 0.9, 0.9, 0.95, NAN };
static const double before[] = { 0.9, 0.91, 0.70, 0.95, 0.75 };
static const BhChartPointFlags flags[]
    = { 0, 0, BH_CHART_POINT_PROVISIONAL, 0, BH_CHART_POINT_SMALL };

static BhChart *
make_shares (void)
{
  const BhBarsSeries series = { "按时办结率", BH_CHART_ROLE_VALUE, on_time, flags, NULL };
  const BhBarsNotch target = { "目标", targets }, previous = { "上期", before };
  const BhBarsData data = {
    .title = "各部门按时办结率",
    .subtitle = "投诉 · 2026年10月",
    .heading = "部门",
    .empty_text = "这段时间没有数据",
    .numbers = BH_CHART_PERCENTS,
    .items = departments,
    .n_items = G_N_ELEMENTS (departments),
    .series = &series,
    .n_series = 1,
    .target = &target,
    .before = &previous,
  };

  return bh_bars_chart_new (&data);
}

/* Counts from one to a million, and a change for the worse and the better. */
static BhChart *
make_counts (const double *values)
{
  const BhBarsSeries series = { "变化", BH_CHART_ROLE_VALUE, values, NULL, NULL };
  const BhBarsData data = {
    .title = "与上期相比",
    .heading = "部门",
    .empty_text = "这段时间没有数据",
    .numbers = BH_CHART_COUNTS,
    .unit = "件",
    .items = departments,
    .n_items = G_N_ELEMENTS (departments),
    .series = &series,
    .n_series = 1,
  };

  return bh_bars_chart_new (&data);
}

static BhChart *
make_diverging (void)
{
  const double values[] = { -120, 45, 0, 310, NAN };

  return make_counts (values);
}

static BhChart *
make_empty (void)
{
  const double values[] = { NAN, NAN, NAN, NAN, NAN };

  return make_counts (values);
}

/* More rows than there is room for. */
static BhChart *
make_many (void)
{
  char names[40][32];
  double values[40];
  BhChartItem items[40] = { { NULL } };
  const BhBarsSeries series = { "件数", BH_CHART_ROLE_VALUE, values, NULL, NULL };
  const BhBarsData data = {
    .title = "各位处理人",
    .heading = "姓名",
    .numbers = BH_CHART_COUNTS,
    .unit = "件",
    .items = items,
    .n_items = G_N_ELEMENTS (items),
    .series = &series,
    .n_series = 1,
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_snprintf (names[i], sizeof names[i], "员工 %02u", i + 1);
      items[i].label = names[i];
      values[i] = 1000000 / (i * i + 1.0);
    }

  return bh_bars_chart_new (&data);
}

#define N_AGES 4
#define N_GRADES 3

static const BhChartItem ages[N_AGES] = {
  { .label = "3 天以内" }, { .label = "3–7 天" }, { .label = "7–30 天" }, { .label = "30 天以上" }
};
static const double grades[N_GRADES][N_AGES]
    = { { 4, 1, 0, 1 }, { 32, 20, 9, 3 }, { 210, 120, 38, 12 } };

static BhChart *
make_grades (gboolean stacked)
{
  static const char *const names[] = { "紧急", "重要", "一般" };
  static const BhChartRole roles[]
      = { BH_CHART_ROLE_CATEGORY + 5, BH_CHART_ROLE_CATEGORY + 1, BH_CHART_ROLE_CATEGORY };
  char filters[N_GRADES][N_AGES][32];
  BhChartItem items[N_GRADES][N_AGES] = { { { NULL } } };
  BhBarsSeries series[N_GRADES];
  BhBarsData data = {
    .title = "未结工单已开启多久",
    .subtitle = "按等级",
    .heading = "时长",
    .numbers = BH_CHART_COUNTS,
    .unit = "件",
    .items = ages,
    .n_items = N_AGES,
    .series = series,
    .n_series = N_GRADES,
    .stacked = stacked,
  };

  for (guint i = 0; i < N_GRADES; i++)
    {
      for (guint j = 0; j < N_AGES; j++)
        {
          g_snprintf (filters[i][j], sizeof filters[i][j], "grade:%u age:%u", i, j);
          items[i][j].filter = filters[i][j];
        }
      series[i] = (BhBarsSeries){ names[i], roles[i], grades[i], NULL, items[i] };
    }

  return bh_bars_chart_new (&data);
}

static BhChart *
make_stacked (void)
{
  return make_grades (TRUE);
}

static BhChart *
make_grouped (void)
{
  return make_grades (FALSE);
}

static void
test_marks (void)
{
  g_autoptr (BhChart) chart = make_shares ();
  const BhChartMark *mark = bh_chart_get_mark (chart, 0);

  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 5);
  g_assert_cmpstr (mark->label, ==, "工程维修部");
  g_assert_cmpstr (mark->filter, ==, "department:\"工程维修部\" received:2026-10");
  g_assert_cmpstr (mark->brush, ==, "department:\"工程维修部\"");
  g_assert_cmpstr (mark->value_text, ==, "按时办结率: 93.2%\n目标: 90.0%\n上期: 90.0%");
  g_assert_null (bh_chart_get_mark (chart, 2)->filter);
  g_assert_cmpstr (bh_chart_get_mark (chart, 4)->value_text, ==, "按时办结率: 50.0%\n上期: 75.0%");
}

static void
test_table (void)
{
  g_autoptr (BhChart) chart = make_shares ();
  const BhChartTable *table = bh_chart_get_table (chart);
  g_autofree char *headings = g_strjoinv ("|", table->headings);
  g_autofree char *first = g_strjoinv ("|", g_ptr_array_index (table->rows, 0));
  g_autofree char *last = g_strjoinv ("|", g_ptr_array_index (table->rows, 4));

  g_assert_cmpuint (table->rows->len, ==, 5);
  g_assert_cmpstr (headings, ==, "部门|按时办结率|目标|上期");
  g_assert_cmpstr (first, ==, "工程维修部|93.2%|90.0%|90.0%");
  g_assert_cmpstr (last, ==, "外委:电梯维保单位|50.0%|–|75.0%");
}

/* Rows stand below one another, and each point of one is its mark's. */
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
      for (guint j = 1; j < 10; j++)
        g_assert_cmpint (bh_chart_hit (chart, area.x + area.width * j / 10,
                                       area.y + area.height * j / 10, width, height, style),
                         ==, (int) i);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (area.y, last.y + last.height, 1e-6);
      last = area;
    }
  g_assert_cmpint (bh_chart_hit (chart, width / 2, height - 0.5, width, height, style), ==, -1);
  g_assert_cmpint (bh_chart_hit (chart, width / 2, 1, width, height, style), ==, -1);
}

static void
test_hits (void)
{
  g_autoptr (BhChart) chart = make_shares ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  check_rows (chart, WIDTH, HEIGHT, style);
  check_rows (chart, 320, 240, style);
  style->text_scale = 2;
  check_rows (chart, WIDTH, 480, style);
  style->rtl = TRUE;
  check_rows (chart, WIDTH, 480, style);
}

/* The bars of a row follow one another without a gap, in proportion to their values. */
static void
test_stacked (void)
{
  g_autoptr (BhChart) chart = make_stacked ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea areas[N_GRADES];

  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, N_AGES * N_GRADES);
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->label, ==, "3 天以内 · 重要");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->value_text, ==, "重要: 32 件");
  g_assert_cmpstr (bh_chart_get_mark (chart, 1)->filter, ==, "grade:1 age:0");
  for (guint i = 0; i < N_GRADES; i++)
    g_assert_true (bh_chart_get_mark_area (chart, i, WIDTH, HEIGHT, style, &areas[i]));
  g_assert_cmpfloat_with_epsilon (areas[1].x, areas[0].x + areas[0].width, 1e-6);
  g_assert_cmpfloat_with_epsilon (areas[2].x, areas[1].x + areas[1].width, 1e-6);
  g_assert_cmpfloat_with_epsilon (areas[2].width / areas[1].width, 210.0 / 32, 1e-6);
  g_assert_cmpint (
      bh_chart_hit (chart, areas[1].x + areas[1].width / 2, areas[1].y + 1, WIDTH, HEIGHT, style),
      ==, 1);
  /* Nothing has no length to point at. */
  g_assert_false (bh_chart_get_mark_area (chart, 2 * N_GRADES, WIDTH, HEIGHT, style, &areas[0]));
}

static void
test_keys (void)
{
  g_autoptr (BhChart) rows = make_shares ();
  g_autoptr (BhChart) parts = make_stacked ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea area;

  g_assert_cmpint (bh_chart_move (rows, 0, BH_CHART_MOVE_DOWN), ==, 1);
  g_assert_cmpint (bh_chart_move (rows, 1, BH_CHART_MOVE_UP), ==, 0);
  g_assert_cmpint (bh_chart_move (rows, 0, BH_CHART_MOVE_UP), ==, 0);
  g_assert_cmpint (bh_chart_move (rows, 2, BH_CHART_MOVE_NEXT), ==, 3);
  g_assert_cmpint (bh_chart_move (rows, 4, BH_CHART_MOVE_NEXT), ==, 4);
  g_assert_cmpint (bh_chart_move (rows, 1, BH_CHART_MOVE_LAST), ==, 4);

  bh_chart_get_mark_area (parts, 0, WIDTH, HEIGHT, style, &area);
  g_assert_cmpint (bh_chart_move (parts, 1, BH_CHART_MOVE_DOWN), ==, 4);
  g_assert_cmpint (bh_chart_move (parts, 2, BH_CHART_MOVE_NEXT), ==, 3);
  /* Over the part that is nothing. */
  g_assert_cmpint (bh_chart_move (parts, 5, BH_CHART_MOVE_NEXT), ==, 7);
  g_assert_cmpint (bh_chart_move (parts, 3, BH_CHART_MOVE_DOWN), ==, 7);
}

/* What there is no room for cannot be pointed at, but stands in the table. */
static void
test_too_many (void)
{
  g_autoptr (BhChart) chart = make_many ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea area;
  guint n_shown = 0;

  for (guint i = 0; i < 40; i++)
    n_shown += bh_chart_get_mark_area (chart, i, WIDTH, HEIGHT, style, &area);
  g_assert_cmpuint (n_shown, >=, 10);
  g_assert_cmpuint (n_shown, <, 40);
  g_assert_cmpint (bh_chart_move (chart, 0, BH_CHART_MOVE_LAST), ==, (int) n_shown - 1);
  g_assert_cmpuint (bh_chart_get_table (chart)->rows->len, ==, 40);
  for (guint i = 0; i < 40; i++)
    g_assert_true (bh_chart_get_mark_area (chart, i, WIDTH, 1200, style, &area));
}

/* At the height that it asks for, all rows are there, up to one that is enough for any page. */
static void
test_wanted_height (void)
{
  g_autoptr (BhChart) few = make_shares ();
  g_autoptr (BhChart) many = make_many ();
  g_autoptr (BhChart) empty = make_empty ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  double height = bh_chart_get_wanted_height (few, WIDTH, style);
  BhChartArea area;

  g_assert_cmpfloat (height, <, HEIGHT);
  for (guint i = 0; i < bh_chart_get_n_marks (few); i++)
    g_assert_true (bh_chart_get_mark_area (few, i, WIDTH, height, style, &area));
  g_assert_cmpfloat (bh_chart_get_wanted_height (many, WIDTH, style), >, 2 * HEIGHT);
  g_assert_cmpfloat (bh_chart_get_wanted_height (empty, WIDTH, style), ==, 0);
  style->text_scale = 2;
  g_assert_cmpfloat_with_epsilon (bh_chart_get_wanted_height (few, WIDTH, style), 2 * height, 1e-6);
}

/* The longest text at the end of the longest bar is not cut at the edge. */
static void
test_edge (void)
{
  const double full[] = { 1, 1, 1, 1, 1 };
  const BhBarsSeries series = { "按时办结率", BH_CHART_ROLE_VALUE, full, flags, NULL };
  const BhBarsNotch target = { "目标", full };
  g_autoptr (BhChart) chart = bh_bars_chart_new (&(BhBarsData){ .title = "各部门",
                                                                .heading = "部门",
                                                                .numbers = BH_CHART_PERCENTS,
                                                                .items = departments,
                                                                .n_items = 5,
                                                                .series = &series,
                                                                .n_series = 1,
                                                                .target = &target });
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      cairo_surface_t *picture;

      style->rtl = rtl == 1;
      picture = bh_chart_render (chart, style, WIDTH, HEIGHT, 1);
      for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < 6; x++)
          {
            g_assert_cmpuint (bh_test_pictures_get_channel (picture, x, y, 0), ==, 255);
            g_assert_cmpuint (bh_test_pictures_get_channel (picture, WIDTH - 1 - x, y, 0), ==, 255);
          }
      cairo_surface_destroy (picture);
    }
}

static void
test_selection (void)
{
  g_autoptr (BhChart) chart = make_shares ();

  bh_test_pictures_check_selection (chart, 0, 1);
}

static void
test_empty (void)
{
  g_autoptr (BhChart) chart = make_empty ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea area;

  g_assert_true (bh_chart_is_empty (chart));
  g_assert_false (bh_chart_get_mark_area (chart, 0, WIDTH, HEIGHT, style, &area));
  g_assert_cmpint (bh_chart_hit (chart, WIDTH / 2, HEIGHT / 2, WIDTH, HEIGHT, style), ==, -1);
}

static void
test_any_size (void)
{
  static const double sizes[] = { 1, 7, 40, 120, 333, 1500 };
  BhChart *(*const makers[]) (void)
      = { make_shares, make_stacked, make_grouped, make_many, make_empty, make_diverging };
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
  { "bars-light", make_shares, BH_CHART_PALETTE_LIGHT },
  { "bars-dark", make_shares, BH_CHART_PALETTE_DARK },
  { "bars-mirrored", make_shares, BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT, .rtl = TRUE },
  { "bars-large", make_shares, BH_CHART_PALETTE_LIGHT, .text_scale = 2 },
  { "bars-diverging", make_diverging, BH_CHART_PALETTE_LIGHT },
  { "bars-stacked", make_stacked, BH_CHART_PALETTE_LIGHT },
  { "bars-grouped", make_grouped, BH_CHART_PALETTE_HIGH_CONTRAST_DARK },
  { "bars-many", make_many, BH_CHART_PALETTE_LIGHT },
  { "bars-empty", make_empty, BH_CHART_PALETTE_LIGHT },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bars-chart/marks", test_marks);
  g_test_add_func ("/bars-chart/table", test_table);
  g_test_add_func ("/bars-chart/hits", test_hits);
  g_test_add_func ("/bars-chart/stacked", test_stacked);
  g_test_add_func ("/bars-chart/keys", test_keys);
  g_test_add_func ("/bars-chart/too-many", test_too_many);
  g_test_add_func ("/bars-chart/wanted-height", test_wanted_height);
  g_test_add_func ("/bars-chart/edge", test_edge);
  g_test_add_func ("/bars-chart/selection", test_selection);
  g_test_add_func ("/bars-chart/empty", test_empty);
  g_test_add_func ("/bars-chart/any-size", test_any_size);
  bh_test_pictures_add ("/bars-chart", pictures, G_N_ELEMENTS (pictures));

  return g_test_run ();
}
