/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-attachment-tile.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-files.h"

#define PICTURE_WIDTH 104
#define PICTURE_HEIGHT 72
#define NAME_CHARS 14

/**
 * BhAttachmentTile:
 *
 * CSS nodes: those of a flow box's child, class `attachment`.
 */
struct _BhAttachmentTile
{
  GtkFlowBoxChild parent_instance;

  BhAttachment *attachment;  /* (owned) */
  GCancellable *cancellable; /* (owned): of the thumbnail */
  GtkWidget *frame;          /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhAttachmentTile, bh_attachment_tile, GTK_TYPE_FLOW_BOX_CHILD)

static void
bh_attachment_tile_dispose (GObject *object)
{
  g_cancellable_cancel (BH_ATTACHMENT_TILE (object)->cancellable);

  G_OBJECT_CLASS (bh_attachment_tile_parent_class)->dispose (object);
}

static void
bh_attachment_tile_finalize (GObject *object)
{
  BhAttachmentTile *self = BH_ATTACHMENT_TILE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->attachment);

  G_OBJECT_CLASS (bh_attachment_tile_parent_class)->finalize (object);
}

static void
bh_attachment_tile_class_init (BhAttachmentTileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_attachment_tile_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_attachment_tile_finalize;
}

static void
bh_attachment_tile_init (BhAttachmentTile *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
replace_picture (BhAttachmentTile *self, GtkWidget *picture)
{
  GtkWidget *old = gtk_widget_get_first_child (self->frame);

  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->frame), old);
  gtk_widget_set_hexpand (picture, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (self->frame), picture);
}

static void
show_icon (BhAttachmentTile *self)
{
  g_autofree char *type = g_content_type_from_mime_type (self->attachment->type);
  g_autoptr (GIcon) icon
      = g_content_type_get_symbolic_icon (type != NULL ? type : "application/octet-stream");
  GtkWidget *image = gtk_image_new_from_gicon (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 32);
  replace_picture (self, image);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhAttachmentTile) self = user_data;
  g_autoptr (GdkTexture) texture = bh_thumbnails_load_finish (BH_THUMBNAILS (source), result, NULL);
  GtkWidget *picture;

  if (texture == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  replace_picture (self, picture);
}

static void
load_picture (BhAttachmentTile *self, BhDesk *desk, BhThumbnails *thumbnails)
{
  g_autofree char *path = bh_desk_dup_file_path (desk, self->attachment->hash);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  bh_thumbnails_load_async (thumbnails, path, self->attachment->hash, self->attachment->type,
                            PICTURE_WIDTH * scale, self->cancellable, loaded_cb,
                            g_object_ref (self));
}

static GtkWidget *
create_line (const char *text, PangoEllipsizeMode mode, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), mode);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_widget_add_css_class (label, "caption");
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

/* All that there is to say, a line each. */
static char *
describe (BhAttachment *attachment, BhOffice *office)
{
  g_autofree char *size = g_format_size ((guint64) attachment->size);
  g_autofree char *at = bh_office_time_format (bh_office_get_time (office), attachment->at);
  const char *who = bh_office_get_name (office, BH_TYPE_STAFF, attachment->by_id);
  GString *text = g_string_new (attachment->name);

  g_string_append_printf (text, "\n%s · %s",
                          bh_list_get_label (BH_LIST_ATTACHMENT_USE, (int) attachment->use), size);
  g_string_append_printf (text, "\n%s", at);
  if (*who != '\0')
    g_string_append_printf (text, " · %s", who);
  if (attachment->note != NULL)
    g_string_append_printf (text, "\n%s", attachment->note);

  return g_string_free (text, FALSE);
}

static void
fill (BhAttachmentTile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *use = bh_list_get_label (BH_LIST_ATTACHMENT_USE, (int) self->attachment->use);

  self->frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_size_request (self->frame, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_set_overflow (self->frame, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->frame, "thumbnail");
  gtk_box_append (GTK_BOX (box), self->frame);
  gtk_box_append (GTK_BOX (box),
                  create_line (self->attachment->name, PANGO_ELLIPSIZE_MIDDLE, NULL));
  gtk_box_append (GTK_BOX (box), create_line (use, PANGO_ELLIPSIZE_END, "dim-label"));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "attachment");
}

GtkWidget *
bh_attachment_tile_new (BhDesk *desk, BhThumbnails *thumbnails, BhAttachment *attachment)
{
  g_autofree char *text = NULL;
  BhAttachmentTile *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (BH_IS_THUMBNAILS (thumbnails), NULL);
  g_return_val_if_fail (BH_IS_ATTACHMENT (attachment), NULL);

  self = g_object_new (BH_TYPE_ATTACHMENT_TILE, NULL);
  self->attachment = g_object_ref (attachment);
  fill (self);
  show_icon (self);
  load_picture (self, desk, thumbnails);
  text = describe (attachment, bh_desk_get_office (desk));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return GTK_WIDGET (self);
}

BhAttachment *
bh_attachment_tile_get_attachment (BhAttachmentTile *self)
{
  g_return_val_if_fail (BH_IS_ATTACHMENT_TILE (self), NULL);

  return self->attachment;
}
