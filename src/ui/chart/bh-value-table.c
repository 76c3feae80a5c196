/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart/bh-value-table.h"

/**
 * BhValueTable:
 *
 * CSS nodes: `valuetable` with a column view. Its rows are read from the chart's table by their
 * number.
 */
struct _BhValueTable
{
  GtkWidget parent_instance;

  BhChart *chart;      /* (owned) (nullable) */
  GtkColumnView *view; /* (owned by the widget tree) */
  GtkWidget *scroller; /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (BhValueTable, bh_value_table, GTK_TYPE_WIDGET)

#define COLUMN_KEY "bh-column"

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gboolean first = g_object_get_data (G_OBJECT (factory), COLUMN_KEY) == NULL;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), first ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (BhValueTable *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  const BhChartTable *table = bh_chart_get_table (self->chart);
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
  char **row = g_ptr_array_index (table->rows, gtk_list_item_get_position (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), row[column]);
}

static void
add_column (BhValueTable *self, const char *heading, guint i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (heading, factory);

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (i));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, i == 0);
  gtk_column_view_append_column (self->view, column);
}

static void
remove_columns (BhValueTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_set_model (self->view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static GtkSelectionModel *
create_model (const BhChartTable *table)
{
  GtkStringList *rows = gtk_string_list_new (NULL);

  for (guint i = 0; i < table->rows->len; i++)
    gtk_string_list_append (rows, ((char **) g_ptr_array_index (table->rows, i))[0]);

  return GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)));
}

static void
bh_value_table_dispose (GObject *object)
{
  BhValueTable *self = BH_VALUE_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (bh_value_table_parent_class)->dispose (object);
}

static void
bh_value_table_class_init (BhValueTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_value_table_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "valuetable");
}

static void
bh_value_table_init (BhValueTable *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
bh_value_table_new (void)
{
  return g_object_new (BH_TYPE_VALUE_TABLE, NULL);
}

void
bh_value_table_set_chart (BhValueTable *self, BhChart *chart)
{
  const BhChartTable *table;
  g_autoptr (GtkSelectionModel) model = NULL;

  g_return_if_fail (BH_IS_VALUE_TABLE (self));
  g_return_if_fail (chart == NULL || BH_IS_CHART (chart));

  remove_columns (self);
  g_set_object (&self->chart, chart);
  if (chart == NULL)
    return;
  table = bh_chart_get_table (chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  table->title, -1);
  for (guint i = 0; table->headings[i] != NULL; i++)
    add_column (self, table->headings[i], i);
  model = create_model (table);
  gtk_column_view_set_model (self->view, model);
}
