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

int
bh_period_count_months (BhOfficeTime *time, const BhPeriod *period)
{
  BhLocalTime first, last;

  g_return_val_if_fail (time != NULL && period != NULL, 0);

  bh_office_time_split (time, period->from, &first);
  bh_office_time_split (time, period->to, &last);

  return is_month_begin (&first) && is_month_begin (&last)
             ? bh_month_count (first.month, last.month)
             : 0;
}

static guint32
get_day_number (const BhLocalTime *local)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) (local->day % 100), (GDateMonth) (local->month % 100),
                  (GDateYear) (local->month / 100));

  return g_date_get_julian (&date);
}

/* The same time of day @n_days earlier. */
static gint64
go_back (BhOfficeTime *time, const BhLocalTime *local, guint32 n_days)
{
  guint32 day = get_day_number (local);
  GDate date;

  if (day <= n_days)
    return 0;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day - n_days);

  return MAX (bh_office_time_join (time, g_date_get_year (&date), (int) g_date_get_month (&date),
                                   g_date_get_day (&date), local->hour, local->minute,
                                   local->second),
              0);
}

void
bh_period_get_previous (BhOfficeTime *time, const BhPeriod *period, BhPeriod *previous)
{
  int n_months;
  BhLocalTime first, last;
  guint32 n_days;

  g_return_if_fail (time != NULL && period != NULL && previous != NULL);

  n_months = bh_period_count_months (time, period);
  previous->to = period->from;
  if (n_months > 0)
    {
      previous->from = bh_period_shift_instant (time, period->from, -n_months);
      return;
    }

  bh_office_time_split (time, period->from, &first);
  bh_office_time_split (time, period->to - 1, &last);
  n_days = get_day_number (&last) - get_day_number (&first) + 1;
  previous->from = go_back (time, &first, n_days);
}

void
bh_period_get_year_before (BhOfficeTime *time, const BhPeriod *period, BhPeriod *year_before)
{
  g_return_if_fail (time != NULL && period != NULL && year_before != NULL);

  bh_period_shift (time, period, period->to, -MONTHS_PER_YEAR, year_before);
}

void
bh_period_get_part (
    BhOfficeTime *time, const BhPeriod *period, gint64 until, const BhPeriod *other, BhPeriod *part)
{
  BhLocalTime here, there;
  int months;

  g_return_if_fail (time != NULL && period != NULL && other != NULL && part != NULL);

  bh_office_time_split (time, period->from, &here);
  bh_office_time_split (time, other->from, &there);
  months = bh_month_count (here.month, there.month);
  if (bh_period_shift_instant (time, period->from, months) == other->from)
    bh_period_shift (time, period, until, months, part);
  else
    *part = (BhPeriod){ other->from,
                        other->from + CLAMP (until, period->from, period->to) - period->from };
  part->to = MIN (part->to, other->to);
}

double
bh_period_get_share_of_year (BhOfficeTime *time, const BhPeriod *period)
{
  BhLocalTime last;
  gint64 begin, end;
  int year, months;

  g_return_val_if_fail (time != NULL && period != NULL, 0);

  months = bh_period_count_months (time, period);
  if (months > 0)
    return (double) months / MONTHS_PER_YEAR;

  bh_office_time_split (time, period->to - 1, &last);
  year = last.month / 100;
  begin = bh_office_time_join (time, year, 1, 1, 0, 0, 0);
  end = bh_office_time_join (time, year + 1, 1, 1, 0, 0, 0);

  return (double) (period->to - period->from) / (double) (end - begin);
}
