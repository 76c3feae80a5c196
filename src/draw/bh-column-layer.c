/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-column-layer.h"

#include <math.h>

/* Of a band; the rest is the gap. */
#define SHARE_OF_BAND 0.66
#define SHARE_OF_GROUP 0.8
#define WIDEST 64
/* In ems: from the end of a column to the gap in it. */
#define CUT_SPACE 1.1
/* Opacity of what can still change. */
#define HOLLOW 0.22

struct _BhColumnLayer
{
  BhChartLayer parent_instance;
  BhColumnLayer *below; /* (owned) (nullable) */
  gboolean stacked;     /* it, or what is above it, has one below */
  gboolean joined;
  guint slot;
  guint n_slots;
};

G_DEFINE_FINAL_TYPE (BhColumnLayer, bh_column_layer, BH_TYPE_CHART_LAYER)

double
bh_column_layer_get_width (const BhChartFrame *frame)
{
  double band = frame->plot.width / MAX (frame->n_bands, 1);

  return MIN (band * SHARE_OF_BAND, bh_chart_frame_get_line (frame, WIDEST));
}

static double
get_width (BhColumnLayer *self, const BhChartFrame *frame)
{
  double band = frame->plot.width / MAX (frame->n_bands, 1), slot;

  if (self->joined)
    return MAX (band - 1, band * SHARE_OF_BAND);
  if (self->n_slots == 1)
    return bh_column_layer_get_width (frame);
  slot = MIN (band * SHARE_OF_GROUP / self->n_slots, bh_chart_frame_get_line (frame, WIDEST));

  return MAX (slot - 1, slot * SHARE_OF_BAND);
}

static double
bh_column_layer_get_x (BhChartLayer *layer, const BhChartFrame *frame, guint i)
{
  BhColumnLayer *self = BH_COLUMN_LAYER (layer);
  double band = frame->plot.width / MAX (frame->n_bands, 1);
  double slot
      = MIN (band * SHARE_OF_GROUP / self->n_slots, bh_chart_frame_get_line (frame, WIDEST));
  double shift = (self->slot - (self->n_slots - 1) / 2.0) * slot;

  return bh_chart_frame_get_x (frame, i) + (frame->rtl ? -shift : shift);
}

/* What is below one without a value is looked for further down. */
static void
bh_column_layer_get_extent (BhChartLayer *layer, guint i, double *low, double *high)
{
  double further;

  *low = 0;
  for (BhColumnLayer *below = BH_COLUMN_LAYER (layer)->below; below != NULL; below = below->below)
    if (bh_chart_layer_get_extent (BH_CHART_LAYER (below), i, &further, low))
      break;
  *high = *low + bh_chart_layer_get_point (layer, i)->value;
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

/* Hollow, with an edge that is the whole colour. */
static void
fill_provisional (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame)
{
  const BhChartColor *color = bh_chart_layer_get_color (layer, frame);
  double width = bh_chart_frame_get_line (frame, 1.5);
  const double dashes[] = { 3 * width, 2 * width };

  bh_chart_color_use (color, cr, HOLLOW);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip_preserve (cr);
  bh_chart_color_use (color, cr, 1);
  cairo_set_line_width (cr, 2 * width);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill_column (BhChartLayer *layer,
             cairo_t *cr,
             const BhChartFrame *frame,
             const BhChartArea *area,
             BhChartPointFlags flags)
{
  BhColumnLayer *self = BH_COLUMN_LAYER (layer);
  BhChartColor color = bh_chart_layer_get_fill (layer, frame, flags);
  /* A line of nothing sets a column off from the one that stands on it. */
  double gap = self->stacked && area->height > 4 ? 1 : 0;

  trace_column (cr, area->x, area->y + gap, area->width, area->height - gap,
                self->stacked || self->joined ? 0 : bh_chart_frame_get_line (frame, 3));
  if (flags & BH_CHART_POINT_PROVISIONAL)
    fill_provisional (layer, cr, frame);
  else if (flags & BH_CHART_POINT_MINOR)
    {
      bh_chart_color_use (&color, cr, 1);
      cairo_fill (cr);
    }
  else
    bh_chart_fill_role (frame->palette, cr, bh_chart_layer_get_role (layer), frame->em);
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

gboolean
bh_column_layer_get_column (BhColumnLayer *self,
                            const BhChartFrame *frame,
                            guint i,
                            BhChartArea *area)
{
  BhChartLayer *layer = BH_CHART_LAYER (self);
  double low, high, bottom, x;

  if (!bh_chart_layer_get_place (layer, frame, i, &x, &area->y)
      || !bh_chart_layer_get_extent (layer, i, &low, &high))
    return FALSE;

  bottom = bh_chart_frame_get_y (frame, bh_chart_layer_get_side (layer), low);
  area->width = get_width (self, frame);
  area->x = x - area->width / 2;
  /* A thing that happened once can be seen beside one that happened a thousand times. */
  area->height = high > low ? MAX (bottom - area->y, 1) : 0;
  area->y = bottom - area->height;

  return TRUE;
}

static void
bh_column_layer_draw (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame)
{
  for (guint i = 0; i < bh_chart_layer_get_n_points (layer); i++)
    {
      BhChartArea area;

      if (!bh_column_layer_get_column (BH_COLUMN_LAYER (layer), frame, i, &area))
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

      if ((int) i != own && bh_column_layer_get_column (BH_COLUMN_LAYER (layer), frame, i, &column)
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
bh_column_layer_finalize (GObject *object)
{
  g_clear_object (&BH_COLUMN_LAYER (object)->below);

  G_OBJECT_CLASS (bh_column_layer_parent_class)->finalize (object);
}

static void
bh_column_layer_class_init (BhColumnLayerClass *klass)
{
  BhChartLayerClass *layer_class = BH_CHART_LAYER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bh_column_layer_finalize;

  layer_class->get_x = bh_column_layer_get_x;
  layer_class->get_extent = bh_column_layer_get_extent;
  layer_class->draw = bh_column_layer_draw;
  layer_class->draw_key = bh_column_layer_draw_key;
  layer_class->touches = bh_column_layer_touches;
}

static void
bh_column_layer_init (BhColumnLayer *self)
{
  self->n_slots = 1;
}

BhChartLayer *
bh_column_layer_new (const char *name, BhChartRole role, BhChartSide side)
{
  BhChartLayer *self = g_object_new (BH_TYPE_COLUMN_LAYER, NULL);

  bh_chart_layer_set_up (self, name, role, side);

  return self;
}

void
bh_column_layer_set_slot (BhColumnLayer *self, guint slot, guint n_slots)
{
  g_return_if_fail (BH_IS_COLUMN_LAYER (self) && slot < n_slots);

  self->slot = slot;
  self->n_slots = n_slots;
}

void
bh_column_layer_set_below (BhColumnLayer *self, BhColumnLayer *below)
{
  g_return_if_fail (BH_IS_COLUMN_LAYER (self) && BH_IS_COLUMN_LAYER (below) && self != below);

  g_set_object (&self->below, below);
  self->stacked = TRUE;
  below->stacked = TRUE;
}

gboolean
bh_column_layer_is_stacked (BhColumnLayer *self)
{
  g_return_val_if_fail (BH_IS_COLUMN_LAYER (self), FALSE);

  return self->stacked;
}

void
bh_column_layer_set_joined (BhColumnLayer *self)
{
  g_return_if_fail (BH_IS_COLUMN_LAYER (self));

  self->joined = TRUE;
}
