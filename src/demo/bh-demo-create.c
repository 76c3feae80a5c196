/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-office.h"

#include "base/bh-i18n.h"
#include "storage/bh-backup.h"
#include "storage/bh-file-check.h"
#include "storage/bh-file-copy.h"
#include "storage/bh-storage-error.h"

#include <errno.h>
#include <glib/gstdio.h>

/* A demo office is made beside its place and moved there when it is complete. */

/* Removes a database that is nobody's yet, with its files and what the engine keeps beside it. */
static void
remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *files = bh_file_store_dup_folder (path);

  bh_file_copy_remove (files);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}

/* What is there, without tickets, is the beginning of the new one: settings and all. */
static gboolean
copy_empty (const char *path, const char *draft, BhClock *clock, GError **error)
{
  g_autoptr (BhStore) store = bh_store_open (path, BH_OPEN_EXISTING, clock, error);
  gboolean good = store != NULL && bh_demo_check_empty (store, error)
                  && bh_backup_write (store, draft, NULL, NULL, error);

  if (store != NULL)
    bh_store_close (store);

  return good;
}

/* The files first: a database is not there without them. */
static gboolean
move_files (const char *draft, const char *path, GError **error)
{
  g_autofree char *from = bh_file_store_dup_folder (draft);
  g_autofree char *to = bh_file_store_dup_folder (path);

  return bh_file_copy_all (from, to, BH_FILE_COPY_LINK, NULL, NULL, NULL, error);
}

static gboolean
move_into_place (
    const char *draft, const char *path, gboolean replace, BhClock *clock, GError **error)
{
  g_autofree char *kept = NULL;
  int saved_errno;

  if (replace)
    {
      if (!bh_backup_restore (draft, path, clock, &kept, error))
        return FALSE;
      /* It held no ticket, and all else is in the new one. */
      if (kept != NULL)
        g_unlink (kept);
      remove_database (draft);
      return TRUE;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS,
                   _ ("“%s” was made by somebody else meanwhile: choose another name"), path);
      return FALSE;
    }
  if (!bh_file_check_whole (draft, error) || !move_files (draft, path, error))
    return FALSE;
  if (g_rename (draft, path) == 0)
    {
      remove_database (draft);
      return TRUE;
    }

  saved_errno = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
               _ ("The finished demo office cannot be moved to “%s”: %s"), path,
               g_strerror (saved_errno));

  return FALSE;
}

static gboolean
fill_draft (const char *draft,
            BhOpenFlags flags,
            BhClock *clock,
            const BhDemoOptions *options,
            BhProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (BhStore) store = bh_store_open (draft, flags, clock, error);
  gboolean good
      = store != NULL && bh_demo_fill (store, options, progress, user_data, cancellable, error);

  if (store != NULL)
    bh_store_close (store);

  return good;
}

gboolean
bh_demo_create (const char *path,
                const BhDemoOptions *options,
                BhProgressFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *draft = NULL;
  g_autoptr (BhClock) clock = NULL;
  gboolean exists;
  gboolean good;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  /* The lists of a new database are those of the year in which the office begins. */
  clock = bh_clock_new_fixed (bh_demo_get_beginning (options));
  draft = g_strconcat (path, ".demo", NULL);
  exists = g_file_test (path, G_FILE_TEST_EXISTS);
  remove_database (draft);
  good = (!exists || copy_empty (path, draft, clock, error))
         && fill_draft (draft, exists ? BH_OPEN_EXISTING : BH_OPEN_CREATE, clock, options, progress,
                        user_data, cancellable, error)
         && move_into_place (draft, path, exists, clock, error);
  if (!good)
    remove_database (draft);

  return good;
}
