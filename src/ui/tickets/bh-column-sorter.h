/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-ticket-repository.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_COLUMN_SORTER (bh_column_sorter_get_type ())
G_DECLARE_FINAL_TYPE (BhColumnSorter, bh_column_sorter, BH, COLUMN_SORTER, GtkSorter)

/**
 * BhColumnSorter:
 *
 * Makes the header of a column sortable without ever sorting anything: the database does that.
 */
GtkSorter *bh_column_sorter_new (BhTicketColumn column);

/**
 * bh_column_sorter_find_sort:
 * @view: a view whose columns have sorters of this class
 * @column: (out): by which column the view is sorted
 * @descending: (out): from the largest value on
 *
 * Returns: FALSE where it is sorted by none
 */
gboolean
bh_column_sorter_find_sort (GtkColumnView *view, BhTicketColumn *column, gboolean *descending);

G_END_DECLS
