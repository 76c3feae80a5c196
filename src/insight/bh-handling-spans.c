/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-handling-spans.h"

#include "insight/bh-insight-query.h"
#include "storage/bh-filter-spans.h"

static const char SPANS[]
    = BH_SQL_HANDLING_SPAN ("known") " AS span, COUNT (*) FROM known WHERE " BH_SQL_COUNTS
                                     " GROUP BY g, span";

enum
{
  COLUMN_GROUP,
  COLUMN_SPAN,
  COLUMN_COUNT,
  N_COLUMNS,
};

BhHandlingSpans *
bh_handling_spans_compute (BhInsight *insight,
                           const BhPeriod *period,
                           BhTicketFilter *filter,
                           GError **error)
{
  static const BhInsightCells cells = { .state = BH_STATE_AS_OF,
                                        .which = BH_SQL_FINISHED_IN_PERIOD,
                                        .select = SPANS,
                                        .n_columns = N_COLUMNS };
  g_autoptr (GVariant) rows = NULL;
  BhHandlingSpans *self;

  g_return_val_if_fail (insight != NULL && period != NULL, NULL);

  rows = bh_insight_get_cells (insight, "handling-spans", period, filter, &cells, error);
  if (rows == NULL)
    return NULL;

  self = g_new0 (BhHandlingSpans, 1);
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      gint64 row[N_COLUMNS];

      bh_insight_cells_get_row (rows, i, row, N_COLUMNS);
      self->counts[CLAMP (row[COLUMN_SPAN], 0, BH_HANDLING_LONGER)] += row[COLUMN_COUNT];
    }

  return self;
}

double
bh_handling_span_get_days (BhHandlingSpan span)
{
  static const double days[BH_N_HANDLING_SPANS]
      = { 0, 2 / 24.0, 8 / 24.0, 1, 2, 3, 5, 7, 15, 30, 0 };

  g_return_val_if_fail ((guint) span < BH_N_HANDLING_SPANS, 0);

  return days[span];
}
