/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-store-private.h"

#include "base/bh-i18n.h"
#include "storage/bh-defaults.h"
#include "storage/bh-figure-marks.h"
#include "storage/bh-migration.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-schema.h"
#include "storage/bh-settings.h"
#include "storage/bh-warning-queries.h"
#include "storage/bh-work-private.h"

#include <errno.h>
#include <glib/gstdio.h>

/* Opens a database: makes a new one, brings an old one to the present version, and sees to it that
 * nothing is missing. */

gboolean
bh_store_advance_ids (BhStore *self, GError **error)
{
  static const char *const queries[] = {
    "SELECT max (id) FROM ticket",     "SELECT max (id) FROM event",
    "SELECT max (id) FROM place",      "SELECT max (id) FROM contact",
    "SELECT max (id) FROM department", "SELECT max (id) FROM staff",
    "SELECT max (id) FROM category",   "SELECT max (id) FROM channel",
    "SELECT max (id) FROM cause",      "SELECT max (id) FROM policy",
    "SELECT max (id) FROM target",     "SELECT max (id) FROM calendar",
    "SELECT max (id) FROM site_plan",  "SELECT max (id) FROM measure",
    "SELECT max (id) FROM report",     "SELECT max (id) FROM report_schedule",
    "SELECT max (id) FROM shift",
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gint64 last;

      if (!bh_connection_get_single (self->write_connection, queries[i], &last, error))
        return FALSE;
      bh_id_source_advance (self->ids, last);
    }

  return TRUE;
}

/* Makes the tables and the default lists in one transaction. */
static gboolean
create (BhStore *self, GError **error)
{
  g_autoptr (BhIdSource) ids = bh_id_source_new (self->clock, 0);
  g_autoptr (BhWork) work = bh_work_new (self->write_connection, self->clock, ids, NULL, NULL);
  BhSqliteConnection *connection = BH_SQLITE_CONNECTION (self->write_connection);
  gboolean blank;

  if (!bh_connection_begin_write (self->write_connection, error))
    return FALSE;

  /* Another program may have made it while this one waited for the lock. */
  if (bh_sqlite_connection_is_blank (connection, &blank, error)
      && (!blank
          || (bh_schema_create (self->write_connection, error)
              && bh_sqlite_connection_set_version (connection, BH_SCHEMA_VERSION, error)
              && bh_defaults_add (work, error) && bh_work_flush (work, error)))
      && bh_connection_commit (self->write_connection, error))
    return TRUE;

  bh_connection_rollback (self->write_connection);

  return FALSE;
}

/* A database that came from a version without targets or calendar gets those of a new one. */
static gboolean
complete_lists (BhStore *self, GError **error)
{
  g_autoptr (BhWork) work = NULL;
  gint64 n_targets, n_calendars;

  if (!bh_connection_get_single (self->write_connection, "SELECT count (*) FROM target", &n_targets,
                                 error)
      || !bh_connection_get_single (self->write_connection, "SELECT count (*) FROM calendar",
                                    &n_calendars, error))
    return FALSE;
  if (n_targets > 0 && n_calendars > 0)
    return TRUE;
  if (!bh_connection_begin_write (self->write_connection, error))
    return FALSE;

  work = bh_work_new (self->write_connection, self->clock, self->ids, NULL, NULL);
  if (bh_defaults_add_targets (work, error) && bh_defaults_add_calendar (work, error)
      && bh_work_flush (work, error) && bh_connection_commit (self->write_connection, error))
    return TRUE;

  bh_connection_rollback (self->write_connection);

  return FALSE;
}

static gboolean
prepare_schema (BhStore *self, BhOpenFlags flags, GError **error)
{
  BhSqliteConnection *connection = BH_SQLITE_CONNECTION (self->write_connection);
  gboolean blank;

  if (!bh_sqlite_connection_is_blank (connection, &blank, error))
    return FALSE;
  if (!blank)
    return bh_migration_run (connection, bh_migration_get_steps (), NULL, error);
  if (flags == BH_OPEN_CREATE)
    return create (self, error);

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_A_DATABASE,
               _ ("%s is empty, it is no database of Bihuan. Choose another file."), self->path);

  return FALSE;
}

static BhIdSource *
make_ids (BhStore *self, GError **error)
{
  g_autofree char *desk = bh_settings_get (self->write_connection, "desk-number", error);

  if (desk == NULL)
    return NULL;

  return bh_id_source_new (self->clock,
                           (guint) CLAMP (g_ascii_strtoll (desk, NULL, 10), 0, BH_MAX_DESK));
}

static gboolean
open_connections (BhStore *self, BhOpenFlags flags, GError **error)
{
  BhSqliteMode mode = flags == BH_OPEN_CREATE ? BH_SQLITE_CREATE : BH_SQLITE_WRITE;
  BhSqliteConnection *connection
      = bh_sqlite_connection_open (self->path, mode, BH_SCHEMA_VERSION, error);

  if (connection == NULL)
    return FALSE;

  self->write_connection = BH_CONNECTION (connection);
  if (!prepare_schema (self, flags, error))
    return FALSE;

  /* What others write from here on shows in the next look at this number. */
  if (!bh_connection_get_single (self->write_connection, "PRAGMA data_version", &self->data_version,
                                 error)
      || !bh_figure_marks_sum_all (self->write_connection, &self->stamp, error))
    return FALSE;
  self->ids = make_ids (self, error);
  if (self->ids == NULL || !bh_store_advance_ids (self, error) || !complete_lists (self, error))
    return FALSE;
  self->office = bh_register_load_office (self->write_connection, error);
  if (self->office == NULL || !bh_warning_renew (self->write_connection, self->office, error))
    return FALSE;

  self->read_connection = bh_store_open_reader (self, error);

  return self->read_connection != NULL;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (
      error, BH_STORAGE_ERROR,
      errno == EACCES || errno == EROFS ? BH_STORAGE_ERROR_READ_ONLY : BH_STORAGE_ERROR_FAILED,
      _ ("The folder %s cannot be made (%s). Choose another place."), folder, g_strerror (errno));

  return FALSE;
}

static void
remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

BhStore *
bh_store_open (const char *path, BhOpenFlags flags, BhClock *clock, GError **error)
{
  g_autoptr (BhStore) self = NULL;
  gboolean is_new;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (BH_IS_CLOCK (clock), NULL);

  if (flags == BH_OPEN_CREATE && !make_folder (path, error))
    return NULL;

  is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  self = g_object_new (BH_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  if (!open_connections (self, flags, error))
    {
      bh_store_close (self);
      if (is_new && flags == BH_OPEN_CREATE)
        remove_file (path);
      return NULL;
    }
  bh_store_start (self);

  return g_steal_pointer (&self);
}

/* What bh_store_open_async() is asked for. */
typedef struct
{
  char *path; /* (owned) */
  BhOpenFlags flags;
  BhClock *clock; /* (owned) */
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  g_object_unref (opening->clock);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autoptr (GError) error = NULL;
  BhStore *store = bh_store_open (opening->path, opening->flags, opening->clock, &error);

  if (store != NULL)
    g_task_return_pointer (task, store, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
bh_store_open_async (const char *path,
                     BhOpenFlags flags,
                     BhClock *clock,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (path != NULL);
  g_return_if_fail (BH_IS_CLOCK (clock));

  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->flags = flags;
  opening->clock = g_object_ref (clock);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, bh_store_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

BhStore *
bh_store_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
