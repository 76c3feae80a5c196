/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-rhythm.h"

#include "base/bh-clock.h"
#include "demo/bh-demo-random.h"

#include <math.h>

#define STREAM_DAYS G_GUINT64_CONSTANT (0x64617973)
#define STREAM_ARRIVALS G_GUINT64_CONSTANT (0x6172726976)

#define HOURS_PER_DAY 24
#define DAYS_PER_YEAR 365.25
#define DAY_NOISE 0.16 /* deviation of the logarithm of a day's tickets */

/* Relative frequency of the hours: the desk's mornings and afternoons, and the evenings at home. */
static const double day_rhythm[HOURS_PER_DAY]
    = { 3, 2, 1, 1, 1, 3, 10, 28, 62, 96, 90, 62, 40, 46, 78, 82, 62, 46, 50, 74, 72, 44, 20, 8 };

/* Monday first. */
static const double week_rhythm[7] = { 1.16, 1.06, 1.0, 1.0, 1.04, 0.9, 0.82 };

/* One hour of the window with what came before it. */
typedef struct
{
  gint64 start;
  gint64 end;
  double before; /* sum of the weights of all earlier hours */
  double weight;
} Hour;

static gboolean
is_holiday (int month, int day)
{
  return (month == 1 && day == 1) || (month == 5 && day <= 3) || (month == 10 && day <= 7);
}

static double
weigh_day (GDateTime *midnight, gint64 from, const double *season, guint64 seed)
{
  int year, month, day;
  double age = (double) (g_date_time_to_unix (midnight) - from / BH_USEC_PER_SEC)
               / (DAYS_PER_YEAR * 24 * 60 * 60);
  BhDemoRandom random;
  double weight;

  g_date_time_get_ymd (midnight, &year, &month, &day);
  bh_demo_random_init (&random, seed ^ STREAM_DAYS, (guint64) (year * 10000 + month * 100 + day));

  weight = week_rhythm[g_date_time_get_day_of_week (midnight) - 1] * season[month - 1];
  weight *= pow (1 + BH_DEMO_GROWTH, age);
  weight *= exp (DAY_NOISE * bh_demo_random_normal (&random));
  if (is_holiday (month, day))
    weight *= 0.6;

  return weight;
}

/* A day on which clocks are changed has hours of 57.5 or 62.5 minutes; nobody minds. */
static void
append_day (
    GArray *hours, gint64 midnight, gint64 next, gint64 from, gint64 until, double day_weight)
{
  for (int i = 0; i < HOURS_PER_DAY; i++)
    {
      gint64 start = midnight + (next - midnight) / HOURS_PER_DAY * i;
      gint64 end = midnight + (next - midnight) / HOURS_PER_DAY * (i + 1);
      Hour hour = { .start = MAX (start, from), .end = MIN (end, until) };
      const Hour *last = hours->len > 0 ? &g_array_index (hours, Hour, hours->len - 1) : NULL;

      if (hour.start >= hour.end)
        continue;
      hour.before = last != NULL ? last->before + last->weight : 0;
      hour.weight
          = day_weight * day_rhythm[i] * (double) (hour.end - hour.start) / (double) (end - start);
      g_array_append_val (hours, hour);
    }
}

static GArray *
weigh_hours (GTimeZone *zone, gint64 from, gint64 until, const double *season, guint64 seed)
{
  GArray *hours = g_array_new (FALSE, FALSE, sizeof (Hour));
  g_autoptr (GDateTime) first_utc = g_date_time_new_from_unix_utc (from / BH_USEC_PER_SEC);
  g_autoptr (GDateTime) first = g_date_time_to_timezone (first_utc, zone);
  g_autoptr (GDateTime) midnight
      = g_date_time_new (zone, g_date_time_get_year (first), g_date_time_get_month (first),
                         g_date_time_get_day_of_month (first), 0, 0, 0);

  while (g_date_time_to_unix (midnight) * BH_USEC_PER_SEC < until)
    {
      g_autoptr (GDateTime) next = g_date_time_add_days (midnight, 1);

      append_day (hours, g_date_time_to_unix (midnight) * BH_USEC_PER_SEC,
                  g_date_time_to_unix (next) * BH_USEC_PER_SEC, from, until,
                  weigh_day (midnight, from, season, seed));
      g_date_time_unref (midnight);
      midnight = g_steal_pointer (&next);
    }

  return hours;
}

/* Sums of exponential gaps, divided by their total, are what sorting so many uniform numbers would
 * give. */
static double *
draw_sorted_units (guint n, guint64 seed)
{
  double *units = g_new (double, n);
  double sum = 0;
  BhDemoRandom random;

  bh_demo_random_init (&random, seed, STREAM_ARRIVALS);
  for (guint i = 0; i < n; i++)
    {
      sum += bh_demo_random_exponential (&random);
      units[i] = sum;
    }
  sum += bh_demo_random_exponential (&random);
  for (guint i = 0; i < n; i++)
    units[i] /= sum;

  return units;
}

GArray *
bh_demo_rhythm_draw (
    GTimeZone *zone, gint64 from, gint64 until, const double *season, guint n, guint64 seed)
{
  g_autoptr (GArray) hours = NULL;
  g_autofree double *units = NULL;
  GArray *instants;
  const Hour *hour;
  const Hour *last;
  double total;

  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (from < until, NULL);
  g_return_val_if_fail (season != NULL, NULL);

  hours = weigh_hours (zone, from, until, season, seed);
  hour = &g_array_index (hours, Hour, 0);
  last = &g_array_index (hours, Hour, hours->len - 1);
  total = last->before + last->weight;
  units = draw_sorted_units (n, seed);

  instants = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  for (guint i = 0; i < n; i++)
    {
      double point = units[i] * total;
      double part;
      gint64 instant;

      while (hour < last && point >= hour->before + hour->weight)
        hour++;
      part = MIN ((point - hour->before) / hour->weight, 1.0);
      instant = hour->start + (gint64) (part * (double) (hour->end - hour->start - 1));
      instant -= instant % BH_USEC_PER_SEC;
      g_array_append_val (instants, instant);
    }

  return instants;
}
