/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-ledger-field.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BhLedgerMap:
 *
 * How a ledger is to be read: encoding, time zone, which column is which field, and which value of
 * theirs is which of ours. Written by people as a key file, see command-line.md.
 */
typedef struct _BhLedgerMap BhLedgerMap;

/**
 * BH_LEDGER_PATH_SEPARATOR:
 *
 * What stands between the columns of a path in a map, and between their values in a row.
 */
#define BH_LEDGER_PATH_SEPARATOR " > "

/**
 * bh_ledger_map_new:
 *
 * Returns: (transfer full): a map that finds everything out and knows no column yet
 */
BhLedgerMap *bh_ledger_map_new (void);

/**
 * bh_ledger_map_load:
 * @file: a key file
 * @cancellable: (nullable): stops the work
 *
 * Returns: (transfer full) (nullable): the map, or %NULL with @error set: what
 * bh_ledger_file_load() and bh_text_decode() say, or %BH_EXCHANGE_ERROR_MAP naming the group, key,
 * field or value that there is not and listing those that there are
 */
BhLedgerMap *bh_ledger_map_load (GFile *file, GCancellable *cancellable, GError **error);

/**
 * bh_ledger_map_parse:
 * @text: UTF-8, not terminated
 * @length: bytes of @text
 *
 * Returns: (transfer full) (nullable): see bh_ledger_map_load()
 */
BhLedgerMap *bh_ledger_map_parse (const char *text, gsize length, GError **error);

void bh_ledger_map_free (BhLedgerMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhLedgerMap, bh_ledger_map_free)

/** bh_ledger_map_get_encoding: Returns: (transfer none): a name, or `auto` */
const char *bh_ledger_map_get_encoding (BhLedgerMap *self);

/** bh_ledger_map_get_delimiter: Returns: the character between fields, 0 to find it out */
char bh_ledger_map_get_delimiter (BhLedgerMap *self);

/** bh_ledger_map_has_header: Returns: whether the first row names the columns */
gboolean bh_ledger_map_has_header (BhLedgerMap *self);

/** bh_ledger_map_get_sheet: Returns: (transfer none) (nullable): name or number of the sheet */
const char *bh_ledger_map_get_sheet (BhLedgerMap *self);

/** bh_ledger_map_get_zone: Returns: (transfer none) (nullable): the ledger's zone, if it has its
 * own */
GTimeZone *bh_ledger_map_get_zone (BhLedgerMap *self);

/**
 * bh_ledger_map_get_time_formats:
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): formats of strptime()
 */
const char *const *bh_ledger_map_get_time_formats (BhLedgerMap *self);

/**
 * bh_ledger_map_get_missing:
 *
 * Returns: (transfer none) (array zero-terminated=1): values that mean "empty"
 */
const char *const *bh_ledger_map_get_missing (BhLedgerMap *self);

/** bh_ledger_map_has_columns: Returns: whether it names any column */
gboolean bh_ledger_map_has_columns (BhLedgerMap *self);

/**
 * bh_ledger_map_guess:
 * @header: (array zero-terminated=1): the headings of a file
 *
 * Takes every column whose heading is commonly used for a field as that field. Where several could
 * be the same field, the one with the most certain heading is taken.
 */
void bh_ledger_map_guess (BhLedgerMap *self, const char *const *header);

/**
 * bh_ledger_map_get_columns:
 *
 * Returns: (transfer none) (nullable) (element-type GStrv): the parts of a path (one, unless @field
 * is the category), each the names of the columns that are joined by a blank; %NULL for no column
 */
GPtrArray *bh_ledger_map_get_columns (BhLedgerMap *self, BhLedgerField field);

/** bh_ledger_map_get_constant: Returns: (transfer none) (nullable): what every row has in @field */
const char *bh_ledger_map_get_constant (BhLedgerMap *self, BhLedgerField field);

/** bh_ledger_map_has_values: Returns: whether values of @field are translated */
gboolean bh_ledger_map_has_values (BhLedgerMap *self, BhLedgerField field);

/**
 * bh_ledger_map_get_value:
 * @theirs: a value of the file
 *
 * Returns: (transfer none) (nullable): our value for it, "" for none, or %NULL where @theirs is not
 *   listed
 */
const char *bh_ledger_map_get_value (BhLedgerMap *self, BhLedgerField field, const char *theirs);

/**
 * bh_ledger_map_describe:
 *
 * Returns: (transfer full): which column is which field, for people to check: `received=受理时间`
 * and so on, a line each, as a map would have it
 */
char *bh_ledger_map_describe (BhLedgerMap *self);

G_END_DECLS
