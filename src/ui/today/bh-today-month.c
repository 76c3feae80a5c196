/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/today/bh-today-month.h"

#include "insight/bh-figure-filter.h"

typedef struct
{
  BhStore *store;   /* (owned) */
  BhOffice *office; /* (owned) */
  gint64 as_of;
  BhInsightMode mode;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  g_object_unref (job->office);
  g_free (job);
}

void
bh_today_month_free (BhTodayMonth *month)
{
  g_clear_pointer (&month->rows, g_ptr_array_unref);
  g_free (month);
}

static gpointer
compute (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Job *job = user_data;
  g_autoptr (BhTodayMonth) self = g_new0 (BhTodayMonth, 1);
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, job->office, job->as_of, job->mode, cancellable);
  BhOfficeTime *time = bh_office_get_time (job->office);
  g_autoptr (GError) failure = NULL;
  BhScorecardPeriods periods;
  BhLocalTime local;

  bh_insight_set_store (insight, job->store);
  bh_office_time_split (time, job->as_of, &local);
  self->month = local.month;
  self->as_of = job->as_of;
  bh_office_time_get_month (time, local.month, &self->period);
  bh_scorecard_periods_init (&periods, time, &self->period);
  self->rows = bh_scorecard_compute (insight, &periods, NULL, BH_SCORECARD_LOAD, &failure);
  if (bh_insight_has_gaps (insight))
    g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->is_current = job->mode != BH_INSIGHT_KEPT || bh_insight_is_complete (insight);
  if (failure == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

static void
load_in_worker (GTask *task, gpointer user_data)
{
  Job *job = user_data;
  GError *error = NULL;
  BhTodayMonth *month
      = bh_store_read (job->store, compute, job, g_task_get_cancellable (task), &error);

  if (month != NULL)
    g_task_return_pointer (task, month, (GDestroyNotify) bh_today_month_free);
  else
    g_task_return_error (task, error);
}

void
bh_today_month_load_async (BhWorker *worker,
                           BhStore *store,
                           gint64 as_of,
                           BhInsightMode mode,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (BH_IS_WORKER (worker));
  g_return_if_fail (BH_IS_STORE (store));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_today_month_load_async);
  job = g_new0 (Job, 1);
  job->store = g_object_ref (store);
  job->office = bh_store_dup_office (store);
  job->as_of = as_of;
  job->mode = mode;
  bh_worker_push (worker, task, load_in_worker, job, (GDestroyNotify) job_free);
}

BhTodayMonth *
bh_today_month_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

BhTicketFilter *
bh_today_month_dup_filter (BhTodayMonth *self, BhScorecardRow *row, BhOffice *office)
{
  g_autoptr (BhTicketFilter) scope = NULL;

  g_return_val_if_fail (self != NULL && row != NULL, NULL);
  g_return_val_if_fail (BH_IS_OFFICE (office), NULL);

  if (row->problem != NULL)
    return NULL;
  scope = bh_ticket_filter_parse (row->filter, NULL);
  if (scope == NULL)
    return NULL;

  return bh_figure_filter (row->id, &self->period, bh_office_get_time (office), scope, NULL);
}
