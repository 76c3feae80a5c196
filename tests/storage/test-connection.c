/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-sqlite-connection.h"

#include "support/bh-test-folder.h"

#include <glib/gstdio.h>

#define NEWEST 3

typedef struct
{
  char *folder;             /* (owned) */
  char *path;               /* (owned) */
  BhConnection *connection; /* (owned) */
} Fixture;

static BhConnection *
open_connection (const char *path, BhSqliteMode mode)
{
  g_autoptr (GError) error = NULL;
  BhSqliteConnection *connection = bh_sqlite_connection_open (path, mode, NEWEST, &error);

  g_assert_no_error (error);

  return BH_CONNECTION (connection);
}

static void
execute (BhConnection *connection, const char *script)
{
  g_autoptr (GError) error = NULL;

  bh_connection_execute (connection, script, &error);
  g_assert_no_error (error);
}

static gint64
get_single (BhConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  bh_connection_get_single (connection, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static BhStatement *
prepare (BhConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  BhStatement *statement = bh_connection_prepare (connection, sql, &error);

  g_assert_no_error (error);

  return statement;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = bh_test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "office.bihuan", NULL);
  fixture->connection = open_connection (fixture->path, BH_SQLITE_CREATE);
  execute (fixture->connection, "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT, x REAL);"
                                "CREATE TABLE part (thing_id INTEGER REFERENCES thing (id));");
  bh_sqlite_connection_set_version (BH_SQLITE_CONNECTION (fixture->connection), 1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->connection);
  g_free (fixture->path);
  bh_test_folder_free (fixture->folder);
}

static void
test_types (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BhStatement *statement
      = prepare (fixture->connection, "INSERT INTO thing (id, name, x) VALUES (?1, ?2, ?3)");

  bh_statement_bind_int64 (statement, 1, G_MAXINT64);
  bh_statement_bind_text (statement, 2, "滨河花园");
  bh_statement_bind_double (statement, 3, 0.5);
  g_assert_true (bh_statement_run (statement, &error));
  g_assert_cmpint (bh_connection_count_changes (fixture->connection), ==, 1);
  bh_statement_bind_id (statement, 1, 7);
  bh_statement_bind_text (statement, 2, NULL);
  g_assert_true (bh_statement_run (statement, &error));
  g_assert_no_error (error);

  statement = prepare (fixture->connection, "SELECT id, name, x, 0 FROM thing ORDER BY id DESC");
  g_assert_cmpint (bh_statement_step (statement, &error), ==, BH_STEP_ROW);
  g_assert_cmpint (bh_statement_get_int64 (statement, 0), ==, G_MAXINT64);
  g_assert_cmpstr (bh_statement_get_text (statement, 1), ==, "滨河花园");
  g_assert_cmpfloat (bh_statement_get_double (statement, 2), ==, 0.5);
  g_assert_cmpint (bh_statement_step (statement, &error), ==, BH_STEP_ROW);
  g_assert_true (bh_statement_is_null (statement, 1));
  g_assert_null (bh_statement_get_text (statement, 1));
  g_assert_true (bh_statement_is_null (statement, 2));
  g_assert_cmpfloat (bh_statement_get_double (statement, 2), ==, 0.0);
  g_assert_false (bh_statement_is_null (statement, 3));
  g_assert_cmpint (bh_statement_step (statement, &error), ==, BH_STEP_DONE);
}

static void
test_id_zero_is_null (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BhStatement *statement = prepare (fixture->connection, "SELECT ?1 IS NULL");

  bh_statement_bind_id (statement, 1, 0);
  g_assert_cmpint (bh_statement_step (statement, &error), ==, BH_STEP_ROW);
  g_assert_cmpint (bh_statement_get_int64 (statement, 0), ==, 1);
}

/* The same text gives the same statement, wherever the text stands; another text at the address of
 * an earlier one gives another. */
static void
test_cache (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char buffer[32] = "SELECT ?1, 1";
  BhStatement *first = prepare (fixture->connection, buffer);
  BhStatement *again;

  bh_statement_bind_int64 (first, 1, 5);
  g_assert_cmpint (bh_statement_step (first, &error), ==, BH_STEP_ROW);

  again = prepare (fixture->connection, "SELECT ?1, 1");
  g_assert_true (again == first);
  g_assert_cmpint (bh_statement_step (again, &error), ==, BH_STEP_ROW);
  g_assert_true (bh_statement_is_null (again, 0));

  g_strlcpy (buffer, "SELECT 2", sizeof buffer);
  again = prepare (fixture->connection, buffer);
  g_assert_true (again != first);
  g_assert_cmpint (bh_statement_step (again, &error), ==, BH_STEP_ROW);
  g_assert_cmpint (bh_statement_get_int64 (again, 0), ==, 2);
}

static void
test_cache_is_bounded (Fixture *fixture, gconstpointer data)
{
  BhStatement *kept;
  sqlite3 *db = bh_sqlite_connection_get_handle (BH_SQLITE_CONNECTION (fixture->connection));
  guint n = 0;

  for (int i = 0; i < 2000; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %d", i);

      g_assert_cmpint (get_single (fixture->connection, sql), ==, i);
      kept = prepare (fixture->connection, "SELECT 'kept'");
    }

  for (sqlite3_stmt *stmt = sqlite3_next_stmt (db, NULL); stmt != NULL;
       stmt = sqlite3_next_stmt (db, stmt))
    n++;
  g_assert_cmpuint (n, <=, 256);
  g_assert_true (prepare (fixture->connection, "SELECT 'kept'") == kept);
}

static void
test_bad_sql (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BhStatement *statement;

  g_assert_null (bh_connection_prepare (fixture->connection, "SELEKT 1", &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED);
  g_clear_error (&error);

  statement = prepare (fixture->connection, "SELECT ?1");
  bh_statement_bind_int64 (statement, 2, 1);
  g_assert_cmpint (bh_statement_step (statement, &error), ==, BH_STEP_ERROR);
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED);
}

static void
test_foreign_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      bh_connection_execute (fixture->connection, "INSERT INTO part VALUES (4711)", &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED);
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  bh_connection_rollback (fixture->connection);
  g_assert_true (bh_connection_begin_write (fixture->connection, &error));
  execute (fixture->connection, "INSERT INTO thing (name) VALUES ('a')");
  bh_connection_rollback (fixture->connection);
  g_assert_cmpint (get_single (fixture->connection, "SELECT count (*) FROM thing"), ==, 0);

  g_assert_true (bh_connection_begin_write (fixture->connection, &error));
  execute (fixture->connection, "INSERT INTO thing (name) VALUES ('a')");
  g_assert_true (bh_connection_commit (fixture->connection, &error));
  bh_connection_rollback (fixture->connection);
  g_assert_cmpint (get_single (fixture->connection, "SELECT count (*) FROM thing"), ==, 1);
}

/* A reader sees one state from beginning to end, and the next one sees what was committed. */
static void
test_snapshot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = open_connection (fixture->path, BH_SQLITE_READ);
  BhStatement *unfinished;

  execute (fixture->connection, "INSERT INTO thing (name) VALUES ('a'), ('b')");
  g_assert_true (bh_connection_begin_read (reader, &error));
  execute (fixture->connection, "INSERT INTO thing (name) VALUES ('c')");
  g_assert_cmpint (get_single (reader, "SELECT count (*) FROM thing"), ==, 2);

  unfinished = prepare (reader, "SELECT id FROM thing");
  g_assert_cmpint (bh_statement_step (unfinished, &error), ==, BH_STEP_ROW);
  g_assert_true (bh_connection_commit (reader, &error));

  g_assert_cmpint (get_single (reader, "SELECT count (*) FROM thing"), ==, 3);
  g_assert_false (bh_connection_execute (reader, "DELETE FROM thing", &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_READ_ONLY);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  static const char endless[] = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                                " SELECT count (*) FROM n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GThread) thread = NULL;
  gint64 value;

  bh_connection_set_cancellable (fixture->connection, cancellable);
  g_assert_cmpint (get_single (fixture->connection, "SELECT 1"), ==, 1);
  thread
      = g_thread_new ("cancel", (GThreadFunc) (void (*) (void)) g_cancellable_cancel, cancellable);
  g_assert_false (bh_connection_get_single (fixture->connection, endless, &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (g_steal_pointer (&thread));
  g_clear_error (&error);

  g_assert_false (bh_connection_get_single (fixture->connection, "SELECT 1", &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  bh_connection_set_cancellable (fixture->connection, NULL);
  g_assert_cmpint (get_single (fixture->connection, "SELECT 1"), ==, 1);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  execute (fixture->connection, "PRAGMA max_page_count = 10");
  g_assert_true (bh_connection_begin_write (fixture->connection, &error));
  g_assert_false (bh_connection_execute (
      fixture->connection, "INSERT INTO thing (name) VALUES (zeroblob (100000))", &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, fixture->path));
  bh_connection_rollback (fixture->connection);
  g_assert_cmpint (get_single (fixture->connection, "SELECT count (*) FROM thing"), ==, 0);
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) other = open_connection (fixture->path, BH_SQLITE_WRITE);

  sqlite3_busy_timeout (bh_sqlite_connection_get_handle (BH_SQLITE_CONNECTION (other)), 1);
  g_assert_true (bh_connection_begin_write (fixture->connection, &error));
  g_assert_false (bh_connection_begin_write (other, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_BUSY);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) copy = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *target = g_build_filename (fixture->folder, "copy", NULL);
  BhSqliteConnection *source = BH_SQLITE_CONNECTION (fixture->connection);

  execute (fixture->connection, "INSERT INTO thing (name) VALUES ('a')");
  g_cancellable_cancel (cancellable);
  g_assert_false (bh_sqlite_connection_copy (source, target, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_true (bh_sqlite_connection_copy (source, target, NULL, &error));
  g_assert_no_error (error);
  copy = open_connection (target, BH_SQLITE_WRITE);
  g_assert_cmpint (get_single (copy, "SELECT count (*) FROM thing"), ==, 1);

  g_assert_false (bh_sqlite_connection_copy (source, target, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "types", test_types },       { "id-zero-is-null", test_id_zero_is_null },
    { "cache", test_cache },       { "cache-is-bounded", test_cache_is_bounded },
    { "bad-sql", test_bad_sql },   { "foreign-keys", test_foreign_keys },
    { "rollback", test_rollback }, { "snapshot", test_snapshot },
    { "cancel", test_cancel },     { "full", test_full },
    { "busy", test_busy },         { "copy", test_copy },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/connection/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }

  return g_test_run ();
}
