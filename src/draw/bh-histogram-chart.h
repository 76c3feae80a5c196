/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-band-chart.h"
#include "draw/bh-chart-item.h"

G_BEGIN_DECLS

/**
 * BhHistogramLine:
 * @name: "P90"
 * @role: %BH_CHART_ROLE_MEDIAN, %BH_CHART_ROLE_P90
 * @value_text: "6.2 days"
 * @place: in classes from the beginning of the first: 2.5 is the middle of the third
 *
 * An upright line at a value of what was measured.
 */
typedef struct
{
  const char *name;
  BhChartRole role;
  const char *value_text;
  double place;
} BhHistogramLine;

/**
 * BhHistogramData:
 * @subtitle: (nullable)
 * @heading: what was measured: "Handling days"
 * @empty_text: in place of the columns where there is no value
 * @value_name: what the columns count: "Tickets"
 * @unit: (nullable): of the counts
 * @items: (array length=n_items): the classes, the least first
 * @values: (array length=n_items): how many there are in each
 * @lines: (array length=n_lines) (nullable): at most two
 *
 * All texts are translated.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *heading;
  const char *empty_text;
  const char *value_name;
  const char *unit;
  const BhChartItem *items;
  const double *values;
  guint n_items;
  const BhHistogramLine *lines;
  guint n_lines;
} BhHistogramData;

/** bh_histogram_chart_new: Returns: (transfer full): how often which values are: columns without
 * gaps, with their share and that of all up to them in words, and lines at the percentiles. It is
 * empty where all counts are 0. */
BhChart *bh_histogram_chart_new (const BhHistogramData *data);

/** bh_histogram_find_place: Returns: the place of @value for a line, where class i goes from
 * @edges[i] to @edges[i + 1] (array length=n_edges); what is past the last edge stands in the
 * middle of a last class that has no end. @n_edges: at least 2 */
double bh_histogram_find_place (const double *edges, guint n_edges, double value);

G_END_DECLS
