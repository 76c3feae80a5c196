/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/**
 * BhHotCell:
 * @row: what the tickets have in common: an id, a weekday
 * @column: what else they have in common, 0 where nothing is asked for
 * @count: of them
 * @repeats: how many of them are repeats
 *
 * How many tickets were received somewhere, about something.
 */
typedef struct
{
  gint64 row;
  gint64 column;
  gint64 count;
  gint64 repeats;
} BhHotCell;

/* All cells count what the figure `received` counts: tickets received in the period before as-of,
 * merged ones too, void ones not. Each returns (transfer full) (nullable) (element-type BhHotCell):
 * an array in no order, cells without tickets left out; %NULL with @error, or without where the
 * mode is %BH_INSIGHT_KEPT and nothing was kept. */

/** bh_hot_cells_by_hour: row: weekday, 1 is Monday; column: hour, 0 to 23; both in office time */
GArray *bh_hot_cells_by_hour (BhInsight *insight,
                              const BhPeriod *period,
                              BhTicketFilter *filter,
                              GError **error);
/** bh_hot_cells_by_building: row: building that the place of the ticket is or stands in, 0 for
 * none; column: category, 0 for none */
GArray *bh_hot_cells_by_building (BhInsight *insight,
                                  const BhPeriod *period,
                                  BhTicketFilter *filter,
                                  GError **error);
/** bh_hot_cells_by_category: row: category, 0 for none */
GArray *bh_hot_cells_by_category (BhInsight *insight,
                                  const BhPeriod *period,
                                  BhTicketFilter *filter,
                                  GError **error);
/**
 * bh_hot_cells_by_place:
 * @kind: which places: rooms, public areas, equipment
 *
 * row: the place; column: its community.
 */
GArray *bh_hot_cells_by_place (BhInsight *insight,
                               BhPlaceKind kind,
                               const BhPeriod *period,
                               BhTicketFilter *filter,
                               GError **error);
/** bh_hot_cells_in_building: row: place that is @building_id or stands in it; column: its kind */
GArray *bh_hot_cells_in_building (BhInsight *insight,
                                  gint64 building_id,
                                  const BhPeriod *period,
                                  BhTicketFilter *filter,
                                  GError **error);

/** bh_hot_cells_in_community: row: place directly in the community, with all that stands in it;
 * column: its kind */
GArray *bh_hot_cells_in_community (BhInsight *insight,
                                   gint64 community_id,
                                   const BhPeriod *period,
                                   BhTicketFilter *filter,
                                   GError **error);
/** bh_hot_buildings_list: row: building. Buildings with tickets, the most first */
GArray *bh_hot_buildings_list (BhInsight *insight,
                               const BhPeriod *period,
                               BhTicketFilter *filter,
                               GError **error);

/** bh_hot_cells_sort: brings those with the most to the beginning */
void bh_hot_cells_sort (GArray *cells);
/** bh_hot_cells_sum: Returns: the tickets of all @cells */
gint64 bh_hot_cells_sum (GArray *cells);

G_END_DECLS
