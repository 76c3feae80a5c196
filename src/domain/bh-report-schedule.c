/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-report-schedule.h"

#include "base/bh-i18n.h"
#include "base/bh-clock.h"
#include "domain/bh-error.h"

#include <stdio.h>

#define MINUTES_PER_DAY 1440
#define FIRST_RETRY (10 * 60 * BH_USEC_PER_SEC)
#define LAST_RETRY (6 * 3600 * BH_USEC_PER_SEC)

BhReportSchedule *
bh_report_schedule_new (void)
{
  BhReportSchedule *self = g_new0 (BhReportSchedule, 1);

  self->day = 1;
  self->minute = 8 * 60;
  self->folder = g_strdup ("");
  self->filter = g_strdup ("");

  return self;
}

BhReportSchedule *
bh_report_schedule_copy (const BhReportSchedule *self)
{
  BhReportSchedule *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->folder = g_strdup (self->folder);
  copy->filter = g_strdup (self->filter);
  copy->failure = g_strdup (self->failure);
  copy->made_file = g_strdup (self->made_file);

  return copy;
}

void
bh_report_schedule_free (BhReportSchedule *self)
{
  g_free (self->folder);
  g_free (self->filter);
  g_free (self->failure);
  g_free (self->made_file);
  g_free (self);
}

gboolean
bh_report_schedule_check (const BhReportSchedule *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->day < 1 || self->day > 31)
    return bh_domain_reject_input (error, _ ("The day of the month is from 1 to 31; %d is not."),
                                   self->day);
  if (self->minute < 0 || self->minute >= MINUTES_PER_DAY)
    return bh_domain_reject_input (error, _ ("The time of day is from 00:00 to 23:59."));
  if (!g_path_is_absolute (self->folder))
    return bh_domain_reject_input (error, _ ("Say the whole path of the folder; “%s” is none."),
                                   self->folder);

  return TRUE;
}

int
bh_report_schedule_parse_minute (const char *text)
{
  int hour, minute;
  char rest;

  g_return_val_if_fail (text != NULL, -1);

  if (sscanf (text, "%2d:%2d%c", &hour, &minute, &rest) != 2 || hour < 0 || hour > 23 || minute < 0
      || minute > 59)
    return -1;

  return hour * 60 + minute;
}

gint64
bh_report_schedule_get_due (const BhReportSchedule *self, BhOfficeTime *time, int month)
{
  int last;

  g_return_val_if_fail (self != NULL && time != NULL, -1);
  g_return_val_if_fail (month % 100 >= 1 && month % 100 <= 12, -1);

  last = g_date_get_days_in_month ((GDateMonth) (month % 100), (GDateYear) (month / 100));

  return bh_office_time_join (time, month / 100, month % 100, MIN (self->day, last),
                              self->minute / 60, self->minute % 60, 0);
}

/* The month after a month, quarter or year that is over: the one of @month or the next there is. */
static int
get_run_month (const BhReportSchedule *self, int month)
{
  int first = bh_report_kind_get_first (self->kind, month);

  return first == month ? month : bh_month_shift (first, bh_report_kind_get_length (self->kind));
}

static int
get_month_of (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (time, instant, &local);

  return local.month;
}

int
bh_report_schedule_find_next (const BhReportSchedule *self, BhOfficeTime *time, gint64 instant)
{
  int month;

  g_return_val_if_fail (self != NULL && time != NULL, 0);

  month = get_run_month (self, get_month_of (time, instant));
  if (bh_report_schedule_get_due (self, time, month) <= instant)
    month = bh_month_shift (month, bh_report_kind_get_length (self->kind));

  return month;
}

int
bh_report_schedule_get_subject (const BhReportSchedule *self, int month)
{
  g_return_val_if_fail (self != NULL, 0);

  return bh_month_shift (month, -bh_report_kind_get_length (self->kind));
}

static void
forget_failure (BhReportSchedule *self)
{
  self->failures = 0;
  self->failed_at = 0;
  self->retry_at = 0;
  g_clear_pointer (&self->failure, g_free);
}

void
bh_report_schedule_change (BhReportSchedule *self,
                           const BhReportSchedule *before,
                           BhOfficeTime *time,
                           gint64 now)
{
  g_return_if_fail (self != NULL && time != NULL);

  if (before != NULL && before->kind == self->kind
      && bh_report_schedule_get_due (before, time, before->next_month) <= now
      && bh_report_schedule_get_due (self, time, before->next_month) <= now)
    self->next_month = before->next_month;
  else
    self->next_month = bh_report_schedule_find_next (self, time, now);
  forget_failure (self);
}

gboolean
bh_report_schedule_is_due (const BhReportSchedule *self, BhOfficeTime *time, gint64 now)
{
  g_return_val_if_fail (self != NULL && time != NULL, FALSE);

  return bh_report_schedule_get_due (self, time, self->next_month) <= now && self->retry_at <= now
         && (self->claim == 0 || self->claimed_until <= now);
}

void
bh_report_schedule_note_made (BhReportSchedule *self, const char *file, gint64 now)
{
  g_return_if_fail (self != NULL && file != NULL);

  self->claim = 0;
  self->claimed_until = 0;
  forget_failure (self);
  self->made_at = now;
  g_free (self->made_file);
  self->made_file = g_strdup (file);
}

void
bh_report_schedule_made (BhReportSchedule *self, BhOfficeTime *time, const char *file, gint64 now)
{
  int length, oldest;

  g_return_if_fail (self != NULL && time != NULL && file != NULL);

  length = bh_report_kind_get_length (self->kind);
  oldest = bh_month_shift (get_month_of (time, now), -BH_REPORT_SCHEDULE_MISSED);
  self->next_month = bh_month_shift (self->next_month, length);
  while (self->next_month < oldest)
    self->next_month = bh_month_shift (self->next_month, length);
  bh_report_schedule_note_made (self, file, now);
}

void
bh_report_schedule_failed (BhReportSchedule *self, const char *message, gint64 now)
{
  gint64 pause;

  g_return_if_fail (self != NULL && message != NULL);

  pause = FIRST_RETRY << MIN (self->failures, 8);
  self->failures++;
  self->failed_at = now;
  self->retry_at = now + MIN (pause, LAST_RETRY);
  self->claim = 0;
  self->claimed_until = 0;
  g_free (self->failure);
  self->failure = g_strdup (message);
}

char *
bh_report_schedule_dup_rule (const BhReportSchedule *self)
{
  int hour, minute;

  g_return_val_if_fail (self != NULL, NULL);

  hour = self->minute / 60;
  minute = self->minute % 60;
  switch (self->kind)
    {
    case BH_REPORT_MONTH:
      /* Translators: day of the month, hour, minute */
      return g_strdup_printf (_ ("Monthly on day %d at %d:%02d, about the month before"), self->day,
                              hour, minute);
    case BH_REPORT_QUARTER:
      return g_strdup_printf (_ ("On day %d of January, April, July and October at %d:%02d, about "
                                 "the quarter before"),
                              self->day, hour, minute);
    case BH_REPORT_YEAR:
      return g_strdup_printf (_ ("On day %d of January at %d:%02d, about the year before"),
                              self->day, hour, minute);
    default:
      g_return_val_if_reached (NULL);
    }
}
