/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-ledger-event.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * BhFolding:
 * @event: (owned): what happens to the ticket; its payload is empty where there is a @row
 * @row: (nullable): what the payload is to say, which is written down in the thread
 * @ids: what the names of @row are
 * @ticket_id: the ticket that is there already, 0 for a new one
 * @ticket: (owned) (nullable): the new ticket, once it is folded
 * @error: (owned) (nullable): why it could not be
 *
 * One ticket on its way into the database.
 */
typedef struct
{
  BhEvent *event;
  const BhLedgerRow *row;
  BhLedgerIds ids;
  gint64 ticket_id;
  BhTicket *ticket;
  GError *error;
} BhFolding;

void bh_folding_free (BhFolding *folding);

/**
 * BhTicketFolder:
 *
 * Folds new tickets in a thread of its own, batch by batch, while the writer's thread is busy with
 * the database: writing down, hashing and folding take half as long as saving. Used by one thread.
 */
typedef struct _BhTicketFolder BhTicketFolder;

/**
 * bh_ticket_folder_new:
 * @office: (transfer none): the office of the unit of work
 *
 * Returns: (transfer full): a folder without work
 */
BhTicketFolder *bh_ticket_folder_new (BhOffice *office);

/** bh_ticket_folder_free: waits for what is being folded, and drops it */
void bh_ticket_folder_free (BhTicketFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTicketFolder, bh_ticket_folder_free)

/**
 * bh_ticket_folder_push:
 * @batch: (transfer full) (element-type BhFolding): events that were begun (bh_work_begin()), and
 *   those of tickets that are there, which pass through as they are
 */
void bh_ticket_folder_push (BhTicketFolder *self, GPtrArray *batch);

/** bh_ticket_folder_get_n_pushed: Returns: how many batches were pushed and not yet taken */
guint bh_ticket_folder_get_n_pushed (BhTicketFolder *self);

/**
 * bh_ticket_folder_take:
 *
 * Waits for the batch that was pushed first.
 *
 * Returns: (transfer full) (element-type BhFolding): the batch, folded
 */
GPtrArray *bh_ticket_folder_take (BhTicketFolder *self);

/** bh_ticket_folder_drop: frees @batch (transfer full) in the thread, which takes a while */
void bh_ticket_folder_drop (BhTicketFolder *self, GPtrArray *batch);

G_END_DECLS
