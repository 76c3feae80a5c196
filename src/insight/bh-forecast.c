/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-forecast.h"

#include <math.h>

/* Of a normal distribution, 80 % lie within so many standard deviations. */
#define DEVIATIONS 1.2815515655446004
/* The weights that are tried. */
#define STEP 0.05
#define LEAST_WEIGHT 0.05
#define MOST_WEIGHT 0.95
/* How many of the first changes tell the trend to begin with. */
#define FIRST_CHANGES 4

typedef struct
{
  double alpha; /* of the level */
  double beta;  /* of the trend */
  double gamma; /* of the season */
} Weights;

/* Where a series stands after its last value. */
typedef struct
{
  double level;
  double trend;
  double season[BH_FORECAST_SEASON]; /* by number of the value modulo the season */
  double squares;                    /* of the errors one step ahead */
  guint n_errors;
} State;

static double
get_mean (const double *values, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];

  return sum / n;
}

/* The level before the first value, and the mean of the first changes. */
static void
start_holt (const double *values, guint n, State *state)
{
  guint changes = MIN (n - 1, FIRST_CHANGES);

  state->trend = (values[changes] - values[0]) / changes;
  state->level = values[0] - state->trend;
}

/* The trend from the first year to the second; the season is what is left of both without it. */
static void
start_season (const double *values, State *state)
{
  const guint m = BH_FORECAST_SEASON;
  double first = get_mean (values, m), second = get_mean (values + m, m);

  state->trend = (second - first) / m;
  /* The mean of the first year stands in its middle, between two values. */
  state->level = first - state->trend * (m + 1) / 2;
  for (guint i = 0; i < m; i++)
    {
      double line = state->level + state->trend * (i + 1);

      state->season[i] = (values[i] - line + values[i + m] - (line + state->trend * m)) / 2;
    }
}

/* Goes over all values; each is forecast from those before it, and the state learns from the
 * error. */
static void
run (const double *values, guint n, BhForecastMethod method, const Weights *weights, State *state)
{
  gboolean seasonal = method == BH_FORECAST_HOLT_WINTERS;

  *state = (State){ 0 };
  if (seasonal)
    start_season (values, state);
  else
    start_holt (values, n, state);

  for (guint i = 0; i < n; i++)
    {
      double *season = &state->season[i % BH_FORECAST_SEASON];
      double error = values[i] - (state->level + state->trend + (seasonal ? *season : 0));

      state->level += state->trend + weights->alpha * error;
      state->trend += weights->beta * error;
      if (seasonal)
        *season += weights->gamma * error;
      state->squares += error * error;
      state->n_errors++;
    }
}

static void
try_weights (const double *values,
             guint n,
             BhForecastMethod method,
             const Weights *weights,
             Weights *best,
             State *best_state)
{
  State state;

  run (values, n, method, weights, &state);
  if (best_state->n_errors == 0 || state.squares < best_state->squares)
    {
      *best = *weights;
      *best_state = state;
    }
}

/* All weights of the usual region: 0 < β < α < 1 and 0 < γ < 1 − α. */
static void
choose_weights (
    const double *values, guint n, BhForecastMethod method, Weights *best, State *best_state)
{
  for (double alpha = LEAST_WEIGHT; alpha <= MOST_WEIGHT + STEP / 2; alpha += STEP)
    for (double beta = 0; beta <= alpha - STEP / 2; beta += STEP)
      {
        Weights weights = { alpha, beta, 0 };

        try_weights (values, n, method, &weights, best, best_state);
        if (method == BH_FORECAST_HOLT_WINTERS)
          for (weights.gamma = STEP; weights.gamma <= 1 - alpha + STEP / 2; weights.gamma += STEP)
            try_weights (values, n, method, &weights, best, best_state);
      }
}

BhForecastMethod
bh_forecast_compute (const double *values, guint n, BhForecastPoint *points, guint n_points)
{
  BhForecastMethod method
      = n >= 2 * BH_FORECAST_SEASON ? BH_FORECAST_HOLT_WINTERS : BH_FORECAST_HOLT;
  Weights w = { 0 };
  State state = { 0 };
  double variance;
  guint n_weights = method == BH_FORECAST_HOLT_WINTERS ? 3 : 2;

  g_return_val_if_fail (values != NULL || n == 0, BH_FORECAST_NONE);
  g_return_val_if_fail (points != NULL && n_points <= BH_FORECAST_SEASON, BH_FORECAST_NONE);

  if (n < BH_FORECAST_LEAST)
    return BH_FORECAST_NONE;

  choose_weights (values, n, method, &w, &state);
  variance = state.squares / (state.n_errors - n_weights);
  for (guint i = 0; i < n_points; i++)
    {
      double h = i + 1;
      double growth
          = w.alpha * w.alpha + w.alpha * w.beta * h + w.beta * w.beta * h * (2 * h - 1) / 6;
      double reach = DEVIATIONS * sqrt (variance * (1 + (h - 1) * growth));
      double value = state.level + h * state.trend;

      if (method == BH_FORECAST_HOLT_WINTERS)
        value += state.season[(n + i) % BH_FORECAST_SEASON];
      points[i] = (BhForecastPoint){ value, value - reach, value + reach };
    }

  return method;
}
