/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

/* Figures about what complainants said: sign-off, callback and satisfaction. */

/* What complainants were asked: whose answers, which of them are an answer at all and which a yes,
 * whose limit, and who can be asked. */
typedef struct
{
  const char *table;
  const char *asked;
  const char *yes;
  BhStageKind stage;
  const char *who;
} Question;

/* Whoever was split off again is asked on a ticket of their own. */
#define STILL_HERE "(c.left_at IS NULL OR c.left_at >= ?4)"

static const Question signoff = { "opinion", "o.verdict IN (1, 2)", "o.verdict = 1", BH_STAGE_SIGN,
                                  "c.reachable = 1 AND " STILL_HERE };
/* Whoever scored at the sign-off is not called where the policy asks for no second answer. */
#define SCORED_ALREADY                                                                             \
  "(SELECT COUNT (*) FROM policy AS a WHERE a.callback = 2) > 0"                                   \
  " AND EXISTS (SELECT 1 FROM opinion AS v JOIN ticket AS k ON k.id = v.ticket_id"                 \
  " JOIN policy AS p ON p.id = k.policy_id AND p.callback = 2"                                     \
  " WHERE v.ticket_id = known.id AND v.round = known.round AND v.complainant = c.idx"              \
  " AND v.verdict = 1 AND v.score > 0 AND v.at < ?4)"

static const Question callback
    = { "callback", "1 = 1", "o.reached = 1 AND o.invalid = 0", BH_STAGE_CALLBACK,
        "(c.reachable = 1 OR c.from_ticket IS NULL) AND " STILL_HERE " AND NOT (" SCORED_ALREADY
        ")" };
G_STATIC_ASSERT (BH_CALLBACK_UNLESS_SCORED == 2 && BH_VERDICT_SIGNED == 1);

/* Of every complainant of a ticket finished in the period: whether they were asked in the round of
 * that finish (1) and said yes (2), until when they should have been asked where they were not, and
 * whether the finish can still be refused. Each is looked up once, and kept until all are summed:
 * merged into the sums, it would be looked up by each of them. The limit is that of the round's
 * stage as it was at ?4; a ticket of a ledger has no stages, and a policy without callback none for
 * it. */
static const char ASKED[]
    = "SUM (CASE WHEN answer > 0 OR due <= ?3 THEN 1 ELSE 0 END),"
      " SUM (CASE WHEN answer = 2 THEN 1 ELSE 0 END),"
      " SUM (CASE WHEN closed_at IS NULL OR answer = 0 AND due > ?3 THEN 1 ELSE 0 END),"
      " MIN (CASE WHEN answer = 0 AND due > ?3 THEN due END)"
      " FROM (WITH answered AS MATERIALIZED (SELECT known.g, known.id, known.round,"
      " known.closed_at, COALESCE ((SELECT MAX (CASE WHEN %s THEN 2 WHEN %s THEN 1 ELSE 0 END)"
      " FROM %s AS o WHERE o.ticket_id = known.id AND o.round = known.round"
      " AND o.complainant = c.idx AND o.at < ?4), 0) AS answer"
      " FROM known JOIN complainant AS c ON c.ticket_id = known.id"
      " WHERE " BH_SQL_COUNTS " AND %s),"
      " limited AS MATERIALIZED (SELECT g, closed_at, answer, CASE answer WHEN 0 THEN"
      " (SELECT NULLIF (COALESCE ("
      "(SELECT COALESCE (d.old_due, 0) FROM due_change AS d"
      " WHERE d.ticket_id = s.ticket_id AND d.clock = s.stage AND d.stage_seq = s.seq"
      " AND d.changed_at >= ?4 ORDER BY d.changed_at, d.idx LIMIT 1), s.due_at), 0)"
      " FROM stage AS s WHERE s.ticket_id = answered.id AND s.round = answered.round"
      " AND s.stage = %d AND s.started_at < ?4 ORDER BY s.seq DESC LIMIT 1) END AS due"
      " FROM answered) SELECT * FROM limited) AS x GROUP BY g";

/* A part of the tickets is sought by what makes it one, not by when they were finished. */
static const char FINISHED_WITHIN[] = "+$.finished_at >= ?1 AND +$.finished_at < ?2";

/* Of the present, the fold has looked all that up. */
#define KNOWN_ASKED(what, yes)                                                                     \
  {                                                                                                \
    { "SUM (" what "_asked - CASE WHEN " what "_due > ?3 THEN " what "_open ELSE 0 END)",          \
      ~BH_FIGURES_QUICK },                                                                         \
        { "SUM (" yes ")", ~BH_FIGURES_QUICK },                                                    \
        { "COUNT (CASE WHEN " what "_due > ?3 OR closed_at IS NULL AND " what "_asked + " what     \
          "_open > 0 THEN 1 END)",                                                                 \
          ~BH_FIGURES_QUICK },                                                                     \
    {                                                                                              \
      "MIN (CASE WHEN " what "_due > ?3 THEN " what "_due END)", ~BH_FIGURES_QUICK                 \
    }                                                                                              \
  }

static const char KNOWN_FROM[] = "FROM known WHERE " BH_SQL_COUNTS;

static const BhFigureSum known_signoff[] = KNOWN_ASKED ("signoff", "signoff_signed");
static const BhFigureSum known_callback[] = KNOWN_ASKED ("callback", "callback_reached");

BhStatement *
bh_figure_query_run_asked (BhFigureQuery *self, BhFigureId figure, GError **error)
{
  const char *which = self->within != NULL ? FINISHED_WITHIN : BH_SQL_FINISHED_IN_PERIOD;
  gboolean of_signoff = figure == BH_FIGURE_SIGNOFF_SHARE;
  const Question *question = of_signoff ? &signoff : &callback;
  g_autofree char *select = NULL;

  if (self->present)
    return bh_figure_query_sum (self, BH_STATE_AS_OF, which,
                                of_signoff ? known_signoff : known_callback,
                                G_N_ELEMENTS (known_signoff), KNOWN_FROM, error);

  select = g_strdup_printf (ASKED, question->yes, question->asked, question->table, question->who,
                            (int) question->stage);

  return bh_figure_query_run (self, BH_STATE_AS_OF, which, select, error);
}

static void
set_asked (BhFigureQuery *query,
           BhFigureId figure,
           gint64 id,
           gint64 asked,
           gint64 yes,
           gint64 unsure,
           gint64 next_due)
{
  bh_figure_set_ratio (&bh_figure_query_get_values (query, id)[figure], (double) yes,
                       (double) asked, unsure > 0);
  bh_figure_query_note_change (query, next_due);
}

/* Of all tickets, those who were asked or have a limit; then who has time until later, and whose
 * finish can still be refused: both are few, and have indexes of their own. Tickets that count
 * nowhere have no answers. */
typedef struct
{
  const char *all;
  const char *waiting;
  const char *unsure;
} Counts;

#define COUNTS(what, yes)                                                                          \
  {                                                                                                \
    "SUM (t." what "_asked), SUM (t." yes ") FROM ticket AS t"                                     \
    " WHERE t.finished_at >= ?1 AND t.finished_at < ?2",                                           \
        "SUM (t." what "_open), MIN (t." what "_due) FROM ticket AS t WHERE ~t." what "_due > ?3"  \
        " AND ^t.finished_at >= ?1 AND ^t.finished_at < ?2",                                       \
        "COUNT (*) FROM ticket AS o CROSS JOIN ticket AS t ON t.id = o.id WHERE ~o.status < 80"    \
        " AND ^o.finished_at >= ?1 AND ^o.finished_at < ?2 AND t." what "_asked + t." what         \
        "_open > 0",                                                                               \
  }

static const Counts signoff_counts = COUNTS ("signoff", "signoff_signed");
static const Counts callback_counts = COUNTS ("callback", "callback_reached");

static gboolean
add_all (BhFigureQuery *query, BhFigureId figure, GError **error)
{
  const Counts *counts = figure == BH_FIGURE_SIGNOFF_SHARE ? &signoff_counts : &callback_counts;
  gint64 all[2], waiting[2], unsure;

  if (!bh_figure_query_count (query, counts->all, all, 2, error)
      || !bh_figure_query_count (query, counts->waiting, waiting, 2, error)
      || !bh_figure_query_count (query, counts->unsure, &unsure, 1, error))
    return FALSE;

  set_asked (query, figure, 0, all[0] - waiting[0], all[1], waiting[0] + unsure, waiting[1]);

  return TRUE;
}

static gboolean
add_share (BhFigureQuery *query, BhFigureId figure, GError **error)
{
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  if (bh_figure_query_is_plain (query))
    return add_all (query, figure, error);

  s = bh_figure_query_run_asked (query, figure, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    set_asked (query, figure, bh_statement_get_int64 (s, 0), bh_statement_get_int64 (s, 1),
               bh_statement_get_int64 (s, 2), bh_statement_get_int64 (s, 3),
               bh_statement_get_int64 (s, 4));

  return step == BH_STEP_DONE;
}

gboolean
bh_figures_add_signoff (BhFigureQuery *query, GError **error)
{
  return add_share (query, BH_FIGURE_SIGNOFF_SHARE, error);
}

gboolean
bh_figures_add_callbacks (BhFigureQuery *query, GError **error)
{
  return add_share (query, BH_FIGURE_CALLBACK_SHARE, error);
}

/* Of the present, callbacks are few enough to be looked up one by one; of the past, their tickets
 * are found first, since each has its round and deadlines to be found. */
static const char CALLED_IN_PERIOD[]
    = "t.id IN (SELECT o.ticket_id FROM callback AS o WHERE o.at >= ?1 AND o.at < ?2)";
static const char ANY[] = "1 = 1";

G_STATIC_ASSERT (BH_SATISFIED_SCORE == 4);

/* How many answered a question, and how many of them said yes. */
#define ANSWERED(question, figure)                                                                 \
  { "COUNT (CASE WHEN o." question " IN (1, 2) THEN 1 END)", BH_FIGURE_BIT (figure) },             \
  {                                                                                                \
    "COUNT (CASE WHEN o." question " = 1 THEN 1 END)", BH_FIGURE_BIT (figure)                      \
  }

G_STATIC_ASSERT (BH_TRI_YES == 1 && BH_TRI_NO == 2);

static const BhFigureSum satisfaction_sums[] = {
  { "COUNT (CASE WHEN o.score BETWEEN 1 AND 5 THEN 1 END)",
    BH_FIGURE_BIT (BH_FIGURE_SATISFACTION) | BH_FIGURE_BIT (BH_FIGURE_SATISFACTION_INDEX) },
  { "COUNT (CASE WHEN o.score BETWEEN 4 AND 5 THEN 1 END)",
    BH_FIGURE_BIT (BH_FIGURE_SATISFACTION) },
  { "SUM (CASE WHEN o.score BETWEEN 1 AND 5 THEN o.score ELSE 0 END)",
    BH_FIGURE_BIT (BH_FIGURE_SATISFACTION_INDEX) },
  ANSWERED ("solved", BH_FIGURE_SOLVED_SHARE),
  ANSWERED ("timely", BH_FIGURE_TIMELY_SHARE),
  ANSWERED ("polite", BH_FIGURE_POLITE_SHARE),
};

/* Those of merged tickets count as well. */
static const char SATISFACTION_FROM[]
    = "FROM known JOIN callback AS o ON o.ticket_id = known.id AND o.at >= ?1 AND o.at < ?2"
      " AND o.invalid = 0 WHERE " BH_SQL_SCORED;

/* Of all tickets of the present: all callbacks, less the few that do not count. */
static const char ALL_CALLBACKS[] = "FROM callback AS o WHERE o.at >= ?1 AND o.at < ?2";
static const char LEFT_OUT[] = "FROM callback AS o WHERE o.counts = 0 AND o.at >= ?1 AND o.at < ?2";

static BhStatement *
run_satisfaction (BhFigureQuery *query, const char *plain, GError **error)
{
  if (plain != NULL)
    return bh_figure_query_sum_alone (query, satisfaction_sums, G_N_ELEMENTS (satisfaction_sums),
                                      plain, error);

  return bh_figure_query_sum (query, BH_STATE_AS_OF, query->present ? ANY : CALLED_IN_PERIOD,
                              satisfaction_sums, G_N_ELEMENTS (satisfaction_sums),
                              SATISFACTION_FROM, error);
}

/* The sums; each question has two, one after the other. */
typedef enum
{
  SUM_SCORES,
  SUM_SATISFIED,
  SUM_POINTS,
  SUM_SOLVED,
  SUM_TIMELY = SUM_SOLVED + 2,
  SUM_POLITE = SUM_TIMELY + 2,
  N_SUMS = SUM_POLITE + 2,
} SumColumn;

G_STATIC_ASSERT (G_N_ELEMENTS (satisfaction_sums) == N_SUMS);

static void
set_share (BhFigureValue *value, gint64 yes, gint64 all, double factor)
{
  bh_figure_set_ratio (value, factor * (double) yes, (double) all, FALSE);
}

static void
set_satisfaction (BhFigureValue *values, const gint64 *sums)
{
  set_share (&values[BH_FIGURE_SATISFACTION], sums[SUM_SATISFIED], sums[SUM_SCORES], 1);
  set_share (&values[BH_FIGURE_SATISFACTION_INDEX], sums[SUM_POINTS], sums[SUM_SCORES], 20);
  set_share (&values[BH_FIGURE_SOLVED_SHARE], sums[SUM_SOLVED + 1], sums[SUM_SOLVED], 1);
  set_share (&values[BH_FIGURE_TIMELY_SHARE], sums[SUM_TIMELY + 1], sums[SUM_TIMELY], 1);
  set_share (&values[BH_FIGURE_POLITE_SHARE], sums[SUM_POLITE + 1], sums[SUM_POLITE], 1);
}

static gboolean
add_callbacks (BhFigureQuery *query, const char *plain, gint64 sign, gint64 *sums, GError **error)
{
  BhStatement *s = run_satisfaction (query, plain, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    for (guint i = 0; i < N_SUMS; i++)
      sums[i] += sign * bh_statement_get_int64 (s, 1 + i);

  return step == BH_STEP_DONE;
}

gboolean
bh_figures_add_satisfaction (BhFigureQuery *query, GError **error)
{
  gint64 sums[N_SUMS] = { 0 };
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  if (bh_figure_query_is_plain (query))
    {
      if (!add_callbacks (query, ALL_CALLBACKS, 1, sums, error)
          || !add_callbacks (query, LEFT_OUT, -1, sums, error))
        return FALSE;
      set_satisfaction (bh_figure_query_get_values (query, 0), sums);
      return TRUE;
    }

  s = run_satisfaction (query, NULL, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      for (guint i = 0; i < N_SUMS; i++)
        sums[i] = bh_statement_get_int64 (s, 1 + i);
      set_satisfaction (bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0)), sums);
    }

  return step == BH_STEP_DONE;
}

/* The first verdict of a ticket, in any of its rounds; a later one does not change it. */
static const char VERDICT_IN_PERIOD[]
    = "t.id IN (SELECT o.ticket_id FROM opinion AS o WHERE o.at >= ?1 AND o.at < ?2"
      " AND o.verdict IN (1, 2))";
#define FIRST                                                                                      \
  "o.at >= ?1 AND o.at < ?2 AND o.verdict IN (1, 2)"                                               \
  " AND NOT EXISTS (SELECT 1 FROM opinion AS b WHERE b.ticket_id = o.ticket_id"                    \
  " AND b.idx < o.idx AND b.verdict IN (1, 2))"
static const char FIRST_VERDICTS[]
    = "FROM known JOIN opinion AS o ON o.ticket_id = known.id AND " FIRST " WHERE " BH_SQL_COUNTS;

/* Of the present, the fold says which it is, of tickets that count. */
static const char KNOWN_FIRST_VERDICTS[]
    = "FROM opinion AS o CROSS JOIN known WHERE o.first = 1 AND o.at >= ?1 AND o.at < ?2"
      " AND known.id = o.ticket_id";
static const char ALL_FIRST_VERDICTS[]
    = "FROM opinion AS o WHERE o.first = 1 AND o.at >= ?1 AND o.at < ?2";

static const BhFigureSum verdict_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN o.verdict = 1 THEN 1 END)", ~BH_FIGURES_QUICK },
};

static BhStatement *
run_verdicts (BhFigureQuery *query, GError **error)
{
  if (bh_figure_query_is_plain (query))
    return bh_figure_query_sum_alone (query, verdict_sums, G_N_ELEMENTS (verdict_sums),
                                      ALL_FIRST_VERDICTS, error);

  return bh_figure_query_sum (query, BH_STATE_AS_OF, query->present ? ANY : VERDICT_IN_PERIOD,
                              verdict_sums, G_N_ELEMENTS (verdict_sums),
                              query->present ? KNOWN_FIRST_VERDICTS : FIRST_VERDICTS, error);
}

gboolean
bh_figures_add_verdicts (BhFigureQuery *query, GError **error)
{
  BhStatement *s = run_verdicts (query, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    set_share (
        &bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0))[BH_FIGURE_PASS_SHARE],
        bh_statement_get_int64 (s, 2), bh_statement_get_int64 (s, 1), 1);

  return step == BH_STEP_DONE;
}
