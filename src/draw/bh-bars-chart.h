/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-item.h"
#include "draw/bh-chart-layer.h"
#include "draw/bh-chart.h"

G_BEGIN_DECLS

/**
 * BhBarsSeries:
 * @name: in legend and table
 * @values: (array length=n_items): NAN where there is none; below 0 a bar goes to the other side
 * @flags: (array length=n_items) (nullable): of each value
 * @items: (array length=n_items) (nullable): each bar is a mark of its own, of these; %NULL: a row
 *   is one mark
 */
typedef struct
{
  const char *name;
  BhChartRole role;
  const double *values;
  const BhChartPointFlags *flags;
  const BhChartItem *items;
} BhBarsSeries;

/** BhBarsNotch: what a row is compared with, a stroke across it. @values: (array length=n_items):
 * NAN where there is none */
typedef struct
{
  const char *name;
  const double *values;
} BhBarsNotch;

/**
 * BhBarsData:
 * @subtitle: (nullable)
 * @heading: what the rows are: "Department"
 * @empty_text: in place of the rows where there is no value
 * @unit: (nullable): of the numbers
 * @items: (array length=n_items): the rows from above
 * @series: (array length=n_series)
 * @stacked: the bars of a row follow one another; else they stand one below the other
 * @target: (nullable): what they should be
 * @before: (nullable): what they were
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
  guint n_items;
  const BhBarsSeries *series;
  guint n_series;
  gboolean stacked;
  const BhBarsNotch *target;
  const BhBarsNotch *before;
} BhBarsData;

/** bh_bars_chart_new: Returns: (transfer full): horizontal bars, for names of any length */
BhChart *bh_bars_chart_new (const BhBarsData *data);

G_END_DECLS
