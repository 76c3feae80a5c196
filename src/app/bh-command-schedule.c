/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-commands.h"

#include "app/bh-report-words.h"
#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "storage/bh-report-schedules.h"

#include <stdio.h>

static const BhPrintColumn columns[] = {
  { "number", N_ ("Number"), TRUE },
  { "kind", N_ ("Period"), FALSE },
  { "day", N_ ("Day"), TRUE },
  { "time", N_ ("Time"), TRUE },
  { "folder", N_ ("Folder"), FALSE },
  { "profile", N_ ("Profile"), FALSE },
  { "record", N_ ("For the record"), FALSE },
  { "sheets", N_ ("Sheets"), FALSE },
  { "filter", N_ ("Only"), FALSE },
  { "next", N_ ("Next"), FALSE },
  { "made_at", N_ ("Made"), FALSE },
  { "file", N_ ("File"), FALSE },
  { "failed_at", N_ ("Failed"), FALSE },
  { "failure", N_ ("Why"), FALSE },
};

/* What is added. */
typedef struct
{
  BhReportSchedule *schedule; /* (owned) */
  guint number;               /* of what is removed, from 1 */
} Change;

static void
add_code (BhTablePrinter *table, BhFormat format, const char *code, const char *label)
{
  bh_table_printer_add_text (table, format == BH_FORMAT_TEXT ? label : code);
}

static void
add_row (BhTablePrinter *table, BhFormat format, BhOfficeTime *time, const BhReportSchedule *row)
{
  g_autofree char *clock = g_strdup_printf ("%d:%02d", row->minute / 60, row->minute % 60);
  g_autofree char *sheets = bh_report_words_dup_sheets (row->sheets);

  add_code (table, format, bh_report_kind_get_code (row->kind),
            bh_report_kind_get_label (row->kind));
  bh_table_printer_add_int (table, row->day);
  bh_table_printer_add_text (table, clock);
  bh_table_printer_add_text (table, row->folder);
  add_code (table, format, bh_report_profile_get_code (row->profile),
            bh_report_profile_get_label (row->profile));
  bh_table_printer_add_yes (table, row->for_record);
  bh_table_printer_add_text (table, sheets);
  bh_table_printer_add_text (table, *row->filter != '\0' ? row->filter : NULL);
  bh_table_printer_add_time (table, bh_report_schedule_get_due (row, time, row->next_month));
  bh_table_printer_add_time (table, row->made_at);
  bh_table_printer_add_text (table, row->made_file);
  bh_table_printer_add_time (table, row->failed_at);
  bh_table_printer_add_text (table, row->failure);
}

static gboolean
list_cb (BhConnection *connection, BhInvocation *invocation, gpointer user_data, GError **error)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  BhOfficeTime *time = bh_office_get_time (office);
  g_autoptr (GPtrArray) schedules = bh_report_schedules_list (connection, error);
  g_autoptr (BhTablePrinter) table = NULL;

  if (schedules == NULL)
    return FALSE;

  table = bh_table_printer_new (invocation->format, time, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < schedules->len; i++)
    {
      bh_table_printer_add_int (table, i + 1);
      add_row (table, invocation->format, time, g_ptr_array_index (schedules, i));
    }
  bh_table_printer_end (table);

  return TRUE;
}

static gboolean
add_cb (BhWork *work, gpointer user_data, GError **error)
{
  return bh_report_schedules_save (work, ((Change *) user_data)->schedule, error);
}

static gboolean
remove_cb (BhWork *work, gpointer user_data, GError **error)
{
  Change *change = user_data;
  g_autoptr (GPtrArray) schedules = bh_report_schedules_list (bh_work_get_connection (work), error);

  if (schedules == NULL)
    return FALSE;
  if (change->number == 0 || change->number > schedules->len)
    {
      g_set_error (error, BH_STORAGE_ERROR, BH_STORAGE_ERROR_NOT_FOUND,
                   _ ("There is no schedule of this number; “schedule list” shows them all."));
      return FALSE;
    }

  return bh_report_schedules_remove (
      work, ((BhReportSchedule *) g_ptr_array_index (schedules, change->number - 1))->id, error);
}

/* What was given for a new one; all owned and nullable. */
typedef struct
{
  BhReportWords words;
  int day;
  char *time;
  char *folder;
  char *filter;
  gboolean record;
} Options;

static void
options_clear (Options *options)
{
  bh_report_words_clear (&options->words);
  g_free (options->time);
  g_free (options->folder);
  g_free (options->filter);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Returns: (transfer full) (nullable) */
static BhReportSchedule *
read_schedule (BhInvocation *invocation, const Options *options, GError **error)
{
  g_autoptr (BhReportSchedule) schedule = bh_report_schedule_new ();
  g_autoptr (BhTicketFilter) filter = NULL;
  BhReportRequest request = { .kind = schedule->kind,
                              .profile = schedule->profile,
                              .language = schedule->language,
                              .sheets = schedule->sheets };

  if (!bh_report_words_read (&options->words, &request, error))
    return NULL;
  filter = bh_invocation_read_filter (invocation, options->filter, error);
  if (filter == NULL)
    return NULL;

  schedule->kind = request.kind;
  schedule->profile = request.profile;
  schedule->language = request.language;
  schedule->sheets = request.sheets;
  g_free (schedule->filter);
  schedule->filter = g_strdup (bh_ticket_filter_to_text (filter));
  g_free (schedule->folder);
  schedule->folder = g_canonicalize_filename (options->folder, NULL);
  schedule->for_record = options->record;
  schedule->day = options->day;
  if (options->time != NULL)
    schedule->minute = bh_report_schedule_parse_minute (options->time);
  return g_steal_pointer (&schedule);
}

static gboolean
add (BhInvocation *invocation, const Options *options, GError **error)
{
  g_autoptr (BhReportSchedule) schedule = NULL;
  Change change = { 0 };

  if (options->folder == NULL)
    return bh_usage_fail (error, _ ("Say --folder DIR, where the workbooks go."));
  if (bh_invocation_open (invocation, BH_OPEN_EXISTING, error) == NULL)
    return FALSE;
  schedule = read_schedule (invocation, options, error);
  if (schedule == NULL)
    return FALSE;

  change.schedule = schedule;
  if (!bh_store_write (invocation->store, add_cb, &change, invocation->cancellable, error))
    return FALSE;

  if (invocation->format == BH_FORMAT_TEXT)
    {
      g_autofree char *rule = bh_report_schedule_dup_rule (schedule);

      printf ("%s: %s\n", rule, schedule->folder);
    }

  return TRUE;
}

static gboolean
remove_nth (BhInvocation *invocation, const char *text, GError **error)
{
  Change change = { 0 };
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT32, &number, NULL))
    return bh_usage_fail (error, _ ("“%s” is no number of a schedule."), text);
  change.number = (guint) number;

  return bh_invocation_open (invocation, BH_OPEN_EXISTING, error) != NULL
         && bh_store_write (invocation->store, remove_cb, &change, invocation->cancellable, error);
}

static gboolean
run (BhInvocation *invocation, GError **error)
{
  g_auto (Options) given = { .day = 1 };
  const GOptionEntry options[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &given.words.kind,
      N_ ("How long the time is (default: month)"), "month|quarter|year" },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &given.words.profile,
      N_ ("Who may read it (default: internal)"), "internal|public" },
    { "sheets", 0, 0, G_OPTION_ARG_STRING, &given.words.sheets,
      N_ ("Only these sheets and those that they need: summary,trend,…"), N_ ("LIST") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &given.words.language,
      N_ ("Of the workbook (default: that of the program)"), "en|zh_CN" },
    { "day", 0, 0, G_OPTION_ARG_INT, &given.day,
      N_ ("Day of the month on which it is made (default: 1)"), N_ ("DAY") },
    { "time", 0, 0, G_OPTION_ARG_STRING, &given.time,
      N_ ("Time of day at which it is made (default: 8:00)"), "HH:MM" },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &given.folder, N_ ("Where the workbooks go"),
      N_ ("DIR") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &given.filter, N_ ("Only these tickets"), N_ ("EXPR") },
    { "record", 0, 0, G_OPTION_ARG_NONE, &given.record,
      N_ ("Keep the figures as they were reported"), NULL },
    { NULL },
  };
  const char *action;
  guint n_words;

  if (!bh_invocation_parse (invocation, options, 1, 2, error))
    return FALSE;

  action = bh_invocation_get_word (invocation, 0);
  n_words = (guint) invocation->n_words - 1;
  if (g_str_equal (action, "list") && n_words == 1)
    return bh_invocation_read (invocation, list_cb, NULL, error);
  if (g_str_equal (action, "add") && n_words == 1)
    return add (invocation, &given, error);
  if (g_str_equal (action, "remove") && n_words == 2)
    return remove_nth (invocation, bh_invocation_get_word (invocation, 1), error);

  return bh_usage_fail (
      error, _ ("It is “schedule list”, “schedule add --folder DIR” or “schedule remove NUMBER”."));
}

const BhCommand bh_command_schedule = {
  .name = "schedule",
  .arguments = "list"
               " | add --folder DIR [--kind month|quarter|year] [--day DAY] [--time HH:MM]"
               " [--filter EXPR] [--profile internal|public] [--sheets LIST] [--language en|zh_CN]"
               " [--record]"
               " | remove NUMBER",
  .summary = N_ ("Shows or changes when workbooks are made by themselves."),
  .run = run,
};
