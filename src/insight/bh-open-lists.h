/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figures.h"
#include "insight/bh-open-ages.h"

G_BEGIN_DECLS

/* What is open at the end of a period, by who has it, and which of it is late: as the figures
 * open_at_end and overdue_open_at_end have it. Nothing of it is kept. */

/**
 * BhOpenGroup:
 * @id: of the entry by which they are grouped, 0 for none
 * @counts: open tickets by how long they have been
 * @overdue: how many of them are late
 */
typedef struct
{
  gint64 id;
  gint64 counts[BH_N_AGES];
  gint64 overdue;
} BhOpenGroup;

/**
 * bh_open_groups_compute:
 * @filter: (nullable): resolved
 *
 * Returns: (transfer full) (nullable) (element-type BhOpenGroup): in order of id; NULL with @error
 */
GArray *bh_open_groups_compute (BhInsight *insight,
                                const BhPeriod *period,
                                BhFigureBy by,
                                BhTicketFilter *filter,
                                GError **error);

/**
 * BhOverdueTicket:
 * @number: (owned): of the ticket
 * @summary: (owned): what it is about
 * @place: (owned): where it is, "" where nobody said
 * @category_id: 0 for none
 * @department_id: who had it at the end: the department of the stage, else that of the ticket, as
 *   it is today; 0 for none
 * @staff_id: likewise who held it
 * @wait: what it waited for, see #BhWait
 * @received_at: instant
 * @due: when it should have been finished
 */
typedef struct
{
  char *number;
  char *summary;
  char *place;
  gint64 category_id;
  gint64 department_id;
  gint64 staff_id;
  int wait;
  gint64 received_at;
  gint64 due;
} BhOverdueTicket;

/**
 * bh_overdue_list_compute:
 * @filter: (nullable): resolved
 * @n_most: how many at most
 * @n_all: (out): how many there are
 *
 * Tickets that are open and late at the end of a period, or at as-of where that is earlier.
 *
 * Returns: (transfer full) (nullable) (element-type BhOverdueTicket): the longest late first; NULL
 *   with @error
 */
GPtrArray *bh_overdue_list_compute (BhInsight *insight,
                                    const BhPeriod *period,
                                    BhTicketFilter *filter,
                                    guint n_most,
                                    gint64 *n_all,
                                    GError **error);

G_END_DECLS
