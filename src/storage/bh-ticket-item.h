/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-ticket-list.h"

G_BEGIN_DECLS

/* The side of BhTicketItem that only its list sees. */

/** bh_ticket_item_new: @live: (nullable) (element-type gint64 BhTicketItem): table from which the
 * item takes itself when nobody holds it any more. Returns: (transfer full): an item, put into
 * @live */
BhTicketItem *bh_ticket_item_new (gint64 id, GHashTable *live);

/** bh_ticket_item_set_row: @row: (nullable) (transfer none) */
void bh_ticket_item_set_row (BhTicketItem *self, BhTicketRow *row);

G_END_DECLS
