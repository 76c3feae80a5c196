/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-today.h"
#include "insight/bh-scorecard.h"

#include <locale.h>

/* bench-today DATABASE: how long the day's page reads its tickets, and the figures that follow
 * them. For whoever holds most, with a day of new tickets. One line a measurement. */

#define LIMIT 8
#define N_RUNS 5

typedef struct
{
  BhOffice *office;
  gint64 staff_id;
  gint64 now;
} Question;

static gpointer
find_busiest (BhConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  Question *question = user_data;
  BhStatement *statement = bh_connection_prepare (
      connection,
      "SELECT staff_id, COUNT (*) FROM ticket WHERE status IN (10, 20, 30, 40, 50, 60)"
      " AND staff_id IS NOT NULL GROUP BY staff_id ORDER BY 2 DESC LIMIT 1",
      error);

  if (statement == NULL)
    return NULL;
  if (bh_statement_step (statement, error) == BH_STEP_ROW)
    question->staff_id = bh_statement_get_int64 (statement, 0);
  bh_statement_reset (statement);

  return question;
}

static const char *const names[BH_N_TODAY_SECTIONS] = {
  [BH_TODAY_MINE] = "mine",
  [BH_TODAY_APPROVALS] = "approvals",
  [BH_TODAY_CALLBACKS] = "callbacks",
  [BH_TODAY_OVERDUE] = "overdue",
  [BH_TODAY_PROMISED] = "promised",
  [BH_TODAY_TASKS] = "tasks",
  [BH_TODAY_BACK] = "back",
  [BH_TODAY_WARNINGS] = "warnings",
  [BH_TODAY_NEW] = "new",
};

static gpointer
read_tickets (BhConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  Question *question = user_data;
  BhToday *today
      = bh_today_load (connection, question->office, question->staff_id,
                       question->now - 24 * 3600 * BH_USEC_PER_SEC, question->now, LIMIT, error);

  if (today == NULL)
    return NULL;
  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    g_print ("  %s %" G_GINT64_FORMAT, names[i], today->sections[i].n_tickets);
  g_print ("  waiting %" G_GINT64_FORMAT "\n", today->n_waiting);
  bh_today_free (today);

  return question;
}

static gpointer
read_figures (BhConnection *connection,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  Question *question = user_data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, question->office, question->now, BH_INSIGHT_QUICK, cancellable);
  BhOfficeTime *time = bh_office_get_time (question->office);
  g_autoptr (GPtrArray) rows = NULL;
  BhScorecardPeriods periods;
  BhLocalTime local;
  BhPeriod month;

  bh_office_time_split (time, question->now, &local);
  bh_office_time_get_month (time, local.month, &month);
  bh_scorecard_periods_init (&periods, time, &month);
  rows = bh_scorecard_compute (insight, &periods, NULL, BH_SCORECARD_LOAD, error);

  return rows != NULL ? question : NULL;
}

static gboolean
measure (BhStore *store, const char *what, BhReadFunc func, Question *question)
{
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 begin = g_get_monotonic_time ();

      if (bh_store_read (store, func, question, NULL, &error) == NULL)
        {
          g_printerr ("%s\n", error->message);
          return FALSE;
        }
      g_print ("%-10s %8.1f ms\n", what, (double) (g_get_monotonic_time () - begin) / 1000);
    }

  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (BhClock) clock = bh_clock_new_system ();
  g_autoptr (BhStore) store = NULL;
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  Question question = { 0 };

  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("usage: bench-today DATABASE\n");
      return 2;
    }
  store = bh_store_open (argv[1], BH_OPEN_EXISTING, clock, &error);
  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  office = bh_store_dup_office (store);
  question = (Question){ office, 0, bh_clock_now (clock) };

  return measure (store, "busiest", find_busiest, &question)
                 && measure (store, "tickets", read_tickets, &question)
                 && measure (store, "figures", read_figures, &question)
             ? 0
             : 1;
}
