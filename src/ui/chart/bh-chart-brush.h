/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "draw/bh-chart.h"

G_BEGIN_DECLS

/**
 * BhChartBrush:
 *
 * What is selected in a chart: a filter, and the marks that it means. Marks are selected whole
 * fields at a time: of two cells of a matrix, their rows and columns, because that is what a filter
 * can say. A mark that stands for nothing cannot be selected. The memory of a #BhChartView.
 */
typedef struct
{
  BhTicketFilter *filter; /* (owned) (nullable): NULL: nothing is selected */
  GArray *selected;       /* (owned) (nullable) (element-type gboolean): one a mark */
  guint anchor;           /* the mark from which on a selection is extended */
} BhChartBrush;

void bh_chart_brush_clear (BhChartBrush *self);
/** bh_chart_brush_is_possible: Returns: whether a mark of @chart can be selected */
gboolean bh_chart_brush_is_possible (BhChart *chart);

/** bh_chart_brush_set_filter: selects those marks of @chart that @filter (nullable) means; it is
 * kept where it means none of them: they may be elsewhere */
void bh_chart_brush_set_filter (BhChartBrush *self, BhChart *chart, BhTicketFilter *filter);
/** bh_chart_brush_toggle: selects @mark too, or no longer */
void bh_chart_brush_toggle (BhChartBrush *self, BhChart *chart, guint mark);
/** bh_chart_brush_select: selects those marks whose @wanted (array of one a mark) is TRUE */
void bh_chart_brush_select (BhChartBrush *self, BhChart *chart, const gboolean *wanted);
/** bh_chart_brush_select_in: selects those whose areas, at this size and style, meet @area */
void bh_chart_brush_select_in (BhChartBrush *self,
                               BhChart *chart,
                               const BhChartArea *area,
                               double width,
                               double height,
                               const BhChartStyle *style);
/** bh_chart_brush_extend: selects all from the anchor to @mark: the marks in between, of a chart
 * with marks above one another those in the rectangle of both */
void bh_chart_brush_extend (BhChartBrush *self,
                            BhChart *chart,
                            guint mark,
                            double width,
                            double height,
                            const BhChartStyle *style);

/** bh_chart_brush_get_selected: Returns: (transfer none) (nullable): one a mark; NULL where no mark
 * is selected */
const gboolean *bh_chart_brush_get_selected (const BhChartBrush *self);
/** bh_chart_brush_is_selected: Returns: whether @mark is selected */
gboolean bh_chart_brush_is_selected (const BhChartBrush *self, guint mark);
/** bh_chart_brush_get_text: Returns: (transfer none) (nullable): text of the filter */
const char *bh_chart_brush_get_text (const BhChartBrush *self);

G_END_DECLS
