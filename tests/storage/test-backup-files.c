/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-backup.h"
#include "storage/bh-file-store.h"
#include "support/bh-test-tickets.h"

#include <glib/gstdio.h>

#define START (G_GINT64_CONSTANT (1772409600) * BH_USEC_PER_SEC) /* 2026-03-02 08:00 */
#define DAY (24 * 3600 * BH_USEC_PER_SEC)

/* Puts a text into the store of a database. Returns: (transfer full): its hash */
static char *
add_file (const char *database, const char *text)
{
  const BhFileAdding how = { .limit = 0 };
  g_autofree char *folder = bh_file_store_dup_folder (database);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStoredFile) file
      = bh_file_store_add_stream (folder, stream, "text", -1, &how, &error);

  g_assert_no_error (error);

  return g_steal_pointer (&file->hash);
}

static void
assert_file (const char *database, const char *hash, BhFileState state)
{
  g_autofree char *folder = bh_file_store_dup_folder (database);

  g_assert_cmpint (bh_file_store_verify (folder, hash, NULL), ==, state);
}

static void
damage (const char *database, const char *hash)
{
  g_autofree char *folder = bh_file_store_dup_folder (database);
  g_autofree char *path = bh_file_store_dup_path (folder, hash);

  g_assert_true (g_file_set_contents (path, "other", -1, NULL));
}

static void
close_office (BhTestStore *office)
{
  bh_store_close (office->store);
  g_clear_object (&office->store);
}

static guint
write_backup (BhTestStore *office, const char *path)
{
  g_autoptr (GError) error = NULL;
  guint n_left_out;

  bh_backup_write (office->store, path, &n_left_out, NULL, &error);
  g_assert_no_error (error);

  return n_left_out;
}

static void
restore (BhTestStore *office, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;

  bh_backup_restore (from, to, office->clock, NULL, &error);
  g_assert_no_error (error);
}

/* A copy is an office of its own: it has its files, and another place gets them from it. */
static void
test_whole (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *copy = g_build_filename (office->folder, "copy.bihuan", NULL);
  g_autofree char *elsewhere = g_build_filename (office->folder, "elsewhere.bihuan", NULL);
  g_autofree char *first = add_file (office->path, "first");
  g_autofree char *later = NULL;

  g_assert_cmpuint (write_backup (office, copy), ==, 0);
  later = add_file (office->path, "later");
  assert_file (copy, first, BH_FILE_SOUND);
  assert_file (copy, later, BH_FILE_MISSING);

  restore (office, copy, elsewhere);
  assert_file (elsewhere, first, BH_FILE_SOUND);

  /* What is there stays, and what went wrong is mended. */
  damage (office->path, first);
  close_office (office);
  restore (office, copy, office->path);
  assert_file (office->path, first, BH_FILE_SOUND);
  assert_file (office->path, later, BH_FILE_SOUND);
}

static void
test_without_files (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *copy = g_build_filename (office->folder, "copy.bihuan", NULL);
  g_autofree char *files = g_strconcat (copy, ".files", NULL);

  write_backup (office, copy);
  g_assert_false (g_file_test (files, G_FILE_TEST_EXISTS));
}

/* Files of somebody else's copy are not mixed with ours. */
static void
test_taken (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *copy = g_build_filename (office->folder, "copy.bihuan", NULL);
  g_autofree char *files = g_strconcat (copy, ".files", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (files, 0700), ==, 0);
  g_assert_false (bh_backup_write (office->store, copy, NULL, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_EXISTS);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_cancelled (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *copy = g_build_filename (office->folder, "copy.bihuan", NULL);
  g_autofree char *hash = add_file (office->path, "first");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n = count_entries (office->folder);

  g_cancellable_cancel (cancellable);
  g_assert_false (bh_backup_write (office->store, copy, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_entries (office->folder), ==, n);
}

/* One bad file does not keep the office from having a copy, and is told. */
static void
test_damaged (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *copy = g_build_filename (office->folder, "copy.bihuan", NULL);
  g_autofree char *bad = add_file (office->path, "bad");
  g_autofree char *good = add_file (office->path, "good");

  damage (office->path, bad);
  g_assert_cmpuint (write_backup (office, copy), ==, 1);
  assert_file (copy, good, BH_FILE_SOUND);
  assert_file (copy, bad, BH_FILE_MISSING);
}

/* Path of the newest or, with @oldest, the oldest daily copy. */
static char *
find_daily (BhTestStore *office, gboolean oldest)
{
  g_autofree char *folder = g_strconcat (office->path, ".backups", NULL);
  g_autofree char *found = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_suffix (name, ".bihuan")
          || (found != NULL && (g_strcmp0 (name, found) < 0) != oldest))
        continue;
      g_free (found);
      found = g_strdup (name);
    }

  return g_build_filename (folder, found, NULL);
}

/* The copies of three weeks: most of them have gone, and those that stay have their files. */
static void
test_daily (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *oldest = NULL;
  g_autofree char *newest = NULL;
  g_autofree char *live = NULL;
  g_autofree char *lost = g_build_filename (office->folder, "lost", NULL);
  g_autofree char *elsewhere = g_build_filename (office->folder, "elsewhere.bihuan", NULL);

  for (int day = 0; day < 20; day++)
    {
      g_autofree char *text = g_strdup_printf ("file of day %d", day);
      g_autoptr (GError) error = NULL;
      gboolean made;

      g_ptr_array_add (hashes, add_file (office->path, text));
      bh_clock_set (office->clock, START + day * DAY);
      bh_backup_daily (office->store, NULL, &made, &error);
      g_assert_no_error (error);
      g_assert_true (made);
    }
  oldest = find_daily (office, TRUE);
  newest = find_daily (office, FALSE);

  /* Not only the office's own folder keeps them. */
  live = bh_file_store_dup_folder (office->path);
  g_assert_cmpint (g_rename (live, lost), ==, 0);
  assert_file (oldest, g_ptr_array_index (hashes, 0), BH_FILE_SOUND);
  for (guint i = 0; i < hashes->len; i++)
    assert_file (newest, g_ptr_array_index (hashes, i), BH_FILE_SOUND);
  restore (office, newest, elsewhere);
  for (guint i = 0; i < hashes->len; i++)
    assert_file (elsewhere, g_ptr_array_index (hashes, i), BH_FILE_SOUND);
}

/* Where somebody works on it, nothing comes beside it either. */
static void
test_busy (void)
{
  g_autoptr (BhTestStore) office = bh_test_store_new_at (START);
  g_autofree char *copy = g_build_filename (office->folder, "copy.bihuan", NULL);
  g_autofree char *target = g_build_filename (office->folder, "target.bihuan", NULL);
  g_autofree char *files = g_strconcat (target, ".files", NULL);
  g_autofree char *hash = add_file (office->path, "first");
  g_autoptr (BhStore) other = NULL;
  g_autoptr (GError) error = NULL;

  write_backup (office, copy);
  other = bh_store_open (target, BH_OPEN_CREATE, office->clock, &error);
  g_assert_no_error (error);
  g_assert_false (bh_backup_restore (copy, target, office->clock, NULL, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_BUSY);
  g_assert_false (g_file_test (files, G_FILE_TEST_EXISTS));
  bh_store_close (other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backup-files/whole", test_whole);
  g_test_add_func ("/backup-files/without-files", test_without_files);
  g_test_add_func ("/backup-files/taken", test_taken);
  g_test_add_func ("/backup-files/cancelled", test_cancelled);
  g_test_add_func ("/backup-files/damaged", test_damaged);
  g_test_add_func ("/backup-files/daily", test_daily);
  g_test_add_func ("/backup-files/busy", test_busy);

  return g_test_run ();
}
