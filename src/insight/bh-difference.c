/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-difference.h"

#include <math.h>

#define LEAST_EXPECTED 5
#define LEAST_SAMPLE 30
/* The 90th percentile of the standard normal distribution. */
#define NORMAL_P90 1.2815515655446004

/* Two-sided. */
static double
get_normal_p (double z)
{
  return erfc (fabs (z) / G_SQRT2);
}

static double
compare_shares (const BhFigureValue *value, const BhFigureValue *before)
{
  double n = value->denominator, m = before->denominator;
  double share = (value->numerator + before->numerator) / (n + m);
  double least = MIN (n, m) * MIN (share, 1 - share);

  if (least < LEAST_EXPECTED)
    return 1;

  return get_normal_p ((value->value - before->value)
                       / sqrt (share * (1 - share) * (1 / n + 1 / m)));
}

/* How far the logarithm of the median may be off, squared; 0 where nothing tells it. */
static double
get_variance (const BhFigureValue *value)
{
  double spread;

  if (value->count < LEAST_SAMPLE || value->median <= 0 || value->p90 <= value->median)
    return 0;

  spread = log (value->p90 / value->median) / NORMAL_P90;

  return G_PI_2 * spread * spread / (double) value->count;
}

static double
compare_medians (const BhFigureValue *value, const BhFigureValue *before)
{
  double variance = get_variance (value), other = get_variance (before);

  if (variance == 0 || other == 0)
    return 1;

  return get_normal_p (log (value->median / before->median) / sqrt (variance + other));
}

double
bh_difference_get_p (const BhFigureInfo *info,
                     const BhFigureValue *value,
                     const BhFigureValue *before)
{
  g_return_val_if_fail (info != NULL && value != NULL && before != NULL, 1);

  if (!value->has_value || !before->has_value)
    return 1;

  switch (info->form)
    {
    case BH_FIGURE_SHARE:
      return compare_shares (value, before);
    case BH_FIGURE_SPREAD:
      return compare_medians (value, before);
    case BH_FIGURE_COUNT:
    case BH_FIGURE_MEAN:
      break;
    }

  return 1;
}
