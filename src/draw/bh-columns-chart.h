/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-band-chart.h"
#include "draw/bh-bars-chart.h"

G_BEGIN_DECLS

/**
 * BhColumnsData:
 * @subtitle: (nullable)
 * @heading: what the bands are: "Month"
 * @empty_text: in place of the columns where there is no value
 * @unit: (nullable): of the numbers
 * @ticks: whether each name below is needed
 * @items: (array length=n_items): the bands
 * @groups: (array length=n_items) (nullable): of each band, %NULL or what begins with it: the year
 * @series: (array length=n_series): from below where @stacked, else side by side in each band
 * @target: (nullable): what they should be: a dashed stair
 * @before: (nullable): what they were: a stroke across a column, where there is one series or
 *   @stacked
 *
 * All texts are translated. Series of one meaning have their own role, others
 * %BH_CHART_ROLE_CATEGORY + i; of a single series, %BH_CHART_ROLE_VALUE.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *heading;
  const char *empty_text;
  BhChartNumbers numbers;
  const char *unit;
  BhChartTickMode ticks;
  const BhChartItem *items;
  const char *const *groups;
  guint n_items;
  const BhBarsSeries *series;
  guint n_series;
  gboolean stacked;
  const BhBarsNotch *target;
  const BhBarsNotch *before;
} BhColumnsData;

/** bh_columns_chart_new: Returns: (transfer full): upright columns, one series, several side by
 * side, or on one another with their sum above them. Where a series has items of its own, each
 * column is a mark, else a band is one. */
BhChart *bh_columns_chart_new (const BhColumnsData *data);

G_END_DECLS
