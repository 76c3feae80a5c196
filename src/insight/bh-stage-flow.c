/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-stage-flow.h"

#include "insight/bh-insight-query.h"

/* By furthest stage: how many, how many ended, how many of these in the regular way. */
static const char FLOW[]
    = "f, COUNT (*), COUNT (closed_at), SUM (CASE WHEN closed_as = 80 THEN 1 ELSE 0 END)"
      " FROM (SELECT g, closed_at, closed_as, COALESCE ((SELECT MAX (s.stage) FROM stage AS s"
      " WHERE s.ticket_id = known.id AND s.started_at < ?4), 0) AS f"
      " FROM known WHERE closed_as <> 91) AS x GROUP BY g, f";

G_STATIC_ASSERT (BH_STATUS_CLOSED == 80 && BH_STATUS_MERGED == 91);

enum
{
  COLUMN_GROUP,
  COLUMN_STAGE,
  COLUMN_ALL,
  COLUMN_ENDED,
  COLUMN_CLOSED,
  N_COLUMNS,
};

BhStageFlow *
bh_stage_flow_compute (BhInsight *insight,
                       const BhPeriod *period,
                       BhTicketFilter *filter,
                       GError **error)
{
  static const BhInsightCells cells = { .state = BH_STATE_AS_OF,
                                        .which = BH_SQL_RECEIVED_IN_PERIOD,
                                        .select = FLOW,
                                        .n_columns = N_COLUMNS };
  g_autoptr (GVariant) rows = NULL;
  BhStageFlow *self;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  rows = bh_insight_get_cells (insight, "stage-flow", period, filter, &cells, error);
  if (rows == NULL)
    return NULL;

  self = g_new0 (BhStageFlow, 1);
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      gint64 row[N_COLUMNS];
      int stage;

      bh_insight_cells_get_row (rows, i, row, N_COLUMNS);
      stage = (int) CLAMP (row[COLUMN_STAGE], 0, BH_STAGE_CALLBACK);
      self->received += row[COLUMN_ALL];
      self->open[stage] += row[COLUMN_ALL] - row[COLUMN_ENDED];
      self->closed[stage] += row[COLUMN_CLOSED];
      self->dropped[stage] += row[COLUMN_ENDED] - row[COLUMN_CLOSED];
    }

  return self;
}

gint64
bh_stage_flow_count_reached (const BhStageFlow *self, BhStageKind stage)
{
  gint64 count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (int i = (int) stage; i < BH_N_STAGES; i++)
    count += self->open[i] + self->closed[i] + self->dropped[i];

  return count;
}

char *
bh_stage_flow_dup_reached (BhStageKind stage)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int i = (int) MAX (stage, BH_STAGE_DISPATCH); i < BH_N_STAGES; i++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "",
                            bh_list_get_code (BH_LIST_STAGE, i));

  return g_string_free (g_steal_pointer (&words), FALSE);
}
