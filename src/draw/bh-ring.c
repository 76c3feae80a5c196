/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-ring.h"

#include <math.h>

/* A part with so much is the whole ring. */
#define ALL 0.99999

static double
get_angle (const BhRing *self, double share)
{
  return -G_PI / 2 + (self->rtl ? -2 : 2) * G_PI * share;
}

static void
trace_all (const BhRing *self, cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, self->x, self->y, self->radius, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc_negative (cr, self->x, self->y, self->radius * BH_RING_HOLE, 2 * G_PI, 0);
  cairo_close_path (cr);
}

void
bh_ring_trace (const BhRing *self, cairo_t *cr, double from, double to)
{
  double first = get_angle (self, self->rtl ? to : from);
  double last = get_angle (self, self->rtl ? from : to);

  if (to <= from)
    return;
  if (to - from > ALL)
    {
      trace_all (self, cr);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, self->x, self->y, self->radius, first, last);
  cairo_arc_negative (cr, self->x, self->y, self->radius * BH_RING_HOLE, last, first);
  cairo_close_path (cr);
}

void
bh_ring_bound (const BhRing *self, double from, double to, BhChartArea *area)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  double right, bottom;

  bh_ring_trace (self, cr, from, to);
  cairo_path_extents (cr, &area->x, &area->y, &right, &bottom);
  area->width = right - area->x;
  area->height = bottom - area->y;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

gboolean
bh_ring_find (const BhRing *self, double x, double y, double *share)
{
  double dx = x - self->x, dy = y - self->y, distance = hypot (dx, dy);
  double turn = (atan2 (dy, dx) + G_PI / 2) / (2 * G_PI);

  if (self->rtl)
    turn = -turn;
  *share = turn - floor (turn);

  return distance <= self->radius && distance >= self->radius * BH_RING_HOLE;
}
