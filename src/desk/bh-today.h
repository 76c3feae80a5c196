/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/bh-desk.h"

G_BEGIN_DECLS

/**
 * BhTodayKind:
 * @BH_TODAY_MINE: what waits for whoever is at the desk, by their role, and is not suspended; for
 *   nobody what waits at all; the clock that runs out next first
 * @BH_TODAY_APPROVALS: something was asked for, by somebody else, that they may approve
 * @BH_TODAY_CALLBACKS: what waits for a callback, the clock that runs out next first
 * @BH_TODAY_OVERDUE: of the whole office, not finished in time, the longest overdue first
 * @BH_TODAY_PROMISED: not finished although promised for today or an earlier day, in order of the
 *   promise
 * @BH_TODAY_TASKS: their department was asked to assist and has not yet
 * @BH_TODAY_BACK: comes back today from a suspension, or came back by itself since the day of the
 *   last look
 * @BH_TODAY_WARNINGS: clocks of theirs that were told of within a day; for who leads, of the whole
 *   office those that ran out
 * @BH_TODAY_NEW: open tickets that were recorded since the last look, newest first
 *
 * The sections of a day's work, in the order in which they are gone through.
 */
typedef enum
{
  BH_TODAY_MINE,
  BH_TODAY_APPROVALS,
  BH_TODAY_CALLBACKS,
  BH_TODAY_OVERDUE,
  BH_TODAY_PROMISED,
  BH_TODAY_TASKS,
  BH_TODAY_BACK,
  BH_TODAY_WARNINGS,
  BH_TODAY_NEW,
} BhTodayKind;

/** BH_N_TODAY_SECTIONS: size of an array indexed by #BhTodayKind. */
#define BH_N_TODAY_SECTIONS 9

/**
 * BhTodaySection:
 * @filter: (owned) (nullable): just the tickets that @n_tickets counts; %NULL where they cannot be
 *   anybody's at the desk: who may not approve has no approvals
 * @sort: the order of @rows
 * @descending: likewise
 * @n_tickets: how many there are
 * @rows: (owned) (element-type BhTicketRow): the first of them
 * @tickets: (owned) (nullable) (element-type BhTicket): the same with all their parts, where a
 *   section tells more than a row has
 */
typedef struct
{
  BhTodayKind kind;
  BhTicketFilter *filter;
  BhTicketColumn sort;
  gboolean descending;
  gint64 n_tickets;
  GPtrArray *rows;
  GPtrArray *tickets;
} BhTodaySection;

/**
 * BhToday:
 * @at: instant at which it was read
 * @since: the last look
 * @staff_id: whose day it is, 0 for nobody's
 * @department_id: theirs, 0 for none
 * @has_tickets: whether the office has any ticket at all
 * @n_waiting: tickets that wait for them, as their own, for approval, or for a task; each once
 * @sections: by #BhTodayKind
 */
typedef struct
{
  gint64 at;
  gint64 since;
  gint64 staff_id;
  gint64 department_id;
  gboolean has_tickets;
  gint64 n_waiting;
  BhTodaySection sections[BH_N_TODAY_SECTIONS];
} BhToday;

void bh_today_free (BhToday *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhToday, bh_today_free)

/** bh_today_has_parts: Returns: whether section @kind has its tickets with their parts */
gboolean bh_today_has_parts (BhTodayKind kind);

/**
 * bh_today_get_due:
 * @row: of section @kind
 * @ticket: (nullable): the same with its parts
 * @department_id: that of who is at the desk, 0 for any
 *
 * Returns: the deadline that the section is about: of the next clock, of the completion, of the
 *   task, until when it is suspended if it is, or what was promised; 0 for none
 */
gint64
bh_today_get_due (BhTodayKind kind, BhTicketRow *row, BhTicket *ticket, gint64 department_id);

/**
 * bh_today_get_task:
 * @department_id: 0 for any
 *
 * Returns: (transfer none) (nullable): the open task of the department that is due first
 */
BhTask *bh_today_get_task (BhTicket *ticket, gint64 department_id);

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

/**
 * bh_today_count_waiting_async:
 *
 * BhToday.n_waiting alone, for who is at @desk now, in the reader's thread when nothing else is to
 * be read.
 */
void bh_today_count_waiting_async (BhDesk *desk,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/** bh_today_count_waiting_finish: Returns: how many, -1 with @error */
gint64 bh_today_count_waiting_finish (BhDesk *desk, GAsyncResult *result, GError **error);

/** bh_today_load_section_async: as bh_today_load_async(), but of section @kind alone; the others
 * have no filter and no rows; ends with bh_today_load_finish() */
void bh_today_load_section_async (BhDesk *desk,
                                  BhTodayKind kind,
                                  guint limit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

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
