/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-column-layer.h"

#include <math.h>

/* Of a band; the rest is the gap. */
#define SHARE_OF_BAND 0.66
#define WIDEST 64

struct _BhColumnLayer
{
  BhChartLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (BhColumnLayer, bh_column_layer, BH_TYPE_CHART_LAYER)

double
bh_column_layer_get_width (const BhChartFrame *frame)
{
  double band = frame->plot.width / MAX (frame->n_bands, 1);

  return MIN (band * SHARE_OF_BAND, bh_chart_frame_get_line (frame, WIDEST));
}

static void
trace_column (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, MIN (width / 2, height));
  cairo_new_path (cr);
  cairo_move_to (cr, x, y + height);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_arc (cr, x + width - radius, y + radius, radius, 1.5 * G_PI, 2 * G_PI);
  cairo_line_to (cr, x + width, y + height);
  cairo_close_path (cr);
}

static void
fill_column (BhChartLayer *layer,
             cairo_t *cr,
             const BhChartFrame *frame,
             const BhChartArea *area,
             BhChartPointFlags flags)
{
  const BhChartColor *color = bh_chart_layer_get_color (layer, frame);
  BhChartColor pale = bh_chart_color_mix (color, &frame->palette->background, frame->palette->pale);

  trace_column (cr, area->x, area->y, area->width, area->height,
                bh_chart_frame_get_line (frame, 3));
  bh_chart_color_use (flags & BH_CHART_POINT_MINOR ? &pale : color, cr, 1);
  cairo_fill (cr);
}

static void
bh_column_layer_draw (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame)
{
  double bottom = bh_chart_frame_get_y (frame, bh_chart_layer_get_side (layer), 0);
  double width = bh_column_layer_get_width (frame);

  for (guint i = 0; i < bh_chart_layer_get_n_points (layer); i++)
    {
      const BhChartPoint *point = bh_chart_layer_get_point (layer, i);
      BhChartArea area = { .width = width };
      double x;

      if (!bh_chart_layer_get_place (layer, frame, i, &x, &area.y))
        continue;
      area.x = x - width / 2;
      /* A thing that happened once can be seen beside one that happened a thousand times. */
      area.height = point->value > 0 ? MAX (bottom - area.y, 1) : 0;
      area.y = bottom - area.height;
      fill_column (layer, cr, frame, &area, point->flags);
    }
}

static void
bh_column_layer_draw_key (BhChartLayer *layer,
                          cairo_t *cr,
                          const BhChartFrame *frame,
                          const BhChartArea *area,
                          BhChartPointFlags flags)
{
  double size = MIN (area->height, area->width) * 0.8;
  BhChartArea square
      = { area->x + (area->width - size) / 2, area->y + (area->height - size) / 2, size, size };

  fill_column (layer, cr, frame, &square, flags);
}

static void
bh_column_layer_class_init (BhColumnLayerClass *klass)
{
  BhChartLayerClass *layer_class = BH_CHART_LAYER_CLASS (klass);

  layer_class->draw = bh_column_layer_draw;
  layer_class->draw_key = bh_column_layer_draw_key;
}

static void
bh_column_layer_init (BhColumnLayer *self)
{
}

BhChartLayer *
bh_column_layer_new (const char *name, BhChartRole role, BhChartSide side)
{
  BhChartLayer *self = g_object_new (BH_TYPE_COLUMN_LAYER, NULL);

  bh_chart_layer_set_up (self, name, role, side);

  return self;
}
