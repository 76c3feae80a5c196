/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-filter-private.h"

#include <string.h>

#include "base/bh-i18n.h"
#include "domain/bh-error.h"

/* The text form of a filter. Chinese input methods write full-width signs, so these count as
 * their narrow twins outside of quotes. */

#define WIDE_COLON 0xFF1A
#define WIDE_COMMA 0xFF0C

static gboolean
is_colon (gunichar c)
{
  return c == ':' || c == WIDE_COLON;
}

static gboolean
is_comma (gunichar c)
{
  return c == ',' || c == WIDE_COMMA;
}

/* White space, or the end. */
static gboolean
is_end (gunichar c)
{
  return c == '\0' || g_unichar_isspace (c);
}

static char *
join_fields (void)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < BH_N_FILTER_FIELDS; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            bh_filter_field_get_info ((BhFilterField) i)->code);

  return g_string_free (out, FALSE);
}

static gboolean
take_field (const char **text, BhFilterField *field, GError **error)
{
  const char *p = *text;
  g_autofree char *name = NULL;
  g_autofree char *known = NULL;

  while (!is_end (g_utf8_get_char (p)) && !is_colon (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  name = g_strndup (*text, (gsize) (p - *text));
  if (is_colon (g_utf8_get_char (p)) && bh_filter_field_find (name, field))
    {
      *text = g_utf8_next_char (p);
      return TRUE;
    }

  known = join_fields ();
  if (is_colon (g_utf8_get_char (p)))
    g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                 _ ("There is no filter “%s”. There are: %s."), name, known);
  else
    g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                 _ ("“%s” is not a filter. Write field:value; the fields are: %s."), name, known);

  return FALSE;
}

/* Takes the rest of a value in quotes; %NULL where they are not closed. */
static char *
take_quoted (const char **text)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const char *p = *text;

  for (; *p != '\0'; p++)
    {
      if (*p == '"' && p[1] != '"')
        {
          *text = p + 1;
          return g_string_free (g_steal_pointer (&value), FALSE);
        }
      if (*p == '"')
        p++;
      g_string_append_c (value, *p);
    }

  return NULL;
}

static char *
take_value (const char **text, GError **error)
{
  const char *start = *text;
  const char *p = start;
  char *value;

  if (*p != '"')
    {
      while (!is_end (g_utf8_get_char (p)) && !is_comma (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      *text = p;
      return g_strndup (start, (gsize) (p - start));
    }

  (*text)++;
  value = take_quoted (text);
  if (value == NULL)
    g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                 _ ("A quotation mark is not closed: %s"), start);

  return value;
}

/* Takes `value[,value…]`, up to a blank. */
static GPtrArray *
take_values (const char **text, GError **error)
{
  g_autoptr (GPtrArray) values = bh_filter_values_new ();

  for (;;)
    {
      char *value = take_value (text, error);

      if (value == NULL)
        return NULL;
      g_ptr_array_add (values, value);
      if (!is_comma (g_utf8_get_char (*text)))
        break;
      *text = g_utf8_next_char (*text);
    }

  if (!is_end (g_utf8_get_char (*text)))
    {
      g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                   _ ("A blank or a comma must follow the quotation mark before: %s"), *text);
      return NULL;
    }
  g_ptr_array_add (values, NULL);

  return g_steal_pointer (&values);
}

gboolean
bh_filter_scan (const char *text, GStrv *values, GError **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                           _ ("The filter is not UTF-8 text."));
      return FALSE;
    }

  for (;;)
    {
      g_autoptr (GPtrArray) given = NULL;
      BhFilterField field;

      while (g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      if (*text == '\0')
        return TRUE;
      if (!take_field (&text, &field, error))
        return FALSE;
      if (values[field] != NULL)
        {
          g_set_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT,
                       _ ("The filter “%s” is given twice. Join its values with a comma."),
                       bh_filter_field_get_info (field)->code);
          return FALSE;
        }
      given = take_values (&text, error);
      if (given == NULL)
        return FALSE;
      values[field] = bh_filter_normalize (field, (const char *const *) given->pdata, error);
      if (values[field] == NULL)
        return FALSE;
    }
}

static gboolean
wants_quotes (const char *value)
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || is_comma (c) || is_end (c))
        return TRUE;
    }

  return FALSE;
}

static void
append_value (GString *out, const char *value)
{
  if (!wants_quotes (value))
    {
      g_string_append (out, value);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

char *
bh_filter_print (const GStrv *values)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < BH_N_FILTER_FIELDS; i++)
    {
      if (values[i] == NULL)
        continue;
      if (out->len > 0)
        g_string_append_c (out, ' ');
      g_string_append (out, bh_filter_field_get_info ((BhFilterField) i)->code);
      for (guint j = 0; values[i][j] != NULL; j++)
        {
          g_string_append_c (out, j == 0 ? ':' : ',');
          append_value (out, values[i][j]);
        }
    }

  return g_string_free (out, FALSE);
}
