/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BhTimeParts:
 * @year: four digits
 * @month: from 1
 * @day: from 1
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @second: 0 to 60
 * @microsecond: 0 to 999,999
 * @has_offset: whether the text said its offset from UTC
 * @offset: seconds east of UTC
 *
 * A time as somebody wrote it. Only bh_time_parts_check() says whether there is such a time.
 */
typedef struct
{
  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
  int microsecond;
  gboolean has_offset;
  int offset;
} BhTimeParts;

/**
 * BH_MIN_YEAR: the first year that a ledger may name
 */
#define BH_MIN_YEAR 1900

/**
 * BH_MAX_YEAR: the last year that a ledger may name
 */
#define BH_MAX_YEAR 2199

/**
 * bh_time_parts_check:
 * @error: says which part is impossible (%BH_EXCHANGE_ERROR_VALUE)
 *
 * Returns: whether there is such a time in the calendar and on the clock
 */
gboolean bh_time_parts_check (const BhTimeParts *parts, GError **error);

/**
 * bh_time_parts_to_seconds:
 *
 * Returns: seconds from 1970-01-01 00:00 to @parts on one and the same clock, offset left out
 */
gint64 bh_time_parts_to_seconds (const BhTimeParts *parts);

typedef struct _BhTimeFormat BhTimeFormat;

/**
 * bh_time_format_new:
 * @format: a format of strptime()
 *
 * Prepares a format, so that thousands of texts can be read by it quickly. Known are
 * %a %A %b %B %d %D %e %F %h %H %I %k %l %m %M %n %p %r %R %S %t %T %y %Y %z and %%. Names of
 * months and days are English; %p knows 上午 and 下午 too. After seconds a decimal fraction may
 * stand.
 *
 * Returns: (transfer full) (nullable): the format, or %NULL with @error set
 * (%BH_EXCHANGE_ERROR_MAP) where @format has an unknown conversion or does not give a whole date
 */
BhTimeFormat *bh_time_format_new (const char *format, GError **error);

void bh_time_format_free (BhTimeFormat *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTimeFormat, bh_time_format_free)

/**
 * bh_time_format_match:
 * @text: UTF-8, not terminated
 * @length: bytes of @text
 * @parts: (out caller-allocates): what was read, not yet checked
 *
 * Returns: whether all of @text has this form
 */
gboolean
bh_time_format_match (const BhTimeFormat *self, const char *text, gsize length, BhTimeParts *parts);

G_END_DECLS
