/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-figures.h"

gint64
bh_test_at (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", &error);
  gint64 instant;

  g_assert_no_error (error);
  instant = bh_office_time_parse (time, text, &error);
  g_assert_no_error (error);

  return instant;
}

typedef struct
{
  BhOffice *office;
  const BhPeriod *period;
  gint64 as_of;
  BhFigureBy by;
  BhTicketFilter *filter;
  BhFigureSet wanted;
} Request;

static gpointer
compute_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Request *request = user_data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, request->office, request->as_of, BH_INSIGHT_EXACT, cancellable);

  return bh_figures_compute (insight, request->period, request->by, request->filter,
                             request->wanted, error);
}

GPtrArray *
bh_test_figures (
    BhTestStore *office, const BhPeriod *period, gint64 as_of, BhFigureBy by, const char *filter)
{
  return bh_test_figures_wanted (office, period, as_of, by, filter, BH_FIGURES_ALL);
}

GPtrArray *
bh_test_figures_wanted (BhTestStore *office,
                        const BhPeriod *period,
                        gint64 as_of,
                        BhFigureBy by,
                        const char *filter,
                        BhFigureSet wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (filter, &error);
  Request request = { snapshot, period, as_of, by, parsed, wanted };
  GPtrArray *groups;

  g_assert_no_error (error);
  groups = bh_store_read (office->store, compute_in_worker, &request, NULL, &error);
  g_assert_no_error (error);

  return groups;
}
