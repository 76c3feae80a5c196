/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-ui.h"
#include "ui/common/bh-field.h"
#include "ui/tickets/bh-verb-form-options.h"
#include "ui/tickets/bh-verb-form.h"

#include <adwaita.h>

typedef struct
{
  BhTestDesk *test_desk;
  BhDesk *desk;
  BhDrafts *drafts;
  BhTicketView *view;
  guint n_done;
  BhStatus status; /* after the verb */
  guint n_left;
  guint n_failed;
  GtkWidget *place; /* of the form */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->test_desk = bh_test_desk_new ();
  bh_test_desk_register (fixture->test_desk, "漏水", "general");
  fixture->desk = bh_desk_new (fixture->test_desk->store);
  fixture->drafts = bh_drafts_new (NULL);
  fixture->view = bh_test_desk_load (fixture->test_desk);
  fixture->place = g_object_ref_sink (adw_bin_new ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bh_test_ui_end (fixture->place);
  bh_ticket_view_free (fixture->view);
  bh_test_ui_end (fixture->drafts);
  bh_test_ui_end (fixture->desk);
  bh_test_desk_free (fixture->test_desk);
}

static void
done_cb (Fixture *fixture, BhTicket *ticket)
{
  fixture->n_done++;
  fixture->status = ticket->status;
}

static void
failed_cb (Fixture *fixture)
{
  fixture->n_failed++;
}

static void
left_cb (Fixture *fixture)
{
  fixture->n_left++;
}

static GtkWidget *
create_form (Fixture *fixture, BhVerb verb)
{
  GtkWidget *form = bh_verb_form_new (fixture->desk, fixture->drafts, fixture->view, verb);

  g_signal_connect_swapped (form, "done", G_CALLBACK (done_cb), fixture);
  g_signal_connect_swapped (form, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect_swapped (form, "left", G_CALLBACK (left_cb), fixture);
  adw_bin_set_child (ADW_BIN (fixture->place), form);

  return form;
}

static BhField *
find_field (GtkWidget *widget, const char *key)
{
  if (BH_IS_FIELD (widget))
    return g_str_equal (bh_field_get_input (BH_FIELD (widget))->key, key) ? BH_FIELD (widget)
                                                                          : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      BhField *field = find_field (child, key);

      if (field != NULL)
        return field;
    }

  return NULL;
}

/* As if somebody had typed it. */
static void
enter (GtkWidget *form, const char *key, const char *text)
{
  BhField *field = find_field (form, key);

  bh_field_set_text (field, text);
  bh_control_changed (bh_field_get_control (field));
}

static void
assert_entered (GtkWidget *form, const char *key, const char *expected)
{
  g_autoptr (BhPayload) entered = bh_verb_form_dup_entered (BH_VERB_FORM (form));

  g_assert_cmpstr (bh_payload_get (entered, key), ==, expected);
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->n_done > 0;
}

static gboolean
has_person (gpointer form)
{
  g_autoptr (BhPayload) entered = bh_verb_form_dup_entered (BH_VERB_FORM (form));

  return bh_payload_get (entered, "person") != NULL;
}

/* Who should have it stands there, and follows the department until somebody chooses. */
static void
test_suggested (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_DISPATCH);

  enter (form, "department", "保洁绿化");
  bh_test_ui_wait (has_person, form);
  assert_entered (form, "person", "孙洁");
  enter (form, "department", "工程维修");
  assert_entered (form, "person", NULL);
  bh_test_ui_wait (has_person, form);
  assert_entered (form, "person", "李强");
  enter (form, "person", "赵刚");
  enter (form, "department", "保洁绿化");
  assert_entered (form, "person", "赵刚");
}

/* What somebody chose before the suggestion came stays. */
static void
test_chosen_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_DISPATCH);

  enter (form, "person", "赵刚");
  enter (form, "department", "工程维修");
  enter (form, "person", "");
  bh_test_ui_settle ();
  assert_entered (form, "person", NULL);
}

/* Every verb that asks for something has a form with a field for each input. */
static void
test_generated (Fixture *fixture, gconstpointer data)
{
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      GtkWidget *form = create_form (fixture, rules[i].verb);

      for (guint j = 0; j < rules[i].n_inputs; j++)
        g_assert_nonnull (find_field (form, rules[i].inputs[j].key));
      g_assert_cmpint (bh_verb_form_get_verb (BH_VERB_FORM (form)), ==, rules[i].verb);
    }
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_WITHDRAW);

  gtk_widget_activate_action (form, "form.submit", NULL);
  bh_test_ui_settle ();
  g_assert_cmpuint (fixture->n_done, ==, 0);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_field (form, "reason")), "invalid"));
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_DISPATCH);

  enter (form, "department", "工程维修");
  enter (form, "person", "李强");
  g_assert_true (bh_drafts_has (fixture->drafts, fixture->view->ticket->id, "dispatch"));
  gtk_widget_activate_action (form, "form.submit", NULL);
  bh_test_ui_wait (is_done, fixture);
  g_assert_cmpint (fixture->status, ==, BH_STATUS_DISPATCHED);
  g_assert_false (bh_drafts_has (fixture->drafts, fixture->view->ticket->id, "dispatch"));
}

static gboolean
is_sensitive (gpointer data)
{
  return gtk_widget_get_sensitive (data);
}

/* What the desk refuses is said in the form, and what was typed is still there. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_DISPATCH);
  GtkWidget *buttons = gtk_widget_get_last_child (gtk_widget_get_first_child (form));

  enter (form, "department", "没有这个部门");
  gtk_widget_activate_action (form, "form.submit", NULL);
  g_assert_false (is_sensitive (buttons));
  bh_test_ui_wait (is_sensitive, buttons);
  g_assert_cmpuint (fixture->n_done, ==, 0);
  assert_entered (form, "department", "没有这个部门");
  g_assert_true (bh_drafts_has (fixture->drafts, fixture->view->ticket->id, "dispatch"));
}

/* What is wrong with one field stands there, without the key that scripts use. */
static void
test_refused_field (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_DISPATCH);
  GtkWidget *buttons = gtk_widget_get_last_child (gtk_widget_get_first_child (form));

  enter (form, "department", "工程维修");
  enter (form, "due", "sometime");
  gtk_widget_activate_action (form, "form.submit", NULL);
  bh_test_ui_wait (is_sensitive, buttons);
  g_assert_cmpuint (fixture->n_done, ==, 0);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_field (form, "due")), "invalid"));
  enter (form, "due", "2031-05-06 18:00");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (find_field (form, "due")), "invalid"));
}

static void
test_draft (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_NOTE);
  GtkWidget *again;

  enter (form, "text", "业主下午在家");
  gtk_widget_activate_action (form, "form.leave", NULL);
  g_assert_cmpuint (fixture->n_left, ==, 1);
  again = create_form (fixture, BH_VERB_NOTE);
  assert_entered (again, "text", "业主下午在家");
  enter (again, "text", "");
  g_assert_false (bh_drafts_has (fixture->drafts, fixture->view->ticket->id, "note"));
}

/* A correction begins with what there is, which is no draft yet, and changes only what differs. */
static void
test_correct (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_CORRECT);
  g_autoptr (BhTicketView) after = NULL;

  assert_entered (form, "contact", "张晓燕");
  g_assert_false (bh_drafts_has (fixture->drafts, fixture->view->ticket->id, "correct"));
  enter (form, "reason", "听错了");
  enter (form, "summary", "卫生间漏水");
  gtk_widget_activate_action (form, "form.submit", NULL);
  bh_test_ui_wait (is_done, fixture);
  after = bh_test_desk_load (fixture->test_desk);
  g_assert_cmpstr (after->ticket->summary, ==, "卫生间漏水");
  g_assert_cmpint (after->ticket->place_id, ==, fixture->view->ticket->place_id);
}

/* Somebody went on to another ticket before the verb was done: it is done all the same. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_NOTE);

  enter (form, "text", "业主下午在家");
  gtk_widget_activate_action (form, "form.submit", NULL);
  adw_bin_set_child (ADW_BIN (fixture->place), NULL);
  bh_test_ui_wait (is_done, fixture);
  g_assert_false (bh_drafts_has (fixture->drafts, fixture->view->ticket->id, "note"));
}

static gboolean
is_failed (gpointer data)
{
  return ((Fixture *) data)->n_failed > 0;
}

/* … and if it is refused then, that must not go unheard, nor what was typed be lost. */
static void
test_gone_and_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_DISPATCH);

  enter (form, "department", "没有这个部门");
  gtk_widget_activate_action (form, "form.submit", NULL);
  adw_bin_set_child (ADW_BIN (fixture->place), NULL);
  bh_test_ui_wait (is_failed, fixture);
  g_assert_true (bh_drafts_has (fixture->drafts, fixture->view->ticket->id, "dispatch"));
}

/* One form for all that a repairman's slip says; where no work is under way there is none. */
/* The cursor goes past a needed field that is filled in already, not past one of choice. */
static void
test_first (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_SUSPEND);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  BhField *until = find_field (form, "until");
  BhField *note = find_field (form, "note");

  g_ptr_array_add (fields, until);
  g_ptr_array_add (fields, find_field (form, "reason"));
  g_assert_true (bh_verb_form_find_first (fields) == until);
  enter (form, "until", "2026-01-06 09:00");
  g_assert_true (bh_verb_form_find_first (fields) == find_field (form, "reason"));
  enter (form, "reason", "material");
  g_assert_true (bh_verb_form_find_first (fields) == until);

  g_ptr_array_insert (fields, 0, note);
  enter (form, "note", "等门锁到货");
  enter (form, "reason", "");
  g_assert_true (bh_verb_form_find_first (fields) == note);
}

/* Nobody types a PIN into the note above it. */
static void
test_first_pin (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = create_form (fixture, BH_VERB_APPROVE);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  g_ptr_array_add (fields, find_field (form, "note"));
  g_ptr_array_add (fields, find_field (form, "pin"));
  g_assert_true (bh_verb_form_find_first (fields) == find_field (form, "pin"));
  enter (form, "note", "可以");
  enter (form, "pin", "1234");
  g_assert_true (bh_verb_form_find_first (fields) == find_field (form, "pin"));

  form = create_form (fixture, BH_VERB_REJECT);
  g_ptr_array_set_size (fields, 0);
  g_ptr_array_add (fields, find_field (form, "reason"));
  g_ptr_array_add (fields, find_field (form, "pin"));
  g_assert_true (bh_verb_form_find_first (fields) == find_field (form, "reason"));
}

static void
test_slip (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form;

  g_assert_null (bh_verb_form_new_slip (fixture->desk, fixture->drafts, fixture->view));
  bh_test_desk_do (fixture->test_desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_forward (fixture->test_desk, 10 * BH_TEST_DESK_HOUR);
  bh_ticket_view_free (fixture->view);
  fixture->view = bh_test_desk_load (fixture->test_desk);
  form = bh_verb_form_new_slip (fixture->desk, fixture->drafts, fixture->view);
  g_signal_connect_swapped (form, "done", G_CALLBACK (done_cb), fixture);
  adw_bin_set_child (ADW_BIN (fixture->place), form);
  gtk_widget_activate_action (form, "form.submit", NULL);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_field (form, "measure")), "invalid"));
  enter (form, "person", "李强");
  enter (form, "accepted-at", "2026-03-02 09:00");
  enter (form, "cause", "wear");
  enter (form, "responsibility", "property");
  enter (form, "measure", "更换接头");
  enter (form, "finished-at", "2026-03-02 11:00");
  enter (form, "result", "已更换");
  g_assert_true (bh_drafts_has (fixture->drafts, fixture->view->ticket->id, "slip"));
  gtk_widget_activate_action (form, "form.submit", NULL);
  bh_test_ui_wait (is_done, fixture);
  g_assert_cmpint (fixture->status, ==, BH_STATUS_FINISHED);
  g_assert_false (bh_drafts_has (fixture->drafts, fixture->view->ticket->id, "slip"));
}

int
main (int argc, char *argv[])
{
  bh_test_ui_init (&argc, &argv);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/verb-form/generated", test_generated);
  ADD ("/verb-form/suggested", test_suggested);
  ADD ("/verb-form/chosen-first", test_chosen_first);
  ADD ("/verb-form/missing", test_missing);
  ADD ("/verb-form/done", test_done);
  ADD ("/verb-form/refused", test_refused);
  ADD ("/verb-form/refused-field", test_refused_field);
  ADD ("/verb-form/draft", test_draft);
  ADD ("/verb-form/correct", test_correct);
  ADD ("/verb-form/first", test_first);
  ADD ("/verb-form/first-pin", test_first_pin);
  ADD ("/verb-form/slip", test_slip);
  ADD ("/verb-form/gone", test_gone);
  ADD ("/verb-form/gone-and-refused", test_gone_and_refused);

  return g_test_run ();
}
