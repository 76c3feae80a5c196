/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-time.h"

G_BEGIN_DECLS

/* What the calculation and the texts of an office's time share. A local time is counted as if it
 * were UTC. */

/** bh_divide_down: Returns: the quotient, rounded down also below 0 */
static inline gint64
bh_divide_down (gint64 number, gint64 by)
{
  return number / by - (number % by < 0 ? 1 : 0);
}

/** bh_office_time_get_offset: Returns: seconds east of UTC at @second, seconds UTC */
gint64 bh_office_time_get_offset (BhOfficeTime *self, gint64 second);
/** bh_office_time_from_local: Returns: the instant of @local, microseconds of local time */
gint64 bh_office_time_from_local (BhOfficeTime *self, gint64 local);
/** bh_local_time_split: fills @local for @local_second of the years 1 to 9999 */
void bh_local_time_split (gint64 local_second, BhLocalTime *local);
/**
 * bh_local_time_join:
 * @local: (out): microseconds of local time
 *
 * Returns: FALSE where there is no such date or time
 */
gboolean bh_local_time_join (
    int year, int month, int day, int hour, int minute, double seconds, gint64 *local);

G_END_DECLS
