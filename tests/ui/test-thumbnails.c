/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-thumbnails.h"

#include "support/bh-test-folder.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-file-opener.h"

#include <glib/gstdio.h>
#include <string.h>

#define SIZE 100

static char *
write_file (const char *folder, const char *name, const void *bytes, gsize size)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));

  return path;
}

static char *
write_picture (const char *folder, const char *type, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *path = g_build_filename (folder, type, NULL);

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, type, NULL, NULL));

  return path;
}

static void
assert_size (const char *path, const char *type, int width, int height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = bh_thumbnail_read (path, type, SIZE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height);
}

static void
assert_none (const char *path, const char *type)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_thumbnail_read (path, type, SIZE, &error));
  g_assert_nonnull (error);
}

static void
test_pictures (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *png = write_picture (folder, "png", 400, 200);
  g_autofree char *jpeg = write_picture (folder, "jpeg", 200, 400);
  g_autofree char *small = write_picture (folder, "bmp", 30, 20);
  g_autofree char *thread = write_picture (folder, "tiff", 3000, 1);

  assert_size (png, "image/png", 100, 50);
  assert_size (jpeg, "image/jpeg", 50, 100);
  /* What is small is not blown up, and a line stays a line. */
  assert_size (small, "image/bmp", 30, 20);
  assert_size (thread, "image/tiff", 100, 1);
}

static void
test_odd (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *png = write_picture (folder, "png", 400, 200);
  g_autoptr (GBytes) whole = bh_test_folder_get_contents (png);
  const guchar *bytes = g_bytes_get_data (whole, NULL);
  g_autofree char *begun = write_file (folder, "begun", bytes, 20);
  g_autofree char *half = write_file (folder, "half", bytes, g_bytes_get_size (whole) / 2);
  g_autofree char *empty = write_file (folder, "empty", "", 0);
  g_autofree char *words = write_file (folder, "words", "not a picture", 13);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);

  assert_none (begun, "image/png");
  /* Of half a picture there is what had come. */
  assert_size (half, "image/png", 100, 50);
  assert_none (empty, "image/png");
  assert_none (words, "image/jpeg");
  assert_none (missing, "image/png");
  assert_none (png, "application/pdf");
  assert_none (png, "image/svg+xml");
}

/* A few bytes that say they are 30,000 × 30,000 points: 3.6 GB when unpacked. */
static void
test_bomb (void)
{
  static const guchar header[]
      = { 0x89, 'P',  'N',  'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I',  'H',  'D',  'R', 0,
          0,    0x75, 0x30, 0,   0,    0x75, 0x30, 8,    6, 0, 0, 0,  0x73, 0x97, 0xd5, 0x61 };
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = write_file (folder, "bomb", header, sizeof header);

  assert_none (path, "image/png");
}

typedef struct
{
  GdkTexture *texture; /* (owned) (nullable) */
  gboolean done;
} Result;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Result *kept = user_data;

  g_clear_object (&kept->texture);
  kept->texture = bh_thumbnails_load_finish (BH_THUMBNAILS (source), result, NULL);
  kept->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Result *) data)->done;
}

static void
load (BhThumbnails *thumbnails, const char *path, const char *key, Result *result)
{
  result->done = FALSE;
  bh_thumbnails_load_async (thumbnails, path, key, "image/png", SIZE, NULL, loaded_cb, result);
  /* Never while somebody waits for it. */
  g_assert_false (result->done);
  bh_test_ui_wait (is_done, result);
}

static void
test_kept (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *path = write_picture (folder, "png", 400, 200);
  g_autoptr (BhThumbnails) thumbnails = bh_thumbnails_new ();
  g_autoptr (GdkTexture) first = NULL;
  Result result = { NULL, FALSE };

  load (thumbnails, path, "one", &result);
  g_assert_nonnull (result.texture);
  first = g_object_ref (result.texture);

  /* Made once: the file is not read again. */
  g_assert_cmpint (g_unlink (path), ==, 0);
  load (thumbnails, path, "one", &result);
  g_assert_true (result.texture == first);
  load (thumbnails, path, "two", &result);
  g_assert_null (result.texture);
}

static void
test_opener (void)
{
  g_autoptr (BhTestFolder) folder = bh_test_folder_new ();
  g_autofree char *opened = g_build_filename (folder, "opened", NULL);
  g_autofree char *path = write_file (folder, "abcdef", "abc", 3);
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GFile) strange = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  GStatBuf info;

  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  copy = bh_file_opener_copy (opened, path, "报价单.pdf", (gint64) info.st_mtime * 1000000, &error);
  g_assert_no_error (error);
  name = g_file_get_basename (copy);
  g_assert_cmpstr (name, ==, "报价单.pdf");
  g_assert_true (g_str_has_prefix (g_file_peek_path (copy), opened));

  /* A day later it goes; and no name leads out of the folder. */
  strange = bh_file_opener_copy (opened, path, "../../..",
                                 ((gint64) info.st_mtime + 2 * 86400) * 1000000, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_file_peek_path (strange), opened));
  g_assert_null (strstr (g_file_peek_path (strange), ".."));
  g_assert_false (g_file_query_exists (copy, NULL));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  g_test_add_func ("/thumbnails/pictures", test_pictures);
  g_test_add_func ("/thumbnails/odd", test_odd);
  g_test_add_func ("/thumbnails/bomb", test_bomb);
  g_test_add_func ("/thumbnails/kept", test_kept);
  g_test_add_func ("/file-opener/copy", test_opener);

  return g_test_run ();
}
