/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-import-report.h"
#include "exchange/bh-ledger-rows.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * BhLedgerImport:
 *
 * Brings the good rows of a ledger into the database, inside of one transaction: each becomes an
 * import event of a new ticket, or of one that only ever came from a ledger and says something else
 * now. Rows that the database has something against join the rejects.
 */
typedef struct _BhLedgerImport BhLedgerImport;

/**
 * bh_ledger_import_new:
 * @rows: (transfer none): has to outlive the import
 * @flags: %BH_IMPORT_FIND_REPEATS matters here
 * @actor: (nullable): who imports
 * @progress: (nullable): called in the writer's thread
 *
 * Returns: (transfer full): an import that has not begun
 */
BhLedgerImport *bh_ledger_import_new (BhLedgerRows *rows,
                                      BhImportFlags flags,
                                      const BhActor *actor,
                                      BhProgressFunc progress,
                                      gpointer user_data);

void bh_ledger_import_free (BhLedgerImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhLedgerImport, bh_ledger_import_free)

/**
 * bh_ledger_import_run:
 * @report: (inout): the numbers of imported, updated and unchanged rows are counted up
 *
 * Runs once.
 *
 * Returns: %FALSE with @error set, and the transaction to be rolled back
 */
gboolean
bh_ledger_import_run (BhLedgerImport *self, BhWork *work, BhImportReport *report, GError **error);

G_END_DECLS
