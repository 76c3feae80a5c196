/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-suggester.h"
#include "support/bh-test-desk.h"

static void
learned_cb (guint *n_learned)
{
  (*n_learned)++;
}

static void
wait_for (guint *n_learned, guint n)
{
  while (*n_learned < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_learns (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhSuggester) suggester = bh_suggester_new (desk->store);
  g_autoptr (BhClassifier) first = NULL;
  guint n_learned = 0;

  g_signal_connect_swapped (suggester, "learned", G_CALLBACK (learned_cb), &n_learned);
  g_assert_null (bh_suggester_get_model (suggester));
  bh_suggester_start (suggester);
  bh_suggester_start (suggester);
  wait_for (&n_learned, 1);
  first = bh_classifier_ref (bh_suggester_get_model (suggester));
  g_assert_cmpuint (bh_classifier_get_n_labels (first), >, 1);

  /* A few tickets change nothing, many do. */
  for (guint i = 0; i < 200; i++)
    bh_test_desk_register (desk, "漏水", "general");
  wait_for (&n_learned, 2);
  g_assert_cmpuint (bh_classifier_get_n_samples (bh_suggester_get_model (suggester)), ==,
                    bh_classifier_get_n_samples (first) + 200);
}

/* Whoever closes does not wait for it, and what comes late is nobody's. */
static void
test_stopped (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  BhSuggester *suggester = bh_suggester_new (desk->store);
  guint n_learned = 0;

  g_signal_connect_swapped (suggester, "learned", G_CALLBACK (learned_cb), &n_learned);
  bh_suggester_start (suggester);
  bh_suggester_stop (suggester);
  bh_suggester_start (suggester);
  g_object_add_weak_pointer (G_OBJECT (suggester), (gpointer *) &suggester);
  g_object_unref (suggester);
  while (suggester != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_learned, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggester/learns", test_learns);
  g_test_add_func ("/suggester/stopped", test_stopped);

  return g_test_run ();
}
