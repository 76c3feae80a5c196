/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/insight/bh-span.h"

static void
assert_days (BhSpan span, int first, int last)
{
  g_assert_cmpint (span.first, ==, first);
  g_assert_cmpint (span.last, ==, last);
}

static void
test_at (void)
{
  assert_days (bh_span_at (BH_SPAN_MONTH, 20240229), 20240201, 20240229);
  assert_days (bh_span_at (BH_SPAN_MONTH, 20251231), 20251201, 20251231);
  assert_days (bh_span_at (BH_SPAN_QUARTER, 20260331), 20260101, 20260331);
  assert_days (bh_span_at (BH_SPAN_QUARTER, 20260401), 20260401, 20260630);
  assert_days (bh_span_at (BH_SPAN_QUARTER, 20261122), 20261001, 20261231);
  assert_days (bh_span_at (BH_SPAN_YEAR, 20260705), 20260101, 20261231);
  assert_days (bh_span_at (BH_SPAN_FREE, 20260705), 20260705, 20260705);
}

static BhSpan
move (BhSpan span, int n)
{
  return bh_span_moved (&span, n);
}

static void
test_moved (void)
{
  assert_days (move (bh_span_at (BH_SPAN_MONTH, 20260131), 1), 20260201, 20260228);
  assert_days (move (bh_span_at (BH_SPAN_MONTH, 20260131), -11), 20250201, 20250228);
  assert_days (move (bh_span_at (BH_SPAN_QUARTER, 20260131), -1), 20251001, 20251231);
  assert_days (move (bh_span_at (BH_SPAN_YEAR, 20260131), -2), 20240101, 20241231);
  /* Days by as many days, whole months by as many months. */
  assert_days (move ((BhSpan){ BH_SPAN_FREE, 20260225, 20260303 }, 1), 20260304, 20260310);
  assert_days (move ((BhSpan){ BH_SPAN_FREE, 20260225, 20260303 }, -1), 20260218, 20260224);
  assert_days (move ((BhSpan){ BH_SPAN_FREE, 20260201, 20260331 }, -1), 20251201, 20260131);
}

static void
test_days (void)
{
  BhSpan span;

  g_assert_true (bh_span_of_days (20240229, 20240229, &span));
  g_assert_cmpint (span.unit, ==, BH_SPAN_FREE);
  g_assert_false (bh_span_of_days (20260229, 20260301, &span));
  g_assert_false (bh_span_of_days (20260201, 20260132, &span));
  g_assert_false (bh_span_of_days (20260202, 20260201, &span));
  g_assert_false (bh_span_of_days (0, 20260201, &span));
}

static void
test_period (void)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  BhSpan quarter = bh_span_at (BH_SPAN_QUARTER, 20261122);
  BhPeriod period = bh_span_get_period (&quarter, time);
  BhPeriod october, december;

  g_assert_true (bh_office_time_get_month (time, 202610, &october));
  g_assert_true (bh_office_time_get_month (time, 202612, &december));
  g_assert_cmpint (period.from, ==, october.from);
  g_assert_cmpint (period.to, ==, december.to);
}

/* What is meant by a word goes with time; what is not the present one or the last has none. */
static void
test_codes (void)
{
  static const struct
  {
    const char *code;
    int first, last;
    const char *later; /* on 5 January 2027 */
  } cases[] = {
    { "this-month", 20261101, 20261130, "month" },
    { "last-month", 20261001, 20261031, "month" },
    { "month", 20261101, 20261130, "month" },
    { "this-quarter", 20261001, 20261231, "last-quarter" },
    { "last-quarter", 20260701, 20260930, "quarter" },
    { "this-year", 20260101, 20261231, "last-year" },
    { "last-year", 20250101, 20251231, "year" },
    { "free", 20261024, 20261122, "free" },
  };
  BhSpan span;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (bh_span_find (cases[i].code, 20261122, &span));
      assert_days (span, cases[i].first, cases[i].last);
      g_assert_cmpstr (bh_span_get_code (&span, 20270105), ==, cases[i].later);
      if (i != 2)
        g_assert_cmpstr (bh_span_get_code (&span, 20261122), ==, cases[i].code);
    }
  g_assert_false (bh_span_find ("this-week", 20261122, &span));
  g_assert_false (bh_span_find (NULL, 20261122, &span));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/at", test_at);
  g_test_add_func ("/span/moved", test_moved);
  g_test_add_func ("/span/days", test_days);
  g_test_add_func ("/span/period", test_period);
  g_test_add_func ("/span/codes", test_codes);

  return g_test_run ();
}
