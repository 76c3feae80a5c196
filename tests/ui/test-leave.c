/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-ui.h"
#include "ui/bh-window.h"
#include "ui/reports/bh-papers-page.h"
#include "ui/reports/bh-report-maker.h"
#include "ui/reports/bh-reports-page.h"

#include "config.h"

#define FOLDER_KEY "report-folder"

typedef struct
{
  char *folder;
  BhTestDesk *test_desk;
  BhDesk *desk;
  GSettings *settings;
  BhWindow *window; /* (weak) (nullable): once it is closed */
  GtkWidget *maker;
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
  g_set_weak_pointer (
      &fixture->window,
      bh_window_new (ADW_APPLICATION (g_application_get_default ()), fixture->desk));
  fixture->maker = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_REPORT_MAKER);
  bh_window_show_page (fixture->window, "reports");
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  bh_test_ui_settle ();
  g_clear_weak_pointer (&fixture->window);
  g_settings_reset (fixture->settings, FOLDER_KEY);
  g_object_unref (fixture->settings);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
  bh_test_folder_free (fixture->folder);
}

/* Returns: (transfer none) (nullable): what asks; there is never more than one */
static AdwMessageDialog *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  AdwMessageDialog *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!ADW_IS_MESSAGE_DIALOG (window))
        continue;
      g_assert_null (found);
      found = ADW_MESSAGE_DIALOG (window);
    }

  return found;
}

/* Presses the button whose label contains @label. Returns: whether there is one below @widget */
static gboolean
press (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_child_visible (widget)
      && bh_test_ui_says (widget, label))
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (press (child, label))
      return TRUE;

  return FALSE;
}

static void
answer (const char *label)
{
  g_assert_true (press (GTK_WIDGET (find_question ()), label));
}

static gboolean
has_no_question (gpointer data)
{
  return find_question () == NULL;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static gboolean
is_quiet (gpointer data)
{
  Fixture *fixture = data;
  gboolean busy;

  g_object_get (bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_REPORTS_PAGE), "busy", &busy,
                NULL);

  return !busy;
}

static void
make_and_close (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->maker, "workbook.replace", NULL);
  g_assert_false (is_quiet (fixture));
  gtk_window_close (GTK_WINDOW (fixture->window));
}

/* Where nothing is made, nobody is asked. */
static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_null (find_question ());
  g_assert_null (fixture->window);
}

/* What is kept becomes whole, and then the window may go. Who closes twice is asked once. */
static void
test_stay (Fixture *fixture, gconstpointer data)
{
  make_and_close (fixture);
  g_assert_nonnull (find_question ());
  g_assert_true (bh_test_ui_says (GTK_WIDGET (find_question ()), "放弃"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  answer ("继续生成");
  bh_test_ui_wait (has_no_question, NULL);
  g_assert_nonnull (fixture->window);
  bh_test_ui_wait (is_quiet, fixture);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_null (find_question ());
  g_assert_null (fixture->window);
}

/* Escape keeps what is being made. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  make_and_close (fixture);
  gtk_window_close (GTK_WINDOW (find_question ()));
  bh_test_ui_wait (has_no_question, NULL);
  bh_test_ui_wait (is_quiet, fixture);
  g_assert_nonnull (fixture->window);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->window == NULL;
}

/* Names of files that are not whole begin with a dot. */
static gboolean
is_whole (gpointer folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name == '.')
      return FALSE;

  return TRUE;
}

/* What is given up leaves nothing half-written behind; what was just packed may be there, whole. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  make_and_close (fixture);
  answer ("放弃并关闭");
  bh_test_ui_wait (is_closed, fixture);
  bh_test_ui_wait (has_no_question, NULL);
  bh_test_ui_wait (is_whole, fixture->folder);
}

/* A question that nobody answered goes when there is nothing left to give up. */
static void
test_ready_meanwhile (Fixture *fixture, gconstpointer data)
{
  make_and_close (fixture);
  g_assert_nonnull (find_question ());
  bh_test_ui_wait (is_quiet, fixture);
  bh_test_ui_wait (has_no_question, NULL);
  g_assert_nonnull (fixture->window);
}

/* A window that goes in another way takes its question along. */
static void
test_destroyed (Fixture *fixture, gconstpointer data)
{
  make_and_close (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  bh_test_ui_wait (has_no_question, NULL);
}

static gboolean
is_printing (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        continue;
      found = TRUE;
      if (data != NULL)
        gtk_window_close (window);
    }

  return found;
}

/* A paper is asked about, too. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  GtkWidget *papers = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_PAPERS_PAGE);

  g_assert_true (gtk_widget_activate_action (papers, "papers.print", "s", "notice"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_nonnull (find_question ());
  answer ("继续生成");
  bh_test_ui_wait (is_quiet, fixture);
  bh_test_ui_wait (is_printing, NULL);
  is_printing (fixture);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  bh_test_ui_init (&argc, &argv);
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.bihuan.Test",
                              "flags", G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_set_default (G_APPLICATION (application));

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/leave/quiet", test_quiet);
  ADD ("/leave/stay", test_stay);
  ADD ("/leave/escape", test_escape);
  ADD ("/leave/leave", test_leave);
  ADD ("/leave/ready-meanwhile", test_ready_meanwhile);
  ADD ("/leave/destroyed", test_destroyed);
  ADD ("/leave/paper", test_paper);

  return g_test_run ();
}
