/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-theme.h"

#include <adwaita.h>

/* Sizes of fonts are in points at this many dots an inch; more dots mean larger text. */
#define USUAL_DPI 96.0
#define POINTS_PER_INCH 72.0

static double
get_text_scale (GtkWidget *widget)
{
  double dpi = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));

  return dpi > 0 ? dpi / USUAL_DPI : 1.0;
}

static BhChartPaletteKind
choose_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? BH_CHART_PALETTE_HIGH_CONTRAST_DARK
                                                : BH_CHART_PALETTE_HIGH_CONTRAST_LIGHT;

  return adw_style_manager_get_dark (manager) ? BH_CHART_PALETTE_DARK : BH_CHART_PALETTE_LIGHT;
}

/* In points without the text scale, which the style has apart. */
static PangoFontDescription *
dup_font (GtkWidget *widget)
{
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (gtk_widget_get_pango_context (widget)));

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_size (font,
                                     (int) (pango_font_description_get_size (font) * POINTS_PER_INCH
                                            / USUAL_DPI / get_text_scale (widget)));

  return font;
}

BhChartStyle *
bh_chart_theme_new_style (GtkWidget *widget)
{
  BhChartStyle *style;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  style = bh_chart_style_new ();
  pango_font_description_free (style->font);
  style->font = dup_font (widget);
  style->palette = choose_palette ();
  style->text_scale = get_text_scale (widget);
  style->rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  style->transparent = TRUE;
  style->untitled = TRUE;

  return style;
}

BhChartStyle *
bh_chart_theme_new_paper_style (GtkWidget *widget)
{
  BhChartStyle *style;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  style = bh_chart_theme_new_style (widget);
  style->palette = BH_CHART_PALETTE_LIGHT;
  style->text_scale = 1.0;
  style->transparent = FALSE;
  style->untitled = FALSE;

  return style;
}

double
bh_chart_theme_get_em (GtkWidget *widget)
{
  g_autoptr (BhChartStyle) style = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  style = bh_chart_theme_new_style (widget);

  return bh_chart_style_get_em (style);
}

void
bh_chart_theme_watch (GtkWidget *widget, GCallback changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (manager, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
}
