/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-text-encoding.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

#include <string.h>

#define UTF8_MARK "\xEF\xBB\xBF"

/* GB18030 text passes for this many UTF-8 characters in a row about once in a million times. */
#define SURELY_UTF8 8

static guint
line_of_byte (const char *text, gsize offset)
{
  guint line = 1;

  for (const char *p = text; (p = memchr (p, '\n', (gsize) (text + offset - p))) != NULL; p++)
    line++;
  return line;
}

/* The first byte that is not ASCII; most ledgers are all ASCII or nearly so. */
static const char *
skip_ascii (const char *text, const char *end)
{
  guint64 word;

  for (; text + sizeof word <= end; text += sizeof word)
    {
      memcpy (&word, text, sizeof word);
      if (word & G_GUINT64_CONSTANT (0x8080808080808080))
        break;
    }
  while (text < end && (guchar) *text < 0x80)
    text++;
  return text;
}

/*
 * Returns where the text stops being UTF-8, which is @end where it never does, and counts the
 * characters before that are not ASCII (as far as it matters).
 */
static const char *
skip_utf8 (const char *text, const char *end, guint *n_wide)
{
  const char *p = text;

  *n_wide = 0;
  while ((p = skip_ascii (p, end)) < end)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        break;
      p = g_utf8_next_char (p);
      if (*n_wide < SURELY_UTF8)
        *n_wide += 1;
    }
  return p;
}

/* Takes @text over and gives it back, unless it holds what no text does. */
static GBytes *
refuse_nul (GBytes *text, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  const char *nul = length > 0 ? memchr (data, '\0', length) : NULL;

  if (nul == NULL)
    return text;
  if (length > 4 && memcmp (data, "PK\3\4", 4) == 0)
    g_set_error_literal (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
                         _ ("This is an Excel workbook or an archive, not a text file. Open it and "
                            "save the sheet as CSV."));
  else
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
                 _ ("Line %u holds a NUL byte (byte %u of the file): this is not a text file. Save "
                    "the ledger as CSV and try again."),
                 line_of_byte (data, (gsize) (nul - data)), (guint) (nul - data) + 1);
  g_bytes_unref (text);
  return NULL;
}

static void
set_not_in_encoding (GError **error, const char *encoding, const char *data, gsize offset)
{
  g_set_error (
      error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_ENCODING,
      _ ("Line %u, byte %u of the file: this is not %s text. Name the encoding of the ledger "
         "in the map (encoding=…), or save it as UTF-8."),
      line_of_byte (data, offset), (guint) offset + 1, encoding);
}

static GBytes *
decode_utf8 (GBytes *raw, gsize skip, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (raw, &length);
  guint n_wide;
  const char *stop = skip_utf8 (data + skip, data + length, &n_wide);

  if (stop == data + length)
    return refuse_nul (g_bytes_new_from_bytes (raw, skip, length - skip), error);
  set_not_in_encoding (error, "UTF-8", data, (gsize) (stop - data));
  return NULL;
}

static GBytes *
decode_with_iconv (GBytes *raw, gsize skip, const char *encoding, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize length, n_read = 0, n_written = 0;
  const char *data = g_bytes_get_data (raw, &length);
  g_autofree char *text = g_convert (data + skip, (gssize) (length - skip), "UTF-8", encoding,
                                     &n_read, &n_written, &local);
  gsize mark;

  if (text == NULL && g_error_matches (local, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    {
      g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_ENCODING,
                   _ ("The encoding “%s” is not known here."), encoding);
      return NULL;
    }
  if (text == NULL || n_read < length - skip)
    {
      set_not_in_encoding (error, encoding, data, skip + n_read);
      return NULL;
    }

  mark = g_str_has_prefix (text, UTF8_MARK) ? strlen (UTF8_MARK) : 0;
  {
    g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&text), n_written);

    return refuse_nul (g_bytes_new_from_bytes (bytes, mark, n_written - mark), error);
  }
}

static GBytes *
decode_unmarked (GBytes *raw, const char **found, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (raw, &length);
  guint n_wide;
  const char *stop = skip_utf8 (data, data + length, &n_wide);
  GBytes *text;

  *found = "UTF-8";
  if (stop == data + length)
    return refuse_nul (g_bytes_ref (raw), error);
  if (n_wide >= SURELY_UTF8)
    {
      set_not_in_encoding (error, "UTF-8", data, (gsize) (stop - data));
      return NULL;
    }
  if (memchr (data, '\0', length) != NULL)
    return refuse_nul (g_bytes_ref (raw), error);

  *found = "GB18030";
  text = decode_with_iconv (raw, 0, *found, error);
  if (text == NULL)
    g_prefix_error (error, _ ("Neither UTF-8 (line %u) nor GB18030. "),
                    line_of_byte (data, (gsize) (stop - data)));
  return text;
}

gboolean
bh_text_encoding_is_known (const char *encoding)
{
  GIConv converter;

  g_return_val_if_fail (encoding != NULL, FALSE);

  if (strcmp (encoding, "auto") == 0)
    return TRUE;
  converter = g_iconv_open ("UTF-8", encoding);
  if (converter == (GIConv) -1)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}

GBytes *
bh_text_decode (GBytes *raw, const char *encoding, const char **found, GError **error)
{
  gsize length;
  const char *data;
  const char *used = NULL;
  gboolean automatic = encoding == NULL || strcmp (encoding, "auto") == 0;
  GBytes *text;

  g_return_val_if_fail (raw != NULL, NULL);

  data = g_bytes_get_data (raw, &length);
  if (length == 0)
    {
      used = "UTF-8";
      text = g_bytes_ref (raw);
    }
  else if (length >= 3 && memcmp (data, UTF8_MARK, 3) == 0
           && (automatic || g_ascii_strcasecmp (encoding, "UTF-8") == 0))
    {
      used = "UTF-8";
      text = decode_utf8 (raw, 3, error);
    }
  else if (automatic && length >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    {
      used = "UTF-16LE";
      text = decode_with_iconv (raw, 2, used, error);
    }
  else if (automatic && length >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    {
      used = "UTF-16BE";
      text = decode_with_iconv (raw, 2, used, error);
    }
  else if (automatic)
    text = decode_unmarked (raw, &used, error);
  else if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    {
      used = "UTF-8";
      text = decode_utf8 (raw, 0, error);
    }
  else
    {
      used = encoding;
      text = decode_with_iconv (raw, 0, encoding, error);
    }

  if (found != NULL)
    *found = used;
  return text;
}
