/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-axis.h"

G_BEGIN_DECLS

/**
 * BhChartItem:
 * @label: whole name, for tooltip and table
 * @tick: (nullable): what is written in the chart where @label is too long for it
 * @value_text: (nullable): its exact values with their names, may be several lines; %NULL: the
 *   chart's own words for the number that it shows
 * @filter: (nullable): text of the filter that lists its tickets
 * @brush: (nullable): text of a filter of the one or two fields that it stands for
 *
 * What a chart is told about one thing that can be pointed at; all texts are translated. The chart
 * keeps copies.
 */
typedef struct
{
  const char *label;
  const char *tick;
  const char *value_text;
  const char *filter;
  const char *brush;
} BhChartItem;

/** bh_chart_item_get_tick: Returns: (transfer none): what is written in the chart */
const char *bh_chart_item_get_tick (const BhChartItem *self);

/** bh_chart_value_dup_text: Returns: (transfer full): @value with as many digits as such numbers
 * usually have: "1,284", "81.5%", "3.2"; "–" of NAN */
char *bh_chart_value_dup_text (BhChartNumbers numbers, double value);

/** bh_chart_value_dup_text_with_unit: Returns: (transfer full): likewise, "3.2 hours"; @unit:
 * (nullable) */
char *bh_chart_value_dup_text_with_unit (BhChartNumbers numbers, double value, const char *unit);

G_END_DECLS
