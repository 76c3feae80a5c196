/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"

G_BEGIN_DECLS

/* How any chart is put together, by its own class and by who makes it. Nothing of this is called
 * once it has been drawn. */

/** bh_chart_set_titles: @subtitle: (nullable). The chart has an empty table of that title until
 * bh_chart_take_table(). */
void bh_chart_set_titles (BhChart *self, const char *title, const char *subtitle);

/** bh_chart_set_empty_text: what stands in place of the values where there are none, translated */
void bh_chart_set_empty_text (BhChart *self, const char *text);
/** bh_chart_get_empty_text: Returns: (transfer none) (nullable) */
const char *bh_chart_get_empty_text (BhChart *self);

/**
 * bh_chart_add_mark:
 * @label: whole name, for tooltip and table
 * @value_text: (nullable): its values with their names, a line each
 * @filter: (nullable): text of the filter that lists its tickets
 */
void
bh_chart_add_mark (BhChart *self, const char *label, const char *value_text, const char *filter);

/** bh_chart_set_mark_brush: @brush: (nullable): text of a filter of what mark @i stands for, of as
 * few fields as say it: the others charts are narrowed to it when the mark is selected */
void bh_chart_set_mark_brush (BhChart *self, guint i, const char *brush);

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
