/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-span-layer.h"

#include <math.h>

/* Opacity of the tint, and of its edges. */
#define TINT 0.2
#define EDGE 0.55

struct _BhSpanLayer
{
  BhChartLayer parent_instance;
  GArray *lows; /* (owned) (element-type double): one a point; its value is the upper end */
};

G_DEFINE_FINAL_TYPE (BhSpanLayer, bh_span_layer, BH_TYPE_CHART_LAYER)

static void
bh_span_layer_get_extent (BhChartLayer *layer, guint i, double *low, double *high)
{
  /* Points that have no value have no lower end either. */
  *low = g_array_index (BH_SPAN_LAYER (layer)->lows, double, i);
  *high = bh_chart_layer_get_point (layer, i)->value;
}

static double
get_low_y (BhChartLayer *layer, const BhChartFrame *frame, guint i)
{
  return bh_chart_frame_get_y (frame, bh_chart_layer_get_side (layer),
                               g_array_index (BH_SPAN_LAYER (layer)->lows, double, i));
}

/* From @from to @to, all of which have values: along the upper ends and back along the lower. */
static void
trace_span (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame, guint from, guint to)
{
  double x, y;

  cairo_new_path (cr);
  for (guint i = from; i <= to; i++)
    if (bh_chart_layer_get_place (layer, frame, i, &x, &y))
      cairo_line_to (cr, x, y);
  for (guint i = to + 1; i-- > from;)
    cairo_line_to (cr, bh_chart_frame_get_x (frame, i), get_low_y (layer, frame, i));
  cairo_close_path (cr);
}

static void
paint (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame)
{
  const BhChartColor *color = bh_chart_layer_get_color (layer, frame);
  double width = bh_chart_frame_get_line (frame, 1);
  const double dashes[] = { 3 * width, 2 * width };

  bh_chart_color_use (color, cr, TINT);
  cairo_fill_preserve (cr);
  bh_chart_color_use (color, cr, EDGE);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}

static void
bh_span_layer_draw (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame)
{
  guint n = bh_chart_layer_get_n_points (layer);

  for (guint i = 0; i < n; i++)
    {
      guint end = i;

      if (!bh_chart_layer_get_point (layer, i)->has_value)
        continue;
      while (end + 1 < n && bh_chart_layer_get_point (layer, end + 1)->has_value)
        end++;
      trace_span (layer, cr, frame, i, end);
      paint (layer, cr, frame);
      i = end;
    }
}

static void
bh_span_layer_draw_key (BhChartLayer *layer,
                        cairo_t *cr,
                        const BhChartFrame *frame,
                        const BhChartArea *area,
                        BhChartPointFlags flags)
{
  cairo_rectangle (cr, area->x + 1, area->y, area->width - 2, area->height);
  paint (layer, cr, frame);
}

/* A tint does not hide what is written upon it. */
static gboolean
bh_span_layer_touches (BhChartLayer *layer,
                       const BhChartFrame *frame,
                       const BhChartArea *area,
                       int own)
{
  return FALSE;
}

static void
bh_span_layer_finalize (GObject *object)
{
  g_array_unref (BH_SPAN_LAYER (object)->lows);

  G_OBJECT_CLASS (bh_span_layer_parent_class)->finalize (object);
}

static void
bh_span_layer_class_init (BhSpanLayerClass *klass)
{
  BhChartLayerClass *layer_class = BH_CHART_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_span_layer_finalize;

  layer_class->get_extent = bh_span_layer_get_extent;
  layer_class->draw = bh_span_layer_draw;
  layer_class->draw_key = bh_span_layer_draw_key;
  layer_class->touches = bh_span_layer_touches;
  layer_class->thin = TRUE;
}

static void
bh_span_layer_init (BhSpanLayer *self)
{
  self->lows = g_array_new (FALSE, TRUE, sizeof (double));
}

BhChartLayer *
bh_span_layer_new (const char *name, BhChartRole role, BhChartSide side)
{
  BhChartLayer *self = g_object_new (BH_TYPE_SPAN_LAYER, NULL);

  bh_chart_layer_set_up (self, name, role, side);

  return self;
}

void
bh_span_layer_add (BhSpanLayer *self, double low, double high)
{
  BhChartLayer *layer = BH_CHART_LAYER (self);

  g_return_if_fail (BH_IS_SPAN_LAYER (self) && isfinite (low) && low <= high);

  /* Gaps were added without a lower end. */
  g_array_set_size (self->lows, bh_chart_layer_get_n_points (layer));
  g_array_append_val (self->lows, low);
  bh_chart_layer_add (layer, high, 0, NULL);
}
