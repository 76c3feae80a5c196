/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * bh_chart_theme_new_style:
 * @widget: (transfer none): where the chart is shown
 *
 * Returns: (transfer full): a style as @widget has it now: its font, text size, direction, light or
 *   dark, high contrast; nothing painted behind the chart, and no title, which the page shows
 */
BhChartStyle *bh_chart_theme_new_style (GtkWidget *widget);

/**
 * bh_chart_theme_new_paper_style:
 * @widget: (transfer none): for its font
 *
 * Returns: (transfer full): a style for pictures that leave the window: light, opaque, titled, at
 *   usual text size, whatever the window looks like
 */
BhChartStyle *bh_chart_theme_new_paper_style (GtkWidget *widget);

/** bh_chart_theme_get_em: Returns: size of the font of @widget in pixels, text scale included */
double bh_chart_theme_get_em (GtkWidget *widget);

/** bh_chart_theme_watch: calls @changed with @widget when the colours of the program change; what
 * else a style is made of, @widget is told by itself */
void bh_chart_theme_watch (GtkWidget *widget, GCallback changed);

G_END_DECLS
