/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-report-looker.h"

#include "base/bh-clock.h"
#include "exchange/bh-report-target.h"

#include <glib/gstdio.h>

typedef struct
{
  char *database; /* (owned) */
  char *path;     /* (owned) */
} Job;

static void
job_free (Job *job)
{
  g_free (job->database);
  g_free (job->path);
  g_free (job);
}

void
bh_report_look_free (BhReportLook *self)
{
  g_free (self->other_path);
  g_free (self);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *folder = g_path_get_dirname (job->path);
  g_autofree char *name = g_path_get_basename (job->path);
  guint64 room = bh_report_target_guess_room (job->database);
  GError *error = NULL;
  BhReportLook *look;
  GStatBuf status;

  if (!bh_report_target_check (folder, room, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  look = g_new0 (BhReportLook, 1);
  look->other_path = bh_report_target_dup_free_path (folder, name);
  if (g_stat (job->path, &status) == 0)
    look->changed_at = (gint64) status.st_mtime * BH_USEC_PER_SEC;
  g_task_return_pointer (task, look, (GDestroyNotify) bh_report_look_free);
}

void
bh_report_look_async (const char *database,
                      const char *path,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (database != NULL && path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_report_look_async);
  job = g_new0 (Job, 1);
  job->database = g_strdup (database);
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, look_in_thread);
}

BhReportLook *
bh_report_look_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
