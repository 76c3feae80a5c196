/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-bars-chart.h"
#include "support/bh-test-ui.h"
#include "ui/chart/bh-chart-view.h"

#include <adwaita.h>

#define MOST_ROWS 60

static BhChart *
create_bars (guint n_rows)
{
  double values[MOST_ROWS];
  BhChartItem items[MOST_ROWS] = { { NULL } };
  const BhBarsSeries series = { "件数", BH_CHART_ROLE_VALUE, values, NULL, NULL };

  for (guint i = 0; i < n_rows; i++)
    {
      items[i].label = "工程部";
      values[i] = i + 1;
    }

  return bh_bars_chart_new (&(BhBarsData){ .title = "各部门",
                                           .heading = "部门",
                                           .items = items,
                                           .n_items = n_rows,
                                           .series = &series,
                                           .n_series = 1 });
}

static int
measure (BhChartView *view, int width)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (natural, >=, minimum);

  return minimum;
}

/* Whether the view is no higher than the window or what it asks for. */
static gboolean
is_low (gpointer view)
{
  return gtk_widget_get_height (view) <= MAX (measure (view, 500), 300);
}

/* A chart of few rows is as high as any; one of many makes the page scroll until all have room. */
static void
test_rows (void)
{
  g_autoptr (BhChart) few = create_bars (4);
  g_autoptr (BhChart) many = create_bars (24);
  BhChartView *view = BH_CHART_VIEW (bh_chart_view_new ());
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWindow *window;
  int usual = measure (view, 500), height;

  bh_chart_view_set_chart (view, few);
  g_assert_cmpint (measure (view, 500), ==, usual);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  window = bh_test_ui_show (scroller, 500, 300);
  bh_chart_view_set_chart (view, many);
  bh_test_ui_settle ();
  height = measure (view, 500);
  g_assert_cmpint (height, >, 2 * usual);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (view)), >=, height);
  bh_chart_view_set_chart (view, few);
  bh_test_ui_wait (is_low, view);

  gtk_window_destroy (window);
  bh_test_ui_settle ();
}

/* No page is endless. */
static void
test_enough (void)
{
  g_autoptr (BhChart) forty = create_bars (40);
  g_autoptr (BhChart) sixty = create_bars (60);
  BhChartView *view = g_object_ref_sink (BH_CHART_VIEW (bh_chart_view_new ()));
  int height;

  bh_chart_view_set_chart (view, forty);
  height = measure (view, 500);
  bh_chart_view_set_chart (view, sixty);
  g_assert_cmpint (measure (view, 500), ==, height);
  bh_test_ui_end (view);
}

int
main (int argc, char **argv)
{
  bh_test_ui_init (&argc, &argv);
  g_test_add_func ("/chart-height/rows", test_rows);
  g_test_add_func ("/chart-height/enough", test_enough);

  return g_test_run ();
}
