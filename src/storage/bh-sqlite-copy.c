/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-sqlite-connection.h"

#include "base/bh-i18n.h"
#include "storage/bh-sqlite-error.h"

#include <glib/gstdio.h>

#define PAGES_AT_ONCE 1000

/* Inside of one read transaction the source stays as it is, whoever writes meanwhile. */
static int
copy_pages (sqlite3 *target, sqlite3 *source, GCancellable *cancellable)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", source, "main");
  int result = SQLITE_OK, finished;

  if (backup == NULL)
    return sqlite3_extended_errcode (target);

  while (result == SQLITE_OK)
    result = g_cancellable_is_cancelled (cancellable) ? SQLITE_INTERRUPT
                                                      : sqlite3_backup_step (backup, PAGES_AT_ONCE);
  finished = sqlite3_backup_finish (backup);

  return result == SQLITE_DONE || result == SQLITE_OK ? finished : result;
}

static gboolean
write_copy (BhSqliteConnection *self, const char *target, GCancellable *cancellable, GError **error)
{
  sqlite3 *db = NULL;
  int result;

  result = sqlite3_open_v2 (target, &db,
                            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
                                | SQLITE_OPEN_EXRESCODE,
                            NULL);
  if (result == SQLITE_OK)
    result = copy_pages (db, bh_sqlite_connection_get_handle (self), cancellable);
  /* Without a write-ahead log it can be read from where nothing can be written. */
  if (result == SQLITE_OK)
    result = sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (result != SQLITE_OK)
    bh_sqlite_set_error (error, db, target, result);
  sqlite3_close (db);

  return result == SQLITE_OK;
}

gboolean
bh_sqlite_connection_copy (BhSqliteConnection *self,
                           const char *target,
                           GCancellable *cancellable,
                           GError **error)
{
  gboolean inside, copied;

  g_return_val_if_fail (BH_IS_SQLITE_CONNECTION (self), FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS,
                   _ ("%s exists already. Choose another name."), target);
      return FALSE;
    }

  inside = !sqlite3_get_autocommit (bh_sqlite_connection_get_handle (self));
  if (!inside && !bh_connection_begin_read (BH_CONNECTION (self), error))
    return FALSE;

  copied = write_copy (self, target, cancellable, error);
  if (!copied)
    g_unlink (target);
  if (!inside)
    bh_connection_rollback (BH_CONNECTION (self));

  return copied;
}
