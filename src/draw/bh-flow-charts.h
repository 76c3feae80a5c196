/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"

G_BEGIN_DECLS

/* Charts of how tickets come and go, made as #BhChartInfo has it. */

/** bh_open_flow_chart_make: month by month, how many came, were finished and stayed open */
BhChart *
bh_open_flow_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);
/** bh_handling_histogram_chart_make: how many tickets took how long */
BhChart *bh_handling_histogram_chart_make (BhInsight *insight,
                                           const BhChartQuestion *question,
                                           GError **error);
/** bh_control_chart_make: whether more tickets come than chance explains, week by week */
BhChart *
bh_control_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);

G_END_DECLS
