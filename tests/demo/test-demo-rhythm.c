/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-rhythm.h"

#include <string.h>

#define N 60000
#define USEC G_GINT64_CONSTANT (1000000)

static const double even[12] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };

typedef struct
{
  GTimeZone *zone; /* (owned) */
  gint64 from;
  gint64 until;
  GArray *instants; /* (owned) */
} Fixture;

static gint64
midnight (GTimeZone *zone, int year, int month, int day)
{
  g_autoptr (GDateTime) time = g_date_time_new (zone, year, month, day, 0, 0, 0);

  return g_date_time_to_unix (time) * USEC;
}

/* Two years, so that growth shows. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_assert_nonnull (fixture->zone);
  fixture->from = midnight (fixture->zone, 2024, 1, 1);
  fixture->until = midnight (fixture->zone, 2026, 1, 1);
  fixture->instants
      = bh_demo_rhythm_draw (fixture->zone, fixture->from, fixture->until, even, N, 11);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_time_zone_unref (fixture->zone);
  g_array_unref (fixture->instants);
}

static GDateTime *
local (Fixture *fixture, guint i)
{
  g_autoptr (GDateTime) utc
      = g_date_time_new_from_unix_utc (g_array_index (fixture->instants, gint64, i) / USEC);

  return g_date_time_to_timezone (utc, fixture->zone);
}

static void
test_window (Fixture *fixture, gconstpointer data)
{
  gint64 previous = fixture->from;

  g_assert_cmpuint (fixture->instants->len, ==, N);
  for (guint i = 0; i < N; i++)
    {
      gint64 instant = g_array_index (fixture->instants, gint64, i);

      g_assert_cmpint (instant, >=, previous);
      g_assert_cmpint (instant, <, fixture->until);
      g_assert_cmpint (instant % USEC, ==, 0);
      previous = instant;
    }
}

static void
test_same_seed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) same
      = bh_demo_rhythm_draw (fixture->zone, fixture->from, fixture->until, even, N, 11);
  g_autoptr (GArray) other
      = bh_demo_rhythm_draw (fixture->zone, fixture->from, fixture->until, even, N, 12);

  g_assert_cmpmem (same->data, N * sizeof (gint64), fixture->instants->data, N * sizeof (gint64));
  g_assert_cmpint (memcmp (same->data, other->data, N * sizeof (gint64)), !=, 0);
}

static void
test_day_and_week (Fixture *fixture, gconstpointer data)
{
  guint hours[24] = { 0 };
  guint days[8] = { 0 };

  for (guint i = 0; i < N; i++)
    {
      g_autoptr (GDateTime) time = local (fixture, i);

      hours[g_date_time_get_hour (time)]++;
      days[g_date_time_get_day_of_week (time)]++;
    }

  /* Peaks in the morning, the afternoon and after supper; dips at noon, at six and at night. */
  g_assert_cmpuint (hours[9], >, hours[12] * 3 / 2);
  g_assert_cmpuint (hours[15], >, hours[12] * 5 / 4);
  g_assert_cmpuint (hours[19], >, hours[17] * 5 / 4);
  g_assert_cmpuint (hours[9], >, hours[3] * 20);
  g_assert_cmpuint (hours[3], >, 0);
  g_assert_cmpuint (days[1], >, days[3]);
  g_assert_cmpuint (days[3], >, days[7]);
}

static void
test_growth (Fixture *fixture, gconstpointer data)
{
  guint first = 0;

  for (guint i = 0; i < N; i++)
    {
      g_autoptr (GDateTime) time = local (fixture, i);

      first += g_date_time_get_year (time) == 2024;
    }
  /* 2024 is a day longer, and days differ. */
  g_assert_cmpfloat_with_epsilon ((N - first) / (double) first, 1 + BH_DEMO_GROWTH, 0.05);
}

static void
test_season (Fixture *fixture, gconstpointer data)
{
  static const double summer[12] = { 0, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1 };
  g_autoptr (GArray) instants
      = bh_demo_rhythm_draw (fixture->zone, fixture->from, fixture->until, summer, N, 5);
  guint months[13] = { 0 };

  for (guint i = 0; i < N; i++)
    {
      g_autoptr (GDateTime) utc
          = g_date_time_new_from_unix_utc (g_array_index (instants, gint64, i) / USEC);
      g_autoptr (GDateTime) time = g_date_time_to_timezone (utc, fixture->zone);

      months[g_date_time_get_month (time)]++;
    }
  g_assert_cmpuint (months[1], ==, 0);
  g_assert_cmpuint (months[7], >, months[6] * 2);
}

static void
test_short_window (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  gint64 from = midnight (zone, 2026, 3, 8) + 10 * USEC; /* a day of 23 hours */
  g_autoptr (GArray) one = bh_demo_rhythm_draw (zone, from, from + 7200 * USEC, even, 1, 1);
  g_autoptr (GArray) none = bh_demo_rhythm_draw (zone, from, from + 7200 * USEC, even, 0, 1);
  g_autoptr (GArray) day
      = bh_demo_rhythm_draw (zone, from, midnight (zone, 2026, 3, 9), even, 500, 1);

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (g_array_index (one, gint64, 0), >=, from - from % USEC);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (g_array_index (day, gint64, 499), <, midnight (zone, 2026, 3, 9));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/demo/rhythm/window", test_window);
  ADD ("/demo/rhythm/same-seed", test_same_seed);
  ADD ("/demo/rhythm/day-and-week", test_day_and_week);
  ADD ("/demo/rhythm/growth", test_growth);
  ADD ("/demo/rhythm/season", test_season);
  g_test_add_func ("/demo/rhythm/short-window", test_short_window);

  return g_test_run ();
}
