/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-store.h"
#include "ui/common/bh-picker.h"

G_BEGIN_DECLS

/**
 * bh_ticket_lookup_attach:
 * @store: (transfer none)
 * @ticket_id: the ticket that another one is wanted for; it is never offered itself, 0: none
 * @place_id: while nothing is typed, tickets of this place and of who lives there are offered; 0:
 *   none
 * @open_only: whether only tickets that still wait for something are wanted
 *
 * Makes @picker find tickets by number, room, phone and words, as the search of the window does;
 * the value is the number.
 */
void bh_ticket_lookup_attach (
    BhPicker *picker, BhStore *store, gint64 ticket_id, gint64 place_id, gboolean open_only);

G_END_DECLS
