/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-holiday-file.h"

#include "base/bh-i18n.h"
#include "domain/bh-office-time.h"
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-holiday-ics.h"
#include "exchange/bh-holiday-json.h"
#include "exchange/bh-text-encoding.h"

#include <string.h>

/* A year of a country is some kilobytes. */
#define LARGEST (4 * 1024 * 1024)

static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (stream == NULL)
    return NULL;

  data = g_malloc (LARGEST + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, LARGEST + 1, &length, cancellable,
                                error))
    return NULL;
  if (length > LARGEST)
    {
      g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
                   _ ("The file is larger than %d MB: it holds more than holidays. Choose another "
                      "one."),
                   LARGEST / 1024 / 1024);
      return NULL;
    }
  bytes = g_bytes_new (data, length);

  return bh_text_decode (bytes, NULL, NULL, error);
}

static GPtrArray *
parse (const char *text, gsize length, GError **error)
{
  static const char calendar[] = "BEGIN:VCALENDAR";

  while (length > 0 && g_ascii_isspace (*text))
    {
      text++;
      length--;
    }
  if (length > 0 && (*text == '{' || *text == '['))
    return bh_holiday_json_parse (text, length, error);
  if (length >= strlen (calendar) && g_ascii_strncasecmp (text, calendar, strlen (calendar)) == 0)
    return bh_holiday_ics_parse (text, length, error);

  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
               _ ("This is no file of holidays. Choose an iCalendar file (.ics), or JSON with "
                  "“year” and “days”."));

  return NULL;
}

GPtrArray *
bh_holiday_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  g_autofree char *name = NULL;
  GPtrArray *years;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  text = load (file, cancellable, error);
  if (text == NULL)
    return NULL;

  years = parse (g_bytes_get_data (text, NULL), g_bytes_get_size (text), error);
  name = g_file_get_basename (file);
  for (guint i = 0; years != NULL && i < years->len; i++)
    {
      BhHolidayYear *year = g_ptr_array_index (years, i);

      if (*year->source == '\0')
        {
          g_free (year->source);
          year->source = g_utf8_make_valid (name, -1);
        }
    }

  return years;
}

char *
bh_holiday_file_describe (GPtrArray *years)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (years != NULL, NULL);

  for (guint i = 0; i < years->len; i++)
    {
      const BhHolidayYear *year = g_ptr_array_index (years, i);
      g_autofree char *described = bh_holiday_year_describe (year);

      g_string_append_printf (text, "%s%d: %s", i > 0 ? "\n" : "", year->year, described);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
