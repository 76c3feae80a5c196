/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-ticket-list.h"

G_BEGIN_DECLS

/* The rows behind a BhTicketList; only the list uses it. */

#define BH_TYPE_TICKET_CACHE (bh_ticket_cache_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketCache, bh_ticket_cache, BH, TICKET_CACHE, GObject)

/** BH_TICKET_CACHE_PAGE: places in a page. */
#define BH_TICKET_CACHE_PAGE 64
/** BH_TICKET_CACHE_MAX_PAGES: far more than a screen shows with what a list view keeps around it.
 */
#define BH_TICKET_CACHE_MAX_PAGES 32

/**
 * BhTicketCache:
 *
 * Items for the places of a list of ids. Signal: `failed (GError *)`.
 */
BhTicketCache *bh_ticket_cache_new (BhStore *store);

/** bh_ticket_cache_get_item: Returns: (transfer full): the item at @position of @ids, which are the
 * same until bh_ticket_cache_start_over(); its row is read when it has none */
BhTicketItem *bh_ticket_cache_get_item (BhTicketCache *self, GArray *ids, guint position);

/** bh_ticket_cache_start_over: forgets which item is at which place. Returns: (transfer full)
 * (element-type BhTicketItem): the items that were kept; who holds them gets the same ones again */
GPtrArray *bh_ticket_cache_start_over (BhTicketCache *self);

/** bh_ticket_cache_want_held: reads the rows of items that somebody holds, but that lost their
 * place before they got one, or whose reading failed: nobody asks for them again */
void bh_ticket_cache_want_held (BhTicketCache *self);

/** bh_ticket_cache_refresh: reads the rows of those of @ids again that somebody holds;
 * @ids: (nullable): NULL for all */
void bh_ticket_cache_refresh (BhTicketCache *self, const gint64 *ids, guint n_ids);

/** bh_ticket_cache_count_items: Returns: how many items are alive; for tests */
guint bh_ticket_cache_count_items (BhTicketCache *self);

G_END_DECLS
