/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-file-check.h"
#include "storage/bh-sqlite-connection.h"

#include "support/bh-test-folder.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define NEWEST 3
#define NOBODY 65534

/* What is refused is refused with one line that names the file, or its folder. */
static void
assert_refused (const char *path, BhSqliteMode mode, BhStorageError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (BhSqliteConnection) connection
      = bh_sqlite_connection_open (path, mode, NEWEST, &error);

  g_assert_null (connection);
  g_assert_error (error, BH_STORAGE_ERROR, (int) code);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_nonnull (strstr (error->message, folder));
}

static void
make_database (const char *path, gint64 version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSqliteConnection) connection
      = bh_sqlite_connection_open (path, BH_SQLITE_CREATE, G_MAXINT, &error);

  g_assert_no_error (error);
  bh_connection_execute (BH_CONNECTION (connection),
                         "CREATE TABLE IF NOT EXISTS thing (id INTEGER)", &error);
  g_assert_no_error (error);
  bh_sqlite_connection_set_version (connection, version, &error);
  g_assert_no_error (error);
}

static void
assert_unchanged (const char *folder, const char *path, GBytes *before)
{
  g_autoptr (GBytes) after = bh_test_folder_get_contents (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint files = 0;

  g_assert_true (g_bytes_equal (before, after));
  while (g_dir_read_name (dir) != NULL)
    files++;
  g_assert_cmpuint (files, ==, 1);
}

static void
test_missing (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "office", NULL);
  g_autofree char *deep = g_build_filename (folder, "none", "office", NULL);

  assert_refused (path, BH_SQLITE_WRITE, BH_STORAGE_ERROR_NOT_FOUND);
  assert_refused (deep, BH_SQLITE_WRITE, BH_STORAGE_ERROR_NOT_FOUND);
  assert_refused (folder, BH_SQLITE_CREATE, BH_STORAGE_ERROR_NOT_A_DATABASE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_newer (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "office", NULL);
  g_autoptr (GBytes) before = NULL;

  make_database (path, NEWEST + 1);
  before = bh_test_folder_get_contents (path);
  assert_refused (path, BH_SQLITE_WRITE, BH_STORAGE_ERROR_NEWER);
  assert_refused (path, BH_SQLITE_CREATE, BH_STORAGE_ERROR_NEWER);
  assert_unchanged (folder, path, before);
}

/* The mark of the newer version stands in the log alone, as after a crash. */
static void
test_newer_in_log (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "office", NULL);
  g_autoptr (BhSqliteConnection) open = NULL;

  make_database (path, NEWEST);
  open = bh_sqlite_connection_open (path, BH_SQLITE_WRITE, NEWEST, &error);
  g_assert_no_error (error);
  bh_sqlite_connection_set_version (open, NEWEST + 1, &error);
  g_assert_no_error (error);
  assert_refused (path, BH_SQLITE_WRITE, BH_STORAGE_ERROR_NEWER);
}

static void
test_no_database (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "letter.txt", NULL);
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autoptr (GBytes) before = NULL;

  g_file_set_contents (path, "short", -1, NULL);
  assert_refused (path, BH_SQLITE_CREATE, BH_STORAGE_ERROR_NOT_A_DATABASE);
  g_file_set_contents (path, text, -1, NULL);
  before = bh_test_folder_get_contents (path);
  assert_refused (path, BH_SQLITE_CREATE, BH_STORAGE_ERROR_NOT_A_DATABASE);
  assert_unchanged (folder, path, before);
}

static void
test_foreign (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "other.db", NULL);
  g_autoptr (GBytes) before = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE t (a)", NULL, NULL, NULL), ==, SQLITE_OK);
  before = bh_test_folder_get_contents (path);
  assert_refused (path, BH_SQLITE_CREATE, BH_STORAGE_ERROR_NOT_A_DATABASE);
  assert_unchanged (folder, path, before);
  g_clear_pointer (&before, g_bytes_unref);

  g_assert_cmpint (sqlite3_exec (db, "PRAGMA application_id = 77", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  assert_refused (path, BH_SQLITE_CREATE, BH_STORAGE_ERROR_NOT_A_DATABASE);
  sqlite3_close (db);
}

static void
test_damaged (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "office", NULL);
  g_autofree char *contents = NULL;
  gsize size;

  make_database (path, NEWEST);
  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  memset (contents + 100, 0x55, 1000);
  g_file_set_contents (path, contents, (gssize) size, &error);
  g_assert_no_error (error);
  assert_refused (path, BH_SQLITE_WRITE, BH_STORAGE_ERROR_NOT_A_DATABASE);
}

/* Nobody but the owner of the folder may write: the superuser becomes somebody else for that. */
static void
test_read_only (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "office", NULL);
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  gboolean superuser = geteuid () == 0;

  make_database (path, NEWEST);
  if (superuser)
    {
      g_assert_cmpint (chown (folder, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (seteuid (NOBODY), ==, 0);
    }

  g_chmod (folder, 0555);
  assert_refused (path, BH_SQLITE_WRITE, BH_STORAGE_ERROR_READ_ONLY);
  assert_refused (other, BH_SQLITE_CREATE, BH_STORAGE_ERROR_READ_ONLY);
  g_chmod (folder, 0755);
  g_chmod (path, 0444);
  assert_refused (path, BH_SQLITE_WRITE, BH_STORAGE_ERROR_READ_ONLY);

  if (superuser)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* A file that was cut off while it was made may be made again. */
static void
test_empty (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "office", NULL);

  g_file_set_contents (path, "", 0, NULL);
  make_database (path, NEWEST);
}

static void
test_network (void)
{
  g_assert_cmpstr (bh_file_name_network (0x6969, NULL), ==, "NFS");
  g_assert_cmpstr (bh_file_name_network (0xFE534D42, NULL), ==, "SMB");
  g_assert_cmpstr (bh_file_name_network (0x65735546, "fuse.sshfs"), ==, "sshfs");
  g_assert_null (bh_file_name_network (0x65735546, "fuse.ntfs-3g"));
  g_assert_null (bh_file_name_network (0x65735546, NULL));
  g_assert_null (bh_file_name_network (0xEF53, "fuse.sshfs"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opening/missing", test_missing);
  g_test_add_func ("/opening/newer", test_newer);
  g_test_add_func ("/opening/newer-in-log", test_newer_in_log);
  g_test_add_func ("/opening/no-database", test_no_database);
  g_test_add_func ("/opening/foreign", test_foreign);
  g_test_add_func ("/opening/damaged", test_damaged);
  g_test_add_func ("/opening/read-only", test_read_only);
  g_test_add_func ("/opening/empty", test_empty);
  g_test_add_func ("/opening/network", test_network);

  return g_test_run ();
}
