/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-time.h"

G_BEGIN_DECLS

/* Days as numbers, year * 10000 + month * 100 + day, in office time. 0 is none. */

/** bh_day_is_valid: Returns: whether the calendar has @day */
gboolean bh_day_is_valid (int day);
/** bh_day_of: Returns: the day that @instant lies in */
int bh_day_of (BhOfficeTime *time, gint64 instant);
/** bh_day_shift: Returns: the day @by days later, earlier where it is negative */
int bh_day_shift (int day, int by);
/** bh_day_format: Returns: (transfer full): "2026-11-03", "" for 0 */
char *bh_day_format (int day);
/** bh_day_parse: @text: "2026-11-03". Returns: FALSE with %BH_DOMAIN_ERROR_INPUT */
gboolean bh_day_parse (const char *text, int *day, GError **error);

/** bh_month_is_valid: @month: year * 100 + month. Returns: whether there is such a month */
gboolean bh_month_is_valid (int month);
/** bh_month_format: Returns: (transfer full): "2026-11" */
char *bh_month_format (int month);

G_END_DECLS
