/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"
#include "draw/bh-chart-text.h"

G_BEGIN_DECLS

/** BhChartKey: one thing that the legend explains. */
typedef struct
{
  BhChartLayer *layer; /* (owned) */
  BhChartPointFlags flags;
  char *text; /* (owned) */
} BhChartKey;

/** BhChartLegend: the signs of a chart with their names, in as many rows as they need. */
typedef struct _BhChartLegend BhChartLegend;

/** bh_chart_legend_new: @keys: (element-type BhChartKey): outlive it; @width: of a row */
BhChartLegend *
bh_chart_legend_new (GPtrArray *keys, PangoContext *context, double em, double width);
void bh_chart_legend_free (BhChartLegend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhChartLegend, bh_chart_legend_free)

/** bh_chart_legend_get_width: Returns: width of the longest row */
double bh_chart_legend_get_width (BhChartLegend *self);
/** bh_chart_legend_get_height: Returns: 0 without keys */
double bh_chart_legend_get_height (BhChartLegend *self);
/** bh_chart_legend_draw: @x, @y: upper left corner */
void bh_chart_legend_draw (
    BhChartLegend *self, cairo_t *cr, const BhChartFrame *frame, double x, double y);

G_END_DECLS
