/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-import-report.h"
#include "exchange/bh-ledger-map.h"
#include "storage/bh-check.h"

G_BEGIN_DECLS

/**
 * bh_import_run:
 * @file: a ledger, or a list of rooms and people: CSV or TSV, packed by gzip or not
 * @map: (nullable) (transfer none): how to read a ledger; without one its columns are recognised by
 *   their headings, and so is a list of rooms and people
 * @rejects: (nullable): a file that gets the rejected rows, see bh_rejects_write(); where it cannot
 * be written, nothing is imported
 * @actor: (nullable): who imports
 * @progress: (nullable): called in the thread that works, also the writer's
 * @cancellable: (nullable): stops the work, and leaves the database as it was
 *
 * The import of command-line.md: reads and checks the whole file, then brings all good rows into
 * the database in one transaction. Blocking: for the command line, or a thread of its own.
 *
 * Returns: (transfer full) (nullable): what was done, or would be done; %NULL with @error set and
 *   nothing done
 */
BhImportReport *bh_import_run (BhStore *store,
                               GFile *file,
                               BhLedgerMap *map,
                               BhImportFlags flags,
                               GFile *rejects,
                               const BhActor *actor,
                               BhProgressFunc progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
