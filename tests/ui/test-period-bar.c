/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/insight/bh-grid-layout.h"
#include "ui/insight/bh-period-bar.h"
#include "ui/insight/bh-period-chooser.h"

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  GtkWindow *window;
  BhPeriodBar *bar;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

/* The office's clock begins in March 2026. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->office = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->office->store);
  fixture->bar = BH_PERIOD_BAR (bh_period_bar_new (fixture->desk, FALSE));
  g_signal_connect_swapped (fixture->bar, "changed", G_CALLBACK (changed_cb), fixture);
  fixture->window = bh_test_ui_show (GTK_WIDGET (fixture->bar), 500, 60);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->office);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), action, NULL);
}

static void
assert_span (Fixture *fixture, int first, const char *kind, const char *said)
{
  g_autofree char *found = NULL;

  g_object_get (fixture->bar, "kind", &found, NULL);
  g_assert_cmpint (bh_period_bar_get_span (fixture->bar)->first, ==, first);
  g_assert_cmpstr (found, ==, kind);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->bar), said));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  assert_span (fixture, 20260301, "this-month", "2026年3月");
  act (fixture, "period.previous");
  assert_span (fixture, 20260201, "last-month", "2026年2月");
  act (fixture, "period.previous");
  act (fixture, "period.previous");
  assert_span (fixture, 20251201, "month", "2025年12月");
  act (fixture, "period.next");
  assert_span (fixture, 20260101, "month", "2026年1月");
  bh_period_bar_move (fixture->bar, -25);
  assert_span (fixture, 20231201, "month", "2023年12月");
  bh_period_bar_show_present (fixture->bar);
  assert_span (fixture, 20260301, "this-month", "2026年3月");
  g_assert_cmpuint (fixture->n_changes, ==, 6);
}

/* What has not been yet cannot be chosen. */
static void
test_future (Fixture *fixture, gconstpointer data)
{
  BhSpan april = bh_span_at (BH_SPAN_MONTH, 20260401);
  BhSpan october = bh_span_at (BH_SPAN_MONTH, 20251015);

  act (fixture, "period.next");
  bh_period_bar_set_span (fixture->bar, &april);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  bh_period_bar_set_span (fixture->bar, &october);
  bh_period_bar_move (fixture->bar, 13);
  assert_span (fixture, 20260301, "this-month", "2026年3月");
}

static void
test_kind (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "period.kind", "s", "last-month");
  assert_span (fixture, 20260201, "last-month", "2026年2月");
  bh_period_bar_set_kind (fixture->bar, "no such kind");
  assert_span (fixture, 20260201, "last-month", "2026年2月");
  g_object_set (fixture->bar, "kind", "this-month", NULL);
  assert_span (fixture, 20260301, "this-month", "2026年3月");

  /* When the month is over, it is the last one. */
  bh_test_desk_forward (fixture->office, 31 * BH_TEST_DESK_DAY);
  assert_span (fixture, 20260301, "last-month", "2026年3月");
}

/* From a month that is past to its quarter, and back to the last month of that. */
static void
test_unit (Fixture *fixture, gconstpointer data)
{
  BhSpan august = bh_span_at (BH_SPAN_MONTH, 20250801);

  bh_period_bar_set_span (fixture->bar, &august);
  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "period.unit", "s", "quarter");
  assert_span (fixture, 20250701, "quarter", "2025年第3季度");
  act (fixture, "period.next");
  assert_span (fixture, 20251001, "last-quarter", "2025年第4季度");
  g_object_set (fixture->bar, "unit", "year", NULL);
  assert_span (fixture, 20250101, "last-year", "2025年");
  act (fixture, "period.next");
  g_object_set (fixture->bar, "unit", "month", NULL);
  assert_span (fixture, 20260301, "this-month", "2026年3月");
}

static void
assert_compare (Fixture *fixture, int from, int to)
{
  BhOfficeTime *time = bh_office_get_time (bh_desk_get_office (fixture->desk));
  BhPeriod period, compare;
  BhLocalTime local;

  bh_period_bar_get_periods (fixture->bar, &period, &compare);
  bh_office_time_split (time, compare.from, &local);
  g_assert_cmpint (local.day, ==, from);
  bh_office_time_split (time, compare.to - 1, &local);
  g_assert_cmpint (local.day, ==, to);
}

static void
test_compare (Fixture *fixture, gconstpointer data)
{
  BhSpan days = { BH_SPAN_FREE, 20260210, 20260214 };

  assert_compare (fixture, 20260201, 20260228);
  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "period.compare", "s", "year-before");
  assert_compare (fixture, 20250301, 20250331);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->bar), "去年同期"));
  g_object_set (fixture->bar, "compare", "nothing that there is", NULL);
  assert_compare (fixture, 20250301, 20250331);
  bh_period_bar_set_span (fixture->bar, &days);
  assert_compare (fixture, 20250210, 20250214);
  g_object_set (fixture->bar, "compare", "previous", NULL);
  assert_compare (fixture, 20260205, 20260209);
}

static gboolean
is_open (gpointer popover)
{
  return gtk_widget_get_mapped (popover);
}

static GtkWidget *
find_month (GtkWidget *popover, int month)
{
  GtkGrid *grid = bh_test_ui_find (popover, GTK_TYPE_GRID);

  return gtk_grid_get_child_at (grid, (month - 1) % 4, (month - 1) / 4);
}

/* Any month by two clicks, years back by one more each. */
static void
test_popover (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = bh_test_ui_find (GTK_WIDGET (fixture->bar), GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  GtkWidget *month;

  gtk_menu_button_popup (button);
  bh_test_ui_wait (is_open, popover);
  g_assert_true (bh_test_ui_says (popover, "2026"));
  g_assert_true (gtk_widget_get_sensitive (find_month (popover, 3)));
  g_assert_false (gtk_widget_get_sensitive (find_month (popover, 4)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_month (popover, 3)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "2026年3月");

  gtk_widget_activate_action (bh_test_ui_find (popover, BH_TYPE_PERIOD_CHOOSER), "chooser.previous",
                              NULL);
  g_assert_true (bh_test_ui_says (popover, "2025"));
  month = find_month (popover, 11);
  g_assert_nonnull (month);
  g_signal_emit_by_name (month, "clicked");
  assert_span (fixture, 20251101, "month", "2025年11月");
}

/* Any days are written down; what is wrong with them stands beside them. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = bh_test_ui_find (GTK_WIDGET (fixture->bar), GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  GtkWidget *chooser = bh_test_ui_find (popover, BH_TYPE_PERIOD_CHOOSER);
  GtkWidget *first, *last;

  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "period.unit", "s", "free");
  bh_test_ui_wait (is_open, popover);
  first = bh_test_ui_find_shown (popover, GTK_TYPE_ENTRY);
  last = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (first));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (first)), ==, "2026-03-01");
  gtk_editable_set_text (GTK_EDITABLE (first), "2026-02-30");
  gtk_widget_activate_action (chooser, "chooser.take-days", NULL);
  g_assert_true (bh_test_ui_says (popover, "开始日期"));
  gtk_editable_set_text (GTK_EDITABLE (first), "2026-02-28");
  gtk_editable_set_text (GTK_EDITABLE (last), "2026-02-27");
  gtk_widget_activate_action (chooser, "chooser.take-days", NULL);
  g_assert_true (bh_test_ui_says (popover, "早于"));
  gtk_editable_set_text (GTK_EDITABLE (last), "2026-03-01");
  gtk_widget_activate_action (chooser, "chooser.take-days", NULL);
  assert_span (fixture, 20260228, "free", "2026-02-28 – 2026-03-01");
  act (fixture, "period.previous");
  assert_span (fixture, 20260226, "free", "2026-02-26 – 2026-02-27");
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->bar), GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "统计期");
}

static GtkWidget *
create_child (GtkWidget *box)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (child, 100, 50);
  gtk_widget_set_vexpand (child, TRUE);
  gtk_widget_set_parent (child, box);

  return child;
}

static void
assert_place (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation place;

  gtk_widget_get_allocation (child, &place);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, y);
  g_assert_cmpint (place.width, ==, width);
  g_assert_cmpint (place.height, ==, height);
}

static void
allocate (GtkWidget *box, int width, int height)
{
  GtkAllocation place = { 0, 0, width, height };
  int least;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, ==, 100);
  gtk_widget_queue_allocate (box);
  gtk_widget_size_allocate (box, &place, -1);
}

/* A column is twice as wide as the font is high. */
static void
test_grid (void)
{
  g_autoptr (GtkWidget) box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  PangoContext *context = gtk_widget_get_pango_context (box);
  int em = pango_font_description_get_size (pango_context_get_font_description (context))
           / PANGO_SCALE;
  GtkWidget *children[4];
  int height;

  gtk_widget_set_layout_manager (box, bh_grid_layout_new (10, 150.0 / em, 2));
  for (guint i = 0; i < 3; i++)
    children[i] = create_child (box);

  allocate (box, 310, 210);
  assert_place (children[0], 0, 0, 150, 100);
  assert_place (children[1], 160, 0, 150, 100);
  assert_place (children[2], 0, 110, 310, 100);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 310, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 110);

  allocate (box, 280, 170);
  assert_place (children[0], 0, 0, 280, 50);
  assert_place (children[1], 0, 60, 280, 50);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 280, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 170);

  /* Four of which three would fit stand two by two. */
  gtk_widget_set_layout_manager (box, bh_grid_layout_new (10, 150.0 / em, 3));
  children[3] = create_child (box);
  allocate (box, 470, 110);
  assert_place (children[1], 240, 0, 230, 50);
  assert_place (children[2], 0, 60, 230, 50);
  gtk_widget_set_visible (children[3], FALSE);
  allocate (box, 470, 50);
  assert_place (children[2], 320, 0, 150, 50);

  gtk_widget_set_visible (children[2], FALSE);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  allocate (box, 1000, 50);
  assert_place (children[0], 505, 0, 495, 50);
  bh_grid_layout_set_wide (children[0], TRUE);
  allocate (box, 1000, 110);
  assert_place (children[0], 0, 0, 1000, 50);
  assert_place (children[1], 0, 60, 1000, 50);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_unparent (children[i]);
}

/* Who comes back in another month can go on to it. */
static void
test_new_month (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (fixture->bar);

  act (fixture, "period.next");
  assert_span (fixture, 20260301, "this-month", "2026年3月");
  bh_test_desk_forward (fixture->office, 31 * 86400 * BH_USEC_PER_SEC);
  gtk_widget_set_visible (bar, FALSE);
  gtk_widget_set_visible (bar, TRUE);
  bh_test_ui_settle ();
  assert_span (fixture, 20260301, "last-month", "2026年3月");
  act (fixture, "period.next");
  assert_span (fixture, 20260401, "this-month", "2026年4月");
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/period-bar/move", test_move);
  ADD ("/period-bar/future", test_future);
  ADD ("/period-bar/kind", test_kind);
  ADD ("/period-bar/unit", test_unit);
  ADD ("/period-bar/compare", test_compare);
  ADD ("/period-bar/popover", test_popover);
  ADD ("/period-bar/days", test_days);
  ADD ("/period-bar/roles", test_roles);
  g_test_add_func ("/grid-layout", test_grid);

  ADD ("/period-bar/new-month", test_new_month);

  return g_test_run ();
}
