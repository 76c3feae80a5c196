/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-problem-window.h"

#include "base/bh-i18n.h"
#include "storage/bh-storage-error.h"

#define DEFAULT_WIDTH 640
#define DEFAULT_HEIGHT 480

struct _BhProblemWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (BhProblemWindow, bh_problem_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  RETRY,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
retry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[RETRY], 0);
}

static void
bh_problem_window_class_init (BhProblemWindowClass *klass)
{
  signals[RETRY] = g_signal_new ("retry", BH_TYPE_PROBLEM_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.retry", NULL, retry_cb);
}

static void
bh_problem_window_init (BhProblemWindow *self)
{
}

static const char *
get_title (const GError *error)
{
  if (error->domain != BH_STORAGE_ERROR)
    return _ ("The office cannot be opened");

  switch ((BhStorageError) error->code)
    {
    case BH_STORAGE_ERROR_NOT_FOUND:
      return _ ("There is no such database");
    case BH_STORAGE_ERROR_NOT_A_DATABASE:
      return _ ("This file is no database of Bihuan");
    case BH_STORAGE_ERROR_NEWER:
      return _ ("This database needs a newer Bihuan");
    case BH_STORAGE_ERROR_NETWORK:
      return _ ("The database lies on a network folder");
    case BH_STORAGE_ERROR_READ_ONLY:
      return _ ("The database cannot be written");
    case BH_STORAGE_ERROR_FULL:
      return _ ("The disk is full");
    case BH_STORAGE_ERROR_BUSY:
      return _ ("The database is in use");
    case BH_STORAGE_ERROR_FAILED:
    case BH_STORAGE_ERROR_CONFLICT:
    case BH_STORAGE_ERROR_EXISTS:
    case BH_STORAGE_ERROR_INVALID:
      return _ ("The office cannot be opened");
    }

  g_return_val_if_reached (_ ("The office cannot be opened"));
}

static GtkWidget *
create_buttons (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *retry = gtk_button_new_with_label (_ ("Try again"));
  GtkWidget *quit = gtk_button_new_with_label (_ ("Quit"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (retry), "win.retry");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (quit), "app.quit");
  gtk_widget_add_css_class (retry, "pill");
  gtk_widget_add_css_class (retry, "suggested-action");
  gtk_widget_add_css_class (quit, "pill");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), quit);
  gtk_box_append (GTK_BOX (box), retry);

  return box;
}

static GtkWidget *
create_page (const GError *error)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), get_title (error));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), create_buttons ());
  gtk_widget_set_vexpand (page, TRUE);

  return page;
}

BhProblemWindow *
bh_problem_window_new (AdwApplication *application, const GError *error)
{
  BhProblemWindow *self;
  GtkWidget *box;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (error != NULL, NULL);

  self = g_object_new (BH_TYPE_PROBLEM_WINDOW, "application", application, "title", _ ("Bihuan"),
                       "default-width", DEFAULT_WIDTH, "default-height", DEFAULT_HEIGHT, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), create_page (error));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), box);

  return self;
}
