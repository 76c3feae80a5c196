/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-storage-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/** BhSqliteClaim: a file that nobody else may use as long as this is held. */
typedef sqlite3 BhSqliteClaim;

/**
 * bh_sqlite_claim:
 * @claim: (out) (nullable): NULL where the file is missing, or so damaged that nobody can use it
 *
 * Takes a database file from everybody else, and writes its log back into it.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR_BUSY where a program has it open
 */
gboolean bh_sqlite_claim (const char *path, BhSqliteClaim **claim, GError **error);
void bh_sqlite_claim_release (BhSqliteClaim *claim);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhSqliteClaim, bh_sqlite_claim_release)

G_END_DECLS
