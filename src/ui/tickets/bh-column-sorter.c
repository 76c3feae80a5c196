/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/tickets/bh-column-sorter.h"

/**
 * BhColumnSorter:
 *
 * GTK 4.8 does not tell by which column a view is sorted. But a view's sorter asks the sorters of
 * its columns, the main one first, and turns the answer round when descending: comparing anything
 * once, with sorters that note that they were asked, tells both.
 */
struct _BhColumnSorter
{
  GtkSorter parent_instance;

  BhTicketColumn column;
};

G_DEFINE_FINAL_TYPE (BhColumnSorter, bh_column_sorter, GTK_TYPE_SORTER)

/* The column whose sorter was asked first in a comparison. Main thread only. */
static BhTicketColumn asked;

static GtkOrdering
bh_column_sorter_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  if (asked == 0)
    asked = BH_COLUMN_SORTER (sorter)->column;

  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
bh_column_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
bh_column_sorter_class_init (BhColumnSorterClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = bh_column_sorter_compare;
  GTK_SORTER_CLASS (klass)->get_order = bh_column_sorter_get_order;
}

static void
bh_column_sorter_init (BhColumnSorter *self)
{
}

GtkSorter *
bh_column_sorter_new (BhTicketColumn column)
{
  BhColumnSorter *self = g_object_new (BH_TYPE_COLUMN_SORTER, NULL);

  self->column = column;

  return GTK_SORTER (self);
}

gboolean
bh_column_sorter_find_sort (GtkColumnView *view, BhTicketColumn *column, gboolean *descending)
{
  GtkSorter *sorter;
  GtkOrdering ordering;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);
  g_return_val_if_fail (column != NULL && descending != NULL, FALSE);

  asked = 0;
  sorter = gtk_column_view_get_sorter (view);
  /* Any two objects: a thing and itself would be equal without a question. */
  ordering = gtk_sorter_compare (sorter, view, sorter);
  *column = asked;
  *descending = ordering == GTK_ORDERING_LARGER;

  return asked != 0;
}
