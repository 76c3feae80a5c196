/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-score-charts.h"

#include "base/bh-i18n.h"
#include "draw/bh-bars-chart.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-chart-rows.h"
#include "draw/bh-columns-chart.h"
#include "draw/bh-figure-words.h"
#include "insight/bh-figure-filter.h"
#include "insight/bh-scores.h"

static gint64
count_score (GArray *groups, int score)
{
  gint64 count = 0;

  for (guint i = 0; i < groups->len; i++)
    count += g_array_index (groups, BhScoreGroup, i).counts[score];

  return count;
}

static char *
dup_score_filter (BhInsight *insight, const BhChartQuestion *question, const char *score)
{
  g_autoptr (BhTicketFilter) scored
      = bh_figure_filter (BH_FIGURE_SATISFACTION, &question->period, bh_insight_get_time (insight),
                          question->filter, NULL);

  return scored != NULL
             ? bh_chart_take_filter_text (bh_figure_filter_narrow (scored, BH_FILTER_SCORE, score))
             : NULL;
}

static char *
dup_score_text (gint64 count, gint64 all)
{
  g_autofree char *number = bh_chart_dup_count (count);
  g_autofree char *share = bh_chart_dup_share (count, all);
  g_autofree char *answers = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s answer", "%s answers", (gulong) count), number);

  return g_strdup_printf (C_ ("chart", "%s (%s)"), answers, share);
}

enum
{
  NOW,
  BEFORE,
  N_SERIES,
};

static void
add_scores (BhInsight *insight,
            const BhChartQuestion *question,
            GArray *now,
            GArray *before,
            BhChartRows *rows)
{
  gint64 all = 0;

  for (int score = 1; score <= BH_N_SCORES; score++)
    all += count_score (now, score);
  for (int score = 1; score <= BH_N_SCORES && all > 0; score++)
    {
      const char *code = bh_list_get_code (BH_LIST_SCORE, score);

      bh_chart_rows_add (rows, bh_list_get_label (BH_LIST_SCORE, score),
                         dup_score_text (count_score (now, score), all),
                         dup_score_filter (insight, question, code),
                         bh_chart_dup_brush (BH_FILTER_SCORE, code));
      bh_chart_rows_set (rows, NOW, (double) count_score (now, score), 0);
      if (before != NULL)
        bh_chart_rows_set (rows, BEFORE, (double) count_score (before, score), 0);
    }
}

BhChart *
bh_scores_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  BhPeriod compare;
  gboolean compares;
  g_autoptr (GArray) now
      = bh_scores_compute (insight, &question->period, BH_BY_NOTHING, question->filter, error);
  g_autoptr (GArray) before = NULL;
  g_autoptr (BhChartRows) rows = bh_chart_rows_new (N_SERIES);
  g_autofree char *subtitle = bh_chart_question_dup_subtitle (question, insight);

  bh_chart_question_get_compare (question, insight, TRUE, &compare);
  compares = compare.from < compare.to;
  if (now != NULL && compares)
    before = bh_scores_compute (insight, &compare, BH_BY_NOTHING, question->filter, error);
  if (now == NULL || (compares && before == NULL))
    return NULL;

  add_scores (insight, question, now, before, rows);

  return bh_columns_chart_new (&(BhColumnsData){
      .title = C_ ("chart", "Scores"),
      .subtitle = subtitle,
      .heading = C_ ("chart", "Score"),
      .empty_text = _ ("In this period nobody gave a score."),
      .numbers = BH_CHART_COUNTS,
      .unit = C_ ("chart", "answers"),
      .ticks = BH_CHART_TICKS_NAMES,
      .items = bh_chart_rows_get_items (rows),
      .n_items = bh_chart_rows_get_n (rows),
      .series = &(const BhBarsSeries){ .name = C_ ("chart", "Answers"),
                                       .role = BH_CHART_ROLE_VALUE,
                                       .values = bh_chart_rows_get_values (rows, NOW) },
      .n_series = 1,
      .before = before != NULL ? &(const BhBarsNotch){ C_ ("chart", "Compared with"),
                                                       bh_chart_rows_get_values (rows, BEFORE) }
                               : NULL,
  });
}

static const BhFigureId questions[] = {
  BH_FIGURE_SATISFACTION,
  BH_FIGURE_SOLVED_SHARE,
  BH_FIGURE_TIMELY_SHARE,
  BH_FIGURE_POLITE_SHARE,
};

/* Returns: FALSE with @error, or without as bh_figures_compute() */
static gboolean
compute_questions (BhInsight *insight,
                   const BhPeriod *period,
                   BhTicketFilter *filter,
                   BhFigureValue *values,
                   GError **error)
{
  g_autoptr (GPtrArray) groups = NULL;
  BhFigureSet wanted = 0;

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    wanted |= BH_FIGURE_BIT (questions[i]);
  groups = bh_figures_compute (insight, period, BH_BY_NOTHING, filter, wanted, error);
  for (guint i = 0; groups != NULL && groups->len > 0 && i < G_N_ELEMENTS (questions); i++)
    values[i] = ((const BhFigureGroup *) g_ptr_array_index (groups, 0))->values[questions[i]];

  return groups != NULL;
}

BhChart *
bh_satisfaction_questions_chart_make (BhInsight *insight,
                                      const BhChartQuestion *question,
                                      GError **error)
{
  BhFigureValue now[G_N_ELEMENTS (questions)] = { { 0 } };
  BhFigureValue before[G_N_ELEMENTS (questions)] = { { 0 } };
  g_autoptr (BhChartRows) rows = bh_chart_rows_new (N_SERIES);
  g_autofree char *subtitle = bh_chart_question_dup_subtitle (question, insight);
  gboolean compares = question->compare.from < question->compare.to;

  if (!compute_questions (insight, &question->period, question->filter, now, error)
      || (compares
          && !compute_questions (insight, &question->compare, question->filter, before, error)))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      const BhFigureInfo *info = bh_figure_get_info (questions[i]);

      bh_chart_rows_add (rows, bh_figure_get_name (info),
                         bh_figure_dup_value_text (info, &now[i], &before[i], NULL, TRUE),
                         bh_chart_take_filter_text (bh_figure_filter (
                             questions[i], &question->period, bh_insight_get_time (insight),
                             question->filter, NULL)),
                         NULL);
      bh_chart_rows_set (rows, NOW, bh_figure_get_point (info, &now[i]),
                         bh_figure_get_point_flags (info, &now[i]));
      bh_chart_rows_set (rows, BEFORE, bh_figure_get_point (info, &before[i]), 0);
    }

  return bh_bars_chart_new (&(BhBarsData){
      .title = C_ ("chart", "Answers to the questions"),
      .subtitle = subtitle,
      .heading = C_ ("chart", "Question"),
      .empty_text = _ ("In this period nobody was asked."),
      .numbers = BH_CHART_PERCENTS,
      .items = bh_chart_rows_get_items (rows),
      .n_items = bh_chart_rows_get_n (rows),
      .series = &(const BhBarsSeries){ .name = C_ ("chart", "Yes"),
                                       .role = BH_CHART_ROLE_VALUE,
                                       .values = bh_chart_rows_get_values (rows, NOW),
                                       .flags = bh_chart_rows_get_flags (rows, NOW) },
      .n_series = 1,
      .before = compares ? &(const BhBarsNotch){ C_ ("chart", "Compared with"),
                                                 bh_chart_rows_get_values (rows, BEFORE) }
                         : NULL,
  });
}
