/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

/* Figures about the tickets received in a period, and about those open at its end. */

/* A share asks about tickets that did it or whose limit has passed; of withdrawn and declined ones
 * only where the limit had passed before that. It can change while a limit is still to come; that
 * of completion also while a finish can still be refused. */
static const char RECEIVED[]
    = "COUNT (*), COUNT (repeat_of),"
      " SUM (response_ripe),"
      " SUM (CASE WHEN responded_at <= response_due THEN response_ripe ELSE 0 END),"
      " SUM (CASE WHEN ended_undone = 0 AND responded_at IS NULL AND response_due > ?3"
      " THEN 1 ELSE 0 END),"
      " SUM (completion_ripe),"
      " SUM (CASE WHEN finished_at <= completion_due THEN completion_ripe ELSE 0 END),"
      " SUM (CASE WHEN ended_undone = 0 AND finished_at IS NULL AND completion_due > ?3"
      " OR closed_at IS NULL AND finished_at IS NOT NULL AND completion_due IS NOT NULL"
      " THEN 1 ELSE 0 END),"
      " SUM (CASE WHEN closed_as <> 91 THEN 1 ELSE 0 END),"
      " SUM (CASE WHEN ended_undone = 0 AND finished_at IS NOT NULL THEN 1 ELSE 0 END),"
      " SUM (CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END)"
      " FROM (SELECT known.*," BH_SQL_ENDED_UNDONE " AS ended_undone," BH_SQL_RIPE (
          "response_due",
          "responded_at") " AS response_ripe," BH_SQL_RIPE ("completion_due",
                                                            "finished_at") " AS completion_ripe"
                                                                           " FROM known) AS x "
                                                                           "GROUP BY g";

static void
read_received (BhStatement *s, BhFigureValue *values)
{
  double counts[12];

  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    counts[i] = (double) bh_statement_get_int64 (s, i);

  bh_figure_set_count (&values[BH_FIGURE_RECEIVED], bh_statement_get_int64 (s, 1), FALSE);
  bh_figure_set_ratio (&values[BH_FIGURE_REPEAT_SHARE], counts[2], counts[1], FALSE);
  bh_figure_set_ratio (&values[BH_FIGURE_RESPONSE_ON_TIME], counts[4], counts[3], counts[5] > 0);
  bh_figure_set_ratio (&values[BH_FIGURE_COMPLETION_ON_TIME], counts[7], counts[6], counts[8] > 0);
  bh_figure_set_ratio (&values[BH_FIGURE_RESOLVED_SHARE], counts[10], counts[9], counts[11] > 0);
}

gboolean
bh_figures_add_received (BhFigureQuery *query, GError **error)
{
  BhStatement *s = bh_figure_query_run (
      query, BH_STATE_AS_OF, "t.received_at >= ?1 AND t.received_at < ?2", RECEIVED, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    read_received (s, bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0)));

  return step == BH_STEP_DONE;
}

/* The limit is told by the receipt alone; what counts is as with the other clocks. */
static const char FIRST_ANSWER[]
    = "SUM (ripe), SUM (CASE WHEN first_answer_at <= due THEN ripe ELSE 0 END),"
      " SUM (CASE WHEN closed_as NOT IN (91, 92, 93) AND ripe = 0 THEN 1 ELSE 0 END)"
      " FROM (SELECT known.*, " BH_SQL_FIRST_ANSWER_DUE " AS due," BH_SQL_RIPE (
          BH_SQL_FIRST_ANSWER_DUE, "first_answer_at") " AS ripe FROM known) AS x GROUP BY g";

G_STATIC_ASSERT (BH_FIRST_ANSWER_SECONDS == 120);

gboolean
bh_figures_add_first_answer (BhFigureQuery *query, GError **error)
{
  BhStatement *s = bh_figure_query_run (
      query, BH_STATE_AS_OF,
      "t.received_at >= ?1 AND t.received_at < ?2 AND " BH_SQL_CALLER_WAITED ("t"), FIRST_ANSWER,
      error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhFigureValue *values = bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0));

      bh_figure_set_ratio (
          &values[BH_FIGURE_FIRST_ANSWER_ON_TIME], (double) bh_statement_get_int64 (s, 2),
          (double) bh_statement_get_int64 (s, 1), bh_statement_get_int64 (s, 3) > 0);
    }

  return step == BH_STEP_DONE;
}

/* The state is that of the period's end, but what was merged by now counts nowhere else. */
static const char OPEN_AT_END[] = "(r.closed_at IS NULL OR r.closed_at >= ?2)"
                                  " AND NOT (t.status = 91 AND t.closed_at < ?3)";

static const char OPEN[] = "COUNT (*), SUM (CASE WHEN completion_due < ?2 AND finished_at IS NULL"
                           " THEN 1 ELSE 0 END) FROM known GROUP BY g";

BhStatement *
bh_figure_query_run_open (BhFigureQuery *self, GError **error)
{
  return bh_figure_query_run (self, BH_STATE_AT_END, OPEN_AT_END, OPEN, error);
}

gboolean
bh_figures_add_open (BhFigureQuery *query, GError **error)
{
  BhStatement *s = bh_figure_query_run_open (query, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhFigureValue *values = bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0));

      bh_figure_set_count (&values[BH_FIGURE_OPEN_AT_END], bh_statement_get_int64 (s, 1), FALSE);
      bh_figure_set_count (&values[BH_FIGURE_OVERDUE_OPEN_AT_END], bh_statement_get_int64 (s, 2),
                           FALSE);
    }

  return step == BH_STEP_DONE;
}
