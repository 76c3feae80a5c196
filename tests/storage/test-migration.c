/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-migration.h"

#include "support/bh-test-folder.h"

#include <glib/gstdio.h>

static gboolean
add_column (BhConnection *connection, GError **error)
{
  return bh_connection_execute (connection,
                                "ALTER TABLE thing ADD COLUMN colour TEXT;"
                                "UPDATE thing SET colour = 'red';",
                                error);
}

/* Builds a table anew, as SQLite wants it for a change that ALTER TABLE has not. */
static gboolean
rebuild_table (BhConnection *connection, GError **error)
{
  return bh_connection_execute (connection,
                                "CREATE TABLE new_thing (id INTEGER PRIMARY KEY, colour TEXT);"
                                "INSERT INTO new_thing SELECT id, colour FROM thing;"
                                "DROP TABLE thing; ALTER TABLE new_thing RENAME TO thing;",
                                error);
}

static gboolean
fail_half_way (BhConnection *connection, GError **error)
{
  return bh_connection_execute (connection, "DELETE FROM part; DELETE FROM nothing;", error);
}

static gboolean
lose_reference (BhConnection *connection, GError **error)
{
  return bh_connection_execute (connection, "DELETE FROM thing", error);
}

static const BhMigrationStep good[] = { { 2, add_column }, { 3, rebuild_table }, { 0, NULL } };
static const BhMigrationStep failing[] = { { 2, add_column }, { 3, fail_half_way }, { 0, NULL } };
static const BhMigrationStep losing[] = { { 2, lose_reference }, { 0, NULL } };

typedef struct
{
  char *folder;                   /* (owned) */
  char *path;                     /* (owned) */
  BhSqliteConnection *connection; /* (owned) */
} Fixture;

static void
open_connection (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->connection
      = bh_sqlite_connection_open (fixture->path, BH_SQLITE_CREATE, G_MAXINT, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = bh_test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "office.bihuan", NULL);
  open_connection (fixture);
  bh_connection_execute (BH_CONNECTION (fixture->connection),
                         "CREATE TABLE thing (id INTEGER PRIMARY KEY);"
                         "CREATE TABLE part (thing_id INTEGER REFERENCES thing (id));"
                         "INSERT INTO thing VALUES (1), (2); INSERT INTO part VALUES (2);",
                         &error);
  g_assert_no_error (error);
  bh_sqlite_connection_set_version (fixture->connection, 1, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->connection);
  open_connection (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->connection);
  g_free (fixture->path);
  bh_test_folder_free (fixture->folder);
}

static gint64
get_single (BhSqliteConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  bh_connection_get_single (BH_CONNECTION (connection), sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (BhSqliteConnection) copy = NULL;

  g_assert_true (bh_migration_run (fixture->connection, good, &kept, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_single (fixture->connection, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (get_single (fixture->connection, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (
      get_single (fixture->connection, "SELECT count (*) FROM thing WHERE colour = 'red'"), ==, 2);

  g_assert_true (g_str_has_suffix (kept, "office.bihuan.before-schema-3"));
  copy = bh_sqlite_connection_open (kept, BH_SQLITE_WRITE, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_single (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (get_single (copy, "SELECT count (*) FROM thing"), ==, 2);
}

static void
test_nothing_to_do (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char *kept;

  bh_sqlite_connection_set_version (fixture->connection, 3, &error);
  g_assert_true (bh_migration_run (fixture->connection, good, &kept, &error));
  g_assert_no_error (error);
  g_assert_null (kept);
}

/* Only the steps that are missing are done. */
static void
test_from_the_middle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (add_column (BH_CONNECTION (fixture->connection), &error));
  bh_sqlite_connection_set_version (fixture->connection, 2, &error);
  g_assert_true (bh_migration_run (fixture->connection, good, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_single (fixture->connection, "PRAGMA user_version"), ==, 3);
}

static void
assert_untouched (Fixture *fixture, const BhMigrationStep *steps)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = bh_test_folder_get_contents (fixture->path);
  g_autoptr (GBytes) after = NULL;
  g_autofree char *kept = NULL;

  g_assert_false (bh_migration_run (fixture->connection, steps, &kept, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_cmpint (get_single (fixture->connection, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (get_single (fixture->connection, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (get_single (fixture->connection, "SELECT count (*) FROM part"), ==, 1);

  g_clear_object (&fixture->connection);
  after = bh_test_folder_get_contents (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  open_connection (fixture);
}

static void
test_failing_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *second = g_strconcat (fixture->path, ".before-schema-3-2", NULL);

  assert_untouched (fixture, failing);
  assert_untouched (fixture, failing);
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
}

static void
test_lost_reference (Fixture *fixture, gconstpointer data)
{
  assert_untouched (fixture, losing);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "steps", test_steps },
    { "nothing-to-do", test_nothing_to_do },
    { "from-the-middle", test_from_the_middle },
    { "failing-step", test_failing_step },
    { "lost-reference", test_lost_reference },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/migration/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }

  return g_test_run ();
}
