/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-trend-chart.h"

#include "base/bh-i18n.h"
#include "draw/bh-band-chart.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-figure-words.h"
#include "draw/bh-line-layer.h"
#include "draw/bh-rule-layer.h"
#include "draw/bh-trend-forecast.h"

#include <math.h>

/** The parts of one chart while it is made. */
typedef struct
{
  BhTrend *trend;
  const BhFigureInfo *figure;
  BhChartNumbers numbers;
  gboolean has_spread;
  gboolean has_goals;
  BhBandChart *chart;
  BhChartLayer *value;
  BhChartLayer *median; /* (nullable) */
  BhChartLayer *p90;    /* (nullable) */
  BhChartLayer *goal;
  BhChartLayer *expected; /* (nullable): the forecast, and its range */
  BhChartLayer *range;    /* (nullable) */
  BhChartTable *table;
} TrendBuilder;

static const BhTrendPoint *
get_point (BhTrend *trend, guint i)
{
  return &g_array_index (trend->points, BhTrendPoint, i);
}

static gboolean
is_whole (BhTrend *trend)
{
  for (guint i = 0; i < trend->points->len; i++)
    {
      double number = bh_figure_value_get_number (trend->figure, &get_point (trend, i)->value);

      if (number != floor (number))
        return FALSE;
    }

  return TRUE;
}

static BhChartNumbers
choose_numbers (BhTrend *trend)
{
  switch (trend->figure->form)
    {
    case BH_FIGURE_COUNT:
      return is_whole (trend) ? BH_CHART_COUNTS : BH_CHART_AMOUNTS;
    case BH_FIGURE_SHARE:
      return BH_CHART_PERCENTS;
    case BH_FIGURE_SPREAD:
    case BH_FIGURE_MEAN:
      return BH_CHART_AMOUNTS;
    default:
      g_assert_not_reached ();
    }
}

/* Beside a point there is little room: one digit after the point, and no unit. */
static char *
dup_short_text (BhChartNumbers numbers, double value)
{
  guint decimals = numbers == BH_CHART_COUNTS ? 0 : 1;

  if (numbers == BH_CHART_AMOUNTS && value != 0 && fabs (value) < 1)
    decimals = 2;
  if (numbers == BH_CHART_PERCENTS && (value == 0 || value == 1))
    decimals = 0;

  return bh_chart_number_dup_text (numbers, value, decimals);
}

static const char *
get_goal_name (const BhGoal *goal)
{
  return goal->form == BH_TARGET_ALARM ? _ ("Alarm limit") : C_ ("chart", "Target");
}

static void
add_goal_line (TrendBuilder *self, GString *text, const BhTrendPoint *point)
{
  const char *word = bh_light_get_label (bh_goal_judge (&point->goal, self->figure, &point->value));
  g_autofree char *goal = NULL;
  g_autofree char *judged = NULL;

  if (!point->goal.has_value)
    return;
  goal = bh_goal_format (&point->goal, self->figure);
  if (*word != '\0')
    judged = g_strdup_printf ("%s · %s", goal, word);
  bh_chart_words_add_line (text, get_goal_name (&point->goal), judged != NULL ? judged : goal);
}

static void
add_mark (TrendBuilder *self, guint i)
{
  const BhTrendPoint *point = get_point (self->trend, i);
  g_autofree char *label = bh_chart_words_dup_month (point->month);
  g_autofree char *year = NULL;
  g_autofree char *notes = bh_figure_dup_notes (self->figure, &point->value);
  g_autofree char *expected = bh_trend_forecast_dup_text (self->trend, point->month);
  g_autofree char *lines = bh_figure_dup_lines (self->figure, &point->value, self->trend->exact);
  g_autoptr (GString) text = g_string_new (lines);

  if (i == 0 || point->month % 100 == 1)
    year = bh_chart_words_dup_year (point->month);
  add_goal_line (self, text, point);
  if (expected != NULL)
    bh_chart_words_add_note (text, expected);
  bh_chart_words_add_note (text, notes);
  bh_band_chart_add_mark (self->chart, label, bh_chart_words_get_month_name (point->month), year,
                          text->str, point->filter);
}

static void
add_points (TrendBuilder *self, const BhTrendPoint *point)
{
  const BhFigureValue *value = &point->value;
  double number = bh_figure_value_get_number (self->figure, value);
  g_autofree char *text = dup_short_text (self->numbers, number);
  BhChartPointFlags flags = bh_figure_get_point_flags (self->figure, value);

  if (point->goal.has_value)
    bh_chart_layer_add (self->goal, point->goal.value, 0, NULL);
  else
    bh_chart_layer_add_gap (self->goal);

  if (!value->has_value)
    {
      bh_chart_layer_add_gap (self->value);
      if (self->median != NULL)
        bh_chart_layer_add_gap (self->median);
      if (self->p90 != NULL)
        bh_chart_layer_add_gap (self->p90);
      return;
    }
  bh_chart_layer_add (self->value, number, flags, text);
  if (self->median != NULL)
    bh_chart_layer_add (self->median, value->median, flags & BH_CHART_POINT_PROVISIONAL, NULL);
  if (self->p90 != NULL)
    bh_chart_layer_add (self->p90, value->p90, flags & BH_CHART_POINT_PROVISIONAL, NULL);
}

/* What the rule stands for: where it is level, its height. */
static char *
dup_goal_key (TrendBuilder *self)
{
  const BhGoal *first = NULL;
  g_autofree char *height = NULL;

  for (guint i = 0; i < self->trend->points->len; i++)
    {
      const BhGoal *goal = &get_point (self->trend, i)->goal;

      if (!goal->has_value)
        continue;
      if (first != NULL && (goal->value != first->value || goal->form != first->form))
        return g_strdup (get_goal_name (first));
      first = goal;
    }
  height = bh_goal_format (first, self->figure);

  return g_strdup_printf ("%s %s", get_goal_name (first), height);
}

static gboolean
has_flag (TrendBuilder *self, BhChartPointFlags flag)
{
  for (guint i = 0; i < self->trend->points->len; i++)
    {
      const BhFigureValue *value = &get_point (self->trend, i)->value;

      if (value->has_value && bh_figure_get_point_flags (self->figure, value) & flag)
        return TRUE;
    }

  return FALSE;
}

static void
add_keys (TrendBuilder *self)
{
  bh_band_chart_add_key (self->chart, self->value, 0,
                         self->has_spread ? _ ("Mean") : bh_figure_get_name (self->figure));
  if (self->median != NULL)
    bh_band_chart_add_key (self->chart, self->median, 0, _ ("Median"));
  if (self->p90 != NULL)
    bh_band_chart_add_key (self->chart, self->p90, 0, _ ("P90"));
  if (self->has_goals)
    {
      g_autofree char *text = dup_goal_key (self);

      bh_band_chart_add_key (self->chart, self->goal, 0, text);
    }
  if (self->expected != NULL)
    {
      bh_band_chart_add_key (self->chart, self->expected, 0, _ ("Forecast"));
      bh_band_chart_add_key (self->chart, self->range, 0, _ ("Likely range"));
    }
  if (has_flag (self, BH_CHART_POINT_PROVISIONAL))
    bh_band_chart_add_key (self->chart, self->value, BH_CHART_POINT_PROVISIONAL,
                           _ ("Can still change"));
  if (has_flag (self, BH_CHART_POINT_SMALL))
    bh_band_chart_add_key (self->chart, self->value, BH_CHART_POINT_SMALL, _ ("Fewer than 10"));
}

static void
add_layers (TrendBuilder *self)
{
  self->goal = bh_rule_layer_new (C_ ("chart", "Target"), BH_CHART_ROLE_TARGET, BH_CHART_SIDE_START,
                                  BH_RULE_DASHED);
  self->value = bh_line_layer_new (bh_figure_get_name (self->figure), BH_CHART_ROLE_VALUE,
                                   BH_CHART_SIDE_START, BH_LINE_CIRCLES, !self->has_spread);
  if (self->has_spread && self->trend->exact)
    {
      self->p90 = bh_line_layer_new (_ ("P90"), BH_CHART_ROLE_P90, BH_CHART_SIDE_START,
                                     BH_LINE_DIAMONDS, FALSE);
      self->median = bh_line_layer_new (_ ("Median"), BH_CHART_ROLE_MEDIAN, BH_CHART_SIDE_START,
                                        BH_LINE_SQUARES, FALSE);
      bh_band_chart_add_layer (self->chart, self->p90);
      bh_band_chart_add_layer (self->chart, self->median);
    }
  bh_band_chart_add_layer (self->chart, self->goal);
  bh_band_chart_add_layer (self->chart, self->value);
}

static void
start_table (TrendBuilder *self)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  g_ptr_array_add (headings, (gpointer) C_ ("chart", "Month"));
  g_ptr_array_add (headings,
                   (gpointer) (self->has_spread ? _ ("Mean") : bh_figure_get_name (self->figure)));
  if (self->has_spread)
    {
      g_ptr_array_add (headings, (gpointer) _ ("Median"));
      g_ptr_array_add (headings, (gpointer) _ ("P90"));
    }
  if (self->figure->form != BH_FIGURE_COUNT)
    g_ptr_array_add (headings, (gpointer) C_ ("chart", "Basis"));
  g_ptr_array_add (headings, (gpointer) C_ ("chart", "Target"));
  g_ptr_array_add (headings, (gpointer) C_ ("chart", "Note"));
  g_ptr_array_add (headings, NULL);
  self->table = bh_chart_table_new (bh_chart_get_title (BH_CHART (self->chart)),
                                    (const char *const *) headings->pdata);
}

static char *
dup_percentile (TrendBuilder *self, const BhFigureValue *value, double number)
{
  return value->has_value && self->trend->exact ? bh_figure_format_number (self->figure, number)
                                                : g_strdup (BH_FIGURE_NO_VALUE);
}

static void
add_row (TrendBuilder *self, const BhTrendPoint *point)
{
  GStrvBuilder *row = g_strv_builder_new ();
  g_autofree char *month = bh_chart_words_dup_month (point->month);
  g_autofree char *number = bh_figure_format (self->figure, &point->value);
  g_autofree char *median = dup_percentile (self, &point->value, point->value.median);
  g_autofree char *p90 = dup_percentile (self, &point->value, point->value.p90);
  g_autofree char *basis = bh_figure_format_basis (self->figure, &point->value);
  g_autofree char *goal = bh_goal_format (&point->goal, self->figure);
  g_autofree char *notes = bh_figure_dup_notes (self->figure, &point->value);

  g_strv_builder_add_many (row, month, number, NULL);
  if (self->has_spread)
    g_strv_builder_add_many (row, median, p90, NULL);
  if (self->figure->form != BH_FIGURE_COUNT)
    g_strv_builder_add (row, basis);
  g_strv_builder_add_many (row, goal, g_strdelimit (notes, "\n", ' '), NULL);
  g_ptr_array_add (self->table->rows, g_strv_builder_end (row));
  g_strv_builder_unref (row);
}

static char *
dup_subtitle (BhTrend *trend)
{
  g_autofree char *scope = bh_chart_words_dup_scope (trend->scope);
  guint n = trend->points->len;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (n == 0)
    return g_steal_pointer (&scope);
  first = bh_chart_words_dup_month (get_point (trend, 0)->month);
  last = bh_chart_words_dup_month (get_point (trend, n - 1)->month);

  return g_strdup_printf ("%s · %s – %s", scope, first, last);
}

static const char *
get_unit (TrendBuilder *self)
{
  if (self->numbers == BH_CHART_PERCENTS)
    return "";
  if (self->numbers == BH_CHART_COUNTS && *self->figure->unit == '\0')
    return C_ ("chart", "tickets");

  return bh_figure_get_unit (self->figure);
}

BhChart *
bh_trend_chart_new (BhTrend *trend, BhOffice *office)
{
  TrendBuilder self = { .trend = trend };
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (trend != NULL, NULL);

  self.figure = trend->figure;
  self.numbers = choose_numbers (trend);
  self.has_spread = self.figure->form == BH_FIGURE_SPREAD;
  subtitle = dup_subtitle (trend);
  self.chart
      = bh_band_chart_new (bh_figure_get_name (self.figure), subtitle, BH_CHART_TICKS_SERIES);
  bh_band_chart_set_axis (self.chart, BH_CHART_SIDE_START, self.numbers, get_unit (&self));
  bh_chart_set_empty_text (BH_CHART (self.chart),
                           _ ("In these months there is nothing to take this figure "
                              "from."));
  if (trend->forecast != NULL && trend->forecast->len > 0)
    bh_trend_forecast_add_layers (trend, self.chart, &self.expected, &self.range);
  add_layers (&self);
  start_table (&self);
  for (guint i = 0; i < trend->points->len; i++)
    {
      const BhTrendPoint *point = get_point (trend, i);

      self.has_goals = self.has_goals || point->goal.has_value;
      add_mark (&self, i);
      add_points (&self, point);
      add_row (&self, point);
    }
  add_keys (&self);
  if (self.expected != NULL)
    bh_trend_forecast_add_months (trend, self.chart, self.table);
  bh_chart_take_table (BH_CHART (self.chart), self.table);

  return BH_CHART (self.chart);
}
