/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-pacer.h"

typedef struct
{
  gboolean busy;
  guint n_done;
  GMainLoop *loop;
} Work;

static gboolean
is_busy (gpointer user_data)
{
  return ((Work *) user_data)->busy;
}

static void
due (gpointer user_data)
{
  Work *work = user_data;

  work->n_done++;
  if (work->loop != NULL)
    g_main_loop_quit (work->loop);
}

/* What changes together is done once. */
static void
test_together (void)
{
  Work work = { FALSE, 0, NULL };
  g_autoptr (BhPacer) pacer = bh_pacer_new (G_MAXINT, is_busy, due, &work);

  for (int i = 0; i < 10; i++)
    bh_pacer_ask (pacer);
  g_assert_cmpuint (work.n_done, ==, 0);
  g_assert_true (bh_pacer_tick (pacer));
  g_assert_cmpuint (work.n_done, ==, 1);
  g_assert_false (bh_pacer_tick (pacer));
  g_assert_cmpuint (work.n_done, ==, 1);
}

/* Three intervals of work are followed by twelve without, however much changes meanwhile. */
static void
test_rest (void)
{
  Work work = { FALSE, 0, NULL };
  g_autoptr (BhPacer) pacer = bh_pacer_new (G_MAXINT, is_busy, due, &work);
  guint n_ticks = 0;

  bh_pacer_ask (pacer);
  bh_pacer_tick (pacer);
  work.busy = TRUE;
  for (int i = 0; i < 3; i++)
    {
      bh_pacer_ask (pacer);
      g_assert_true (bh_pacer_tick (pacer));
    }
  work.busy = FALSE;
  while (work.n_done == 1)
    {
      bh_pacer_ask (pacer);
      g_assert_true (bh_pacer_tick (pacer));
      n_ticks++;
    }
  g_assert_cmpuint (n_ticks, ==, 3 * BH_PACER_REST + 1);
}

static void
test_timer (void)
{
  Work work = { FALSE, 0, NULL };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (BhPacer) pacer = bh_pacer_new (1, is_busy, due, &work);

  work.loop = loop;
  bh_pacer_ask (pacer);
  g_main_loop_run (loop);
  g_assert_cmpuint (work.n_done, ==, 1);
  bh_pacer_ask (pacer);
  g_main_loop_run (loop);
  g_assert_cmpuint (work.n_done, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pacer/together", test_together);
  g_test_add_func ("/pacer/rest", test_rest);
  g_test_add_func ("/pacer/timer", test_timer);

  return g_test_run ();
}
