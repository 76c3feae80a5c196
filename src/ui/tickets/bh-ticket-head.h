/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TICKET_HEAD (bh_ticket_head_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketHead, bh_ticket_head, BH, TICKET_HEAD, GtkWidget)

/**
 * BhTicketHead:
 *
 * What an open ticket is and where it stands: summary, number, kind, grade, status, the clocks of
 * the whole ticket and the track of its stages. Its buttons activate `ticket.close` of the widget
 * around it.
 *
 * Property: `covering` (boolean): the ticket covers the list, so that closing is going back.
 */
GtkWidget *bh_ticket_head_new (void);

/** bh_ticket_head_show: shows @ticket as it is at @now; to be called again as time passes */
void bh_ticket_head_show (BhTicketHead *self, BhTicket *ticket, BhOffice *office, gint64 now);

G_END_DECLS
