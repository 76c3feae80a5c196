/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-content.h"

G_BEGIN_DECLS

/** BhChartLayout: where everything of a chart stands at one size in one style. */
typedef struct _BhChartLayout BhChartLayout;

/** bh_chart_layout_new: @content: outlives it; @style: is copied */
BhChartLayout *bh_chart_layout_new (const BhChartContent *content,
                                    double width,
                                    double height,
                                    const BhChartStyle *style);
void bh_chart_layout_free (BhChartLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhChartLayout, bh_chart_layout_free)

/** bh_chart_layout_is_for: Returns: whether it is the layout of this size and style */
gboolean bh_chart_layout_is_for (BhChartLayout *self,
                                 double width,
                                 double height,
                                 const BhChartStyle *style);
const BhChartFrame *bh_chart_layout_get_frame (BhChartLayout *self);
/** bh_chart_layout_get_band: fills @area with band @i and the text below it */
void bh_chart_layout_get_band (BhChartLayout *self, guint i, BhChartArea *area);
void bh_chart_layout_draw (BhChartLayout *self, cairo_t *cr);

G_END_DECLS
