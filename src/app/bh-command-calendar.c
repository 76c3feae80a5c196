/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-command-calendar.h"

#include "app/bh-json.h"
#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "domain/bh-day.h"
#include "exchange/bh-holiday-file.h"
#include "storage/bh-register-calendar.h"

#include <stdio.h>

/* The calendar of the office: hours, announced years, and the versions that there were. */

/* What is printed. */
typedef struct
{
  BhOffice *office;     /* (owned) */
  BhCalendar *calendar; /* in the office: the version that is printed */
  BhOfficeTime *time;   /* of the office */
  int missing_year;     /* 0: none */
} Print;

/* A change on its way to the writer. */
typedef struct
{
  const BhOfficeHours *hours;
  GPtrArray *years;
  gint64 valid_from;
  gboolean changed;
} Change;

static int
get_weekday (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                  (GDateYear) (day / 10000));

  return (int) g_date_get_weekday (&date);
}

static void
print_json_days (JsonBuilder *builder, const BhHolidayYear *year)
{
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);
  for (guint i = 0; i < year->days->len; i++)
    {
      const BhHoliday *holiday = &g_array_index (year->days, BhHoliday, i);
      g_autofree char *day = bh_day_format (holiday->day);

      json_builder_begin_object (builder);
      bh_json_set_text (builder, "date", day);
      json_builder_set_member_name (builder, "off");
      json_builder_add_boolean_value (builder, holiday->off);
      bh_json_set_text (builder, "name", holiday->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json_version (JsonBuilder *builder, const Print *print, BhCalendar *calendar)
{
  g_autofree char *hours = bh_office_hours_format (bh_calendar_get_hours (calendar));

  bh_json_set_int (builder, "version", bh_calendar_get_version (calendar));
  bh_json_set_time (builder, "valid_from", print->time, bh_calendar_get_valid_from (calendar));
  bh_json_set_text (builder, "hours", hours);
}

static void
print_json (const Print *print)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *years = bh_calendar_list_years (print->calendar);
  GPtrArray *versions = bh_office_list_calendars (print->office);

  json_builder_begin_object (builder);
  print_json_version (builder, print, print->calendar);
  bh_json_set_number (builder, "missing_year", print->missing_year != 0, print->missing_year);
  json_builder_set_member_name (builder, "years");
  json_builder_begin_array (builder);
  for (guint i = 0; i < years->len; i++)
    {
      const BhHolidayYear *year = g_ptr_array_index (years, i);

      json_builder_begin_object (builder);
      bh_json_set_int (builder, "year", year->year);
      bh_json_set_text (builder, "source", year->source);
      print_json_days (builder, year);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "versions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < versions->len; i++)
    {
      json_builder_begin_object (builder);
      print_json_version (builder, print, g_ptr_array_index (versions, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bh_json_print (builder);
}

static const BhPrintColumn day_columns[] = {
  { "date", N_ ("Day"), FALSE },      { "weekday", N_ ("Weekday"), FALSE },
  { "off", N_ ("Day off"), FALSE },   { "hours", N_ ("Hours"), FALSE },
  { "name", N_ ("Holiday"), FALSE },  { "year", N_ ("Announced for"), TRUE },
  { "source", N_ ("Source"), FALSE },
};

/* Texts are for people: the source of a year stands above its days. */
static void
print_days (const Print *print, BhFormat format, const BhHolidayYear *only)
{
  guint n_columns = only != NULL ? 5 : G_N_ELEMENTS (day_columns);
  GPtrArray *years = bh_calendar_list_years (print->calendar);
  g_autoptr (BhTablePrinter) table = bh_table_printer_new (format, NULL, day_columns, n_columns);

  for (guint i = 0; i < years->len; i++)
    {
      const BhHolidayYear *year = g_ptr_array_index (years, i);

      for (guint j = 0; (only == NULL || year == only) && j < year->days->len; j++)
        {
          const BhHoliday *holiday = &g_array_index (year->days, BhHoliday, j);
          g_autofree char *day = bh_day_format (holiday->day);
          g_autofree char *hours
              = bh_day_hours_format (bh_calendar_get_day_hours (print->calendar, holiday->day));

          bh_table_printer_add_text (table, day);
          bh_table_printer_add_text (table, bh_weekday_get_name (get_weekday (holiday->day)));
          bh_table_printer_add_yes (table, holiday->off);
          bh_table_printer_add_text (table, hours);
          bh_table_printer_add_text (table, holiday->name);
          if (only != NULL)
            continue;
          bh_table_printer_add_int (table, year->year);
          bh_table_printer_add_text (table, year->source);
        }
    }
  bh_table_printer_end (table);
}

static void
print_hours (const Print *print)
{
  static const BhPrintColumn columns[]
      = { { "weekday", N_ ("Weekday"), FALSE }, { "hours", N_ ("Hours"), FALSE } };
  const BhOfficeHours *hours = bh_calendar_get_hours (print->calendar);
  g_autoptr (BhTablePrinter) table
      = bh_table_printer_new (BH_FORMAT_TEXT, NULL, columns, G_N_ELEMENTS (columns));

  for (int day = 0; day < 7; day++)
    {
      g_autofree char *text = bh_day_hours_format (&hours->days[day]);

      bh_table_printer_add_text (table, bh_weekday_get_name (day + 1));
      bh_table_printer_add_text (table, *text != '\0' ? text : "–");
    }
  bh_table_printer_end (table);
}

static void
print_text (const Print *print)
{
  GPtrArray *years = bh_calendar_list_years (print->calendar);
  g_autofree char *version = bh_calendar_describe_version (print->calendar, print->time);

  printf ("%s\n", version);
  if (print->missing_year != 0)
    {
      g_autofree char *warning = bh_calendar_describe_missing (print->missing_year);

      printf ("%s\n", warning);
    }
  putchar ('\n');
  print_hours (print);
  for (guint i = 0; i < years->len; i++)
    {
      const BhHolidayYear *year = g_ptr_array_index (years, i);
      g_autofree char *described = bh_holiday_year_describe (year);

      printf ("\n%d: %s\n%s\n", year->year, described, year->source);
      print_days (print, BH_FORMAT_TEXT, year);
    }
}

/* The one that is in force, or, where that is yet to come, the one that was just made. */
static gboolean
print_cb (BhConnection *connection, BhInvocation *invocation, gpointer data, GError **error)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  gint64 now = bh_clock_now (invocation->clock);
  Print print = { .office = office, .time = bh_office_get_time (office) };

  print.calendar = bh_office_get_current_calendar (office, MAX (now, *(gint64 *) data));
  if (!bh_register_get_missing_year (connection, office, now, &print.missing_year, error))
    return FALSE;

  switch (invocation->format)
    {
    case BH_FORMAT_JSON:
      print_json (&print);
      break;
    case BH_FORMAT_CSV:
      print_days (&print, BH_FORMAT_CSV, NULL);
      break;
    case BH_FORMAT_TEXT:
      print_text (&print);
      break;
    }
  return TRUE;
}

static gboolean
change_cb (BhWork *work, gpointer data, GError **error)
{
  Change *change = data;

  return bh_register_change_calendar (work, change->hours, change->years, change->valid_from,
                                      &change->changed, error);
}

static gboolean
read_from (BhInvocation *invocation, const char *text, gint64 *from, GError **error)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);

  if (text == NULL)
    return TRUE;

  *from = bh_office_time_parse_event (bh_office_get_time (office), text, error);

  return *from > 0;
}

/* Returns: (transfer full): what came of the change, while the store is open. */
static char *
describe_change (BhInvocation *invocation, const Change *change)
{
  g_autoptr (BhOffice) office = bh_store_dup_office (invocation->store);
  gint64 at = MAX (change->valid_from, bh_clock_now (invocation->clock));
  g_autofree char *version = bh_calendar_describe_version (
      bh_office_get_current_calendar (office, at), bh_office_get_time (office));
  g_autofree char *years = change->years != NULL ? bh_holiday_file_describe (change->years) : NULL;

  return g_strconcat (change->changed ? version
                                      : _ ("The calendar says so already; nothing was changed."),
                      years != NULL ? "\n" : "", years, NULL);
}

static gboolean
change_calendar (BhInvocation *invocation, const BhCalendarOptions *options, GError **error)
{
  g_autoptr (GPtrArray) years = NULL;
  BhOfficeHours hours;
  Change change = { NULL, NULL, 0, FALSE };
  g_autofree char *message = NULL;

  if (options->hours != NULL && !bh_office_hours_parse (options->hours, &hours, error))
    return FALSE;
  if (options->file != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->file);

      years = bh_holiday_file_read (file, invocation->cancellable, error);
      if (years == NULL)
        {
          g_prefix_error (error, "%s: ", options->file);
          return FALSE;
        }
    }
  change.hours = options->hours != NULL ? &hours : NULL;
  change.years = years;
  if (bh_invocation_open (invocation, BH_OPEN_CREATE, error) == NULL
      || !read_from (invocation, options->from, &change.valid_from, error)
      || !bh_store_write (invocation->store, change_cb, &change, invocation->cancellable, error))
    return FALSE;

  message = describe_change (invocation, &change);
  if (!bh_invocation_publish (invocation, error))
    return FALSE;
  if (invocation->format != BH_FORMAT_TEXT)
    return bh_invocation_read (invocation, print_cb, &change.valid_from, error);
  puts (message);

  return TRUE;
}

gboolean
bh_command_calendar_run (BhInvocation *invocation, const BhCalendarOptions *options, GError **error)
{
  gint64 now = 0;

  if (options->hours != NULL || options->file != NULL)
    return change_calendar (invocation, options, error);
  if (options->from != NULL)
    return bh_usage_fail (error, _ ("--from says from when --hours or --import is to count; name "
                                    "one of them."));

  return bh_invocation_read (invocation, print_cb, &now, error);
}
