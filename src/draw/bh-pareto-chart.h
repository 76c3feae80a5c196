/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"
#include "insight/bh-pareto.h"

G_BEGIN_DECLS

/** BH_PARETO_COLUMNS: how many columns bh_pareto_chart_new() draws at most. */
#define BH_PARETO_COLUMNS 16

/**
 * bh_pareto_chart_new:
 * @pareto: (transfer none): is copied
 *
 * Columns by size with the line of their cumulated share. The few that make 80 % are strong, the
 * others pale; a stroke shows what each was in the period before. What there is no room for stands
 * in one last column, whose filter lists the tickets of all of them. bh_chart_fit() gives it as
 * many columns as can be read.
 *
 * Returns: (transfer full)
 */
BhChart *bh_pareto_chart_new (BhPareto *pareto, BhOffice *office);
/** bh_pareto_chart_new_with_columns: likewise, with at most @most columns at any width */
BhChart *bh_pareto_chart_new_with_columns (BhPareto *pareto, BhOffice *office, guint most);

/** bh_pareto_chart_count_columns: Returns: how many columns can be read in a chart of @width */
guint bh_pareto_chart_count_columns (double width, const BhChartStyle *style);

G_END_DECLS
