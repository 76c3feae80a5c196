/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-hot-line.h"

G_BEGIN_DECLS

/**
 * BhChessRoom:
 * @line: (owned): the room with its tickets
 * @floor: 0 where its name tells none
 * @column: place in the columns of the board
 */
typedef struct
{
  BhHotLine *line;
  int floor;
  guint column;
} BhChessRoom;

/** BhChessColumn: rooms above each other: @unit (owned): "" where the building has none; @door
 * (owned): "03"; of rooms without a floor the whole name */
typedef struct
{
  char *unit;
  char *door;
} BhChessColumn;

/**
 * BhChessboard:
 * @building: (owned): its count is that of all in it
 * @columns: (owned) (element-type BhChessColumn): in order of unit and door
 * @floors: (owned) (element-type int): the highest first; 0 stands last, for rooms without a floor
 * @rooms: (owned) (element-type BhChessRoom): in order of floors and columns; those without tickets
 *   too
 * @elsewhere: tickets about stairs, lifts and whatever else in the building is no room
 *
 * A building from its side, every room with its tickets.
 */
typedef struct
{
  BhHotLine *building;
  GPtrArray *columns;
  GArray *floors;
  GPtrArray *rooms;
  gint64 elsewhere;
} BhChessboard;

/**
 * BhChessboards:
 * @scope: (owned): text of the filter that was used
 * @base: (owned): filter of all tickets of the period
 * @n_buildings: how many have tickets
 * @boards: (owned) (element-type BhChessboard): the building with the most tickets first
 */
typedef struct
{
  BhPeriod period;
  char *scope;
  BhTicketFilter *base;
  guint n_buildings;
  GPtrArray *boards;
} BhChessboards;

/**
 * bh_chessboards_compute:
 * @most: so many buildings at most
 * @filter: (nullable): resolved
 *
 * The buildings with the most tickets of the period. Floors and doors come from the names of the
 * rooms, see bh_room_number_parse(). Retired rooms are there when they have tickets.
 *
 * Returns: (transfer full) (nullable): NULL with @error, or without where the mode is
 *   %BH_INSIGHT_KEPT and nothing was kept
 */
BhChessboards *bh_chessboards_compute (
    BhInsight *insight, guint most, const BhPeriod *period, BhTicketFilter *filter, GError **error);
void bh_chessboards_free (BhChessboards *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhChessboards, bh_chessboards_free)

G_END_DECLS
