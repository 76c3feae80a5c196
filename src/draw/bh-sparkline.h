/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"

G_BEGIN_DECLS

/**
 * BhSparkline:
 * @values: (array length=n_values): oldest first; NAN where there is none
 * @n_values: at least 1
 * @last_flags: of the last value: provisional is hollow, a small sample a triangle
 * @target: NAN where there is none
 *
 * The course of a figure as small as a word.
 */
typedef struct
{
  const double *values;
  guint n_values;
  BhChartPointFlags last_flags;
  double target;
} BhSparkline;

/** bh_sparkline_draw: draws @self into the rectangle of @width times @height at the origin of @cr:
 * a line with a sign at its last value, a dashed level line at the target; no axis and no text.
 * Nothing without a value. What it says has to stand beside it in words. */
void bh_sparkline_draw (
    const BhSparkline *self, cairo_t *cr, double width, double height, const BhChartStyle *style);

G_END_DECLS
