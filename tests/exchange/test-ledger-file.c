/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-ledger-file.h"

#include "support/bh-test-folder.h"

#include <string.h>

typedef struct
{
  char *folder; /* owned */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = bh_test_folder_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->folder, bh_test_folder_free);
}

static GBytes *
pack (const char *text, gsize length)
{
  g_autoptr (GConverter) zip
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));
  g_autoptr (GInputStream) plain
      = g_memory_input_stream_new_from_data (text, (gssize) length, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, zip);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static GFile *
file_with (Fixture *fixture, const guint8 *data, gsize length)
{
  GFile *file = g_file_new_build_filename (fixture->folder, "file", NULL);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, length > 0 ? (const char *) data : "", length, NULL, FALSE,
                           G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

static void
assert_loads (Fixture *fixture, GByteArray *content, const char *expected, gsize length)
{
  g_autoptr (GFile) file = file_with (fixture, content->data, content->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) loaded = bh_ledger_file_load (file, NULL, &error);
  gsize n_loaded;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (loaded, &n_loaded);
  g_assert_cmpmem (data, n_loaded, expected, length);
}

static void
assert_refuses (Fixture *fixture, GByteArray *content, const char *says)
{
  g_autoptr (GFile) file = file_with (fixture, content->data, content->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) loaded = bh_ledger_file_load (file, NULL, &error);

  g_assert_null (loaded);
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, says));
}

static void
append_bytes (GByteArray *array, GBytes *bytes)
{
  g_byte_array_append (array, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();

  assert_loads (fixture, content, "", 0);
  g_byte_array_append (content, (const guint8 *) "a,b\n", 4);
  assert_loads (fixture, content, "a,b\n", 4);
}

static void
test_packed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GBytes) packed = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "%u,row %u\n", i, i * 7919 % 1000);
  packed = pack (text->str, text->len);
  append_bytes (content, packed);
  assert_loads (fixture, content, text->str, text->len);

  /* Filled up with zeros, as some media do. */
  g_byte_array_append (content, (const guint8 *) "\0\0\0\0", 4);
  assert_loads (fixture, content, text->str, text->len);
}

/* Everything after the first member must not be lost. */
static void
test_members (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) one = pack ("a,b\n", 4);
  g_autoptr (GBytes) two = pack ("1,2\n", 4);
  g_autoptr (GByteArray) content = g_byte_array_new ();

  append_bytes (content, one);
  append_bytes (content, two);
  assert_loads (fixture, content, "a,b\n1,2\n", 8);
}

/* Very much larger than packed, so that the size in the trailer is not believed at once. */
static void
test_dense (Fixture *fixture, gconstpointer data)
{
  gsize length = 8 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (length);
  g_autoptr (GBytes) packed = pack (zeros, length);
  g_autoptr (GByteArray) content = g_byte_array_new ();

  append_bytes (content, packed);
  g_assert_cmpuint (content->len * 32, <, length);
  assert_loads (fixture, content, zeros, length);
}

static void
test_cut_off (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) packed = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "%u,%u\n", i, g_test_rand_int ());
  packed = pack (text->str, text->len);
  for (guint i = 0; i < 20; i++)
    {
      int size = g_test_rand_int_range (2, (int) g_bytes_get_size (packed));
      g_autoptr (GByteArray) content = g_byte_array_new ();

      g_byte_array_append (content, g_bytes_get_data (packed, NULL), (guint) size);
      assert_refuses (fixture, content, "cut off");
    }
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) packed = pack ("a,b\n1,2\n", 8);
  g_autoptr (GByteArray) content = g_byte_array_new ();

  append_bytes (content, packed);
  content->data[content->len - 6] ^= 0xFF; /* the check sum */
  assert_refuses (fixture, content, "damaged");

  g_byte_array_set_size (content, 0);
  append_bytes (content, packed);
  g_byte_array_append (content, (const guint8 *) "and more", 8);
  assert_refuses (fixture, content, "damaged");
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) missing = g_file_get_child (folder, "missing.csv");
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_ledger_file_load (missing, NULL, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "missing.csv"));
  g_clear_error (&error);
  g_assert_null (bh_ledger_file_load (folder, NULL, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "folder"));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) packed = pack ("a,b\n", 4);
  g_autoptr (GFile) file
      = file_with (fixture, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bh_ledger_file_load (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/ledger-file/plain", test_plain },           { "/ledger-file/packed", test_packed },
    { "/ledger-file/members", test_members },       { "/ledger-file/dense", test_dense },
    { "/ledger-file/cut-off", test_cut_off },       { "/ledger-file/damaged", test_damaged },
    { "/ledger-file/unreadable", test_unreadable }, { "/ledger-file/cancelled", test_cancelled },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
