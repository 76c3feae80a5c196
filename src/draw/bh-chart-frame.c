/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-frame.h"

#include <math.h>

/* The size at which lines are as wide as they are said to be. */
#define USUAL_EM 13.0

void
bh_chart_frame_get_band (const BhChartFrame *self, guint i, BhChartArea *area)
{
  guint place = self->rtl ? self->n_bands - 1 - i : i;

  g_return_if_fail (i < self->n_bands);

  area->width = self->plot.width / self->n_bands;
  area->x = self->plot.x + area->width * place;
  area->y = self->plot.y;
  area->height = self->plot.height;
}

double
bh_chart_frame_get_x (const BhChartFrame *self, guint i)
{
  BhChartArea band = { 0 };

  bh_chart_frame_get_band (self, i, &band);

  return band.x + band.width / 2;
}

int
bh_chart_frame_find_band (const BhChartFrame *self, double x)
{
  double place = (x - self->plot.x) / self->plot.width;
  int band;

  if (self->n_bands == 0 || !(place >= 0 && place < 1))
    return -1;

  band = MIN ((int) (place * self->n_bands), (int) self->n_bands - 1);

  return self->rtl ? (int) self->n_bands - 1 - band : band;
}

double
bh_chart_frame_get_y (const BhChartFrame *self, BhChartSide side, double value)
{
  return self->plot.y + self->plot.height * (1 - bh_chart_axis_place (&self->axes[side], value));
}

double
bh_chart_frame_get_line (const BhChartFrame *self, double width)
{
  return width * self->palette->stroke * sqrt (MAX (self->em / USUAL_EM, 1));
}

gboolean
bh_chart_area_meets (const BhChartArea *a, const BhChartArea *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height
         && b->y <= a->y + a->height;
}

/* Cuts what of the line from 0 to 1 lies beyond one edge. */
static gboolean
clip (double direction, double distance, double *from, double *to)
{
  if (direction == 0)
    return distance >= 0;
  if (direction < 0)
    *from = MAX (*from, distance / direction);
  else
    *to = MIN (*to, distance / direction);

  return *from <= *to;
}

gboolean
bh_chart_area_meets_line (const BhChartArea *area, double x1, double y1, double x2, double y2)
{
  double from = 0, to = 1;

  return clip (x1 - x2, x1 - area->x, &from, &to)
         && clip (x2 - x1, area->x + area->width - x1, &from, &to)
         && clip (y1 - y2, y1 - area->y, &from, &to)
         && clip (y2 - y1, area->y + area->height - y1, &from, &to);
}
