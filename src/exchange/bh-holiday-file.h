/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-holiday-year.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * bh_holiday_file_read:
 * @file: public holidays and make-up working days, as an iCalendar file (.ics) or as JSON of the
 *   form in data/holidays; what it is, is seen from its content. In any encoding that
 *   bh_text_decode() finds out.
 *
 * A year without days is not announced by that: such a file is refused. A year whose source the
 * file does not tell has the name of the file as its source.
 *
 * Returns: (transfer full) (nullable) (element-type BhHolidayYear): the years in it, in order, each
 *   with days; NULL with %BH_EXCHANGE_ERROR, saying where it is wrong, or an error of reading
 */
GPtrArray *bh_holiday_file_read (GFile *file, GCancellable *cancellable, GError **error);

/** bh_holiday_file_describe: Returns: (transfer full): translated: "2027: 28 days off, 6 days
 * worked" for each of @years (element-type BhHolidayYear), in lines */
char *bh_holiday_file_describe (GPtrArray *years);

G_END_DECLS
