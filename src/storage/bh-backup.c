/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-backup.h"

#include "base/bh-i18n.h"
#include "storage/bh-backup-files.h"
#include "storage/bh-backup-plan.h"
#include "storage/bh-check.h"
#include "storage/bh-file-copy.h"
#include "storage/bh-file-io.h"
#include "storage/bh-sqlite-connection.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

gboolean
bh_backup_move (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0)
    {
      g_autofree char *folder = g_path_get_dirname (to);

      bh_file_sync_folder (folder);
      return TRUE;
    }

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
               _ ("%s cannot be moved to %s: %s. Check the folder and your right to write in it."),
               from, to, g_strerror (errno));

  return FALSE;
}

static gboolean
check_free (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS,
               _ ("%s exists already. Choose another name."), path);

  return FALSE;
}

/* A copy under way. It is written beside its name first: whoever sees a file of that name sees a
 * whole one, with the files that it names. Files are durable before an event names them, and stay:
 * those that are there after the database was copied are all that the copy needs. */
typedef struct
{
  BhStore *store;
  const char *target;
  GCancellable *cancellable; /* (nullable) */
  guint n_left_out;
} Copy;

static gboolean
copy_database (Copy *self, const char *part, GError **error)
{
  g_autoptr (BhConnection) connection = bh_store_open_reader (self->store, error);

  if (connection == NULL)
    return FALSE;

  g_unlink (part);

  return bh_sqlite_connection_copy (BH_SQLITE_CONNECTION (connection), part, self->cancellable,
                                    error);
}

static gboolean
copy_files (Copy *self, const char *folder, BhFileCopyMode mode, GError **error)
{
  g_autofree char *from = bh_file_store_dup_folder (bh_store_get_path (self->store));

  return bh_file_copy_all (from, folder, mode, NULL, &self->n_left_out, self->cancellable, error);
}

static gboolean
place_copy (Copy *self, const char *part, const char *part_files, GError **error)
{
  g_autofree char *files = g_strconcat (self->target, BH_BACKUP_FILES_END, NULL);
  gboolean has_files = g_file_test (part_files, G_FILE_TEST_IS_DIR);

  if (has_files && !bh_backup_move (part_files, files, error))
    return FALSE;
  if (bh_backup_move (part, self->target, error))
    return TRUE;
  if (has_files)
    bh_backup_move (files, part_files, NULL);

  return FALSE;
}

static gboolean
write_copy (Copy *self, GError **error)
{
  g_autofree char *part = g_strconcat (self->target, ".part", NULL);
  g_autofree char *part_files = g_strconcat (part, BH_BACKUP_FILES_END, NULL);
  g_autofree char *files = g_strconcat (self->target, BH_BACKUP_FILES_END, NULL);

  if (!check_free (self->target, error) || !check_free (files, error))
    return FALSE;

  bh_file_copy_remove (part_files);
  if (copy_database (self, part, error) && copy_files (self, part_files, BH_FILE_COPY_WHOLE, error)
      && place_copy (self, part, part_files, error))
    return TRUE;

  bh_file_copy_remove (part_files);
  g_unlink (part);

  return FALSE;
}

gboolean
bh_backup_write (BhStore *store,
                 const char *target,
                 guint *n_left_out,
                 GCancellable *cancellable,
                 GError **error)
{
  Copy copy = { .store = store, .target = target, .cancellable = cancellable };
  gboolean written;

  g_return_val_if_fail (BH_IS_STORE (store), FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  written = write_copy (&copy, error);
  if (n_left_out != NULL)
    *n_left_out = copy.n_left_out;

  return written;
}

/* Daily copies stand on the same disk and share their files, which have second names there. No file
 * is ever taken from what they share: the oldest copy that stays needs what the newest does. */
static gboolean
write_daily_copy (
    BhStore *store, const char *folder, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *target = g_build_filename (folder, name, NULL);
  g_autofree char *part = g_strconcat (target, ".part", NULL);
  g_autofree char *shared = g_build_filename (folder, BH_FILE_SHARED_FOLDER, NULL);
  Copy copy = { .store = store, .target = target, .cancellable = cancellable };

  if (check_free (target, error) && copy_database (&copy, part, error)
      && copy_files (&copy, shared, BH_FILE_COPY_LINK, error)
      && bh_backup_move (part, target, error))
    return TRUE;

  g_unlink (part);

  return FALSE;
}

/* Daily copies are named by their office time: sorted by name is sorted by time. */
#define NAME_END ".bihuan"
/* No file takes a day to be copied. */
#define LEFTOVER_AGE (G_GINT64_CONSTANT (86400) * BH_USEC_PER_SEC)

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

/* A file that was on its way when the program was killed. */
static void
remove_leftovers (BhStore *store)
{
  g_autofree char *files = bh_file_store_dup_folder (bh_store_get_path (store));

  bh_file_store_sweep (files, bh_clock_now (bh_store_get_clock (store)) - LEFTOVER_AGE);
}

gboolean
bh_backup_daily (BhStore *store, GCancellable *cancellable, gboolean *made, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
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

  remove_leftovers (store);
  if (!bh_store_write (store, seal_in_worker, NULL, cancellable, error)
      || !write_daily_copy (store, folder, name, cancellable, error))
    return FALSE;

  if (made != NULL)
    *made = TRUE;

  return thin_out (folder, error);
}
