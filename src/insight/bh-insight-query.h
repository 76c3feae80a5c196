/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-query.h"

G_BEGIN_DECLS

/* Statements over `known` (bh_figure_query_run()) for what is no figure: no values are put together
 * by group there. */

/* Which tickets: open at the end of the period. What was merged by now counts nowhere else. */
#define BH_SQL_OPEN_AT_END                                                                         \
  "t.received_at < ?2 AND (t.closed_at IS NULL OR t.closed_at >= ?2)"                              \
  " AND ($.closed_at IS NULL OR $.closed_at >= ?2)"                                                \
  " AND NOT (t.status = 91 AND t.closed_at < ?3)"

/* Which tickets: received in the period. */
#define BH_SQL_RECEIVED_IN_PERIOD "t.received_at >= ?1 AND t.received_at < ?2"

/**
 * bh_insight_query_init:
 * @self: (out caller-allocates): without groups; to be cleared with bh_insight_query_clear()
 * @period: half-open
 * @filter: (nullable): resolved
 *
 * Returns: FALSE with @error; @self can be cleared in both cases
 */
gboolean bh_insight_query_init (BhFigureQuery *self,
                                BhInsight *insight,
                                const BhPeriod *period,
                                BhFigureBy by,
                                BhTicketFilter *filter,
                                GError **error);
void bh_insight_query_clear (BhFigureQuery *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhFigureQuery, bh_insight_query_clear)

/** bh_insight_query_get_end_state: Returns: which state to read for what is so at the end of the
 * period; where that is as-of, the quicker one of the two that are the same then */
BhFigureState bh_insight_query_get_end_state (const BhFigureQuery *self);

/** bh_insight_note_change: lowers @changes_at (of a #BhInsightFunc) to @instant where that is after
 * as-of: what holds now need not hold then */
void bh_insight_note_change (BhInsight *insight, gint64 *changes_at, gint64 instant);

G_END_DECLS
