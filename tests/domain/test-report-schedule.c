/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-report-schedule.h"

#include "base/bh-clock.h"
#include "domain/bh-error.h"

static BhOfficeTime *
make_time (const char *zone)
{
  g_autoptr (GError) error = NULL;
  BhOfficeTime *time = bh_office_time_new (zone, &error);

  g_assert_no_error (error);

  return time;
}

/* An instant written in UTC. */
static gint64
utc (int year, int month, int day, int hour, int minute)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, hour, minute, 0);

  return g_date_time_to_unix (date) * BH_USEC_PER_SEC;
}

static BhReportSchedule *
make (BhReportKind kind, int day, int hour)
{
  BhReportSchedule *schedule = bh_report_schedule_new ();

  schedule->kind = kind;
  schedule->day = day;
  schedule->minute = hour * 60;
  g_free (schedule->folder);
  schedule->folder = g_strdup ("/reports");

  return schedule;
}

static void
test_kinds (void)
{
  BhReportKind kind;
  BhReportProfile profile;

  for (int i = 0; i < BH_N_REPORT_KINDS; i++)
    {
      g_assert_true (bh_report_kind_find (bh_report_kind_get_code ((BhReportKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (bh_report_kind_get_label (kind), !=, "");
    }
  for (int i = 0; i < BH_N_REPORT_PROFILES; i++)
    {
      g_assert_true (
          bh_report_profile_find (bh_report_profile_get_code ((BhReportProfile) i), &profile));
      g_assert_cmpint (profile, ==, i);
      g_assert_cmpstr (bh_report_profile_get_label (profile), !=, "");
    }
  g_assert_false (bh_report_kind_find ("week", &kind));
  g_assert_false (bh_report_kind_find (NULL, &kind));
  g_assert_false (bh_report_profile_find ("secret", &profile));
}

static void
test_first_month (void)
{
  static const struct
  {
    BhReportKind kind;
    int month, first;
  } cases[] = {
    { BH_REPORT_MONTH, 202611, 202611 },   { BH_REPORT_QUARTER, 202611, 202610 },
    { BH_REPORT_QUARTER, 202610, 202610 }, { BH_REPORT_QUARTER, 202612, 202610 },
    { BH_REPORT_QUARTER, 202603, 202601 }, { BH_REPORT_YEAR, 202601, 202601 },
    { BH_REPORT_YEAR, 202612, 202601 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bh_report_kind_get_first (cases[i].kind, cases[i].month), ==, cases[i].first);
}

/* The 31st is the last day of each month. */
static void
test_short_months (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");
  g_autoptr (BhReportSchedule) schedule = make (BH_REPORT_MONTH, 31, 8);

  g_assert_cmpint (bh_report_schedule_get_due (schedule, time, 202610), ==,
                   utc (2026, 10, 31, 0, 0));
  g_assert_cmpint (bh_report_schedule_get_due (schedule, time, 202611), ==,
                   utc (2026, 11, 30, 0, 0));
  g_assert_cmpint (bh_report_schedule_get_due (schedule, time, 202702), ==,
                   utc (2027, 2, 28, 0, 0));
  g_assert_cmpint (bh_report_schedule_get_due (schedule, time, 202802), ==,
                   utc (2028, 2, 29, 0, 0));
}

/* New York, 8 March 2026: 2:30 is not there; 1 November: 1:30 is there twice. */
static void
test_daylight_saving (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("America/New_York");
  g_autoptr (BhReportSchedule) spring = make (BH_REPORT_MONTH, 8, 2);
  g_autoptr (BhReportSchedule) autumn = make (BH_REPORT_MONTH, 1, 1);
  g_autoptr (BhReportSchedule) morning = make (BH_REPORT_MONTH, 1, 8);

  spring->minute += 30;
  g_assert_cmpint (bh_report_schedule_get_due (spring, time, 202603), ==, utc (2026, 3, 8, 7, 30));
  autumn->minute += 30;
  g_assert_cmpint (bh_report_schedule_get_due (autumn, time, 202611), ==, utc (2026, 11, 1, 5, 30));
  g_assert_cmpint (bh_report_schedule_get_due (morning, time, 202607), ==, utc (2026, 7, 1, 12, 0));
  g_assert_cmpint (bh_report_schedule_get_due (morning, time, 202612), ==,
                   utc (2026, 12, 1, 13, 0));
}

static void
test_next (void)
{
  static const struct
  {
    BhReportKind kind;
    int day;
    int y, m, d, h;
    int next, subject;
  } cases[] = {
    /* Shanghai is 8 hours before UTC: 8:00 there is midnight here. */
    { BH_REPORT_MONTH, 1, 2026, 11, 22, 6, 202612, 202611 },
    { BH_REPORT_MONTH, 25, 2026, 11, 22, 6, 202611, 202610 },
    { BH_REPORT_MONTH, 1, 2026, 11, 30, 23, 202612, 202611 },
    { BH_REPORT_MONTH, 1, 2026, 12, 1, 0, 202701, 202612 },
    { BH_REPORT_QUARTER, 5, 2026, 10, 4, 0, 202610, 202607 },
    { BH_REPORT_QUARTER, 5, 2026, 10, 6, 0, 202701, 202610 },
    { BH_REPORT_QUARTER, 5, 2026, 11, 1, 0, 202701, 202610 },
    { BH_REPORT_YEAR, 10, 2026, 1, 9, 0, 202601, 202501 },
    { BH_REPORT_YEAR, 10, 2026, 1, 10, 1, 202701, 202601 },
  };
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhReportSchedule) schedule = make (cases[i].kind, cases[i].day, 8);
      gint64 now = utc (cases[i].y, cases[i].m, cases[i].d, cases[i].h, 0);
      int next = bh_report_schedule_find_next (schedule, time, now);

      g_assert_cmpint (next, ==, cases[i].next);
      g_assert_cmpint (bh_report_schedule_get_due (schedule, time, next), >, now);
      g_assert_cmpint (bh_report_schedule_get_subject (schedule, next), ==, cases[i].subject);
    }
}

/* What was missed is made once each, the oldest first; what is older than a year is not. */
static void
test_missed (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");
  g_autoptr (BhReportSchedule) schedule = make (BH_REPORT_MONTH, 1, 8);
  gint64 now = utc (2026, 11, 22, 6, 0);

  bh_report_schedule_change (schedule, NULL, time, utc (2026, 8, 20, 0, 0));
  g_assert_cmpint (schedule->next_month, ==, 202609);
  for (int month = 202609; month <= 202611; month++)
    {
      g_assert_true (bh_report_schedule_is_due (schedule, time, now));
      g_assert_cmpint (schedule->next_month, ==, month);
      bh_report_schedule_made (schedule, time, "/reports/a.xlsx", now);
    }
  g_assert_false (bh_report_schedule_is_due (schedule, time, now));
  g_assert_cmpint (schedule->next_month, ==, 202612);
  g_assert_cmpint (schedule->made_at, ==, now);
  g_assert_cmpstr (schedule->made_file, ==, "/reports/a.xlsx");

  schedule->next_month = 202001;
  bh_report_schedule_made (schedule, time, "/reports/a.xlsx", now);
  g_assert_cmpint (schedule->next_month, ==, 202511);
}

/* It is tried again, later each time; one that succeeds forgets that others did not. */
static void
test_failed (void)
{
  static const int minutes[] = { 10, 20, 40, 80, 160, 320, 360, 360, 360, 360, 360 };
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");
  g_autoptr (BhReportSchedule) schedule = make (BH_REPORT_MONTH, 1, 8);
  gint64 now = utc (2026, 11, 1, 0, 0);

  schedule->next_month = 202611;
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_assert_true (bh_report_schedule_is_due (schedule, time, now));
      bh_report_schedule_failed (schedule, "no folder", now);
      g_assert_false (bh_report_schedule_is_due (schedule, time, now));
      now += minutes[i] * 60 * BH_USEC_PER_SEC;
      g_assert_false (bh_report_schedule_is_due (schedule, time, now - 1));
    }
  g_assert_cmpint (schedule->failures, ==, (int) G_N_ELEMENTS (minutes));
  g_assert_cmpstr (schedule->failure, ==, "no folder");
  g_assert_cmpint (schedule->next_month, ==, 202611);
  bh_report_schedule_made (schedule, time, "/reports/a.xlsx", now);
  g_assert_cmpint (schedule->failures, ==, 0);
  g_assert_null (schedule->failure);
  g_assert_cmpint (schedule->next_month, ==, 202612);
}

/* What somebody makes is not due for others, unless they never came back. */
static void
test_claim (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");
  g_autoptr (BhReportSchedule) schedule = make (BH_REPORT_MONTH, 1, 8);
  gint64 now = utc (2026, 11, 1, 0, 0);

  schedule->next_month = 202611;
  schedule->claim = 7;
  schedule->claimed_until = now + 1;
  g_assert_false (bh_report_schedule_is_due (schedule, time, now));
  g_assert_true (bh_report_schedule_is_due (schedule, time, now + 1));
}

/* Another rule: what is due stays due, what was to come comes by the new rule. */
static void
test_change (void)
{
  g_autoptr (BhOfficeTime) time = make_time ("Asia/Shanghai");
  g_autoptr (BhReportSchedule) before = make (BH_REPORT_MONTH, 1, 8);
  g_autoptr (BhReportSchedule) after = make (BH_REPORT_MONTH, 25, 8);
  g_autoptr (BhReportSchedule) quarter = make (BH_REPORT_QUARTER, 1, 8);
  g_autoptr (BhReportSchedule) elsewhere = NULL;
  gint64 now = utc (2026, 11, 22, 0, 0);

  before->next_month = 202612;
  bh_report_schedule_change (after, before, time, now);
  g_assert_cmpint (after->next_month, ==, 202611);
  bh_report_schedule_change (quarter, before, time, now);
  g_assert_cmpint (quarter->next_month, ==, 202701);

  before->next_month = 202611;
  bh_report_schedule_failed (before, "no folder", now);
  elsewhere = bh_report_schedule_copy (before);
  g_assert_cmpstr (elsewhere->failure, ==, "no folder");
  bh_report_schedule_change (elsewhere, before, time, now);
  g_assert_cmpint (elsewhere->next_month, ==, 202611);
  g_assert_true (bh_report_schedule_is_due (elsewhere, time, now));
}

static void
test_check (void)
{
  static const struct
  {
    int day, minute;
    const char *folder;
    gboolean good;
  } cases[] = {
    { 1, 0, "/a", TRUE },   { 31, 1439, "/a", TRUE }, { 0, 0, "/a", FALSE },
    { 32, 0, "/a", FALSE }, { 1, -1, "/a", FALSE },   { 1, 1440, "/a", FALSE },
    { 1, 0, "a/b", FALSE }, { 1, 0, "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BhReportSchedule) schedule = make (BH_REPORT_MONTH, cases[i].day, 0);
      g_autoptr (GError) error = NULL;

      schedule->minute = cases[i].minute;
      g_free (schedule->folder);
      schedule->folder = g_strdup (cases[i].folder);
      g_assert_true (bh_report_schedule_check (schedule, &error) == cases[i].good);
      if (!cases[i].good)
        g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int minute;
  } cases[] = {
    { "8:00", 480 }, { "08:05", 485 }, { "0:00", 0 },   { "23:59", 1439 }, { "24:00", -1 },
    { "8", -1 },     { "8:60", -1 },   { "8:00x", -1 }, { "", -1 },        { "-1:00", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bh_report_schedule_parse_minute (cases[i].text), ==, cases[i].minute);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-schedule/kinds", test_kinds);
  g_test_add_func ("/report-schedule/first-month", test_first_month);
  g_test_add_func ("/report-schedule/short-months", test_short_months);
  g_test_add_func ("/report-schedule/daylight-saving", test_daylight_saving);
  g_test_add_func ("/report-schedule/next", test_next);
  g_test_add_func ("/report-schedule/missed", test_missed);
  g_test_add_func ("/report-schedule/failed", test_failed);
  g_test_add_func ("/report-schedule/claim", test_claim);
  g_test_add_func ("/report-schedule/change", test_change);
  g_test_add_func ("/report-schedule/check", test_check);
  g_test_add_func ("/report-schedule/parse", test_parse);

  return g_test_run ();
}
