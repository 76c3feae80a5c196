/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-sqlite-claim.h"

#include "base/bh-i18n.h"
#include "storage/bh-sqlite-error.h"

static gboolean
is_damage (int code)
{
  int primary = code & 0xff;

  return primary == SQLITE_NOTADB || primary == SQLITE_CORRUPT || primary == SQLITE_FORMAT;
}

gboolean
bh_sqlite_claim (const char *path, BhSqliteClaim **claim, GError **error)
{
  g_autoptr (BhSqliteClaim) db = NULL;
  int result;

  *claim = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  /* Whoever has a database open with a write-ahead log holds a lock on it, so that the log can only
   * be given up when nobody does. */
  result = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_exec (db, "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE", NULL, NULL, NULL);

  if ((result & 0xff) == SQLITE_BUSY)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_BUSY,
                 _ ("%s is open in Bihuan. Close the program and try again."), path);
  else if (result != SQLITE_OK && !is_damage (result))
    bh_sqlite_set_error (error, db, path, result);
  else
    {
      if (result == SQLITE_OK)
        *claim = g_steal_pointer (&db);
      return TRUE;
    }

  return FALSE;
}

void
bh_sqlite_claim_release (BhSqliteClaim *claim)
{
  sqlite3_close (claim);
}
