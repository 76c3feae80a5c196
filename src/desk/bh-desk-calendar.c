/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-calendar.h"

#include "desk/bh-desk-task.h"
#include "desk/bh-register-change.h"
#include "storage/bh-register-calendar.h"

/* A change on its way through the writer's thread. */
typedef struct
{
  gint64 staff_id;
  gboolean has_hours;
  BhOfficeHours hours;
  GPtrArray *years; /* (owned) (nullable) */
  gint64 valid_from;
  gboolean changed; /* what came of it */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->years, g_ptr_array_unref);
  g_free (change);
}

static gboolean
change_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Change *change = user_data;
  BhOffice *office = bh_work_get_office (work, error);

  if (office == NULL || !bh_register_check_right (office, change->staff_id, error))
    return FALSE;

  return bh_register_change_calendar (work, change->has_hours ? &change->hours : NULL,
                                      change->years, change->valid_from, &change->changed, error);
}

void
bh_desk_change_calendar_async (BhDesk *self,
                               const BhOfficeHours *hours,
                               GPtrArray *years,
                               gint64 valid_from,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Change *change;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_change_calendar_async);
  change = g_new0 (Change, 1);
  change->staff_id = bh_desk_get_staff_id (self);
  change->has_hours = hours != NULL;
  if (hours != NULL)
    change->hours = *hours;
  change->years = years != NULL ? g_ptr_array_ref (years) : NULL;
  change->valid_from = valid_from;
  g_task_set_task_data (task, change, change_free);
  bh_desk_task_write (task, bh_desk_get_store (self), change_in_worker, change, NULL);
}

gboolean
bh_desk_change_calendar_finish (BhDesk *self,
                                GAsyncResult *result,
                                gboolean *changed,
                                GError **error)
{
  Change *change;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (changed != NULL, FALSE);

  change = g_task_get_task_data (G_TASK (result));
  *changed = change->changed;

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
find_missing_in_worker (BhConnection *connection,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  BhStore *store = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (store);
  int year;

  if (!bh_register_get_missing_year (connection, office, bh_clock_now (bh_store_get_clock (store)),
                                     &year, error))
    return NULL;

  return g_memdup2 (&year, sizeof year);
}

static void
found_missing_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autofree int *year = bh_store_read_finish (BH_STORE (source), result, &error);

  if (year != NULL)
    g_task_return_int (task, *year);
  else
    g_task_return_error (task, error);
}

void
bh_desk_find_missing_year_async (BhDesk *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  BhStore *store;
  GTask *task;

  g_return_if_fail (BH_IS_DESK (self));

  store = bh_desk_get_store (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_desk_find_missing_year_async);
  bh_store_read_async (store, find_missing_in_worker, g_object_ref (store), g_object_unref, g_free,
                       G_PRIORITY_LOW, cancellable, found_missing_cb, task);
}

int
bh_desk_find_missing_year_finish (BhDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}
