/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/insight/bh-insight-list.h"

#include <string.h>

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  GtkWidget *list;
  GtkWindow *window;
  char *activated; /* (owned) */
} Fixture;

static void
activated_cb (Fixture *f, const char *filter)
{
  g_free (f->activated);
  f->activated = g_strdup (filter);
}

/* One leak a week, for so many weeks. */
static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_desk_new ();
  for (int week = 0; week < GPOINTER_TO_INT (data); week++)
    {
      bh_test_desk_register (f->office, "漏水", "general");
      bh_test_desk_forward (f->office, 7 * BH_TEST_DESK_DAY);
    }
  f->desk = bh_desk_new (f->office->store);
  f->list = g_object_ref_sink (bh_insight_list_new_of_news (f->desk));
  g_signal_connect_swapped (f->list, "activated", G_CALLBACK (activated_cb), f);
  f->window = bh_test_ui_show (f->list, 600, 400);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  bh_test_ui_end (f->list);
  bh_test_ui_end (f->desk);
  g_free (f->activated);
  bh_test_desk_free (f->office);
}

static gboolean
is_read (gpointer data)
{
  return !bh_insight_part_is_reading (BH_INSIGHT_PART (data));
}

static void
read_news (Fixture *f)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_new ();
  g_autoptr (BhInsightLook) look = bh_insight_look_new (bh_desk_get_office (f->desk), filter);

  look->as_of = bh_clock_now (f->office->clock);
  look->period = (BhPeriod){ BH_TEST_DESK_START, look->as_of };
  bh_insight_part_read (BH_INSIGHT_PART (f->list), look, FALSE);
  g_assert_true (bh_insight_part_is_reading (BH_INSIGHT_PART (f->list)));
  bh_test_ui_wait (is_read, f->list);
}

static void
test_young (Fixture *f, gconstpointer data)
{
  read_news (f);
  g_assert_true (bh_test_ui_says (f->list, "有 4 周可供比较后"));
}

static void
test_quiet (Fixture *f, gconstpointer data)
{
  read_news (f);
  g_assert_true (bh_test_ui_says (f->list, "没有明显不同"));
  g_assert_null (bh_test_ui_find_shown (f->list, GTK_TYPE_LIST_BOX_ROW));
}

static void
test_news (Fixture *f, gconstpointer data)
{
  GtkWidget *row;

  for (int i = 0; i < 12; i++)
    bh_test_desk_register (f->office, "漏水", "general");
  bh_test_desk_forward (f->office, 7 * BH_TEST_DESK_DAY);
  read_news (f);
  g_assert_true (bh_test_ui_says (f->list, "漏水：本周 12 件"));
  g_assert_true (bh_test_ui_says (f->list, "来自3栋"));
  row = bh_test_ui_find_shown (f->list, GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_activate (row);
  g_assert_nonnull (f->activated);
  g_assert_nonnull (strstr (f->activated, "received:"));
}

/* Nobody waits for what was given up. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_assert_false (bh_insight_part_cancel (BH_INSIGHT_PART (f->list)));
  read_news (f);
  g_assert_false (bh_insight_part_cancel (BH_INSIGHT_PART (f->list)));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  g_test_add ("/news-list/young", Fixture, GINT_TO_POINTER (2), set_up, test_young, tear_down);
  g_test_add ("/news-list/quiet", Fixture, GINT_TO_POINTER (14), set_up, test_quiet, tear_down);
  g_test_add ("/news-list/news", Fixture, GINT_TO_POINTER (14), set_up, test_news, tear_down);
  g_test_add ("/news-list/cancel", Fixture, GINT_TO_POINTER (14), set_up, test_cancel, tear_down);

  return g_test_run ();
}
