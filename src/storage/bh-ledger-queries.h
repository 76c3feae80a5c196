/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-connection.h"

G_BEGIN_DECLS

/* What the import of ledgers asks about the tickets that are there. */

/**
 * bh_ledger_queries_is_empty:
 * @empty: (out): whether there is no ticket at all
 *
 * Returns: %FALSE with @error
 */
gboolean bh_ledger_queries_is_empty (BhConnection *connection, gboolean *empty, GError **error);

/**
 * bh_ledger_queries_find_received:
 * @received_at: an instant
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids of the tickets of ledgers that
 * were received just then, in order; %NULL with @error
 */
GArray *
bh_ledger_queries_find_received (BhConnection *connection, gint64 received_at, GError **error);

/**
 * BhTicketSpot:
 * @place_id: 0 for none
 * @place_text: (owned) (nullable): where the register has no such place
 *
 * When and where a ticket was raised, and about what.
 */
typedef struct
{
  gint64 ticket_id;
  gint64 received_at;
  gint64 community_id;
  gint64 place_id;
  char *place_text;
  gint64 category_id;
} BhTicketSpot;

/**
 * bh_ledger_queries_list_spots:
 * @from: first instant
 * @to: last instant
 *
 * Returns: (transfer full) (nullable) (element-type BhTicketSpot): the tickets received from @from
 * to
 *   @to that have a category and a place and are not void, in order of receipt; %NULL with @error
 */
GArray *
bh_ledger_queries_list_spots (BhConnection *connection, gint64 from, gint64 to, GError **error);

G_END_DECLS
