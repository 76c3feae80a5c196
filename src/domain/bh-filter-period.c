/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-filter-private.h"

#include <stdlib.h>
#include <string.h>
/* Periods as a filter writes them. */

/* A month, a day, or an instant, which is a period of no length. */
static gboolean
parse_bound (BhOfficeTime *time, const char *text, BhPeriod *period)
{
  static const char month_form[] = "0000-00";
  g_autofree char *form = g_strdup (text);

  for (char *p = form; *p != '\0'; p++)
    *p = g_ascii_isdigit (*p) ? '0' : *p;

  if (strcmp (form, month_form) == 0)
    return bh_office_time_get_month (time, atoi (text) * 100 + atoi (text + strlen ("0000-")),
                                     period);

  period->from = period->to = bh_office_time_parse (time, text, NULL);
  if (period->from == -1)
    return FALSE;
  if (strcmp (form, "0000-00-00") == 0)
    {
      BhLocalTime local;

      bh_office_time_split (time, period->from, &local);
      return bh_office_time_get_day (time, local.day, period);
    }

  return TRUE;
}

gboolean
bh_filter_parse_period (BhOfficeTime *time, const char *value, BhPeriod *period)
{
  const char *dots = strstr (value, "..");
  g_autofree char *begin = NULL;
  const char *end;
  BhPeriod bound;

  if (dots == NULL)
    return parse_bound (time, value, period) && period->from < period->to;

  begin = g_strndup (value, (gsize) (dots - value));
  end = dots + strlen ("..");
  *period = (BhPeriod){ 1, G_MAXINT64 };
  if (*begin != '\0')
    {
      if (!parse_bound (time, begin, &bound))
        return FALSE;
      period->from = bound.from;
    }
  if (*end != '\0')
    {
      if (!parse_bound (time, end, &bound))
        return FALSE;
      period->to = bound.from;
    }

  return *begin != '\0' || *end != '\0';
}

/* A bound as short as it is exact: a day where it is its beginning, else an instant. */
static char *
format_bound (BhOfficeTime *time, gint64 instant)
{
  g_autofree char *iso = bh_office_time_format_iso (time, instant);
  BhLocalTime local;
  BhPeriod day;

  bh_office_time_split (time, instant, &local);
  if (bh_office_time_get_day (time, local.day, &day) && day.from == instant)
    return g_strndup (iso, strlen ("0000-00-00"));

  return g_steal_pointer (&iso);
}

char *
bh_filter_format_period (BhOfficeTime *time, const BhPeriod *period)
{
  g_autofree char *from = NULL, *to = NULL;
  BhLocalTime local;
  BhPeriod whole;

  g_return_val_if_fail (time != NULL && period != NULL, NULL);
  g_return_val_if_fail (period->from < period->to, NULL);

  bh_office_time_split (time, period->from, &local);
  if (bh_office_time_get_month (time, local.month, &whole) && whole.from == period->from
      && whole.to == period->to)
    return g_strdup_printf ("%04d-%02d", local.month / 100, local.month % 100);

  if (period->from > 1)
    from = format_bound (time, period->from);
  if (bh_office_time_get_day (time, local.day, &whole) && whole.from == period->from
      && whole.to == period->to)
    return g_steal_pointer (&from);
  if (period->to < G_MAXINT64)
    to = format_bound (time, period->to);

  return g_strdup_printf ("%s..%s", from != NULL ? from : "", to != NULL ? to : "");
}
