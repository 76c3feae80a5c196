/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-storage-error.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * bh_sqlite_set_error:
 * @db: (nullable): the connection that failed
 * @path: of its file, for the message
 * @code: what SQLite returned
 *
 * Sets %BH_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED for an interrupted statement, with one line
 * that says what to do.
 */
void bh_sqlite_set_error (GError **error, sqlite3 *db, const char *path, int code);

G_END_DECLS
