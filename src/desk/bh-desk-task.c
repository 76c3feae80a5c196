/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-task.h"

typedef struct
{
  GTask *task; /* (owned) */
  GDestroyNotify result_free;
} Reading;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (GTask) task = reading->task;
  GError *error = NULL;
  gpointer value = bh_store_read_finish (BH_STORE (source), result, &error);

  if (value != NULL)
    g_task_return_pointer (task, value, reading->result_free);
  else
    g_task_return_error (task, error);
}

void
bh_desk_task_read (GTask *task,
                   BhStore *store,
                   BhReadFunc func,
                   gpointer user_data,
                   GDestroyNotify destroy,
                   GDestroyNotify result_free,
                   int priority)
{
  Reading *reading;

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (BH_IS_STORE (store));

  reading = g_new0 (Reading, 1);
  reading->task = task;
  reading->result_free = result_free;
  bh_store_read_async (store, func, user_data, destroy, result_free, priority,
                       g_task_get_cancellable (task), read_cb, reading);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (bh_store_write_finish (BH_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bh_desk_task_write (
    GTask *task, BhStore *store, BhWriteFunc func, gpointer user_data, GDestroyNotify destroy)
{
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (BH_IS_STORE (store));

  bh_store_write_async (store, func, user_data, destroy, G_PRIORITY_DEFAULT,
                        g_task_get_cancellable (task), written_cb, task);
}
