/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-hot-line.h"

G_BEGIN_DECLS

/**
 * BhHotRanking:
 * @scope: (owned): text of the filter that was used
 * @base: (owned): filter of all tickets of the period
 * @total: tickets of all places of the kind, also of those that are not among the lines
 * @lines: (owned) (element-type BhHotLine): the most first
 *
 * Where most tickets came from.
 */
typedef struct
{
  BhPeriod period;
  char *scope;
  BhTicketFilter *base;
  gint64 total;
  GPtrArray *lines;
} BhHotRanking;

/**
 * bh_hot_ranking_compute:
 * @kind: buildings with all that is in them, or rooms, public areas or equipment alone
 * @most: so many lines at most
 * @filter: (nullable): resolved
 *
 * Returns: (transfer full) (nullable): NULL with @error, or without where the mode is
 *   %BH_INSIGHT_KEPT and nothing was kept
 */
BhHotRanking *bh_hot_ranking_compute (BhInsight *insight,
                                      BhPlaceKind kind,
                                      guint most,
                                      const BhPeriod *period,
                                      BhTicketFilter *filter,
                                      GError **error);
void bh_hot_ranking_free (BhHotRanking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhHotRanking, bh_hot_ranking_free)

G_END_DECLS
