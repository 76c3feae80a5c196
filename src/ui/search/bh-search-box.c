/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/search/bh-search-box.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "storage/bh-search.h"
#include "ui/search/bh-search-row.h"

#define DELAY_MS 80
/* So many of each group; who looks for another one types on. */
#define MAX_HITS 7
#define MIN_POPOVER_WIDTH 640

/**
 * BhSearchBox:
 *
 * CSS nodes: `searchbox` with an entry, and a popover with a list that never takes the focus. Role
 * of the entry: text box.
 */
struct _BhSearchBox
{
  GtkWidget parent_instance;

  BhDesk *desk;        /* (owned) */
  GtkEntry *entry;     /* (owned by the template) */
  GtkPopover *popover; /* (owned by the template), and all below */
  GtkWidget *scroller;
  GtkListBox *list;
  GtkLabel *message;
  GCancellable *cancellable; /* (owned) (nullable): of the search under way */
  guint delay_id;
  gboolean composing; /* an input method has the keys */
};

G_DEFINE_FINAL_TYPE (BhSearchBox, bh_search_box, GTK_TYPE_WIDGET)

typedef enum
{
  OPEN_TICKET,
  SHOW_TICKETS,
  NEW_TICKET,
  LEFT,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static void
stop (BhSearchBox *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
clear_list (BhSearchBox *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static gboolean
has_focus (BhSearchBox *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* @message: (nullable): NULL while there are hits, which say how to use them */
static void
show_popover (BhSearchBox *self, const char *message)
{
  gtk_widget_set_visible (self->scroller, message == NULL);
  gtk_label_set_label (self->message, message != NULL
                                          ? message
                                          : _ ("Enter opens, Ctrl+N takes a new ticket for it"));
  if (!has_focus (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_widget_set_size_request (
      GTK_WIDGET (self->popover),
      MAX (gtk_widget_get_allocated_width (GTK_WIDGET (self)), MIN_POPOVER_WIDTH), -1);
  gtk_popover_popup (self->popover);
}

static void
add_hits (BhSearchBox *self, GPtrArray *hits, const char *group)
{
  gint64 now = bh_clock_now (bh_store_get_clock (bh_desk_get_store (self->desk)));
  BhOffice *office = bh_desk_get_office (self->desk);

  for (guint i = 0; i < hits->len; i++)
    gtk_list_box_append (self->list,
                         bh_search_row_new (g_ptr_array_index (hits, i), group, office, now));
}

static void
show_hits (BhSearchBox *self, BhSearchHits *hits)
{
  guint n_hits = hits->tickets->len + hits->places->len + hits->contacts->len;

  clear_list (self);
  add_hits (self, hits->tickets, _ ("Tickets"));
  add_hits (self, hits->places, _ ("Rooms and places"));
  add_hits (self, hits->contacts, _ ("Contacts"));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  show_popover (self, n_hits > 0 ? NULL
                                 : _ ("Nothing found. A number or its end, a room like 3-2-301, "
                                      "the last four digits of a phone, words of the text, or the "
                                      "pinyin initials of a name find something."));
}

static gpointer
search_in_worker (BhConnection *connection,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  return bh_search_find (connection, user_data, MAX_HITS, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BhSearchBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSearchHits) hits = bh_store_read_finish (BH_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (hits != NULL)
    show_hits (self, hits);
  else
    show_popover (self, error->message);
}

static gboolean
search_cb (gpointer user_data)
{
  BhSearchBox *self = BH_SEARCH_BOX (user_data);
  g_autofree char *text = bh_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  self->delay_id = 0;
  self->cancellable = g_cancellable_new ();
  bh_store_read_async (bh_desk_get_store (self->desk), search_in_worker, g_steal_pointer (&text),
                       g_free, (GDestroyNotify) bh_search_hits_free, G_PRIORITY_DEFAULT,
                       self->cancellable, found_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
changed_cb (BhSearchBox *self)
{
  g_autofree char *text = bh_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  stop (self);
  if (text != NULL)
    {
      self->delay_id = g_timeout_add (DELAY_MS, search_cb, self);
      return;
    }
  clear_list (self);
  gtk_popover_popdown (self->popover);
}

static void
preedit_cb (BhSearchBox *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

static void
leave (BhSearchBox *self)
{
  stop (self);
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
open_row (BhSearchBox *self, BhSearchRow *row)
{
  g_autoptr (GObject) hit = g_object_ref (bh_search_row_get_hit (row));
  g_autoptr (BhTicketFilter) filter = bh_search_row_dup_filter (row);

  leave (self);
  if (BH_IS_TICKET_ROW (hit))
    g_signal_emit (self, signals[OPEN_TICKET], 0, BH_TICKET_ROW (hit)->id);
  else if (filter != NULL)
    g_signal_emit (self, signals[SHOW_TICKETS], 0, filter);
}

static gboolean
start_ticket (BhSearchBox *self, BhSearchRow *row)
{
  g_autoptr (GObject) hit = g_object_ref (bh_search_row_get_hit (row));

  if (BH_IS_TICKET_ROW (hit))
    return FALSE;
  leave (self);
  g_signal_emit (self, signals[NEW_TICKET], 0, BH_IS_CONTACT (hit) ? hit : NULL,
                 BH_IS_PLACE (hit) ? hit : NULL);

  return TRUE;
}

static void
row_activated_cb (BhSearchBox *self, GtkListBoxRow *row)
{
  open_row (self, BH_SEARCH_ROW (row));
}

static void
scroll_to (BhSearchBox *self, GtkWidget *row)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, (double) bounds.origin.y,
                               (double) (bounds.origin.y + bounds.size.height));
}

static void
move_selection (BhSearchBox *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, MAX (index, 0));

  if (next == NULL)
    return;
  gtk_list_box_select_row (self->list, next);
  scroll_to (self, GTK_WIDGET (next));
}

static gboolean
handle_list_key (BhSearchBox *self, guint key, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  switch (key)
    {
    case GDK_KEY_Down:
      move_selection (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      move_selection (self, -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (row != NULL)
        open_row (self, BH_SEARCH_ROW (row));
      return TRUE;
    case GDK_KEY_n:
      if ((state & GDK_CONTROL_MASK) == 0 || row == NULL)
        return FALSE;
      return start_ticket (self, BH_SEARCH_ROW (row));
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, BhSearchBox *self)
{
  if (self->composing)
    return FALSE;
  if (key == GDK_KEY_Escape)
    {
      leave (self);
      g_signal_emit (self, signals[LEFT], 0);
      return TRUE;
    }
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover))
      || !gtk_widget_get_visible (self->scroller))
    return FALSE;

  return handle_list_key (self, key, state);
}

static void
focus_entered_cb (BhSearchBox *self)
{
  if (self->desk != NULL)
    changed_cb (self);
}

static void
focus_left_cb (BhSearchBox *self)
{
  stop (self);
  gtk_popover_popdown (self->popover);
}

static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *group = bh_search_row_get_group (BH_SEARCH_ROW (row));
  GtkWidget *label;

  if (before != NULL && g_str_equal (group, bh_search_row_get_group (BH_SEARCH_ROW (before))))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_start (label, 8);
  gtk_widget_set_margin_top (label, 6);
  gtk_list_box_row_set_header (row, label);
}

/* A popover that nothing hides by itself has to follow its parent. */
static void
bh_search_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BhSearchBox *self = BH_SEARCH_BOX (widget);
  GtkAllocation allocation = { 0, 0, width, height };

  gtk_widget_size_allocate (GTK_WIDGET (self->entry), &allocation, baseline);
  gtk_popover_present (self->popover);
}

static void
bh_search_box_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (BH_SEARCH_BOX (widget)->entry), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
bh_search_box_dispose (GObject *object)
{
  BhSearchBox *self = BH_SEARCH_BOX (object);

  stop (self);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  if (self->entry != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->entry));
  self->entry = NULL;
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_search_box_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[OPEN_TICKET] = g_signal_new ("open-ticket", BH_TYPE_SEARCH_BOX, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SHOW_TICKETS] = g_signal_new ("show-tickets", BH_TYPE_SEARCH_BOX, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, BH_TYPE_TICKET_FILTER);
  signals[NEW_TICKET] = g_signal_new ("new-ticket", BH_TYPE_SEARCH_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 2, BH_TYPE_CONTACT, BH_TYPE_PLACE);
  signals[LEFT] = g_signal_new ("left", BH_TYPE_SEARCH_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
bh_search_box_class_init (BhSearchBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_search_box_dispose;
  widget_class->measure = bh_search_box_measure;
  widget_class->size_allocate = bh_search_box_size_allocate;
  install_signals ();

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/bihuan/Bihuan/ui/search/bh-search-box.ui");
  gtk_widget_class_bind_template_child (widget_class, BhSearchBox, entry);
  gtk_widget_class_bind_template_child (widget_class, BhSearchBox, popover);
  gtk_widget_class_bind_template_child (widget_class, BhSearchBox, scroller);
  gtk_widget_class_bind_template_child (widget_class, BhSearchBox, list);
  gtk_widget_class_bind_template_child (widget_class, BhSearchBox, message);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_css_name (widget_class, "searchbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
bh_search_box_init (BhSearchBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, add_heading, NULL, NULL);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)),
                           "preedit-changed", G_CALLBACK (preedit_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
bh_search_box_new (BhDesk *desk)
{
  BhSearchBox *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_SEARCH_BOX, NULL);
  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

void
bh_search_box_focus (BhSearchBox *self)
{
  g_return_if_fail (BH_IS_SEARCH_BOX (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
