/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-column-layer.h"

#include <math.h>

/* Of a band; the rest is the gap. */
#define SHARE_OF_BAND 0.66
#define WIDEST 64
/* In ems: from the end of a column to the gap in it. */
#define CUT_SPACE 1.1

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
  BhChartColor color = bh_chart_layer_get_fill (layer, frame, flags);

  trace_column (cr, area->x, area->y, area->width, area->height,
                bh_chart_frame_get_line (frame, 3));
  bh_chart_color_use (&color, cr, 1);
  cairo_fill (cr);
}

/* Two slanted strokes with nothing between them: the column goes on where the axis ends. */
static void
draw_cut (cairo_t *cr, const BhChartFrame *frame, const BhChartArea *column)
{
  double rise = column->width / 5, gap = 0.3 * frame->em;
  double y = column->y + CUT_SPACE * frame->em;

  cairo_new_path (cr);
  cairo_move_to (cr, column->x - 1, y + rise);
  cairo_line_to (cr, column->x + column->width + 1, y);
  cairo_rel_line_to (cr, 0, gap);
  cairo_line_to (cr, column->x - 1, y + rise + gap);
  cairo_close_path (cr);
  bh_chart_color_use (&frame->palette->background, cr, 1);
  cairo_fill (cr);
}

static gboolean
get_column (BhChartLayer *layer, const BhChartFrame *frame, guint i, BhChartArea *area)
{
  double bottom = bh_chart_frame_get_y (frame, bh_chart_layer_get_side (layer), 0);
  double x;

  if (!bh_chart_layer_get_place (layer, frame, i, &x, &area->y))
    return FALSE;

  area->width = bh_column_layer_get_width (frame);
  area->x = x - area->width / 2;
  /* A thing that happened once can be seen beside one that happened a thousand times. */
  area->height = bh_chart_layer_get_point (layer, i)->value > 0 ? MAX (bottom - area->y, 1) : 0;
  area->y = bottom - area->height;

  return TRUE;
}

static void
bh_column_layer_draw (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame)
{
  for (guint i = 0; i < bh_chart_layer_get_n_points (layer); i++)
    {
      BhChartArea area;

      if (!get_column (layer, frame, i, &area))
        continue;
      fill_column (layer, cr, frame, &area, bh_chart_layer_get_point (layer, i)->flags);
      if (bh_chart_layer_is_cut (layer, frame, i))
        draw_cut (cr, frame, &area);
    }
}

static gboolean
bh_column_layer_touches (BhChartLayer *layer,
                         const BhChartFrame *frame,
                         const BhChartArea *area,
                         int own)
{
  for (guint i = 0; i < bh_chart_layer_get_n_points (layer); i++)
    {
      BhChartArea column;

      if ((int) i != own && get_column (layer, frame, i, &column)
          && bh_chart_area_meets (&column, area))
        return TRUE;
    }

  return FALSE;
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
  layer_class->touches = bh_column_layer_touches;
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
