/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/chart/bh-chart-panel.h"
#include "ui/insight/bh-insight-pages.h"
#include "ui/insight/bh-insight-part.h"

G_BEGIN_DECLS

#define BH_TYPE_INSIGHT_CHART (bh_insight_chart_get_type ())
G_DECLARE_FINAL_TYPE (BhInsightChart, bh_insight_chart, BH, INSIGHT_CHART, GtkWidget)

/**
 * bh_insight_chart_new:
 * @item: which chart; lives as long as the program
 * @settings: (transfer none): where the figure and the variant that were chosen are remembered
 *
 * A chart of the catalog as part of a page, with what chooses its figure and its variant.
 *
 * Properties:
 * - `figure` (string): key of the figure; an unknown one is not taken
 * - `variant` (string): likewise; "" where the chart has none
 * - `enlarged` (boolean): it takes a whole row of its page, and is as high as it likes
 */
GtkWidget *bh_insight_chart_new (BhDesk *desk, const BhInsightItem *item, GSettings *settings);

/** bh_insight_chart_get_panel: Returns: (transfer none) */
BhChartPanel *bh_insight_chart_get_panel (BhInsightChart *self);

G_END_DECLS
