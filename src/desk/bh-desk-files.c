/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-files.h"

#include "base/bh-i18n.h"
#include "storage/bh-file-store.h"
#include "storage/bh-settings.h"

#define MEGABYTE (1024 * 1024)

/* A file on its way into the store. */
typedef struct
{
  BhStore *store; /* (owned) */
  GFile *file;    /* (owned) (nullable) */
  GBytes *bytes;  /* (owned) (nullable) */
  char *name;     /* (owned) */
  BhProgressFunc progress;
  gpointer progress_data;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->store);
  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->name);
  g_free (job);
}

static gpointer
read_limit (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return bh_settings_get (connection, "attachment-megabytes", error);
}

/* What is not on a disk here, as in a phone or a share, comes through its own door. */
static BhStoredFile *
add_from_elsewhere (const char *folder, Job *job, const BhFileAdding *how, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (job->file, how->cancellable, &cause);

  if (stream == NULL)
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
                   _ ("“%s” cannot be read (%s). Choose another file."), job->name, cause->message);
      return NULL;
    }

  return bh_file_store_add_stream (folder, G_INPUT_STREAM (stream), job->name, -1, how, error);
}

static BhStoredFile *
add (const char *folder, Job *job, const BhFileAdding *how, GError **error)
{
  const char *path = job->file != NULL ? g_file_peek_path (job->file) : NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (path != NULL)
    return bh_file_store_add (folder, path, how, error);
  if (job->file != NULL)
    return add_from_elsewhere (folder, job, how, error);

  stream = g_memory_input_stream_new_from_bytes (job->bytes);

  return bh_file_store_add_stream (folder, stream, job->name,
                                   (gint64) g_bytes_get_size (job->bytes), how, error);
}

static void
store_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *folder = bh_file_store_dup_folder (bh_store_get_path (job->store));
  BhFileAdding how
      = { .progress = job->progress, .user_data = job->progress_data, .cancellable = cancellable };
  GError *error = NULL;
  g_autofree char *limit = bh_store_read (job->store, read_limit, NULL, cancellable, &error);
  g_autoptr (BhStoredFile) file = NULL;

  if (limit != NULL)
    {
      how.limit = g_ascii_strtoll (limit, NULL, 10) * MEGABYTE;
      file = add (folder, job, &how, &error);
    }
  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup_printf ("%s/%s", file->hash, job->name), g_free);
}

static void
start (BhDesk *self,
       Job *job,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  job->store = g_object_ref (bh_desk_get_store (self));
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, store_in_worker);
}

void
bh_desk_store_file_async (BhDesk *self,
                          GFile *file,
                          BhProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autofree char *name = NULL;
  Job *job;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (G_IS_FILE (file));

  name = g_file_get_basename (file);
  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->name = g_filename_display_name (name);
  job->progress = progress;
  job->progress_data = progress_data;
  start (self, job, cancellable, callback, user_data);
}

void
bh_desk_store_bytes_async (BhDesk *self,
                           GBytes *bytes,
                           const char *name,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Job *job;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (bytes != NULL && name != NULL);

  job = g_new0 (Job, 1);
  job->bytes = g_bytes_ref (bytes);
  job->name = g_strdup (name);
  start (self, job, cancellable, callback, user_data);
}

char *
bh_desk_store_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (BH_IS_DESK (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
bh_desk_dup_file_path (BhDesk *self, const char *hash)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (BH_IS_DESK (self), NULL);

  folder = bh_file_store_dup_folder (bh_store_get_path (bh_desk_get_store (self)));

  return bh_file_store_dup_path (folder, hash);
}
