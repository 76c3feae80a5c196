/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BhChartPicture:
 *
 * A chart as it is drawn in a widget: keeps its style, and the drawing until chart, size or style
 * change, so that moving over it costs little. The memory of a #BhChartView.
 */
typedef struct
{
  BhChart *chart;      /* (owned) (nullable) */
  BhChartStyle *style; /* (owned) (nullable): NULL when it has to be made anew */
  gboolean *selected;  /* (owned) (nullable): one a mark; NULL: none is selected */
  GskRenderNode *node; /* (owned) (nullable): the chart as it was drawn */
} BhChartPicture;

void bh_chart_picture_clear (BhChartPicture *self);
/** bh_chart_picture_set_chart: @chart: (transfer none) (nullable) */
void bh_chart_picture_set_chart (BhChartPicture *self, BhChart *chart);
/** bh_chart_picture_set_selected: @selected: (nullable) (transfer none): one a mark; the others are
 * pale */
void bh_chart_picture_set_selected (BhChartPicture *self, const gboolean *selected);
/** bh_chart_picture_forget_style: the widget looks different now */
void bh_chart_picture_forget_style (BhChartPicture *self);
/** bh_chart_picture_get_style: Returns: (transfer none): of @widget */
const BhChartStyle *bh_chart_picture_get_style (BhChartPicture *self, GtkWidget *widget);

/** bh_chart_picture_snapshot: draws it at the size of @widget */
void bh_chart_picture_snapshot (BhChartPicture *self, GtkWidget *widget, GtkSnapshot *snapshot);
/** bh_chart_picture_snapshot_cursor: shows that mark @mark is meant; @focused: by the keyboard */
void bh_chart_picture_snapshot_cursor (
    BhChartPicture *self, GtkWidget *widget, GtkSnapshot *snapshot, guint mark, gboolean focused);

G_END_DECLS
