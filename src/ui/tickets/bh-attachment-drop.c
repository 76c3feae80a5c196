/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-attachment-drop.h"

#include "base/bh-i18n.h"

static void
add_files (BhAttachmentStrip *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    bh_attachment_strip_add_file (self, l->data);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  BhAttachmentStrip *self = user_data;

  if (!bh_attachment_strip_is_possible (self))
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    add_files (self, value);
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    bh_attachment_strip_add_picture (self, g_value_get_object (value));

  return TRUE;
}

static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, gpointer user_data)
{
  BhAttachmentStrip *self = user_data;
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  return bh_attachment_strip_is_possible (self)
         && (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
             || gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE)
             || gdk_content_formats_contain_mime_type (formats, "text/uri-list"));
}

static void
pasted_files_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhAttachmentStrip) self = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value != NULL)
    add_files (self, value);
  else
    bh_attachment_strip_set_problem (self, error->message);
}

static void
pasted_picture_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhAttachmentStrip) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture
      = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, &error);

  if (picture != NULL)
    bh_attachment_strip_add_picture (self, picture);
  else
    bh_attachment_strip_set_problem (self, error->message);
}

void
bh_attachment_drop_paste (BhAttachmentStrip *self)
{
  GdkClipboard *clipboard;
  g_autoptr (GdkContentFormats) formats = NULL;

  g_return_if_fail (BH_IS_ATTACHMENT_STRIP (self));

  if (!bh_attachment_strip_is_possible (self))
    return;
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  formats = gdk_content_formats_union_deserialize_gtypes (
      gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    pasted_files_cb, g_object_ref (self));
  else if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE))
    gdk_clipboard_read_texture_async (clipboard, NULL, pasted_picture_cb, g_object_ref (self));
  else
    bh_attachment_strip_set_problem (
        self, _ ("There is no picture and no file to paste: copy one first."));
}

void
bh_attachment_drop_accept (BhAttachmentStrip *self, GtkWidget *widget)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *target;

  g_return_if_fail (BH_IS_ATTACHMENT_STRIP (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
