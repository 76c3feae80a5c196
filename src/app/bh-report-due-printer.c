/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-report-due-printer.h"

#include "app/bh-progress.h"
#include "app/bh-table-printer.h"
#include "exchange/bh-report-due.h"
#include "base/bh-i18n.h"

#include <stdio.h>

static const BhPrintColumn columns[] = {
  { "kind", N_ ("Period"), FALSE },
  { "file", N_ ("File"), FALSE },
  { "failure", N_ ("Why"), FALSE },
};

typedef struct
{
  BhFormat format;
  BhTablePrinter *table; /* (owned) */
  BhProgress progress;
  GError *problem; /* (owned) (nullable): the first one */
} Print;

static void
began_cb (const BhReportSchedule *schedule, gpointer user_data)
{
  bh_progress_start (&((Print *) user_data)->progress);
}

static void
progress_cb (double fraction, const char *what, gpointer user_data)
{
  bh_progress_cb (fraction, &((Print *) user_data)->progress);
}

static void
ended_cb (const BhReportSchedule *schedule,
          const char *file,
          const GError *error,
          gpointer user_data)
{
  Print *print = user_data;

  bh_progress_end (&print->progress);
  bh_table_printer_add_text (print->table, print->format == BH_FORMAT_TEXT
                                               ? bh_report_kind_get_label (schedule->kind)
                                               : bh_report_kind_get_code (schedule->kind));
  bh_table_printer_add_text (print->table, file);
  bh_table_printer_add_text (print->table, error != NULL ? error->message : NULL);
  if (error != NULL && print->problem == NULL)
    print->problem = g_error_copy (error);
}

gboolean
bh_report_due_print (BhInvocation *invocation, GError **error)
{
  static const BhReportDueFuncs funcs = { began_cb, progress_cb, ended_cb };
  g_autoptr (BhTablePrinter) table
      = bh_table_printer_new (invocation->format, NULL, columns, G_N_ELEMENTS (columns));
  Print print = { .format = invocation->format, .table = table };
  gboolean done;

  if (bh_invocation_open (invocation, BH_OPEN_EXISTING, error) == NULL)
    return FALSE;

  bh_table_printer_hide_heading (table);
  bh_progress_start (&print.progress);
  done = bh_report_due_make (invocation->store, &funcs, &print, invocation->cancellable, error);
  bh_progress_end (&print.progress);
  bh_table_printer_end (table);
  if (done && print.problem != NULL)
    {
      g_propagate_error (error, print.problem);
      return FALSE;
    }
  g_clear_error (&print.problem);

  return done;
}
