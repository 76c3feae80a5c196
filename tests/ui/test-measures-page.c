/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-measures.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-field.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/reports/bh-measure-row.h"
#include "ui/reports/bh-measure-window.h"
#include "ui/reports/bh-measures-page.h"

#include <string.h>

/* The clock of the desk begins on 2026-03-02, so the page begins with February. */

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  char *folder;
  char *drafts_path;
  BhDrafts *drafts;
  GtkWidget *page;
  GtkWindow *window;
  guint n_rows;     /* what has_rows() waits for */
  const char *text; /* what says() waits for */
} Fixture;

static GtkListBoxRow *
get_row (Fixture *f, int i)
{
  GtkListBox *rows = bh_test_ui_find (f->page, GTK_TYPE_LIST_BOX);

  return gtk_list_box_get_row_at_index (rows, i);
}

static gboolean
has_rows (gpointer data)
{
  Fixture *f = data;

  return get_row (f, (int) f->n_rows) == NULL
         && (f->n_rows == 0 || get_row (f, (int) f->n_rows - 1) != NULL);
}

static void
wait_rows (Fixture *f, guint n_rows)
{
  f->n_rows = n_rows;
  bh_test_ui_wait (has_rows, f);
}

static BhMeasureWindow *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (BH_IS_MEASURE_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* In the list, or in the dialog while there is one. */
static gboolean
says (gpointer data)
{
  Fixture *f = data;
  BhMeasureWindow *dialog = find_dialog ();

  return bh_test_ui_says (
      dialog != NULL ? GTK_WIDGET (dialog) : bh_test_ui_find (f->page, GTK_TYPE_LIST_BOX), f->text);
}

static void
wait_text (Fixture *f, const char *text)
{
  f->text = text;
  bh_test_ui_wait (says, f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->test_desk = bh_test_desk_new ();
  f->desk = bh_desk_new (f->test_desk->store);
  f->folder = bh_test_folder_new ();
  f->drafts_path = g_build_filename (f->folder, "drafts.ini", NULL);
  f->drafts = bh_drafts_new (f->drafts_path);
  f->page = bh_measures_page_new (f->desk, f->drafts);
  f->window = bh_test_ui_show (f->page, 1000, 700);
  wait_rows (f, 0);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  bh_test_ui_settle ();
  g_object_unref (f->drafts);
  bh_test_ui_end (f->desk);
  g_free (f->drafts_path);
  bh_test_folder_free (f->folder);
  bh_test_desk_free (f->test_desk);
}

static gboolean
is_closed (gpointer data)
{
  return find_dialog () == NULL;
}

/* The line of the form that is labelled so. */
static BhField *
find_field (GtkWidget *widget, const char *label)
{
  if (BH_IS_FIELD (widget) && bh_test_ui_says (widget, label))
    return BH_FIELD (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      BhField *found = find_field (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As somebody types it: the form hears of it. */
static void
enter (const char *label, const char *text)
{
  BhField *field = find_field (GTK_WIDGET (find_dialog ()), label);

  g_assert_nonnull (field);
  bh_field_set_text (field, text);
  bh_control_changed (bh_field_get_control (field));
}

static void
press (GtkWidget *widget, const char *trigger)
{
  g_assert_true (bh_test_ui_press (widget, trigger));
  bh_test_ui_settle ();
}

static void
submit_and_wait (void)
{
  press (GTK_WIDGET (find_dialog ()), "<Control>Return");
  bh_test_ui_wait (is_closed, NULL);
}

static void
add_measure (Fixture *f, const char *what, const char *due)
{
  press (f->page, "Insert");
  g_assert_nonnull (find_dialog ());
  enter ("要做什么", what);
  enter ("完成期限", due);
  submit_and_wait ();
}

static BhMeasure *
get_measure (Fixture *f, int i)
{
  return bh_measure_row_get_measure (get_row (f, i));
}

/* Entered, finished, told once more at the next meeting, and then no longer. */
static void
test_life (Fixture *f, gconstpointer data)
{
  BhMeasure *measure;

  add_measure (f, "更换3栋电梯门机", "03-20");
  wait_rows (f, 1);
  measure = get_measure (f, 0);
  g_assert_cmpint (measure->month, ==, 202602);
  g_assert_cmpint (measure->due_day, ==, 20260320);
  g_assert_cmpint (measure->decided_day, ==, 20260302);
  wait_text (f, "M2026-02-01");
  wait_text (f, "推进中");
  f->text = "结转";
  g_assert_false (says (f));

  /* The month goes by, and nobody did it. */
  bh_test_desk_forward (f->test_desk, 40 * BH_TEST_DESK_DAY);
  press (f->page, "<Alt>Right");
  wait_text (f, "已超期");
  wait_text (f, "结转");

  press (f->page, "F2");
  enter ("状态", "done");
  press (GTK_WIDGET (find_dialog ()), "<Control>Return");
  g_assert_nonnull (find_dialog ());
  enter ("成效", "换好了，困人归零");
  submit_and_wait ();
  wait_text (f, "已完成");
  wait_text (f, "换好了，困人归零");
  measure = get_measure (f, 0);
  g_assert_cmpint (measure->ended_day, ==, 20260411);

  bh_test_desk_forward (f->test_desk, 30 * BH_TEST_DESK_DAY);
  press (f->page, "<Alt>Right");
  wait_text (f, "已完成");
  press (f->page, "<Alt>Right");
  wait_rows (f, 0);
}

/* A change is taken back by its key; both stay in the history. */
static void
test_undo (Fixture *f, gconstpointer data)
{
  add_measure (f, "清洗水箱", "2026-03-31");
  wait_text (f, "2026-03-31");
  press (f->page, "F2");
  enter ("完成期限", "2026-04-30");
  submit_and_wait ();
  wait_text (f, "2026-04-30");
  press (f->page, "<Control>z");
  wait_text (f, "2026-03-31");
  g_assert_cmpint (get_measure (f, 0)->version, ==, 3);
}

static void
assert_typed (const char *label, const char *text)
{
  g_autofree char *typed = bh_field_dup_text (find_field (GTK_WIDGET (find_dialog ()), label));

  g_assert_cmpstr (typed, ==, text);
}

/* What is wrong is said beside its field, and nothing is saved; what was typed is there again. */
static void
test_wrong (Fixture *f, gconstpointer data)
{
  press (f->page, "<Shift><Control>a");
  enter ("完成期限", "明天");
  press (GTK_WIDGET (find_dialog ()), "<Control>Return");
  g_assert_true (bh_test_ui_says (GTK_WIDGET (find_dialog ()), "不是日期"));
  enter ("要做什么", "清洗水箱");
  enter ("完成期限", "2026-02-01");
  press (GTK_WIDGET (find_dialog ()), "<Control>Return");
  wait_text (f, "期限不能早于决定日期");
  press (GTK_WIDGET (find_dialog ()), "Escape");
  g_assert_null (find_dialog ());

  press (f->page, "Insert");
  g_assert_nonnull (find_field (GTK_WIDGET (find_dialog ()), "要做什么"));
  assert_typed ("要做什么", "清洗水箱");
  enter ("完成期限", "");
  submit_and_wait ();
  wait_rows (f, 1);
}

static gboolean
is_kept (gpointer data)
{
  Fixture *f = data;
  g_autofree char *content = NULL;

  return g_file_get_contents (f->drafts_path, &content, NULL, NULL)
         && strstr (content, f->text) != NULL;
}

/* What was typed outlives a crash: the next start finds it in the file, until it is saved. */
static void
test_crash (Fixture *f, gconstpointer data)
{
  g_autoptr (BhDrafts) next = NULL;
  GtkWidget *page;
  GtkWindow *window;

  press (f->page, "Insert");
  enter ("要做什么", "更换门机");
  f->text = "更换门机";
  bh_test_ui_wait (is_kept, f);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));

  next = bh_drafts_new (f->drafts_path);
  page = bh_measures_page_new (f->desk, next);
  window = bh_test_ui_show (page, 1000, 700);
  press (page, "Insert");
  assert_typed ("要做什么", "更换门机");
  submit_and_wait ();
  g_assert_false (bh_drafts_has (next, 0, "measure"));
  gtk_window_destroy (window);
}

/* A quarter shows what its months show; a new one belongs to the last meeting that there was. */
static void
test_quarter (Fixture *f, gconstpointer data)
{
  BhPeriodBar *bar = bh_test_ui_find (f->page, BH_TYPE_PERIOD_BAR);

  add_measure (f, "清洗水箱", "");
  wait_rows (f, 1);
  g_object_set (bar, "unit", "quarter", NULL);
  add_measure (f, "更换门机", "");
  wait_rows (f, 2);
  g_assert_cmpint (get_measure (f, 0)->month, ==, 202602);
  g_assert_cmpint (get_measure (f, 1)->month, ==, 202603);
  g_object_set (bar, "unit", "month", NULL);
  press (f->page, "<Alt>Left");
  wait_rows (f, 1);
}

/* Who may not enter measures reads them. */
static void
test_rights (Fixture *f, gconstpointer data)
{
  BhOffice *office = bh_desk_get_office (f->desk);
  BhEntry *clerk = bh_office_find (office, BH_TYPE_STAFF, "王敏");

  add_measure (f, "清洗水箱", "");
  wait_rows (f, 1);
  bh_desk_set_staff_id (f->desk, bh_entry_get_id (clerk));
  bh_test_ui_settle ();
  g_assert_false (bh_test_ui_press (f->page, "Insert") && find_dialog () != NULL);
  press (f->page, "F2");
  g_assert_false (bh_test_ui_says (GTK_WIDGET (find_dialog ()), "保存"));
  press (GTK_WIDGET (find_dialog ()), "Escape");
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/measures-page/life", test_life);
  ADD ("/measures-page/undo", test_undo);
  ADD ("/measures-page/wrong", test_wrong);
  ADD ("/measures-page/crash", test_crash);
  ADD ("/measures-page/quarter", test_quarter);
  ADD ("/measures-page/rights", test_rights);

  return g_test_run ();
}
