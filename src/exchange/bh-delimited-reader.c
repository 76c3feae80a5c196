/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-delimited-reader.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

#include <string.h>

/*
 * The reader walks once over the text, and fields point into it. Only fields with doubled quotes
 * are copied: into a scratch buffer, once the whole record is known, so that the buffer grows
 * before anything points into it.
 */
struct _BhDelimitedReader
{
  GBytes *bytes; /* owned: what the pointers below point into */
  const char *begin;
  const char *end;
  const char *cursor;
  guint line;
  char delimiter;
  gboolean ends_field[256];

  GArray *fields;   /* owned, of BhSlice */
  GArray *escaped;  /* owned, of guint: fields that are still as in the file */
  GString *scratch; /* owned: texts of the escaped fields of this record */
};

/* A line ends with LF, or with CR unless LF follows. */
static guint
count_lines (const char *text, const char *end)
{
  guint n = 0;

  for (const char *p = text; p < end; p++)
    if (*p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n')))
      n++;
  return n;
}

/* The end of the first record in a rough view: quotes switch, nothing else. */
static char
guess_delimiter (const char *text, const char *end)
{
  static const char candidates[] = { ',', '\t', ';' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (const char *p = text; p < end && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (candidates); i++)
        counts[i] += *p == candidates[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

static const char *
skip_empty_lines (BhDelimitedReader *self)
{
  const char *p = self->cursor;

  while (p < self->end && (*p == '\n' || *p == '\r'))
    {
      if (*p == '\r' && p + 1 < self->end && p[1] == '\n')
        p++;
      p++;
      self->line++;
    }
  return p;
}

/* From an opening quote to what ends the field; NULL where the quote is never closed. */
static const char *
scan_quoted (BhDelimitedReader *self, const char *start, BhSlice *field)
{
  const char *p = start + 1;
  gboolean escaped = FALSE;

  while ((p = memchr (p, '"', (gsize) (self->end - p))) != NULL && p + 1 < self->end && p[1] == '"')
    {
      escaped = TRUE;
      p += 2;
    }
  if (p == NULL)
    return NULL;

  *field = (BhSlice){ start + 1, (gsize) (p - start - 1) };
  p++;
  if (p < self->end && !self->ends_field[(guchar) *p])
    {
      escaped = TRUE;
      while (p < self->end && !self->ends_field[(guchar) *p])
        p++;
    }
  self->line += count_lines (start, p);
  if (escaped)
    {
      *field = (BhSlice){ start, (gsize) (p - start) };
      g_array_append_val (self->escaped, self->fields->len);
    }
  return p;
}

static void
append_unescaped (GString *out, BhSlice raw)
{
  const char *end = raw.text + raw.length;
  const char *p = raw.text + 1;

  for (; p < end; p++)
    {
      if (*p == '"' && (p + 1 == end || p[1] != '"'))
        break;
      if (*p == '"')
        p++;
      g_string_append_c (out, *p);
    }
  if (p < end)
    g_string_append_len (out, p + 1, end - p - 1);
}

static void
unescape_fields (BhDelimitedReader *self)
{
  gsize size = 0;

  for (guint i = 0; i < self->escaped->len; i++)
    size += g_array_index (self->fields, BhSlice, g_array_index (self->escaped, guint, i)).length;
  g_string_set_size (self->scratch, size);
  g_string_truncate (self->scratch, 0);

  for (guint i = 0; i < self->escaped->len; i++)
    {
      BhSlice *field
          = &g_array_index (self->fields, BhSlice, g_array_index (self->escaped, guint, i));
      gsize at = self->scratch->len;

      append_unescaped (self->scratch, *field);
      *field = (BhSlice){ self->scratch->str + at, self->scratch->len - at };
    }
  g_array_set_size (self->escaped, 0);
}

BhDelimitedReader *
bh_delimited_reader_new (GBytes *text, char delimiter)
{
  BhDelimitedReader *self;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (BhDelimitedReader, 1);
  self->bytes = g_bytes_ref (text);
  self->begin = g_bytes_get_data (text, &length);
  if (self->begin == NULL)
    self->begin = "";
  self->end = self->begin + length;
  self->cursor = self->begin;
  self->line = 1;
  self->fields = g_array_new (FALSE, FALSE, sizeof (BhSlice));
  self->escaped = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scratch = g_string_new (NULL);

  self->cursor = skip_empty_lines (self);
  self->delimiter = delimiter != 0 ? delimiter : guess_delimiter (self->cursor, self->end);
  self->ends_field[(guchar) self->delimiter] = TRUE;
  self->ends_field['\n'] = TRUE;
  self->ends_field['\r'] = TRUE;
  return self;
}

void
bh_delimited_reader_free (BhDelimitedReader *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->fields);
  g_array_unref (self->escaped);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

char
bh_delimited_reader_get_delimiter (BhDelimitedReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->delimiter;
}

gsize
bh_delimited_reader_get_position (BhDelimitedReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (gsize) (self->cursor - self->begin);
}

gboolean
bh_delimited_reader_next (BhDelimitedReader *self, BhRecord *record, GError **error)
{
  const char *start, *p;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  start = p = skip_empty_lines (self);
  self->cursor = p;
  if (p == self->end)
    return FALSE;

  record->line = self->line;
  g_array_set_size (self->fields, 0);
  for (;; p++)
    {
      BhSlice field = { p, 0 };

      if (p < self->end && *p == '"')
        {
          guint line = self->line;

          p = scan_quoted (self, p, &field);
          if (p == NULL)
            {
              g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_SYNTAX,
                           _ ("Line %u: a quotation mark is opened here and "
                              "never closed. The file may be cut off."),
                           line);
              self->cursor = self->end;
              return FALSE;
            }
        }
      else
        {
          while (p < self->end && !self->ends_field[(guchar) *p])
            p++;
          field.length = (gsize) (p - field.text);
        }
      g_array_append_val (self->fields, field);
      if (p == self->end || *p != self->delimiter)
        break;
    }
  if (self->escaped->len > 0)
    unescape_fields (self);

  record->raw = (BhSlice){ start, (gsize) (p - start) };
  record->fields = (const BhSlice *) (gpointer) self->fields->data;
  record->n_fields = self->fields->len;
  self->cursor = p;
  if (p < self->end)
    {
      self->cursor += *p == '\r' && p + 1 < self->end && p[1] == '\n' ? 2 : 1;
      self->line++;
    }
  return TRUE;
}

void
bh_delimited_append (GString *out, BhSlice field, char delimiter)
{
  gboolean first, quote;

  g_return_if_fail (out != NULL);

  first = out->len == 0 || out->str[out->len - 1] == '\n';
  quote = first && field.length == 0;
  if (!first)
    g_string_append_c (out, delimiter);
  for (gsize i = 0; !quote && i < field.length; i++)
    quote = field.text[i] == delimiter || field.text[i] == '"' || field.text[i] == '\n'
            || field.text[i] == '\r';
  if (!quote)
    {
      g_string_append_len (out, field.text, (gssize) field.length);
      return;
    }

  g_string_append_c (out, '"');
  for (gsize i = 0; i < field.length; i++)
    {
      if (field.text[i] == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, field.text[i]);
    }
  g_string_append_c (out, '"');
}
