/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-sweeper.h"

#include "support/bh-test-desk.h"

/* What a pass said. */
typedef struct
{
  GMainLoop *loop;
  guint n_swept;
  guint n_warnings;
  GError *error;
} Watch;

static void
swept_cb (BhSweeper *sweeper, BhSweep *sweep, Watch *watch)
{
  watch->n_swept++;
  watch->n_warnings += sweep->n_warnings;
  g_main_loop_quit (watch->loop);
}

static void
failed_cb (BhSweeper *sweeper, GError *error, Watch *watch)
{
  watch->error = g_error_copy (error);
  g_main_loop_quit (watch->loop);
}

static BhSweeper *
start (BhTestDesk *desk, Watch *watch)
{
  BhSweeper *sweeper = bh_sweeper_new (desk->store);

  *watch = (Watch){ .loop = g_main_loop_new (NULL, FALSE) };
  g_signal_connect (sweeper, "swept", G_CALLBACK (swept_cb), watch);
  g_signal_connect (sweeper, "failed", G_CALLBACK (failed_cb), watch);

  return sweeper;
}

static void
test_sweep (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhSweeper) sweeper = NULL;
  Watch watch;

  bh_test_desk_register (desk, "漏水", "general");
  bh_test_desk_forward (desk, 20 * BH_TEST_DESK_HOUR);
  sweeper = start (desk, &watch);
  /* Asked twice, it makes one pass. */
  bh_sweeper_sweep (sweeper);
  bh_sweeper_sweep (sweeper);
  g_main_loop_run (watch.loop);
  g_assert_no_error (watch.error);
  g_assert_cmpuint (watch.n_swept, ==, 1);
  g_assert_cmpuint (watch.n_warnings, ==, 2);

  bh_sweeper_sweep (sweeper);
  g_main_loop_run (watch.loop);
  g_assert_cmpuint (watch.n_swept, ==, 2);
  g_assert_cmpuint (watch.n_warnings, ==, 2);
  g_object_run_dispose (G_OBJECT (sweeper));
  g_main_loop_unref (watch.loop);
}

/* Whoever closes the window during a pass does not wait for it. */
static void
test_dropped (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  Watch watch;
  BhSweeper *sweeper = start (desk, &watch);
  gpointer weak = sweeper;

  g_object_add_weak_pointer (G_OBJECT (sweeper), &weak);
  bh_sweeper_sweep (sweeper);
  g_object_run_dispose (G_OBJECT (sweeper));
  g_object_unref (sweeper);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (watch.n_warnings, ==, 0);
  g_main_loop_unref (watch.loop);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sweeper/sweep", test_sweep);
  g_test_add_func ("/sweeper/dropped", test_dropped);

  return g_test_run ();
}
