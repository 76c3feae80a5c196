/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-ui.h"
#include "ui/common/bh-side-layout.h"

#define SPACING 10
#define MAIN_WIDTH 600
#define SIDE_WIDTH 200

typedef struct
{
  GtkWindow *window;
  GtkWidget *parent;
  GtkWidget *main;
  GtkWidget *side;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->parent = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  fixture->main = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  fixture->side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (fixture->parent,
                                 bh_side_layout_new (SPACING, MAIN_WIDTH, SIDE_WIDTH));
  gtk_widget_set_size_request (fixture->main, 300, 50);
  gtk_widget_set_size_request (fixture->side, 100, 40);
  gtk_widget_set_parent (fixture->main, fixture->parent);
  gtk_widget_set_parent (fixture->side, fixture->parent);
  fixture->window = bh_test_ui_show (fixture->parent, 1000, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_unparent (fixture->main);
  gtk_widget_unparent (fixture->side);
  gtk_window_destroy (fixture->window);
}

static void
assert_place (Fixture *fixture, GtkWidget *child, int x, int y, int width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, fixture->parent, &bounds));
  g_assert_cmpint ((int) bounds.origin.x, ==, x);
  g_assert_cmpint ((int) bounds.origin.y, ==, y);
  g_assert_cmpint ((int) bounds.size.width, ==, width);
}

static void
allocate (Fixture *fixture, int width)
{
  GtkAllocation allocation = { 0, 0, width, 400 };

  gtk_widget_size_allocate (fixture->parent, &allocation, -1);
}

static int
measure_height (Fixture *fixture, int width)
{
  int height;

  gtk_widget_measure (fixture->parent, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
test_wide (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 1000);
  assert_place (fixture, fixture->main, 0, 0, MAIN_WIDTH);
  assert_place (fixture, fixture->side, MAIN_WIDTH + SPACING, 0, SIDE_WIDTH);
  allocate (fixture, 700);
  assert_place (fixture, fixture->main, 0, 0, 700 - SPACING - SIDE_WIDTH);
  assert_place (fixture, fixture->side, 700 - SIDE_WIDTH, 0, SIDE_WIDTH);
  g_assert_cmpint (measure_height (fixture, 700), ==, 50);
}

/* One pixel less than what both need puts one below the other. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  allocate (fixture, 510);
  assert_place (fixture, fixture->main, 0, 0, 300);
  allocate (fixture, 509);
  assert_place (fixture, fixture->main, 0, 0, 509);
  assert_place (fixture, fixture->side, 0, 50 + SPACING, 509);
  g_assert_cmpint (measure_height (fixture, 509), ==, 50 + SPACING + 40);
}

static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_visible (fixture->side, FALSE);
  allocate (fixture, 700);
  assert_place (fixture, fixture->main, 0, 0, MAIN_WIDTH);
  g_assert_cmpint (measure_height (fixture, 700), ==, 50);
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (fixture->parent, GTK_TEXT_DIR_RTL);
  allocate (fixture, 1000);
  assert_place (fixture, fixture->main, 400, 0, MAIN_WIDTH);
  assert_place (fixture, fixture->side, 400 - SPACING - SIDE_WIDTH, 0, SIDE_WIDTH);
}

#define ADD(name, test) g_test_add ("/side-layout/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  bh_test_ui_init (&argc, &argv);

  ADD ("wide", test_wide);
  ADD ("narrow", test_narrow);
  ADD ("hidden", test_hidden);
  ADD ("right-to-left", test_right_to_left);

  return g_test_run ();
}
