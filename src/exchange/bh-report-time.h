/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-time.h"

G_BEGIN_DECLS

/** bh_report_time_get_days: @days: (out): what a workbook writes for @instant, in office time: days
 * since 1899-12-30. Returns: FALSE where it knows no such day: before 1901 */
gboolean bh_report_time_get_days (BhOfficeTime *time, gint64 instant, double *days);

G_END_DECLS
