/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-frame.h"

G_BEGIN_DECLS

/** BH_RING_HOLE: of the outer radius, what is left free in the middle */
#define BH_RING_HOLE 0.6

/** BhRing: a ring that is divided from its top on, with the clock, or where order runs from right
 * to left against it. Shares are from 0 to 1. */
typedef struct
{
  double x; /* of its middle */
  double y;
  double radius; /* outer */
  gboolean rtl;
} BhRing;

/** bh_ring_trace: adds the part from share @from to share @to to the path of @cr; a whole ring has
 * no seam */
void bh_ring_trace (const BhRing *self, cairo_t *cr, double from, double to);
/** bh_ring_bound: fills @area with the rectangle around that part; of nothing, of width 0 */
void bh_ring_bound (const BhRing *self, double from, double to, BhChartArea *area);
/** bh_ring_find: fills @share with the one at @x, @y. Returns: FALSE beside the ring */
gboolean bh_ring_find (const BhRing *self, double x, double y, double *share);

G_END_DECLS
