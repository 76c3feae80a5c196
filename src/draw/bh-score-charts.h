/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"

G_BEGIN_DECLS

/* Charts of what complainants said, made as #BhChartInfo has it. */

/** bh_scores_chart_make: how often each score was given */
BhChart *bh_scores_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error);
/** bh_satisfaction_questions_chart_make: the answers to each question of a callback */
BhChart *bh_satisfaction_questions_chart_make (BhInsight *insight,
                                               const BhChartQuestion *question,
                                               GError **error);

G_END_DECLS
