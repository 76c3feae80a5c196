/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-report-job.h"

#include "exchange/bh-report-draft.h"
#include "exchange/bh-report-target.h"
#include "ui/common/bh-hold.h"

/* What the thread works with. It outlives the job where the job was cancelled. */
typedef struct
{
  BhStore *store;            /* (owned) */
  BhReportOrder order;       /* its path is owned, and its filter */
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
  g_free ((char *) work->order.path);
  g_clear_pointer (&work->order.request.filter, bh_ticket_filter_unref);
  g_weak_ref_clear (&work->job);
  g_mutex_clear (&work->lock);
}

static void
work_unref (Work *work)
{
  g_atomic_rc_box_release_full (work, work_clear);
}

static void
tell_progress (BhReportJob *self)
{
  Work *work = self->work;
  const char *what;
  double fraction;

  g_mutex_lock (&work->lock);
  work->is_queued = FALSE;
  fraction = work->fraction;
  what = work->what;
  g_mutex_unlock (&work->lock);
  if (!self->ended && what != NULL)
    g_signal_emit (self, signals[SIGNAL_PROGRESS], 0, fraction, what);
}

static gboolean
tell_progress_cb (gpointer data)
{
  g_autoptr (BhReportJob) self = g_weak_ref_get (&((Work *) data)->job);

  if (self != NULL)
    tell_progress (self);

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

/* What can be known before the work begins is said then. */
static gboolean
make (Work *work, GCancellable *cancellable, GError **error)
{
  const BhReportOrder *order = &work->order;
  g_autofree char *folder = g_path_get_dirname (order->path);
  guint64 room = bh_report_target_guess_room (bh_store_get_path (work->store));

  return bh_report_target_check (folder, room, error)
         && bh_report_make (work->store, &order->request, order->path, order->record,
                            order->made_by, progress_cb, work, NULL, cancellable, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr (GError) error = NULL;

  make (work, cancellable, &error);
  bh_hold_release (&work->application);
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
  /* What was told last may still wait behind this. */
  tell_progress (self);
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
bh_report_job_new (BhStore *store, const BhReportOrder *order)
{
  BhReportJob *self;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);
  g_return_val_if_fail (order != NULL && order->path != NULL, NULL);

  self = g_object_new (BH_TYPE_REPORT_JOB, NULL);
  self->work->store = g_object_ref (store);
  self->work->order = *order;
  self->work->order.path = g_strdup (order->path);
  if (order->request.filter != NULL)
    bh_ticket_filter_ref (order->request.filter);

  return self;
}

void
bh_report_job_start (BhReportJob *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (BH_IS_REPORT_JOB (self));

  work = self->work;
  work->application = bh_hold_take ();
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

  return self->work->order.path;
}
