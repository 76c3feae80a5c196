/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-palette.h"

#include <math.h>

/* In ems: from one stroke to the next, and its width. */
#define SPACE 0.5
#define STROKE 0.09
#define EDGE 0.08

/** How the area of a category is hatched: strokes in these directions. */
typedef enum
{
  HATCH_NONE = 0,
  HATCH_RISING = 1 << 0,
  HATCH_FALLING = 1 << 1,
  HATCH_LEVEL = 1 << 2,
  HATCH_UPRIGHT = 1 << 3,
} Hatch;

/* The first is what most of the charts are about; the last is told apart by its lightness. */
static const Hatch hatches[BH_N_CHART_CATEGORIES] = {
  HATCH_NONE, HATCH_RISING,  HATCH_LEVEL, HATCH_FALLING,
  HATCH_NONE, HATCH_UPRIGHT, HATCH_NONE,  HATCH_RISING | HATCH_FALLING,
};

/* Strokes stand at multiples of @space from the origin, so that areas that touch go on alike. */
static void
trace_strokes (cairo_t *cr, Hatch hatch, double space)
{
  double left, top, right, bottom, height;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  height = bottom - top;
  if (hatch & HATCH_LEVEL)
    for (double y = ceil (top / space) * space; y < bottom; y += space)
      {
        cairo_move_to (cr, left, y);
        cairo_line_to (cr, right, y);
      }
  if (hatch & HATCH_UPRIGHT)
    for (double x = ceil (left / space) * space; x < right; x += space)
      {
        cairo_move_to (cr, x, top);
        cairo_line_to (cr, x, bottom);
      }
  space *= G_SQRT2;
  if (hatch & HATCH_RISING)
    for (double x = floor ((left + top) / space) * space - top; x < right + height; x += space)
      {
        cairo_move_to (cr, x, top);
        cairo_line_to (cr, x - height, bottom);
      }
  if (hatch & HATCH_FALLING)
    for (double x = floor ((left - bottom) / space) * space + top; x < right; x += space)
      {
        cairo_move_to (cr, x, top);
        cairo_line_to (cr, x + height, bottom);
      }
}

static void
hatch_category (const BhChartPalette *self, cairo_t *cr, guint category, double em)
{
  cairo_path_t *shape = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_clip (cr);
  trace_strokes (cr, hatches[category], SPACE * em);
  bh_chart_color_use (&self->edge, cr, self->hatch);
  cairo_set_line_width (cr, STROKE * em * self->stroke);
  cairo_stroke (cr);
  /* The outer half of the line is cut off. */
  cairo_append_path (cr, shape);
  bh_chart_color_use (&self->edge, cr, 1);
  cairo_set_line_width (cr, 2 * EDGE * em * self->stroke);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_new_path (cr);
  cairo_path_destroy (shape);
}

void
bh_chart_fill_role (const BhChartPalette *self, cairo_t *cr, BhChartRole role, double em)
{
  g_return_if_fail (self != NULL && cr != NULL && role < BH_N_CHART_ROLES);

  bh_chart_color_use (&self->roles[role], cr, 1);
  if (role < BH_CHART_ROLE_CATEGORY || role >= BH_CHART_ROLE_LEVEL)
    {
      cairo_fill (cr);
      return;
    }
  cairo_fill_preserve (cr);
  hatch_category (self, cr, role - BH_CHART_ROLE_CATEGORY, em);
}
