/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-papers.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/reports/bh-papers-page.h"

#include <adwaita.h>

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  GtkWidget *page;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  bh_test_desk_work_until (fixture->test_desk, "漏水", "general", BH_STATUS_SIGNED);
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->page = bh_papers_page_new (fixture->desk);
  fixture->window = bh_test_ui_show (fixture->page, 900, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

/* One community needs no choice; the notice is of the last month that is over. */
static void
test_shown (Fixture *fixture, gconstpointer data)
{
  BhPeriodBar *bar = bh_test_ui_find_shown (fixture->page, BH_TYPE_PERIOD_BAR);
  BhPeriod period, compare;

  g_assert_true (bh_test_ui_says (fixture->page, "公示栏公示"));
  g_assert_true (bh_test_ui_says (fixture->page, "回访清单"));
  g_assert_true (bh_test_ui_says (fixture->page, "超期清单"));
  g_assert_null (bh_test_ui_find_shown (fixture->page, ADW_TYPE_COMBO_ROW));
  bh_period_bar_get_periods (bar, &period, &compare);
  g_assert_cmpint (bh_period_bar_get_month (bar), ==, 202602);
  g_assert_cmpint (period.to, ==, BH_TEST_DESK_START - BH_TEST_DESK_DAY - 8 * BH_TEST_DESK_HOUR);
}

/* Returns: (transfer none) (nullable): the dialog that asks for a printer */
static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        found = window;
    }

  return found;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog () == NULL;
}

/* Each paper gets as far as the choice of a printer. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  for (guint i = BH_PAPERS_NOTICE; i < BH_N_PAPERS; i++)
    {
      g_assert_true (gtk_widget_activate_action (fixture->page, "papers.print", "s",
                                                 bh_papers_get_code ((BhPaperKind) i)));
      bh_test_ui_wait (has_dialog, NULL);
      gtk_window_close (find_dialog ());
      bh_test_ui_wait (has_no_dialog, NULL);
    }
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);
  g_test_add ("/papers-page/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/papers-page/print", Fixture, NULL, set_up, test_print, tear_down);

  return g_test_run ();
}
