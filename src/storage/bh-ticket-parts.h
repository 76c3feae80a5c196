/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/* The repository's own door to the rows of rounds, stages, complainants and so on. */

gboolean bh_ticket_parts_load (BhConnection *connection, BhTicket *ticket, GError **error);
/** bh_ticket_parts_save: writes the parts that are not as they were when they were remembered,
 * and removes those that are gone */
gboolean bh_ticket_parts_save (BhConnection *connection,
                               BhTicket *ticket,
                               BhOfficeTime *time,
                               GError **error);

/** bh_ticket_parts_remember: notes that the rows are as the ticket is now; @extra is a digest of
 * anything else that the caller wants to compare later */
void bh_ticket_parts_remember (BhTicket *ticket, guint64 extra);
/** bh_ticket_parts_has_extra: Returns: whether @extra is what was remembered */
gboolean bh_ticket_parts_has_extra (BhTicket *ticket, guint64 extra);

G_END_DECLS
