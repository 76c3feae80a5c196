/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-head.h"

/* In ems. */
#define MARGIN 0.9
#define HEAD_SPACE 0.35 /* from the title to a legend below it */
#define HEAD_GAP 2.5    /* to one beside it */
/* Of the height: what the values must have beside a title, and beside a legend. */
#define LEAST_TITLED 0.4
#define LEAST 0.25

struct _BhChartHead
{
  const char *title_text;
  const char *subtitle_text;
  PangoContext *context; /* (owned) */
  double em;
  double width;
  gboolean rtl;
  gboolean untitled;
  BhChartHeadPart placed;
  PangoLayout *title;    /* (owned) (nullable) */
  PangoLayout *subtitle; /* (owned) (nullable) */
  double subtitle_y;
  double legend_x;
  double legend_y;
  BhChartLegend *legend; /* (owned) */
};

BhChartHead *
bh_chart_head_new (const char *title,
                   const char *subtitle,
                   GPtrArray *keys,
                   PangoContext *context,
                   const BhChartStyle *style,
                   double width)
{
  BhChartHead *self = g_new0 (BhChartHead, 1);

  self->title_text = title;
  self->subtitle_text = subtitle;
  self->context = g_object_ref (context);
  self->em = bh_chart_style_get_em (style);
  self->width = width;
  self->rtl = style->rtl;
  self->untitled = style->untitled;
  self->legend = bh_chart_legend_new (keys, context, self->em, width - 2 * MARGIN * self->em);

  return self;
}

void
bh_chart_head_free (BhChartHead *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  bh_chart_legend_free (self->legend);
  g_object_unref (self->context);
  g_free (self);
}

BhChartHeadPart
bh_chart_head_get_first (BhChartHead *self)
{
  return self->untitled ? BH_CHART_HEAD_LEGEND : BH_CHART_HEAD_SUBTITLE;
}

/* In a low picture, or with very large letters, the values go before what is written above them. */
gboolean
bh_chart_head_wants_less (BhChartHead *self, double left, double height)
{
  return self->placed > BH_CHART_HEAD_NOTHING
         && left < height * (self->placed > BH_CHART_HEAD_LEGEND ? LEAST_TITLED : LEAST);
}

/* Returns: (nullable): a line of the head; its size is added to @width and @height */
static PangoLayout *
make_line (BhChartHead *self, const char *text, BhChartTextKind kind, double *width, double *height)
{
  PangoLayout *layout;
  double own_width, own_height;

  if (text == NULL || *text == '\0')
    return NULL;

  layout = bh_chart_text_new (self->context, text, kind);
  bh_chart_text_limit (layout, self->width - 2 * MARGIN * self->em, 1);
  bh_chart_text_get_size (layout, &own_width, &own_height);
  *width = MAX (*width, own_width);
  *height += own_height;

  return layout;
}

/* The legend stands beside the title where both fit, else below it. */
double
bh_chart_head_place (BhChartHead *self, BhChartHeadPart part)
{
  double em = self->em, margin = MARGIN * em, room = self->width - 2 * margin;
  double width = 0, height = 0, legend_width, legend_height;
  gboolean beside;

  self->placed = part;
  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  if (part >= BH_CHART_HEAD_TITLE)
    self->title = make_line (self, self->title_text, BH_CHART_TEXT_TITLE, &width, &height);
  self->subtitle_y = margin + height;
  if (part >= BH_CHART_HEAD_SUBTITLE)
    self->subtitle = make_line (self, self->subtitle_text, BH_CHART_TEXT_SUBTITLE, &width, &height);
  if (part == BH_CHART_HEAD_NOTHING)
    return margin;

  legend_width = bh_chart_legend_get_width (self->legend);
  legend_height = bh_chart_legend_get_height (self->legend);
  beside = height >= legend_height && width + HEAD_GAP * em + legend_width <= room;
  self->legend_x = beside == self->rtl ? margin : self->width - margin - legend_width;
  if (beside)
    {
      self->legend_y = margin + height - legend_height;
      return margin + height + HEAD_SPACE * em;
    }
  self->legend_y = margin + height + (height > 0 ? HEAD_SPACE * em : 0);

  return self->legend_y + legend_height;
}

void
bh_chart_head_draw (BhChartHead *self, cairo_t *cr, const BhChartFrame *frame)
{
  double margin = MARGIN * self->em, x = self->rtl ? self->width - margin : margin;
  double align = self->rtl ? 1 : 0;

  if (self->title != NULL)
    bh_chart_text_draw (self->title, cr, x, margin, align, 0, &frame->palette->text, NULL);
  if (self->subtitle != NULL)
    bh_chart_text_draw (self->subtitle, cr, x, self->subtitle_y, align, 0, &frame->palette->dim,
                        NULL);
  if (self->placed > BH_CHART_HEAD_NOTHING)
    bh_chart_legend_draw (self->legend, cr, frame, self->legend_x, self->legend_y);
}

double
bh_chart_head_get_margin (double em)
{
  return MARGIN * em;
}
