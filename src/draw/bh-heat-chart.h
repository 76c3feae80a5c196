/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-item.h"
#include "draw/bh-chart.h"

G_BEGIN_DECLS

/**
 * BhHeatCell:
 * @value: NAN where there is none
 * @missing: there is no such cell at all: nothing is drawn, nothing can be pointed at
 * @item: its label %NULL: made from row and column
 */
typedef struct
{
  double value;
  gboolean missing;
  BhChartItem item;
} BhHeatCell;

/**
 * BhHeatData:
 * @subtitle: (nullable)
 * @row_heading: what the rows are: "Weekday"
 * @column_heading: what the columns are: "Hour"
 * @empty_text: where no cell has a value above 0
 * @unit: (nullable): of the values
 * @rows: (array length=n_rows): from above; their filters are for the sums at the end of the rows
 * @columns: (array length=n_columns): their filters are for the sums below
 * @cells: (array length=n_rows*n_columns): row by row
 * @has_sums: the values add up (not those of a share or a median): sums at the edges
 * @total: (nullable): the mark of the sum of all
 *
 * All texts are translated.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *row_heading;
  const char *column_heading;
  const char *empty_text;
  BhChartNumbers numbers;
  const char *unit;
  const BhChartItem *rows;
  guint n_rows;
  const BhChartItem *columns;
  guint n_columns;
  const BhHeatCell *cells;
  gboolean has_sums;
  const BhChartItem *total;
} BhHeatData;

/** bh_heat_chart_new: Returns: (transfer full): a matrix whose cells are the darker the more they
 * have, with their numbers where there is room */
BhChart *bh_heat_chart_new (const BhHeatData *data);

G_END_DECLS
