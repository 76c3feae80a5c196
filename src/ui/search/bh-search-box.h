/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "domain/bh-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_SEARCH_BOX (bh_search_box_get_type ())
G_DECLARE_FINAL_TYPE (BhSearchBox, bh_search_box, BH, SEARCH_BOX, GtkWidget)

/**
 * bh_search_box_new:
 * @desk: (transfer none): names and the store to search in
 *
 * An entry for the top of the window that finds tickets, rooms and contacts while somebody types
 * and shows them below: a number, a room, a phone's last digits, words of the text, a name by its
 * pinyin initials. Arrow keys choose, Enter opens, Ctrl+N starts a new ticket for what was found,
 * Esc leaves.
 *
 * Signals:
 * - `open-ticket (gint64 id)`
 * - `show-tickets (BhTicketFilter *)`: those of a room or a contact
 * - `new-ticket (BhContact *, BhPlace *)`: one of them is %NULL
 * - `left`: Esc: the focus may go back to where it was
 */
GtkWidget *bh_search_box_new (BhDesk *desk);

/** bh_search_box_focus: puts the cursor here, and takes what stood here as the first guess */
void bh_search_box_focus (BhSearchBox *self);

G_END_DECLS
