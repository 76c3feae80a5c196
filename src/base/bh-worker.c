/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-worker.h"

/* One thread, one queue. The thread holds no reference on the worker: the worker joins it before
 * it goes, and the queue ends with a stop entry. */
struct _BhWorker
{
  GObject parent_instance;

  GThread *thread;    /* (owned) (nullable): NULL after the shutdown */
  GAsyncQueue *queue; /* (owned) of Job */
  guint64 pushed;     /* arrival number; protected by the queue's lock */
  gboolean closed;    /* protected by the queue's lock */
};

typedef struct
{
  GTask *task; /* (owned) (nullable): NULL stops the thread */
  BhWorkerFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
  guint64 arrival;
} Job;

G_DEFINE_FINAL_TYPE (BhWorker, bh_worker, G_TYPE_OBJECT)

static void
job_free (Job *job)
{
  if (job->destroy != NULL)
    job->destroy (job->user_data);
  g_clear_object (&job->task);
  g_free (job);
}

/* The stop entry comes last, whatever its arrival. */
static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *left = a, *right = b;

  if (left->task == NULL || right->task == NULL)
    return (left->task == NULL) - (right->task == NULL);

  if (g_task_get_priority (left->task) != g_task_get_priority (right->task))
    return g_task_get_priority (left->task) < g_task_get_priority (right->task) ? -1 : 1;

  return left->arrival < right->arrival ? -1 : 1;
}

static gpointer
run_in_worker (gpointer data)
{
  GAsyncQueue *queue = data;

  for (;;)
    {
      Job *job = g_async_queue_pop (queue);
      gboolean stop = job->task == NULL;

      if (!stop && !g_task_return_error_if_cancelled (job->task))
        job->func (job->task, job->user_data);

      job_free (job);
      if (stop)
        break;
    }

  g_async_queue_unref (queue);

  return NULL;
}

static void
bh_worker_finalize (GObject *object)
{
  BhWorker *self = BH_WORKER (object);

  bh_worker_shutdown (self);
  g_clear_pointer (&self->queue, g_async_queue_unref);

  G_OBJECT_CLASS (bh_worker_parent_class)->finalize (object);
}

static void
bh_worker_class_init (BhWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_worker_finalize;
}

static void
bh_worker_init (BhWorker *self)
{
  self->queue = g_async_queue_new ();
}

BhWorker *
bh_worker_new (const char *name)
{
  BhWorker *self = g_object_new (BH_TYPE_WORKER, NULL);

  self->thread = g_thread_new (name, run_in_worker, g_async_queue_ref (self->queue));

  return self;
}

void
bh_worker_push (
    BhWorker *self, GTask *task, BhWorkerFunc func, gpointer user_data, GDestroyNotify destroy)
{
  Job *job;
  gboolean closed;

  g_return_if_fail (BH_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  job = g_new0 (Job, 1);
  job->task = g_object_ref (task);
  job->func = func;
  job->user_data = user_data;
  job->destroy = destroy;

  g_async_queue_lock (self->queue);
  closed = self->closed;
  job->arrival = ++self->pushed;
  if (!closed)
    g_async_queue_push_sorted_unlocked (self->queue, job, compare_jobs, NULL);
  g_async_queue_unlock (self->queue);

  if (closed)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The database is closed");
      job_free (job);
    }
}

void
bh_worker_shutdown (BhWorker *self)
{
  gboolean inside;

  g_return_if_fail (BH_IS_WORKER (self));

  if (self->thread == NULL)
    return;

  inside = bh_worker_is_current (self);
  g_async_queue_lock (self->queue);
  self->closed = TRUE;
  g_async_queue_push_sorted_unlocked (self->queue, g_new0 (Job, 1), compare_jobs, NULL);
  g_async_queue_unlock (self->queue);

  if (inside)
    g_thread_unref (g_steal_pointer (&self->thread));
  else
    g_thread_join (g_steal_pointer (&self->thread));
}

gboolean
bh_worker_is_current (BhWorker *self)
{
  g_return_val_if_fail (BH_IS_WORKER (self), FALSE);

  return self->thread == g_thread_self ();
}
