/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-register.h"

#include "desk/bh-desk-task.h"
#include "base/bh-i18n.h"
#include "desk/bh-register-change.h"
#include "domain/bh-error.h"
#include "storage/bh-register-rows.h"

/* A list on its way through the reader's thread. */
typedef struct
{
  BhStore *store; /* (owned) */
  BhRegisterKind kind;
  char *search; /* (owned) (nullable) */
  gint64 parent_id;
  gboolean with_retired;
  guint limit;
} ReadJob;

static void
read_job_free (gpointer data)
{
  ReadJob *job = data;

  g_object_unref (job->store);
  g_free (job->search);
  g_free (job);
}

/* Rows with how many there are besides them. */
typedef struct
{
  GPtrArray *rows; /* (owned) */
  guint n_total;
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_clear_pointer (&rows->rows, g_ptr_array_unref);
  g_free (rows);
}

static gpointer
list_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  ReadJob *job = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (job->store);
  guint n_total = 0;
  GPtrArray *rows
      = bh_register_list_rows (connection, office, job->kind, job->search, job->parent_id,
                               job->with_retired, job->limit, &n_total, error);
  Rows *result;

  if (rows == NULL)
    return NULL;

  result = g_new0 (Rows, 1);
  result->rows = rows;
  result->n_total = n_total;

  return result;
}

void
bh_desk_list_register_async (BhDesk *self,
                             BhRegisterKind kind,
                             const char *search,
                             gint64 parent_id,
                             gboolean with_retired,
                             guint limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  ReadJob *job;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_list_register_async);
  job = g_new0 (ReadJob, 1);
  job->store = g_object_ref (bh_desk_get_store (self));
  job->kind = kind;
  job->search = g_strdup (search);
  job->parent_id = parent_id;
  job->with_retired = with_retired;
  job->limit = limit;
  bh_desk_task_read (task, bh_desk_get_store (self), list_in_worker, job, read_job_free, rows_free,
                     G_PRIORITY_DEFAULT);
}

GPtrArray *
bh_desk_list_register_finish (BhDesk *self, GAsyncResult *result, guint *n_total, GError **error)
{
  Rows *rows;
  GPtrArray *array;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);
  if (rows == NULL)
    return NULL;

  if (n_total != NULL)
    *n_total = rows->n_total;
  array = g_steal_pointer (&rows->rows);
  rows_free (rows);

  return array;
}

gboolean
bh_desk_may_change_register (BhDesk *self)
{
  g_return_val_if_fail (BH_IS_DESK (self), FALSE);

  return bh_register_may_change (bh_desk_get_office (self), bh_desk_get_staff_id (self));
}

/* What was committed is told, also to somebody who did not want to wait. @change: (transfer full)
 */
static void
begin_change (BhDesk *self, BhRegisterChange *change, GTask *task)
{
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, change, (GDestroyNotify) bh_register_change_free);
  bh_desk_task_write (task, bh_desk_get_store (self), bh_register_change_run, change, NULL);
}

static BhRegisterUndo *
steal_undo (BhRegisterChange *change)
{
  return g_steal_pointer (&change->undo);
}

void
bh_desk_save_register_async (BhDesk *self,
                             BhRegisterKind kind,
                             gint64 id,
                             BhPayload *values,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  BhRegisterChange *change;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (values != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_save_register_async);
  change = bh_register_change_new (BH_REGISTER_CHANGE_SAVE, bh_desk_get_staff_id (self), kind, id);
  change->values = bh_payload_copy (values);
  begin_change (self, change, task);
}

gboolean
bh_desk_save_register_finish (BhDesk *self,
                              GAsyncResult *result,
                              gint64 *id,
                              char **field,
                              BhRegisterUndo **undo,
                              GError **error)
{
  BhRegisterChange *change;
  gboolean saved;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  change = g_task_get_task_data (G_TASK (result));
  saved = g_task_propagate_boolean (G_TASK (result), error);
  if (id != NULL)
    *id = saved ? change->new_id : 0;
  if (field != NULL)
    *field = saved ? NULL : g_steal_pointer (&change->field);
  if (undo != NULL)
    *undo = saved ? steal_undo (change) : NULL;

  return saved;
}

void
bh_desk_retire_register_async (BhDesk *self,
                               BhRegisterKind kind,
                               gint64 id,
                               gboolean retired,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_retire_register_async);
  begin_change (
      self,
      bh_register_change_new (retired ? BH_REGISTER_CHANGE_RETIRE : BH_REGISTER_CHANGE_RESTORE,
                              bh_desk_get_staff_id (self), kind, id),
      task);
}

gboolean
bh_desk_retire_register_finish (BhDesk *self,
                                GAsyncResult *result,
                                BhRegisterUndo **undo,
                                GError **error)
{
  BhRegisterChange *change;
  gboolean done;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  change = g_task_get_task_data (G_TASK (result));
  done = g_task_propagate_boolean (G_TASK (result), error);
  if (undo != NULL)
    *undo = done ? steal_undo (change) : NULL;

  return done;
}

void
bh_desk_undo_register_async (BhDesk *self,
                             BhRegisterUndo *undo,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  BhRegisterChange *change;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));
  g_return_if_fail (undo != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_undo_register_async);
  change
      = bh_register_change_new (BH_REGISTER_CHANGE_UNDO, bh_desk_get_staff_id (self),
                                bh_register_undo_get_kind (undo), bh_register_undo_get_id (undo));
  change->undone = bh_register_undo_ref (undo);
  begin_change (self, change, task);
}

gboolean
bh_desk_undo_register_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
