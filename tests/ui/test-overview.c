/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-text.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/bh-window.h"
#include "ui/insight/bh-insight-page.h"
#include "ui/insight/bh-overview-tile.h"
#include "ui/insight/bh-overview.h"
#include "ui/tickets/bh-ticket-table.h"

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  BhOverview *overview;
  GtkWindow *window;
  char *tickets; /* (owned) (nullable): filter of the last activated */
} Fixture;

static void
activated_cb (Fixture *fixture, const char *filter)
{
  g_free (fixture->tickets);
  fixture->tickets = g_strdup (filter);
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
  g_signal_connect_swapped (fixture->overview, "activated", G_CALLBACK (activated_cb), fixture);
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
}

static gboolean
is_done (gpointer data)
{
  return !bh_insight_part_is_reading (data);
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
begin_april (Fixture *fixture, const char *filter_text)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (filter_text, NULL);
  g_autoptr (BhInsightLook) look = bh_insight_look_new (bh_desk_get_office (fixture->desk), filter);

  look->period = get_month (fixture, 202604);
  look->compare = get_month (fixture, 202603);
  look->as_of = bh_clock_now (bh_store_get_clock (bh_desk_get_store (fixture->desk)));
  bh_insight_part_read (BH_INSIGHT_PART (fixture->overview), look, FALSE);
}

static void
read_april (Fixture *fixture, const char *filter_text)
{
  begin_april (fixture, filter_text);
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
  g_assert_true (BH_IS_OVERVIEW_TILE (gtk_flow_box_get_child_at_index (get_tiles (fixture), 11)));
  g_assert_null (gtk_flow_box_get_child_at_index (get_tiles (fixture), 12));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->overview), "2026年4月，与2026年3月比较"));

  received = find_tile (fixture, "受理量");
  g_assert_true (bh_test_ui_says (received, "3"));
  g_assert_true (bh_test_ui_says (received, "较 4"));
  g_assert_true (bh_test_ui_says (received, "↓ −25.0%"));
}

/* A tile lists what it counts: as many tickets as it says, of the period and the filter, which
 * stands above them all; its name says what it alone is about. */
static void
test_tickets (Fixture *fixture, gconstpointer data)
{
  read_april (fixture, "grade:general");
  find_tile (fixture, "重复率 · 投诉、报修");
  g_signal_emit_by_name (get_tiles (fixture), "child-activated", find_tile (fixture, "受理量"));
  g_assert_cmpstr (fixture->tickets, ==,
                   "status:open,closed,merged,withdrawn,declined grade:general received:2026-04");
}

/* Value, direction, goal, light and marks in words, for who does not see the tile. */
static void
test_spoken (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *days;
  g_autofree char *problem = NULL;

  read_april (fixture, "");
  days = GTK_ACCESSIBLE (find_tile (fixture, "重复率 · 投诉、报修"));
  problem = gtk_test_accessible_check_property (
      days, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "重复率 · 投诉、报修，0.0%，0 / 3，持平，较 0.0%，目标 ≤ 15.0%，达标，尚会变动，样本不足 10");
  g_assert_cmpstr (problem, ==, NULL);
}

/* Asked for again, the tiles stay, and so does the focus. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *received;

  read_april (fixture, "");
  received = find_tile (fixture, "受理量");
  gtk_widget_grab_focus (received);
  read_april (fixture, "");
  g_assert_true (find_tile (fixture, "受理量") == received);
  g_assert_true (gtk_window_get_focus (fixture->window) == received);
}

/* Nobody looks any more: no answer comes. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  BhInsightPart *part = BH_INSIGHT_PART (fixture->overview);

  begin_april (fixture, "");
  g_assert_true (bh_insight_part_is_reading (part));
  g_assert_true (bh_insight_part_cancel (part));
  g_assert_false (bh_insight_part_is_reading (part));
  g_assert_false (bh_insight_part_cancel (part));
  bh_test_ui_settle ();
  g_assert_null (gtk_flow_box_get_child_at_index (get_tiles (fixture), 0));
}

/* The whole window, with the page of the figures shown. */
static void
set_up_window (Fixture *fixture, gconstpointer data)
{
  fixture->office = bh_test_desk_new ();
  fill (fixture->office);
  fixture->desk = bh_desk_new (fixture->office->store);
  fixture->window
      = GTK_WINDOW (bh_window_new (ADW_APPLICATION (g_application_get_default ()), fixture->desk));
  gtk_window_set_default_size (fixture->window, 1300, 700);
  gtk_window_present (fixture->window);
  bh_window_show_page (BH_WINDOW (fixture->window), "insight");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  fixture->overview = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_OVERVIEW);
  g_assert_nonnull (fixture->overview);
}

static gboolean
has_tiles (gpointer data)
{
  BhOverview *overview = data;
  GtkFlowBox *tiles = bh_test_ui_find (GTK_WIDGET (overview), GTK_TYPE_FLOW_BOX);

  return gtk_flow_box_get_child_at_index (tiles, 0) != NULL
         && !bh_insight_part_is_reading (BH_INSIGHT_PART (overview));
}

static gboolean
is_listed (gpointer data)
{
  return !bh_ticket_list_is_loading (data);
}

/* In the window of the program, a tile lists as many tickets as it says. */
static void
test_window_tickets (Fixture *fixture, gconstpointer data)
{
  BhTicketTable *table = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_TICKET_TABLE);
  GListModel *list = G_LIST_MODEL (bh_ticket_table_get_list (table));
  GtkWidget *tile;

  bh_test_ui_wait (has_tiles, fixture->overview);
  tile = find_tile (fixture, "受理量");
  g_assert_true (bh_test_ui_says (tile, "3"));
  g_assert_true (gtk_widget_activate (tile));
  bh_test_ui_wait (is_listed, list);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->overview)));
}

/* Its line leads to the page where it is followed over the months. */
static void
test_window_line (Fixture *fixture, gconstpointer data)
{
  BhInsightPage *page = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_INSIGHT_PAGE);
  g_autofree char *name = NULL;
  g_autofree char *figure = NULL;
  GtkWidget *tile, *button;

  bh_test_ui_wait (has_tiles, fixture->overview);
  tile = find_tile (fixture, "签收率");
  button = bh_test_ui_find (tile, GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_object_get (page, "page", &name, NULL);
  g_assert_cmpstr (name, ==, "trends");
  g_object_get (bh_insight_sheet_find (bh_insight_page_get_sheet (page), "trend-first"), "figure",
                &figure, NULL);
  g_assert_cmpstr (figure, ==, "signoff_share");
  g_settings_reset (bh_window_get_settings (BH_WINDOW (fixture->window)), "insight-figures");
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

  g_test_add ("/overview/tiles", Fixture, NULL, set_up, test_tiles, tear_down);
  g_test_add ("/overview/tickets", Fixture, NULL, set_up, test_tickets, tear_down);
  g_test_add ("/overview/spoken", Fixture, NULL, set_up, test_spoken, tear_down);
  g_test_add ("/overview/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/overview/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/overview/window-tickets", Fixture, NULL, set_up_window, test_window_tickets,
              tear_down);
  g_test_add ("/overview/window-line", Fixture, NULL, set_up_window, test_window_line, tear_down);

  return g_test_run ();
}
