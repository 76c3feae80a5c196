/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BhChartNumbers: what the numbers of an axis are. */
typedef enum
{
  BH_CHART_COUNTS,   /* whole: 1,284 */
  BH_CHART_PERCENTS, /* 0.815 is written 81.5% */
  BH_CHART_AMOUNTS,  /* with a fraction: 3.2 */
} BhChartNumbers;

/**
 * BhChartAxis:
 * @min: value at the lower end, a multiple of @step
 * @max: value at the upper end
 * @step: from one tick to the next: 1, 2, 2.5 or 5 times a power of ten
 * @n_steps: at least 1
 *
 * A scale of values with round ticks.
 */
typedef struct
{
  BhChartNumbers numbers;
  double min;
  double max;
  double step;
  guint n_steps;
} BhChartAxis;

/**
 * bh_chart_axis_fit:
 * @low: least value to show
 * @high: greatest value to show
 * @most_steps: how many steps there is room for
 *
 * Chooses the ticks. An axis begins at 0, so that heights compare; only shares that all lie above
 * 50 % begin higher, where their changes can be seen. Shares end at 100 %.
 */
void bh_chart_axis_fit (
    BhChartAxis *self, BhChartNumbers numbers, double low, double high, guint most_steps);

/** bh_chart_axis_fit_steps: likewise, from 0 with exactly @n_steps: for an axis that shares the
 * grid of another; the steps may then be 1.5, 3, 4, 6 or 8 times a power of ten too */
void
bh_chart_axis_fit_steps (BhChartAxis *self, BhChartNumbers numbers, double high, guint n_steps);

/** bh_chart_axis_place: Returns: where @value lies between the ends, 0 to 1 within them */
double bh_chart_axis_place (const BhChartAxis *self, double value);
/** bh_chart_axis_get_tick: Returns: the value of tick @i, from 0 to n_steps */
double bh_chart_axis_get_tick (const BhChartAxis *self, guint i);
/** bh_chart_axis_dup_tick_text: Returns: (transfer full): "1,200", "80%", "2.5" */
char *bh_chart_axis_dup_tick_text (const BhChartAxis *self, guint i);

/**
 * bh_chart_number_dup_text:
 * @decimals: digits after the point (of per cents, too)
 *
 * Returns: (transfer full): the number as it stands in a chart, thousands set apart
 */
char *bh_chart_number_dup_text (BhChartNumbers numbers, double value, guint decimals);

G_END_DECLS
