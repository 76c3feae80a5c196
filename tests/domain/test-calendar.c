/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-calendar.h"

#include "base/bh-clock.h"
#include "domain/bh-error.h"

#include <string.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)

/* What the State Council announced for the autumns of 2025 and 2026 and the turn of the year, the
 * first two of them as they are in product.md. */
static const struct
{
  int year;
  int day;
  gboolean off;
} announced[] = {
  { 2025, 20250928, FALSE }, { 2025, 20251001, TRUE },  { 2025, 20251002, TRUE },
  { 2025, 20251003, TRUE },  { 2025, 20251004, TRUE },  { 2025, 20251005, TRUE },
  { 2025, 20251006, TRUE },  { 2025, 20251007, TRUE },  { 2025, 20251008, TRUE },
  { 2025, 20251011, FALSE }, { 2026, 20260101, TRUE },  { 2026, 20260102, TRUE },
  { 2026, 20260103, TRUE },  { 2026, 20260104, FALSE },
};

typedef struct
{
  BhOfficeTime *time;
  BhCalendar *calendar;
} Fixture;

static Fixture
make (const char *zone, const char *hours)
{
  g_autoptr (GError) error = NULL;
  Fixture fixture = { bh_office_time_new (zone, &error), NULL };

  g_assert_no_error (error);
  fixture.calendar = bh_calendar_new_from_text (hours, &error);
  g_assert_no_error (error);

  return fixture;
}

static Fixture
make_chinese (void)
{
  Fixture fixture = make ("Asia/Shanghai", BH_OFFICE_HOURS_DEFAULT);
  g_autoptr (BhHolidayYear) first = bh_holiday_year_new (2025, "a paper");
  g_autoptr (BhHolidayYear) second = bh_holiday_year_new (2026, "another paper");

  for (guint i = 0; i < G_N_ELEMENTS (announced); i++)
    g_assert_true (bh_holiday_year_add (announced[i].year == 2025 ? first : second,
                                        announced[i].day, announced[i].off, "节", NULL));
  bh_calendar_set_year (fixture.calendar, second);
  bh_calendar_set_year (fixture.calendar, first);

  return fixture;
}

static void
clear (Fixture *fixture)
{
  bh_office_time_unref (fixture->time);
  g_object_unref (fixture->calendar);
}

static gint64
at (const Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 instant = bh_office_time_parse (fixture->time, text, &error);

  g_assert_no_error (error);

  return instant;
}

/* What is counted comes to @end, and counting back gives the same. */
static void
assert_add (const Fixture *fixture, const char *start, gint64 seconds, const char *end)
{
  gint64 from = at (fixture, start);
  gint64 to = bh_calendar_add (fixture->calendar, fixture->time, from, seconds);
  g_autofree char *found = bh_office_time_format_iso (fixture->time, to);
  g_autofree char *expected = bh_office_time_format_iso (fixture->time, at (fixture, end));

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpint (bh_calendar_count (fixture->calendar, fixture->time, from, to), ==, seconds);
}

static void
assert_explained (const Fixture *fixture, const char *start, gint64 seconds, const char *expected)
{
  g_autofree char *text
      = bh_calendar_explain (fixture->calendar, fixture->time, at (fixture, start), seconds);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_lunch_and_night (void)
{
  Fixture office = make_chinese ();

  /* inside one span, to its end, over lunch, from inside lunch */
  assert_add (&office, "2025-09-24 09:00", 2 * HOUR, "2025-09-24 11:00");
  assert_add (&office, "2025-09-24 09:00", 3 * HOUR, "2025-09-24 12:00");
  assert_add (&office, "2025-09-24 09:00", 3 * HOUR + 1, "2025-09-24 13:30:01");
  assert_add (&office, "2025-09-24 11:00", 4 * HOUR, "2025-09-24 16:30");
  assert_add (&office, "2025-09-24 12:20", 30 * MINUTE, "2025-09-24 14:00");
  /* the night: before the hours, after them, around midnight */
  assert_add (&office, "2025-09-24 07:00", 1 * HOUR, "2025-09-24 09:30");
  assert_add (&office, "2025-09-24 17:30", 30 * MINUTE, "2025-09-24 18:00");
  assert_add (&office, "2025-09-24 17:30", 31 * MINUTE, "2025-09-25 08:31");
  assert_add (&office, "2025-09-24 18:00", 1, "2025-09-25 08:30:01");
  assert_add (&office, "2025-09-24 23:59", 8 * HOUR, "2025-09-25 18:00");
  assert_add (&office, "2025-09-25 00:00", 8 * HOUR, "2025-09-25 18:00");
  assert_add (&office, "2025-09-24 20:00", 0, "2025-09-24 20:00");
  clear (&office);
}

static void
test_weekend (void)
{
  Fixture office = make_chinese ();

  assert_add (&office, "2025-09-19 17:00", 2 * HOUR, "2025-09-22 09:30");
  assert_add (&office, "2025-09-20 10:00", 8 * HOUR, "2025-09-22 18:00");
  /* 120 h are fifteen days of eight hours: three weeks of five */
  assert_add (&office, "2025-09-01 08:30", 120 * HOUR, "2025-09-19 18:00");
  assert_add (&office, "2025-09-01 08:31", 120 * HOUR, "2025-09-22 08:31");
  clear (&office);
}

static void
test_national_day (void)
{
  Fixture office = make_chinese ();

  assert_add (&office, "2025-09-30 16:10", 4 * HOUR, "2025-10-09 10:40");
  assert_add (&office, "2025-10-10 16:10", 4 * HOUR, "2025-10-11 10:40");
  /* Sunday 28 September is worked, with the hours of Monday; Sunday 12 October is not */
  assert_add (&office, "2025-09-26 17:00", 2 * HOUR, "2025-09-28 09:30");
  assert_add (&office, "2025-10-11 17:00", 2 * HOUR, "2025-10-13 09:30");
  assert_add (&office, "2025-10-04 12:00", 16 * HOUR, "2025-10-10 18:00");
  assert_add (&office, "2025-09-26 08:30", 48 * HOUR, "2025-10-10 18:00");

  g_assert_true (bh_calendar_is_working_day (office.calendar, 20250928));
  g_assert_false (bh_calendar_is_working_day (office.calendar, 20250927));
  g_assert_false (bh_calendar_is_working_day (office.calendar, 20251008));
  g_assert_true (bh_calendar_is_working_day (office.calendar, 20251009));
  g_assert_true (bh_calendar_is_working_day (office.calendar, 20251011));
  clear (&office);
}

static void
test_year_end (void)
{
  Fixture office = make_chinese ();

  /* 1 to 3 January are off, Sunday 4 January is worked */
  assert_add (&office, "2025-12-31 17:00", 2 * HOUR, "2026-01-04 09:30");
  assert_explained (&office, "2025-12-31 17:00", 2 * HOUR,
                    "1 h to 18:00, skipping 1 January 2026 - 3 January 2026, "
                    "Sunday 4 January 2026 is worked → 09:30");
  /* the end of 2026 is announced, what follows is not: weekdays count */
  assert_add (&office, "2026-12-31 17:00", 2 * HOUR, "2027-01-01 09:30");
  clear (&office);
}

/* What was left when a pause began goes on when it ends: 8 h wanted, 2 h run before the pause. */
static void
test_pause_over_holiday (void)
{
  Fixture office = make_chinese ();
  gint64 start = at (&office, "2025-09-30 09:00"), pause = at (&office, "2025-09-30 11:00");
  gint64 due = bh_calendar_add (office.calendar, office.time, start, 8 * HOUR);
  gint64 left = bh_calendar_count (office.calendar, office.time, pause, due);

  g_assert_cmpint (due, ==, at (&office, "2025-10-09 09:00"));
  g_assert_cmpint (left, ==, 6 * HOUR);
  /* it comes back in the middle of the holiday, on the first day after it, and on a Saturday */
  assert_add (&office, "2025-10-05 15:00", left, "2025-10-09 16:00");
  assert_add (&office, "2025-10-09 10:00", left, "2025-10-09 17:30");
  assert_add (&office, "2025-10-11 14:00", left, "2025-10-13 10:30");
  clear (&office);
}

static void
test_daylight_saving (void)
{
  Fixture day = make ("America/New_York", BH_OFFICE_HOURS_DEFAULT);
  Fixture night = make ("America/New_York", "mon-sun 00:00-06:00");
  Fixture edges = make ("America/New_York", "mon-sun 01:30-02:30");

  /* clocks go forward on Sunday 2026-03-08, back on 2026-11-01: the office's hours stay */
  assert_add (&day, "2026-03-06 17:00", 2 * HOUR, "2026-03-09T09:30:00-04:00");
  assert_add (&day, "2026-10-30 17:00", 2 * HOUR, "2026-11-02T09:30:00-05:00");
  /* the night of the change has five hours, or seven */
  assert_add (&night, "2026-03-08 00:00", 5 * HOUR, "2026-03-08T06:00:00-04:00");
  assert_add (&night, "2026-03-08 00:00", 5 * HOUR + 60, "2026-03-09T00:01:00-04:00");
  assert_add (&night, "2026-11-01 00:00", 7 * HOUR, "2026-11-01T06:00:00-05:00");
  assert_add (&night, "2026-11-01T00:00:00-04:00", 3 * HOUR, "2026-11-01T02:00:00-05:00");
  /* hours that begin before the gap and would end in it end with it; in the hour that comes twice
   * they begin with the first */
  assert_add (&edges, "2026-03-08 00:00", 30 * MINUTE, "2026-03-08T03:00:00-04:00");
  assert_add (&edges, "2026-03-08 00:00", 31 * MINUTE, "2026-03-09T01:31:00-04:00");
  assert_add (&edges, "2026-11-01 00:00", 2 * HOUR, "2026-11-01T02:30:00-05:00");
  clear (&day);
  clear (&night);
  clear (&edges);
}

static void
test_explained (void)
{
  Fixture office = make_chinese ();

  assert_explained (&office, "2025-09-30 16:10", 4 * HOUR,
                    "1 h 50 min to 18:00, skipping 1-8 October, 2 h 10 min on 9 October → 10:40");
  assert_explained (&office, "2025-10-10 16:10", 4 * HOUR,
                    "1 h 50 min to 18:00, Saturday 11 October is worked → 10:40");
  /* on one day: plainly, over lunch, from before the hours, from inside lunch */
  assert_explained (&office, "2025-09-24 09:00", 2 * HOUR, "2 h → 11:00");
  assert_explained (&office, "2025-09-24 11:00", 4 * HOUR, "4 h without 12:00-13:30 → 16:30");
  assert_explained (&office, "2025-09-24 07:00", 1 * HOUR, "1 h from 08:30 → 09:30");
  assert_explained (&office, "2025-09-24 12:20", 30 * MINUTE, "30 min from 13:30 → 14:00");
  assert_explained (&office, "2025-09-24 20:00", 4 * HOUR,
                    "4 h without 12:00-13:30 on 25 September → 14:00");
  assert_explained (&office, "2025-09-24 17:30", 30 * MINUTE, "30 min → 18:00");
  /* it begins on a day off, and on a Saturday that is worked */
  assert_explained (&office, "2025-10-04 12:00", 2 * HOUR,
                    "skipping 4-8 October, 2 h on 9 October → 10:30");
  assert_explained (&office, "2025-10-11 17:00", 2 * HOUR,
                    "Saturday 11 October is worked, 1 h to 18:00, skipping 12 October, 1 h on 13 "
                    "October → 09:30");
  /* days in between */
  assert_explained (&office, "2025-09-17 16:10", 24 * HOUR,
                    "1 h 50 min to 18:00, 16 h on 18-19 September, skipping 20-21 September, 6 h "
                    "10 min without 12:00-13:30 on 22 September → 16:10");
  assert_explained (&office, "2025-06-02 08:30", 240 * HOUR,
                    "8 h without 12:00-13:30 to 18:00, 224 h on 28 working days of 3 June - 10 "
                    "July, skipping 10 days, 8 h without 12:00-13:30 on 11 July → 18:00");
  /* seconds are not said, but the end is that of the clock */
  assert_explained (&office, "2025-09-30 16:10:30", 110 * MINUTE,
                    "1 h 50 min to 18:00, skipping 1-8 October, 0 min on 9 October → 08:30");
  assert_explained (&office, "2025-09-30 20:10", 0, "→ 20:10");
  clear (&office);
}

static void
test_missing_year (void)
{
  Fixture office = make_chinese ();
  BhCalendar *calendar = office.calendar;

  g_assert_cmpint (
      bh_calendar_get_missing_year (calendar, office.time, at (&office, "2026-10-31 23:59"), 0), ==,
      0);
  g_assert_cmpint (
      bh_calendar_get_missing_year (calendar, office.time, at (&office, "2026-11-01"), 0), ==,
      2027);
  /* in November 2025, the next year is there already */
  g_assert_cmpint (
      bh_calendar_get_missing_year (calendar, office.time, at (&office, "2025-11-20"), 0), ==, 0);
  /* something falls due in it */
  g_assert_cmpint (bh_calendar_get_missing_year (calendar, office.time, at (&office, "2026-05-01"),
                                                 at (&office, "2027-01-01")),
                   ==, 2027);
  g_assert_cmpint (bh_calendar_get_missing_year (calendar, office.time, at (&office, "2026-05-01"),
                                                 at (&office, "2026-12-31 23:59")),
                   ==, 0);
  g_assert_cmpint (
      bh_calendar_get_missing_year (calendar, office.time, at (&office, "2028-05-01"), 0), ==,
      2028);
  clear (&office);
}

/* The paper of 2023 speaks of the last day of 2022; that of 2022 comes later and knows it not. */
static void
test_years (void)
{
  Fixture office = make ("Asia/Shanghai", "mon-fri 09:00-17:00");
  g_autoptr (BhHolidayYear) later = bh_holiday_year_new (2023, NULL);
  g_autoptr (BhHolidayYear) earlier = bh_holiday_year_new (2022, "paper");
  g_autoptr (BhHolidayYear) again = bh_holiday_year_new (2023, "again");
  g_autoptr (GError) error = NULL;
  g_autoptr (BhCalendar) copy = NULL;

  g_assert_true (bh_holiday_year_add (later, 20230102, TRUE, "元旦", &error));
  g_assert_true (bh_holiday_year_add (later, 20221230, TRUE, "元旦", &error));
  g_assert_true (bh_holiday_year_add (earlier, 20221003, TRUE, "国庆节", &error));
  g_assert_true (bh_holiday_year_add (earlier, 20221230, FALSE, "", &error));
  bh_calendar_set_year (office.calendar, later);
  bh_calendar_set_year (office.calendar, earlier);

  g_assert_cmpuint (bh_calendar_list_years (office.calendar)->len, ==, 2);
  g_assert_cmpstr (bh_calendar_get_year (office.calendar, 2022)->source, ==, "paper");
  g_assert_cmpint (bh_calendar_get_year (office.calendar, 2023)->days->len, ==, 2);
  g_assert_false (bh_calendar_is_working_day (office.calendar, 20221230));
  g_assert_false (bh_calendar_is_working_day (office.calendar, 20221003));
  g_assert_cmpstr (bh_calendar_get_holiday (office.calendar, 20221003)->name, ==, "国庆节");
  g_assert_null (bh_calendar_get_holiday (office.calendar, 20221004));

  /* what is announced anew takes the place of the old; a copy keeps it */
  copy = bh_calendar_copy (office.calendar, NULL, &error);
  bh_calendar_set_year (office.calendar, again);
  g_assert_cmpuint (bh_calendar_list_years (office.calendar)->len, ==, 2);
  g_assert_true (bh_calendar_is_working_day (office.calendar, 20230102));
  g_assert_true (bh_calendar_is_working_day (office.calendar, 20221230));
  g_assert_false (bh_calendar_is_working_day (copy, 20230102));
  clear (&office);
}

static void
test_wrong_days (void)
{
  g_autoptr (BhHolidayYear) year = bh_holiday_year_new (2025, NULL);
  static const int wrong[] = { 20250229, 20251301, 20250100, 20241130, 20260201, 0, -5 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (bh_holiday_year_add (year, wrong[i], TRUE, "", &error));
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
      g_clear_error (&error);
    }
  g_assert_cmpuint (year->days->len, ==, 0);

  g_assert_true (bh_holiday_year_add (year, 20241231, TRUE, "元旦", &error));
  g_assert_true (bh_holiday_year_add (year, 20241231, TRUE, "元旦", &error));
  g_assert_false (bh_holiday_year_add (year, 20241231, FALSE, "", &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_cmpuint (year->days->len, ==, 1);
}

static void
test_without_hours (void)
{
  const BhOfficeHours none = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (bh_calendar_new (&none, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
}

/* One minute a week is the least; ten years of it end with the years that there are. */
static void
test_bounded (void)
{
  Fixture office = make ("Asia/Shanghai", "sun 23:59-24:00");
  gint64 end;

  assert_add (&office, "2026-03-02 09:00", 10 * MINUTE, "2026-05-11 00:00");
  end = bh_calendar_add (office.calendar, office.time, at (&office, "2026-03-02"),
                         G_GINT64_CONSTANT (3660) * 24 * HOUR);
  g_assert_cmpint (end, >, at (&office, "9999-12-01"));
  g_assert_cmpint (end, <=, at (&office, "9999-12-31 23:59:59"));
  clear (&office);
}

/* The reference: walks minute by minute through GLib's calendar, and knows of a day how far its
 * clock has come. */
#define DAYS 24
#define MINUTES (DAYS * 24 * 60)

static void
fill_reference (BhCalendar *calendar, GTimeZone *zone, gint64 first, guint8 *open)
{
  int today = 0, reached = 0;

  /* two days before, so that the first day is known from its midnight */
  for (gint64 minute = -2 * 24 * 60; minute < MINUTES; minute++)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (first + minute * 60);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
      int day = g_date_time_get_year (local) * 10000 + g_date_time_get_month (local) * 100
                + g_date_time_get_day_of_month (local);
      int clock = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
      const BhDayHours *hours
          = &bh_calendar_get_hours (calendar)->days[g_date_time_get_day_of_week (local) - 1];
      const BhHoliday *holiday = bh_calendar_get_holiday (calendar, day);

      if (day != today)
        reached = 0;
      today = day;
      reached = MAX (reached, clock);
      for (int i = 0; holiday != NULL && !holiday->off && hours->n_spans == 0 && i < 7; i++)
        hours = &bh_calendar_get_hours (calendar)->days[i];
      if (minute < 0)
        continue;
      open[minute] = 0;
      for (guint i = 0; (holiday == NULL || !holiday->off) && i < hours->n_spans; i++)
        open[minute] |= reached >= hours->spans[i].from && reached < hours->spans[i].to;
    }
}

static BhCalendar *
make_random_calendar (gint64 first)
{
  BhOfficeHours hours = { 0 };
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (first);
  g_autoptr (BhHolidayYear) year = NULL;
  BhCalendar *calendar;

  hours.days[0] = (BhDayHours){ 1, { { 60, 200 } } };
  for (int day = 0; day < 7; day++)
    {
      guint n = (guint) g_test_rand_int_range (0, BH_DAY_HOURS_MAX);
      int end = 0;

      for (guint i = 0; i < n && end < 1380; i++)
        {
          int from = end + g_test_rand_int_range (1, 120),
              to = from + g_test_rand_int_range (1, 400);

          end = MIN (to, 1440);
          if (from < end)
            hours.days[day].spans[i] = (BhHoursSpan){ from, end };
          hours.days[day].n_spans = from < end ? i + 1 : i;
        }
    }
  calendar = bh_calendar_new (&hours, NULL);

  year = bh_holiday_year_new (g_date_time_get_year (date), "");
  for (int i = 0; i < 8; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (date, g_test_rand_int_range (0, DAYS));

      bh_holiday_year_add (year,
                           g_date_time_get_year (day) * 10000 + g_date_time_get_month (day) * 100
                               + g_date_time_get_day_of_month (day),
                           g_test_rand_bit (), "", NULL);
    }
  bh_calendar_set_year (calendar, year);

  return calendar;
}

static void
check_against_reference (const Fixture *office, gint64 first, const guint8 *open)
{
  for (int i = 0; i < 200; i++)
    {
      int from = g_test_rand_int_range (0, MINUTES), to = g_test_rand_int_range (from, MINUTES);
      gint64 start = (first + from * 60) * BH_USEC_PER_SEC, end, minutes = 0;
      int last = from;

      for (int minute = from; minute < to; minute++)
        {
          minutes += open[minute];
          last = open[minute] ? minute + 1 : last;
        }
      g_assert_cmpint (bh_calendar_count (office->calendar, office->time, start,
                                          (first + to * 60) * BH_USEC_PER_SEC),
                       ==, minutes * 60);

      end = bh_calendar_add (office->calendar, office->time, start, minutes * 60);
      g_assert_cmpint (end, ==, (first + last * 60) * BH_USEC_PER_SEC);
    }
}

/* Odd seconds and microseconds: what is added is counted, and never outside the hours. */
static void
check_round_trip (const Fixture *office, gint64 first)
{
  for (int i = 0; i < 200; i++)
    {
      gint64 start = first * BH_USEC_PER_SEC
                     + g_test_rand_int_range (0, MINUTES * 60) * BH_USEC_PER_SEC
                     + g_test_rand_int_range (0, 1000000);
      gint64 seconds = g_test_rand_int_range (0, 300 * HOUR);
      gint64 end = bh_calendar_add (office->calendar, office->time, start, seconds);

      g_assert_cmpint (end, >=, start + seconds * BH_USEC_PER_SEC);
      g_assert_cmpint (bh_calendar_count (office->calendar, office->time, start, end), ==, seconds);
      if (seconds > 0)
        g_assert_cmpint (
            bh_calendar_count (office->calendar, office->time, start, end - BH_USEC_PER_SEC), ==,
            seconds - 1);
    }
}

static void
test_random (void)
{
  static const char *const zones[]
      = { "Asia/Shanghai",    "America/New_York",    "Asia/Kolkata", "Asia/Kathmandu",
          "Europe/Berlin",    "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns",
          "Pacific/Auckland", "America/Sao_Paulo",   "Africa/Cairo", "UTC" };
  /* turns of daylight saving of both halves of the earth; the day that Samoa left out; clocks put
   * back a minute after midnight; clocks put forward at midnight */
  static const char *const days[] = { "2026-03-01", "2026-10-20", "2026-03-22", "2026-09-20",
                                      "2011-12-20", "2007-10-28", "2018-10-28", "2025-12-20" };
  guint8 *open = g_malloc (MINUTES);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (guint j = 0; j < G_N_ELEMENTS (days); j++)
      {
        g_autoptr (BhOfficeTime) time = bh_office_time_new (zones[i], NULL);
        g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
        gint64 first = bh_office_time_parse (time, days[j], NULL) / BH_USEC_PER_SEC;
        g_autoptr (BhCalendar) calendar = make_random_calendar (first);
        const Fixture office = { time, calendar };

        g_test_message ("%s %s", zones[i], days[j]);
        fill_reference (calendar, zone, first, open);
        check_against_reference (&office, first, open);
        check_round_trip (&office, first);
      }
  g_free (open);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/lunch-and-night", test_lunch_and_night);
  g_test_add_func ("/calendar/weekend", test_weekend);
  g_test_add_func ("/calendar/national-day", test_national_day);
  g_test_add_func ("/calendar/year-end", test_year_end);
  g_test_add_func ("/calendar/pause-over-holiday", test_pause_over_holiday);
  g_test_add_func ("/calendar/daylight-saving", test_daylight_saving);
  g_test_add_func ("/calendar/explained", test_explained);
  g_test_add_func ("/calendar/missing-year", test_missing_year);
  g_test_add_func ("/calendar/years", test_years);
  g_test_add_func ("/calendar/wrong-days", test_wrong_days);
  g_test_add_func ("/calendar/without-hours", test_without_hours);
  g_test_add_func ("/calendar/bounded", test_bounded);
  g_test_add_func ("/calendar/random", test_random);

  return g_test_run ();
}
