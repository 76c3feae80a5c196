/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_CHART_SPOT (bh_chart_spot_get_type ())
G_DECLARE_FINAL_TYPE (BhChartSpot, bh_chart_spot, BH, CHART_SPOT, GtkWidget)

/**
 * bh_chart_spot_new:
 * @mark: what it stands for; not kept
 *
 * Stands on a mark of a chart, which is drawn by the view, so that the cursor of the keyboard can
 * be there and the screen reader tells what it means. Activating it emits `activated`,
 * Space on what can be selected `toggled`.
 */
GtkWidget *bh_chart_spot_new (const BhChartMark *mark, guint index);

guint bh_chart_spot_get_index (BhChartSpot *self);
/** bh_chart_spot_get_filter: Returns: (transfer none) (nullable): text of the tickets behind it */
const char *bh_chart_spot_get_filter (BhChartSpot *self);
/** bh_chart_spot_set_selected: says whether its mark is selected, where it can be */
void bh_chart_spot_set_selected (BhChartSpot *self, gboolean selected);

G_END_DECLS
