/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-charts.h"

#include "draw/bh-pareto-chart.h"
#include "draw/bh-trend-chart.h"

BhInsightQuestion *
bh_insight_question_new (BhOffice *office, BhTicketFilter *filter)
{
  BhInsightQuestion *self;

  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  self = g_atomic_rc_box_new0 (BhInsightQuestion);
  self->office = g_object_ref (office);
  self->filter = bh_ticket_filter_ref (filter);

  return self;
}

void
bh_insight_question_clear (gpointer question)
{
  BhInsightQuestion *self = question;

  g_object_unref (self->office);
  bh_ticket_filter_unref (self->filter);
}

BhChart *
bh_insight_read_trend (BhConnection *connection,
                       gpointer question,
                       gboolean quick,
                       gboolean *exact,
                       GCancellable *cancellable,
                       GError **error)
{
  BhInsightQuestion *self = question;
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_resolve (self->filter, self->office, error);
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, self->office, self->as_of,
                        quick ? BH_INSIGHT_QUICK : BH_INSIGHT_EXACT, cancellable);
  g_autoptr (BhTrend) trend = NULL;

  if (filter == NULL)
    return NULL;
  trend = bh_trend_compute (insight, self->figure, self->month, BH_TREND_MONTHS, filter, error);
  if (trend == NULL)
    return NULL;
  *exact = trend->exact;

  return bh_trend_chart_new (trend, self->office);
}

BhChart *
bh_insight_read_pareto (BhConnection *connection,
                        gpointer question,
                        gboolean quick,
                        gboolean *exact,
                        GCancellable *cancellable,
                        GError **error)
{
  BhInsightQuestion *self = question;
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_resolve (self->filter, self->office, error);
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, self->office, self->as_of, BH_INSIGHT_EXACT, cancellable);
  g_autoptr (BhPareto) pareto = NULL;
  BhPeriod period = { 0 };
  gboolean known
      = bh_office_time_get_month (bh_office_get_time (self->office), self->month, &period);

  g_assert (known);
  if (filter == NULL)
    return NULL;
  pareto = bh_pareto_compute (insight, &period, filter, self->level, error);

  return pareto != NULL ? bh_pareto_chart_new (pareto, self->office) : NULL;
}
