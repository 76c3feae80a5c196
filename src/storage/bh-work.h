/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/bh-id-source.h"
#include "domain/bh-loop.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

#define BH_TYPE_WORK (bh_work_get_type ())
G_DECLARE_FINAL_TYPE (BhWork, bh_work, BH, WORK, GObject)

/**
 * BhWork:
 *
 * A unit of work: one write transaction, the tickets that it has loaded, and what changed. Made by
 * #BhStore for a #BhWriteFunc; lives in the writer's thread. Tickets are loaded once and saved
 * once, at the end, however many verbs touch them; events are written at once.
 */

BhConnection *bh_work_get_connection (BhWork *self);
BhClock *bh_work_get_clock (BhWork *self);
BhIdSource *bh_work_get_ids (BhWork *self);
GCancellable *bh_work_get_cancellable (BhWork *self);

/** bh_work_get_office: Returns: (transfer none) (nullable): the office as this transaction sees it;
 * it is read again after bh_work_touch_register() */
BhOffice *bh_work_get_office (BhWork *self, GError **error);
/** bh_work_touch_register: says that departments, staff, …, settings or communities changed */
void bh_work_touch_register (BhWork *self);

/**
 * bh_work_find_ticket:
 *
 * Returns: id of the ticket with @number, 0 with %BH_STORAGE_ERROR_NOT_FOUND
 */
gint64 bh_work_find_ticket (BhWork *self, const char *number, GError **error);

/**
 * bh_work_load_ticket:
 *
 * Returns: (transfer none) (nullable): the ticket with all its parts, the same object each time
 */
BhTicket *bh_work_load_ticket (BhWork *self, gint64 id, GError **error);

/** bh_work_load_events: Returns: (transfer full) (nullable) (element-type BhEvent): the history */
GPtrArray *bh_work_load_events (BhWork *self, gint64 ticket_id, GError **error);

/**
 * bh_work_record:
 * @ticket: (nullable): NULL for a new ticket
 * @event: (transfer none): made with bh_event_new(); gets id, ticket, seq, salt and hash here
 *
 * Appends @event to the history of @ticket, folds it in and marks the ticket to be saved. An undo
 * or unmerge folds the whole history again. `recorded_at` is moved after the last seal if the
 * system's clock went back.
 *
 * Returns: (transfer none) (nullable): the ticket, or NULL with the fold's or storage's error
 */
BhTicket *bh_work_record (BhWork *self, BhTicket *ticket, BhEvent *event, GError **error);

/**
 * bh_work_begin:
 * @event: (transfer none): the first event of a new ticket, made with bh_event_new()
 *
 * The first of three steps that together are bh_work_record() for a new ticket. It gives @event its
 * ids and salt; the second, bh_work_fold_begun(), may run in another thread while this one writes;
 * the third is bh_work_add(). For work that makes tickets by the ten thousand.
 */
gboolean bh_work_begin (BhWork *self, BhEvent *event, GError **error);

/**
 * bh_work_fold_begun:
 * @event: (transfer none): was given to bh_work_begin(); gets its hash here
 * @office: (transfer none): of the unit of work
 *
 * Touches neither the unit of work nor the database: any thread may run it.
 *
 * Returns: (transfer full) (nullable): the new ticket, or NULL with the fold's error
 */
BhTicket *bh_work_fold_begun (BhEvent *event, BhOffice *office, GError **error);

/**
 * bh_work_add:
 * @ticket: (transfer none): what bh_work_fold_begun() made of @event
 *
 * Writes @ticket and @event at once; the ticket is not kept.
 */
gboolean bh_work_add (BhWork *self, BhTicket *ticket, BhEvent *event, GError **error);

/**
 * bh_work_next_number:
 * @community_id: 0 for none
 * @year: of the receipt, in office time
 *
 * Returns: (transfer full) (nullable): the next number of that community and year, "W2026-000123"
 */
char *bh_work_next_number (BhWork *self, gint64 community_id, int year, GError **error);

/** bh_work_dup_file_folder: Returns: (transfer full): where the files of the office stand, see
 * bh_file_store_dup_folder() */
char *bh_work_dup_file_folder (BhWork *self);

/** BhWorkFunc: a part of a unit of work. Returns: FALSE with @error */
typedef gboolean (*BhWorkFunc) (BhWork *work, gpointer user_data, GError **error);

/**
 * bh_work_try:
 *
 * Runs @func as a whole or not at all: where it fails, the rest of the transaction stays as it was.
 * Tickets and the office that were loaded before are not valid any more after a failure.
 *
 * Returns: what @func returned, or FALSE with %BH_STORAGE_ERROR
 */
gboolean bh_work_try (BhWork *self, BhWorkFunc func, gpointer user_data, GError **error);

/** bh_work_flush: saves changed tickets now, so that queries of this transaction see them */
gboolean bh_work_flush (BhWork *self, GError **error);
/** bh_work_forget: flushes, then drops loaded tickets, to bound the memory of long work */
gboolean bh_work_forget (BhWork *self, GError **error);

G_END_DECLS
