/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-heat-pen.h"

#include <math.h>

/* In ems. */
#define GAP 0.06 /* on each side of a cell */
#define WIDEST_GAP 1.0
#define LEGEND_HEIGHT 1.9
#define SWATCH_WIDTH 1.5
#define SWATCH_HEIGHT 0.85
#define SWATCH_SPACE 0.35
#define KEY_SPACE 0.9
/* Around many small cells, lines would be all that one sees. */
#define SMALL_CELL 0.75
#define EMPTY_TINT 0.055
/* A page of so many ems has a legend. */
#define LEAST_WITH_LEGEND 6

struct _BhHeatPen
{
  const BhCellPage *page;
  const BhHeatScale *scale;
  gboolean numbered;
  GHashTable *texts; /* (owned) (element-type utf8 PangoLayout): set once, written often */
};

BhHeatPen *
bh_heat_pen_new (const BhCellPage *page, const BhHeatScale *scale, gboolean numbered)
{
  BhHeatPen *self = g_new0 (BhHeatPen, 1);

  self->page = page;
  self->scale = scale;
  self->numbered = numbered;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
bh_heat_pen_free (BhHeatPen *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->texts);
  g_free (self);
}

gboolean
bh_heat_pen_fits (const BhCellPage *page,
                  BhChartNumbers numbers,
                  const double *values,
                  guint n,
                  double width,
                  double height)
{
  double longest = 0;
  g_autofree char *text = NULL;

  /* The digits of a font are equally wide. */
  for (guint i = 0; i < n; i++)
    if (isfinite (values[i]))
      longest = MAX (longest, fabs (values[i]));
  text = bh_chart_value_dup_text (numbers, longest);

  return bh_cell_page_has_room (page, text, width, height);
}

static PangoLayout *
ensure_text (BhHeatPen *self, double value)
{
  g_autofree char *text = bh_chart_value_dup_text (self->scale->numbers, value);
  PangoLayout *layout = g_hash_table_lookup (self->texts, text);

  if (layout == NULL)
    {
      layout = bh_chart_text_new (self->page->context, text, BH_CHART_TEXT_VALUE);
      g_hash_table_insert (self->texts, g_steal_pointer (&text), layout);
    }

  return layout;
}

/* Returns: the colour of what is written on it */
static BhChartColor
fill_class (BhHeatPen *self, cairo_t *cr, const BhChartArea *area, int class)
{
  const BhChartPalette *palette = self->page->frame.palette;
  double gap = MIN (GAP * self->page->frame.em, WIDEST_GAP);
  BhChartColor color;

  /* Where cells are as small as dots, gaps would take their colour. */
  gap = MIN (gap, MIN (area->width, area->height) / 8);
  cairo_rectangle (cr, area->x + gap, area->y + gap, MAX (area->width - 2 * gap, 0.5),
                   MAX (area->height - 2 * gap, 0.5));
  if (class < 0 && MIN (area->width, area->height) < SMALL_CELL * self->page->frame.em)
    {
      bh_chart_color_use (&palette->text, cr, EMPTY_TINT * palette->stroke * palette->stroke);
      cairo_fill (cr);
      return palette->dim;
    }
  if (class < 0)
    {
      cairo_save (cr);
      cairo_clip_preserve (cr);
      bh_chart_color_use (&palette->grid, cr, 1);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
      cairo_restore (cr);
      return palette->dim;
    }
  color
      = bh_chart_palette_get_level (palette, bh_heat_scale_get_level (self->scale, (guint) class));
  bh_chart_color_use (&color, cr, 1);
  cairo_fill (cr);

  return bh_chart_palette_get_text_on (&color);
}

void
bh_heat_pen_draw (BhHeatPen *self, cairo_t *cr, const BhChartArea *area, double value)
{
  int class = bh_heat_scale_find (self->scale, value);
  BhChartColor ink = fill_class (self, cr, area, class);

  /* Many cells have nothing: an empty one says so. */
  if (self->numbered && (class >= 0 || isnan (value)))
    bh_chart_text_draw (ensure_text (self, value), cr, area->x + area->width / 2,
                        area->y + area->height / 2, 0.5, 0.5, &ink, NULL);
}

double
bh_heat_pen_get_legend_height (const BhCellPage *page)
{
  return page->frame.plot.height >= LEAST_WITH_LEGEND * page->frame.em
             ? LEGEND_HEIGHT * page->frame.em
             : 0;
}

/* Draws the sign of @class at @x behind the beginning of the page, with @text (nullable) behind it.
 * Returns: where it ends */
static double
draw_key (BhHeatPen *self, cairo_t *cr, int class, const char *text, double x)
{
  const BhChartFrame *frame = &self->page->frame;
  double em = frame->em, width = SWATCH_WIDTH * em;
  double middle = frame->plot.y + frame->plot.height - LEGEND_HEIGHT / 2 * em;
  BhChartArea swatch = { bh_cell_page_mirror (self->page, x, width),
                         middle - SWATCH_HEIGHT / 2 * em, width, SWATCH_HEIGHT * em };

  fill_class (self, cr, &swatch, class);
  x += width;
  if (text == NULL)
    return x;

  x += SWATCH_SPACE * em;
  bh_cell_page_draw_text (self->page, cr, text, BH_CHART_TEXT_LABEL, 0,
                          bh_cell_page_mirror (self->page, x, 0), middle, frame->rtl ? 1 : 0, 0.5,
                          &frame->palette->dim);

  return x + bh_cell_page_measure (self->page, text, BH_CHART_TEXT_LABEL, NULL) + KEY_SPACE * em;
}

/* Each with its text, or where these have no room, the first and the last. */
static gboolean
has_room_for_texts (BhHeatPen *self, guint n_empty)
{
  double em = self->page->frame.em;
  double width = (self->scale->n + n_empty) * (SWATCH_WIDTH + SWATCH_SPACE + KEY_SPACE) * em;

  for (guint i = 0; i < self->scale->n; i++)
    {
      g_autofree char *text = bh_heat_scale_dup_text (self->scale, i);

      width += bh_cell_page_measure (self->page, text, BH_CHART_TEXT_LABEL, NULL);
    }

  return width <= self->page->frame.plot.width;
}

void
bh_heat_pen_draw_legend (BhHeatPen *self, cairo_t *cr, const char *unit)
{
  const BhChartFrame *frame = &self->page->frame;
  gboolean counts = self->scale->numbers == BH_CHART_COUNTS;
  gboolean has_room = has_room_for_texts (self, counts ? 1 : 0);
  double x = 0;

  if (bh_heat_pen_get_legend_height (self->page) == 0)
    return;
  if (counts)
    x = draw_key (self, cr, -1, "0", x);
  for (guint i = 0; i < self->scale->n; i++)
    {
      g_autofree char *text = bh_heat_scale_dup_text (self->scale, i);
      gboolean outer = i == 0 || i + 1 == self->scale->n;

      x = draw_key (self, cr, (int) i, has_room || outer ? text : NULL, x);
    }
  if (unit != NULL && *unit != '\0')
    bh_cell_page_draw_text (self->page, cr, unit, BH_CHART_TEXT_LABEL, 0,
                            bh_cell_page_mirror (self->page, x, 0),
                            frame->plot.y + frame->plot.height - LEGEND_HEIGHT / 2 * frame->em,
                            frame->rtl ? 1 : 0, 0.5, &frame->palette->dim);
}
