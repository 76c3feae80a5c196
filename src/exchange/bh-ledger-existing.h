/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-ledger-event.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/**
 * BhLedgerExisting:
 * @id: 0 where there is no such ticket
 * @worked_on: whether anything was done to it here: it is no longer the ledger's
 * @payload: (owned) (nullable): what its last event says
 *
 * The ticket that a row of a ledger became when it was imported before.
 */
typedef struct
{
  gint64 id;
  gboolean worked_on;
  BhPayload *payload;
} BhLedgerExisting;

void bh_ledger_existing_clear (BhLedgerExisting *existing);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhLedgerExisting, bh_ledger_existing_clear)

/**
 * bh_ledger_existing_find:
 * @ids: what the names of @row are
 * @existing: (inout): is cleared first
 *
 * Finds a row by its number, or where it has none by all that it says.
 *
 * Returns: %FALSE with @error set on a failure of storage
 */
gboolean bh_ledger_existing_find (BhConnection *connection,
                                  const BhLedgerRow *row,
                                  const BhLedgerIds *ids,
                                  BhLedgerExisting *existing,
                                  GError **error);

G_END_DECLS
