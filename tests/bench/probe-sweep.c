/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-sweep.h"

#include <locale.h>

/* probe-sweep DATABASE, for bench-sweep: a pass over the clocks of an office whose open
 * tickets all have clocks that run, a few of which are due, against one SQL scan of the same
 * tickets. One line a measurement: microseconds, the best of several. */

#define N_RUNS 5

typedef struct
{
  gint64 at;
  gint64 open;
  gint64 due;
} Scan;

static gpointer
scan_open (BhConnection *connection, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Scan *scan = user_data;
  BhStatement *statement = bh_connection_prepare (
      connection,
      "SELECT id, received_at, response_due, completion_due, next_due, next_warning FROM ticket"
      " NOT INDEXED WHERE status < 80",
      error);
  BhStep step = BH_STEP_ERROR;

  scan->open = 0;
  scan->due = 0;
  while (statement != NULL && (step = bh_statement_step (statement, error)) == BH_STEP_ROW)
    {
      gint64 warning = bh_statement_get_int64 (statement, 5);

      scan->open++;
      scan->due += warning != 0 && warning <= scan->at;
    }

  return step == BH_STEP_DONE ? scan : NULL;
}

static gint64
measure_scan (BhStore *store, Scan *scan, GError **error)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      if (bh_store_read (store, scan_open, scan, NULL, error) == NULL)
        return -1;
      best = MIN (best, g_get_monotonic_time () - start);
    }

  return best;
}

int
main (int argc, char *argv[])
{
  g_autoptr (BhClock) clock = bh_clock_new_system ();
  g_autoptr (BhStore) store = NULL;
  g_autoptr (BhSweep) sweep = NULL;
  g_autoptr (BhSweep) idle = NULL;
  g_autoptr (GError) error = NULL;
  Scan scan = { .at = bh_clock_now (clock) };
  gint64 scanned, start, swept, idled;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 2)
    return 2;
  store = bh_store_open (argv[1], BH_OPEN_EXISTING, clock, &error);
  scanned = store != NULL ? measure_scan (store, &scan, &error) : -1;
  start = g_get_monotonic_time ();
  sweep = scanned >= 0 ? bh_sweep_run (store, scan.at, NULL, &error) : NULL;
  swept = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  idle = sweep != NULL ? bh_sweep_run (store, scan.at, NULL, &error) : NULL;
  idled = g_get_monotonic_time () - start;
  if (idle == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  g_print ("open %" G_GINT64_FORMAT " due %" G_GINT64_FORMAT " warnings %u\n", scan.open, scan.due,
           sweep->n_warnings);
  g_print ("scan %" G_GINT64_FORMAT "\nsweep %" G_GINT64_FORMAT "\nidle %" G_GINT64_FORMAT "\n",
           scanned, swept, idled);

  return 0;
}
