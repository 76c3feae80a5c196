/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-ticket-columns.h"

#include "ui/tickets/bh-column-sorter.h"
#include "ui/tickets/bh-ticket-cell.h"
#include "ui/tickets/bh-ticket-column-look.h"

#define N_COLUMNS (BH_TICKET_COLUMN_PROMISED + 1)

/* As wide as a window may be; a remembered number that says more is a mistake. */
#define MAX_WIDTH 16384

/**
 * BhTicketColumns:
 *
 * Main thread. Every column exists from the start, those not chosen are invisible: a column that
 * comes back keeps its width.
 */
struct _BhTicketColumns
{
  GObject parent_instance;

  GtkColumnView *view;                     /* (not owned) */
  BhDesk *desk;                            /* (owned) */
  GtkColumnViewColumn *columns[N_COLUMNS]; /* (owned), by BhTicketColumn; 0 is unused */
  GSimpleActionGroup *actions;             /* (owned) */
  GMenu *menu;                             /* (owned) */
  GHashTable *cells;                       /* (owned): set of BhTicketCell that are alive */
};

G_DEFINE_FINAL_TYPE (BhTicketColumns, bh_ticket_columns, G_TYPE_OBJECT)

typedef enum
{
  CHANGED,
  RESIZED,
  N_SIGNALS,
} Signal;

static guint signals[N_SIGNALS];

static BhTicketColumn
find_column (BhTicketColumns *self, GtkColumnViewColumn *view_column)
{
  for (BhTicketColumn column = 1; column < N_COLUMNS; column++)
    {
      if (self->columns[column] == view_column)
        return column;
    }

  return 0;
}

/* Not every cell is torn down before it goes. */
static void
cell_gone_cb (gpointer user_data, GObject *cell)
{
  g_autoptr (GHashTable) cells = user_data;

  g_hash_table_remove (cells, cell);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  BhTicketColumns *self
      = BH_TICKET_COLUMNS (g_object_get_data (G_OBJECT (factory), "bh-ticket-columns"));
  BhTicketColumn column = GPOINTER_TO_INT (user_data);
  GtkWidget *cell = bh_ticket_cell_new (column, self->desk);

  gtk_list_item_set_child (item, cell);
  g_hash_table_add (self->cells, cell);
  g_object_weak_ref (G_OBJECT (cell), cell_gone_cb, g_hash_table_ref (self->cells));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  bh_ticket_cell_set_item (BH_TICKET_CELL (gtk_list_item_get_child (item)),
                           gtk_list_item_get_item (item));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  bh_ticket_cell_set_item (BH_TICKET_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
toggle_column_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  BhTicketColumns *self = BH_TICKET_COLUMNS (user_data);
  BhTicketColumn column = bh_ticket_column_find (g_action_get_name (G_ACTION (action)));

  gtk_column_view_column_set_visible (self->columns[column], g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkListItemFactory *
create_factory (BhTicketColumns *self, BhTicketColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "bh-ticket-columns", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);

  return factory;
}

static void
width_changed_cb (BhTicketColumns *self)
{
  g_signal_emit (self, signals[RESIZED], 0);
}

static void
add_column (BhTicketColumns *self, BhTicketColumn column)
{
  const char *code = bh_ticket_column_get_code (column);
  const char *label = bh_ticket_column_get_label (column);
  g_autofree char *detailed = g_strdup_printf ("columns.%s", code);
  g_autoptr (GSimpleAction) action
      = g_simple_action_new_stateful (code, NULL, g_variant_new_boolean (FALSE));
  g_autoptr (GtkSorter) sorter = bh_column_sorter_new (column);
  GtkColumnViewColumn *view_column
      = gtk_column_view_column_new (label, create_factory (self, column));

  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, bh_ticket_column_get_look (column)->expand);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_header_menu (view_column, G_MENU_MODEL (self->menu));
  gtk_column_view_column_set_visible (view_column, FALSE);
  gtk_column_view_append_column (self->view, view_column);
  self->columns[column] = view_column;
  g_signal_connect_object (view_column, "notify::fixed-width", G_CALLBACK (width_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (action, "change-state", G_CALLBACK (toggle_column_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (self->menu, label, detailed);
}

static void
order_changed_cb (BhTicketColumns *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
bh_ticket_columns_dispose (GObject *object)
{
  BhTicketColumns *self = BH_TICKET_COLUMNS (object);

  for (BhTicketColumn column = 1; column < N_COLUMNS; column++)
    {
      if (self->columns[column] == NULL)
        continue;
      g_object_set_data (G_OBJECT (gtk_column_view_column_get_factory (self->columns[column])),
                         "bh-ticket-columns", NULL);
      g_clear_object (&self->columns[column]);
    }
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (bh_ticket_columns_parent_class)->dispose (object);
}

static void
bh_ticket_columns_finalize (GObject *object)
{
  BhTicketColumns *self = BH_TICKET_COLUMNS (object);

  g_hash_table_unref (self->cells);
  g_object_unref (self->menu);
  g_object_unref (self->actions);

  G_OBJECT_CLASS (bh_ticket_columns_parent_class)->finalize (object);
}

static void
bh_ticket_columns_class_init (BhTicketColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bh_ticket_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = bh_ticket_columns_finalize;

  signals[CHANGED] = g_signal_new ("changed", BH_TYPE_TICKET_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[RESIZED] = g_signal_new ("resized", BH_TYPE_TICKET_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
bh_ticket_columns_init (BhTicketColumns *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
}

BhTicketColumns *
bh_ticket_columns_new (GtkColumnView *view, BhDesk *desk)
{
  BhTicketColumns *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (BH_IS_DESK (desk), NULL);

  self = g_object_new (BH_TYPE_TICKET_COLUMNS, NULL);
  self->view = view;
  self->desk = g_object_ref (desk);
  for (BhTicketColumn column = 1; column < N_COLUMNS; column++)
    add_column (self, column);
  g_signal_connect_object (gtk_column_view_get_columns (view), "items-changed",
                           G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

static void
set_visible (BhTicketColumns *self, BhTicketColumn column, gboolean visible)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                bh_ticket_column_get_code (column));

  gtk_column_view_column_set_visible (self->columns[column], visible);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (visible));
}

void
bh_ticket_columns_set_shown (BhTicketColumns *self, const char *const *codes)
{
  g_auto (GStrv) before = NULL;
  guint position = 0;

  g_return_if_fail (BH_IS_TICKET_COLUMNS (self));
  g_return_if_fail (codes != NULL);

  before = bh_ticket_columns_dup_shown (self);
  if (g_strv_equal ((const char *const *) before, codes))
    return;

  g_signal_handlers_block_by_func (gtk_column_view_get_columns (self->view), order_changed_cb,
                                   self);
  for (BhTicketColumn column = 1; column < N_COLUMNS; column++)
    set_visible (self, column, FALSE);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      BhTicketColumn column = bh_ticket_column_find (codes[i]);

      if (column == 0)
        continue;
      set_visible (self, column, TRUE);
      gtk_column_view_insert_column (self->view, position++, self->columns[column]);
    }
  if (position == 0)
    set_visible (self, BH_TICKET_COLUMN_NUMBER, TRUE);
  g_signal_handlers_unblock_by_func (gtk_column_view_get_columns (self->view), order_changed_cb,
                                     self);
  g_signal_emit (self, signals[CHANGED], 0);
}

GStrv
bh_ticket_columns_dup_shown (BhTicketColumns *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GListModel *columns;

  g_return_val_if_fail (BH_IS_TICKET_COLUMNS (self), NULL);

  columns = gtk_column_view_get_columns (self->view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_strv_builder_add (builder, bh_ticket_column_get_code (find_column (self, column)));
    }

  return g_strv_builder_end (builder);
}

void
bh_ticket_columns_set_widths (BhTicketColumns *self, GVariant *widths)
{
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  g_return_if_fail (BH_IS_TICKET_COLUMNS (self));
  g_return_if_fail (g_variant_is_of_type (widths, BH_TICKET_COLUMN_WIDTHS_TYPE));

  before = bh_ticket_columns_dup_widths (self);
  for (BhTicketColumn column = 1; column < N_COLUMNS; column++)
    {
      int width;

      if (!g_variant_lookup (widths, bh_ticket_column_get_code (column), "i", &width) || width <= 0)
        width = -1;
      g_signal_handlers_block_by_func (self->columns[column], width_changed_cb, self);
      gtk_column_view_column_set_fixed_width (self->columns[column], MIN (width, MAX_WIDTH));
      g_signal_handlers_unblock_by_func (self->columns[column], width_changed_cb, self);
    }

  after = bh_ticket_columns_dup_widths (self);
  if (!g_variant_equal (before, after))
    g_signal_emit (self, signals[RESIZED], 0);
}

GVariant *
bh_ticket_columns_dup_widths (BhTicketColumns *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (BH_IS_TICKET_COLUMNS (self), NULL);

  g_variant_builder_init (&builder, BH_TICKET_COLUMN_WIDTHS_TYPE);
  for (BhTicketColumn column = 1; column < N_COLUMNS; column++)
    {
      int width = gtk_column_view_column_get_fixed_width (self->columns[column]);

      if (width > 0)
        g_variant_builder_add (&builder, "{si}", bh_ticket_column_get_code (column), width);
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

GtkColumnViewColumn *
bh_ticket_columns_get (BhTicketColumns *self, BhTicketColumn column)
{
  g_return_val_if_fail (BH_IS_TICKET_COLUMNS (self), NULL);
  g_return_val_if_fail (column > 0 && column < N_COLUMNS, NULL);

  return self->columns[column];
}

GActionGroup *
bh_ticket_columns_get_actions (BhTicketColumns *self)
{
  g_return_val_if_fail (BH_IS_TICKET_COLUMNS (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

GMenuModel *
bh_ticket_columns_get_menu (BhTicketColumns *self)
{
  g_return_val_if_fail (BH_IS_TICKET_COLUMNS (self), NULL);

  return G_MENU_MODEL (self->menu);
}

void
bh_ticket_columns_update (BhTicketColumns *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_return_if_fail (BH_IS_TICKET_COLUMNS (self));

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    bh_ticket_cell_update (cell);
}

/* A cell stands in the view's own cell, and that in the row. */
GtkWidget *
bh_ticket_columns_find_row (BhTicketColumns *self, gint64 id)
{
  GHashTableIter iter;
  gpointer cell;

  g_return_val_if_fail (BH_IS_TICKET_COLUMNS (self), NULL);

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    {
      BhTicketItem *item = bh_ticket_cell_get_item (cell);

      if (item != NULL && bh_ticket_item_get_id (item) == id)
        return gtk_widget_get_parent (gtk_widget_get_parent (cell));
    }

  return NULL;
}
