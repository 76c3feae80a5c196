/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-scores.h"

#include "insight/bh-insight-query.h"

/* Of the present, callbacks are looked up one by one; of the past, their tickets are found first.
 */
static const char ANY[] = "1 = 1";
static const char CALLED_IN_PERIOD[]
    = "t.id IN (SELECT o.ticket_id FROM callback AS o WHERE o.at >= ?1 AND o.at < ?2)";

static const char SCORES[]
    = "o.score, COUNT (*) FROM known JOIN callback AS o ON o.ticket_id = known.id"
      " AND o.at >= ?1 AND o.at < ?2 AND o.score BETWEEN 1 AND 5 AND o.invalid = 0"
      " WHERE " BH_SQL_SCORED " GROUP BY g, o.score ORDER BY g, o.score";

enum
{
  COLUMN_GROUP,
  COLUMN_SCORE,
  COLUMN_COUNT,
  N_COLUMNS,
};

GArray *
bh_scores_compute (BhInsight *insight,
                   const BhPeriod *period,
                   BhFigureBy by,
                   BhTicketFilter *filter,
                   GError **error)
{
  const BhInsightCells cells = { .state = BH_STATE_AS_OF,
                                 .which = ANY,
                                 .past = CALLED_IN_PERIOD,
                                 .select = SCORES,
                                 .by = by,
                                 .n_columns = N_COLUMNS };
  g_autofree char *key = g_strdup_printf ("scores-%d", (int) by);
  g_autoptr (GVariant) rows = NULL;
  GArray *groups;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  rows = bh_insight_get_cells (insight, key, period, filter, &cells, error);
  if (rows == NULL)
    return NULL;

  groups = g_array_new (FALSE, TRUE, sizeof (BhScoreGroup));
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      gint64 row[N_COLUMNS];
      BhScoreGroup *last;

      bh_insight_cells_get_row (rows, i, row, N_COLUMNS);
      last = groups->len > 0 ? &g_array_index (groups, BhScoreGroup, groups->len - 1) : NULL;
      if (last == NULL || last->id != row[COLUMN_GROUP])
        {
          g_array_set_size (groups, groups->len + 1);
          last = &g_array_index (groups, BhScoreGroup, groups->len - 1);
          last->id = row[COLUMN_GROUP];
        }
      last->counts[CLAMP (row[COLUMN_SCORE], 1, BH_N_SCORES)] += row[COLUMN_COUNT];
    }

  return groups;
}
