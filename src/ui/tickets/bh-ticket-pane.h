/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"
#include "ui/common/bh-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TICKET_PANE (bh_ticket_pane_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketPane, bh_ticket_pane, BH, TICKET_PANE, GtkWidget)

/**
 * BhTicketPane:
 *
 * One open ticket: what it is, where it stands, what was done, and the verbs that are possible
 * now, each with the form for what it needs. It follows changes by anybody.
 *
 * Signals: `closed`: somebody wants it away; `open-ticket (gint64 id)`: another ticket is wanted.
 * Property: `covering` (boolean): it covers the list, so that closing is going back.
 */
GtkWidget *bh_ticket_pane_new (BhDesk *desk, BhDrafts *drafts);

/** bh_ticket_pane_open: shows ticket @id, 0 for none; what was open stays until it is read */
void bh_ticket_pane_open (BhTicketPane *self, gint64 id);
gint64 bh_ticket_pane_get_id (BhTicketPane *self);
/** bh_ticket_pane_press_key: does what letter @key stands for. Returns: whether it stands for
 * something now */
gboolean bh_ticket_pane_press_key (BhTicketPane *self, guint32 key);
/** bh_ticket_pane_focus: puts the focus on the form that is open, else on the first verb, once the
 * ticket is read */
void bh_ticket_pane_focus (BhTicketPane *self);

G_END_DECLS
