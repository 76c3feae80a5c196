/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-ticket-view.h"

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

G_END_DECLS
