/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-text.h"

#include <math.h>

#define DPI 96

/* What a note may take of the width, and its lines. */
#define NOTE_SHARE 0.94
#define NOTE_LINES 3

static const double sizes[] = {
  [BH_CHART_TEXT_TITLE] = 1.22,
  [BH_CHART_TEXT_SUBTITLE] = 0.96,
  [BH_CHART_TEXT_LABEL] = 0.92,
  [BH_CHART_TEXT_VALUE] = 0.92,
};

PangoContext *
bh_chart_text_context (const BhChartStyle *style)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (style->font);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Widths must not depend on what is drawn on: no hints, no whole pixels. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, DPI);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, style->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_font_description_set_absolute_size (font, bh_chart_style_get_em (style) * PANGO_SCALE);
  pango_context_set_font_description (context, font);

  return context;
}

PangoLayout *
bh_chart_text_new (PangoContext *context, const char *text, BhChartTextKind kind)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font
      = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font,
                                            pango_font_description_get_size (font) * sizes[kind]);
  if (kind == BH_CHART_TEXT_TITLE)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (kind == BH_CHART_TEXT_VALUE)
    pango_font_description_set_weight (font, PANGO_WEIGHT_MEDIUM);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

void
bh_chart_text_limit (PangoLayout *layout, double width, guint lines)
{
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_height (layout, -(int) lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

void
bh_chart_text_get_size (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

void
bh_chart_text_draw (PangoLayout *layout,
                    cairo_t *cr,
                    double x,
                    double y,
                    double align_x,
                    double align_y,
                    const BhChartColor *color,
                    const BhChartColor *halo)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  x -= ((double) logical.x + align_x * logical.width) / PANGO_SCALE;
  y -= ((double) logical.y + align_y * logical.height) / PANGO_SCALE;
  cairo_save (cr);
  if (halo != NULL)
    {
      cairo_move_to (cr, x, y);
      pango_cairo_layout_path (cr, layout);
      bh_chart_color_use (halo, cr, 0.85);
      cairo_set_line_width (cr, 3);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  cairo_move_to (cr, x, y);
  bh_chart_color_use (color, cr, 1);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

void
bh_chart_text_draw_note (PangoContext *context,
                         cairo_t *cr,
                         const char *text,
                         const BhChartArea *area,
                         const BhChartColor *color)
{
  g_autoptr (PangoLayout) layout = bh_chart_text_new (context, text, BH_CHART_TEXT_SUBTITLE);

  bh_chart_text_limit (layout, area->width * NOTE_SHARE, NOTE_LINES);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  bh_chart_text_draw (layout, cr, area->x + area->width / 2, area->y + area->height / 2, 0.5, 0.5,
                      color, NULL);
}
