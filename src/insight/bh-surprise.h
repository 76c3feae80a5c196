/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a week has another count than the weeks before it, by more than chance explains.
 *
 * Counts of tickets are taken as Poisson. Of two of them, given their sum n, the one week's count
 * is binomial with the share 1 / (weeks + 1): the exact comparison of two Poisson counts
 * (Przyborowski and Wilenski, 1940, Biometrika 31, 313-323). That the usual count is itself known
 * from few tickets only is so allowed for; the limits are those of an exact prediction (Nelson,
 * 1970, Technometrics 12, 561-565).
 *
 * Of many comparisons some are far out by chance. The level is so shared among them that all of
 * them together are wrong at most once in 1 / alpha times, however they depend on each other
 * (Bonferroni), and those that could never be far enough out, having too few tickets, take no share
 * (Tarone, 1990, Biometrics 46, 515-522). */

/** BH_SURPRISE_ALPHA: how often a list with anything in it may be wrong about something */
#define BH_SURPRISE_ALPHA 0.05

/** bh_surprise_get_p: @count: of the week; @before: of all of @weeks; @weeks: how many times as
 * long as the week the time before is, above 0: of two months 28 / 31. Returns: two-sided
 * probability of a count as far out, 1 at most */
double bh_surprise_get_p (gint64 count, gint64 before, double weeks);
/** bh_surprise_get_level: @sums: (array length=n): count and before together, of each comparison.
 * Returns: the probability up to which a single one is a surprise */
double bh_surprise_get_level (const gint64 *sums, guint n, double weeks, double alpha);
/** bh_surprise_get_limits: fills the least and the most that would be no surprise */
void
bh_surprise_get_limits (gint64 before, double weeks, double level, gint64 *lower, gint64 *upper);

G_END_DECLS
