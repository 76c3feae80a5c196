/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

#include "insight/bh-spread.h"

/* Figures about how long things took: handling, response and handover. */

/* The durations of one group, gathered while the rows come. */
typedef struct
{
  GArray *sample; /* (owned) (element-type double) */
  gint64 reworked;
  gint64 unsure; /* how many are not closed: their finish can still be refused */
} Sample;

static void
sample_free (Sample *sample)
{
  g_array_unref (sample->sample);
  g_free (sample);
}

static GHashTable *
samples_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) sample_free);
}

static Sample *
get_sample (GHashTable *samples, gint64 id)
{
  Sample *sample = g_hash_table_lookup (samples, &id);

  if (sample == NULL)
    {
      sample = g_new0 (Sample, 1);
      sample->sample = g_array_new (FALSE, FALSE, sizeof (double));
      g_hash_table_insert (samples, g_memdup2 (&id, sizeof id), sample);
    }

  return sample;
}

/* Every row has the group, the microseconds from receipt to the end and the seconds of pauses, and
 * after them, for finished tickets, the round and whether it is closed. */
static GHashTable *
read_samples (BhStatement *s, double seconds_per_unit, GError **error)
{
  g_autoptr (GHashTable) samples = samples_new ();
  BhStep step;

  while ((step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      Sample *sample = get_sample (samples, bh_statement_get_int64 (s, 0));
      double value = bh_figure_take_duration (bh_statement_get_int64 (s, 1),
                                              bh_statement_get_int64 (s, 2), seconds_per_unit);

      g_array_append_val (sample->sample, value);
      sample->reworked += bh_statement_get_int64 (s, 3) > 1;
      sample->unsure += bh_statement_get_int64 (s, 4);
    }

  return step == BH_STEP_DONE ? g_steal_pointer (&samples) : NULL;
}

static void
set_spread (BhFigureValue *value, Sample *sample)
{
  BhSpread spread;

  bh_spread_compute (sample->sample, &spread);
  value->has_value = sample->sample->len > 0;
  value->provisional = value->provisional || sample->unsure > 0;
  value->count = sample->sample->len;
  value->mean = spread.mean;
  value->median = spread.median;
  value->p90 = spread.p90;
}

static const char FINISHED[] = "finished_at - received_at, paused, round,"
                               " CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END"
                               " FROM known WHERE " BH_SQL_COUNTS;

gboolean
bh_figures_add_finished (BhFigureQuery *query, GError **error)
{
  BhStatement *s
      = bh_figure_query_run (query, BH_STATE_AS_OF, BH_SQL_FINISHED_IN_PERIOD, FINISHED, error);
  g_autoptr (GHashTable) samples = s != NULL ? read_samples (s, BH_SECONDS_PER_DAY, error) : NULL;
  GHashTableIter iter;
  gpointer key, data;

  if (samples == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, samples);
  while (g_hash_table_iter_next (&iter, &key, &data))
    {
      BhFigureValue *values = bh_figure_query_get_values (query, *(gint64 *) key);
      Sample *sample = data;

      bh_figure_set_count (&values[BH_FIGURE_FINISHED], sample->sample->len, sample->unsure > 0);
      bh_figure_set_ratio (&values[BH_FIGURE_REWORK_SHARE], (double) sample->reworked,
                           sample->sample->len, sample->unsure > 0);
      set_spread (&values[BH_FIGURE_HANDLING_DAYS], sample);
    }

  return TRUE;
}

/* What happened once stays so: these have no round and are never unsure. */
static gboolean
add_hours (
    BhFigureQuery *query, BhFigureId figure, const char *which, const char *select, GError **error)
{
  BhStatement *s = bh_figure_query_run (query, BH_STATE_AS_OF, which, select, error);
  g_autoptr (GHashTable) samples = s != NULL ? read_samples (s, BH_SECONDS_PER_HOUR, error) : NULL;
  GHashTableIter iter;
  gpointer key, data;

  if (samples == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, samples);
  while (g_hash_table_iter_next (&iter, &key, &data))
    set_spread (&bh_figure_query_get_values (query, *(gint64 *) key)[figure], data);

  return TRUE;
}

gboolean
bh_figures_add_response_hours (BhFigureQuery *query, GError **error)
{
  return add_hours (
      query, BH_FIGURE_RESPONSE_HOURS, "t.responded_at >= ?1 AND t.responded_at < ?2",
      "responded_at - received_at, response_paused, 0, 0 FROM known WHERE " BH_SQL_COUNTS, error);
}

gboolean
bh_figures_add_handover_hours (BhFigureQuery *query, GError **error)
{
  return add_hours (
      query, BH_FIGURE_HANDOVER_HOURS, "t.first_accepted_at >= ?1 AND t.first_accepted_at < ?2",
      "first_accepted_at - received_at, accept_paused, 0, 0 FROM known WHERE " BH_SQL_COUNTS,
      error);
}
