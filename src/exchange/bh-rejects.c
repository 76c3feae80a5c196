/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-rejects.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

#include <string.h>

/* The rows are kept as they stand in the file: their own columns may be what is wrong with them. */
struct _BhRejects
{
  GArray *rejects; /* owned, of BhReject */
  GString *header; /* owned */
  guint n_columns;
  char delimiter;
};

static void
reject_clear (gpointer data)
{
  BhReject *reject = data;

  g_free (reject->column);
  g_free (reject->reason);
  g_free (reject->row);
}

BhRejects *
bh_rejects_new (void)
{
  BhRejects *self = g_new0 (BhRejects, 1);

  self->rejects = g_array_new (FALSE, FALSE, sizeof (BhReject));
  g_array_set_clear_func (self->rejects, reject_clear);
  self->header = g_string_new (NULL);
  self->delimiter = ',';
  return self;
}

void
bh_rejects_free (BhRejects *self)
{
  g_array_unref (self->rejects);
  g_string_free (self->header, TRUE);
  g_free (self);
}

void
bh_rejects_set_header (BhRejects *self, const char *const *header, char delimiter)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (header != NULL);

  self->delimiter = delimiter;
  self->n_columns = 0;
  g_string_truncate (self->header, 0);
  for (; *header != NULL; header++, self->n_columns++)
    bh_delimited_append (self->header, bh_slice (*header), delimiter);
}

void
bh_rejects_add_raw (
    BhRejects *self, guint line, BhSlice raw, const char *column, const char *reason)
{
  BhReject reject = { line, g_strdup (column != NULL ? column : ""), g_strdup (reason),
                      g_strndup (raw.text, raw.length) };

  g_return_if_fail (self != NULL);
  g_return_if_fail (reason != NULL);

  g_array_append_val (self->rejects, reject);
}

void
bh_rejects_add (BhRejects *self, const BhRecord *record, const char *column, const char *reason)
{
  g_return_if_fail (record != NULL);

  bh_rejects_add_raw (self, record->line, record->raw, column, reason);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  guint line_a = ((const BhReject *) a)->line;
  guint line_b = ((const BhReject *) b)->line;

  return (line_a > line_b) - (line_a < line_b);
}

void
bh_rejects_sort (BhRejects *self)
{
  g_return_if_fail (self != NULL);

  g_array_sort (self->rejects, compare_lines);
}

guint
bh_rejects_get_size (BhRejects *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rejects->len;
}

const BhReject *
bh_rejects_get_nth (BhRejects *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->rejects->len, NULL);

  return &g_array_index (self->rejects, BhReject, i);
}

/* A row of another length than the header is filled up, so that the reason stands in its column. */
static void
append_row (BhRejects *self, GString *out, const char *raw)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (raw, strlen (raw));
  g_autoptr (BhDelimitedReader) reader = bh_delimited_reader_new (bytes, self->delimiter);
  BhRecord record = { 0 };

  if (!bh_delimited_reader_next (reader, &record, NULL))
    record.n_fields = 0;
  for (guint i = 0; i < MAX (record.n_fields, self->n_columns); i++)
    bh_delimited_append (out, i < record.n_fields ? record.fields[i] : bh_slice (""),
                         self->delimiter);
}

gboolean
bh_rejects_write (BhRejects *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) out = g_string_new ("\xEF\xBB\xBF");
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  g_string_append_len (out, self->header->str, (gssize) self->header->len);
  bh_delimited_append (out, bh_slice ("rejected-line"), self->delimiter);
  bh_delimited_append (out, bh_slice ("rejected-column"), self->delimiter);
  bh_delimited_append (out, bh_slice ("rejected-reason"), self->delimiter);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->rejects->len; i++)
    {
      const BhReject *reject = bh_rejects_get_nth (self, i);
      g_autoptr (GString) row = g_string_new (NULL);
      char line[16];

      append_row (self, row, reject->row);
      g_snprintf (line, sizeof line, "%u", reject->line);
      bh_delimited_append (row, bh_slice (line), self->delimiter);
      bh_delimited_append (row, bh_slice (reject->column), self->delimiter);
      bh_delimited_append (row, bh_slice (reject->reason), self->delimiter);
      g_string_append_len (out, row->str, (gssize) row->len);
      g_string_append_c (out, '\n');
    }

  if (g_file_replace_contents (file, out->str, out->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               cancellable, &local))
    return TRUE;
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
               _ ("The rejected rows cannot be written: %s"), local->message);
  return FALSE;
}
