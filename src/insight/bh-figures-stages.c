/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

#include "base/bh-clock.h"

#include <string.h>

/* Figures about the stages: whether each ended in time, and how long it took. */

#define N_STAGES 7

G_STATIC_ASSERT (BH_STAGE_DISPATCH == 1 && BH_STAGE_CALLBACK == N_STAGES);
G_STATIC_ASSERT (BH_FIGURE_STAGE_ON_TIME_CALLBACK - BH_FIGURE_STAGE_ON_TIME_DISPATCH
                 == N_STAGES - 1);
G_STATIC_ASSERT (BH_FIGURE_STAGE_HOURS_CALLBACK - BH_FIGURE_STAGE_HOURS_DISPATCH == N_STAGES - 1);

/* Of the present, the stages of one kind, $, are found by when they ended or ran out, and then
 * their tickets. What a stage counts for, it says itself: 0 for all, 1 for its limit alone. What
 * ended before its limit is sought by its end; what did not is little, and has an index of its own
 * by its limit. */
#define CLOCK "x.ticket_id, x.stage, x.done_at, x.due_at"
#define SPAN "x.ticket_id, x.stage, x.done_at, x.started_at, x.paused"
#define DONE(standing)                                                                             \
  " FROM stage AS x WHERE x.stage = $ AND x.standing = " standing                                  \
  " AND x.done_at >= ?1 AND x.done_at < ?2"
#define IN_TIME(standing) DONE (standing) " AND x.done_at < x.due_at"
#define LATE                                                                                       \
  " FROM stage AS x WHERE x.stage = $ AND x.standing < 2 AND x.due_at >= ?1 AND x.due_at < ?2"     \
  " AND (x.done_at IS NULL OR x.done_at >= x.due_at)"
#define OF_TICKETS(stages)                                                                         \
  " FROM (" stages ") AS x CROSS JOIN known WHERE known.id = x.ticket_id GROUP BY g, stage"

/* Of the past, the tickets come first: each has its round to be found. Whatever is closed before
 * the period has no stage that ends or runs out in it. */
static const char ALIVE[] = "t.received_at < ?2 AND ($.closed_at IS NULL OR $.closed_at >= ?1)";
static const char ANY[] = "1 = 1";

/* The stages as they stood at ?4: an end that was still to come is none, and a deadline that was
 * moved later is the old one. */
#define PAST_STAGES                                                                                \
  " FROM (SELECT known.g, known.closed_as, known.closed_at, s.stage, s.started_at, s.paused,"      \
  " CASE WHEN s.done_at < ?4 THEN s.done_at END AS done_at,"                                       \
  " NULLIF (COALESCE ((SELECT COALESCE (d.old_due, 0) FROM due_change AS d"                        \
  " WHERE d.ticket_id = s.ticket_id AND d.clock = s.stage AND d.stage_seq = s.seq"                 \
  " AND d.changed_at >= ?4 ORDER BY d.changed_at, d.idx LIMIT 1), s.due_at), 0) AS due_at"         \
  " FROM known JOIN stage AS s ON s.ticket_id = known.id AND s.started_at < ?4) AS x"

/* What has a limit and ended or ran out in the period. As every clock: none of merged tickets, and
 * of withdrawn and declined ones only what had run out before that. */
#define ASKED                                                                                      \
  " WHERE due_at IS NOT NULL AND CASE WHEN done_at < due_at THEN done_at ELSE due_at END >= ?1"    \
  " AND CASE WHEN done_at < due_at THEN done_at ELSE due_at END < ?2"
#define RAN_OUT " AND (closed_as < 91 OR closed_as > 91 AND due_at < closed_at) GROUP BY g, stage"
#define ENDED " WHERE done_at >= ?1 AND done_at < ?2"

/* A question to the stages: its columns, and where they are from: of all tickets of the present
 * one after the other, of a part of them, and of the past. $ is the stage. */
typedef struct
{
  BhFigureSum columns[3];
  const char *all[3];
  const char *present;
  const char *past;
} Question;

#define COLUMN(sql)                                                                                \
  {                                                                                                \
    sql, ~BH_FIGURES_QUICK                                                                         \
  }

static const Question on_time = {
  { COLUMN ("$"), COLUMN ("COUNT (*)"),
    COLUMN ("COUNT (CASE WHEN x.done_at <= x.due_at THEN 1 END)") },
  { IN_TIME ("0"), IN_TIME ("1"), LATE },
  OF_TICKETS ("SELECT " CLOCK IN_TIME ("0") " UNION ALL SELECT " CLOCK IN_TIME (
      "1") " UNION ALL SELECT " CLOCK LATE),
  PAST_STAGES ASKED RAN_OUT,
};

/* Microseconds of a million stages are more than a number holds: their mean is not. */
static const Question means = {
  { COLUMN ("$"), COLUMN ("COUNT (*)"),
    COLUMN ("AVG (x.done_at - x.started_at - x.paused * 1000000)") },
  { DONE ("0") },
  OF_TICKETS ("SELECT " SPAN DONE ("0")),
  PAST_STAGES ENDED " AND closed_as < 91 GROUP BY g, stage",
};

static const Question each = {
  { COLUMN ("$"), COLUMN ("x.done_at - x.started_at"), COLUMN ("x.paused") },
  { DONE ("0") },
  " FROM (SELECT " SPAN DONE ("0") ") AS x CROSS JOIN known WHERE known.id = x.ticket_id",
  PAST_STAGES ENDED " AND closed_as < 91",
};

/* Takes one row: group, stage and the two columns. */
typedef void (*RowFunc) (BhFigureQuery *query, BhStatement *s, gpointer data);

/* @from: of @question */
static BhStatement *
run (BhFigureQuery *query,
     const Question *question,
     const char *from,
     const char *stage,
     GError **error)
{
  const guint n_columns = G_N_ELEMENTS (question->columns);
  g_autoptr (GString) sql = g_string_new (from);
  BhFigureSum columns[G_N_ELEMENTS (question->columns)];

  memcpy (columns, question->columns, sizeof columns);
  columns[0].sql = stage;
  g_string_replace (sql, "$", stage, 0);
  if (bh_figure_query_is_plain (query))
    return bh_figure_query_sum_alone (query, columns, n_columns, sql->str, error);

  for (int i = (int) n_columns - 1; i >= 0; i--)
    {
      g_string_prepend (sql, i < 2 ? ", " : "");
      g_string_prepend (sql, columns[i].sql);
    }

  return bh_figure_query_run (query, BH_STATE_AS_OF, query->present ? ANY : ALIVE, sql->str, error);
}

static gboolean
visit_rows (BhFigureQuery *query,
            const Question *question,
            const char *from,
            const char *stage,
            RowFunc func,
            gpointer data,
            GError **error)
{
  BhStatement *s = run (query, question, from, stage, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    func (query, s, data);

  return step == BH_STEP_DONE;
}

static gboolean
visit_stage (BhFigureQuery *query,
             const Question *question,
             guint kind,
             RowFunc func,
             gpointer data,
             GError **error)
{
  g_autofree char *stage = g_strdup_printf ("%u", kind);

  if (!bh_figure_query_is_plain (query))
    return visit_rows (query, question, question->present, stage, func, data, error);

  for (guint i = 0; i < G_N_ELEMENTS (question->all) && question->all[i] != NULL; i++)
    if (!visit_rows (query, question, question->all[i], stage, func, data, error))
      return FALSE;

  return TRUE;
}

/* Of the present each stage is asked about alone, of those from @first that are wanted; in groups
 * all of them, so that the same groups are there whichever is wanted. */
static gboolean
is_asked (const BhFigureQuery *query, BhFigureId first, guint i)
{
  return query->by != BH_BY_NOTHING || (query->wanted & BH_FIGURE_BIT (first + i)) != 0;
}

static gboolean
visit (BhFigureQuery *query,
       const Question *question,
       BhFigureId first,
       RowFunc func,
       gpointer data,
       GError **error)
{
  if (!query->present)
    return visit_rows (query, question, question->past, "stage", func, data, error);

  for (guint i = 0; i < N_STAGES; i++)
    if (is_asked (query, first, i)
        && !visit_stage (query, question, BH_STAGE_DISPATCH + i, func, data, error))
      return FALSE;

  return TRUE;
}

static BhFigureValue *
get_value (BhFigureQuery *query, BhStatement *s, BhFigureId first)
{
  gint64 stage = bh_statement_get_int64 (s, 1);

  return &bh_figure_query_get_values (
      query, bh_statement_get_int64 (s, 0))[first + stage - BH_STAGE_DISPATCH];
}

/* Of one stage they may come in several parts. */
static void
take_on_time (BhFigureQuery *query, BhStatement *s, gpointer data)
{
  gint64 n = bh_statement_get_int64 (s, 2);
  BhFigureValue *value;

  if (n == 0)
    return;

  value = get_value (query, s, BH_FIGURE_STAGE_ON_TIME_DISPATCH);
  bh_figure_set_ratio (value, value->numerator + (double) bh_statement_get_int64 (s, 3),
                       value->denominator + (double) n, FALSE);
}

/* While the period runs, one more is asked about right after its limit, of whichever ticket. */
static gboolean
note_next (BhFigureQuery *query, GError **error)
{
  for (guint i = 0; i < N_STAGES; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT MIN (s.due_at) FROM stage AS s WHERE s.stage = %u AND s.standing < 2"
          " AND s.due_at >= %" G_GINT64_FORMAT
          " AND (s.done_at IS NULL OR s.done_at >= s.due_at) AND s.done_at IS NULL",
          BH_STAGE_DISPATCH + i, query->end);
      gint64 due;

      if (!bh_connection_get_single (query->connection, sql, &due, error))
        return FALSE;
      if (due != 0)
        bh_figure_query_note_change (query, due + 1);
    }

  return TRUE;
}

gboolean
bh_figures_add_stages_on_time (BhFigureQuery *query, GError **error)
{
  return visit (query, &on_time, BH_FIGURE_STAGE_ON_TIME_DISPATCH, take_on_time, NULL, error)
         && (!query->early || note_next (query, error));
}

static void
take_mean (BhFigureQuery *query, BhStatement *s, gpointer data)
{
  gint64 n = bh_statement_get_int64 (s, 2);
  BhSpread spread = { 0 };

  if (n == 0)
    return;

  spread.mean = bh_statement_get_double (s, 3) / (double) BH_USEC_PER_SEC / BH_SECONDS_PER_HOUR;
  bh_figure_set_spread (get_value (query, s, BH_FIGURE_STAGE_HOURS_DISPATCH), n, &spread, FALSE);
}

/* Stage and group in one number. */
static gint64
join_key (gint64 id, gint64 stage)
{
  return id * (N_STAGES + 1) + stage;
}

static GArray *
get_sample (GHashTable *samples, gint64 key)
{
  GArray *sample = g_hash_table_lookup (samples, &key);

  if (sample == NULL)
    {
      sample = g_array_new (FALSE, FALSE, sizeof (double));
      g_hash_table_insert (samples, g_memdup2 (&key, sizeof key), sample);
    }

  return sample;
}

static void
take_each (BhFigureQuery *query, BhStatement *s, gpointer data)
{
  gint64 key = join_key (bh_statement_get_int64 (s, 0), bh_statement_get_int64 (s, 1));
  double hours = bh_figure_take_duration (bh_statement_get_int64 (s, 2),
                                          bh_statement_get_int64 (s, 3), BH_SECONDS_PER_HOUR);

  g_array_append_val (get_sample (data, key), hours);
}

static void
take_samples (BhFigureQuery *query, GHashTable *samples)
{
  GHashTableIter iter;
  gpointer key, data;

  g_hash_table_iter_init (&iter, samples);
  while (g_hash_table_iter_next (&iter, &key, &data))
    {
      gint64 stage = *(gint64 *) key % (N_STAGES + 1), id = *(gint64 *) key / (N_STAGES + 1);
      BhFigureValue *values = bh_figure_query_get_values (query, id);
      GArray *sample = data;
      BhSpread spread;

      bh_spread_compute (sample, &spread);
      bh_figure_set_spread (&values[BH_FIGURE_STAGE_HOURS_DISPATCH + stage - BH_STAGE_DISPATCH],
                            sample->len, &spread, FALSE);
    }
  g_hash_table_remove_all (samples);
}

/* Of the present, the durations of one stage are in memory at a time. */
static gboolean
add_each (BhFigureQuery *query, GError **error)
{
  g_autoptr (GHashTable) samples
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; query->present && i < N_STAGES; i++)
    {
      if (is_asked (query, BH_FIGURE_STAGE_HOURS_DISPATCH, i)
          && !visit_stage (query, &each, BH_STAGE_DISPATCH + i, take_each, samples, error))
        return FALSE;
      take_samples (query, samples);
    }
  if (!query->present && !visit_rows (query, &each, each.past, "stage", take_each, samples, error))
    return FALSE;
  take_samples (query, samples);

  return TRUE;
}

gboolean
bh_figures_add_stage_hours (BhFigureQuery *query, GError **error)
{
  return (query->wanted & BH_FIGURES_QUICK) != 0
             ? visit (query, &means, BH_FIGURE_STAGE_HOURS_DISPATCH, take_mean, NULL, error)
             : add_each (query, error);
}
