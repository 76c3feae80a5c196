/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-flow-charts.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-question.h"
#include "draw/bh-chart-rows.h"
#include "draw/bh-chart-words.h"
#include "draw/bh-columns-chart.h"
#include "draw/bh-control-chart.h"
#include "draw/bh-figure-words.h"
#include "draw/bh-histogram-chart.h"
#include "insight/bh-control.h"
#include "insight/bh-figure-filter.h"
#include "insight/bh-handling-spans.h"
#include "insight/bh-trend.h"

#include <math.h>

static const BhFigureId flows[] = { BH_FIGURE_RECEIVED, BH_FIGURE_FINISHED, BH_FIGURE_OPEN_AT_END };

#define N_FLOWS G_N_ELEMENTS (flows)

static void
add_flow (BhChartRows *rows, guint series, const BhTrend *trend, const BhTrendPoint *point)
{
  g_autofree char *month = bh_chart_words_dup_month (point->month);
  g_autofree char *label = g_strdup_printf ("%s · %s", month, bh_figure_get_name (trend->figure));

  bh_chart_rows_set (rows, series, bh_figure_get_point (trend->figure, &point->value),
                     bh_figure_get_point_flags (trend->figure, &point->value));
  bh_chart_rows_set_item (rows, series, label,
                          bh_figure_dup_value_text (trend->figure, &point->value, NULL, NULL, TRUE),
                          g_strdup (point->filter), NULL);
}

static void
add_flows (BhChartRows *rows, GPtrArray *groups, BhTrend *const *trends)
{
  for (guint i = 0; i < trends[0]->points->len; i++)
    {
      int month = bh_trend_get_point (trends[0], i)->month;

      bh_chart_rows_add (rows, bh_chart_words_get_month_name (month), NULL, NULL, NULL);
      g_ptr_array_add (groups, i == 0 || month % 100 == 1 ? bh_chart_words_dup_year (month) : NULL);
      for (guint j = 0; j < N_FLOWS; j++)
        add_flow (rows, j, trends[j], bh_trend_get_point (trends[j], i));
    }
}

static BhChart *
draw_flows (BhTrend *const *trends, const char *subtitle)
{
  static const BhChartRole roles[]
      = { BH_CHART_ROLE_VALUE, BH_CHART_ROLE_GOOD, BH_CHART_ROLE_AMBER };
  g_autoptr (BhChartRows) rows = bh_chart_rows_new (N_FLOWS);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  BhBarsSeries series[N_FLOWS];

  add_flows (rows, groups, trends);
  for (guint i = 0; i < N_FLOWS; i++)
    series[i] = (BhBarsSeries){ .name = bh_figure_get_name (trends[i]->figure),
                                .role = roles[i],
                                .values = bh_chart_rows_get_values (rows, i),
                                .flags = bh_chart_rows_get_flags (rows, i),
                                .items = bh_chart_rows_get_series_items (rows, i) };

  return bh_columns_chart_new (&(BhColumnsData){
      .title = C_ ("chart", "Received, finished and open"),
      .subtitle = subtitle,
      .heading = C_ ("chart", "Month"),
      .empty_text = _ ("In these months there are no tickets."),
      .numbers = BH_CHART_COUNTS,
      .unit = C_ ("chart", "tickets"),
      .ticks = BH_CHART_TICKS_SERIES,
      .items = bh_chart_rows_get_items (rows),
      .groups = (const char *const *) groups->pdata,
      .n_items = bh_chart_rows_get_n (rows),
      .series = series,
      .n_series = N_FLOWS,
  });
}

BhChart *
bh_open_flow_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  BhTrend *trends[N_FLOWS] = { NULL };
  BhChart *chart = NULL;
  int last_month;
  guint n = bh_chart_question_count_months (question, insight, &last_month);
  guint n_done = 0;

  for (; n_done < N_FLOWS; n_done++)
    {
      trends[n_done]
          = bh_trend_compute (insight, flows[n_done], last_month, n, question->filter, error);
      if (trends[n_done] == NULL)
        break;
    }
  if (n_done == N_FLOWS)
    {
      g_autofree char *scope = bh_chart_words_dup_scope (trends[0]->scope);

      chart = draw_flows (trends, scope);
    }
  for (guint i = 0; i < n_done; i++)
    bh_trend_free (trends[i]);

  return chart;
}

/* Where the percentiles of the figure stand among the classes. */
static gboolean
get_handling (BhInsight *insight,
              const BhChartQuestion *question,
              BhFigureValue *value,
              GError **error)
{
  g_autoptr (GPtrArray) groups
      = bh_figures_compute (insight, &question->period, BH_BY_NOTHING, question->filter,
                            BH_FIGURE_BIT (BH_FIGURE_HANDLING_DAYS), error);

  *value = (BhFigureValue){ 0 };
  if (groups != NULL && groups->len > 0)
    *value
        = ((const BhFigureGroup *) g_ptr_array_index (groups, 0))->values[BH_FIGURE_HANDLING_DAYS];

  return groups != NULL;
}

static BhHistogramLine
make_line (const char *name, BhChartRole role, double days, const char *text)
{
  double edges[BH_N_HANDLING_SPANS - 1];

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    edges[i] = bh_handling_span_get_days ((BhHandlingSpan) i);

  return (BhHistogramLine){ name, role, text,
                            bh_histogram_find_place (edges, G_N_ELEMENTS (edges), days) };
}

static char *
dup_span_filter (BhInsight *insight, const BhChartQuestion *question, const char *span)
{
  g_autoptr (BhTicketFilter) finished
      = bh_figure_filter (BH_FIGURE_HANDLING_DAYS, &question->period, bh_insight_get_time (insight),
                          question->filter, NULL);

  return finished != NULL ? bh_chart_take_filter_text (
             bh_figure_filter_narrow (finished, BH_FILTER_HANDLING, span))
                          : NULL;
}

static void
add_spans (BhInsight *insight,
           const BhChartQuestion *question,
           const BhHandlingSpans *spans,
           BhChartRows *rows)
{
  for (int i = BH_HANDLING_2_HOURS; i < BH_N_HANDLING_SPANS; i++)
    {
      const char *code = bh_list_get_code (BH_LIST_HANDLING_SPAN, i);

      bh_chart_rows_add (rows, bh_list_get_label (BH_LIST_HANDLING_SPAN, i), NULL,
                         dup_span_filter (insight, question, code),
                         bh_chart_dup_brush (BH_FILTER_HANDLING, code));
      bh_chart_rows_set (rows, 0, (double) spans->counts[i], 0);
    }
}

BhChart *
bh_handling_histogram_chart_make (BhInsight *insight,
                                  const BhChartQuestion *question,
                                  GError **error)
{
  const BhFigureInfo *info = bh_figure_get_info (BH_FIGURE_HANDLING_DAYS);
  g_autofree BhHandlingSpans *spans
      = bh_handling_spans_compute (insight, &question->period, question->filter, error);
  g_autoptr (BhChartRows) rows = bh_chart_rows_new (1);
  g_autofree char *subtitle = bh_chart_question_dup_subtitle (question, insight);
  g_autofree char *median = NULL;
  g_autofree char *p90 = NULL;
  BhFigureValue value;

  if (spans == NULL || !get_handling (insight, question, &value, error))
    return NULL;

  add_spans (insight, question, spans, rows);
  median = bh_figure_format_number (info, value.median);
  p90 = bh_figure_format_number (info, value.p90);

  return bh_histogram_chart_new (&(BhHistogramData){
      .title = C_ ("chart", "How long tickets took"),
      .subtitle = subtitle,
      .heading = bh_figure_get_name (info),
      .empty_text = _ ("In this period no ticket was finished."),
      .value_name = C_ ("chart", "Tickets"),
      .unit = C_ ("chart", "tickets"),
      .items = bh_chart_rows_get_items (rows),
      .values = bh_chart_rows_get_values (rows, 0),
      .n_items = bh_chart_rows_get_n (rows),
      .lines
      = (const BhHistogramLine[]){ make_line (_ ("Median"), BH_CHART_ROLE_MEDIAN, value.median,
                                              median),
                                   make_line (_ ("P90"), BH_CHART_ROLE_P90, value.p90, p90) },
      .n_lines = value.has_value && bh_insight_get_mode (insight) == BH_INSIGHT_EXACT ? 2 : 0,
  });
}

/* Complaints, where nobody asks for something else. */
static BhTicketFilter *
choose_scope (const BhChartQuestion *question)
{
  g_autoptr (BhTicketFilter) all = question->filter != NULL
                                       ? bh_ticket_filter_ref (question->filter)
                                       : bh_ticket_filter_new ();

  if (bh_ticket_filter_get (all, BH_FILTER_KIND) != NULL)
    return g_steal_pointer (&all);

  return bh_figure_filter_narrow (all, BH_FILTER_KIND,
                                  bh_list_get_code (BH_LIST_KIND, BH_KIND_COMPLAINT));
}

static void
add_week (BhInsight *insight,
          BhTicketFilter *scope,
          const BhControl *control,
          guint i,
          BhChartRows *rows,
          GArray *points)
{
  BhOfficeTime *time = bh_insight_get_time (insight);
  const BhControlWeek *week = &g_array_index (control->weeks, BhControlWeek, i);
  g_autofree char *label = bh_chart_words_dup_period (&week->period, time);
  BhControlPoint point = { .value = week->value,
                           .mean = control->mean,
                           .lower = control->lower > 0 ? control->lower : NAN,
                           .upper = control->upper };

  bh_chart_rows_add (rows, label, NULL,
                     bh_chart_take_filter_text (
                         bh_figure_filter (BH_FIGURE_RECEIVED, &week->period, time, scope, NULL)),
                     NULL);
  g_array_append_val (points, point);
}

static char *
dup_tick (BhOfficeTime *time, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (time, instant, &local);

  return g_strdup_printf ("%d-%d", local.day / 100 % 100, local.day % 100);
}

static BhChart *
draw_control (BhInsight *insight,
              const BhControl *control,
              BhChartRows *rows,
              GArray *points,
              const char *subtitle)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < points->len; i++)
    {
      BhControlPoint *point = &g_array_index (points, BhControlPoint, i);
      gint64 from = g_array_index (control->weeks, BhControlWeek, i).period.from;

      point->item = bh_chart_rows_get_items (rows)[i];
      point->item.tick = dup_tick (bh_insight_get_time (insight), from);
      g_ptr_array_add (texts, (gpointer) point->item.tick);
    }

  return bh_control_chart_new (&(BhControlData){
      .title = C_ ("chart", "Tickets by week"),
      .subtitle = subtitle,
      .heading = C_ ("chart", "Week"),
      .empty_text = _ ("There is no whole week yet."),
      .value_name
      = control->has_households ? C_ ("chart", "Per 100 households") : C_ ("chart", "Tickets"),
      .numbers = control->has_households ? BH_CHART_AMOUNTS : BH_CHART_COUNTS,
      .unit
      = control->has_households ? C_ ("chart", "per 100 households") : C_ ("chart", "tickets"),
      .points = (const BhControlPoint *) (gpointer) points->data,
      .n_points = points->len,
  });
}

BhChart *
bh_control_chart_make (BhInsight *insight, const BhChartQuestion *question, GError **error)
{
  g_autoptr (BhTicketFilter) scope = choose_scope (question);
  g_autoptr (BhControl) control = bh_control_compute (insight, &question->period, scope, error);
  g_autoptr (BhChartRows) rows = bh_chart_rows_new (0);
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (BhControlPoint));
  g_autofree char *subtitle = NULL;

  if (control == NULL)
    return NULL;

  for (guint i = 0; i < control->weeks->len; i++)
    add_week (insight, scope, control, i, rows, points);
  subtitle = bh_chart_words_dup_scope (bh_ticket_filter_to_text (scope));

  return draw_control (insight, control, rows, points, subtitle);
}
