/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-board-chart.h"

#include "draw/bh-chart-file.h"
#include "draw/bh-test-charts.h"
#include "draw/bh-test-pictures.h"

#include <math.h>

#define WIDTH 640
#define HEIGHT 360
#define MOST_FLOORS 33
#define MOST_ROOMS 12

static char floor_names[MOST_FLOORS][8];
static char room_names[MOST_ROOMS][8];

/* Few rooms have anything, one has much. */
static double
count_of (guint building, guint floor, guint room)
{
  guint chance = (building * 131 + floor * 71 + room * 37) % 97;

  if (floor == 3 && room == 1)
    return 24 - building;

  return chance < 12 ? chance % 4 + 1 : 0;
}

static BhHeatCell *
make_cells (guint building, guint n_floors, guint n_rooms)
{
  BhHeatCell *cells = g_new0 (BhHeatCell, n_floors * n_rooms);

  for (guint floor = 0; floor < n_floors; floor++)
    for (guint room = 0; room < n_rooms; room++)
      {
        BhHeatCell *cell = &cells[floor * n_rooms + room];

        cell->value = count_of (building, floor, room);
        cell->item.filter = "place:\"3栋\"";
        /* A way through the house where there are no rooms. */
        cell->missing = floor == n_floors - 1 && room > 0 && room < n_rooms - 1;
      }

  return cells;
}

/* @sizes: floors and rooms of each building */
static BhChart *
make_board (const guint (*sizes)[2], guint n)
{
  g_autofree BhBoardBuilding *buildings = g_new0 (BhBoardBuilding, n);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *floors[MOST_FLOORS], *rooms[MOST_ROOMS];
  BhBoardData data = {
    .title = "楼栋房间分布",
    .subtitle = "投诉 · 2026年10月",
    .empty_text = "这段时间没有受理工单",
    .numbers = BH_CHART_COUNTS,
    .unit = "件",
    .buildings = buildings,
    .n_buildings = n,
  };

  for (guint i = 0; i < MOST_FLOORS; i++)
    {
      g_snprintf (floor_names[i], sizeof floor_names[i], "%uF", MOST_FLOORS - i);
      floors[i] = floor_names[i];
    }
  for (guint i = 0; i < MOST_ROOMS; i++)
    {
      g_snprintf (room_names[i], sizeof room_names[i], "%02u", i + 1);
      rooms[i] = room_names[i];
    }
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("%u栋", i + 1));
      g_ptr_array_add (cells, make_cells (i, sizes[i][0], sizes[i][1]));
      buildings[i].item.label = g_ptr_array_index (names, i);
      buildings[i].item.filter = "building:1";
      buildings[i].floors = floors + MOST_FLOORS - sizes[i][0];
      buildings[i].n_floors = sizes[i][0];
      buildings[i].rooms = rooms;
      buildings[i].n_rooms = sizes[i][1];
      buildings[i].cells = g_ptr_array_index (cells, i);
    }

  return bh_board_chart_new (&data);
}

static BhChart *
make_one (void)
{
  static const guint sizes[][2] = { { 18, 4 } };

  return make_board (sizes, G_N_ELEMENTS (sizes));
}

static BhChart *
make_low (void)
{
  static const guint sizes[][2] = { { 6, 6 }, { 6, 8 } };

  return make_board (sizes, G_N_ELEMENTS (sizes));
}

static BhChart *
make_several (void)
{
  static const guint sizes[][2]
      = { { 30, 8 }, { 30, 8 }, { 18, 4 }, { 6, 6 }, { 30, 8 }, { 11, 4 } };

  return make_board (sizes, G_N_ELEMENTS (sizes));
}

/* More than one can go through: the last are only counted. */
static BhChart *
make_estate (void)
{
  guint sizes[25][2];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      sizes[i][0] = 30;
      sizes[i][1] = 8;
    }

  return make_board (sizes, G_N_ELEMENTS (sizes));
}

static BhChart *
make_empty (void)
{
  const BhBoardData data = { .title = "楼栋房间分布",
                             .empty_text = "这段时间没有受理工单",
                             .numbers = BH_CHART_COUNTS };

  return bh_board_chart_new (&data);
}

static void
test_marks (void)
{
  g_autoptr (BhChart) chart = make_one ();
  const BhChartTable *table = bh_chart_get_table (chart);
  guint n_with = 0;
  double sum = 0;

  for (guint floor = 0; floor < 18; floor++)
    for (guint room = 0; room < 4; room++)
      if (floor < 17 || room == 0 || room == 3)
        {
          n_with += count_of (0, floor, room) > 0;
          sum += count_of (0, floor, room);
        }
  /* The building, and its rooms but for two that are not there. */
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 1 + 18 * 4 - 2);
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->label, ==, "1栋");
  g_assert_cmpstr (bh_chart_get_mark (chart, 0)->filter, ==, "building:1");
  g_assert_cmpstr (bh_chart_get_mark (chart, 14)->label, ==, "1栋 · 15F · 02");
  g_assert_cmpstr (bh_chart_get_mark (chart, 14)->value_text, ==, "24 件");
  g_assert_cmpuint (table->rows->len, ==, 1 + n_with);
  g_assert_cmpfloat (g_ascii_strtod (((char **) g_ptr_array_index (table->rows, 0))[1], NULL), ==,
                     sum);
}

/* All rooms of all buildings lie in the picture, and none upon another. */
static void
check_cells (BhChart *chart, double width, double height, const BhChartStyle *style)
{
  BhChartArea area;

  for (guint i = 0; i < bh_chart_get_n_marks (chart); i++)
    {
      g_assert_true (bh_chart_get_mark_area (chart, i, width, height, style, &area));
      g_assert_cmpfloat (area.x, >=, 0);
      g_assert_cmpfloat (area.x + area.width, <=, width);
      g_assert_cmpfloat (area.y, >=, 0);
      g_assert_cmpfloat (area.y + area.height, <=, height);
      g_assert_cmpfloat (area.height, >=, 3);
      g_assert_cmpint (bh_chart_hit (chart, area.x + area.width / 2, area.y + area.height / 2,
                                     width, height, style),
                       ==, (int) i);
    }
}

static void
test_hits (void)
{
  g_autoptr (BhChart) one = make_one ();
  g_autoptr (BhChart) several = make_several ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();

  check_cells (one, WIDTH, HEIGHT, style);
  check_cells (several, 900, 420, style);
  style->rtl = TRUE;
  check_cells (one, WIDTH, HEIGHT, style);
  check_cells (several, 900, 420, style);
  style->text_scale = 2;
  check_cells (one, WIDTH, 500, style);
}

static void
test_keys (void)
{
  g_autoptr (BhChart) chart = make_low ();
  guint second = 1 + 6 * 6 - 4;

  /* From the heading into the building, along its floors and down. */
  g_assert_cmpint (bh_chart_move (chart, 0, BH_CHART_MOVE_DOWN), ==, 1);
  g_assert_cmpint (bh_chart_move (chart, 1, BH_CHART_MOVE_NEXT), ==, 2);
  g_assert_cmpint (bh_chart_move (chart, 2, BH_CHART_MOVE_DOWN), ==, 8);
  g_assert_cmpint (bh_chart_move (chart, 8, BH_CHART_MOVE_UP), ==, 2);
  /* On the ground floor there are two rooms; below it comes the next building. */
  g_assert_cmpint (bh_chart_move (chart, 26, BH_CHART_MOVE_DOWN), ==, 31);
  g_assert_cmpint (bh_chart_move (chart, 32, BH_CHART_MOVE_DOWN), ==, (int) second);
  g_assert_cmpint (bh_chart_move (chart, 32, BH_CHART_MOVE_NEXT), ==, (int) second);
}

/* What there is no room for has no area, and keys go around it. */
static void
test_too_many (void)
{
  g_autoptr (BhChart) chart = make_estate ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  BhChartArea area;
  guint n = bh_chart_get_n_marks (chart), n_shown = 0;

  g_assert_cmpuint (n, <=, BH_BOARD_CELLS + 25);
  g_assert_cmpuint (n, >, BH_BOARD_CELLS / 2);
  for (guint i = 0; i < n; i++)
    n_shown += bh_chart_get_mark_area (chart, i, 400, 240, style, &area);
  g_assert_cmpuint (n_shown, >, 200);
  g_assert_cmpuint (n_shown, <, n);
  g_assert_cmpint (bh_chart_move (chart, 0, BH_CHART_MOVE_LAST), ==, (int) n_shown - 1);
}

/* At the height that it asks for, rooms can be read; no page needs to be endless for it. */
static void
test_wanted_height (void)
{
  g_autoptr (BhChart) one = make_one ();
  g_autoptr (BhChart) several = make_several ();
  g_autoptr (BhChart) estate = make_estate ();
  g_autoptr (BhChartStyle) style = bh_chart_style_new ();
  double em = bh_chart_style_get_em (style);
  double height = bh_chart_get_wanted_height (one, WIDTH, style);
  BhChartArea area;

  for (guint i = 0; i < bh_chart_get_n_marks (one); i++)
    {
      g_assert_true (bh_chart_get_mark_area (one, i, WIDTH, height, style, &area));
      g_assert_cmpfloat (area.height, >, em);
    }
  /* The wider, the lower. */
  g_assert_cmpfloat (bh_chart_get_wanted_height (several, 1600, style), <,
                     bh_chart_get_wanted_height (several, 500, style));
  g_assert_cmpfloat (bh_chart_get_wanted_height (estate, WIDTH, style), <=, 70 * em);
}

static void
test_selection (void)
{
  g_autoptr (BhChart) chart = make_one ();

  bh_test_pictures_check_selection (chart, 14, 1);
}

static void
test_empty (void)
{
  g_autoptr (BhChart) chart = make_empty ();

  g_assert_true (bh_chart_is_empty (chart));
  g_assert_cmpuint (bh_chart_get_n_marks (chart), ==, 0);
}

static void
test_any_size (void)
{
  static const double sizes[] = { 1, 7, 40, 120, 333, 1500 };
  BhChart *(*const makers[]) (void) = { make_one, make_several, make_empty };
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
  { "board-light", make_one, BH_CHART_PALETTE_LIGHT },
  { "board-low", make_low, BH_CHART_PALETTE_DARK },
  { "board-several", make_several, BH_CHART_PALETTE_LIGHT, .width = 900, .height = 420 },
  { "board-mirrored", make_several, BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT, .rtl = TRUE },
  { "board-large", make_low, BH_CHART_PALETTE_LIGHT, .text_scale = 2 },
  { "board-estate", make_estate, BH_CHART_PALETTE_HIGH_CONTRAST_DARK },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-chart/marks", test_marks);
  g_test_add_func ("/board-chart/hits", test_hits);
  g_test_add_func ("/board-chart/keys", test_keys);
  g_test_add_func ("/board-chart/too-many", test_too_many);
  g_test_add_func ("/board-chart/wanted-height", test_wanted_height);
  g_test_add_func ("/board-chart/selection", test_selection);
  g_test_add_func ("/board-chart/empty", test_empty);
  g_test_add_func ("/board-chart/any-size", test_any_size);
  bh_test_pictures_add ("/board-chart", pictures, G_N_ELEMENTS (pictures));

  return g_test_run ();
}
