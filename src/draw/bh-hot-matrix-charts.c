/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-i18n.h"
#include "draw/bh-board-chart.h"
#include "draw/bh-heat-chart.h"
#include "draw/bh-hot-charts.h"
#include "insight/bh-chessboard.h"
#include "insight/bh-hot-matrix.h"

/* Buildings that stand side by side in a chart of several. */
#define SEVERAL_BUILDINGS 6

const BhChartVariant bh_hot_level_variants[] = {
  { "top", NC_ ("chart", "Groups of categories") },
  { "leaf", NC_ ("chart", "Categories") },
  { NULL, NULL },
};

const BhChartVariant bh_hot_board_variants[] = {
  { "busiest", NC_ ("chart", "The building with the most tickets") },
  { "several", NC_ ("chart", "Several buildings") },
  { NULL, NULL },
};

/* @text: (transfer full) (nullable) */
static const char *
keep (GPtrArray *texts, char *text)
{
  if (text != NULL)
    g_ptr_array_add (texts, text);

  return text;
}

static void
fill_edge (BhChartItem *item, const BhHotLine *line, const BhHotMatrix *matrix, GPtrArray *texts)
{
  item->label = line->name;
  item->value_text
      = keep (texts, bh_hot_chart_dup_value (line->count, line->repeats, matrix->total));
  item->filter = keep (texts, bh_hot_line_dup_filter (line, matrix->base, NULL));
  item->brush = keep (texts, bh_hot_line_dup_brush (line));
}

static BhChart *
make_matrix_chart (const BhHotMatrix *matrix, BhHeatData *data)
{
  guint n_rows = matrix->rows->len, n_columns = matrix->columns->len;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree BhChartItem *rows = g_new0 (BhChartItem, MAX (1, n_rows));
  g_autofree BhChartItem *columns = g_new0 (BhChartItem, MAX (1, n_columns));
  g_autofree BhHeatCell *cells = g_new0 (BhHeatCell, MAX (1, n_rows * n_columns));

  for (guint r = 0; r < n_rows; r++)
    fill_edge (&rows[r], g_ptr_array_index (matrix->rows, r), matrix, texts);
  for (guint c = 0; c < n_columns; c++)
    fill_edge (&columns[c], g_ptr_array_index (matrix->columns, c), matrix, texts);
  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      cells[i].value = (double) matrix->counts[i];
      cells[i].item.filter
          = keep (texts, bh_hot_matrix_dup_filter (matrix, i / n_columns, i % n_columns));
      cells[i].item.brush
          = keep (texts, bh_hot_matrix_dup_brush (matrix, i / n_columns, i % n_columns));
    }
  data->numbers = BH_CHART_COUNTS;
  data->unit = C_ ("chart", "tickets");
  data->rows = rows;
  data->n_rows = n_rows;
  data->columns = columns;
  data->n_columns = n_columns;
  data->cells = cells;
  data->has_sums = TRUE;

  return bh_heat_chart_new (data);
}

BhChart *
bh_hot_chart_make_hours (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  g_autoptr (BhHotMatrix) matrix
      = bh_hot_hours_compute (insight, &question->period, question->filter, error);
  g_autofree char *subtitle = NULL;
  BhHeatData data = { .title = C_ ("chart", "When tickets come"),
                      .row_heading = C_ ("chart", "Weekday"),
                      .column_heading = C_ ("chart", "Hour"),
                      .empty_text = _ ("No tickets were received in this period.") };

  if (matrix == NULL)
    return NULL;

  subtitle = bh_hot_chart_dup_subtitle (bh_insight_get_office (insight), matrix->scope,
                                        &matrix->period, matrix->total, NULL);
  data.subtitle = subtitle;

  return make_matrix_chart (matrix, &data);
}

/* Translated. @n: tickets that stand in no row. Returns: (transfer full) (nullable) */
static char *
dup_outside (gint64 n)
{
  g_autofree char *count = bh_chart_value_dup_text (BH_CHART_COUNTS, (double) n);

  if (n == 0)
    return NULL;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s more is about no building",
                                       "%s more are about no building", (gulong) n),
                          count);
}

BhChart *
bh_hot_chart_make_buildings (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  BhParetoLevel level = g_strcmp0 (question->variant, "leaf") == 0 ? BH_PARETO_LEAF : BH_PARETO_TOP;
  g_autoptr (BhHotMatrix) matrix
      = bh_hot_buildings_compute (insight, &question->period, question->filter, level, error);
  g_autofree char *subtitle = NULL;
  g_autofree char *note = NULL;
  BhHeatData data
      = { .title = C_ ("chart", "Buildings and categories"),
          .row_heading = C_ ("chart", "Building"),
          .column_heading = C_ ("chart", "Category"),
          .empty_text = _ ("No tickets about buildings were received in this period.") };

  if (matrix == NULL)
    return NULL;

  note = dup_outside (matrix->outside);
  subtitle = bh_hot_chart_dup_subtitle (bh_insight_get_office (insight), matrix->scope,
                                        &matrix->period, matrix->total, note);
  data.subtitle = subtitle;

  return make_matrix_chart (matrix, &data);
}

/* What the rooms of one building are drawn from; lives until the chart has copies. */
typedef struct
{
  GPtrArray *texts;  /* (owned) */
  GPtrArray *arrays; /* (owned): memory of floors, rooms and cells */
} Keeper;

static gpointer
keep_array (Keeper *keeper, gpointer array)
{
  g_ptr_array_add (keeper->arrays, array);

  return array;
}

/* Translators: a floor, below the ground, and what rooms without a floor stand in */
static char *
dup_floor (int floor)
{
  if (floor == 0)
    return g_strdup (C_ ("floor", "Other"));
  if (floor < 0)
    return g_strdup_printf (C_ ("floor", "B%d"), -floor);

  return g_strdup_printf (C_ ("floor", "%dF"), floor);
}

static char *
dup_door (const BhChessColumn *column)
{
  return *column->unit != '\0' ? g_strdup_printf ("%s %s", column->unit, column->door)
                               : g_strdup (column->door);
}

static guint
find_floor (const BhChessboard *board, int floor)
{
  for (guint i = 0; i < board->floors->len; i++)
    if (g_array_index (board->floors, int, i) == floor)
      return i;

  g_assert_not_reached ();
}

static void
fill_rooms (const BhChessboards *boards,
            const BhChessboard *board,
            BhHeatCell *cells,
            Keeper *keeper)
{
  guint n_columns = board->columns->len;

  for (guint i = 0; i < board->floors->len * n_columns; i++)
    cells[i].missing = TRUE;
  for (guint i = 0; i < board->rooms->len; i++)
    {
      const BhChessRoom *room = g_ptr_array_index (board->rooms, i);
      BhHeatCell *cell = &cells[find_floor (board, room->floor) * n_columns + room->column];

      cell->missing = FALSE;
      cell->value = (double) room->line->count;
      cell->item.label = room->line->name;
      cell->item.value_text
          = keep (keeper->texts, bh_hot_chart_dup_value (room->line->count, room->line->repeats,
                                                         board->building->count));
      cell->item.filter
          = keep (keeper->texts, bh_hot_line_dup_filter (room->line, boards->base, NULL));
      cell->item.brush = keep (keeper->texts, bh_hot_line_dup_brush (room->line));
    }
}

static void
fill_building (const BhChessboards *boards,
               const BhChessboard *board,
               BhBoardBuilding *building,
               Keeper *keeper)
{
  guint n_floors = board->floors->len, n_columns = board->columns->len;
  const char **floors = keep_array (keeper, g_new0 (const char *, MAX (1, n_floors)));
  const char **rooms = keep_array (keeper, g_new0 (const char *, MAX (1, n_columns)));
  BhHeatCell *cells = keep_array (keeper, g_new0 (BhHeatCell, MAX (1, n_floors * n_columns)));
  const BhHotLine *line = board->building;

  for (guint i = 0; i < n_floors; i++)
    floors[i] = keep (keeper->texts, dup_floor (g_array_index (board->floors, int, i)));
  for (guint i = 0; i < n_columns; i++)
    rooms[i] = keep (keeper->texts, dup_door (g_ptr_array_index (board->columns, i)));
  fill_rooms (boards, board, cells, keeper);
  building->item.label = line->name;
  building->item.value_text
      = keep (keeper->texts, bh_hot_chart_dup_value (line->count, line->repeats, line->count));
  building->item.filter = keep (keeper->texts, bh_hot_line_dup_filter (line, boards->base, NULL));
  building->item.brush = keep (keeper->texts, bh_hot_line_dup_brush (line));
  building->floors = floors;
  building->n_floors = n_floors;
  building->rooms = rooms;
  building->n_rooms = n_columns;
  building->cells = cells;
}

static gint64
sum_boards (const BhChessboards *boards)
{
  gint64 sum = 0;

  for (guint i = 0; i < boards->boards->len; i++)
    sum += ((BhChessboard *) g_ptr_array_index (boards->boards, i))->building->count;

  return sum;
}

/* Stairs, lifts and the like are in the sum of a building, but no rooms. */
static char *
dup_elsewhere (const BhChessboards *boards)
{
  gint64 n = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < boards->boards->len; i++)
    n += ((BhChessboard *) g_ptr_array_index (boards->boards, i))->elsewhere;
  if (n == 0)
    return NULL;
  count = bh_chart_value_dup_text (BH_CHART_COUNTS, (double) n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of them is about no room",
                                       "%s of them are about no room", (gulong) n),
                          count);
}

static BhChart *
make_board_chart (const BhChessboards *boards, BhOffice *office)
{
  guint n = boards->boards->len;
  Keeper keeper
      = { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };
  g_autofree BhBoardBuilding *buildings = g_new0 (BhBoardBuilding, MAX (1, n));
  g_autofree char *note = dup_elsewhere (boards);
  g_autofree char *subtitle = bh_hot_chart_dup_subtitle (office, boards->scope, &boards->period,
                                                         sum_boards (boards), note);
  BhBoardData data = { .title = C_ ("chart", "Floors and rooms"),
                       .subtitle = subtitle,
                       .empty_text = _ ("No tickets about rooms were received in this period."),
                       .numbers = BH_CHART_COUNTS,
                       .unit = C_ ("chart", "tickets"),
                       .buildings = buildings,
                       .n_buildings = n };
  BhChart *chart;

  for (guint i = 0; i < n; i++)
    fill_building (boards, g_ptr_array_index (boards->boards, i), &buildings[i], &keeper);
  chart = bh_board_chart_new (&data);
  g_ptr_array_unref (keeper.texts);
  g_ptr_array_unref (keeper.arrays);

  return chart;
}

BhChart *
bh_hot_chart_make_chessboard (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  guint most = g_strcmp0 (question->variant, "several") == 0 ? SEVERAL_BUILDINGS : 1;
  g_autoptr (BhChessboards) boards
      = bh_chessboards_compute (insight, most, &question->period, question->filter, error);

  return boards != NULL ? make_board_chart (boards, bh_insight_get_office (insight)) : NULL;
}
