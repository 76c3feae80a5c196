/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "storage/bh-ticket-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TICKET_CELL (bh_ticket_cell_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketCell, bh_ticket_cell, BH, TICKET_CELL, GtkWidget)

/**
 * bh_ticket_cell_new:
 * @column: what it shows
 * @desk: (transfer none): names and time
 *
 * One cell of the ticket list. It follows its item's row as that is read and changes.
 */
GtkWidget *bh_ticket_cell_new (BhTicketColumn column, BhDesk *desk);

/** bh_ticket_cell_set_item: @item: (nullable) (transfer none) */
void bh_ticket_cell_set_item (BhTicketCell *self, BhTicketItem *item);
/** bh_ticket_cell_get_item: Returns: (transfer none) (nullable) */
BhTicketItem *bh_ticket_cell_get_item (BhTicketCell *self);
/** bh_ticket_cell_update: says it anew, since time passes and names change */
void bh_ticket_cell_update (BhTicketCell *self);

G_END_DECLS
