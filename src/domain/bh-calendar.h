/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-holiday-year.h"
#include "domain/bh-office-hours.h"
#include "domain/bh-office-time.h"

G_BEGIN_DECLS

#define BH_TYPE_CALENDAR (bh_calendar_get_type ())
G_DECLARE_FINAL_TYPE (BhCalendar, bh_calendar, BH, CALENDAR, GObject)

/**
 * BhCalendar:
 *
 * When an office works: its hours by weekday, and the days that are announced as off or as worked.
 * A version; it never changes once it is in use, so that old deadlines stay explained. Shared by
 * threads. It keeps wall-clock times: where they lie in UTC, the office's time zone says.
 *
 * A day that is worked though its weekday has no hours (Saturday 11 October 2025) has those of the
 * first weekday of the week that has some, mostly Monday's. In a year that is not announced only
 * the weekdays count.
 */

/** bh_calendar_new: Returns: (transfer full) (nullable): without years, without id; NULL with
 * %BH_DOMAIN_ERROR_INPUT where @hours has none on any day, since no deadline would ever come */
BhCalendar *bh_calendar_new (const BhOfficeHours *hours, GError **error);
/** bh_calendar_new_from_text: the same from what bh_office_hours_parse() reads */
BhCalendar *bh_calendar_new_from_text (const char *hours, GError **error);
/** bh_calendar_copy: @hours: (nullable): other hours. Returns: (transfer full) (nullable): a
 * calendar of the same years, without id, that may still be changed, or NULL with an error */
BhCalendar *bh_calendar_copy (BhCalendar *self, const BhOfficeHours *hours, GError **error);
/** bh_calendar_set_version: only while it is being built, before it is shared, as the next one */
void bh_calendar_set_version (BhCalendar *self, gint64 id, int version, gint64 valid_from);
/** bh_calendar_set_year: takes what is announced for a year in place of what was known of it.
 * @year: (transfer none): copied. Where two years speak of one day, the later one is right. */
void bh_calendar_set_year (BhCalendar *self, const BhHolidayYear *year);
/** bh_calendar_is_same: Returns: whether both have the same hours and years */
gboolean bh_calendar_is_same (BhCalendar *self, BhCalendar *other);

gint64 bh_calendar_get_id (BhCalendar *self);
int bh_calendar_get_version (BhCalendar *self);
/** bh_calendar_get_valid_from: Returns: the instant from which it counts, 0: from the beginning */
gint64 bh_calendar_get_valid_from (BhCalendar *self);
const BhOfficeHours *bh_calendar_get_hours (BhCalendar *self);
/** bh_calendar_list_years: Returns: (transfer none) (element-type BhHolidayYear): announced years,
 * in order */
GPtrArray *bh_calendar_list_years (BhCalendar *self);
/** bh_calendar_get_year: Returns: (transfer none) (nullable): what is announced for @year */
const BhHolidayYear *bh_calendar_get_year (BhCalendar *self, int year);
/** bh_calendar_get_holiday: @day: yyyymmdd. Returns: (transfer none) (nullable): what is announced
 * of it */
const BhHoliday *bh_calendar_get_holiday (BhCalendar *self, int day);
/** bh_calendar_get_day_hours: @day: yyyymmdd. Returns: (transfer none): the hours of that day,
 * without spans where it is off */
const BhDayHours *bh_calendar_get_day_hours (BhCalendar *self, int day);
/** bh_calendar_is_working_day: @day: yyyymmdd. Returns: whether it has office hours */
gboolean bh_calendar_is_working_day (BhCalendar *self, int day);

/**
 * bh_calendar_add:
 * @start: an instant
 * @seconds: office time, never negative; 0 gives @start
 *
 * Office time is real time that goes by between the beginning and the end of the hours, also where
 * clocks are put forward or back between them. What ends with the hours ends at 18:00, not at 08:30
 * of the next day.
 *
 * Returns: the instant when @seconds of office time after @start have run
 */
gint64 bh_calendar_add (BhCalendar *self, BhOfficeTime *time, gint64 start, gint64 seconds);
/** bh_calendar_count: Returns: whole seconds of office time from @from to @to, 0 where @to is not
 * later */
gint64 bh_calendar_count (BhCalendar *self, BhOfficeTime *time, gint64 from, gint64 to);

/**
 * bh_calendar_explain:
 *
 * How bh_calendar_add() comes to its end: "1 h 50 min to 18:00, skipping 1-8 October, 2 h 10 min on
 * 9 October → 10:40"; "1 h 50 min to 18:00, Saturday 11 October is worked → 10:40". Years that are
 * not that of @start are named. Minutes are those of the clock: seconds are left out.
 *
 * Returns: (transfer full): translated
 */
char *bh_calendar_explain (BhCalendar *self, BhOfficeTime *time, gint64 start, gint64 seconds);

/** bh_calendar_format_day: @day: yyyymmdd; @year: which year need not be said, 0 for none.
 * Returns: (transfer full): translated: "9 October", "4 January 2027" */
char *bh_calendar_format_day (int day, int year);
/** bh_calendar_format_days: the same for a stretch of days: "1-8 October" */
char *bh_calendar_format_days (int first, int last, int year);

/**
 * bh_calendar_get_missing_year:
 * @now: an instant
 * @until: the last instant that matters, such as the latest open deadline; 0 for none
 *
 * The government announces a year in the November before, so it is needed from the first of
 * November on, and as soon as something falls due in it.
 *
 * Returns: the first year from that of @now on that is needed and not announced, 0 for none
 */
int bh_calendar_get_missing_year (BhCalendar *self, BhOfficeTime *time, gint64 now, gint64 until);

/** bh_calendar_describe_version: Returns: (transfer full): translated: "Version 2, in force from
 * 2026-11-22 09:00" */
char *bh_calendar_describe_version (BhCalendar *self, BhOfficeTime *time);
/** bh_calendar_describe_missing: @year: of bh_calendar_get_missing_year(). Returns: (transfer
 * full): translated: what that means, and what to do */
char *bh_calendar_describe_missing (int year);

G_END_DECLS
