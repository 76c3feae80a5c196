/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-book.h"

G_BEGIN_DECLS

/**
 * BhReportChart:
 *
 * A chart of the workbook, native and editable: columns, bars and lines over cells of a sheet, with
 * their values stored in it, so that it shows where nothing is computed. Lines can stand on a
 * second axis.
 */
typedef struct _BhReportChart BhReportChart;

/**
 * BhReportChartLook:
 * @BH_REPORT_CHART_COLUMNS: beside each other
 * @BH_REPORT_CHART_BARS: lying, the first category on top
 * @BH_REPORT_CHART_STACKED: lying, each series goes on where the one before it ends; of an order,
 *   the later the darker
 * @BH_REPORT_CHART_TARGET: a dashed line without marks; over bars a dashed frame that ends at the
 *   target
 * @BH_REPORT_CHART_SECOND_LINE: on the second axis, from 0 to 1
 *
 * How a series is drawn. The colours are those of the window's charts; series of one look differ in
 * lightness, pattern or marks too. What lies and what stands cannot be in one chart.
 */
typedef enum
{
  BH_REPORT_CHART_COLUMNS,
  BH_REPORT_CHART_BARS,
  BH_REPORT_CHART_STACKED,
  BH_REPORT_CHART_LINE,
  BH_REPORT_CHART_TARGET,
  BH_REPORT_CHART_SECOND_LINE,
} BhReportChartLook;

/** bh_report_chart_new: @axis: title with the unit; @second_axis: (nullable): of the second one */
BhReportChart *bh_report_chart_new (const char *title, const char *axis, const char *second_axis);
void bh_report_chart_free (BhReportChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportChart, bh_report_chart_free)

/**
 * bh_report_chart_set_categories:
 * @downwards: the cells stand below each other, else beside each other
 * @names: (array length=n) (nullable): their texts
 * @numbers: (array length=n) (nullable): or their numbers
 * @format: (nullable): how the numbers look
 */
void bh_report_chart_set_categories (BhReportChart *self,
                                     BhReportSheet *sheet,
                                     guint row,
                                     guint column,
                                     guint n,
                                     gboolean downwards,
                                     const char *const *names,
                                     const int *numbers,
                                     const char *format);

/** bh_report_chart_add: a series of as many cells as there are categories, in their direction, on
 * their sheet; @values: what is in them, NAN where nothing is; copied */
void bh_report_chart_add (BhReportChart *self,
                          BhReportChartLook look,
                          const char *name,
                          guint row,
                          guint column,
                          const double *values,
                          const char *format);

/** bh_report_chart_show_values: writes the numbers beside columns and bars, and into what is
 * stacked
 */
void bh_report_chart_show_values (BhReportChart *self);

/** bh_report_chart_insert: puts the chart over the cells from @row and @column on; @width and
 * @height in pixels. Takes what it needs, @self can go. */
void bh_report_chart_insert (
    BhReportChart *self, BhReportSheet *sheet, guint row, guint column, guint width, guint height);

G_END_DECLS
