/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-draft.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

/* write-report DATABASE MONTH AS-OF MAX-ROWS FILE [PROFILE]: a workbook whose sheets of data are
 * full early. MONTH is 202610, AS-OF a date of the office, PROFILE internal or public. */

static gboolean
write_report (BhStore *store, char **words, GError **error)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (store);
  BhReportRequest request = { .month = atoi (words[2]), .max_rows = (guint) atoi (words[4]) };

  request.as_of = bh_office_time_parse (bh_office_get_time (office), words[3], error);
  if (request.as_of < 0)
    return FALSE;
  request.made_at = request.as_of;
  if (g_strcmp0 (words[6], "public") == 0)
    request.profile = BH_REPORT_PUBLIC;

  return bh_report_make (store, &request, words[5], FALSE, 0, NULL, NULL, NULL, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (BhClock) clock = bh_clock_new_system ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BhStore) store = NULL;

  setlocale (LC_ALL, "");
  if (argc != 6 && argc != 7)
    return 2;

  store = bh_store_open (argv[1], BH_OPEN_EXISTING, clock, &error);
  if (store == NULL || !write_report (store, argv, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }

  return 0;
}
