/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-calendar.h"

#include "base/bh-clock.h"
#include "base/bh-i18n.h"
#include "domain/bh-calendar-private.h"
#include "domain/bh-office-time-private.h"

/* A sum of office time in words. The days are gathered into stretches, and each stretch is a piece
 * of the sentence. */

#define MINUTE (60 * BH_USEC_PER_SEC)
#define MANY_STRETCHES 8

static const char *const month_names[12] = {
  NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
  NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
  NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
  NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December"),
};

typedef enum
{
  STRETCH_OFF,
  STRETCH_WORKED,
  STRETCH_EXTRA, /* one day that is worked though its weekday is not */
} StretchKind;

/* Days of one kind, one after another. */
typedef struct
{
  StretchKind kind;
  gint64 first;
  gint64 last;
  gint64 minutes; /* counted in them */
} Stretch;

typedef struct
{
  BhCalendar *calendar;
  BhOfficeTime *time;
  gint64 start;
  gint64 end;
  gint64 first_day; /* of the start */
  gint64 last_day;  /* of the end */
  int year;         /* of the start */
  GArray *stretches;
  GPtrArray *pieces; /* (element-type utf8) */
} Sum;

static const char *
get_month_name (int month)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", month_names[month - 1]);
}

char *
bh_calendar_format_day (int day, int year)
{
  int month = day / 100 % 100;

  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  if (day / 10000 == year)
    /* Translators: “9 October”: the number of the day, the name of the month */
    return g_strdup_printf (C_ ("day", "%d %s"), day % 100, get_month_name (month));

  /* Translators: “4 January 2027” */
  return g_strdup_printf (C_ ("day", "%d %s %d"), day % 100, get_month_name (month), day / 10000);
}

static char *
format_number (gint64 number, int year)
{
  BhLocalTime local;

  bh_calendar_split_day (number, &local);

  return bh_calendar_format_day (local.day, year);
}

char *
bh_calendar_format_days (int first, int last, int year)
{
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;

  if (first == last)
    return bh_calendar_format_day (first, year);

  if (first / 100 == last / 100 && first / 10000 == year)
    /* Translators: “1-8 October” */
    return g_strdup_printf (C_ ("days", "%d-%d %s"), first % 100, last % 100,
                            get_month_name (first / 100 % 100));

  begin = bh_calendar_format_day (first, year);
  end = bh_calendar_format_day (last, year);

  /* Translators: “30 September - 2 October” */
  return g_strdup_printf (C_ ("days", "%s - %s"), begin, end);
}

static char *
format_days (gint64 first, gint64 last, int year)
{
  BhLocalTime from, to;

  bh_calendar_split_day (first, &from);
  bh_calendar_split_day (last, &to);

  return bh_calendar_format_days (from.day, to.day, year);
}

static char *
format_minutes (gint64 minutes)
{
  int hours = (int) (minutes / 60), rest = (int) (minutes % 60);

  if (hours == 0)
    return g_strdup_printf (_ ("%d min"), rest);
  if (rest == 0)
    return g_strdup_printf (_ ("%d h"), hours);

  return g_strdup_printf (_ ("%d h %d min"), hours, rest);
}

static char *
format_clock (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (time, instant, &local);

  return g_strdup_printf ("%02d:%02d", local.hour, local.minute);
}

/* The part of a day's hours that is counted, cut to whole minutes of the clock, so that the pieces
 * agree with the times that are shown. */
static guint
clip_day (const Sum *sum, gint64 day, BhPeriod periods[BH_DAY_HOURS_MAX])
{
  guint n = bh_calendar_fill_day (sum->calendar, sum->time, day, periods), kept = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 from = MAX (periods[i].from, sum->start), to = MIN (periods[i].to, sum->end);

      if (from > to)
        continue;
      periods[kept].from = bh_divide_down (from, MINUTE) * MINUTE;
      periods[kept++].to = bh_divide_down (to, MINUTE) * MINUTE;
    }

  return kept;
}

static gint64
count_minutes (const BhPeriod *periods, guint n)
{
  gint64 minutes = 0;

  for (guint i = 0; i < n; i++)
    minutes += MAX (periods[i].to - periods[i].from, 0) / MINUTE;

  return minutes;
}

static StretchKind
get_kind (const Sum *sum, gint64 day)
{
  BhPeriod periods[BH_DAY_HOURS_MAX];

  if (bh_calendar_fill_day (sum->calendar, sum->time, day, periods) == 0)
    return STRETCH_OFF;

  return bh_calendar_is_extra_day (sum->calendar, day) ? STRETCH_EXTRA : STRETCH_WORKED;
}

/* The first and the last day stand alone, unless nothing is counted in them. */
static void
gather (Sum *sum)
{
  for (gint64 day = sum->first_day; day <= sum->last_day; day++)
    {
      BhPeriod periods[BH_DAY_HOURS_MAX];
      Stretch stretch = { get_kind (sum, day), day, day, 0 };
      Stretch *before = sum->stretches->len > 0
                            ? &g_array_index (sum->stretches, Stretch, sum->stretches->len - 1)
                            : NULL;

      stretch.minutes = count_minutes (periods, clip_day (sum, day, periods));
      if (before != NULL && before->kind == stretch.kind && stretch.kind != STRETCH_EXTRA
          && (stretch.kind == STRETCH_OFF
              || (before->first != sum->first_day && day != sum->last_day)))
        {
          before->last = day;
          before->minutes += stretch.minutes;
        }
      else if (stretch.kind == STRETCH_OFF || stretch.minutes > 0 || day == sum->last_day)
        g_array_append_val (sum->stretches, stretch);
    }
}

static void
take_piece (Sum *sum, char *piece)
{
  g_ptr_array_add (sum->pieces, piece);
}

/* "1 h 50 min", "6 h without 12:00-13:30": what is counted on a day, and the breaks inside. */
static char *
format_counted (const Sum *sum, gint64 day)
{
  BhPeriod periods[BH_DAY_HOURS_MAX];
  guint n = clip_day (sum, day, periods);
  g_autofree char *counted = format_minutes (count_minutes (periods, n));
  g_autoptr (GString) breaks = g_string_new (NULL);

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *from = format_clock (sum->time, periods[i - 1].to);
      g_autofree char *to = format_clock (sum->time, periods[i].from);

      g_string_append_printf (breaks, "%s%s-%s", i > 1 ? C_ ("office time", ", ") : "", from, to);
    }
  if (breaks->len == 0)
    return g_steal_pointer (&counted);

  /* Translators: “6 h without 12:00-13:30”: office time, and the breaks in it */
  return g_strdup_printf (C_ ("office time", "%s without %s"), counted, breaks->str);
}

static void
say_extra (Sum *sum, gint64 day)
{
  g_autofree char *date = format_number (day, sum->year);
  BhLocalTime local;

  bh_calendar_split_day (day, &local);
  /* Translators: “Saturday 11 October is worked” */
  take_piece (sum, g_strdup_printf (C_ ("office time", "%s %s is worked"),
                                    bh_weekday_get_name (local.weekday), date));
}

/* The day on which it begins, when it does not end there as well. */
static void
say_first (Sum *sum)
{
  BhPeriod periods[BH_DAY_HOURS_MAX];
  guint n = clip_day (sum, sum->first_day, periods);
  g_autofree char *counted = format_counted (sum, sum->first_day);
  g_autofree char *end = format_clock (sum->time, periods[n - 1].to);

  /* Translators: “1 h 50 min to 18:00”: office time until the end of the day */
  take_piece (sum, g_strdup_printf (C_ ("office time", "%s to %s"), counted, end));
}

static void
say_only (Sum *sum)
{
  BhPeriod periods[BH_DAY_HOURS_MAX];
  g_autofree char *counted = format_counted (sum, sum->first_day);
  g_autofree char *begin = NULL;

  if (clip_day (sum, sum->first_day, periods) == 0 || periods[0].from <= sum->start)
    {
      take_piece (sum, g_steal_pointer (&counted));
      return;
    }

  begin = format_clock (sum->time, periods[0].from);
  /* Translators: “4 h from 08:30”: office time from the beginning of the hours */
  take_piece (sum, g_strdup_printf (C_ ("office time", "%s from %s"), counted, begin));
}

static void
say_days (Sum *sum, const Stretch *stretch)
{
  g_autofree char *days = format_days (stretch->first, stretch->last, sum->year);
  g_autofree char *counted = stretch->first == stretch->last ? format_counted (sum, stretch->first)
                                                             : format_minutes (stretch->minutes);

  if (stretch->kind == STRETCH_OFF)
    take_piece (sum, g_strdup_printf (C_ ("office time", "skipping %s"), days));
  else
    /* Translators: “2 h 10 min on 9 October” */
    take_piece (sum, g_strdup_printf (C_ ("office time", "%s on %s"), counted, days));
}

static void
say (Sum *sum, const Stretch *stretch)
{
  gboolean is_first = stretch->first == sum->first_day, is_last = stretch->last == sum->last_day;

  if (stretch->kind == STRETCH_EXTRA)
    say_extra (sum, stretch->first);
  if (stretch->kind == STRETCH_OFF)
    say_days (sum, stretch);
  else if (is_first && is_last)
    say_only (sum);
  else if (is_first)
    say_first (sum);
  else if (stretch->kind == STRETCH_WORKED)
    say_days (sum, stretch);
}

/* What lies between the first and the last day, when it is much. */
static void
say_between (Sum *sum, guint from, guint to)
{
  gint64 minutes = 0;
  int worked = 0, off = 0;
  g_autofree char *counted = NULL;
  g_autofree char *working_days = NULL;
  const Stretch *last = &g_array_index (sum->stretches, Stretch, to - 1);
  g_autofree char *days
      = format_days (g_array_index (sum->stretches, Stretch, from).first, last->last, sum->year);

  for (guint i = from; i < to; i++)
    {
      const Stretch *stretch = &g_array_index (sum->stretches, Stretch, i);
      int length = (int) (stretch->last - stretch->first) + 1;

      minutes += stretch->minutes;
      worked += stretch->kind != STRETCH_OFF ? length : 0;
      off += stretch->kind == STRETCH_OFF ? length : 0;
    }
  counted = format_minutes (minutes);
  working_days
      = g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) worked), worked);
  /* Translators: “112 h on 14 working days of 3-22 March” */
  take_piece (sum,
              g_strdup_printf (C_ ("office time", "%s on %s of %s"), counted, working_days, days));
  take_piece (
      sum, g_strdup_printf (ngettext ("skipping %d day", "skipping %d days", (gulong) off), off));
}

static void
say_all (Sum *sum)
{
  guint n = sum->stretches->len, from, to;

  if (n <= MANY_STRETCHES)
    {
      for (guint i = 0; i < n; i++)
        say (sum, &g_array_index (sum->stretches, Stretch, i));
      return;
    }

  from = g_array_index (sum->stretches, Stretch, 0).kind == STRETCH_OFF ? 0 : 1;
  to = n - 1;
  if (from > 0)
    say (sum, &g_array_index (sum->stretches, Stretch, 0));
  say_between (sum, from, to);
  say (sum, &g_array_index (sum->stretches, Stretch, to));
}

char *
bh_calendar_explain (BhCalendar *self, BhOfficeTime *time, gint64 start, gint64 seconds)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  Sum sum = { .calendar = self, .time = time, .start = start };
  g_autofree char *text = NULL;
  g_autofree char *end = NULL;
  BhLocalTime local;

  g_return_val_if_fail (BH_IS_CALENDAR (self) && time != NULL, NULL);
  g_return_val_if_fail (seconds >= 0, NULL);

  sum.stretches = stretches;
  sum.pieces = pieces;
  sum.end = bh_calendar_add (self, time, start, seconds);
  sum.first_day = bh_calendar_get_day_number (time, start);
  /* What ends at midnight ends with the day before. */
  sum.last_day = bh_calendar_get_day_number (time, MAX (start, sum.end - 1));
  bh_office_time_split (time, start, &local);
  sum.year = local.month / 100;
  if (seconds > 0)
    {
      gather (&sum);
      say_all (&sum);
    }
  g_ptr_array_add (pieces, NULL);
  text = g_strjoinv (C_ ("office time", ", "), (char **) pieces->pdata);
  end = format_clock (time, sum.end);

  return g_strdup_printf ("%s%s→ %s", text, *text != '\0' ? " " : "", end);
}

char *
bh_calendar_describe_version (BhCalendar *self, BhOfficeTime *time)
{
  g_autofree char *from = NULL;

  g_return_val_if_fail (BH_IS_CALENDAR (self) && time != NULL, NULL);

  if (bh_calendar_get_valid_from (self) == 0)
    return g_strdup_printf (_ ("Version %d, in force from the beginning"),
                            bh_calendar_get_version (self));

  from = bh_office_time_format (time, bh_calendar_get_valid_from (self));

  return g_strdup_printf (_ ("Version %d, in force from %s"), bh_calendar_get_version (self), from);
}

char *
bh_calendar_describe_missing (int year)
{
  return g_strdup_printf (_ ("The holidays of %d are not in the calendar: deadlines in that year "
                             "count its weekdays alone. Import them once they are announced."),
                          year);
}
