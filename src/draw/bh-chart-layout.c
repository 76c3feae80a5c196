/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-layout.h"

#include "draw/bh-chart-labels.h"
#include "draw/bh-chart-ticks.h"

#include <math.h>

/* In ems. */
#define MARGIN 0.9
#define HEAD_SPACE 0.35 /* from the title to a legend below it */
#define HEAD_GAP 2.5    /* to one beside it */
#define AXIS_SPACE 0.6  /* from the numbers of an axis to the plot */
#define UNIT_ROW 2.1    /* above the plot: the unit, and the label of the highest point */
#define STEP_HEIGHT 2.7
#define SHARED_STEP_HEIGHT 2.1
/* Of the height: what names below the bands may take. */
#define TICK_SHARE 0.34
/* Of the height: what the plot must have beside a title, and beside a legend. */
#define LEAST_TITLED 0.4
#define LEAST 0.25
#define MOST_STEPS 6

/* What stands above the plot, each with those before it. */
typedef enum
{
  HEAD_NOTHING,
  HEAD_LEGEND,
  HEAD_TITLE,
  HEAD_SUBTITLE,
} Head;

struct _BhChartLayout
{
  const BhChartContent *content;
  BhChartStyle *style; /* (owned) */
  double width;
  double height;
  PangoContext *context; /* (owned) */
  PangoLayout *title;    /* (owned) (nullable) */
  PangoLayout *subtitle; /* (owned) (nullable) */
  double subtitle_y;
  gboolean has_legend;
  double legend_x;
  double legend_y;
  BhChartLegend *legend;  /* (owned) */
  BhChartTicks *ticks;    /* (owned) */
  BhChartLabels *labels;  /* (owned) */
  BhChartPalette palette; /* the style's, with the background that there is */
  BhChartFrame frame;
  double bottom; /* of the texts below the bands */
};

/* Returns: (nullable): a line of the head; its size is added to @width and @height */
static PangoLayout *
make_head (
    BhChartLayout *self, const char *text, BhChartTextKind kind, double *width, double *height)
{
  PangoLayout *layout;
  double own_width, own_height;

  if (text == NULL || *text == '\0')
    return NULL;

  layout = bh_chart_text_new (self->context, text, kind);
  bh_chart_text_limit (layout, self->width - 2 * MARGIN * self->frame.em, 1);
  bh_chart_text_get_size (layout, &own_width, &own_height);
  *width = MAX (*width, own_width);
  *height += own_height;

  return layout;
}

/* The legend stands beside the title where both fit, else below it. Returns: where the plot's
 * surroundings begin */
static double
place_head (BhChartLayout *self, Head head)
{
  const BhChartContent *content = self->content;
  double em = self->frame.em, margin = MARGIN * em, room = self->width - 2 * margin;
  double width = 0, height = 0, legend_width, legend_height;
  gboolean beside;

  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  if (head >= HEAD_TITLE)
    self->title = make_head (self, content->title, BH_CHART_TEXT_TITLE, &width, &height);
  self->subtitle_y = margin + height;
  if (head >= HEAD_SUBTITLE)
    self->subtitle = make_head (self, content->subtitle, BH_CHART_TEXT_SUBTITLE, &width, &height);
  if (head == HEAD_NOTHING)
    return margin;

  legend_width = bh_chart_legend_get_width (self->legend);
  legend_height = bh_chart_legend_get_height (self->legend);
  beside = height >= legend_height && width + HEAD_GAP * em + legend_width <= room;
  self->legend_x = beside == self->frame.rtl ? margin : self->width - margin - legend_width;
  if (beside)
    {
      self->legend_y = margin + height - legend_height;
      return margin + height + HEAD_SPACE * em;
    }
  self->legend_y = margin + height + (height > 0 ? HEAD_SPACE * em : 0);

  return self->legend_y + legend_height;
}

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
  double margin = MARGIN * frame->em;
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
      frame->plot.height = MAX (self->height - frame->plot.y - MARGIN * 0.7 * frame->em
                                    - bh_chart_ticks_get_height (self->ticks),
                                1);
      fit_axes (self);
      fit_width (self, bh_chart_ticks_get_overhang (self->ticks));
    }
  self->bottom = frame->plot.y + frame->plot.height + bh_chart_ticks_get_height (self->ticks);
}

/* In a low picture, or with very large letters, the values go before what is written above them. */
static void
place_all (BhChartLayout *self)
{
  Head head = self->style->untitled ? HEAD_LEGEND : HEAD_SUBTITLE;

  self->legend = bh_chart_legend_new (self->content->keys, self->context, self->frame.em,
                                      self->width - 2 * MARGIN * self->frame.em);
  place_plot (self, place_head (self, head));
  while (head > HEAD_NOTHING
         && self->frame.plot.height < self->height * (head > HEAD_LEGEND ? LEAST_TITLED : LEAST))
    place_plot (self, place_head (self, --head));
  self->has_legend = head > HEAD_NOTHING;
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
  self->palette = *bh_chart_palette_get (style->palette);
  if (style->transparent)
    self->palette.background = self->palette.page;
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
  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  bh_chart_legend_free (self->legend);
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
draw_head (BhChartLayout *self, cairo_t *cr)
{
  const BhChartFrame *frame = &self->frame;
  double margin = MARGIN * frame->em, x = frame->rtl ? self->width - margin : margin;
  double align = frame->rtl ? 1 : 0;

  if (self->title != NULL)
    bh_chart_text_draw (self->title, cr, x, margin, align, 0, &frame->palette->text, NULL);
  if (self->subtitle != NULL)
    bh_chart_text_draw (self->subtitle, cr, x, self->subtitle_y, align, 0, &frame->palette->dim,
                        NULL);
  if (self->has_legend)
    bh_chart_legend_draw (self->legend, cr, frame, self->legend_x, self->legend_y);
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
  double margin = 0.5 * MARGIN * frame->em, width;

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
draw_empty_text (BhChartLayout *self, cairo_t *cr)
{
  const BhChartArea *plot = &self->frame.plot;
  g_autoptr (PangoLayout) text
      = bh_chart_text_new (self->context, self->content->empty_text, BH_CHART_TEXT_SUBTITLE);

  bh_chart_text_limit (text, plot->width - 2 * self->frame.em, 3);
  pango_layout_set_alignment (text, PANGO_ALIGN_CENTER);
  bh_chart_text_draw (text, cr, plot->x + plot->width / 2, plot->y + plot->height / 2, 0.5, 0.5,
                      &self->frame.palette->dim, NULL);
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
  draw_head (self, cr);
  if (bh_chart_content_has_values (self->content))
    draw_plot (self, cr);
  else if (self->content->empty_text != NULL)
    draw_empty_text (self, cr);
  cairo_restore (cr);
}
