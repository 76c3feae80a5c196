/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-line-layer.h"

#include <math.h>

struct _BhLineLayer
{
  BhChartLayer parent_instance;
  BhLineShape shape;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (BhLineLayer, bh_line_layer, BH_TYPE_CHART_LAYER)

static double
get_radius (BhLineLayer *self, const BhChartFrame *frame)
{
  double radius = self->shape == BH_LINE_CIRCLES ? 4.25 : 3.25;

  return bh_chart_frame_get_line (frame, radius);
}

static void
set_pen (BhLineLayer *self, cairo_t *cr, const BhChartFrame *frame)
{
  double width = bh_chart_frame_get_line (frame, self->shape == BH_LINE_CIRCLES ? 2.25 : 1.6);
  const double long_dashes[] = { 5 * width, 2.5 * width };
  const double short_dashes[] = { 2 * width, 2.5 * width };
  const double dots[] = { 0.01, 2.2 * width };

  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr,
                      self->shape == BH_LINE_SQUARES ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  switch (self->shape)
    {
    case BH_LINE_CIRCLES:
      cairo_set_dash (cr, NULL, 0, 0);
      break;
    case BH_LINE_SQUARES:
      cairo_set_dash (cr, long_dashes, G_N_ELEMENTS (long_dashes), 0);
      break;
    case BH_LINE_EXPECTED:
      cairo_set_dash (cr, short_dashes, G_N_ELEMENTS (short_dashes), 0);
      break;
    case BH_LINE_DIAMONDS:
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
trace_polygon (cairo_t *cr, double x, double y, double radius, guint corners, double turn)
{
  for (guint i = 0; i < corners; i++)
    {
      double angle = turn + 2 * G_PI * i / corners;

      cairo_line_to (cr, x + radius * sin (angle), y - radius * cos (angle));
    }
  cairo_close_path (cr);
}

static void
trace_sign (
    BhLineShape shape, cairo_t *cr, double x, double y, double radius, BhChartPointFlags flags)
{
  cairo_new_path (cr);
  if (flags & BH_CHART_POINT_SMALL)
    trace_polygon (cr, x, y, radius * 1.3, 3, 0);
  else if (flags & BH_CHART_POINT_OUT)
    trace_polygon (cr, x, y, radius * 1.7, 4, 0);
  else if (shape == BH_LINE_CIRCLES || shape == BH_LINE_EXPECTED)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  else
    trace_polygon (cr, x, y, radius * 1.3, 4, shape == BH_LINE_SQUARES ? G_PI / 4 : 0);
}

void
bh_line_sign_draw (BhLineShape shape,
                   cairo_t *cr,
                   const BhChartFrame *frame,
                   double x,
                   double y,
                   double radius,
                   BhChartRole role,
                   BhChartPointFlags flags)
{
  const BhChartColor *color
      = &frame->palette->roles[flags & BH_CHART_POINT_OUT ? BH_CHART_ROLE_BAD : role];
  double ring = bh_chart_frame_get_line (frame, 1.5);

  /* A ring of the background sets the sign off from its line. */
  trace_sign (shape, cr, x, y, radius + ring, flags);
  bh_chart_color_use (&frame->palette->background, cr, 1);
  cairo_fill (cr);

  bh_chart_color_use (color, cr, 1);
  if (flags & BH_CHART_POINT_PROVISIONAL || shape == BH_LINE_EXPECTED)
    {
      trace_sign (shape, cr, x, y, radius - ring * 0.4, flags);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_width (cr, bh_chart_frame_get_line (frame, 1.75));
      cairo_stroke (cr);
    }
  else
    {
      trace_sign (shape, cr, x, y, radius, flags);
      cairo_fill (cr);
    }
}

static void
draw_sign (BhLineLayer *self,
           cairo_t *cr,
           const BhChartFrame *frame,
           double x,
           double y,
           BhChartPointFlags flags)
{
  bh_line_sign_draw (self->shape, cr, frame, x, y, get_radius (self, frame),
                     bh_chart_layer_get_role (BH_CHART_LAYER (self)), flags);
}

static gboolean
has_place (BhChartLayer *layer, const BhChartFrame *frame, guint i, double *x, double *y)
{
  return i < bh_chart_layer_get_n_points (layer)
         && bh_chart_layer_get_place (layer, frame, i, x, y);
}

/* The first point from @i on that has a value but none after it. */
static guint
find_end (BhChartLayer *layer, guint i)
{
  while (i + 1 < bh_chart_layer_get_n_points (layer)
         && bh_chart_layer_get_point (layer, i + 1)->has_value)
    i++;

  return i;
}

static void
fill_below (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame, guint from, guint to)
{
  double bottom = frame->plot.y + frame->plot.height;
  const BhChartColor *color = bh_chart_layer_get_color (layer, frame);
  cairo_pattern_t *tint = cairo_pattern_create_linear (0, frame->plot.y, 0, bottom);
  double x = 0, y;

  cairo_pattern_add_color_stop_rgba (tint, 0, color->red, color->green, color->blue,
                                     frame->palette->fill);
  cairo_pattern_add_color_stop_rgba (tint, 1, color->red, color->green, color->blue,
                                     frame->palette->fill / 6);
  cairo_new_path (cr);
  cairo_move_to (cr, bh_chart_frame_get_x (frame, from), bottom);
  for (guint i = from; i <= to && has_place (layer, frame, i, &x, &y); i++)
    cairo_line_to (cr, x, y);
  cairo_line_to (cr, x, bottom);
  cairo_close_path (cr);
  cairo_set_source (cr, tint);
  cairo_fill (cr);
  cairo_pattern_destroy (tint);
}

static void
draw_line (BhLineLayer *self, cairo_t *cr, const BhChartFrame *frame, guint from, guint to)
{
  BhChartLayer *layer = BH_CHART_LAYER (self);
  double x, y;

  cairo_new_path (cr);
  for (guint i = from; i <= to && has_place (layer, frame, i, &x, &y); i++)
    cairo_line_to (cr, x, y);
  bh_chart_color_use (bh_chart_layer_get_color (layer, frame), cr, 1);
  set_pen (self, cr, frame);
  cairo_stroke (cr);
}

static void
bh_line_layer_draw (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame)
{
  BhLineLayer *self = BH_LINE_LAYER (layer);
  double x, y;

  for (guint i = 0; i < bh_chart_layer_get_n_points (layer); i++)
    {
      guint end;

      if (!bh_chart_layer_get_point (layer, i)->has_value)
        continue;
      end = find_end (layer, i);
      /* An area means a quantity from 0. */
      if (self->filled && frame->palette->fill > 0 && end > i
          && frame->axes[bh_chart_layer_get_side (layer)].min == 0)
        fill_below (layer, cr, frame, i, end);
      draw_line (self, cr, frame, i, end);
      i = end;
    }

  for (guint i = 0; i < bh_chart_layer_get_n_points (layer); i++)
    if (has_place (layer, frame, i, &x, &y))
      draw_sign (self, cr, frame, x, y, bh_chart_layer_get_point (layer, i)->flags);
}

static void
bh_line_layer_draw_key (BhChartLayer *layer,
                        cairo_t *cr,
                        const BhChartFrame *frame,
                        const BhChartArea *area,
                        BhChartPointFlags flags)
{
  BhLineLayer *self = BH_LINE_LAYER (layer);
  double y = area->y + area->height / 2;

  if (flags == 0)
    {
      cairo_move_to (cr, area->x + 1, y);
      cairo_line_to (cr, area->x + area->width - 1, y);
      bh_chart_color_use (bh_chart_layer_get_color (layer, frame), cr, 1);
      set_pen (self, cr, frame);
      cairo_stroke (cr);
    }
  draw_sign (self, cr, frame, area->x + area->width / 2, y, flags);
}

static double
bh_line_layer_reach (BhChartLayer *layer, const BhChartFrame *frame)
{
  return get_radius (BH_LINE_LAYER (layer), frame);
}

/* The signs of the points, and the lines between them. */
static gboolean
bh_line_layer_touches (BhChartLayer *layer,
                       const BhChartFrame *frame,
                       const BhChartArea *area,
                       int own)
{
  double reach = get_radius (BH_LINE_LAYER (layer), frame);
  gboolean joined = FALSE;
  double x, y, last_x = 0, last_y = 0;

  for (guint i = 0; i < bh_chart_layer_get_n_points (layer); i++)
    {
      BhChartArea sign;

      if (!bh_chart_layer_get_place (layer, frame, i, &x, &y))
        {
          joined = FALSE;
          continue;
        }
      sign = (BhChartArea){ x - reach, y - reach, 2 * reach, 2 * reach };
      if (((int) i != own && bh_chart_area_meets (&sign, area))
          || (joined && bh_chart_area_meets_line (area, last_x, last_y, x, y)))
        return TRUE;
      last_x = x;
      last_y = y;
      joined = TRUE;
    }

  return FALSE;
}

static void
bh_line_layer_class_init (BhLineLayerClass *klass)
{
  BhChartLayerClass *layer_class = BH_CHART_LAYER_CLASS (klass);

  layer_class->draw = bh_line_layer_draw;
  layer_class->draw_key = bh_line_layer_draw_key;
  layer_class->reach = bh_line_layer_reach;
  layer_class->touches = bh_line_layer_touches;
  layer_class->joined = TRUE;
}

static void
bh_line_layer_init (BhLineLayer *self)
{
}

BhChartLayer *
bh_line_layer_new (
    const char *name, BhChartRole role, BhChartSide side, BhLineShape shape, gboolean filled)
{
  BhLineLayer *self = g_object_new (BH_TYPE_LINE_LAYER, NULL);

  bh_chart_layer_set_up (BH_CHART_LAYER (self), name, role, side);
  self->shape = shape;
  self->filled = filled;

  return BH_CHART_LAYER (self);
}
