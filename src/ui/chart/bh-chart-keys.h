/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bh_chart_keys_install: @view_class: that of #BhChartView. Lets the arrows, Home and End go from
 * mark to mark, with Shift select those on the way, and Escape end the selection. Up and Down are
 * left to others where the chart has nothing above and below. */
void bh_chart_keys_install (GtkWidgetClass *view_class);

G_END_DECLS
