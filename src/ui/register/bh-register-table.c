/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-table.h"

#include "ui/common/bh-id-selection.h"
#include "ui/register/bh-register-columns.h"

/**
 * BhRegisterTable:
 *
 * CSS nodes: `registertable` with a scrolled window and a column view; cells have the class
 * `retired` in rows that are only kept for the history.
 */
struct _BhRegisterTable
{
  GtkWidget parent_instance;

  BhRegisterKind kind;
  GListStore *rows;         /* (owned) (element-type BhRegisterRow) */
  BhIdSelection *selection; /* (owned) */
  GtkWidget *scroller;      /* (owned by the widget tree) */
  GtkColumnView *view;      /* (owned by the widget tree) */
  gint64 selected;          /* what was announced last */
  gboolean updating;
  gboolean clicked; /* the pointer was used last, not a key */
};

G_DEFINE_FINAL_TYPE (BhRegisterTable, bh_register_table, GTK_TYPE_WIDGET)

typedef enum
{
  ACTIVATED,
  SELECTED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static BhRegisterRow *
dup_nth (GListModel *model, guint position)
{
  return g_list_model_get_item (model, position);
}

static gint64
get_nth_id (GListModel *model, guint position)
{
  g_autoptr (BhRegisterRow) row = dup_nth (model, position);

  return row != NULL ? bh_register_row_get_id (row) : 0;
}

static guint
find_position (BhRegisterTable *self, gint64 id)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; id != 0 && i < n_rows; i++)
    {
      if (get_nth_id (G_LIST_MODEL (self->rows), i) == id)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
activate_cb (BhRegisterTable *self, guint position)
{
  g_autoptr (BhRegisterRow) row = dup_nth (G_LIST_MODEL (self->rows), position);

  g_signal_emit (self, signals[ACTIVATED], 0, row);
}

static void
selection_changed_cb (BhRegisterTable *self)
{
  gint64 id = bh_id_selection_get_single (self->selection);

  if (self->updating || id == self->selected)
    return;
  self->selected = id;
  g_signal_emit (self, signals[SELECTED], 0, bh_register_table_get_selected (self));
}

static void
pressed_cb (BhRegisterTable *self)
{
  self->clicked = TRUE;
}

/* One row is open at a time: there is nothing to select all for. */
static gboolean
key_pressed_cb (BhRegisterTable *self, guint key, guint code, GdkModifierType state)
{
  self->clicked = FALSE;

  return key == GDK_KEY_a && (state & GDK_CONTROL_MASK) != 0;
}

static void
bh_register_table_dispose (GObject *object)
{
  BhRegisterTable *self = BH_REGISTER_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (bh_register_table_parent_class)->dispose (object);
}

static void
bh_register_table_class_init (BhRegisterTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_register_table_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", BH_TYPE_REGISTER_TABLE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, BH_TYPE_REGISTER_ROW);
  signals[SELECTED] = g_signal_new ("selected", BH_TYPE_REGISTER_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, BH_TYPE_REGISTER_ROW);

  gtk_widget_class_set_css_name (widget_class, "registertable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* Before the view takes what is its own. */
static void
watch_input (BhRegisterTable *self)
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
bh_register_table_init (BhRegisterTable *self)
{
  self->rows = g_list_store_new (BH_TYPE_REGISTER_ROW);
  self->selection = bh_id_selection_new (G_LIST_MODEL (self->rows), get_nth_id);
  self->view = GTK_COLUMN_VIEW (
      gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  watch_input (self);
}

GtkWidget *
bh_register_table_new (void)
{
  return g_object_new (BH_TYPE_REGISTER_TABLE, NULL);
}

void
bh_register_table_set_kind (BhRegisterTable *self, BhRegisterKind kind)
{
  g_return_if_fail (BH_IS_REGISTER_TABLE (self));

  self->updating = TRUE;
  self->selected = 0;
  bh_id_selection_select_id (self->selection, 0);
  g_list_store_remove_all (self->rows);
  self->updating = FALSE;

  self->kind = kind;
  bh_register_columns_fill (self->view, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bh_register_kind_get_label (kind), -1);
}

void
bh_register_table_set_rows (BhRegisterTable *self, GPtrArray *rows, gboolean searched)
{
  g_return_if_fail (BH_IS_REGISTER_TABLE (self));
  g_return_if_fail (rows != NULL);

  bh_register_columns_choose (self->view, rows, searched);
  self->updating = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  self->updating = FALSE;
}

guint
bh_register_table_get_n_rows (BhRegisterTable *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

BhRegisterRow *
bh_register_table_get_selected (BhRegisterTable *self)
{
  guint position;
  g_autoptr (BhRegisterRow) row = NULL;

  g_return_val_if_fail (BH_IS_REGISTER_TABLE (self), NULL);

  position = find_position (self, bh_id_selection_get_single (self->selection));
  if (position != GTK_INVALID_LIST_POSITION)
    row = dup_nth (G_LIST_MODEL (self->rows), position);

  /* The list keeps it. */
  return row;
}

/* The list inside of a column view is its last child. */
static GtkWidget *
get_inner_list (BhRegisterTable *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

BhRegisterRow *
bh_register_table_select (BhRegisterTable *self, gint64 id)
{
  guint position;

  g_return_val_if_fail (BH_IS_REGISTER_TABLE (self), NULL);

  self->selected = id;
  self->updating = TRUE;
  bh_id_selection_select_id (self->selection, id);
  self->updating = FALSE;
  position = find_position (self, id);
  if (position == GTK_INVALID_LIST_POSITION)
    return NULL;
  gtk_widget_activate_action (get_inner_list (self), "list.scroll-to-item", "u", position);

  return bh_register_table_get_selected (self);
}

guint
bh_register_table_get_position (BhRegisterTable *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_TABLE (self), GTK_INVALID_LIST_POSITION);

  return find_position (self, bh_id_selection_get_single (self->selection));
}

BhRegisterRow *
bh_register_table_select_nth (BhRegisterTable *self, guint position)
{
  guint n_rows;

  g_return_val_if_fail (BH_IS_REGISTER_TABLE (self), NULL);

  n_rows = bh_register_table_get_n_rows (self);
  if (n_rows == 0)
    return NULL;

  return bh_register_table_select (
      self, get_nth_id (G_LIST_MODEL (self->rows), MIN (position, n_rows - 1)));
}

/* A label stands in the view's own cell, and that in the row. */
static GtkWidget *
find_row_widget (BhRegisterTable *self, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (get_inner_list (self)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *cell = gtk_widget_get_first_child (row);
      GtkWidget *label = cell != NULL ? gtk_widget_get_first_child (cell) : NULL;
      BhRegisterRow *shown = label != NULL ? bh_register_columns_get_row (label) : NULL;

      if (shown != NULL && bh_register_row_get_id (shown) == id)
        return row;
    }

  return NULL;
}

void
bh_register_table_focus (BhRegisterTable *self)
{
  GtkWidget *row;

  g_return_if_fail (BH_IS_REGISTER_TABLE (self));

  row = find_row_widget (self, self->selected);
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_grab_focus (get_inner_list (self));
}

void
bh_register_table_move (BhRegisterTable *self, int step)
{
  guint position;
  gint64 n_rows, target;

  g_return_if_fail (BH_IS_REGISTER_TABLE (self));

  self->clicked = FALSE;
  n_rows = bh_register_table_get_n_rows (self);
  if (n_rows == 0)
    return;
  position = find_position (self, self->selected);
  target = position == GTK_INVALID_LIST_POSITION ? 0 : (gint64) position + step;
  target = CLAMP (target, 0, n_rows - 1);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), (guint) target, TRUE);
  gtk_widget_activate_action (get_inner_list (self), "list.scroll-to-item", "u", (guint) target);
  bh_register_table_focus (self);
}

gboolean
bh_register_table_has_focus (BhRegisterTable *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_TABLE (self), FALSE);

  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

gboolean
bh_register_table_was_clicked (BhRegisterTable *self)
{
  g_return_val_if_fail (BH_IS_REGISTER_TABLE (self), FALSE);

  return self->clicked;
}
