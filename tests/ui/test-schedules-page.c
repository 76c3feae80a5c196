/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-report-schedules.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-ui.h"
#include "ui/reports/bh-schedule-form.h"
#include "ui/reports/bh-schedules-page.h"
#include "ui/tickets/bh-filter-bar.h"

#include "config.h"

#include <glib/gstdio.h>

#define FOLDER_KEY "report-folder"

typedef struct
{
  char *folder;
  BhTestDesk *test_desk;
  BhDesk *desk;
  GSettings *settings;
  GtkWidget *page;
  GtkWindow *window;
  guint wanted; /* how many schedules are waited for */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = bh_test_folder_new ();
  fixture->test_desk = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->settings = g_settings_new (BH_APP_ID);
  g_settings_set_string (fixture->settings, FOLDER_KEY, fixture->folder);
  fixture->page = bh_schedules_page_new (fixture->desk, fixture->settings);
  fixture->window = bh_test_ui_show (fixture->page, 900, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_settings_reset (fixture->settings, FOLDER_KEY);
  g_object_unref (fixture->settings);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
  bh_test_folder_free (fixture->folder);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (bh_test_ui_find (fixture->page, GTK_TYPE_STACK));
}

/* Returns: (transfer full): as they are stored */
static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (fixture->test_desk->store, &error);
  GPtrArray *schedules;

  g_assert_no_error (error);
  schedules = bh_report_schedules_list (reader, &error);
  g_assert_no_error (error);

  return schedules;
}

static gboolean
has_wanted (gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GPtrArray) schedules = list (fixture);

  return schedules->len == fixture->wanted;
}

static gboolean
shows_list (gpointer user_data)
{
  return g_str_equal (get_state (user_data), "list");
}

static gboolean
shows_empty (gpointer user_data)
{
  return g_str_equal (get_state (user_data), "empty");
}

static gint64
add (Fixture *fixture)
{
  g_autoptr (GPtrArray) schedules = NULL;

  gtk_widget_activate_action (fixture->page, "schedules.add", NULL);
  g_assert_cmpstr (get_state (fixture), ==, "form");
  gtk_widget_activate_action (bh_test_ui_find (fixture->page, BH_TYPE_SCHEDULE_FORM),
                              "schedule.save", NULL);
  bh_test_ui_wait (shows_list, fixture);
  schedules = list (fixture);
  g_assert_cmpuint (schedules->len, ==, 1);

  return ((BhReportSchedule *) g_ptr_array_index (schedules, 0))->id;
}

/* What is proposed: on the 1st at 8:00, into the folder that was used last. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  bh_test_ui_wait (shows_empty, fixture);
  add (fixture);
  bh_test_ui_settle ();
  g_assert_true (bh_test_ui_says (fixture->page, "每月 1 日 8:00"));
  g_assert_true (bh_test_ui_says (fixture->page, fixture->folder));
  g_assert_true (bh_test_ui_says (fixture->page, "2026-04-01 08:00"));
}

/* Nothing is lost where something is missing: the form says what, and stays. */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = bh_test_ui_find (fixture->page, BH_TYPE_SCHEDULE_FORM);
  g_autoptr (GPtrArray) schedules = NULL;

  g_settings_set_string (fixture->settings, FOLDER_KEY, "");
  gtk_widget_activate_action (fixture->page, "schedules.add", NULL);
  gtk_widget_activate_action (form, "schedule.save", NULL);
  g_assert_cmpstr (get_state (fixture), ==, "form");
  g_assert_true (bh_test_ui_says (form, "文件夹"));
  g_assert_true (bh_test_ui_press (form, "Escape"));
  g_assert_cmpstr (get_state (fixture), ==, "empty");
  schedules = list (fixture);
  g_assert_cmpuint (schedules->len, ==, 0);
}

/* What is asked of the tickets is kept, shown on the row, and there again when it is changed. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicketFilter) filter
      = bh_ticket_filter_parse ("kind:complaint department:工程维修", NULL);
  GtkWidget *form = bh_test_ui_find (fixture->page, BH_TYPE_SCHEDULE_FORM);
  BhFilterBar *bar = bh_test_ui_find (form, BH_TYPE_FILTER_BAR);
  g_autoptr (GPtrArray) schedules = NULL;
  const BhReportSchedule *schedule;

  gtk_widget_activate_action (fixture->page, "schedules.add", NULL);
  g_assert_cmpstr (bh_ticket_filter_to_text (bh_filter_bar_get_filter (bar)), ==, "");
  bh_filter_bar_set_filter (bar, filter);
  gtk_widget_activate_action (form, "schedule.save", NULL);
  bh_test_ui_wait (shows_list, fixture);
  schedules = list (fixture);
  schedule = g_ptr_array_index (schedules, 0);
  g_assert_cmpstr (schedule->filter, ==, bh_ticket_filter_to_text (filter));
  bh_test_ui_settle ();
  g_assert_true (bh_test_ui_says (fixture->page, "工程维修"));

  bh_filter_bar_clear (bar);
  gtk_widget_activate_action (fixture->page, "schedules.edit", "x", schedule->id);
  g_assert_cmpstr (bh_ticket_filter_to_text (bh_filter_bar_get_filter (bar)), ==,
                   bh_ticket_filter_to_text (filter));
  g_assert_true (bh_test_ui_press (form, "Escape"));
  gtk_widget_activate_action (fixture->page, "schedules.add", NULL);
  g_assert_cmpstr (bh_ticket_filter_to_text (bh_filter_bar_get_filter (bar)), ==, "");
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture);

  fixture->wanted = 0;
  gtk_widget_activate_action (fixture->page, "schedules.remove", "x", id);
  bh_test_ui_wait (has_wanted, fixture);
  bh_test_ui_wait (shows_empty, fixture);
  fixture->wanted = 1;
  gtk_widget_activate_action (fixture->page, "schedules.undo", NULL);
  bh_test_ui_wait (has_wanted, fixture);
  bh_test_ui_wait (shows_list, fixture);
}

static gboolean
says_made (gpointer user_data)
{
  return bh_test_ui_says (((Fixture *) user_data)->page, ".xlsx");
}

static gboolean
says_failed (gpointer user_data)
{
  return bh_test_ui_says (((Fixture *) user_data)->page, "失败");
}

/* What is due while the window is open is made; what failed says so until it succeeds. */
static void
test_due (Fixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture);

  g_assert_no_errno (g_rmdir (fixture->folder));
  bh_clock_set (bh_store_get_clock (fixture->test_desk->store),
                BH_TEST_DESK_START + 31 * BH_TEST_DESK_DAY);
  gtk_widget_activate_action (fixture->page, "schedules.try", "x", id);
  bh_test_ui_wait (says_failed, fixture);
  g_assert_false (says_made (fixture));

  g_assert_no_errno (g_mkdir (fixture->folder, 0700));
  gtk_widget_activate_action (fixture->page, "schedules.try", "x", id);
  bh_test_ui_wait (says_made, fixture);
  g_assert_false (says_failed (fixture));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/schedules-page/add", test_add);
  ADD ("/schedules-page/no-folder", test_no_folder);
  ADD ("/schedules-page/filter", test_filter);
  ADD ("/schedules-page/remove", test_remove);
  ADD ("/schedules-page/due", test_due);

  return g_test_run ();
}
