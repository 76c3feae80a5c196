/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-ui.h"
#include "ui/intake/bh-first-answer.h"

#define START (G_GINT64_CONSTANT (1772409600) * BH_USEC_PER_SEC)
#define SECOND BH_USEC_PER_SEC

typedef struct
{
  BhClock *clock;
  GtkWindow *window;
  BhFirstAnswer *widget;
  guint n_answered;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_answered++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->clock = bh_clock_new_fixed (START);
  fixture->widget = BH_FIRST_ANSWER (bh_first_answer_new (fixture->clock));
  fixture->window = bh_test_ui_show (GTK_WIDGET (fixture->widget), 1000, 700);
  g_signal_connect_swapped (fixture->widget, "answered", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->clock);
}

/* Says something only while somebody waits. */
static void
test_live (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->widget);

  g_assert_false (bh_test_ui_says (widget, "0:00"));
  bh_first_answer_set_opened (fixture->widget, START);
  g_assert_false (bh_test_ui_says (widget, "0:00"));
  bh_first_answer_set_live (fixture->widget, TRUE);
  g_assert_true (bh_test_ui_says (widget, "0:00"));
  g_assert_true (bh_test_ui_says (widget, "2:00"));
  bh_first_answer_set_live (fixture->widget, FALSE);
  g_assert_false (bh_test_ui_says (widget, "0:00"));
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->widget);

  bh_first_answer_set_live (fixture->widget, TRUE);
  bh_first_answer_answer (fixture->widget);
  g_assert_cmpuint (fixture->n_answered, ==, 0);

  bh_first_answer_set_opened (fixture->widget, START);
  bh_clock_set (fixture->clock, START + 42 * SECOND);
  bh_first_answer_answer (fixture->widget);
  g_assert_cmpuint (fixture->n_answered, ==, 1);
  g_assert_cmpint (bh_first_answer_get_answered (fixture->widget), ==, START + 42 * SECOND);
  g_assert_true (bh_test_ui_says (widget, "0:42"));
  g_assert_null (bh_test_ui_find_shown (widget, GTK_TYPE_BUTTON));

  /* Only the first words count. */
  bh_clock_set (fixture->clock, START + 90 * SECOND);
  bh_first_answer_answer (fixture->widget);
  g_assert_cmpuint (fixture->n_answered, ==, 1);
  g_assert_true (bh_test_ui_says (widget, "0:42"));
}

static void
assert_class (Fixture *fixture, int seconds, const char *css_class)
{
  GtkWidget *label;

  bh_clock_set (fixture->clock, START + seconds * SECOND);
  bh_first_answer_set_opened (fixture->widget, START);
  label = bh_test_ui_find_shown (GTK_WIDGET (fixture->widget), GTK_TYPE_LABEL);
  g_assert_true (gtk_widget_has_css_class (label, css_class));
}

static void
test_urgency (Fixture *fixture, gconstpointer data)
{
  bh_first_answer_set_live (fixture->widget, TRUE);
  assert_class (fixture, 60, "calm");
  assert_class (fixture, 100, "near");
  assert_class (fixture, 121, "passed");
}

#define ADD(name, test) g_test_add ("/first-answer/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  bh_test_ui_init (&argc, &argv);

  ADD ("live", test_live);
  ADD ("answer", test_answer);
  ADD ("urgency", test_urgency);

  return g_test_run ();
}
