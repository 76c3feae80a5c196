/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-upright-layer.h"

struct _BhUprightLayer
{
  BhChartLayer parent_instance;
  BhUprightShape shape;
  double place;
};

G_DEFINE_FINAL_TYPE (BhUprightLayer, bh_upright_layer, BH_TYPE_CHART_LAYER)

/* Dark on light columns, light on dark ones: the line has an edge of what is behind the chart. */
static void
stroke (BhUprightLayer *self, cairo_t *cr, const BhChartFrame *frame)
{
  double width = bh_chart_frame_get_line (frame, 2);
  const double dashes[] = { 4 * width, 2 * width };
  const double dots[] = { 0.01, 2.2 * width };

  cairo_set_line_width (cr, 2.2 * width);
  bh_chart_color_use (&frame->palette->background, cr, 0.85);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, self->shape == BH_UPRIGHT_DOTTED ? CAIRO_LINE_CAP_ROUND
                                                           : CAIRO_LINE_CAP_BUTT);
  if (self->shape == BH_UPRIGHT_DOTTED)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  else
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  bh_chart_color_use (bh_chart_layer_get_color (BH_CHART_LAYER (self), frame), cr, 1);
  cairo_stroke (cr);
}

static void
bh_upright_layer_draw (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame)
{
  BhUprightLayer *self = BH_UPRIGHT_LAYER (layer);
  double x = bh_upright_layer_get_x (self, frame);

  cairo_move_to (cr, x, frame->plot.y);
  cairo_line_to (cr, x, frame->plot.y + frame->plot.height);
  stroke (self, cr, frame);
}

static void
bh_upright_layer_draw_key (BhChartLayer *layer,
                           cairo_t *cr,
                           const BhChartFrame *frame,
                           const BhChartArea *area,
                           BhChartPointFlags flags)
{
  double x = area->x + area->width / 2;

  cairo_move_to (cr, x, area->y - 0.15 * frame->em);
  cairo_line_to (cr, x, area->y + area->height + 0.15 * frame->em);
  stroke (BH_UPRIGHT_LAYER (layer), cr, frame);
}

static gboolean
bh_upright_layer_touches (BhChartLayer *layer,
                          const BhChartFrame *frame,
                          const BhChartArea *area,
                          int own)
{
  double x = bh_upright_layer_get_x (BH_UPRIGHT_LAYER (layer), frame);

  return bh_chart_area_meets_line (area, x, frame->plot.y, x, frame->plot.y + frame->plot.height);
}

static void
bh_upright_layer_class_init (BhUprightLayerClass *klass)
{
  BhChartLayerClass *layer_class = BH_CHART_LAYER_CLASS (klass);

  layer_class->draw = bh_upright_layer_draw;
  layer_class->draw_key = bh_upright_layer_draw_key;
  layer_class->touches = bh_upright_layer_touches;
  layer_class->thin = TRUE;
}

static void
bh_upright_layer_init (BhUprightLayer *self)
{
}

BhChartLayer *
bh_upright_layer_new (const char *name, BhChartRole role, BhUprightShape shape, double place)
{
  BhUprightLayer *self = g_object_new (BH_TYPE_UPRIGHT_LAYER, NULL);

  bh_chart_layer_set_up (BH_CHART_LAYER (self), name, role, BH_CHART_SIDE_START);
  self->shape = shape;
  self->place = place;

  return BH_CHART_LAYER (self);
}

double
bh_upright_layer_get_x (BhUprightLayer *self, const BhChartFrame *frame)
{
  double share;

  g_return_val_if_fail (BH_IS_UPRIGHT_LAYER (self) && frame != NULL, 0);

  share = CLAMP (self->place / MAX (frame->n_bands, 1), 0, 1);

  return frame->plot.x + frame->plot.width * (frame->rtl ? 1 - share : share);
}
