/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/insight/bh-grid-layout.h"
#include "ui/insight/bh-period-bar.h"

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
  fixture->bar = BH_PERIOD_BAR (bh_period_bar_new (fixture->desk));
  g_signal_connect_swapped (fixture->bar, "notify::month", G_CALLBACK (changed_cb), fixture);
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
assert_month (Fixture *fixture, int month, const char *kind, const char *said)
{
  g_assert_cmpint (bh_period_bar_get_month (fixture->bar), ==, month);
  g_assert_cmpstr (bh_period_bar_get_kind (fixture->bar), ==, kind);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->bar), said));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  assert_month (fixture, 202603, "this-month", "2026年3月");
  act (fixture, "period.previous");
  assert_month (fixture, 202602, "last-month", "2026年2月");
  act (fixture, "period.previous");
  act (fixture, "period.previous");
  assert_month (fixture, 202512, "month", "2025年12月");
  act (fixture, "period.next");
  assert_month (fixture, 202601, "month", "2026年1月");
  bh_period_bar_move (fixture->bar, -25);
  assert_month (fixture, 202312, "month", "2023年12月");
  g_assert_cmpuint (fixture->n_changes, ==, 5);
}

/* What has not been yet cannot be chosen, nor what is no month. */
static void
test_future (Fixture *fixture, gconstpointer data)
{
  act (fixture, "period.next");
  bh_period_bar_set_month (fixture->bar, 202604);
  bh_period_bar_set_month (fixture->bar, 202513);
  bh_period_bar_set_month (fixture->bar, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  bh_period_bar_set_month (fixture->bar, 202510);
  bh_period_bar_move (fixture->bar, 13);
  assert_month (fixture, 202603, "this-month", "2026年3月");
}

static void
test_kind (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->bar), "period.kind", "s", "last-month");
  assert_month (fixture, 202602, "last-month", "2026年2月");
  bh_period_bar_set_kind (fixture->bar, "month");
  assert_month (fixture, 202602, "last-month", "2026年2月");
  g_object_set (fixture->bar, "kind", "this-month", NULL);
  assert_month (fixture, 202603, "this-month", "2026年3月");

  /* When the month is over, it is the last one. */
  bh_test_desk_forward (fixture->office, 31 * BH_TEST_DESK_DAY);
  g_assert_cmpstr (bh_period_bar_get_kind (fixture->bar), ==, "last-month");
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

  act (fixture, "period.previous-year");
  g_assert_true (bh_test_ui_says (popover, "2025"));
  month = find_month (popover, 11);
  g_assert_nonnull (month);
  g_signal_emit_by_name (month, "clicked");
  assert_month (fixture, 202511, "month", "2025年11月");
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->bar), GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "月份");
}

static GtkWidget *
create_child (GtkWidget *box)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (child, 100, 50);
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
  GtkWidget *children[3];
  int height;

  gtk_widget_set_layout_manager (box, bh_grid_layout_new (10, 150.0 / em, 2));
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
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
  assert_month (fixture, 202603, "this-month", "2026年3月");
  bh_test_desk_forward (fixture->office, 31 * 86400 * BH_USEC_PER_SEC);
  gtk_widget_set_visible (bar, FALSE);
  gtk_widget_set_visible (bar, TRUE);
  bh_test_ui_settle ();
  g_assert_cmpstr (bh_period_bar_get_kind (fixture->bar), ==, "last-month");
  act (fixture, "period.next");
  assert_month (fixture, 202604, "this-month", "2026年4月");
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/period-bar/move", test_move);
  ADD ("/period-bar/future", test_future);
  ADD ("/period-bar/kind", test_kind);
  ADD ("/period-bar/popover", test_popover);
  ADD ("/period-bar/roles", test_roles);
  g_test_add_func ("/grid-layout", test_grid);

  ADD ("/period-bar/new-month", test_new_month);

  return g_test_run ();
}
