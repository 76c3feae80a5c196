/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-store.h"
#include "storage/bh-ticket-repository.h"

G_BEGIN_DECLS

#define BH_TYPE_TICKET_ITEM (bh_ticket_item_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketItem, bh_ticket_item, BH, TICKET_ITEM, GObject)

/**
 * BhTicketItem:
 *
 * One place in a list: an id, and its row once it has been read. Property `row` (BhTicketRow,
 * nullable) notifies when the row arrives or changes.
 */
gint64 bh_ticket_item_get_id (BhTicketItem *self);
/** bh_ticket_item_get_row: Returns: (transfer none) (nullable): NULL until it was read */
BhTicketRow *bh_ticket_item_get_row (BhTicketItem *self);

#define BH_TYPE_TICKET_LIST (bh_ticket_list_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketList, bh_ticket_list, BH, TICKET_LIST, GObject)

/**
 * BhTicketList:
 *
 * A GListModel of #BhTicketItem over ordered ids: one query gives the ids, pages of 64 rows are
 * read in the reader's thread as items are asked for, the least recently used are dropped, and
 * results of an older query are dropped by generation number. Main thread.
 *
 * Properties: `loading` (boolean), `outdated` (boolean: tickets came or changed such that order or
 * membership may be another; bh_ticket_list_reload() mends it), `n-tickets` (uint).
 * Signal: `failed (GError *)`.
 */
BhTicketList *bh_ticket_list_new (BhStore *store);

/** bh_ticket_list_set_query: @filter: (nullable) (transfer none); reads anew when it differs */
void bh_ticket_list_set_query (BhTicketList *self,
                               BhTicketFilter *filter,
                               BhTicketColumn sort,
                               gboolean descending);
/** bh_ticket_list_reload: reads the ids again; emits one change, without the common beginning and
 * end */
void bh_ticket_list_reload (BhTicketList *self);
/** bh_ticket_list_find: Returns: position of @id, or %GTK_INVALID_LIST_POSITION (G_MAXUINT) */
guint bh_ticket_list_find (BhTicketList *self, gint64 id);
/** bh_ticket_list_get_nth_id: Returns: id at @position, 0 past the end; reads no row */
gint64 bh_ticket_list_get_nth_id (BhTicketList *self, guint position);
gboolean bh_ticket_list_is_loading (BhTicketList *self);
gboolean bh_ticket_list_is_outdated (BhTicketList *self);

G_END_DECLS
