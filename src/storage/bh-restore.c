/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-backup.h"

#include "base/bh-i18n.h"
#include "storage/bh-backup-files.h"
#include "storage/bh-file-check.h"
#include "storage/bh-file-copy.h"
#include "storage/bh-schema.h"
#include "storage/bh-sqlite-claim.h"
#include "storage/bh-sqlite-connection.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* What SQLite keeps beside a file; left behind, it would be taken for that of the restored one. */
static const char *const sidecars[] = { "-wal", "-shm", "-journal" };

static gboolean
check_pages (BhConnection *connection, const char *path, GError **error)
{
  BhStatement *s = bh_connection_prepare (connection, "PRAGMA integrity_check (1)", error);

  if (s == NULL || bh_statement_step (s, error) != BH_STEP_ROW)
    return FALSE;

  if (g_strcmp0 (bh_statement_get_text (s, 0), "ok") != 0)
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_A_DATABASE,
                   _ ("%s is damaged (%s). Choose another backup copy."), path,
                   bh_statement_get_text (s, 0));
      return FALSE;
    }
  bh_statement_reset (s);

  return TRUE;
}

/* Copies @source to @part, if it is a sound database of ours. */
static gboolean
copy_sound (const char *source, const char *part, GError **error)
{
  g_autoptr (BhSqliteConnection) connection = NULL;
  GStatBuf info;

  if (g_stat (source, &info) != 0)
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                   _ ("There is no file %s. Check the name."), source);
      return FALSE;
    }
  if (info.st_size == 0)
    {
      bh_file_set_foreign_error (source, error);
      return FALSE;
    }
  if (!bh_file_check_header (source, BH_SQLITE_APPLICATION_ID, BH_SCHEMA_VERSION, error))
    return FALSE;

  connection = bh_sqlite_connection_open (source, BH_SQLITE_READ, BH_SCHEMA_VERSION, error);
  if (connection == NULL || !check_pages (BH_CONNECTION (connection), source, error))
    return FALSE;

  g_unlink (part);

  return bh_sqlite_connection_copy (connection, part, NULL, error);
}

static char *
make_kept_name (const char *target, BhClock *clock)
{
  g_autoptr (GDateTime) utc
      = g_date_time_new_from_unix_utc (bh_clock_now (clock) / BH_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *stamp = g_date_time_format (local, "%Y%m%d-%H%M%S");
  char *name = g_strdup_printf ("%s.before-restore-%s", target, stamp);

  for (guint i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before-restore-%s-%u", target, stamp, i);
    }

  return name;
}

/* Gives the file a second name, so that at no moment there is none; where the file system has no
 * second names, it is moved. */
static gboolean
keep (const char *target, const char *kept, gboolean *moved, GError **error)
{
  *moved = link (target, kept) != 0;

  return !*moved || bh_backup_move (target, kept, error);
}

/* Moves what SQLite keeps beside the file out of the way. */
static gboolean
put_aside (const char *target, const char *kept, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sidecars); i++)
    {
      g_autofree char *from = g_strconcat (target, sidecars[i], NULL);
      g_autofree char *to = g_strconcat (kept, sidecars[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && !bh_backup_move (from, to, error))
        return FALSE;
    }

  return TRUE;
}

/* The files come first: a database that is there has them all. */
static gboolean
copy_files (const char *source, const char *target, GPtrArray *added, GError **error)
{
  g_autofree char *from = bh_file_store_dup_folder (source);
  g_autofree char *to = bh_file_store_dup_folder (target);

  return g_str_equal (from, to)
         || bh_file_copy_all (from, to, BH_FILE_COPY_MEND, added, NULL, NULL, error);
}

static gboolean
replace (const char *part, const char *target, BhClock *clock, char **kept, GError **error)
{
  g_autofree char *name = make_kept_name (target, clock);
  gboolean replaced, moved = FALSE;

  replaced = g_file_test (target, G_FILE_TEST_EXISTS);
  if (!put_aside (target, name, error) || (replaced && !keep (target, name, &moved, error)))
    return FALSE;
  if (!bh_backup_move (part, target, error))
    {
      if (moved)
        bh_backup_move (name, target, NULL);
      else if (replaced)
        g_unlink (name);
      return FALSE;
    }

  if (kept != NULL)
    *kept = replaced ? g_steal_pointer (&name) : NULL;

  return TRUE;
}

static gboolean
put_in_place (const char *source,
              const char *part,
              const char *target,
              BhClock *clock,
              char **kept,
              GError **error)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *files = NULL;
  g_autoptr (BhSqliteClaim) claim = NULL;

  if (!bh_sqlite_claim (target, &claim, error))
    return FALSE;
  if (copy_files (source, target, added, error) && replace (part, target, clock, kept, error))
    return TRUE;

  files = bh_file_store_dup_folder (target);
  bh_file_copy_take_back (files, added);

  return FALSE;
}

gboolean
bh_backup_restore (
    const char *source, const char *target, BhClock *clock, char **kept, GError **error)
{
  g_autofree char *part = NULL;
  gboolean restored;

  g_return_val_if_fail (source != NULL, FALSE);
  g_return_val_if_fail (target != NULL, FALSE);
  g_return_val_if_fail (BH_IS_CLOCK (clock), FALSE);

  part = g_strconcat (target, ".part", NULL);
  if (!bh_file_check_place (target, TRUE, error) || !copy_sound (source, part, error))
    return FALSE;

  restored = put_in_place (source, part, target, clock, kept, error);
  if (!restored)
    g_unlink (part);

  return restored;
}
