/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-chart-catalog.h"

#include "base/bh-i18n.h"
#include "draw/bh-channel-chart.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-flow-charts.h"
#include "draw/bh-group-charts.h"
#include "draw/bh-open-charts.h"
#include "draw/bh-hot-charts.h"
#include "draw/bh-pareto-chart.h"
#include "draw/bh-score-charts.h"
#include "draw/bh-stage-charts.h"
#include "draw/bh-trend-chart.h"
#include "insight/bh-trend-outlook.h"

static BhChart *
make_trend (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  int last_month;
  guint n = bh_chart_question_count_months (question, insight, &last_month);
  g_autoptr (BhTrend) trend
      = bh_trend_compute (insight, question->figure, last_month, n, question->filter, error);

  if (trend == NULL || !bh_trend_outlook_add (trend, insight, error))
    return NULL;

  return bh_trend_chart_new (trend, bh_insight_get_office (insight));
}

static const BhChartVariant levels[] = {
  { "leaf", NC_ ("chart", "Categories") },
  { "top", NC_ ("chart", "Groups of categories") },
  { NULL, NULL },
};

static BhChart *
make_pareto (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  gboolean compares = question->compare.from < question->compare.to;
  BhParetoLevel level = g_strcmp0 (question->variant, "top") == 0 ? BH_PARETO_TOP : BH_PARETO_LEAF;
  g_autoptr (BhPareto) pareto
      = bh_pareto_compute (insight, &question->period, compares ? &question->compare : NULL,
                           question->filter, level, error);

  return pareto != NULL ? bh_pareto_chart_new (pareto, bh_insight_get_office (insight)) : NULL;
}

static const BhChartInfo charts[] = {
  { "trend", NC_ ("chart", "Trend"), NULL, TRUE, make_trend },
  { "pareto", NC_ ("chart", "Tickets by category"), levels, FALSE, make_pareto },
  { "open-age", NC_ ("chart", "Age of the open tickets"), bh_open_age_variants, FALSE,
    bh_open_age_chart_make },
  { "overdue-departments", NC_ ("chart", "Open and overdue by department"), NULL, FALSE,
    bh_overdue_departments_chart_make },
  { "open-flow", NC_ ("chart", "Received, finished and open"), NULL, FALSE,
    bh_open_flow_chart_make },
  { "handling-histogram", NC_ ("chart", "How long tickets took"), NULL, FALSE,
    bh_handling_histogram_chart_make },
  { "control", NC_ ("chart", "Tickets by week"), NULL, FALSE, bh_control_chart_make },
  { "segments", NC_ ("chart", "Segments"), bh_segment_variants, TRUE, bh_segments_chart_make },
  { "departments", NC_ ("chart", "Departments"), NULL, TRUE, bh_departments_chart_make },
  { "people", NC_ ("chart", "People"), NULL, TRUE, bh_people_chart_make },
  { "satisfaction-departments", NC_ ("chart", "Satisfaction by department"), NULL, FALSE,
    bh_satisfaction_departments_chart_make },
  { "repeat-categories", NC_ ("chart", "Repeats by category"), NULL, FALSE,
    bh_repeat_categories_chart_make },
  { "rework-causes", NC_ ("chart", "Rework by cause"), NULL, FALSE, bh_rework_causes_chart_make },
  { "channels", NC_ ("chart", "Tickets by channel"), NULL, FALSE, bh_channels_chart_make },
  { "stage-funnel", NC_ ("chart", "How far tickets came"), NULL, FALSE,
    bh_stage_funnel_chart_make },
  { "stage-hours", NC_ ("chart", "Hours by stage"), NULL, FALSE, bh_stage_hours_chart_make },
  { "stage-on-time", NC_ ("chart", "Stages on time"), NULL, FALSE, bh_stage_on_time_chart_make },
  { "scores", NC_ ("chart", "Scores"), NULL, FALSE, bh_scores_chart_make },
  { "satisfaction-questions", NC_ ("chart", "Answers to the questions"), NULL, FALSE,
    bh_satisfaction_questions_chart_make },
  { "weekday-hour", NC_ ("chart", "When tickets come"), NULL, FALSE, bh_hot_chart_make_hours },
  { "building-category", NC_ ("chart", "Buildings and categories"), bh_hot_level_variants, FALSE,
    bh_hot_chart_make_buildings },
  { "chessboard", NC_ ("chart", "Floors and rooms"), bh_hot_board_variants, FALSE,
    bh_hot_chart_make_chessboard },
  { "hot-places", NC_ ("chart", "Places with the most tickets"), bh_hot_place_variants, FALSE,
    bh_hot_chart_make_places },
  { "hot-equipment", NC_ ("chart", "Equipment with the most tickets"), NULL, FALSE,
    bh_hot_chart_make_equipment },
  { "site-plan", NC_ ("chart", "Site plan"), NULL, FALSE, bh_hot_chart_make_site_plan },
};

const BhChartInfo *
bh_chart_catalog_list (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (charts);

  return charts;
}

const BhChartInfo *
bh_chart_catalog_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    if (g_strcmp0 (charts[i].name, name) == 0)
      return &charts[i];

  return NULL;
}

gboolean
bh_chart_info_has_variant (const BhChartInfo *self, const char *code)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; self->variants != NULL && self->variants[i].code != NULL; i++)
    if (g_strcmp0 (self->variants[i].code, code) == 0)
      return TRUE;

  return FALSE;
}
