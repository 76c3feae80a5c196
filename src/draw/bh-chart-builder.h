/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"
#include "draw/bh-chart.h"

G_BEGIN_DECLS

/* How a chart is put together. Nothing of this is called once it has been drawn. */

/**
 * BhChartTickMode:
 * @BH_CHART_TICKS_SERIES: labels follow from their neighbours: some are left out where they do not
 *   fit
 * @BH_CHART_TICKS_NAMES: each label is needed: they are wrapped, turned and cut before one is left
 *   out
 */
typedef enum
{
  BH_CHART_TICKS_SERIES,
  BH_CHART_TICKS_NAMES,
} BhChartTickMode;

/** bh_chart_new: @subtitle: (nullable) */
BhChart *bh_chart_new (const char *title, const char *subtitle, BhChartTickMode mode);

/** bh_chart_set_axis: the axis of @side has @numbers in @unit (translated, "" where they have
 * none). Without a call for the second side there is no second axis. */
void bh_chart_set_axis (BhChart *self, BhChartSide side, BhChartNumbers numbers, const char *unit);

/** bh_chart_set_empty_text: what stands in place of the values where there are none, translated */
void bh_chart_set_empty_text (BhChart *self, const char *text);

/**
 * bh_chart_add_mark:
 * @label: whole name, for tooltip and table
 * @tick: what is written below it
 * @group: (nullable): second line below it where it begins something: the year
 * @filter: (nullable): text of the filter that lists its tickets
 */
void bh_chart_add_mark (BhChart *self,
                        const char *label,
                        const char *tick,
                        const char *group,
                        const char *value_text,
                        const char *filter);

/** bh_chart_add_layer: @layer: (transfer full): with one point a mark. Later ones are drawn above
 * earlier ones. */
void bh_chart_add_layer (BhChart *self, BhChartLayer *layer);

/** bh_chart_add_key: explains in the legend points of @layer (one that was added) that have
 * @flags */
void
bh_chart_add_key (BhChart *self, BhChartLayer *layer, BhChartPointFlags flags, const char *text);

/**
 * BhChartSizes:
 * @count: how many marks are right at a width
 * @make: Returns: (transfer full): a chart of the same values with at most @n_marks
 *
 * How a chart is made that puts marks together where there is no room for all.
 */
typedef struct
{
  guint (*count) (gpointer data, double width, const BhChartStyle *style);
  BhChart *(*make) (gpointer data, guint n_marks);
} BhChartSizes;

/** bh_chart_set_sizes: @sizes: outlives the chart; @data: given to its functions */
void bh_chart_set_sizes (BhChart *self,
                         const BhChartSizes *sizes,
                         gpointer data,
                         GDestroyNotify destroy);

/** bh_chart_take_table: @table: (transfer full) */
void bh_chart_take_table (BhChart *self, BhChartTable *table);

G_END_DECLS
