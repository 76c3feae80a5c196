/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-ui.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/reports/bh-report-job.h"
#include "ui/reports/bh-report-maker.h"
#include "ui/reports/bh-report-options.h"
#include "ui/reports/bh-report-preview.h"
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
  GtkWidget *maker;
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
  fixture->maker = bh_test_ui_find (fixture->page, BH_TYPE_REPORT_MAKER);
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
get_state (GtkWidget *maker)
{
  return gtk_stack_get_visible_child_name (bh_test_ui_find (maker, GTK_TYPE_STACK));
}

static gboolean
is_done (gpointer maker)
{
  return g_str_equal (get_state (maker), "done");
}

static gboolean
is_asking (gpointer maker)
{
  return g_str_equal (get_state (maker), "exists");
}

static gboolean
is_ready (gpointer maker)
{
  return g_str_equal (get_state (maker), "ready");
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
  gtk_widget_activate_action (fixture->maker, "workbook.make", NULL);
  bh_test_ui_wait (is_done, fixture->maker);
}

/* It begins with the last month, whose file stands in the folder that was chosen before. */
static void
test_make (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL, *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (bh_period_bar_get_month (bh_test_ui_find (fixture->page, BH_TYPE_PERIOD_BAR)),
                   ==, 202602);
  g_assert_cmpstr (get_state (fixture->maker), ==, "ready");
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

  gtk_widget_activate_action (fixture->maker, "workbook.make", NULL);
  bh_test_ui_wait (is_asking, fixture->maker);
  gtk_widget_activate_action (fixture->maker, "workbook.leave", NULL);
  g_assert_cmpstr (get_state (fixture->maker), ==, "ready");
  kept = bh_test_folder_get_contents (path);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), "mine", 4);

  gtk_widget_activate_action (fixture->maker, "workbook.make", NULL);
  bh_test_ui_wait (is_asking, fixture->maker);
  gtk_widget_activate_action (fixture->maker, "workbook.replace", NULL);
  bh_test_ui_wait (is_done, fixture->maker);
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
  g_assert_cmpstr (get_state (fixture->maker), ==, "ready");
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

  gtk_widget_activate_action (fixture->maker, "workbook.replace", NULL);
  g_assert_true (bh_test_ui_press (fixture->page, "<Alt>Left"));
  g_assert_cmpint (bh_period_bar_get_month (period), ==, 202603);
  bh_test_ui_wait (is_done, fixture->maker);
}

/* What was found out about the file of one month says nothing of another one's. */
static void
test_month_while_looking (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, 202603);
  g_autoptr (GBytes) kept = NULL;

  gtk_widget_activate_action (fixture->maker, "workbook.make", NULL);
  bh_period_bar_move (bh_test_ui_find (fixture->page, BH_TYPE_PERIOD_BAR), 1);
  /* One look after the other: when the next one asks, the first has been answered. */
  gtk_widget_activate_action (fixture->maker, "workbook.make", NULL);
  bh_test_ui_wait (is_asking, fixture->maker);
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
  gtk_widget_activate_action (fixture->maker, "workbook.replace", NULL);
  g_assert_cmpstr (get_state (fixture->maker), ==, "working");
  gtk_widget_activate_action (fixture->maker, "workbook.leave", NULL);
  bh_test_ui_wait (is_ready, fixture->maker);
  bh_test_ui_wait (has_nothing, fixture->folder);
}

static gboolean
says_folder (gpointer user_data)
{
  Fixture *fixture = user_data;

  return bh_test_ui_says (fixture->maker, fixture->folder);
}

/* A folder that is away is said before anything is counted, with what to do; once it is there
 * again, nothing is said. */
static void
test_folder_gone (Fixture *fixture, gconstpointer data)
{
  g_assert_no_errno (g_rmdir (fixture->folder));
  gtk_widget_activate_action (fixture->maker, "workbook.make", NULL);
  bh_test_ui_wait (says_folder, fixture);
  g_assert_cmpstr (get_state (fixture->maker), ==, "ready");
  g_assert_no_errno (g_mkdir (fixture->folder, 0700));
  make (fixture);
  g_assert_false (bh_test_ui_says (fixture->maker, "不存在"));
}

/* What cannot be written is said as soon as it is chosen. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_strdup ("/proc");
  Fixture other = *fixture;
  GtkWindow *window;

  g_settings_set_string (fixture->settings, FOLDER_KEY, folder);
  other.folder = folder;
  other.page = bh_workbook_page_new (fixture->desk, fixture->settings);
  other.maker = bh_test_ui_find (other.page, BH_TYPE_REPORT_MAKER);
  window = bh_test_ui_show (other.page, 900, 700);
  bh_test_ui_wait (says_folder, &other);
  g_assert_cmpstr (get_state (other.maker), ==, "ready");
  gtk_window_destroy (window);
}

/* Another name is offered beside replacing. */
static void
test_other_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, 202602);
  g_autofree char *names = NULL;
  g_autoptr (GBytes) kept = NULL;

  gtk_widget_activate_action (fixture->maker, "workbook.make", NULL);
  bh_test_ui_wait (is_asking, fixture->maker);
  gtk_widget_activate_action (fixture->maker, "workbook.rename", NULL);
  bh_test_ui_wait (is_done, fixture->maker);
  names = list_folder (fixture->folder);
  g_assert_nonnull (strstr (names, " (2).xlsx"));
  kept = bh_test_folder_get_contents (path);
  g_assert_cmpmem (g_bytes_get_data (kept, NULL), g_bytes_get_size (kept), "mine", 4);
}

static gboolean
is_read (gpointer preview)
{
  gboolean reading;

  g_object_get (preview, "reading", &reading, NULL);

  return !reading;
}

/* The preview says what was received, and of which month. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *preview = bh_test_ui_find (fixture->page, BH_TYPE_REPORT_PREVIEW);

  bh_test_ui_wait (is_read, preview);
  g_assert_true (bh_test_ui_says (preview, "没有受理、办结或未结"));
  bh_period_bar_move (bh_test_ui_find (fixture->page, BH_TYPE_PERIOD_BAR), 1);
  bh_test_ui_wait (is_read, preview);
  g_assert_false (bh_test_ui_says (preview, "没有受理、办结或未结"));
  g_assert_true (bh_test_ui_says (preview, "受理量"));
}

/* Sheets that others need stay; the last one cannot be taken away. */
static void
test_options (Fixture *fixture, gconstpointer data)
{
  BhReportOptions *options = bh_test_ui_find (fixture->page, BH_TYPE_REPORT_OPTIONS);
  guint32 all;

  g_assert_cmpuint (bh_report_options_get_sheets (options), ==, 0);
  g_assert_cmpint (bh_report_options_get_profile (options), ==, BH_REPORT_INTERNAL);
  bh_report_options_set (options, BH_REPORT_PUBLIC, BH_REPORT_LANGUAGE_ENGLISH, TRUE, 2);
  g_assert_cmpuint (bh_report_options_get_sheets (options), ==, 2);
  g_assert_cmpint (bh_report_options_get_profile (options), ==, BH_REPORT_PUBLIC);
  g_assert_cmpint (bh_report_options_get_language (options), ==, BH_REPORT_LANGUAGE_ENGLISH);
  g_assert_true (bh_report_options_get_recorded (options));
  bh_report_options_forbid_record (options, "still runs");
  g_assert_false (bh_report_options_get_recorded (options));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (options), "still runs"));
  all = G_MAXUINT32;
  bh_report_options_set (options, BH_REPORT_INTERNAL, BH_REPORT_LANGUAGE_PROGRAM, FALSE, all);
  g_assert_cmpuint (bh_report_options_get_sheets (options), ==, 0);
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
  BhReportOrder order = { .path = path };
  g_autoptr (BhReportJob) job = NULL;
  double last = 0;
  gboolean ended = FALSE;

  order.request.month = 202603;
  order.request.as_of = order.request.made_at = BH_TEST_DESK_START;
  job = bh_report_job_new (fixture->test_desk->store, &order);
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
  GtkWidget *what = bh_test_ui_find (gtk_widget_get_parent (bar), GTK_TYPE_LABEL);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                       what, NULL);
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
  ADD ("/workbook-page/unwritable", test_unwritable);
  ADD ("/workbook-page/other-name", test_other_name);
  ADD ("/workbook-page/preview", test_preview);
  ADD ("/workbook-page/options", test_options);
  ADD ("/workbook-page/job", test_job);
  ADD ("/workbook-page/roles", test_roles);

  return g_test_run ();
}
