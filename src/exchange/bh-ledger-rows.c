/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-ledger-rows.h"

#include "base/bh-i18n.h"
#include "exchange/bh-ledger-values.h"

#define ROWS_BETWEEN_CHECKS 256

struct _BhLedgerRows
{
  BhTable *table;           /* not owned: what the raw rows point into */
  BhLedgerMap *map;         /* not owned */
  BhLedgerColumns *columns; /* owned */
  BhLedgerValues *values;   /* owned: holds the texts of the rows */
  GArray *rows;             /* owned, of BhLedgerRow */
  BhRejects *rejects;       /* owned */
  char *guess;              /* owned, nullable */
  guint n_read;
  guint n_doubled;
};

static const BhLedgerRow *
row_at (BhLedgerRows *self, guint i)
{
  return &g_array_index (self->rows, BhLedgerRow, i);
}

static gboolean
has_too_many_fields (BhLedgerRows *self, const BhRecord *record)
{
  guint n_columns = bh_table_get_n_columns (self->table);
  guint n_filled = record->n_fields;
  g_autofree char *reason = NULL;

  while (n_filled > n_columns && bh_slice_trim (record->fields[n_filled - 1]).length == 0)
    n_filled--;
  if (n_filled <= n_columns)
    return FALSE;
  reason = g_strdup_printf (_ ("the row has %u fields, but there are only %u columns"), n_filled,
                            n_columns);
  bh_rejects_add (self->rejects, record, NULL, reason);
  return TRUE;
}

static gboolean
read_values (BhLedgerRows *self, const BhRecord *record, BhLedgerRow *row)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    {
      BhLedgerField field = (BhLedgerField) i;
      BhSlice text;

      if (!bh_ledger_columns_has (self->columns, field))
        continue;
      text = bh_ledger_columns_read (self->columns, record, field);
      if (text.length > 0
          && !bh_ledger_values_read (self->values, field, text, &row->values[i], &error))
        {
          bh_rejects_add (self->rejects, record, bh_ledger_columns_get_name (self->columns, field),
                          error->message);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
same_value (BhLedgerField field, BhLedgerValue a, BhLedgerValue b)
{
  switch (bh_ledger_field_get_value_type (field))
    {
    case BH_LEDGER_TYPE_TEXT:
    case BH_LEDGER_TYPE_NAME:
    case BH_LEDGER_TYPE_PHONE:
      return g_strcmp0 (a.text, b.text) == 0;
    case BH_LEDGER_TYPE_LIST:
    case BH_LEDGER_TYPE_TIME:
    case BH_LEDGER_TYPE_SCORE:
    case BH_LEDGER_TYPE_COUNT:
      return a.number == b.number;
    }
  g_assert_not_reached ();
}

static gboolean
same_content (const BhLedgerRow *a, const BhLedgerRow *b)
{
  for (guint i = 0; i < BH_N_LEDGER_FIELDS; i++)
    if (!same_value ((BhLedgerField) i, a->values[i], b->values[i]))
      return FALSE;
  return TRUE;
}

/* What makes a row the same one: its number; or all of it, where it has none. */
static guint
hash_identity (gconstpointer key)
{
  const BhLedgerRow *row = key;
  const char *number = row->values[BH_LEDGER_NUMBER].text;
  const char *summary = row->values[BH_LEDGER_SUMMARY].text;

  if (number != NULL)
    return g_str_hash (number);
  return g_int64_hash (&row->values[BH_LEDGER_RECEIVED].number)
         ^ (summary != NULL ? g_str_hash (summary) : 0);
}

static gboolean
same_identity (gconstpointer key_a, gconstpointer key_b)
{
  const BhLedgerRow *a = key_a;
  const BhLedgerRow *b = key_b;
  const char *number = a->values[BH_LEDGER_NUMBER].text;

  return number != NULL ? g_strcmp0 (number, b->values[BH_LEDGER_NUMBER].text) == 0
                        : same_content (a, b);
}

static void
reject_as_double (BhLedgerRows *self, const BhLedgerRow *row, const BhLedgerRow *first)
{
  g_autofree char *reason
      = g_strdup_printf (_ ("the number %s stands on line %u already, with other content"),
                         row->values[BH_LEDGER_NUMBER].text, first->line);

  bh_ledger_rows_reject (self, row, BH_LEDGER_NUMBER, reason);
}

/* Compares rows by their number once all are read: the array no longer moves then. */
static void
remove_doubles (BhLedgerRows *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_identity, same_identity);
  g_autoptr (GArray) once = g_array_sized_new (FALSE, FALSE, sizeof (BhLedgerRow), self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    {
      BhLedgerRow *row = &g_array_index (self->rows, BhLedgerRow, i);
      const BhLedgerRow *first = g_hash_table_lookup (seen, row);

      if (first == NULL)
        {
          g_hash_table_add (seen, row);
          g_array_append_val (once, *row);
        }
      else if (same_content (first, row))
        self->n_doubled++;
      else
        reject_as_double (self, row, first);
    }
  if (once->len < self->rows->len)
    {
      g_array_unref (self->rows);
      self->rows = g_steal_pointer (&once);
    }
}

static void
read_row (BhLedgerRows *self, const BhRecord *record)
{
  BhLedgerRow row = { .line = record->line, .raw = record->raw };
  g_autofree char *reason = NULL;
  BhLedgerField field;

  self->n_read++;
  if (has_too_many_fields (self, record) || !read_values (self, record, &row))
    return;
  reason = bh_ledger_values_complete (self->values, &row, &field);
  if (reason != NULL)
    bh_ledger_rows_reject (self, &row, field, reason);
  else
    g_array_append_val (self->rows, row);
}

static gboolean
read_rows (BhLedgerRows *self,
           BhProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  BhRecord record;

  for (guint i = 1; bh_table_next (self->table, &record, &local); i++)
    {
      read_row (self, &record);
      if (i % ROWS_BETWEEN_CHECKS != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (bh_table_get_fraction (self->table), user_data);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  remove_doubles (self);
  return TRUE;
}

static gboolean
bind_columns (BhLedgerRows *self, GTimeZone *zone, GError **error)
{
  const char *const *header = bh_table_get_header (self->table);
  GTimeZone *own_zone = bh_ledger_map_get_zone (self->map);

  if (!bh_ledger_map_has_columns (self->map))
    {
      bh_ledger_map_guess (self->map, header);
      self->guess = bh_ledger_map_describe (self->map);
    }
  bh_rejects_set_header (self->rejects, header, bh_table_get_delimiter (self->table));
  self->columns = bh_ledger_columns_new (self->map, header, error);
  if (self->columns == NULL)
    {
      g_prefix_error (error, "%s: ", bh_table_get_name (self->table));
      return FALSE;
    }
  self->values = bh_ledger_values_new (bh_ledger_map_get_time_formats (self->map),
                                       own_zone != NULL ? own_zone : zone, error);
  return self->values != NULL;
}

BhLedgerRows *
bh_ledger_rows_read (BhTable *table,
                     BhLedgerMap *map,
                     GTimeZone *zone,
                     BhProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (BhLedgerRows) self = NULL;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  self = g_new0 (BhLedgerRows, 1);
  self->table = table;
  self->map = map;
  self->rows = g_array_new (FALSE, FALSE, sizeof (BhLedgerRow));
  self->rejects = bh_rejects_new ();
  if (!bind_columns (self, zone, error)
      || !read_rows (self, progress, user_data, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bh_ledger_rows_free (BhLedgerRows *self)
{
  g_clear_pointer (&self->columns, bh_ledger_columns_free);
  g_clear_pointer (&self->values, bh_ledger_values_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->rejects, bh_rejects_free);
  g_free (self->guess);
  g_free (self);
}

guint
bh_ledger_rows_get_size (BhLedgerRows *self)
{
  return self->rows->len;
}

const BhLedgerRow *
bh_ledger_rows_get_nth (BhLedgerRows *self, guint i)
{
  g_return_val_if_fail (i < self->rows->len, NULL);

  return row_at (self, i);
}

guint
bh_ledger_rows_get_n_read (BhLedgerRows *self)
{
  return self->n_read;
}

guint
bh_ledger_rows_get_n_doubled (BhLedgerRows *self)
{
  return self->n_doubled;
}

gboolean
bh_ledger_rows_has (BhLedgerRows *self, BhLedgerField field)
{
  return bh_ledger_columns_has (self->columns, field);
}

const char *
bh_ledger_rows_get_guess (BhLedgerRows *self)
{
  return self->guess;
}

BhRejects *
bh_ledger_rows_get_rejects (BhLedgerRows *self)
{
  return self->rejects;
}

BhRejects *
bh_ledger_rows_take_rejects (BhLedgerRows *self)
{
  return g_steal_pointer (&self->rejects);
}

void
bh_ledger_rows_reject (BhLedgerRows *self,
                       const BhLedgerRow *row,
                       BhLedgerField field,
                       const char *reason)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (row != NULL);

  bh_rejects_add_raw (self->rejects, row->line, row->raw,
                      bh_ledger_columns_get_name (self->columns, field), reason);
}

const char *
bh_ledger_row_get_text (const BhLedgerRow *row, BhLedgerField field)
{
  return row->values[field].text;
}

gint64
bh_ledger_row_get_number (const BhLedgerRow *row, BhLedgerField field)
{
  return row->values[field].number;
}
