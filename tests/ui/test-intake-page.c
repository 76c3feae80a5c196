/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-folder.h"
#include "support/bh-test-ui.h"
#include "ui/intake/bh-household-card.h"
#include "ui/intake/bh-household-row.h"
#include "ui/intake/bh-intake-form.h"
#include "ui/intake/bh-intake-inputs.h"
#include "ui/intake/bh-intake-page.h"

#define PHONE "13800138000"

typedef struct
{
  BhTestDesk *office;
  BhDesk *desk;
  BhDrafts *drafts;
  char *drafts_path;
  GtkWindow *window;
  BhIntakePage *page;
  BhIntakeForm *form;
  BhIntakeFields *fields;
  BhHouseholdCard *card;
  gint64 registered;
  gint64 opened;
} Fixture;

static void
registered_cb (Fixture *fixture, gint64 id)
{
  fixture->registered = id;
}

static void
open_cb (Fixture *fixture, gint64 id)
{
  fixture->opened = id;
}

static void
show_page (Fixture *fixture)
{
  GtkWidget *page;

  fixture->drafts = bh_drafts_new (fixture->drafts_path);
  page = bh_intake_page_new (fixture->desk, fixture->drafts);
  fixture->page = BH_INTAKE_PAGE (page);
  fixture->window = bh_test_ui_show (page, 1000, 700);
  fixture->form = BH_INTAKE_FORM (bh_test_ui_find_shown (page, BH_TYPE_INTAKE_FORM));
  fixture->card = BH_HOUSEHOLD_CARD (bh_test_ui_find_shown (page, BH_TYPE_HOUSEHOLD_CARD));
  fixture->fields = bh_intake_form_get_fields (fixture->form);
  g_signal_connect_swapped (page, "registered", G_CALLBACK (registered_cb), fixture);
  g_signal_connect_swapped (page, "open-ticket", G_CALLBACK (open_cb), fixture);
}

static void
close_page (Fixture *fixture)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->drafts);
  bh_test_ui_settle ();
}

/* 张晓燕 with a phone lives in 3-2-301 and has an open ticket and one that was withdrawn. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->office = bh_test_desk_new ();
  fixture->desk = bh_desk_new (fixture->office->store);
  fixture->drafts_path = g_build_filename (fixture->office->folder, "state", "drafts.ini", NULL);
  bh_test_desk_do (fixture->office, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "hotline",
                   "grade", "general", "summary", "阳台渗水", "category", "漏水", "contact",
                   "张晓燕", "phone", PHONE, "room", "3-2-301", NULL);
  bh_test_desk_do (fixture->office, BH_VERB_WITHDRAW, "王敏", "reason", "自己修好了", NULL);
  bh_test_desk_do (fixture->office, BH_VERB_NEW, "王敏", "kind", "repair", "channel", "hotline",
                   "grade", "general", "summary", "厨房漏水", "category", "漏水", "contact",
                   "张晓燕", "phone", PHONE, "room", "3-2-301", NULL);
  show_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_page (fixture);
  g_object_unref (fixture->desk);
  g_free (fixture->drafts_path);
  bh_test_desk_free (fixture->office);
}

static void
assert_text (Fixture *fixture, const char *key, const char *expected)
{
  g_autofree char *text = bh_intake_fields_dup_text (fixture->fields, key);

  g_assert_cmpstr (text, ==, expected);
}

static void
type (Fixture *fixture, const char *key, const char *text)
{
  bh_intake_fields_set (fixture->fields, key, text);
}

static gboolean
has_caller (gpointer user_data)
{
  return bh_test_ui_says (GTK_WIDGET (((Fixture *) user_data)->card), "张晓燕");
}

static gboolean
has_no_caller (gpointer user_data)
{
  return !has_caller (user_data);
}

static gboolean
is_registered (gpointer user_data)
{
  return ((Fixture *) user_data)->registered != 0;
}

static const char *
get_focused_key (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);
  GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, BH_TYPE_FIELD) : NULL;

  return field != NULL ? bh_field_get_input (BH_FIELD (field))->key : NULL;
}

static BhTicket *
load (Fixture *fixture, gint64 id)
{
  g_autoptr (BhConnection) connection = bh_store_open_reader (fixture->office->store, NULL);

  return bh_ticket_repository_load (connection, id, NULL);
}

/* Who phones is known: room, name and tickets. */
static void
test_phone (Fixture *fixture, gconstpointer data)
{
  bh_intake_page_begin (fixture->page);
  g_assert_cmpstr (get_focused_key (fixture), ==, "phone");
  type (fixture, "phone", "138 0013 8000");
  bh_test_ui_wait (has_caller, fixture);
  assert_text (fixture, "contact", "张晓燕");
  assert_text (fixture, "place", "阳光花园/3栋2单元301");
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->card), "厨房漏水"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->card), "阳台渗水"));
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->card), "138 0013 8000"));

  /* Another number takes away what only the first one brought. */
  type (fixture, "phone", "13900139000");
  bh_test_ui_wait (has_no_caller, fixture);
  assert_text (fixture, "contact", "");
  assert_text (fixture, "place", "");
}

/* A room is known by its number, and who lives there alone is the caller. */
static void
test_room (Fixture *fixture, gconstpointer data)
{
  type (fixture, "place", "3-2-301");
  bh_test_ui_wait (has_caller, fixture);
  assert_text (fixture, "contact", "张晓燕");
  assert_text (fixture, "phone", PHONE);
  assert_text (fixture, "place", "3-2-301");
}

/* What somebody typed is never replaced. */
static void
test_typed_stays (Fixture *fixture, gconstpointer data)
{
  type (fixture, "contact", "张先生");
  type (fixture, "phone", PHONE);
  bh_test_ui_wait (has_caller, fixture);
  assert_text (fixture, "contact", "张先生");
}

static void
test_category (Fixture *fixture, gconstpointer data)
{
  BhOffice *office = bh_desk_get_office (fixture->desk);
  BhCategory *leak = bh_office_find (office, BH_TYPE_CATEGORY, "漏水");

  type (fixture, "category", "漏水");
  assert_text (fixture, "department",
               bh_office_get_name (office, BH_TYPE_DEPARTMENT, leak->department_id));
  assert_text (fixture, "grade",
               bh_list_get_code (BH_LIST_GRADE,
                                 leak->grade != 0 ? (int) leak->grade : (int) BH_GRADE_GENERAL));
  type (fixture, "grade", "urgent");
  type (fixture, "category", "电梯");
  assert_text (fixture, "grade", "urgent");
}

static void
test_danger (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = GTK_WIDGET (fixture->form);

  type (fixture, "summary", "楼道灯不亮");
  g_assert_false (bh_test_ui_says (form, "“"));
  type (fixture, "summary", "电梯困人");
  g_assert_true (bh_test_ui_says (form, "“困人”"));
  gtk_widget_activate_action (form, "form.grade", "i", BH_GRADE_URGENT);
  assert_text (fixture, "grade", "urgent");
  g_assert_false (bh_test_ui_says (form, "“困人”"));
}

/* Enter goes to what is still empty, and in the end registers. */
static void
test_enter (Fixture *fixture, gconstpointer data)
{
  bh_intake_page_begin (fixture->page);
  bh_intake_form_advance (fixture->form, "phone");
  g_assert_cmpstr (get_focused_key (fixture), ==, "place");
  type (fixture, "place", "小区东门外");
  bh_intake_form_advance (fixture->form, "place");
  g_assert_cmpstr (get_focused_key (fixture), ==, "contact");
  bh_intake_form_advance (fixture->form, "contact");
  g_assert_cmpstr (get_focused_key (fixture), ==, "summary");
  type (fixture, "summary", "路灯不亮");
  bh_intake_form_advance (fixture->form, "summary");
  g_assert_cmpstr (get_focused_key (fixture), ==, "category");
  bh_intake_form_advance (fixture->form, "category");
  bh_test_ui_wait (is_registered, fixture);
}

/* Tab goes through the fields in the order in which things are told. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  static const char *const order[]
      = { "phone",    "place",      "contact", "kind",        "channel", "summary",
          "category", "department", "grade",   "description", "remedy" };

  bh_intake_page_begin (fixture->page);
  for (gsize i = 1; i < G_N_ELEMENTS (order); i++)
    {
      do
        g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->window), GTK_DIR_TAB_FORWARD));
      while (get_focused_key (fixture) == NULL);
      g_assert_cmpstr (get_focused_key (fixture), ==, order[i]);
    }
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  GtkWidget *summary = GTK_WIDGET (bh_intake_fields_get (fixture->fields, "summary"));
  GtkWidget *received = GTK_WIDGET (bh_intake_fields_get (fixture->fields, "received"));

  type (fixture, "phone", PHONE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "intake.register", NULL);
  g_assert_true (gtk_widget_has_css_class (summary, "invalid"));
  g_assert_cmpstr (get_focused_key (fixture), ==, "summary");
  type (fixture, "summary", "路灯不亮");
  g_assert_false (gtk_widget_has_css_class (summary, "invalid"));

  /* What is wrong below “More” is not hidden. */
  type (fixture, "received", "昨晚");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "intake.register", NULL);
  g_assert_true (gtk_widget_has_css_class (received, "invalid"));
  g_assert_true (gtk_widget_get_mapped (received));
  g_assert_cmpstr (get_focused_key (fixture), ==, "received");
  g_assert_cmpint (fixture->registered, ==, 0);
}

static void
test_register (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicket) ticket = NULL;
  BhComplainant *complainant;

  bh_intake_page_begin (fixture->page);
  type (fixture, "phone", PHONE);
  bh_test_ui_wait (has_caller, fixture);
  type (fixture, "summary", "卧室又漏水");
  type (fixture, "category", "漏水");
  bh_test_desk_forward (fixture->office, 20 * BH_USEC_PER_SEC);
  gtk_widget_activate_action (GTK_WIDGET (fixture->form), "form.answered", NULL);
  bh_test_desk_forward (fixture->office, 10 * BH_USEC_PER_SEC);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "intake.register", NULL);
  bh_test_ui_wait (is_registered, fixture);

  ticket = load (fixture, fixture->registered);
  g_assert_cmpstr (ticket->summary, ==, "卧室又漏水");
  g_assert_cmpint (ticket->first_answer_at - ticket->received_at, ==, 20 * BH_USEC_PER_SEC);
  complainant = g_ptr_array_index (ticket->complainants, 0);
  g_assert_cmpstr (complainant->name, ==, "张晓燕");
  g_assert_cmpstr (complainant->phone, ==, PHONE);

  g_assert_true (bh_intake_form_is_empty (fixture->form));
  g_assert_false (bh_drafts_has (fixture->drafts, 0, "new"));
  g_assert_cmpstr (get_focused_key (fixture), ==, "phone");
  g_assert_true (bh_test_ui_says (GTK_WIDGET (fixture->page), ticket->number));
}

static gint64
get_opened (Fixture *fixture)
{
  g_autoptr (BhPayload) inputs = bh_intake_form_dup_inputs (fixture->form);

  return bh_payload_get_int (inputs, BH_INTAKE_OPENED);
}

/* The clock of a call starts with the call, however long the form stood open. */
static void
test_opened (Fixture *fixture, gconstpointer data)
{
  gint64 start;

  bh_intake_page_begin (fixture->page);
  start = get_opened (fixture);
  g_assert_cmpint (start, ==, bh_clock_now (fixture->office->clock));

  bh_test_desk_forward (fixture->office, BH_TEST_DESK_HOUR);
  type (fixture, "phone", PHONE);
  g_assert_cmpint (get_opened (fixture), ==, start + BH_TEST_DESK_HOUR);
  bh_test_desk_forward (fixture->office, 10 * BH_TEST_DESK_MINUTE);
  type (fixture, "contact", "张先生");
  bh_intake_page_begin (fixture->page);
  g_assert_cmpint (get_opened (fixture), ==, start + BH_TEST_DESK_HOUR);

  bh_test_desk_forward (fixture->office, BH_TEST_DESK_HOUR);
  bh_intake_page_begin (fixture->page);
  g_assert_cmpint (get_opened (fixture), ==, bh_clock_now (fixture->office->clock));
}

/* One call with several matters keeps the caller. */
static void
test_register_next (Fixture *fixture, gconstpointer data)
{
  type (fixture, "phone", PHONE);
  bh_test_ui_wait (has_caller, fixture);
  type (fixture, "summary", "卧室又漏水");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "intake.register-next", NULL);
  bh_test_ui_wait (is_registered, fixture);
  assert_text (fixture, "phone", PHONE);
  assert_text (fixture, "contact", "张晓燕");
  assert_text (fixture, "place", "阳光花园/3栋2单元301");
  assert_text (fixture, "summary", "");
  g_assert_cmpstr (get_focused_key (fixture), ==, "summary");
}

/* What was typed survives the end of the program, whichever it is. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  type (fixture, "phone", PHONE);
  type (fixture, "summary", "说到一半");
  bh_drafts_flush (fixture->drafts);
  close_page (fixture);

  show_page (fixture);
  assert_text (fixture, "phone", PHONE);
  assert_text (fixture, "summary", "说到一半");
  bh_test_ui_wait (has_caller, fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "intake.discard", NULL);
  g_assert_true (bh_intake_form_is_empty (fixture->form));

  /* That may have been a slip. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "intake.restore", NULL);
  assert_text (fixture, "summary", "说到一半");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "intake.discard", NULL);
  close_page (fixture);
  show_page (fixture);
  assert_text (fixture, "summary", "");
}

static gboolean
is_reminded (gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (BhTicket) ticket = load (fixture, fixture->office->ticket_id);

  return ticket->reminders == 1;
}

static void
test_remind (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  type (fixture, "phone", PHONE);
  bh_test_ui_wait (has_caller, fixture);
  g_assert_true (bh_household_card_focus (fixture->card));
  row = gtk_window_get_focus (fixture->window);
  g_assert_true (BH_IS_HOUSEHOLD_ROW (row));
  g_assert_cmpint (bh_household_row_get_ticket (BH_HOUSEHOLD_ROW (row))->id, ==,
                   fixture->office->ticket_id);
  gtk_widget_activate_action (row, "row.remind", NULL);
  bh_test_ui_wait (is_reminded, fixture);

  gtk_widget_activate (row);
  g_assert_cmpint (fixture->opened, ==, fixture->office->ticket_id);
}

static void
test_repeat (Fixture *fixture, gconstpointer data)
{
  g_autofree char *number = NULL;
  g_autoptr (BhTicket) ticket = NULL;

  type (fixture, "phone", PHONE);
  bh_test_ui_wait (has_caller, fixture);
  number = g_strdup_printf ("%s", fixture->office->ticket->number);
  /* The first ticket of the office is the one before the last. */
  number[strlen (number) - 1]--;
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "household.repeat", "s", number);
  assert_text (fixture, "repeat-of", number);
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "household.repeat", "s", number);
  assert_text (fixture, "repeat-of", "");
  gtk_widget_activate_action (GTK_WIDGET (fixture->card), "household.repeat", "s", number);

  type (fixture, "summary", "阳台又渗水");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "intake.register", NULL);
  bh_test_ui_wait (is_registered, fixture);
  ticket = load (fixture, fixture->registered);
  g_assert_cmpint (ticket->repeat_of, !=, 0);
}

/* What the desk refuses is said, and nothing is lost. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  type (fixture, "summary", "路灯不亮");
  type (fixture, "repeat-of", "W0000-000000");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "intake.register", NULL);
  while (!bh_test_ui_says (GTK_WIDGET (fixture->page), "W0000-000000"))
    g_main_context_iteration (NULL, TRUE);
  assert_text (fixture, "summary", "路灯不亮");
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (fixture->form)));
  g_assert_cmpint (fixture->registered, ==, 0);
}

static int
measure_width (Fixture *fixture)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);

  return width;
}

/* Beside the sidebar of a window of 1024×600 nothing is cut off, also where text is twice as
 * large. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  type (fixture, "phone", PHONE);
  type (fixture, "summary", "电梯困人");
  bh_test_ui_wait (has_caller, fixture);
  g_assert_cmpint (measure_width (fixture), <=, 880);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  bh_test_ui_settle ();
  g_assert_cmpint (measure_width (fixture), <=, 820);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
test_finalize (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (bh_intake_page_new (fixture->desk, fixture->drafts));

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_unref (page);
  g_assert_null (page);
}

#define ADD(name, test) g_test_add ("/intake-page/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  bh_test_ui_init (&argc, &argv);

  ADD ("phone", test_phone);
  ADD ("room", test_room);
  ADD ("typed-stays", test_typed_stays);
  ADD ("category", test_category);
  ADD ("danger", test_danger);
  ADD ("enter", test_enter);
  ADD ("tab", test_tab);
  ADD ("errors", test_errors);
  ADD ("register", test_register);
  ADD ("opened", test_opened);
  ADD ("register-next", test_register_next);
  ADD ("draft", test_draft);
  ADD ("remind", test_remind);
  ADD ("repeat", test_repeat);
  ADD ("refused", test_refused);
  ADD ("large-text", test_large_text);
  ADD ("finalize", test_finalize);

  return g_test_run ();
}
