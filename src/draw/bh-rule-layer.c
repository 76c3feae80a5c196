/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-rule-layer.h"

#include "draw/bh-column-layer.h"

struct _BhRuleLayer
{
  BhChartLayer parent_instance;
  BhRuleShape shape;
};

G_DEFINE_FINAL_TYPE (BhRuleLayer, bh_rule_layer, BH_TYPE_CHART_LAYER)

static void
set_pen (BhRuleLayer *self, cairo_t *cr, const BhChartFrame *frame)
{
  static const double widths[]
      = { [BH_RULE_DASHED] = 1.75, [BH_RULE_FIRM] = 1.25, [BH_RULE_NOTCHES] = 2 };
  double width = bh_chart_frame_get_line (frame, widths[self->shape]);
  const double dashes[] = { 4 * width, 3 * width };

  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (self->shape == BH_RULE_DASHED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  bh_chart_color_use (bh_chart_layer_get_color (BH_CHART_LAYER (self), frame), cr, 1);
}

/* A stroke as wide as the column, with an edge of the background so that it shows upon it. */
static void
draw_notch (BhRuleLayer *self, cairo_t *cr, const BhChartFrame *frame, double x, double y)
{
  double half = bh_column_layer_get_width (frame) / 2 + bh_chart_frame_get_line (frame, 2);
  double edge = bh_chart_frame_get_line (frame, 4);

  cairo_move_to (cr, x - half, y);
  cairo_line_to (cr, x + half, y);
  set_pen (self, cr, frame);
  cairo_set_line_width (cr, edge);
  bh_chart_color_use (&frame->palette->background, cr, 0.9);
  cairo_stroke_preserve (cr);
  set_pen (self, cr, frame);
  cairo_stroke (cr);
}

static void
bh_rule_layer_draw (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame)
{
  BhRuleLayer *self = BH_RULE_LAYER (layer);
  double half = frame->plot.width / MAX (frame->n_bands, 1) / 2 * (frame->rtl ? -1 : 1);
  gboolean joined = FALSE;
  double x, y;

  cairo_new_path (cr);
  for (guint i = 0; i < bh_chart_layer_get_n_points (layer); i++)
    {
      if (!bh_chart_layer_get_place (layer, frame, i, &x, &y)
          || bh_chart_layer_is_cut (layer, frame, i))
        {
          joined = FALSE;
          continue;
        }
      if (self->shape == BH_RULE_NOTCHES)
        {
          draw_notch (self, cr, frame, x, y);
          continue;
        }
      if (joined)
        cairo_line_to (cr, x - half, y);
      else
        cairo_move_to (cr, x - half, y);
      cairo_line_to (cr, x + half, y);
      joined = TRUE;
    }
  if (self->shape != BH_RULE_NOTCHES)
    {
      set_pen (self, cr, frame);
      cairo_stroke (cr);
    }
}

static void
bh_rule_layer_draw_key (BhChartLayer *layer,
                        cairo_t *cr,
                        const BhChartFrame *frame,
                        const BhChartArea *area,
                        BhChartPointFlags flags)
{
  BhRuleLayer *self = BH_RULE_LAYER (layer);
  double y = area->y + area->height / 2;

  cairo_move_to (cr, area->x, y);
  cairo_line_to (cr, area->x + area->width, y);
  set_pen (self, cr, frame);
  cairo_stroke (cr);
}

static gboolean
bh_rule_layer_touches (BhChartLayer *layer,
                       const BhChartFrame *frame,
                       const BhChartArea *area,
                       int own)
{
  BhRuleLayer *self = BH_RULE_LAYER (layer);
  double half = self->shape != BH_RULE_NOTCHES ? frame->plot.width / MAX (frame->n_bands, 1) / 2
                                               : bh_column_layer_get_width (frame) / 2;
  double x, y;

  for (guint i = 0; i < bh_chart_layer_get_n_points (layer); i++)
    if (bh_chart_layer_get_place (layer, frame, i, &x, &y)
        && !bh_chart_layer_is_cut (layer, frame, i)
        && bh_chart_area_meets_line (area, x - half, y, x + half, y))
      return TRUE;

  return FALSE;
}

static void
bh_rule_layer_class_init (BhRuleLayerClass *klass)
{
  BhChartLayerClass *layer_class = BH_CHART_LAYER_CLASS (klass);

  layer_class->draw = bh_rule_layer_draw;
  layer_class->draw_key = bh_rule_layer_draw_key;
  layer_class->touches = bh_rule_layer_touches;
  layer_class->thin = TRUE;
}

static void
bh_rule_layer_init (BhRuleLayer *self)
{
}

BhChartLayer *
bh_rule_layer_new (const char *name, BhChartRole role, BhChartSide side, BhRuleShape shape)
{
  BhRuleLayer *self = g_object_new (BH_TYPE_RULE_LAYER, NULL);

  bh_chart_layer_set_up (BH_CHART_LAYER (self), name, role, side);
  self->shape = shape;

  return BH_CHART_LAYER (self);
}
