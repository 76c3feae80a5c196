/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-filter.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/** BhOpenCount: what was open at one instant. */
typedef struct
{
  gint64 open;
  gint64 overdue;
} BhOpenCount;

/** BhOpenFunc: the ticket was open at the @end-th instant, and overdue or not */
typedef void (*BhOpenFunc) (gint64 ticket_id, guint end, gboolean overdue, gpointer user_data);

/**
 * bh_open_series_visit:
 *
 * Names the tickets that bh_open_series_compute() counts, ticket by ticket.
 *
 * Returns: FALSE with @error
 */
gboolean bh_open_series_visit (BhConnection *connection,
                               BhOffice *office,
                               gint64 as_of,
                               BhTicketFilter *filter,
                               const gint64 *ends,
                               guint n_ends,
                               BhOpenFunc func,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

/**
 * bh_open_series_compute:
 * @connection: inside of a read transaction
 * @as_of: void and merged tickets are those of this instant
 * @filter: (nullable): resolved
 * @ends: (array length=n_ends): instants in ascending order, none after @as_of; all but the last
 *   are beginnings of months
 * @counts: (out caller-allocates) (array length=n_ends)
 *
 * The figures open_at_end and overdue_open_at_end of many months: all are counted while the tickets
 * go by once.
 *
 * Returns: FALSE with @error
 */
gboolean bh_open_series_compute (BhConnection *connection,
                                 BhOffice *office,
                                 gint64 as_of,
                                 BhTicketFilter *filter,
                                 const gint64 *ends,
                                 guint n_ends,
                                 BhOpenCount *counts,
                                 GCancellable *cancellable,
                                 GError **error);

/**
 * bh_open_series_compute_all:
 * @with_open: whether to count what was open
 * @with_overdue: whether to count what was overdue
 *
 * Likewise of all tickets, where they are known as they stand now and nothing later: what is
 * open is counted from the present backwards, and only rounds that were late are looked at.
 *
 * Returns: FALSE with @error
 */
gboolean bh_open_series_compute_all (BhConnection *connection,
                                     const gint64 *ends,
                                     guint n_ends,
                                     gboolean with_open,
                                     gboolean with_overdue,
                                     BhOpenCount *counts,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
