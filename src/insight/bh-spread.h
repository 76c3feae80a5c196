/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BhSpread: mean, median and 90th percentile of a sample; all 0 for an empty one. */
typedef struct
{
  double mean;
  double median;
  double p90;
} BhSpread;

/**
 * bh_spread_compute:
 * @sample: (element-type double): is sorted here
 *
 * Percentiles by linear interpolation between closest ranks, as Excel's PERCENTILE.INC has them:
 * the fraction p of n values stands at rank p (n - 1), counted from 0.
 */
void bh_spread_compute (GArray *sample, BhSpread *spread);

G_END_DECLS
