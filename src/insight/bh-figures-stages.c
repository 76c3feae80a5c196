/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

/* Figures about the stages: whether each ended in time, and how long it took. */

#define N_STAGES 7

G_STATIC_ASSERT (BH_STAGE_DISPATCH == 1 && BH_STAGE_CALLBACK == N_STAGES);
G_STATIC_ASSERT (BH_FIGURE_STAGE_ON_TIME_CALLBACK - BH_FIGURE_STAGE_ON_TIME_DISPATCH
                 == N_STAGES - 1);
G_STATIC_ASSERT (BH_FIGURE_STAGE_HOURS_CALLBACK - BH_FIGURE_STAGE_HOURS_DISPATCH == N_STAGES - 1);

/* Whatever is closed before the period has no stage that ends or runs out in it. */
static const char ALIVE[] = "t.received_at < ?2 AND ($.closed_at IS NULL OR $.closed_at >= ?1)";

/* The stages as they stood at ?4: an end that was still to come is none, and a deadline that was
 * moved later is the old one. */
#define STAGES(due)                                                                                \
  " FROM (SELECT known.g, known.closed_as, known.closed_at, s.stage, s.started_at, s.paused,"      \
  " CASE WHEN s.done_at < ?4 THEN s.done_at END AS done_at, " due " AS due_at"                     \
  " FROM known JOIN stage AS s ON s.ticket_id = known.id AND s.started_at < ?4) AS x"
#define PRESENT_STAGES STAGES ("s.due_at")
#define PAST_STAGES                                                                                \
  STAGES ("NULLIF (COALESCE ((SELECT COALESCE (d.old_due, 0) FROM due_change AS d"                 \
          " WHERE d.ticket_id = s.ticket_id AND d.clock = s.stage AND d.stage_seq = s.seq"         \
          " AND d.changed_at >= ?4 ORDER BY d.changed_at, d.idx LIMIT 1), s.due_at), 0)")

/* What has a limit and ended or ran out in the period, and what will run out later unless it ends
 * before. As every clock: none of merged tickets, and of withdrawn and declined ones only what had
 * run out before that. */
#define ASKED                                                                                      \
  " WHERE due_at IS NOT NULL AND CASE WHEN done_at < due_at THEN done_at ELSE due_at END >= ?1"    \
  " AND (done_at IS NULL OR CASE WHEN done_at < due_at THEN done_at ELSE due_at END < ?2)"         \
  " AND (closed_as < 91 OR closed_as > 91 AND due_at < closed_at) GROUP BY g, stage"
#define ON_TIME                                                                                    \
  "stage, COUNT (CASE WHEN done_at IS NOT NULL OR due_at < ?2 THEN 1 END),"                        \
  " COUNT (CASE WHEN done_at <= due_at THEN 1 END),"                                               \
  " MIN (CASE WHEN done_at IS NULL AND due_at >= ?2 THEN due_at END) + 1"

#define ENDED " WHERE done_at >= ?1 AND done_at < ?2 AND closed_as < 91"
#define EACH "stage, done_at - started_at, paused"
#define SUMS "stage, COUNT (*), SUM ((done_at - started_at) / 1000000.0 - paused)"

static BhStatement *
run (BhFigureQuery *query, const char *present, const char *past, GError **error)
{
  return bh_figure_query_run (query, BH_STATE_AS_OF, ALIVE, query->present ? present : past, error);
}

gboolean
bh_figures_add_stages_on_time (BhFigureQuery *query, GError **error)
{
  BhStatement *s = run (query, ON_TIME PRESENT_STAGES ASKED, ON_TIME PAST_STAGES ASKED, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 stage = bh_statement_get_int64 (s, 1), asked = bh_statement_get_int64 (s, 2);

      if (asked > 0)
        {
          BhFigureValue *values = bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0));

          bh_figure_set_ratio (
              &values[BH_FIGURE_STAGE_ON_TIME_DISPATCH + stage - BH_STAGE_DISPATCH],
              (double) bh_statement_get_int64 (s, 3), (double) asked, FALSE);
        }
      /* While the period runs, one more is asked about right after its limit. */
      if (query->early)
        bh_figure_query_note_change (query, bh_statement_get_int64 (s, 4));
    }

  return step == BH_STEP_DONE;
}

/* Microseconds of a million stages are more than a number holds: they are added as seconds. */
static gboolean
add_sums (BhFigureQuery *query, GError **error)
{
  BhStatement *s = run (query, SUMS PRESENT_STAGES ENDED " GROUP BY g, stage",
                        SUMS PAST_STAGES ENDED " GROUP BY g, stage", error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      BhFigureValue *values = bh_figure_query_get_values (query, bh_statement_get_int64 (s, 0));
      gint64 stage = bh_statement_get_int64 (s, 1), n = bh_statement_get_int64 (s, 2);
      BhSpread spread
          = { .mean = bh_statement_get_double (s, 3) / (double) n / BH_SECONDS_PER_HOUR };

      bh_figure_set_spread (&values[BH_FIGURE_STAGE_HOURS_DISPATCH + stage - BH_STAGE_DISPATCH], n,
                            &spread, FALSE);
    }

  return step == BH_STEP_DONE;
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

static gboolean
read_each (BhFigureQuery *query, GHashTable *samples, GError **error)
{
  BhStatement *s = run (query, EACH PRESENT_STAGES ENDED, EACH PAST_STAGES ENDED, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 key = join_key (bh_statement_get_int64 (s, 0), bh_statement_get_int64 (s, 1));
      double hours = bh_figure_take_duration (bh_statement_get_int64 (s, 2),
                                              bh_statement_get_int64 (s, 3), BH_SECONDS_PER_HOUR);

      g_array_append_val (get_sample (samples, key), hours);
    }

  return step == BH_STEP_DONE;
}

static gboolean
add_each (BhFigureQuery *query, GError **error)
{
  g_autoptr (GHashTable) samples
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer key, data;

  if (!read_each (query, samples, error))
    return FALSE;

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

  return TRUE;
}

gboolean
bh_figures_add_stage_hours (BhFigureQuery *query, GError **error)
{
  return (query->wanted & BH_FIGURES_QUICK) != 0 ? add_sums (query, error)
                                                 : add_each (query, error);
}
