/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-delimited-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BhTable:
 *
 * A file of rows under headings: CSV or TSV, packed by gzip or not, in whatever encoding.
 */
typedef struct _BhTable BhTable;

/**
 * bh_table_open:
 * @encoding: a name, or `auto`; see bh_text_decode()
 * @delimiter: the character between fields, 0 to find it out
 * @has_header: whether the first row names the columns; otherwise they are named 1, 2, 3, …
 * @cancellable: (nullable): stops the work
 *
 * Returns: (transfer full) (nullable): a table that stands before its first row; or %NULL with
 * @error set (%BH_EXCHANGE_ERROR naming the file, %G_IO_ERROR_CANCELLED)
 */
BhTable *bh_table_open (GFile *file,
                        const char *encoding,
                        char delimiter,
                        gboolean has_header,
                        GCancellable *cancellable,
                        GError **error);

void bh_table_free (BhTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTable, bh_table_free)

/** bh_table_get_name: Returns: (transfer none): name of the file, for messages */
const char *bh_table_get_name (BhTable *self);

/** bh_table_get_header: Returns: (transfer none) (array zero-terminated=1): names of the columns */
const char *const *bh_table_get_header (BhTable *self);

/** bh_table_get_n_columns: Returns: how many columns the header has */
guint bh_table_get_n_columns (BhTable *self);

/** bh_table_get_delimiter: Returns: the character between fields */
char bh_table_get_delimiter (BhTable *self);

/** bh_table_get_fraction: Returns: how much of the file was read, 0 to 1 */
double bh_table_get_fraction (BhTable *self);

/**
 * bh_table_next:
 * @record: (out caller-allocates): the row; its fields are valid until the next one is asked for,
 * its raw text as long as the table
 *
 * Reads the next row that has anything in it. Fields may be fewer or more than columns.
 *
 * Returns: %FALSE at the end, and with @error set (%BH_EXCHANGE_ERROR naming file and line) where
 * the rest cannot be read
 */
gboolean bh_table_next (BhTable *self, BhRecord *record, GError **error);

G_END_DECLS
