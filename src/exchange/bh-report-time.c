/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-time.h"

#define SECONDS_PER_DAY 86400.0
/* A workbook counts days from 1899-12-30, as if 1900 had been a leap year. */
#define DAYS_BEFORE_UNIX 25569
#define FIRST_YEAR 1901

/* Days of the Gregorian calendar since 1970-01-01. */
static int
count_days (int year, int month, int day)
{
  GDate date, epoch;

  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);

  return g_date_days_between (&epoch, &date);
}

gboolean
bh_report_time_get_days (BhOfficeTime *time, gint64 instant, double *days)
{
  BhLocalTime local;
  double seconds;

  g_return_val_if_fail (time != NULL && days != NULL, FALSE);

  bh_office_time_split (time, instant, &local);
  if (local.day / 10000 < FIRST_YEAR)
    return FALSE;

  seconds = local.hour * 3600 + local.minute * 60 + local.second;
  *days = count_days (local.day / 10000, local.day / 100 % 100, local.day % 100) + DAYS_BEFORE_UNIX
          + seconds / SECONDS_PER_DAY;

  return TRUE;
}
