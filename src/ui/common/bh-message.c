/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-message.h"

#include "base/bh-i18n.h"

void
bh_message_show (GtkWidget *widget, const char *heading, const char *body)
{
  GtkRoot *root;
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

AdwToast *
bh_message_new_toast (const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

void
bh_message_replace_toast (AdwToastOverlay *toasts, AdwToast *toast)
{
  AdwToast *last;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));
  g_return_if_fail (toast == NULL || ADW_IS_TOAST (toast));

  last = g_object_get_data (G_OBJECT (toasts), "bh-toast");
  if (last != NULL)
    adw_toast_dismiss (last);
  g_object_set_data_full (G_OBJECT (toasts), "bh-toast",
                          toast != NULL ? g_object_ref (toast) : NULL, g_object_unref);
  if (toast != NULL)
    adw_toast_overlay_add_toast (toasts, toast);
}
