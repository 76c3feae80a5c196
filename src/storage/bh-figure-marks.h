/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-ticket.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/**
 * BhFigureMarks:
 *
 * The months that a transaction touched. Each month of office time has a stamp in the database that
 * grows with every change of a ticket that touches it: what was computed of a period still holds
 * while the stamps of its months stay as they were, see bh_figure_marks_read(). The register has a
 * stamp of its own. Whatever a ticket is a part of lies between its receipt and the last thing that
 * happened to it, or now while it is open.
 */
typedef struct _BhFigureMarks BhFigureMarks;

/** bh_figure_marks_new: Returns: (transfer full): no month */
BhFigureMarks *bh_figure_marks_new (void);
void bh_figure_marks_free (BhFigureMarks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhFigureMarks, bh_figure_marks_free)

/** bh_figure_marks_add_ticket: @now: instant; called with a ticket as it was and as it is */
void
bh_figure_marks_add_ticket (BhFigureMarks *self, BhTicket *ticket, BhOfficeTime *time, gint64 now);
/**
 * bh_figure_marks_add_finishes:
 * @ticket_id: a ticket that another one repeats
 *
 * Whether a ticket was fixed at the first time depends on what repeats it: adds the months in which
 * it was finished.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_figure_marks_add_finishes (BhFigureMarks *self,
                                       gint64 ticket_id,
                                       BhConnection *connection,
                                       BhOfficeTime *time,
                                       GError **error);
/** bh_figure_marks_add_register: the stamp of the register */
void bh_figure_marks_add_register (BhFigureMarks *self);
/** bh_figure_marks_add_measures: the stamp of the measures, on which no figure depends: it tells
 * other processes that there is something to read again */
void bh_figure_marks_add_measures (BhFigureMarks *self);

/**
 * bh_figure_marks_write:
 * @connection: inside of a write transaction
 * @event_id: the only event of the transaction, 0: none or several
 * @n: (out): by how much the sum of all stamps grew
 *
 * Makes the stamp of every month greater by one. What a single event touched is noted in its own
 * row, and counted in with that of many.
 *
 * Returns: FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_figure_marks_write (
    BhFigureMarks *self, BhConnection *connection, gint64 event_id, gint64 *n, GError **error);

/** BhMonthStamp: how often something changed of a month, in office time. */
typedef struct
{
  int month; /* year * 100 + month; 0 for the register, 1 for measures */
  gint64 stamp;
} BhMonthStamp;

/** bh_figure_marks_read: Returns: (transfer full) (nullable) (element-type BhMonthStamp): by month,
 * NULL with %BH_STORAGE_ERROR */
GArray *bh_figure_marks_read (BhConnection *connection, GError **error);

/** bh_figure_marks_sum_all: Returns: FALSE with %BH_STORAGE_ERROR; @sum: changes whenever a ticket,
 * the register or a measure does, and with nothing else */
gboolean bh_figure_marks_sum_all (BhConnection *connection, gint64 *sum, GError **error);

G_END_DECLS
