/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-table.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-ledger-file.h"
#include "exchange/bh-text-encoding.h"

struct _BhTable
{
  char *name;                /* owned */
  GBytes *text;              /* owned */
  BhDelimitedReader *reader; /* owned */
  char **header;             /* owned */
  guint n_columns;
};

static char **
make_header (const BhRecord *record, gboolean has_header)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < record->n_fields; i++)
    {
      BhSlice heading = bh_slice_trim (record->fields[i]);
      g_autofree char *name
          = has_header ? g_strndup (heading.text, heading.length) : g_strdup_printf ("%u", i + 1);

      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static gboolean
read_header (BhTable *self, gboolean has_header, GError **error)
{
  g_autoptr (GError) local = NULL;
  BhRecord record;

  if (!bh_delimited_reader_next (self->reader, &record, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE, _ ("the file is empty"));
      return FALSE;
    }
  self->header = make_header (&record, has_header);
  self->n_columns = record.n_fields;
  if (!has_header)
    {
      char delimiter = bh_delimited_reader_get_delimiter (self->reader);

      bh_delimited_reader_free (self->reader);
      self->reader = bh_delimited_reader_new (self->text, delimiter);
    }
  return TRUE;
}

BhTable *
bh_table_open (GFile *file,
               const char *encoding,
               char delimiter,
               gboolean has_header,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (BhTable) self = NULL;
  g_autoptr (GBytes) raw = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_new0 (BhTable, 1);
  self->name = g_file_get_parse_name (file);
  raw = bh_ledger_file_load (file, cancellable, error);
  if (raw == NULL)
    return NULL;
  self->text = bh_text_decode (raw, encoding, NULL, error);
  if (self->text != NULL)
    self->reader = bh_delimited_reader_new (self->text, delimiter);
  if (self->reader == NULL || !read_header (self, has_header, error))
    {
      g_prefix_error (error, "%s: ", self->name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
bh_table_free (BhTable *self)
{
  g_free (self->name);
  g_clear_pointer (&self->reader, bh_delimited_reader_free);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_strfreev (self->header);
  g_free (self);
}

const char *
bh_table_get_name (BhTable *self)
{
  return self->name;
}

const char *const *
bh_table_get_header (BhTable *self)
{
  return (const char *const *) self->header;
}

guint
bh_table_get_n_columns (BhTable *self)
{
  return self->n_columns;
}

char
bh_table_get_delimiter (BhTable *self)
{
  return bh_delimited_reader_get_delimiter (self->reader);
}

double
bh_table_get_fraction (BhTable *self)
{
  return (double) bh_delimited_reader_get_position (self->reader)
         / (double) MAX (g_bytes_get_size (self->text), 1);
}

/* Spreadsheets leave rows of nothing but delimiters at the end. */
static gboolean
is_empty (const BhRecord *record)
{
  for (guint i = 0; i < record->n_fields; i++)
    if (bh_slice_trim (record->fields[i]).length > 0)
      return FALSE;
  return TRUE;
}

gboolean
bh_table_next (BhTable *self, BhRecord *record, GError **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  while (bh_delimited_reader_next (self->reader, record, &local))
    if (!is_empty (record))
      return TRUE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      g_prefix_error (error, "%s: ", self->name);
    }
  return FALSE;
}
