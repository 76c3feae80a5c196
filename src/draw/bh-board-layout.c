/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-board-layout.h"

#include <math.h>

/* In ems. */
#define HIGHEST_CELL 2.2
#define WIDEST_CELL 6
#define HEADING_HEIGHT 1.6
#define LEAST_HEADING 7
#define ROOMS_HEIGHT 1.3
#define FLOOR_SPACE 0.4
#define FLOOR_HEIGHT 1.15
#define BOARD_GAP 1.6
#define ROW_GAP 0.5
#define REST_HEIGHT 1.5
#define NAME_SPACE 0.2
/* In pixels: what can still be pointed at. */
#define LOWEST_CELL 3
/* In ems: of a cell that can be read well, and what names of floors and the legend take. */
#define WANTED_HEIGHT 1.45
#define WANTED_WIDTH 2.0
#define WANTED_FLOORS 3
#define WANTED_LEGEND 3
#define SHRINK 0.94
#define STRETCH 1.08
/* Of the height: rooms are wider than floors are high. */
#define USUAL_RATIO 1.4

static BhBoard *
get_board (GPtrArray *boards, guint i)
{
  return g_ptr_array_index (boards, i);
}

static double
measure_widest (const BhCellPage *page, GPtrArray *names)
{
  double widest = 0;

  for (guint i = 0; i < names->len; i++)
    widest = MAX (widest, bh_cell_page_measure (page, g_ptr_array_index (names, i),
                                                BH_CHART_TEXT_LABEL, NULL));

  return widest;
}

/* What does not depend on the size of the cells. */
typedef struct
{
  double em;
  double width;
  double height;
  double rooms_width; /* of the widest name of a room; 0: they have none */
  double *headings;   /* (owned): width of each board's heading */
} Room;

static double
get_width (const BhBoardLayout *self, const Room *room, GPtrArray *boards, guint i)
{
  double width = self->floors_width + get_board (boards, i)->n_rooms * self->cell_width;

  return MAX (width, MIN (room->headings[i], LEAST_HEADING * room->em));
}

static double
get_height (const BhBoardLayout *self, const Room *room, GPtrArray *boards, guint i)
{
  return HEADING_HEIGHT * room->em + get_board (boards, i)->floors->len * self->cell_height
         + self->rooms_height;
}

/* Boards in a row stand on the same ground. */
static void
lower_row (
    BhBoardLayout *self, const Room *room, GPtrArray *boards, guint from, guint to, double height)
{
  for (guint i = from; i < to; i++)
    g_array_index (self->places, BhBoardPlace, i).y += height - get_height (self, room, boards, i);
}

/* Places the first @n boards, side by side and in as many rows as they need. Returns: how high they
 * are together */
static double
flow (BhBoardLayout *self, const Room *room, GPtrArray *boards, guint n)
{
  double x = 0, y = 0, row_height = 0;
  guint row_from = 0;

  self->rooms_height = room->rooms_width > 0 && room->rooms_width <= self->cell_width
                           ? ROOMS_HEIGHT * room->em
                           : 0;
  g_array_set_size (self->places, 0);
  for (guint i = 0; i < n; i++)
    {
      BhBoardPlace place = { x, y, get_width (self, room, boards, i) };

      if (x > 0 && x + place.width > room->width)
        {
          lower_row (self, room, boards, row_from, i, row_height);
          y += row_height + ROW_GAP * room->em;
          row_height = 0;
          row_from = i;
          place.x = 0;
          place.y = y;
        }
      row_height = MAX (row_height, get_height (self, room, boards, i));
      x = place.x + place.width + BOARD_GAP * room->em;
      g_array_append_val (self->places, place);
    }
  lower_row (self, room, boards, row_from, n, row_height);

  return y + row_height;
}

static gboolean
fits (BhBoardLayout *self, const Room *room, GPtrArray *boards, guint n, double height)
{
  if (flow (self, room, boards, n) > height)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      const BhBoardPlace *place = &g_array_index (self->places, BhBoardPlace, i);

      if (place->x + place->width > room->width)
        return FALSE;
    }

  return TRUE;
}

static void
set_cell (BhBoardLayout *self, double height, double width)
{
  self->cell_height = height;
  self->cell_width = width;
}

/* The largest cells with which all of @n boards fit, then as wide as there is room. */
static gboolean
find_size (BhBoardLayout *self, const Room *room, GPtrArray *boards, guint n, double height)
{
  double cell = HIGHEST_CELL * room->em, width;

  for (set_cell (self, cell, cell * USUAL_RATIO); !fits (self, room, boards, n, height);
       set_cell (self, cell, cell * USUAL_RATIO))
    {
      cell *= SHRINK;
      if (cell < LOWEST_CELL)
        return FALSE;
    }
  for (width = self->cell_width; width * STRETCH <= WIDEST_CELL * room->em; width *= STRETCH)
    {
      set_cell (self, cell, width * STRETCH);
      if (!fits (self, room, boards, n, height))
        break;
    }
  set_cell (self, cell, width);
  flow (self, room, boards, n);

  return TRUE;
}

static void
find_room (Room *room, BhBoardLayout *self, GPtrArray *boards, const BhCellPage *page)
{
  double floors = 0;

  room->em = page->frame.em;
  room->width = page->frame.plot.width;
  room->height = page->frame.plot.height - bh_heat_pen_get_legend_height (page);
  room->headings = g_new0 (double, boards->len);
  for (guint i = 0; i < boards->len; i++)
    {
      const BhBoard *board = get_board (boards, i);

      floors = MAX (floors, measure_widest (page, board->floors));
      room->rooms_width = MAX (room->rooms_width, measure_widest (page, board->rooms));
      room->headings[i]
          = bh_cell_page_measure (page, board->heading, BH_CHART_TEXT_VALUE, NULL) + 1;
    }
  self->floors_width = floors + FLOOR_SPACE * room->em;
  if (room->rooms_width > 0)
    room->rooms_width += NAME_SPACE * room->em;
}

void
bh_board_layout_get_heading (const BhBoardLayout *self,
                             const BhCellPage *page,
                             guint i,
                             BhChartArea *area)
{
  const BhBoardPlace *place = &g_array_index (self->places, BhBoardPlace, i);

  area->x = bh_cell_page_mirror (page, place->x, place->width);
  area->y = page->frame.plot.y + place->y;
  area->width = place->width;
  area->height = HEADING_HEIGHT * page->frame.em;
}

void
bh_board_layout_get_cell (const BhBoardLayout *self,
                          const BhCellPage *page,
                          guint i,
                          guint floor,
                          guint room,
                          BhChartArea *area)
{
  const BhBoardPlace *place = &g_array_index (self->places, BhBoardPlace, i);

  area->x = bh_cell_page_mirror (page, place->x + self->floors_width + room * self->cell_width,
                                 self->cell_width);
  area->y
      = page->frame.plot.y + place->y + HEADING_HEIGHT * page->frame.em + floor * self->cell_height;
  area->width = self->cell_width;
  area->height = self->cell_height;
}

static void
place_marks (const BhBoardLayout *self, GPtrArray *boards, BhCellPage *page)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const BhBoard *board = get_board (boards, i);

      bh_board_layout_get_heading (self, page, i, &page->areas[board->heading_mark]);
      for (guint floor = 0; floor < board->floors->len; floor++)
        for (guint room = 0; room < board->n_rooms; room++)
          {
            guint mark = board->marks[floor * board->n_rooms + room];

            if (mark != BH_BOARD_NO_MARK)
              bh_board_layout_get_cell (self, page, i, floor, room, &page->areas[mark]);
          }
    }
}

/* Whether all numbers have room. */
static gboolean
is_numbered (const BhBoardLayout *self,
             GPtrArray *boards,
             const BhHeatScale *scale,
             const BhCellPage *page)
{
  return boards->len > 0
         && bh_heat_pen_fits (page, scale->numbers, &scale->highest, 1, self->cell_width,
                              self->cell_height);
}

void
bh_board_layout_place (BhBoardLayout *self,
                       GPtrArray *boards,
                       const BhHeatScale *scale,
                       gboolean has_more,
                       BhCellPage *page)
{
  Room room = { 0 };
  guint n = boards->len;

  if (self->places == NULL)
    self->places = g_array_new (FALSE, FALSE, sizeof (BhBoardPlace));
  find_room (&room, self, boards, page);
  if (has_more || !find_size (self, &room, boards, n, room.height))
    {
      double height = room.height - REST_HEIGHT * room.em;

      while (n > 1 && !find_size (self, &room, boards, n, height))
        n--;
      if (n == 1 && !find_size (self, &room, boards, n, height))
        {
          set_cell (self, LOWEST_CELL, LOWEST_CELL);
          flow (self, &room, boards, n);
        }
    }
  self->floor_every = (guint) MAX (ceil (FLOOR_HEIGHT * room.em / self->cell_height), 1);
  self->numbered = is_numbered (self, boards, scale, page);
  place_marks (self, boards, page);
  g_free (room.headings);
}

void
bh_board_layout_clear (BhBoardLayout *self)
{
  g_clear_pointer (&self->places, g_array_unref);
}

/* As flow() does with usual names: what is asked for need not be exact. */
double
bh_board_layout_get_wanted_ems (GPtrArray *boards, double width)
{
  double x = 0, sum = 0, row_height = 0;

  for (guint i = 0; i < boards->len; i++)
    {
      const BhBoard *board = get_board (boards, i);
      double own_width
          = MAX (WANTED_FLOORS + board->n_rooms * WANTED_WIDTH, LEAST_HEADING) + BOARD_GAP;

      if (x > 0 && x + own_width > width)
        {
          sum += row_height + ROW_GAP;
          x = row_height = 0;
        }
      x += own_width;
      row_height
          = MAX (row_height, HEADING_HEIGHT + ROOMS_HEIGHT + board->floors->len * WANTED_HEIGHT);
    }

  return sum + row_height + WANTED_LEGEND;
}
