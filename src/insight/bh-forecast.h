/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BhForecastMethod: how a series goes on. */
typedef enum
{
  BH_FORECAST_NONE,         /* too short a series */
  BH_FORECAST_HOLT,         /* level and trend */
  BH_FORECAST_HOLT_WINTERS, /* level, trend and the season of the year */
} BhForecastMethod;

/** BH_FORECAST_LEAST: so many values are needed for any forecast */
#define BH_FORECAST_LEAST 6
/** BH_FORECAST_SEASON: months of a year; two of them are needed for a season */
#define BH_FORECAST_SEASON 12
/** BH_FORECAST_CONFIDENCE: with this probability what comes lies between @lower and @upper */
#define BH_FORECAST_CONFIDENCE 0.8

/** BhForecastPoint: one value to come, and what it lies between. */
typedef struct
{
  double value;
  double lower;
  double upper;
} BhForecastPoint;

/**
 * bh_forecast_compute:
 * @values: (array length=n): of one month after the other, the oldest first
 * @points: (out caller-allocates) (array length=n_points): the months behind them, at most a year
 *
 * Additive exponential smoothing: of 24 values and more by Holt and Winters with a season, of 6 and
 * more by Holt, with the weights that would have forecast each value best from those before it
 * (least squares of the errors one step ahead). Formulas of forecast and interval: R. J. Hyndman
 * and G. Athanasopoulos, Forecasting: Principles and Practice, 2nd edition, sections 7.2, 7.3 and
 * 7.7 (models AAN and AAA): the variance h steps ahead is
 * σ² (1 + (h − 1) (α² + α β h + β² h (2 h − 1) / 6)), with a season the same for h up to its
 * length.
 *
 * Returns: the method; with %BH_FORECAST_NONE @points are not filled
 */
BhForecastMethod
bh_forecast_compute (const double *values, guint n, BhForecastPoint *points, guint n_points);

G_END_DECLS
