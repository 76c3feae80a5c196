/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-day.h"

#include "base/bh-i18n.h"
#include "domain/bh-error.h"

#include <stdio.h>
#include <string.h>

static gboolean
set_date (GDate *date, int day)
{
  g_date_clear (date, 1);
  if (day < 10000
      || !g_date_valid_dmy ((GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                            (GDateYear) (day / 10000)))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                  (GDateYear) (day / 10000));

  return TRUE;
}

gboolean
bh_day_is_valid (int day)
{
  GDate date;

  return day <= 99991231 && set_date (&date, day);
}

int
bh_day_of (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  g_return_val_if_fail (time != NULL, 0);

  bh_office_time_split (time, instant, &local);

  return local.day;
}

int
bh_day_shift (int day, int by)
{
  GDate date;

  g_return_val_if_fail (set_date (&date, day), 0);

  if (by >= 0)
    g_date_add_days (&date, (guint) by);
  else
    g_date_subtract_days (&date, (guint) -by);

  return g_date_get_year (&date) * 10000 + (int) g_date_get_month (&date) * 100
         + g_date_get_day (&date);
}

char *
bh_day_format (int day)
{
  return day != 0 ? g_strdup_printf ("%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100)
                  : g_strdup ("");
}

gboolean
bh_day_parse (const char *text, int *day, GError **error)
{
  int year = 0, month = 0, number = 0, end = 0;

  g_return_val_if_fail (text != NULL && day != NULL, FALSE);

  if (strspn (text, "0123456789-") == strlen (text)
      && sscanf (text, "%4d-%2d-%2d%n", &year, &month, &number, &end) == 3 && text[end] == '\0'
      && year > 0 && month > 0 && bh_day_is_valid (year * 10000 + month * 100 + number))
    {
      *day = year * 10000 + month * 100 + number;
      return TRUE;
    }

  return bh_domain_reject_input (error, _ ("“%s” is no date; write it like 2026-10-01."), text);
}

gboolean
bh_month_is_valid (int month)
{
  return bh_day_is_valid (month * 100 + 1);
}

char *
bh_month_format (int month)
{
  return g_strdup_printf ("%04d-%02d", month / 100, month % 100);
}
