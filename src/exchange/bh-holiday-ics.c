/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-holiday-ics.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

#include <libical/ical.h>
#include <string.h>

#define LONGEST 31 /* days of one holiday */

/* An event on its way into a year. */
typedef struct
{
  icalcomponent *component;
  char *place; /* (owned): "event 3, “国庆节假期”" */
  gboolean off;
  char *name; /* (owned) */
} Event;

static void
event_clear (Event *event)
{
  g_free (event->place);
  g_free (event->name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Event, event_clear)

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (
      error, g_error_new_valist (BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE, format, arguments));
  va_end (arguments);

  return FALSE;
}

static gboolean
has_word (const char *text, const char *const *words)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  for (; *words != NULL; words++)
    if (strstr (lower, *words) != NULL)
      return TRUE;

  return FALSE;
}

/* What is worked often names the holiday that it makes up for, so it is asked first. */
static gboolean
read_title (Event *event, const char *title, GError **error)
{
  static const char *const worked[]
      = { "上班", "补班", "（班）", "(班)", "工作日", "working day", "workday", NULL };
  static const char *const off[]
      = { "假",   "休",     "holiday", "day off", "元旦", "春节", "除夕", "清明",
          "劳动", "五一节", "端午",    "中秋",    "国庆", "off",  "新年", NULL };

  if (has_word (title, worked))
    event->off = FALSE;
  else if (has_word (title, off))
    event->off = TRUE;
  else
    return refuse (error,
                   _ ("%s: the title says neither that the day is off nor that it is worked. "
                      "Write 放假 or 上班 into it, or take the event out of the file."),
                   event->place);

  return TRUE;
}

/* "上班(补国庆节假期)" and "国庆节假期" both belong to 国庆节. */
static char *
make_name (const char *title)
{
  static const char *const wrappings[]
      = { "上班", "补班", "（班）", "(班)", "（休）", "(休)", "补", "(", ")", "（", "）" };
  g_autoptr (GString) name = g_string_new (title);

  for (guint i = 0; i < G_N_ELEMENTS (wrappings); i++)
    g_string_replace (name, wrappings[i], "", 0);
  if (g_str_has_suffix (name->str, "假期") && name->len > strlen ("假期"))
    g_string_truncate (name, name->len - strlen ("假期"));

  return g_strstrip (g_strdup (name->str));
}

static GDate
get_date (struct icaltimetype time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) time.day, (GDateMonth) time.month, (GDateYear) time.year);

  return date;
}

static gboolean
is_day (struct icaltimetype time)
{
  return !icaltime_is_null_time (time) && time.year >= 1900 && time.year <= 9998 && time.month >= 1
         && time.month <= 12 && time.day >= 1 && time.day <= 31
         && g_date_valid_dmy ((GDateDay) time.day, (GDateMonth) time.month, (GDateYear) time.year);
}

/* Whole days, also where they are written as times from midnight to midnight. */
static gboolean
is_whole (struct icaltimetype time)
{
  return time.is_date || (time.hour == 0 && time.minute == 0 && time.second == 0);
}

/* @end: (out): the first day after it; an event without an end is one day. */
static gboolean
read_days (const Event *event, GDate *start, GDate *end, GError **error)
{
  struct icaltimetype from = icalcomponent_get_dtstart (event->component);
  struct icaltimetype to = icalcomponent_get_dtend (event->component);
  int length;

  if (!is_day (from))
    return refuse (error, _ ("%s: its first day is missing or is no date."), event->place);
  *start = get_date (from);
  *end = *start;
  g_date_add_days (end, 1);
  if (!icaltime_is_null_time (to) && !is_day (to))
    return refuse (error, _ ("%s: its end is no date."), event->place);
  if (!is_whole (from) || !is_whole (to))
    return refuse (
        error,
        _ ("%s: it has a time of day. A file of holidays has whole days only; this seems "
           "to be another calendar."),
        event->place);
  if (!icaltime_is_null_time (to) && icaltime_compare (to, from) != 0)
    *end = get_date (to);

  length = g_date_days_between (start, end);
  if (length < 1 || length > LONGEST)
    return refuse (error, _ ("%s: it lasts %d days; a holiday lasts 1 to %d."), event->place,
                   length, LONGEST);

  return TRUE;
}

/* The New Year holiday may begin in the December before. */
static int
find_year (const Event *event, const GDate *end)
{
  static const char *const new_year[] = { "元旦", "new year’s day", "new year's day", NULL };
  GDate last = *end;

  g_date_subtract_days (&last, 1);

  return g_date_get_year (&last)
         + (g_date_get_month (&last) == G_DATE_DECEMBER && has_word (event->name, new_year) ? 1
                                                                                            : 0);
}

static BhHolidayYear *
get_year (GPtrArray *years, int number)
{
  guint at = 0;

  for (; at < years->len; at++)
    {
      BhHolidayYear *year = g_ptr_array_index (years, at);

      if (year->year == number)
        return year;
      if (year->year > number)
        break;
    }
  g_ptr_array_insert (years, (int) at, bh_holiday_year_new (number, NULL));

  return g_ptr_array_index (years, at);
}

static gboolean
add_event (GPtrArray *years, const Event *event, GError **error)
{
  BhHolidayYear *year;
  GDate day, end;

  if (!read_days (event, &day, &end, error))
    return FALSE;

  year = get_year (years, find_year (event, &end));
  for (; g_date_compare (&day, &end) < 0; g_date_add_days (&day, 1))
    {
      g_autoptr (GError) local = NULL;
      int number = g_date_get_year (&day) * 10000 + (int) g_date_get_month (&day) * 100
                   + g_date_get_day (&day);

      if (!bh_holiday_year_add (year, number, event->off, event->name, &local))
        return refuse (error, "%s: %s", event->place, local->message);
    }

  return TRUE;
}

static gboolean
read_event (GPtrArray *years, icalcomponent *component, guint number, GError **error)
{
  const char *title = icalcomponent_get_summary (component);
  g_auto (Event) event = { .component = component };

  /* Translators: the place of an error in a file: the number and title of an event */
  event.place = g_strdup_printf (_ ("Event %u, “%s”"), number, title != NULL ? title : "");
  if (title == NULL || *title == '\0')
    return refuse (error, _ ("%s: it has no title."), event.place);
  if (icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY) != NULL
      || icalcomponent_get_first_property (component, ICAL_RDATE_PROPERTY) != NULL)
    return refuse (error,
                   _ ("%s: it repeats. Holidays are announced for each year anew, with their "
                      "dates."),
                   event.place);
  event.name = make_name (title);

  return read_title (&event, title, error) && add_event (years, &event, error);
}

/* @component: may hold several calendars */
static gboolean
read_events (GPtrArray *years, icalcomponent *component, guint *number, GError **error)
{
  for (icalcomponent *child = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT);
       child != NULL; child = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    {
      if (icalcomponent_isa (child) == ICAL_VCALENDAR_COMPONENT
          && !read_events (years, child, number, error))
        return FALSE;
      if (icalcomponent_isa (child) == ICAL_VEVENT_COMPONENT
          && !read_event (years, child, ++*number, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
begins_with (const char *line, const char *text, gsize length)
{
  return length >= strlen (text) && g_ascii_strncasecmp (line, text, strlen (text)) == 0;
}

/* libical takes what it understands of a file that is damaged or cut off: whatever begins in the
 * file has to end in it. */
static gboolean
check_structure (const char *text, gsize length, GError **error)
{
  const char *end = text + length;
  int depth = 0, line = 1;

  for (const char *p = text; p < end && depth >= 0; line++)
    {
      const char *next = memchr (p, '\n', (gsize) (end - p));

      if (begins_with (p, "BEGIN:", (gsize) (end - p)))
        depth++;
      else if (begins_with (p, "END:", (gsize) (end - p)))
        depth--;
      p = next != NULL ? next + 1 : end;
    }
  if (depth == 0)
    return TRUE;

  if (depth > 0)
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_SYNTAX,
                 _ ("The calendar file is cut off: something begins in it that does not end. Fetch "
                    "it again."));
  else
    g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_SYNTAX,
                 _ ("The calendar file is damaged in line %d: something ends that did not begin."),
                 line - 1);

  return FALSE;
}

GPtrArray *
bh_holiday_ics_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (GPtrArray) years
      = g_ptr_array_new_with_free_func ((GDestroyNotify) bh_holiday_year_free);
  g_autofree char *copy = NULL;
  icalcomponent *root;
  guint number = 0;
  gboolean good;

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_structure (text, length, error))
    return NULL;

  copy = g_strndup (text, length);
  root = icalparser_parse_string (copy);
  if (root == NULL)
    {
      g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_SYNTAX,
                   _ ("The calendar file is damaged. Fetch it again."));
      return NULL;
    }

  good = read_events (years, root, &number, error);
  icalcomponent_free (root);
  if (good && years->len == 0)
    good = refuse (error, _ ("The file has no holidays: its year is not announced yet. Import it "
                             "again when its holidays are published, mostly in November."));

  return good ? g_steal_pointer (&years) : NULL;
}
