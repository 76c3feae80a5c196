/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/callback/bh-callback-page.h"
#include "ui/callback/bh-callback-sheet.h"
#include "ui/tickets/bh-verb-form.h"
#include "ui/today/bh-today-row.h"

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  BhDrafts *drafts;
  GtkWidget *page;
  GtkWindow *window;
  gint64 first, second; /* tickets, in the order of the list */
  gint64 opened;
  guint n_left;
  const char *wanted; /* what is waited for */
} Fixture;

static void
set_staff (Fixture *f, const char *name)
{
  BhEntry *staff = bh_office_find (bh_desk_get_office (f->desk), BH_TYPE_STAFF, name);

  bh_desk_set_staff_id (f->desk, bh_entry_get_id (staff));
}

static GtkListBox *
get_list (Fixture *f)
{
  return bh_test_ui_find (f->page, GTK_TYPE_LIST_BOX);
}

static BhCallbackSheet *
get_sheet (Fixture *f)
{
  return bh_test_ui_find (f->page, BH_TYPE_CALLBACK_SHEET);
}

static BhVerbForm *
get_form (Fixture *f)
{
  return bh_test_ui_find (GTK_WIDGET (get_sheet (f)), BH_TYPE_VERB_FORM);
}

static guint
count_rows (Fixture *f)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (get_list (f), n) != NULL)
    n++;

  return (guint) n;
}

static gboolean
has_form (gpointer data)
{
  return get_form (data) != NULL;
}

static gboolean
has_one_row (gpointer data)
{
  return count_rows (data) == 1;
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
open_cb (Fixture *f, gint64 id)
{
  f->opened = id;
}

static void
left_cb (Fixture *f)
{
  f->n_left++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->office = bh_test_desk_new ();
  f->desk = bh_desk_new (f->office->store);
  f->drafts = bh_drafts_new (NULL);
  bh_test_desk_work_until (f->office, "漏水", "general", BH_STATUS_SIGNED);
  f->second = f->office->ticket_id;
  bh_test_desk_work_until (f->office, "漏水", "urgent", BH_STATUS_SIGNED);
  f->first = f->office->ticket_id;
  set_staff (f, "王敏");
  f->page = bh_callback_page_new (f->desk, f->drafts);
  g_signal_connect_swapped (f->page, "open-ticket", G_CALLBACK (open_cb), f);
  g_signal_connect_swapped (f->page, "left", G_CALLBACK (left_cb), f);
  f->window = bh_test_ui_show (f->page, 1200, 700);
  bh_test_ui_wait (has_form, f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  bh_test_ui_settle ();
  g_object_unref (f->drafts);
  bh_test_ui_end (f->desk);
  bh_test_desk_free (f->office);
}

/* The most urgent one is open, with the number to dial and who did the work. */
static void
test_first (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (count_rows (f), ==, 2);
  g_assert_cmpint (bh_callback_sheet_get_id (get_sheet (f)), ==, f->first);
  g_assert_true (bh_test_ui_says (GTK_WIDGET (get_sheet (f)), "138 0013 8000"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (get_sheet (f)), "张晓燕"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (get_sheet (f)), "由李强办结"));
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (f->window)));
  press (f, GDK_KEY_j);
  g_assert_cmpint (bh_callback_sheet_get_id (get_sheet (f)), ==, f->second);
  press (f, GDK_KEY_k);
  g_assert_cmpint (bh_callback_sheet_get_id (get_sheet (f)), ==, f->first);
}

static void
assert_entered (Fixture *f, const char *key, const char *value)
{
  g_autoptr (BhPayload) entered = bh_verb_form_dup_entered (get_form (f));
  const char *text = bh_payload_get (entered, key);

  g_assert_cmpstr (text != NULL ? text : "", ==, value);
}

/* A key goes from one answer to the next, and back to none. */
static void
test_answers (Fixture *f, gconstpointer data)
{
  assert_entered (f, "reached", "yes");
  press (f, GDK_KEY_3);
  press (f, GDK_KEY_4);
  assert_entered (f, "score", "4");
  press (f, GDK_KEY_t);
  assert_entered (f, "timely", "yes");
  press (f, GDK_KEY_T);
  assert_entered (f, "timely", "no");
  press (f, GDK_KEY_t);
  assert_entered (f, "timely", "");
  press (f, GDK_KEY_r);
  assert_entered (f, "reached", "no");
  press (f, GDK_KEY_r);
  assert_entered (f, "reached", "yes");
  press (f, GDK_KEY_w);
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (f->window)));
  /* What is typed is no answer. */
  press (f, GDK_KEY_1);
  assert_entered (f, "score", "4");
}

/* What was typed outlives the change to another call. */
static void
test_draft (Fixture *f, gconstpointer data)
{
  press (f, GDK_KEY_2);
  press (f, GDK_KEY_j);
  bh_test_ui_wait (has_form, f);
  assert_entered (f, "score", "");
  press (f, GDK_KEY_k);
  bh_test_ui_wait (has_form, f);
  assert_entered (f, "score", "2");
}

static gboolean
is_empty (gpointer data)
{
  return count_rows (data) == 0 && bh_callback_sheet_get_id (get_sheet (data)) == 0;
}

/* Enter records and goes on; the toast takes it back. */
static void
test_next (Fixture *f, gconstpointer data)
{
  g_autoptr (BhTicketView) view = NULL;
  BhCallback *callback;

  press (f, GDK_KEY_5);
  press (f, GDK_KEY_s);
  press (f, GDK_KEY_p);
  press (f, GDK_KEY_p);
  press (f, GDK_KEY_Return);
  bh_test_ui_wait (has_one_row, f);
  g_assert_cmpint (bh_callback_sheet_get_id (get_sheet (f)), ==, f->second);

  f->office->ticket_id = f->first;
  view = bh_test_desk_load (f->office);
  g_assert_cmpint (view->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpuint (view->ticket->callbacks->len, ==, 1);
  callback = g_ptr_array_index (view->ticket->callbacks, 0);
  g_assert_cmpint (callback->score, ==, 5);
  g_assert_cmpint (callback->solved, ==, BH_TRI_YES);
  g_assert_cmpint (callback->polite, ==, BH_TRI_NO);
  g_assert_cmpint (callback->timely, ==, BH_TRI_UNKNOWN);
  wait_until_said (f, "现为已关闭");

  bh_test_ui_wait (has_form, f);
  press (f, GDK_KEY_5);
  press (f, GDK_KEY_Return);
  bh_test_ui_wait (is_empty, f);
}

static gboolean
is_at_second (gpointer data)
{
  Fixture *f = data;

  return bh_callback_sheet_get_id (get_sheet (f)) == f->second && get_form (f) != NULL;
}

/* Who was not reached stays in the list; the next one is called meanwhile. */
static void
test_not_reached (Fixture *f, gconstpointer data)
{
  press (f, GDK_KEY_r);
  press (f, GDK_KEY_Return);
  bh_test_ui_wait (is_at_second, f);
  g_assert_cmpuint (count_rows (f), ==, 2);
  press (f, GDK_KEY_k);
  wait_until_said (f, "王敏：未联系上");
}

/* Who did the work is told why they cannot call. */
static void
test_refused (Fixture *f, gconstpointer data)
{
  set_staff (f, "李强");
  g_assert_null (get_form (f));
  press (f, GDK_KEY_Return);
  g_assert_cmpuint (count_rows (f), ==, 2);
  set_staff (f, "王敏");
  g_assert_nonnull (get_form (f));
}

static void
test_ways_out (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action (f->page, "callback.leave", NULL);
  g_assert_cmpuint (f->n_left, ==, 1);
  /* Out of the form it goes back to the list first. */
  bh_verb_form_focus (get_form (f));
  gtk_widget_activate_action (GTK_WIDGET (get_form (f)), "form.leave", NULL);
  g_assert_cmpuint (f->n_left, ==, 1);
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (f->window)));
}

static void
test_roles (Fixture *f, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_sheet (f)), GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (get_list (f)),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (gtk_test_accessible_has_property (
      GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (get_list (f), 0)),
      GTK_ACCESSIBLE_PROPERTY_LABEL));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/callback-page/first", test_first);
  ADD ("/callback-page/answers", test_answers);
  ADD ("/callback-page/draft", test_draft);
  ADD ("/callback-page/next", test_next);
  ADD ("/callback-page/not-reached", test_not_reached);
  ADD ("/callback-page/refused", test_refused);
  ADD ("/callback-page/ways-out", test_ways_out);
  ADD ("/callback-page/roles", test_roles);

  return g_test_run ();
}
