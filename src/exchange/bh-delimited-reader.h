/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-slice.h"

G_BEGIN_DECLS

/**
 * BhRecord:
 * @fields: (array length=n_fields): the fields, quotes removed
 * @n_fields: how many
 * @line: line of the file on which the record begins, counted from 1
 * @raw: the record as it stands in the file, without its line end
 *
 * One record. All of it is valid until the reader is asked for the next one.
 */
typedef struct
{
  const BhSlice *fields;
  guint n_fields;
  guint line;
  BhSlice raw;
} BhRecord;

typedef struct _BhDelimitedReader BhDelimitedReader;

/**
 * bh_delimited_reader_new:
 * @text: UTF-8 text without byte order mark, see bh_text_decode()
 * @delimiter: the character between fields, or 0 to take that of comma, tab and semicolon which
 *   stands most often in the first record
 *
 * Reads tables as RFC 4180 has them: a field in double quotes may hold delimiters, line ends and
 * doubled quotes. Lines end with LF, CR LF or CR; empty lines are passed over.
 *
 * Returns: (transfer full): a reader that stands before the first record
 */
BhDelimitedReader *bh_delimited_reader_new (GBytes *text, char delimiter);

void bh_delimited_reader_free (BhDelimitedReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhDelimitedReader, bh_delimited_reader_free)

/**
 * bh_delimited_reader_get_delimiter:
 *
 * Returns: the character between fields, given or found
 */
char bh_delimited_reader_get_delimiter (BhDelimitedReader *self);

/**
 * bh_delimited_reader_get_position:
 *
 * Returns: bytes of the text that were read so far, to show progress
 */
gsize bh_delimited_reader_get_position (BhDelimitedReader *self);

/**
 * bh_delimited_reader_next:
 * @record: (out caller-allocates): the record
 *
 * Reads the next record. Records may differ in their number of fields: what that means is for the
 * caller to say.
 *
 * Returns: %FALSE at the end, and with @error set (%BH_EXCHANGE_ERROR_SYNTAX) where a quoted field
 *   is still open at the end of the text
 */
gboolean bh_delimited_reader_next (BhDelimitedReader *self, BhRecord *record, GError **error);

/**
 * bh_delimited_append:
 * @out: the line that is being written
 * @field: the value of the next field
 * @delimiter: the character between fields
 *
 * Appends @field to @out so that #BhDelimitedReader reads it back unchanged, with a delimiter
 * before it unless it is the first of its line.
 */
void bh_delimited_append (GString *out, BhSlice field, char delimiter);

G_END_DECLS
