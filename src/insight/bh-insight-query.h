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

/**
 * BhInsightCells:
 * @state: as of which `known` is
 * @which: which tickets, as bh_figure_query_run() has it
 * @past: (nullable): the same where the past is looked at, %NULL for @which
 * @select: as bh_figure_query_run() has it, all columns numbers
 * @n_columns: how many, that of the group included
 *
 * A statement whose rows are counts: what is counted, and how many.
 */
typedef struct
{
  BhFigureState state;
  const char *which;
  const char *past;
  const char *select;
  BhFigureBy by;
  guint n_columns;
} BhInsightCells;

/**
 * bh_insight_get_cells:
 * @key: as bh_insight_get(); names @cells
 * @filter: (nullable): resolved
 *
 * For what changes by time alone no more than that the period ends.
 *
 * Returns: (transfer full) (nullable): the rows, of type "aax"; NULL as bh_insight_get()
 */
GVariant *bh_insight_get_cells (BhInsight *insight,
                                const char *key,
                                const BhPeriod *period,
                                BhTicketFilter *filter,
                                const BhInsightCells *cells,
                                GError **error);

/** bh_insight_cells_get_row: fills @row with the first @n_columns columns of row @i of
 * bh_insight_get_cells() */
void bh_insight_cells_get_row (GVariant *rows, gsize i, gint64 *row, gsize n_columns);

/** bh_insight_note_change: lowers @changes_at (of a #BhInsightFunc) to @instant where that is after
 * as-of: what holds now need not hold then */
void bh_insight_note_change (BhInsight *insight, gint64 *changes_at, gint64 instant);

G_END_DECLS
