/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk/bh-desk.h"
#include "support/bh-test-desk.h"
#include "desk/bh-ticket-facts-list.h"
#include "ui/tickets/bh-verb-defaults.h"

#include <string.h>

typedef struct
{
  BhTestDesk *desk;
  BhOffice *office;
  BhTicketView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->desk = bh_test_desk_new ();
  fixture->office = bh_store_dup_office (fixture->desk->store);
  bh_test_desk_register (fixture->desk, "漏水", "general");
  fixture->view = bh_test_desk_load (fixture->desk);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  bh_ticket_view_free (fixture->view);
  g_object_unref (fixture->office);
  bh_test_desk_free (fixture->desk);
}

static void
test_correct (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhPayload) defaults
      = bh_verb_defaults (fixture->view, BH_VERB_CORRECT, fixture->office);
  g_autoptr (BhPayload) entered = bh_payload_copy (defaults);
  g_autoptr (BhPayload) inputs = NULL;

  g_assert_cmpstr (bh_payload_get (defaults, "summary"), ==, fixture->view->ticket->summary);
  g_assert_cmpstr (bh_payload_get (defaults, "contact"), ==, "张晓燕");
  g_assert_nonnull (strstr (bh_payload_get (defaults, "room"), "阳光花园/"));
  g_assert_null (bh_payload_get (defaults, "place"));

  /* Only what is another value than before is corrected. */
  bh_payload_set (entered, "summary", "卫生间漏水");
  bh_payload_set (entered, "reason", "听错了");
  inputs = bh_verb_inputs (BH_VERB_CORRECT, defaults, entered);
  g_assert_cmpuint (bh_payload_get_size (inputs), ==, 2);
  g_assert_true (bh_loop_check_inputs (BH_VERB_CORRECT, inputs, NULL));
}

/* What the form begins with is taken by the verb as it is: places are found by what it says. */
static void
test_correct_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhPayload) defaults
      = bh_verb_defaults (fixture->view, BH_VERB_CORRECT, fixture->office);
  const char *room = bh_payload_get (defaults, "room");
  g_autofree char *other
      = g_strdup_printf ("%.*s302", (int) (strlen (room) - strlen ("301")), room);

  g_assert_true (g_str_has_suffix (room, "301"));
  bh_test_desk_do (fixture->desk, BH_VERB_CORRECT, "王敏", "reason", "听错了", "room", other, NULL);
  bh_test_desk_do (fixture->desk, BH_VERB_CORRECT, "王敏", "reason", "没听错", "room", room, NULL);
  g_assert_cmpint (fixture->desk->ticket->place_id, ==, fixture->view->ticket->place_id);
}

static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhPayload) sign = bh_verb_defaults (fixture->view, BH_VERB_SIGN, fixture->office);
  g_autoptr (BhPayload) callback
      = bh_verb_defaults (fixture->view, BH_VERB_CALLBACK, fixture->office);
  g_autoptr (BhPayload) note = bh_verb_defaults (fixture->view, BH_VERB_NOTE, fixture->office);
  g_autoptr (BhPayload) inputs = bh_verb_inputs (BH_VERB_SIGN, sign, sign);

  g_assert_cmpstr (bh_payload_get (sign, "by"), ==, "owner");
  g_assert_true (bh_payload_is_yes (callback, "reached"));
  g_assert_cmpuint (bh_payload_get_size (note), ==, 0);
  g_assert_true (bh_payload_equal (inputs, sign));
}

static const char *
find_fact (GPtrArray *facts, const char *label)
{
  for (guint i = 0; i < facts->len; i++)
    {
      BhTicketFact *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->label, label))
        return fact->value;
    }

  return NULL;
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) facts = bh_ticket_facts_list (fixture->view, fixture->office);

  g_assert_nonnull (strstr (find_fact (facts, "Place"), "阳光花园 · "));
  g_assert_true (g_str_has_prefix (find_fact (facts, "Contact"), "张晓燕"));
  g_assert_true (g_str_has_prefix (find_fact (facts, "Received"), "2026-03-02 08:"));
  /* What the ticket has not is not mentioned. */
  g_assert_null (find_fact (facts, "Cost"));
  g_assert_null (find_fact (facts, "Reminders"));
  g_assert_null (find_fact (facts, "Callback"));
}

static void
test_facts_at_the_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BhTicketView) view = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  bh_test_desk_work_until (fixture->desk, "漏水", "general", BH_STATUS_CLOSED);
  view = bh_test_desk_load (fixture->desk);
  facts = bh_ticket_facts_list (view, fixture->office);
  g_assert_cmpstr (find_fact (facts, "Result"), ==, view->ticket->result);
  g_assert_nonnull (find_fact (facts, "Callback"));
  g_assert_nonnull (strstr (find_fact (facts, "Held by"), "李强"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/verb-defaults/correct", test_correct);
  ADD ("/verb-defaults/correct-place", test_correct_place);
  ADD ("/verb-defaults/others", test_others);
  ADD ("/ticket-facts/new", test_facts);
  ADD ("/ticket-facts/at-the-end", test_facts_at_the_end);

  return g_test_run ();
}
