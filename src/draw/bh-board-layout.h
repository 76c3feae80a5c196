/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-board-chart.h"
#include "draw/bh-heat-pen.h"

G_BEGIN_DECLS

/** BH_BOARD_NO_MARK: a room that is missing */
#define BH_BOARD_NO_MARK G_MAXUINT

/**
 * BhBoard:
 * @heading: (owned): name and number
 * @floors: (owned) (element-type utf8): from the uppermost on
 * @rooms: (owned) (element-type utf8): empty where rooms have no names
 * @n_rooms: on a floor
 * @values: (owned): floor by floor; NAN: none
 * @marks: (owned): likewise
 *
 * A building of a chart, as the chart keeps it.
 */
typedef struct
{
  char *heading;
  guint heading_mark;
  GPtrArray *floors;
  GPtrArray *rooms;
  guint n_rooms;
  double *values;
  guint *marks;
} BhBoard;

/** BhBoardPlace: where a board is, from the beginning and the top of the page. */
typedef struct
{
  double x;
  double y;
  double width;
} BhBoardPlace;

/**
 * BhBoardLayout:
 * @places: (owned) (element-type BhBoardPlace): of the boards that there is room for
 * @cell_width: of a room, like @cell_height
 * @floors_width: of the names of the floors
 * @rooms_height: of the names of the rooms; 0: none
 * @floor_every: each that many has its name
 * @numbered: rooms say their numbers
 *
 * Where the boards of one drawing are.
 */
typedef struct
{
  GArray *places;
  double cell_width;
  double cell_height;
  double floors_width;
  double rooms_height;
  guint floor_every;
  gboolean numbered;
} BhBoardLayout;

/** bh_board_layout_place: @boards: (element-type BhBoard); @has_more: their number stands below
 * them even where all have room */
void bh_board_layout_place (BhBoardLayout *self,
                            GPtrArray *boards,
                            const BhHeatScale *scale,
                            gboolean has_more,
                            BhCellPage *page);
void bh_board_layout_clear (BhBoardLayout *self);

/** bh_board_layout_get_cell: fills @area with the cell of a @floor and @room of board @i */
void bh_board_layout_get_cell (const BhBoardLayout *self,
                               const BhCellPage *page,
                               guint i,
                               guint floor,
                               guint room,
                               BhChartArea *area);
/** bh_board_layout_get_heading: fills @area with the heading of board @i */
void bh_board_layout_get_heading (const BhBoardLayout *self,
                                  const BhCellPage *page,
                                  guint i,
                                  BhChartArea *area);

/** bh_board_layout_get_wanted_ems: Returns: how high all of @boards and the legend should be at
 * @width, both in ems */
double bh_board_layout_get_wanted_ems (GPtrArray *boards, double width);

G_END_DECLS
