/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-ticket-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BH_TYPE_TICKET_FACTS (bh_ticket_facts_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketFacts, bh_ticket_facts, BH, TICKET_FACTS, GtkWidget)

/** bh_ticket_facts_new: a widget that shows them */
GtkWidget *bh_ticket_facts_new (void);
void bh_ticket_facts_show (BhTicketFacts *self, BhTicketView *view, BhOffice *office);

G_END_DECLS
