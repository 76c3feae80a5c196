/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-attaching.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-files.h"

#define SHOW_AFTER_MS 200
#define LOOK_EVERY_MS 100
#define PARTS 1000

/**
 * BhAttaching:
 *
 * CSS nodes: `attaching` with a label, a progress bar and a button.
 */
struct _BhAttaching
{
  GtkWidget parent_instance;

  BhDesk *desk; /* (owned) */
  gint64 ticket_id;
  BhAttachmentUse use;
  GFile *file;               /* (owned) (nullable) */
  GdkTexture *picture;       /* (owned) (nullable) */
  char *name;                /* (owned) */
  GCancellable *cancellable; /* (owned) */
  gint part;                 /* atomic: how far the file was copied, in thousandths; -1 unknown */
  guint look;                /* source that shows it */
  GtkWidget *bar;            /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhAttaching, bh_attaching, GTK_TYPE_WIDGET)

typedef enum
{
  DONE,
  FAILED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static gboolean
look_cb (gpointer user_data)
{
  BhAttaching *self = user_data;
  int part = g_atomic_int_get (&self->part);

  if (part < 0)
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->bar));
  else
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), (double) part / PARTS);

  return G_SOURCE_CONTINUE;
}

static gboolean
show_cb (gpointer user_data)
{
  BhAttaching *self = user_data;

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->look = g_timeout_add (LOOK_EVERY_MS, look_cb, self);

  return G_SOURCE_REMOVE;
}

static void
note_progress (double fraction, gpointer user_data)
{
  BhAttaching *self = user_data;

  g_atomic_int_set (&self->part, fraction < 0 ? -1 : (int) (fraction * PARTS));
}

static void
fail (BhAttaching *self, GError *error)
{
  g_clear_handle_id (&self->look, g_source_remove);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhAttaching) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) ticket = bh_desk_do_finish (BH_DESK (source), result, &error);

  if (ticket == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_handle_id (&self->look, g_source_remove);
  g_signal_emit (self, signals[DONE], 0);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhAttaching) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *input = bh_desk_store_finish (BH_DESK (source), result, &error);
  g_autoptr (BhPayload) inputs = NULL;

  if (input == NULL)
    {
      fail (self, error);
      return;
    }
  inputs = bh_payload_new_from ("file", input, "use",
                                bh_list_get_code (BH_LIST_ATTACHMENT_USE, (int) self->use), NULL);
  bh_desk_do_async (self->desk, BH_VERB_ATTACH, self->ticket_id, inputs, 0, self->cancellable,
                    recorded_cb, g_object_ref (self));
}

static void
pack_in_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, gdk_texture_save_to_png_bytes (task_data),
                         (GDestroyNotify) g_bytes_unref);
}

static void
packed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BhAttaching *self = BH_ATTACHING (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes == NULL)
    fail (self, error);
  else
    bh_desk_store_bytes_async (self->desk, bytes, self->name, self->cancellable, stored_cb,
                               g_object_ref (self));
}

static void
cancel_cb (BhAttaching *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
bh_attaching_dispose (GObject *object)
{
  BhAttaching *self = BH_ATTACHING (object);
  GtkWidget *child;

  g_clear_handle_id (&self->look, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bh_attaching_parent_class)->dispose (object);
}

static void
bh_attaching_finalize (GObject *object)
{
  BhAttaching *self = BH_ATTACHING (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->file);
  g_clear_object (&self->picture);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (bh_attaching_parent_class)->finalize (object);
}

static void
bh_attaching_class_init (BhAttachingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_attaching_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_attaching_finalize;

  signals[DONE] = g_signal_new ("done", BH_TYPE_ATTACHING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", BH_TYPE_ATTACHING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  gtk_widget_class_set_css_name (widget_class, "attaching");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_attaching_init (BhAttaching *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
fill (BhAttaching *self)
{
  GtkWidget *label = gtk_label_new (self->name);
  GtkWidget *button = gtk_button_new_with_label (_ ("Cancel"));
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  self->bar = gtk_progress_bar_new ();
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect_object (button, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static BhAttaching *
create (BhDesk *desk, gint64 ticket_id, BhAttachmentUse use, char *name)
{
  BhAttaching *self = g_object_new (BH_TYPE_ATTACHING, NULL);

  self->desk = g_object_ref (desk);
  self->ticket_id = ticket_id;
  self->use = use;
  self->name = name;
  fill (self);

  return self;
}

GtkWidget *
bh_attaching_new (BhDesk *desk, gint64 ticket_id, BhAttachmentUse use, GFile *file)
{
  g_autofree char *name = NULL;
  BhAttaching *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  self = create (desk, ticket_id, use, g_filename_display_name (name));
  self->file = g_object_ref (file);

  return GTK_WIDGET (self);
}

GtkWidget *
bh_attaching_new_picture (
    BhDesk *desk, gint64 ticket_id, BhAttachmentUse use, GdkTexture *picture, const char *name)
{
  BhAttaching *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);
  g_return_val_if_fail (GDK_IS_TEXTURE (picture), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = create (desk, ticket_id, use, g_strdup (name));
  self->picture = g_object_ref (picture);

  return GTK_WIDGET (self);
}

gint64
bh_attaching_get_ticket_id (BhAttaching *self)
{
  g_return_val_if_fail (BH_IS_ATTACHING (self), 0);

  return self->ticket_id;
}

const char *
bh_attaching_get_name (BhAttaching *self)
{
  g_return_val_if_fail (BH_IS_ATTACHING (self), NULL);

  return self->name;
}

void
bh_attaching_start (BhAttaching *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BH_IS_ATTACHING (self));

  self->look = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
  if (self->file != NULL)
    {
      bh_desk_store_file_async (self->desk, self->file, note_progress, self, self->cancellable,
                                stored_cb, g_object_ref (self));
      return;
    }
  task = g_task_new (self, self->cancellable, packed_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->picture), g_object_unref);
  g_task_run_in_thread (task, pack_in_worker);
}
