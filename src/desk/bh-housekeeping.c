/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-housekeeping.h"

#include "base/bh-text.h"
#include "storage/bh-backup.h"
#include "storage/bh-settings.h"

#define SECONDS_BETWEEN 3600

struct _BhHousekeeping
{
  GObject parent_instance;

  BhStore *store;            /* (owned) */
  GCancellable *cancellable; /* (owned): ends the copy that is being made */
  guint source;              /* of the next look */
  gboolean running;
  char *problem; /* (owned) (nullable): why the last copy could not be made */
};

G_DEFINE_FINAL_TYPE (BhHousekeeping, bh_housekeeping, G_TYPE_OBJECT)

enum
{
  SIGNAL_DONE,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gpointer
read_wish (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return bh_settings_get (connection, "backup-daily", error);
}

static void
keep_house_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  BhStore *store = task_data;
  GError *error = NULL;
  g_autofree char *wish = bh_store_read (store, read_wish, NULL, cancellable, &error);
  gboolean made = FALSE;

  if (wish == NULL
      || (g_str_equal (wish, "yes") && !bh_backup_daily (store, cancellable, &made, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_int (task, made);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BhHousekeeping *self = BH_HOUSEKEEPING (source);
  g_autoptr (GError) error = NULL;
  gssize made = g_task_propagate_int (G_TASK (result), &error);

  self->running = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error == NULL)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, made != 0);
  if (bh_set_string (&self->problem, error != NULL ? error->message : NULL) && error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static gboolean
look_cb (gpointer user_data)
{
  BhHousekeeping *self = user_data;
  g_autoptr (GTask) task = NULL;

  if (self->running)
    return G_SOURCE_CONTINUE;

  self->running = TRUE;
  task = g_task_new (self, self->cancellable, kept_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, keep_house_in_worker);

  return G_SOURCE_CONTINUE;
}

static void
bh_housekeeping_dispose (GObject *object)
{
  BhHousekeeping *self = BH_HOUSEKEEPING (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (bh_housekeeping_parent_class)->dispose (object);
}

static void
bh_housekeeping_finalize (GObject *object)
{
  BhHousekeeping *self = BH_HOUSEKEEPING (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (bh_housekeeping_parent_class)->finalize (object);
}

static void
bh_housekeeping_class_init (BhHousekeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_housekeeping_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_housekeeping_finalize;

  signals[SIGNAL_DONE] = g_signal_new ("done", BH_TYPE_HOUSEKEEPING, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", BH_TYPE_HOUSEKEEPING, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bh_housekeeping_init (BhHousekeeping *self)
{
  self->cancellable = g_cancellable_new ();
}

BhHousekeeping *
bh_housekeeping_new (BhStore *store)
{
  BhHousekeeping *self;

  g_return_val_if_fail (BH_IS_STORE (store), NULL);

  self = g_object_new (BH_TYPE_HOUSEKEEPING, NULL);
  self->store = g_object_ref (store);
  self->source = g_timeout_add_seconds (SECONDS_BETWEEN, look_cb, self);
  look_cb (self);

  return self;
}
