/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-register-value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "domain/bh-due-explain.h"
#include "domain/bh-duration.h"
#include "domain/bh-error.h"

#define MAX_TEXT_CHARS 200
#define MAX_NUMBER 10000000
#define MIN_PHONE_DIGITS 3
#define MAX_PHONE_DIGITS 20

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strlen (text) < 20 && strspn (text, "0123456789") == strlen (text);
}

static char *
fail (const BhRegisterField *field, GError **error, const char *what)
{
  bh_domain_reject_input (error, _ ("%s: %s"), bh_register_field_get_label (field), what);

  return NULL;
}

static char *
read_text (const BhRegisterField *field, const char *text, GError **error)
{
  if (g_utf8_strlen (text, -1) > MAX_TEXT_CHARS)
    return fail (field, error, _ ("this is too long; 200 characters are the most"));
  if (strchr (text, '\n') != NULL)
    return fail (field, error, _ ("one line is enough"));

  return g_strdup (text);
}

/* A phone is digits with what people put between them. */
static char *
read_phone (const BhRegisterField *field, const char *text, GError **error)
{
  g_autofree char *digits = bh_text_digits (text);
  gsize n_digits = strlen (digits);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        return fail (field, error, _ ("a phone number is digits"));
    }
  if (n_digits < MIN_PHONE_DIGITS || n_digits > MAX_PHONE_DIGITS)
    return fail (field, error, _ ("a phone number has 3 to 20 digits"));

  return g_steal_pointer (&digits);
}

static char *
read_phones (const BhRegisterField *field, const char *text, GError **error)
{
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!field->several)
    return read_phone (field, text, error);

  plain = g_strdup (text);
  for (const char *const *mark = (const char *const[]){ "；", "、", "，", NULL }; *mark; mark++)
    {
      g_auto (GStrv) pieces = g_strsplit (plain, *mark, -1);

      g_free (plain);
      plain = g_strjoinv (";", pieces);
    }
  parts = g_strsplit_set (plain, ";,/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = bh_text_clean (parts[i]);
      g_autofree char *phone = part != NULL ? read_phone (field, part, error) : NULL;

      if (part != NULL && phone == NULL)
        return NULL;
      if (phone != NULL && !g_hash_table_contains (seen, phone))
        {
          g_string_append_printf (joined, "%s%s", joined->len > 0 ? ";" : "", phone);
          g_hash_table_add (seen, g_steal_pointer (&phone));
        }
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
read_number (const BhRegisterField *field, const char *text, GError **error)
{
  gint64 number = is_number (text) ? g_ascii_strtoll (text, NULL, 10) : -1;

  if (number < 0 || number > MAX_NUMBER)
    return fail (field, error, _ ("a whole number is wanted"));

  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static const char *
skip_blanks (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

/* "8%" is 0.08. */
static char *
read_decimal (const BhRegisterField *field, const char *text, GError **error)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);
  const char *rest = skip_blanks (end);
  gboolean percent = g_str_equal (rest, "%") || g_str_equal (rest, "％");

  if (end == text || !isfinite (number) || (*rest != '\0' && !percent))
    return fail (field, error, _ ("a number is wanted, such as 0.15 or 15%"));

  return g_strdup (
      g_ascii_formatd (buffer, sizeof buffer, "%.10g", percent ? number / 100 : number));
}

static char *
read_seconds (const BhRegisterField *field, const char *text, GError **error)
{
  g_autoptr (GError) local = NULL;
  gint64 seconds;

  if (!bh_duration_parse (text, &seconds, &local))
    return fail (field, error, local->message);

  return g_strdup_printf ("%" G_GINT64_FORMAT, seconds);
}

static char *
read_code (const BhRegisterField *field, const char *text, GError **error)
{
  int value = bh_list_find (field->list, text);
  g_autofree char *codes = NULL;

  if (value != 0)
    return g_strdup (bh_list_get_code (field->list, value));

  codes = bh_list_join_codes (field->list);
  bh_domain_reject_input (error, _ ("%s: there is no “%s”; there are: %s"),
                          bh_register_field_get_label (field), text, codes);

  return NULL;
}

static char *
read_yes_no (const BhRegisterField *field, const char *text, GError **error)
{
  int value = bh_list_find (BH_LIST_TRI, text);

  return value != 0 ? g_strdup (bh_list_get_code (BH_LIST_TRI, value))
                    : fail (field, error, _ ("yes or no is wanted"));
}

/* Codes are given back in the order of the list, each once. */
static char *
read_flags (const BhRegisterField *field, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;", -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n_items;
  const BhListItem *items = bh_list_get_items (field->list, &n_items);
  guint bits = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *code
          = *words[i] != '\0' ? read_code (field, words[i], error) : g_strdup ("");

      if (code == NULL)
        return NULL;
      bits |= (guint) bh_list_find (field->list, code);
    }
  for (guint i = 0; i < n_items; i++)
    if ((bits & (guint) items[i].value) != 0)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", items[i].code);

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
read_date (const BhRegisterField *field, const char *text, GError **error)
{
  int year = 0, month = 0, day = 0, end = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) == 3 && text[end] == '\0'
      && year > 0 && month > 0 && day > 0
      && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  return fail (field, error, _ ("a date is wanted, such as 2026-10-01"));
}

static char *
read_id (const BhRegisterField *field, const char *text, GError **error)
{
  if (!is_number (text))
    return fail (field, error, _ ("choose one of the list"));

  return g_strdup (g_str_equal (text, "0") ? "" : text);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static char *
read_ids (const BhRegisterField *field, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *id = *words[i] != '\0' ? read_id (field, words[i], error) : g_strdup ("");
      gint64 number;

      if (id == NULL)
        return NULL;
      number = g_ascii_strtoll (id, NULL, 10);
      if (number > 0)
        g_array_append_val (ids, number);
    }
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (i == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, i - 1))
      g_string_append_printf (joined, "%s%" G_GINT64_FORMAT, joined->len > 0 ? " " : "",
                              g_array_index (ids, gint64, i));

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
read_figure (const BhRegisterField *field, const char *text, GError **error)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '_' && *p != '.')
      return fail (field, error, _ ("choose one of the list"));

  return g_strdup (text);
}

static char *
read_clean (const BhRegisterField *field, const char *text, GError **error)
{
  switch (field->type)
    {
    case BH_REGISTER_FIELD_TEXT:
    case BH_REGISTER_FIELD_FILTER:
      return read_text (field, text, error);
    case BH_REGISTER_FIELD_FIGURE:
      return read_figure (field, text, error);
    case BH_REGISTER_FIELD_PHONE:
      return read_phones (field, text, error);
    case BH_REGISTER_FIELD_NUMBER:
      return read_number (field, text, error);
    case BH_REGISTER_FIELD_DECIMAL:
      return read_decimal (field, text, error);
    case BH_REGISTER_FIELD_DURATION:
      return read_seconds (field, text, error);
    case BH_REGISTER_FIELD_YES_NO:
      return read_yes_no (field, text, error);
    case BH_REGISTER_FIELD_CODE:
      return read_code (field, text, error);
    case BH_REGISTER_FIELD_ENTRY:
      return read_id (field, text, error);
    case BH_REGISTER_FIELD_ENTRIES:
      return read_ids (field, text, error);
    case BH_REGISTER_FIELD_FLAGS:
      return read_flags (field, text, error);
    case BH_REGISTER_FIELD_DATE:
      return read_date (field, text, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
bh_register_value_read (const BhRegisterField *field, const char *text, GError **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  clean = bh_text_clean (text);

  return clean != NULL ? read_clean (field, clean, error) : g_strdup ("");
}

char *
bh_register_value_check (const BhRegisterField *field, const char *value, GError **error)
{
  g_autofree char *read = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  if (field->type == BH_REGISTER_FIELD_DURATION && value != NULL && is_number (value))
    {
      g_autofree char *seconds = g_strconcat (value, "s", NULL);

      read = g_str_equal (value, "0") ? g_strdup ("")
                                      : bh_register_value_read (field, seconds, error);
    }
  else
    read = bh_register_value_read (field, value, error);

  if (read == NULL || *read != '\0')
    return g_steal_pointer (&read);
  if (field->required)
    return fail (field, error, _ ("this is needed"));
  if (field->type == BH_REGISTER_FIELD_YES_NO)
    return g_strdup (bh_list_get_code (BH_LIST_TRI, BH_TRI_NO));

  return g_steal_pointer (&read);
}

static char *
format_duration (gint64 seconds)
{
  g_autofree char *minutes = NULL;

  if (seconds == 0)
    return g_strdup ("");
  if (seconds % 60 == 0)
    return bh_due_format_duration (seconds);
  if (seconds < 60)
    return g_strdup_printf (_ ("%d s"), (int) seconds);

  minutes = bh_due_format_duration (seconds - seconds % 60);

  return g_strdup_printf (_ ("%s %d s"), minutes, (int) (seconds % 60));
}

static char *
format_flags (const BhRegisterField *field, const char *value)
{
  g_auto (GStrv) codes = g_strsplit (value, " ", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      int flag = bh_list_find (field->list, codes[i]);

      if (flag != 0)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? _ (", ") : "",
                                bh_list_get_label (field->list, flag));
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static char *
format_phones (const char *value)
{
  g_auto (GStrv) phones = g_strsplit (value, ";", -1);

  return g_strjoinv ("; ", phones);
}

char *
bh_register_value_format (const BhRegisterField *field, const char *value)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (value == NULL || *value == '\0')
    return g_strdup ("");

  switch (field->type)
    {
    case BH_REGISTER_FIELD_DURATION:
      return format_duration (g_ascii_strtoll (value, NULL, 10));
    case BH_REGISTER_FIELD_YES_NO:
      return g_strdup (bh_list_get_label (BH_LIST_TRI, bh_list_find (BH_LIST_TRI, value)));
    case BH_REGISTER_FIELD_CODE:
      return g_strdup (bh_list_get_label (field->list, bh_list_find (field->list, value)));
    case BH_REGISTER_FIELD_FLAGS:
      return format_flags (field, value);
    case BH_REGISTER_FIELD_PHONE:
      return format_phones (value);
    case BH_REGISTER_FIELD_TEXT:
    case BH_REGISTER_FIELD_NUMBER:
    case BH_REGISTER_FIELD_DECIMAL:
    case BH_REGISTER_FIELD_ENTRY:
    case BH_REGISTER_FIELD_ENTRIES:
    case BH_REGISTER_FIELD_FILTER:
    case BH_REGISTER_FIELD_FIGURE:
    case BH_REGISTER_FIELD_DATE:
    default:
      return g_strdup (value);
    }
}
