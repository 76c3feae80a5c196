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
  self->filter = bh_filter_sql_new (filter, bh_insight_get_office (insight), "t",
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
