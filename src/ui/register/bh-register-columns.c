/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/register/bh-register-columns.h"

#include "base/bh-i18n.h"
#include "ui/register/bh-register-cell-text.h"

/* Longer texts may be cut, and have a tooltip. */
#define SHORT_CHARS 6

static gboolean
is_number (const BhRegisterField *field)
{
  return field->type == BH_REGISTER_FIELD_NUMBER || field->type == BH_REGISTER_FIELD_DECIMAL
         || field->type == BH_REGISTER_FIELD_DURATION;
}

/* Categories are named by their paths. */
static gboolean
is_column (BhRegisterKind kind, const BhRegisterField *field)
{
  return field->in_list && !(kind == BH_REGISTER_CATEGORIES && g_str_equal (field->key, "name"));
}

/* Where it is said that a row is retired: its name, or else the first column. */
static gboolean
names_row (BhRegisterKind kind, const BhRegisterField *field)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (kind);
  const BhRegisterField *name = bh_register_kind_find_field (kind, "name");

  if (name != NULL && is_column (kind, name))
    return field == name;
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (is_column (kind, &info->fields[i]))
        return field == &info->fields[i];
    }

  return FALSE;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const BhRegisterField *field)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* A number that is cut says something else. */
  if (!is_number (field))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (is_number (field) || field->type == BH_REGISTER_FIELD_PHONE)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* What is retired is said in a word too, in the column that names the row. */
static char *
dup_text (BhRegisterRow *row, const BhRegisterField *field)
{
  g_autofree char *text = bh_register_cell_text_dup (row, field);

  if (!bh_register_row_is_retired (row) || !names_row (bh_register_row_get_kind (row), field))
    return g_steal_pointer (&text);

  /* Translators: name of a row of the register that is no longer in use */
  return g_strdup_printf (_ ("%s (retired)"), text);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const BhRegisterField *field)
{
  BhRegisterRow *row = BH_REGISTER_ROW (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = dup_text (row, field);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, g_utf8_strlen (text, -1) > SHORT_CHARS ? text : NULL);
  g_object_set_data (G_OBJECT (label), "bh-row", row);
  if (bh_register_row_is_retired (row))
    gtk_widget_add_css_class (label, "retired");
  else
    gtk_widget_remove_css_class (label, "retired");
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), "bh-row", NULL);
}

static void
add_column (GtkColumnView *view, const BhRegisterField *field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column
      = gtk_column_view_column_new (bh_register_field_get_label (field), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), (gpointer) field);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), (gpointer) field);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
  g_object_set_data (G_OBJECT (column), "bh-field", (gpointer) field);
}

void
bh_register_columns_fill (GtkColumnView *view, BhRegisterKind kind)
{
  const BhRegisterKindInfo *info = bh_register_kind_get_info (kind);
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (is_column (kind, &info->fields[i]))
        add_column (view, &info->fields[i]);
    }
}

static const char *
get_value (GPtrArray *rows, guint i, const BhRegisterField *field)
{
  return bh_payload_get (bh_register_row_get_values (g_ptr_array_index (rows, i)), field->key);
}

static gboolean
has_values (GPtrArray *rows, const BhRegisterField *field)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (get_value (rows, i, field) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
differs (GPtrArray *rows, const BhRegisterField *field)
{
  for (guint i = 1; i < rows->len; i++)
    {
      if (g_strcmp0 (get_value (rows, 0, field), get_value (rows, i, field)) != 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_of_use (GPtrArray *rows, const BhRegisterField *field, gboolean searched)
{
  if (g_str_equal (field->key, "path"))
    return searched;
  if (g_str_equal (field->key, "community"))
    return searched && differs (rows, field);

  return has_values (rows, field);
}

void
bh_register_columns_choose (GtkColumnView *view, GPtrArray *rows, gboolean searched)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (rows != NULL);

  columns = gtk_column_view_get_columns (view);
  if (rows->len == 0
      || bh_register_row_get_kind (g_ptr_array_index (rows, 0)) != BH_REGISTER_PLACES)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const BhRegisterField *field = g_object_get_data (G_OBJECT (column), "bh-field");

      gtk_column_view_column_set_visible (column, is_of_use (rows, field, searched));
    }
}

BhRegisterRow *
bh_register_columns_get_row (GtkWidget *cell)
{
  g_return_val_if_fail (GTK_IS_WIDGET (cell), NULL);

  return g_object_get_data (G_OBJECT (cell), "bh-row");
}
