/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

#include <string.h>

/* Figures about the tickets received in a period, and about those open at its end. */

#define RECEIVED_IN_PERIOD "t.received_at >= ?1 AND t.received_at < ?2"

/* What is asked of all but merged tickets, and can change until they are closed. */
#define OF_ALL_RECEIVED                                                                            \
  (BH_FIGURE_BIT (BH_FIGURE_RESOLVED_SHARE) | BH_FIGURE_BIT (BH_FIGURE_SUSPENDED_SHARE)            \
   | BH_FIGURE_BIT (BH_FIGURE_REMINDER_SHARE))

/* Places of two of the sums. */
#define SUM_MERGED 2
#define SUM_CLOSED 4

/* Counting is quicker than summing, and a list of codes slower than all else. */
static const BhFigureSum received_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (repeat_of)", BH_FIGURE_BIT (BH_FIGURE_REPEAT_SHARE) },
  { "COUNT (CASE WHEN closed_as = 91 THEN 1 END)", OF_ALL_RECEIVED },
  { "COUNT (CASE WHEN closed_as < 91 THEN finished_at END)",
    BH_FIGURE_BIT (BH_FIGURE_RESOLVED_SHARE) },
  { "COUNT (closed_at)", OF_ALL_RECEIVED },
  { "COUNT (CASE WHEN closed_as <> 91 THEN suspended END)",
    BH_FIGURE_BIT (BH_FIGURE_SUSPENDED_SHARE) },
  { "COUNT (CASE WHEN closed_as <> 91 THEN reminded END)",
    BH_FIGURE_BIT (BH_FIGURE_REMINDER_SHARE) },
};

static void
read_received (BhStatement *s, gint64 merged, gboolean open, BhFigureValue *values)
{
  gint64 received = bh_statement_get_int64 (s, 1);
  double asked = (double) (received - merged);

  bh_figure_set_count (&values[BH_FIGURE_RECEIVED], received, FALSE);
  bh_figure_set_ratio (&values[BH_FIGURE_REPEAT_SHARE], (double) bh_statement_get_int64 (s, 2),
                       (double) received, FALSE);
  bh_figure_set_ratio (&values[BH_FIGURE_RESOLVED_SHARE], (double) bh_statement_get_int64 (s, 4),
                       asked, open);
  bh_figure_set_ratio (&values[BH_FIGURE_SUSPENDED_SHARE], (double) bh_statement_get_int64 (s, 6),
                       asked, open);
  bh_figure_set_ratio (&values[BH_FIGURE_REMINDER_SHARE], (double) bh_statement_get_int64 (s, 7),
                       asked, open);
}

/* @received: the receipt, with a plus where the status is to be sought instead */
static gboolean
count_status (
    BhFigureQuery *query, const char *status, const char *received, gint64 *n, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT COUNT (*) FROM ticket AS t WHERE t.status %s AND %s >= %" G_GINT64_FORMAT
      " AND %s < %" G_GINT64_FORMAT,
      status, received, query->from, received, query->end);

  return bh_connection_get_single (query->connection, sql, n, error);
}

/* Of all tickets as they are now, those merged and those open are counted by an index of their own:
 * they are few. */
static gboolean
add_all_received (BhFigureQuery *query, GError **error)
{
  BhFigureSum sums[G_N_ELEMENTS (received_sums)];
  gint64 merged, open;
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  if (!count_status (query, "= 91", "t.received_at", &merged, error)
      || !count_status (query, "< 80", "+t.received_at", &open, error))
    return FALSE;

  memcpy (sums, received_sums, sizeof sums);
  sums[SUM_MERGED].figures = 0;
  sums[SUM_CLOSED].figures = 0;
  s = bh_figure_query_sum (query, BH_STATE_AS_OF, RECEIVED_IN_PERIOD, sums, G_N_ELEMENTS (sums),
                           "FROM known", error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    read_received (s, merged, open > 0, bh_figure_query_get_values (query, 0));

  return step == BH_STEP_DONE;
}

gboolean
bh_figures_add_received (BhFigureQuery *query, GError **error)
{
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  if (bh_figure_query_is_plain (query) && (query->wanted & OF_ALL_RECEIVED) != 0)
    return add_all_received (query, error);

  s = bh_figure_query_sum (query, BH_STATE_AS_OF, RECEIVED_IN_PERIOD, received_sums,
                           G_N_ELEMENTS (received_sums), "FROM known", error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    read_received (s, bh_statement_get_int64 (s, 1 + SUM_MERGED),
                   bh_statement_get_int64 (s, 1 + SUM_CLOSED) < bh_statement_get_int64 (s, 1),
                   bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0)));

  return step == BH_STEP_DONE;
}

/* A share asks about tickets that did it or whose limit has passed; of withdrawn and declined ones
 * only where the limit had passed before that. It can change while a limit is still to come; that
 * of completion also while a finish can still be refused. */
static const char RESPONSE_FROM[]
    = "FROM known WHERE response_due IS NOT NULL"
      " AND (closed_as < 91 OR closed_as > 91 AND response_due < closed_at)";
static const char COMPLETION_FROM[]
    = "FROM known WHERE completion_due IS NOT NULL"
      " AND (closed_as < 91 OR closed_as > 91 AND completion_due < closed_at)";

/* Of those with a limit: all, kept, still to come, what can change besides, and the first limit to
 * come. */
static const BhFigureSum response_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN responded_at <= response_due THEN 1 END)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN responded_at IS NULL AND response_due > ?3 THEN 1 END)", ~BH_FIGURES_QUICK },
  { "0", 0 },
  { "MIN (CASE WHEN responded_at IS NULL AND response_due > ?3 THEN response_due END)",
    ~BH_FIGURES_QUICK },
};
static const BhFigureSum completion_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN finished_at <= completion_due THEN 1 END)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN finished_at IS NULL AND completion_due > ?3 THEN 1 END)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN closed_at IS NULL THEN finished_at END)", ~BH_FIGURES_QUICK },
  { "MIN (CASE WHEN finished_at IS NULL AND completion_due > ?3 THEN completion_due END)",
    ~BH_FIGURES_QUICK },
};

/* The limit of the first answer is told by the receipt alone. */
static const char FIRST_ANSWER_FROM[]
    = "FROM known WHERE closed_as < 91 OR closed_as > 91 AND " BH_SQL_FIRST_ANSWER_DUE
      " < closed_at";

static const BhFigureSum first_answer_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN first_answer_at <= " BH_SQL_FIRST_ANSWER_DUE " THEN 1 END)",
    ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN first_answer_at IS NULL AND " BH_SQL_FIRST_ANSWER_DUE " > ?3 THEN 1 END)",
    ~BH_FIGURES_QUICK },
  { "0", 0 },
  { "MIN (CASE WHEN first_answer_at IS NULL AND " BH_SQL_FIRST_ANSWER_DUE
    " > ?3 THEN " BH_SQL_FIRST_ANSWER_DUE " END)",
    ~BH_FIGURES_QUICK },
};

G_STATIC_ASSERT (BH_FIRST_ANSWER_SECONDS == 120);

/* A clock: its tickets, its sums, and its limit. */
typedef struct
{
  BhFigureId figure;
  const char *which;
  const BhFigureSum *sums;
  const char *latest; /* the last limit of all */
  const char *from;
} Clock;

static void
take_punctuality (BhFigureQuery *query, const Clock *clock, BhStatement *s)
{
  BhFigureValue *values = bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0));
  gint64 waiting = bh_statement_get_int64 (s, 3);

  bh_figure_set_ratio (&values[clock->figure], (double) bh_statement_get_int64 (s, 2),
                       (double) (bh_statement_get_int64 (s, 1) - waiting),
                       waiting > 0 || bh_statement_get_int64 (s, 4) > 0);
  bh_figure_query_note_change (query, bh_statement_get_int64 (s, 5));
}

/* Of most periods all limits have passed, so that none waits: that is seen by the last of them, and
 * spares two comparisons for each ticket. */
static gboolean
add_passed (BhFigureQuery *query, const Clock *clock, gboolean *done, GError **error)
{
  BhFigureSum sums[] = {
    clock->sums[0], clock->sums[1], { "0", 0 }, clock->sums[3], { clock->latest, ~BH_FIGURES_QUICK }
  };
  BhStatement *s = bh_figure_query_sum (query, BH_STATE_AS_OF, clock->which, sums,
                                        G_N_ELEMENTS (sums), clock->from, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      *done = bh_statement_get_int64 (s, 5) <= query->as_of;
      if (*done)
        take_punctuality (query, clock, s);
    }

  return step == BH_STEP_DONE;
}

static gboolean
add_punctuality (BhFigureQuery *query, const Clock *clock, GError **error)
{
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;
  gboolean done = FALSE;

  if (bh_figure_query_is_single (query) && !query->early
      && !add_passed (query, clock, &done, error))
    return FALSE;
  if (done)
    return TRUE;

  s = bh_figure_query_sum (query, BH_STATE_AS_OF, clock->which, clock->sums, 5, clock->from, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    take_punctuality (query, clock, s);

  return step == BH_STEP_DONE;
}

gboolean
bh_figures_add_response (BhFigureQuery *query, GError **error)
{
  static const Clock clock = { BH_FIGURE_RESPONSE_ON_TIME, RECEIVED_IN_PERIOD, response_sums,
                               "MAX (response_due)", RESPONSE_FROM };

  return add_punctuality (query, &clock, error);
}

gboolean
bh_figures_add_completion (BhFigureQuery *query, GError **error)
{
  static const Clock clock = { BH_FIGURE_COMPLETION_ON_TIME, RECEIVED_IN_PERIOD, completion_sums,
                               "MAX (completion_due)", COMPLETION_FROM };

  return add_punctuality (query, &clock, error);
}

gboolean
bh_figures_add_first_answer (BhFigureQuery *query, GError **error)
{
  static const Clock clock
      = { BH_FIGURE_FIRST_ANSWER_ON_TIME, RECEIVED_IN_PERIOD " AND " BH_SQL_CALLER_WAITED ("t"),
          first_answer_sums, "MAX (received_at) + 120000000", FIRST_ANSWER_FROM };

  return add_punctuality (query, &clock, error);
}

/* The state is that of the period's end, but what was merged by now counts nowhere else. What has
 * been closed since before then was closed then: few are left whose rounds must be looked at. */
static const char OPEN_AT_END[]
    = "t.received_at < ?2 AND (t.closed_at IS NULL OR t.closed_at >= ?2)"
      " AND (r.closed_at IS NULL OR r.closed_at >= ?2)"
      " AND NOT (t.status = 91 AND t.closed_at < ?3)";

/* While the period still runs, one more is overdue right after the next limit. */
static const char OPEN[] = "COUNT (*), SUM (CASE WHEN completion_due < ?2 AND finished_at IS NULL"
                           " THEN 1 ELSE 0 END),"
                           " MIN (CASE WHEN completion_due >= ?2 AND finished_at IS NULL"
                           " THEN completion_due END) + 1 FROM known GROUP BY g";

gboolean
bh_figures_add_open (BhFigureQuery *query, GError **error)
{
  BhStatement *s = bh_figure_query_run (query, BH_STATE_AT_END, OPEN_AT_END, OPEN, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhFigureValue *values = bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0));

      bh_figure_set_count (&values[BH_FIGURE_OPEN_AT_END], bh_statement_get_int64 (s, 1), FALSE);
      bh_figure_set_count (&values[BH_FIGURE_OVERDUE_OPEN_AT_END], bh_statement_get_int64 (s, 2),
                           FALSE);
      if (query->early)
        bh_figure_query_note_change (query, bh_statement_get_int64 (s, 3));
    }

  return step == BH_STEP_DONE;
}

/* Of tickets first dispatched in the period and not dropped: all, those sent wrong, and those that
 * can still turn out to be. */
static const BhFigureSum routing_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (misrouted)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN closed_at IS NULL AND misrouted IS NULL THEN 1 END)", ~BH_FIGURES_QUICK },
};

/* Of tickets closed in the period, and not void, merged, withdrawn or declined. */
static const BhFigureSum exception_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (exception)", ~BH_FIGURES_QUICK },
  { "0", 0 },
};

static gboolean
add_share (BhFigureQuery *query,
           BhFigureId figure,
           const char *which,
           const BhFigureSum *sums,
           const char *from,
           GError **error)
{
  BhStatement *s = bh_figure_query_sum (query, BH_STATE_AS_OF, which, sums, 3, from, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    bh_figure_set_ratio (&bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0))[figure],
                         (double) bh_statement_get_int64 (s, 2),
                         (double) bh_statement_get_int64 (s, 1), bh_statement_get_int64 (s, 3) > 0);

  return step == BH_STEP_DONE;
}

gboolean
bh_figures_add_routing (BhFigureQuery *query, GError **error)
{
  return add_share (query, BH_FIGURE_ROUTING_ERROR_SHARE,
                    "t.first_dispatched_at >= ?1 AND t.first_dispatched_at < ?2", routing_sums,
                    "FROM known WHERE " BH_SQL_COUNTS, error);
}

gboolean
bh_figures_add_exceptions (BhFigureQuery *query, GError **error)
{
  return add_share (query, BH_FIGURE_EXCEPTION_CLOSE_SHARE,
                    "$.closed_at >= ?1 AND $.closed_at < ?2", exception_sums,
                    "FROM known WHERE " BH_SQL_COUNTS, error);
}
