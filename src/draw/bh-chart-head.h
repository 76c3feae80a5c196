/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-legend.h"

G_BEGIN_DECLS

/**
 * BhChartHeadPart:
 *
 * What stands above the values, each with those before it.
 */
typedef enum
{
  BH_CHART_HEAD_NOTHING,
  BH_CHART_HEAD_LEGEND,
  BH_CHART_HEAD_TITLE,
  BH_CHART_HEAD_SUBTITLE,
} BhChartHeadPart;

/** BhChartHead: title, subtitle and legend of a chart. */
typedef struct _BhChartHead BhChartHead;

/**
 * bh_chart_head_new:
 * @title: (nullable): outlives it, like @subtitle and @keys
 * @keys: (element-type BhChartKey): what the legend explains
 * @width: of the whole chart
 */
BhChartHead *bh_chart_head_new (const char *title,
                                const char *subtitle,
                                GPtrArray *keys,
                                PangoContext *context,
                                const BhChartStyle *style,
                                double width);
void bh_chart_head_free (BhChartHead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhChartHead, bh_chart_head_free)

/** bh_chart_head_get_first: Returns: how much of it there is to show where there is room */
BhChartHeadPart bh_chart_head_get_first (BhChartHead *self);
/** bh_chart_head_wants_less: Returns: whether a part is better left out, where of @height only
 * @left are left for the values below what was placed last */
gboolean bh_chart_head_wants_less (BhChartHead *self, double left, double height);
/** bh_chart_head_place: Returns: where it ends below, with all up to @part */
double bh_chart_head_place (BhChartHead *self, BhChartHeadPart part);
/** bh_chart_head_draw: what was placed last */
void bh_chart_head_draw (BhChartHead *self, cairo_t *cr, const BhChartFrame *frame);

/** bh_chart_head_get_margin: Returns: what a chart leaves free at its edges, of an @em */
double bh_chart_head_get_margin (double em);

G_END_DECLS
