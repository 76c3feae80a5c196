/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-ui.h"

#include "base/bh-i18n.h"
#include "ui/bh-ui.h"

#include <adwaita.h>
#include <locale.h>
#include <string.h>

#define PATIENCE_SECONDS 20

/* gtk_test_init() would force another language. */
void
bh_test_ui_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("BIHUAN_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (argc, argv, NULL);
  gtk_init ();
  adw_init ();
  bh_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

GtkWindow *
bh_test_ui_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return GTK_WINDOW (window);
}

void
bh_test_ui_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("what was waited for did not happen");

  return G_SOURCE_REMOVE;
}

void
bh_test_ui_wait (gboolean (*done) (gpointer data), gpointer data)
{
  guint id = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (!done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static gboolean
is_gone (gpointer data)
{
  gpointer *object = data;

  return *object == NULL;
}

void
bh_test_ui_end (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  bh_test_ui_wait (is_gone, &weak);
}

gpointer
bh_test_ui_find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = bh_test_ui_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gpointer
bh_test_ui_find_shown (GtkWidget *widget, GType type)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = bh_test_ui_find_shown (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gboolean
bh_test_ui_says (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (bh_test_ui_says (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
press_in (GtkWidget *widget, GListModel *shortcuts, const char *trigger)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      g_autofree char *text = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_str_equal (text, trigger)
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                           GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }

  return FALSE;
}

gboolean
bh_test_ui_press (GtkWidget *widget, const char *trigger)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

          if (GTK_IS_SHORTCUT_CONTROLLER (controller)
              && press_in (widget, G_LIST_MODEL (controller), trigger))
            return TRUE;
        }
    }

  return FALSE;
}
