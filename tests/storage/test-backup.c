/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-backup.h"
#include "support/bh-test-tickets.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#define START (G_GINT64_CONSTANT (1772409600) * BH_USEC_PER_SEC) /* 2026-03-02 08:00 */
#define HOUR (3600 * BH_USEC_PER_SEC)
#define DAY (24 * HOUR)

static gint64
count (const char *path, BhClock *clock, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) store = bh_store_open (path, BH_OPEN_EXISTING, clock, &error);
  g_autoptr (BhConnection) connection = NULL;
  gint64 value;

  g_assert_no_error (error);
  connection = bh_store_open_reader (store, &error);
  g_assert_no_error (error);
  g_assert_true (bh_connection_get_single (connection, sql, &value, &error));
  g_clear_object (&connection);
  bh_store_close (store);

  return value;
}

static char *
make_backup (BhTestStore *office, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (office->folder, name, NULL);

  bh_backup_write (office->store, path, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static void
close_office (BhTestStore *office)
{
  bh_store_close (office->store);
  g_clear_object (&office->store);
}

static void
test_writes (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  bh_test_record (office, 0, BH_VERB_NEW, START, NULL);
  path = make_backup (office, "copy.bihuan");
  /* It goes on, and the copy stays as it is. */
  bh_test_record (office, 0, BH_VERB_NEW, START, NULL);
  g_assert_cmpint (count (path, office->clock, "SELECT COUNT (*) FROM ticket"), ==, 1);

  g_assert_false (bh_backup_write (office->store, path, NULL, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS);
  g_clear_error (&error);

  g_free (path);
  path = g_build_filename (office->folder, "no", "such", "folder", NULL);
  g_assert_false (bh_backup_write (office->store, path, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_restores (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  bh_test_record (office, 0, BH_VERB_NEW, START, NULL);
  path = make_backup (office, "copy.bihuan");
  bh_test_record (office, 0, BH_VERB_NEW, START, NULL);

  /* Nobody may have it open, not even to read. */
  g_assert_false (bh_backup_restore (path, office->path, office->clock, &kept, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (kept);

  close_office (office);
  bh_backup_restore (path, office->path, office->clock, &kept, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (kept, office->path));
  g_assert_nonnull (strstr (kept, ".before-restore-2026030"));
  g_assert_cmpint (count (office->path, office->clock, "SELECT COUNT (*) FROM ticket"), ==, 1);
  g_assert_cmpint (count (kept, office->clock, "SELECT COUNT (*) FROM ticket"), ==, 2);
  g_assert_cmpint (count (path, office->clock, "SELECT COUNT (*) FROM ticket"), ==, 1);
}

/* Whenever it is killed, there is a database in that place. */
static void
test_never_missing (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *path = make_backup (office, "copy.bihuan");
  g_autofree char *name = g_path_get_basename (office->path);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  char buffer[4096] __attribute__ ((aligned (__alignof__(struct inotify_event))));
  int watch = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  ssize_t size;

  close_office (office);
  g_assert_cmpint (inotify_add_watch (watch, office->folder, IN_MOVED_FROM | IN_DELETE), >=, 0);
  bh_backup_restore (path, office->path, office->clock, &kept, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));

  while ((size = read (watch, buffer, sizeof buffer)) > 0)
    for (ssize_t i = 0; i < size;)
      {
        const struct inotify_event *event = (gconstpointer) (buffer + i);

        g_assert_cmpstr (event->name, !=, name);
        i += (ssize_t) (sizeof *event + event->len);
      }
  close (watch);
}

/* As on a disc that nobody can write. Who is root can write anywhere. */
static void
test_restores_read_only (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *folder = g_build_filename (office->folder, "disc", NULL);
  g_autofree char *target = g_build_filename (office->folder, "new.bihuan", NULL);
  g_autofree char *path = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  path = make_backup (office, "disc/copy.bihuan");
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  bh_backup_restore (path, target, office->clock, NULL, &error);
  g_assert_no_error (error);
  log = g_strconcat (path, "-wal", NULL);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static void
test_restores_into_nothing (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *path = make_backup (office, "copy.bihuan");
  g_autofree char *target = g_build_filename (office->folder, "new.bihuan", NULL);
  g_autofree char *log = g_strconcat (target, "-wal", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  /* The log of a file that somebody removed would be taken for that of the restored one. */
  g_assert_true (g_file_set_contents (log, "of another file", -1, NULL));
  bh_backup_restore (path, target, office->clock, &kept, &error);
  g_assert_no_error (error);
  g_assert_null (kept);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count (target, office->clock, "SELECT COUNT (*) FROM ticket"), ==, 0);
}

/* What it replaces may be anything; what it restores may not. */
static void
test_damaged (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *path = make_backup (office, "copy.bihuan");
  g_autofree char *broken = g_build_filename (office->folder, "broken.bihuan", NULL);
  g_autofree char *missing = g_build_filename (office->folder, "missing.bihuan", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (broken, "this is no database at all", -1, NULL));
  g_assert_false (bh_backup_restore (broken, missing, office->clock, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_A_DATABASE);
  g_clear_error (&error);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));

  g_assert_false (bh_backup_restore (missing, broken, office->clock, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  bh_backup_restore (path, broken, office->clock, &kept, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count (broken, office->clock, "SELECT COUNT (*) FROM ticket"), ==, 0);
}

/* A page in the middle is enough. */
static void
test_damaged_page (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *path = make_backup (office, "copy.bihuan");
  g_autofree char *target = g_build_filename (office->folder, "new.bihuan", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 8 * 4096);
  memset (contents + 4096, 0x5a, length - 2 * 4096);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));

  g_assert_false (bh_backup_restore (path, target, office->clock, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_A_DATABASE);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the files in the folder of the daily copies, sorted. */
static char *
list_daily (BhTestStore *office)
{
  g_autofree char *folder = g_strconcat (office->path, ".backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

static void
assert_daily (BhTestStore *office, gboolean expected, const char *files)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  gboolean made;

  bh_backup_daily (office->store, NULL, &made, &error);
  g_assert_no_error (error);
  g_assert_true (made == expected);
  names = list_daily (office);
  g_assert_cmpstr (names, ==, files);
}

static void
test_daily (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *folder = g_strconcat (office->path, ".backups", NULL);
  g_autofree char *foreign = g_build_filename (folder, "20200101-000000.txt", NULL);

  bh_test_record (office, 0, BH_VERB_NEW, START, NULL);
  assert_daily (office, TRUE, "20260302-080000.bihuan");
  bh_clock_set (office->clock, START + 15 * HOUR);
  assert_daily (office, FALSE, "20260302-080000.bihuan");
  bh_clock_set (office->clock, START + 16 * HOUR);
  assert_daily (office, TRUE, "20260302-080000.bihuan 20260303-000000.bihuan");
  /* Finished days are sealed in it. */
  g_assert_cmpint (count (office->path, office->clock, "SELECT MAX (day) FROM seal"), ==, 20260302);

  g_assert_true (g_file_set_contents (foreign, "mine", -1, NULL));
  for (guint day = 2; day < 9; day++)
    {
      g_autoptr (GError) error = NULL;

      bh_clock_set (office->clock, START + day * DAY);
      bh_backup_daily (office->store, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  assert_daily (office, FALSE,
                "20200101-000000.txt 20260304-080000.bihuan 20260305-080000.bihuan "
                "20260306-080000.bihuan 20260307-080000.bihuan 20260308-080000.bihuan "
                "20260309-080000.bihuan 20260310-080000.bihuan");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/writes", test_writes);
  g_test_add_func ("/backup/restores", test_restores);
  g_test_add_func ("/backup/never-missing", test_never_missing);
  g_test_add_func ("/backup/restores-read-only", test_restores_read_only);
  g_test_add_func ("/backup/restores-into-nothing", test_restores_into_nothing);
  g_test_add_func ("/backup/damaged", test_damaged);
  g_test_add_func ("/backup/damaged-page", test_damaged_page);
  g_test_add_func ("/backup/daily", test_daily);

  return g_test_run ();
}
