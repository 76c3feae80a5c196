/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-band-chart.h"

G_BEGIN_DECLS

/** A font that all pictures of the tests are made with; NULL where it is not installed. */
#define BH_TEST_FONT "Noto Sans CJK SC"

/** bh_test_chart_style: Returns: (transfer full): a style in the tests' own font at 13 pixels, or
 * NULL where that font is missing */
BhChartStyle *bh_test_chart_style (BhChartPaletteKind palette);

/** bh_test_chart_line: Returns: (transfer full): a chart of one line over months, with a target of
 * @target where that is not NAN; a value of NAN is none */
BhChart *bh_test_chart_line (const double *values, guint n, BhChartNumbers numbers, double target);

/** bh_test_chart_columns: Returns: (transfer full): columns with the cumulated line; names from
 * @names, repeated where there are fewer; the last one may be cut */
BhChart *bh_test_chart_columns (const char *const *names, const double *values, guint n);

G_END_DECLS
