/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-heat-chart.h"

#include "draw/bh-chart-file.h"
#include "draw/bh-test-charts.h"
#include "draw/bh-test-pictures.h"

#include <math.h>

#define WIDTH 640
#define HEIGHT 360
#define N_DAYS 7
#define N_HOURS 24

static const char *const days[N_DAYS] = { "周一", "周二", "周三", "周四", "周五", "周六", "周日" };

/* As many in each hour of the week as a property office gets. */
static double
count_of (guint day, guint hour)
{
  if (hour < 7)
    return hour == 0 && day == 4 ? 1 : 0;

  return (hour * 7 + day * 5) % 13 + (hour >= 8 && hour <= 10 ? 12 : 0) + (day >= 5 ? 4 : 0);
}

static BhChart *
make_week_times (double factor)
{
  char hours[N_HOURS][16], labels[N_HOURS][16], filters[N_DAYS * N_HOURS][32];
  BhChartItem rows[N_DAYS] = { { NULL } }, columns[N_HOURS] = { { NULL } };
  BhHeatCell cells[N_DAYS * N_HOURS] = { { 0 } };
  const BhHeatData data = {
    .title = "受理时间分布",
    .subtitle = "投诉 · 2026年10月",
    .row_heading = "星期",
    .column_heading = "时",
    .empty_text = "这段时间没有受理工单",
    .numbers = BH_CHART_COUNTS,
    .unit = "件",
    .rows = rows,
    .n_rows = N_DAYS,
    .columns = columns,
    .n_columns = N_HOURS,
    .cells = cells,
    .has_sums = TRUE,
  };

  for (guint hour = 0; hour < N_HOURS; hour++)
    {
      g_snprintf (hours[hour], sizeof hours[hour], "%u", hour);
      g_snprintf (labels[hour], sizeof labels[hour], "%u–%u 时", hour, hour + 1);
      columns[hour].label = labels[hour];
      columns[hour].tick = hours[hour];
    }
  for (guint day = 0; day < N_DAYS; day++)
    {
      rows[day] = (BhChartItem){ .label = days[day], .filter = "weekday:1", .brush = "weekday:1" };
      for (guint hour = 0; hour < N_HOURS; hour++)
        {
          guint i = day * N_HOURS + hour;

          g_snprintf (filters[i], sizeof filters[i], "weekday:%u hour:%u", day + 1, hour);
          cells[i].value = floor (count_of (day, hour) * factor);
          cells[i].item.filter = filters[i];
          cells[i].item.brush = filters[i];
        }
    }

  return bh_heat_chart_new (&data);
}

static BhChart *
make_week (void)
{
  return make_week_times (1);
}

static BhChart *
make_huge (void)
{
  return make_week_times (12345);
}

static BhChart *
make_empty (void)
{
  return make_week_times (0);
}

#define N_BUILDINGS 6
#define N_CATEGORIES 9

/* Long names on both sides, shares, cells without a value and one that cannot be. */
static BhChart *
make_shares (void)
{
  static const char *const categories[N_CATEGORIES]
      = { "电梯故障", "公共区域卫生", "停车管理", "噪音扰民", "外墙渗水导致室内墙面发霉",
          "门禁系统", "绿化养护",     "费用争议", "公共照明" };
  static const char *const buildings[N_BUILDINGS]
      = { "1栋", "2栋", "3栋", "商业街(一期临街商铺及地下停车场)", "5栋", "6栋" };
  BhChartItem rows[N_BUILDINGS] = { { NULL } }, columns[N_CATEGORIES] = { { NULL } };
  BhHeatCell cells[N_BUILDINGS * N_CATEGORIES] = { { 0 } };
  const BhHeatData data = {
    .title = "楼栋与分类:按时办结率",
    .row_heading = "楼栋",
    .column_heading = "分类",
    .numbers = BH_CHART_PERCENTS,
    .rows = rows,
    .n_rows = N_BUILDINGS,
    .columns = columns,
    .n_columns = N_CATEGORIES,
    .cells = cells,
  };

  for (guint i = 0; i < N_CATEGORIES; i++)
    columns[i].label = categories[i];
  for (guint i = 0; i < N_BUILDINGS; i++)
    rows[i].label = buildings[i];
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i].value = i % 11 == 5 ? NAN : 0.55 + (i * 17 % 46) / 100.0;
  cells[20].missing = TRUE;

  return bh_heat_chart_new (&data);
}

static void
test_marks (void)
{
  g_autoptr (BhChart) chart = make_week ();
  g_autoptr (BhChart) shares = make_shares ();
  const BhChartMark *mark = bh_chart_get_mark (chart, 9);
  const BhChartMark *sum = bh_chart_get_mark (chart, N_HOURS);

  /* Every cell, a sum for each row and column, and that of all. */
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, (N_DAYS + 1) * (N_HOURS + 1));
  g_assert_cmpstr (mark->label, ==, "周一 · 9–10 时");
  g_assert_cmpstr (mark->value_text, ==, "23 件");
  g_assert_cmpstr (mark->filter, ==, "weekday:1 hour:9");
  g_assert_cmpstr (mark->brush, ==, "weekday:1 hour:9");
  g_assert_cmpstr (sum->label, ==, "周一");
  g_assert_cmpstr (sum->filter, ==, "weekday:1");
  /* Without sums, and without the one that is missing. */
  g_assert_cmpuint (bh_chart_get_n_marks (shares), ==, N_BUILDINGS * N_CATEGORIES - 1);
}

/* The sums of the table are the sums of its cells. */
static void
test_table (void)
{
  g_autoptr (BhChart) chart = make_week ();
  const BhChartTable *table = bh_chart_get_table (chart);
  guint64 all = 0;
  char **last = g_ptr_array_index (table->rows, N_DAYS);
  g_autofree char *expected = NULL;

  g_assert_cmpuint (g_strv_length (table->headings), ==, N_HOURS + 2);
  g_assert_cmpstr (table->headings[0], ==, "星期 / 时");
  g_assert_cmpstr (table->headings[10], ==, "9–10 时");
  g_assert_cmpuint (table->rows->len, ==, N_DAYS + 1);
  for (guint day = 0; day < N_DAYS; day++)
    {
      char **row = g_ptr_array_index (table->rows, day);
      guint64 sum = 0;

      g_assert_cmpstr (row[0], ==, days[day]);
      for (guint hour = 0; hour < N_HOURS; hour++)
        sum += g_ascii_strtoull (row[hour + 1], NULL, 10);
      g_assert_cmpuint (g_ascii_strtoull (row[N_HOURS + 1], NULL, 10), ==, sum);
      all += sum;
    }
  g_assert_cmpuint (all, >, 1000);
  expected = bh_chart_number_dup_text (BH_CHART_COUNTS, (double) all, 0);
  g_assert_cmpstr (last[N_HOURS + 1], ==, expected);
}

/* The cells are side by side and one below the other, and each point of one is its own. */
static void
check_cells (BhChart *chart, double width, double height, const BhChartStyle *style)
{
  BhChartArea area, right, below;

  for (guint day = 0; day < N_DAYS; day++)
    for (guint hour = 0; hour < N_HOURS; hour++)
      {
        guint i = day * (N_HOURS + 1) + hour;

        g_assert_true (bh_chart_get_mark_area (chart, i, width, height, style, &area));
        g_assert_cmpfloat (area.x, >=, 0);
        g_assert_cmpfloat (area.x + area.width, <=, width);
        g_assert_cmpfloat (area.y + area.height, <=, height);
        g_assert_cmpint (bh_chart_hit (chart, area.x + area.width / 2, area.y + area.height / 2,
                                       width, height, style),
                         ==, (int) i);
        if (hour + 1 < N_HOURS)
          {
            g_assert_true (bh_chart_get_mark_area (chart, i + 1, width, height, style, &right));
            g_assert_cmpfloat_with_epsilon (right.x - area.x, style->rtl ? -area.width : area.width,
                                            1e-6);
          }
        if (day + 1 < N_DAYS)
          {
            g_assert_true (
                bh_chart_get_mark_area (chart, i + N_HOURS + 1, width, height, style, &below));
            g_assert_cmpfloat_with_epsilon (below.y, area.y + area.height, 1e-6);
          }
      }
  g_assert_cmpint (bh_chart_hit (chart, 1, height / 2, width, height, style), ==, -1);
}

static void
test_hits (void)
{
  g_autoptr (BhChart) chart = make_week ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  check_cells (chart, WIDTH, HEIGHT, style);
  check_cells (chart, 320, 260, style);
  style->rtl = TRUE;
  check_cells (chart, WIDTH, HEIGHT, style);
  style->text_scale = 2;
  check_cells (chart, WIDTH, 560, style);
}

static void
test_keys (void)
{
  g_autoptr (BhChart) chart = make_week ();
  guint row = N_HOURS + 1, last = bh_chart_get_n_marks (chart) - 1;

  g_assert_cmpint (bh_chart_move (chart, 9, BH_CHART_MOVE_DOWN), ==, (int) row + 9);
  g_assert_cmpint (bh_chart_move (chart, row + 9, BH_CHART_MOVE_UP), ==, 9);
  g_assert_cmpint (bh_chart_move (chart, 9, BH_CHART_MOVE_UP), ==, 9);
  g_assert_cmpint (bh_chart_move (chart, 9, BH_CHART_MOVE_NEXT), ==, 10);
  g_assert_cmpint (bh_chart_move (chart, N_HOURS - 1, BH_CHART_MOVE_NEXT), ==, N_HOURS);
  /* From the last row to the sums below it, from these to that of all. */
  g_assert_cmpint (bh_chart_move (chart, 6 * row + 9, BH_CHART_MOVE_DOWN), ==, (int) (7 * row + 9));
  g_assert_cmpint (bh_chart_move (chart, 6 * row + N_HOURS, BH_CHART_MOVE_DOWN), ==, (int) last);
  g_assert_cmpint (bh_chart_move (chart, 0, BH_CHART_MOVE_LAST), ==, (int) last);
}

/* What is missing is walked around. */
static void
test_missing (void)
{
  g_autoptr (BhChart) chart = make_shares ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea left, right;

  g_assert_true (bh_chart_get_mark_area (chart, 19, WIDTH, HEIGHT, style, &left));
  g_assert_true (bh_chart_get_mark_area (chart, 20, WIDTH, HEIGHT, style, &right));
  g_assert_cmpfloat_with_epsilon (right.x - left.x, 2 * left.width, 1e-6);
  g_assert_cmpint (bh_chart_hit (chart, (left.x + left.width + right.x) / 2,
                                 left.y + left.height / 2, WIDTH, HEIGHT, style),
                   ==, -1);
  g_assert_cmpint (bh_chart_move (chart, 11, BH_CHART_MOVE_DOWN), ==, 19);
  g_assert_cmpstr (bh_chart_get_mark (chart, 5)->value_text, ==, "–");
}

static void
test_wanted_height (void)
{
  g_autoptr (BhChart) chart = make_shares ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  double height = bh_chart_get_wanted_height (chart, WIDTH, style);
  BhChartArea area;

  for (guint i = 0; i < bh_chart_get_n_marks (chart); i++)
    {
      g_assert_true (bh_chart_get_mark_area (chart, i, WIDTH, height, style, &area));
      g_assert_cmpfloat (area.height, >, bh_chart_style_get_em (style));
    }
}

static void
test_selection (void)
{
  g_autoptr (BhChart) chart = make_week ();

  bh_test_pictures_check_selection (chart, 9, 10);
}

static void
test_empty (void)
{
  g_autoptr (BhChart) chart = make_empty ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea area;

  g_assert_true (bh_chart_is_empty (chart));
  g_assert_false (bh_chart_get_mark_area (chart, 0, WIDTH, HEIGHT, style, &area));
}

static void
test_any_size (void)
{
  static const double sizes[] = { 1, 7, 40, 120, 333, 1500 };
  BhChart *(*const makers[]) (void) = { make_week, make_shares, make_huge, make_empty };
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
  { "heat-light", make_week, BH_CHART_PALETTE_LIGHT },
  { "heat-dark", make_week, BH_CHART_PALETTE_DARK },
  { "heat-mirrored", make_week, BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT, .rtl = TRUE },
  { "heat-large", make_week, BH_CHART_PALETTE_LIGHT, .text_scale = 2 },
  { "heat-huge", make_huge, BH_CHART_PALETTE_LIGHT },
  { "heat-shares", make_shares, BH_CHART_PALETTE_LIGHT },
  { "heat-shares-dark", make_shares, BH_CHART_PALETTE_HIGH_CONTRAST_DARK },
  { "heat-small", make_week, BH_CHART_PALETTE_LIGHT, .width = 320, .height = 240 },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heat-chart/marks", test_marks);
  g_test_add_func ("/heat-chart/table", test_table);
  g_test_add_func ("/heat-chart/hits", test_hits);
  g_test_add_func ("/heat-chart/keys", test_keys);
  g_test_add_func ("/heat-chart/missing", test_missing);
  g_test_add_func ("/heat-chart/wanted-height", test_wanted_height);
  g_test_add_func ("/heat-chart/selection", test_selection);
  g_test_add_func ("/heat-chart/empty", test_empty);
  g_test_add_func ("/heat-chart/any-size", test_any_size);
  bh_test_pictures_add ("/heat-chart", pictures, G_N_ELEMENTS (pictures));

  return g_test_run ();
}
