/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-time.h"

G_BEGIN_DECLS

/** bh_period_shift_instant: Returns: the same day and hour in office time @months later (earlier
 * where negative); where that month is too short, its last day */
gint64 bh_period_shift_instant (BhOfficeTime *time, gint64 instant, int months);

/**
 * bh_period_shift:
 * @until: in @period or not; what lies behind it is cut off
 * @shifted: (out): empty where @until lies before @period
 *
 * The same stretch of another month or year: of 1 to 20 November, a month earlier, 1 to 20 October.
 * What grows while a month runs is compared with what had grown by the same day.
 */
void bh_period_shift (
    BhOfficeTime *time, const BhPeriod *period, gint64 until, int months, BhPeriod *shifted);

/** bh_period_count_months: Returns: of how many whole months @period is made, 0 where it is not */
int bh_period_count_months (BhOfficeTime *time, const BhPeriod *period);

/**
 * bh_period_get_previous:
 * @previous: (out): ends where @period begins, and is as long: in months where @period is made of
 *   whole ones, else in days; empty where there is no such time
 */
void bh_period_get_previous (BhOfficeTime *time, const BhPeriod *period, BhPeriod *previous);

/** bh_period_get_year_before: @year_before: (out): the same days a year earlier; empty where there
 * is no such time */
void bh_period_get_year_before (BhOfficeTime *time, const BhPeriod *period, BhPeriod *year_before);

/**
 * bh_period_get_part:
 * @until: in @period or not
 * @other: what @period is compared with
 * @part: (out): as much of @other as has passed of @period by @until: to the same day and hour
 *   where @other begins on the same day of a month, else after the same time
 */
void bh_period_get_part (BhOfficeTime *time,
                         const BhPeriod *period,
                         gint64 until,
                         const BhPeriod *other,
                         BhPeriod *part);

/** bh_period_get_share_of_year: Returns: which part of its year @period is, in twelfths where it is
 * made of months */
double bh_period_get_share_of_year (BhOfficeTime *time, const BhPeriod *period);

G_END_DECLS
