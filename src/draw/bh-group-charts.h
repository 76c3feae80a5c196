/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"

G_BEGIN_DECLS

/* Charts of one figure by what tickets differ in, made as #BhChartInfo has it. */

/** bh_segment_variants: what the segments are */
extern const BhChartVariant bh_segment_variants[];

BhChart *
bh_segments_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);
BhChart *
bh_departments_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);
BhChart *bh_people_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);
/** bh_satisfaction_departments_chart_make: satisfaction by department */
BhChart *bh_satisfaction_departments_chart_make (BhInsight *insight,
                                                 const BhChartQuestion *question,
                                                 GError **error);
/** bh_repeat_categories_chart_make: how many tickets of which category came again */
BhChart *bh_repeat_categories_chart_make (BhInsight *insight,
                                          const BhChartQuestion *question,
                                          GError **error);

/** bh_rework_causes_chart_make: what the tickets that took more than one round were caused by */
BhChart *
bh_rework_causes_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);

G_END_DECLS
