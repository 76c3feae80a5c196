/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-chart-reader.h"

/**
 * BhChartReader:
 *
 * Each request has a cancellable of its own; a later one cancels it, and what still comes of it is
 * dropped.
 */
struct _BhChartReader
{
  GObject parent_instance;

  BhDesk *desk; /* (owned) */
  BhChartReadFunc func;
  GCancellable *cancellable; /* (owned) (nullable): of the reading that is under way */
};

G_DEFINE_FINAL_TYPE (BhChartReader, bh_chart_reader, G_TYPE_OBJECT)

typedef enum
{
  PROP_READING = 1,
} Property;

static GParamSpec *properties[PROP_READING + 1];

typedef enum
{
  READ,
  FAILED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

/* Job: what the reading thread sees; shared, since that thread may let go of it last. */
typedef struct
{
  BhStore *store;            /* (unowned): who waits keeps it */
  GCancellable *cancellable; /* (owned) */
  BhChartReadFunc func;
  gpointer request; /* (owned): shared */
  GDestroyNotify clear;
  BhInsightMode mode;
  gboolean complete;
} Job;

/* Waiting: what the main thread keeps until the answer comes. */
typedef struct
{
  BhChartReader *reader; /* (weak) (nullable): who asked may go meanwhile */
  BhStore *store;        /* (owned) */
  Job *job;              /* (owned): shared */
} Waiting;

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_object_unref (job->cancellable);
  g_atomic_rc_box_release_full (job->request, job->clear);
}

static void
job_release (gpointer job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

static void
waiting_free (Waiting *waiting)
{
  job_release (waiting->job);
  g_clear_weak_pointer (&waiting->reader);
  g_object_unref (waiting->store);
  g_free (waiting);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static gpointer
read_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Job *job = user_data;

  job->complete = TRUE;

  return job->func (connection, job->request, job->mode, &job->complete, cancellable, error);
}

/* On a connection of its own: what somebody opens or searches meanwhile does not wait for it. */
static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gpointer chart = bh_store_read (job->store, read_in_worker, job, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, chart, g_object_unref);
}

static void
end (BhChartReader *self)
{
  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static void read_job (Waiting *waiting);

/* What was kept is shown until the exact answer comes: a quick one might tell less. */
static BhInsightMode
get_next_mode (BhInsightMode mode, BhChart *chart)
{
  return mode == BH_INSIGHT_KEPT && chart == NULL ? BH_INSIGHT_QUICK : BH_INSIGHT_EXACT;
}

/* Of what was not kept, the chart is empty, or there is none. */
static BhChart *
take_chart (GAsyncResult *result, const Job *job, GError **error)
{
  g_autoptr (BhChart) chart = g_task_propagate_pointer (G_TASK (result), error);

  if (chart != NULL && !job->complete && job->mode == BH_INSIGHT_KEPT && bh_chart_is_empty (chart))
    return NULL;

  return g_steal_pointer (&chart);
}

/* Signals come last: who hears them may ask for the next chart, or let the reader go. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  Job *job = waiting->job;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhChart) chart = take_chart (result, job, &error);
  g_autoptr (BhChartReader) self = NULL;

  if (waiting->reader == NULL || waiting->reader->cancellable != job->cancellable)
    return;
  self = g_object_ref (waiting->reader);
  if (error == NULL && (chart == NULL || !job->complete) && job->mode != BH_INSIGHT_EXACT)
    {
      job->mode = get_next_mode (job->mode, chart);
      read_job (g_steal_pointer (&waiting));
    }
  else
    end (self);
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  else if (chart != NULL)
    g_signal_emit (self, signals[READ], 0, chart);
}

/* @waiting: (transfer full) */
static void
read_job (Waiting *waiting)
{
  Job *job = waiting->job;
  g_autoptr (GTask) task = g_task_new (NULL, job->cancellable, read_cb, waiting);

  g_task_set_source_tag (task, read_job);
  g_task_set_task_data (task, g_atomic_rc_box_acquire (job), job_release);
  g_task_run_in_thread (task, read_in_thread);
}

static void
bh_chart_reader_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_READING:
      g_value_set_boolean (value, bh_chart_reader_is_reading (BH_CHART_READER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bh_chart_reader_finalize (GObject *object)
{
  BhChartReader *self = BH_CHART_READER (object);

  g_clear_object (&self->cancellable);
  g_object_unref (self->desk);

  G_OBJECT_CLASS (bh_chart_reader_parent_class)->finalize (object);
}

static void
bh_chart_reader_class_init (BhChartReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bh_chart_reader_get_property;
  object_class->finalize = bh_chart_reader_finalize;

  properties[PROP_READING]
      = g_param_spec_boolean ("reading", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[READ] = g_signal_new ("read", BH_TYPE_CHART_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, BH_TYPE_CHART);
  signals[FAILED] = g_signal_new ("failed", BH_TYPE_CHART_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bh_chart_reader_init (BhChartReader *self)
{
}

BhChartReader *
bh_chart_reader_new (BhDesk *desk, BhChartReadFunc func)
{
  BhChartReader *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (BH_TYPE_CHART_READER, NULL);
  self->desk = g_object_ref (desk);
  self->func = func;

  return self;
}

void
bh_chart_reader_read (BhChartReader *self, gpointer request, GDestroyNotify clear)
{
  Waiting *waiting;

  g_return_if_fail (BH_IS_CHART_READER (self));
  g_return_if_fail (request != NULL);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  waiting = g_new0 (Waiting, 1);
  g_set_weak_pointer (&waiting->reader, self);
  waiting->store = g_object_ref (bh_desk_get_store (self->desk));
  waiting->job = g_atomic_rc_box_new0 (Job);
  *waiting->job = (Job){ .store = waiting->store,
                         .cancellable = g_object_ref (self->cancellable),
                         .func = self->func,
                         .request = request,
                         .clear = clear,
                         .mode = BH_INSIGHT_KEPT };
  read_job (waiting);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

void
bh_chart_reader_cancel (BhChartReader *self)
{
  g_return_if_fail (BH_IS_CHART_READER (self));

  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  end (self);
}

gboolean
bh_chart_reader_is_reading (BhChartReader *self)
{
  g_return_val_if_fail (BH_IS_CHART_READER (self), FALSE);

  return self->cancellable != NULL;
}
