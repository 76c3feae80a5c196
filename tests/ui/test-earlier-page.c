/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-draft.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-ui.h"
#include "ui/reports/bh-earlier-page.h"

#include "config.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  BhTestDesk *test_desk;
  BhDesk *desk;
  GSettings *settings;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = bh_test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "二月.xlsx", NULL);
  fixture->test_desk = bh_test_desk_new ();
  bh_test_desk_work_until (fixture->test_desk, "漏水", "general", BH_STATUS_CLOSED);
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->settings = g_settings_new (BH_APP_ID);
}

static void
show (Fixture *fixture)
{
  fixture->page = bh_earlier_page_new (fixture->desk, fixture->settings);
  fixture->window = bh_test_ui_show (fixture->page, 900, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_object_unref (fixture->settings);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
  g_free (fixture->path);
  bh_test_folder_free (fixture->folder);
}

static gint64
make (Fixture *fixture, gboolean record)
{
  g_autoptr (GError) error = NULL;
  BhStore *store = fixture->test_desk->store;
  gint64 now = bh_clock_now (bh_store_get_clock (store));
  BhReportRequest request = { .month = 202602, .as_of = now, .made_at = now };
  gint64 id = 0;

  bh_report_make (store, &request, fixture->path, record, 0, NULL, NULL, &id, NULL, &error);
  g_assert_no_error (error);

  return id;
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (bh_test_ui_find (fixture->page, GTK_TYPE_STACK));
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

static gboolean
says_counts (gpointer user_data)
{
  return bh_test_ui_says (((Fixture *) user_data)->page, "更正 0 项");
}

/* What rows say; the hint on an empty page says other things. */
static gboolean
list_says (Fixture *fixture, const char *text)
{
  return bh_test_ui_says (bh_test_ui_find (fixture->page, GTK_TYPE_LIST_BOX), text);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  bh_test_ui_wait (shows_empty, fixture);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  make (fixture, FALSE);
  show (fixture);
  bh_test_ui_wait (shows_list, fixture);
  g_assert_true (list_says (fixture, "2026年2月"));
  g_assert_true (list_says (fixture, fixture->path));
  g_assert_true (list_says (fixture, "打开"));
  g_assert_false (list_says (fixture, "存档"));
  g_assert_false (list_says (fixture, "对比"));
}

/* A file that somebody moved is said, and cannot be opened. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  make (fixture, FALSE);
  g_assert_no_errno (g_unlink (fixture->path));
  show (fixture);
  bh_test_ui_wait (shows_list, fixture);
  g_assert_true (list_says (fixture, "文件已不在原处"));
  g_assert_false (list_says (fixture, "打开"));
}

/* Of two in one file the later one is there. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  make (fixture, FALSE);
  bh_test_desk_forward (fixture->test_desk, BH_TEST_DESK_HOUR);
  make (fixture, FALSE);
  show (fixture);
  bh_test_ui_wait (shows_list, fixture);
  g_assert_true (list_says (fixture, "已被后来的报表取代"));
  g_assert_true (list_says (fixture, "打开"));
}

/* What was made for the record can be compared; Escape leads back. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  gint64 id = make (fixture, TRUE);

  show (fixture);
  bh_test_ui_wait (shows_list, fixture);
  g_assert_true (list_says (fixture, "存档"));
  gtk_widget_activate_action (fixture->page, "earlier.compare", "x", id);
  g_assert_cmpstr (get_state (fixture), ==, "comparison");
  bh_test_ui_wait (says_counts, fixture);
  g_assert_true (bh_test_ui_says (fixture->page, "受理量"));
  g_assert_true (bh_test_ui_press (fixture->page, "Escape"));
  g_assert_cmpstr (get_state (fixture), ==, "list");
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/earlier-page/empty", test_empty);
  ADD ("/earlier-page/list", test_list);
  ADD ("/earlier-page/gone", test_gone);
  ADD ("/earlier-page/replaced", test_replaced);
  ADD ("/earlier-page/compare", test_compare);

  return g_test_run ();
}
