/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-payload.h"
#include "insight/bh-figure-query.h"

/* Whether what was promised was kept: a plan promises, and the next plan promises anew. Promises
 * for a time that is still to come are not asked about. */

/* As every clock: of withdrawn and declined tickets only what had run out before that. */
static const char PROMISED[] = "t.promised_at >= ?1 AND t.promised_at < ?2";
static const char PROMISED_FROM[]
    = "FROM known WHERE closed_as < 91 OR closed_as > 91 AND promised_at < closed_at";

static const BhFigureSum promise_sums[] = {
  { "COUNT (*)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN finished_at <= promised_at THEN 1 END)", ~BH_FIGURES_QUICK },
  { "COUNT (CASE WHEN closed_at IS NULL THEN finished_at END)", ~BH_FIGURES_QUICK },
};

/* How many of one group. */
typedef struct
{
  gint64 asked;
  gint64 kept;
  gint64 unsure; /* finished, but the finish can still be refused */
} Count;

static void
set_value (BhFigureQuery *query, gint64 id, const Count *count)
{
  bh_figure_set_ratio (&bh_figure_query_get_values (query, id)[BH_FIGURE_PROMISE_KEPT],
                       (double) count->kept, (double) count->asked, count->unsure > 0);
}

static gboolean
add_present (BhFigureQuery *query, GError **error)
{
  BhStatement *s = bh_figure_query_sum (query, BH_STATE_AS_OF, PROMISED, promise_sums,
                                        G_N_ELEMENTS (promise_sums), PROMISED_FROM, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      Count count = { bh_statement_get_int64 (s, 1), bh_statement_get_int64 (s, 2),
                      bh_statement_get_int64 (s, 3) };

      set_value (query, bh_statement_get_int64 (s, 0), &count);
    }

  return step == BH_STEP_DONE;
}

/* While the period runs, what is promised for later is asked about right after that time. */
static gboolean
note_next (BhFigureQuery *query, GError **error)
{
  BhStatement *s = bh_figure_query_run (
      query, BH_STATE_AS_OF, "t.promised_at >= ?3",
      "MIN (promised_at) + 1 FROM known WHERE " BH_SQL_COUNTS " GROUP BY g", error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    bh_figure_query_note_change (query, bh_statement_get_int64 (s, 1));

  return step == BH_STEP_DONE;
}

/* The ticket keeps its last promise alone: where there may have been a later one, the history has
 * those before it. */
static const char MAYBE_PROMISED[]
    = "(t.promised_at >= ?1 AND t.promised_at < ?2 OR t.id IN"
      " (SELECT e.ticket_id FROM event AS e WHERE e.recorded_at >= ?3 AND e.verb = 8))";
static const char PLANS[]
    = "p.payload, finished_at, closed_at, closed_as FROM known"
      " JOIN event AS p ON p.ticket_id = known.id AND p.seq = (SELECT MAX (e.seq) FROM event AS e"
      " WHERE e.ticket_id = known.id AND e.verb = 8 AND " BH_SQL_STANDS ")"
      " WHERE closed_as <> 91";

G_STATIC_ASSERT (BH_VERB_PLAN == 8 && BH_STATUS_MERGED == 91);

static gboolean
count_plan (BhFigureQuery *query, BhStatement *s, Count *count, GError **error)
{
  g_autoptr (BhPayload) plan = bh_payload_parse (bh_statement_get_text (s, 1), error);
  gint64 finished = bh_statement_get_int64 (s, 2), closed = bh_statement_get_int64 (s, 3);
  gint64 promised;

  if (plan == NULL)
    return FALSE;

  promised = bh_payload_get_int (plan, "promised");
  if (promised < query->from || promised >= query->end || promised == 0
      || (bh_statement_get_int64 (s, 4) > BH_STATUS_MERGED && promised >= closed))
    return TRUE;

  count->asked++;
  count->kept += finished != 0 && finished <= promised;
  count->unsure += finished != 0 && closed == 0;

  return TRUE;
}

static gboolean
read_plans (BhFigureQuery *query, GHashTable *counts, GError **error)
{
  BhStatement *s = bh_figure_query_run (query, BH_STATE_AS_OF, MAYBE_PROMISED, PLANS, error);
  BhStep step = BH_STEP_ERROR;

  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    {
      gint64 id = bh_statement_get_int64 (s, 0);
      Count *count = g_hash_table_lookup (counts, &id);

      if (count == NULL)
        {
          count = g_new0 (Count, 1);
          g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), count);
        }
      if (!count_plan (query, s, count, error))
        {
          bh_statement_reset (s);
          return FALSE;
        }
    }

  return step == BH_STEP_DONE;
}

gboolean
bh_figures_add_promises (BhFigureQuery *query, GError **error)
{
  g_autoptr (GHashTable) counts = NULL;
  GHashTableIter iter;
  gpointer id, count;

  if (query->present)
    return add_present (query, error) && (!query->early || note_next (query, error));

  counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (!read_plans (query, counts, error))
    return FALSE;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &id, &count))
    set_value (query, *(gint64 *) id, count);

  return TRUE;
}
