/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BH_DEMO_GROWTH:
 *
 * How much complaints grow in a year (product.md).
 */
#define BH_DEMO_GROWTH 0.12

/**
 * bh_demo_rhythm_draw:
 * @zone: time zone in which people live
 * @from: first instant, microseconds UTC
 * @until: first instant after the window
 * @season: (array fixed-size=12): relative number of tickets of each month, January first
 * @n: how many instants
 * @seed: what determines them
 *
 * When tickets come in: peaks in the morning, the afternoon and after supper, a busy Monday and
 * quiet Sunday, few on the fixed holidays, the seasons, better and worse days, and growth over the
 * years.
 *
 * Returns: (transfer full) (element-type gint64): @n instants within the window, sorted, whole
 *   seconds
 */
GArray *bh_demo_rhythm_draw (
    GTimeZone *zone, gint64 from, gint64 until, const double *season, guint n, guint64 seed);

G_END_DECLS
