/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-ticket-item.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/tickets/bh-column-sorter.h"
#include "ui/tickets/bh-filter-bar.h"
#include "ui/tickets/bh-filter-menu.h"
#include "ui/tickets/bh-ticket-columns.h"
#include "ui/tickets/bh-ticket-table.h"

#define N_TICKETS 5

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  BhTicketTable *table;
  GtkWindow *window;
  gint64 ids[N_TICKETS]; /* in the order of their receipt */
  gint64 selected;
  gint64 activated;
} Fixture;

static gboolean
is_loaded (gpointer data)
{
  return !bh_ticket_list_is_loading (data);
}

static BhTicketList *
wait_for_list (Fixture *fixture)
{
  BhTicketList *list = bh_ticket_table_get_list (fixture->table);

  bh_test_ui_wait (is_loaded, list);

  return list;
}

static void
selected_cb (Fixture *fixture, gint64 id)
{
  fixture->selected = id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const char *const grades[N_TICKETS] = { "general", "urgent", "important", "urgent", "general" };

  fixture->test_desk = bh_test_desk_new ();
  for (guint i = 0; i < N_TICKETS; i++)
    {
      bh_test_desk_register (fixture->test_desk, "漏水", grades[i]);
      fixture->ids[i] = fixture->test_desk->ticket_id;
    }
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->table = BH_TICKET_TABLE (bh_ticket_table_new (fixture->desk));
  g_signal_connect_swapped (fixture->table, "selected", G_CALLBACK (selected_cb), fixture);
  bh_ticket_table_set_filter (fixture->table, NULL);
  fixture->window = bh_test_ui_show (GTK_WIDGET (fixture->table), 1000, 400);
  wait_for_list (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static void
assert_order (Fixture *fixture, const int expected[N_TICKETS])
{
  BhTicketList *list = wait_for_list (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_TICKETS);
  for (guint i = 0; i < N_TICKETS; i++)
    g_assert_cmpint (bh_ticket_list_get_nth_id (list, i), ==, fixture->ids[expected[i]]);
}

static void
assert_sort (Fixture *fixture, const char *column, gboolean descending)
{
  g_autofree char *found = NULL;
  gboolean found_descending;

  g_object_get (fixture->table, "sort-column", &found, "sort-descending", &found_descending, NULL);
  g_assert_cmpstr (found, ==, column);
  g_assert_cmpint (found_descending, ==, descending);
}

/* The header's sort becomes the query's, whoever sets it. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *view = bh_test_ui_find (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW);
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) number = g_list_model_get_item (columns, 0);

  assert_sort (fixture, "received", TRUE);
  assert_order (fixture, (const int[]){ 4, 3, 2, 1, 0 });

  g_object_set (fixture->table, "sort-descending", FALSE, NULL);
  assert_order (fixture, (const int[]){ 0, 1, 2, 3, 4 });
  g_object_set (fixture->table, "sort-column", "grade", NULL);
  assert_order (fixture, (const int[]){ 1, 3, 2, 0, 4 });

  gtk_column_view_sort_by_column (view, number, GTK_SORT_DESCENDING);
  assert_sort (fixture, "number", TRUE);
  assert_order (fixture, (const int[]){ 4, 3, 2, 1, 0 });
  g_object_set (fixture->table, "sort-column", "no such column", NULL);
  assert_sort (fixture, "received", TRUE);
}

static void
assert_columns (Fixture *fixture, const char *expected)
{
  g_auto (GStrv) codes = NULL;
  g_autofree char *text = NULL;

  g_object_get (fixture->table, "columns", &codes, NULL);
  text = g_strjoinv (" ", codes);
  g_assert_cmpstr (text, ==, expected);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n_changes)
{
  (*n_changes)++;
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  const char *const some[] = { "status", "no-such-column", "number", NULL };
  const char *const none[] = { NULL };
  GActionGroup *actions = bh_ticket_table_get_actions (fixture->table);
  guint n_changes = 0;

  g_signal_connect (fixture->table, "notify::columns", G_CALLBACK (count_cb), &n_changes);
  g_object_set (fixture->table, "columns", some, NULL);
  assert_columns (fixture, "status number");
  g_assert_cmpuint (n_changes, ==, 1);

  g_action_group_change_action_state (actions, "summary", g_variant_new_boolean (TRUE));
  g_action_group_change_action_state (actions, "status", g_variant_new_boolean (FALSE));
  assert_columns (fixture, "number summary");
  g_object_set (fixture->table, "columns", none, NULL);
  assert_columns (fixture, "number");
}

static GtkColumnViewColumn *
dup_column (Fixture *fixture, guint position)
{
  GtkColumnView *view = bh_test_ui_find (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW);

  return g_list_model_get_item (gtk_column_view_get_columns (view), position);
}

static void
assert_widths (Fixture *fixture, const char *expected)
{
  g_autoptr (GVariant) widths = NULL;
  g_autofree char *text = NULL;

  g_object_get (fixture->table, "column-widths", &widths, NULL);
  text = g_variant_print (widths, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

/* A width goes with its column, wherever that stands and whether or not it is shown. */
static void
test_column_widths (Fixture *fixture, gconstpointer data)
{
  const char *const shown[] = { "status", "number", NULL };
  g_autoptr (GVariant) odd = g_variant_ref_sink (g_variant_new_parsed (
      "{'status': 120, 'number': -5, 'summary': 2147483647, 'no-such-column': 80}"));
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_parsed ("@a{si} {}"));
  g_autoptr (GtkColumnViewColumn) status = NULL;
  g_autoptr (GtkColumnViewColumn) number = NULL;
  guint n_changes = 0;

  assert_widths (fixture, "{}");
  g_object_set (fixture->table, "columns", shown, NULL);
  status = dup_column (fixture, 0);
  number = dup_column (fixture, 1);
  g_signal_connect (fixture->table, "notify::column-widths", G_CALLBACK (count_cb), &n_changes);

  g_object_set (fixture->table, "column-widths", odd, NULL);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (status), ==, 120);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (number), ==, -1);
  g_assert_cmpuint (n_changes, ==, 1);

  g_object_set (fixture->table, "column-widths", none, NULL);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (status), ==, -1);
  g_assert_cmpuint (n_changes, ==, 2);
  g_object_set (fixture->table, "column-widths", none, NULL);
  g_assert_cmpuint (n_changes, ==, 2);

  /* As a drag of the header's edge does. */
  gtk_column_view_column_set_fixed_width (number, 90);
  g_assert_cmpuint (n_changes, ==, 3);
  assert_widths (fixture, "{'number': 90}");
}

/* Cells come and go; those that went are not told of another office, or of the time. */
static void
test_cells_gone (Fixture *fixture, gconstpointer data)
{
  const char *const shown[] = { "number", "summary", NULL };
  GListStore *store = g_list_store_new (BH_TYPE_TICKET_ITEM);
  GtkWidget *view
      = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store))));
  g_autoptr (BhTicketColumns) columns
      = bh_ticket_columns_new (GTK_COLUMN_VIEW (view), fixture->desk);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment;
  GtkWindow *window;

  for (gint64 id = 1; id <= 2000; id++)
    {
      g_autoptr (BhTicketItem) item = bh_ticket_item_new (id, NULL);

      g_list_store_append (store, item);
    }
  bh_ticket_columns_set_shown (columns, shown);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  window = bh_test_ui_show (scroller, 600, 400);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  for (guint i = 0; i < 20; i++)
    {
      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_upper (adjustment) * (i * 7 % 20) / 20);
      gtk_test_widget_wait_for_draw (scroller);
      bh_ticket_columns_update (columns);
    }
  gtk_window_destroy (window);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  BhIdSelection *selection = bh_ticket_table_get_selection (fixture->table);

  bh_ticket_table_move (fixture->table, 1);
  g_assert_cmpint (fixture->selected, ==, fixture->ids[4]);
  bh_ticket_table_move (fixture->table, 1);
  g_assert_cmpint (fixture->selected, ==, fixture->ids[3]);
  bh_ticket_table_move (fixture->table, 99);
  g_assert_cmpint (fixture->selected, ==, fixture->ids[0]);
  bh_ticket_table_move (fixture->table, -2);
  g_assert_cmpint (fixture->selected, ==, fixture->ids[2]);
  g_assert_false (bh_ticket_table_was_clicked (fixture->table));

  /* It stays selected when the order turns round, and the next one is next in the new order. */
  g_object_set (fixture->table, "sort-descending", FALSE, NULL);
  wait_for_list (fixture);
  g_assert_cmpint (bh_id_selection_get_single (selection), ==, fixture->ids[2]);
  bh_ticket_table_move (fixture->table, 1);
  g_assert_cmpint (fixture->selected, ==, fixture->ids[3]);
}

static gboolean
is_row_read (gpointer data)
{
  g_autoptr (BhTicketItem) item = g_list_model_get_item (data, 0);

  return bh_ticket_item_get_row (item) != NULL;
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicketFilter) urgent = bh_ticket_filter_parse ("grade:urgent", NULL);
  BhTicketList *list;

  bh_ticket_table_set_filter (fixture->table, urgent);
  list = wait_for_list (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  bh_test_ui_wait (is_row_read, list);
}

static void
changed_cb (gpointer source, guint *n_changes)
{
  (*n_changes)++;
}

static BhFilterMenu *
find_menu (GtkWidget *bar, BhFilterField field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (BH_IS_FILTER_MENU (child) && bh_filter_menu_get_field (BH_FILTER_MENU (child)) == field)
        return BH_FILTER_MENU (child);
    }

  g_assert_not_reached ();
}

static void
assert_filter (GtkWidget *bar, const char *expected)
{
  g_assert_cmpstr (bh_ticket_filter_to_text (bh_filter_bar_get_filter (BH_FILTER_BAR (bar))), ==,
                   expected);
}

static GtkWidget *
create_filter_bar (Fixture *fixture, gboolean with_words)
{
  const BhFilterField fields[] = { BH_FILTER_STATUS, BH_FILTER_GRADE };
  GtkWidget *bar = bh_filter_bar_new (fixture->desk, fields, G_N_ELEMENTS (fields), with_words);

  return g_object_ref_sink (bar);
}

static void
test_filter_bar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) bar = create_filter_bar (fixture, TRUE);
  g_autoptr (BhTicketFilter) filter
      = bh_ticket_filter_parse ("status:open person:李强 text:漏水", NULL);
  GtkEditable *words = bh_test_ui_find (bar, GTK_TYPE_SEARCH_ENTRY);
  const char *const grades[] = { "urgent", "important", NULL };
  guint n_changes = 0;

  g_signal_connect (bar, "changed", G_CALLBACK (changed_cb), &n_changes);
  assert_filter (bar, "");
  bh_filter_bar_set_filter (BH_FILTER_BAR (bar), filter);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (words), ==, "漏水");

  g_signal_emit_by_name (find_menu (bar, BH_FILTER_GRADE), "chosen", grades);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_filter (bar, "status:open grade:urgent,important person:李强 text:漏水");
  g_signal_emit_by_name (find_menu (bar, BH_FILTER_GRADE), "chosen", grades);
  g_assert_cmpuint (n_changes, ==, 1);

  bh_filter_bar_clear (BH_FILTER_BAR (bar));
  g_assert_cmpuint (n_changes, ==, 2);
  assert_filter (bar, "");
  g_assert_cmpstr (gtk_editable_get_text (words), ==, "");
}

/* What has no menu has a chip that takes it away. */
static void
test_filter_chip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) bar = create_filter_bar (fixture, TRUE);
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse ("person:李强 rework:yes", NULL);
  GtkWidget *chip = NULL;

  bh_filter_bar_set_filter (BH_FILTER_BAR (bar), filter);
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && gtk_widget_get_visible (child) && chip == NULL)
        chip = child;
    }
  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  assert_filter (bar, "rework:yes");
}

/* Words of a bar that has no entry for them are taken away like all the rest. */
static void
test_filter_bar_without_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) bar = create_filter_bar (fixture, FALSE);
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse ("grade:urgent text:漏水", NULL);

  g_assert_null (bh_test_ui_find (bar, GTK_TYPE_SEARCH_ENTRY));
  bh_filter_bar_set_filter (BH_FILTER_BAR (bar), filter);
  g_assert_true (bh_test_ui_says (bar, "漏水"));
  bh_filter_bar_clear (BH_FILTER_BAR (bar));
  g_assert_false (bh_test_ui_says (bar, "漏水"));
  assert_filter (bar, "");
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/ticket-table/sort", test_sort);
  ADD ("/ticket-table/columns", test_columns);
  ADD ("/ticket-table/column-widths", test_column_widths);
  ADD ("/ticket-table/cells-gone", test_cells_gone);
  ADD ("/ticket-table/move", test_move);
  ADD ("/ticket-table/filter", test_filter);
  ADD ("/filter-bar/change", test_filter_bar);
  ADD ("/filter-bar/chip", test_filter_chip);
  ADD ("/filter-bar/without-words", test_filter_bar_without_words);

  return g_test_run ();
}
