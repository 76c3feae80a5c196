/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-ui.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/reports/bh-report-job.h"
#include "ui/reports/bh-workbook-page.h"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#define FOLDER_KEY "report-folder"

typedef struct
{
  char *folder;
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
  fixture->test_desk = bh_test_desk_new ();
  bh_test_desk_work_until (fixture->test_desk, "漏水", "general", BH_STATUS_CLOSED);
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->settings = g_settings_new (BH_APP_ID);
  g_settings_set_string (fixture->settings, FOLDER_KEY, fixture->folder);
  fixture->page = bh_workbook_page_new (fixture->desk, fixture->settings);
  fixture->window = bh_test_ui_show (fixture->page, 900, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_settings_reset (fixture->settings, FOLDER_KEY);
  g_object_unref (fixture->settings);
  g_object_unref (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
  bh_test_folder_free (fixture->folder);
}

static const char *
get_state (GtkWidget *page)
{
  return gtk_stack_get_visible_child_name (bh_test_ui_find (page, GTK_TYPE_STACK));
}

static gboolean
is_done (gpointer page)
{
  return g_str_equal (get_state (page), "done");
}

static gboolean
is_asking (gpointer page)
{
  return g_str_equal (get_state (page), "exists");
}

static gboolean
is_ready (gpointer page)
{
  return g_str_equal (get_state (page), "ready");
}

/* The names in the folder, sorted; none of them of a file that is not whole. */
static char *
list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("|", (char **) names->pdata);
}

static void
make (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->page, "workbook.make", NULL);
  bh_test_ui_wait (is_done, fixture->page);
}

/* It begins with the last month, whose file stands in the folder that was chosen before. */
static void
test_make (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL, *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (bh_period_bar_get_month (bh_test_ui_find (fixture->page, BH_TYPE_PERIOD_BAR)),
                   ==, 202602);
  g_assert_cmpstr (get_state (fixture->page), ==, "ready");
  g_assert_true (bh_test_ui_says (fixture->page, fixture->folder));
  make (fixture);

  name = list_folder (fixture->folder);
  g_assert_nonnull (strstr (name, "2026"));
  g_assert_true (g_str_has_suffix (name, ".xlsx"));
  g_assert_true (bh_test_ui_says (fixture->page, name));
  path = g_build_filename (fixture->folder, name, NULL);
  bytes = bh_test_folder_get_contents (path);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 2, "PK", 2);
}

/* A file that is there is replaced only where somebody says so. */
static void
test_exists (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL, *path = NULL;
  g_autoptr (GBytes) kept = NULL, replaced = NULL;

  make (fixture);
  name = list_folder (fixture->folder);
  path = g_build_filename (fixture->folder, name, NULL);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));

  gtk_widget_activate_action (fixture->page, "workbook.make", NULL);
  bh_test_ui_wait (is_asking, fixture->page);
  gtk_widget_activate_action (fixture->page, "workbook.leave", NULL);
  g_assert_cmpstr (get_state (fixture->page), ==, "ready");
  kept = bh_test_folder_get_contents (path);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), "mine", 4);

  gtk_widget_activate_action (fixture->page, "workbook.make", NULL);
  bh_test_ui_wait (is_asking, fixture->page);
  gtk_widget_activate_action (fixture->page, "workbook.replace", NULL);
  bh_test_ui_wait (is_done, fixture->page);
  replaced = bh_test_folder_get_contents (path);
  g_assert_cmpmem (g_bytes_get_data (replaced, NULL), 2, "PK", 2);
}

/* Another month is another file: what was said of the first one goes. */
static void
test_month (Fixture *fixture, gconstpointer data)
{
  BhReportRequest request = { .month = 202603 };
  g_autofree char *name = bh_report_dup_file_name (bh_desk_get_office (fixture->desk), &request);

  make (fixture);
  g_assert_false (bh_test_ui_says (fixture->page, name));
  bh_period_bar_move (bh_test_ui_find (fixture->page, BH_TYPE_PERIOD_BAR), 1);
  g_assert_cmpstr (get_state (fixture->page), ==, "ready");
  g_assert_true (bh_test_ui_says (fixture->page, name));
}

static gboolean
is_true (gpointer ended)
{
  return *(gboolean *) ended;
}

static char *
write_file (Fixture *fixture, int month)
{
  BhReportRequest request = { .month = month };
  g_autofree char *name = bh_report_dup_file_name (bh_desk_get_office (fixture->desk), &request);
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));

  return path;
}

/* The keys that the buttons name; not while the workbook of a month is made. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  BhPeriodBar *period = bh_test_ui_find (fixture->page, BH_TYPE_PERIOD_BAR);

  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Left"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202601);
  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Right"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202602);
  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Home"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202603);

  gtk_widget_activate_action (fixture->page, "workbook.replace", NULL);
  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Left"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202603);
  bh_test_ui_wait (is_done, fixture->page);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* What was found out about the file of one month says nothing of another one's. */
static void
test_month_while_looking (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, 202603);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) kept = NULL;
  gboolean looked = FALSE;

  gtk_widget_activate_action (fixture->page, "workbook.make", NULL);
  bh_period_bar_move (bh_test_ui_find (fixture->page, BH_TYPE_PERIOD_BAR), 1);
  for (guint i = 0; i < 3; i++, looked = FALSE)
    {
      g_file_query_info_async (file, "time::modified", G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT,
                               NULL, looked_cb, &looked);
      bh_test_ui_wait (is_true, &looked);
    }
  bh_test_ui_settle ();
  g_assert_cmpstr (get_state (fixture->page), ==, "ready");
  kept = bh_test_folder_get_contents (path);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), "mine", 4);
}

static gboolean
has_nothing (gpointer folder)
{
  g_autofree char *names = list_folder (folder);

  return *names == '\0';
}

/* Giving up frees the page at once; what was written goes when the thread notices. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (fixture->page, "workbook.replace", NULL);
  g_assert_cmpstr (get_state (fixture->page), ==, "working");
  gtk_widget_activate_action (fixture->page, "workbook.leave", NULL);
  bh_test_ui_wait (is_ready, fixture->page);
  bh_test_ui_wait (has_nothing, fixture->folder);
}

static void
test_folder_gone (Fixture *fixture, gconstpointer data)
{
  g_assert_no_errno (g_rmdir (fixture->folder));
  gtk_widget_activate_action (fixture->page, "workbook.replace", NULL);
  g_assert_cmpstr (get_state (fixture->page), ==, "working");
  bh_test_ui_wait (is_ready, fixture->page);
  /* What went wrong is said, with the folder that it is about. */
  g_assert_true (bh_test_ui_says (fixture->page, fixture->folder));
  g_assert_no_errno (g_mkdir (fixture->folder, 0700));
}

static void
note_progress_cb (BhReportJob *job, double fraction, const char *what, double *last)
{
  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  g_assert_nonnull (what);
  *last = fraction;
}

static void
note_end_cb (BhReportJob *job, GError *error, gboolean *ended)
{
  g_assert_no_error (error);
  *ended = TRUE;
}

static void
test_job (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.xlsx", NULL);
  g_autoptr (BhReportJob) job
      = bh_report_job_new (fixture->test_desk->store, 202603, BH_TEST_DESK_START, path);
  double last = 0;
  gboolean ended = FALSE;

  g_signal_connect (job, "progress", G_CALLBACK (note_progress_cb), &last);
  g_signal_connect (job, "ended", G_CALLBACK (note_end_cb), &ended);
  bh_report_job_start (job);
  bh_test_ui_wait (is_true, &ended);
  g_assert_cmpfloat (last, >, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpstr (bh_report_job_get_path (job), ==, path);
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = bh_test_ui_find (fixture->page, GTK_TYPE_PROGRESS_BAR);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                       gtk_widget_get_first_child (gtk_widget_get_parent (bar)),
                                       NULL);
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/workbook-page/make", test_make);
  ADD ("/workbook-page/exists", test_exists);
  ADD ("/workbook-page/month", test_month);
  ADD ("/workbook-page/keys", test_keys);
  ADD ("/workbook-page/month-while-looking", test_month_while_looking);
  ADD ("/workbook-page/cancel", test_cancel);
  ADD ("/workbook-page/folder-gone", test_folder_gone);
  ADD ("/workbook-page/job", test_job);
  ADD ("/workbook-page/roles", test_roles);

  return g_test_run ();
}
