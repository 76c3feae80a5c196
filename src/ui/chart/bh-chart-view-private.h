/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/chart/bh-chart-brush.h"
#include "ui/chart/bh-chart-bubble.h"
#include "ui/chart/bh-chart-picture.h"
#include "ui/chart/bh-chart-view.h"

G_BEGIN_DECLS

/* What the parts of #BhChartView share. */

struct _BhChartView
{
  GtkWidget parent_instance;

  BhChart *chart;         /* (owned) (nullable): as it was given */
  BhChartPicture picture; /* (owned): of the chart as it fits */
  BhChartBrush brush;     /* (owned) */
  char *told;             /* (owned) (nullable): what `brushed` told last */
  guint fitting;          /* source that makes it fit, 0: none */
  GPtrArray *spots;       /* (owned) (element-type BhChartSpot): owned by the widget tree */
  guint cursor;
  gboolean compact;
  int hovered; /* -1: none */
  int resting; /* 1 + the mark below a pointer that rests while keys are used; 0: none */

  BhChartBubble *bubble;
};

/** bh_chart_view_show_brush: shows which marks are selected */
void bh_chart_view_show_brush (BhChartView *self);
/** bh_chart_view_emit_brushed: @text: (nullable) */
void bh_chart_view_emit_brushed (BhChartView *self, const char *text);

G_END_DECLS
