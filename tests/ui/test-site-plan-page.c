/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-site-plan.h"
#include "storage/bh-register-repository.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-ui.h"
#include "ui/insight/bh-site-places.h"
#include "ui/insight/bh-site-plan-page.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#define PLAN                                                                                       \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"300\">"                        \
  "<rect width=\"400\" height=\"300\" fill=\"#dfe9d5\"/></svg>"

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  BhSitePlanPage *page;
  BhSiteCanvas *canvas;
  GtkWindow *window;
  gint64 building, hall;
  char *activated; /* (owned) */
} Fixture;

static gpointer
find_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  gint64 id = bh_register_find_place (connection, 0, data, error);

  return g_memdup2 (&id, sizeof id);
}

static gint64
find_place (Fixture *f, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id
      = bh_store_read (f->office->store, find_in_worker, (gpointer) name, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (*id, !=, 0);

  return *id;
}

static BhInsightLook *
look (Fixture *f)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_new ();
  BhInsightLook *self = bh_insight_look_new (bh_desk_get_office (f->desk), filter);

  self->as_of = bh_clock_now (f->office->clock);
  self->period = (BhPeriod){ BH_TEST_DESK_START - 2 * BH_TEST_DESK_DAY, self->as_of };

  return self;
}

static gboolean
is_read (gpointer data)
{
  return !bh_insight_part_is_reading (BH_INSIGHT_PART (data));
}

static void
wait_for_chart (Fixture *f)
{
  bh_test_ui_wait (is_read, f->page);
  bh_test_ui_settle ();
}

static void
activated_cb (Fixture *f, const char *filter)
{
  g_free (f->activated);
  f->activated = g_strdup (filter);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (BhInsightLook) asked = NULL;

  f->office = bh_test_desk_new ();
  bh_test_desk_register (f->office, "漏水", "general");
  bh_test_desk_register (f->office, "漏水", "general");
  bh_test_desk_forward (f->office, BH_TEST_DESK_HOUR);
  f->desk = bh_desk_new (f->office->store);
  f->building = find_place (f, "3栋");
  f->hall = find_place (f, "大堂");
  f->page = BH_SITE_PLAN_PAGE (bh_site_plan_page_new (f->desk));
  f->canvas = bh_site_plan_page_get_canvas (f->page);
  g_object_ref_sink (f->page);
  g_signal_connect_swapped (f->page, "activated", G_CALLBACK (activated_cb), f);
  f->window = bh_test_ui_show (GTK_WIDGET (f->page), 800, 600);
  asked = look (f);
  bh_insight_part_read (BH_INSIGHT_PART (f->page), asked, FALSE);
  wait_for_chart (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  bh_test_ui_end (f->page);
  bh_test_ui_end (f->desk);
  g_free (f->activated);
  bh_test_desk_free (f->office);
}

static gboolean
has_plan (gpointer data)
{
  return !bh_chart_is_empty (
             bh_chart_view_get_chart (bh_chart_panel_get_view (bh_site_plan_page_get_panel (data))))
         && is_read (data);
}

static char *
write_file (Fixture *f, const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (f->office->folder, name, NULL);

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return path;
}

static void
import (Fixture *f, const char *name, const char *content)
{
  g_autofree char *path = write_file (f, name, content);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  bh_site_plan_page_import (f->page, file);
}

static void
import_plan (Fixture *f)
{
  import (f, "plan.svg", PLAN);
  bh_test_ui_wait (has_plan, f->page);
  g_object_set (f->page, "arranging", TRUE, NULL);
  bh_test_ui_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->page));
}

typedef struct
{
  BhSitePlan *plan;
  gboolean done;
} Loading;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Loading *loading = data;

  loading->plan = bh_desk_load_site_plan_finish (BH_DESK (source), result, &error);
  g_assert_no_error (error);
  loading->done = TRUE;
}

static gboolean
is_loaded (gpointer data)
{
  return ((Loading *) data)->done;
}

/* Waits until the database says of a place what is expected. */
static void
assert_stored (Fixture *f, gint64 place_id, gboolean placed, double x, double y)
{
  gboolean same = FALSE;
  /* A pixel of the display; keys are exact. */
  double tolerance = 0.006;
  gint64 patience = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!same && g_get_monotonic_time () < patience)
    {
      Loading loading = { NULL, FALSE };
      const BhSiteMark *mark;

      bh_desk_load_site_plan_async (f->desk, 0, NULL, loaded_cb, &loading);
      bh_test_ui_wait (is_loaded, &loading);
      mark = bh_site_plan_find (loading.plan, place_id);
      same = mark->placed == placed
             && (!placed || (fabs (mark->x - x) < tolerance && fabs (mark->y - y) < tolerance));
      bh_site_plan_free (loading.plan);
    }
  g_assert_true (same);
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  g_assert_true (bh_test_ui_says (GTK_WIDGET (f->page), "这里将显示小区平面图"));
  g_object_set (f->page, "arranging", TRUE, NULL);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (f->page), "这里将显示小区平面图"));
}

static gboolean
says_problem (gpointer data)
{
  return bh_test_ui_says (data, "请选择 PNG、JPEG 或 SVG") || bh_test_ui_says (data, "分不清楼栋");
}

/* What is no picture, or too small a one, changes nothing and says why. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  import (f, "plan.png", "no picture");
  bh_test_ui_wait (says_problem, f->page);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (f->page), "plan.png"));
  import (f, "small.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"20\"/>");
  bh_test_ui_wait (says_problem, f->page);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (f->page), "这里将显示小区平面图"));
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  import_plan (f);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (f->page), "还有 2 个位置"));
  g_assert_true (bh_test_ui_press (GTK_WIDGET (f->canvas), "Page_Down"));
  g_assert_cmpint (bh_site_canvas_get_selected (f->canvas), ==, f->building);

  /* It begins in the middle, then goes step by step, faster than the writer. */
  for (guint i = 0; i < 6; i++)
    g_assert_true (bh_test_ui_press (GTK_WIDGET (f->canvas), "Right"));
  g_assert_true (bh_test_ui_press (GTK_WIDGET (f->canvas), "Up"));
  assert_stored (f, f->building, TRUE, 0.55, 0.49);
  bh_test_ui_settle ();
  g_assert_true (bh_test_ui_says (GTK_WIDGET (f->page), "还有 1 个位置"));
  g_assert_true (bh_test_ui_press (GTK_WIDGET (f->canvas), "Delete"));
  assert_stored (f, f->building, FALSE, 0, 0);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_ended (gpointer data)
{
  return *(gboolean *) data;
}

/* The pointer as the display moves it. */
static void
drag (Fixture *f, double from_x, double from_y, double to_x, double to_y)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) command = g_string_new ("xdotool");
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean ended = FALSE;

  g_string_append_printf (command, " mousemove %d %d mousedown 1", (int) from_x, (int) from_y);
  for (guint i = 1; i <= 8; i++)
    g_string_append_printf (command, " mousemove %d %d sleep 0.02",
                            (int) (from_x + (to_x - from_x) * i / 8),
                            (int) (from_y + (to_y - from_y) * i / 8));
  g_string_append (command, " mouseup 1");
  words = g_strsplit (command->str, " ", -1);
  process = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, ended_cb, &ended);
  bh_test_ui_wait (is_ended, &ended);
  bh_test_ui_settle ();
}

static void
get_point (Fixture *f, double x, double y, double *left, double *top)
{
  double in_x, in_y;

  g_assert_true (bh_site_canvas_get_point (f->canvas, x, y, &in_x, &in_y));
  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (f->canvas), GTK_WIDGET (f->window),
                                                   in_x, in_y, left, top));
}

/* From the list onto the plan, and from one point of it to another. */
static void
test_drag (Fixture *f, gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");
  GtkWidget *row;
  double from_x, from_y, to_x, to_y;

  if (program == NULL)
    {
      g_test_skip ("there is no xdotool to move the pointer with");
      return;
    }
  import_plan (f);
  row = bh_test_ui_find_shown (GTK_WIDGET (f->page), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (
      gtk_widget_translate_coordinates (row, GTK_WIDGET (f->window), 20, 8, &from_x, &from_y));
  get_point (f, 0.25, 0.5, &to_x, &to_y);
  drag (f, from_x, from_y, to_x, to_y);
  assert_stored (f, f->building, TRUE, 0.25, 0.5);

  get_point (f, 0.25, 0.5, &from_x, &from_y);
  get_point (f, 0.75, 0.25, &to_x, &to_y);
  drag (f, from_x, from_y, to_x, to_y);
  assert_stored (f, f->building, TRUE, 0.75, 0.25);

  /* A place that is chosen goes where somebody clicks. */
  bh_site_canvas_set_selected (f->canvas, f->hall);
  get_point (f, 0.4, 0.8, &to_x, &to_y);
  drag (f, to_x, to_y, to_x, to_y);
  assert_stored (f, f->hall, TRUE, 0.4, 0.8);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  GtkWidget *toast, *button;

  import_plan (f);
  bh_site_canvas_set_selected (f->canvas, f->building);
  g_assert_true (bh_test_ui_press (GTK_WIDGET (f->canvas), "Left"));
  assert_stored (f, f->building, TRUE, 0.5, 0.5);
  g_assert_true (bh_test_ui_press (GTK_WIDGET (f->canvas), "Left"));
  assert_stored (f, f->building, TRUE, 0.49, 0.5);
  bh_test_ui_settle ();
  toast = bh_test_ui_find (GTK_WIDGET (f->page), ADW_TYPE_TOAST_OVERLAY);
  g_assert_true (bh_test_ui_says (toast, "已放到平面图上"));
  button = find_button (toast, "撤销");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  assert_stored (f, f->building, TRUE, 0.5, 0.5);
}

static BhChart *
get_chart (Fixture *f)
{
  return bh_chart_view_get_chart (bh_chart_panel_get_view (bh_site_plan_page_get_panel (f->page)));
}

static void
test_heat (Fixture *f, gconstpointer data)
{
  GtkWidget *slider;

  import_plan (f);
  bh_site_canvas_set_selected (f->canvas, f->building);
  g_assert_true (bh_test_ui_press (GTK_WIDGET (f->canvas), "Left"));
  assert_stored (f, f->building, TRUE, 0.5, 0.5);
  g_object_set (f->page, "arranging", FALSE, NULL);
  wait_for_chart (f);
  g_assert_cmpuint (bh_chart_get_n_marks (get_chart (f)), ==, 1);
  g_assert_nonnull (strstr (bh_chart_get_mark (get_chart (f), 0)->value_text, "2 件"));
  g_assert_nonnull (strstr (bh_chart_get_mark (get_chart (f), 0)->filter, "within:阳光花园/3栋"));
  bh_insight_part_emit_activated (BH_INSIGHT_PART (f->page), "status:open");
  g_assert_cmpstr (f->activated, ==, "status:open");

  /* A month before there was nothing. */
  g_assert_cmpint (bh_site_plan_page_get_month (f->page), ==, 0);
  slider = bh_test_ui_find (GTK_WIDGET (f->page), GTK_TYPE_SCALE);
  gtk_range_set_value (GTK_RANGE (slider), 12);
  g_assert_cmpint (bh_site_plan_page_get_month (f->page), ==, 202603);
  wait_for_chart (f);
  g_assert_nonnull (strstr (bh_chart_get_mark (get_chart (f), 0)->value_text, "2 件"));
  gtk_range_set_value (GTK_RANGE (slider), 11);
  g_assert_cmpint (bh_site_plan_page_get_month (f->page), ==, 202602);
  wait_for_chart (f);
  g_assert_nonnull (strstr (bh_chart_get_mark (get_chart (f), 0)->value_text, "0 件"));
}

static void
add (const char *path, void (*func) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  add ("/site-plan-page/empty", test_empty);
  add ("/site-plan-page/refused", test_refused);
  add ("/site-plan-page/keys", test_keys);
  add ("/site-plan-page/drag", test_drag);
  add ("/site-plan-page/undo", test_undo);
  add ("/site-plan-page/heat", test_heat);

  return g_test_run ();
}
