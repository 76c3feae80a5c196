/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/reports/bh-report-scheduler.h"

#include "exchange/bh-report-due.h"
#include "ui/common/bh-hold.h"

/* The window comes first. */
#define SECONDS_BEFORE 5
#define SECONDS_BETWEEN 60

/* What the thread works with. It outlives the scheduler where the window was closed. */
typedef struct
{
  BhStore *store; /* (owned) */
  GWeakRef scheduler;
  GApplication *application; /* (owned) (nullable): held until the file is whole or gone */
} Work;

struct _BhReportScheduler
{
  GObject parent_instance;

  BhStore *store;            /* (owned) */
  GCancellable *cancellable; /* (owned): ends what is being made */
  guint source;              /* of the next look */
  gboolean looking;
  gboolean again; /* was asked for meanwhile */
  guint n_running;
};

G_DEFINE_FINAL_TYPE (BhReportScheduler, bh_report_scheduler, G_TYPE_OBJECT)

typedef enum
{
  PROP_BUSY = 1,
} Property;

static GParamSpec *properties[PROP_BUSY + 1];

typedef enum
{
  BEGAN,
  MADE,
  FAILED,
  LOOKED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
work_clear (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->store);
  g_weak_ref_clear (&work->scheduler);
}

static void
work_unref (Work *work)
{
  g_atomic_rc_box_release_full (work, work_clear);
}

/* Something to be told in the main thread. */
typedef struct
{
  Work *work; /* (owned) */
  Signal signal;
  gint64 id;
  char *text; /* (owned) (nullable) */
} News;

static void
news_free (News *news)
{
  work_unref (news->work);
  g_free (news->text);
  g_free (news);
}

static gboolean
tell_cb (gpointer data)
{
  News *news = data;
  g_autoptr (BhReportScheduler) self = g_weak_ref_get (&news->work->scheduler);

  if (self == NULL || self->store == NULL)
    return G_SOURCE_REMOVE;

  if (news->signal == BEGAN)
    self->n_running++;
  else
    self->n_running--;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (news->signal == BEGAN)
    g_signal_emit (self, signals[BEGAN], 0, news->id);
  else
    g_signal_emit (self, signals[news->signal], 0, news->text);

  return G_SOURCE_REMOVE;
}

static void
tell (Work *work, Signal signal, gint64 id, const char *text)
{
  News *news = g_new0 (News, 1);

  news->work = g_atomic_rc_box_acquire (work);
  news->signal = signal;
  news->id = id;
  news->text = g_strdup (text);
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, news, (GDestroyNotify) news_free);
}

static void
began_cb (const BhReportSchedule *schedule, gpointer user_data)
{
  tell (user_data, BEGAN, schedule->id, NULL);
}

static void
ended_cb (const BhReportSchedule *schedule,
          const char *file,
          const GError *error,
          gpointer user_data)
{
  if (file != NULL)
    tell (user_data, MADE, schedule->id, file);
  else
    tell (user_data, FAILED, schedule->id, error->message);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  static const BhReportDueFuncs funcs = { began_cb, NULL, ended_cb };
  Work *work = task_data;
  GError *error = NULL;

  if (bh_report_due_make (work->store, &funcs, work, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  bh_hold_release (&work->application);
}

/* What went wrong with the database itself is tried again in a minute, like the rest. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BhReportScheduler *self = BH_REPORT_SCHEDULER (source);
  g_autoptr (GError) error = NULL;
  gboolean again = self->again;

  self->looking = FALSE;
  self->again = FALSE;
  self->n_running = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (self->store == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  g_signal_emit (self, signals[LOOKED], 0);
  if (again)
    bh_report_scheduler_look (self);
}

static gboolean
minute_cb (gpointer user_data)
{
  bh_report_scheduler_look (user_data);

  return G_SOURCE_CONTINUE;
}

static gboolean
start_cb (gpointer user_data)
{
  BhReportScheduler *self = user_data;

  self->source = g_timeout_add_seconds (SECONDS_BETWEEN, minute_cb, self);
  bh_report_scheduler_look (self);

  return G_SOURCE_REMOVE;
}

static void
bh_report_scheduler_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, BH_REPORT_SCHEDULER (object)->n_running > 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_report_scheduler_dispose (GObject *object)
{
  BhReportScheduler *self = BH_REPORT_SCHEDULER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bh_report_scheduler_parent_class)->dispose (object);
}

static void
bh_report_scheduler_finalize (GObject *object)
{
  g_clear_object (&BH_REPORT_SCHEDULER (object)->cancellable);

  G_OBJECT_CLASS (bh_report_scheduler_parent_class)->finalize (object);
}

static void
bh_report_scheduler_class_init (BhReportSchedulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = bh_report_scheduler_get_property;
  object_class->dispose = bh_report_scheduler_dispose;
  object_class->finalize = bh_report_scheduler_finalize;

  properties[PROP_BUSY]
      = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[BEGAN] = g_signal_new ("began", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_INT64);
  signals[MADE] = g_signal_new ("made", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LOOKED]
      = g_signal_new ("looked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bh_report_scheduler_init (BhReportScheduler *self)
{
  self->cancellable = g_cancellable_new ();
}

BhReportScheduler *
bh_report_scheduler_new (BhStore *store)
{
  BhReportScheduler *self;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  self = g_object_new (BH_TYPE_REPORT_SCHEDULER, NULL);
  self->store = g_object_ref (store);
  self->source = g_timeout_add_seconds (SECONDS_BEFORE, start_cb, self);

  return self;
}

void
bh_report_scheduler_look (BhReportScheduler *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (BH_IS_REPORT_SCHEDULER (self));

  self->again = self->looking;
  if (self->looking || self->store == NULL)
    return;

  self->looking = TRUE;
  work = g_atomic_rc_box_new0 (Work);
  work->store = g_object_ref (self->store);
  g_weak_ref_init (&work->scheduler, self);
  work->application = bh_hold_take ();
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, bh_report_scheduler_look);
  g_task_set_task_data (task, work, (GDestroyNotify) work_unref);
  g_task_run_in_thread (task, look_in_thread);
}
