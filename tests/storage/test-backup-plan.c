/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-backup-plan.h"

/* Days of the copies that stay, of @days (newest first). */
static char *
list_staying (const int *days, guint n_days)
{
  g_autofree gboolean *stays = bh_backup_plan (days, n_days);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n_days; i++)
    if (stays[i])
      g_string_append_printf (list, list->len > 0 ? " %d" : "%d", days[i]);

  return g_string_free (list, FALSE);
}

static void
assert_staying (const int *days, guint n_days, const char *expected)
{
  g_autofree char *list = list_staying (days, n_days);

  g_assert_cmpstr (list, ==, expected);
}

/* @n consecutive days that end with @last. */
static int *
make_days (GDate *last, guint n)
{
  int *days = g_new (int, n);
  GDate date = *last;

  for (guint i = 0; i < n; i++)
    {
      days[i] = g_date_get_year (&date) * 10000 + (int) g_date_get_month (&date) * 100
                + g_date_get_day (&date);
      g_date_subtract_days (&date, 1);
    }

  return days;
}

static void
test_nothing (void)
{
  const int one[] = { 20261103 };

  assert_staying (NULL, 0, "");
  assert_staying (one, 1, "20261103");
}

/* Tuesday 3 November 2026: the week before ended on Sunday, 1 November. */
static void
test_every_day (void)
{
  GDate last;
  g_autofree int *days = NULL;

  g_date_clear (&last, 1);
  g_date_set_dmy (&last, 3, G_DATE_NOVEMBER, 2026);
  days = make_days (&last, 500);

  assert_staying (days, 7, "20261103 20261102 20261101 20261031 20261030 20261029 20261028");
  assert_staying (days, 500,
                  "20261103 20261102 20261101 20261031 20261030 20261029 20261028 "
                  "20261025 20261018 "
                  "20260930 20260831 20260731 20260630 20260531 20260430 20260331 20260228 "
                  "20260131 20251231");
}

/* What stays is thinned out again the next day: nothing goes that would be missing later. */
static void
test_day_by_day (void)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (int));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 2025);
  for (guint i = 0; i < 672; i++)
    {
      g_autofree gboolean *stays = NULL;
      g_autofree int *day = make_days (&date, 1);
      guint n = 0;

      g_array_prepend_val (kept, day[0]);
      stays = bh_backup_plan ((const int *) kept->data, kept->len);
      for (guint j = 0; j < kept->len; j++)
        if (stays[j])
          g_array_index (kept, int, n++) = g_array_index (kept, int, j);
      g_array_set_size (kept, n);
      g_date_add_days (&date, 1);
    }

  assert_staying ((const int *) kept->data, kept->len,
                  "20261103 20261102 20261101 20261031 20261030 20261029 20261028 "
                  "20261025 20261018 "
                  "20260930 20260831 20260731 20260630 20260531 20260430 20260331 20260228 "
                  "20260131 20251231");
}

static void
test_gaps (void)
{
  /* Closed from January to March, and several copies on one day. */
  const int days[] = { 20260401, 20260401, 20251231, 20251230, 20251229, 20251228, 20251227,
                       20251226, 20251225, 20251130, 20240229, 20230301, 20230215 };

  assert_staying (days, G_N_ELEMENTS (days),
                  "20260401 20251231 20251230 20251229 20251228 20251227 20251226 20251130 "
                  "20240229 20230301 20230215");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup-plan/nothing", test_nothing);
  g_test_add_func ("/backup-plan/every-day", test_every_day);
  g_test_add_func ("/backup-plan/day-by-day", test_day_by_day);
  g_test_add_func ("/backup-plan/gaps", test_gaps);

  return g_test_run ();
}
