/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-query.h"
#include "insight/bh-insight.h"

G_BEGIN_DECLS

/* Figures that are computed together are a part: what was kept of one before is not computed
 * again. */

/**
 * bh_figure_parts_add:
 * @query: with groups; @wanted loses the figures of which nothing was kept, in the mode
 *   %BH_INSIGHT_KEPT
 * @period: of the query, whole
 * @filter: (nullable): of the query
 *
 * Fills in the wanted figures of every group.
 *
 * Returns: FALSE with @error
 */
gboolean bh_figure_parts_add (BhFigureQuery *query,
                              BhInsight *insight,
                              const BhPeriod *period,
                              BhTicketFilter *filter,
                              GError **error);

/**
 * bh_figure_parts_prepare_open:
 * @periods: (array length=n_periods): ascending, each ending with a month or after as-of
 * @figures: which of the two that there are
 *
 * What is open at the end of each of many periods, computed in one go for those of which nothing
 * was kept: each alone looks at all tickets. The figures find it in @insight.
 *
 * Returns: FALSE with @error
 */
gboolean bh_figure_parts_prepare_open (BhInsight *insight,
                                       const BhPeriod *periods,
                                       guint n_periods,
                                       BhTicketFilter *filter,
                                       BhFigureSet figures,
                                       GError **error);

G_END_DECLS
