/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-sqlite-connection.h"

G_BEGIN_DECLS

#define BH_TYPE_SQLITE_STATEMENT (bh_sqlite_statement_get_type ())
G_DECLARE_FINAL_TYPE (BhSqliteStatement, bh_sqlite_statement, BH, SQLITE_STATEMENT, GObject)

/**
 * bh_sqlite_statement_new:
 * @connection: owns the statement and outlives it
 * @sql: one statement
 *
 * Returns: (transfer full) (nullable): the prepared statement
 */
BhSqliteStatement *
bh_sqlite_statement_new (BhSqliteConnection *connection, const char *sql, GError **error);

G_END_DECLS
