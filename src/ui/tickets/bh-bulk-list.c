/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-bulk-list.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"

/**
 * BhBulkList:
 *
 * CSS nodes: `bulklist` with a heading, a row a ticket, and what is not shown. Role: list.
 */
struct _BhBulkList
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BhBulkList, bh_bulk_list, GTK_TYPE_WIDGET)

static void
clear (BhBulkList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
bh_bulk_list_dispose (GObject *object)
{
  clear (BH_BULK_LIST (object));

  G_OBJECT_CLASS (bh_bulk_list_parent_class)->dispose (object);
}

static void
bh_bulk_list_class_init (BhBulkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bh_bulk_list_dispose;

  gtk_widget_class_set_css_name (widget_class, "bulklist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
bh_bulk_list_init (BhBulkList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_wrapped (const char *text, const char *css_class)
{
  GtkWidget *label = create_label (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

static void
add_row (BhBulkList *self, BhManyResult *result)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *number = result->number != NULL ? result->number : "–";
  const char *summary = result->summary != NULL ? result->summary : "";
  GtkWidget *about = create_label (summary, NULL);
  g_autofree char *name
      = g_strjoin (" ", number, summary, result->refusal != NULL ? result->refusal : "", NULL);

  gtk_label_set_ellipsize (GTK_LABEL (about), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (about, summary);
  gtk_box_append (GTK_BOX (line), create_label (number, "numeric"));
  gtk_box_append (GTK_BOX (line), about);
  gtk_box_append (GTK_BOX (row), line);
  if (result->refusal != NULL)
    gtk_box_append (GTK_BOX (row), create_wrapped (result->refusal, "error"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static guint
add_rows (BhBulkList *self, GPtrArray *results, gboolean refused, guint room)
{
  guint n_added = 0;

  for (guint i = 0; i < results->len && n_added < room; i++)
    {
      BhManyResult *result = g_ptr_array_index (results, i);

      if ((result->refusal != NULL) != refused)
        continue;
      add_row (self, result);
      n_added++;
    }

  return n_added;
}

GtkWidget *
bh_bulk_list_new (void)
{
  return g_object_new (BH_TYPE_BULK_LIST, NULL);
}

void
bh_bulk_list_show (BhBulkList *self, const char *heading, GPtrArray *results, gboolean refused_only)
{
  guint n_shown, n_all;

  g_return_if_fail (BH_IS_BULK_LIST (self));
  g_return_if_fail (heading != NULL && results != NULL);

  clear (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_widget_set_parent (create_wrapped (heading, "heading"), GTK_WIDGET (self));
  n_all = refused_only ? bh_bulk_list_count_refused (results) : results->len;
  n_shown = add_rows (self, results, TRUE, BH_BULK_LIST_MAX);
  if (!refused_only)
    n_shown += add_rows (self, results, FALSE, BH_BULK_LIST_MAX - n_shown);
  if (n_shown < n_all)
    {
      g_autofree char *count = bh_text_group_count (n_all - n_shown);
      g_autofree char *rest = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "… and %s more", "… and %s more", n_all - n_shown), count);

      gtk_widget_set_parent (create_label (rest, "dim-label"), GTK_WIDGET (self));
    }
}

guint
bh_bulk_list_count_refused (GPtrArray *results)
{
  guint n_refused = 0;

  g_return_val_if_fail (results != NULL, 0);

  for (guint i = 0; i < results->len; i++)
    n_refused += ((BhManyResult *) g_ptr_array_index (results, i))->refusal != NULL;

  return n_refused;
}
