/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-goal.h"

G_BEGIN_DECLS

/**
 * BhTrendPoint:
 * @month: year * 100 + month
 * @value: has no value before the office's first ticket and after as-of
 * @goal: of the target in force in that year
 * @filter: (owned) (nullable): text of the tickets behind the point; %NULL where the scope asks for
 *   the state of another period
 */
typedef struct
{
  int month;
  BhPeriod period;
  BhFigureValue value;
  BhGoal goal;
  char *filter;
} BhTrendPoint;

/** BhTrendForecast: what is to be expected of a month, in the figure's numbers, and between which
 * ends it will probably be. @month: year * 100 + month */
typedef struct
{
  int month;
  double value;
  double low;
  double high;
} BhTrendForecast;

/**
 * BhTrend:
 * @scope: (owned): text of the filter that was used: that of the target where the caller gave an
 *   empty one and the figure has a target
 * @target: (owned) (nullable): in force in the last month
 * @points: (owned) (element-type BhTrendPoint): oldest first
 * @forecast: (owned) (nullable) (element-type BhTrendForecast): oldest first; may begin with the
 *   last of @points, a month that is not over
 * @exact: %FALSE: percentiles are still missing
 *
 * One figure over months.
 */
typedef struct
{
  const BhFigureInfo *figure;
  char *scope;
  BhTarget *target;
  GArray *points;
  GArray *forecast;
  gboolean exact;
} BhTrend;

/** BH_TREND_MONTHS: a year and the month that it is compared with */
#define BH_TREND_MONTHS 13

/**
 * bh_trend_compute:
 * @last_month: year * 100 + month
 * @n_months: how many, the last one included
 * @filter: (nullable): resolved
 *
 * Returns: (transfer full) (nullable): NULL with @error, %BH_DOMAIN_ERROR_INPUT for a month that
 *   there is not
 */
BhTrend *bh_trend_compute (BhInsight *insight,
                           BhFigureId figure,
                           int last_month,
                           guint n_months,
                           BhTicketFilter *filter,
                           GError **error);
void bh_trend_free (BhTrend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTrend, bh_trend_free)

/** bh_trend_get_point: Returns: (transfer none): the point at @i, the oldest one at 0 */
const BhTrendPoint *bh_trend_get_point (BhTrend *self, guint i);

G_END_DECLS
