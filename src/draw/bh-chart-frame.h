/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-axis.h"
#include "draw/bh-chart-palette.h"

G_BEGIN_DECLS

/** BhChartArea: a rectangle in the chart, in pixels from its upper left corner. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} BhChartArea;

/** BhChartSide: the axis at the beginning of the lines of text (left, in Arabic right), and the
 * second one, at their end. */
typedef enum
{
  BH_CHART_SIDE_START,
  BH_CHART_SIDE_END,
} BhChartSide;

/**
 * BhChartFrame:
 * @plot: where the values are drawn
 * @n_bands: the plot is divided into that many columns of equal width, one a mark
 * @em: size of the labels' font
 * @axes: indexed by #BhChartSide
 *
 * The geometry that all parts of one drawing share.
 */
typedef struct
{
  BhChartArea plot;
  guint n_bands;
  double em;
  gboolean rtl;
  const BhChartPalette *palette;
  BhChartAxis axes[2];
} BhChartFrame;

/** bh_chart_frame_get_x: Returns: the middle of band @i */
double bh_chart_frame_get_x (const BhChartFrame *self, guint i);
/** bh_chart_frame_get_band: fills @area with band @i over the height of the plot */
void bh_chart_frame_get_band (const BhChartFrame *self, guint i, BhChartArea *area);
/** bh_chart_frame_find_band: Returns: the band at @x, or -1 */
int bh_chart_frame_find_band (const BhChartFrame *self, double x);
/** bh_chart_frame_get_y: Returns: the height of @value on the axis of @side */
double bh_chart_frame_get_y (const BhChartFrame *self, BhChartSide side, double value);
/** bh_chart_frame_get_line: Returns: width of a line that is @width at usual size and contrast */
double bh_chart_frame_get_line (const BhChartFrame *self, double width);

/** bh_chart_area_meets: Returns: whether @a and @b have a point in common */
gboolean bh_chart_area_meets (const BhChartArea *a, const BhChartArea *b);
/** bh_chart_area_meets_line: Returns: whether the line from (@x1, @y1) to (@x2, @y2) crosses */
gboolean
bh_chart_area_meets_line (const BhChartArea *area, double x1, double y1, double x2, double y2);

G_END_DECLS
