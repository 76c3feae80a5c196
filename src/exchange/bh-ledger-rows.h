/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-ledger-columns.h"
#include "exchange/bh-rejects.h"
#include "exchange/bh-table.h"
#include "storage/bh-check.h"

G_BEGIN_DECLS

/**
 * BhLedgerValue:
 * @text: of texts and names, %NULL for none; one and the same name is one and the same pointer
 * @number: of times (microseconds UTC), closed lists, scores and counts; 0 for none
 */
typedef union
{
  const char *text;
  gint64 number;
} BhLedgerValue;

/**
 * BhLedgerRow:
 * @line: line of the file on which it begins
 * @raw: as it stands in the file
 * @values: by #BhLedgerField
 *
 * A row that was read and found to make sense.
 */
typedef struct
{
  guint line;
  BhSlice raw;
  BhLedgerValue values[BH_N_LEDGER_FIELDS];
} BhLedgerRow;

/**
 * BhLedgerRows:
 *
 * The good rows of a ledger, and the rejected ones with their reasons. Knows nothing of the
 * database.
 */
typedef struct _BhLedgerRows BhLedgerRows;

/**
 * bh_ledger_rows_read:
 * @table: (transfer none): stands before its first row; has to outlive the rows
 * @map: (transfer none): has to outlive the rows; one without columns is given those whose headings
 *   are recognised
 * @zone: time zone of times without offset, where @map says none
 * @progress: (nullable): called in this thread
 * @cancellable: (nullable): stops the work
 *
 * Reads a whole ledger and checks each row by itself, and that no number stands twice with other
 * content. A row that stands twice as it is, is taken once.
 *
 * Returns: (transfer full) (nullable): the rows; or %NULL with @error set (%BH_EXCHANGE_ERROR
 * naming the file, %G_IO_ERROR_CANCELLED) where nothing can be read at all
 */
BhLedgerRows *bh_ledger_rows_read (BhTable *table,
                                   BhLedgerMap *map,
                                   GTimeZone *zone,
                                   BhProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

void bh_ledger_rows_free (BhLedgerRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhLedgerRows, bh_ledger_rows_free)

/** bh_ledger_rows_get_size: Returns: how many good rows there are */
guint bh_ledger_rows_get_size (BhLedgerRows *self);

/** bh_ledger_rows_get_nth: Returns: (transfer none): the @i-th good row, in the order of the file
 */
const BhLedgerRow *bh_ledger_rows_get_nth (BhLedgerRows *self, guint i);

/** bh_ledger_rows_get_n_read: Returns: rows of the file, good or not, empty ones left out */
guint bh_ledger_rows_get_n_read (BhLedgerRows *self);

/** bh_ledger_rows_get_n_doubled: Returns: rows that stand in the file once more as they are */
guint bh_ledger_rows_get_n_doubled (BhLedgerRows *self);

/** bh_ledger_rows_has: Returns: whether the ledger can say anything about @field */
gboolean bh_ledger_rows_has (BhLedgerRows *self, BhLedgerField field);

/** bh_ledger_rows_get_guess: Returns: (transfer none) (nullable): the columns that were recognised,
 * see bh_ledger_map_describe(); %NULL where the map names them */
const char *bh_ledger_rows_get_guess (BhLedgerRows *self);

/** bh_ledger_rows_get_rejects: Returns: (transfer none): the rows that are no good */
BhRejects *bh_ledger_rows_get_rejects (BhLedgerRows *self);

/** bh_ledger_rows_take_rejects: Returns: (transfer full): the same, for whoever outlives the rows
 */
BhRejects *bh_ledger_rows_take_rejects (BhLedgerRows *self);

/** bh_ledger_rows_reject: adds the good row @row to the rejects: the database has something against
 * it */
void bh_ledger_rows_reject (BhLedgerRows *self,
                            const BhLedgerRow *row,
                            BhLedgerField field,
                            const char *reason);

/** bh_ledger_row_get_text: Returns: (transfer none) (nullable): a text or name */
const char *bh_ledger_row_get_text (const BhLedgerRow *row, BhLedgerField field);

/** bh_ledger_row_get_number: Returns: a time, list value, score or count; 0 for none */
gint64 bh_ledger_row_get_number (const BhLedgerRow *row, BhLedgerField field);

G_END_DECLS
