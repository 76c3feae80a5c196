/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-store-private.h"

#include "storage/bh-figure-marks.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-work-private.h"

/* Transactions in the writer's thread. Each leaves at most one change notice: posted before the
 * task returns, or handed to the caller who waits and emits it. */

typedef struct
{
  BhWriteFunc func;
  gpointer user_data;     /* (owned) where there is a destroy */
  GDestroyNotify destroy; /* (nullable) */
  gboolean waits;         /* the caller waits, and emits the notice */
  BhStoreNotice *notice;  /* (owned) (nullable): for the caller who waits */
} Job;

static void
job_free (Job *job)
{
  if (job->destroy != NULL)
    job->destroy (job->user_data);
  g_free (job);
}

/* Another process may have written since the last look: its ids and its office count. Inside of a
 * transaction, so that it stays true. */
static gboolean
look_for_others (BhStore *self, gboolean *others, GError **error)
{
  g_autoptr (BhOffice) office = NULL;
  gint64 version, stamp;

  *others = FALSE;
  if (!bh_connection_get_single (self->write_connection, "PRAGMA data_version", &version, error))
    return FALSE;
  if (version == self->data_version)
    return TRUE;
  /* What it kept of figures is no news. */
  if (!bh_figure_marks_sum_all (self->write_connection, &stamp, error))
    return FALSE;
  if (stamp == self->stamp)
    {
      self->data_version = version;
      return TRUE;
    }

  office = bh_register_load_office (self->write_connection, error);
  if (office == NULL || !bh_store_advance_ids (self, error))
    return FALSE;

  self->data_version = version;
  self->stamp = stamp;
  bh_store_set_office (self, office);
  *others = TRUE;

  return TRUE;
}

void
bh_store_watch_in_worker (GTask *task, gpointer user_data)
{
  BhStore *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean others = FALSE;

  if (bh_connection_begin_read (self->write_connection, &error))
    {
      look_for_others (self, &others, &error);
      bh_connection_rollback (self->write_connection);
    }
  if (others)
    bh_store_post (self, bh_store_notice_new (NULL, TRUE));

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* What a BhWriteFunc did becomes what everybody sees. */
static gboolean
finish_work (BhStore *self, BhWork *work, GError **error)
{
  return bh_work_finish (work, error) && bh_work_get_office (work, error) != NULL
         && bh_connection_commit (self->write_connection, error);
}

static gboolean
run_work (BhStore *self, Job *job, BhWork *work, GError **error)
{
  gboolean done;

  bh_connection_set_cancellable (self->write_connection, bh_work_get_cancellable (work));
  done = job->func (work, job->user_data, error) && finish_work (self, work, error);
  bh_connection_set_cancellable (self->write_connection, NULL);

  return done;
}

/* @notice: (out) (transfer full) (nullable) */
static gboolean
run_transaction (
    BhStore *self, Job *job, GCancellable *cancellable, BhStoreNotice **notice, GError **error)
{
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (BhWork) work = NULL;
  gboolean others = FALSE;

  *notice = NULL;
  if (!bh_connection_begin_write (self->write_connection, error))
    return FALSE;

  if (look_for_others (self, &others, error))
    {
      office = bh_store_dup_office (self);
      work = bh_work_new (self->write_connection, self->clock, self->ids, office, cancellable);
      if (run_work (self, job, work, error))
        {
          self->stamp += bh_work_count_marks (work);
          bh_store_set_office (self, bh_work_peek_office (work));
          *notice = bh_store_notice_new (work, others);
          return TRUE;
        }
    }
  bh_connection_rollback (self->write_connection);
  if (others)
    *notice = bh_store_notice_new (NULL, TRUE);

  return FALSE;
}

static void
write_in_worker (GTask *task, gpointer user_data)
{
  BhStore *self = g_task_get_source_object (task);
  Job *job = user_data;
  GError *error = NULL;
  BhStoreNotice *notice;
  gboolean done = run_transaction (self, job, g_task_get_cancellable (task), &notice, &error);

  if (job->waits)
    job->notice = notice;
  else if (notice != NULL)
    bh_store_post (self, notice);

  if (done)
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
                             "a transaction failed without saying why");
}

/* What was committed is done, even if somebody cancelled in the last moment. */
static GTask *
make_task (BhStore *self,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer callback_data)
{
  GTask *task = g_task_new (self, cancellable, callback, callback_data);

  g_task_set_check_cancellable (task, FALSE);

  return task;
}

void
bh_store_write_async (BhStore *self,
                      BhWriteFunc func,
                      gpointer user_data,
                      GDestroyNotify destroy,
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

  task = make_task (self, cancellable, callback, callback_data);
  g_task_set_source_tag (task, bh_store_write_async);
  g_task_set_priority (task, priority);
  bh_worker_push (self->writer, task, write_in_worker, job, (GDestroyNotify) job_free);
}

gboolean
bh_store_write_finish (BhStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

/* Runs a job in the writer's thread, waiting in a main context of its own. */
static gboolean
run_and_wait (
    BhStore *self, BhWorkerFunc func, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = NULL;

  g_main_context_push_thread_default (context);
  task = make_task (self, cancellable, done_cb, &result);
  bh_worker_push (self->writer, task, func, data, NULL);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
bh_store_write (
    BhStore *self, BhWriteFunc func, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Job job = { func, user_data, NULL, TRUE, NULL };
  gboolean done;

  g_return_val_if_fail (BH_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (self->writer == NULL || !bh_worker_is_current (self->writer), FALSE);

  done = run_and_wait (self, write_in_worker, &job, cancellable, error);
  if (job.notice == NULL)
    return done;

  if (g_main_context_acquire (self->context))
    {
      bh_store_emit (self, job.notice);
      g_main_context_release (self->context);
    }
  else
    bh_store_post (self, job.notice);

  return done;
}

static void
set_seed_in_worker (GTask *task, gpointer user_data)
{
  BhStore *self = g_task_get_source_object (task);

  bh_id_source_set_seed (self->ids, *(const guint64 *) user_data);
  g_task_return_boolean (task, TRUE);
}

void
bh_store_set_seed (BhStore *self, guint64 seed)
{
  g_return_if_fail (BH_IS_STORE (self));

  run_and_wait (self, set_seed_in_worker, &seed, NULL, NULL);
}
