/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-sqlite-connection.h"

G_BEGIN_DECLS

/**
 * BhMigrationStep:
 * @version: the version that @migrate leads to, from the one before
 * @migrate: changes tables and rows, inside of the transaction
 */
typedef struct
{
  gint64 version;
  gboolean (*migrate) (BhConnection *connection, GError **error);
} BhMigrationStep;

/** bh_migration_get_steps: Returns: (transfer none): the steps of this program in order of version,
 * ended by one without function */
const BhMigrationStep *bh_migration_get_steps (void);

/**
 * bh_migration_run:
 * @steps: ended by one without function
 * @kept: (out) (optional) (transfer full): path of the copy that was made, NULL where no step was
 *   needed
 *
 * Brings a database to the version of the last step: writes a copy beside it, then does all steps,
 * checks the references and sets the version in one transaction. Whatever fails, the file stays as
 * it was.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_migration_run (BhSqliteConnection *connection,
                           const BhMigrationStep *steps,
                           char **kept,
                           GError **error);

G_END_DECLS
