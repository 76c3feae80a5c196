/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"
#include "storage/bh-connection.h"
#include "ui/insight/bh-insight-look.h"

G_BEGIN_DECLS

/**
 * BhInsightRequest:
 * @look: (owned)
 * @filter: (owned): of which tickets
 * @info: the chart
 * @figure: of a chart that has one
 * @variant: (owned) (nullable)
 * @has_tickets: set by the reading where the chart is empty: whether the office has any ticket
 *
 * What a chart is asked for, on its way to another thread and back.
 */
typedef struct
{
  BhInsightLook *look;
  BhTicketFilter *filter;
  const BhChartInfo *info;
  BhFigureId figure;
  char *variant;
  gboolean has_tickets;
} BhInsightRequest;

/** bh_insight_request_new: Returns: (transfer full): to be filled in; for bh_chart_panel_read(),
 * together with bh_insight_request_clear() */
BhInsightRequest *
bh_insight_request_new (BhInsightLook *look, BhTicketFilter *filter, const BhChartInfo *info);
void bh_insight_request_clear (gpointer request);
void bh_insight_request_unref (BhInsightRequest *self);

/** bh_insight_request_read: a #BhChartReadFunc */
BhChart *bh_insight_request_read (BhConnection *connection,
                                  gpointer request,
                                  BhInsightMode mode,
                                  gboolean *complete,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
