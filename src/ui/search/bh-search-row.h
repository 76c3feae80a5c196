/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "storage/bh-ticket-repository.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_SEARCH_ROW (bh_search_row_get_type ())
G_DECLARE_FINAL_TYPE (BhSearchRow, bh_search_row, BH, SEARCH_ROW, GtkListBoxRow)

/**
 * bh_search_row_new:
 * @hit: (transfer none): a #BhTicketRow, a #BhPlace or a #BhContact
 * @group: what it is one of, for the heading above the first of them
 * @now: present instant
 *
 * One hit of a search.
 */
GtkWidget *bh_search_row_new (GObject *hit, const char *group, BhOffice *office, gint64 now);

/** bh_search_row_get_hit: Returns: (transfer none): what was found */
GObject *bh_search_row_get_hit (BhSearchRow *self);
/** bh_search_row_get_group: Returns: (transfer none): as given */
const char *bh_search_row_get_group (BhSearchRow *self);
/** bh_search_row_dup_filter: Returns: (transfer full) (nullable): the tickets of a room or a
 * contact; NULL for a ticket */
BhTicketFilter *bh_search_row_dup_filter (BhSearchRow *self);

G_END_DECLS
