/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-trend.h"

G_BEGIN_DECLS

/** BH_OUTLOOK_MONTHS: how many months are forecast, that which is not over included */
#define BH_OUTLOOK_MONTHS 4

/**
 * bh_trend_outlook_add:
 * @trend: gets its forecast where its last month is the present one or that before it
 *
 * Forecasts the figure by bh_forecast_compute() from the whole months before as-of, up to three
 * years of them. There is no forecast of too few months, or where one of them has no value.
 *
 * Returns: FALSE with @error
 */
gboolean bh_trend_outlook_add (BhTrend *trend, BhInsight *insight, GError **error);

G_END_DECLS
