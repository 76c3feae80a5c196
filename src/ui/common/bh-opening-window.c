/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-opening-window.h"

#include "base/bh-i18n.h"

#define DEFAULT_WIDTH 640
#define DEFAULT_HEIGHT 480
#define SPINNER_SIZE 32

static GtkWidget *
create_spinner (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, SPINNER_SIZE, SPINNER_SIZE);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);

  return spinner;
}

static GtkWidget *
create_page (const char *path)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf (
      _ ("%s\nAfter an update this may take a while: a copy is kept beside the file first."), name);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "io.github.bihuan.Bihuan-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Opening the office…"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), create_spinner ());
  gtk_widget_set_vexpand (page, TRUE);

  return page;
}

GtkWindow *
bh_opening_window_new (AdwApplication *application, const char *path)
{
  GtkWidget *window, *box;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  window = adw_application_window_new (GTK_APPLICATION (application));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), create_page (path));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Bihuan"));
  gtk_window_set_default_size (GTK_WINDOW (window), DEFAULT_WIDTH, DEFAULT_HEIGHT);

  return GTK_WINDOW (window);
}
