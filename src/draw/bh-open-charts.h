/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"
#include "insight/bh-open-ages.h"

G_BEGIN_DECLS

/* Charts about what is open and overdue, made as #BhChartInfo has it. */

/** bh_open_age_variants: by grade, or by what the tickets wait for */
extern const BhChartVariant bh_open_age_variants[];

/** bh_open_age_get_name: Returns: (transfer none): "1–3 d", translated */
const char *bh_open_age_get_name (BhAge age);
/** bh_open_wait_get_name: @wait: see #BhWait. Returns: (transfer none): translated */
const char *bh_open_wait_get_name (int wait);

/** bh_open_age_chart_make: how long the open tickets have been open */
BhChart *
bh_open_age_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);

/** bh_overdue_departments_chart_make: what is open in which department, and how much of it is late
 */
BhChart *bh_overdue_departments_chart_make (BhInsight *insight,
                                            const BhChartQuestion *question,
                                            GError **error);

G_END_DECLS
