/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** bh_chart_keys_install: @view_class: that of #BhChartView. Lets Left, Right, Home and End go from
 * mark to mark. */
void bh_chart_keys_install (GtkWidgetClass *view_class);

G_END_DECLS
