/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-bars-chart.h"
#include "draw/bh-cell-chart.h"

G_BEGIN_DECLS

/**
 * BhBarsContent:
 * @values: row by row, one a series; NAN: none
 * @flags: likewise
 * @marks: likewise: the mark of the bar; where rows are marks, all of a row have the same
 *
 * What a chart of bars says: the chart's own copy of its data.
 */
typedef struct
{
  BhChartNumbers numbers;
  char *unit;
  gboolean stacked;
  gboolean own_marks;
  guint n_rows;
  guint n_series;
  GPtrArray *names; /* (element-type utf8) */
  BhChartRole *roles;
  double *values;
  BhChartPointFlags *flags;
  guint *marks;
  double *targets; /* (nullable) */
  double *befores; /* (nullable) */
} BhBarsContent;

/**
 * BhBarsLayout:
 * @n_shown: of the rows, from above
 * @row_height: of each
 * @names_width: of the names at the beginning
 * @name_lines: a name may take
 * @start: where the axis begins, behind the beginning of the plot
 * @length: of the axis
 * @axis_height: of the numbers below it; 0: none
 *
 * Where the bars of one drawing are.
 */
typedef struct
{
  guint n_shown;
  double row_height;
  double names_width;
  guint name_lines;
  double start;
  double length;
  double axis_height;
  BhChartAxis axis;
} BhBarsLayout;

void bh_bars_layout_place (BhBarsLayout *self, const BhBarsContent *content, BhCellPage *page);

/** bh_bars_layout_get_bar: fills @area with the bar of @series in @row. Returns: FALSE where it has
 * no value */
gboolean bh_bars_layout_get_bar (const BhBarsLayout *self,
                                 const BhBarsContent *content,
                                 const BhCellPage *page,
                                 guint row,
                                 guint series,
                                 BhChartArea *area);
/** bh_bars_layout_get_row: fills @area with all of @row */
void bh_bars_layout_get_row (const BhBarsLayout *self,
                             const BhCellPage *page,
                             guint row,
                             BhChartArea *area);
/** bh_bars_layout_get_x: Returns: the place of @value */
double bh_bars_layout_get_x (const BhBarsLayout *self, const BhCellPage *page, double value);

/** bh_bars_content_get_end: fills @value with what stands at the end of a row, or of the bar of
 * @series where they are not stacked. Returns: FALSE where there is none */
gboolean
bh_bars_content_get_end (const BhBarsContent *self, guint row, guint series, double *value);

/** bh_bars_content_dup_end_text: Returns: (transfer full): that @value as it is written, with the
 * sign of a small sample */
char *
bh_bars_content_dup_end_text (const BhBarsContent *self, guint row, guint series, double value);
/** bh_bars_content_has_value: Returns: whether some bar of @row has a value */
gboolean bh_bars_content_has_value (const BhBarsContent *self, guint row);
/** bh_bars_content_get_wanted_ems: Returns: how high rows and axis should be */
double bh_bars_content_get_wanted_ems (const BhBarsContent *self);

G_END_DECLS
