/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/bh-window.h"
#include "ui/common/bh-opening-window.h"
#include "ui/common/bh-problem-window.h"
#include "ui/common/bh-shortcuts.h"
#include "ui/common/bh-split.h"
#include "ui/common/bh-staff-button.h"
#include "ui/tickets/bh-filter-bar.h"
#include "ui/tickets/bh-ticket-pane.h"
#include "ui/tickets/bh-tickets-page.h"
#include "ui/tickets/bh-verb-bar.h"
#include "ui/tickets/bh-verb-form.h"
#include "ui/today/bh-today-page.h"
#include "ui/today/bh-today-row.h"
#include "ui/today/bh-today-tickets.h"

typedef struct
{
  AdwApplication *application; /* not owned */
  BhTestDesk *test_desk;
  BhDesk *desk;
  BhWindow *window;
} Fixture;

static gboolean
is_open (gpointer data)
{
  BhVerbBar *bar = bh_test_ui_find (data, BH_TYPE_VERB_BAR);

  return bh_test_ui_find_shown (GTK_WIDGET (bar), GTK_TYPE_BUTTON) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->application = ADW_APPLICATION (g_application_get_default ());
  fixture->test_desk = bh_test_desk_new ();
  bh_test_desk_register (fixture->test_desk, "漏水", "general");
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->window = bh_window_new (fixture->application, fixture->desk);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1300, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->desk == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  bh_test_ui_settle ();
  /* What is being read when the window goes holds the desk until it is read. */
  g_object_add_weak_pointer (G_OBJECT (fixture->desk), (gpointer *) &fixture->desk);
  g_object_unref (fixture->desk);
  bh_test_ui_wait (is_gone, fixture);
  bh_test_desk_free (fixture->test_desk);
}

static BhTicketPane *
open_ticket (Fixture *fixture)
{
  bh_window_open_ticket (fixture->window, fixture->test_desk->ticket_id);
  bh_test_ui_wait (is_open, fixture->window);

  return bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_TICKET_PANE);
}

static void
test_open_ticket (Fixture *fixture, gconstpointer data)
{
  BhTicketPane *pane = open_ticket (fixture);
  BhSplit *split = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_SPLIT);

  g_assert_cmpint (bh_ticket_pane_get_id (pane), ==, fixture->test_desk->ticket_id);
  g_assert_true (bh_split_get_show_pane (split));

  gtk_widget_activate_action (GTK_WIDGET (pane), "ticket.close", NULL);
  g_assert_false (bh_split_get_show_pane (split));
  g_assert_cmpint (bh_ticket_pane_get_id (pane), ==, 0);
}

static gboolean
is_on_verb (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  return focus != NULL && gtk_widget_get_ancestor (focus, BH_TYPE_VERB_BAR) != NULL;
}

/* The focus waits for the ticket to be read, and goes to its first verb. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  BhTicketPane *pane;

  bh_window_open_ticket (fixture->window, fixture->test_desk->ticket_id);
  pane = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_TICKET_PANE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  bh_ticket_pane_focus (pane);
  bh_test_ui_wait (is_on_verb, fixture->window);
}

/* The letter opens the form; closing leaves the form first, then the ticket. */
static void
test_letter (Fixture *fixture, gconstpointer data)
{
  BhTicketPane *pane = open_ticket (fixture);

  g_assert_false (bh_ticket_pane_press_key (pane, 'b'));
  g_assert_true (bh_ticket_pane_press_key (pane, 'd'));
  g_assert_nonnull (bh_test_ui_find (GTK_WIDGET (pane), BH_TYPE_VERB_FORM));
  g_assert_false (bh_ticket_pane_press_key (pane, 'd'));

  gtk_widget_activate_action (GTK_WIDGET (pane), "ticket.close", NULL);
  g_assert_null (bh_test_ui_find (GTK_WIDGET (pane), BH_TYPE_VERB_FORM));
  g_assert_cmpint (bh_ticket_pane_get_id (pane), !=, 0);
}

static gboolean
is_acceptable (gpointer data)
{
  return bh_verb_bar_find (bh_test_ui_find (data, BH_TYPE_VERB_BAR), 'a') == BH_VERB_ACCEPT;
}

static gboolean
is_accepted (gpointer data)
{
  return bh_verb_bar_find (bh_test_ui_find (data, BH_TYPE_VERB_BAR), 'i') == BH_VERB_INVESTIGATE;
}

/* What anybody does shows; a verb that asks for nothing is done by its letter alone. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  BhTicketPane *pane = open_ticket (fixture);

  bh_test_desk_do (fixture->test_desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_ui_wait (is_acceptable, pane);
  bh_test_desk_forward (fixture->test_desk, BH_TEST_DESK_MINUTE);
  g_assert_true (bh_ticket_pane_press_key (pane, 'a'));
  bh_test_ui_wait (is_accepted, pane);
}

/* Who only looks is offered nothing to do. */
static void
test_staff (Fixture *fixture, gconstpointer data)
{
  BhTicketPane *pane = open_ticket (fixture);
  BhEntry *auditor = bh_office_find (bh_desk_get_office (fixture->desk), BH_TYPE_STAFF, "周平");

  bh_desk_set_staff_id (fixture->desk, bh_entry_get_id (auditor));
  g_assert_false (is_open (pane));
  g_assert_false (bh_ticket_pane_press_key (pane, 'd'));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = gtk_label_new (NULL);

  bh_window_add_page (fixture->window, "test", NULL, NULL, page);
  bh_window_show_page (fixture->window, "test");
  g_assert_true (gtk_widget_get_child_visible (page));
  bh_window_show_page (fixture->window, "no such page");
  g_assert_true (gtk_widget_get_child_visible (page));
  bh_window_show_page (fixture->window, "tickets");
  g_assert_false (gtk_widget_get_child_visible (page));
}

static const char *
get_page (Fixture *fixture)
{
  GtkWidget *today = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_TODAY_PAGE);

  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_parent (today)));
}

static void
press_alt (Fixture *fixture, int number)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-nth-page", "i", number - 1);
}

/* A new user begins with the day; numbers go through the sidebar, and past its end nowhere. */
static void
test_page_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) first
      = g_settings_get_default_value (bh_window_get_settings (fixture->window), "last-page");

  g_assert_cmpstr (g_variant_get_string (first, NULL), ==, "today");
  press_alt (fixture, 2);
  g_assert_cmpstr (get_page (fixture), ==, "tickets");
  press_alt (fixture, 9);
  g_assert_cmpstr (get_page (fixture), ==, "tickets");
  press_alt (fixture, 1);
  g_assert_cmpstr (get_page (fixture), ==, "today");
}

static gboolean
is_day_shown (gpointer data)
{
  BhTodayPage *page = bh_test_ui_find (data, BH_TYPE_TODAY_PAGE);

  return bh_test_ui_find_shown (GTK_WIDGET (page), GTK_TYPE_LIST_BOX_ROW) != NULL;
}

/* What the day counts is listed as it is counted, in its order; a row opens its ticket. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = bh_window_get_settings (fixture->window);
  BhTodayPage *page = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_TODAY_PAGE);
  g_autofree char *filter = NULL;
  g_autofree char *sort = NULL;

  press_alt (fixture, 1);
  bh_test_ui_wait (is_day_shown, fixture->window);
  gtk_widget_activate (bh_test_ui_find_shown (GTK_WIDGET (page), GTK_TYPE_LIST_BOX_ROW));
  g_assert_cmpstr (get_page (fixture), ==, "tickets");
  bh_test_ui_wait (is_open, fixture->window);
  g_assert_cmpint (
      bh_ticket_pane_get_id (bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_TICKET_PANE)),
      ==, fixture->test_desk->ticket_id);

  /* The cursor is back on the ticket. */
  press_alt (fixture, 1);
  g_assert_true (BH_IS_TODAY_ROW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  press_alt (fixture, 2);
  g_assert_false (BH_IS_TODAY_ROW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  g_settings_set_string (settings, "sort-column", "number");
  press_alt (fixture, 1);
  for (BhTodayTickets *card = bh_test_ui_find (GTK_WIDGET (page), BH_TYPE_TODAY_TICKETS);
       card != NULL; card = (gpointer) gtk_widget_get_next_sibling (GTK_WIDGET (card)))
    if (BH_IS_TODAY_TICKETS (card) && bh_today_tickets_get_kind (card) == BH_TODAY_NEW)
      g_assert_true (bh_today_card_show_all (BH_TODAY_CARD (card)));
  g_assert_cmpstr (get_page (fixture), ==, "tickets");
  filter = g_settings_get_string (settings, "filter");
  g_assert_true (g_str_has_prefix (filter, "status:open recorded:2026-03-02T"));
  sort = g_settings_get_string (settings, "sort-column");
  g_assert_cmpstr (sort, ==, "received");
  g_assert_true (g_settings_get_boolean (settings, "sort-descending"));
}

/* Who is asked on the page is chosen in the header. */
static void
test_choose_staff (Fixture *fixture, gconstpointer data)
{
  BhStaffButton *button = bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_STAFF_BUTTON);

  GtkWidget *popover;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.choose-staff", NULL);
  popover = bh_test_ui_find (GTK_WIDGET (button), GTK_TYPE_POPOVER);
  g_assert_true (gtk_widget_get_visible (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  bh_test_ui_settle ();
}

static gboolean
has_print_dialog (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  gboolean found = FALSE;

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), "GtkPrintUnixDialog"))
      {
        found = TRUE;
        gtk_window_close (l->data);
      }

  return found;
}

/* The ticket that is open is printed, also by the key from the list; without one, nothing is. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = bh_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW);

  bh_window_show_page (fixture->window, "tickets");
  g_assert_false (bh_test_ui_press (list, "<Control>p"));
  open_ticket (fixture);
  g_assert_true (bh_test_ui_press (list, "<Control>p"));
  bh_test_ui_wait (has_print_dialog, NULL);
}

static void
test_list_tickets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse ("grade:urgent", NULL);
  g_autofree char *remembered = NULL;

  open_ticket (fixture);
  bh_window_list_tickets (fixture->window, filter);
  g_assert_false (
      bh_split_get_show_pane (bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_SPLIT)));
  remembered = g_settings_get_string (bh_window_get_settings (fixture->window), "filter");
  g_assert_cmpstr (remembered, ==, "grade:urgent");
}

static GtkWidget *
find_tickets (Fixture *fixture)
{
  return bh_test_ui_find (GTK_WIDGET (fixture->window), BH_TYPE_TICKETS_PAGE);
}

static const char *
get_page_name (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
      GTK_STACK (gtk_widget_get_parent (find_tickets (fixture))));
}

static GtkWidget *
find_way_back (Fixture *fixture)
{
  GtkWidget *bar = bh_test_ui_find (find_tickets (fixture), BH_TYPE_FILTER_BAR);

  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_first_child (bar), "way-back"));

  return gtk_widget_get_first_child (bar);
}

/* Who came to a list from another page is led back there; who went to the tickets is not. */
static void
test_way_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse ("grade:urgent", NULL);
  GtkWidget *back = find_way_back (fixture);

  g_assert_false (gtk_widget_get_visible (back));
  bh_window_show_page (fixture->window, "insight");
  bh_window_list_tickets (fixture->window, filter);
  g_assert_true (gtk_widget_get_visible (back));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (back), "分析"));
  bh_window_list_tickets (fixture->window, filter);
  g_assert_false (gtk_widget_get_visible (back));

  bh_window_show_page (fixture->window, "insight");
  bh_window_list_tickets (fixture->window, filter);
  g_signal_emit_by_name (back, "clicked");
  g_assert_cmpstr (get_page_name (fixture), ==, "insight");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-nth-page", "i", 1);
  g_assert_cmpstr (get_page_name (fixture), ==, "tickets");
  g_assert_false (gtk_widget_get_visible (back));
}

/* The next window finds the columns as wide as this one left them. */
static void
test_column_widths (Fixture *fixture, gconstpointer data)
{
  GSettings *settings = bh_window_get_settings (fixture->window);
  GtkColumnView *view = bh_test_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW);
  g_autoptr (GtkColumnViewColumn) first
      = g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  g_autoptr (GVariant) remembered = NULL;
  int width;

  gtk_column_view_column_set_fixed_width (first, 77);
  remembered = g_settings_get_value (settings, "column-widths");
  g_assert_true (g_variant_lookup (remembered, "number", "i", &width));
  g_assert_cmpint (width, ==, 77);

  g_settings_set (settings, "column-widths", "a{si}", NULL);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (first), ==, -1);
}

static void
test_roles (Fixture *fixture, gconstpointer data)
{
  BhTicketPane *pane = open_ticket (fixture);

  gtk_test_accessible_assert_role (bh_test_ui_find (GTK_WIDGET (pane), BH_TYPE_VERB_BAR),
                                   GTK_ACCESSIBLE_ROLE_TOOLBAR);
  g_assert_true (bh_ticket_pane_press_key (pane, 'd'));
  gtk_test_accessible_assert_role (bh_test_ui_find (GTK_WIDGET (pane), BH_TYPE_VERB_FORM),
                                   GTK_ACCESSIBLE_ROLE_FORM);
}

static void
test_shortcuts (void)
{
  const char *const sections[]
      = { "window", "today", "intake", "tickets", "insight", "verbs", "exceptions", "register" };
  GtkShortcutsWindow *shortcuts = bh_shortcuts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_object_set (shortcuts, "section-name", sections[i], NULL);
      gtk_window_present (GTK_WINDOW (shortcuts));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (shortcuts));
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (shortcuts)), <=, 600);
    }
  gtk_window_destroy (GTK_WINDOW (shortcuts));
}

static void
retry_cb (GtkWidget *window, guint *n_retries)
{
  (*n_retries)++;
}

static void
test_problem (Fixture *fixture, gconstpointer data)
{
  for (int code = BH_STORAGE_ERROR_FAILED; code <= BH_STORAGE_ERROR_INVALID; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (BH_STORAGE_ERROR, code, "<不> & 行");
      BhProblemWindow *window = bh_problem_window_new (fixture->application, error);
      guint n_retries = 0;

      g_signal_connect (window, "retry", G_CALLBACK (retry_cb), &n_retries);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.retry", NULL);
      g_assert_cmpuint (n_retries, ==, 1);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* What takes long says so, and about which file. */
static void
test_opening (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = bh_opening_window_new (fixture->application, "/tmp/<滨河> & 花园.bihuan");

  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (window), "/tmp/<滨河> & 花园.bihuan"));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  bh_test_ui_init (&argc, &argv);
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "io.github.bihuan.Test",
                              "flags", G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_set_default (G_APPLICATION (application));

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/window/open-ticket", test_open_ticket);
  ADD ("/window/focus", test_focus);
  ADD ("/window/letter", test_letter);
  ADD ("/window/follows", test_follows);
  ADD ("/window/staff", test_staff);
  ADD ("/window/pages", test_pages);
  ADD ("/window/page-keys", test_page_keys);
  ADD ("/window/today", test_today);
  ADD ("/window/choose-staff", test_choose_staff);
  ADD ("/window/print", test_print);
  ADD ("/window/list-tickets", test_list_tickets);
  ADD ("/window/way-back", test_way_back);
  ADD ("/window/column-widths", test_column_widths);
  ADD ("/window/roles", test_roles);
  ADD ("/window/problem", test_problem);
  ADD ("/window/opening", test_opening);
  g_test_add_func ("/window/shortcuts", test_shortcuts);

  return g_test_run ();
}
