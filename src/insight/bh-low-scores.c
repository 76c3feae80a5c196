/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-low-scores.h"

#include "insight/bh-figure-filter.h"
#include "insight/bh-insight-query.h"

#define ROW_TYPE "(xssxisxxx)"
#define ROWS_TYPE "a" ROW_TYPE

static const char CALLED_IN_PERIOD[]
    = "t.id IN (SELECT o.ticket_id FROM callback AS o WHERE o.at >= ?1 AND o.at < ?2"
      " AND o.score BETWEEN 1 AND 3)";

/* The texts of those few that are shown are looked up last. */
static const char LOW[]
    = "k.id, k.number, k.summary, x.at, x.score, x.note, k.category_id, k.department_id,"
      " k.staff_id FROM (SELECT known.id, o.at, o.score, o.note, known.g"
      " FROM known JOIN callback AS o ON o.ticket_id = known.id AND o.at >= ?1 AND o.at < ?2"
      " AND o.score BETWEEN 1 AND 3 AND o.invalid = 0 WHERE " BH_SQL_SCORED
      " ORDER BY o.score, o.at DESC, known.id LIMIT %u) AS x JOIN ticket AS k ON k.id = x.id"
      " ORDER BY x.score, x.at DESC, x.id";

G_STATIC_ASSERT (BH_LOW_SCORE == 3);

static void
free_score (gpointer data)
{
  BhLowScore *self = data;

  g_free (self->number);
  g_free (self->summary);
  g_free (self->words);
  g_free (self);
}

static const char *
get_text (BhStatement *s, guint column)
{
  const char *text = bh_statement_get_text (s, column);

  return text != NULL ? text : "";
}

static GVariant *
compute_rows (BhInsight *insight,
              const BhPeriod *period,
              BhTicketFilter *filter,
              gpointer data,
              gint64 *changes_at,
              GError **error)
{
  g_auto (BhFigureQuery) query = { 0 };
  g_auto (GVariantBuilder) rows = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (ROWS_TYPE));
  g_autofree char *select = g_strdup_printf (LOW, GPOINTER_TO_UINT (data));
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  bh_insight_note_change (insight, changes_at, period->to);
  if (!bh_insight_query_init (&query, insight, period, BH_BY_NOTHING, filter, error))
    return NULL;

  s = bh_figure_query_run (&query, BH_STATE_AS_OF, CALLED_IN_PERIOD, select, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    g_variant_builder_add (&rows, ROW_TYPE, bh_statement_get_int64 (s, 1), get_text (s, 2),
                           get_text (s, 3), bh_statement_get_int64 (s, 4),
                           (int) bh_statement_get_int64 (s, 5), get_text (s, 6),
                           bh_statement_get_int64 (s, 7), bh_statement_get_int64 (s, 8),
                           bh_statement_get_int64 (s, 9));

  return step == BH_STEP_DONE ? g_variant_builder_end (&rows) : NULL;
}

GPtrArray *
bh_low_scores_compute (BhInsight *insight,
                       const BhPeriod *period,
                       BhTicketFilter *filter,
                       guint n_most,
                       GError **error)
{
  g_autofree char *key = g_strdup_printf ("low-scores-%u", n_most);
  g_autoptr (GVariant) rows = NULL;
  GPtrArray *scores;
  GVariantIter iter;
  BhLowScore next = { 0 };

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  rows = bh_insight_get (insight, key, period, filter, compute_rows, GUINT_TO_POINTER (n_most),
                         error);
  if (rows == NULL)
    return NULL;

  scores = g_ptr_array_new_with_free_func (free_score);
  g_variant_iter_init (&iter, rows);
  while (g_variant_iter_next (&iter, ROW_TYPE, &next.ticket_id, &next.number, &next.summary,
                              &next.at, &next.score, &next.words, &next.category_id,
                              &next.department_id, &next.staff_id))
    g_ptr_array_add (scores, g_memdup2 (&next, sizeof next));

  return scores;
}

BhTicketFilter *
bh_low_scores_filter (const BhPeriod *period, BhOfficeTime *time, BhTicketFilter *base)
{
  g_autoptr (BhTicketFilter) scored
      = bh_figure_filter (BH_FIGURE_SATISFACTION, period, time, base, NULL);

  return scored != NULL ? bh_figure_filter_narrow (scored, BH_FILTER_SCORE, "1 2 3") : NULL;
}
