/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-scroll DATABASE: frame times of the ticket list over a database, beside the same
 * view over as many items in memory. To be run under tests/support/display:
 *
 *   bihuan demo --database big.bihuan --tickets 1000000
 *   tests/support/display _build/tests/bench/bench-scroll big.bihuan
 *
 * A frame's time is from moving the scrollbar until the frame is painted. */
#include "storage/bh-ticket-item.h"
#include "ui/bh-ui.h"
#include "ui/tickets/bh-ticket-columns.h"
#include "ui/tickets/bh-ticket-table.h"

#include <adwaita.h>
#include <stdlib.h>

#define N_FRAMES 300
#define N_ROWS_IN_MEMORY 64

/* Items that have their rows from the start: what a list in memory costs. */
#define BENCH_TYPE_MEMORY (bench_memory_get_type ())
G_DECLARE_FINAL_TYPE (BenchMemory, bench_memory, BENCH, MEMORY, GObject)

struct _BenchMemory
{
  GObject parent_instance;

  GPtrArray *items; /* (owned) (element-type BhTicketItem) */
};

static GType
memory_get_item_type (GListModel *model)
{
  return BH_TYPE_TICKET_ITEM;
}

static guint
memory_get_n_items (GListModel *model)
{
  return BENCH_MEMORY (model)->items->len;
}

static gpointer
memory_get_item (GListModel *model, guint position)
{
  GPtrArray *items = BENCH_MEMORY (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = memory_get_item_type;
  iface->get_n_items = memory_get_n_items;
  iface->get_item = memory_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchMemory,
                               bench_memory,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
bench_memory_finalize (GObject *object)
{
  g_ptr_array_unref (BENCH_MEMORY (object)->items);

  G_OBJECT_CLASS (bench_memory_parent_class)->finalize (object);
}

static void
bench_memory_class_init (BenchMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_memory_finalize;
}

static void
bench_memory_init (BenchMemory *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static gint64
get_item_id (GListModel *model, guint position)
{
  return bh_ticket_item_get_id (g_ptr_array_index (BENCH_MEMORY (model)->items, position));
}

static void
wait_until_loaded (BhTicketList *list)
{
  while (bh_ticket_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

/* @rows: real ones, taken again and again */
static GListModel *
create_memory (GPtrArray *rows, guint n_items)
{
  BenchMemory *memory = g_object_new (BENCH_TYPE_MEMORY, NULL);

  for (guint i = 0; i < n_items; i++)
    {
      BhTicketRow *row = g_ptr_array_index (rows, i % rows->len);
      BhTicketItem *item = bh_ticket_item_new (row->id, NULL);

      bh_ticket_item_set_row (item, row);
      g_ptr_array_add (memory->items, item);
    }

  return G_LIST_MODEL (memory);
}

static GPtrArray *
take_rows (BhTicketList *list)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_ROWS_IN_MEMORY; i++)
    {
      g_autoptr (BhTicketItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      while (bh_ticket_item_get_row (item) == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_ptr_array_add (rows, g_object_ref (bh_ticket_item_get_row (item)));
    }

  return rows;
}

static GtkWidget *
show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 700);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}

typedef enum
{
  STEPS,
  PAGES,
  JUMPS,
  N_WAYS,
} Way;

static const char *const way_names[] = { "steps", "pages", "jumps" };

static double
get_next_value (GtkAdjustment *adjustment, Way way, guint i)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment) - page;

  switch (way)
    {
    case STEPS:
      return gtk_adjustment_get_value (adjustment) + 78;
    case PAGES:
      return gtk_adjustment_get_value (adjustment) + page;
    case JUMPS:
      return upper * (i * 7919 % N_FRAMES) / N_FRAMES;
    case N_WAYS:
      break;
    }

  g_return_val_if_reached (0);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Prints median, 95th percentile and maximum in milliseconds. Returns: the median */
static double
measure (const char *name, GtkWidget *widget, GtkAdjustment *adjustment, Way way)
{
  gint64 times[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      gtk_adjustment_set_value (adjustment, get_next_value (adjustment, way, i));
      gtk_test_widget_wait_for_draw (widget);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, N_FRAMES, sizeof times[0], compare_times);
  g_print ("%-8s %-8s %7.1f %7.1f %7.1f\n", way_names[way], name,
           (double) times[N_FRAMES / 2] / 1e3, (double) times[N_FRAMES * 95 / 100] / 1e3,
           (double) times[N_FRAMES - 1] / 1e3);

  return (double) times[N_FRAMES / 2];
}

static GtkAdjustment *
find_adjustment (GtkWidget *scroller)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static GtkWidget *
create_memory_view (GListModel *memory, BhDesk *desk, BhTicketColumns **columns)
{
  const char *const codes[]
      = { "number", "grade", "summary", "place", "status", "time-left", NULL };
  BhIdSelection *selection = bh_id_selection_new (memory, get_item_id);
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (view, "data-table");
  *columns = bh_ticket_columns_new (GTK_COLUMN_VIEW (view), desk);
  bh_ticket_columns_set_shown (*columns, codes);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);

  return scroller;
}

static void
run (BhDesk *desk)
{
  const char *const codes[]
      = { "number", "grade", "summary", "place", "status", "time-left", NULL };
  GtkWidget *table = bh_ticket_table_new (desk);
  BhTicketList *list = bh_ticket_table_get_list (BH_TICKET_TABLE (table));
  GtkWidget *window;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GListModel) memory = NULL;
  g_autoptr (BhTicketColumns) columns = NULL;
  GtkWidget *memory_window, *memory_view;

  g_object_set (table, "columns", codes, NULL);
  bh_ticket_table_set_filter (BH_TICKET_TABLE (table), NULL);
  window = show (table);
  wait_until_loaded (list);
  rows = take_rows (list);
  memory = create_memory (rows, g_list_model_get_n_items (G_LIST_MODEL (list)));
  memory_view = create_memory_view (memory, desk, &columns);
  memory_window = show (memory_view);

  g_print ("%u rows; times of a frame in ms: median, 95 %%, maximum\n",
           g_list_model_get_n_items (memory));
  for (Way way = STEPS; way < N_WAYS; way++)
    {
      double in_memory = measure ("memory", memory_window, find_adjustment (memory_view), way);
      double stored
          = measure ("stored", window, find_adjustment (gtk_widget_get_first_child (table)), way);

      g_print ("%-8s ratio    %7.2f\n", way_names[way], stored / in_memory);
    }
  gtk_window_destroy (GTK_WINDOW (memory_window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (BhClock) clock = bh_clock_new_system ();
  g_autoptr (BhStore) store = NULL;
  g_autoptr (BhDesk) desk = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: bench-scroll DATABASE\n");
      return 2;
    }
  gtk_init ();
  adw_init ();
  bh_ui_init ();
  store = bh_store_open (argv[1], BH_OPEN_EXISTING, clock, &error);
  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  desk = bh_desk_new (store);
  run (desk);

  return 0;
}
