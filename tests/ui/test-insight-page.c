/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-registry.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-pareto.h"
#include "insight/bh-trend.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/bh-window.h"
#include "ui/chart/bh-chart-panel.h"
#include "ui/chart/bh-chart-spot.h"
#include "ui/insight/bh-insight-chart.h"
#include "ui/insight/bh-insight-page.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/tickets/bh-filter-bar.h"
#include "ui/tickets/bh-filter-menu.h"
#include "ui/tickets/bh-ticket-table.h"

#include <string.h>

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  BhWindow *window;
  GtkWidget *page;
  BhChartPanel *trend;
  BhChartPanel *pareto;
} Fixture;

/* What happens at this very instant is not known yet. */
static void
register_one (BhTestDesk *office, const char *category)
{
  bh_test_desk_register (office, category, "general");
  bh_test_desk_forward (office, BH_TEST_DESK_MINUTE);
}

/* Received: four in March, three in April, when the clock stands. */
static void
fill (BhTestDesk *office)
{
  bh_test_desk_register (office, "漏水", "general");
  bh_test_desk_register (office, "漏水", "urgent");
  bh_test_desk_work_until (office, "快修", "general", BH_STATUS_SIGNED);
  bh_test_desk_work_until (office, "电梯", "urgent", BH_STATUS_PLANNED);
  bh_test_desk_forward (office, 40 * BH_TEST_DESK_DAY);
  bh_test_desk_work_until (office, "快修", "general", BH_STATUS_SIGNED);
  bh_test_desk_work_until (office, "自由", "important", BH_STATUS_FINISHED);
  register_one (office, "电梯");
}

static BhInsightPart *
find_part (Fixture *fixture, const char *id)
{
  BhInsightPart *part
      = bh_insight_sheet_find (bh_insight_page_get_sheet (BH_INSIGHT_PAGE (fixture->page)), id);

  g_assert_nonnull (part);

  return part;
}

static BhChartPanel *
find_panel (Fixture *fixture, const char *id)
{
  return bh_insight_chart_get_panel (BH_INSIGHT_CHART (find_part (fixture, id)));
}

static void
find_panels (Fixture *fixture)
{
  fixture->trend = find_panel (fixture, "overview-trend");
  fixture->pareto = find_panel (fixture, "overview-pareto");
}

static BhChart *
get_chart (BhChartPanel *panel)
{
  return bh_chart_view_get_chart (bh_chart_panel_get_view (panel));
}

static gboolean
is_counted (gpointer data)
{
  Fixture *fixture = data;

  return get_chart (fixture->trend) != NULL && get_chart (fixture->pareto) != NULL;
}

static void
open_window (Fixture *fixture)
{
  fixture->desk = bh_desk_new (fixture->office->store);
  fixture->window = bh_window_new (ADW_APPLICATION (g_application_get_default ()), fixture->desk);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1300, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->page = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_INSIGHT_PAGE);
  bh_window_show_page (fixture->window, "insight");
  find_panels (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  bh_test_ui_wait (is_counted, fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
close_window (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->desk);
}

static void
forget (Fixture *fixture)
{
  static const char *const keys[] = { "insight-figures", "insight-period", "insight-variants",
                                      "insight-filter", "insight-page" };
  GSettings *settings = bh_window_get_settings (fixture->window);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gboolean empty = GPOINTER_TO_INT (data);

  fixture->office = bh_test_desk_new ();
  if (!empty)
    fill (fixture->office);
  open_window (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  forget (fixture);
  close_window (fixture);
  bh_test_desk_free (fixture->office);
}

/* What a chart has to say to be the one that is waited for. */
typedef struct
{
  BhChartPanel *panel;
  const char *title;
  const char *subtitle;
} Awaited;

static gboolean
is_there (gpointer data)
{
  Awaited *awaited = data;
  BhChart *chart = get_chart (awaited->panel);

  return strstr (bh_chart_get_title (chart), awaited->title) != NULL
         && strstr (bh_chart_get_subtitle (chart), awaited->subtitle) != NULL;
}

static void
wait_for (BhChartPanel *panel, const char *title, const char *subtitle)
{
  Awaited awaited = { panel, title, subtitle };

  bh_test_ui_wait (is_there, &awaited);
}

static gboolean
is_listed (gpointer data)
{
  return !bh_ticket_list_is_loading (data);
}

/* How many tickets the window lists after a click on mark @i. */
static guint
open_mark (Fixture *fixture, BhChartPanel *panel, guint i)
{
  BhTicketTable *table = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_TICKET_TABLE);
  const BhChartMark *mark = bh_chart_get_mark (get_chart (panel), i);
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
test_trend_marks (Fixture *fixture, gconstpointer data)
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

      g_object_set (find_part (fixture, "overview-trend"), "figure", infos[figures[f]].key, NULL);
      wait_for (fixture->trend, bh_figure_get_name (&infos[figures[f]]), "");
      g_assert_cmpuint (bh_chart_get_n_marks (get_chart (fixture->trend)), ==, BH_TREND_MONTHS);
      for (guint i = BH_TREND_MONTHS - 3; i < BH_TREND_MONTHS; i++)
        {
          gint64 basis = get_basis (&infos[figures[f]], &bh_trend_get_point (trend, i)->value);

          g_test_message ("%s %u: %s", infos[figures[f]].key, i,
                          bh_chart_get_mark (get_chart (fixture->trend), i)->filter);
          g_assert_cmpint (open_mark (fixture, fixture->trend, i), ==, basis);
          sum += basis;
        }
    }
  g_assert_cmpint (sum, >, 20);
}

static void
test_received (Fixture *fixture, gconstpointer data)
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
test_pareto_marks (Fixture *fixture, gconstpointer data)
{
  static const guint counts[] = { 2, 1, 1 };

  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Left"));
  wait_for (fixture->pareto, "", "2026年3月");
  g_assert_cmpuint (bh_chart_get_n_marks (get_chart (fixture->pareto)), ==, G_N_ELEMENTS (counts));
  g_assert_cmpstr (bh_chart_get_mark (get_chart (fixture->pareto), 0)->label, ==, "漏水");
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (open_mark (fixture, fixture->pareto, i), ==, counts[i]);
}

/* A click where the mark is drawn does the same. */
static void
test_click (Fixture *fixture, gconstpointer data)
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
test_keys (Fixture *fixture, gconstpointer data)
{
  BhPeriodBar *period = bh_test_ui_find (fixture->page, BH_TYPE_PERIOD_BAR);

  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Left"));
  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Left"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202602);
  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Right"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202603);
  wait_for (fixture->trend, "", "2026年3月");
  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Home"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202604);
  wait_for (fixture->trend, "", "2026年4月");
}

/* F6 finds the charts from anywhere on the page. */
static void
test_next_chart (Fixture *fixture, gconstpointer data)
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

static BhFilterMenu *
find_menu (GtkWidget *bar, BhFilterField field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (BH_IS_FILTER_MENU (child) && bh_filter_menu_get_field (BH_FILTER_MENU (child)) == field)
      return BH_FILTER_MENU (child);

  g_assert_not_reached ();
}

/* Whatever is counted is narrowed alike, and so are the lists behind it. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const char *const grades[] = { "general", NULL };
  GtkWidget *bar = bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR);
  g_autofree char *remembered = NULL;

  g_signal_emit_by_name (find_menu (bar, BH_FILTER_GRADE), "chosen", grades);
  wait_for (fixture->trend, "", "一般");
  wait_for (fixture->pareto, "", "一般");
  g_assert_cmpuint (open_mark (fixture, fixture->trend, BH_TREND_MONTHS - 1), ==, 2);
  g_assert_cmpuint (open_mark (fixture, fixture->trend, BH_TREND_MONTHS - 2), ==, 2);
  g_assert_cmpuint (bh_chart_get_n_marks (get_chart (fixture->pareto)), ==, 2);
  remembered = g_settings_get_string (bh_window_get_settings (fixture->window), "insight-filter");
  g_assert_cmpstr (remembered, ==, "grade:general");
}

typedef struct
{
  BhChartPanel *panel;
  guint mark;
  const char *text;
} Value;

static gboolean
has_value (gpointer data)
{
  Value *value = data;
  const BhChartMark *mark = bh_chart_get_mark (get_chart (value->panel), value->mark);

  return mark != NULL && strstr (mark->value_text, value->text) != NULL;
}

static GtkWidget *
find_chip (Fixture *fixture)
{
  GtkWidget *bars = gtk_widget_get_parent (
      gtk_widget_get_parent (bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR)));

  return gtk_widget_get_last_child (bars);
}

/* What is selected in a chart narrows the others, until Escape. */
static void
test_brush (Fixture *fixture, gconstpointer data)
{
  BhChartView *pareto = bh_chart_panel_get_view (fixture->pareto);
  GtkWidget *chip = find_chip (fixture);
  GtkWidget *bar = bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR);
  guint n_marks = bh_chart_get_n_marks (get_chart (fixture->pareto));
  Value value = { fixture->trend, BH_TREND_MONTHS - 1, "1" };
  const char *selected = bh_chart_get_mark (get_chart (fixture->pareto), 0)->label;

  g_assert_false (gtk_widget_get_visible (chip));
  bh_chart_view_toggle (pareto, 0);
  wait_for (fixture->trend, "", selected);
  bh_test_ui_wait (has_value, &value);
  g_assert_true (gtk_widget_get_visible (chip));
  g_assert_true (bh_test_ui_says (chip, selected));
  /* It is no filter, and does not narrow the chart in which it was selected. */
  g_assert_true (bh_ticket_filter_is_empty (bh_filter_bar_get_filter (BH_FILTER_BAR (bar))));
  g_assert_cmpuint (bh_chart_get_n_marks (get_chart (fixture->pareto)), ==, n_marks);
  g_assert_cmpuint (open_mark (fixture, fixture->trend, BH_TREND_MONTHS - 1), ==, 1);
  g_assert_true (gtk_widget_get_visible (chip));

  g_assert_true (bh_test_ui_press (fixture->page, "Escape"));
  g_assert_false (gtk_widget_get_visible (chip));
  g_assert_null (bh_chart_view_get_brush (pareto));
  value.text = "3";
  bh_test_ui_wait (has_value, &value);
}

/* What is selected elsewhere takes the place of what was selected before. */
static void
test_brush_of_another (Fixture *fixture, gconstpointer data)
{
  BhChartView *first = bh_chart_panel_get_view (fixture->pareto);
  BhChartPanel *panel;

  bh_chart_view_toggle (first, 0);
  g_object_set (fixture->page, "page", "categories", NULL);
  panel = find_panel (fixture, "categories-pareto");
  while (get_chart (panel) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (bh_chart_get_n_marks (get_chart (panel)), ==, 1);
  bh_chart_view_toggle (bh_chart_panel_get_view (panel), 0);
  g_assert_null (bh_chart_view_get_brush (first));
  g_assert_nonnull (bh_chart_view_get_brush (bh_chart_panel_get_view (panel)));
  gtk_widget_activate_action (fixture->page, "insight.clear-brush", NULL);
  g_assert_null (bh_chart_view_get_brush (bh_chart_panel_get_view (panel)));
}

/* Each page is there by its key, and made of what the catalog has. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  guint n;
  const BhInsightPageInfo *infos = bh_insight_pages_list (&n);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (n, ==, 9);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("<Control>%u", i + 1);
      g_autofree char *page = NULL;

      g_assert_true (bh_test_ui_press (fixture->page, key));
      g_object_get (fixture->page, "page", &page, NULL);
      g_assert_cmpstr (page, ==, infos[i].name);
      for (const BhInsightItem *item = infos[i].items; item->id != NULL; item++)
        {
          g_assert_true (g_hash_table_add (ids, (gpointer) item->id));
          g_assert_true (bh_insight_item_is_there (item));
          g_assert_nonnull (find_part (fixture, item->id));
        }
    }
  g_assert_true (bh_test_ui_press (fixture->page, "<Control>Page_Up"));
  g_assert_true (bh_test_ui_press (fixture->page, "<Control>Page_Up"));
  g_assert_cmpstr (
      bh_insight_sheet_get_info (bh_insight_page_get_sheet (BH_INSIGHT_PAGE (fixture->page)))->name,
      ==, infos[n - 3].name);
}

/* The ring around a tab goes with the page. */
static void
test_tab_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tab = bh_test_ui_find (fixture->page, GTK_TYPE_TOGGLE_BUTTON);

  g_assert_true (gtk_widget_grab_focus (tab));
  for (guint i = 1; i < 3; i++)
    {
      g_autofree char *key = g_strdup_printf ("<Control>%u", i + 1);

      tab = gtk_widget_get_next_sibling (tab);
      g_assert_true (bh_test_ui_press (fixture->page, key));
      g_assert_true (gtk_widget_has_focus (tab));
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)));
    }
}

static gboolean
is_first_counted (gpointer data)
{
  return get_chart (find_panel (data, "hot-weekday-hour")) != NULL;
}

static gboolean
is_last_counted (gpointer data)
{
  return get_chart (find_panel (data, "hot-chessboard")) != NULL;
}

/* What lies far below the window is not counted until somebody goes there. */
static void
test_below (Fixture *fixture, gconstpointer data)
{
  GtkWidget *sheet;
  GtkAdjustment *adjustment;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 560, 420);
  g_object_set (fixture->page, "page", "hot-spots", NULL);
  bh_test_ui_wait (is_first_counted, fixture);
  bh_test_ui_settle ();
  g_assert_false (is_last_counted (fixture));
  sheet = GTK_WIDGET (bh_insight_page_get_sheet (BH_INSIGHT_PAGE (fixture->page)));
  adjustment
      = gtk_scrolled_window_get_vadjustment (bh_test_ui_find (sheet, GTK_TYPE_SCROLLED_WINDOW));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  bh_test_ui_wait (is_last_counted, fixture);
}

static gboolean
says_nothing_repeated (gpointer data)
{
  return bh_test_ui_says (GTK_WIDGET (find_part (data, "repeats-chains")), "没有重复提出的问题");
}

/* A list says that there is nothing to list. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "page", "repeats", NULL);
  bh_test_ui_wait (says_nothing_repeated, fixture);
  g_assert_false (bh_insight_part_is_reading (find_part (fixture, "repeats-chains")));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_part (fixture, "repeats-chains")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "反复发生的问题");
}

static gboolean
is_wide (gpointer data)
{
  GtkWidget *part = GTK_WIDGET (data);

  return gtk_widget_get_width (part) > gtk_widget_get_width (gtk_widget_get_parent (part)) / 2 + 50;
}

/* A chart that is enlarged stands alone in its row. */
static void
test_enlarge (Fixture *fixture, gconstpointer data)
{
  GtkWidget *part = GTK_WIDGET (find_part (fixture, "overview-pareto"));

  g_assert_false (is_wide (part));
  gtk_widget_activate_action (part, "part.enlarged", NULL);
  bh_test_ui_wait (is_wide, part);
  gtk_widget_activate_action (part, "part.enlarged", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_false (is_wide (part));
}

static void
test_remember (Fixture *fixture, gconstpointer data)
{
  const char *const grades[] = { "urgent", NULL };
  GtkWidget *bar = bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR);
  g_autofree char *figure = NULL;
  g_autofree char *level = NULL;

  g_object_set (find_part (fixture, "overview-trend"), "figure", "finished", NULL);
  g_object_set (find_part (fixture, "overview-pareto"), "variant", "top", NULL);
  g_signal_emit_by_name (find_menu (bar, BH_FILTER_GRADE), "chosen", grades);
  bh_test_ui_press (fixture->page, "<Alt>Left");
  close_window (fixture);

  open_window (fixture);
  bar = bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR);
  g_object_get (find_part (fixture, "overview-trend"), "figure", &figure, NULL);
  g_object_get (find_part (fixture, "overview-pareto"), "variant", &level, NULL);
  g_assert_cmpstr (figure, ==, "finished");
  g_assert_cmpstr (level, ==, "top");
  g_assert_cmpstr (bh_ticket_filter_to_text (bh_filter_bar_get_filter (BH_FILTER_BAR (bar))), ==,
                   "grade:urgent");
  wait_for (fixture->trend, "", "2026年3月");
  g_object_set (find_part (fixture, "overview-trend"), "figure", "no such figure", NULL);
  g_object_set (find_part (fixture, "overview-pareto"), "variant", "no such variant", NULL);
  g_free (figure);
  g_object_get (find_part (fixture, "overview-trend"), "figure", &figure, NULL);
  g_assert_cmpstr (figure, ==, "finished");
  g_free (level);
  g_object_get (find_part (fixture, "overview-pareto"), "variant", &level, NULL);
  g_assert_cmpstr (level, ==, "top");
}

/* What anybody registers is counted without a word, where the page is looked at. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  Value value = { fixture->trend, BH_TREND_MONTHS - 1, "4" };

  g_assert_false (has_value (&value));
  register_one (fixture->office, "漏水");
  bh_test_ui_wait (has_value, &value);

  bh_window_show_page (fixture->window, "tickets");
  register_one (fixture->office, "漏水");
  bh_window_show_page (fixture->window, "insight");
  value.text = "5";
  bh_test_ui_wait (has_value, &value);
}

/* An office without a ticket is told what will be here, and how to begin. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->trend), "13 个月"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->trend), "登记工单"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->pareto), "登记工单"));
}

static gboolean
is_month_over (gpointer data)
{
  return bh_test_ui_says (data, "查看上一期");
}

/* On the first day of a month there is nothing yet, but there is the month before. */
static void
test_empty_month (Fixture *fixture, gconstpointer data)
{
  bh_test_desk_forward (fixture->office, 30 * BH_TEST_DESK_DAY);
  gtk_widget_activate_action (fixture->page, "insight.reload", NULL);
  bh_test_ui_press (fixture->page, "<Alt>Home");
  bh_test_ui_wait (is_month_over, fixture->pareto);
  wait_for (fixture->pareto, "", "2026年5月");
  gtk_widget_activate_action (GTK_WIDGET (fixture->pareto), "insight.period-before", NULL);
  wait_for (fixture->pareto, "", "2026年4月");
  g_assert_true (bh_chart_panel_has_values (fixture->pareto));
}

static gboolean
is_narrowed (gpointer data)
{
  return bh_test_ui_says (data, "统计全部工单");
}

static gboolean
is_all (gpointer data)
{
  return bh_chart_panel_has_values (data) && !is_narrowed (data);
}

static void
test_empty_filter (Fixture *fixture, gconstpointer data)
{
  const char *const kinds[] = { "praise", NULL };
  GtkWidget *bar = bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR);

  g_signal_emit_by_name (find_menu (bar, BH_FILTER_KIND), "chosen", kinds);
  bh_test_ui_wait (is_narrowed, fixture->pareto);
  wait_for (fixture->pareto, "", "表扬");
  gtk_widget_activate_action (GTK_WIDGET (fixture->pareto), "insight.clear-filter", NULL);
  g_assert_true (bh_ticket_filter_is_empty (bh_filter_bar_get_filter (BH_FILTER_BAR (bar))));
  bh_test_ui_wait (is_all, fixture->pareto);
}

static gboolean
is_read (gpointer data)
{
  return get_chart (data) != NULL;
}

/* What the chooser says is not said once more beside it; the chart alone says it all. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  const BhFigureInfo *info = bh_figure_get_info (BH_FIGURE_COMPLETION_ON_TIME);
  BhChartPanel *panel;
  GtkWidget *title;

  g_object_set (fixture->page, "page", "people", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  panel = bh_insight_chart_get_panel (BH_INSIGHT_CHART (find_part (fixture, "people-departments")));
  bh_test_ui_wait (is_read, panel);
  title = bh_test_ui_find_shown (GTK_WIDGET (panel), GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (title)), ==, "部门");
  wait_for (panel, bh_figure_get_name (info), "");
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *figures = bh_test_ui_find (fixture->page, GTK_TYPE_DROP_DOWN);
  guint n_infos;
  const BhFigureInfo *infos = bh_figures_list (&n_infos);
  GtkAccessible *view = GTK_ACCESSIBLE (bh_chart_panel_get_view (fixture->trend));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->trend), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (figures), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "指标");
  g_object_set (find_part (fixture, "overview-trend"), "figure", "finished", NULL);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (figures), ==,
                   bh_figure_get_definition (&infos[BH_FIGURE_FINISHED]));
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       bh_chart_get_title (get_chart (fixture->trend)));
}

/* Where there is little room, the charts stand one below the other and nothing is cut off. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int least;

  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 600);
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_VERTICAL, 880, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 540);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  bh_test_ui_init (&argc, &argv);
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.bihuan.Test",
                              "flags", G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_set_default (G_APPLICATION (application));

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/insight-page/received", test_received);
  ADD ("/insight-page/trend-marks", test_trend_marks);
  ADD ("/insight-page/pareto-marks", test_pareto_marks);
  ADD ("/insight-page/click", test_click);
  ADD ("/insight-page/keys", test_keys);
  ADD ("/insight-page/next-chart", test_next_chart);
  ADD ("/insight-page/filter", test_filter);
  ADD ("/insight-page/brush", test_brush);
  ADD ("/insight-page/brush-of-another", test_brush_of_another);
  ADD ("/insight-page/pages", test_pages);
  ADD ("/insight-page/tab-focus", test_tab_focus);
  ADD ("/insight-page/below", test_below);
  ADD ("/insight-page/list", test_list);
  ADD ("/insight-page/enlarge", test_enlarge);
  ADD ("/insight-page/remember", test_remember);
  ADD ("/insight-page/follows", test_follows);
  g_test_add ("/insight-page/empty", Fixture, GINT_TO_POINTER (TRUE), set_up, test_empty,
              tear_down);
  ADD ("/insight-page/empty-month", test_empty_month);
  ADD ("/insight-page/empty-filter", test_empty_filter);
  ADD ("/insight-page/title", test_title);
  ADD ("/insight-page/roles", test_roles);
  ADD ("/insight-page/narrow", test_narrow);

  return g_test_run ();
}
