/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-layout.h"

#include "draw/bh-chart-head.h"
#include "draw/bh-chart-labels.h"
#include "draw/bh-chart-ticks.h"

#include <math.h>

/* In ems. */
#define AXIS_SPACE 0.6 /* from the numbers of an axis to the plot */
#define UNIT_ROW 2.1   /* above the plot: the unit, and the label of the highest point */
#define STEP_HEIGHT 2.7
#define SHARED_STEP_HEIGHT 2.1
/* Of the height: what names below the bands may take. */
#define TICK_SHARE 0.34
#define MOST_STEPS 6

struct _BhChartLayout
{
  const BhChartContent *content;
  BhChartStyle *style; /* (owned) */
  double width;
  double height;
  PangoContext *context;  /* (owned) */
  BhChartHead *head;      /* (owned) */
  BhChartTicks *ticks;    /* (owned) */
  BhChartLabels *labels;  /* (owned) */
  BhChartPalette palette; /* the style's, with the background that there is */
  BhChartFrame frame;
  double bottom; /* of the texts below the bands */
};

/* Two axes share a grid: 20 %, 25 % or 50 % a step. */
static guint
get_shared_steps (double rows)
{
  if (rows >= 5)
    return 5;

  return rows >= 4 ? 4 : 2;
}

static void
fit_axes (BhChartLayout *self)
{
  BhChartFrame *frame = &self->frame;
  const BhChartContent *content = self->content;
  gboolean shared = content->has_axis[BH_CHART_SIDE_START] && content->has_axis[BH_CHART_SIDE_END];
  double rows = frame->plot.height / (frame->em * (shared ? SHARED_STEP_HEIGHT : STEP_HEIGHT));

  for (guint side = 0; side < G_N_ELEMENTS (frame->axes); side++)
    {
      double low = 0, high = 0;

      bh_chart_content_get_range (content, (BhChartSide) side, &low, &high);
      if (shared)
        bh_chart_axis_fit_steps (&frame->axes[side], content->numbers[side], high,
                                 get_shared_steps (rows));
      else
        bh_chart_axis_fit (&frame->axes[side], content->numbers[side], low, high,
                           (guint) CLAMP (rows, 1, MOST_STEPS));
    }
}

static double
measure_axis (BhChartLayout *self, BhChartSide side)
{
  const BhChartAxis *axis = &self->frame.axes[side];
  double widest = 0;

  if (!self->content->has_axis[side])
    return 0;
  for (guint i = 0; i <= axis->n_steps; i++)
    {
      g_autofree char *text = bh_chart_axis_dup_tick_text (axis, i);
      g_autoptr (PangoLayout) layout = bh_chart_text_new (self->context, text, BH_CHART_TEXT_LABEL);
      double width;

      bh_chart_text_get_size (layout, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest + AXIS_SPACE * self->frame.em;
}

static void
fit_width (BhChartLayout *self, double overhang)
{
  BhChartFrame *frame = &self->frame;
  double margin = bh_chart_head_get_margin (frame->em);
  double start = margin + MAX (measure_axis (self, BH_CHART_SIDE_START), overhang);
  double end = margin + measure_axis (self, BH_CHART_SIDE_END);

  frame->plot.x = frame->rtl ? end : start;
  frame->plot.width = MAX (self->width - start - end, 1);
}

static void
fit_ticks (BhChartLayout *self)
{
  g_clear_pointer (&self->ticks, bh_chart_ticks_free);
  self->ticks = bh_chart_ticks_new (self->content, self->context, self->frame.em,
                                    self->frame.plot.width / MAX (self->frame.n_bands, 1),
                                    self->height * TICK_SHARE);
}

/* The numbers of the axes want to know the height, the texts below the width, and both sizes what
 * these need: the second round finds what the first one left. */
static void
place_plot (BhChartLayout *self, double top)
{
  BhChartFrame *frame = &self->frame;

  frame->plot.y = top + UNIT_ROW * frame->em;
  frame->plot.height = MAX (self->height * 0.6, 1);
  fit_axes (self);
  fit_width (self, 0);
  for (guint round = 0; round < 2; round++)
    {
      fit_ticks (self);
      frame->plot.height
          = MAX (self->height - frame->plot.y - 0.7 * bh_chart_head_get_margin (frame->em)
                     - bh_chart_ticks_get_height (self->ticks),
                 1);
      fit_axes (self);
      fit_width (self, bh_chart_ticks_get_overhang (self->ticks));
    }
  self->bottom = frame->plot.y + frame->plot.height + bh_chart_ticks_get_height (self->ticks);
}

static void
place_all (BhChartLayout *self)
{
  const BhChartContent *content = self->content;
  BhChartHeadPart part;

  self->head = bh_chart_head_new (content->title, content->subtitle, content->keys, self->context,
                                  self->style, self->width);
  part = bh_chart_head_get_first (self->head);
  place_plot (self, bh_chart_head_place (self->head, part));
  while (bh_chart_head_wants_less (self->head, self->frame.plot.height, self->height))
    place_plot (self, bh_chart_head_place (self->head, --part));
}

BhChartLayout *
bh_chart_layout_new (const BhChartContent *content,
                     double width,
                     double height,
                     const BhChartStyle *style)
{
  BhChartLayout *self = g_new0 (BhChartLayout, 1);

  self->content = content;
  self->style = bh_chart_style_copy (style);
  self->width = width;
  self->height = height;
  self->context = bh_chart_text_context (style);
  self->frame.em = bh_chart_style_get_em (style);
  self->frame.rtl = style->rtl;
  bh_chart_palette_for_style (&self->palette, style);
  self->frame.palette = &self->palette;
  self->frame.n_bands = content->ticks->len;
  place_all (self);
  self->labels = bh_chart_labels_new (content, self->context, &self->frame);

  return self;
}

void
bh_chart_layout_free (BhChartLayout *self)
{
  if (self == NULL)
    return;

  bh_chart_style_free (self->style);
  bh_chart_head_free (self->head);
  bh_chart_ticks_free (self->ticks);
  bh_chart_labels_free (self->labels);
  g_object_unref (self->context);
  g_free (self);
}

gboolean
bh_chart_layout_is_for (BhChartLayout *self, double width, double height, const BhChartStyle *style)
{
  return self->width == width && self->height == height
         && bh_chart_style_equal (self->style, style);
}

const BhChartFrame *
bh_chart_layout_get_frame (BhChartLayout *self)
{
  return &self->frame;
}

void
bh_chart_layout_get_band (BhChartLayout *self, guint i, BhChartArea *area)
{
  bh_chart_frame_get_band (&self->frame, i, area);
  area->height = self->bottom - area->y;
}

static void
draw_grid (BhChartLayout *self, cairo_t *cr, BhChartSide side)
{
  const BhChartFrame *frame = &self->frame;
  const BhChartAxis *axis = &frame->axes[side];

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i <= axis->n_steps; i++)
    {
      double y = floor (bh_chart_frame_get_y (frame, side, bh_chart_axis_get_tick (axis, i))) + 0.5;

      cairo_move_to (cr, frame->plot.x, y);
      cairo_rel_line_to (cr, frame->plot.width, 0);
      bh_chart_color_use (i == 0 ? &frame->palette->axis : &frame->palette->grid, cr, 1);
      cairo_stroke (cr);
    }
}

static void
draw_axis (BhChartLayout *self, cairo_t *cr, BhChartSide side)
{
  const BhChartFrame *frame = &self->frame;
  const BhChartAxis *axis = &frame->axes[side];
  gboolean left = (side == BH_CHART_SIDE_START) != frame->rtl;
  double space = AXIS_SPACE * frame->em;
  double x = left ? frame->plot.x - space : frame->plot.x + frame->plot.width + space;
  const char *unit = self->content->units[side];
  double margin = 0.5 * bh_chart_head_get_margin (frame->em), width;

  for (guint i = 0; i <= axis->n_steps; i++)
    {
      g_autofree char *text = bh_chart_axis_dup_tick_text (axis, i);
      g_autoptr (PangoLayout) layout = bh_chart_text_new (self->context, text, BH_CHART_TEXT_LABEL);

      bh_chart_text_draw (layout, cr, x,
                          bh_chart_frame_get_y (frame, side, bh_chart_axis_get_tick (axis, i)),
                          left ? 1 : 0, 0.5, &frame->palette->dim, NULL);
    }
  if (unit != NULL && *unit != '\0')
    {
      g_autoptr (PangoLayout) layout = bh_chart_text_new (self->context, unit, BH_CHART_TEXT_LABEL);

      bh_chart_text_get_size (layout, &width, NULL);
      /* A long unit begins at the margin and goes over the plot. */
      x = left ? MAX (x, margin + width) : MIN (x, self->width - margin - width);
      bh_chart_text_draw (layout, cr, x, frame->plot.y - 0.7 * frame->em, left ? 1 : 0, 1,
                          &frame->palette->dim, NULL);
    }
}

static void
draw_plot (BhChartLayout *self, cairo_t *cr)
{
  const BhChartContent *content = self->content;

  draw_grid (self, cr, BH_CHART_SIDE_START);
  for (guint side = 0; side < G_N_ELEMENTS (content->has_axis); side++)
    if (content->has_axis[side])
      draw_axis (self, cr, (BhChartSide) side);
  for (guint i = 0; i < content->layers->len; i++)
    bh_chart_layer_draw (g_ptr_array_index (content->layers, i), cr, &self->frame);
  bh_chart_labels_draw (self->labels, cr, &self->frame);
  bh_chart_ticks_draw (self->ticks, cr, &self->frame);
}

void
bh_chart_layout_draw (BhChartLayout *self, cairo_t *cr)
{
  cairo_save (cr);
  bh_chart_head_draw (self->head, cr, &self->frame);
  if (bh_chart_content_has_values (self->content))
    draw_plot (self, cr);
  else if (self->content->empty_text != NULL)
    bh_chart_text_draw_note (self->context, cr, self->content->empty_text, &self->frame.plot,
                             &self->frame.palette->dim);
  cairo_restore (cr);
}
