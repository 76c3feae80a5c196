/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-sqlite-error.h"

#include "base/bh-i18n.h"

#include <errno.h>

/* A full disk shows as SQLITE_FULL, or as an error of reading and writing with this errno. */
static gboolean
is_full (sqlite3 *db, int primary)
{
  int system_error = db != NULL ? sqlite3_system_errno (db) : 0;

  return primary == SQLITE_FULL
         || (primary == SQLITE_IOERR && (system_error == ENOSPC || system_error == EDQUOT));
}

void
bh_sqlite_set_error (GError **error, sqlite3 *db, const char *path, int code)
{
  int primary = code & 0xff;
  const char *detail = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);

  if (primary == SQLITE_INTERRUPT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled; nothing was changed."));
  else if (is_full (db, primary))
    g_set_error (
        error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FULL,
        _ ("The disk is full, %s cannot grow. Nothing was changed: free some space and try "
           "again."),
        path);
  else if (primary == SQLITE_READONLY || primary == SQLITE_PERM || primary == SQLITE_CANTOPEN)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_READ_ONLY,
                 _ ("%s cannot be written. Ask for the right to write the file and its folder."),
                 path);
  else if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_BUSY,
                 _ ("%s is being written by another program. Wait until it has finished and try "
                    "again."),
                 path);
  else if (primary == SQLITE_NOTADB)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_A_DATABASE,
                 _ ("%s is not a database of Bihuan. Choose another file."), path);
  else if (primary == SQLITE_CORRUPT)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_A_DATABASE,
                 _ ("%s is damaged (%s). Restore the latest backup copy."), path, detail);
  else if (primary == SQLITE_IOERR)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
                 _ ("%s cannot be read or written (%s). Check the disk and its connection."), path,
                 detail);
  else
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
                 _ ("The database %s refused the work: %s."), path, detail);
}
