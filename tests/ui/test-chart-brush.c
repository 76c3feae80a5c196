/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-columns-chart.h"
#include "support/bh-test-ui.h"
#include "ui/chart/bh-chart-brush.h"
#include "ui/chart/bh-chart-spot.h"
#include "ui/chart/bh-chart-theme.h"
#include "ui/chart/bh-chart-view.h"

#define N_MARKS 5

/* The last mark stands for nothing. */
static BhChart *
create_row (void)
{
  static const char *const names[] = { "维修服务", "环境卫生", "安全秩序", "收费", "其他合计" };
  static const double values[] = { 50, 40, 30, 20, 10 };
  char *brushes[N_MARKS];
  BhChartItem items[N_MARKS] = { 0 };
  const BhBarsSeries series = { .name = "件数", .values = values };
  const BhColumnsData data = { .title = "分类",
                               .heading = "分类",
                               .empty_text = "没有工单",
                               .items = items,
                               .n_items = N_MARKS,
                               .series = &series,
                               .n_series = 1 };
  BhChart *chart;

  for (guint i = 0; i < N_MARKS; i++)
    {
      brushes[i] = g_strdup_printf ("category:%s", names[i]);
      items[i] = (BhChartItem){ .label = names[i], .filter = "kind:complaint" };
      items[i].brush = i + 1 < N_MARKS ? brushes[i] : NULL;
    }
  chart = bh_columns_chart_new (&data);
  for (guint i = 0; i < N_MARKS; i++)
    g_free (brushes[i]);

  return chart;
}

/* Three months of two grades, on one another: mark 2 * month + grade. */
static BhChart *
create_matrix (void)
{
  static const char *const months[] = { "5月", "6月", "7月" };
  static const char *const brushes[2][3]
      = { { "grade:general received:2026-05", "grade:general received:2026-06",
            "grade:general received:2026-07" },
          { "grade:urgent received:2026-05", "grade:urgent received:2026-06",
            "grade:urgent received:2026-07" } };
  static const double values[2][3] = { { 50, 40, 30 }, { 20, 25, 15 } };
  BhChartItem items[3] = { 0 }, parts[2][3] = { 0 };
  BhBarsSeries series[2] = { { .name = "一般" }, { .name = "紧急", .role = BH_CHART_ROLE_BAD } };
  const BhColumnsData data = { .title = "等级",
                               .heading = "月份",
                               .empty_text = "没有工单",
                               .items = items,
                               .n_items = 3,
                               .series = series,
                               .n_series = 2,
                               .stacked = TRUE };

  for (guint i = 0; i < 3; i++)
    {
      items[i].label = months[i];
      for (guint j = 0; j < 2; j++)
        parts[j][i].brush = parts[j][i].filter = brushes[j][i];
    }
  for (guint j = 0; j < 2; j++)
    {
      series[j].values = values[j];
      series[j].items = parts[j];
    }

  return bh_columns_chart_new (&data);
}

typedef struct
{
  BhChart *chart;
  BhChartView *view;
  GtkWindow *window;
  guint n_told;
  char *told;
  guint n_opened;
} Fixture;

static void
brushed_cb (Fixture *fixture, const char *filter)
{
  fixture->n_told++;
  g_free (fixture->told);
  fixture->told = g_strdup (filter);
}

static void
activated_cb (Fixture *fixture, const char *filter)
{
  fixture->n_opened++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  BhChart *(*create) (void) = (BhChart * (*) (void) ) data;

  fixture->chart = create ();
  fixture->view = BH_CHART_VIEW (bh_chart_view_new ());
  bh_chart_view_set_chart (fixture->view, fixture->chart);
  g_signal_connect_swapped (fixture->view, "brushed", G_CALLBACK (brushed_cb), fixture);
  g_signal_connect_swapped (fixture->view, "activated", G_CALLBACK (activated_cb), fixture);
  fixture->window = bh_test_ui_show (GTK_WIDGET (fixture->view), 700, 500);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->chart);
  g_free (fixture->told);
}

static void
get_area (Fixture *fixture, guint mark, BhChartArea *area)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  g_autoptr (BhChartStyle) style = bh_chart_theme_new_style (widget);

  g_assert_true (bh_chart_get_mark_area (fixture->chart, mark, gtk_widget_get_width (widget),
                                         gtk_widget_get_height (widget), style, area));
}

static gboolean
click (Fixture *fixture, guint mark, GdkModifierType modifiers)
{
  BhChartArea area;

  get_area (fixture, mark, &area);

  return bh_chart_view_click_with (fixture->view, area.x + area.width / 2, area.y + area.height / 2,
                                   modifiers);
}

static void
press (Fixture *fixture, const char *trigger)
{
  g_assert_true (bh_test_ui_press (gtk_window_get_focus (fixture->window), trigger));
}

/* Marks of @selected, "0 2", are selected, and it is said once for each change. */
static void
assert_selected (Fixture *fixture, const char *selected)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));
  g_autoptr (GString) seen = g_string_new (NULL);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *wrong = NULL;
      guint i;

      if (!BH_IS_CHART_SPOT (child))
        continue;
      i = bh_chart_spot_get_index (BH_CHART_SPOT (child));
      if (bh_chart_get_mark (fixture->chart, i)->brush == NULL)
        continue;
      wrong = gtk_test_accessible_check_state (GTK_ACCESSIBLE (child),
                                               GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
      if (wrong == NULL)
        g_string_append_printf (seen, "%s%u", seen->len > 0 ? " " : "", i);
    }
  g_assert_cmpstr (seen->str, ==, selected);
  g_assert_cmpstr (bh_chart_view_get_brush (fixture->view), ==, fixture->told);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  g_assert_true (click (fixture, 0, GDK_CONTROL_MASK));
  assert_selected (fixture, "0");
  g_assert_cmpstr (fixture->told, ==, "category:维修服务");
  g_assert_true (click (fixture, 2, GDK_CONTROL_MASK));
  assert_selected (fixture, "0 2");
  g_assert_cmpstr (fixture->told, ==, "category:维修服务,安全秩序");
  g_assert_true (click (fixture, 0, GDK_CONTROL_MASK));
  assert_selected (fixture, "2");
  /* What stands for nothing cannot be selected, and opens what is behind by itself alone. */
  g_assert_false (click (fixture, N_MARKS - 1, GDK_CONTROL_MASK));
  assert_selected (fixture, "2");
  g_assert_cmpuint (fixture->n_opened, ==, 0);
  g_assert_true (click (fixture, 2, GDK_CONTROL_MASK));
  assert_selected (fixture, "");
  g_assert_null (fixture->told);
  g_assert_cmpuint (fixture->n_told, ==, 4);

  g_assert_true (click (fixture, 1, 0));
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  g_assert_true (click (fixture, 3, GDK_SHIFT_MASK));
  assert_selected (fixture, "1 2 3");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  bh_chart_view_set_cursor (fixture->view, 0);
  press (fixture, "Right");
  press (fixture, "space");
  assert_selected (fixture, "1");
  press (fixture, "<Shift>Right");
  press (fixture, "<Shift>Right");
  assert_selected (fixture, "1 2 3");
  g_assert_cmpuint (bh_chart_view_get_cursor (fixture->view), ==, 3);
  press (fixture, "<Shift>Left");
  assert_selected (fixture, "1 2");
  press (fixture, "Return");
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  assert_selected (fixture, "1 2");
  press (fixture, "Escape");
  assert_selected (fixture, "");
  g_assert_null (fixture->told);
  /* There is nothing left to end here, so that the key goes on; above and below there is nothing.
   */
  g_assert_false (bh_test_ui_press (gtk_window_get_focus (fixture->window), "Escape"));
  g_assert_false (bh_chart_view_move (fixture->view, BH_CHART_MOVE_UP, FALSE));
  /* What stands for nothing is opened by Space. */
  press (fixture, "End");
  press (fixture, "space");
  g_assert_cmpuint (fixture->n_opened, ==, 2);
}

/* Pulling over marks selects them; the page is told when it is over. */
static void
test_pull (Fixture *fixture, gconstpointer data)
{
  BhChartArea first, last, pulled;

  get_area (fixture, 1, &first);
  get_area (fixture, 3, &last);
  pulled = (BhChartArea){ first.x + 3, first.y + 10, 20, 10 };
  g_assert_true (bh_chart_view_select_within (fixture->view, &pulled, FALSE));
  pulled.width = last.x + 3 - pulled.x;
  g_assert_true (bh_chart_view_select_within (fixture->view, &pulled, FALSE));
  g_assert_cmpuint (fixture->n_told, ==, 0);
  g_assert_true (bh_chart_view_select_within (fixture->view, &pulled, TRUE));
  assert_selected (fixture, "1 2 3");
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

/* Newer values keep what is selected; a page can select by itself, without being told. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhChart) newer = create_row ();
  g_autoptr (BhChart) other = create_matrix ();

  click (fixture, 1, GDK_CONTROL_MASK);
  bh_chart_view_set_chart (fixture->view, newer);
  assert_selected (fixture, "1");
  bh_chart_view_set_brush (fixture->view, "category:收费,维修服务");
  g_assert_cmpuint (fixture->n_told, ==, 1);
  g_assert_cmpstr (bh_chart_view_get_brush (fixture->view), ==, "category:收费,维修服务");
  bh_chart_view_set_chart (fixture->view, other);
  g_assert_cmpstr (bh_chart_view_get_brush (fixture->view), ==, "category:收费,维修服务");
  bh_chart_view_set_chart (fixture->view, fixture->chart);
  bh_chart_view_set_brush (fixture->view, NULL);
  g_assert_null (bh_chart_view_get_brush (fixture->view));
  g_assert_false (bh_chart_view_clear_brush (fixture->view));
  g_assert_cmpuint (fixture->n_told, ==, 1);
}

/* Keys go in two directions; what is selected is whole rows and columns, as a filter says it. */
static void
test_matrix (Fixture *fixture, gconstpointer data)
{
  bh_chart_view_set_cursor (fixture->view, 0);
  press (fixture, "Up");
  g_assert_cmpuint (bh_chart_view_get_cursor (fixture->view), ==, 1);
  press (fixture, "Right");
  g_assert_cmpuint (bh_chart_view_get_cursor (fixture->view), ==, 3);
  press (fixture, "Down");
  g_assert_cmpuint (bh_chart_view_get_cursor (fixture->view), ==, 2);
  press (fixture, "space");
  assert_selected (fixture, "2");
  press (fixture, "<Shift>Right");
  assert_selected (fixture, "2 4");
  press (fixture, "<Shift>Up");
  assert_selected (fixture, "2 3 4 5");
  press (fixture, "Escape");

  click (fixture, 0, GDK_CONTROL_MASK);
  click (fixture, 3, GDK_CONTROL_MASK);
  assert_selected (fixture, "0 1 2 3");
  click (fixture, 3, GDK_CONTROL_MASK);
  assert_selected (fixture, "");
}

static void
test_rtl (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (GTK_WIDGET (fixture->view), GTK_TEXT_DIR_RTL);
  bh_chart_view_set_cursor (fixture->view, 0);
  press (fixture, "Home");
  press (fixture, "<Shift>Left");
  assert_selected (fixture, "0 1");
}

/* A chart whose marks stand for nothing has no selection. */
static void
test_impossible (void)
{
  g_autoptr (BhChart) chart = create_row ();

  g_assert_true (bh_chart_brush_is_possible (chart));
  for (guint i = 0; i < N_MARKS; i++)
    bh_chart_set_mark_brush (chart, i, NULL);
  g_assert_false (bh_chart_brush_is_possible (chart));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, create, test)                                                                    \
  g_test_add (name, Fixture, (gconstpointer) create, set_up, test, tear_down)
  ADD ("/chart-brush/click", create_row, test_click);
  ADD ("/chart-brush/keys", create_row, test_keys);
  ADD ("/chart-brush/pull", create_row, test_pull);
  ADD ("/chart-brush/kept", create_row, test_kept);
  ADD ("/chart-brush/matrix", create_matrix, test_matrix);
  ADD ("/chart-brush/rtl", create_row, test_rtl);
  g_test_add_func ("/chart-brush/impossible", test_impossible);

  return g_test_run ();
}
