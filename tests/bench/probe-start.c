/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-application.h"
#include "app/bh-command-line.h"
#include "base/bh-i18n.h"
#include "support/bh-test-ui.h"
#include "ui/bh-window.h"
#include "ui/tickets/bh-ticket-cell.h"
#include "ui/tickets/bh-ticket-table.h"
#include "ui/today/bh-today-page.h"
#include "ui/today/bh-today-tickets.h"

#include <stdlib.h>
#include <time.h>

/* probe-start --database PATH: the program itself, until the frame with the first rows was drawn,
 * or with the word that there are none. bench-start runs it.
 *
 * In the environment: PROBE_BEGIN, the monotonic time in microseconds at which it was started;
 * PROBE_PAGE, the page it begins with: today or tickets; PROBE_FILTER, which tickets are listed.
 * Prints milliseconds since then, milliseconds of processor time, and of them those of the main
 * thread. */

static double
get_processor_ms (clockid_t clock)
{
  struct timespec used;

  clock_gettime (clock, &used);

  return (double) used.tv_sec * 1e3 + (double) used.tv_nsec / 1e6;
}

/* A cell draws its row in the frame before which it got it: nothing comes in between. */
static gboolean
has_rows (GtkWidget *widget)
{
  if (BH_IS_TICKET_CELL (widget))
    {
      BhTicketItem *item = bh_ticket_cell_get_item (BH_TICKET_CELL (widget));

      return item != NULL && bh_ticket_item_get_row (item) != NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_rows (child))
      return TRUE;

  return FALSE;
}

static gboolean
are_tickets_shown (GtkWidget *window)
{
  BhTicketTable *table = bh_test_ui_find (window, BH_TYPE_TICKET_TABLE);
  BhTicketList *list = bh_ticket_table_get_list (table);
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (list)) == 0;

  return is_empty ? !bh_ticket_list_is_loading (list) : has_rows (GTK_WIDGET (table));
}

/* A section shows rows, or the line in place of them, when the day was read. */
static gboolean
is_day_shown (GtkWidget *window)
{
  BhTodayCard *card = bh_test_ui_find (window, BH_TYPE_TODAY_TICKETS);
  GtkWidget *list = GTK_WIDGET (bh_today_card_get_list (card));

  return gtk_widget_get_visible (list)
         || gtk_widget_get_visible (gtk_widget_get_next_sibling (list));
}

static gboolean
begins_with_day (void)
{
  return g_strcmp0 (g_getenv ("PROBE_PAGE"), "today") == 0;
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWidget *window)
{
  gint64 begin;

  if (begins_with_day () ? !is_day_shown (window) : !are_tickets_shown (window))
    return;

  begin = g_ascii_strtoll (g_getenv ("PROBE_BEGIN"), NULL, 10);
  g_print ("%.1f %.1f %.1f\n", (double) (g_get_monotonic_time () - begin) / 1e3,
           get_processor_ms (CLOCK_PROCESS_CPUTIME_ID), get_processor_ms (CLOCK_THREAD_CPUTIME_ID));
  exit (EXIT_SUCCESS);
}

static void
realized_cb (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), window, 0);
}

static gboolean
window_added_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *window = g_value_get_object (&values[1]);

  if (BH_IS_WINDOW (window))
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);

  return TRUE;
}

static int
run_window (const char *database)
{
  g_autoptr (GSettings) settings = g_settings_new (BH_APP_ID);
  g_autoptr (GTypeClass) application_class = g_type_class_ref (GTK_TYPE_APPLICATION);

  g_settings_set_string (settings, "last-page", begins_with_day () ? "today" : "tickets");
  if (g_getenv ("PROBE_FILTER") != NULL)
    g_settings_set_string (settings, "filter", g_getenv ("PROBE_FILTER"));
  g_signal_add_emission_hook (g_signal_lookup ("window-added", GTK_TYPE_APPLICATION), 0,
                              window_added_cb, NULL, NULL);

  return bh_application_run (database);
}

int
main (int argc, char *argv[])
{
  return bh_command_line_run (argc, argv, run_window);
}
