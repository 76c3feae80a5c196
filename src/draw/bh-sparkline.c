/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-sparkline.h"

#include "draw/bh-line-layer.h"

#include <math.h>

/* In ems: room around the line for the sign of its last value, and the radius of that. */
#define ROOM 0.55
#define SIGN 0.24

typedef struct
{
  const BhSparkline *line;
  BhChartFrame frame;
  BhChartPalette palette;
  double low;
  double high;
} Sketch;

static gboolean
find_range (const BhSparkline *self, double *low, double *high)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->n_values; i++)
    {
      if (isnan (self->values[i]))
        continue;
      *low = found ? MIN (*low, self->values[i]) : self->values[i];
      *high = found ? MAX (*high, self->values[i]) : self->values[i];
      found = TRUE;
    }
  if (found && !isnan (self->target))
    {
      *low = MIN (*low, self->target);
      *high = MAX (*high, self->target);
    }

  return found;
}

/* A line that never changes goes through the middle. */
static double
get_y (const Sketch *self, double value)
{
  double place = self->high > self->low ? (value - self->low) / (self->high - self->low) : 0.5;

  return self->frame.plot.y + self->frame.plot.height * (1 - place);
}

static double
get_x (const Sketch *self, guint i)
{
  double place = self->line->n_values > 1 ? (double) i / (self->line->n_values - 1) : 1;

  return self->frame.plot.x + self->frame.plot.width * (self->frame.rtl ? 1 - place : place);
}

static void
draw_target (const Sketch *self, cairo_t *cr)
{
  double width = bh_chart_frame_get_line (&self->frame, 1);
  const double dashes[] = { 3 * width, 3 * width };

  cairo_move_to (cr, self->frame.plot.x, get_y (self, self->line->target));
  cairo_rel_line_to (cr, self->frame.plot.width, 0);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  bh_chart_color_use (&self->palette.roles[BH_CHART_ROLE_TARGET], cr, 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A value between two gaps is a dot. */
static void
draw_line (const Sketch *self, cairo_t *cr)
{
  const double *values = self->line->values;
  double width = bh_chart_frame_get_line (&self->frame, 1.5);

  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  bh_chart_color_use (&self->palette.roles[BH_CHART_ROLE_VALUE], cr, 1);
  for (guint i = 0; i < self->line->n_values; i++)
    {
      if (isnan (values[i]))
        continue;
      if (i > 0 && !isnan (values[i - 1]))
        cairo_line_to (cr, get_x (self, i), get_y (self, values[i]));
      else
        {
          cairo_move_to (cr, get_x (self, i), get_y (self, values[i]));
          cairo_close_path (cr);
        }
    }
  cairo_stroke (cr);
}

static void
draw_last (const Sketch *self, cairo_t *cr)
{
  guint last = self->line->n_values - 1;

  if (isnan (self->line->values[last]))
    return;
  bh_line_sign_draw (BH_LINE_CIRCLES, cr, &self->frame, get_x (self, last),
                     get_y (self, self->line->values[last]), SIGN * self->frame.em,
                     BH_CHART_ROLE_VALUE, self->line->last_flags);
}

void
bh_sparkline_draw (
    const BhSparkline *self, cairo_t *cr, double width, double height, const BhChartStyle *style)
{
  Sketch sketch = { .line = self };
  double room;

  g_return_if_fail (self != NULL && self->n_values > 0 && cr != NULL && style != NULL);

  sketch.frame.em = bh_chart_style_get_em (style);
  room = ROOM * sketch.frame.em;
  if (width <= 2 * room || height <= 2 * room || !find_range (self, &sketch.low, &sketch.high))
    return;

  bh_chart_palette_for_style (&sketch.palette, style);
  sketch.frame.palette = &sketch.palette;
  sketch.frame.rtl = style->rtl;
  sketch.frame.plot = (BhChartArea){ room, room, width - 2 * room, height - 2 * room };
  cairo_save (cr);
  cairo_new_path (cr);
  if (!isnan (self->target))
    draw_target (&sketch, cr);
  draw_line (&sketch, cr);
  draw_last (&sketch, cr);
  cairo_restore (cr);
}
