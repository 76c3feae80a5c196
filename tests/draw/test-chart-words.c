/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-words.h"

static void
assert_scope (const char *scope, const char *expected)
{
  g_autofree char *text = bh_chart_words_dup_scope (scope);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_scope (void)
{
  assert_scope ("", "All tickets");
  assert_scope ("kind:complaint", "Complaint");
  assert_scope ("kind:complaint,repair", "Complaint, Repair");
  assert_scope ("grade:urgent kind:complaint", "Complaint · Grade: Urgent");
  assert_scope ("department:\"Engineering, North\"", "Department: Engineering, North");
  /* What cannot be read is shown as it is. */
  assert_scope ("mood:bad", "mood:bad");
}

static void
test_months (void)
{
  g_autofree char *first = bh_chart_words_dup_month (202601);
  g_autofree char *last = bh_chart_words_dup_month (202612);
  g_autofree char *year = bh_chart_words_dup_year (202612);

  g_assert_cmpstr (first, ==, "Jan 2026");
  g_assert_cmpstr (last, ==, "Dec 2026");
  g_assert_cmpstr (year, ==, "2026");
  g_assert_cmpstr (bh_chart_words_get_month_name (202605), ==, "May");
}

static void
assert_period (BhOfficeTime *time, const char *from, const char *to, const char *expected)
{
  BhPeriod period
      = { bh_office_time_parse (time, from, NULL), bh_office_time_parse (time, to, NULL) };
  g_autofree char *text = bh_chart_words_dup_period (&period, time);

  g_assert_cmpstr (text, ==, expected);
}

/* The end is the first instant after it: people name the last day. */
static void
test_periods (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);

  assert_period (time, "2026-10-01", "2026-11-01", "Oct 2026");
  assert_period (time, "2026-10-01", "2026-10-31", "2026-10-01 – 2026-10-30");
  assert_period (time, "2026-10-01", "2026-10-02", "2026-10-01");
  assert_period (time, "2026-10-01", "2027-01-01", "Q4 2026");
  assert_period (time, "2026-11-01", "2027-02-01", "2026-11-01 – 2027-01-31");
  assert_period (time, "2026-01-01", "2027-01-01", "2026");
  assert_period (time, "2026-04-01", "2027-04-01", "2026-04-01 – 2027-03-31");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-words/scope", test_scope);
  g_test_add_func ("/chart-words/months", test_months);
  g_test_add_func ("/chart-words/periods", test_periods);

  return g_test_run ();
}
