/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-hot-line.h"
#include "insight/bh-pareto.h"

G_BEGIN_DECLS

/**
 * BhHotMatrix:
 * @scope: (owned): text of the filter that was used
 * @base: (owned): the filter of all its tickets
 * @total: tickets in its cells
 * @outside: tickets that stand in no row: about no building
 * @rows: (owned) (element-type BhHotLine)
 * @columns: (owned) (element-type BhHotLine)
 * @counts: (owned): of each cell, row by row
 *
 * How many tickets were received at each crossing of two things.
 */
typedef struct
{
  BhPeriod period;
  char *scope;
  BhTicketFilter *base;
  gint64 total;
  gint64 outside;
  GPtrArray *rows;
  GPtrArray *columns;
  gint64 *counts;
} BhHotMatrix;

/**
 * bh_hot_hours_compute:
 * @filter: (nullable): resolved
 *
 * Weekdays, Monday first, by hours of the day, all of them, in office time.
 *
 * Returns: (transfer full) (nullable): NULL with @error, or without where the mode is
 *   %BH_INSIGHT_KEPT and nothing was kept
 */
BhHotMatrix *bh_hot_hours_compute (BhInsight *insight,
                                   const BhPeriod *period,
                                   BhTicketFilter *filter,
                                   GError **error);
/**
 * bh_hot_buildings_compute:
 * @filter: (nullable): resolved
 *
 * Buildings by categories; what has the most stands first. A ticket belongs to the building that
 * its place is or stands in.
 *
 * Returns: (transfer full) (nullable): likewise
 */
BhHotMatrix *bh_hot_buildings_compute (BhInsight *insight,
                                       const BhPeriod *period,
                                       BhTicketFilter *filter,
                                       BhParetoLevel level,
                                       GError **error);
void bh_hot_matrix_free (BhHotMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhHotMatrix, bh_hot_matrix_free)

/** bh_hot_matrix_get: Returns: the tickets of a cell */
gint64 bh_hot_matrix_get (const BhHotMatrix *self, guint row, guint column);
/** bh_hot_matrix_dup_filter: Returns: (transfer full) (nullable): text of the filter that lists the
 * tickets of a cell */
char *bh_hot_matrix_dup_filter (const BhHotMatrix *self, guint row, guint column);
/** bh_hot_matrix_dup_brush: Returns: (transfer full) (nullable): text of a filter of two fields
 * that a cell stands for */
char *bh_hot_matrix_dup_brush (const BhHotMatrix *self, guint row, guint column);

G_END_DECLS
