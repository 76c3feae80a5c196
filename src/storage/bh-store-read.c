/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-store-private.h"

#include "storage/bh-schema.h"

#define MAX_IDLE_READERS 2

/* Read transactions, in the reader's thread or on a connection of the caller's own. */

typedef struct
{
  BhReadFunc func;
  gpointer user_data;         /* (owned) where there is a destroy */
  GDestroyNotify destroy;     /* (nullable) */
  GDestroyNotify result_free; /* (nullable) */
} Job;

static void
job_free (Job *job)
{
  if (job->destroy != NULL)
    job->destroy (job->user_data);
  g_free (job);
}

static gpointer
run_transaction (BhConnection *connection,
                 BhReadFunc func,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  gpointer result = NULL;

  bh_connection_set_cancellable (connection, cancellable);
  if (bh_connection_begin_read (connection, error))
    {
      result = func (connection, user_data, cancellable, error);
      bh_connection_rollback (connection);
    }
  bh_connection_set_cancellable (connection, NULL);

  return result;
}

static void
read_in_worker (GTask *task, gpointer user_data)
{
  BhStore *self = g_task_get_source_object (task);
  Job *job = user_data;
  GError *error = NULL;
  gpointer result = run_transaction (self->read_connection, job->func, job->user_data,
                                     g_task_get_cancellable (task), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->result_free);
}

void
bh_store_read_async (BhStore *self,
                     BhReadFunc func,
                     gpointer user_data,
                     GDestroyNotify destroy,
                     GDestroyNotify result_free,
                     int priority,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer callback_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (BH_IS_STORE (self));
  g_return_if_fail (func != NULL);

  job = g_new0 (Job, 1);
  job->func = func;
  job->user_data = user_data;
  job->destroy = destroy;
  job->result_free = result_free;

  task = g_task_new (self, cancellable, callback, callback_data);
  g_task_set_source_tag (task, bh_store_read_async);
  g_task_set_priority (task, priority);
  bh_worker_push (self->reader, task, read_in_worker, job, (GDestroyNotify) job_free);
}

gpointer
bh_store_read_finish (BhStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

BhConnection *
bh_store_open_reader (BhStore *self, GError **error)
{
  BhSqliteConnection *connection;

  g_return_val_if_fail (BH_IS_STORE (self), NULL);

  connection = bh_sqlite_connection_open (self->path, BH_SQLITE_READ, BH_SCHEMA_VERSION, error);

  return connection != NULL ? BH_CONNECTION (connection) : NULL;
}

static BhConnection *
take_reader (BhStore *self, GError **error)
{
  BhConnection *reader = NULL;
  gboolean closed;

  g_mutex_lock (&self->lock);
  closed = self->closed;
  if (!closed && self->idle_readers->len > 0)
    reader = g_ptr_array_steal_index_fast (self->idle_readers, self->idle_readers->len - 1);
  g_mutex_unlock (&self->lock);

  if (closed)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The database is closed");
      return NULL;
    }

  return reader != NULL ? reader : bh_store_open_reader (self, error);
}

static void
give_back_reader (BhStore *self, BhConnection *reader)
{
  g_mutex_lock (&self->lock);
  if (!self->closed && self->idle_readers->len < MAX_IDLE_READERS)
    g_ptr_array_add (self->idle_readers, g_steal_pointer (&reader));
  g_mutex_unlock (&self->lock);

  g_clear_object (&reader);
}

gpointer
bh_store_read (
    BhStore *self, BhReadFunc func, gpointer user_data, GCancellable *cancellable, GError **error)
{
  BhConnection *reader;
  gpointer result;

  g_return_val_if_fail (BH_IS_STORE (self), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  reader = take_reader (self, error);
  if (reader == NULL)
    return NULL;

  result = run_transaction (reader, func, user_data, cancellable, error);
  give_back_reader (self, reader);

  return result;
}
