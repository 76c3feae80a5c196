/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-insight-query.h"

gboolean
bh_insight_query_init (BhFigureQuery *self,
                       BhInsight *insight,
                       const BhPeriod *period,
                       BhFigureBy by,
                       BhTicketFilter *filter,
                       GError **error)
{
  gint64 as_of = bh_insight_get_as_of (insight);

  *self = (BhFigureQuery){
    .connection = bh_insight_get_connection (insight),
    .by = by,
    .from = period->from,
    .end = MIN (period->to, as_of),
    .as_of = as_of,
    .early = as_of < period->to,
    .all = filter == NULL || bh_ticket_filter_is_empty (filter),
  };
  self->filter = bh_filter_sql_new_compared (filter, bh_insight_get_office (insight), "t",
                                             BH_FIRST_FILTER_PARAMETER, as_of, error);

  return self->filter != NULL
         && bh_figure_query_is_present (self->connection, as_of, &self->present, error);
}

void
bh_insight_query_clear (BhFigureQuery *self)
{
  g_clear_pointer (&self->filter, bh_filter_sql_free);
}

BhFigureState
bh_insight_query_get_end_state (const BhFigureQuery *self)
{
  return self->end == self->as_of ? BH_STATE_AS_OF : BH_STATE_AT_END;
}

void
bh_insight_note_change (BhInsight *insight, gint64 *changes_at, gint64 instant)
{
  if (instant > bh_insight_get_as_of (insight))
    *changes_at = MIN (*changes_at, instant);
}

static void
add_row (BhStatement *s, guint n_columns, GVariantBuilder *rows)
{
  g_variant_builder_open (rows, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < n_columns; i++)
    g_variant_builder_add (rows, "x", bh_statement_get_int64 (s, i));
  g_variant_builder_close (rows);
}

static GVariant *
compute_cells (BhInsight *insight,
               const BhPeriod *period,
               BhTicketFilter *filter,
               gpointer data,
               gint64 *changes_at,
               GError **error)
{
  const BhInsightCells *cells = data;
  g_auto (BhFigureQuery) query = { 0 };
  g_auto (GVariantBuilder) rows = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aax"));
  BhFigureState state;
  BhStatement *s;
  BhStep step = BH_STEP_ERROR;

  bh_insight_note_change (insight, changes_at, period->to);
  if (!bh_insight_query_init (&query, insight, period, cells->by, filter, error))
    return NULL;

  state = cells->state == BH_STATE_AS_OF ? BH_STATE_AS_OF : bh_insight_query_get_end_state (&query);
  s = bh_figure_query_run (&query, state,
                           query.present || cells->past == NULL ? cells->which : cells->past,
                           cells->select, error);
  while (s != NULL && (step = bh_statement_step (s, error)) == BH_STEP_ROW)
    add_row (s, cells->n_columns, &rows);

  return step == BH_STEP_DONE ? g_variant_builder_end (&rows) : NULL;
}

GVariant *
bh_insight_get_cells (BhInsight *insight,
                      const char *key,
                      const BhPeriod *period,
                      BhTicketFilter *filter,
                      const BhInsightCells *cells,
                      GError **error)
{
  g_return_val_if_fail (cells != NULL && cells->n_columns > 0, NULL);

  return bh_insight_get (insight, key, period, filter, compute_cells, (gpointer) cells, error);
}

void
bh_insight_cells_get_row (GVariant *rows, gsize i, gint64 *row, gsize n_columns)
{
  g_autoptr (GVariant) columns = g_variant_get_child_value (rows, i);
  gsize n;
  const gint64 *values = g_variant_get_fixed_array (columns, &n, sizeof (gint64));

  for (gsize column = 0; column < n_columns; column++)
    row[column] = column < n ? values[column] : 0;
}
