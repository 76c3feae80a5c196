/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-report-preview-reader.h"

#include "exchange/bh-report-sentences.h"
#include "ui/insight/bh-insight-look.h"

typedef struct
{
  BhStore *store;          /* (owned) */
  BhReportRequest request; /* its filter is owned */
  BhInsightMode mode;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  g_clear_pointer (&job->request.filter, bh_ticket_filter_unref);
  g_free (job);
}

void
bh_report_preview_data_free (BhReportPreviewData *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  g_free (self);
}

/* Returns: FALSE with @error, or without where nothing was kept */
static gboolean
fill (BhReportPreviewData *data, BhInsight *insight, const BhReportRequest *request, GError **error)
{
  BhOfficeTime *time = bh_insight_get_time (insight);
  BhScorecardPeriods periods;
  BhPeriod period;

  if (!bh_report_kind_get_period (request->kind, request->month, time, &period))
    return FALSE;
  bh_scorecard_periods_init (&periods, time, &period);
  data->rows
      = bh_scorecard_compute (insight, &periods, request->filter, bh_figures_get_main (), error);
  if (data->rows == NULL)
    return FALSE;
  data->is_empty = bh_report_sentences_is_empty (data->rows);
  data->sentences = bh_report_sentences_from_card (insight, request, &period, data->rows, error);

  return data->sentences != NULL;
}

static gpointer
compute (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Job *job = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (job->store);
  g_autoptr (BhInsightLook) look = bh_insight_look_new (office, job->request.filter);
  g_autoptr (BhInsight) insight = NULL;
  g_autoptr (BhReportPreviewData) data = g_new0 (BhReportPreviewData, 1);

  look->store = g_object_ref (job->store);
  look->as_of = job->request.as_of;
  insight = bh_insight_look_begin (look, connection, job->mode, cancellable);
  if (!fill (data, insight, &job->request, error) && (error == NULL || *error == NULL))
    {
      g_clear_pointer (&data->rows, g_ptr_array_unref);
      return g_steal_pointer (&data);
    }
  if (data->sentences == NULL)
    return NULL;
  data->complete = bh_insight_is_complete (insight);

  return g_steal_pointer (&data);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  BhReportPreviewData *data = bh_store_read (job->store, compute, job, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (data->rows == NULL)
    {
      bh_report_preview_data_free (data);
      g_task_return_pointer (task, NULL, NULL);
    }
  else
    g_task_return_pointer (task, data, (GDestroyNotify) bh_report_preview_data_free);
}

void
bh_report_preview_read_async (BhStore *store,
                              const BhReportRequest *request,
                              BhInsightMode mode,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (BH_IS_STORE (store));
  g_return_if_fail (request != NULL && request->filter != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_report_preview_read_async);
  job = g_new0 (Job, 1);
  job->store = g_object_ref (store);
  job->request = *request;
  job->request.filter = bh_ticket_filter_ref (request->filter);
  job->mode = mode;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_in_thread);
}

BhReportPreviewData *
bh_report_preview_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
