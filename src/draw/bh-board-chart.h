/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-heat-chart.h"

G_BEGIN_DECLS

/** BH_BOARD_CELLS: more rooms are too many to go through one by one: buildings beyond that are
 * counted only */
#define BH_BOARD_CELLS 2400

/**
 * BhBoardBuilding:
 * @item: the building; its filter is for the number in its heading
 * @total: of the whole building, where there is more to it than its rooms; 0: the sum of its cells
 * @floors: (array length=n_floors): names from the uppermost on: "30F"
 * @rooms: (array length=n_rooms) (nullable): names of the places on a floor: "01"
 * @cells: (array length=n_floors*n_rooms): floor by floor; missing where there is no such room
 */
typedef struct
{
  BhChartItem item;
  double total;
  const char *const *floors;
  guint n_floors;
  const char *const *rooms;
  guint n_rooms;
  const BhHeatCell *cells;
} BhBoardBuilding;

/**
 * BhBoardData:
 * @subtitle: (nullable)
 * @empty_text: where no room has a value above 0
 * @numbers: of values that add up
 * @unit: (nullable): of the values
 * @buildings: (array length=n_buildings): those that matter most first
 *
 * All texts are translated.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *empty_text;
  BhChartNumbers numbers;
  const char *unit;
  const BhBoardBuilding *buildings;
  guint n_buildings;
} BhBoardData;

/** bh_board_chart_new: Returns: (transfer full): buildings side by side, each a board of floors
 * and rooms, in the colours of a heat map */
BhChart *bh_board_chart_new (const BhBoardData *data);

G_END_DECLS
