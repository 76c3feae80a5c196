/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-content.h"
#include "draw/bh-chart-text.h"

G_BEGIN_DECLS

/** BhChartTickTurn: how the names below the bands are set. */
typedef enum
{
  BH_CHART_TICKS_LEVEL,
  BH_CHART_TICKS_WRAPPED,
  BH_CHART_TICKS_SLANTED,
  BH_CHART_TICKS_UPRIGHT,
} BhChartTickTurn;

/** BhChartTicks: the texts below the bands of a chart, made to fit. */
typedef struct _BhChartTicks BhChartTicks;

/**
 * bh_chart_ticks_new:
 * @content: outlives it
 * @band: width of a band
 * @height: how high the texts may be at most
 */
BhChartTicks *bh_chart_ticks_new (
    const BhChartContent *content, PangoContext *context, double em, double band, double height);
void bh_chart_ticks_free (BhChartTicks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhChartTicks, bh_chart_ticks_free)

BhChartTickTurn bh_chart_ticks_get_turn (BhChartTicks *self);
/** bh_chart_ticks_get_every: Returns: 1 where each band has its text, 2 where each second one, … */
guint bh_chart_ticks_get_every (BhChartTicks *self);
/** bh_chart_ticks_get_height: Returns: height of the texts, with the space above them */
double bh_chart_ticks_get_height (BhChartTicks *self);
/** bh_chart_ticks_get_overhang: Returns: how far the first text stands out of the plot, on the side
 * of the start */
double bh_chart_ticks_get_overhang (BhChartTicks *self);
void bh_chart_ticks_draw (BhChartTicks *self, cairo_t *cr, const BhChartFrame *frame);

G_END_DECLS
