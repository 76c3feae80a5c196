/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-store-private.h"

#include "storage/bh-work-private.h"

#define WATCH_SECONDS 2
#define MAX_NAMED_TICKETS 10000 /* beyond it, a notice says that anything may have changed */

/* The connections belong to their worker's thread while it runs; before and after, to the thread
 * that opens and closes. Jobs hold a reference on the store, so it may be disposed in a worker's
 * thread; the queues are empty then. */

struct _BhStoreNotice
{
  BhChangeNotice notice;
  BhStore *store; /* (owned) (nullable): while it is posted */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BhStore, bh_store, G_TYPE_OBJECT)

static void
notice_free (BhStoreNotice *self)
{
  g_clear_object (&self->store);
  g_free ((gint64 *) self->notice.ticket_ids);
  g_free (self);
}

BhStoreNotice *
bh_store_notice_new (BhWork *work, gboolean others)
{
  GArray *ids = work != NULL ? bh_work_list_changed (work) : NULL;
  BhChangeNotice notice = { .n_new = work != NULL ? bh_work_count_new (work) : 0,
                            .register_changed = others,
                            .measures_changed = others,
                            .all = others };
  BhStoreNotice *self;

  if (work != NULL)
    {
      notice.register_changed |= bh_work_is_register_changed (work);
      notice.measures_changed |= bh_work_are_measures_changed (work);
      notice.all |= ids->len > MAX_NAMED_TICKETS;
      if (ids->len == 0 && !notice.register_changed && !notice.measures_changed)
        return NULL;
    }
  if (!notice.all && ids != NULL)
    {
      notice.n_tickets = ids->len;
      notice.ticket_ids = g_memdup2 (ids->data, ids->len * sizeof (gint64));
    }
  self = g_new0 (BhStoreNotice, 1);
  self->notice = notice;

  return self;
}

void
bh_store_emit (BhStore *self, BhStoreNotice *notice)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, &notice->notice);
  notice_free (notice);
}

static gboolean
emit_cb (gpointer data)
{
  BhStoreNotice *notice = data;

  g_signal_emit (notice->store, signals[SIGNAL_CHANGED], 0, &notice->notice);

  return G_SOURCE_REMOVE;
}

/* Before the callback of the transaction, whose source comes later and has no higher priority. */
void
bh_store_post (BhStore *self, BhStoreNotice *notice)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  notice->store = g_object_ref (self);
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_static_name (source, "[bihuan] change notice");
  g_source_set_callback (source, emit_cb, notice, (GDestroyNotify) notice_free);
  g_source_attach (source, self->context);
}

void
bh_store_set_office (BhStore *self, BhOffice *office)
{
  g_mutex_lock (&self->lock);
  g_set_object (&self->office, office);
  g_mutex_unlock (&self->lock);
}

static void
bh_store_dispose (GObject *object)
{
  bh_store_close (BH_STORE (object));

  G_OBJECT_CLASS (bh_store_parent_class)->dispose (object);
}

static void
bh_store_finalize (GObject *object)
{
  BhStore *self = BH_STORE (object);

  g_clear_object (&self->writer);
  g_clear_object (&self->reader);
  g_clear_object (&self->ids);
  g_clear_object (&self->office);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->idle_readers, g_ptr_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->lock);
  g_free (self->path);

  G_OBJECT_CLASS (bh_store_parent_class)->finalize (object);
}

static void
bh_store_class_init (BhStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_store_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bh_store_init (BhStore *self)
{
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
  self->idle_readers = g_ptr_array_new_with_free_func (g_object_unref);
}

/* A look that failed is no news by itself: the next read or write fails as well and tells whoever
 * asked for it. */
static void
watched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BhStore *self = BH_STORE (source);

  g_atomic_int_set (&self->watching, FALSE);
}

static gboolean
watch_cb (gpointer data)
{
  BhStore *self = data;
  g_autoptr (GTask) task = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->watching, FALSE, TRUE))
    return G_SOURCE_CONTINUE;

  task = g_task_new (self, NULL, watched_cb, NULL);
  g_task_set_priority (task, G_PRIORITY_LOW);
  bh_worker_push (self->writer, task, bh_store_watch_in_worker, NULL, NULL);

  return G_SOURCE_CONTINUE;
}

void
bh_store_start (BhStore *self)
{
  self->writer = bh_worker_new ("bihuan-writer");
  self->reader = bh_worker_new ("bihuan-reader");
  self->watch = g_timeout_source_new_seconds (WATCH_SECONDS);
  g_source_set_static_name (self->watch, "[bihuan] watch for other programs");
  g_source_set_callback (self->watch, watch_cb, self, NULL);
  g_source_attach (self->watch, self->context);
}

/* The last connection to go writes the log back into the file. */
void
bh_store_close (BhStore *self)
{
  g_autoptr (GPtrArray) readers = NULL;

  g_return_if_fail (BH_IS_STORE (self));

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  readers = self->idle_readers;
  self->idle_readers = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_unlock (&self->lock);

  if (self->watch != NULL)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
  if (self->writer != NULL)
    bh_worker_shutdown (self->writer);
  if (self->reader != NULL)
    bh_worker_shutdown (self->reader);

  g_clear_pointer (&readers, g_ptr_array_unref);
  g_clear_object (&self->read_connection);
  g_clear_object (&self->write_connection);
}

const char *
bh_store_get_path (BhStore *self)
{
  g_return_val_if_fail (BH_IS_STORE (self), NULL);

  return self->path;
}

BhClock *
bh_store_get_clock (BhStore *self)
{
  g_return_val_if_fail (BH_IS_STORE (self), NULL);

  return self->clock;
}

BhOffice *
bh_store_dup_office (BhStore *self)
{
  BhOffice *office;

  g_return_val_if_fail (BH_IS_STORE (self), NULL);

  g_mutex_lock (&self->lock);
  office = g_object_ref (self->office);
  g_mutex_unlock (&self->lock);

  return office;
}
