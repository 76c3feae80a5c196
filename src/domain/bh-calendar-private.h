/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-calendar.h"

G_BEGIN_DECLS

/* What the arithmetic of a calendar and its words share. Days are counted from 1970-01-01, in the
 * office's time zone. */

/** bh_calendar_get_day_number: Returns: the day on which @instant lies */
gint64 bh_calendar_get_day_number (BhOfficeTime *time, gint64 instant);
/** bh_calendar_split_day: fills what is known of a day without its time zone */
void bh_calendar_split_day (gint64 number, BhLocalTime *local);
/** bh_calendar_fill_day: @periods: (out): the office hours of that day as instants, in order.
 * Returns: how many */
guint bh_calendar_fill_day (BhCalendar *self,
                            BhOfficeTime *time,
                            gint64 number,
                            BhPeriod periods[BH_DAY_HOURS_MAX]);
/** bh_calendar_is_extra_day: Returns: whether it is worked though its weekday has no hours */
gboolean bh_calendar_is_extra_day (BhCalendar *self, gint64 number);

G_END_DECLS
