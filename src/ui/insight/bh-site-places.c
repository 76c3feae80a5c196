/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-site-places.h"

#include "base/bh-i18n.h"

#define WIDTH 190
#define ID_KEY "bh-place"

/**
 * BhSitePlaces:
 *
 * CSS nodes: `siteplaces`. Role: group.
 */
struct _BhSitePlaces
{
  GtkWidget parent_instance;

  GtkLabel *heading; /* (owned by the widget tree) */
  GtkListBox *list;  /* (owned by the widget tree) */
  guint n_places;
};

G_DEFINE_FINAL_TYPE (BhSitePlaces, bh_site_places, GTK_TYPE_WIDGET)

static guint chosen_signal;

static gint64
get_id (GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), ID_KEY);

  return *id;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkListBoxRow *row)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, get_id (row));
}

/* What is dragged is seen at the pointer. */
static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkListBoxRow *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static void
chosen_cb (BhSitePlaces *self, GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, chosen_signal, 0, get_id (row));
}

static GtkWidget *
create_row (const BhSiteMark *mark)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (mark->name);
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), ID_KEY,
                          g_memdup2 (&mark->place_id, sizeof mark->place_id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, mark->name,
                                  -1);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));

  return row;
}

static void
bh_site_places_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bh_site_places_parent_class)->dispose (object);
}

static void
bh_site_places_class_init (BhSitePlacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_site_places_dispose;

  chosen_signal = g_signal_new ("chosen", BH_TYPE_SITE_PLACES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "siteplaces");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bh_site_places_init (BhSitePlaces *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "caption");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Places that are not on the plan"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
bh_site_places_new (void)
{
  return g_object_new (BH_TYPE_SITE_PLACES, NULL);
}

static void
show_heading (BhSitePlaces *self)
{
  g_autofree char *text = NULL;

  if (self->n_places == 0)
    text = g_strdup (
        _ ("All places are on the plan. Drag one to move it, or press Delete to take it "
           "off."));
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u place is not on the plan yet. Drag it there, or choose it and click where "
                     "it stands.",
                     "%u places are not on the plan yet. Drag one there, or choose it and click "
                     "where it stands.",
                     self->n_places),
        self->n_places);
  gtk_label_set_text (self->heading, text);
}

void
bh_site_places_set_plan (BhSitePlaces *self, const BhSitePlan *plan)
{
  GtkWidget *row;

  g_return_if_fail (BH_IS_SITE_PLACES (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  self->n_places = 0;
  for (guint i = 0; plan != NULL && i < plan->marks->len; i++)
    {
      const BhSiteMark *mark = g_ptr_array_index (plan->marks, i);

      if (mark->placed)
        continue;
      gtk_list_box_append (self->list, create_row (mark));
      self->n_places++;
    }
  show_heading (self);
}

void
bh_site_places_set_chosen (BhSitePlaces *self, gint64 place_id)
{
  g_return_if_fail (BH_IS_SITE_PLACES (self));

  g_signal_handlers_block_by_func (self->list, chosen_cb, self);
  gtk_list_box_unselect_all (self->list);
  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    if (get_id (gtk_list_box_get_row_at_index (self->list, i)) == place_id)
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, i));
  g_signal_handlers_unblock_by_func (self->list, chosen_cb, self);
}

guint
bh_site_places_count (BhSitePlaces *self)
{
  g_return_val_if_fail (BH_IS_SITE_PLACES (self), 0);

  return self->n_places;
}
