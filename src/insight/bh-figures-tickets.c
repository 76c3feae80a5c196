/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

/* Figures about the tickets received in a period, and about those open at its end. */

/* 91 merged, 92 withdrawn, 93 declined. */
G_STATIC_ASSERT (BH_STATUS_MERGED == 91 && BH_STATUS_WITHDRAWN == 92 && BH_STATUS_DECLINED == 93);

#define COUNT_IF(condition) "SUM (CASE WHEN " condition " THEN 1 ELSE 0 END)"

#define ENDED_UNDONE "closed_as IN (92, 93)"

/* A share asks about tickets that did it or whose limit has passed; of withdrawn and declined ones
 * only where the limit had passed before that. */
#define RIPE(done, due)                                                                            \
  "closed_as <> 91 AND " due " IS NOT NULL AND CASE WHEN " ENDED_UNDONE " THEN " due               \
  " < closed_at ELSE (" done " IS NOT NULL OR " due " <= " BH_SQL_AS_OF ") END"

/* Its limit is still to come. */
#define UNRIPE(done, due)                                                                          \
  "NOT (closed_as IN (91, 92, 93)) AND " done " IS NULL AND " due " > " BH_SQL_AS_OF

#define RESOLVED "finished_at IS NOT NULL AND closed_as NOT IN (91, 92, 93)"

static const char RECEIVED_IN_PERIOD[]
    = "t.received_at >= " BH_SQL_FROM " AND t.received_at < " BH_SQL_END;

static const char RECEIVED[]
    = "COUNT (*),"
      " " COUNT_IF (
          "repeat_of IS NOT NULL") ","
                                   " " COUNT_IF (RIPE (
                                       "responded_at",
                                       "response_due")) ","
                                                        " " COUNT_IF (RIPE (
                                                            "responded_at",
                                                            "response_due") " AND "
                                                                            "responded_"
                                                                            "at <= "
                                                                            "response_"
                                                                            "due") ","
                                                                                   " " COUNT_IF (
                                                                                       UNRIPE (
                                                                                           "r"
                                                                                           "e"
                                                                                           "s"
                                                                                           "p"
                                                                                           "o"
                                                                                           "n"
                                                                                           "d"
                                                                                           "e"
                                                                                           "d"
                                                                                           "_"
                                                                                           "a"
                                                                                           "t",
                                                                                           "r"
                                                                                           "e"
                                                                                           "s"
                                                                                           "p"
                                                                                           "o"
                                                                                           "n"
                                                                                           "s"
                                                                                           "e"
                                                                                           "_"
                                                                                           "d"
                                                                                           "u"
                                                                                           "e")) ","
                                                                                                 " " COUNT_IF (
                                                                                                     RIPE ("finished_at", "completion_due")) ","
                                                                                                                                             " " COUNT_IF (RIPE ("finished_at", "completion_due") " AND finished_at <= completion_due") ","
                                                                                                                                                                                                                                        " " COUNT_IF (UNRIPE ("finished_at", "completion_due")) ","
                                                                                                                                                                                                                                                                                                " " COUNT_IF ("closed_as <> 91") ","
                                                                                                                                                                                                                                                                                                                                 " " COUNT_IF (
                                                                                                                                                                                                                                                                                                                                     RESOLVED) ","
                                                                                                                                                                                                                                                                                                                                               /* What is not closed can still be finished, and a finish can still be refused. */
                                                                                                                                                                                                                                                                                                                                               " " COUNT_IF (
                                                                                                                                                                                                                                                                                                                                                   "closed_at IS NULL") ","
                                                                                                                                                                                                                                                                                                                                                                        " " COUNT_IF (
                                                                                                                                                                                                                                                                                                                                                                            "closed_at IS NULL AND finished_at IS NOT NULL AND completion_due IS NOT NULL") " FROM known GROUP BY g";

static void
read_received (BhStatement *s, BhFigureValue *values)
{
  gint64 received = bh_statement_get_int64 (s, 1);
  gint64 unfinished = bh_statement_get_int64 (s, 11);
  gboolean response_unripe = bh_statement_get_int64 (s, 5) > 0;
  gboolean completion_unripe
      = bh_statement_get_int64 (s, 8) > 0 || bh_statement_get_int64 (s, 12) > 0;

  bh_figure_set_count (&values[BH_FIGURE_RECEIVED], received, FALSE);
  bh_figure_set_ratio (&values[BH_FIGURE_REPEAT_SHARE], (double) bh_statement_get_int64 (s, 2),
                       (double) received, FALSE);
  bh_figure_set_ratio (&values[BH_FIGURE_RESPONSE_ON_TIME], (double) bh_statement_get_int64 (s, 4),
                       (double) bh_statement_get_int64 (s, 3), response_unripe);
  bh_figure_set_ratio (&values[BH_FIGURE_COMPLETION_ON_TIME],
                       (double) bh_statement_get_int64 (s, 7),
                       (double) bh_statement_get_int64 (s, 6), completion_unripe);
  bh_figure_set_ratio (&values[BH_FIGURE_RESOLVED_SHARE], (double) bh_statement_get_int64 (s, 10),
                       (double) bh_statement_get_int64 (s, 9), unfinished > 0);
}

gboolean
bh_figures_add_received (BhFigureQuery *query, GError **error)
{
  BhStatement *s = bh_figure_query_run (query, BH_STATE_AS_OF, RECEIVED_IN_PERIOD, RECEIVED, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    read_received (s, bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0)));

  return step == BH_STEP_DONE;
}

/* The state is that of the period's end, but what was merged by now counted nowhere else. */
static const char OPEN_AT_END[]
    = "t.received_at < " BH_SQL_END " AND (r.closed_at IS NULL OR r.closed_at >= " BH_SQL_END ")"
      " AND NOT (t.status = 91 AND t.closed_at < " BH_SQL_AS_OF ")";

static const char OPEN[] = "COUNT (*), " COUNT_IF (
    "completion_due < " BH_SQL_END " AND finished_at IS NULL") " FROM known GROUP BY g";

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
    }

  return step == BH_STEP_DONE;
}
