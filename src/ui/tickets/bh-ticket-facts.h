/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-ticket-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BhTicketFact:
 * @label: (owned): what it is
 * @value: (owned): what people read
 * @copy: (owned) (nullable): what a button beside it copies
 * @reading: a text to be read, over the whole width
 */
typedef struct
{
  char *label;
  char *value;
  char *copy;
  gboolean reading;
} BhTicketFact;

/** bh_ticket_facts_list: Returns: (transfer full) (element-type BhTicketFact): what there is to say
 * of a ticket besides its stages: people, place, texts, findings; what it has not is left out */
GPtrArray *bh_ticket_facts_list (BhTicketView *view, BhOffice *office);

#define BH_TYPE_TICKET_FACTS (bh_ticket_facts_get_type ())
G_DECLARE_FINAL_TYPE (BhTicketFacts, bh_ticket_facts, BH, TICKET_FACTS, GtkWidget)

/** bh_ticket_facts_new: a widget that shows them */
GtkWidget *bh_ticket_facts_new (void);
void bh_ticket_facts_show (BhTicketFacts *self, BhTicketView *view, BhOffice *office);

G_END_DECLS
