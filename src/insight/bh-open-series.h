/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/bh-filter-sql.h"

G_BEGIN_DECLS

/** BhOpenState: what a ticket was at an instant. */
typedef enum
{
  BH_OPEN_WAITING, /* received, and not closed for good */
  BH_OPEN_SHUT,    /* waiting in this sense, but closed, until it was begun again later */
  BH_OPEN_OVERDUE, /* neither closed nor finished, and its deadline of completion had passed */
} BhOpenState;

/**
 * BhOpenFunc:
 * @end: which of the instants
 *
 * A ticket was open where it was waiting and not shut; each state is told of it once.
 */
typedef void (*BhOpenFunc) (gint64 ticket_id, guint end, BhOpenState state, gpointer user_data);

/**
 * BhOpenSeries:
 * @connection: inside of a read transaction
 * @filter: of the ticket as `t`, with parameters from %BH_OPEN_FIRST_FILTER_PARAMETER on
 * @as_of: void and merged tickets are those of this instant
 * @ends: (array length=n_ends): instants in ascending order, none after @as_of; all but the last
 *   are beginnings of months
 * @with_open: whether to tell what was open
 * @with_overdue: whether to tell what was overdue
 *
 * What is asked about the figures open_at_end and overdue_open_at_end of many months.
 */
typedef struct
{
  BhConnection *connection;
  BhFilterSql *filter;
  gint64 as_of;
  const gint64 *ends;
  guint n_ends;
  gboolean with_open;
  gboolean with_overdue;
} BhOpenSeries;

#define BH_OPEN_FIRST_FILTER_PARAMETER 5

/** BhOpenCount: what was open at one instant. */
typedef struct
{
  gint64 open;
  gint64 overdue;
} BhOpenCount;

/**
 * bh_open_series_visit:
 *
 * Tells of every instant which tickets were open and overdue: tickets that were closed in the month
 * of their receipt are not looked at, nor rounds that were in time.
 *
 * Returns: FALSE with @error
 */
gboolean bh_open_series_visit (const BhOpenSeries *self,
                               BhOpenFunc func,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

/**
 * bh_open_series_compute:
 * @counts: (out caller-allocates) (array length=n_ends)
 *
 * Returns: FALSE with @error
 */
gboolean bh_open_series_compute (const BhOpenSeries *self,
                                 BhOpenCount *counts,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
