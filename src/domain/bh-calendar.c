/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-calendar.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "domain/bh-calendar-private.h"
#include "domain/bh-error.h"
#include "domain/bh-office-time-private.h"

#define DAY (24 * 60 * 60)
#define JULIAN_1970 719163
#define LAST_DAY 2932896 /* 9999-12-31 */
#define ANNOUNCED_IN_MONTH 11

/* A day of the announced years. */
typedef struct
{
  gint64 number;            /* since 1970-01-01 */
  const BhHoliday *holiday; /* in the years */
} SpecialDay;

struct _BhCalendar
{
  GObject parent_instance;

  gint64 id;
  int version;
  gint64 valid_from;
  BhOfficeHours hours;
  BhDayHours extra; /* of a day that is worked though its weekday has no hours */
  GPtrArray *years; /* (owned) (element-type BhHolidayYear): in order */
  GArray *special;  /* (owned) (element-type SpecialDay): in order */
};

G_DEFINE_FINAL_TYPE (BhCalendar, bh_calendar, G_TYPE_OBJECT)

static const BhDayHours no_hours = { 0 };

static void
bh_calendar_finalize (GObject *object)
{
  BhCalendar *self = BH_CALENDAR (object);

  g_array_unref (self->special);
  g_ptr_array_unref (self->years);

  G_OBJECT_CLASS (bh_calendar_parent_class)->finalize (object);
}

static void
bh_calendar_class_init (BhCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_calendar_finalize;
}

static void
bh_calendar_init (BhCalendar *self)
{
  self->version = 1;
  self->years = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_holiday_year_free);
  self->special = g_array_new (FALSE, FALSE, sizeof (SpecialDay));
}

BhCalendar *
bh_calendar_new (const BhOfficeHours *hours, GError **error)
{
  int first = 0;
  BhCalendar *self;

  g_return_val_if_fail (hours != NULL, NULL);

  while (first < 7 && hours->days[first].n_spans == 0)
    first++;
  if (first == 7)
    {
      bh_domain_reject_input (
          error,
          _ ("A calendar needs office hours on one day of the week at least: without any, no "
             "deadline would ever come."));
      return NULL;
    }

  self = g_object_new (BH_TYPE_CALENDAR, NULL);
  self->hours = *hours;
  self->extra = hours->days[first];

  return self;
}

BhCalendar *
bh_calendar_new_from_text (const char *hours, GError **error)
{
  BhOfficeHours parsed;

  g_return_val_if_fail (hours != NULL, NULL);

  return bh_office_hours_parse (hours, &parsed, error) ? bh_calendar_new (&parsed, error) : NULL;
}

BhCalendar *
bh_calendar_copy (BhCalendar *self, const BhOfficeHours *hours, GError **error)
{
  BhCalendar *copy;

  g_return_val_if_fail (BH_IS_CALENDAR (self), NULL);

  copy = bh_calendar_new (hours != NULL ? hours : &self->hours, error);
  for (guint i = 0; copy != NULL && i < self->years->len; i++)
    bh_calendar_set_year (copy, g_ptr_array_index (self->years, i));

  return copy;
}

void
bh_calendar_set_version (BhCalendar *self, gint64 id, int version, gint64 valid_from)
{
  g_return_if_fail (BH_IS_CALENDAR (self));

  self->id = id;
  self->version = version;
  self->valid_from = valid_from;
}

static gint64
get_number (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                  (GDateYear) (day / 10000));

  return (gint64) g_date_get_julian (&date) - JULIAN_1970;
}

/* Where the day stands, or would stand. */
static guint
find_special (BhCalendar *self, gint64 number)
{
  guint from = 0, to = self->special->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (self->special, SpecialDay, middle).number < number)
        from = middle + 1;
      else
        to = middle;
    }

  return from;
}

static const BhHoliday *
get_special (BhCalendar *self, gint64 number)
{
  guint at = find_special (self, number);

  if (at == self->special->len || g_array_index (self->special, SpecialDay, at).number != number)
    return NULL;

  return g_array_index (self->special, SpecialDay, at).holiday;
}

/* The years are in order, so the later one stays. */
static void
index_days (BhCalendar *self)
{
  g_array_set_size (self->special, 0);
  for (guint i = 0; i < self->years->len; i++)
    {
      const BhHolidayYear *year = g_ptr_array_index (self->years, i);

      for (guint j = 0; j < year->days->len; j++)
        {
          const BhHoliday *holiday = &g_array_index (year->days, BhHoliday, j);
          SpecialDay special = { get_number (holiday->day), holiday };
          guint at = find_special (self, special.number);

          if (get_special (self, special.number) != NULL)
            g_array_remove_index (self->special, at);
          g_array_insert_val (self->special, at, special);
        }
    }
}

void
bh_calendar_set_year (BhCalendar *self, const BhHolidayYear *year)
{
  guint at = 0;

  g_return_if_fail (BH_IS_CALENDAR (self) && year != NULL);

  while (at < self->years->len
         && ((BhHolidayYear *) g_ptr_array_index (self->years, at))->year < year->year)
    at++;
  if (bh_calendar_get_year (self, year->year) != NULL)
    g_ptr_array_remove_index (self->years, at);
  g_ptr_array_insert (self->years, (int) at, bh_holiday_year_copy (year));
  index_days (self);
}

gboolean
bh_calendar_is_same (BhCalendar *self, BhCalendar *other)
{
  g_return_val_if_fail (BH_IS_CALENDAR (self) && BH_IS_CALENDAR (other), FALSE);

  if (self->years->len != other->years->len)
    return FALSE;

  for (guint i = 0; i < 7; i++)
    if (!bh_day_hours_is_equal (&self->hours.days[i], &other->hours.days[i]))
      return FALSE;

  for (guint i = 0; i < self->years->len; i++)
    if (!bh_holiday_year_is_same (g_ptr_array_index (self->years, i),
                                  g_ptr_array_index (other->years, i)))
      return FALSE;

  return TRUE;
}

gint64
bh_calendar_get_id (BhCalendar *self)
{
  g_return_val_if_fail (BH_IS_CALENDAR (self), 0);

  return self->id;
}

int
bh_calendar_get_version (BhCalendar *self)
{
  g_return_val_if_fail (BH_IS_CALENDAR (self), 0);

  return self->version;
}

gint64
bh_calendar_get_valid_from (BhCalendar *self)
{
  g_return_val_if_fail (BH_IS_CALENDAR (self), 0);

  return self->valid_from;
}

const BhOfficeHours *
bh_calendar_get_hours (BhCalendar *self)
{
  g_return_val_if_fail (BH_IS_CALENDAR (self), NULL);

  return &self->hours;
}

GPtrArray *
bh_calendar_list_years (BhCalendar *self)
{
  g_return_val_if_fail (BH_IS_CALENDAR (self), NULL);

  return self->years;
}

const BhHolidayYear *
bh_calendar_get_year (BhCalendar *self, int year)
{
  g_return_val_if_fail (BH_IS_CALENDAR (self), NULL);

  for (guint i = 0; i < self->years->len; i++)
    {
      const BhHolidayYear *announced = g_ptr_array_index (self->years, i);

      if (announced->year == year)
        return announced;
    }

  return NULL;
}

const BhHoliday *
bh_calendar_get_holiday (BhCalendar *self, int day)
{
  g_return_val_if_fail (BH_IS_CALENDAR (self), NULL);

  return get_special (self, get_number (day));
}

/* @number 0 is Thursday, 1970-01-01. */
static const BhDayHours *
get_weekday_hours (BhCalendar *self, gint64 number)
{
  return &self->hours.days[number + 3 - bh_divide_down (number + 3, 7) * 7];
}

static const BhDayHours *
get_hours (BhCalendar *self, gint64 number)
{
  const BhDayHours *hours = get_weekday_hours (self, number);
  const BhHoliday *holiday = get_special (self, number);

  if (holiday == NULL)
    return hours;
  if (holiday->off)
    return &no_hours;

  return hours->n_spans > 0 ? hours : &self->extra;
}

gboolean
bh_calendar_is_extra_day (BhCalendar *self, gint64 number)
{
  return get_weekday_hours (self, number)->n_spans == 0 && get_hours (self, number)->n_spans > 0;
}

const BhDayHours *
bh_calendar_get_day_hours (BhCalendar *self, int day)
{
  g_return_val_if_fail (BH_IS_CALENDAR (self), NULL);

  return get_hours (self, get_number (day));
}

gboolean
bh_calendar_is_working_day (BhCalendar *self, int day)
{
  return bh_calendar_get_day_hours (self, day)->n_spans > 0;
}

gint64
bh_calendar_get_day_number (BhOfficeTime *time, gint64 instant)
{
  gint64 second = bh_divide_down (instant, BH_USEC_PER_SEC);

  return MIN (bh_divide_down (second + bh_office_time_get_offset (time, second), DAY), LAST_DAY);
}

void
bh_calendar_split_day (gint64 number, BhLocalTime *local)
{
  bh_local_time_split (number * DAY, local);
}

/* The first second at which the clocks show @local or more, on a day on which they may be put
 * forward or back. */
static gint64
find_edge (BhOfficeTime *time, gint64 local)
{
  gint64 found = bh_office_time_from_local (time, local * BH_USEC_PER_SEC) / BH_USEC_PER_SEC;
  gint64 skipped = found + bh_office_time_get_offset (time, found) - local;
  gint64 from = found - skipped;

  /* In a gap, the second at which the clocks were put forward. */
  while (skipped > 0 && from < found)
    {
      gint64 middle = bh_divide_down (from + found, 2);

      if (middle + bh_office_time_get_offset (time, middle) >= local)
        found = middle;
      else
        from = middle + 1;
    }

  return found;
}

guint
bh_calendar_fill_day (BhCalendar *self,
                      BhOfficeTime *time,
                      gint64 number,
                      BhPeriod periods[BH_DAY_HOURS_MAX])
{
  const BhDayHours *hours = get_hours (self, number);
  gint64 start = number * DAY, offset;
  gboolean plain;

  if (hours->n_spans == 0)
    return 0;

  /* No zone is a day away from UTC, so this looks before and behind the whole day. */
  offset = bh_office_time_get_offset (time, start - DAY);
  plain = bh_office_time_get_offset (time, start + 2 * DAY) == offset;
  for (guint i = 0; i < hours->n_spans; i++)
    {
      gint64 from = start + hours->spans[i].from * 60, to = start + hours->spans[i].to * 60;

      periods[i].from = (plain ? from - offset : find_edge (time, from)) * BH_USEC_PER_SEC;
      periods[i].to = (plain ? to - offset : find_edge (time, to)) * BH_USEC_PER_SEC;
    }

  return hours->n_spans;
}

gint64
bh_calendar_add (BhCalendar *self, BhOfficeTime *time, gint64 start, gint64 seconds)
{
  BhPeriod periods[BH_DAY_HOURS_MAX];
  gint64 left = seconds * BH_USEC_PER_SEC, last = start;

  g_return_val_if_fail (BH_IS_CALENDAR (self) && time != NULL, start);
  g_return_val_if_fail (seconds >= 0, start);

  /* Every week has hours, but for the announced days, which are few. */
  for (gint64 day = bh_calendar_get_day_number (time, start); left > 0 && day <= LAST_DAY; day++)
    {
      guint n = bh_calendar_fill_day (self, time, day, periods);

      for (guint i = 0; i < n && left > 0; i++)
        {
          gint64 from = MAX (periods[i].from, start);

          if (from >= periods[i].to)
            continue;
          last = MIN (periods[i].to, from + left);
          left -= last - from;
        }
    }

  return last;
}

gint64
bh_calendar_count (BhCalendar *self, BhOfficeTime *time, gint64 from, gint64 to)
{
  BhPeriod periods[BH_DAY_HOURS_MAX];
  gint64 sum = 0, last;

  g_return_val_if_fail (BH_IS_CALENDAR (self) && time != NULL, 0);

  if (to <= from)
    return 0;

  /* Clocks that are put back at midnight show the day before once more. */
  last = bh_calendar_get_day_number (time, to) + 1;
  for (gint64 day = bh_calendar_get_day_number (time, from); day <= last; day++)
    {
      guint n = bh_calendar_fill_day (self, time, day, periods);

      for (guint i = 0; i < n; i++)
        sum += MAX (MIN (periods[i].to, to) - MAX (periods[i].from, from), 0);
    }

  return sum / BH_USEC_PER_SEC;
}

int
bh_calendar_get_missing_year (BhCalendar *self, BhOfficeTime *time, gint64 now, gint64 until)
{
  BhLocalTime today, end;
  int last;

  g_return_val_if_fail (BH_IS_CALENDAR (self) && time != NULL, 0);

  bh_office_time_split (time, now, &today);
  bh_office_time_split (time, MAX (now, until), &end);
  last = today.month / 100 + (today.month % 100 >= ANNOUNCED_IN_MONTH ? 1 : 0);
  last = MAX (last, end.month / 100);
  for (int year = today.month / 100; year <= last; year++)
    if (bh_calendar_get_year (self, year) == NULL)
      return year;

  return 0;
}
