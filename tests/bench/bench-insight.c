/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-pareto.h"
#include "insight/bh-trend.h"
#include "storage/bh-store.h"

#include <locale.h>
#include <stdlib.h>
#include <time.h>

/* bench-insight [--filter EXPRESSION] DATABASE [FIGURE…]: how long the charts of the Insight page
 * take, beside one full scan of the table of tickets in the same run. Of every figure, counts and
 * means of 13 months, and the same with percentiles; and what most tickets are about; of all
 * tickets or those that pass a filter. Processor time, medians of several rounds in turns.
 *
 * Made for a database of a million tickets: `bihuan demo --tickets 1000000`. Fails where the counts
 * and means of a figure take more than a fifth of the scan. */

#define ROUNDS 5
#define MAX_RATIO 0.2

typedef struct
{
  BhOffice *office;
  BhFigureId figure;
  int month;
  gint64 now;
  BhTicketFilter *filter;
  BhInsightMode mode;
} Question;

static gpointer
scan_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  gint64 sum;

  /* What stands in no index, from the beginning of the row to its end. */
  if (!bh_connection_get_single (
          connection, "SELECT SUM (version + head_seq + received_hour) FROM ticket", &sum, error))
    return NULL;

  return g_strdup ("");
}

static gpointer
trend_in_worker (BhConnection *connection,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  Question *q = user_data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, q->office, q->now, q->mode, cancellable);

  return bh_trend_compute (insight, q->figure, q->month, BH_TREND_MONTHS, q->filter, error);
}

static gpointer
pareto_in_worker (BhConnection *connection,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  Question *q = user_data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, q->office, q->now, BH_INSIGHT_EXACT, cancellable);
  BhPeriod period;

  bh_office_time_get_month (bh_office_get_time (q->office), q->month, &period);

  return bh_pareto_compute (insight, &period, NULL, q->filter, BH_PARETO_LEAF, error);
}

/* Processor time: that of others does not count. */
static double
get_millis (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static double
measure (BhStore *store, BhReadFunc func, Question *question, GDestroyNotify free_result)
{
  g_autoptr (GError) error = NULL;
  double start = get_millis ();
  gpointer result = bh_store_read (store, func, question, NULL, &error);

  if (result == NULL)
    g_error ("%s", error->message);
  free_result (result);

  return get_millis () - start;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_median (double *times)
{
  qsort (times, ROUNDS, sizeof *times, compare_times);

  return times[ROUNDS / 2];
}

/* Returns: whether it was quick enough */
static gboolean
bench_figure (BhStore *store, Question *question, gboolean exact)
{
  const BhFigureInfo *info = bh_figure_get_info (question->figure);
  double scan[ROUNDS], quick[ROUNDS], whole = 0;
  double ratio;

  for (guint i = 0; i < ROUNDS; i++)
    {
      scan[i] = measure (store, scan_in_worker, NULL, g_free);
      question->mode = BH_INSIGHT_QUICK;
      quick[i] = measure (store, trend_in_worker, question, (GDestroyNotify) bh_trend_free);
    }
  question->mode = BH_INSIGHT_EXACT;
  if (exact && info->form == BH_FIGURE_SPREAD)
    whole = measure (store, trend_in_worker, question, (GDestroyNotify) bh_trend_free);
  ratio = get_median (quick) / get_median (scan);
  g_print ("%-28s %8.1f ms   scan %8.1f ms   ratio %5.3f", info->key, get_median (quick),
           get_median (scan), ratio);
  if (whole > 0)
    g_print ("   with percentiles %8.1f ms", whole);
  g_print ("\n");

  return ratio <= MAX_RATIO;
}

/* Of all figures that are named, or all. Returns: whether all were quick enough */
static gboolean
bench_figures (BhStore *store, Question *question, const char *const *names)
{
  gboolean good = TRUE;

  for (guint i = 0; i < BH_N_FIGURES; i++)
    {
      question->figure = (BhFigureId) i;
      if (names[0] == NULL || g_strv_contains (names, bh_figure_get_info (i)->key))
        good = bench_figure (store, question, names[0] == NULL) && good;
    }
  g_print ("%-28s %8.1f ms\n", "pareto",
           measure (store, pareto_in_worker, question, (GDestroyNotify) bh_pareto_free));

  return good;
}

int
main (int argc, char *argv[])
{
  g_autofree char *expression = NULL;
  const GOptionEntry entries[] = {
    { "filter", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &expression, "Which tickets",
      "EXPRESSION" },
    { 0 },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("DATABASE [FIGURE…]");
  g_autoptr (GError) error = NULL;
  g_autoptr (BhClock) clock = bh_clock_new_system ();
  g_autoptr (BhTicketFilter) parsed = NULL;
  g_autoptr (BhTicketFilter) filter = NULL;
  g_autoptr (BhStore) store = NULL;
  g_autoptr (BhOffice) office = NULL;
  BhLocalTime local;
  Question question;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-insight DATABASE [FIGURE…]");
      return 2;
    }
  store = bh_store_open (argv[1], BH_OPEN_EXISTING, clock, &error);
  if (store == NULL)
    g_error ("%s", error->message);

  office = bh_store_dup_office (store);
  bh_office_time_split (bh_office_get_time (office), bh_clock_now (clock), &local);
  parsed = bh_ticket_filter_parse (expression, &error);
  if (parsed != NULL)
    filter = bh_ticket_filter_resolve (parsed, office, &error);
  if (filter == NULL)
    g_error ("%s", error->message);
  question = (Question){
    .office = office, .month = local.month, .now = bh_clock_now (clock), .filter = filter
  };

  return bench_figures (store, &question, (const char *const *) argv + 2) ? 0 : 1;
}
