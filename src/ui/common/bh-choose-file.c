/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-choose-file.h"

#include "base/bh-i18n.h"

#define CHOSEN_KEY "bh-file-chosen"

/* The widget keeps the dialog as its data until it is answered. */
static void
response_cb (GtkWidget *widget, int response, GtkNativeDialog *dialog)
{
  BhFileChosenFunc chosen = (BhFileChosenFunc) g_object_get_data (G_OBJECT (dialog), CHOSEN_KEY);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    chosen (widget, file);
  g_object_set_data (G_OBJECT (widget), CHOSEN_KEY, NULL);
}

static void
files_response_cb (GtkWidget *widget, int response, GtkNativeDialog *dialog)
{
  BhFilesChosenFunc chosen = (BhFilesChosenFunc) g_object_get_data (G_OBJECT (dialog), CHOSEN_KEY);
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  if (files != NULL && g_list_model_get_n_items (files) > 0)
    chosen (widget, files);
  g_object_set_data (G_OBJECT (widget), CHOSEN_KEY, NULL);
}

static void
destroy_dialog (gpointer dialog)
{
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* @dialog: (transfer full) */
static void
ask (GtkWidget *widget, GtkFileChooserNative *dialog, GCallback respond, gpointer chosen)
{
  g_object_set_data (G_OBJECT (dialog), CHOSEN_KEY, chosen);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", respond, widget, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (widget), CHOSEN_KEY, dialog, destroy_dialog);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

void
bh_choose_folder (GtkWidget *widget, const char *title, GFile *present, BhFileChosenFunc chosen)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (present == NULL || G_IS_FILE (present));
  g_return_if_fail (chosen != NULL);

  dialog = gtk_file_chooser_native_new (title, get_window (widget),
                                        GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), NULL);
  if (present != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), present, NULL);
  ask (widget, dialog, G_CALLBACK (response_cb), (gpointer) chosen);
}

void
bh_choose_files (GtkWidget *widget, const char *title, BhFilesChosenFunc chosen)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (chosen != NULL);

  dialog = gtk_file_chooser_native_new (title, get_window (widget), GTK_FILE_CHOOSER_ACTION_OPEN,
                                        _ ("_Choose"), NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  ask (widget, dialog, G_CALLBACK (files_response_cb), (gpointer) chosen);
}

void
bh_choose_file (GtkWidget *widget,
                const char *title,
                const char *const *patterns,
                BhFileChosenFunc chosen)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (patterns != NULL && chosen != NULL);

  dialog = gtk_file_chooser_native_new (title, get_window (widget), GTK_FILE_CHOOSER_ACTION_OPEN,
                                        _ ("_Choose"), NULL);
  for (; *patterns != NULL; patterns++)
    gtk_file_filter_add_pattern (filter, *patterns);
  gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (dialog), filter);
  ask (widget, dialog, G_CALLBACK (response_cb), (gpointer) chosen);
}

void
bh_choose_new_file (GtkWidget *widget, const char *title, const char *name, BhFileChosenFunc chosen)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (chosen != NULL);

  dialog = gtk_file_chooser_native_new (title, get_window (widget), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _ ("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  ask (widget, dialog, G_CALLBACK (response_cb), (gpointer) chosen);
}
