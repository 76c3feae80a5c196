/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-time.h"
#include "storage/bh-connection.h"

G_BEGIN_DECLS

/* Which field of a record is which column, as data: saving, loading and comparing walk over it, so
 * that a new field is one line. */

/**
 * BhFieldType:
 * @BH_FIELD_INT: an int or an enumeration
 * @BH_FIELD_INT64: a number whose 0 is 0
 * @BH_FIELD_ID: an id or an instant, whose 0 is NULL
 * @BH_FIELD_TEXT: a text or NULL
 * @BH_FIELD_FULL_TEXT: a text; NULL is saved as ""
 * @BH_FIELD_DAY: derived of an instant: its day in office time, NULL for 0; only saved
 * @BH_FIELD_MONTH: likewise its month
 * @BH_FIELD_WEEKDAY: likewise its weekday
 * @BH_FIELD_HOUR: likewise its hour
 */
typedef enum
{
  BH_FIELD_INT,
  BH_FIELD_INT64,
  BH_FIELD_ID,
  BH_FIELD_TEXT,
  BH_FIELD_FULL_TEXT,
  BH_FIELD_DAY,
  BH_FIELD_MONTH,
  BH_FIELD_WEEKDAY,
  BH_FIELD_HOUR,
} BhFieldType;

/**
 * BhField:
 * @column: name of the column
 * @offset: of the field in the record
 *
 * An array of fields is ended by one without @column. Derived fields stand last.
 */
typedef struct
{
  const char *column;
  gsize offset;
  BhFieldType type;
} BhField;

/** bh_fields_count: Returns: how many fields there are */
guint bh_fields_count (const BhField *fields);
/** bh_fields_count_stored: Returns: how many come before the derived ones */
guint bh_fields_count_stored (const BhField *fields);

/** bh_fields_append: appends ", column" for each of the first @n */
void bh_fields_append (GString *sql, const BhField *fields, guint n);
/** bh_fields_append_values: appends ", ?first", … for @n values */
void bh_fields_append_values (GString *sql, guint first, guint n);

/** bh_fields_bind: binds all fields of @record to the parameters from @first on */
void bh_fields_bind (const BhField *fields,
                     gconstpointer record,
                     BhOfficeTime *time,
                     BhStatement *statement,
                     guint first);
/**
 * bh_fields_append_changes:
 * @before: (nullable): digests of all fields as they are stored, NULL: nothing is known of them
 * @after: digests of all fields as they are now
 *
 * Appends ", column = ?first", … for each field that changed: an index of a column that is named
 * is written, even where its value stays the same.
 */
void bh_fields_append_changes (
    GString *sql, const BhField *fields, const guint64 *before, const guint64 *after, guint first);
/** bh_fields_bind_changes: binds the fields that bh_fields_append_changes() named */
void bh_fields_bind_changes (const BhField *fields,
                             gconstpointer record,
                             const guint64 *before,
                             const guint64 *after,
                             BhOfficeTime *time,
                             BhStatement *statement,
                             guint first);
/** bh_fields_read: fills the stored fields of @record from the columns from @first on */
void bh_fields_read (const BhField *fields, gpointer record, BhStatement *statement, guint first);

/** bh_fields_digest_each: fills @digests, one a field, with a number that changes when the column
 * does */
void bh_fields_digest_each (const BhField *fields, gconstpointer record, guint64 *digests);
/** bh_fields_digest: Returns: a number that changes when a stored field does */
guint64 bh_fields_digest (const BhField *fields, gconstpointer record, guint64 seed);
/** bh_digest_int64: Returns: @seed with @value mixed in */
guint64 bh_digest_int64 (guint64 seed, gint64 value);
/** bh_digest_text: Returns: @seed with @text (nullable) mixed in */
guint64 bh_digest_text (guint64 seed, const char *text);

G_END_DECLS
