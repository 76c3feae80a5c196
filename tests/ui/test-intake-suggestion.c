/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/intake/bh-household-row.h"
#include "ui/intake/bh-intake-form.h"
#include "ui/intake/bh-intake-page.h"
#include "ui/intake/bh-intake-side.h"
#include "ui/intake/bh-suggestion-hint.h"

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  BhDrafts *drafts;
  GtkWindow *window;
  BhIntakePage *page;
  BhIntakeForm *form;
  BhIntakeFields *fields;
  BhSuggestionHint *hint;
  BhIntakeSide *side;
  gint64 registered;
} Fixture;

static void
registered_cb (Fixture *f, gint64 id)
{
  f->registered = id;
}

static void
report (Fixture *f, const char *category, const char *summary)
{
  f->office->ticket_id = 0;
  bh_test_desk_do (f->office, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "hotline", "grade",
                   "general", "summary", summary, "category", category, "room", "3-2-301", NULL);
}

static gboolean
has_learned (gpointer data)
{
  return bh_suggester_get_model (bh_desk_get_suggester (((Fixture *) data)->desk)) != NULL;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *page;

  f->office = bh_test_desk_new ();
  f->desk = bh_desk_new (f->office->store);
  f->drafts = bh_drafts_new (NULL);
  for (guint i = 0; i < 8; i++)
    {
      report (f, "电梯", "轿厢门夹人");
      report (f, "漏水", "厨房水管滴水");
    }
  page = bh_intake_page_new (f->desk, f->drafts);
  f->page = BH_INTAKE_PAGE (page);
  f->window = bh_test_ui_show (page, 1000, 700);
  f->form = bh_test_ui_find_shown (page, BH_TYPE_INTAKE_FORM);
  f->hint = bh_test_ui_find_shown (page, BH_TYPE_SUGGESTION_HINT);
  f->side = bh_test_ui_find_shown (page, BH_TYPE_INTAKE_SIDE);
  f->fields = bh_intake_form_get_fields (f->form);
  g_signal_connect_swapped (page, "registered", G_CALLBACK (registered_cb), f);
  bh_suggester_start (bh_desk_get_suggester (f->desk));
  bh_test_ui_wait (has_learned, f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  bh_test_ui_settle ();
  bh_test_ui_end (f->drafts);
  g_object_unref (f->desk);
  bh_test_desk_free (f->office);
}

static void
type (Fixture *f, const char *key, const char *text)
{
  bh_intake_fields_set (f->fields, key, text);
}

static void
assert_text (Fixture *f, const char *key, const char *expected)
{
  g_autofree char *text = bh_intake_fields_dup_text (f->fields, key);

  g_assert_cmpstr (text, ==, expected);
}

/* What is suggested stands beside the fields until a key takes it, and goes with the text. */
static void
test_hint (Fixture *f, gconstpointer data)
{
  g_assert_false (bh_suggestion_hint_is_shown (f->hint));
  type (f, "summary", "轿厢门又夹人");
  g_assert_true (bh_suggestion_hint_is_shown (f->hint));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (f->hint), "电梯"));
  assert_text (f, "category", "");
  type (f, "summary", "13800138000");
  g_assert_false (bh_suggestion_hint_is_shown (f->hint));
}

static void
test_accept (Fixture *f, gconstpointer data)
{
  int height = gtk_widget_get_height (GTK_WIDGET (f->hint));

  type (f, "summary", "轿厢困人");
  bh_test_ui_settle ();
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (f->hint)), ==, height);
  g_signal_emit_by_name (f->hint, "accepted");
  assert_text (f, "category", "电梯");
  assert_text (f, "grade", "urgent");
  g_assert_false (bh_suggestion_hint_is_shown (f->hint));
}

/* What the clerk chose is not suggested otherwise, nor changed. */
static void
test_chosen (Fixture *f, gconstpointer data)
{
  type (f, "category", "漏水");
  type (f, "grade", "important");
  type (f, "summary", "轿厢困人");
  g_assert_false (bh_suggestion_hint_is_shown (f->hint));
  assert_text (f, "category", "漏水");
  assert_text (f, "grade", "important");
}

static gboolean
is_registered (gpointer data)
{
  return ((Fixture *) data)->registered != 0;
}

/* Enter in the empty category goes on with what stands there in grey. */
static void
test_enter (Fixture *f, gconstpointer data)
{
  g_autoptr (BhConnection) connection = NULL;
  g_autoptr (BhTicket) ticket = NULL;

  type (f, "place", "大堂");
  type (f, "contact", "张晓燕");
  type (f, "phone", "13800138000");
  type (f, "summary", "轿厢门又夹人");
  bh_intake_form_focus (f->form, "category");
  gtk_widget_activate_action (GTK_WIDGET (f->form), "form.submit", NULL);
  bh_test_ui_wait (is_registered, f);
  connection = bh_store_open_reader (f->office->store, NULL);
  ticket = bh_ticket_repository_load (connection, f->registered, NULL);
  g_assert_cmpstr (
      bh_office_get_name (bh_desk_get_office (f->desk), BH_TYPE_CATEGORY, ticket->category_id), ==,
      "电梯");
}

static gboolean
shows_similar (gpointer data)
{
  return bh_test_ui_says (GTK_WIDGET (((Fixture *) data)->side), "同一房号");
}

static gboolean
shows_none (gpointer data)
{
  return !shows_similar (data);
}

/* The same room and still open: a reminder instead of a new ticket. */
static void
test_similar (Fixture *f, gconstpointer data)
{
  BhHouseholdRow *row;
  gint64 id;
  g_autoptr (BhConnection) connection = bh_store_open_reader (f->office->store, NULL);
  g_autoptr (BhTicket) ticket = NULL;

  type (f, "place", "3-2-301");
  type (f, "summary", "厨房水管还在滴水");
  bh_test_ui_wait (shows_similar, f);
  g_assert_true (bh_intake_side_focus (f->side));
  row = BH_HOUSEHOLD_ROW (
      gtk_widget_get_ancestor (gtk_window_get_focus (f->window), BH_TYPE_HOUSEHOLD_ROW));
  id = bh_household_row_get_ticket (row)->id;
  gtk_widget_activate_action (GTK_WIDGET (row), "row.remind", NULL);
  do
    {
      g_clear_object (&ticket);
      bh_test_ui_settle ();
      ticket = bh_ticket_repository_load (connection, id, NULL);
    }
  while (ticket->reminders == 0);
  type (f, "place", "");
  type (f, "summary", "");
  bh_test_ui_wait (shows_none, f);
}

static gboolean
shows_other_room (gpointer data)
{
  return bh_test_ui_says (GTK_WIDGET (((Fixture *) data)->side), "内容相似");
}

static gboolean
is_cleared (gpointer data)
{
  g_autofree char *text = bh_intake_fields_dup_text (((Fixture *) data)->fields, "summary");

  return *text == '\0';
}

/* Another room has it too: a ticket of its own, and the work done once. */
static void
test_join (Fixture *f, gconstpointer data)
{
  g_autoptr (BhConnection) connection = bh_store_open_reader (f->office->store, NULL);
  g_autoptr (BhTicket) before = NULL;
  g_autoptr (BhTicket) ticket = NULL;
  GtkWidget *focus;
  gint64 id;

  type (f, "contact", "李女士");
  type (f, "phone", "13900139000");
  type (f, "place", "3-2-302");
  type (f, "summary", "厨房水管滴水");
  bh_test_ui_wait (shows_other_room, f);
  g_assert_true (bh_intake_side_focus (f->side));
  focus = gtk_widget_get_ancestor (gtk_window_get_focus (f->window), BH_TYPE_HOUSEHOLD_ROW);
  id = bh_household_row_get_ticket (BH_HOUSEHOLD_ROW (focus))->id;
  before = bh_ticket_repository_load (connection, id, NULL);
  gtk_widget_activate_action (focus, "row.join", NULL);
  bh_test_ui_wait (is_cleared, f);
  ticket = bh_ticket_repository_load (connection, id, NULL);
  g_assert_cmpuint (ticket->complainants->len, ==, before->complainants->len + 1);
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);
#define ADD(name, test)                                                                            \
  g_test_add ("/intake-suggestion/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("hint", test_hint);
  ADD ("accept", test_accept);
  ADD ("chosen", test_chosen);
  ADD ("enter", test_enter);
  ADD ("similar", test_similar);
  ADD ("join", test_join);

  return g_test_run ();
}
