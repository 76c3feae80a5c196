/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-backup.h"

#include "base/bh-i18n.h"
#include "storage/bh-backup-files.h"
#include "storage/bh-backup-plan.h"
#include "storage/bh-check.h"
#include "storage/bh-sqlite-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Not every file system can do that for a folder; then there is nothing to be done. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

gboolean
bh_backup_move (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    {
      sync_folder (to);
      return TRUE;
    }

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
               _ ("%s cannot be moved to %s: %s. Check the folder and your right to write in it."),
               from, to, g_strerror (errno));

  return FALSE;
}

/* Writes beside @target first: whoever sees a file of that name sees a whole one. */
static gboolean
write_copy (BhConnection *connection, const char *target, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (target, ".part", NULL);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS,
                   _ ("%s exists already. Choose another name."), target);
      return FALSE;
    }

  g_unlink (part);
  if (!bh_sqlite_connection_copy (BH_SQLITE_CONNECTION (connection), part, cancellable, error))
    return FALSE;
  if (!bh_backup_move (part, target, error))
    {
      g_unlink (part);
      return FALSE;
    }

  return TRUE;
}

gboolean
bh_backup_write (BhStore *store, const char *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (BhConnection) connection = NULL;

  g_return_val_if_fail (BH_IS_STORE (store), FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  connection = bh_store_open_reader (store, error);

  return connection != NULL && write_copy (connection, target, cancellable, error);
}

/* Daily copies are named by their office time: sorted by name is sorted by time. */
#define NAME_END ".bihuan"

static char *
make_daily_name (BhOfficeTime *time, gint64 now)
{
  BhLocalTime local;

  bh_office_time_split (time, now, &local);

  return g_strdup_printf ("%08d-%02d%02d%02d" NAME_END, local.day, local.hour, local.minute,
                          local.second);
}

/* The day of a daily copy; 0 for a file that is none. */
static int
get_day (const char *name)
{
  int day, time, end = 0;

  if (sscanf (name, "%8d-%6d" NAME_END "%n", &day, &time, &end) != 2 || end == 0
      || name[end] != '\0'
      || !g_date_valid_dmy ((GDateDay) (day % 100), day / 100 % 100, (GDateYear) (day / 10000)))
    return 0;

  return day;
}

static int
compare_descending (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* The daily copies in @folder, the newest first. */
static GPtrArray *
list_copies (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (get_day (name) != 0)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_descending);

  return g_steal_pointer (&names);
}

static gboolean
thin_out (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = list_copies (folder, error);
  g_autofree int *days = NULL;
  g_autofree gboolean *stays = NULL;

  if (names == NULL)
    return FALSE;

  days = g_new (int, names->len);
  for (guint i = 0; i < names->len; i++)
    days[i] = get_day (g_ptr_array_index (names, i));
  stays = bh_backup_plan (days, names->len);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (!stays[i] && g_unlink (path) != 0)
        {
          g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
                       _ ("The old backup copy %s cannot be removed: %s."), path,
                       g_strerror (errno));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
seal_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_seal_days (work, bh_clock_now (bh_work_get_clock (work)), error);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_READ_ONLY,
               _ ("The folder %s for backup copies cannot be made: %s."), folder,
               g_strerror (errno));

  return FALSE;
}

gboolean
bh_backup_daily (BhStore *store, GCancellable *cancellable, gboolean *made, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (BH_IS_STORE (store), FALSE);

  if (made != NULL)
    *made = FALSE;
  folder = g_strconcat (bh_store_get_path (store), ".backups", NULL);
  if (!make_folder (folder, error))
    return FALSE;

  office = bh_store_dup_office (store);
  name = make_daily_name (bh_office_get_time (office), bh_clock_now (bh_store_get_clock (store)));
  names = list_copies (folder, error);
  if (names == NULL)
    return FALSE;
  if (names->len > 0 && get_day (g_ptr_array_index (names, 0)) >= get_day (name))
    return TRUE;

  path = g_build_filename (folder, name, NULL);
  if (!bh_store_write (store, seal_in_worker, NULL, cancellable, error)
      || !bh_backup_write (store, path, cancellable, error))
    return FALSE;

  if (made != NULL)
    *made = TRUE;

  return thin_out (folder, error);
}
