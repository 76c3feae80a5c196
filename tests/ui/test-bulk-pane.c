/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk-survey.h"
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-field.h"
#include "ui/tickets/bh-bulk-list.h"
#include "ui/tickets/bh-bulk-pane.h"
#include "ui/tickets/bh-bulk-verbs.h"
#include "ui/tickets/bh-ticket-table.h"
#include "ui/tickets/bh-tickets-page.h"
#include "ui/tickets/bh-verb-form.h"

#include <adwaita.h>

#define TICKETS 4

/* A list of three new tickets and one that is withdrawn. */
typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  BhDrafts *drafts;
  GSettings *settings;
  GtkWidget *page;
  GtkWindow *window;
  gint64 ids[TICKETS];
} Fixture;

static BhBulkPane *
get_pane (Fixture *fixture)
{
  return bh_test_ui_find (fixture->page, BH_TYPE_BULK_PANE);
}

static BhIdSelection *
get_selection (Fixture *fixture)
{
  return bh_ticket_table_get_selection (bh_test_ui_find (fixture->page, BH_TYPE_TICKET_TABLE));
}

static gboolean
is_listed (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (data))) == TICKETS;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicketFilter) all = bh_ticket_filter_new ();

  fixture->test_desk = bh_test_desk_new ();
  for (guint i = 0; i < TICKETS; i++)
    {
      g_clear_object (&fixture->test_desk->ticket);
      fixture->test_desk->ticket_id = 0;
      bh_test_desk_register (fixture->test_desk, "漏水", "general");
      fixture->ids[i] = fixture->test_desk->ticket_id;
    }
  bh_test_desk_do (fixture->test_desk, BH_VERB_WITHDRAW, "王敏", "reason", "不要了", NULL);
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->drafts = bh_drafts_new (NULL);
  fixture->settings = g_settings_new ("io.github.bihuan.Bihuan");
  fixture->page = bh_tickets_page_new (fixture->desk, fixture->drafts, fixture->settings);
  fixture->window = bh_test_ui_show (fixture->page, 1200, 700);
  bh_tickets_page_set_filter (BH_TICKETS_PAGE (fixture->page), all);
  bh_test_ui_wait (is_listed, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  bh_test_ui_settle ();
  g_object_unref (fixture->settings);
  bh_test_ui_end (fixture->drafts);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static BhStatus
get_status (Fixture *fixture, guint i)
{
  g_autoptr (BhTicketView) view = NULL;

  fixture->test_desk->ticket_id = fixture->ids[i];
  view = bh_test_desk_load (fixture->test_desk);

  return view->ticket->status;
}

static gboolean
offers_verbs (gpointer data)
{
  BhBulkVerbs *verbs = bh_test_ui_find_shown (GTK_WIDGET (get_pane (data)), BH_TYPE_BULK_VERBS);

  return verbs != NULL && bh_test_ui_find (GTK_WIDGET (verbs), GTK_TYPE_BUTTON) != NULL;
}

static gboolean
tells_refusal (gpointer data)
{
  return bh_test_ui_says (GTK_WIDGET (get_pane (data)), "撤诉");
}

static gboolean
has_no_form (gpointer data)
{
  return bh_test_ui_find (GTK_WIDGET (get_pane (data)), BH_TYPE_VERB_FORM) == NULL;
}

static BhVerbForm *
start_verb (Fixture *fixture, guint32 letter)
{
  BhVerbForm *form;

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (get_selection (fixture)));
  bh_test_ui_wait (offers_verbs, fixture);
  g_assert_true (bh_bulk_pane_press_key (get_pane (fixture), letter));
  form = bh_test_ui_find (GTK_WIDGET (get_pane (fixture)), BH_TYPE_VERB_FORM);
  g_assert_nonnull (form);

  return form;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = find_button (child, label);

      if (button != NULL)
        return button;
    }

  return NULL;
}

static gboolean
is_undone (gpointer data)
{
  return get_status (data, 0) == BH_STATUS_REGISTERED;
}

/* Preview, done where it is possible, the refused one told, and all of it taken back. */
static void
test_done (Fixture *fixture, gconstpointer data)
{
  BhVerbForm *form = start_verb (fixture, 'd');
  GtkWidget *undo;

  bh_test_ui_wait (tells_refusal, fixture);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (get_pane (fixture)), "3 张可以，1 张不可以"));
  bh_verb_form_preset (form, "department", "工程维修");
  gtk_widget_activate_action (GTK_WIDGET (form), "form.submit", NULL);
  bh_test_ui_wait (has_no_form, fixture);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (get_status (fixture, i), ==, BH_STATUS_DISPATCHED);
  g_assert_cmpint (get_status (fixture, 3), ==, BH_STATUS_WITHDRAWN);
  g_assert_true (bh_bulk_pane_has_news (get_pane (fixture)));
  g_assert_true (tells_refusal (fixture));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (get_pane (fixture)), "已处理 3 张，1 张未能处理"));

  undo = find_button (GTK_WIDGET (get_pane (fixture)), "撤销");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  bh_test_ui_wait (is_undone, fixture);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (get_status (fixture, i), ==, BH_STATUS_REGISTERED);

  gtk_widget_activate_action (GTK_WIDGET (get_pane (fixture)), "bulk.close", NULL);
  g_assert_false (bh_bulk_pane_has_news (get_pane (fixture)));
  g_assert_true (offers_verbs (fixture));
}

/* Esc leaves the form, keeps what was typed, then leaves the tickets. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  BhVerbForm *form = start_verb (fixture, 'd');

  gtk_widget_activate_action (GTK_WIDGET (form), "form.leave", NULL);
  g_assert_true (has_no_form (fixture));
  g_assert_cmpuint (bh_id_selection_count (get_selection (fixture)), ==, TICKETS);
  gtk_widget_activate_action (GTK_WIDGET (get_pane (fixture)), "bulk.close", NULL);
  g_assert_cmpuint (bh_id_selection_count (get_selection (fixture)), ==, 0);
  g_assert_false (bh_bulk_pane_press_key (get_pane (fixture), 'd'));
  g_assert_cmpint (get_status (fixture, 0), ==, BH_STATUS_REGISTERED);
}

/* A verb of one ticket's own matter is not offered to several. */
static void
test_offered (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bh_desk_is_bulk_verb (BH_VERB_DISPATCH));
  g_assert_true (bh_desk_is_bulk_verb (BH_VERB_ACCEPT));
  g_assert_false (bh_desk_is_bulk_verb (BH_VERB_UNDO));
  g_assert_false (bh_desk_is_bulk_verb (BH_VERB_TASK_DONE));
  g_assert_false (bh_desk_is_bulk_verb (BH_VERB_CALLBACK));
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (get_selection (fixture)), 1, 2, TRUE);
  bh_test_ui_wait (offers_verbs, fixture);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (get_pane (fixture)), "已选 2 张工单"));
  g_assert_false (
      bh_bulk_pane_press_key (get_pane (fixture), (guint32) bh_loop_get_rule (BH_VERB_UNDO)->key));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_selection (fixture)), 1, TRUE);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_pane (fixture))));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/bulk-pane/done", test_done);
  ADD ("/bulk-pane/left", test_left);
  ADD ("/bulk-pane/offered", test_offered);
#undef ADD

  return g_test_run ();
}
