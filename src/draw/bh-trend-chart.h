/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"
#include "insight/bh-trend.h"

G_BEGIN_DECLS

/**
 * bh_trend_chart_new:
 * @trend: (transfer none): is copied
 *
 * A line over the months with the target as a dashed line. Points that can still change are hollow,
 * those of fewer than ten tickets triangles. A spread of durations has its mean, its median and its
 * 90th percentile, the latter two once they are exact.
 *
 * Returns: (transfer full)
 */
BhChart *bh_trend_chart_new (BhTrend *trend, BhOffice *office);

G_END_DECLS
