/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-json.h"
#include "app/bh-period-options.h"
#include "app/bh-progress.h"
#include "app/bh-report-due-printer.h"
#include "app/bh-report-printer.h"
#include "app/bh-report-words.h"
#include "base/bh-i18n.h"
#include "exchange/bh-report-draft.h"

#include <stdio.h>

typedef struct
{
  BhReportWords words; /* (owned) */
  char *month;         /* (owned) (nullable) */
  char *as_of;         /* (owned) (nullable) */
  char *filter;        /* (owned) (nullable) */
  char *output;        /* (owned) (nullable) */
  char *compare;       /* (owned) (nullable) */
  gboolean record;
  gboolean list;
  gboolean due;
} ReportOptions;

static void
report_options_clear (ReportOptions *options)
{
  bh_report_words_clear (&options->words);
  g_free (options->month);
  g_free (options->as_of);
  g_free (options->filter);
  g_free (options->output);
  g_free (options->compare);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportOptions, report_options_clear)

static void
progress_cb (double fraction, const char *what, gpointer user_data)
{
  bh_progress_cb (fraction, user_data);
}

static gboolean
make (BhInvocation *invocation, ReportOptions *options, GError **error)
{
  gint64 now = bh_clock_now (invocation->clock);
  BhReportRequest request = { .as_of = now, .made_at = now };
  g_autoptr (BhOffice) office = NULL;
  g_autoptr (BhTicketFilter) filter = NULL;
  BhProgress progress;
  BhOfficeTime *time;
  gboolean done;

  if (!bh_report_words_read (&options->words, &request, error)
      || bh_invocation_open (invocation, BH_OPEN_EXISTING, error) == NULL)
    return FALSE;

  office = bh_store_dup_office (invocation->store);
  time = bh_office_get_time (office);
  if (!bh_read_month (time, options->month, &request.month, NULL, error)
      || (options->as_of != NULL
          && !bh_read_instant (time, "--as-of", options->as_of, &request.as_of, error)))
    return FALSE;
  filter = bh_invocation_read_filter (invocation, options->filter, error);
  if (filter == NULL)
    return FALSE;

  request.filter = filter;
  bh_progress_start (&progress);
  done = bh_report_make (invocation->store, &request, options->output, options->record,
                         bh_office_get_settings (office)->desk_staff_id, progress_cb, &progress,
                         NULL, invocation->cancellable, error);
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

/* What is not about writing one workbook: it stands alone. */
static gboolean
run_other (BhInvocation *invocation, ReportOptions *report, GError **error)
{
  BhReportRequest words = { .kind = BH_REPORT_MONTH };
  BhReportChoice choice = { report->compare, BH_REPORT_MONTH, report->filter, report->as_of };

  if (!bh_report_words_read (&report->words, &words, error))
    return FALSE;
  if (report->month != NULL || report->output != NULL || report->record
      || report->due + report->list + (report->compare != NULL) > 1)
    return bh_usage_fail (error, _ ("--due, --list and --compare stand alone: they write no "
                                    "workbook of a month."));
  choice.kind = words.kind;
  if (report->compare != NULL)
    return bh_report_print_comparison (invocation, &choice, error);
  if (report->as_of != NULL || report->filter != NULL)
    return bh_usage_fail (error, _ ("--due and --list take neither --as-of nor --filter."));

  return report->list ? bh_report_print_list (invocation, error)
                      : bh_report_due_print (invocation, error);
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_auto (ReportOptions) report = { 0 };
  const GOptionEntry options[] = {
    { "month", 0, 0, G_OPTION_ARG_STRING, &report.month,
      N_ ("Which month, or one of the quarter or year"), "YYYY-MM" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &report.as_of,
      N_ ("What is known at this time (default: now)"), N_ ("TIME") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &report.filter, N_ ("Only these tickets"), N_ ("EXPR") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &report.words.kind,
      N_ ("How long the time is (default: month)"), "month|quarter|year" },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &report.words.profile,
      N_ ("Who may read it (default: internal)"), "internal|public" },
    { "sheets", 0, 0, G_OPTION_ARG_STRING, &report.words.sheets,
      N_ ("Only these sheets and those that they need: summary,trend,…"), N_ ("LIST") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &report.words.language,
      N_ ("Of the workbook (default: that of the program)"), "en|zh_CN" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &report.output, N_ ("File to write"),
      N_ ("FILE.xlsx") },
    { "record", 0, 0, G_OPTION_ARG_NONE, &report.record,
      N_ ("For the record: its figures are kept as they are"), NULL },
    { "list", 0, 0, G_OPTION_ARG_NONE, &report.list,
      N_ ("Prints the workbooks that were made instead"), NULL },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &report.compare,
      N_ ("Prints what became of the figures of a report for the record instead: its number in the "
          "list, or its month"),
      N_ ("WHICH") },
    { "due", 0, 0, G_OPTION_ARG_NONE, &report.due,
      N_ ("Makes what is due by the schedules instead; see “schedule”"), NULL },
    { NULL },
  };

  if (!bh_invocation_parse (invocation, options, 0, 0, error))
    return FALSE;
  if (report.due || report.list || report.compare != NULL)
    return run_other (invocation, &report, error);
  if (report.month == NULL || report.output == NULL)
    return bh_usage_fail (error, _ ("Say --month YYYY-MM and --output FILE.xlsx."));
  if (!g_str_has_suffix (report.output, ".xlsx"))
    return bh_usage_fail (error, _ ("The file of --output must end with .xlsx, “%s” does not."),
                          report.output);
  if (!make (invocation, &report, error))
    return FALSE;

  print_result (invocation, report.output);

  return TRUE;
}

const BhCommand bh_command_report = {
  .name = "report",
  .arguments = "--month YYYY-MM [--kind month|quarter|year] [--as-of TIME] [--filter EXPR] "
               "[--profile internal|public] [--sheets LIST] [--language en|zh_CN] [--record] "
               "--output FILE.xlsx"
               " | --list | --compare WHICH | --due",
  .summary = N_ ("Writes the meeting workbook of a month, a quarter or a year."),
  .run = run,
};
