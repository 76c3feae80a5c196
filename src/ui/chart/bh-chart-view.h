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
 * values; a click or Enter on it opens what is behind. Marks that stand for something are selected
 * by Ctrl and a click, Space, Shift and the arrows, or by pulling over them; Escape ends that. What
 * is not selected is pale.
 *
 * Signals:
 * - `activated (const char *filter)`: text of the tickets behind a mark
 * - `brushed (const char *filter)`: (nullable): text of what the selected marks stand for; %NULL
 *   when none is selected any more
 */
GtkWidget *bh_chart_view_new (void);

/** bh_chart_view_get_chart: Returns: (transfer none) (nullable) */
BhChart *bh_chart_view_get_chart (BhChartView *self);
/** bh_chart_view_set_chart: @chart: (transfer none) (nullable): the cursor stays where it is as
 * long as there are as many marks */
void bh_chart_view_set_chart (BhChartView *self, BhChart *chart);

/** bh_chart_view_set_compact: whether it is no higher than need be, so that others stand beside it,
 * and says how many rows it does not show; else it asks for the height of all its rows */
void bh_chart_view_set_compact (BhChartView *self, gboolean compact);

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
/** bh_chart_view_click_with: likewise, with keys held: Ctrl selects the mark too or no longer,
 * Shift all up to it */
gboolean
bh_chart_view_click_with (BhChartView *self, double x, double y, GdkModifierType modifiers);

/** bh_chart_view_move: for the keys: brings the cursor where @move leads. @selecting: and selects
 * what is in between. Returns: FALSE where there is nothing in that direction */
gboolean bh_chart_view_move (BhChartView *self, BhChartMove move, gboolean selecting);

/** bh_chart_view_get_brush: Returns: (transfer none) (nullable): text of what is selected */
const char *bh_chart_view_get_brush (BhChartView *self);
/** bh_chart_view_set_brush: @text: (nullable): selects the marks that it means, now and in charts
 * to come; nothing is told */
void bh_chart_view_set_brush (BhChartView *self, const char *text);
/** bh_chart_view_clear_brush: selects nothing, and tells so. Returns: FALSE where nothing was */
gboolean bh_chart_view_clear_brush (BhChartView *self);
/** bh_chart_view_toggle: selects @mark too, or no longer */
void bh_chart_view_toggle (BhChartView *self, guint mark);
/** bh_chart_view_extend: selects all from the mark where the selection began to @mark. Returns:
 * FALSE where nothing can be selected */
gboolean bh_chart_view_extend (BhChartView *self, guint mark);
/** bh_chart_view_select_within: selects the marks that meet @area, in pixels. @done: and tells so.
 * Returns: FALSE where nothing can be selected */
gboolean bh_chart_view_select_within (BhChartView *self, const BhChartArea *area, gboolean done);

G_END_DECLS
