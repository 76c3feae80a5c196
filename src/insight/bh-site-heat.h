/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-site-plan.h"
#include "insight/bh-hot-line.h"

G_BEGIN_DECLS

/**
 * BhSiteHeat:
 * @scope: (owned): text of the filter that was used
 * @base: (owned): filter of all tickets of the period
 * @plan: (owned) (nullable): %NULL where there is none
 * @lines: (owned) (element-type BhHotLine): one for each mark of the plan, in their order, with the
 *   tickets of the place and of all that stands in it
 * @unplaced: tickets of places of the community that have no position on the plan
 *
 * Where on the site the tickets came from.
 */
typedef struct
{
  BhPeriod period;
  char *scope;
  BhTicketFilter *base;
  BhSitePlan *plan;
  GPtrArray *lines;
  gint64 unplaced;
} BhSiteHeat;

/**
 * bh_site_heat_compute:
 * @community_id: whose plan; 0: that of the first community in @filter that has one, or where it
 *   names none, of the first one that has
 * @filter: (nullable): resolved
 *
 * Returns: (transfer full) (nullable): NULL with @error, or without where the mode is
 *   %BH_INSIGHT_KEPT and nothing was kept
 */
BhSiteHeat *bh_site_heat_compute (BhInsight *insight,
                                  gint64 community_id,
                                  const BhPeriod *period,
                                  BhTicketFilter *filter,
                                  GError **error);
void bh_site_heat_free (BhSiteHeat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSiteHeat, bh_site_heat_free)

/**
 * bh_site_heat_find_most:
 * @periods: (array length=n_periods)
 * @most: (out): the most tickets that a placed spot of the plan has in any of the periods
 *
 * Returns: FALSE with @error
 */
gboolean bh_site_heat_find_most (BhInsight *insight,
                                 const BhSitePlan *plan,
                                 const BhPeriod *periods,
                                 guint n_periods,
                                 BhTicketFilter *filter,
                                 gint64 *most,
                                 GError **error);

G_END_DECLS
