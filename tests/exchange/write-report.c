/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report.h"
#include "storage/bh-store.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

/* write-report DATABASE MONTH AS-OF MAX-ROWS FILE [PROFILE]: a workbook whose sheets of data are
 * full early. MONTH is 202610, AS-OF a date of the office, PROFILE internal or public. */

typedef struct
{
  BhStore *store;
  char **words;
} Job;

static gpointer
write_in_read (BhConnection *connection, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (BhOffice) office = bh_store_dup_office (job->store);
  BhReportRequest request
      = { .month = atoi (job->words[2]), .max_rows = (guint) atoi (job->words[4]) };

  request.as_of = bh_office_time_parse (bh_office_get_time (office), job->words[3], error);
  if (request.as_of < 0)
    return NULL;
  request.made_at = request.as_of;
  if (g_strcmp0 (job->words[6], "public") == 0)
    request.profile = BH_REPORT_PUBLIC;

  return bh_report_write (connection, office, &request, job->words[5], NULL, NULL, cancellable,
                          error)
             ? job
             : NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (BhClock) clock = bh_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) store = NULL;
  Job job = { NULL, argv };

  setlocale (LC_ALL, "");
  if (argc != 6 && argc != 7)
    return 2;

  store = job.store = bh_store_open (argv[1], BH_OPEN_EXISTING, clock, &error);
  if (store == NULL || bh_store_read (store, write_in_read, &job, NULL, &error) == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}
