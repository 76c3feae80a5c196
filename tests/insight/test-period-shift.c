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
test_share_of_year (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhPeriod february = { bh_test_at ("2026-02-01"), bh_test_at ("2026-03-01") };
  BhPeriod winter = { bh_test_at ("2026-12-01"), bh_test_at ("2027-03-01") };
  BhPeriod days = { bh_test_at ("2028-02-01"), bh_test_at ("2028-02-11") };

  g_assert_cmpfloat (bh_period_get_share_of_year (time, &february), ==, 1.0 / 12);
  g_assert_cmpfloat (bh_period_get_share_of_year (time, &winter), ==, 0.25);
  g_assert_cmpfloat (bh_period_get_share_of_year (time, &days), ==, 10.0 / 366);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period-shift/instants", test_instants);
  g_test_add_func ("/period-shift/periods", test_periods);
  g_test_add_func ("/period-shift/share-of-year", test_share_of_year);

  return g_test_run ();
}
