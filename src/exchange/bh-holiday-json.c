/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-holiday-json.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (
      error, g_error_new_valist (BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE, format, arguments));
  va_end (arguments);

  return FALSE;
}

/* The member where it is there and of that type. */
static JsonNode *
get_member (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
             ? node
             : NULL;
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = get_member (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

/* "2025-10-01". Returns: yyyymmdd, or -1 */
static int
read_date (const char *text)
{
  int year, month, day, length = 0;

  if (text == NULL || sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3
      || length != 10 || text[length] != '\0' || year < 1 || month < 1 || day < 1)
    return -1;

  return year * 10000 + month * 100 + day;
}

/* @place: where it stands, "2025, days[3]" */
static gboolean
read_day (BhHolidayYear *year, JsonNode *node, const char *place, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *off = object != NULL ? get_member (object, "isOffDay", G_TYPE_BOOLEAN) : NULL;
  g_autoptr (GError) local = NULL;
  int date;

  if (object == NULL)
    return refuse (error, _ ("%s: this is no day with “date” and “isOffDay”."), place);
  date = read_date (get_text (object, "date"));
  if (date < 0)
    return refuse (error, _ ("%s: “date” is no date such as 2025-10-01."), place);
  if (off == NULL)
    return refuse (error, _ ("%s: “isOffDay” is neither true nor false."), place);
  if (!bh_holiday_year_add (year, date, json_node_get_boolean (off), get_text (object, "name"),
                            &local))
    return refuse (error, "%s: %s", place, local->message);

  return TRUE;
}

static gboolean
read_days (BhHolidayYear *year, JsonArray *days, GError **error)
{
  for (guint i = 0; i < json_array_get_length (days); i++)
    {
      g_autofree char *place = g_strdup_printf ("%d, days[%u]", year->year, i);

      if (!read_day (year, json_array_get_element (days, i), place, error))
        return FALSE;
    }
  if (year->days->len > 0)
    return TRUE;

  return refuse (error,
                 _ ("The file has no days for %d: that year is not announced yet. Import it again "
                    "when its holidays are published, mostly in November."),
                 year->year);
}

static char *
join_papers (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "papers");
  JsonArray *papers
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GString *joined = g_string_new (NULL);

  for (guint i = 0; papers != NULL && i < json_array_get_length (papers); i++)
    {
      JsonNode *paper = json_array_get_element (papers, i);

      if (JSON_NODE_HOLDS_VALUE (paper) && json_node_get_value_type (paper) == G_TYPE_STRING)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "",
                                json_node_get_string (paper));
    }

  return g_string_free (joined, FALSE);
}

static BhHolidayYear *
read_year (JsonNode *node, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *number = object != NULL ? get_member (object, "year", G_TYPE_INT64) : NULL;
  JsonNode *days = object != NULL ? json_object_get_member (object, "days") : NULL;
  g_autoptr (BhHolidayYear) year = NULL;
  g_autofree char *papers = NULL;

  if (number == NULL || json_node_get_int (number) < 1900 || json_node_get_int (number) > 9998
      || days == NULL || !JSON_NODE_HOLDS_ARRAY (days))
    {
      refuse (error, _ ("This is no file of holidays: it has no “year” with a list of “days”."));
      return NULL;
    }

  papers = join_papers (object);
  year = bh_holiday_year_new ((int) json_node_get_int (number), papers);

  return read_days (year, json_node_get_array (days), error) ? g_steal_pointer (&year) : NULL;
}

static gboolean
add_year (GPtrArray *years, JsonNode *node, GError **error)
{
  BhHolidayYear *year = read_year (node, error);

  if (year == NULL)
    return FALSE;

  for (guint i = 0; i < years->len; i++)
    if (((BhHolidayYear *) g_ptr_array_index (years, i))->year == year->year)
      {
        refuse (error, _ ("The year %d stands twice in the file."), year->year);
        bh_holiday_year_free (year);
        return FALSE;
      }
  g_ptr_array_add (years, year);

  return TRUE;
}

GPtrArray *
bh_holiday_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) years
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_holiday_year_free);
  g_autoptr (GError) local = NULL;
  JsonNode *root;

  g_return_val_if_fail (text != NULL, NULL);

  if (!json_parser_load_from_data (parser, text, (gssize) length, &local))
    {
      /* "<data>:2:10: Parse error: …" */
      const char *where = g_str_has_prefix (local->message, "<data>:")
                              ? local->message + strlen ("<data>:")
                              : local->message;

      g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_SYNTAX,
                   _ ("The file is damaged JSON, at line and column %s"), where);
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    {
      JsonArray *array = json_node_get_array (root);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (!add_year (years, json_array_get_element (array, i), error))
          return NULL;
    }
  else if (root != NULL && !add_year (years, root, error))
    {
      return NULL;
    }
  if (years->len == 0)
    {
      refuse (error, _ ("The file has no year with holidays."));
      return NULL;
    }

  return g_steal_pointer (&years);
}
