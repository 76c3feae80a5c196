/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-bars-pen.h"

#include "base/bh-i18n.h"
#include "draw/bh-swatch.h"

#include <math.h>

/* In ems. */
#define TEXT_SPACE 0.4
#define CUT_SPACE 1.1
/* Of a row: how high a stroke across it is. */
#define BEFORE_SHARE 0.6
#define TARGET_SHARE 0.86

/* The last one says the unit. */
static char *
dup_tick_text (const BhBarsPen *self, guint i)
{
  const char *unit = self->content->unit;
  g_autofree char *text = bh_chart_axis_dup_tick_text (&self->layout->axis, i);

  if (i < self->layout->axis.n_steps || unit == NULL || *unit == '\0')
    return g_steal_pointer (&text);

  return g_strdup_printf (C_ ("chart", "%1$s %2$s"), text, unit);
}

static void
draw_axis (const BhBarsPen *self, cairo_t *cr)
{
  const BhBarsLayout *layout = self->layout;
  const BhChartFrame *frame = &self->page->frame;
  double bottom = frame->plot.y + layout->n_shown * layout->row_height;

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i <= layout->axis.n_steps; i++)
    {
      double value = bh_chart_axis_get_tick (&layout->axis, i);
      double place = bh_bars_layout_get_x (layout, self->page, value);
      g_autofree char *text = dup_tick_text (self, i);

      if (layout->axis_height == 0 && fabs (value) >= layout->axis.step / 2)
        continue;
      cairo_move_to (cr, floor (place) + 0.5, frame->plot.y);
      cairo_line_to (cr, floor (place) + 0.5, bottom);
      bh_chart_color_use (fabs (value) < layout->axis.step / 2 ? &frame->palette->axis
                                                               : &frame->palette->grid,
                          cr, 1);
      cairo_stroke (cr);
      if (layout->axis_height > 0)
        bh_cell_page_draw_text (self->page, cr, text, BH_CHART_TEXT_LABEL, 0, place,
                                bottom + TEXT_SPACE * frame->em, 0.5, 0, &frame->palette->dim);
    }
}

static void
draw_name (const BhBarsPen *self, cairo_t *cr, guint row)
{
  const BhBarsLayout *layout = self->layout;
  const BhChartFrame *frame = &self->page->frame;
  g_autoptr (PangoLayout) text = bh_chart_text_new (
      self->page->context, g_ptr_array_index (self->content->names, row), BH_CHART_TEXT_LABEL);

  bh_chart_text_limit (text, layout->names_width, layout->name_lines);
  pango_layout_set_alignment (text, PANGO_ALIGN_LEFT);
  bh_chart_text_draw (text, cr, bh_cell_page_mirror (self->page, 0, 0),
                      frame->plot.y + (row + 0.5) * layout->row_height, frame->rtl ? 1 : 0, 0.5,
                      &frame->palette->text, NULL);
}

/* Two slanted strokes with nothing between them: the bar goes on where the axis ends. */
static void
draw_cut (const BhBarsPen *self, cairo_t *cr, const BhChartArea *bar)
{
  double slant = bar->height / 5, gap = 0.3 * self->page->frame.em;
  double x = self->page->frame.rtl ? bar->x + CUT_SPACE * self->page->frame.em
                                   : bar->x + bar->width - CUT_SPACE * self->page->frame.em;

  cairo_move_to (cr, x + slant, bar->y - 1);
  cairo_rel_line_to (cr, gap, 0);
  cairo_line_to (cr, x + gap, bar->y + bar->height + 1);
  cairo_rel_line_to (cr, -gap, 0);
  cairo_close_path (cr);
  bh_chart_color_use (&self->page->frame.palette->background, cr, 1);
  cairo_fill (cr);
}

/* Returns: where a text of @width that stands @space from the end of a bar begins, in front of what
 * the row is compared with. */
static double
find_room (const BhBarsPen *self, guint row, double value, double width, double space)
{
  const double *const notches[] = { self->content->befores, self->content->targets };
  double direction = (value < 0) != self->page->frame.rtl ? -1 : 1;
  double x = bh_bars_layout_get_x (self->layout, self->page, value);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (notches); i++)
    {
      const double *values = notches[i % G_N_ELEMENTS (notches)];
      double notch;

      if (values == NULL || isnan (values[row]))
        continue;
      notch = bh_bars_layout_get_x (self->layout, self->page, values[row]);
      if ((notch - x) * direction > 0 && (notch - x) * direction < width + 2 * space)
        x = notch;
    }

  return x + direction * space;
}

/* At the outer end of a bar or row of bars. */
static void
draw_value (const BhBarsPen *self, cairo_t *cr, guint row, guint series, double value, double y)
{
  const BhChartFrame *frame = &self->page->frame;
  g_autofree char *text = bh_bars_content_dup_end_text (self->content, row, series, value);
  g_autoptr (PangoLayout) layout
      = bh_chart_text_new (self->page->context, text, BH_CHART_TEXT_VALUE);
  double width;

  bh_chart_text_get_size (layout, &width, NULL);
  bh_chart_text_draw (layout, cr, find_room (self, row, value, width, TEXT_SPACE * frame->em), y,
                      (value < 0) != frame->rtl ? 1 : 0, 0.5, &frame->palette->text,
                      &frame->palette->background);
}

/* Of a part of a row, where it has room for its number. */
static void
draw_inner_value (
    const BhBarsPen *self, cairo_t *cr, const BhChartArea *bar, guint row, guint series)
{
  guint i = row * self->content->n_series + series;
  g_autofree char *text
      = bh_chart_value_dup_text (self->content->numbers, self->content->values[i]);
  BhChartColor color, ink;

  if (!bh_cell_page_has_room (self->page, text, bar->width, bar->height))
    return;

  color = bh_swatch_get_color (&self->page->frame, self->content->roles[series],
                               self->content->flags[i]);
  ink = bh_chart_palette_get_text_on (&color);
  bh_cell_page_draw_text (self->page, cr, text, BH_CHART_TEXT_VALUE, 0, bar->x + bar->width / 2,
                          bar->y + bar->height / 2, 0.5, 0.5, &ink);
}

/* No value is not 0. */
static void
draw_nothing (const BhBarsPen *self, cairo_t *cr, guint row)
{
  const BhChartFrame *frame = &self->page->frame;
  g_autofree char *text = bh_chart_value_dup_text (self->content->numbers, NAN);
  double space = TEXT_SPACE * frame->em;

  bh_cell_page_draw_text (self->page, cr, text, BH_CHART_TEXT_VALUE, 0,
                          bh_bars_layout_get_x (self->layout, self->page, 0)
                              + (frame->rtl ? -space : space),
                          frame->plot.y + (row + 0.5) * self->layout->row_height,
                          frame->rtl ? 1 : 0, 0.5, &frame->palette->dim);
}

static void
draw_bars (const BhBarsPen *self, cairo_t *cr, guint row)
{
  const BhBarsContent *content = self->content;
  BhChartArea bar;
  double value;

  if (!bh_bars_content_has_value (content, row))
    {
      draw_nothing (self, cr, row);
      return;
    }
  for (guint i = 0; i < content->n_series; i++)
    {
      BhChartPointFlags flags = content->flags[row * content->n_series + i];

      if (!bh_bars_layout_get_bar (self->layout, content, self->page, row, i, &bar))
        continue;
      cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
      bh_swatch_fill (cr, &self->page->frame, content->roles[i], flags);
      value = content->values[row * content->n_series + i];
      if (flags & BH_CHART_POINT_CUT && value > self->layout->axis.max)
        draw_cut (self, cr, &bar);
      if (content->stacked && content->n_series > 1)
        draw_inner_value (self, cr, &bar, row, i);
      else
        draw_value (self, cr, row, i, value, bar.y + bar.height / 2);
    }
  if (content->stacked && content->n_series > 1
      && bh_bars_content_get_end (content, row, 0, &value))
    draw_value (self, cr, row, 0, value,
                self->page->frame.plot.y + (row + 0.5) * self->layout->row_height);
}

static void
draw_notch (const BhBarsPen *self,
            cairo_t *cr,
            const double *values,
            BhChartRole role,
            double share,
            guint row)
{
  const BhChartFrame *frame = &self->page->frame;
  double top = frame->plot.y + row * self->layout->row_height, space, x;

  if (values == NULL || isnan (values[row]))
    return;

  space = self->layout->row_height * (1 - share) / 2;
  x = bh_bars_layout_get_x (self->layout, self->page, values[row]);
  for (guint i = 0; i < 2; i++)
    {
      /* With a rim, so that it stands out of a bar of any colour. */
      cairo_move_to (cr, x, top + space);
      cairo_line_to (cr, x, top + self->layout->row_height - space);
      cairo_set_line_width (cr, bh_chart_frame_get_line (frame, i == 0 ? 4 : 2));
      bh_chart_color_use (i == 0 ? &frame->palette->background : &frame->palette->roles[role], cr,
                          1);
      cairo_stroke (cr);
    }
}

void
bh_bars_pen_draw (const BhBarsPen *self, cairo_t *cr)
{
  const BhBarsLayout *layout = self->layout;

  draw_axis (self, cr);
  for (guint row = 0; row < layout->n_shown; row++)
    {
      draw_name (self, cr, row);
      draw_bars (self, cr, row);
      draw_notch (self, cr, self->content->befores, BH_CHART_ROLE_PREVIOUS, BEFORE_SHARE, row);
      draw_notch (self, cr, self->content->targets, BH_CHART_ROLE_TARGET, TARGET_SHARE, row);
    }
  bh_cell_page_draw_rest (self->page, cr, self->content->n_rows - layout->n_shown,
                          self->page->frame.plot.y + layout->n_shown * layout->row_height);
}
