/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-holiday-year.h"

G_BEGIN_DECLS

/**
 * bh_holiday_ics_parse:
 * @text: an iCalendar file of whole-day events; their end is exclusive, as the format has it
 * @length: in bytes
 *
 * A day is worked where its title says so (上班, 补班, …) and off where that is said (假, 休,
 * holiday) or it is named like one of the public holidays; what is neither is refused, since an
 * event of another sort would become a day off. Days of the New Year that lie in December belong to
 * the next year.
 *
 * Returns: (transfer full) (nullable) (element-type BhHolidayYear): the years, or NULL with
 *   %BH_EXCHANGE_ERROR_SYNTAX for what is no such file, %BH_EXCHANGE_ERROR_VALUE for what it says,
 *   naming the event
 */
GPtrArray *bh_holiday_ics_parse (const char *text, gsize length, GError **error);

G_END_DECLS
