/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-span.h"

#define MONTHS_OF_YEAR 12
#define MONTHS_OF_QUARTER 3
#define USUAL_DAYS 30

/* How many months a span of each unit has; 0: any days. */
static const int months_of[BH_N_SPAN_UNITS] = { 1, MONTHS_OF_QUARTER, MONTHS_OF_YEAR, 0 };

static const char *const codes[BH_N_SPAN_UNITS][3] = {
  [BH_SPAN_MONTH] = { "this-month", "last-month", "month" },
  [BH_SPAN_QUARTER] = { "this-quarter", "last-quarter", "quarter" },
  [BH_SPAN_YEAR] = { "this-year", "last-year", "year" },
  [BH_SPAN_FREE] = { "free", "free", "free" },
};

static gboolean
read_day (int day, GDate *date)
{
  g_date_clear (date, 1);
  if (day <= 0
      || !g_date_valid_dmy ((GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                            (GDateYear) (day / 10000)))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                  (GDateYear) (day / 10000));

  return TRUE;
}

static int
get_day (const GDate *date)
{
  return g_date_get_year (date) * 10000 + (int) g_date_get_month (date) * 100
         + g_date_get_day (date);
}

static int
add_days (int day, int n)
{
  GDate date;

  if (!read_day (day, &date))
    return day;
  if (n >= 0)
    g_date_add_days (&date, (guint) n);
  else if (g_date_get_julian (&date) > (guint32) -n)
    g_date_subtract_days (&date, (guint) -n);

  return get_day (&date);
}

static int
count_days (int first, int last)
{
  GDate from, to;

  if (!read_day (first, &from) || !read_day (last, &to))
    return 0;

  return g_date_days_between (&from, &to) + 1;
}

/* @month: year * 100 + month */
static BhSpan
create_months (BhSpanUnit unit, int month, int n_months)
{
  int after = bh_month_shift (month, n_months) * 100 + 1;

  return (BhSpan){ unit, month * 100 + 1, add_days (after, -1) };
}

BhSpan
bh_span_at (BhSpanUnit unit, int day)
{
  int month = day / 100;
  int n = months_of[unit];

  if (n == 0)
    return (BhSpan){ unit, day, day };

  return create_months (unit, bh_month_shift (month, -((month % 100 - 1) % n)), n);
}

gboolean
bh_span_of_days (int first, int last, BhSpan *span)
{
  GDate date;

  g_return_val_if_fail (span != NULL, FALSE);

  if (!read_day (first, &date) || !read_day (last, &date) || first > last)
    return FALSE;
  *span = (BhSpan){ BH_SPAN_FREE, first, last };

  return TRUE;
}

/* Of how many whole months it is made, 0 where it is not. */
static int
count_months (const BhSpan *self)
{
  int after = add_days (self->last, 1);

  return self->first % 100 == 1 && after % 100 == 1
             ? bh_month_count (self->first / 100, after / 100)
             : 0;
}

BhSpan
bh_span_moved (const BhSpan *self, int n)
{
  int n_months, n_days;

  g_return_val_if_fail (self != NULL, bh_span_at (BH_SPAN_MONTH, 20000101));

  n_months = count_months (self);
  if (n_months > 0)
    return create_months (self->unit, bh_month_shift (self->first / 100, n * n_months), n_months);

  n_days = count_days (self->first, self->last) * n;

  return (BhSpan){ self->unit, add_days (self->first, n_days), add_days (self->last, n_days) };
}

gboolean
bh_span_equal (const BhSpan *a, const BhSpan *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->unit == b->unit && a->first == b->first && a->last == b->last;
}

BhPeriod
bh_span_get_period (const BhSpan *self, BhOfficeTime *time)
{
  BhPeriod first = { 0 }, last = { 0 };
  gboolean known;

  g_return_val_if_fail (self != NULL && time != NULL, first);

  known = bh_office_time_get_day (time, self->first, &first)
          && bh_office_time_get_day (time, self->last, &last);
  g_assert (known);

  return (BhPeriod){ first.from, last.to };
}

gboolean
bh_span_find (const char *code, int today, BhSpan *span)
{
  g_return_val_if_fail (span != NULL, FALSE);

  if (g_strcmp0 (code, "free") == 0)
    return bh_span_of_days (add_days (today, 1 - USUAL_DAYS), today, span);
  for (BhSpanUnit unit = BH_SPAN_MONTH; unit < BH_SPAN_FREE; unit++)
    for (guint i = 0; i < G_N_ELEMENTS (codes[unit]); i++)
      if (g_strcmp0 (code, codes[unit][i]) == 0)
        {
          *span = bh_span_at (unit, today);
          if (i == 1)
            *span = bh_span_moved (span, -1);
          return TRUE;
        }

  return FALSE;
}

const char *
bh_span_get_code (const BhSpan *self, int today)
{
  BhSpan present, last;

  g_return_val_if_fail (self != NULL, NULL);

  present = bh_span_at (self->unit, today);
  last = bh_span_moved (&present, -1);
  if (bh_span_equal (self, &present))
    return codes[self->unit][0];

  return codes[self->unit][bh_span_equal (self, &last) ? 1 : 2];
}
