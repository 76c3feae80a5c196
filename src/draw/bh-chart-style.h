/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/** BhChartPaletteKind: which colours a chart is drawn in. */
typedef enum
{
  BH_CHART_PALETTE_LIGHT,
  BH_CHART_PALETTE_DARK,
  BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT,
  BH_CHART_PALETTE_HIGH_CONTRAST_DARK,
} BhChartPaletteKind;

#define BH_N_CHART_PALETTES 4

/**
 * BhChartStyle:
 * @font: (owned): family and size of the labels; the title is set larger
 * @text_scale: 1.0 to 2.0 and more: times the size of @font; distances grow with it
 * @rtl: time and order run from right to left
 * @transparent: nothing is painted behind the chart, so that the page shows through
 * @untitled: title and subtitle are left out: the page shows them itself
 *
 * How a chart looks; what it says does not depend on it.
 */
typedef struct
{
  BhChartPaletteKind palette;
  PangoFontDescription *font;
  double text_scale;
  gboolean rtl;
  gboolean transparent;
  gboolean untitled;
} BhChartStyle;

#define BH_TYPE_CHART_STYLE (bh_chart_style_get_type ())
GType bh_chart_style_get_type (void);

/** bh_chart_style_new: Returns: (transfer full): light, the system's sans serif at 10 points */
BhChartStyle *bh_chart_style_new (void);
BhChartStyle *bh_chart_style_copy (const BhChartStyle *self);
void bh_chart_style_free (BhChartStyle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhChartStyle, bh_chart_style_free)

gboolean bh_chart_style_equal (const BhChartStyle *a, const BhChartStyle *b);
/** bh_chart_style_set_font: @description: as Pango writes fonts, "Noto Sans CJK SC 11" */
void bh_chart_style_set_font (BhChartStyle *self, const char *description);
/** bh_chart_style_get_em: Returns: size of the labels' font in pixels, text scale included */
double bh_chart_style_get_em (const BhChartStyle *self);

G_END_DECLS
