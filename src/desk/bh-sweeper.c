/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-sweeper.h"

#include "base/bh-text.h"

/* The window comes first. */
#define SECONDS_BEFORE 3
#define SECONDS_BETWEEN 60

struct _BhSweeper
{
  GObject parent_instance;

  BhStore *store;            /* (owned) */
  GCancellable *cancellable; /* (owned): ends the pass that is being made */
  guint source;              /* of the next pass */
  gboolean running;
  char *problem; /* (owned) (nullable): why the last pass could not be made */
};

G_DEFINE_FINAL_TYPE (BhSweeper, bh_sweeper, G_TYPE_OBJECT)

enum
{
  SIGNAL_SWEPT,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
sweep_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  BhSweep *sweep = bh_sweep_run (task_data, 0, cancellable, &error);

  if (sweep != NULL)
    g_task_return_pointer (task, sweep, (GDestroyNotify) bh_sweep_free);
  else
    g_task_return_error (task, error);
}

static void
swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BhSweeper *self = BH_SWEEPER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSweep) sweep = g_task_propagate_pointer (G_TASK (result), &error);

  self->running = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (sweep != NULL)
    g_signal_emit (self, signals[SIGNAL_SWEPT], 0, sweep);
  if (bh_set_string (&self->problem, error != NULL ? error->message : NULL) && error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static gboolean
minute_cb (gpointer user_data)
{
  bh_sweeper_sweep (user_data);

  return G_SOURCE_CONTINUE;
}

static gboolean
start_cb (gpointer user_data)
{
  BhSweeper *self = user_data;

  self->source = g_timeout_add_seconds (SECONDS_BETWEEN, minute_cb, self);
  bh_sweeper_sweep (self);

  return G_SOURCE_REMOVE;
}

static void
bh_sweeper_dispose (GObject *object)
{
  BhSweeper *self = BH_SWEEPER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bh_sweeper_parent_class)->dispose (object);
}

static void
bh_sweeper_finalize (GObject *object)
{
  BhSweeper *self = BH_SWEEPER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (bh_sweeper_parent_class)->finalize (object);
}

static void
bh_sweeper_class_init (BhSweeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_sweeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_sweeper_finalize;

  signals[SIGNAL_SWEPT] = g_signal_new ("swept", BH_TYPE_SWEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", BH_TYPE_SWEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bh_sweeper_init (BhSweeper *self)
{
  self->cancellable = g_cancellable_new ();
}

BhSweeper *
bh_sweeper_new (BhStore *store)
{
  BhSweeper *self;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  self = g_object_new (BH_TYPE_SWEEPER, NULL);
  self->store = g_object_ref (store);
  self->source = g_timeout_add_seconds (SECONDS_BEFORE, start_cb, self);

  return self;
}

void
bh_sweeper_sweep (BhSweeper *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BH_IS_SWEEPER (self));

  if (self->running || self->store == NULL)
    return;

  self->running = TRUE;
  task = g_task_new (self, self->cancellable, swept_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, sweep_in_worker);
}
