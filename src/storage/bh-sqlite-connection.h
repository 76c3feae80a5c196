/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-connection.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/** BH_SQLITE_APPLICATION_ID: marks a file as ours: "Bihu" in ASCII. */
#define BH_SQLITE_APPLICATION_ID 0x42696875

/**
 * BhSqliteMode:
 * @BH_SQLITE_WRITE: reads and writes a file that is there
 * @BH_SQLITE_CREATE: likewise, making the file where there is none
 * @BH_SQLITE_READ: only reads; the file is open for writing elsewhere in the program
 */
typedef enum
{
  BH_SQLITE_WRITE,
  BH_SQLITE_CREATE,
  BH_SQLITE_READ,
} BhSqliteMode;

#define BH_TYPE_SQLITE_CONNECTION (bh_sqlite_connection_get_type ())
G_DECLARE_FINAL_TYPE (BhSqliteConnection, bh_sqlite_connection, BH, SQLITE_CONNECTION, GObject)

/**
 * bh_sqlite_connection_open:
 *
 * Opens a file with foreign keys on, a write-ahead log and full synchronisation. Says nothing
 * about what is inside but that it is a database; a file made by a version above @newest, or
 * marked by another program, is refused before anything is written.
 *
 * Returns: (transfer full) (nullable): the connection, or NULL with %BH_STORAGE_ERROR
 */
BhSqliteConnection *
bh_sqlite_connection_open (const char *path, BhSqliteMode mode, gint64 newest, GError **error);

const char *bh_sqlite_connection_get_path (BhSqliteConnection *self);
/** bh_sqlite_connection_get_handle: for the driver's own files */
sqlite3 *bh_sqlite_connection_get_handle (BhSqliteConnection *self);
/** bh_sqlite_connection_set_error: what SQLite returned, as an error with the file's path */
void bh_sqlite_connection_set_error (BhSqliteConnection *self, int code, GError **error);
gboolean bh_sqlite_connection_is_cancelled (BhSqliteConnection *self);

/** bh_sqlite_connection_is_blank: Returns: whether there is no table yet, so that it may be made
 * ours */
gboolean bh_sqlite_connection_is_blank (BhSqliteConnection *self, gboolean *blank, GError **error);
/** bh_sqlite_connection_get_version: the version of the schema, 0 for a blank file */
gboolean
bh_sqlite_connection_get_version (BhSqliteConnection *self, gint64 *version, GError **error);
/** bh_sqlite_connection_set_version: marks the file as ours with that version, as part of the
 * transaction */
gboolean
bh_sqlite_connection_set_version (BhSqliteConnection *self, gint64 version, GError **error);

/**
 * bh_sqlite_connection_copy:
 * @target: must not exist
 *
 * Writes a consistent copy of the whole database while it is in use. A failed copy is removed.
 */
gboolean bh_sqlite_connection_copy (BhSqliteConnection *self,
                                    const char *target,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
