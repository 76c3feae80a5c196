/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_CHART_VIEW (bh_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (BhChartView, bh_chart_view, BH, CHART_VIEW, GtkWidget)

/**
 * bh_chart_view_new:
 *
 * Shows a chart. The mark below the pointer, or below the cursor of the keyboard, says its exact
 * values; a click, Enter or Space on it opens what is behind.
 *
 * Signal: `activated (const char *filter)`: text of the tickets behind a mark.
 */
GtkWidget *bh_chart_view_new (void);

/** bh_chart_view_get_chart: Returns: (transfer none) (nullable) */
BhChart *bh_chart_view_get_chart (BhChartView *self);
/** bh_chart_view_set_chart: @chart: (transfer none) (nullable): the cursor stays where it is as
 * long as there are as many marks */
void bh_chart_view_set_chart (BhChartView *self, BhChart *chart);

/** bh_chart_view_get_cursor: Returns: the mark where the keyboard is, or goes when it comes */
guint bh_chart_view_get_cursor (BhChartView *self);
/** bh_chart_view_set_cursor: @mark: is taken as the last one where there are fewer */
void bh_chart_view_set_cursor (BhChartView *self, guint mark);
/** bh_chart_view_get_shown: Returns: the mark whose values are shown, -1 for none */
int bh_chart_view_get_shown (BhChartView *self);

/** bh_chart_view_point_at: for the pointer, and tests: what is at (@x, @y) says its values; nothing
 * where both are negative. Returns: the mark, -1 for none */
int bh_chart_view_point_at (BhChartView *self, double x, double y);
/** bh_chart_view_click_at: likewise: opens what is there. Returns: FALSE where nothing is */
gboolean bh_chart_view_click_at (BhChartView *self, double x, double y);

G_END_DECLS
