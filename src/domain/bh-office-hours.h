/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** BH_DAY_HOURS_MAX: how many spans a day may have at most */
#define BH_DAY_HOURS_MAX 6

/**
 * BhHoursSpan:
 * @from: first minute of the day, 0 to 1439
 * @to: first minute after it, up to 1440
 */
typedef struct
{
  int from;
  int to;
} BhHoursSpan;

/** BhDayHours: the office hours of one weekday, in order, apart from one another; what lies between
 * two is a break. */
typedef struct
{
  guint n_spans;
  BhHoursSpan spans[BH_DAY_HOURS_MAX];
} BhDayHours;

/** BhOfficeHours: @days by weekday, 0 Monday to 6 Sunday. Plain data. */
typedef struct
{
  BhDayHours days[7];
} BhOfficeHours;

/** BH_OFFICE_HOURS_DEFAULT: the text of what an office begins with (product.md, limits) */
#define BH_OFFICE_HOURS_DEFAULT "mon-fri 08:30-12:00,13:30-18:00"

/**
 * bh_day_hours_parse:
 * @text: "08:30-12:00, 13:30-18:00", in any order; "" or "off" for a day without hours. A day may
 *   end at 24:00. Full-width characters and Chinese commas count as plain ones.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT, which says how to write it
 */
gboolean bh_day_hours_parse (const char *text, BhDayHours *hours, GError **error);
/** bh_day_hours_format: Returns: (transfer full): "08:30-12:00,13:30-18:00", "" without hours */
char *bh_day_hours_format (const BhDayHours *hours);
/** bh_day_hours_is_equal: Returns: whether both have the same spans */
gboolean bh_day_hours_is_equal (const BhDayHours *a, const BhDayHours *b);

/**
 * bh_office_hours_parse:
 * @text: weekdays with their hours, joined by semicolons: "mon-thu 08:30-12:00,13:30-18:00; fri
 *   08:30-16:00", also with Chinese names of the days ("周一至周五 8:30-17:30"). Days that are not
 *   named have no hours, and one day must have some.
 *
 * Returns: FALSE with %BH_DOMAIN_ERROR_INPUT, which says how to write it
 */
gboolean bh_office_hours_parse (const char *text, BhOfficeHours *hours, GError **error);
/** bh_office_hours_format: Returns: (transfer full): the canonical text of @hours, days with the
 * same hours together; bh_office_hours_parse() reads it back */
char *bh_office_hours_format (const BhOfficeHours *hours);
/** bh_office_hours_describe: Returns: (transfer full): the same for people, translated: "Monday to
 * Friday 08:30-12:00, 13:30-18:00" */
char *bh_office_hours_describe (const BhOfficeHours *hours);

/** bh_weekday_get_name: @weekday: 1 Monday to 7 Sunday. Returns: (transfer none): translated */
const char *bh_weekday_get_name (int weekday);

G_END_DECLS
