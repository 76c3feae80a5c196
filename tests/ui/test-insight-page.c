/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-text.h"
#include "insight/bh-trend.h"
#include "ui/bh-test-insight-page.h"
#include "ui/tickets/bh-filter-bar.h"

#include <string.h>

/* The page as a whole: its pages, its window, what it remembers, and what it says of an empty
 * office. */

/* Each page is there by its key, and made of what the catalog has. */
static void
test_pages (BhTestInsightPage *fixture, gconstpointer data)
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
          g_assert_nonnull (bh_test_insight_page_find_part (fixture, item->id));
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
test_tab_focus (BhTestInsightPage *fixture, gconstpointer data)
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
  return bh_test_insight_page_get_chart (bh_test_insight_page_find_panel (data, "hot-weekday-hour"))
         != NULL;
}

static gboolean
is_last_counted (gpointer data)
{
  return bh_test_insight_page_get_chart (bh_test_insight_page_find_panel (data, "hot-chessboard"))
         != NULL;
}

/* What lies far below the window is not counted until somebody goes there. */
static void
test_below (BhTestInsightPage *fixture, gconstpointer data)
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
  return bh_test_ui_says (GTK_WIDGET (bh_test_insight_page_find_part (data, "repeats-chains")),
                          "没有重复提出的问题");
}

/* A list says that there is nothing to list. */
static void
test_list (BhTestInsightPage *fixture, gconstpointer data)
{
  g_object_set (fixture->page, "page", "repeats", NULL);
  bh_test_ui_wait (says_nothing_repeated, fixture);
  g_assert_false (
      bh_insight_part_is_reading (bh_test_insight_page_find_part (fixture, "repeats-chains")));
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (bh_test_insight_page_find_part (fixture, "repeats-chains")),
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
test_enlarge (BhTestInsightPage *fixture, gconstpointer data)
{
  GtkWidget *part = GTK_WIDGET (bh_test_insight_page_find_part (fixture, "overview-pareto"));

  g_assert_false (is_wide (part));
  gtk_widget_activate_action (part, "part.enlarged", NULL);
  bh_test_ui_wait (is_wide, part);
  gtk_widget_activate_action (part, "part.enlarged", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_false (is_wide (part));
}

static void
test_remember (BhTestInsightPage *fixture, gconstpointer data)
{
  const char *const grades[] = { "urgent", NULL };
  GtkWidget *bar = bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR);
  g_autofree char *figure = NULL;
  g_autofree char *level = NULL;

  g_object_set (bh_test_insight_page_find_part (fixture, "overview-trend"), "figure", "finished",
                NULL);
  g_object_set (bh_test_insight_page_find_part (fixture, "overview-pareto"), "variant", "top",
                NULL);
  g_signal_emit_by_name (bh_test_insight_page_find_menu (bar, BH_FILTER_GRADE), "chosen", grades);
  bh_test_ui_press (fixture->page, "<Alt>Left");
  bh_test_insight_page_close_window (fixture);

  bh_test_insight_page_open_window (fixture);
  bar = bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR);
  g_object_get (bh_test_insight_page_find_part (fixture, "overview-trend"), "figure", &figure,
                NULL);
  g_object_get (bh_test_insight_page_find_part (fixture, "overview-pareto"), "variant", &level,
                NULL);
  g_assert_cmpstr (figure, ==, "finished");
  g_assert_cmpstr (level, ==, "top");
  g_assert_cmpstr (bh_ticket_filter_to_text (bh_filter_bar_get_filter (BH_FILTER_BAR (bar))), ==,
                   "grade:urgent");
  bh_test_insight_page_wait_for (fixture->trend, "", "2026年3月");
  g_object_set (bh_test_insight_page_find_part (fixture, "overview-trend"), "figure",
                "no such figure", NULL);
  g_object_set (bh_test_insight_page_find_part (fixture, "overview-pareto"), "variant",
                "no such variant", NULL);
  g_free (figure);
  g_object_get (bh_test_insight_page_find_part (fixture, "overview-trend"), "figure", &figure,
                NULL);
  g_assert_cmpstr (figure, ==, "finished");
  g_free (level);
  g_object_get (bh_test_insight_page_find_part (fixture, "overview-pareto"), "variant", &level,
                NULL);
  g_assert_cmpstr (level, ==, "top");
}

/* What anybody registers is counted without a word, where the page is looked at. */
static void
test_follows (BhTestInsightPage *fixture, gconstpointer data)
{
  BhTestInsightValue value = { fixture->trend, BH_TREND_MONTHS - 1, "4" };

  g_assert_false (bh_test_insight_page_has_value (&value));
  bh_test_insight_page_register_one (fixture->office, "漏水");
  bh_test_ui_wait (bh_test_insight_page_has_value, &value);

  bh_window_show_page (fixture->window, "tickets");
  bh_test_insight_page_register_one (fixture->office, "漏水");
  bh_window_show_page (fixture->window, "insight");
  value.text = "5";
  bh_test_ui_wait (bh_test_insight_page_has_value, &value);
}

/* An office without a ticket is told what will be here, and how to begin. */
static void
test_empty (BhTestInsightPage *fixture, gconstpointer data)
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
test_empty_month (BhTestInsightPage *fixture, gconstpointer data)
{
  bh_test_desk_forward (fixture->office, 30 * BH_TEST_DESK_DAY);
  gtk_widget_activate_action (fixture->page, "insight.reload", NULL);
  bh_test_ui_press (fixture->page, "<Alt>Home");
  bh_test_ui_wait (is_month_over, fixture->pareto);
  bh_test_insight_page_wait_for (fixture->pareto, "", "2026年5月");
  gtk_widget_activate_action (GTK_WIDGET (fixture->pareto), "insight.period-before", NULL);
  bh_test_insight_page_wait_for (fixture->pareto, "", "2026年4月");
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
test_empty_filter (BhTestInsightPage *fixture, gconstpointer data)
{
  const char *const kinds[] = { "praise", NULL };
  GtkWidget *bar = bh_test_ui_find (fixture->page, BH_TYPE_FILTER_BAR);

  g_signal_emit_by_name (bh_test_insight_page_find_menu (bar, BH_FILTER_KIND), "chosen", kinds);
  bh_test_ui_wait (is_narrowed, fixture->pareto);
  bh_test_insight_page_wait_for (fixture->pareto, "", "表扬");
  gtk_widget_activate_action (GTK_WIDGET (fixture->pareto), "insight.clear-filter", NULL);
  g_assert_true (bh_ticket_filter_is_empty (bh_filter_bar_get_filter (BH_FILTER_BAR (bar))));
  bh_test_ui_wait (is_all, fixture->pareto);
}

static gboolean
is_read (gpointer data)
{
  return bh_test_insight_page_get_chart (data) != NULL;
}

/* What the chooser says is not said once more beside it; the chart alone says it all. */
static void
test_title (BhTestInsightPage *fixture, gconstpointer data)
{
  const BhFigureInfo *info = bh_figure_get_info (BH_FIGURE_COMPLETION_ON_TIME);
  BhChartPanel *panel;
  GtkWidget *title;

  g_object_set (fixture->page, "page", "people", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  panel = bh_insight_chart_get_panel (
      BH_INSIGHT_CHART (bh_test_insight_page_find_part (fixture, "people-departments")));
  bh_test_ui_wait (is_read, panel);
  title = bh_test_ui_find_shown (GTK_WIDGET (panel), GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (title)), ==, "部门");
  bh_test_insight_page_wait_for (panel, bh_figure_get_name (info), "");
}

static void
test_roles (BhTestInsightPage *fixture, gconstpointer data)
{
  GtkWidget *figures = bh_test_ui_find (fixture->page, GTK_TYPE_DROP_DOWN);
  guint n_infos;
  const BhFigureInfo *infos = bh_figures_list (&n_infos);
  GtkAccessible *view = GTK_ACCESSIBLE (bh_chart_panel_get_view (fixture->trend));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->trend), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (figures), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "指标");
  g_object_set (bh_test_insight_page_find_part (fixture, "overview-trend"), "figure", "finished",
                NULL);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (figures), ==,
                   bh_figure_get_definition (&infos[BH_FIGURE_FINISHED]));
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (
      view, GTK_ACCESSIBLE_PROPERTY_LABEL,
      bh_chart_get_title (bh_test_insight_page_get_chart (fixture->trend)));
}

/* Where there is little room, the charts stand one below the other and nothing is cut off. */
static void
test_narrow (BhTestInsightPage *fixture, gconstpointer data)
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
  bh_test_insight_page_init (&argc, &argv);

  bh_test_insight_page_add ("/insight-page/pages", test_pages, FALSE);
  bh_test_insight_page_add ("/insight-page/tab-focus", test_tab_focus, FALSE);
  bh_test_insight_page_add ("/insight-page/below", test_below, FALSE);
  bh_test_insight_page_add ("/insight-page/list", test_list, FALSE);
  bh_test_insight_page_add ("/insight-page/enlarge", test_enlarge, FALSE);
  bh_test_insight_page_add ("/insight-page/remember", test_remember, FALSE);
  bh_test_insight_page_add ("/insight-page/follows", test_follows, FALSE);
  bh_test_insight_page_add ("/insight-page/empty", test_empty, TRUE);
  bh_test_insight_page_add ("/insight-page/empty-month", test_empty_month, FALSE);
  bh_test_insight_page_add ("/insight-page/empty-filter", test_empty_filter, FALSE);
  bh_test_insight_page_add ("/insight-page/title", test_title, FALSE);
  bh_test_insight_page_add ("/insight-page/roles", test_roles, FALSE);
  bh_test_insight_page_add ("/insight-page/narrow", test_narrow, FALSE);

  return g_test_run ();
}
