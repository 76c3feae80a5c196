/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-settings.h"

#include "storage/bh-register-repository.h"

#include "support/bh-test-store.h"

static void
set (BhWork *work, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bh_settings_set (work, key, value, &error));
  g_assert_no_error (error);
}

/* The message names what is allowed. */
static void
refuse (BhWork *work, const char *key, const char *value, const char *allowed)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_settings_set (work, key, value, &error));
  g_assert_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, allowed));
}

static void
assert_value (BhWork *work, const char *key, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = bh_settings_get (bh_work_get_connection (work), key, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static gboolean
check_values (BhWork *work, gpointer data, GError **error)
{
  g_autoptr (GError) local = NULL;

  for (guint i = 0; bh_settings_get_nth (i) != NULL; i++)
    assert_value (work, bh_settings_get_nth (i)->key, bh_settings_get_nth (i)->default_value);

  refuse (work, "colour", "red", "timezone");
  g_assert_null (bh_settings_get (bh_work_get_connection (work), "colour", &local));
  g_assert_error (local, BH_STORAGE_ERROR, BH_STORAGE_ERROR_INVALID);
  refuse (work, "timezone", "Mars/Olympus", "Asia/Shanghai");
  refuse (work, "undo-minutes", "-1", "0");
  refuse (work, "undo-minutes", "soon", "0");
  refuse (work, "undo-minutes", "", "0");
  refuse (work, "repeat-days", "4000", "3650");
  refuse (work, "auto-dispatch-percent", "101", "100");
  refuse (work, "desk-number", "1024", "1023");
  refuse (work, "backup-daily", "maybe", "yes, no");
  refuse (work, "attachment-megabytes", "0", "4000");
  refuse (work, "attachment-megabytes", "4001", "4000");
  bh_register_add_staff (work, "王芳", 0, BH_ROLE_CLERK, NULL, error);
  refuse (work, "desk-staff", "王", "王芳");

  set (work, "office-name", "滨河花园物业服务中心");
  set (work, "undo-minutes", "5");
  set (work, "repeat-days", "60");
  set (work, "reopen-days", "7");
  set (work, "auto-dispatch-percent", "85");
  set (work, "desk-staff", "王芳");
  set (work, "backup-daily", "no");
  set (work, "desk-number", "12");

  return TRUE;
}

static gboolean
register_ticket (BhWork *work, gpointer data, GError **error)
{
  *(gint64 *) data = bh_test_work_register (work, NULL, 0)->id;

  return TRUE;
}

static void
test_values (void)
{
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) office = NULL;
  const BhOfficeSettings *settings;
  gint64 id;

  bh_test_store_write (test, check_values, NULL);
  bh_test_store_reopen (test);
  office = bh_store_dup_office (test->store);
  settings = bh_office_get_settings (office);

  g_assert_cmpstr (settings->name, ==, "滨河花园物业服务中心");
  g_assert_cmpint (settings->undo_seconds, ==, 5 * 60);
  g_assert_cmpint (settings->repeat_days, ==, 60);
  g_assert_cmpint (settings->reopen_days, ==, 7);
  g_assert_cmpint (settings->auto_dispatch_percent, ==, 85);
  g_assert_cmpint (settings->desk_staff_id, ==,
                   bh_entry_get_id (bh_office_find (office, BH_TYPE_STAFF, "王芳")));

  bh_test_store_write (test, register_ticket, &id);
  g_assert_cmpint ((id >> 12) & BH_MAX_DESK, ==, 12);
}

/* One ticket that was finished and called back, and more open ones than a page of the rebuild. */
static gboolean
register_tickets (BhWork *work, gpointer data, GError **error)
{
  for (int i = 0; i < 1500; i++)
    bh_test_work_register (work, NULL, 0);
  bh_test_work_close (work, bh_test_work_register (work, NULL, 0));

  return TRUE;
}

static gboolean
move_office (BhWork *work, gpointer data, GError **error)
{
  bh_test_work_register (work, NULL, 0);

  return bh_settings_set (work, "timezone", "America/New_York", error);
}

static void
assert_all (BhTestStore *test, const char *table, const char *condition, gint64 expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s", table, condition);

  g_assert_cmpint (bh_test_store_get_single (test, sql), ==, expected);
}

/* 2026-03-01 05:30 in Shanghai is 16:30 of the day before in New York, another month and day. */
static void
test_time_zone (void)
{
  static const char shanghai[] = "received_day = 20260301 AND received_month = 202603"
                                 " AND received_weekday = 7 AND received_hour = 5";
  static const char new_york[] = "received_day = 20260228 AND received_month = 202602"
                                 " AND received_weekday = 6 AND received_hour = 16";
  const gint64 received = BH_TEST_NOW - (28 * 60 + 30) * 60 * BH_USEC_PER_SEC;
  g_autoptr (BhTestStore) test = bh_test_store_new ();
  g_autoptr (BhOffice) office = NULL;

  bh_clock_set (test->clock, received);
  bh_test_store_write (test, register_tickets, NULL);
  assert_all (test, "ticket", shanghai, 1501);
  assert_all (test, "ticket",
              "finished_day = 20260301 AND finished_month = 202603 AND closed_month = 202603", 1);
  assert_all (test, "callback", "at_month = 202603", 1);

  bh_clock_set (test->clock, received);
  bh_test_store_write (test, move_office, NULL);
  assert_all (test, "ticket", new_york, 1502);
  assert_all (test, "ticket",
              "finished_day = 20260228 AND finished_month = 202602 AND closed_month = 202602", 1);
  assert_all (test, "ticket", "finished_day IS NULL AND closed_month IS NULL", 1501);
  assert_all (test, "callback", "at_month = 202602", 1);
  office = bh_store_dup_office (test->store);
  g_assert_cmpstr (bh_office_time_get_zone (bh_office_get_time (office)), ==, "America/New_York");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/settings/values", test_values);
  g_test_add_func ("/settings/time-zone", test_time_zone);

  return g_test_run ();
}
