/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

G_BEGIN_DECLS

/**
 * BhTodayKind:
 * @BH_TODAY_MINE: tickets that whoever is at the desk holds until they are signed off, the clock
 *   that runs out next first; who did the work does not call back
 * @BH_TODAY_OVERDUE: of the whole office, not finished in time, the longest overdue first
 * @BH_TODAY_CALLBACKS: what waits for a callback, the clock that runs out next first
 * @BH_TODAY_PROMISED: not finished although promised for today or an earlier day, in order of the
 *   promise
 * @BH_TODAY_NEW: open tickets that were recorded since the last look, newest first
 *
 * The sections of a day's work, in the order in which they are gone through.
 */
typedef enum
{
  BH_TODAY_MINE,
  BH_TODAY_OVERDUE,
  BH_TODAY_CALLBACKS,
  BH_TODAY_PROMISED,
  BH_TODAY_NEW,
} BhTodayKind;

/** BH_N_TODAY_SECTIONS: size of an array indexed by #BhTodayKind. */
#define BH_N_TODAY_SECTIONS 5

/**
 * BhTodaySection:
 * @filter: (owned) (nullable): just the tickets that @n_tickets counts; %NULL where nobody is at
 *   the desk whose tickets they could be
 * @sort: the order of @rows
 * @descending: likewise
 * @n_tickets: how many there are
 * @rows: (owned) (element-type BhTicketRow): the first of them
 */
typedef struct
{
  BhTodayKind kind;
  BhTicketFilter *filter;
  BhTicketColumn sort;
  gboolean descending;
  gint64 n_tickets;
  GPtrArray *rows;
} BhTodaySection;

/**
 * BhToday:
 * @at: instant at which it was read
 * @since: the last look
 * @staff_id: whose day it is, 0 for nobody's
 * @has_tickets: whether the office has any ticket at all
 * @sections: by #BhTodayKind
 */
typedef struct
{
  gint64 at;
  gint64 since;
  gint64 staff_id;
  gboolean has_tickets;
  BhTodaySection sections[BH_N_TODAY_SECTIONS];
} BhToday;

void bh_today_free (BhToday *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhToday, bh_today_free)

/**
 * bh_today_get_due:
 * @row: of section @kind
 *
 * Returns: the deadline that the section is about: of the next clock, of the completion, or what
 *   was promised; 0 for none
 */
gint64 bh_today_get_due (BhTodayKind kind, BhTicketRow *row);

/** bh_today_get_day_start: Returns: when the day of @now begins in the office */
gint64 bh_today_get_day_start (BhOffice *office, gint64 now);

/**
 * bh_today_load:
 * @staff_id: who is at the desk, 0 for nobody
 * @since: instant of the last look
 * @now: the present instant
 * @limit: how many rows each section has at most
 *
 * Inside of a read transaction.
 *
 * Returns: (transfer full) (nullable): NULL with @error
 */
BhToday *bh_today_load (BhConnection *connection,
                        BhOffice *office,
                        gint64 staff_id,
                        gint64 since,
                        gint64 now,
                        guint limit,
                        GError **error);

/** bh_today_load_async: the same in the reader's thread, for who is at @desk now */
void bh_today_load_async (BhDesk *desk,
                          gint64 since,
                          guint limit,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
/** bh_today_load_finish: Returns: (transfer full) (nullable): NULL with @error */
BhToday *bh_today_load_finish (BhDesk *desk, GAsyncResult *result, GError **error);

G_END_DECLS
