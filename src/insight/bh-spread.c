/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-spread.h"

static int
compare_values (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_percentile (GArray *sorted, double fraction)
{
  double rank = fraction * (double) (sorted->len - 1);
  guint below = (guint) rank;
  double value = g_array_index (sorted, double, below);

  if (below + 1 < sorted->len)
    value += (rank - (double) below) * (g_array_index (sorted, double, below + 1) - value);

  return value;
}

void
bh_spread_compute (GArray *sample, BhSpread *spread)
{
  double sum = 0;

  g_return_if_fail (sample != NULL);
  g_return_if_fail (spread != NULL);

  *spread = (BhSpread){ 0 };
  if (sample->len == 0)
    return;

  g_array_sort (sample, compare_values);
  for (guint i = 0; i < sample->len; i++)
    sum += g_array_index (sample, double, i);

  spread->mean = sum / (double) sample->len;
  spread->median = get_percentile (sample, 0.5);
  spread->p90 = get_percentile (sample, 0.9);
}
