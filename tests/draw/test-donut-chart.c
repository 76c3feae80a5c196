/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-donut-chart.h"

#include "draw/bh-chart-file.h"
#include "draw/bh-test-charts.h"
#include "draw/bh-test-pictures.h"

#include <math.h>

#define WIDTH 640
#define HEIGHT 360

static const BhChartItem channels[] = {
  { "电话", NULL, NULL, "channel:phone", "channel:phone" },
  { "前台", NULL, NULL, "channel:desk", "channel:desk" },
  { "微信", NULL, NULL, "channel:wechat", "channel:wechat" },
  { "管家上门", NULL, NULL, NULL, NULL },
  { "12345 政务服务便民热线转办(含街道与社区)", NULL, NULL, NULL, NULL },
  { "巡查", NULL, NULL, NULL, NULL },
  { "邮件", NULL, NULL, NULL, NULL },
  { "信访", NULL, NULL, NULL, NULL },
  { "其他", NULL, NULL, NULL, NULL },
  { "媒体", NULL, NULL, NULL, NULL },
};

static BhChart *
make_donut (const double *values, guint n, const BhChartItem *rest)
{
  const BhDonutData data = {
    .title = "受理渠道",
    .subtitle = "投诉 · 2026年10月",
    .heading = "渠道",
    .empty_text = "这段时间没有受理工单",
    .numbers = BH_CHART_COUNTS,
    .unit = "件",
    .items = channels,
    .values = values,
    .n_items = n,
    .rest = rest,
  };

  return bh_donut_chart_new (&data);
}

static BhChart *
make_five (void)
{
  const double values[] = { 500, 250, 125, 100, 25 };

  return make_donut (values, G_N_ELEMENTS (values), NULL);
}

static BhChart *
make_ten (void)
{
  const double values[] = { 612, 310, 204, 98, 61, 44, 12, 3, 2, 1 };
  const BhChartItem rest = { .label = "其余渠道", .filter = "channel:mail,other,media" };

  return make_donut (values, G_N_ELEMENTS (values), &rest);
}

/* One has all, another nothing at all. */
static BhChart *
make_one (void)
{
  const double values[] = { 1234567, 0 };

  return make_donut (values, G_N_ELEMENTS (values), NULL);
}

static BhChart *
make_empty (void)
{
  const double values[] = { 0, 0, NAN };

  return make_donut (values, G_N_ELEMENTS (values), NULL);
}

static void
test_marks (void)
{
  g_autoptr (BhChart) chart = make_five ();
  g_autoptr (BhChart) ten = make_ten ();
  const BhChartMark *rest = bh_chart_get_mark (ten, 7);

  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 5);
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->label, ==, "电话");
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->value_text, ==, "500 件 (50.0%)");
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->filter, ==, "channel:phone");
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->brush, ==, "channel:phone");
  /* Ten cannot be told apart: seven, and one for the others. */
  g_assert_cmpuint (bh_chart_get_n_marks (ten), ==, BH_DONUT_PARTS);
  g_assert_cmpstr (rest->label, ==, "其余渠道");
  g_assert_cmpstr (rest->value_text, ==, "6 件 (0.4%)");
  g_assert_cmpstr (rest->filter, ==, "channel:mail,other,media");
}

static void
test_table (void)
{
  g_autoptr (BhChart) chart = make_ten ();
  const BhChartTable *table = bh_chart_get_table (chart);
  g_autofree char *first = g_strjoinv ("|", g_ptr_array_index (table->rows, 0));
  g_autofree char *last = g_strjoinv ("|", g_ptr_array_index (table->rows, 9));

  g_assert_cmpuint (table->rows->len, ==, 10);
  g_assert_cmpstr (table->headings[0], ==, "渠道");
  g_assert_cmpstr (table->headings[1], ==, "件");
  g_assert_cmpstr (first, ==, "电话|612|45.4%");
  g_assert_cmpstr (last, ==, "媒体|1|0.1%");
}

static void
check_rows (BhChart *chart, double width, double height, const BhChartStyle *style)
{
  BhChartArea area;

  for (guint i = 0; i < bh_chart_get_n_marks (chart); i++)
    {
      g_assert_true (bh_chart_get_mark_area (chart, i, width, height, style, &area));
      g_assert_cmpfloat (area.x, >=, 0);
      g_assert_cmpfloat (area.x + area.width, <=, width);
      g_assert_cmpfloat (area.y, >=, 0);
      g_assert_cmpfloat (area.y + area.height, <=, height);
      g_assert_cmpint (bh_chart_hit (chart, area.x + area.width / 2, area.y + area.height / 2,
                                     width, height, style),
                       ==, (int) i);
    }
}

static void
test_hits (void)
{
  g_autoptr (BhChart) chart = make_five ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  check_rows (chart, WIDTH, HEIGHT, style);
  check_rows (chart, 300, 360, style);
  style->rtl = TRUE;
  check_rows (chart, WIDTH, HEIGHT, style);
  style->text_scale = 2;
  check_rows (chart, WIDTH, HEIGHT, style);
}

/* Half of the ring is the first one's, from the top with the clock; in its hole is nothing. */
static void
test_ring (void)
{
  g_autoptr (BhChart) chart = make_five ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea list;
  guint counts[5] = { 0 }, all = 0;

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      style->rtl = rtl == 1;
      memset (counts, 0, sizeof counts);
      all = 0;
      g_assert_true (bh_chart_get_mark_area (chart, 0, WIDTH, HEIGHT, style, &list));
      for (int y = 0; y < HEIGHT; y++)
        for (int x = rtl ? (int) (list.x + list.width) + 1 : 0; x < (rtl ? WIDTH : (int) list.x);
             x++)
          {
            int hit = bh_chart_hit (chart, x, y, WIDTH, HEIGHT, style);

            if (hit < 0)
              continue;
            counts[hit]++;
            all++;
          }
      g_assert_cmpuint (all, >, 10000);
      g_assert_cmpfloat_with_epsilon ((double) counts[0] / all, 0.5, 0.01);
      g_assert_cmpfloat_with_epsilon ((double) counts[1] / all, 0.25, 0.01);
      g_assert_cmpfloat_with_epsilon ((double) counts[4] / all, 0.025, 0.01);
    }
}

static void
test_keys (void)
{
  g_autoptr (BhChart) chart = make_five ();

  g_assert_cmpint (bh_chart_move (chart, 0, BH_CHART_MOVE_DOWN), ==, 1);
  g_assert_cmpint (bh_chart_move (chart, 1, BH_CHART_MOVE_UP), ==, 0);
  g_assert_cmpint (bh_chart_move (chart, 1, BH_CHART_MOVE_NEXT), ==, 2);
  g_assert_cmpint (bh_chart_move (chart, 4, BH_CHART_MOVE_NEXT), ==, 4);
  g_assert_cmpint (bh_chart_move (chart, 4, BH_CHART_MOVE_FIRST), ==, 0);
}

/* What is pointed at shows in the ring, too. */
static void
test_cursor (void)
{
  g_autoptr (BhChart) chart = make_five ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  cairo_surface_t *plain = bh_chart_render (chart, style, WIDTH, HEIGHT, 1);
  cairo_surface_t *marked = bh_chart_render (chart, style, WIDTH, HEIGHT, 1);
  cairo_t *cr = cairo_create (marked);
  BhChartArea list;
  guint n_ring = 0, n_list = 0;

  bh_chart_draw_cursor (chart, cr, 1, TRUE, WIDTH, HEIGHT, style);
  cairo_destroy (cr);
  cairo_surface_flush (marked);
  g_assert_true (bh_chart_get_mark_area (chart, 1, WIDTH, HEIGHT, style, &list));
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (bh_test_pictures_get_channel (plain, x, y, 0)
          != bh_test_pictures_get_channel (marked, x, y, 0))
        {
          if (x < list.x - 2)
            n_ring++;
          else
            n_list++;
        }
  g_assert_cmpuint (n_ring, >, 200);
  g_assert_cmpuint (n_list, >, 500);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (marked);
}

static void
test_selection (void)
{
  g_autoptr (BhChart) chart = make_five ();

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
  g_assert_cmpint (bh_chart_hit (chart, 100, 200, WIDTH, HEIGHT, style), ==, -1);
}

static void
test_any_size (void)
{
  static const double sizes[] = { 1, 7, 40, 120, 333, 1500 };
  BhChart *(*const makers[]) (void) = { make_five, make_ten, make_one, make_empty };
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
  { "donut-light", make_five, BH_CHART_PALETTE_LIGHT },
  { "donut-ten", make_ten, BH_CHART_PALETTE_LIGHT },
  { "donut-dark", make_ten, BH_CHART_PALETTE_DARK },
  { "donut-contrast", make_ten, BH_CHART_PALETTE_HIGH_CONTRAST_DARK },
  { "donut-mirrored", make_five, BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT, .rtl = TRUE },
  { "donut-large", make_ten, BH_CHART_PALETTE_LIGHT, .text_scale = 2 },
  { "donut-one", make_one, BH_CHART_PALETTE_LIGHT },
  { "donut-narrow", make_ten, BH_CHART_PALETTE_LIGHT, .width = 260, .height = 400 },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/donut-chart/marks", test_marks);
  g_test_add_func ("/donut-chart/table", test_table);
  g_test_add_func ("/donut-chart/hits", test_hits);
  g_test_add_func ("/donut-chart/ring", test_ring);
  g_test_add_func ("/donut-chart/keys", test_keys);
  g_test_add_func ("/donut-chart/cursor", test_cursor);
  g_test_add_func ("/donut-chart/selection", test_selection);
  g_test_add_func ("/donut-chart/empty", test_empty);
  g_test_add_func ("/donut-chart/any-size", test_any_size);
  bh_test_pictures_add ("/donut-chart", pictures, G_N_ELEMENTS (pictures));

  return g_test_run ();
}
