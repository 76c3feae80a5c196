/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-band-chart.h"
#include "insight/bh-trend.h"

G_BEGIN_DECLS

/** bh_trend_forecast_add_layers: adds to @chart what @trend, which has a forecast, expects, before
 * the layers of its points, which are drawn above. Fills @line and @span with them (transfer none),
 * for the legend */
void bh_trend_forecast_add_layers (BhTrend *trend,
                                   BhBandChart *chart,
                                   BhChartLayer **line,
                                   BhChartLayer **span);
/** bh_trend_forecast_add_months: adds to @chart and @table, which have the points of @trend, marks
 * and rows of the months behind them */
void bh_trend_forecast_add_months (BhTrend *trend, BhBandChart *chart, BhChartTable *table);
/** bh_trend_forecast_dup_text: Returns: (transfer full) (nullable): what is expected of @month, in
 * two lines; %NULL where nothing is */
char *bh_trend_forecast_dup_text (BhTrend *trend, int month);

G_END_DECLS
