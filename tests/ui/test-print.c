/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-folder.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-print-preview.h"
#include "ui/common/bh-print.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#define N_PAGES 3

typedef struct
{
  char *folder;
  char *path; /* where the test looks for what was printed, or what a viewer got */
  GtkWidget *label;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = bh_test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "out.pdf", NULL);
  fixture->label = gtk_label_new ("清单");
  fixture->window = bh_test_ui_show (fixture->label, 400, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_free (fixture->path);
  bh_test_folder_free (fixture->folder);
}

static BhPaper *
make_paper (void)
{
  const BhPaperColumn columns[] = { { "编号", 1, BH_PAPER_START }, { "内容", 3, BH_PAPER_START } };
  const char *const cells[] = { "W2026-000001", "电梯困人" };
  BhPaper *paper = bh_paper_new ("清单");

  bh_paper_set_landscape (paper, TRUE);
  bh_paper_set_corner (paper, "L/1");
  bh_paper_begin_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < 60; i++)
    bh_paper_add_row (paper, cells);

  return paper;
}

/* Whether @path is a whole PDF of the pages of the paper. */
static gboolean
is_whole (gpointer path)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &content, &length, NULL) && g_str_has_prefix (content, "%PDF-")
         && length > 6 && memcmp (content + length - 6, "%%EOF\n", 6) == 0;
}

static void
assert_pages (const char *path)
{
  static const char count[] = "/Count " G_STRINGIFY (N_PAGES);
  g_autoptr (GBytes) bytes = bh_test_folder_get_contents (path);
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  g_assert_nonnull (memmem (content, length, count, strlen (count)));
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* What comes to a printer: as many pages as the paper has. */
static void
test_operation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhPaper) paper = make_paper ();
  g_autoptr (GtkPrintOperation) operation = bh_print_new_operation (paper);
  gboolean done = FALSE;
  int n_pages = 0;

  gtk_print_operation_set_export_filename (operation, fixture->path);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &done);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  bh_test_ui_wait (is_true, &done);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, ==, N_PAGES);
  g_assert_true (is_whole (fixture->path));
  assert_pages (fixture->path);
}

/* Returns: (transfer none) (nullable): the window of this class that is there */
static GtkWidget *
find_window (const char *class)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), class))
        found = window;
    }

  return found;
}

static gboolean
has_printer (gpointer data)
{
  GtkWidget *dialog = find_window ("GtkPrintUnixDialog");
  GtkColumnView *list = dialog != NULL ? bh_test_ui_find (dialog, GTK_TYPE_COLUMN_VIEW) : NULL;

  return list != NULL
         && g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (list))) > 0;
}

/* Presses the button of the dialog that ends it well. */
static gboolean
press_print (gpointer widget)
{
  if (GTK_IS_BUTTON (widget) && bh_test_ui_says (widget, "打印(")
      && gtk_widget_get_sensitive (widget))
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (press_print (child))
      return TRUE;

  return FALSE;
}

/* From the window into a file, by the dialog; the file is named after the paper. */
static void
test_to_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhPaper) paper = make_paper ();
  g_autofree char *path = g_build_filename (fixture->folder, "L_1 清单.pdf", NULL);
  g_autofree char *before = g_get_current_dir ();
  GtkWidget *dialog;
  GtkColumnView *list;

  /* GTK proposes the folder that a program works in. */
  g_assert_no_errno (g_chdir (fixture->folder));
  bh_print_paper (fixture->label, paper);
  bh_test_ui_wait (has_printer, NULL);
  dialog = find_window ("GtkPrintUnixDialog");
  list = bh_test_ui_find (dialog, GTK_TYPE_COLUMN_VIEW);
  gtk_selection_model_select_item (gtk_column_view_get_model (list), 0, TRUE);
  bh_test_ui_wait (press_print, dialog);
  bh_test_ui_wait (is_whole, path);
  assert_pages (path);
  g_assert_no_errno (g_chdir (before));
}

/* @command: what GTK is to call. Returns: (transfer full): the operation, at work */
static GtkPrintOperation *
preview (Fixture *fixture, const char *command)
{
  g_autoptr (BhPaper) paper = make_paper ();
  GtkPrintOperation *operation = bh_print_new_operation (paper);

  g_object_set (gtk_settings_get_default (), "gtk-print-preview-command", command, NULL);
  bh_print_preview_attach (operation, fixture->label);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, fixture->window, NULL);

  return operation;
}

/* Where the desktop has GTK's program, that shows it. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("cp %%f %s", fixture->path);
  g_autoptr (GtkPrintOperation) operation = preview (fixture, command);

  bh_test_ui_wait (is_whole, fixture->path);
  assert_pages (fixture->path);
}

static void
write_file (const char *folder, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *dir = g_path_get_dirname (path);

  g_assert_no_errno (g_mkdir_with_parents (dir, 0700));
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

/* @exec: the desktop's program for PDFs */
static void
set_program (const char *exec)
{
  g_autofree char *entry = g_strdup_printf (
      "[Desktop Entry]\nType=Application\nName=Test\nExec=%s\nMimeType=application/pdf;\n", exec);

  write_file (g_get_user_data_dir (), "applications/bihuan-test.desktop", entry);
  write_file (g_get_user_config_dir (), "mimeapps.list",
              "[Default Applications]\napplication/pdf=bihuan-test.desktop\n");
}

/* Where it is missing, the desktop's program for PDFs does; the file goes with the window. */
static void
test_preview_without_viewer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *exec = g_strdup_printf ("cp %%f %s", fixture->path);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *kept = NULL;

  set_program (exec);
  operation = preview (fixture, "no-such-viewer %f");
  bh_test_ui_wait (is_whole, fixture->path);
  assert_pages (fixture->path);

  kept = g_strdup (g_object_get_data (G_OBJECT (fixture->window), "bh-print-preview"));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_object_set_data (G_OBJECT (fixture->window), "bh-print-preview", NULL);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/print/operation", test_operation);
  ADD ("/print/to-file", test_to_file);
  ADD ("/print/preview", test_preview);
  ADD ("/print/preview-without-viewer", test_preview_without_viewer);

  return g_test_run ();
}
