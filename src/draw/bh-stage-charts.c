/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-stage-charts.h"

#include "base/bh-i18n.h"
#include "draw/bh-bars-chart.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-chart-rows.h"
#include "draw/bh-figure-words.h"
#include "insight/bh-figure-filter.h"

#include <math.h>

#define N_STAGES BH_STAGE_CALLBACK

/* Values of a period; of what it is compared with, %NULL where there is nothing. */
typedef struct
{
  BhInsight *insight;
  const BhChartQuestion *question;
  GPtrArray *now;    /* (owned) */
  GPtrArray *before; /* (owned) (nullable) */
} Stages;

static void
stages_clear (Stages *self)
{
  g_clear_pointer (&self->now, g_ptr_array_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stages, stages_clear)

static gboolean
compute (Stages *self, BhFigureSet wanted, GError **error)
{
  const BhChartQuestion *question = self->question;

  self->now = bh_figures_compute (self->insight, &question->period, BH_BY_NOTHING, question->filter,
                                  wanted, error);
  if (self->now == NULL || question->compare.from >= question->compare.to)
    return self->now != NULL;

  self->before = bh_figures_compute (self->insight, &question->compare, BH_BY_NOTHING,
                                     question->filter, wanted, error);

  return self->before != NULL;
}

static BhFigureValue
get_value (GPtrArray *groups, BhFigureId figure)
{
  const BhFigureGroup *all
      = groups != NULL && groups->len > 0 ? g_ptr_array_index (groups, 0) : NULL;

  return all != NULL ? all->values[figure] : (BhFigureValue){ 0 };
}

static char *
dup_filter (const Stages *self, BhFigureId figure)
{
  return bh_chart_take_filter_text (bh_figure_filter (figure, &self->question->period,
                                                      bh_insight_get_time (self->insight),
                                                      self->question->filter, NULL));
}

static char *
dup_value_text (const Stages *self, BhFigureId figure, const char *more)
{
  BhFigureValue now = get_value (self->now, figure), before = get_value (self->before, figure);

  return bh_figure_dup_value_text (bh_figure_get_info (figure), &now, &before, more,
                                   bh_insight_get_mode (self->insight) == BH_INSIGHT_EXACT);
}

/* The hours of all tickets in a stage together. */
static double
get_total (const Stages *self, BhFigureId figure)
{
  BhFigureValue value = get_value (self->now, figure);

  return value.has_value ? value.mean * (double) value.count : 0;
}

enum
{
  MEDIAN,
  P90,
  N_DURATIONS,
};

static void
add_duration (
    const Stages *self, BhChartRows *rows, const char *name, BhFigureId figure, const char *more)
{
  BhFigureValue value = get_value (self->now, figure);
  BhChartPointFlags flags = bh_figure_get_point_flags (bh_figure_get_info (figure), &value);
  gboolean exact = bh_insight_get_mode (self->insight) == BH_INSIGHT_EXACT;

  bh_chart_rows_add (rows, name, dup_value_text (self, figure, more), dup_filter (self, figure),
                     NULL);
  if (value.has_value)
    bh_chart_rows_set (rows, MEDIAN, exact ? value.median : value.mean, flags);
  if (value.has_value && exact)
    bh_chart_rows_set (rows, P90, value.p90, flags);
}

/* What part of the time of all stages it is that is spent in this one. */
static char *
dup_share (double part, double whole)
{
  g_autofree char *share = NULL;

  if (whole <= 0)
    return NULL;
  share = bh_chart_number_dup_text (BH_CHART_PERCENTS, part / whole, 1);

  return g_strdup_printf (C_ ("chart", "%s: %s"), C_ ("chart", "Share of all hours"), share);
}

static void
add_durations (const Stages *self, BhChartRows *rows)
{
  double whole = 0;

  for (int i = 0; i < N_STAGES; i++)
    whole += get_total (self, (BhFigureId) (BH_FIGURE_STAGE_HOURS_DISPATCH + i));

  if (get_value (self->now, BH_FIGURE_HANDOVER_HOURS).has_value || whole > 0)
    add_duration (self, rows, C_ ("chart", "Until first accepted"), BH_FIGURE_HANDOVER_HOURS,
                  C_ ("chart", "Lost before the work begins; the stages below it are part of it."));
  for (int i = 0; i < N_STAGES && bh_chart_rows_get_n (rows) > 0; i++)
    {
      BhFigureId figure = (BhFigureId) (BH_FIGURE_STAGE_HOURS_DISPATCH + i);
      g_autofree char *share = dup_share (get_total (self, figure), whole);

      add_duration (self, rows, bh_list_get_label (BH_LIST_STAGE, BH_STAGE_DISPATCH + i), figure,
                    share);
    }
}

BhChart *
bh_stage_hours_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  g_auto (Stages) self = { .insight = insight, .question = question };
  BhFigureSet wanted = BH_FIGURE_BIT (BH_FIGURE_HANDOVER_HOURS);
  g_autoptr (BhChartRows) rows = bh_chart_rows_new (N_DURATIONS);
  g_autofree char *subtitle = bh_chart_question_dup_subtitle (question, insight);
  gboolean exact = bh_insight_get_mode (insight) == BH_INSIGHT_EXACT;

  for (int i = 0; i < N_STAGES; i++)
    wanted |= BH_FIGURE_BIT (BH_FIGURE_STAGE_HOURS_DISPATCH + i);
  if (!compute (&self, wanted, error))
    return NULL;

  add_durations (&self, rows);

  return bh_bars_chart_new (&(BhBarsData){
      .title = C_ ("chart", "Hours by stage"),
      .subtitle = subtitle,
      .heading = C_ ("chart", "Stage"),
      .empty_text = _ ("In this period no stage ended."),
      .numbers = BH_CHART_AMOUNTS,
      .unit = bh_figure_get_unit (bh_figure_get_info (BH_FIGURE_HANDOVER_HOURS)),
      .items = bh_chart_rows_get_items (rows),
      .n_items = bh_chart_rows_get_n (rows),
      .series
      = (const BhBarsSeries[]){ { .name = exact ? _ ("Median") : _ ("Mean"),
                                  .role = exact ? BH_CHART_ROLE_MEDIAN : BH_CHART_ROLE_VALUE,
                                  .values = bh_chart_rows_get_values (rows, MEDIAN),
                                  .flags = bh_chart_rows_get_flags (rows, MEDIAN) },
                                { .name = _ ("P90"),
                                  .role = BH_CHART_ROLE_P90,
                                  .values = bh_chart_rows_get_values (rows, P90),
                                  .flags = bh_chart_rows_get_flags (rows, P90) } },
      .n_series = exact ? N_DURATIONS : P90,
  });
}

enum
{
  SHARE,
  BEFORE,
  N_SHARES,
};

static void
add_shares (const Stages *self, BhChartRows *rows)
{
  for (int i = 0; i < N_STAGES; i++)
    {
      BhFigureId figure = (BhFigureId) (BH_FIGURE_STAGE_ON_TIME_DISPATCH + i);
      const BhFigureInfo *info = bh_figure_get_info (figure);
      BhFigureValue now = get_value (self->now, figure), before = get_value (self->before, figure);

      bh_chart_rows_add (rows, bh_list_get_label (BH_LIST_STAGE, BH_STAGE_DISPATCH + i),
                         dup_value_text (self, figure, NULL), dup_filter (self, figure), NULL);
      bh_chart_rows_set (rows, SHARE, bh_figure_get_point (info, &now),
                         bh_figure_get_point_flags (info, &now));
      bh_chart_rows_set (rows, BEFORE, bh_figure_get_point (info, &before), 0);
    }
}

BhChart *
bh_stage_on_time_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  g_auto (Stages) self = { .insight = insight, .question = question };
  BhFigureSet wanted = 0;
  g_autoptr (BhChartRows) rows = bh_chart_rows_new (N_SHARES);
  g_autofree char *subtitle = bh_chart_question_dup_subtitle (question, insight);
  BhBarsNotch before = { C_ ("chart", "Compared with"), NULL };
  BhBarsSeries series = { .name = C_ ("chart", "On time"), .role = BH_CHART_ROLE_VALUE };

  for (int i = 0; i < N_STAGES; i++)
    wanted |= BH_FIGURE_BIT (BH_FIGURE_STAGE_ON_TIME_DISPATCH + i);
  if (!compute (&self, wanted, error))
    return NULL;

  add_shares (&self, rows);
  series.values = bh_chart_rows_get_values (rows, SHARE);
  series.flags = bh_chart_rows_get_flags (rows, SHARE);
  before.values = bh_chart_rows_get_values (rows, BEFORE);

  return bh_bars_chart_new (&(BhBarsData){
      .title = C_ ("chart", "Stages on time"),
      .subtitle = subtitle,
      .heading = C_ ("chart", "Stage"),
      .empty_text = _ ("In this period no stage ended, and no limit of one ran out."),
      .numbers = BH_CHART_PERCENTS,
      .items = bh_chart_rows_get_items (rows),
      .n_items = bh_chart_rows_get_n (rows),
      .series = &series,
      .n_series = 1,
      .before = bh_chart_rows_has_values (rows, BEFORE) ? &before : NULL,
  });
}
