/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-migration.h"

#include "base/bh-i18n.h"
#include "storage/bh-schema.h"

const BhMigrationStep *
bh_migration_get_steps (void)
{
  /* Version 1 is the first. */
  static const BhMigrationStep steps[]
      = { { 2, bh_schema_migrate_2 }, { 3, bh_schema_migrate_3 }, { 4, bh_schema_migrate_4 },
          { 5, bh_schema_migrate_5 }, { 6, bh_schema_migrate_6 }, { 0, NULL } };

  return steps;
}

static const BhMigrationStep *
find_last (const BhMigrationStep *steps, gint64 version)
{
  const BhMigrationStep *last = NULL;

  for (const BhMigrationStep *step = steps; step->migrate != NULL; step++)
    if (step->version > version)
      last = step;

  return last;
}

/* "office.bihuan.before-schema-2", with a number where an earlier attempt left one. */
static gboolean
keep_copy (BhSqliteConnection *connection, gint64 version, char **kept, GError **error)
{
  const char *path = bh_sqlite_connection_get_path (connection);
  g_autofree char *target = g_strdup_printf ("%s.before-schema-%d", path, (int) version);

  for (int number = 2; g_file_test (target, G_FILE_TEST_EXISTS); number++)
    {
      g_free (target);
      target = g_strdup_printf ("%s.before-schema-%d-%d", path, (int) version, number);
    }

  if (!bh_sqlite_connection_copy (connection, target, NULL, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&target);

  return TRUE;
}

static gboolean
check_references (BhConnection *connection, GError **error)
{
  BhStatement *statement = bh_connection_prepare (connection, "PRAGMA foreign_key_check", error);
  BhStep step;

  if (statement == NULL)
    return FALSE;

  step = bh_statement_step (statement, error);
  if (step == BH_STEP_ROW)
    g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED,
                 _ ("The database could not be brought to the new version: rows of %s would refer "
                    "to nothing. The file stays as it was."),
                 bh_statement_get_text (statement, 0));
  bh_statement_reset (statement);

  return step == BH_STEP_DONE;
}

static gboolean
do_steps (BhSqliteConnection *self,
          const BhMigrationStep *steps,
          gint64 version,
          gint64 last,
          GError **error)
{
  BhConnection *connection = BH_CONNECTION (self);

  for (const BhMigrationStep *step = steps; step->migrate != NULL; step++)
    if (step->version > version && !step->migrate (connection, error))
      return FALSE;

  return check_references (connection, error)
         && bh_sqlite_connection_set_version (self, last, error)
         && bh_connection_commit (connection, error);
}

/* Another program may have migrated the file while this one waited for the lock. */
static gboolean
migrate (BhSqliteConnection *self, const BhMigrationStep *steps, gint64 last, GError **error)
{
  BhConnection *connection = BH_CONNECTION (self);
  gint64 version;

  if (!bh_connection_begin_write (connection, error))
    return FALSE;

  if (bh_sqlite_connection_get_version (self, &version, error)
      && do_steps (self, steps, version, last, error))
    return TRUE;

  bh_connection_rollback (connection);

  return FALSE;
}

gboolean
bh_migration_run (BhSqliteConnection *connection,
                  const BhMigrationStep *steps,
                  char **kept,
                  GError **error)
{
  const BhMigrationStep *last;
  g_autoptr (GError) local = NULL;
  gint64 version;
  gboolean done;

  g_return_val_if_fail (BH_IS_SQLITE_CONNECTION (connection), FALSE);
  g_return_val_if_fail (steps != NULL, FALSE);

  if (kept != NULL)
    *kept = NULL;
  if (!bh_sqlite_connection_get_version (connection, &version, error))
    return FALSE;
  last = find_last (steps, version);
  if (last == NULL)
    return TRUE;

  /* Rebuilding a table drops it: its references are checked at the end instead. */
  if (!keep_copy (connection, last->version, kept, error)
      || !bh_connection_execute (BH_CONNECTION (connection), "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  done = migrate (connection, steps, last->version, error);

  return bh_connection_execute (BH_CONNECTION (connection), "PRAGMA foreign_keys = ON",
                                done ? error : &local)
         && done;
}
