/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-list.h"

#include <stdlib.h>

/* bench-list DATABASE: how long a list of tickets takes until there is something to see, to sort
 * anew, and to show the rows of any page, without a display. One line a measurement. */

#define SCREEN 40
#define N_JUMPS 200

typedef struct
{
  BhTicketList *list;
  GTimer *timer;
  double worst; /* longest turn of the main loop in milliseconds: what a window would stand still */
} Bench;

static GTimer *turn_timer;

/* One turn of the main loop. What it waited for events does not count. */
static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int ready = g_poll (fds, n_fds, timeout);

  g_timer_start (turn_timer);

  return ready;
}

static void
turn (Bench *bench)
{
  g_main_context_iteration (NULL, TRUE);
  bench->worst = MAX (bench->worst, g_timer_elapsed (turn_timer, NULL) * 1000);
}

/* Asks for a screen of items from @position on and waits until all have their rows. */
static void
show_screen (Bench *bench, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (bench->list));

  for (guint i = position; i < MIN (position + SCREEN, n); i++)
    {
      g_autoptr (BhTicketItem) item = g_list_model_get_item (G_LIST_MODEL (bench->list), i);

      while (bh_ticket_item_get_row (item) == NULL)
        turn (bench);
    }
}

static void
report (Bench *bench, const char *what)
{
  g_print ("%-28s %9.1f ms   longest turn %6.1f ms\n", what,
           g_timer_elapsed (bench->timer, NULL) * 1000, bench->worst);
  bench->worst = 0;
}

static void
bench_sorts (Bench *bench)
{
  for (guint column = BH_TICKET_COLUMN_NUMBER; bh_ticket_column_get_code (column) != NULL; column++)
    {
      g_autofree char *what = g_strdup_printf ("sort by %s", bh_ticket_column_get_code (column));

      g_timer_start (bench->timer);
      bh_ticket_list_set_query (bench->list, NULL, (BhTicketColumn) column, FALSE);
      while (bh_ticket_list_is_loading (bench->list))
        turn (bench);
      show_screen (bench, 0);
      report (bench, what);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhClock) clock = bh_clock_new_system ();
  g_autoptr (BhStore) store = NULL;
  g_autoptr (BhTicketList) list = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  Bench bench = { .timer = timer };
  guint n;

  if (argc != 2)
    {
      g_printerr ("bench-list DATABASE\n");
      return 2;
    }

  turn_timer = g_timer_new ();
  g_main_context_set_poll_func (NULL, poll_cb);
  store = bh_store_open (argv[1], BH_OPEN_EXISTING, clock, &error);
  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  report (&bench, "open");

  list = bench.list = bh_ticket_list_new (store);
  g_timer_start (timer);
  bh_ticket_list_set_query (list, NULL, BH_TICKET_COLUMN_RECEIVED, TRUE);
  while (bh_ticket_list_is_loading (list) && g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    turn (&bench);
  show_screen (&bench, 0);
  report (&bench, "first screen");
  while (bh_ticket_list_is_loading (list))
    turn (&bench);
  report (&bench, "whole list");

  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_print ("%u tickets\n", n);
  g_timer_start (timer);
  for (guint i = 0; n > 0 && i < N_JUMPS; i++)
    show_screen (&bench, (guint) g_random_int_range (0, (int) n));
  report (&bench, "200 jumps");

  bench_sorts (&bench);
  bh_store_close (store);
  g_timer_destroy (turn_timer);

  return 0;
}
