/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_CHART_BUBBLE (bh_chart_bubble_get_type ())
G_DECLARE_FINAL_TYPE (BhChartBubble, bh_chart_bubble, BH, CHART_BUBBLE, GtkWidget)

/** bh_chart_bubble_new: Returns: what says the values of a mark beside it, hidden at first */
GtkWidget *bh_chart_bubble_new (void);

/** bh_chart_bubble_show: @mark: (nullable): says its values, or nothing */
void bh_chart_bubble_show (BhChartBubble *self, const BhChartMark *mark);

/**
 * bh_chart_bubble_choose_place:
 * @area: of the mark
 * @width, @height: of the view
 * @place: its size is given and its position is filled in
 *
 * Beside the mark where there is room, else above it; never outside of the view.
 */
void
bh_chart_bubble_choose_place (const BhChartArea *area, int width, int height, GtkAllocation *place);

/** bh_chart_bubble_allocate: gives it its size and place */
void bh_chart_bubble_allocate (BhChartBubble *self, const BhChartArea *area, int width, int height);

G_END_DECLS
