/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/today/bh-today-figure-row.h"
#include "ui/today/bh-today-figures.h"
#include "ui/today/bh-today-month.h"
#include "ui/today/bh-today-looks.h"
#include "ui/today/bh-today-page.h"
#include "ui/today/bh-today-row.h"
#include "ui/today/bh-today-tickets.h"

#include <adwaita.h>
#include <string.h>

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  BhDrafts *drafts;
  GSettings *settings;
  GtkWidget *page;
  GtkWindow *window;
  gint64 opened;
  BhTicketFilter *filter; /* (nullable): of the last "show all" */
  guint sort;
  gboolean descending;
  const char *wanted; /* what is waited for */
} Fixture;

static void
open_cb (Fixture *f, gint64 id)
{
  f->opened = id;
}

static void
show_cb (Fixture *f, BhTicketFilter *filter, guint sort, gboolean descending)
{
  g_clear_pointer (&f->filter, bh_ticket_filter_unref);
  f->filter = bh_ticket_filter_ref (filter);
  f->sort = sort;
  f->descending = descending;
}

static BhTodayTickets *
find_card_below (GtkWidget *widget, BhTodayKind kind)
{
  if (BH_IS_TODAY_TICKETS (widget))
    return bh_today_tickets_get_kind (BH_TODAY_TICKETS (widget)) == kind ? BH_TODAY_TICKETS (widget)
                                                                         : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      BhTodayTickets *found = find_card_below (child, kind);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static BhTodayTickets *
get_card (Fixture *f, BhTodayKind kind)
{
  return find_card_below (f->page, kind);
}

static BhTodayRow *
get_row (Fixture *f, BhTodayKind kind, int index)
{
  GtkListBox *list = bh_test_ui_find (GTK_WIDGET (get_card (f, kind)), GTK_TYPE_LIST_BOX);

  return (BhTodayRow *) gtk_list_box_get_row_at_index (list, index);
}

static gint64
get_row_id (Fixture *f, BhTodayKind kind, int index)
{
  return bh_today_row_get_ticket (get_row (f, kind, index))->id;
}

static guint
count_rows (Fixture *f, BhTodayKind kind)
{
  int n = 0;

  while (get_row (f, kind, n) != NULL)
    n++;

  return (guint) n;
}

static GtkWidget *
get_title (Fixture *f, BhTodayKind kind)
{
  return bh_test_ui_find (GTK_WIDGET (get_card (f, kind)), GTK_TYPE_BUTTON);
}

static gboolean
is_read (gpointer data)
{
  Fixture *f = data;

  return gtk_widget_get_sensitive (get_title (f, BH_TODAY_NEW));
}

static gboolean
is_said (gpointer data)
{
  Fixture *f = data;

  return bh_test_ui_says (f->page, f->wanted);
}

static void
wait_until_said (Fixture *f, const char *text)
{
  f->wanted = text;
  bh_test_ui_wait (is_said, f);
}

static gint64
find_staff (Fixture *f, const char *name)
{
  return bh_entry_get_id (bh_office_find (bh_desk_get_office (f->desk), BH_TYPE_STAFF, name));
}

/* The page with the actions that its window has. */
static void
show_page (Fixture *f)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) choose_staff = g_simple_action_new ("choose-staff", NULL);
  g_autoptr (GSimpleAction) new_ticket = g_simple_action_new ("new-ticket", NULL);

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (choose_staff));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (new_ticket));
  f->page = bh_today_page_new (f->desk, f->drafts, f->settings);
  gtk_widget_insert_action_group (f->page, "win", G_ACTION_GROUP (actions));
  g_signal_connect_swapped (f->page, "open-ticket", G_CALLBACK (open_cb), f);
  g_signal_connect_swapped (f->page, "show-tickets", G_CALLBACK (show_cb), f);
  f->window = bh_test_ui_show (f->page, 1200, 700);
}

/* 李强 has five tickets: two are promised for today, one of them is overdue by the evening. Two
 * more wait for a callback. */
static void
add_tickets (BhTestDesk *office)
{
  bh_test_desk_work_until (office, "漏水", "urgent", BH_STATUS_DISPATCHED);
  bh_test_desk_work_until (office, "漏水", "general", BH_STATUS_ACCEPTED);
  for (guint i = 0; i < 2; i++)
    {
      bh_test_desk_work_until (office, "漏水", "general", BH_STATUS_INVESTIGATED);
      bh_test_desk_do (office, BH_VERB_PLAN, "李强", "measure", "更换", "promised",
                       "2026-03-02 18:00", NULL);
    }
  bh_test_desk_work_until (office, "漏水", "important", BH_STATUS_PLANNED);
  bh_test_desk_work_until (office, "漏水", "general", BH_STATUS_SIGNED);
  bh_test_desk_work_until (office, "漏水", "urgent", BH_STATUS_SIGNED);
  bh_test_desk_register (office, "漏水", "general");
  bh_test_desk_forward (office, BH_TEST_DESK_MINUTE);
}

static void
set_up_empty (Fixture *f, gconstpointer data)
{
  f->office = bh_test_desk_new ();
  f->desk = bh_desk_new (f->office->store);
  f->drafts = bh_drafts_new (NULL);
  f->settings = g_settings_new ("io.github.bihuan.Bihuan");
  g_settings_reset (f->settings, "last-looks");
}

static void
set_up (Fixture *f, gconstpointer data)
{
  set_up_empty (f, data);
  add_tickets (f->office);
  bh_desk_set_staff_id (f->desk, find_staff (f, "李强"));
  show_page (f);
  bh_test_ui_wait (is_read, f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  bh_test_ui_settle ();
  g_clear_pointer (&f->filter, bh_ticket_filter_unref);
  g_object_unref (f->settings);
  g_object_unref (f->drafts);
  bh_test_ui_end (f->desk);
  bh_test_desk_free (f->office);
}

static void
assert_focus (Fixture *f, GtkWidget *widget)
{
  g_assert_true (gtk_window_get_focus (f->window) == widget);
}

static void
press (Fixture *f, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (f->page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
}

static void
test_sections (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (count_rows (f, BH_TODAY_MINE), ==, 5);
  g_assert_cmpuint (count_rows (f, BH_TODAY_OVERDUE), ==, 0);
  g_assert_cmpuint (count_rows (f, BH_TODAY_CALLBACKS), ==, 2);
  g_assert_cmpuint (count_rows (f, BH_TODAY_PROMISED), ==, 2);
  g_assert_cmpuint (count_rows (f, BH_TODAY_NEW), ==, 6);
  g_assert_true (bh_test_ui_says (get_title (f, BH_TODAY_NEW), "8"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (get_card (f, BH_TODAY_OVERDUE)), "没有超时的工单"));
  g_assert_false (gtk_widget_get_sensitive (get_title (f, BH_TODAY_OVERDUE)));
  g_assert_true (bh_test_ui_says (f->page, "3月2日 星期一"));
  /* The page begins with its first ticket under the cursor. */
  assert_focus (f, GTK_WIDGET (get_row (f, BH_TODAY_MINE, 0)));
}

static void
test_row (Fixture *f, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (get_row (f, BH_TODAY_CALLBACKS, 0));
  BhTicketRow *ticket = bh_today_row_get_ticket (BH_TODAY_ROW (row));

  g_assert_true (bh_test_ui_says (row, ticket->number));
  g_assert_true (bh_test_ui_says (row, "●"));
  g_assert_true (bh_test_ui_says (row, "厨房顶上漏水"));
  /* Whom to call stands in the place of the place. */
  g_assert_true (bh_test_ui_says (row, "138 0013 8000 张晓燕"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (row), "3栋2单元301"));
  g_assert_true (bh_test_ui_says (row, "待回访"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (row), "李强"));
  gtk_widget_activate (row);
  g_assert_cmpint (f->opened, ==, ticket->id);
}

typedef struct
{
  BhOffice *office;
  BhTicketFilter *filter;
  gint64 now;
} Listing;

static gpointer
list_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Listing *listing = user_data;

  return bh_ticket_repository_list_ids (connection, listing->filter, listing->office, listing->now,
                                        BH_TICKET_COLUMN_NUMBER, FALSE, -1, 0, error);
}

static void
assert_shown_filter (Fixture *f, const char *part, gint64 n_tickets)
{
  Listing listing = { bh_desk_get_office (f->desk), f->filter, bh_clock_now (f->office->clock) };
  g_autoptr (GArray) found = bh_store_read (f->office->store, list_in_worker, &listing, NULL, NULL);

  g_assert_nonnull (strstr (bh_ticket_filter_to_text (f->filter), part));
  g_assert_cmpint (found->len, ==, n_tickets);
  g_assert_cmpuint (f->sort, ==, BH_TICKET_COLUMN_RECEIVED);
  g_assert_true (f->descending);
}

static void
assert_shown (Fixture *f, const char *filter, gint64 n_tickets, BhTicketColumn sort)
{
  Listing listing = { bh_desk_get_office (f->desk), f->filter, bh_clock_now (f->office->clock) };
  g_autoptr (GArray) found = bh_store_read (f->office->store, list_in_worker, &listing, NULL, NULL);

  g_assert_cmpstr (bh_ticket_filter_to_text (f->filter), ==, filter);
  g_assert_cmpint (found->len, ==, n_tickets);
  g_assert_cmpuint (f->sort, ==, sort);
  g_assert_true (f->descending == (sort == BH_TICKET_COLUMN_RECEIVED));
}

/* "Show all" opens exactly the filter that was counted. */
static void
test_show_all (Fixture *f, gconstpointer data)
{
  g_signal_emit_by_name (get_title (f, BH_TODAY_MINE), "clicked");
  assert_shown (f, "status:open waits-for:李强 suspended:no", 5, BH_TICKET_COLUMN_TIME_LEFT);
  g_signal_emit_by_name (get_title (f, BH_TODAY_CALLBACKS), "clicked");
  assert_shown (f, "status:signed", 2, BH_TICKET_COLUMN_TIME_LEFT);
  g_signal_emit_by_name (get_title (f, BH_TODAY_PROMISED), "clicked");
  assert_shown (f,
                "status:registered,dispatched,accepted,investigated,planned"
                " promised:..2026-03-03",
                2, BH_TICKET_COLUMN_PROMISED);
  g_signal_emit_by_name (get_title (f, BH_TODAY_NEW), "clicked");
  assert_shown (f, "status:open recorded:2026-03-02T00:00:00+08:00..", 8,
                BH_TICKET_COLUMN_RECEIVED);
}

/* j goes through all rows and on into the next section, over its title; k comes back. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  for (guint i = 1; i < 5; i++)
    press (f, GDK_KEY_j);
  assert_focus (f, GTK_WIDGET (get_row (f, BH_TODAY_MINE, 4)));
  press (f, GDK_KEY_Down);
  assert_focus (f, get_title (f, BH_TODAY_CALLBACKS));
  press (f, GDK_KEY_j);
  assert_focus (f, GTK_WIDGET (get_row (f, BH_TODAY_CALLBACKS, 0)));
  press (f, GDK_KEY_a);
  g_assert_cmpstr (bh_ticket_filter_to_text (f->filter), ==, "status:signed");
  press (f, GDK_KEY_k);
  assert_focus (f, get_title (f, BH_TODAY_CALLBACKS));
  press (f, GDK_KEY_Up);
  assert_focus (f, GTK_WIDGET (get_row (f, BH_TODAY_MINE, 4)));
  /* Three titles, two callbacks, two promises, and six new ones. */
  for (guint i = 0; i < 13; i++)
    press (f, GDK_KEY_j);
  assert_focus (f, GTK_WIDGET (get_row (f, BH_TODAY_NEW, 5)));
}

/* Tab goes from section to section, over what is empty, and comes back to the ticket it left. */
static void G_GNUC_UNUSED
test_tab (Fixture *f, gconstpointer data)
{
  press (f, GDK_KEY_j);
  gtk_widget_child_focus (f->page, GTK_DIR_TAB_FORWARD);
  assert_focus (f, GTK_WIDGET (get_row (f, BH_TODAY_CALLBACKS, 0)));
  gtk_widget_child_focus (f->page, GTK_DIR_TAB_FORWARD);
  assert_focus (f, GTK_WIDGET (get_row (f, BH_TODAY_PROMISED, 0)));
  gtk_widget_child_focus (f->page, GTK_DIR_TAB_BACKWARD);
  gtk_widget_child_focus (f->page, GTK_DIR_TAB_BACKWARD);
  assert_focus (f, GTK_WIDGET (get_row (f, BH_TODAY_MINE, 1)));
}

static gboolean
is_called_back (gpointer data)
{
  return count_rows (data, BH_TODAY_CALLBACKS) == 1;
}

/* What anybody does shows, and the cursor stays on its ticket. */
static void
test_follows (Fixture *f, gconstpointer data)
{
  gint64 second = get_row_id (f, BH_TODAY_CALLBACKS, 1);

  gtk_widget_grab_focus (GTK_WIDGET (get_row (f, BH_TODAY_CALLBACKS, 1)));
  f->office->ticket_id = get_row_id (f, BH_TODAY_CALLBACKS, 0);
  bh_test_desk_do (f->office, BH_VERB_CALLBACK, "王敏", "score", "5", NULL);
  bh_test_ui_wait (is_called_back, f);
  g_assert_cmpint (get_row_id (f, BH_TODAY_CALLBACKS, 0), ==, second);
  assert_focus (f, GTK_WIDGET (get_row (f, BH_TODAY_CALLBACKS, 0)));
}

/* Time passes: what was left is passed, what was in time is overdue. */
static void
test_time (Fixture *f, gconstpointer data)
{
  g_assert_false (bh_test_ui_says (GTK_WIDGET (get_card (f, BH_TODAY_PROMISED)), "超时"));
  bh_test_desk_forward (f->office, 10 * BH_TEST_DESK_DAY);
  gtk_widget_activate_action (f->page, "today.reload", NULL);
  wait_until_said (f, "3月12日");
  f->wanted = NULL;
  while (count_rows (f, BH_TODAY_OVERDUE) != 6)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (get_card (f, BH_TODAY_PROMISED)), "超时"));
  g_signal_emit_by_name (get_title (f, BH_TODAY_OVERDUE), "clicked");
  assert_shown (f, "status:open overdue:yes", 6, BH_TICKET_COLUMN_COMPLETION_DUE);
}

/* Who is not known has no tickets of their own; whoever sits down has. */
static void
test_staff (Fixture *f, gconstpointer data)
{
  bh_desk_set_staff_id (f->desk, 0);
  wait_until_said (f, "所有待办");
  g_assert_cmpuint (count_rows (f, BH_TODAY_MINE), ==, 8);
  g_assert_true (bh_today_card_show_all (BH_TODAY_CARD (get_card (f, BH_TODAY_MINE))));
  assert_shown (f, "status:open suspended:no", 8, BH_TICKET_COLUMN_TIME_LEFT);
  bh_desk_set_staff_id (f->desk, find_staff (f, "赵刚"));
  wait_until_said (f, "没有等您处理的工单");
  bh_desk_set_staff_id (f->desk, find_staff (f, "李强"));
  while (count_rows (f, BH_TODAY_MINE) != 5)
    g_main_context_iteration (NULL, TRUE);
}

/* It stands at the end of a row. */
static const char *
get_time_left (Fixture *f)
{
  GtkWidget *cells = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (get_row (f, BH_TODAY_NEW, 0)));

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (cells)));
}

static gboolean
is_another_time (gpointer data)
{
  Fixture *f = data;

  return g_strcmp0 (get_time_left (f), f->wanted) != 0;
}

/* Until the minute that passed shows. */
static void
read_anew (Fixture *f)
{
  g_autofree char *before = g_strdup (get_time_left (f));

  f->wanted = before;
  gtk_widget_activate_action (f->page, "today.reload", NULL);
  bh_test_ui_wait (is_another_time, f);
}

static gboolean
has_nothing_new (gpointer data)
{
  return count_rows (data, BH_TODAY_NEW) == 0;
}

static gboolean
has_one_new (gpointer data)
{
  return count_rows (data, BH_TODAY_NEW) == 1;
}

/* What was seen is not new any more, to whoever saw it; what comes later is. */
static void
test_seen (Fixture *f, gconstpointer data)
{
  gint64 seen;

  bh_test_desk_forward (f->office, BH_TEST_DESK_MINUTE);
  read_anew (f);
  gtk_widget_activate_action (f->page, "today.seen", NULL);
  bh_test_ui_wait (has_nothing_new, f);
  seen = bh_today_looks_get (f->settings, find_staff (f, "李强"));
  g_assert_cmpint (seen, >, BH_TEST_DESK_START);
  g_assert_cmpint (bh_today_looks_get (f->settings, find_staff (f, "赵刚")), ==, 0);

  bh_test_desk_forward (f->office, BH_TEST_DESK_MINUTE);
  bh_test_desk_register (f->office, "漏水", "general");
  bh_test_ui_wait (has_one_new, f);
  bh_desk_set_staff_id (f->desk, find_staff (f, "赵刚"));
  while (count_rows (f, BH_TODAY_NEW) != 6)
    g_main_context_iteration (NULL, TRUE);
}

/* The next day begins where this one ended. */
static void
test_next_day (Fixture *f, gconstpointer data)
{
  bh_test_desk_forward (f->office, BH_TEST_DESK_MINUTE);
  read_anew (f);
  gtk_window_destroy (f->window);
  bh_test_ui_settle ();
  g_assert_cmpint (bh_today_looks_get (f->settings, find_staff (f, "李强")), ==,
                   bh_clock_now (f->office->clock));
  bh_test_desk_forward (f->office, BH_TEST_DESK_DAY);
  bh_test_desk_register (f->office, "漏水", "general");
  show_page (f);
  bh_test_ui_wait (is_read, f);
  g_assert_cmpuint (count_rows (f, BH_TODAY_NEW), ==, 1);
}

static void
test_looks (Fixture *f, gconstpointer data)
{
  bh_today_looks_set (f->settings, 7, 1000);
  bh_today_looks_set (f->settings, 8, 2000);
  bh_today_looks_set (f->settings, 7, 500);
  g_assert_cmpint (bh_today_looks_get (f->settings, 7), ==, 1000);
  bh_today_looks_set (f->settings, 7, 3000);
  g_assert_cmpint (bh_today_looks_get (f->settings, 7), ==, 3000);
  g_assert_cmpint (bh_today_looks_get (f->settings, 8), ==, 2000);
  g_assert_cmpint (bh_today_looks_get (f->settings, 9), ==, 0);
  show_page (f);
}

static gboolean
is_on_button (gpointer data)
{
  return GTK_IS_BUTTON (gtk_window_get_focus (((Fixture *) data)->window));
}

/* An office without tickets says what will be here, and where to begin. */
static void
test_empty (Fixture *f, gconstpointer data)
{
  GtkWidget *first;

  show_page (f);
  bh_test_ui_wait (is_on_button, f);
  first = gtk_widget_get_ancestor (gtk_window_get_focus (f->window), ADW_TYPE_STATUS_PAGE);
  g_assert_true (bh_test_ui_says (first, "第一天上岗"));
  g_assert_true (bh_test_ui_says (first, "谁在值班"));
  bh_test_desk_register (f->office, "漏水", "general");
  wait_until_said (f, "厨房顶上漏水");
}

static int
get_x (Fixture *f, BhTodayKind kind)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_card (f, kind)), f->page, &bounds));

  return (int) bounds.origin.x;
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (((Fixture *) data)->page) < 600;
}

/* Two columns where there is room, mirrored where people read from the right; one where not.
 * Nothing is wider than the page. */
static void
test_columns (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (get_x (f, BH_TODAY_MINE), <, get_x (f, BH_TODAY_OVERDUE));
  g_assert_cmpint (get_x (f, BH_TODAY_MINE), ==, get_x (f, BH_TODAY_CALLBACKS));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gtk_test_widget_wait_for_draw (f->page);
  g_assert_cmpint (get_x (f, BH_TODAY_MINE), >, get_x (f, BH_TODAY_OVERDUE));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);

  gtk_window_set_default_size (f->window, 480, 600);
  bh_test_ui_wait (is_narrow, f);
  gtk_test_widget_wait_for_draw (f->page);
  g_assert_cmpint (get_x (f, BH_TODAY_MINE), ==, get_x (f, BH_TODAY_OVERDUE));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_card (f, BH_TODAY_MINE))), <=, 480);
}

static GtkListBox *
get_figures (Fixture *f)
{
  return bh_today_card_get_list (bh_test_ui_find (f->page, BH_TYPE_TODAY_FIGURES));
}

static gboolean
are_counted (gpointer data)
{
  return gtk_list_box_get_row_at_index (get_figures (data), 0) != NULL;
}

static gboolean
is_received_shown (gpointer data)
{
  return bh_test_ui_says (GTK_WIDGET (gtk_list_box_get_row_at_index (get_figures (data), 0)), "9");
}

/* The month follows the tickets: first what came, then what has targets; each opens what it
 * counted.
 */
static void
test_figures (Fixture *f, gconstpointer data)
{
  GtkListBox *list = get_figures (f);
  GtkWidget *row;

  bh_test_ui_wait (are_counted, f);
  g_assert_true (bh_test_ui_says (f->page, "3月指标"));
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0));
  g_assert_true (bh_test_ui_says (row, "受理量"));
  g_assert_true (bh_test_ui_says (row, "8"));
  gtk_widget_activate (row);
  assert_shown_filter (f, "received:2026-03", 8);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 2));
  gtk_widget_activate (row);
  assert_shown_filter (f, "open-at-end:2026-03", 8);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (list), "满意率"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (list), "目标 ≥ 85.0%"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (list), "百户受理量 · 投诉"));

  bh_test_desk_register (f->office, "漏水", "general");
  bh_test_desk_forward (f->office, BH_TEST_DESK_MINUTE);
  bh_test_ui_wait (is_received_shown, f);
}

typedef struct
{
  Fixture *f;
  BhWorker *worker;
  BhTodayMonth *month; /* (owned) (nullable) */
} Count;

static void
count_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ((Count *) user_data)->month = bh_today_month_load_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_month_loaded (gpointer user_data)
{
  return ((Count *) user_data)->month != NULL;
}

static void
load_month (Count *count, BhInsightMode mode)
{
  BhStore *store = count->f->office->store;

  g_clear_pointer (&count->month, bh_today_month_free);
  bh_today_month_load_async (count->worker, store, bh_clock_now (bh_store_get_clock (store)), mode,
                             NULL, count_cb, count);
  bh_test_ui_wait (is_month_loaded, count);
}

static void
assert_received (Count *count, gint64 received)
{
  const BhScorecardRow *row = g_ptr_array_index (count->month->rows, 0);

  g_assert_cmpstr (row->figure->key, ==, "received");
  g_assert_cmpint (row->value.count, ==, received);
}

/* What a page counted is there at once for the next one, be it out of date; that says so. */
static void
test_kept_figures (Fixture *f, gconstpointer data)
{
  g_autoptr (BhWorker) worker = bh_worker_new ("test");
  Count count = { f, worker, NULL };

  bh_test_ui_wait (are_counted, f);
  /* It is kept when the writer has nothing better to do. */
  for (guint i = 0; count.month == NULL || count.month->rows == NULL; i++)
    {
      g_assert_cmpuint (i, <, 1000);
      load_month (&count, BH_INSIGHT_KEPT);
    }
  assert_received (&count, 8);
  bh_test_desk_register (f->office, "漏水", "general");
  bh_test_desk_forward (f->office, BH_TEST_DESK_MINUTE);
  load_month (&count, BH_INSIGHT_KEPT);
  assert_received (&count, 8);
  g_assert_false (count.month->is_current);
  load_month (&count, BH_INSIGHT_QUICK);
  assert_received (&count, 9);
  g_assert_true (count.month->is_current);
  g_clear_pointer (&count.month, bh_today_month_free);
}

/* A light has a word and a shape beside its colour. */
static void
test_light (Fixture *f, gconstpointer data)
{
  BhFigureId satisfaction;
  BhScorecardRow row = { .filter = (char *) "kind:complaint,repair place:大堂" };
  g_autoptr (GtkWidget) widget = g_object_ref_sink (bh_today_figure_row_new ());

  show_page (f);
  g_assert_true (bh_figure_find ("satisfaction", &satisfaction));
  row.id = satisfaction;
  row.figure = bh_figure_get_info (satisfaction);
  row.value = (BhFigureValue){ .has_value = TRUE, .value = 0.8, .numerator = 4, .denominator = 5 };
  row.goal = (BhGoal){
    .has_value = TRUE, .form = BH_TARGET_VALUE, .better = 1, .value = 0.85, .so_far = 0.85
  };
  row.light = BH_LIGHT_AMBER;
  bh_today_figure_row_show (BH_TODAY_FIGURE_ROW (widget), &row);
  g_assert_true (bh_test_ui_says (widget, "满意率 · 投诉、报修 · 位置：大堂"));
  g_assert_true (bh_test_ui_says (widget, "80.0%"));
  g_assert_true (bh_test_ui_says (widget, "目标 ≥ 85.0%"));
  g_assert_true (bh_test_ui_says (widget, bh_light_get_symbol (BH_LIGHT_AMBER)));
  g_assert_true (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));

  /* Of a month that goes on, beside a count stands what it may have come to by now. */
  row.goal.so_far = 0.5;
  bh_today_figure_row_show (BH_TODAY_FIGURE_ROW (widget), &row);
  g_assert_true (bh_test_ui_says (widget, "至今 ≥ 50.0%"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (widget), "全月目标 ≥ 85.0%"));
  row.goal.form = BH_TARGET_ALARM;
  row.value.has_value = FALSE;
  bh_today_figure_row_show (BH_TODAY_FIGURE_ROW (widget), &row);
  g_assert_true (bh_test_ui_says (widget, "警戒"));
  g_assert_true (bh_test_ui_says (widget, "–"));
}

/* Real keys and a real pointer, from outside. Without a window manager keys go where the pointer
 * is. */
static void
drive (const char *first_word, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  va_list args;
  int status;

  g_ptr_array_add (words, (gpointer) "xdotool");
  va_start (args, first_word);
  for (const char *word = first_word; word != NULL; word = va_arg (args, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (args);
  g_ptr_array_add (words, NULL);
  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static gboolean
is_opened (gpointer data)
{
  return ((Fixture *) data)->opened != 0;
}

static gboolean
is_filtered (gpointer data)
{
  return ((Fixture *) data)->filter != NULL;
}

static void
point_at (Fixture *f, GtkWidget *widget)
{
  graphene_point_t point;
  double x, y;
  g_autofree char *across = NULL;
  g_autofree char *down = NULL;

  gtk_native_get_surface_transform (GTK_NATIVE (f->window), &x, &y);
  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (f->window),
                                           &GRAPHENE_POINT_INIT (20, 8), &point));
  across = g_strdup_printf ("%d", (int) (point.x + x));
  down = g_strdup_printf ("%d", (int) (point.y + y));
  drive ("mousemove", across, down, NULL);
}

static void
test_hands (Fixture *f, gconstpointer data)
{
  g_autofree char *tool = g_find_program_in_path ("xdotool");
  gint64 second;

  if (tool == NULL)
    {
      g_test_skip ("xdotool is missing");
      return;
    }

  second = get_row_id (f, BH_TODAY_MINE, 1);
  point_at (f, get_title (f, BH_TODAY_MINE));
  drive ("key", "j", "Return", NULL);
  bh_test_ui_wait (is_opened, f);
  g_assert_cmpint (f->opened, ==, second);

  f->opened = 0;
  drive ("key", "Tab", "Down", "Return", NULL);
  bh_test_ui_wait (is_opened, f);
  g_assert_cmpint (f->opened, ==, get_row_id (f, BH_TODAY_CALLBACKS, 1));

  f->opened = 0;
  point_at (f, GTK_WIDGET (get_row (f, BH_TODAY_PROMISED, 1)));
  drive ("click", "1", NULL);
  bh_test_ui_wait (is_opened, f);
  g_assert_cmpint (f->opened, ==, get_row_id (f, BH_TODAY_PROMISED, 1));

  point_at (f, get_title (f, BH_TODAY_CALLBACKS));
  drive ("click", "1", NULL);
  bh_test_ui_wait (is_filtered, f);
  g_assert_cmpstr (bh_ticket_filter_to_text (f->filter), ==, "status:signed");
}

static void
test_roles (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < BH_N_TODAY_SECTIONS; i++)
    {
      GtkAccessible *card = GTK_ACCESSIBLE (get_card (f, (BhTodayKind) i));

      gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_GROUP);
      g_assert_true (gtk_test_accessible_has_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (get_row (f, BH_TODAY_MINE, 0)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_title (f, BH_TODAY_CALLBACKS)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "待回访：2，查看全部");
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
#define ADD_EMPTY(name, test) g_test_add (name, Fixture, NULL, set_up_empty, test, tear_down)
  ADD ("/today-page/sections", test_sections);
  ADD ("/today-page/row", test_row);
  ADD ("/today-page/show-all", test_show_all);
  ADD ("/today-page/keys", test_keys);
  ADD ("/today-page/tab", test_tab);
  ADD ("/today-page/follows", test_follows);
  ADD ("/today-page/time", test_time);
  ADD ("/today-page/staff", test_staff);
  ADD ("/today-page/seen", test_seen);
  ADD ("/today-page/next-day", test_next_day);
  ADD ("/today-page/columns", test_columns);
  ADD ("/today-page/figures", test_figures);
  ADD ("/today-page/kept-figures", test_kept_figures);
  ADD ("/today-page/hands", test_hands);
  ADD ("/today-page/roles", test_roles);
  ADD_EMPTY ("/today-page/light", test_light);
  ADD_EMPTY ("/today-page/looks", test_looks);
  ADD_EMPTY ("/today-page/empty", test_empty);

  return g_test_run ();
}
