/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-registry.h"
#include "storage/bh-filter-sql.h"

G_BEGIN_DECLS

/**
 * BhFigureQuery:
 * @from: beginning of the period
 * @end: the earlier of the period's end and @as_of
 * @early: @as_of is before the period's end: everything can still change
 * @groups: (owned): id of the group (0: none) to BhFigureGroup, owned
 *
 * What all figures of one period have in common, and where their values are put.
 */
typedef struct
{
  BhConnection *connection;
  BhFilterSql *filter; /* (owned) */
  BhFigureBy by;
  gint64 from;
  gint64 end;
  gint64 as_of;
  gboolean early;
  GHashTable *groups;
} BhFigureQuery;

/* Parameters of every statement: ?1 and ?2 the bounds of the period (as in BhFigureQuery), ?3
 * as-of, ?4 the instant whose state is meant; those of the filter follow. Stored codes stand in the
 * SQL as they are: clocks 8 response, 9 completion; statuses 90 void, 91 merged, 92 withdrawn, 93
 * declined; stages 6 sign-off, 7 callback; verdicts 1 signed, 2 refused. */
#define BH_FIRST_FILTER_PARAMETER 5

/* Which tickets: those finished in the period by a finish that no rework followed. */
#define BH_SQL_FINISHED_IN_PERIOD "r.finished_at >= ?1 AND r.finished_at < ?2"
/* Over `known`: merged, withdrawn and declined tickets have no duration and no quality. */
#define BH_SQL_COUNTS "known.closed_as NOT IN (91, 92, 93)"

/** BhFigureState: the instant whose state `known` shows. */
typedef enum
{
  BH_STATE_AS_OF,
  BH_STATE_AT_END,
} BhFigureState;

/**
 * bh_figure_query_run:
 * @which: condition over ticket `t` and its round `r` of the instant: which tickets are read
 * @select: columns after the group's id, and FROM, WHERE, … over the table `known`
 *
 * Runs a statement over `known`: every ticket as it stood at the instant, with columns id,
 * received_at, responded_at, response_due, response_paused, first_accepted_at, accept_paused,
 * repeat_of, round, finished_at, closed_at, closed_as (0 while open), completion_due, paused (of
 * the round) and g (id of the group). What happened at the instant or later is NULL. Void tickets
 * are not in it.
 *
 * Returns: (transfer none) (nullable): the statement, to be stepped
 */
BhStatement *bh_figure_query_run (BhFigureQuery *self,
                                  BhFigureState state,
                                  const char *which,
                                  const char *select,
                                  GError **error);

/** bh_figure_query_get_values: Returns: (transfer none): values of the group with @id, by
 * #BhFigureId */
BhFigureValue *bh_figure_query_get_values (BhFigureQuery *self, gint64 id);

/** bh_figure_set_count: @provisional: it can still change */
void bh_figure_set_count (BhFigureValue *value, gint64 count, gboolean provisional);
/** bh_figure_set_ratio: no value where @denominator is 0 */
void bh_figure_set_ratio (BhFigureValue *value,
                          double numerator,
                          double denominator,
                          gboolean provisional);

/* The figures, by the set of tickets they are about. Each fills what it computes for every group
 * and returns FALSE with @error. */
gboolean bh_figures_add_received (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_open (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_finished (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_response_hours (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_handover_hours (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_signoff (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_callbacks (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_satisfaction (BhFigureQuery *query, GError **error);

G_END_DECLS
