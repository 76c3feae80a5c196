/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-text.h"

#include <string.h>

/* "_x000D_" would be read as the character of that number. */
static gboolean
is_escape (const char *text)
{
  if (text[0] != '_' || text[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;

  return text[6] == '_';
}

static gboolean
is_plain (const char *text, gsize length)
{
  if (length > BH_REPORT_MAX_TEXT || strstr (text, "\xef\xbf\xbe") != NULL
      || strstr (text, "\xef\xbf\xbf") != NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (((guchar) *p < 0x20 && *p != '\n' && *p != '\t') || *p == 0x7f || is_escape (p))
      return FALSE;

  return g_utf8_validate (text, (gssize) length, NULL);
}

static gboolean
is_shown (gunichar c)
{
  return (c >= 0x20 || c == '\n' || c == '\t') && c != 0x7f && c != 0xfffe && c != 0xffff;
}

/* Appends what may stay of one character; @used counts UTF-16 units. */
static void
append_char (GString *out, const char *p, gunichar c, guint *used)
{
  if (is_escape (p))
    {
      g_string_append (out, "_x005F");
      *used += 6;
    }
  g_string_append_unichar (out, c);
  *used += c > 0xffff ? 2 : 1;
}

const char *
bh_report_text_clean (const char *text, GString *scratch)
{
  gsize length;
  guint used = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (scratch != NULL, NULL);

  length = strlen (text);
  if (is_plain (text, length))
    return text;

  g_string_truncate (scratch, 0);
  for (const char *p = text, *end = text + length; p < end;)
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);
      gboolean good = c != (gunichar) -1 && c != (gunichar) -2;
      gsize before = scratch->len;

      if (!good)
        c = 0xfffd;
      if (is_shown (c))
        append_char (scratch, p, c, &used);
      if (used > BH_REPORT_MAX_TEXT
          || (used == BH_REPORT_MAX_TEXT
              && p + (good ? g_utf8_skip[*(const guchar *) p] : 1) < end))
        {
          g_string_truncate (scratch, before);
          g_string_append (scratch, "…");
          break;
        }
      p += good ? g_utf8_skip[*(const guchar *) p] : 1;
    }

  return scratch->str;
}
