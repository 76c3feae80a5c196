/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-ui.h"
#include "ui/tickets/bh-verb-bar.h"
#include "ui/tickets/bh-verb-menu.h"

#include <adwaita.h>

static const BhVerb many[] = {
  BH_VERB_INVESTIGATE, BH_VERB_CONTACT,  BH_VERB_NOTE,    BH_VERB_REMIND,
  BH_VERB_RETURN,      BH_VERB_TRANSFER, BH_VERB_CORRECT, BH_VERB_RECATEGORIZE,
  BH_VERB_WITHDRAW,    BH_VERB_REGRADE,  BH_VERB_UNDO,    BH_VERB_NONE,
};

static const BhVerb few[] = { BH_VERB_REOPEN, BH_VERB_UNDO, BH_VERB_NONE };

static void
chosen_cb (BhVerb *chosen, int verb)
{
  *chosen = (BhVerb) verb;
}

static guint
count_buttons (GtkWidget *bar)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += GTK_IS_BUTTON (child);

  return n;
}

/* The next step stands first and alone is suggested; what is rare is in the menu. */
static void
test_order (void)
{
  GtkWidget *bar = g_object_ref_sink (bh_verb_bar_new ());
  GtkWidget *first, *menu;

  bh_verb_bar_set_verbs (BH_VERB_BAR (bar), many);
  first = gtk_widget_get_first_child (bar);
  menu = gtk_widget_get_last_child (bar);
  g_assert_true (bh_test_ui_says (first, bh_list_get_label (BH_LIST_VERB, BH_VERB_INVESTIGATE)));
  g_assert_true (gtk_widget_has_css_class (first, "suggested-action"));
  g_assert_false (
      gtk_widget_has_css_class (gtk_widget_get_next_sibling (first), "suggested-action"));
  g_assert_cmpuint (count_buttons (bar), ==, 5);
  g_assert_true (BH_IS_VERB_MENU (menu));
  g_assert_true (gtk_widget_get_visible (menu));

  bh_verb_bar_set_verbs (BH_VERB_BAR (bar), few);
  g_assert_cmpuint (count_buttons (bar), ==, 2);
  g_assert_false (gtk_widget_get_visible (menu));
  g_assert_false (gtk_widget_has_css_class (gtk_widget_get_first_child (bar), "suggested-action"));
  g_assert_finalize_object (bar);
}

/* What is read anew and is the same leaves the buttons, and with them the focus, where they are. */
static void
test_same (void)
{
  GtkWidget *bar = g_object_ref_sink (bh_verb_bar_new ());
  GtkWidget *first;

  bh_verb_bar_set_verbs (BH_VERB_BAR (bar), many);
  first = gtk_widget_get_first_child (bar);
  bh_verb_bar_set_verbs (BH_VERB_BAR (bar), many);
  g_assert_true (gtk_widget_get_first_child (bar) == first);
  g_assert_finalize_object (bar);
}

/* A letter works wherever its verb stands. */
static void
test_letters (void)
{
  GtkWidget *bar = g_object_ref_sink (bh_verb_bar_new ());
  BhVerb chosen = BH_VERB_NONE;
  gboolean taken = FALSE;

  bh_verb_bar_set_verbs (BH_VERB_BAR (bar), many);
  g_signal_connect_swapped (bar, "chosen", G_CALLBACK (chosen_cb), &chosen);
  g_assert_true (bh_verb_bar_press (BH_VERB_BAR (bar), 'i'));
  g_assert_cmpint (chosen, ==, BH_VERB_INVESTIGATE);
  g_assert_true (bh_verb_bar_press (BH_VERB_BAR (bar), 'e'));
  g_assert_cmpint (chosen, ==, BH_VERB_CORRECT);
  g_assert_false (bh_verb_bar_press (BH_VERB_BAR (bar), 'I'));
  g_assert_false (bh_verb_bar_press (BH_VERB_BAR (bar), 'd'));
  g_signal_emit_by_name (gtk_widget_get_last_child (bar), "pressed", (guint) 't', &taken);
  g_assert_true (taken);
  g_assert_cmpint (chosen, ==, BH_VERB_TRANSFER);
  g_assert_finalize_object (bar);
}

/* Caps Lock changes nothing. */
static void
test_shift (void)
{
  g_assert_cmpuint (bh_verb_bar_get_letter (GDK_KEY_a, 0), ==, 'a');
  g_assert_cmpuint (bh_verb_bar_get_letter (GDK_KEY_A, GDK_SHIFT_MASK), ==, 'A');
  g_assert_cmpuint (bh_verb_bar_get_letter (GDK_KEY_A, GDK_LOCK_MASK), ==, 'a');
  g_assert_cmpuint (bh_verb_bar_get_letter (GDK_KEY_a, GDK_LOCK_MASK | GDK_SHIFT_MASK), ==, 'A');
  g_assert_cmpuint (bh_verb_bar_get_letter (GDK_KEY_a, GDK_CONTROL_MASK), ==, 0);
  g_assert_cmpuint (bh_verb_bar_get_letter (GDK_KEY_1, 0), ==, 0);
  g_assert_cmpuint (bh_verb_bar_get_letter (GDK_KEY_F5, 0), ==, 0);
}

static void
extra_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ++*(guint *) user_data;
}

/* What is no verb is offered beside them, by its letter too. */
static void
test_extras (void)
{
  static const BhVerbExtra extras[] = { { "Note", "Note", "test.extra", 'G' } };
  GtkWidget *bar = g_object_ref_sink (bh_verb_bar_new ());
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("extra", NULL);
  const BhVerb none[] = { BH_VERB_NONE };
  guint n_done = 0;

  g_signal_connect (action, "activate", G_CALLBACK (extra_cb), &n_done);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (bar, "test", G_ACTION_GROUP (group));
  bh_verb_bar_set_extras (BH_VERB_BAR (bar), extras, G_N_ELEMENTS (extras));
  g_assert_false (bh_verb_bar_press (BH_VERB_BAR (bar), 'G'));
  bh_verb_bar_set_verbs (BH_VERB_BAR (bar), few);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_last_child (bar)));
  g_assert_true (bh_verb_bar_press (BH_VERB_BAR (bar), 'G'));
  g_assert_cmpuint (n_done, ==, 1);
  bh_verb_bar_set_verbs (BH_VERB_BAR (bar), none);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_last_child (bar)));
  g_assert_finalize_object (bar);
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

  g_test_add_func ("/verb-bar/order", test_order);
  g_test_add_func ("/verb-bar/same", test_same);
  g_test_add_func ("/verb-bar/letters", test_letters);
  g_test_add_func ("/verb-bar/shift", test_shift);
  g_test_add_func ("/verb-bar/extras", test_extras);

  return g_test_run ();
}
