/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-climb.h"

#include "storage/bh-register-rows.h"

/* No tree of places is deeper: a row that stands in itself would have no end. */
#define MAX_DEPTH 16

typedef struct
{
  BhOffice *office; /* (owned) */
  gint64 id;
} Climb;

static void
climb_free (gpointer data)
{
  Climb *climb = data;

  g_object_unref (climb->office);
  g_free (climb);
}

static gpointer
climb_in_worker (BhConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  const Climb *climb = user_data;
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 id = climb->id;

  while (id != 0 && steps->len < MAX_DEPTH)
    {
      BhRegisterRow *row
          = bh_register_load_row (connection, climb->office, BH_REGISTER_PLACES, id, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_insert (steps, 0, row);
      id = bh_payload_get_int (bh_register_row_get_values (row), "parent");
    }

  return g_steal_pointer (&steps);
}

static void
climbed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *steps = bh_store_read_finish (BH_STORE (source), result, &error);

  if (steps != NULL)
    g_task_return_pointer (task, steps, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
bh_register_climb_async (BhDesk *desk,
                         BhRegisterRow *row,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;
  Climb *climb;

  g_return_if_fail (BH_IS_DESK (desk));
  g_return_if_fail (BH_IS_REGISTER_ROW (row));
  g_return_if_fail (bh_register_row_get_kind (row) == BH_REGISTER_PLACES);

  task = g_task_new (desk, cancellable, callback, user_data);
  g_task_set_source_tag (task, bh_register_climb_async);
  climb = g_new0 (Climb, 1);
  climb->office = g_object_ref (bh_desk_get_office (desk));
  climb->id = bh_register_row_get_id (row);
  bh_store_read_async (bh_desk_get_store (desk), climb_in_worker, climb, climb_free,
                       (GDestroyNotify) g_ptr_array_unref, G_PRIORITY_DEFAULT, cancellable,
                       climbed_cb, task);
}

GPtrArray *
bh_register_climb_finish (BhDesk *desk, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, desk), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
