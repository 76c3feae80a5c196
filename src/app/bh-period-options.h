/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/bh-invocation.h"

G_BEGIN_DECLS

/* The times that commands take. Errors name what was typed. */

/** bh_read_month: @text: "2026-10"; fills @month (year * 100 + month) and @period, each nullable.
 * Returns: FALSE with %G_IO_ERROR_INVALID_ARGUMENT */
gboolean
bh_read_month (BhOfficeTime *time, const char *text, int *month, BhPeriod *period, GError **error);

/** bh_read_instant: @option: its name, for the error; @text: as bh_office_time_parse() takes it.
 * Returns: FALSE with @error */
gboolean bh_read_instant (
    BhOfficeTime *time, const char *option, const char *text, gint64 *instant, GError **error);

/**
 * BhPeriodOptions:
 *
 * What was given with --from, --to and --month; all owned and nullable.
 */
typedef struct
{
  char *from;
  char *to;
  char *month;
} BhPeriodOptions;

void bh_period_options_clear (BhPeriodOptions *self);
/** bh_period_options_is_given: Returns: whether there is a period at all */
gboolean bh_period_options_is_given (const BhPeriodOptions *self);
/** bh_period_options_check: Returns: FALSE with %BH_USAGE_ERROR where half of a period is given, or
 * two of them, or none and @required */
gboolean bh_period_options_check (const BhPeriodOptions *self, gboolean required, GError **error);
/** bh_period_options_read: fills @period with what is given. Returns: FALSE with @error */
gboolean bh_period_options_read (const BhPeriodOptions *self,
                                 BhOfficeTime *time,
                                 BhPeriod *period,
                                 GError **error);

G_END_DECLS
