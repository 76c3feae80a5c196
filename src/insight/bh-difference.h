/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figures.h"

G_BEGIN_DECLS

/* Whether two values of one figure differ by more than chance explains.
 *
 * Shares are compared by the score test of two proportions, where each of its four numbers is
 * expected to be 5 at least (Cochran, 1954, Biometrics 10, 417-451).
 *
 * Durations are taken as log-normal (Limpert, Stahel and Abbt, 2001, BioScience 51, 341-352): the
 * logarithms of the two medians are compared, whose spread is told by median and 90th percentile,
 * with samples of 30 at least. A median varies by pi / 2 times what a mean does (Kenney and
 * Keeping, 1962, Mathematics of Statistics, 3rd ed., 211-212). */

/** bh_difference_get_p: Returns: two-sided probability of a difference as large; 1 where there is
 * too little to compare, or of a figure that has no such test: counts, means */
double bh_difference_get_p (const BhFigureInfo *info,
                            const BhFigureValue *value,
                            const BhFigureValue *before);

G_END_DECLS
