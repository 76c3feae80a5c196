/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-ledger-event.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * BhLedgerResolver:
 *
 * Finds what the names in a ledger's rows are in the register, and adds what is not there. Belongs
 * to one transaction.
 */
typedef struct _BhLedgerResolver BhLedgerResolver;

/**
 * bh_ledger_resolver_new:
 * @work: (transfer none): has to outlive the resolver, as @rows has
 *
 * Returns: (transfer full) (nullable): %NULL with @error set where the office cannot be read
 */
BhLedgerResolver *bh_ledger_resolver_new (BhWork *work, BhLedgerRows *rows, GError **error);

void bh_ledger_resolver_free (BhLedgerResolver *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhLedgerResolver, bh_ledger_resolver_free)

/**
 * bh_ledger_resolver_prepare:
 *
 * Adds what is not in the office's lists for all rows at once, so that the office is read anew once
 * and not after each new name.
 *
 * Returns: %FALSE with @error set on a failure of storage
 */
gboolean bh_ledger_resolver_prepare (BhLedgerResolver *self, GError **error);

/**
 * bh_ledger_resolver_resolve:
 * @ids: (out): what the names are; its text lives as long as @self and the rows
 *
 * A ledger without a column for the community is that of the only community, in an office that has
 * just one. A place in words is looked for in the register, and stays words where it is not there.
 *
 * Returns: %FALSE with @error set on a failure of storage
 */
gboolean bh_ledger_resolver_resolve (BhLedgerResolver *self,
                                     const BhLedgerRow *row,
                                     BhLedgerIds *ids,
                                     GError **error);

G_END_DECLS
