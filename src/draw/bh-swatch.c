/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-swatch.h"

struct _BhSwatchLayer
{
  BhChartLayer parent_instance;
  BhChartRole role;
  gboolean is_notch;
};

G_DEFINE_FINAL_TYPE (BhSwatchLayer, bh_swatch_layer, BH_TYPE_CHART_LAYER)

BhChartColor
bh_swatch_get_color (const BhChartFrame *frame, BhChartRole role, BhChartPointFlags flags)
{
  const BhChartPalette *palette = frame->palette;
  double share = 1;

  if (flags & BH_CHART_POINT_MINOR)
    share = palette->pale;
  if (flags & BH_CHART_POINT_PROVISIONAL)
    share *= palette->pale;

  return bh_chart_color_mix (&palette->roles[role], &palette->background, share);
}

void
bh_swatch_fill (cairo_t *cr, const BhChartFrame *frame, BhChartRole role, BhChartPointFlags flags)
{
  BhChartColor color = bh_swatch_get_color (frame, role, flags);

  if (!(flags & (BH_CHART_POINT_PROVISIONAL | BH_CHART_POINT_MINOR)))
    {
      bh_chart_fill_role (frame->palette, cr, role, frame->em);
      return;
    }
  bh_chart_color_use (&color, cr, 1);
  if (!(flags & BH_CHART_POINT_PROVISIONAL))
    {
      cairo_fill (cr);
      return;
    }

  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip_preserve (cr);
  bh_chart_color_use (&frame->palette->roles[role], cr, 1);
  cairo_set_line_width (cr, 2 * bh_chart_frame_get_line (frame, 1.5));
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
bh_swatch_layer_draw (BhChartLayer *layer, cairo_t *cr, const BhChartFrame *frame)
{
}

static void
bh_swatch_layer_draw_key (BhChartLayer *layer,
                          cairo_t *cr,
                          const BhChartFrame *frame,
                          const BhChartArea *area,
                          BhChartPointFlags flags)
{
  BhSwatchLayer *self = BH_SWATCH_LAYER (layer);
  double size = MIN (area->height, area->width) * 0.8;
  double x = area->x + area->width / 2, y = area->y + area->height / 2;

  if (self->is_notch || flags & BH_CHART_POINT_SMALL)
    {
      cairo_move_to (cr, x, area->y);
      if (self->is_notch)
        cairo_line_to (cr, x, area->y + area->height);
      else
        {
          cairo_line_to (cr, x + size / 2, y + size / 2);
          cairo_line_to (cr, x - size / 2, y + size / 2);
          cairo_close_path (cr);
        }
      bh_chart_color_use (&frame->palette->roles[self->role], cr, 1);
      cairo_set_line_width (cr, bh_chart_frame_get_line (frame, self->is_notch ? 2 : 1));
      cairo_stroke (cr);
      return;
    }
  cairo_rectangle (cr, x - size / 2, y - size / 2, size, size);
  bh_swatch_fill (cr, frame, self->role, flags);
}

static gboolean
bh_swatch_layer_touches (BhChartLayer *layer,
                         const BhChartFrame *frame,
                         const BhChartArea *area,
                         int own)
{
  return FALSE;
}

static void
bh_swatch_layer_class_init (BhSwatchLayerClass *klass)
{
  BhChartLayerClass *layer_class = BH_CHART_LAYER_CLASS (klass);

  layer_class->draw = bh_swatch_layer_draw;
  layer_class->draw_key = bh_swatch_layer_draw_key;
  layer_class->touches = bh_swatch_layer_touches;
}

static void
bh_swatch_layer_init (BhSwatchLayer *self)
{
}

BhChartLayer *
bh_swatch_layer_new (const char *name, BhChartRole role)
{
  BhSwatchLayer *self = g_object_new (BH_TYPE_SWATCH_LAYER, NULL);

  self->role = role;
  bh_chart_layer_set_up (BH_CHART_LAYER (self), name, role, BH_CHART_SIDE_START);

  return BH_CHART_LAYER (self);
}

BhChartLayer *
bh_swatch_layer_new_notch (const char *name, BhChartRole role)
{
  BhChartLayer *self = bh_swatch_layer_new (name, role);

  BH_SWATCH_LAYER (self)->is_notch = TRUE;

  return self;
}
