/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-overview-reader.h"

typedef struct
{
  BhStore *store;      /* (owned) */
  BhInsightLook *look; /* (owned) */
  BhInsightMode mode;
  gboolean complete;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  bh_insight_look_unref (job->look);
  g_free (job);
}

static gpointer
compute (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Job *job = user_data;
  BhInsightLook *look = job->look;
  g_autoptr (BhInsight) insight = bh_insight_look_begin (look, connection, job->mode, cancellable);
  gboolean with_lines = job->mode != BH_INSIGHT_QUICK;
  GPtrArray *headlines
      = bh_headlines_compute (insight, &look->period, &look->compare,
                              bh_insight_look_get_filter (look, NULL), with_lines, error);

  job->complete = with_lines && bh_insight_is_complete (insight);
  /* Nothing was kept. */
  if (headlines == NULL && job->mode == BH_INSIGHT_KEPT && (error == NULL || *error == NULL))
    headlines = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_headline_free);

  return headlines;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  GPtrArray *headlines = bh_store_read (job->store, compute, job, cancellable, &error);

  if (headlines != NULL)
    g_task_return_pointer (task, headlines, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
bh_overview_read_async (BhStore *store,
                        BhInsightLook *look,
                        BhInsightMode mode,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (BH_IS_STORE (store));
  g_return_if_fail (look != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_overview_read_async);
  job = g_new0 (Job, 1);
  job->store = g_object_ref (store);
  job->look = bh_insight_look_ref (look);
  job->mode = mode;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_in_thread);
}

GPtrArray *
bh_overview_read_finish (GAsyncResult *result, gboolean *complete, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (complete != NULL, NULL);

  *complete = ((Job *) g_task_get_task_data (G_TASK (result)))->complete;

  return g_task_propagate_pointer (G_TASK (result), error);
}
