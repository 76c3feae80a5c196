/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-text.h"
#include "insight/bh-trend.h"
#include "ui/bh-test-insight-page.h"
#include "ui/chart/bh-chart-spot.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/tickets/bh-filter-bar.h"
#include "ui/tickets/bh-ticket-table.h"

#include <string.h>

/* The marks of the charts: what they count, the tickets behind them, and how they narrow the
 * others. */

static gboolean
is_listed (gpointer data)
{
  return !bh_ticket_list_is_loading (data);
}

/* How many tickets the window lists after a click on mark @i. */
static guint
open_mark (BhTestInsightPage *fixture, BhChartPanel *panel, guint i)
{
  BhTicketTable *table = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_TICKET_TABLE);
  const BhChartMark *mark = bh_chart_get_mark (bh_test_insight_page_get_chart (panel), i);
  g_autoptr (BhTicketFilter) expected = bh_ticket_filter_parse (mark->filter, NULL);
  g_autofree char *shown = NULL;

  g_assert_nonnull (expected);
  bh_chart_view_set_cursor (bh_chart_panel_get_view (panel), i);
  gtk_widget_grab_focus (GTK_WIDGET (bh_chart_panel_get_view (panel)));
  g_assert_true (bh_test_ui_press (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "Return"));
  shown = g_settings_get_string (bh_window_get_settings (fixture->window), "filter");
  g_assert_cmpstr (shown, ==, bh_ticket_filter_to_text (expected));
  bh_test_ui_wait (is_listed, bh_ticket_table_get_list (table));
  bh_window_show_page (fixture->window, "insight");

  return g_list_model_get_n_items (G_LIST_MODEL (bh_ticket_table_get_list (table)));
}

typedef struct
{
  BhOffice *office;
  BhFigureId figure;
  gint64 now;
} Request;

static gpointer
compute_trend (BhConnection *connection,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  Request *request = user_data;
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, request->office, request->now, BH_INSIGHT_EXACT, cancellable);

  return bh_trend_compute (insight, request->figure, 202604, BH_TREND_MONTHS, all, error);
}

static gint64
get_basis (const BhFigureInfo *info, const BhFigureValue *value)
{
  switch (info->form)
    {
    case BH_FIGURE_COUNT:
    case BH_FIGURE_SPREAD:
      return value->count;
    case BH_FIGURE_SHARE:
    case BH_FIGURE_MEAN:
      return (gint64) value->denominator;
    }

  g_assert_not_reached ();
}

/* Behind a mark there are just the tickets that it counted. */
static void
test_trend_marks (BhTestInsightPage *fixture, gconstpointer data)
{
  static const BhFigureId figures[]
      = { BH_FIGURE_RECEIVED,           BH_FIGURE_FINISHED,      BH_FIGURE_OPEN_AT_END,
          BH_FIGURE_COMPLETION_ON_TIME, BH_FIGURE_HANDLING_DAYS, BH_FIGURE_REPEAT_SHARE,
          BH_FIGURE_OVERDUE_OPEN_AT_END };
  guint n_infos;
  const BhFigureInfo *infos = bh_figures_list (&n_infos);
  gint64 sum = 0;

  for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
    {
      Request request = { bh_desk_get_office (fixture->desk), figures[f],
                          bh_clock_now (fixture->office->clock) };
      g_autoptr (BhTrend) trend
          = bh_store_read (fixture->office->store, compute_trend, &request, NULL, NULL);

      g_object_set (bh_test_insight_page_find_part (fixture, "overview-trend"), "figure",
                    infos[figures[f]].key, NULL);
      bh_test_insight_page_wait_for (fixture->trend, bh_figure_get_name (&infos[figures[f]]), "");
      g_assert_cmpuint (bh_chart_get_n_marks (bh_test_insight_page_get_chart (fixture->trend)), ==,
                        BH_TREND_MONTHS);
      for (guint i = BH_TREND_MONTHS - 3; i < BH_TREND_MONTHS; i++)
        {
          gint64 basis = get_basis (&infos[figures[f]], &bh_trend_get_point (trend, i)->value);

          g_test_message (
              "%s %u: %s", infos[figures[f]].key, i,
              bh_chart_get_mark (bh_test_insight_page_get_chart (fixture->trend), i)->filter);
          g_assert_cmpint (open_mark (fixture, fixture->trend, i), ==, basis);
          sum += basis;
        }
    }
  g_assert_cmpint (sum, >, 20);
}

static void
test_received (BhTestInsightPage *fixture, gconstpointer data)
{
  BhChartView *view = bh_chart_panel_get_view (fixture->trend);

  g_assert_cmpuint (open_mark (fixture, fixture->trend, BH_TREND_MONTHS - 3), ==, 0);
  g_assert_cmpuint (open_mark (fixture, fixture->trend, BH_TREND_MONTHS - 1), ==, 3);
  g_assert_cmpuint (open_mark (fixture, fixture->trend, BH_TREND_MONTHS - 2), ==, 4);
  /* Who comes back finds the mark where it was left. */
  g_assert_cmpuint (bh_chart_view_get_cursor (view), ==, BH_TREND_MONTHS - 2);
}

/* In March: 漏水 two, 快修 and 电梯 one each. */
static void
test_pareto_marks (BhTestInsightPage *fixture, gconstpointer data)
{
  static const guint counts[] = { 2, 1, 1 };

  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Left"));
  bh_test_insight_page_wait_for (fixture->pareto, "", "2026年3月");
  g_assert_cmpuint (bh_chart_get_n_marks (bh_test_insight_page_get_chart (fixture->pareto)), ==,
                    G_N_ELEMENTS (counts));
  g_assert_cmpstr (bh_chart_get_mark (bh_test_insight_page_get_chart (fixture->pareto), 0)->label,
                   ==, "漏水");
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (open_mark (fixture, fixture->pareto, i), ==, counts[i]);
}

/* A click where the mark is drawn does the same. */
static void
test_click (BhTestInsightPage *fixture, gconstpointer data)
{
  BhChartView *view = bh_chart_panel_get_view (fixture->trend);
  GtkWidget *spot = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkAllocation place;
  g_autofree char *shown = NULL;

  for (guint i = 1; i < BH_TREND_MONTHS; i++)
    spot = gtk_widget_get_next_sibling (spot);
  g_assert_true (BH_IS_CHART_SPOT (spot));
  gtk_widget_get_allocation (spot, &place);
  g_assert_true (
      bh_chart_view_click_at (view, place.x + place.width / 2.0, place.y + place.height / 2.0));
  shown = g_settings_get_string (bh_window_get_settings (fixture->window), "filter");
  g_assert_nonnull (strstr (shown, "received:2026-04"));
  g_assert_false (gtk_widget_get_mapped (fixture->page));
}

static void
test_keys (BhTestInsightPage *fixture, gconstpointer data)
{
  BhPeriodBar *period = bh_test_ui_find (fixture->page, BH_TYPE_PERIOD_BAR);

  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Left"));
  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Left"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202602);
  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Right"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202603);
  bh_test_insight_page_wait_for (fixture->trend, "", "2026年3月");
  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Home"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202604);
  bh_test_insight_page_wait_for (fixture->trend, "", "2026年4月");
}

/* F6 finds the charts from anywhere on the page. */
static void
test_next_chart (BhTestInsightPage *fixture, gconstpointer data)
{
  GtkWidget *trend = GTK_WIDGET (bh_chart_panel_get_view (fixture->trend));
  GtkWidget *pareto = GTK_WIDGET (bh_chart_panel_get_view (fixture->pareto));

  g_assert_true (bh_test_ui_press (fixture->page, "F6"));
  g_assert_nonnull (gtk_widget_get_focus_child (trend));
  g_assert_cmpuint (bh_chart_view_get_cursor (BH_CHART_VIEW (trend)), ==, BH_TREND_MONTHS - 1);
  g_assert_true (bh_test_ui_press (fixture->page, "F6"));
  g_assert_nonnull (gtk_widget_get_focus_child (pareto));
  g_assert_null (gtk_widget_get_focus_child (trend));
  g_assert_true (bh_test_ui_press (fixture->page, "F6"));
  g_assert_nonnull (gtk_widget_get_focus_child (trend));
}

/* Whatever is counted is narrowed alike, and so are the lists behind it. */
static void
test_filter (BhTestInsightPage *fixture, gconstpointer data)
{
  const char *const grades[] = { "general", NULL };
  GtkWidget *bar = bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR);
  g_autofree char *remembered = NULL;

  g_signal_emit_by_name (bh_test_insight_page_find_menu (bar, BH_FILTER_GRADE), "chosen", grades);
  bh_test_insight_page_wait_for (fixture->trend, "", "一般");
  bh_test_insight_page_wait_for (fixture->pareto, "", "一般");
  g_assert_cmpuint (open_mark (fixture, fixture->trend, BH_TREND_MONTHS - 1), ==, 2);
  g_assert_cmpuint (open_mark (fixture, fixture->trend, BH_TREND_MONTHS - 2), ==, 2);
  g_assert_cmpuint (bh_chart_get_n_marks (bh_test_insight_page_get_chart (fixture->pareto)), ==, 2);
  remembered = g_settings_get_string (bh_window_get_settings (fixture->window), "insight-filter");
  g_assert_cmpstr (remembered, ==, "grade:general");
}

static GtkWidget *
find_chip (BhTestInsightPage *fixture)
{
  GtkWidget *bars = gtk_widget_get_parent (
      gtk_widget_get_parent (bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR)));

  return gtk_widget_get_last_child (bars);
}

/* What is selected in a chart narrows the others, until Escape. */
static void
test_brush (BhTestInsightPage *fixture, gconstpointer data)
{
  BhChartView *pareto = bh_chart_panel_get_view (fixture->pareto);
  GtkWidget *chip = find_chip (fixture);
  GtkWidget *bar = bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR);
  guint n_marks = bh_chart_get_n_marks (bh_test_insight_page_get_chart (fixture->pareto));
  BhTestInsightValue value = { fixture->trend, BH_TREND_MONTHS - 1, "1" };
  const char *selected
      = bh_chart_get_mark (bh_test_insight_page_get_chart (fixture->pareto), 0)->label;

  g_assert_false (gtk_widget_get_visible (chip));
  bh_chart_view_toggle (pareto, 0);
  bh_test_insight_page_wait_for (fixture->trend, "", selected);
  bh_test_ui_wait (bh_test_insight_page_has_value, &value);
  g_assert_true (gtk_widget_get_visible (chip));
  g_assert_true (bh_test_ui_says (chip, selected));
  /* It is no filter, and does not narrow the chart in which it was selected. */
  g_assert_true (bh_ticket_filter_is_empty (bh_filter_bar_get_filter (BH_FILTER_BAR (bar))));
  g_assert_cmpuint (bh_chart_get_n_marks (bh_test_insight_page_get_chart (fixture->pareto)), ==,
                    n_marks);
  g_assert_cmpuint (open_mark (fixture, fixture->trend, BH_TREND_MONTHS - 1), ==, 1);
  g_assert_true (gtk_widget_get_visible (chip));

  g_assert_true (bh_test_ui_press (fixture->page, "Escape"));
  g_assert_false (gtk_widget_get_visible (chip));
  g_assert_null (bh_chart_view_get_brush (pareto));
  value.text = "3";
  bh_test_ui_wait (bh_test_insight_page_has_value, &value);
}

/* What is selected elsewhere takes the place of what was selected before. */
static void
test_brush_of_another (BhTestInsightPage *fixture, gconstpointer data)
{
  BhChartView *first = bh_chart_panel_get_view (fixture->pareto);
  BhChartPanel *panel;

  bh_chart_view_toggle (first, 0);
  g_object_set (fixture->page, "page", "categories", NULL);
  panel = bh_test_insight_page_find_panel (fixture, "categories-pareto");
  while (bh_test_insight_page_get_chart (panel) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (bh_chart_get_n_marks (bh_test_insight_page_get_chart (panel)), ==, 1);
  bh_chart_view_toggle (bh_chart_panel_get_view (panel), 0);
  g_assert_null (bh_chart_view_get_brush (first));
  g_assert_nonnull (bh_chart_view_get_brush (bh_chart_panel_get_view (panel)));
  gtk_widget_activate_action (fixture->page, "insight.clear-brush", NULL);
  g_assert_null (bh_chart_view_get_brush (bh_chart_panel_get_view (panel)));
}

int
main (int argc, char *argv[])
{
  bh_test_insight_page_init (&argc, &argv);

  bh_test_insight_page_add ("/insight-page/received", test_received, FALSE);
  bh_test_insight_page_add ("/insight-page/trend-marks", test_trend_marks, FALSE);
  bh_test_insight_page_add ("/insight-page/pareto-marks", test_pareto_marks, FALSE);
  bh_test_insight_page_add ("/insight-page/click", test_click, FALSE);
  bh_test_insight_page_add ("/insight-page/keys", test_keys, FALSE);
  bh_test_insight_page_add ("/insight-page/next-chart", test_next_chart, FALSE);
  bh_test_insight_page_add ("/insight-page/filter", test_filter, FALSE);
  bh_test_insight_page_add ("/insight-page/brush", test_brush, FALSE);
  bh_test_insight_page_add ("/insight-page/brush-of-another", test_brush_of_another, FALSE);

  return g_test_run ();
}
