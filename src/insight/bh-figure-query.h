/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-registry.h"
#include "insight/bh-spread.h"
#include "storage/bh-filter-sql.h"

G_BEGIN_DECLS

/**
 * BhFigureQuery:
 * @from: beginning of the period
 * @end: the earlier of the period's end and @as_of
 * @early: @as_of is before the period's end: everything can still change
 * @present: nothing happened at @as_of or later: what is known then stands in the tickets' present
 *   columns, and needs no history
 * @all: the filter asks for nothing
 * @changes_at: the first instant after @as_of at which the passing of time alone changes a figure;
 *   see bh_figure_query_note_change()
 * @wanted: figures to compute
 * @by: what groups the tickets
 * @within: (nullable): a further condition on ticket `t`, whose parameters are the caller's to bind
 * @each_ticket: every ticket is a group of its own instead, for the facts behind the figures
 * @groups: (owned) (nullable): id of the group (0: none) to BhFigureGroup, owned; NULL where only
 *   rows are read
 *
 * What all figures of one period have in common, and where their values are put.
 */
typedef struct
{
  BhConnection *connection;
  BhFilterSql *filter; /* (owned) */
  BhFigureBy by;
  const char *within;
  gboolean each_ticket;
  gint64 from;
  gint64 end;
  gint64 as_of;
  gint64 changes_at;
  gboolean early;
  gboolean present;
  gboolean all;
  BhFigureSet wanted;
  GHashTable *groups;
} BhFigureQuery;

/* Parameters of every statement: ?1 and ?2 the bounds of the period (as in BhFigureQuery), ?3
 * as-of, ?4 the instant whose state is meant; those of the filter follow. Stored codes stand in the
 * SQL as they are: clocks 8 response, 9 completion; statuses 90 void, 91 merged, 92 withdrawn, 93
 * declined, nothing above; stages 6 sign-off, 7 callback; verdicts 1 signed, 2 refused. */
#define BH_FIRST_FILTER_PARAMETER 5

#define BH_SECONDS_PER_HOUR 3600.0
#define BH_SECONDS_PER_DAY 86400.0
/* From this score on, of 5, a complainant is satisfied. */
#define BH_SATISFIED_SCORE 4

/* For how long a fix is to hold, in microseconds. */
#define BH_FIX_HOLDS ((gint64) BH_FIX_HOLDS_SECONDS * BH_USEC_PER_SEC)

/* Which tickets: those finished in the period by a finish that no rework followed. */
#define BH_SQL_FINISHED_IN_PERIOD "$.finished_at >= ?1 AND $.finished_at < ?2"
/* Over `known`: merged, withdrawn and declined tickets have no duration and no quality. */
#define BH_SQL_COUNTS "known.closed_as < 91"

/* Over `known`: whether a limit is ripe, that is kept or passed by ?3. Of withdrawn and declined
 * tickets only where the limit had passed before that; of merged ones never. */
#define BH_SQL_RIPE(due, done)                                                                     \
  " CASE WHEN " due " IS NULL THEN 0"                                                              \
  " WHEN closed_as > 90 THEN CASE WHEN closed_as > 91 AND " due " < closed_at THEN 1 ELSE 0 END"   \
  " WHEN " done " IS NULL AND " due " > ?3 THEN 0 ELSE 1 END"
/* Over `known`: until when a caller who waits should have a first answer. */
#define BH_SQL_FIRST_ANSWER_DUE "(received_at + 120000000)"
/* Over `known`: merged, withdrawn and declined tickets do nothing any more. */
#define BH_SQL_ENDED_UNDONE " CASE WHEN closed_as > 90 THEN 1 ELSE 0 END"
/* Over `known`: what the answers are to, which the satisfaction is made of, those of merged tickets
 * too. */
#define BH_SQL_SCORED "known.closed_as < 92"

/* Of event `e`, that it had happened at ?4 and was not taken back: what was undone counts at no
 * time. The text of an undo has "seq=5" in a line of its own. */
#define BH_SQL_STANDS                                                                              \
  "e.at < ?4 AND NOT EXISTS (SELECT 1 FROM event AS u WHERE u.ticket_id = e.ticket_id"             \
  " AND u.verb = 23 AND REPLACE ('\n' || u.payload, '\nseq=' || e.seq || '\n', '')"                \
  " <> '\n' || u.payload)"

/* Id of the building that a place is or stands in, 0: none. From a place upwards: room, unit,
 * building; equipment may stand one deeper. */
#define BH_SQL_BUILDING(place)                                                                     \
  "COALESCE ((SELECT CASE 2 WHEN p.kind THEN p.id WHEN q.kind THEN q.id WHEN s.kind THEN s.id"     \
  " WHEN u.kind THEN u.id END FROM place AS p LEFT JOIN place AS q ON q.id = p.parent_id"          \
  " LEFT JOIN place AS s ON s.id = q.parent_id LEFT JOIN place AS u ON u.id = s.parent_id"         \
  " WHERE p.id = " place "), 0)"

/** BhFigureState: the instant whose state `known` shows. */
typedef enum
{
  BH_STATE_AS_OF,
  BH_STATE_AT_END,
} BhFigureState;

/**
 * bh_figure_query_run:
 * @which: condition over ticket `t` and its round of the instant, `$`: which tickets are read
 * @select: columns after the group's id, and FROM, WHERE, … over the table `known`
 *
 * Runs a statement over `known`: every ticket as it stood at the instant, with columns id,
 * received_at, first_answer_at, responded_at, response_due, response_paused, first_accepted_at,
 * accept_paused, repeat_of, round, finished_at, closed_at, closed_as (less than 80 while open),
 * completion_due, paused (of the round), reminded, misrouted, suspended, exception (1 or NULL:
 * somebody reminded of it, it had come to a wrong department, was suspended, was closed by an
 * exception), promised_at (as it is today) and g (id of the group); of the present also what the
 * fold derives of the answers of complainants (#BhTicketAnswers). What happened at the instant or
 * later is NULL. Void tickets are not in it.
 *
 * Returns: (transfer none) (nullable): the statement, to be stepped
 */
BhStatement *bh_figure_query_run (BhFigureQuery *self,
                                  BhFigureState state,
                                  const char *which,
                                  const char *select,
                                  GError **error);

/** BhFigureSum: one sum of a select, needed for some figures. */
typedef struct
{
  const char *sql;
  BhFigureSet figures;
} BhFigureSum;

/**
 * bh_figure_query_sum:
 * @from: what follows the sums
 *
 * Runs a statement with those of @sums that are wanted, and 0 in the place of the others: a sum
 * over a million tickets takes longer than to read them.
 *
 * Returns: (transfer none) (nullable): for every group its id and the sums
 */
BhStatement *bh_figure_query_sum (BhFigureQuery *self,
                                  BhFigureState state,
                                  const char *which,
                                  const BhFigureSum *sums,
                                  guint n_sums,
                                  const char *from,
                                  GError **error);

/** bh_figure_query_sum_alone: likewise without `known`, over the tables of @from: one group, all
 * tickets */
BhStatement *bh_figure_query_sum_alone (
    BhFigureQuery *self, const BhFigureSum *sums, guint n_sums, const char *from, GError **error);

/**
 * bh_figure_query_count:
 * @select: what follows SELECT: @n_numbers sums, and from where; it ends in a condition
 *
 * Reads one row of sums over tickets of the present, which `known` is not needed for: of a query
 * that bh_figure_query_is_plain(). Nothing is 0. Parameters are ?1 to ?3. Of
 * two columns that tickets can be sought by, ^ stands before that of the period and ~ before the
 * other: one of them is left to the planner.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_figure_query_count (
    BhFigureQuery *self, const char *select, gint64 *numbers, guint n_numbers, GError **error);

/** bh_figure_query_is_single: Returns: whether all tickets asked about are one group */
gboolean bh_figure_query_is_single (const BhFigureQuery *self);

/** bh_figure_query_is_plain: Returns: whether all tickets of the present are asked about, in one
 * group: bh_figure_query_sum_alone() may do */
gboolean bh_figure_query_is_plain (const BhFigureQuery *self);

/**
 * bh_figure_query_is_present:
 *
 * Sets @present, from the history.
 */
gboolean bh_figure_query_is_present (BhConnection *connection,
                                     gint64 as_of,
                                     gboolean *present,
                                     GError **error);

/**
 * bh_figure_query_run_asked:
 * @figure: %BH_FIGURE_SIGNOFF_SHARE or %BH_FIGURE_CALLBACK_SHARE
 *
 * Returns: (transfer none) (nullable): for every group its id and, of the tickets finished in the
 *   period, how many complainants were asked or should have been, how many of them said yes, how
 *   many may still change that, and the first limit that is still to pass
 */
BhStatement *bh_figure_query_run_asked (BhFigureQuery *self, BhFigureId figure, GError **error);

/**
 * bh_figure_query_note_change:
 * @instant: when a limit that has not passed by as-of will have passed, 0: none waits
 *
 * Each figure that asks whether something was late by now says so of the first limit that is still
 * to pass: until then, what was computed holds while nobody does anything.
 */
void bh_figure_query_note_change (BhFigureQuery *self, gint64 instant);

/** bh_figure_take_duration: Returns: what is left of @usec without @paused seconds, in units of
 * @seconds_per_unit */
double bh_figure_take_duration (gint64 usec, gint64 paused, double seconds_per_unit);

void bh_figure_group_free (BhFigureGroup *group);

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

/** bh_figure_set_spread: no value where @count is 0; @provisional: it can still change */
void bh_figure_set_spread (BhFigureValue *value,
                           gint64 count,
                           const BhSpread *spread,
                           gboolean provisional);

/* The figures, by the set of tickets they are about. Each fills what it computes for every group
 * and returns FALSE with @error. */
gboolean bh_figures_add_received (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_response (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_completion (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_first_answer (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_open (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_finished (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_response_hours (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_handover_hours (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_signoff (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_callbacks (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_satisfaction (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_routing (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_exceptions (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_promises (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_verdicts (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_stages_on_time (BhFigureQuery *query, GError **error);
gboolean bh_figures_add_stage_hours (BhFigureQuery *query, GError **error);

G_END_DECLS
