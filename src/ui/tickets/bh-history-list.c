/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-history-list.h"

#include "base/bh-i18n.h"
#include "desk/bh-desk-files.h"
#include "storage/bh-file-store.h"

#define SIGNATURE_HEIGHT 56
#define SIGNATURE_SIZE 240

/**
 * BhHistoryList:
 *
 * CSS nodes: `historylist` with a row an event: when, who, what, and the signature of a
 * sign-off. Role: list.
 */
struct _BhHistoryList
{
  GtkWidget parent_instance;

  BhDesk *desk;              /* (owned) (nullable): until it is set up */
  BhThumbnails *thumbnails;  /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of the signatures that are shown */
};

G_DEFINE_FINAL_TYPE (BhHistoryList, bh_history_list, GTK_TYPE_WIDGET)

static void
clear (BhHistoryList *self)
{
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
bh_history_list_dispose (GObject *object)
{
  clear (BH_HISTORY_LIST (object));

  G_OBJECT_CLASS (bh_history_list_parent_class)->dispose (object);
}

static void
bh_history_list_finalize (GObject *object)
{
  BhHistoryList *self = BH_HISTORY_LIST (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->thumbnails);

  G_OBJECT_CLASS (bh_history_list_parent_class)->finalize (object);
}

static void
bh_history_list_class_init (BhHistoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_history_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_history_list_finalize;

  gtk_widget_class_set_css_name (widget_class, "historylist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
bh_history_list_init (BhHistoryList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
}

/* "2026-11-03 10:02, recorded 2026-11-03 11:40" */
static char *
dup_instants (BhEvent *event, BhOfficeTime *time)
{
  g_autofree char *at = bh_office_time_format (time, event->at);
  g_autofree char *recorded = bh_office_time_format (time, event->recorded_at);

  return bh_event_is_backfilled (event) ? g_strdup_printf (_ ("%s, recorded %s"), at, recorded)
                                        : g_steal_pointer (&at);
}

static GtkWidget *
create_label (const char *text, const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
signature_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkPicture) picture = user_data;
  g_autoptr (GdkTexture) texture = bh_thumbnails_load_finish (BH_THUMBNAILS (source), result, NULL);

  if (texture == NULL)
    return;
  gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (picture), TRUE);
}

/* Shown once it is read: a file that is missing leaves no hole. */
static void
add_signature (BhHistoryList *self, GtkWidget *row, const char *hash)
{
  GtkWidget *picture = gtk_picture_new ();
  g_autofree char *path = bh_desk_dup_file_path (self->desk, hash);

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), _ ("Signature"));
  gtk_widget_set_size_request (picture, -1, SIGNATURE_HEIGHT);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_visible (picture, FALSE);
  gtk_widget_add_css_class (picture, "signature");
  gtk_box_append (GTK_BOX (row), picture);
  bh_thumbnails_load_async (self->thumbnails, path, hash, "image/png",
                            SIGNATURE_SIZE * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                            self->cancellable, signature_loaded_cb, g_object_ref (picture));
}

static GtkWidget *
create_row (BhEvent *event, BhOffice *office, gint64 now)
{
  BhOfficeTime *time = bh_office_get_time (office);
  g_autofree char *near = bh_office_time_format_near (time, event->at, now);
  g_autofree char *instants = dup_instants (event, time);
  g_autofree char *who = bh_ticket_view_dup_people (office, event);
  g_autofree char *what = bh_desk_describe_event (office, event);
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = create_label (what, "reading");

  gtk_box_append (GTK_BOX (head), create_label (near, "when"));
  gtk_box_append (GTK_BOX (head), create_label (who, "dim-label"));
  if (bh_event_is_backfilled (event))
    gtk_box_append (GTK_BOX (head), create_label (_ ("recorded later"), "backfilled"));
  gtk_widget_set_tooltip_text (head, instants);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (row), head);
  gtk_box_append (GTK_BOX (row), text);
  gtk_widget_add_css_class (row, "event");
  /* Nobody did anything: a clock ran on. */
  if (event->verb == BH_VERB_WARN)
    gtk_widget_add_css_class (row, "quiet");

  return row;
}

GtkWidget *
bh_history_list_new (void)
{
  return g_object_new (BH_TYPE_HISTORY_LIST, NULL);
}

void
bh_history_list_set_up (BhHistoryList *self, BhDesk *desk, BhThumbnails *thumbnails)
{
  g_return_if_fail (BH_IS_HISTORY_LIST (self));
  g_return_if_fail (BH_IS_DESK (desk));
  g_return_if_fail (BH_IS_THUMBNAILS (thumbnails));

  g_set_object (&self->desk, desk);
  g_set_object (&self->thumbnails, thumbnails);
}

void
bh_history_list_show (BhHistoryList *self, GPtrArray *events, BhOffice *office, gint64 now)
{
  g_return_if_fail (BH_IS_HISTORY_LIST (self));
  g_return_if_fail (events != NULL);

  clear (self);
  self->cancellable = g_cancellable_new ();
  for (guint i = events->len; i > 0; i--)
    {
      BhEvent *event = g_ptr_array_index (events, i - 1);
      const char *signature = bh_payload_get (event->payload, "signature");
      GtkWidget *row = create_row (event, office, now);

      if (self->desk != NULL && bh_file_store_is_hash (signature))
        add_signature (self, row, signature);
      gtk_widget_set_parent (row, GTK_WIDGET (self));
    }
}

void
bh_history_list_reveal (BhHistoryList *self, guint position)
{
  GtkWidget *row;

  g_return_if_fail (BH_IS_HISTORY_LIST (self));

  row = gtk_widget_get_last_child (GTK_WIDGET (self));
  for (; row != NULL && position > 0; position--)
    row = gtk_widget_get_prev_sibling (row);
  if (row == NULL)
    return;
  gtk_widget_set_focusable (row, TRUE);
  gtk_widget_grab_focus (row);
}
