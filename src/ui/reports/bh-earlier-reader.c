/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-earlier-reader.h"

typedef struct
{
  BhStore *store; /* (owned) */
  gint64 id;      /* of what is compared, 0 for the list */
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  g_free (job);
}

static void
earlier_report_free (gpointer data)
{
  BhEarlierReport *report = data;

  bh_report_record_free (report->record);
  g_free (report);
}

void
bh_earlier_comparison_free (BhEarlierComparison *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->record, bh_report_record_free);
  g_free (self);
}

static gpointer
read_records (BhConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  return bh_report_records_list (connection, error);
}

/* The database is left alone before the disks are looked at. */
static GPtrArray *
list (BhStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) records = bh_store_read (store, read_records, NULL, cancellable, error);
  g_autoptr (GHashTable) paths = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *reports;

  if (records == NULL)
    return NULL;

  reports = g_ptr_array_new_with_free_func (earlier_report_free);
  while (records->len > 0)
    {
      BhEarlierReport *report = g_new (BhEarlierReport, 1);

      report->record = g_ptr_array_steal_index (records, 0);
      report->replaced = !g_hash_table_add (paths, report->record->path);
      report->there = !report->replaced && g_file_test (report->record->path, G_FILE_TEST_EXISTS);
      g_ptr_array_add (reports, report);
    }

  return reports;
}

static gboolean
check_newest (BhConnection *connection, BhEarlierComparison *self, GError **error)
{
  const BhReportRecord *record = self->record;
  g_autoptr (BhReportRecord) newest = NULL;

  if (!bh_report_records_find (connection, record->kind, record->month, record->scope, G_MAXINT64,
                               &newest, error))
    return FALSE;
  self->is_newest = newest == NULL || newest->id == record->id;

  return TRUE;
}

static gpointer
compare_in_read (BhConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  Job *job = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (job->store);
  g_autoptr (BhEarlierComparison) self = g_new0 (BhEarlierComparison, 1);
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, office, bh_clock_now (bh_store_get_clock (job->store)),
                        BH_INSIGHT_EXACT, cancellable);
  g_autoptr (BhFigureMemo) memo = bh_figure_memo_new (insight);

  bh_figure_memo_set_wanted (memo, bh_figures_get_main ());
  self->record = bh_report_records_load (connection, job->id, error);
  if (self->record == NULL)
    return NULL;
  self->is_whole = bh_report_record_is_whole (self->record);
  self->lines = bh_report_compare_compute (insight, self->record, memo, error);
  if (self->lines == NULL || !check_newest (connection, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *reports = list (((Job *) task_data)->store, cancellable, &error);

  if (reports != NULL)
    g_task_return_pointer (task, reports, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  Job *job = task_data;
  BhEarlierComparison *self = bh_store_read (job->store, compare_in_read, job, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) bh_earlier_comparison_free);
  else
    g_task_return_error (task, error);
}

static void
run (BhStore *store,
     gint64 id,
     GTaskThreadFunc func,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (store);
  job->id = id;
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, func);
}

void
bh_earlier_list_async (BhStore *store,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (BH_IS_STORE (store));

  run (store, 0, list_in_thread, cancellable, callback, user_data);
}

GPtrArray *
bh_earlier_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
bh_earlier_compare_async (BhStore *store,
                          gint64 id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (BH_IS_STORE (store));

  run (store, id, compare_in_thread, cancellable, callback, user_data);
}

BhEarlierComparison *
bh_earlier_compare_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
