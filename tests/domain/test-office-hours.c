/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-office-hours.h"

#include "domain/bh-error.h"

static void
assert_text (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  BhOfficeHours hours, again;
  g_autofree char *written = NULL;
  g_autofree char *rewritten = NULL;

  g_assert_true (bh_office_hours_parse (text, &hours, &error));
  g_assert_no_error (error);
  written = bh_office_hours_format (&hours);
  g_assert_cmpstr (written, ==, expected);

  g_assert_true (bh_office_hours_parse (written, &again, &error));
  rewritten = bh_office_hours_format (&again);
  g_assert_cmpstr (rewritten, ==, expected);
}

static void
test_texts (void)
{
  assert_text (BH_OFFICE_HOURS_DEFAULT, "mon-fri 08:30-12:00,13:30-18:00");
  assert_text ("mon 8:30-12:00, 13:30-18:00; tue 08:30-12:00,13:30-18:00",
               "mon-tue 08:30-12:00,13:30-18:00");
  assert_text ("  sat 9:00-12:00 ; mon-fri 8:30-17:30 ;", "mon-fri 08:30-17:30; sat 09:00-12:00");
  /* one day apart is a group of its own */
  assert_text ("mon-wed 09:00-17:00; thu off; fri 09:00-17:00",
               "mon-wed 09:00-17:00; fri 09:00-17:00");
  assert_text ("Monday 13:30-18:00,08:30-12:00", "mon 08:30-12:00,13:30-18:00");
  assert_text ("mon-sun 00:00-24:00", "mon-sun 00:00-24:00");
  /* as it is typed on a Chinese keyboard */
  assert_text ("周一至周五 ８：３０－１２：００，１３：３０－１８：００；星期六：9:00—12:00",
               "mon-fri 08:30-12:00,13:30-18:00; sat 09:00-12:00");
  assert_text ("周一到周四 8:30至17:00；周日 休息；礼拜五 9:00~12:00、14:00-16:00",
               "mon-thu 08:30-17:00; fri 09:00-12:00,14:00-16:00");
  assert_text ("星期天 9:00-12:00", "sun 09:00-12:00");
}

static void
test_wrong_texts (void)
{
  static const char *const wrong[] = {
    "",
    ";",
    "mon",
    "mon off",
    "08:30-12:00",
    "mon 8-12",
    "mon 08:30",
    "mon 08:60-12:00",
    "mon 08:30-25:00",
    "mon 08:30-24:01",
    "mon 12:00-08:30",
    "mon 12:00-12:00",
    "mon 22:00-06:00",
    "mon 08:30-12:00,11:00-13:00",
    "mon 08:30-12:00,12:00-13:00",
    "mon 08:30-12:00 13:00-14:00",
    "mon 08:30-12:00,",
    "fri-mon 08:30-12:00",
    "mon-fri 08:30-12:00; fri 08:30-12:00",
    "someday 08:30-12:00",
    "mon 0:00-1:00,2:00-3:00,4:00-5:00,6:00-7:00,8:00-9:00,10:00-11:00,12:00-13:00",
    "mon -1:00-2:00",
    "mon 08:30-12:00\xff",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      BhOfficeHours hours;

      g_test_message ("%s", wrong[i]);
      g_assert_false (bh_office_hours_parse (wrong[i], &hours, &error));
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
    }
}

static void
test_days (void)
{
  g_autoptr (GError) error = NULL;
  BhDayHours hours, other;
  g_autofree char *text = NULL;

  g_assert_true (bh_day_hours_parse ("", &hours, &error));
  g_assert_cmpuint (hours.n_spans, ==, 0);
  g_assert_true (bh_day_hours_parse (" off ", &other, &error));
  g_assert_true (bh_day_hours_is_equal (&hours, &other));

  g_assert_true (bh_day_hours_parse ("13:30-18:00, 8:30-12:00", &hours, &error));
  g_assert_no_error (error);
  text = bh_day_hours_format (&hours);
  g_assert_cmpstr (text, ==, "08:30-12:00,13:30-18:00");
  g_assert_false (bh_day_hours_is_equal (&hours, &other));
  g_assert_cmpint (hours.spans[1].from, ==, 13 * 60 + 30);
  g_assert_cmpint (hours.spans[1].to, ==, 18 * 60);

  g_assert_false (bh_day_hours_parse ("mon 08:30-12:00", &hours, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
}

static void
test_described (void)
{
  g_autoptr (GError) error = NULL;
  BhOfficeHours hours;
  g_autofree char *text = NULL;

  g_assert_true (
      bh_office_hours_parse ("mon-fri 08:30-12:00,13:30-18:00; sun 09:00-12:00", &hours, &error));
  text = bh_office_hours_describe (&hours);
  g_assert_cmpstr (text, ==, "Monday to Friday 08:30-12:00, 13:30-18:00; Sunday 09:00-12:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-hours/texts", test_texts);
  g_test_add_func ("/office-hours/wrong-texts", test_wrong_texts);
  g_test_add_func ("/office-hours/days", test_days);
  g_test_add_func ("/office-hours/described", test_described);

  return g_test_run ();
}
