/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-ledger-time.h"
#include "exchange/bh-time-format.h"

#include <string.h>

static BhLedgerTime *
reader_in (const char *zone_name, const char *format)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  const char *const formats[] = { format, NULL };
  g_autoptr (GError) error = NULL;
  BhLedgerTime *reader = bh_ledger_time_new (format != NULL ? formats : NULL, zone, &error);

  g_assert_no_error (error);
  return reader;
}

static void
assert_reads (BhLedgerTime *reader, const char *text, const char *expected)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_iso8601 (expected, NULL);
  g_autoptr (GError) error = NULL;
  gint64 instant = 0;
  gboolean ok = bh_ledger_time_parse (reader, text, strlen (text), &instant, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  g_assert_cmpint (instant, ==,
                   g_date_time_to_unix (when) * G_USEC_PER_SEC
                       + g_date_time_get_microsecond (when));
}

static void
assert_refuses (BhLedgerTime *reader, const char *text, const char *says)
{
  g_autoptr (GError) error = NULL;
  gint64 instant;

  g_assert_false (bh_ledger_time_parse (reader, text, strlen (text), &instant, &error));
  g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_common (void)
{
  g_autoptr (BhLedgerTime) reader = reader_in ("Asia/Shanghai", NULL);

  assert_reads (reader, "2026-03-01 08:05:09", "2026-03-01T00:05:09Z");
  assert_reads (reader, "2026-03-01 08:05:09.25", "2026-03-01T00:05:09.25Z");
  assert_reads (reader, "2026-3-1 8:05", "2026-03-01T00:05:00Z");
  assert_reads (reader, "2026/3/1", "2026-02-28T16:00:00Z");
  assert_reads (reader, "2026年3月1日 8:05", "2026-03-01T00:05:00Z");
  assert_reads (reader, "2026年3月1日 08时05分", "2026-03-01T00:05:00Z");
  assert_reads (reader, "2026/3/1 下午 1:05:00", "2026-03-01T05:05:00Z");
  assert_reads (reader, "2024-02-29 00:00", "2024-02-28T16:00:00Z");
}

static void
test_offset (void)
{
  g_autoptr (BhLedgerTime) reader = reader_in ("Asia/Shanghai", "%d.%m.%Y");

  assert_reads (reader, "01.03.2026", "2026-02-28T16:00:00Z");
  assert_reads (reader, "2026-03-01T08:05:09Z", "2026-03-01T08:05:09Z");
  assert_reads (reader, "2026-03-01T08:05:09.5+01:30", "2026-03-01T06:35:09.5Z");
  assert_reads (reader, "2026-03-01 08:05:09-0500", "2026-03-01T13:05:09Z");
  assert_reads (reader, "2026-03-01 08:05:09+08", "2026-03-01T00:05:09Z");
  assert_refuses (reader, "2026-03-01T08:05:09+25:00", "is not a time of the form %d.%m.%Y");
}

static void
test_american (void)
{
  g_autoptr (BhLedgerTime) reader = reader_in ("UTC", "%m/%d/%Y %I:%M:%S %p");

  assert_reads (reader, "06/26/2018 10:58:54 AM", "2018-06-26T10:58:54Z");
  assert_reads (reader, "06/26/2018 12:00:00 AM", "2018-06-26T00:00:00Z");
  assert_reads (reader, "06/26/2018 12:00:00 PM", "2018-06-26T12:00:00Z");
  assert_reads (reader, "6/6/2018 1:00:00 pm", "2018-06-06T13:00:00Z");
  assert_refuses (reader, "06/26/2018 13:00:00 PM", "is not a time");
  assert_refuses (reader, "06/26/2018 10:58:54", "is not a time of the form");
}

static void
test_formats (void)
{
  static const struct
  {
    const char *format;
    const char *text;
    const char *expected;
  } cases[] = {
    { "%a, %d %b %Y %T", "Tue, 01 Mar 2011 10:00:01", "2011-03-01T10:00:01Z" },
    { "%A %e %B %Y", "Tuesday 1 March 2011", "2011-03-01T00:00:00Z" },
    { "%F %R", "2011-03-01 10:02", "2011-03-01T10:02:00Z" },
    { "%D %r", "03/01/11 10:00:01 PM", "2011-03-01T22:00:01Z" },
    { "%y%m%d%H%M", "6903011002", "1969-03-01T10:02:00Z" },
    { "%Y%m%d%H%M%S%z", "20110301100203+0100", "2011-03-01T09:02:03Z" },
    { "%H:%M%%%d.%m.%Y", "10:02%1.3.2011", "2011-03-01T10:02:00Z" },
    { "%Y-%m-%d %H:%M", "2011-03-01    10:02", "2011-03-01T10:02:00Z" },
    { "%Y-%m-%d%n%k:%M", "2011-03-01 9:02", "2011-03-01T09:02:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhLedgerTime) reader = reader_in ("UTC", cases[i].format);

      assert_reads (reader, cases[i].text, cases[i].expected);
    }
}

static void
test_bad_formats (void)
{
  static const char *const formats[] = { "%Y-%m", "%H:%M", "%Y-%m-%d %Q", "%", "", "%Y-%m-%d %" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bh_time_format_new (formats[i], &error));
      g_assert_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_MAP);
    }
}

static void
test_wrong_dates (void)
{
  g_autoptr (BhLedgerTime) reader = reader_in ("Asia/Shanghai", NULL);

  assert_refuses (reader, "2011-02-30", "2011-02 has no day 30");
  assert_refuses (reader, "2011-02-29 10:00", "has no day 29");
  assert_refuses (reader, "2011-13-01", "no month 13");
  assert_refuses (reader, "2011-00-01", "no month 0");
  assert_refuses (reader, "2011-01-01 25:00", "25:00:00 is no time of day");
  assert_refuses (reader, "2011-01-01 10:61:00", "10:61:00 is no time of day");
  assert_refuses (reader, "0011-01-01", "the year 11");
  assert_refuses (reader, "昨天下午", "“昨天下午” is not a time of the form");
  assert_refuses (reader, "2011-01-01 10:00 or so", "is not a time of the form");
  assert_refuses (reader, "", "is not a time");
  assert_refuses (reader, "43890.25", "is not a time");
}

static void
test_first_that_fits (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const char *const formats[] = { "%m/%d/%Y", "%d/%m/%Y", NULL };
  g_autoptr (BhLedgerTime) reader = bh_ledger_time_new (formats, utc, NULL);

  assert_reads (reader, "02/03/2011", "2011-02-03T00:00:00Z");
  assert_reads (reader, "13/03/2011", "2011-03-13T00:00:00Z");
  assert_refuses (reader, "13/13/2011", "no month 13");
}

static void
test_clocks_moved (void)
{
  g_autoptr (BhLedgerTime) boston = reader_in ("America/New_York", NULL);
  g_autoptr (BhLedgerTime) shanghai = reader_in ("Asia/Shanghai", NULL);
  g_autoptr (BhLedgerTime) lord_howe = reader_in ("Australia/Lord_Howe", NULL);

  assert_reads (boston, "2011-11-06 00:59:59", "2011-11-06T04:59:59Z");
  assert_reads (boston, "2011-11-06 01:30:00", "2011-11-06T05:30:00Z");
  assert_reads (boston, "2011-11-06 02:00:00", "2011-11-06T07:00:00Z");
  assert_reads (boston, "2011-03-13 01:59:59", "2011-03-13T06:59:59Z");
  assert_reads (boston, "2011-03-13 02:30:00", "2011-03-13T07:30:00Z");
  assert_reads (boston, "2011-03-13 03:00:00", "2011-03-13T07:00:00Z");
  assert_reads (lord_howe, "2011-04-03 01:45:00", "2011-04-02T14:45:00Z");
  assert_reads (shanghai, "1990-08-01 12:00", "1990-08-01T03:00:00Z");
  assert_reads (shanghai, "2011-08-01 12:00", "2011-08-01T04:00:00Z");
}

/* Every hour of a year, there and back, in zones that move their clocks in different ways. */
static void
test_every_hour (void)
{
  static const char *const zones[] = { "America/New_York",    "Europe/Berlin",     "Asia/Shanghai",
                                       "Australia/Lord_Howe", "Africa/Casablanca", "UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zones[i]);
      g_autoptr (BhLedgerTime) reader = reader_in (zones[i], NULL);

      for (gint64 utc = 1293840000; utc < 1293840000 + 366 * 86400; utc += 1800)
        {
          int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc);
          gint64 local = utc + g_time_zone_get_offset (zone, interval);
          gint64 got = bh_ledger_time_to_utc (reader, local);

          interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, got);
          g_assert_cmpint (got, <=, utc);
          g_assert_cmpint (got + g_time_zone_get_offset (zone, interval), ==, local);
        }
    }
}

/* The arithmetic against GLib's, on random days and at the ends of the range. */
static void
test_calendar (void)
{
  g_autoptr (BhLedgerTime) reader = reader_in ("UTC", "%Y-%m-%d %H:%M:%S");

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GDateTime) when
          = g_date_time_new_utc (i == 0   ? 1900
                                 : i == 1 ? 2199
                                          : g_test_rand_int_range (1900, 2200),
                                 g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29),
                                 g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60),
                                 g_test_rand_int_range (0, 60));
      g_autofree char *text = g_date_time_format (when, "%Y-%m-%d %H:%M:%S");
      gint64 instant;

      g_assert_true (bh_ledger_time_parse (reader, text, strlen (text), &instant, NULL));
      g_assert_cmpint (instant, ==, g_date_time_to_unix (when) * G_USEC_PER_SEC);
    }
}

static void
test_speed (void)
{
  g_autoptr (BhLedgerTime) reader = reader_in ("America/New_York", NULL);
  static const char text[] = "2011-07-01 01:32:33";
  gint64 instant, sum = 0;
  double seconds;

  if (!g_test_perf ())
    {
      g_test_skip ("only measured with -m perf");
      return;
    }
  g_test_timer_start ();
  for (guint i = 0; i < 1000000; i++)
    {
      bh_ledger_time_parse (reader, text, sizeof text - 1, &instant, NULL);
      sum += instant;
    }
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "%.0f ns a time (%" G_GINT64_FORMAT ")", seconds * 1000, sum);
  g_assert_cmpfloat (seconds, <, 1.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger-time/common", test_common);
  g_test_add_func ("/ledger-time/offset", test_offset);
  g_test_add_func ("/ledger-time/american", test_american);
  g_test_add_func ("/ledger-time/formats", test_formats);
  g_test_add_func ("/ledger-time/bad-formats", test_bad_formats);
  g_test_add_func ("/ledger-time/wrong-dates", test_wrong_dates);
  g_test_add_func ("/ledger-time/first-that-fits", test_first_that_fits);
  g_test_add_func ("/ledger-time/clocks-moved", test_clocks_moved);
  g_test_add_func ("/ledger-time/every-hour", test_every_hour);
  g_test_add_func ("/ledger-time/calendar", test_calendar);
  g_test_add_func ("/ledger-time/speed", test_speed);
  return g_test_run ();
}
