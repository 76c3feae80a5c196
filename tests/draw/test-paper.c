/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-paper-file.h"
#include "draw/bh-paper-pages.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

static BhPaperPages *
set_pages (BhPaper *paper)
{
  return bh_paper_pages_new (paper, BH_PAPER_A4_WIDTH, BH_PAPER_A4_HEIGHT);
}

static BhPaper *
make_table (guint n_rows)
{
  const BhPaperColumn columns[] = { { "编号", 1, BH_PAPER_START }, { "内容", 3, BH_PAPER_START } };
  BhPaper *paper = bh_paper_new ("清单");

  bh_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("W2026-%06u", i);
      const char *const cells[] = { number, "电梯困人，呼叫无应答" };

      bh_paper_add_row (paper, cells);
    }

  return paper;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p += strlen (part))
    n++;

  return n;
}

/* All rows stand on the pages, each once and in order, below the titles of their columns. */
static void
test_table (void)
{
  g_autoptr (BhPaper) paper = make_table (200);
  g_autoptr (BhPaperPages) pages = set_pages (paper);
  guint n = bh_paper_pages_get_n (pages), seen = 0;

  g_assert_cmpuint (n, >, 2);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = bh_paper_pages_dup_text (pages, i);
      guint rows = count (text, "电梯困人");
      g_autofree char *first = g_strdup_printf ("编号\n内容\nW2026-%06u\n", seen);

      g_assert_true (g_str_has_prefix (text, first));
      g_assert_cmpuint (rows, >, 0);
      seen += rows;
    }
  g_assert_cmpuint (seen, ==, 200);
}

/* Set a few rows at a time, it comes to the same. */
static void
test_steps (void)
{
  g_autoptr (BhPaper) paper = make_table (200);
  g_autoptr (BhPaperPages) whole = set_pages (paper);
  g_autoptr (BhPaperPages) pages
      = bh_paper_pages_begin (paper, BH_PAPER_A4_WIDTH, BH_PAPER_A4_HEIGHT);
  guint n_steps = 1;

  for (; !bh_paper_pages_go_on (pages, 7); n_steps++)
    ;
  g_assert_cmpuint (n_steps, ==, 29);
  g_assert_cmpuint (bh_paper_pages_get_n (pages), ==, bh_paper_pages_get_n (whole));
  for (guint i = 0; i < bh_paper_pages_get_n (whole); i++)
    {
      g_autofree char *a = bh_paper_pages_dup_text (pages, i);
      g_autofree char *b = bh_paper_pages_dup_text (whole, i);

      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_empty (void)
{
  g_autoptr (BhPaper) paper = bh_paper_new ("空");
  g_autoptr (BhPaperPages) pages = set_pages (paper);
  g_autofree char *text = bh_paper_pages_dup_text (pages, 0);

  g_assert_cmpuint (bh_paper_pages_get_n (pages), ==, 1);
  g_assert_cmpstr (text, ==, "");
}

/* A text that is longer than any page goes on over several, and nothing of it is lost. */
static void
test_long_text (void)
{
  const BhPaperColumn columns[] = { { "时间", 1, BH_PAPER_START }, { "内容", 3, BH_PAPER_START } };
  g_autoptr (BhPaper) paper = bh_paper_new ("长文");
  g_autoptr (BhPaperPages) pages = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) back = g_string_new (NULL);
  const char *cells[2];

  for (guint i = 0; g_utf8_strlen (words->str, -1) < 32767; i++)
    g_string_append_printf (words, "第%u句，业主反映🙂 שלום 电梯。", i);
  cells[0] = "2026-11-03";
  cells[1] = words->str;
  bh_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  bh_paper_add_row (paper, cells);
  pages = set_pages (paper);
  g_assert_cmpuint (bh_paper_pages_get_n (pages), >, 10);
  for (guint i = 0; i < bh_paper_pages_get_n (pages); i++)
    {
      g_autofree char *text = bh_paper_pages_dup_text (pages, i);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      g_assert_cmpstr (lines[0], ==, "时间");
      g_assert_cmpstr (lines[1], ==, "内容");
      g_assert_cmpstr (lines[2], ==, i == 0 ? "2026-11-03" : "");
      g_string_append (back, lines[3]);
    }
  g_assert_cmpstr (back->str, ==, words->str);
}

/* A heading never stands alone at the foot of a page, and boxes to be signed stay together. */
static void
test_keep (void)
{
  const BhPaperBox boxes[] = { { "业主签字", NULL, NULL, 1 }, { "日期", NULL, NULL, 1 } };

  for (guint n = 20; n < 60; n++)
    {
      g_autoptr (BhPaper) paper = make_table (n);
      g_autoptr (BhPaperPages) pages = NULL;
      guint n_pages;

      bh_paper_add_heading (paper, "现场填写");
      bh_paper_add_boxes (paper, boxes, 2, 60);
      bh_paper_add_boxes (paper, boxes, 2, 60);
      pages = set_pages (paper);
      n_pages = bh_paper_pages_get_n (pages);
      g_assert_cmpuint (n_pages, <=, 2);
      for (guint i = 0; i < n_pages; i++)
        {
          g_autofree char *text = bh_paper_pages_dup_text (pages, i);
          guint headings = count (text, "现场填写");

          g_assert_cmpuint (count (text, "业主签字"), ==, 2 * headings);
        }
    }
}

/* What is a little too long is set smaller; what is much too long is not. */
static void
test_shrink (void)
{
  guint n = 1;

  for (guint pages = 1; pages == 1; n++)
    {
      g_autoptr (BhPaper) paper = make_table (n);
      g_autoptr (BhPaperPages) set = set_pages (paper);

      pages = bh_paper_pages_get_n (set);
    }
  for (guint more = 0; more <= n; more += n)
    {
      g_autoptr (BhPaper) paper = make_table (n + more);
      g_autoptr (BhPaperPages) set = NULL;

      bh_paper_set_shrink (paper, TRUE);
      set = set_pages (paper);
      g_assert_cmpuint (bh_paper_pages_get_n (set), ==, more == 0 ? 1 : 3);
    }
}

/* Short fields share a line, long ones and those that are to be read have one of their own; what
 * has no value is not there, and what has no form on paper is a blank. */
static void
test_pairs (void)
{
  g_autoptr (BhPaper) paper = bh_paper_new ("工单");
  g_autofree char *text = NULL;

  bh_paper_add_pair (paper, "等级", "紧急", FALSE);
  bh_paper_add_pair (paper, "备注", NULL, FALSE);
  bh_paper_add_pair (paper, "备注", "", FALSE);
  bh_paper_add_pair (paper, "类别", "报修", FALSE);
  bh_paper_add_pair (paper, "事项",
                     "a\tb\x01"
                     "c\xff",
                     TRUE);
  text = bh_paper_dup_text (paper);
  g_assert_cmpstr (text, ==, "工单\n等级\n紧急\n类别\n报修\n事项\na b c\xef\xbf\xbd");
}

/* What a camera writes into a photo that lies on its side: turn it by 90 degrees to the right. */
static const guint8 turned[]
    = { 0xff, 0xe1, 0,    34,   'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
        0,    1,    0x01, 0x12, 0,   3,   0,   0,   0, 1, 0,   6,   0, 0,  0, 0, 0, 0 };

/* In its file it is red on the left and blue on the right; with @exif it is to be turned. */
static char *
write_photo (const char *folder, gboolean exif)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1600, 800);
  g_autoptr (GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, 800, 800);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  char *path = g_build_filename (folder, "photo.jpg", NULL);
  g_autofree char *jpeg = NULL;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x0000ffff);
  gdk_pixbuf_fill (left, 0xff0000ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &size, "jpeg", NULL, NULL));
  g_byte_array_append (bytes, (guint8 *) jpeg, 2);
  if (exif)
    g_byte_array_append (bytes, turned, sizeof turned);
  g_byte_array_append (bytes, (guint8 *) jpeg + 2, (guint) size - 2);
  g_assert_true (g_file_set_contents (path, (char *) bytes->data, bytes->len, NULL));

  return path;
}

/* Returns: how much blue there is at the place of the photo, drawn 20 by 20 */
static guint
get_blue (BhPaperPhoto *photo, int x, int y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 20, 20);
  cairo_t *cr = cairo_create (surface);
  guint blue;

  bh_paper_photo_draw (photo, cr, 0, 0, 20, 20);
  cairo_surface_flush (surface);
  blue = cairo_image_surface_get_data (
      surface)[y * cairo_image_surface_get_stride (surface) + 4 * x];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return blue;
}

static void
test_photo (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bihuan-paper-XXXXXX", NULL);

  for (guint exif = 0; exif < 2; exif++)
    {
      g_autofree char *path = write_photo (folder, exif);
      g_autoptr (GError) error = NULL;
      g_autoptr (BhPaperPhoto) photo = bh_paper_photo_load (path, &error), none = NULL;
      int width, height;

      g_assert_no_error (error);
      bh_paper_photo_get_size (photo, &width, &height);
      g_assert_cmpint (MAX (width, height), ==, 900);
      g_assert_cmpint (exif ? height : width, ==, 2 * (exif ? width : height));
      /* Red is on the left, or on top. */
      g_assert_cmpuint (get_blue (photo, exif ? 10 : 2, exif ? 2 : 10), <, 10);
      g_assert_cmpuint (get_blue (photo, exif ? 10 : 17, exif ? 17 : 10), >, 245);
      g_assert_cmpint (g_remove (path), ==, 0);
      none = bh_paper_photo_load (path, &error);
      g_assert_null (none);
      g_assert_nonnull (error);
    }
  g_rmdir (folder);
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bihuan-paper-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "清单.PDF", NULL);
  g_autofree char *png = g_build_filename (folder, "清单.png", NULL);
  g_autofree char *wrong = g_build_filename (folder, "清单.doc", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "清单.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (BhPaper) paper = make_table (100);
  g_autoptr (BhPaper) endless = make_table (2000);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *picture;

  g_assert_true (bh_paper_save (paper, pdf, &error));
  g_assert_true (g_file_get_contents (pdf, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_true (bh_paper_save (paper, png, &error));
  picture = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 1191);
  g_assert_cmpint (cairo_image_surface_get_height (picture), >, 2 * 1684);
  cairo_surface_destroy (picture);

  g_assert_false (bh_paper_save (endless, png, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (bh_paper_save (paper, wrong, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (bh_paper_save (paper, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_remove (pdf);
  g_remove (png);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/table", test_table);
  g_test_add_func ("/paper/steps", test_steps);
  g_test_add_func ("/paper/empty", test_empty);
  g_test_add_func ("/paper/long-text", test_long_text);
  g_test_add_func ("/paper/keep", test_keep);
  g_test_add_func ("/paper/shrink", test_shrink);
  g_test_add_func ("/paper/pairs", test_pairs);
  g_test_add_func ("/paper/photo", test_photo);
  g_test_add_func ("/paper/file", test_file);

  return g_test_run ();
}
