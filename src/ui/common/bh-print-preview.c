/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-print-preview.h"

#include "base/bh-i18n.h"
#include "ui/common/bh-file-launcher.h"
#include "ui/common/bh-message.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

#define KEY "bh-print-preview"
#define DPI 72
#define FILE_NAME "preview.pdf"

/* Belongs to the operation. */
typedef struct
{
  GtkWidget *widget;        /* (weak) (nullable) */
  char *path;               /* (owned) (nullable): of the PDF */
  cairo_surface_t *surface; /* (owned) (nullable): while it is drawn */
  int n_drawn;              /* pages */
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_clear_weak_pointer (&preview->widget);
  g_clear_pointer (&preview->surface, cairo_surface_destroy);
  g_free (preview->path);
  g_free (preview);
}

/* Whether there is the program that GTK calls. */
static gboolean
has_viewer (void)
{
  g_autofree char *command = NULL, *program = NULL;
  g_auto (GStrv) words = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-print-preview-command", &command, NULL);
  if (command != NULL && g_shell_parse_argv (command, NULL, &words, NULL))
    program = g_find_program_in_path (words[0]);

  return program != NULL;
}

/* A folder that nobody else may look into. */
static char *
make_path (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("bihuan-XXXXXX", error);

  return folder != NULL ? g_build_filename (folder, FILE_NAME, NULL) : NULL;
}

static void
remove_file (gpointer path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}

static void
say (GtkWidget *widget, const char *message)
{
  bh_message_show (widget, _ ("The paper cannot be shown"), message);
}

static void
launch_failed_cb (GtkWidget *widget, const GError *error)
{
  say (widget, error->message);
}

static void
got_page_size_cb (GtkPrintOperationPreview *operation,
                  GtkPrintContext *context,
                  GtkPageSetup *setup,
                  Preview *preview)
{
  cairo_pdf_surface_set_size (preview->surface,
                              gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                              gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
}

static void
show (Preview *preview)
{
  GtkRoot *root = preview->widget != NULL ? gtk_widget_get_root (preview->widget) : NULL;
  g_autoptr (GFile) file = g_file_new_for_path (preview->path);
  cairo_status_t status = cairo_surface_status (preview->surface);

  if (root == NULL)
    {
      remove_file (g_steal_pointer (&preview->path));
      return;
    }
  g_object_set_data_full (G_OBJECT (root), KEY, g_steal_pointer (&preview->path), remove_file);
  if (status == CAIRO_STATUS_SUCCESS)
    bh_file_launcher_open (preview->widget, file, launch_failed_cb);
  else
    say (preview->widget, cairo_status_to_string (status));
}

/* A page at a time, so that the window goes on. */
static gboolean
draw_page_cb (gpointer user_data)
{
  GtkPrintOperation *operation = user_data;
  Preview *preview = g_object_get_data (G_OBJECT (operation), KEY);
  int n_pages;

  g_object_get (operation, "n-pages", &n_pages, NULL);
  if (preview->n_drawn < n_pages)
    {
      gtk_print_operation_preview_render_page (GTK_PRINT_OPERATION_PREVIEW (operation),
                                               preview->n_drawn++);
      return G_SOURCE_CONTINUE;
    }
  cairo_surface_finish (preview->surface);
  show (preview);
  gtk_print_operation_preview_end_preview (GTK_PRINT_OPERATION_PREVIEW (operation));

  return G_SOURCE_REMOVE;
}

/* The pages are set. */
static void
ready_cb (GtkPrintOperationPreview *handle, GtkPrintContext *context, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, draw_page_cb, g_object_ref (handle), g_object_unref);
}

/* Returns: whether the preview is made here */
static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *handle,
            GtkPrintContext *context,
            GtkWindow *parent,
            Preview *preview)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  g_autoptr (GError) error = NULL;
  cairo_t *cr;

  if (has_viewer ())
    return FALSE;
  g_clear_pointer (&preview->path, g_free);
  g_clear_pointer (&preview->surface, cairo_surface_destroy);
  preview->path = make_path (&error);
  if (preview->path == NULL)
    {
      if (preview->widget != NULL)
        say (preview->widget, error->message);
      return FALSE;
    }

  preview->surface = cairo_pdf_surface_create (
      preview->path, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
      gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
  cr = cairo_create (preview->surface);
  gtk_print_context_set_cairo_context (context, cr, DPI, DPI);
  cairo_destroy (cr);
  g_signal_connect (handle, "got-page-size", G_CALLBACK (got_page_size_cb), preview);
  g_signal_connect (handle, "ready", G_CALLBACK (ready_cb), NULL);

  return TRUE;
}

void
bh_print_preview_attach (GtkPrintOperation *operation, GtkWidget *widget)
{
  Preview *preview;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  preview = g_new0 (Preview, 1);
  g_set_weak_pointer (&preview->widget, widget);
  g_object_set_data_full (G_OBJECT (operation), KEY, preview, preview_free);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), preview);
}
