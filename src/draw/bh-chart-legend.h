/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"
#include "draw/bh-chart-text.h"

G_BEGIN_DECLS

/** BhChartKey: one thing that the legend explains. */
typedef struct
{
  BhChartLayer *layer; /* (owned) (nullable): NULL: an area of the colour of @role */
  BhChartPointFlags flags;
  BhChartRole role;
  char *text; /* (owned) */
} BhChartKey;

/** bh_chart_keys_new: Returns: (transfer full) (element-type BhChartKey): an empty list of keys */
GPtrArray *bh_chart_keys_new (void);
/** bh_chart_keys_add_layer: explains points of @layer that have @flags */
void bh_chart_keys_add_layer (GPtrArray *keys,
                              BhChartLayer *layer,
                              BhChartPointFlags flags,
                              const char *text);
/** bh_chart_keys_add_role: explains areas that bh_chart_fill_role() fills with @role */
void bh_chart_keys_add_role (GPtrArray *keys, BhChartRole role, const char *text);

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
