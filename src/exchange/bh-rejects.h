/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-delimited-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BhReject:
 * @line: line of the file on which the row begins
 * @column: (owned): heading of the column whose value is wrong; "" for the row as a whole
 * @reason: (owned): what is wrong with it, translated
 * @row: (owned): the row as it stands in the file
 *
 * A row that was not taken, and why.
 */
typedef struct
{
  guint line;
  char *column;
  char *reason;
  char *row;
} BhReject;

/**
 * BhRejects:
 *
 * The rows of a file that were not taken.
 */
typedef struct _BhRejects BhRejects;

BhRejects *bh_rejects_new (void);

void bh_rejects_free (BhRejects *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhRejects, bh_rejects_free)

/**
 * bh_rejects_set_header:
 * @header: (array zero-terminated=1): the headings of the file
 * @delimiter: what stands between its fields
 *
 * Says how the file looks, so that the rejected rows can be written in the same form.
 */
void bh_rejects_set_header (BhRejects *self, const char *const *header, char delimiter);

/**
 * bh_rejects_add:
 * @column: (nullable): heading of the column
 * @reason: what is wrong
 */
void
bh_rejects_add (BhRejects *self, const BhRecord *record, const char *column, const char *reason);

/**
 * bh_rejects_add_raw:
 * @raw: the row as it stands in the file
 *
 * As bh_rejects_add(), for a row that was read before.
 */
void bh_rejects_add_raw (
    BhRejects *self, guint line, BhSlice raw, const char *column, const char *reason);

/** bh_rejects_sort: puts them in the order of the file */
void bh_rejects_sort (BhRejects *self);

guint bh_rejects_get_size (BhRejects *self);

/** bh_rejects_get_nth: Returns: (transfer none): the @i-th rejected row */
const BhReject *bh_rejects_get_nth (BhRejects *self, guint i);

/**
 * bh_rejects_write:
 * @file: is replaced
 *
 * Writes the rejected rows in the form of their file, with the columns rejected-line, -column and
 * -reason after them: once mended, it can be imported as it is. UTF-8 with byte order mark, which
 * spreadsheets need.
 *
 * Returns: whether it was written; otherwise @error is set (%BH_EXCHANGE_ERROR_FILE)
 */
gboolean bh_rejects_write (BhRejects *self, GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS
