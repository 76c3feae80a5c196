/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BhOfficeTime:
 *
 * An office's time zone. Immutable and thread-safe; conversions are cached per thread by UTC hour
 * stretch, since imports and reports make millions of them.
 */
typedef struct _BhOfficeTime BhOfficeTime;

/**
 * BhLocalTime:
 * @day: year * 10000 + month * 100 + day
 * @month: year * 100 + month
 * @weekday: 1 Monday to 7 Sunday
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @second: 0 to 59
 */
typedef struct
{
  int day;
  int month;
  int weekday;
  int hour;
  int minute;
  int second;
} BhLocalTime;

/**
 * bh_office_time_new:
 * @zone: name of a time zone, "Asia/Shanghai"
 *
 * Returns: (transfer full) (nullable): %NULL with %BH_DOMAIN_ERROR_INPUT for an unknown zone
 */
BhOfficeTime *bh_office_time_new (const char *zone, GError **error);
BhOfficeTime *bh_office_time_ref (BhOfficeTime *self);
void bh_office_time_unref (BhOfficeTime *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhOfficeTime, bh_office_time_unref)

const char *bh_office_time_get_zone (BhOfficeTime *self);

/** bh_office_time_split: fills @local for @instant (microseconds UTC). */
void bh_office_time_split (BhOfficeTime *self, gint64 instant, BhLocalTime *local);

/**
 * bh_office_time_join:
 * @year: 1 to 9999; @month 1 to 12; @day 1 to 31
 *
 * A local time that occurs twice means the first; one that does not exist means the instant as
 * far after the gap.
 *
 * Returns: the instant, or -1 where there is no such date or time
 */
gint64 bh_office_time_join (
    BhOfficeTime *self, int year, int month, int day, int hour, int minute, double seconds);

/** bh_office_time_format_iso: Returns: (transfer full) (nullable): RFC 3339 with offset; NULL for 0
 */
char *bh_office_time_format_iso (BhOfficeTime *self, gint64 instant);
/** bh_office_time_format: Returns: (transfer full): "2026-11-03 16:40", "" for 0 */
char *bh_office_time_format (BhOfficeTime *self, gint64 instant);
/**
 * bh_office_time_format_near:
 *
 * As people say it: 刚刚 below a minute, 10:02 today, 昨天 16:40, 11-03 this year, 2025-11-03.
 *
 * Returns: (transfer full): "" for 0
 */
char *bh_office_time_format_near (BhOfficeTime *self, gint64 instant, gint64 now);

/**
 * bh_office_time_parse:
 * @text: RFC 3339 with offset, or "YYYY-MM-DD", "YYYY-MM-DD HH:MM[:SS]" (also with T) in office
 * time
 *
 * Returns: the instant, below 0 where it lies before 1970, or -1 with %BH_DOMAIN_ERROR_INPUT
 */
gint64 bh_office_time_parse (BhOfficeTime *self, const char *text, GError **error);
/** bh_office_time_parse_event: the same for what happens to a ticket, which has no time before
 * 1970: there 0 is none. Returns: the instant, above 0, or -1 with %BH_DOMAIN_ERROR_INPUT */
gint64 bh_office_time_parse_event (BhOfficeTime *self, const char *text, GError **error);

/**
 * BhPeriod:
 * @from: first instant
 * @to: first instant after it
 *
 * A half-open stretch of time.
 */
typedef struct
{
  gint64 from;
  gint64 to;
} BhPeriod;

/** bh_month_shift: @month as year * 100 + month. Returns: the month @by months later, earlier where
 * it is negative */
int bh_month_shift (int month, int by);
/** bh_month_count: Returns: how many months @to comes after @from, both as year * 100 + month */
int bh_month_count (int from, int to);
/** bh_office_time_get_month: @month as year * 100 + month. Returns: FALSE where there is none */
gboolean bh_office_time_get_month (BhOfficeTime *self, int month, BhPeriod *period);
/** bh_office_time_get_day: @day as year * 10000 + month * 100 + day. Returns: FALSE where there is
 * none */
gboolean bh_office_time_get_day (BhOfficeTime *self, int day, BhPeriod *period);

G_END_DECLS
