/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-calendar.h"

#include "support/bh-test-store.h"

#define DAY (24 * 60 * 60 * BH_USEC_PER_SEC)

/* A change of the calendar. */
typedef struct
{
  const char *hours; /* (nullable) */
  GPtrArray *years;  /* (owned) (nullable) */
  gint64 valid_from;
  gboolean changed; /* what came of it */
} Change;

static gboolean
change_cb (BhWork *work, gpointer data, GError **error)
{
  Change *change = data;
  BhOfficeHours hours;

  g_assert_true (change->hours == NULL || bh_office_hours_parse (change->hours, &hours, error));

  return bh_register_change_calendar (work, change->hours != NULL ? &hours : NULL, change->years,
                                      change->valid_from, &change->changed, error);
}

static gboolean
change_hours (BhTestStore *test, const char *hours, gint64 valid_from)
{
  Change change = { hours, NULL, valid_from, FALSE };

  bh_test_store_write (test, change_cb, &change);

  return change.changed;
}

/* Announces that 4 January 2027 is off. */
static gboolean
announce (BhTestStore *test, const char *source, gint64 valid_from)
{
  g_autoptr (GPtrArray) years
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_holiday_year_free);
  BhHolidayYear *year = bh_holiday_year_new (2027, source);
  Change change = { NULL, years, valid_from, FALSE };

  g_assert_true (bh_holiday_year_add (year, 20270104, TRUE, "元旦", NULL));
  g_ptr_array_add (years, year);
  bh_test_store_write (test, change_cb, &change);

  return change.changed;
}

static void
assert_calendar (BhTestStore *test, gint64 at, int version, const char *hours, gboolean announced)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  BhCalendar *calendar = bh_office_get_current_calendar (office, at);
  g_autofree char *text = bh_office_hours_format (bh_calendar_get_hours (calendar));

  g_assert_cmpint (bh_calendar_get_version (calendar), ==, version);
  g_assert_cmpstr (text, ==, hours);
  g_assert_cmpint (bh_calendar_get_year (calendar, 2027) != NULL, ==, announced);
  g_assert_cmpint (bh_calendar_is_working_day (calendar, 20270104), ==, !announced);
  g_assert_true (bh_office_get_calendar (office, bh_calendar_get_id (calendar)) == calendar);
}

/* A new office has the default hours and the years that are shipped, from the beginning. */
static void
test_new (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) office = bh_store_dup_office (test->store);
  BhCalendar *calendar = bh_office_get_current_calendar (office, 1);

  g_assert_cmpuint (bh_office_list_calendars (office)->len, ==, 1);
  assert_calendar (test, 1, 1, BH_OFFICE_HOURS_DEFAULT, FALSE);
  for (int year = 2023; year <= 2026; year++)
    {
      g_assert_nonnull (bh_calendar_get_year (calendar, year));
      g_assert_nonnull (strstr (bh_calendar_get_year (calendar, year)->source, "www.gov.cn"));
    }
  g_assert_cmpuint (bh_calendar_list_years (calendar)->len, ==, 4);
  /* the first one begins in the year before; then the days of product.md */
  g_assert_false (bh_calendar_is_working_day (calendar, 20221231));
  g_assert_true (bh_calendar_get_holiday (calendar, 20221231)->off);
  g_assert_false (bh_calendar_is_working_day (calendar, 20251008));
  g_assert_true (bh_calendar_is_working_day (calendar, 20251009));
  g_assert_true (bh_calendar_is_working_day (calendar, 20251011));
  g_assert_cmpstr (bh_calendar_get_holiday (calendar, 20251011)->name, ==, "国庆节、中秋节");
}

static void
test_versions (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  g_assert_true (change_hours (test, "mon-sat 09:00-17:00", BH_TEST_NOW + 10 * DAY));
  assert_calendar (test, BH_TEST_NOW + 10 * DAY - 1, 1, BH_OFFICE_HOURS_DEFAULT, FALSE);
  assert_calendar (test, BH_TEST_NOW + 10 * DAY, 2, "mon-sat 09:00-17:00", FALSE);

  /* nobody can have counted by it before: it begins now */
  g_assert_true (change_hours (test, "mon-fri 08:00-16:00", 5));
  assert_calendar (test, BH_TEST_NOW - 1, 1, BH_OFFICE_HOURS_DEFAULT, FALSE);
  assert_calendar (test, BH_TEST_NOW, 3, "mon-fri 08:00-16:00", FALSE);
  assert_calendar (test, BH_TEST_NOW + 10 * DAY, 2, "mon-sat 09:00-17:00", FALSE);

  /* the same again is no change */
  g_assert_false (change_hours (test, "mon-fri 8:00-16:00", 0));
  bh_test_store_reopen (test);
  assert_calendar (test, BH_TEST_NOW, 3, "mon-fri 08:00-16:00", FALSE);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM calendar"), ==, 3);
}

/* A year that is announced counts in what is planned as well. */
static void
test_years (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  change_hours (test, "mon-sat 09:00-17:00", BH_TEST_NOW + 10 * DAY);
  g_assert_true (announce (test, "paper", BH_TEST_NOW + DAY));
  assert_calendar (test, BH_TEST_NOW, 1, BH_OFFICE_HOURS_DEFAULT, FALSE);
  assert_calendar (test, BH_TEST_NOW + DAY, 3, BH_OFFICE_HOURS_DEFAULT, TRUE);
  assert_calendar (test, BH_TEST_NOW + 10 * DAY, 4, "mon-sat 09:00-17:00", TRUE);

  g_assert_false (announce (test, "paper", BH_TEST_NOW + DAY));
  g_assert_true (announce (test, "another paper", BH_TEST_NOW + 20 * DAY));
  assert_calendar (test, BH_TEST_NOW + 20 * DAY, 5, "mon-sat 09:00-17:00", TRUE);

  /* all of it is there after a reopening */
  bh_test_store_reopen (test);
  assert_calendar (test, BH_TEST_NOW, 1, BH_OFFICE_HOURS_DEFAULT, FALSE);
  assert_calendar (test, BH_TEST_NOW + 10 * DAY, 4, "mon-sat 09:00-17:00", TRUE);
}

static gboolean
forget_calendars_cb (BhWork *work, gpointer data, GError **error)
{
  return bh_connection_execute (bh_work_get_connection (work),
                                "DELETE FROM calendar_day; DELETE FROM calendar_year;"
                                " DELETE FROM calendar;",
                                error);
}

/* As after a migration. */
static void
test_missing (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();

  bh_test_store_write (test, forget_calendars_cb, NULL);
  bh_test_store_reopen (test);
  assert_calendar (test, BH_TEST_NOW, 1, BH_OFFICE_HOURS_DEFAULT, FALSE);
  g_assert_cmpint (bh_test_store_get_single (test, "SELECT count (*) FROM calendar_year"), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register-calendar/new", test_new);
  g_test_add_func ("/register-calendar/versions", test_versions);
  g_test_add_func ("/register-calendar/years", test_years);
  g_test_add_func ("/register-calendar/missing", test_missing);

  return g_test_run ();
}
