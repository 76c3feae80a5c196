/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-text.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/insight/bh-overview-tile.h"
#include "ui/insight/bh-overview.h"

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  BhOverview *overview;
  GtkWindow *window;
  char *tickets; /* (owned) (nullable): of the last show-tickets */
  char *figure;  /* (owned) (nullable): of the last show-figure */
} Fixture;

static void
show_tickets_cb (Fixture *fixture, BhTicketFilter *filter)
{
  g_free (fixture->tickets);
  fixture->tickets = g_strdup (bh_ticket_filter_to_text (filter));
}

static void
show_figure_cb (Fixture *fixture, const char *key)
{
  g_free (fixture->figure);
  fixture->figure = g_strdup (key);
}

/* Received: four in March, three in April, when the clock stands. */
static void
fill (BhTestDesk *office)
{
  bh_test_desk_register (office, "漏水", "general");
  bh_test_desk_register (office, "漏水", "urgent");
  bh_test_desk_work_until (office, "快修", "general", BH_STATUS_SIGNED);
  bh_test_desk_work_until (office, "电梯", "urgent", BH_STATUS_PLANNED);
  bh_test_desk_forward (office, 40 * BH_TEST_DESK_DAY);
  bh_test_desk_work_until (office, "快修", "general", BH_STATUS_SIGNED);
  bh_test_desk_work_until (office, "自由", "important", BH_STATUS_FINISHED);
  bh_test_desk_register (office, "电梯", "general");
  bh_test_desk_forward (office, BH_TEST_DESK_MINUTE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->office = bh_test_desk_new ();
  fill (fixture->office);
  fixture->desk = bh_desk_new (fixture->office->store);
  fixture->overview = BH_OVERVIEW (bh_overview_new (fixture->desk));
  g_signal_connect_swapped (fixture->overview, "show-tickets", G_CALLBACK (show_tickets_cb),
                            fixture);
  g_signal_connect_swapped (fixture->overview, "show-figure", G_CALLBACK (show_figure_cb), fixture);
  fixture->window = bh_test_ui_show (GTK_WIDGET (fixture->overview), 1100, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->office);
  g_free (fixture->tickets);
  g_free (fixture->figure);
}

static gboolean
is_done (gpointer data)
{
  return !bh_overview_is_reading (data);
}

static BhPeriod
get_month (Fixture *fixture, int month)
{
  BhPeriod period = { 0 };

  g_assert_true (bh_office_time_get_month (bh_office_get_time (bh_desk_get_office (fixture->desk)),
                                           month, &period));

  return period;
}

static void
read_april (Fixture *fixture, const char *filter_text)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (filter_text, NULL);
  BhChartQuestion question = { .period = get_month (fixture, 202604),
                               .compare = get_month (fixture, 202603),
                               .filter = filter };

  bh_overview_read (fixture->overview, &question, FALSE);
  bh_test_ui_wait (is_done, fixture->overview);
}

static GtkFlowBox *
get_tiles (Fixture *fixture)
{
  return bh_test_ui_find (GTK_WIDGET (fixture->overview), GTK_TYPE_FLOW_BOX);
}

/* The tile whose label says @name and nothing else. */
static GtkWidget *
find_tile (Fixture *fixture, const char *name)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (get_tiles (fixture), i)) != NULL; i++)
    {
      GtkWidget *label = bh_test_ui_find (GTK_WIDGET (child), GTK_TYPE_LABEL);

      if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), name))
        return GTK_WIDGET (child);
    }
  g_error ("There is no tile %s", name);
}

/* What is to be reached comes first, then the load and the quality of the work. */
static void
test_tiles (Fixture *fixture, gconstpointer data)
{
  GtkWidget *received;

  read_april (fixture, "");
  g_assert_true (BH_IS_OVERVIEW_TILE (gtk_flow_box_get_child_at_index (get_tiles (fixture), 10)));
  g_assert_null (gtk_flow_box_get_child_at_index (get_tiles (fixture), 11));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->overview), "2026年4月，与2026年3月比较"));

  received = find_tile (fixture, "受理量");
  g_assert_true (bh_test_ui_says (received, "3"));
  g_assert_true (bh_test_ui_says (received, "对比值 4"));
  g_assert_true (bh_test_ui_says (received, "↓ −25.0%"));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  g_test_add ("/overview/tiles", Fixture, NULL, set_up, test_tiles, tear_down);

  return g_test_run ();
}
