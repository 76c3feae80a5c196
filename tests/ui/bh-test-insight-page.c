/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/bh-test-insight-page.h"

#include <string.h>

void
bh_test_insight_page_register_one (BhTestDesk *office, const char *category)
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
  bh_test_insight_page_register_one (office, "电梯");
}

BhInsightPart *
bh_test_insight_page_find_part (BhTestInsightPage *fixture, const char *id)
{
  BhInsightPart *part
      = bh_insight_sheet_find (bh_insight_page_get_sheet (BH_INSIGHT_PAGE (fixture->page)), id);

  g_assert_nonnull (part);

  return part;
}

BhChartPanel *
bh_test_insight_page_find_panel (BhTestInsightPage *fixture, const char *id)
{
  return bh_insight_chart_get_panel (
      BH_INSIGHT_CHART (bh_test_insight_page_find_part (fixture, id)));
}

static void
find_panels (BhTestInsightPage *fixture)
{
  fixture->trend = bh_test_insight_page_find_panel (fixture, "overview-trend");
  fixture->pareto = bh_test_insight_page_find_panel (fixture, "overview-pareto");
}

BhChart *
bh_test_insight_page_get_chart (BhChartPanel *panel)
{
  return bh_chart_view_get_chart (bh_chart_panel_get_view (panel));
}

static gboolean
is_counted (gpointer data)
{
  BhTestInsightPage *fixture = data;

  return bh_test_insight_page_get_chart (fixture->trend) != NULL
         && bh_test_insight_page_get_chart (fixture->pareto) != NULL;
}

void
bh_test_insight_page_open_window (BhTestInsightPage *fixture)
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

void
bh_test_insight_page_close_window (BhTestInsightPage *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->desk);
}

static void
forget (BhTestInsightPage *fixture)
{
  static const char *const keys[] = { "insight-figures", "insight-period", "insight-variants",
                                      "insight-filter", "insight-page" };
  GSettings *settings = bh_window_get_settings (fixture->window);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static void
set_up (BhTestInsightPage *fixture, gconstpointer data)
{
  gboolean empty = GPOINTER_TO_INT (data);

  fixture->office = bh_test_desk_new ();
  if (!empty)
    fill (fixture->office);
  bh_test_insight_page_open_window (fixture);
}

static void
tear_down (BhTestInsightPage *fixture, gconstpointer data)
{
  forget (fixture);
  bh_test_insight_page_close_window (fixture);
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
  BhChart *chart = bh_test_insight_page_get_chart (awaited->panel);

  return strstr (bh_chart_get_title (chart), awaited->title) != NULL
         && strstr (bh_chart_get_subtitle (chart), awaited->subtitle) != NULL;
}

void
bh_test_insight_page_wait_for (BhChartPanel *panel, const char *title, const char *subtitle)
{
  Awaited awaited = { panel, title, subtitle };

  bh_test_ui_wait (is_there, &awaited);
}

BhFilterMenu *
bh_test_insight_page_find_menu (GtkWidget *bar, BhFilterField field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (BH_IS_FILTER_MENU (child) && bh_filter_menu_get_field (BH_FILTER_MENU (child)) == field)
      return BH_FILTER_MENU (child);

  g_assert_not_reached ();
}

gboolean
bh_test_insight_page_has_value (gpointer data)
{
  BhTestInsightValue *value = data;
  const BhChartMark *mark
      = bh_chart_get_mark (bh_test_insight_page_get_chart (value->panel), value->mark);

  return mark != NULL && strstr (mark->value_text, value->text) != NULL;
}

void
bh_test_insight_page_init (int *argc, char ***argv)
{
  static AdwApplication *application = NULL;

  bh_test_ui_init (argc, argv);
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.bihuan.Test",
                              "flags", G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_set_default (G_APPLICATION (application));
}

void
bh_test_insight_page_add (const char *path,
                          void (*func) (BhTestInsightPage *fixture, gconstpointer data),
                          gboolean empty)
{
  g_test_add (path, BhTestInsightPage, GINT_TO_POINTER (empty), set_up, func, tear_down);
}
