/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/chart/bh-chart-reader.h"
#include "ui/chart/bh-chart-view.h"

G_BEGIN_DECLS

#define BH_TYPE_CHART_PANEL (bh_chart_panel_get_type ())
G_DECLARE_FINAL_TYPE (BhChartPanel, bh_chart_panel, BH, CHART_PANEL, GtkWidget)

/**
 * BhChartPanel:
 *
 * A chart with all that belongs to it on a page: what chooses it, its title, progress while it is
 * counted, what to do where there is nothing or where it went wrong, and a menu to save or copy it
 * and to read its values as a table.
 *
 * Property: `as-table` (boolean): its values are listed instead of drawn.
 *
 * Signals:
 * - `activated (const char *filter)`: text of the tickets behind a mark
 * - `shown`: a chart was read, be it empty
 * - `retry`: somebody wants it to be read once more
 */
GtkWidget *bh_chart_panel_new (BhDesk *desk, BhChartReadFunc func);

/** bh_chart_panel_set_chooser: @chooser: what stands at the beginning, before the title */
void bh_chart_panel_set_chooser (BhChartPanel *self, GtkWidget *chooser);
/** bh_chart_panel_set_title: @title: (nullable): until the chart says its own; %NULL where the
 * chooser says what is shown */
void bh_chart_panel_set_title (BhChartPanel *self, const char *title);
/** bh_chart_panel_keep_title: keeps the title that was set, where the chooser says the rest of what
 * the chart's own one would */
void bh_chart_panel_keep_title (BhChartPanel *self);
/**
 * bh_chart_panel_set_empty:
 * @text: what will be here
 * @label: (nullable): of the first step; %NULL for none
 * @action: (nullable): what the first step is
 */
void bh_chart_panel_set_empty (BhChartPanel *self,
                               const char *text,
                               const char *label,
                               const char *action);
/** bh_chart_panel_set_begins_at_end: whether the keyboard comes to the last mark first */
void bh_chart_panel_set_begins_at_end (BhChartPanel *self, gboolean begins_at_end);

/**
 * bh_chart_panel_read:
 * @request: (transfer full): see bh_chart_reader_read()
 * @again: the same question: what is shown stays until the new answer is there; nothing is read
 * where somebody stopped it
 */
void
bh_chart_panel_read (BhChartPanel *self, gpointer request, GDestroyNotify clear, gboolean again);
/** bh_chart_panel_cancel: Returns: whether something was still to come that does not come now */
gboolean bh_chart_panel_cancel (BhChartPanel *self);
gboolean bh_chart_panel_is_reading (BhChartPanel *self);
/** bh_chart_panel_has_values: Returns: FALSE before the first chart, and for one without a value */
gboolean bh_chart_panel_has_values (BhChartPanel *self);

BhChartView *bh_chart_panel_get_view (BhChartPanel *self);

G_END_DECLS
