/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

G_BEGIN_DECLS

/** BhTicketView: a ticket with what a page shows of it. */
typedef struct
{
  BhTicket *ticket;    /* (owned) */
  GPtrArray *events;   /* (owned) (element-type BhEvent) */
  BhPlace *place;      /* (owned) (nullable) */
  GPtrArray *contacts; /* (owned) (element-type BhContact): of the complainants, as they are now */
  char *repeat_of_number; /* (owned) (nullable) */
  GPtrArray *others;      /* (owned) (element-type BhTicketRow): tickets that it points to: what it
                             repeats, what goes on for it */
  GPtrArray *merged;      /* (owned) (element-type BhTicketRow): those that it goes on for */
} BhTicketView;

void bh_ticket_view_free (BhTicketView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTicketView, bh_ticket_view_free)

/**
 * bh_ticket_view_load:
 *
 * Inside of a read transaction.
 *
 * Returns: (transfer full) (nullable): NULL with @error
 */
BhTicketView *bh_ticket_view_load (BhConnection *connection, gint64 ticket_id, GError **error);

/** bh_ticket_view_find_other: Returns: (transfer none) (nullable): ticket @id of @view->others */
BhTicketRow *bh_ticket_view_find_other (BhTicketView *view, gint64 id);

/** bh_ticket_view_dup_people: @event: of a ticket. Returns: (transfer full): who did it, and who
 * entered it where that was somebody else; "" for nobody known */
char *bh_ticket_view_dup_people (BhOffice *office, BhEvent *event);

G_END_DECLS
