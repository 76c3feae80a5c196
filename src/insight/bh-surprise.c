/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-surprise.h"

#include <math.h>

/* Terms that are smaller, in parts of the sum, are left out. */
#define TINY 1e-17

/* The logarithm of n!; lgamma() itself is not for several threads. */
static double
log_factorial (gint64 n)
{
  int sign;

  return lgamma_r ((double) n + 1, &sign);
}

/* P (Y = k) where Y is binomial of @n with the share 1 / (weeks + 1). */
static double
get_probability (gint64 n, gint64 k, double weeks)
{
  double share = 1.0 / (weeks + 1);
  double choices = log_factorial (n) - log_factorial (k) - log_factorial (n - k);

  return exp (choices + (double) k * log (share) + (double) (n - k) * log1p (-share));
}

/* P (Y >= count), or P (Y <= count). From the edge outwards the terms fall once the mean is
 * passed; each follows from the one before. */
static double
get_tail (gint64 count, gint64 n, double weeks, int step)
{
  double odds = 1.0 / weeks;
  double term = get_probability (n, count, weeks), sum = 0;

  for (gint64 k = count; k >= 0 && k <= n; k += step)
    {
      gboolean past = step > 0 ? (double) k * (weeks + 1) > (double) n
                               : (double) k * (weeks + 1) < (double) n;

      sum += term;
      if (past && term < TINY * sum)
        break;
      term *= step > 0 ? (double) (n - k) / (double) (k + 1) * odds
                       : (double) k / (double) (n - k + 1) / odds;
    }

  return MIN (sum, 1);
}

double
bh_surprise_get_p (gint64 count, gint64 before, double weeks)
{
  gint64 n = count + before;

  g_return_val_if_fail (count >= 0 && before >= 0 && weeks > 0, 1);

  return MIN (1, 2 * MIN (get_tail (count, n, weeks, 1), get_tail (count, n, weeks, -1)));
}

/* The furthest out that it could be: all of its tickets in the one week, or none of them. */
static double
get_least_p (gint64 n, double weeks)
{
  return MIN (bh_surprise_get_p (n, 0, weeks), bh_surprise_get_p (0, n, weeks));
}

double
bh_surprise_get_level (const gint64 *sums, guint n, double weeks, double alpha)
{
  g_autofree double *least = g_new (double, MAX (1, n));

  g_return_val_if_fail (weeks > 0 && (sums != NULL || n == 0), 0);

  for (guint i = 0; i < n; i++)
    least[i] = get_least_p (sums[i], weeks);
  for (guint k = 1; k < n; k++)
    {
      guint possible = 0;

      for (guint i = 0; i < n; i++)
        possible += least[i] <= alpha / k;
      if (possible <= k)
        return alpha / k;
    }

  return alpha / MAX (1, n);
}

void
bh_surprise_get_limits (gint64 before, double weeks, double level, gint64 *lower, gint64 *upper)
{
  double mean;
  gint64 inside, outside;

  g_return_if_fail (weeks > 0 && lower != NULL && upper != NULL);

  mean = (double) before / weeks;
  inside = (gint64) mean;
  outside = inside + 1;
  while (bh_surprise_get_p (outside, before, weeks) > level)
    outside += MAX (1, outside - inside);
  /* Between what is usual and what is not. */
  while (outside - inside > 1)
    {
      gint64 middle = inside + (outside - inside) / 2;

      if (bh_surprise_get_p (middle, before, weeks) > level)
        inside = middle;
      else
        outside = middle;
    }
  *upper = inside;
  *lower = (gint64) mean;
  while (*lower > 0 && bh_surprise_get_p (*lower - 1, before, weeks) > level)
    (*lower)--;
}
