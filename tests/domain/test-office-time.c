/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-office-time.h"

#include "base/bh-clock.h"
#include "domain/bh-error.h"

#define HOUR (3600 * BH_USEC_PER_SEC)

static BhOfficeTime *
make_time (const char *zone)
{
  g_autoptr (GError) error = NULL;
  BhOfficeTime *time = bh_office_time_new (zone, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (bh_office_time_get_zone (time), ==, zone);

  return time;
}

/* An instant written in UTC. */
static gint64
utc (int year, int month, int day, int hour, int minute)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, hour, minute, 0);

  return g_date_time_to_unix (date) * BH_USEC_PER_SEC;
}

static void
test_zones (void)
{
  static const char *const wrong[] = { "", "Mars/Olympus", "Asia", "not a zone" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bh_office_time_new (wrong[i], &error));
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
    }
}

static void
test_shanghai (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");
  BhLocalTime local;

  bh_office_time_split (time, utc (2026, 11, 3, 8, 40) + 59 * BH_USEC_PER_SEC + 999999, &local);
  g_assert_cmpint (local.day, ==, 20261103);
  g_assert_cmpint (local.month, ==, 202611);
  g_assert_cmpint (local.weekday, ==, 2);
  g_assert_cmpint (local.hour, ==, 16);
  g_assert_cmpint (local.minute, ==, 40);
  g_assert_cmpint (local.second, ==, 59);

  /* midnight belongs to the new day, the microsecond before to the old one */
  bh_office_time_split (time, utc (2025, 12, 31, 16, 0), &local);
  g_assert_cmpint (local.day, ==, 20260101);
  bh_office_time_split (time, utc (2025, 12, 31, 16, 0) - 1, &local);
  g_assert_cmpint (local.day, ==, 20251231);
  g_assert_cmpint (local.second, ==, 59);

  g_assert_cmpint (bh_office_time_join (time, 2026, 11, 3, 16, 40, 1.25), ==,
                   utc (2026, 11, 3, 8, 40) + 1250000);
}

static void
test_clocks_put_back (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("America/New_York");

  /* 2011-11-06 01:30 occurs at 05:30 and at 06:30 UTC */
  g_assert_cmpint (bh_office_time_join (time, 2011, 11, 6, 0, 59, 0), ==, utc (2011, 11, 6, 4, 59));
  g_assert_cmpint (bh_office_time_join (time, 2011, 11, 6, 1, 0, 0), ==, utc (2011, 11, 6, 5, 0));
  g_assert_cmpint (bh_office_time_join (time, 2011, 11, 6, 1, 30, 0), ==, utc (2011, 11, 6, 5, 30));
  g_assert_cmpint (bh_office_time_join (time, 2011, 11, 6, 1, 59, 59), ==,
                   utc (2011, 11, 6, 5, 59) + 59 * BH_USEC_PER_SEC);
  g_assert_cmpint (bh_office_time_join (time, 2011, 11, 6, 2, 0, 0), ==, utc (2011, 11, 6, 7, 0));
}

static void
test_clocks_put_forward (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("America/New_York");
  BhLocalTime local;

  /* 2011-03-13 has no 02:00 to 03:00; 02:30 is half an hour after the gap began */
  g_assert_cmpint (bh_office_time_join (time, 2011, 3, 13, 1, 59, 0), ==, utc (2011, 3, 13, 6, 59));
  g_assert_cmpint (bh_office_time_join (time, 2011, 3, 13, 2, 0, 0), ==, utc (2011, 3, 13, 7, 0));
  g_assert_cmpint (bh_office_time_join (time, 2011, 3, 13, 2, 30, 0), ==, utc (2011, 3, 13, 7, 30));
  g_assert_cmpint (bh_office_time_join (time, 2011, 3, 13, 3, 0, 0), ==, utc (2011, 3, 13, 7, 0));

  bh_office_time_split (time, utc (2011, 3, 13, 7, 0) - 1, &local);
  g_assert_cmpint (local.hour, ==, 1);
  bh_office_time_split (time, utc (2011, 3, 13, 7, 0), &local);
  g_assert_cmpint (local.hour, ==, 3);
}

static void
assert_as_glib (BhOfficeTime *time, GTimeZone *zone, gint64 instant)
{
  g_autoptr (GDateTime) there = g_date_time_new_from_unix_utc (instant / BH_USEC_PER_SEC);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (there, zone);
  BhLocalTime local;
  gint64 joined;

  bh_office_time_split (time, instant, &local);
  g_assert_cmpint (local.day, ==,
                   g_date_time_get_year (here) * 10000 + g_date_time_get_month (here) * 100
                       + g_date_time_get_day_of_month (here));
  g_assert_cmpint (local.month, ==, local.day / 100);
  g_assert_cmpint (local.weekday, ==, g_date_time_get_day_of_week (here));
  g_assert_cmpint (local.hour, ==, g_date_time_get_hour (here));
  g_assert_cmpint (local.minute, ==, g_date_time_get_minute (here));
  g_assert_cmpint (local.second, ==, g_date_time_get_second (here));

  /* Back again: the same instant, or the first of two. */
  joined = bh_office_time_join (time, local.day / 10000, local.day / 100 % 100, local.day % 100,
                                local.hour, local.minute, local.second);
  if (joined != instant)
    {
      BhLocalTime twin;

      g_assert_cmpint (joined, <, instant);
      bh_office_time_split (time, joined, &twin);
      g_assert_cmpmem (&twin, sizeof twin, &local, sizeof local);
    }
}

static void
test_as_glib (void)
{
  static const char *const zones[]
      = { "Asia/Shanghai",     "America/New_York",  "Europe/London", "Australia/Lord_Howe",
          "Africa/Monrovia",   "America/Sao_Paulo", "Pacific/Apia",  "Asia/Kathmandu",
          "Africa/Casablanca", "America/St_Johns" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (BhOfficeTime) time = make_time (zones[i]);
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      int changes = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL,
                                               utc (2040, 1, 1, 0, 0) / BH_USEC_PER_SEC);

      for (int n = 0; n < 1500; n++)
        {
          gint64 second = (gint64) (g_rand_double (rand) * 70 * 365.25 * 86400);

          assert_as_glib (time, zone, second * BH_USEC_PER_SEC);
        }
      g_assert_cmpint (changes, >, 0);
    }
}

/* Every second of the hours around a change, in a zone that changes by half an hour. */
static void
test_around_a_change (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("Australia/Lord_Howe");
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Australia/Lord_Howe");

  for (int second = -7200; second < 7200; second += 7)
    {
      assert_as_glib (time, zone, utc (2024, 4, 6, 15, 0) + second * BH_USEC_PER_SEC);
      assert_as_glib (time, zone, utc (2024, 10, 5, 15, 30) + second * BH_USEC_PER_SEC);
    }
}

static void
test_wrong_dates (void)
{
  static const struct
  {
    int year, month, day, hour, minute;
    double seconds;
  } wrong[] = {
    { 2011, 2, 30, 0, 0, 0 }, { 2011, 2, 29, 0, 0, 0 }, { 1900, 2, 29, 0, 0, 0 },
    { 2011, 0, 1, 0, 0, 0 },  { 2011, 13, 1, 0, 0, 0 }, { 2011, 1, 0, 0, 0, 0 },
    { 2011, 1, 32, 0, 0, 0 }, { 2011, 4, 31, 0, 0, 0 }, { 0, 1, 1, 0, 0, 0 },
    { 10000, 1, 1, 0, 0, 0 }, { 2011, 1, 1, 24, 0, 0 }, { 2011, 1, 1, -1, 0, 0 },
    { 2011, 1, 1, 0, 60, 0 }, { 2011, 1, 1, 0, -1, 0 }, { 2011, 1, 1, 0, 0, 60 },
    { 2011, 1, 1, 0, 0, -1 }, { 2011, -1, 1, 0, 0, 0 }, { 67547, 1, 1, 0, 0, 0 },
  };
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (bh_office_time_join (time, wrong[i].year, wrong[i].month, wrong[i].day,
                                          wrong[i].hour, wrong[i].minute, wrong[i].seconds),
                     ==, -1);
  g_assert_cmpint (bh_office_time_join (time, 2012, 2, 29, 23, 59, 59.5), !=, -1);
}

static void
test_periods (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("America/New_York");
  BhPeriod period, next;

  g_assert_true (bh_office_time_get_month (time, 201111, &period));
  g_assert_cmpint (period.from, ==, utc (2011, 11, 1, 4, 0));
  g_assert_cmpint (period.to, ==, utc (2011, 12, 1, 5, 0));
  g_assert_true (bh_office_time_get_month (time, 201112, &next));
  g_assert_cmpint (period.to, ==, next.from);
  g_assert_cmpint (next.to, ==, utc (2012, 1, 1, 5, 0));

  g_assert_true (bh_office_time_get_day (time, 20111106, &period));
  g_assert_cmpint (period.to - period.from, ==, 25 * HOUR);
  g_assert_true (bh_office_time_get_day (time, 20110313, &period));
  g_assert_cmpint (period.to - period.from, ==, 23 * HOUR);
  g_assert_true (bh_office_time_get_day (time, 20120229, &period));
  g_assert_cmpint (period.to - period.from, ==, 24 * HOUR);

  g_assert_false (bh_office_time_get_month (time, 201113, &period));
  g_assert_false (bh_office_time_get_month (time, 201100, &period));
  g_assert_false (bh_office_time_get_month (time, 0, &period));
  g_assert_false (bh_office_time_get_day (time, 20110229, &period));
  g_assert_false (bh_office_time_get_day (time, -20110228, &period));
}

/* Where the clocks change at midnight, the day begins with what comes first. */
static void
test_midnight_changes (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("America/Sao_Paulo");
  BhPeriod period;

  g_assert_true (bh_office_time_get_day (time, 20181104, &period));
  g_assert_cmpint (period.from, ==, utc (2018, 11, 4, 3, 0));
  g_assert_cmpint (period.to, ==, utc (2018, 11, 5, 2, 0));
  g_assert_true (bh_office_time_get_day (time, 20180217, &period));
  g_assert_cmpint (period.to - period.from, ==, 25 * HOUR);
}

static void
assert_iso (BhOfficeTime *time, gint64 instant, const char *expected)
{
  g_autofree char *text = bh_office_time_format_iso (time, instant);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpint (bh_office_time_parse (time, text, &error), ==, instant);
  g_assert_no_error (error);
}

static void
test_format_iso (void)
{
  g_autoptr (BhOfficeTime) shanghai = make_time ("Asia/Shanghai");
  g_autoptr (BhOfficeTime) new_york = make_time ("America/New_York");
  g_autoptr (BhOfficeTime) johns = make_time ("America/St_Johns");
  g_autoptr (BhOfficeTime) monrovia = make_time ("Africa/Monrovia");

  assert_iso (shanghai, utc (2026, 11, 3, 8, 40), "2026-11-03T16:40:00+08:00");
  assert_iso (shanghai, utc (2026, 11, 3, 8, 40) + 1500, "2026-11-03T16:40:00.001500+08:00");
  assert_iso (new_york, utc (2011, 11, 6, 5, 30), "2011-11-06T01:30:00-04:00");
  assert_iso (new_york, utc (2011, 11, 6, 6, 30), "2011-11-06T01:30:00-05:00");
  assert_iso (johns, utc (2026, 1, 1, 12, 0), "2026-01-01T08:30:00-03:30");
  assert_iso (monrovia, utc (1971, 1, 1, 12, 0), "1971-01-01T12:00:00Z");
  assert_iso (shanghai, utc (1960, 1, 1, 0, 0) - 1, "1960-01-01T07:59:59.999999+08:00");
  g_assert_null (bh_office_time_format_iso (shanghai, 0));
}

static void
test_format (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");
  g_autofree char *text = bh_office_time_format (time, utc (2026, 1, 3, 8, 5));
  g_autofree char *none = bh_office_time_format (time, 0);
  g_autofree char *least = bh_office_time_format (time, G_MININT64);
  g_autofree char *most = bh_office_time_format (time, G_MAXINT64);

  g_assert_cmpstr (text, ==, "2026-01-03 16:05");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (g_str_has_prefix (least, "0001-01-01"));
  g_assert_true (g_str_has_prefix (most, "10000-01-01") || g_str_has_prefix (most, "9999-12-31"));
}

static void
assert_near (BhOfficeTime *time, gint64 instant, const char *expected)
{
  g_autofree char *text
      = bh_office_time_format_near (time, instant, utc (2026, 11, 3, 8, 40)); /* 16:40 */

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format_near (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");
  const gint64 now = utc (2026, 11, 3, 8, 40);

  assert_near (time, 0, "");
  assert_near (time, now, "just now");
  assert_near (time, now - 59 * BH_USEC_PER_SEC, "just now");
  assert_near (time, now - 60 * BH_USEC_PER_SEC, "16:39");
  assert_near (time, now + 1, "16:40");
  assert_near (time, utc (2026, 11, 3, 2, 2), "10:02");
  assert_near (time, utc (2026, 11, 2, 16, 0), "00:00");
  assert_near (time, utc (2026, 11, 2, 15, 59), "yesterday 23:59");
  assert_near (time, utc (2026, 11, 1, 16, 0), "yesterday 00:00");
  assert_near (time, utc (2026, 11, 1, 15, 59), "11-01");
  assert_near (time, utc (2026, 11, 4, 8, 0), "11-04");
  assert_near (time, utc (2025, 11, 3, 8, 0), "2025-11-03");
  assert_near (time, utc (2027, 1, 1, 8, 0), "2027-01-01");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *iso;
  } good[] = {
    { "2026-11-03", "2026-11-03T00:00:00+08:00" },
    { " 2026-11-03 16:40 ", "2026-11-03T16:40:00+08:00" },
    { "2026-11-03T16:40", "2026-11-03T16:40:00+08:00" },
    { "2026-11-03 16:40:59", "2026-11-03T16:40:59+08:00" },
    { "2026-11-03T08:40:59.5Z", "2026-11-03T16:40:59.500000+08:00" },
    { "2026-11-03T08:40:00z", "2026-11-03T16:40:00+08:00" },
    { "2026-11-03T03:40:00-05:00", "2026-11-03T16:40:00+08:00" },
    { "2026-11-03 14:10+05:30", "2026-11-03T16:40:00+08:00" },
  };
  static const char *const wrong[] = { "",
                                       "today",
                                       "2026",
                                       "2026-11",
                                       "2026-1-3",
                                       "26-11-03",
                                       "2026-02-30",
                                       "2026-11-03 24:00",
                                       "2026-11-03 16",
                                       "2026-11-03 16:",
                                       "2026-11-03 16:4",
                                       "2026-11-03 16:40:",
                                       "2026-11-03 16:40:60",
                                       "2026-11-03 16:40:00.",
                                       "2026-11-03Z",
                                       "2026-11-03T16:40:00+8",
                                       "2026-11-03T16:40:00+0800",
                                       "2026-11-03T16:40:00+24:00",
                                       "2026-11-03T16:40:00Zulu",
                                       "2026-11-03x16:40",
                                       "2026-11-03 16:40 PM",
                                       "-026-11-03",
                                       "0000-11-03",
                                       "2026年11月3日" };
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      gint64 instant = bh_office_time_parse (time, good[i].text, &error);

      g_assert_no_error (error);
      iso = bh_office_time_format_iso (time, instant);
      g_assert_cmpstr (iso, ==, good[i].iso);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bh_office_time_parse (time, wrong[i], &error), ==, -1);
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
    }
}

/* Periods may begin before 1970, tickets not: 0 would be no time, and -1 an error without words. */
static void
test_parse_event (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");
  static const char *const wrong[] = { "1960-01-01", "1970-01-01 08:00", "1970-01-01", "today" };

  g_assert_cmpint (bh_office_time_parse (time, "1960-01-01", NULL), <, -1);
  g_assert_cmpint (bh_office_time_parse_event (time, "1970-01-01 08:01", NULL), ==,
                   60 * BH_USEC_PER_SEC);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (bh_office_time_parse_event (time, wrong[i], &error), ==, -1);
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, wrong[i]));
    }
}

/* The cache must not mix up zones, nor one that is gone with one that takes its memory. */
static void
test_many_zones (void)
{
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (BhOfficeTime) time = make_time (i % 2 == 0 ? "Asia/Shanghai" : "Asia/Tokyo");
      g_autoptr (BhOfficeTime) other = make_time ("Europe/London");
      BhLocalTime local;

      bh_office_time_split (time, utc (2026, 7, 1, 0, 0), &local);
      g_assert_cmpint (local.hour, ==, i % 2 == 0 ? 8 : 9);
      bh_office_time_split (other, utc (2026, 7, 1, 0, 0), &local);
      g_assert_cmpint (local.hour, ==, 1);
    }
}

static gpointer
split_many (gpointer data)
{
  BhOfficeTime *time = data;
  gint64 sum = 0;
  BhLocalTime local;

  for (int i = 0; i < 20000; i++)
    {
      bh_office_time_split (time, utc (2020, 1, 1, 0, 0) + i * 7 * HOUR, &local);
      sum += local.day + local.hour;
    }

  return g_memdup2 (&sum, sizeof sum);
}

static void
test_threads (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("America/New_York");
  g_autofree gint64 *expected = split_many (time);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("split", split_many, time);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree gint64 *sum = g_thread_join (threads[i]);

      g_assert_cmpint (*sum, ==, *expected);
    }
}

static void
test_speed (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("America/New_York");
  const gint64 start = utc (2026, 1, 1, 0, 0);
  BhLocalTime local;
  double split, join;

  g_test_timer_start ();
  for (int i = 0; i < 1000000; i++)
    bh_office_time_split (time, start + i * 31 * BH_USEC_PER_SEC, &local);
  split = g_test_timer_elapsed ();
  g_test_timer_start ();
  for (int i = 0; i < 1000000; i++)
    bh_office_time_join (time, 2026, 1 + i % 12, 1 + i % 28, i % 24, i % 60, 0);
  join = g_test_timer_elapsed ();
  g_test_message ("split %.0f ns, join %.0f ns", split * 1000, join * 1000);
  g_test_minimized_result (split + join, "a million of each in %.3f s", split + join);
}

/* Over the turn of a year, forward and back; one undoes the other. */
static void
test_months (void)
{
  g_assert_cmpint (bh_month_shift (202612, 1), ==, 202701);
  g_assert_cmpint (bh_month_shift (202601, -1), ==, 202512);
  g_assert_cmpint (bh_month_shift (202610, -12), ==, 202510);
  g_assert_cmpint (bh_month_shift (202610, 0), ==, 202610);
  g_assert_cmpint (bh_month_count (202512, 202601), ==, 1);
  g_assert_cmpint (bh_month_count (202610, 202510), ==, -12);
  for (int by = -30; by <= 30; by++)
    g_assert_cmpint (bh_month_count (202607, bh_month_shift (202607, by)), ==, by);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/office-time/zones", test_zones);
  g_test_add_func ("/office-time/shanghai", test_shanghai);
  g_test_add_func ("/office-time/clocks-put-back", test_clocks_put_back);
  g_test_add_func ("/office-time/clocks-put-forward", test_clocks_put_forward);
  g_test_add_func ("/office-time/as-glib", test_as_glib);
  g_test_add_func ("/office-time/around-a-change", test_around_a_change);
  g_test_add_func ("/office-time/wrong-dates", test_wrong_dates);
  g_test_add_func ("/office-time/periods", test_periods);
  g_test_add_func ("/office-time/midnight-changes", test_midnight_changes);
  g_test_add_func ("/office-time/format-iso", test_format_iso);
  g_test_add_func ("/office-time/format", test_format);
  g_test_add_func ("/office-time/format-near", test_format_near);
  g_test_add_func ("/office-time/parse", test_parse);
  g_test_add_func ("/office-time/parse-event", test_parse_event);
  g_test_add_func ("/office-time/many-zones", test_many_zones);
  g_test_add_func ("/office-time/threads", test_threads);
  g_test_add_func ("/office-time/months", test_months);
  if (g_test_perf ())
    g_test_add_func ("/office-time/speed", test_speed);

  return g_test_run ();
}
