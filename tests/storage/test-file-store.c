/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-file-store.h"

#include "storage/bh-file-copy.h"
#include "support/bh-test-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* SHA-256 of "abc", as its standard gives it. */
#define ABC_HASH "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

#define MEGABYTE (1024 * 1024)

static const BhFileAdding any = { .limit = 0 };

static char *
write_file (const char *folder, const char *name, const void *bytes, gsize size)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));

  return path;
}

static char *
make_store (const char *folder)
{
  return g_build_filename (folder, "office.bihuan.files", NULL);
}

/* Names of all files in the store, those on their way as well. */
static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_files (path) : 1;
    }

  return n;
}

static void
assert_refused (const char *store, const char *path, const BhFileAdding *how, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_file_store_add (store, path, how, &error));
  g_assert_error (error, BH_STORAGE_ERROR, code);
  g_assert_cmpuint (count_files (store), ==, 0);
}

static void
test_adds (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autofree char *path = write_file (folder, "abc.txt", "abc", 3);
  g_autofree char *expected = g_build_filename (store, "ba", ABC_HASH, NULL);
  g_autofree char *stored = bh_file_store_dup_path (store, ABC_HASH);
  g_autoptr (BhStoredFile) first = NULL;
  g_autoptr (BhStoredFile) second = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf before, after;

  first = bh_file_store_add (store, path, &any, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->hash, ==, ABC_HASH);
  g_assert_cmpstr (first->type, ==, "text/plain");
  g_assert_cmpint (first->size, ==, 3);
  g_assert_cmpstr (stored, ==, expected);
  content = bh_test_folder_get_contents (stored);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "abc", 3);
  g_assert_cmpint (g_stat (stored, &before), ==, 0);
  g_assert_cmpuint (before.st_mode & 0222, ==, 0);

  /* The same content, whatever it is called, is there once and is not written again. */
  g_assert_cmpint (g_rename (path, stored), ==, 0);
  g_assert_cmpint (g_stat (stored, &before), ==, 0);
  g_free (path);
  path = write_file (folder, "other name", "abc", 3);
  second = bh_file_store_add (store, path, &any, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second->hash, ==, ABC_HASH);
  g_assert_cmpint (g_stat (stored, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpuint (count_files (store), ==, 1);
}

static void
test_folders (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *database = g_build_filename (folder, "office.bihuan", NULL);
  g_autofree char *own = g_strconcat (database, ".files", NULL);
  g_autofree char *shared = g_build_filename (folder, "shared.files", NULL);
  g_autofree char *found = bh_file_store_dup_folder (database);

  g_assert_cmpstr (found, ==, own);
  g_assert_cmpint (g_mkdir (shared, 0700), ==, 0);
  g_free (found);
  found = bh_file_store_dup_folder (database);
  g_assert_cmpstr (found, ==, shared);
  g_assert_cmpint (g_mkdir (own, 0700), ==, 0);
  g_free (found);
  found = bh_file_store_dup_folder (database);
  g_assert_cmpstr (found, ==, own);
}

static void
test_hashes (void)
{
  g_assert_true (bh_file_store_is_hash (ABC_HASH));
  g_assert_false (bh_file_store_is_hash (NULL));
  g_assert_false (bh_file_store_is_hash (ABC_HASH "0"));
  g_assert_false (bh_file_store_is_hash (ABC_HASH + 1));
  g_assert_false (
      bh_file_store_is_hash ("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"));
  g_assert_false (
      bh_file_store_is_hash ("../../../../../../../../../../../../../../../../../etc/passwd.."));
}

/* The content tells the type; the name is asked only for what can hold anything. */
static void
test_types (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize size;
    const char *type;
  } files[] = {
    { "photo.txt", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "image/png" },
    { "no name", "\xff\xd8\xff\xe0\0\x10JFIF\0", 11, "image/jpeg" },
    { "paper.pdf", "%PDF-1.7\n", 9, "application/pdf" },
    { "list.csv", "a,b\n1,2\n", 8, "text/csv" },
    { "strange", "\x01\x02\x03\x04", 4, "application/octet-stream" },
  };
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = write_file (folder, files[i].name, files[i].bytes, files[i].size);
      g_autoptr (GError) error = NULL;
      g_autoptr (BhStoredFile) file = bh_file_store_add (store, path, &any, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (file->type, ==, files[i].type);
    }
}

static void
test_refuses (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autofree guchar *bytes = g_malloc0 (MEGABYTE + 1);
  g_autofree char *large = write_file (folder, "large", bytes, MEGABYTE + 1);
  g_autofree char *fits = write_file (folder, "fits", bytes, MEGABYTE);
  g_autofree char *empty = write_file (folder, "empty", "", 0);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autoptr (BhStoredFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const BhFileAdding how = { .limit = MEGABYTE };

  assert_refused (store, large, &how, BH_STORAGE_ERROR_INVALID);
  assert_refused (store, empty, &how, BH_STORAGE_ERROR_INVALID);
  assert_refused (store, missing, &how, BH_STORAGE_ERROR_NOT_FOUND);
  assert_refused (store, folder, &how, BH_STORAGE_ERROR_INVALID);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (store, pipe, &how, BH_STORAGE_ERROR_INVALID);

  file = bh_file_store_add (store, fits, &how, &error);
  g_assert_no_error (error);
  g_assert_cmpint (file->size, ==, MEGABYTE);
}

/* Of a stream nobody knows beforehand how long it is. */
static void
test_limits_streams (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_data (g_malloc0 (2 * MEGABYTE), 2 * MEGABYTE, g_free);
  g_autoptr (GError) error = NULL;
  const BhFileAdding how = { .limit = MEGABYTE };

  g_assert_null (bh_file_store_add_stream (store, stream, "voice", -1, &how, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "voice"));
  g_assert_cmpuint (count_files (store), ==, 0);
}

/* Who is root can read and write anywhere, and tries as nobody. */
static void
test_forbidden (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autofree char *path = write_file (folder, "secret", "abc", 3);
  g_autoptr (GError) error = NULL;
  uid_t me = geteuid ();

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  if (me == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_refused (store, path, &any, BH_STORAGE_ERROR_FAILED);
  g_assert_cmpint (seteuid (me), ==, 0);

  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  if (me == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  g_assert_null (bh_file_store_add (store, path, &any, &error));
  g_assert_cmpint (seteuid (me), ==, 0);
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

/* A folder of the store that cannot be made, since something else has its name. */
static void
test_cannot_write (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = write_file (folder, "abc", "abc", 3);
  g_autofree char *store = g_build_filename (path, "files", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_file_store_add (store, path, &any, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_FAILED);
}

static void
note_progress (double fraction, gpointer user_data)
{
  GArray *fractions = user_data;

  g_array_append_val (fractions, fraction);
}

static void
cancel_at_progress (double fraction, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_progress (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autofree guchar *bytes = g_malloc0 (MEGABYTE);
  g_autofree char *path = write_file (folder, "large", bytes, MEGABYTE);
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (BhStoredFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const BhFileAdding how = { .progress = note_progress, .user_data = fractions };

  file = bh_file_store_add (store, path, &how, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fractions->len, >=, 2);
  for (guint i = 1; i < fractions->len; i++)
    g_assert_cmpfloat (g_array_index (fractions, double, i - 1), <,
                       g_array_index (fractions, double, i));
  g_assert_cmpfloat (g_array_index (fractions, double, fractions->len - 1), ==, 1);
}

static void
test_cancel (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autofree guchar *bytes = g_malloc0 (MEGABYTE);
  g_autofree char *path = write_file (folder, "large", bytes, MEGABYTE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const BhFileAdding how
      = { .progress = cancel_at_progress, .user_data = cancellable, .cancellable = cancellable };

  g_assert_null (bh_file_store_add (store, path, &how, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (store), ==, 0);
}

static void
die (double fraction, gpointer user_data)
{
  _exit (0);
}

/* Killed while it was written: nothing is in the store, and what is left goes when it is old. */
static void
test_killed (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autofree char *path = write_file (folder, "abc", "abc", 3);
  g_autoptr (GPtrArray) hashes = NULL;
  g_autoptr (GError) error = NULL;
  const BhFileAdding how = { .progress = die };
  GStatBuf info;

  if (g_test_subprocess ())
    {
      const char *given = g_getenv ("BH_TEST_STORE");
      g_autofree char *source = g_strconcat (given, ".source", NULL);

      g_file_set_contents (source, "abc", 3, NULL);
      bh_file_store_add (given, source, &how, NULL);
      return;
    }
  g_setenv ("BH_TEST_STORE", store, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();

  g_assert_cmpuint (count_files (store), ==, 1);
  g_assert_cmpint (bh_file_store_get_size (store, ABC_HASH), ==, -1);
  hashes = bh_file_store_list (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hashes->len, ==, 0);

  g_assert_cmpint (g_stat (store, &info), ==, 0);
  bh_file_store_sweep (store, (gint64) (info.st_mtime - 60) * G_USEC_PER_SEC);
  g_assert_cmpuint (count_files (store), ==, 1);
  bh_file_store_sweep (store, (gint64) (info.st_mtime + 60) * G_USEC_PER_SEC);
  g_assert_cmpuint (count_files (store), ==, 0);
}

static char *
add_abc (const char *folder, const char *store)
{
  g_autofree char *path = write_file (folder, "abc", "abc", 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStoredFile) file = bh_file_store_add (store, path, &any, &error);

  g_assert_no_error (error);

  return bh_file_store_dup_path (store, file->hash);
}

/* With another tool, as root or after a change of the mode. */
static void
damage (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_verifies (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpint (bh_file_store_verify (store, ABC_HASH, NULL), ==, BH_FILE_MISSING);
  path = add_abc (folder, store);
  g_assert_cmpint (bh_file_store_verify (store, ABC_HASH, NULL), ==, BH_FILE_SOUND);
  damage (path, "abd");
  g_assert_cmpint (bh_file_store_verify (store, ABC_HASH, NULL), ==, BH_FILE_CHANGED);

  /* Adding it again mends it. */
  again = add_abc (folder, store);
  g_assert_cmpint (bh_file_store_verify (store, ABC_HASH, NULL), ==, BH_FILE_SOUND);
}

static void
copy_all (const char *from, const char *to, BhFileCopyMode mode, guint n_left_out)
{
  g_autoptr (GError) error = NULL;
  guint n = G_MAXUINT;

  bh_file_copy_all (from, to, mode, NULL, &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_left_out);
}

static void
test_copies (void)
{
  static const BhFileCopyMode modes[]
      = { BH_FILE_COPY_LINK, BH_FILE_COPY_WHOLE, BH_FILE_COPY_MEND };
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autofree char *path = add_abc (folder, store);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *name = g_strdup_printf ("copy-%u", i);
      g_autofree char *copy = g_build_filename (folder, name, NULL);
      g_autofree char *copied = bh_file_store_dup_path (copy, ABC_HASH);
      GStatBuf original, second;

      copy_all (store, copy, modes[i], 0);
      copy_all (store, copy, modes[i], 0);
      g_assert_cmpint (bh_file_store_verify (copy, ABC_HASH, NULL), ==, BH_FILE_SOUND);
      g_assert_cmpuint (count_files (copy), ==, 1);
      g_assert_cmpint (g_stat (path, &original), ==, 0);
      g_assert_cmpint (g_stat (copied, &second), ==, 0);
      g_assert_cmpint (original.st_ino == second.st_ino, ==, modes[i] == BH_FILE_COPY_LINK);
      bh_file_copy_remove (copy);
      g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
    }
}

static void
test_copies_damaged (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autofree char *copy = g_build_filename (folder, "copy", NULL);
  g_autofree char *path = add_abc (folder, store);
  g_autofree char *copied = bh_file_store_dup_path (copy, ABC_HASH);

  copy_all (store, copy, BH_FILE_COPY_WHOLE, 0);
  damage (copied, "abd");
  copy_all (store, copy, BH_FILE_COPY_MEND, 0);
  g_assert_cmpint (bh_file_store_verify (copy, ABC_HASH, NULL), ==, BH_FILE_SOUND);

  damage (path, "abd");
  bh_file_copy_remove (copy);
  copy_all (store, copy, BH_FILE_COPY_WHOLE, 1);
  g_assert_cmpuint (count_files (copy), ==, 0);
}

static void
test_copies_nothing (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *store = make_store (folder);
  g_autofree char *copy = g_build_filename (folder, "copy", NULL);

  copy_all (store, copy, BH_FILE_COPY_WHOLE, 0);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-store/adds", test_adds);
  g_test_add_func ("/file-store/folders", test_folders);
  g_test_add_func ("/file-store/hashes", test_hashes);
  g_test_add_func ("/file-store/types", test_types);
  g_test_add_func ("/file-store/refuses", test_refuses);
  g_test_add_func ("/file-store/limits-streams", test_limits_streams);
  g_test_add_func ("/file-store/forbidden", test_forbidden);
  g_test_add_func ("/file-store/cannot-write", test_cannot_write);
  g_test_add_func ("/file-store/progress", test_progress);
  g_test_add_func ("/file-store/cancel", test_cancel);
  g_test_add_func ("/file-store/killed", test_killed);
  g_test_add_func ("/file-store/verifies", test_verifies);
  g_test_add_func ("/file-store/copies", test_copies);
  g_test_add_func ("/file-store/copies-damaged", test_copies_damaged);
  g_test_add_func ("/file-store/copies-nothing", test_copies_nothing);

  return g_test_run ();
}
