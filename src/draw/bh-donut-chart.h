/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-item.h"
#include "draw/bh-chart.h"

G_BEGIN_DECLS

/** BH_DONUT_PARTS: as many parts can be told apart by colour and pattern; further ones are drawn
 * as one */
#define BH_DONUT_PARTS 8

/**
 * BhDonutData:
 * @subtitle: (nullable)
 * @heading: what the parts are: "Channel"
 * @empty_text: where there is no value
 * @numbers: of the values; the shares are the chart's own
 * @unit: (nullable): of the values, below their sum in the middle
 * @items: (array length=n_items): in the order in which they stand
 * @values: (array length=n_items): from 0 on
 * @rest: (nullable): what the parts beyond #BH_DONUT_PARTS − 1 are called and where their tickets
 *   are; %NULL: the chart's own words and no tickets
 *
 * All texts are translated.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *heading;
  const char *empty_text;
  BhChartNumbers numbers;
  const char *unit;
  const BhChartItem *items;
  const double *values;
  guint n_items;
  const BhChartItem *rest;
} BhDonutData;

/** bh_donut_chart_new: Returns: (transfer full): a ring whose parts stand beside it with value and
 * share */
BhChart *bh_donut_chart_new (const BhDonutData *data);

G_END_DECLS
