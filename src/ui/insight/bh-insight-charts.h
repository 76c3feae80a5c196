/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart.h"
#include "insight/bh-pareto.h"
#include "insight/bh-trend.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/**
 * BhInsightQuestion:
 * @office: (owned)
 * @filter: (owned): of which tickets
 * @month: year * 100 + month: the last one of a trend, that of a Pareto
 * @as_of: what happened later is not known
 * @figure: of a trend
 * @level: of a Pareto
 *
 * What is asked of the charts of the Insight page. Made by bh_insight_question_new(), and then
 * filled in.
 */
typedef struct
{
  BhOffice *office;
  BhTicketFilter *filter;
  int month;
  gint64 as_of;
  BhFigureId figure;
  BhParetoLevel level;
} BhInsightQuestion;

/** bh_insight_question_new: Returns: (transfer full): for bh_chart_reader_read(), together with
 * bh_insight_question_clear() */
BhInsightQuestion *bh_insight_question_new (BhOffice *office, BhTicketFilter *filter);
void bh_insight_question_clear (gpointer question);

/* Each is a #BhChartReadFunc. */
BhChart *bh_insight_read_trend (BhConnection *connection,
                                gpointer question,
                                gboolean quick,
                                gboolean *exact,
                                GCancellable *cancellable,
                                GError **error);
BhChart *bh_insight_read_pareto (BhConnection *connection,
                                 gpointer question,
                                 gboolean quick,
                                 gboolean *exact,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
