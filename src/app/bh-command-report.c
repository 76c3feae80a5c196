/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-json.h"
#include "app/bh-period-options.h"
#include "app/bh-progress.h"
#include "app/bh-report-due-printer.h"
#include "base/bh-i18n.h"
#include "exchange/bh-report.h"

#include <stdio.h>

typedef struct
{
  char *month;  /* (owned) (nullable) */
  char *as_of;  /* (owned) (nullable) */
  char *filter; /* (owned) (nullable) */
  char *output; /* (owned) (nullable) */
  gboolean due;
} ReportOptions;

static void
report_options_clear (ReportOptions *options)
{
  g_free (options->month);
  g_free (options->as_of);
  g_free (options->filter);
  g_free (options->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportOptions, report_options_clear)

static void
progress_cb (double fraction, const char *what, gpointer user_data)
{
  bh_progress_cb (fraction, user_data);
}

static gboolean
report_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  ReportOptions *options = user_data;
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  BhOfficeTime *time = bh_office_get_time (office);
  gint64 now = bh_clock_now (invocation->clock);
  BhReportRequest request = { .as_of = now, .made_at = now };
  g_autoptr (BhTicketFilter) filter = NULL;
  BhProgress progress;
  gboolean done;

  if (!bh_read_month (time, options->month, &request.month, NULL, error)
      || (options->as_of != NULL
          && !bh_read_instant (time, "--as-of", options->as_of, &request.as_of, error)))
    return FALSE;
  filter = bh_invocation_read_filter (invocation, options->filter, error);
  if (filter == NULL)
    return FALSE;

  request.filter = filter;
  bh_progress_start (&progress);
  done = bh_report_write (connection, office, &request, options->output, progress_cb, &progress,
                          invocation->cancellable, error);
  bh_progress_end (&progress);

  return done;
}

static void
print_result (BhInvocation *invocation, const char *path)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (invocation->format == BH_FORMAT_TEXT)
    {
      printf (_ ("Written to %s.\n"), path);
      return;
    }
  if (invocation->format == BH_FORMAT_CSV)
    return;

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  bh_json_set_text (builder, "output", path);
  json_builder_end_object (builder);
  bh_json_print (builder);
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_auto (ReportOptions) report = { 0 };
  const GOptionEntry options[] = {
    { "month", 0, 0, G_OPTION_ARG_STRING, &report.month, N_ ("Which month"), "YYYY-MM" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &report.as_of,
      N_ ("What is known at this time (default: now)"), N_ ("TIME") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &report.filter, N_ ("Only these tickets"), N_ ("EXPR") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &report.output, N_ ("File to write"),
      N_ ("FILE.xlsx") },
    { "due", 0, 0, G_OPTION_ARG_NONE, &report.due,
      N_ ("Makes what is due by the schedules instead; see “schedule”"), NULL },
    { NULL },
  };

  if (!bh_invocation_parse (invocation, options, 0, 0, error))
    return FALSE;
  if (report.due)
    return report.month == NULL && report.output == NULL && report.as_of == NULL
                   && report.filter == NULL
               ? bh_report_due_print (invocation, error)
               : bh_usage_fail (error, _ ("--due stands alone: the schedules say what is made."));
  if (report.month == NULL || report.output == NULL)
    return bh_usage_fail (error, _ ("Say --month YYYY-MM and --output FILE.xlsx."));
  if (!g_str_has_suffix (report.output, ".xlsx"))
    return bh_usage_fail (error, _ ("The file of --output must end with .xlsx, “%s” does not."),
                          report.output);
  if (!bh_invocation_read (invocation, report_cb, &report, error))
    return FALSE;

  print_result (invocation, report.output);

  return TRUE;
}

const BhCommand bh_command_report = {
  .name = "report",
  .arguments = "--month YYYY-MM [--as-of TIME] [--filter EXPR] --output FILE.xlsx | --due",
  .summary = N_ ("Writes the meeting workbook of a month."),
  .run = run,
};
