/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"

#include "base/bh-clock.h"

/* Figures about how long things took: handling, response and handover. */

/* The durations of one group, gathered while the rows come; quickly, without each of them. */
typedef struct
{
  GArray *sample; /* (owned) (element-type double) */
  gint64 count;
  double mean;
  gint64 reworked;
  gint64 unsure;   /* how many are not closed: their finish can still be refused */
  gint64 latest;   /* when the last one was finished */
  gint64 repeated; /* how many of one round were repeated soon after */
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

/* What is measured: columns of `known`. */
typedef struct
{
  const char *which;
  const char *usec;     /* from receipt to the end */
  const char *paused;   /* seconds */
  const char *reworked; /* how many took more than one round */
  const char *unsure;   /* how many can still change */
  const char *latest;   /* the last end */
  const char *each;     /* round, closing and end of each, where these three ask for them */
  double seconds_per_unit;
} Measure;

static const Measure handling = {
  BH_SQL_FINISHED_IN_PERIOD,
  "finished_at - received_at",
  "paused",
  "COUNT (CASE WHEN round > 1 THEN 1 END)",
  "COUNT (CASE WHEN closed_as < 80 THEN 1 END)",
  "MAX (finished_at)",
  "round, closed_at, finished_at",
  BH_SECONDS_PER_DAY,
};

/* What happened once stays so. */
static const Measure response = {
  "t.responded_at >= ?1 AND t.responded_at < ?2",
  "responded_at - received_at",
  "response_paused",
  "0",
  "0",
  "0",
  "0, 0, 0",
  BH_SECONDS_PER_HOUR,
};

static const Measure handover = {
  "t.first_accepted_at >= ?1 AND t.first_accepted_at < ?2",
  "first_accepted_at - received_at",
  "accept_paused",
  "0",
  "0",
  "0",
  "0, 0, 0",
  BH_SECONDS_PER_HOUR,
};

static gboolean
read_each (BhFigureQuery *query, const Measure *measure, GHashTable *samples, GError **error)
{
  g_autofree char *select = g_strdup_printf ("%s, %s, %s FROM known WHERE " BH_SQL_COUNTS,
                                             measure->usec, measure->paused, measure->each);
  BhStatement *s = bh_figure_query_run (query, BH_STATE_AS_OF, measure->which, select, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      Sample *sample = get_sample (samples, bh_statement_get_int64 (s, 0));
      double value = bh_figure_take_duration (
          bh_statement_get_int64 (s, 1), bh_statement_get_int64 (s, 2), measure->seconds_per_unit);

      g_array_append_val (sample->sample, value);
      sample->count++;
      sample->reworked += bh_statement_get_int64 (s, 3) > 1;
      sample->unsure += measure == &handling && bh_statement_get_int64 (s, 4) == 0;
      sample->latest = MAX (sample->latest, bh_statement_get_int64 (s, 5));
    }

  return step == BH_STEP_DONE;
}

/* Of all tickets of the present, what can still change is counted by what is open. */
static const char UNSURE[] = "COUNT (*) FROM ticket AS t WHERE ~t.status < 80"
                             " AND ^t.finished_at >= ?1 AND ^t.finished_at < ?2";

static gboolean
count_unsure (BhFigureQuery *query, GHashTable *samples, GError **error)
{
  return bh_figure_query_count (query, UNSURE, &get_sample (samples, 0)->unsure, 1, error);
}

/* Microseconds of a million tickets are more than a number holds: their mean is not. */
static gboolean
read_sums (BhFigureQuery *query,
           const Measure *measure,
           BhFigureId figure,
           GHashTable *samples,
           GError **error)
{
  const BhFigureSet fix = BH_FIGURE_BIT (BH_FIGURE_FIRST_TIME_FIX);
  gboolean apart = measure == &handling && bh_figure_query_is_plain (query);
  g_autofree char *mean
      = g_strdup_printf ("AVG (%s - %s * 1000000)", measure->usec, measure->paused);
  const BhFigureSum sums[] = {
    { "COUNT (*)", ~BH_FIGURES_QUICK },
    { mean, BH_FIGURE_BIT (figure) },
    { measure->reworked, fix | BH_FIGURE_BIT (BH_FIGURE_REWORK_SHARE) },
    { apart ? "0" : measure->unsure, ~BH_FIGURES_QUICK },
    { query->end + BH_FIX_HOLDS > query->as_of ? measure->latest : "0", fix },
  };
  BhStatement *s
      = bh_figure_query_sum (query, BH_STATE_AS_OF, measure->which, sums, G_N_ELEMENTS (sums),
                             "FROM known WHERE " BH_SQL_COUNTS, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      Sample *sample = get_sample (samples, bh_statement_get_int64 (s, 0));

      sample->count = bh_statement_get_int64 (s, 1);
      sample->mean
          = bh_statement_get_double (s, 2) / (double) BH_USEC_PER_SEC / measure->seconds_per_unit;
      sample->reworked = bh_statement_get_int64 (s, 3);
      sample->unsure = bh_statement_get_int64 (s, 4);
      sample->latest = bh_statement_get_int64 (s, 5);
    }

  return step == BH_STEP_DONE && (!apart || count_unsure (query, samples, error));
}

static gboolean
wants_percentiles (BhFigureQuery *query, BhFigureId figure)
{
  return (query->wanted & BH_FIGURES_QUICK) == 0 && (query->wanted & BH_FIGURE_BIT (figure)) != 0;
}

/* Returns: (nullable): samples by id of the group */
static GHashTable *
read_samples (BhFigureQuery *query, const Measure *measure, BhFigureId figure, GError **error)
{
  g_autoptr (GHashTable) samples = samples_new ();
  gboolean each = wants_percentiles (query, figure);

  if (each ? read_each (query, measure, samples, error)
           : read_sums (query, measure, figure, samples, error))
    return g_steal_pointer (&samples);

  return NULL;
}

static void
set_spread (BhFigureQuery *query, BhFigureId figure, BhFigureValue *value, Sample *sample)
{
  BhSpread spread = { .mean = sample->mean };

  if (wants_percentiles (query, figure))
    bh_spread_compute (sample->sample, &spread);
  bh_figure_set_spread (value, sample->count, &spread, sample->unsure > 0);
}

/* A fix holds where nobody raised the matter again soon. The repeats are few and gathered first: to
 * look each ticket up takes longer than to go by all that were finished. */
static const char REPEATS[]
    = "SELECT k.repeat_of, k.received_at FROM ticket AS k WHERE k.repeat_of IS NOT NULL"
      " AND k.received_at >= ?1 AND k.received_at < ?2 AND k.id NOT IN"
      " (SELECT v.id FROM ticket AS v WHERE v.status = 90 AND v.closed_at < ?3)"
      " ORDER BY k.received_at DESC";

static const char FIXED[] = "id, finished_at FROM known WHERE " BH_SQL_COUNTS " AND round = 1";

/* One repeat; the next one of the same ticket is later. */
typedef struct
{
  gint64 ticket_id; /* that is repeated */
  gint64 received_at;
  guint next; /* place in the array, and one more; 0: none */
} Repeat;

static gboolean
read_repeats (BhFigureQuery *query, GArray *repeats, GHashTable *first, GError **error)
{
  BhStatement *s = bh_connection_prepare (query->connection, REPEATS, error);
  BhStep step = BH_STEP_ERROR;

  if (s != NULL)
    {
      bh_statement_bind_int64 (s, 1, query->from);
      bh_statement_bind_int64 (s, 2, MIN (query->end + BH_FIX_HOLDS, query->as_of));
      bh_statement_bind_int64 (s, 3, query->as_of);
    }
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      Repeat repeat = { bh_statement_get_int64 (s, 0), bh_statement_get_int64 (s, 1), 0 };

      repeat.next = GPOINTER_TO_UINT (g_hash_table_lookup (first, &repeat.ticket_id));
      g_array_append_val (repeats, repeat);
      g_hash_table_insert (first, g_memdup2 (&repeat.ticket_id, sizeof (gint64)),
                           GUINT_TO_POINTER (repeats->len));
    }

  return step == BH_STEP_DONE;
}

static gboolean
was_repeated (GArray *repeats, guint first, gint64 finished_at)
{
  for (guint i = first; i > 0; i = g_array_index (repeats, Repeat, i - 1).next)
    {
      gint64 received_at = g_array_index (repeats, Repeat, i - 1).received_at;

      if (received_at >= finished_at)
        return received_at < finished_at + BH_FIX_HOLDS;
    }

  return FALSE;
}

/* Of the present, the ticket itself says it. */
static const BhFigureSum repeated_sums[] = { { "COUNT (*)", ~BH_FIGURES_QUICK } };

static const char REPEATED[] = "FROM known WHERE repeated = 1 AND round = 1 AND " BH_SQL_COUNTS;

static gboolean
read_known_repeated (BhFigureQuery *query, GHashTable *samples, GError **error)
{
  BhStatement *s
      = bh_figure_query_sum (query, BH_STATE_AS_OF, BH_SQL_FINISHED_IN_PERIOD, repeated_sums,
                             G_N_ELEMENTS (repeated_sums), REPEATED, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    get_sample (samples, bh_statement_get_int64 (s, 0))->repeated = bh_statement_get_int64 (s, 1);

  return step == BH_STEP_DONE;
}

static gboolean
read_past_repeated (BhFigureQuery *query, GHashTable *samples, GError **error)
{
  g_autoptr (GArray) repeats = g_array_new (FALSE, FALSE, sizeof (Repeat));
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  if (!read_repeats (query, repeats, first, error))
    return FALSE;

  s = bh_figure_query_run (query, BH_STATE_AS_OF, BH_SQL_FINISHED_IN_PERIOD, FIXED, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (s, 1);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (first, &id));

      if (was_repeated (repeats, place, bh_statement_get_int64 (s, 2)))
        get_sample (samples, bh_statement_get_int64 (s, 0))->repeated++;
    }

  return step == BH_STEP_DONE;
}

static gboolean
read_repeated (BhFigureQuery *query, GHashTable *samples, GError **error)
{
  if ((query->wanted & BH_FIGURE_BIT (BH_FIGURE_FIRST_TIME_FIX)) == 0)
    return TRUE;

  return query->present ? read_known_repeated (query, samples, error)
                        : read_past_repeated (query, samples, error);
}

static void
set_fixes (BhFigureQuery *query, BhFigureValue *value, const Sample *sample)
{
  bh_figure_set_ratio (value, (double) (sample->count - sample->reworked - sample->repeated),
                       (double) sample->count,
                       sample->unsure > 0 || sample->latest + BH_FIX_HOLDS > query->as_of);
  bh_figure_query_note_change (query, sample->latest + BH_FIX_HOLDS);
}

gboolean
bh_figures_add_finished (BhFigureQuery *query, GError **error)
{
  g_autoptr (GHashTable) samples = read_samples (query, &handling, BH_FIGURE_HANDLING_DAYS, error);
  GHashTableIter iter;
  gpointer key, data;

  if (samples == NULL || !read_repeated (query, samples, error))
    return FALSE;

  g_hash_table_iter_init (&iter, samples);
  while (g_hash_table_iter_next (&iter, &key, &data))
    {
      BhFigureValue *values = bh_figure_query_get_values (query, *(gint64 *) key);
      Sample *sample = data;

      bh_figure_set_count (&values[BH_FIGURE_FINISHED], sample->count, sample->unsure > 0);
      bh_figure_set_ratio (&values[BH_FIGURE_REWORK_SHARE], (double) sample->reworked,
                           (double) sample->count, sample->unsure > 0);
      set_fixes (query, &values[BH_FIGURE_FIRST_TIME_FIX], sample);
      set_spread (query, BH_FIGURE_HANDLING_DAYS, &values[BH_FIGURE_HANDLING_DAYS], sample);
    }

  return TRUE;
}

static gboolean
add_hours (BhFigureQuery *query, BhFigureId figure, const Measure *measure, GError **error)
{
  g_autoptr (GHashTable) samples = read_samples (query, measure, figure, error);
  GHashTableIter iter;
  gpointer key, data;

  if (samples == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, samples);
  while (g_hash_table_iter_next (&iter, &key, &data))
    set_spread (query, figure, &bh_figure_query_get_values (query, *(gint64 *) key)[figure], data);

  return TRUE;
}

gboolean
bh_figures_add_response_hours (BhFigureQuery *query, GError **error)
{
  return add_hours (query, BH_FIGURE_RESPONSE_HOURS, &response, error);
}

gboolean
bh_figures_add_handover_hours (BhFigureQuery *query, GError **error)
{
  return add_hours (query, BH_FIGURE_HANDOVER_HOURS, &handover, error);
}
