/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-due-explain.h"
#include "domain/bh-duration.h"
#include "domain/bh-error.h"

#define HOUR 3600
#define DAY (24 * HOUR)

static void
test_read (void)
{
  const struct
  {
    const char *text;
    gint64 seconds;
  } cases[] = {
    { "4 h", 4 * HOUR },      { "4h", 4 * HOUR },      { " 30 min ", 1800 },
    { "30min", 1800 },        { "30 分钟", 1800 },     { "15分", 900 },
    { "2 天", 2 * DAY },      { "7 days", 7 * DAY },   { "1 day", DAY },
    { "2D", 2 * DAY },        { "1.5 h", 5400 },       { "1 h 30 min", 5400 },
    { "1h30m", 5400 },        { "1小时30分", 5400 },   { "1 天 4 小时", DAY + 4 * HOUR },
    { "3 个小时", 3 * HOUR }, { "1:30", 5400 },        { "0:05", 300 },
    { "48:00", 48 * HOUR },   { "４ 小时", 4 * HOUR }, { "２ｈ", 2 * HOUR },
    { "90 minutes", 5400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 seconds = -1;

      g_assert_true (bh_duration_parse (cases[i].text, &seconds, &error));
      g_assert_no_error (error);
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

/* A number alone might be hours or minutes; nobody shall guess. */
static void
test_refused (void)
{
  const char *const cases[]
      = { "",        "4",        "h",       "4 x", "four h", "-4 h",       "1:75",  "30 min 1 h",
          "1 h 2 h", "4 h soon", "1e300 d", "0 h", "4 hm",   "9999999 天", "4 h 30" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 seconds = -1;

      g_assert_false (bh_duration_parse (cases[i], &seconds, &error));
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
      g_assert_cmpint (seconds, ==, -1);
    }
}

/* What is shown can be typed. */
static void
test_round_trip (void)
{
  for (gint64 seconds = 60; seconds < 12 * DAY; seconds += 7 * 60)
    {
      g_autofree char *text = bh_due_format_duration (seconds);
      gint64 read = 0;

      g_assert_true (bh_duration_parse (text, &read, NULL));
      g_assert_cmpint (read, ==, seconds);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duration/read", test_read);
  g_test_add_func ("/duration/refused", test_refused);
  g_test_add_func ("/duration/round-trip", test_round_trip);

  return g_test_run ();
}
