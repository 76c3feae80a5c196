/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-report-job.h"

#include "exchange/bh-report.h"

/* What the thread works with. It outlives the job where the job was cancelled. */
typedef struct
{
  BhStore *store; /* (owned) */
  int month;
  gint64 as_of;
  char *path;                /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GWeakRef job;
  GApplication *application; /* (owned) (nullable): is held until the file is whole or gone */

  GMutex lock;
  double fraction;    /* guarded by lock */
  const char *what;   /* guarded by lock; static text */
  gboolean is_queued; /* guarded by lock: the main thread will look */
} Work;

struct _BhReportJob
{
  GObject parent_instance;

  Work *work; /* (owned): one reference */
  gboolean ended;
};

G_DEFINE_FINAL_TYPE (BhReportJob, bh_report_job, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_PROGRESS,
  SIGNAL_ENDED,
} Signal;

static guint signals[SIGNAL_ENDED + 1];

static void
work_clear (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->store);
  g_clear_object (&work->cancellable);
  g_clear_pointer (&work->path, g_free);
  g_weak_ref_clear (&work->job);
  g_mutex_clear (&work->lock);
}

static void
work_unref (Work *work)
{
  g_atomic_rc_box_release_full (work, work_clear);
}

static gboolean
tell_progress_cb (gpointer data)
{
  Work *work = data;
  g_autoptr (BhReportJob) self = g_weak_ref_get (&work->job);
  const char *what;
  double fraction;

  g_mutex_lock (&work->lock);
  work->is_queued = FALSE;
  fraction = work->fraction;
  what = work->what;
  g_mutex_unlock (&work->lock);
  if (self != NULL && !self->ended)
    g_signal_emit (self, signals[SIGNAL_PROGRESS], 0, fraction, what);

  return G_SOURCE_REMOVE;
}

/* In the thread. However often it is called, the main thread is asked once until it has looked. */
static void
progress_cb (double fraction, const char *what, gpointer data)
{
  Work *work = data;
  gboolean queue;

  g_mutex_lock (&work->lock);
  work->fraction = fraction;
  work->what = what;
  queue = !work->is_queued;
  work->is_queued = TRUE;
  g_mutex_unlock (&work->lock);
  if (queue)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_progress_cb, g_atomic_rc_box_acquire (work),
                     (GDestroyNotify) work_unref);
}

static gpointer
write_in_worker (BhConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  Work *work = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (work->store);
  BhReportRequest request = { .month = work->month, .as_of = work->as_of, .made_at = work->as_of };

  return bh_report_write (connection, office, &request, work->path, progress_cb, work, cancellable,
                          error)
             ? work
             : NULL;
}

static gboolean
release_cb (gpointer data)
{
  g_application_release (data);

  return G_SOURCE_REMOVE;
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr (GError) error = NULL;

  bh_store_read (work->store, write_in_worker, work, cancellable, &error);
  if (work->application != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, release_cb, g_steal_pointer (&work->application),
                     g_object_unref);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BhReportJob *self = BH_REPORT_JOB (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->ended = TRUE;
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, error);
}

static void
bh_report_job_finalize (GObject *object)
{
  g_clear_pointer (&BH_REPORT_JOB (object)->work, work_unref);

  G_OBJECT_CLASS (bh_report_job_parent_class)->finalize (object);
}

static void
bh_report_job_class_init (BhReportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_report_job_finalize;

  signals[SIGNAL_PROGRESS]
      = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_STRING);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bh_report_job_init (BhReportJob *self)
{
  self->work = g_atomic_rc_box_new0 (Work);
  self->work->cancellable = g_cancellable_new ();
  g_weak_ref_init (&self->work->job, self);
  g_mutex_init (&self->work->lock);
}

BhReportJob *
bh_report_job_new (BhStore *store, int month, gint64 as_of, const char *path)
{
  BhReportJob *self;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (BH_TYPE_REPORT_JOB, NULL);
  self->work->store = g_object_ref (store);
  self->work->month = month;
  self->work->as_of = as_of;
  self->work->path = g_strdup (path);

  return self;
}

void
bh_report_job_start (BhReportJob *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (BH_IS_REPORT_JOB (self));

  work = self->work;
  if (g_application_get_default () != NULL)
    {
      work->application = g_object_ref (g_application_get_default ());
      g_application_hold (work->application);
    }
  task = g_task_new (self, work->cancellable, ended_cb, NULL);
  g_task_set_source_tag (task, bh_report_job_start);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (work), (GDestroyNotify) work_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_in_thread);
}

void
bh_report_job_cancel (BhReportJob *self)
{
  g_return_if_fail (BH_IS_REPORT_JOB (self));

  g_cancellable_cancel (self->work->cancellable);
}

const char *
bh_report_job_get_path (BhReportJob *self)
{
  g_return_val_if_fail (BH_IS_REPORT_JOB (self), NULL);

  return self->work->path;
}
