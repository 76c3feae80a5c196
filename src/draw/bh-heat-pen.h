/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-cell-chart.h"
#include "draw/bh-heat-scale.h"

G_BEGIN_DECLS

/** BhHeatPen: draws the cells of one drawing of a heat map, and the legend of their colours. */
typedef struct _BhHeatPen BhHeatPen;

/** bh_heat_pen_new: @page, @scale: outlive it; @numbered: cells say their numbers */
BhHeatPen *bh_heat_pen_new (const BhCellPage *page, const BhHeatScale *scale, gboolean numbered);
void bh_heat_pen_free (BhHeatPen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhHeatPen, bh_heat_pen_free)

/** bh_heat_pen_fits: Returns: whether all numbers of @values have room in a cell of @width and
 * @height */
gboolean bh_heat_pen_fits (const BhCellPage *page,
                           BhChartNumbers numbers,
                           const double *values,
                           guint n,
                           double width,
                           double height);

/** bh_heat_pen_draw: @value: NAN: there is none */
void bh_heat_pen_draw (BhHeatPen *self, cairo_t *cr, const BhChartArea *area, double value);

/** bh_heat_pen_get_legend_height: Returns: how much of a page the legend takes below the cells; 0
 * where a low one has none */
double bh_heat_pen_get_legend_height (const BhCellPage *page);
/** bh_heat_pen_draw_legend: at the lower edge of the page. @unit: (nullable): of the numbers */
void bh_heat_pen_draw_legend (BhHeatPen *self, cairo_t *cr, const char *unit);

G_END_DECLS
