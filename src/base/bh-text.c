/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-text.h"

#include <string.h>

#include <unicode/utrans.h>

#define NUMBER_WIDTH 9

static UTransliterator *
open_transliterator (void)
{
  static const UChar id[] = u"Han-Latin; Latin-ASCII; Lower";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *result = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);

  if (U_FAILURE (status))
    g_error ("ICU has no Han-Latin transliteration: %s", u_errorName (status));

  return result;
}

static void
close_transliterator (gpointer transliterator)
{
  utrans_close (transliterator);
}

/* A transliterator must not be used by two threads at once: each thread opens its own. */
static UTransliterator *
get_transliterator (void)
{
  static GPrivate key = G_PRIVATE_INIT (close_transliterator);
  UTransliterator *result = g_private_get (&key);

  if (result == NULL)
    {
      result = open_transliterator ();
      g_private_set (&key, result);
    }

  return result;
}

static char *
transliterate_char (gunichar c)
{
  char text[6];
  int length = g_unichar_to_utf8 (c, text);
  glong units = 0;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (text, length, NULL, &units, NULL);
  UChar buffer[64] = { 0 };
  int32_t limit = (int32_t) units, used = (int32_t) units;
  UErrorCode status = U_ZERO_ERROR;
  char *result = NULL;

  if (utf16 != NULL)
    {
      memcpy (buffer, utf16, (gsize) units * sizeof *buffer);
      utrans_transUChars (get_transliterator (), buffer, &used, G_N_ELEMENTS (buffer), 0, &limit,
                          &status);
      if (U_SUCCESS (status))
        result = g_utf16_to_utf8 ((gunichar2 *) buffer, used, NULL, NULL, NULL);
    }

  return result != NULL ? result : g_strndup (text, (gsize) length);
}

/* ICU takes 20 µs a character, and an office uses the same few thousand again and again: what it
 * says of a character is kept for the life of the program, shared by all threads. */
static const char *
get_latin (gunichar c)
{
  static char *known[0x10000];
  char *latin, *other = NULL;

  g_assert (c < G_N_ELEMENTS (known));

  latin = __atomic_load_n (&known[c], __ATOMIC_ACQUIRE);
  if (latin != NULL)
    return latin;

  latin = transliterate_char (c);
  if (__atomic_compare_exchange_n (&known[c], &other, latin, FALSE, __ATOMIC_ACQ_REL,
                                   __ATOMIC_ACQUIRE))
    return latin;
  g_free (latin);

  return other;
}

/* Character by character; a syllable stands apart from the letters beside it. */
static char *
transliterate (const char *text, gssize length)
{
  GString *out = g_string_sized_new ((gsize) length * 2 + 1);
  gboolean after_syllable = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean syllable = c >= 0x2E80 && g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
      g_autofree char *rare = c < 0x10000 ? NULL : transliterate_char (c);
      char ascii[2] = { g_ascii_tolower ((char) c), '\0' };
      const char *latin = c < 0x80 ? ascii : rare != NULL ? rare : get_latin (c);

      if ((syllable || after_syllable) && g_ascii_isalpha (*latin) && out->len > 0
          && g_ascii_isalpha (out->str[out->len - 1]))
        g_string_append_c (out, ' ');
      g_string_append (out, latin);
      after_syllable = syllable;
    }

  return g_string_free (out, FALSE);
}

/* Pads runs of digits, so that byte order is number order. */
static char *
pad_numbers (const char *text)
{
  static const char zeros[NUMBER_WIDTH + 1] = "000000000";
  GString *out = g_string_sized_new (strlen (text) + 32);

  while (*text != '\0')
    {
      gsize plain = strcspn (text, "0123456789");
      gsize digits = strspn (text + plain, "0123456789");

      g_string_append_len (out, text, (gssize) plain);
      if (digits > 0 && digits < NUMBER_WIDTH)
        g_string_append_len (out, zeros, NUMBER_WIDTH - (gssize) digits);
      g_string_append_len (out, text + plain, (gssize) digits);
      text += plain + digits;
    }

  return g_string_free (out, FALSE);
}

static const char *
skip_chars (const char *text, guint n, gboolean *ascii)
{
  *ascii = TRUE;
  for (; n > 0 && *text != '\0'; n--)
    {
      *ascii = *ascii && (guchar) *text < 0x80;
      text = g_utf8_next_char (text);
    }

  return text;
}

char *
bh_text_sort_key (const char *text, guint max_chars)
{
  g_autofree char *latin = NULL;
  const char *end;
  gboolean ascii;

  if (text == NULL)
    return g_strdup ("");

  end = skip_chars (text, max_chars, &ascii);
  latin = ascii ? g_ascii_strdown (text, end - text) : transliterate (text, end - text);

  return pad_numbers (latin);
}

char *
bh_text_pinyin_initials (const char *text)
{
  g_autofree char *latin = NULL;
  GString *out = g_string_new (NULL);
  gboolean inside = FALSE;

  latin = transliterate (text != NULL ? text : "", text != NULL ? (gssize) strlen (text) : 0);
  for (const char *p = latin; *p != '\0'; p++)
    {
      gboolean letter = g_ascii_isalnum (*p);

      if (letter && !inside)
        g_string_append_c (out, *p);
      inside = letter;
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x3000 || c == 0x00A0 || c == 0x200B || c == 0xFEFF;
}

char *
bh_text_clean (const char *text)
{
  GString *out;
  gunichar last = '\n';

  if (text == NULL)
    return NULL;

  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        c = '\n';
      else if (c == '\t')
        c = ' ';
      if ((g_unichar_iscntrl (c) && c != '\n') || (c == '\n' && last == '\n')
          || (out->len == 0 && is_blank (c)))
        continue;
      g_string_append_unichar (out, c);
      last = c;
    }

  while (out->len > 0)
    {
      const char *end = g_utf8_find_prev_char (out->str, out->str + out->len);

      if (end == NULL || !is_blank (g_utf8_get_char (end)))
        break;
      g_string_truncate (out, (gsize) (end - out->str));
    }

  return g_string_free (out, out->len == 0);
}

char *
bh_text_digits (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0)
        g_string_append_c (out, (char) ('0' + digit));
    }

  return g_string_free (out, FALSE);
}

char *
bh_text_group_phone (const char *digits)
{
  gsize length;

  if (digits == NULL)
    return g_strdup ("");

  length = strlen (digits);
  if (strspn (digits, "0123456789") != length)
    return g_strdup (digits);
  if (length == 11 && digits[0] == '1')
    return g_strdup_printf ("%.3s %.4s %s", digits, digits + 3, digits + 7);
  if (length == 8)
    return g_strdup_printf ("%.4s %s", digits, digits + 4);
  if ((length == 11 || length == 12) && digits[0] == '0')
    return g_strdup_printf ("%.*s %.4s %s", (int) length - 8, digits, digits + length - 8,
                            digits + length - 4);

  return g_strdup (digits);
}

char *
bh_text_group_count (guint64 count)
{
  g_autofree char *plain = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  gsize length = strlen (plain);
  GString *out = g_string_sized_new (length + length / 3);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, plain[i]);
    }

  return g_string_free (out, FALSE);
}

char *
bh_text_to_file_name (const char *text, guint max_chars)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  glong length = g_utf8_strlen (valid, -1);
  char *name = g_utf8_substring (valid, 0, MIN (length, (glong) max_chars));

  return g_strstrip (g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '_'));
}

gboolean
bh_set_string (char **field, const char *value)
{
  g_return_val_if_fail (field != NULL, FALSE);

  if (g_strcmp0 (*field, value) == 0)
    return FALSE;

  g_free (*field);
  *field = g_strdup (value);

  return TRUE;
}
