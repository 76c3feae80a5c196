/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-attachment-strip.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-files.h"
#include "ui/common/bh-choose-file.h"
#include "ui/common/bh-file-opener.h"
#include "ui/common/bh-message.h"
#include "ui/tickets/bh-attaching.h"
#include "ui/tickets/bh-attachment-tile.h"
#include "ui/tickets/bh-attachment-use.h"

/**
 * BhAttachmentStrip:
 *
 * CSS nodes: `attachmentstrip` with a heading, the tiles in a flow box, what is on its way, and
 * what went wrong. Actions: `attachment.add`, `attachment.open`, `attachment.save`.
 */
struct _BhAttachmentStrip
{
  GtkWidget parent_instance;

  BhDesk *desk;             /* (owned) (nullable): until it is set up */
  BhThumbnails *thumbnails; /* (owned) */
  gint64 ticket_id;
  BhStatus status;
  gboolean possible;   /* to add files */
  GPtrArray *shown;    /* (owned) (element-type BhAttachment) */
  GQueue waiting;      /* (owned) (element-type BhAttaching): the first is on its way */
  BhAttachment *meant; /* (owned) (nullable): of the menu, or of the dialog to save */
  GtkWidget *heading;  /* (owned by the widget tree), as all that follow */
  GtkWidget *use;      /* what the next files show; the first item: by the ticket's status */
  GtkWidget *add;
  GtkWidget *tiles;
  GtkWidget *coming; /* what is on its way */
  GtkWidget *problem;
  GtkWidget *hint;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (BhAttachmentStrip, bh_attachment_strip, GTK_TYPE_WIDGET)

static gint64
get_now (BhAttachmentStrip *self)
{
  return bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
}

void
bh_attachment_strip_set_problem (BhAttachmentStrip *self, const char *message)
{
  g_return_if_fail (BH_IS_ATTACHMENT_STRIP (self));
  g_return_if_fail (message != NULL);

  gtk_label_set_label (GTK_LABEL (self->problem), message);
  gtk_widget_set_visible (self->problem, *message != '\0');
}

static void
update_heading (BhAttachmentStrip *self)
{
  g_autofree char *text = self->shown->len > 0
                              ? g_strdup_printf (_ ("Attachments (%u)"), self->shown->len)
                              : g_strdup (_ ("Attachments"));

  gtk_label_set_label (GTK_LABEL (self->heading), text);
  gtk_widget_set_visible (self->tiles, self->shown->len > 0);
  gtk_widget_set_visible (self->hint, self->shown->len == 0 && self->possible);
  gtk_widget_set_visible (self->add, self->possible);
  gtk_widget_set_visible (self->use, self->possible);
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown->len > 0 || self->possible);
}

static void start_next (BhAttachmentStrip *self);

static void
leave (BhAttachmentStrip *self, BhAttaching *attaching)
{
  g_queue_remove (&self->waiting, attaching);
  gtk_box_remove (GTK_BOX (self->coming), GTK_WIDGET (attaching));
  start_next (self);
}

static void
failed_cb (BhAttachmentStrip *self, GError *error, BhAttaching *attaching)
{
  if (self->desk == NULL)
    return;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Somebody may have gone on to another ticket. */
      if (bh_attaching_get_ticket_id (attaching) == self->ticket_id)
        bh_attachment_strip_set_problem (self, error->message);
      else
        bh_message_show (GTK_WIDGET (self), _ ("A file was not attached"), error->message);
    }
  leave (self, attaching);
}

static void
done_cb (BhAttachmentStrip *self, BhAttaching *attaching)
{
  if (self->desk != NULL)
    leave (self, attaching);
}

static void
start_next (BhAttachmentStrip *self)
{
  BhAttaching *next = g_queue_peek_head (&self->waiting);

  if (next != NULL)
    bh_attaching_start (next);
}

static void
enqueue (BhAttachmentStrip *self, GtkWidget *attaching)
{
  g_signal_connect_object (attaching, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (attaching, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  bh_attachment_strip_set_problem (self, "");
  gtk_box_append (GTK_BOX (self->coming), attaching);
  g_queue_push_tail (&self->waiting, attaching);
  if (self->waiting.length == 1)
    start_next (self);
}

void
bh_attachment_strip_add_file (BhAttachmentStrip *self, GFile *file)
{
  g_return_if_fail (BH_IS_ATTACHMENT_STRIP (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->possible)
    enqueue (self, bh_attaching_new (self->desk, self->ticket_id,
                                     bh_attachment_use_get (self->use, self->status), file));
}

void
bh_attachment_strip_add_picture (BhAttachmentStrip *self, GdkTexture *picture)
{
  BhLocalTime now;
  g_autofree char *name = NULL;

  g_return_if_fail (BH_IS_ATTACHMENT_STRIP (self));
  g_return_if_fail (GDK_IS_TEXTURE (picture));

  if (!self->possible)
    return;
  bh_office_time_split (bh_office_get_time (bh_desk_get_office (self->desk)), get_now (self), &now);
  /* Translators: name of a file that is a picture from the clipboard, with day and time */
  name = g_strdup_printf (_ ("Picture %08d-%02d%02d%02d.png"), now.day, now.hour, now.minute,
                          now.second);
  enqueue (self, bh_attaching_new_picture (self->desk, self->ticket_id,
                                           bh_attachment_use_get (self->use, self->status), picture,
                                           name));
}

static void
chosen_cb (GtkWidget *widget, GListModel *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      bh_attachment_strip_add_file (BH_ATTACHMENT_STRIP (widget), file);
    }
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bh_choose_files (widget, _ ("Attach files"), chosen_cb);
}

static void
open_attachment (BhAttachmentStrip *self, BhAttachment *attachment)
{
  g_autofree char *path = bh_desk_dup_file_path (self->desk, attachment->hash);

  bh_file_opener_open (GTK_WIDGET (self), path, attachment->name, get_now (self));
}

static void
activated_cb (BhAttachmentStrip *self, GtkFlowBoxChild *child)
{
  open_attachment (self, bh_attachment_tile_get_attachment (BH_ATTACHMENT_TILE (child)));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhAttachmentStrip *self = BH_ATTACHMENT_STRIP (widget);

  if (self->meant != NULL)
    open_attachment (self, self->meant);
}

static void
save_chosen_cb (GtkWidget *widget, GFile *target)
{
  BhAttachmentStrip *self = BH_ATTACHMENT_STRIP (widget);
  g_autofree char *path = bh_desk_dup_file_path (self->desk, self->meant->hash);

  bh_file_opener_save (widget, path, target);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BhAttachmentStrip *self = BH_ATTACHMENT_STRIP (widget);

  if (self->meant != NULL)
    bh_choose_new_file (widget, _ ("Save the attachment"), self->meant->name, save_chosen_cb);
}

static void
show_menu (BhAttachmentStrip *self, GtkWidget *tile)
{
  graphene_rect_t bounds;
  GdkRectangle place;

  g_set_object (&self->meant, bh_attachment_tile_get_attachment (BH_ATTACHMENT_TILE (tile)));
  if (!gtk_widget_compute_bounds (tile, GTK_WIDGET (self), &bounds))
    return;
  place = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                          (int) bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  BhAttachmentStrip *self = user_data;
  GtkFlowBoxChild *child
      = gtk_flow_box_get_child_at_pos (GTK_FLOW_BOX (self->tiles), (int) x, (int) y);

  if (child != NULL)
    show_menu (self, GTK_WIDGET (child));
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  BhAttachmentStrip *self = BH_ATTACHMENT_STRIP (widget);
  GtkWidget *tile = gtk_widget_get_focus_child (self->tiles);

  if (tile == NULL)
    return FALSE;
  show_menu (self, tile);

  return TRUE;
}

static void
bh_attachment_strip_dispose (GObject *object)
{
  BhAttachmentStrip *self = BH_ATTACHMENT_STRIP (object);
  GtkWidget *child;

  self->possible = FALSE;
  g_queue_clear (&self->waiting);
  g_clear_object (&self->desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bh_attachment_strip_parent_class)->dispose (object);
}

static void
bh_attachment_strip_finalize (GObject *object)
{
  BhAttachmentStrip *self = BH_ATTACHMENT_STRIP (object);

  g_clear_object (&self->thumbnails);
  g_clear_object (&self->meant);
  g_ptr_array_unref (self->shown);

  G_OBJECT_CLASS (bh_attachment_strip_parent_class)->finalize (object);
}

static void
bh_attachment_strip_class_init (BhAttachmentStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_attachment_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_attachment_strip_finalize;

  gtk_widget_class_install_action (widget_class, "attachment.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "attachment.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "attachment.save", NULL, save_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "attachmentstrip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_head (BhAttachmentStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_widget_add_css_class (self->heading, "heading");
  self->use = bh_attachment_use_new ();
  self->add = gtk_button_new_with_mnemonic (_ ("_Attach…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "attachment.add");
  gtk_widget_set_tooltip_text (self->add,
                               _ ("Choose files; or drop them here, or paste them with Ctrl+V"));
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), self->use);
  gtk_box_append (GTK_BOX (box), self->add);

  return box;
}

static GtkWidget *
create_tiles (BhAttachmentStrip *self)
{
  GtkWidget *tiles = gtk_flow_box_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_flow_box_set_activate_on_single_click (GTK_FLOW_BOX (tiles), FALSE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (tiles), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (tiles), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (tiles), 4);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (tiles), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tiles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Attachments"), -1);
  g_signal_connect_object (tiles, "child-activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (tiles, GTK_EVENT_CONTROLLER (click));

  return tiles;
}

static GtkWidget *
create_words (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);

  return label;
}

static GtkWidget *
create_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("_Open"), "attachment.open");
  g_menu_append (menu, _ ("_Save As…"), "attachment.save");

  return gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
}

static void
bh_attachment_strip_init (BhAttachmentStrip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->thumbnails = bh_thumbnails_new ();
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->waiting);

  gtk_widget_set_parent (create_head (self), GTK_WIDGET (self));
  self->hint = create_words (_ ("Drop photos, recordings and documents here."), "dim-label");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  self->tiles = create_tiles (self);
  gtk_widget_set_parent (self->tiles, GTK_WIDGET (self));
  self->coming = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->coming, GTK_WIDGET (self));
  self->problem = create_words (NULL, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_parent (self->problem, GTK_WIDGET (self));
  self->menu = create_menu ();
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  update_heading (self);
}

GtkWidget *
bh_attachment_strip_new (void)
{
  return g_object_new (BH_TYPE_ATTACHMENT_STRIP, NULL);
}

void
bh_attachment_strip_set_up (BhAttachmentStrip *self, BhDesk *desk)
{
  g_return_if_fail (BH_IS_ATTACHMENT_STRIP (self));
  g_return_if_fail (BH_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
}

/* Histories only grow, or lose their end by an undo. */
static gboolean
is_shown (BhAttachmentStrip *self, BhTicket *ticket)
{
  if (ticket->id != self->ticket_id || ticket->attachments->len != self->shown->len)
    return FALSE;
  for (guint i = 0; i < self->shown->len; i++)
    if (BH_ATTACHMENT (g_ptr_array_index (ticket->attachments, i))->seq
        != BH_ATTACHMENT (g_ptr_array_index (self->shown, i))->seq)
      return FALSE;

  return TRUE;
}

static void
fill_tiles (BhAttachmentStrip *self, BhTicket *ticket)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->tiles)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->tiles), child);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < ticket->attachments->len; i++)
    {
      BhAttachment *attachment = g_ptr_array_index (ticket->attachments, i);

      g_ptr_array_add (self->shown, g_object_ref (attachment));
      gtk_flow_box_append (GTK_FLOW_BOX (self->tiles),
                           bh_attachment_tile_new (self->desk, self->thumbnails, attachment));
    }
}

void
bh_attachment_strip_show (BhAttachmentStrip *self, BhTicket *ticket)
{
  BhActor actor;

  g_return_if_fail (BH_IS_ATTACHMENT_STRIP (self));
  g_return_if_fail (BH_IS_TICKET (ticket));
  g_return_if_fail (self->desk != NULL);

  bh_desk_get_actor (self->desk, &actor);
  self->possible = bh_loop_check (ticket, BH_VERB_ATTACH, &actor, bh_desk_get_office (self->desk),
                                  get_now (self), NULL, NULL);
  self->status = ticket->status;
  if (!is_shown (self, ticket))
    {
      if (self->ticket_id != ticket->id)
        bh_attachment_strip_set_problem (self, "");
      self->ticket_id = ticket->id;
      fill_tiles (self, ticket);
    }
  update_heading (self);
}

guint
bh_attachment_strip_count (BhAttachmentStrip *self)
{
  g_return_val_if_fail (BH_IS_ATTACHMENT_STRIP (self), 0);

  return self->shown->len;
}

const char *
bh_attachment_strip_get_problem (BhAttachmentStrip *self)
{
  g_return_val_if_fail (BH_IS_ATTACHMENT_STRIP (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->problem));
}

gboolean
bh_attachment_strip_is_possible (BhAttachmentStrip *self)
{
  g_return_val_if_fail (BH_IS_ATTACHMENT_STRIP (self), FALSE);

  return self->possible;
}

BhThumbnails *
bh_attachment_strip_get_thumbnails (BhAttachmentStrip *self)
{
  g_return_val_if_fail (BH_IS_ATTACHMENT_STRIP (self), NULL);

  return self->thumbnails;
}
