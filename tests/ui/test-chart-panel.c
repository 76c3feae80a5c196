/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/bh-band-chart.h"
#include "draw/bh-line-layer.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/chart/bh-chart-export.h"
#include "ui/chart/bh-chart-panel.h"
#include "ui/chart/bh-value-table.h"

/* What the reading answers with. */
typedef struct
{
  const char *title;
  gboolean in_two_steps;
  gboolean kept;  /* from before, be it out of date */
  gboolean lasts; /* until it is cancelled, once what was kept is told */
  gboolean empty;
  gboolean fails;
  gboolean waits; /* until it is cancelled */
} Question;

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  BhChartPanel *panel;
  GtkWindow *window;
  guint n_retries;
  char *opened;
} Fixture;

static BhChart *
create_chart (const char *title, gboolean empty)
{
  const char *const headings[] = { "月份", "受理", NULL };
  BhBandChart *chart = bh_band_chart_new (title, "2026年 a/b:c", BH_CHART_TICKS_SERIES);
  BhChartLayer *line
      = bh_line_layer_new ("受理", BH_CHART_ROLE_VALUE, BH_CHART_SIDE_START, BH_LINE_CIRCLES, TRUE);
  BhChartTable *table = bh_chart_table_new (title, headings);

  bh_band_chart_set_axis (chart, BH_CHART_SIDE_START, BH_CHART_COUNTS, "件");
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *label = g_strdup_printf ("%d月", i);
      g_autofree char *value = g_strdup_printf ("%d", i * 1111);
      const char *const row[] = { label, value, NULL };

      if (empty)
        bh_chart_layer_add_gap (line);
      else
        bh_chart_layer_add (line, i * 1111, 0, value);
      bh_band_chart_add_mark (chart, label, label, NULL, empty ? NULL : value, "received:2026-01");
      g_ptr_array_add (table->rows, g_strdupv ((char **) row));
    }
  bh_band_chart_add_layer (chart, line);
  bh_chart_take_table (BH_CHART (chart), table);

  return BH_CHART (chart);
}

static BhChart *
read_in_worker (BhConnection *connection,
                gpointer request,
                BhInsightMode mode,
                gboolean *complete,
                GCancellable *cancellable,
                GError **error)
{
  const Question *question = request;

  if (mode == BH_INSIGHT_KEPT)
    {
      *complete = FALSE;
      return question->kept ? create_chart ("昨天的", question->empty) : NULL;
    }
  if (question->waits || question->lasts)
    {
      GPollFD poll;

      g_cancellable_make_pollfd (cancellable, &poll);
      g_poll (&poll, 1, -1);
      g_cancellable_release_fd (cancellable);
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  if (question->fails)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "磁盘 <坏> & 满");
      return NULL;
    }
  *complete = !(question->in_two_steps && mode == BH_INSIGHT_QUICK);

  return create_chart (*complete ? question->title : "先看个大概", question->empty);
}

static void
retry_cb (Fixture *fixture)
{
  fixture->n_retries++;
}

static void
activated_cb (Fixture *fixture, const char *filter)
{
  fixture->opened = g_strdup (filter);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->office = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->office->store);
  fixture->panel = BH_CHART_PANEL (bh_chart_panel_new (fixture->desk, read_in_worker));
  g_signal_connect_swapped (fixture->panel, "retry", G_CALLBACK (retry_cb), fixture);
  g_signal_connect_swapped (fixture->panel, "activated", G_CALLBACK (activated_cb), fixture);
  fixture->window = bh_test_ui_show (GTK_WIDGET (fixture->panel), 700, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->office);
  g_free (fixture->opened);
}

static void
ask (Fixture *fixture, Question question, gboolean again)
{
  Question *request = g_atomic_rc_box_new (Question);

  *request = question;
  bh_chart_panel_read (fixture->panel, request, NULL, again);
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Said;

static gboolean
is_said (gpointer data)
{
  Said *said = data;

  return bh_test_ui_says (GTK_WIDGET (said->fixture->panel), said->text);
}

static void
wait_for (Fixture *fixture, const char *text)
{
  Said said = { fixture, text };

  bh_test_ui_wait (is_said, &said);
}

static const char *
get_page (Fixture *fixture)
{
  GtkWidget *view = GTK_WIDGET (bh_chart_panel_get_view (fixture->panel));
  GtkWidget *stack = gtk_widget_get_ancestor (view, GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static gboolean
is_enabled (Fixture *fixture, const char *action)
{
  GtkWidget *widget = GTK_WIDGET (fixture->panel);
  g_autoptr (GtkWidget) button = g_object_ref_sink (gtk_button_new ());
  gboolean enabled;

  gtk_widget_set_parent (button, widget);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);

  return enabled;
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  BhChartView *view = bh_chart_panel_get_view (fixture->panel);

  g_assert_cmpstr (get_page (fixture), ==, "blank");
  g_assert_false (is_enabled (fixture, "chart.copy"));
  bh_chart_panel_set_begins_at_end (fixture->panel, TRUE);
  ask (fixture, (Question){ .title = "受理量" }, FALSE);
  wait_for (fixture, "受理量");
  g_assert_cmpstr (get_page (fixture), ==, "chart");
  g_assert_true (is_enabled (fixture, "chart.copy"));
  g_assert_cmpuint (bh_chart_view_get_cursor (view), ==, 2);
  g_signal_emit_by_name (view, "activated", "received:2026-01");
  g_assert_cmpstr (fixture->opened, ==, "received:2026-01");
}

/* What is quick is shown at once, and what is exact after it. */
static void
test_two_steps (Fixture *fixture, gconstpointer data)
{
  ask (fixture, (Question){ .title = "受理量", .in_two_steps = TRUE }, FALSE);
  wait_for (fixture, "先看个大概");
  wait_for (fixture, "受理量");
  g_assert_false (bh_chart_panel_cancel (fixture->panel));
}

/* What was kept from before is shown at once, with a quiet word that it is not the last one. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->panel);

  ask (fixture, (Question){ .title = "受理量", .kept = TRUE, .lasts = TRUE }, FALSE);
  wait_for (fixture, "昨天的");
  g_assert_cmpstr (get_page (fixture), ==, "chart");
  wait_for (fixture, "更新中");
  g_assert_false (gtk_widget_has_css_class (widget, "outdated"));
  g_assert_false (bh_test_ui_says (widget, "停止"));
  g_assert_true (bh_chart_panel_is_reading (fixture->panel));
  ask (fixture, (Question){ .title = "受理量", .kept = TRUE }, TRUE);
  wait_for (fixture, "受理量");
  g_assert_false (bh_test_ui_says (widget, "更新中"));

  /* Nothing that was kept is no answer. */
  ask (fixture, (Question){ .title = "甲", .kept = TRUE, .empty = TRUE, .lasts = TRUE }, FALSE);
  wait_for (fixture, "正在统计");
  g_assert_cmpstr (get_page (fixture), ==, "chart");
}

/* Of two questions the last one is answered, however long the first takes. */
static void
test_latest (Fixture *fixture, gconstpointer data)
{
  ask (fixture, (Question){ .title = "甲", .waits = TRUE }, FALSE);
  ask (fixture, (Question){ .title = "乙" }, FALSE);
  wait_for (fixture, "乙");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->panel), "outdated"));
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->panel);

  ask (fixture, (Question){ .title = "甲" }, FALSE);
  wait_for (fixture, "甲");
  ask (fixture, (Question){ .title = "乙", .waits = TRUE }, FALSE);
  g_assert_false (bh_test_ui_says (widget, "正在统计"));
  wait_for (fixture, "正在统计");
  g_assert_true (gtk_widget_has_css_class (widget, "outdated"));

  gtk_widget_activate_action (widget, "chart.cancel", NULL);
  g_assert_true (bh_test_ui_says (widget, "已停止统计"));
  g_assert_false (bh_test_ui_says (widget, "正在统计"));
  g_assert_false (is_enabled (fixture, "chart.save-png"));

  /* Who stopped it decides when it goes on. */
  ask (fixture, (Question){ .title = "丙" }, TRUE);
  g_assert_false (bh_chart_panel_is_reading (fixture->panel));
  gtk_widget_activate_action (widget, "chart.retry", NULL);
  g_assert_cmpuint (fixture->n_retries, ==, 1);
  ask (fixture, (Question){ .title = "丁" }, FALSE);
  wait_for (fixture, "丁");
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  ask (fixture, (Question){ .title = "甲", .fails = TRUE }, FALSE);
  wait_for (fixture, "磁盘 <坏> & 满");
  g_assert_cmpstr (get_page (fixture), ==, "problem");
  ask (fixture, (Question){ .title = "甲" }, FALSE);
  wait_for (fixture, "甲");
  g_assert_cmpstr (get_page (fixture), ==, "chart");
}

/* What is there already stays while it is counted anew. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  ask (fixture, (Question){ .title = "甲" }, FALSE);
  wait_for (fixture, "甲");
  ask (fixture, (Question){ .title = "乙" }, TRUE);
  g_assert_cmpstr (get_page (fixture), ==, "chart");
  wait_for (fixture, "乙");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  bh_chart_panel_set_empty (fixture->panel, "这里将是图表", "登记工单", "win.new-ticket");
  ask (fixture, (Question){ .title = "甲", .empty = TRUE }, FALSE);
  wait_for (fixture, "甲");
  g_assert_cmpstr (get_page (fixture), ==, "empty");
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->panel), "这里将是图表"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->panel), "登记工单"));
  g_assert_false (is_enabled (fixture, "chart.table"));
}

/* The same values, to be read one by one. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  GtkWidget *table = bh_test_ui_find (GTK_WIDGET (fixture->panel), BH_TYPE_VALUE_TABLE);
  GtkColumnView *view = bh_test_ui_find (table, GTK_TYPE_COLUMN_VIEW);

  ask (fixture, (Question){ .title = "甲" }, FALSE);
  wait_for (fixture, "甲");
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "chart.table", NULL);
  g_assert_cmpstr (get_page (fixture), ==, "table");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->panel));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (view)), ==, 2);
  g_assert_true (bh_test_ui_says (table, "3月"));
  g_assert_true (bh_test_ui_says (table, "3333"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "甲");

  ask (fixture, (Question){ .title = "乙" }, FALSE);
  wait_for (fixture, "乙");
  g_assert_cmpstr (get_page (fixture), ==, "table");
  g_object_set (fixture->panel, "as-table", FALSE, NULL);
  g_assert_cmpstr (get_page (fixture), ==, "chart");
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhChart) chart = create_chart ("受理量", FALSE);
  g_autofree char *name = bh_chart_export_dup_name (chart, "svg");
  g_autoptr (GdkTexture) texture = NULL;
  const char *const names[] = { "a.png", "b.svg" };

  g_assert_cmpstr (name, ==, "受理量 2026年 a-b-c.svg");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->office->folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *content = NULL;
      gsize length;

      bh_chart_export_save (chart, GTK_WIDGET (fixture->panel), file);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      g_assert_true (g_str_has_prefix (content, i == 0 ? "\x89PNG" : "<?xml"));
    }

  texture = bh_chart_export_create_texture (chart, GTK_WIDGET (fixture->panel));
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1280);
  bh_chart_export_copy (chart, GTK_WIDGET (fixture->panel));
  g_assert_true (gdk_content_formats_contain_gtype (
      gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (fixture->panel))),
      GDK_TYPE_TEXTURE));
}

/* A window that closes does not wait for what is being counted. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  ask (fixture, (Question){ .title = "甲", .waits = TRUE }, FALSE);
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/chart-panel/read", test_read);
  ADD ("/chart-panel/two-steps", test_two_steps);
  ADD ("/chart-panel/kept", test_kept);
  ADD ("/chart-panel/latest", test_latest);
  ADD ("/chart-panel/progress", test_progress);
  ADD ("/chart-panel/failure", test_failure);
  ADD ("/chart-panel/again", test_again);
  ADD ("/chart-panel/empty", test_empty);
  ADD ("/chart-panel/table", test_table);
  ADD ("/chart-panel/export", test_export);
  ADD ("/chart-panel/gone", test_gone);

  return g_test_run ();
}
