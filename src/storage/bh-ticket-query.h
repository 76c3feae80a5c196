/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-ticket-repository.h"

G_BEGIN_DECLS

/**
 * BhTicketQuery: which tickets, in which order.
 * @filter: (owned) (nullable)
 * @office: (owned)
 * @as_of: instant for `overdue`
 */
typedef struct
{
  BhTicketFilter *filter;
  BhOffice *office;
  gint64 as_of;
  BhTicketColumn sort;
  gboolean descending;
} BhTicketQuery;

/** bh_ticket_query_new: Returns: (transfer full): a query that shares @filter and @office */
BhTicketQuery *bh_ticket_query_new (BhTicketFilter *filter,
                                    BhOffice *office,
                                    gint64 as_of,
                                    BhTicketColumn sort,
                                    gboolean descending);
void bh_ticket_query_free (BhTicketQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTicketQuery, bh_ticket_query_free)

/**
 * bh_ticket_query_list_ids:
 * @among: (nullable) (element-type gint64): only these, a few hundred at most
 * @limit: at most so many, -1 for all
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids in order
 */
GArray *bh_ticket_query_list_ids (BhTicketQuery *self,
                                  BhConnection *connection,
                                  GArray *among,
                                  gint64 limit,
                                  gint64 offset,
                                  GError **error);

G_END_DECLS
