/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-sheet-name.h"

#include "base/bh-i18n.h"

#include <string.h>

#define RESERVED "History"

GHashTable *
bh_report_sheet_names_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Names that differ in case or width alone are the same to some programs. */
static char *
dup_key (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal, -1);
}

static void
append_allowed (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0xfffe || c == 0xffff)
        g_string_append_c (out, ' ');
      else if (c < 0x80 && strchr ("[]:*?/\\", (int) c) != NULL)
        g_string_append_c (out, '_');
      else
        g_string_append_unichar (out, c);
    }
}

/* Shortens to @units of UTF-16, never in the middle of a character. */
static void
cut (GString *name, guint units)
{
  guint used = 0;

  for (char *p = name->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      used += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (used > units)
        {
          g_string_truncate (name, (gsize) (p - name->str));
          return;
        }
    }
}

/* Removes what no name may begin or end with. */
static void
trim (GString *name)
{
  gsize n = strspn (name->str, "' ");

  g_string_erase (name, 0, (gssize) n);
  while (name->len > 0 && strchr ("' ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
}

/* @number: 0: none */
static char *
make_name (const char *text, guint number)
{
  g_autofree char *suffix = number > 0 ? g_strdup_printf (" (%u)", number) : g_strdup ("");
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  append_allowed (name, valid);
  trim (name);
  cut (name, BH_REPORT_SHEET_NAME_UNITS - (guint) strlen (suffix));
  trim (name);
  if (name->len == 0)
    g_string_append (name, C_ ("sheet", "Sheet"));
  g_string_append (name, suffix);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

char *
bh_report_sheet_name_new (GHashTable *taken, const char *text)
{
  g_autofree char *reserved = dup_key (RESERVED);

  g_return_val_if_fail (taken != NULL && text != NULL, NULL);

  for (guint number = 0;; number += number == 0 ? 2 : 1)
    {
      g_autofree char *name = make_name (text, number);
      g_autofree char *key = dup_key (name);

      if (g_str_equal (key, reserved) || g_hash_table_contains (taken, key))
        continue;
      g_hash_table_add (taken, g_steal_pointer (&key));
      return g_steal_pointer (&name);
    }
}
