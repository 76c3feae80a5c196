/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-headline.h"
#include "insight/bh-pareto.h"
#include "insight/bh-trend.h"
#include "storage/bh-store.h"

#include <stdlib.h>

/* bench-overview BIG SMALL: how long the first page of Insight takes of a big office whose figures
 * are kept, beside that of a small one in the same run: its tiles with their thirteen months, and
 * the two charts below them. Medians of several rounds in turns; also the first look, which
 * computes all.
 *
 * Made for offices of 1,000,000 and 10,000 tickets. Fails where the ratio is above 1.3. */

#define ROUNDS 15
#define MAX_RATIO 1.3

typedef struct
{
  BhStore *store;
  gint64 now;
} Office;

static gpointer
look_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Office *self = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (self->store);
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, office, self->now, BH_INSIGHT_EXACT, cancellable);
  BhOfficeTime *time = bh_office_get_time (office);
  g_autoptr (GPtrArray) headlines = NULL;
  g_autoptr (BhTrend) trend = NULL;
  g_autoptr (BhPareto) pareto = NULL;
  BhPeriod month, before;
  BhLocalTime local;

  bh_insight_set_store (insight, self->store);
  bh_office_time_split (time, self->now, &local);
  bh_office_time_get_month (time, local.month, &month);
  bh_office_time_get_month (time, bh_month_shift (local.month, -1), &before);
  headlines = bh_headlines_compute (insight, &month, &before, NULL, TRUE, error);
  if (headlines != NULL)
    trend
        = bh_trend_compute (insight, BH_FIGURE_RECEIVED, local.month, BH_TREND_MONTHS, NULL, error);
  if (trend != NULL)
    pareto = bh_pareto_compute (insight, &month, &before, NULL, BH_PARETO_LEAF, error);

  return pareto != NULL ? self : NULL;
}

/* Milliseconds of one look. */
static double
look (Office *office)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();

  if (bh_store_read (office->store, look_in_worker, office, NULL, &error) == NULL)
    g_error ("%s", error->message);

  return g_timer_elapsed (timer, NULL) * 1000;
}

static void
open_office (Office *office, const char *path, BhClock *clock)
{
  g_autoptr (GError) error = NULL;

  office->store = bh_store_open (path, BH_OPEN_EXISTING, clock, &error);
  if (office->store == NULL)
    g_error ("%s", error->message);
}

/* The first look computes what the later ones find: closing waits until it is written. */
static void
warm (Office *office, const char *path, BhClock *clock)
{
  open_office (office, path, clock);
  g_print ("%s: first look %.1f ms\n", path, look (office));
  bh_store_close (office->store);
  g_clear_object (&office->store);
  open_office (office, path, clock);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

int
main (int argc, char *argv[])
{
  g_autoptr (BhClock) clock = bh_clock_new_system ();
  Office big = { .now = bh_clock_now (clock) }, small = big;
  double times[2][ROUNDS], ratio;

  if (argc != 3)
    {
      g_printerr ("bench-overview BIG SMALL\n");
      return 2;
    }
  warm (&big, argv[1], clock);
  warm (&small, argv[2], clock);
  for (guint i = 0; i < ROUNDS; i++)
    {
      times[0][i] = look (&big);
      times[1][i] = look (&small);
    }
  for (guint i = 0; i < 2; i++)
    qsort (times[i], ROUNDS, sizeof (double), compare_times);
  ratio = times[0][ROUNDS / 2] / times[1][ROUNDS / 2];
  g_print ("kept: %.2f ms beside %.2f ms, ratio %.3f\n", times[0][ROUNDS / 2], times[1][ROUNDS / 2],
           ratio);
  g_object_unref (big.store);
  g_object_unref (small.store);

  return ratio <= MAX_RATIO ? 0 : 1;
}
