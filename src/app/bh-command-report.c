/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-json.h"
#include "app/bh-period-options.h"
#include "app/bh-progress.h"
#include "app/bh-report-due-printer.h"
#include "app/bh-report-printer.h"
#include "base/bh-i18n.h"
#include "exchange/bh-report-draft.h"
#include "exchange/bh-report-language.h"
#include "exchange/bh-report-plan.h"

#include <stdio.h>

typedef struct
{
  char *month;    /* (owned) (nullable) */
  char *kind;     /* (owned) (nullable) */
  char *as_of;    /* (owned) (nullable) */
  char *filter;   /* (owned) (nullable) */
  char *language; /* (owned) (nullable) */
  char *profile;  /* (owned) (nullable) */
  char *sheets;   /* (owned) (nullable) */
  char *output;   /* (owned) (nullable) */
  char *compare;  /* (owned) (nullable) */
  gboolean record;
  gboolean list;
  gboolean due;
} ReportOptions;

static void
report_options_clear (ReportOptions *options)
{
  g_free (options->month);
  g_free (options->kind);
  g_free (options->language);
  g_free (options->profile);
  g_free (options->sheets);
  g_free (options->as_of);
  g_free (options->filter);
  g_free (options->output);
  g_free (options->compare);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportOptions, report_options_clear)

/* "hot-spots": the English name of a sheet as a word. */
static char *
dup_sheet_word (const BhReportSheetInfo *info)
{
  return g_strdelimit (g_ascii_strdown (info->name, -1), " ", '-');
}

/* Adds the sheet that is called @word to @sheets. Returns: FALSE with %BH_USAGE_ERROR */
static gboolean
add_sheet (const char *word, guint32 *sheets, GError **error)
{
  guint n;
  const BhReportSheetInfo *infos = bh_report_sheets_list (&n);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *one = dup_sheet_word (&infos[i]);

      if (g_str_equal (one, word))
        {
          *sheets |= BH_REPORT_SHEET_BIT (infos[i].id);
          return TRUE;
        }
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", one);
    }

  return bh_usage_fail (error, _ ("There is no sheet “%s”; there are: %s."), word, known->str);
}

static gboolean
read_sheets (const char *text, guint32 *sheets, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!add_sheet (g_strstrip (words[i]), sheets, error))
      return FALSE;

  return TRUE;
}

/* Returns: FALSE with %BH_USAGE_ERROR */
static gboolean
read_words (const ReportOptions *options, BhReportRequest *request, GError **error)
{
  if (options->kind != NULL && !bh_report_kind_find (options->kind, &request->kind))
    return bh_usage_fail (error, _ ("--kind is month, quarter or year, not “%s”."), options->kind);
  if (options->language != NULL && !bh_report_language_find (options->language, &request->language))
    return bh_usage_fail (error, _ ("--language is en or zh_CN, not “%s”."), options->language);
  if (options->profile != NULL && !bh_report_profile_find (options->profile, &request->profile))
    return bh_usage_fail (error, _ ("--profile is internal or public, not “%s”."),
                          options->profile);

  return options->sheets == NULL || read_sheets (options->sheets, &request->sheets, error);
}

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

  if (!read_words (options, &request, error)
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

  if (!read_words (report, &words, error))
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
    { "kind", 0, 0, G_OPTION_ARG_STRING, &report.kind, N_ ("How long the time is (default: month)"),
      "month|quarter|year" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &report.as_of,
      N_ ("What is known at this time (default: now)"), N_ ("TIME") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &report.filter, N_ ("Only these tickets"), N_ ("EXPR") },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &report.profile,
      N_ ("Who may read it (default: internal)"), "internal|public" },
    { "sheets", 0, 0, G_OPTION_ARG_STRING, &report.sheets,
      N_ ("Only these sheets and those that they need: summary,trend,…"), N_ ("LIST") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &report.language,
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
