/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-period-shift.h"

#include "insight/bh-test-figures.h"

static void
assert_shifted (const char *zone, const char *from, int months, const char *expected)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new (zone, NULL);
  gint64 instant = bh_office_time_parse (time, from, NULL);
  g_autofree char *text
      = bh_office_time_format (time, bh_period_shift_instant (time, instant, months));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_instants (void)
{
  assert_shifted ("Asia/Shanghai", "2026-11-20 10:30", -1, "2026-10-20 10:30");
  assert_shifted ("Asia/Shanghai", "2026-01-15 00:00", -1, "2025-12-15 00:00");
  assert_shifted ("Asia/Shanghai", "2026-01-15 00:00", -12, "2025-01-15 00:00");
  assert_shifted ("Asia/Shanghai", "2026-12-15 00:00", 1, "2027-01-15 00:00");
  assert_shifted ("Asia/Shanghai", "2026-03-31 09:00", -1, "2026-02-28 09:00");
  assert_shifted ("Asia/Shanghai", "2028-02-29 09:00", -12, "2027-02-28 09:00");
  assert_shifted ("Asia/Shanghai", "2028-02-29 09:00", -48, "2024-02-29 09:00");
  assert_shifted ("Asia/Shanghai", "2026-11-20 10:30", 0, "2026-11-20 10:30");
  /* Summer time begins in between, so that noon is another hour of the world. */
  /* Before all time. */
  assert_shifted ("Asia/Shanghai", "1970-01-15 10:30", -12, "");
  assert_shifted ("America/New_York", "2026-03-10 12:00", -1, "2026-02-10 12:00");
}

static void
assert_part (const char *until, const char *from, const char *to)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhPeriod november = { bh_test_at ("2026-11-01"), bh_test_at ("2026-12-01") }, part;

  bh_period_shift (time, &november, bh_test_at (until), -1, &part);
  g_assert_cmpint (part.from, ==, bh_test_at (from));
  g_assert_cmpint (part.to, ==, bh_test_at (to));
}

static void
test_periods (void)
{
  assert_part ("2026-11-21 08:00", "2026-10-01", "2026-10-21 08:00");
  /* Up to the first day of the next month is the whole month before, its 31st too. */
  assert_part ("2026-12-01", "2026-10-01", "2026-11-01");
  assert_part ("2027-05-01", "2026-10-01", "2026-11-01");
  assert_part ("2026-01-01", "2026-10-01", "2026-10-01");
}

static void
assert_before (const char *from, const char *to, const char *previous, const char *year_before)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhPeriod period = { bh_test_at (from), bh_test_at (to) }, before;

  bh_period_get_previous (time, &period, &before);
  g_assert_cmpint (before.from, ==, bh_test_at (previous));
  g_assert_cmpint (before.to, ==, period.from);
  bh_period_get_year_before (time, &period, &before);
  g_assert_cmpint (before.from, ==, bh_test_at (year_before));
}

static void
test_before (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhPeriod first = { 0, bh_test_at ("1970-02-01") }, before;

  assert_before ("2026-11-01", "2026-12-01", "2026-10-01", "2025-11-01");
  assert_before ("2026-01-01", "2026-04-01", "2025-10-01", "2025-01-01");
  assert_before ("2026-01-01", "2027-01-01", "2025-01-01", "2025-01-01");
  assert_before ("2026-11-09", "2026-11-16", "2026-11-02", "2025-11-09");
  assert_before ("2026-03-02", "2026-03-05", "2026-02-27", "2025-03-02");
  /* Most of a month is no month. */
  assert_before ("2026-03-01", "2026-03-31", "2026-01-30", "2025-03-01");

  bh_period_get_previous (time, &first, &before);
  g_assert_cmpint (before.from, ==, before.to);
}

static void
assert_part_of (const char *until, const char *other_from, const char *other_to, const char *to)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhPeriod quarter = { bh_test_at ("2026-10-01"), bh_test_at ("2027-01-01") }, part;
  BhPeriod other = { bh_test_at (other_from), bh_test_at (other_to) };

  bh_period_get_part (time, &quarter, bh_test_at (until), &other, &part);
  g_assert_cmpint (part.from, ==, other.from);
  g_assert_cmpint (part.to, ==, bh_test_at (to));
}

static void
test_parts (void)
{
  assert_part_of ("2026-11-20 08:00", "2026-07-01", "2026-10-01", "2026-08-20 08:00");
  assert_part_of ("2026-11-20 08:00", "2025-10-01", "2026-01-01", "2025-11-20 08:00");
  assert_part_of ("2027-11-20 08:00", "2026-07-01", "2026-10-01", "2026-10-01");
  assert_part_of ("2026-09-20 08:00", "2026-07-01", "2026-10-01", "2026-07-01");
  /* Two days of any other stretch, and no more than there is. */
  assert_part_of ("2026-10-03", "2026-09-09", "2026-09-20", "2026-09-11");
  assert_part_of ("2026-10-30", "2026-09-09", "2026-09-20", "2026-09-20");
}

static void
test_share_of_year (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhPeriod february = { bh_test_at ("2026-02-01"), bh_test_at ("2026-03-01") };
  BhPeriod winter = { bh_test_at ("2026-12-01"), bh_test_at ("2027-03-01") };
  BhPeriod days = { bh_test_at ("2028-02-01"), bh_test_at ("2028-02-11") };
  BhPeriod year = { bh_test_at ("2026-01-01"), bh_test_at ("2027-01-01") };

  g_assert_cmpfloat (bh_period_get_share_of_year (time, &february), ==, 1.0 / 12);
  g_assert_cmpfloat (bh_period_get_share_of_year (time, &winter), ==, 0.25);
  g_assert_cmpfloat (bh_period_get_share_of_year (time, &days), ==, 10.0 / 366);
  g_assert_cmpfloat (bh_period_get_share_of_year (time, &year), ==, 1);
  g_assert_cmpint (bh_period_count_months (time, &winter), ==, 3);
  g_assert_cmpint (bh_period_count_months (time, &days), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period-shift/instants", test_instants);
  g_test_add_func ("/period-shift/periods", test_periods);
  g_test_add_func ("/period-shift/before", test_before);
  g_test_add_func ("/period-shift/parts", test_parts);
  g_test_add_func ("/period-shift/share-of-year", test_share_of_year);

  return g_test_run ();
}
