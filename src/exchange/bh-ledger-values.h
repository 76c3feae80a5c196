/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-ledger-rows.h"

G_BEGIN_DECLS

/**
 * BhLedgerValues:
 *
 * Turns the texts of a ledger's fields into values, and keeps the texts that are left.
 */
typedef struct _BhLedgerValues BhLedgerValues;

/**
 * bh_ledger_values_new:
 * @formats: (nullable): see bh_ledger_time_new()
 * @zone: time zone of times without offset
 *
 * Returns: (transfer full) (nullable): the reader of values, or %NULL with @error set
 */
BhLedgerValues *bh_ledger_values_new (const char *const *formats, GTimeZone *zone, GError **error);

void bh_ledger_values_free (BhLedgerValues *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhLedgerValues, bh_ledger_values_free)

/**
 * bh_ledger_values_read:
 * @text: not empty, without white space around it
 * @value: (out): lives as long as @self
 * @error: why not, as the end of a sentence about a row (%BH_EXCHANGE_ERROR_VALUE)
 *
 * Returns: whether @text is a value of @field
 */
gboolean bh_ledger_values_read (
    BhLedgerValues *self, BhLedgerField field, BhSlice text, BhLedgerValue *value, GError **error);

/**
 * bh_ledger_values_normalize_phone:
 * @text: phone numbers with "/", "、", a comma or a semicolon between them
 *
 * Returns: (transfer full) (nullable): their digits with a blank between them; %NULL where one is
 * no phone number
 */
char *bh_ledger_values_normalize_phone (const char *text);

/**
 * bh_ledger_values_complete:
 * @row: (inout): a row whose values were read
 * @field: (out): the field that is to blame
 *
 * Checks that a row makes sense, and fills in what command-line.md and product.md say of imports:
 * closed without finished counts as finished then, finished without closed and without a status as
 * closed then. A summary is made of the description or the category where the row has none.
 *
 * Returns: (transfer full) (nullable): why the row is rejected, or %NULL
 */
char *bh_ledger_values_complete (BhLedgerValues *self, BhLedgerRow *row, BhLedgerField *field);

G_END_DECLS
