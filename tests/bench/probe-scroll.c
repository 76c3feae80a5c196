/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-application.h"
#include "app/bh-command-line.h"
#include "base/bh-i18n.h"
#include "storage/bh-ticket-item.h"
#include "support/bh-test-ui.h"
#include "ui/bh-window.h"
#include "ui/tickets/bh-ticket-cell.h"
#include "ui/tickets/bh-ticket-table.h"

#include <stdlib.h>
#include <time.h>

/* probe-scroll --database PATH: scrolls in the list of all tickets, in turns as it is and with a
 * model in memory in its place that has an item with a row for every place at once. Then selects
 * all, and sorts anew. bench-scroll runs it.
 *
 * A frame is everything that the main thread does from the end of one frame to the end of the next,
 * without what it waits for events: the rows that arrive in between belong to it. A turn is what
 * the main loop does between two looks at its events. Both are measured by the processor's time, so
 * that a busy machine does not count, and the clock's is said too. */

#define N_ROUNDS 5
#define MAX_FRAME_RATIO 1.2
#define MAX_TURN_MS 50

/* How the scroll bar moves from one frame to the next. */
typedef enum
{
  STEPS, /* three rows on */
  PAGES, /* a page on */
  THUMB, /* dragged from the top to the middle */
  JUMPS, /* to some other place and back */
  N_WAYS,
} Way;

static const struct
{
  const char *label;
  guint n_frames;
} ways[N_WAYS] = {
  [STEPS] = { "steps", 90 },
  [PAGES] = { "pages", 60 },
  [THUMB] = { "thumb to the middle", 60 },
  [JUMPS] = { "jumps", 30 },
};

typedef enum
{
  FROM_DATABASE,
  IN_MEMORY,
  N_SOURCES,
} Source;

typedef struct
{
  double clock_ms;
  double processor_ms;
} Span;

typedef struct
{
  BhWindow *window;                     /* not owned */
  BhTicketTable *table;                 /* not owned */
  GtkColumnView *view;                  /* not owned */
  GtkAdjustment *adjustment;            /* not owned */
  GtkSelectionModel *models[N_SOURCES]; /* (owned) */
  GArray *frames[N_WAYS][N_SOURCES];    /* (owned) (element-type Span) */
  Way way;
  Source source;
  guint n_left; /* frames to come */
  Span frame_begin;
  gboolean good;
} Probe;

/* Of the main loop's turns; the poll function has no user data. */
static Span turn_begin;
static Span waited;
static Span longest;

static Span
look (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);

  return (Span){ (double) g_get_monotonic_time () / 1e3,
                 (double) used.tv_sec * 1e3 + (double) used.tv_nsec / 1e6 };
}

static Span
since (Span begin)
{
  Span now = look ();

  return (Span){ now.clock_ms - begin.clock_ms, now.processor_ms - begin.processor_ms };
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  Span turn = since (turn_begin);
  Span begin = look ();
  int ready;

  if (turn.processor_ms > longest.processor_ms)
    longest = turn;
  ready = g_poll (fds, n_fds, timeout);
  turn_begin = look ();
  waited.clock_ms += turn_begin.clock_ms - begin.clock_ms;

  return ready;
}

/* A model in memory. So many different tickets are enough that none is twice on the screen; that
 * their number is odd keeps pages apart. */
#define N_DIFFERENT 4093

#define BENCH_TYPE_MEMORY (bench_memory_get_type ())
G_DECLARE_FINAL_TYPE (BenchMemory, bench_memory, BENCH, MEMORY, GObject)

struct _BenchMemory
{
  GObject parent_instance;

  GPtrArray *items; /* (owned) */
  guint n_items;
};

static GType
bench_memory_get_item_type (GListModel *model)
{
  return BH_TYPE_TICKET_ITEM;
}

static guint
bench_memory_get_n_items (GListModel *model)
{
  return BENCH_MEMORY (model)->n_items;
}

static gpointer
bench_memory_get_item (GListModel *model, guint position)
{
  BenchMemory *self = BENCH_MEMORY (model);

  return position < self->n_items
             ? g_object_ref (g_ptr_array_index (self->items, position % self->items->len))
             : NULL;
}

static void
bench_memory_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = bench_memory_get_item_type;
  iface->get_n_items = bench_memory_get_n_items;
  iface->get_item = bench_memory_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BenchMemory,
                               bench_memory,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      bench_memory_list_model_init))

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

/* Every so many tickets of @list one, with rows of their own. */
static gpointer
load_rows_in_worker (BhConnection *connection,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  BhTicketList *list = BH_TICKET_LIST (user_data);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autofree gint64 *ids = g_new (gint64, N_DIFFERENT);
  guint n_ids = MIN (N_DIFFERENT, n_items);

  for (guint i = 0; i < n_ids; i++)
    ids[i] = bh_ticket_list_get_nth_id (list, (guint) ((guint64) i * n_items / n_ids));

  return bh_ticket_repository_load_rows (connection, ids, n_ids, error);
}

static gint64
get_memory_id (GListModel *model, guint position)
{
  BenchMemory *self = BENCH_MEMORY (model);

  return bh_ticket_item_get_id (g_ptr_array_index (self->items, position % self->items->len));
}

static GtkSelectionModel *
make_memory_model (BhStore *store, BhTicketList *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BenchMemory) memory = g_object_new (BENCH_TYPE_MEMORY, NULL);
  g_autoptr (GPtrArray) rows = bh_store_read (store, load_rows_in_worker, list, NULL, &error);

  if (rows == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < rows->len; i++)
    {
      BhTicketRow *row = g_ptr_array_index (rows, i);
      BhTicketItem *item = bh_ticket_item_new (row->id, NULL);

      bh_ticket_item_set_row (item, row);
      g_ptr_array_add (memory->items, item);
    }
  memory->n_items = g_list_model_get_n_items (G_LIST_MODEL (list));

  return GTK_SELECTION_MODEL (bh_id_selection_new (G_LIST_MODEL (memory), get_memory_id));
}

static gboolean
lacks_rows (GtkWidget *widget)
{
  if (BH_IS_TICKET_CELL (widget))
    {
      BhTicketItem *item = bh_ticket_cell_get_item (BH_TICKET_CELL (widget));

      return item != NULL && bh_ticket_item_get_row (item) == NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (lacks_rows (child))
      return TRUE;

  return FALSE;
}

static gboolean
draw_once_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gboolean *drawn = user_data;

  *drawn = TRUE;

  return G_SOURCE_REMOVE;
}

static void
draw_once (Probe *probe)
{
  gboolean drawn = FALSE;

  gtk_widget_queue_draw (GTK_WIDGET (probe->view));
  gtk_widget_add_tick_callback (GTK_WIDGET (probe->view), draw_once_cb, &drawn, NULL);
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
}

/* Until the list is whole, every cell has its row, and all of it is drawn. */
static void
settle (Probe *probe)
{
  while (bh_ticket_list_is_loading (bh_ticket_table_get_list (probe->table))
         || lacks_rows (GTK_WIDGET (probe->view)))
    g_main_context_iteration (NULL, TRUE);
  draw_once (probe);
  draw_once (probe);
}

static void
move_on (Probe *probe)
{
  double middle = gtk_adjustment_get_upper (probe->adjustment) / 2;
  double value = gtk_adjustment_get_value (probe->adjustment);
  double page = gtk_adjustment_get_page_size (probe->adjustment);
  guint n_frames = ways[probe->way].n_frames;
  guint done = n_frames - probe->n_left + 1;

  switch (probe->way)
    {
    case STEPS:
      value += page / 8;
      break;
    case PAGES:
      value += page;
      break;
    case THUMB:
      value = middle * done / n_frames;
      break;
    case JUMPS:
      value = middle + (done % 2 == 0 ? -1 : 1) * middle * done / (n_frames + 1);
      break;
    case N_WAYS:
      g_assert_not_reached ();
    }
  gtk_adjustment_set_value (probe->adjustment, value);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Probe *probe = user_data;

  if (probe->n_left > 0)
    move_on (probe);

  return probe->n_left > 0;
}

static void
after_paint_cb (GdkFrameClock *clock, Probe *probe)
{
  Span frame = since (probe->frame_begin);

  if (probe->n_left == 0)
    return;
  frame.clock_ms -= waited.clock_ms;
  /* The first one began before anything moved. */
  if (probe->n_left < ways[probe->way].n_frames)
    g_array_append_val (probe->frames[probe->way][probe->source], frame);
  probe->n_left--;
  waited = (Span){ 0 };
  probe->frame_begin = look ();
}

static void
scroll (Probe *probe, Way way, Source source)
{
  gtk_column_view_set_model (probe->view, probe->models[source]);
  probe->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (probe->view));
  gtk_adjustment_set_value (probe->adjustment, 0);
  probe->source = source;
  probe->way = way;
  settle (probe);

  waited = (Span){ 0 };
  probe->frame_begin = look ();
  probe->n_left = ways[way].n_frames;
  gtk_widget_add_tick_callback (GTK_WIDGET (probe->view), tick_cb, probe, NULL);
  while (probe->n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  settle (probe);
}

static int
compare_processor (gconstpointer a, gconstpointer b)
{
  double x = ((const Span *) a)->processor_ms, y = ((const Span *) b)->processor_ms;

  return (x > y) - (x < y);
}

static Span
get_quantile (GArray *frames, guint percent)
{
  g_array_sort (frames, compare_processor);

  return g_array_index (frames, Span, (frames->len - 1) * percent / 100);
}

static double
get_mean (GArray *frames)
{
  double sum = 0;

  for (guint i = 0; i < frames->len; i++)
    sum += g_array_index (frames, Span, i).processor_ms;

  return sum / frames->len;
}

static void
report_frames (Probe *probe, Way way)
{
  GArray *here = probe->frames[way][FROM_DATABASE], *there = probe->frames[way][IN_MEMORY];
  Span middle = get_quantile (here, 50), memory_middle = get_quantile (there, 50);
  Span high = get_quantile (here, 95), memory_high = get_quantile (there, 95);
  double ratio = middle.processor_ms / memory_middle.processor_ms;

  g_print ("%-20s frame %5.1f ms, in memory %5.1f ms, ratio %.2f (limit %.1f); 95 of 100 within "
           "%5.1f and %5.1f ms, ratio %.2f; mean ratio %.2f; clock ratio %.2f\n",
           ways[way].label, middle.processor_ms, memory_middle.processor_ms, ratio, MAX_FRAME_RATIO,
           high.processor_ms, memory_high.processor_ms,
           high.processor_ms / memory_high.processor_ms, get_mean (here) / get_mean (there),
           middle.clock_ms / memory_middle.clock_ms);
  probe->good = probe->good && ratio <= MAX_FRAME_RATIO;
}

static void
report_turn (Probe *probe, const char *what)
{
  settle (probe);
  g_print ("%-28s longest turn %5.1f ms (limit %d), by the clock %5.1f ms\n", what,
           longest.processor_ms, MAX_TURN_MS, longest.clock_ms);
  probe->good = probe->good && longest.processor_ms < MAX_TURN_MS;
}

static void
begin_turns (Probe *probe)
{
  settle (probe);
  turn_begin = look ();
  longest = (Span){ 0 };
}

static void
check_turns (Probe *probe)
{
  static const char *const columns[]
      = { "number", "grade", "summary", "place", "status", "time-left", "received" };

  gtk_column_view_set_model (probe->view, probe->models[FROM_DATABASE]);
  begin_turns (probe);
  gtk_selection_model_select_all (probe->models[FROM_DATABASE]);
  report_turn (probe, "select all");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *what = g_strdup_printf ("sort by %s, all selected", columns[i]);

      begin_turns (probe);
      g_object_set (probe->table, "sort-column", columns[i], NULL);
      report_turn (probe, what);
    }

  begin_turns (probe);
  gtk_selection_model_unselect_all (probe->models[FROM_DATABASE]);
  report_turn (probe, "select none");
}

static gboolean
run_cb (gpointer user_data)
{
  Probe *probe = user_data;
  BhDesk *desk = bh_window_get_desk (probe->window);
  BhTicketList *list;

  probe->table = bh_test_ui_find (GTK_WIDGET (probe->window), BH_TYPE_TICKET_TABLE);
  probe->view = bh_test_ui_find (GTK_WIDGET (probe->table), GTK_TYPE_COLUMN_VIEW);
  list = bh_ticket_table_get_list (probe->table);
  settle (probe);
  g_print ("%u tickets\n", g_list_model_get_n_items (G_LIST_MODEL (list)));

  probe->models[FROM_DATABASE]
      = g_object_ref (GTK_SELECTION_MODEL (bh_ticket_table_get_selection (probe->table)));
  probe->models[IN_MEMORY] = make_memory_model (bh_desk_get_store (desk), list);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (probe->window)), "after-paint",
                    G_CALLBACK (after_paint_cb), probe);

  for (guint round = 0; round < N_ROUNDS; round++)
    for (Way way = 0; way < N_WAYS; way++)
      for (Source source = 0; source < N_SOURCES; source++)
        scroll (probe, way, source);
  for (Way way = 0; way < N_WAYS; way++)
    report_frames (probe, way);
  check_turns (probe);
  exit (probe->good ? EXIT_SUCCESS : EXIT_FAILURE);

  return G_SOURCE_REMOVE;
}

static gboolean
window_added_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *window = g_value_get_object (&values[1]);
  Probe *probe = data;

  if (BH_IS_WINDOW (window))
    {
      probe->window = BH_WINDOW (window);
      g_idle_add (run_cb, probe);
    }

  return TRUE;
}

static int
run_window (const char *database)
{
  g_autoptr (GSettings) settings = g_settings_new (BH_APP_ID);
  g_autoptr (GTypeClass) application_class = g_type_class_ref (GTK_TYPE_APPLICATION);
  Probe probe = { .good = TRUE };

  for (Way way = 0; way < N_WAYS; way++)
    for (Source source = 0; source < N_SOURCES; source++)
      probe.frames[way][source] = g_array_new (FALSE, FALSE, sizeof (Span));
  g_settings_set_string (settings, "filter", "");
  g_main_context_set_poll_func (NULL, poll_cb);
  g_signal_add_emission_hook (g_signal_lookup ("window-added", GTK_TYPE_APPLICATION), 0,
                              window_added_cb, &probe, NULL);

  return bh_application_run (database);
}

int
main (int argc, char *argv[])
{
  return bh_command_line_run (argc, argv, run_window);
}
