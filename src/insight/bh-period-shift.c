/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-period-shift.h"

#define MONTHS_PER_YEAR 12
/* Days by which months differ. */
#define LONGEST_MINUS_SHORTEST 3

gint64
bh_period_shift_instant (BhOfficeTime *time, gint64 instant, int months)
{
  BhLocalTime local;
  gint64 shifted = -1;
  int month, day;

  g_return_val_if_fail (time != NULL, instant);

  bh_office_time_split (time, instant, &local);
  month = bh_month_shift (local.month, months);
  day = local.day % 100;
  for (int last = day - LONGEST_MINUS_SHORTEST; shifted < 0 && day >= last; day--)
    shifted = bh_office_time_join (time, month / 100, month % 100, day, local.hour, local.minute,
                                   local.second);

  return MAX (shifted, 0);
}

void
bh_period_shift (
    BhOfficeTime *time, const BhPeriod *period, gint64 until, int months, BhPeriod *shifted)
{
  g_return_if_fail (time != NULL && period != NULL && shifted != NULL);

  until = CLAMP (until, period->from, period->to);
  shifted->from = bh_period_shift_instant (time, period->from, months);
  shifted->to = MAX (bh_period_shift_instant (time, until, months), shifted->from);
}

static gboolean
is_month_begin (const BhLocalTime *local)
{
  return local->day % 100 == 1 && local->hour == 0 && local->minute == 0 && local->second == 0;
}

double
bh_period_get_share_of_year (BhOfficeTime *time, const BhPeriod *period)
{
  BhLocalTime first, last;
  gint64 begin, end;
  int year, months;

  g_return_val_if_fail (time != NULL && period != NULL, 0);

  bh_office_time_split (time, period->from, &first);
  bh_office_time_split (time, period->to, &last);
  year = first.month / 100;
  months = bh_month_count (first.month, last.month);
  if (is_month_begin (&first) && is_month_begin (&last))
    return (double) months / MONTHS_PER_YEAR;

  begin = bh_office_time_join (time, year, 1, 1, 0, 0, 0);
  end = bh_office_time_join (time, year + 1, 1, 1, 0, 0, 0);

  return (double) (period->to - period->from) / (double) (end - begin);
}
