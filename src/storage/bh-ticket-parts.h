/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"
#include "storage/bh-ticket-fields.h"

G_BEGIN_DECLS

/* The repository's own door to the rows of rounds, stages, complainants and so on. */

gboolean bh_ticket_parts_load (BhConnection *connection, BhTicket *ticket, GError **error);
/** bh_ticket_parts_save: writes the parts that are not as they were when they were remembered,
 * and removes those that are gone */
gboolean bh_ticket_parts_save (BhConnection *connection,
                               BhTicket *ticket,
                               BhOfficeTime *time,
                               GError **error);

/** BhTicketDigests: of what stands in the ticket's own row. */
typedef struct
{
  guint64 fields[BH_N_TICKET_FIELDS]; /* one a column */
  guint64 keys;
} BhTicketDigests;

/** bh_ticket_parts_remember: notes that the rows are as the ticket is now; @row is kept with it */
void bh_ticket_parts_remember (BhTicket *ticket, const BhTicketDigests *row);
/** bh_ticket_parts_get_row: Returns: (transfer none) (nullable): what was kept */
const BhTicketDigests *bh_ticket_parts_get_row (BhTicket *ticket);

G_END_DECLS
