/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/**
 * BhReworkTicket:
 * @number: (owned): of the ticket
 * @summary: (owned): what it was about
 * @place: (owned): where it is, "" where nobody said
 * @category_id: 0 for none, as @department_id, @staff_id and @cause_id, which are those of today
 * @finishes: (owned) (element-type gint64): instants at which a round was finished, oldest first
 * @rounds: how many rounds it took; those without a finish of their own count
 */
typedef struct
{
  char *number;
  char *summary;
  char *place;
  gint64 category_id;
  gint64 department_id;
  gint64 staff_id;
  gint64 cause_id;
  GArray *finishes;
  int rounds;
} BhReworkTicket;

/**
 * bh_rework_list_compute:
 * @filter: (nullable): resolved
 * @n_most: how many at most
 * @n_all: (out): how many there are
 *
 * Tickets that the figure rework_share counts: finished in the period, after more than one round.
 *
 * Returns: (transfer full) (nullable) (element-type BhReworkTicket): those with the most rounds
 *   first, of the same the latest; NULL with @error
 */
GPtrArray *bh_rework_list_compute (BhInsight *insight,
                                   const BhPeriod *period,
                                   BhTicketFilter *filter,
                                   guint n_most,
                                   gint64 *n_all,
                                   GError **error);

G_END_DECLS
