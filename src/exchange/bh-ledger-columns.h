/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-delimited-reader.h"
#include "exchange/bh-ledger-map.h"

G_BEGIN_DECLS

/**
 * BhLedgerColumns:
 *
 * A map applied to the columns of one file: reads the fields of its rows.
 */
typedef struct _BhLedgerColumns BhLedgerColumns;

/**
 * bh_ledger_columns_new:
 * @map: (transfer none): has to outlive the columns
 * @header: (array zero-terminated=1): the headings of the file
 *
 * Returns: (transfer full) (nullable): the columns; or %NULL with @error set
 *   (%BH_EXCHANGE_ERROR_COLUMN) where @map names a column that the file does not have or has twice,
 *   or where nothing gives the time of receipt or says what a ticket is about
 */
BhLedgerColumns *
bh_ledger_columns_new (BhLedgerMap *map, const char *const *header, GError **error);

void bh_ledger_columns_free (BhLedgerColumns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhLedgerColumns, bh_ledger_columns_free)

/**
 * bh_ledger_columns_has:
 *
 * Returns: whether rows can have a value in @field: from a column or a constant
 */
gboolean bh_ledger_columns_has (BhLedgerColumns *self, BhLedgerField field);

/**
 * bh_ledger_columns_get_name:
 *
 * Returns: (transfer none): the heading of the column from which @field comes, for reports
 */
const char *bh_ledger_columns_get_name (BhLedgerColumns *self, BhLedgerField field);

/**
 * bh_ledger_columns_read:
 * @record: a row
 *
 * Reads @field: white space around it removed, values that mean "empty" empty, columns joined, our
 * value in place of theirs, and the constant where the map has one. The parts of a path are joined
 * by %BH_LEDGER_PATH_SEPARATOR.
 *
 * Returns: the text, of length 0 for none; valid until the same field of another row is read
 */
BhSlice bh_ledger_columns_read (BhLedgerColumns *self, const BhRecord *record, BhLedgerField field);

G_END_DECLS
