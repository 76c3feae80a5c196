/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"

G_BEGIN_DECLS

/* Charts about the stages of the loop, made as #BhChartInfo has it. */

/** bh_stage_funnel_chart_make: how far the tickets of the period came */
BhChart *
bh_stage_funnel_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);
/** bh_stage_hours_chart_make: how long each stage takes, the way to whoever does the work first */
BhChart *
bh_stage_hours_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);
/** bh_stage_on_time_chart_make: which share of each stage ended in time */
BhChart *
bh_stage_on_time_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);

G_END_DECLS
