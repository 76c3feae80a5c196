/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-content.h"
#include "draw/bh-chart-text.h"

G_BEGIN_DECLS

/** BhChartLabels: the values written beside their points, as many as there is room for. */
typedef struct _BhChartLabels BhChartLabels;

/** bh_chart_labels_new: places the labels; @content outlives it. What matters most comes first: of
 * a line the last point and the extremes, of columns the first ones. */
BhChartLabels *bh_chart_labels_new (const BhChartContent *content,
                                    PangoContext *context,
                                    const BhChartFrame *frame);
void bh_chart_labels_free (BhChartLabels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhChartLabels, bh_chart_labels_free)

guint bh_chart_labels_get_n (BhChartLabels *self);
/** bh_chart_labels_get_area: fills @area with where label @i stands */
void bh_chart_labels_get_area (BhChartLabels *self, guint i, BhChartArea *area);
void bh_chart_labels_draw (BhChartLabels *self, cairo_t *cr, const BhChartFrame *frame);

G_END_DECLS
