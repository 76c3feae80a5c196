/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-ticket-table.h"

#include "base/bh-i18n.h"
#include "ui/tickets/bh-column-sorter.h"
#include "ui/tickets/bh-ticket-columns.h"

/* Time left is said in minutes; twice a minute it is said anew. */
#define TICK_SECONDS 30

/**
 * BhTicketTable:
 *
 * CSS nodes: `tickettable` with a scrolled window and a column view. Sorting and filtering are the
 * database's: a change of the header's sort becomes another query of the list.
 */
struct _BhTicketTable
{
  GtkWidget parent_instance;

  BhDesk *desk;             /* (owned) */
  BhTicketList *list;       /* (owned) */
  BhIdSelection *selection; /* (owned) */
  BhTicketFilter *filter;   /* (owned) (nullable) */
  BhTicketColumns *columns; /* (owned) */
  GtkWidget *scroller;      /* (owned by the widget tree) */
  GtkColumnView *view;      /* (owned by the widget tree) */
  BhTicketColumn sort;
  gboolean descending;
  gboolean started; /* a filter was set */
  gint64 selected;  /* the ticket that was announced last */
  gboolean several; /* more than one was announced since */
  gboolean clicked; /* the pointer was used last, not a key */
  guint tick_id;
};

G_DEFINE_FINAL_TYPE (BhTicketTable, bh_ticket_table, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_COLUMNS = 1,
  PROP_COLUMN_WIDTHS,
  PROP_SORT_COLUMN,
  PROP_SORT_DESCENDING,
} Property;

static GParamSpec *properties[PROP_SORT_DESCENDING + 1];

typedef enum
{
  ACTIVATED,
  SELECTED,
  SEVERAL_SELECTED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static gint64
get_nth_id (GListModel *model, guint position)
{
  return bh_ticket_list_get_nth_id (BH_TICKET_LIST (model), position);
}

/* Not before it is known which tickets: columns and sort are set up first. */
static void
run_query (BhTicketTable *self)
{
  if (!self->started)
    return;
  bh_ticket_list_set_query (self->list, self->filter, self->sort, self->descending);
}

static void
sort_changed_cb (BhTicketTable *self)
{
  BhTicketColumn column;
  gboolean descending;

  if (!bh_column_sorter_find_sort (self->view, &column, &descending)
      || (column == self->sort && descending == self->descending))
    return;
  self->sort = column;
  self->descending = descending;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT_COLUMN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT_DESCENDING]);
  run_query (self);
}

/* The header has the say: what it shows comes back as its change. */
static void
sort_by (BhTicketTable *self, BhTicketColumn column, gboolean descending)
{
  gtk_column_view_sort_by_column (self->view, bh_ticket_columns_get (self->columns, column),
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
activate_cb (BhTicketTable *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, bh_ticket_list_get_nth_id (self->list, position));
}

static void
selection_changed_cb (BhTicketTable *self)
{
  gint64 id = bh_id_selection_get_single (self->selection);

  if (id == 0 && bh_id_selection_count (self->selection) > 1)
    {
      self->several = TRUE;
      g_signal_emit (self, signals[SEVERAL_SELECTED], 0);
      return;
    }
  if (id == 0 || (id == self->selected && !self->several))
    return;
  self->selected = id;
  self->several = FALSE;
  g_signal_emit (self, signals[SELECTED], 0, id);
}

static void
pressed_cb (BhTicketTable *self)
{
  self->clicked = TRUE;
}

static gboolean
key_pressed_cb (BhTicketTable *self)
{
  self->clicked = FALSE;

  return FALSE;
}

static void
columns_changed_cb (BhTicketTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMNS]);
}

static void
columns_resized_cb (BhTicketTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN_WIDTHS]);
}

static gboolean
tick_cb (gpointer user_data)
{
  bh_ticket_columns_update (BH_TICKET_TABLE (user_data)->columns);

  return G_SOURCE_CONTINUE;
}

static void
bh_ticket_table_map (GtkWidget *widget)
{
  BhTicketTable *self = BH_TICKET_TABLE (widget);

  GTK_WIDGET_CLASS (bh_ticket_table_parent_class)->map (widget);
  bh_ticket_columns_update (self->columns);
  self->tick_id = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
}

static void
bh_ticket_table_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&BH_TICKET_TABLE (widget)->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (bh_ticket_table_parent_class)->unmap (widget);
}

static void
bh_ticket_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BhTicketTable *self = BH_TICKET_TABLE (object);
  BhTicketColumn column;

  switch ((Property) id)
    {
    case PROP_COLUMNS:
      bh_ticket_columns_set_shown (self->columns, g_value_get_boxed (value));
      return;
    case PROP_COLUMN_WIDTHS:
      bh_ticket_columns_set_widths (self->columns, g_value_get_variant (value));
      return;
    case PROP_SORT_COLUMN:
      column = bh_ticket_column_find (g_value_get_string (value));
      sort_by (self, column != 0 ? column : BH_TICKET_COLUMN_RECEIVED, self->descending);
      return;
    case PROP_SORT_DESCENDING:
      sort_by (self, self->sort, g_value_get_boolean (value));
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_ticket_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BhTicketTable *self = BH_TICKET_TABLE (object);

  switch ((Property) id)
    {
    case PROP_COLUMNS:
      g_value_take_boxed (value, bh_ticket_columns_dup_shown (self->columns));
      return;
    case PROP_COLUMN_WIDTHS:
      g_value_take_variant (value, bh_ticket_columns_dup_widths (self->columns));
      return;
    case PROP_SORT_COLUMN:
      g_value_set_string (value, bh_ticket_column_get_code (self->sort));
      return;
    case PROP_SORT_DESCENDING:
      g_value_set_boolean (value, self->descending);
      return;
    }

  G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bh_ticket_table_dispose (GObject *object)
{
  BhTicketTable *self = BH_TICKET_TABLE (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->filter, bh_ticket_filter_unref);

  G_OBJECT_CLASS (bh_ticket_table_parent_class)->dispose (object);
}

static void
bh_ticket_table_class_init (BhTicketTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = bh_ticket_table_set_property;
  object_class->get_property = bh_ticket_table_get_property;
  object_class->dispose = bh_ticket_table_dispose;
  widget_class->map = bh_ticket_table_map;
  widget_class->unmap = bh_ticket_table_unmap;

  properties[PROP_COLUMNS] = g_param_spec_boxed ("columns", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_COLUMN_WIDTHS] = g_param_spec_variant ("column-widths", NULL, NULL,
                                                         BH_TICKET_COLUMN_WIDTHS_TYPE, NULL, flags);
  properties[PROP_SORT_COLUMN] = g_param_spec_string ("sort-column", NULL, NULL, NULL, flags);
  properties[PROP_SORT_DESCENDING]
      = g_param_spec_boolean ("sort-descending", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[ACTIVATED] = g_signal_new ("activated", BH_TYPE_TICKET_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SELECTED] = g_signal_new ("selected", BH_TYPE_TICKET_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SEVERAL_SELECTED] = g_signal_new ("several-selected", BH_TYPE_TICKET_TABLE,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "tickettable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Both only watch, before the view takes what is its own. */
static void
watch_input (BhTicketTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
bh_ticket_table_init (BhTicketTable *self)
{
  self->sort = BH_TICKET_COLUMN_RECEIVED;
  self->descending = TRUE;
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("List of tickets"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  watch_input (self);
}

GtkWidget *
bh_ticket_table_new (BhDesk *desk)
{
  BhTicketTable *self;

  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_TICKET_TABLE, NULL);
  self->desk = g_object_ref (desk);
  self->list = bh_ticket_list_new (bh_desk_get_store (desk));
  self->selection = bh_id_selection_new (G_LIST_MODEL (self->list), get_nth_id);
  self->columns = bh_ticket_columns_new (self->view, desk);
  sort_by (self, self->sort, self->descending);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sort_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "resized", G_CALLBACK (columns_resized_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::office", G_CALLBACK (bh_ticket_columns_update),
                           self->columns, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

BhTicketList *
bh_ticket_table_get_list (BhTicketTable *self)
{
  g_return_val_if_fail (BH_IS_TICKET_TABLE (self), NULL);

  return self->list;
}

BhIdSelection *
bh_ticket_table_get_selection (BhTicketTable *self)
{
  g_return_val_if_fail (BH_IS_TICKET_TABLE (self), NULL);

  return self->selection;
}

GActionGroup *
bh_ticket_table_get_actions (BhTicketTable *self)
{
  g_return_val_if_fail (BH_IS_TICKET_TABLE (self), NULL);

  return bh_ticket_columns_get_actions (self->columns);
}

GMenuModel *
bh_ticket_table_get_columns_menu (BhTicketTable *self)
{
  g_return_val_if_fail (BH_IS_TICKET_TABLE (self), NULL);

  return bh_ticket_columns_get_menu (self->columns);
}

void
bh_ticket_table_set_filter (BhTicketTable *self, BhTicketFilter *filter)
{
  g_return_if_fail (BH_IS_TICKET_TABLE (self));

  if (filter != NULL)
    bh_ticket_filter_ref (filter);
  g_clear_pointer (&self->filter, bh_ticket_filter_unref);
  self->filter = filter;
  self->started = TRUE;
  run_query (self);
}

gboolean
bh_ticket_table_was_clicked (BhTicketTable *self)
{
  g_return_val_if_fail (BH_IS_TICKET_TABLE (self), FALSE);

  return self->clicked;
}

/* The list inside of a column view is its last child. */
static GtkWidget *
get_inner_list (BhTicketTable *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

/* 4.8 scrolls by an action alone. */
static void
scroll_to (BhTicketTable *self, guint position)
{
  gtk_widget_activate_action (get_inner_list (self), "list.scroll-to-item", "u", position);
}

static void
focus_ticket (BhTicketTable *self, gint64 id)
{
  GtkWidget *row = bh_ticket_columns_find_row (self->columns, id);

  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_grab_focus (get_inner_list (self));
}

void
bh_ticket_table_move (BhTicketTable *self, int step)
{
  guint n_items;
  guint position;
  gint64 target;

  g_return_if_fail (BH_IS_TICKET_TABLE (self));

  self->clicked = FALSE;
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n_items == 0)
    return;
  position = bh_ticket_list_find (self->list, self->selected);
  target = position == GTK_INVALID_LIST_POSITION ? 0 : (gint64) position + step;
  target = CLAMP (target, 0, (gint64) n_items - 1);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), (guint) target, TRUE);
  scroll_to (self, (guint) target);
  focus_ticket (self, bh_ticket_list_get_nth_id (self->list, (guint) target));
}

void
bh_ticket_table_show_ticket (BhTicketTable *self, gint64 id)
{
  guint position;

  g_return_if_fail (BH_IS_TICKET_TABLE (self));

  self->selected = id;
  self->several = FALSE;
  bh_id_selection_select_id (self->selection, id);
  position = id != 0 ? bh_ticket_list_find (self->list, id) : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}

void
bh_ticket_table_focus (BhTicketTable *self)
{
  g_return_if_fail (BH_IS_TICKET_TABLE (self));

  focus_ticket (self, self->selected);
}
