/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

/* Figures about what complainants said: sign-off, callback and satisfaction. */

/* 6 and 7 are the stages of sign-off and callback, 1 and 2 the verdicts signed and refused. */
G_STATIC_ASSERT (BH_STAGE_SIGN == 6 && BH_STAGE_CALLBACK == 7);
G_STATIC_ASSERT (BH_VERDICT_SIGNED == 1 && BH_VERDICT_REFUSED == 2);

/* The lowest score that counts as satisfied. */
#define SATISFIED "4"

/* The limit of a stage of the round, as it was at the instant. A ticket of a ledger has no stages,
 * and a policy without callback none for it. */
#define STAGE_DUE(stage)                                                                           \
  "(SELECT NULLIF (COALESCE ((SELECT COALESCE (d.old_due, 0) FROM due_change AS d"                 \
  " WHERE d.ticket_id = s.ticket_id AND d.clock = s.stage AND d.stage_seq = s.seq"                 \
  " AND d.changed_at >= " BH_SQL_STATE " ORDER BY d.changed_at, d.idx LIMIT 1), s.due_at), 0)"     \
  " FROM stage AS s WHERE s.ticket_id = known.id AND s.round = known.round"                        \
  " AND s.stage = " G_STRINGIFY (stage) " AND s.started_at < " BH_SQL_STATE                        \
                                        " ORDER BY s.seq DESC LIMIT 1)"

/* Opinions or callbacks of complainant c in the round of the instant. */
#define SAID(table, condition)                                                                     \
  "EXISTS (SELECT 1 FROM " table " AS o WHERE o.ticket_id = known.id AND o.round = known.round"    \
  " AND o.complainant = c.idx AND o.at < " BH_SQL_STATE " AND " condition ")"

/* Counts of an inner table with the columns g, yes, asked (0 or 1), due and unsure. */
#define SHARES_FROM(inner)                                                                         \
  "SUM (CASE WHEN asked = 1 OR due <= " BH_SQL_AS_OF " THEN 1 ELSE 0 END), SUM (yes),"             \
  " SUM (CASE WHEN unsure = 1 OR (asked = 0 AND due > " BH_SQL_AS_OF ") THEN 1 ELSE 0 END)"        \
  " FROM (" inner ") AS x GROUP BY g"

#define COMPLAINANTS                                                                               \
  " CASE WHEN known.closed_at IS NULL THEN 1 ELSE 0 END AS unsure FROM known"                      \
  " JOIN complainant AS c ON c.ticket_id = known.id WHERE " BH_SQL_COUNTS

static const char SIGNOFF[] = SHARES_FROM (
    "SELECT known.g,"
    " CASE WHEN " SAID ("opinion",
                        "o.verdict = 1") " THEN 1 ELSE 0 END AS yes,"
                                         " CASE WHEN " SAID (
                                             "opinion",
                                             "o.verdict IN (1, 2)") " THEN 1 ELSE 0 END"
                                                                    " AS asked, " STAGE_DUE (
                                                                        6) " AS due," COMPLAINANTS
                                                                           " AND c.reachable = 1");

static const char CALLBACKS[] = SHARES_FROM (
    "SELECT known.g,"
    " CASE WHEN " SAID ("callback",
                        "o.reached = 1") " THEN 1 ELSE 0 END AS yes,"
                                         " CASE WHEN " SAID (
                                             "callback",
                                             "1 = 1") " THEN 1 ELSE 0 END AS asked,"
                                                      " " STAGE_DUE (7) " AS due," COMPLAINANTS);

static gboolean
add_share (BhFigureQuery *query, BhFigureId figure, const char *select, GError **error)
{
  BhStatement *s
      = bh_figure_query_run (query, BH_STATE_AS_OF, BH_SQL_FINISHED_IN_PERIOD, select, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhFigureValue *values = bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0));

      bh_figure_set_ratio (&values[figure], (double) bh_statement_get_int64 (s, 2),
                           (double) bh_statement_get_int64 (s, 1),
                           bh_statement_get_int64 (s, 3) > 0);
    }

  return step == BH_STEP_DONE;
}

gboolean
bh_figures_add_signoff (BhFigureQuery *query, GError **error)
{
  return add_share (query, BH_FIGURE_SIGNOFF_SHARE, SIGNOFF, error);
}

gboolean
bh_figures_add_callbacks (BhFigureQuery *query, GError **error)
{
  return add_share (query, BH_FIGURE_CALLBACK_SHARE, CALLBACKS, error);
}

static const char CALLED_IN_PERIOD[]
    = "t.id IN (SELECT o.ticket_id FROM callback AS o WHERE o.at >= " BH_SQL_FROM
      " AND o.at < " BH_SQL_END ")";

/* Those of merged tickets count as well. */
static const char SATISFACTION[]
    = "COUNT (*), SUM (CASE WHEN o.score >= " SATISFIED " THEN 1 ELSE 0 END), SUM (o.score)"
      " FROM known JOIN callback AS o ON o.ticket_id = known.id AND o.at >= " BH_SQL_FROM
      " AND o.at < " BH_SQL_END " AND o.score BETWEEN 1 AND 5"
      " WHERE known.closed_as NOT IN (92, 93) GROUP BY g";

gboolean
bh_figures_add_satisfaction (BhFigureQuery *query, GError **error)
{
  BhStatement *s
      = bh_figure_query_run (query, BH_STATE_AS_OF, CALLED_IN_PERIOD, SATISFACTION, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhFigureValue *values = bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0));
      double n = (double) bh_statement_get_int64 (s, 1);

      bh_figure_set_ratio (&values[BH_FIGURE_SATISFACTION], (double) bh_statement_get_int64 (s, 2),
                           n, FALSE);
      bh_figure_set_ratio (&values[BH_FIGURE_SATISFACTION_INDEX],
                           20.0 * (double) bh_statement_get_int64 (s, 3), n, FALSE);
    }

  return step == BH_STEP_DONE;
}
