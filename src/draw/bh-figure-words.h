/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-layer.h"
#include "insight/bh-figure-text.h"

G_BEGIN_DECLS

/* How charts draw and tell the values of figures. */

/** bh_figure_get_numbers: Returns: what the axis of a figure has */
BhChartNumbers bh_figure_get_numbers (const BhFigureInfo *info);
/** bh_figure_get_axis_unit: Returns: (transfer none): what stands at that axis, "" for nothing */
const char *bh_figure_get_axis_unit (const BhFigureInfo *info);
/** bh_figure_get_point_flags: Returns: what the sign of a value says of it */
BhChartPointFlags bh_figure_get_point_flags (const BhFigureInfo *info, const BhFigureValue *value);
/** bh_figure_get_point: Returns: the number to draw, NAN where there is none */
double bh_figure_get_point (const BhFigureInfo *info, const BhFigureValue *value);
/** bh_figure_dup_lines: @exact: whether the percentiles are there. Returns: (transfer full): the
 * value and what it is of, a line each */
char *bh_figure_dup_lines (const BhFigureInfo *info, const BhFigureValue *value, gboolean exact);
/** bh_figure_dup_notes: Returns: (transfer full): what is to be known of a value, a line each; ""
 * for nothing */
char *bh_figure_dup_notes (const BhFigureInfo *info, const BhFigureValue *value);

/**
 * bh_figure_dup_value_text:
 * @before: (nullable): what @value is compared with
 * @more: (nullable): a line that stands behind the value
 * @exact: whether the percentiles are there
 *
 * Returns: (transfer full): all of it, a line each
 */
char *bh_figure_dup_value_text (const BhFigureInfo *info,
                                const BhFigureValue *value,
                                const BhFigureValue *before,
                                const char *more,
                                gboolean exact);

G_END_DECLS
