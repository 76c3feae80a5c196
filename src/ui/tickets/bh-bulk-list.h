/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk-many.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_BULK_LIST (bh_bulk_list_get_type ())
G_DECLARE_FINAL_TYPE (BhBulkList, bh_bulk_list, BH, BULK_LIST, GtkWidget)

/** BH_BULK_LIST_MAX: so many tickets are shown; the rest is counted */
#define BH_BULK_LIST_MAX 200

/**
 * BhBulkList:
 *
 * What a bulk verb would touch, or what it could not do: number and summary of each ticket, and why
 * not. Refused ones come first.
 */
GtkWidget *bh_bulk_list_new (void);

/** bh_bulk_list_show: @heading: what they are; @results: (element-type BhManyResult) */
void bh_bulk_list_show (BhBulkList *self,
                        const char *heading,
                        GPtrArray *results,
                        gboolean refused_only);

/** bh_bulk_list_count_refused: @results: (element-type BhManyResult) */
guint bh_bulk_list_count_refused (GPtrArray *results);

G_END_DECLS
