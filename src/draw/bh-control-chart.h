/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-band-chart.h"
#include "draw/bh-chart-item.h"

G_BEGIN_DECLS

/**
 * BhControlPoint:
 * @item: its week or month
 * @group: (nullable): what begins with it: the year
 * @value: NAN where there is none
 * @mean: what was to be expected
 * @lower: least value that chance alone explains; NAN where there is no such bound
 * @upper: greatest one; NAN likewise
 * @flags: of the value
 */
typedef struct
{
  BhChartItem item;
  const char *group;
  double value;
  double mean;
  double lower;
  double upper;
  BhChartPointFlags flags;
} BhControlPoint;

/**
 * BhControlData:
 * @subtitle: (nullable)
 * @heading: what the points are: "Week"
 * @empty_text: in place of the line where there is no value
 * @value_name: what is controlled
 * @unit: (nullable): of the values
 * @points: (array length=n_points): oldest first
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
  BhChartNumbers numbers;
  const char *unit;
  const BhControlPoint *points;
  guint n_points;
} BhControlData;

/** bh_control_chart_new: Returns: (transfer full): a line with its mean and the limits of chance,
 * which may differ from point to point (a u-chart); a value outside of them is a great diamond in
 * the colour of what is bad, and its words say so */
BhChart *bh_control_chart_new (const BhControlData *data);

/** bh_control_point_is_out: Returns: whether its value lies outside of its limits */
gboolean bh_control_point_is_out (const BhControlPoint *self);

G_END_DECLS
