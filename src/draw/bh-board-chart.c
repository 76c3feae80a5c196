/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-board-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-board-layout.h"

#include <math.h>

/* In ems. */
#define FLOOR_SPACE 0.4
#define REST_HEIGHT 1.5

#define BH_TYPE_BOARD_CHART (bh_board_chart_get_type ())
G_DECLARE_FINAL_TYPE (BhBoardChart, bh_board_chart, BH, BOARD_CHART, BhCellChart)

/**
 * BhBoardChart:
 *
 * Buildings as one sees them from the side: floors above one another, rooms side by side.
 */
struct _BhBoardChart
{
  BhCellChart parent_instance;
  GPtrArray *boards; /* (owned) (element-type BhBoard) */
  guint n_left_out;  /* buildings that are too many */
  BhHeatScale scale;
  char *unit; /* (owned) (nullable) */
  BhBoardLayout layout;
};

G_DEFINE_FINAL_TYPE (BhBoardChart, bh_board_chart, BH_TYPE_CELL_CHART)

static void
free_board (gpointer data)
{
  BhBoard *board = data;

  g_free (board->heading);
  g_ptr_array_unref (board->floors);
  g_ptr_array_unref (board->rooms);
  g_free (board->values);
  g_free (board->marks);
  g_free (board);
}

static gboolean
bh_board_chart_is_empty (BhChart *chart)
{
  return BH_BOARD_CHART (chart)->scale.n == 0;
}

static void
bh_board_chart_place (BhCellChart *chart, BhCellPage *page)
{
  BhBoardChart *self = BH_BOARD_CHART (chart);

  bh_board_layout_place (&self->layout, self->boards, &self->scale, self->n_left_out > 0, page);
}

static void
draw_names (BhBoardChart *self, cairo_t *cr, const BhCellPage *page, const BhBoard *board, guint i)
{
  const BhBoardLayout *layout = &self->layout;
  const BhChartFrame *frame = &page->frame;
  double space = FLOOR_SPACE * frame->em;
  guint n_floors = board->floors->len;
  BhChartArea cell;

  /* From the ground up, so that the lowest floor has its name. */
  for (guint floor = n_floors; floor-- > 0;)
    {
      if ((n_floors - 1 - floor) % layout->floor_every != 0)
        continue;
      bh_board_layout_get_cell (layout, page, i, floor, 0, &cell);
      bh_cell_page_draw_text (
          page, cr, g_ptr_array_index (board->floors, floor), BH_CHART_TEXT_LABEL, 0,
          frame->rtl ? cell.x + cell.width + space : cell.x - space, cell.y + cell.height / 2,
          frame->rtl ? 0 : 1, 0.5, &frame->palette->dim);
    }
  if (layout->rooms_height == 0 || n_floors == 0)
    return;
  for (guint room = 0; room < board->rooms->len; room++)
    {
      bh_board_layout_get_cell (layout, page, i, n_floors - 1, room, &cell);
      bh_cell_page_draw_text (page, cr, g_ptr_array_index (board->rooms, room), BH_CHART_TEXT_LABEL,
                              0, cell.x + cell.width / 2,
                              cell.y + cell.height + layout->rooms_height / 2, 0.5, 0.5,
                              &frame->palette->dim);
    }
}

static void
draw_board (BhBoardChart *self, cairo_t *cr, const BhCellPage *page, BhHeatPen *pen, guint i)
{
  const BhBoard *board = g_ptr_array_index (self->boards, i);
  const BhChartFrame *frame = &page->frame;
  BhChartArea area;

  bh_board_layout_get_heading (&self->layout, page, i, &area);
  bh_cell_page_draw_text (page, cr, board->heading, BH_CHART_TEXT_VALUE, area.width,
                          frame->rtl ? area.x + area.width : area.x, area.y + area.height / 2,
                          frame->rtl ? 1 : 0, 0.5, &frame->palette->text);
  draw_names (self, cr, page, board, i);
  for (guint floor = 0; floor < board->floors->len; floor++)
    for (guint room = 0; room < board->n_rooms; room++)
      {
        guint place = floor * board->n_rooms + room;

        if (board->marks[place] == BH_BOARD_NO_MARK)
          continue;
        bh_board_layout_get_cell (&self->layout, page, i, floor, room, &area);
        bh_heat_pen_draw (pen, cr, &area, board->values[place]);
      }
}

static void
bh_board_chart_draw_cells (BhCellChart *chart, cairo_t *cr, const BhCellPage *page)
{
  BhBoardChart *self = BH_BOARD_CHART (chart);
  g_autoptr (BhHeatPen) pen = bh_heat_pen_new (page, &self->scale, self->layout.numbered);
  guint n_shown = self->layout.places->len;
  const BhChartArea *plot = &page->frame.plot;

  for (guint i = 0; i < n_shown; i++)
    draw_board (self, cr, page, pen, i);
  bh_cell_page_draw_rest (page, cr, self->boards->len - n_shown + self->n_left_out,
                          plot->y + plot->height - bh_heat_pen_get_legend_height (page)
                              - REST_HEIGHT * page->frame.em);
  bh_heat_pen_draw_legend (pen, cr, self->unit);
}

static double
bh_board_chart_get_wanted_ems (BhCellChart *chart, double width)
{
  return bh_board_layout_get_wanted_ems (BH_BOARD_CHART (chart)->boards, width);
}

static void
bh_board_chart_finalize (GObject *object)
{
  BhBoardChart *self = BH_BOARD_CHART (object);

  g_ptr_array_unref (self->boards);
  g_free (self->unit);
  bh_board_layout_clear (&self->layout);

  G_OBJECT_CLASS (bh_board_chart_parent_class)->finalize (object);
}

static void
bh_board_chart_class_init (BhBoardChartClass *klass)
{
  BhCellChartClass *cell_class = BH_CELL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_board_chart_finalize;
  BH_CHART_CLASS (klass)->is_empty = bh_board_chart_is_empty;

  cell_class->place = bh_board_chart_place;
  cell_class->draw_cells = bh_board_chart_draw_cells;
  cell_class->get_wanted_ems = bh_board_chart_get_wanted_ems;
}

static void
bh_board_chart_init (BhBoardChart *self)
{
  self->boards = g_ptr_array_new_with_free_func (free_board);
}

static double
get_value (const BhHeatCell *cell)
{
  return !cell->missing && isfinite (cell->value) ? cell->value : NAN;
}

static double
get_total (const BhBoardBuilding *building)
{
  double sum = 0;

  if (building->total > 0)
    return building->total;

  for (guint i = 0; i < building->n_floors * building->n_rooms; i++)
    if (!isnan (get_value (&building->cells[i])))
      sum += building->cells[i].value;

  return sum;
}

/* "3栋 · 30F · 02": what a cell is called that has no name of its own. */
static char *
dup_label (const BhBoardBuilding *building, guint floor, guint room)
{
  g_autofree char *floor_label
      = g_strdup_printf (C_ ("chart", "%s · %s"), building->item.label, building->floors[floor]);

  if (building->rooms == NULL)
    return g_steal_pointer (&floor_label);

  return g_strdup_printf (C_ ("chart", "%s · %s"), floor_label, building->rooms[room]);
}

static void
add_row (BhBoardChart *self, const char *label, double value)
{
  GPtrArray *texts = g_ptr_array_new ();

  g_ptr_array_add (texts, g_strdup (label));
  g_ptr_array_add (texts, bh_chart_value_dup_text (self->scale.numbers, value));
  g_ptr_array_add (texts, NULL);
  g_ptr_array_add (bh_chart_get_table (BH_CHART (self))->rows, g_ptr_array_free (texts, FALSE));
}

static guint
add_mark (BhBoardChart *self,
          const BhChartItem *item,
          const char *label,
          double value,
          guint row,
          guint column)
{
  g_autofree char *value_text
      = bh_chart_value_dup_text_with_unit (self->scale.numbers, value, self->unit);

  return bh_cell_chart_add_mark (BH_CELL_CHART (self), item, label, value_text, row, column);
}

/* @row: of the keys, its heading. A room with nothing has a mark, but no row in the table. */
static void
add_board (BhBoardChart *self, const BhBoardBuilding *building, guint row)
{
  BhBoard *board = g_new0 (BhBoard, 1);
  double total = get_total (building);
  g_autofree char *number = bh_chart_value_dup_text (self->scale.numbers, total);

  board->heading = g_strdup_printf ("%s  %s", bh_chart_item_get_tick (&building->item), number);
  board->floors = g_ptr_array_new_with_free_func (g_free);
  board->rooms = g_ptr_array_new_with_free_func (g_free);
  board->n_rooms = building->n_rooms;
  board->values = g_new0 (double, building->n_floors * building->n_rooms);
  board->marks = g_new0 (guint, building->n_floors * building->n_rooms);
  board->heading_mark = add_mark (self, &building->item, building->item.label, total, row, 0);
  add_row (self, building->item.label, total);
  for (guint i = 0; i < building->n_floors; i++)
    g_ptr_array_add (board->floors, g_strdup (building->floors[i]));
  for (guint i = 0; building->rooms != NULL && i < building->n_rooms; i++)
    g_ptr_array_add (board->rooms, g_strdup (building->rooms[i]));
  for (guint i = 0; i < building->n_floors * building->n_rooms; i++)
    {
      const BhHeatCell *cell = &building->cells[i];
      guint floor = i / building->n_rooms, room = i % building->n_rooms;
      g_autofree char *label = cell->item.label != NULL ? g_strdup (cell->item.label)
                                                        : dup_label (building, floor, room);

      board->values[i] = get_value (cell);
      board->marks[i] = BH_BOARD_NO_MARK;
      if (cell->missing)
        continue;
      board->marks[i]
          = add_mark (self, &cell->item, label, board->values[i], row + 1 + floor, room);
      if (board->values[i] > 0)
        add_row (self, label, board->values[i]);
    }
  g_ptr_array_add (self->boards, board);
}

static void
fit_scale (BhBoardChart *self, BhChartNumbers numbers)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->boards->len; i++)
    {
      const BhBoard *board = g_ptr_array_index (self->boards, i);

      g_array_append_vals (values, board->values, board->floors->len * board->n_rooms);
    }
  bh_heat_scale_fit (&self->scale, numbers, (const double *) values->data, values->len);
}

BhChart *
bh_board_chart_new (const BhBoardData *data)
{
  BhBoardChart *self;
  const char *headings[] = { C_ ("chart", "Place"), C_ ("chart", "Tickets"), NULL };
  guint n_cells = 0, row = 0;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (BH_TYPE_BOARD_CHART, NULL);
  bh_chart_set_titles (BH_CHART (self), data->title, data->subtitle);
  bh_chart_set_empty_text (BH_CHART (self), data->empty_text);
  bh_chart_take_table (BH_CHART (self), bh_chart_table_new (data->title, headings));
  self->scale.numbers = data->numbers;
  self->unit = g_strdup (data->unit);
  for (guint i = 0; i < data->n_buildings; i++)
    {
      const BhBoardBuilding *building = &data->buildings[i];

      n_cells += building->n_floors * building->n_rooms;
      if (i > 0 && n_cells > BH_BOARD_CELLS)
        {
          self->n_left_out = data->n_buildings - i;
          break;
        }
      add_board (self, building, row);
      row += building->n_floors + 1;
    }
  fit_scale (self, data->numbers);

  return BH_CHART (self);
}
