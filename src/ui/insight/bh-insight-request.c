/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-insight-request.h"

#include "storage/bh-ticket-repository.h"

BhInsightRequest *
bh_insight_request_new (BhInsightLook *look, BhTicketFilter *filter, const BhChartInfo *info)
{
  BhInsightRequest *self;

  g_return_val_if_fail (look != NULL && filter != NULL && info != NULL, NULL);

  self = g_atomic_rc_box_new0 (BhInsightRequest);
  self->look = bh_insight_look_ref (look);
  self->filter = bh_ticket_filter_ref (filter);
  self->info = info;
  self->has_tickets = TRUE;

  return self;
}

void
bh_insight_request_clear (gpointer request)
{
  BhInsightRequest *self = request;

  bh_insight_look_unref (self->look);
  bh_ticket_filter_unref (self->filter);
  g_free (self->variant);
}

void
bh_insight_request_unref (BhInsightRequest *self)
{
  g_atomic_rc_box_release_full (self, bh_insight_request_clear);
}

BhChart *
bh_insight_request_read (BhConnection *connection,
                         gpointer request,
                         BhInsightMode mode,
                         gboolean *complete,
                         GCancellable *cancellable,
                         GError **error)
{
  BhInsightRequest *self = request;
  const BhInsightLook *look = self->look;
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_resolve (self->filter, look->office, error);
  g_autoptr (BhInsight) insight = bh_insight_look_begin (look, connection, mode, cancellable);
  BhChartQuestion question = { .period = look->period,
                               .compare = look->compare,
                               .filter = filter,
                               .figure = self->figure,
                               .variant = self->variant };
  g_autoptr (BhChart) chart = NULL;

  if (filter == NULL)
    return NULL;
  chart = self->info->make (insight, &question, error);
  if (chart == NULL
      || (bh_chart_is_empty (chart)
          && !bh_ticket_repository_has_any (connection, &self->has_tickets, error)))
    return NULL;
  *complete = bh_insight_is_complete (insight);
  /* Where something is missing, nothing is shown yet. */
  if (bh_insight_has_gaps (insight))
    g_clear_object (&chart);

  return g_steal_pointer (&chart);
}
