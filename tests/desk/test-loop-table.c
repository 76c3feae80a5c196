/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "domain/bh-error.h"

/* Every verb of the loop's table at every status that today's verbs lead to, through the real
 * storage: it does what the table says, or is refused. Each try is rolled back. */

/* Another ticket of the same matter, the first of the office. */
#define OTHER "W2026-000001"

/* Inputs that satisfy every gate, so that only the status decides. */
static BhPayload *
make_inputs (BhVerb verb)
{
  BhPayload *inputs = bh_payload_new ();
  const BhLoopRule *rule = bh_loop_get_rule (verb);
  static const struct
  {
    const char *key;
    const char *value;
  } values[] = {
    { "result", "好" },
    { "department", "保洁绿化" },
    { "measure", "换管" },
    { "cause", "wear" },
    { "responsibility", "owner" },
    { "text", "记下" },
    { "summary", "另一句话" },
    { "grade", "general" },
    { "category", "漏水" },
    { "score", "5" },
    { "reason", "other" },
    { "what", "清理" },
    { "repeat-of", OTHER },
    { "into", OTHER },
    { "phone", "13800000009" },
    { "task", "1" },
    { "until", "2026-03-04" },
    { "due", "2026-04-01" },
    { "pin", BH_TEST_DESK_PIN },
    { "file", "data:text/plain;base64,YWJj" },
  };

  for (guint i = 0; i < rule->n_inputs; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          if (g_str_equal (rule->inputs[i].key, values[j].key))
            bh_payload_set (inputs, values[j].key, values[j].value);
        }
    }

  return inputs;
}

typedef struct
{
  BhTestDesk *desk;
  BhVerb verb;
  gboolean done;
  gboolean asked;  /* afterwards: waits for approval */
  BhStatus status; /* afterwards */
} Attempt;

/* What a verb needs to be there but its status. */
static void
prepare (Attempt *attempt, BhWork *work, const BhActor *actor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPayload) inputs = NULL;
  BhTicket *ticket = bh_work_load_ticket (work, attempt->desk->ticket_id, &error);

  g_assert_no_error (error);
  if ((attempt->verb != BH_VERB_TASK_DONE && attempt->verb != BH_VERB_TASK_WAIVE)
      || !bh_loop_allows_status (BH_VERB_TASK, ticket->status))
    return;

  inputs = make_inputs (BH_VERB_TASK);
  bh_verbs_do (work, BH_VERB_TASK, ticket->id, inputs, actor, 0, &error);
  g_assert_no_error (error);
}

static gboolean
attempt_cb (BhWork *work, gpointer user_data, GError **error)
{
  Attempt *attempt = user_data;
  g_autoptr (BhPayload) inputs = make_inputs (attempt->verb);
  BhOffice *office = bh_work_get_office (work, error);
  BhActor actor;
  BhTicket *ticket;

  g_assert_nonnull (office);
  g_assert_true (bh_verbs_get_actor (office, "陈静", &actor, error));
  prepare (attempt, work, &actor);
  ticket = bh_verbs_do (work, attempt->verb, attempt->desk->ticket_id, inputs, &actor, 0, error);
  attempt->done = ticket != NULL;
  if (ticket == NULL)
    return FALSE;

  attempt->status = ticket->status;
  attempt->asked = bh_ticket_get_open_request (ticket) != NULL;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "rolled back");

  return FALSE;
}

/* Resuming needs a suspension, and an answer needs a question. */
static gboolean
needs_more (BhVerb verb)
{
  return verb == BH_VERB_RESUME || verb == BH_VERB_APPROVE || verb == BH_VERB_REJECT;
}

static void
assert_attempt (BhTestDesk *desk, const BhLoopRule *rule, BhStatus status)
{
  Attempt attempt = { desk, rule->verb, FALSE, FALSE, BH_STATUS_NONE };
  const char *verb = bh_list_get_code (BH_LIST_VERB, (int) rule->verb);
  const char *from = bh_list_get_code (BH_LIST_STATUS, (int) status);
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_store_write (desk->store, attempt_cb, &attempt, NULL, &error));
  if (attempt.done != (bh_loop_allows_status (rule->verb, status) && !needs_more (rule->verb)))
    g_error ("“%s” at “%s”: %s", verb, from, error->message);
  if (!attempt.done)
    {
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
      return;
    }

  switch (rule->target)
    {
    case BH_LOOP_TARGET_STATUS:
      g_assert_cmpint (attempt.status, ==, attempt.asked ? status : rule->to);
      break;
    case BH_LOOP_TARGET_STAYS:
      g_assert_cmpint (attempt.status, ==, status);
      break;
    case BH_LOOP_TARGET_DEPENDS:
      g_assert_cmpint (attempt.status, ==,
                       rule->verb == BH_VERB_ATTEMPT ? BH_STATUS_FINISHED : rule->to);
      break;
    case BH_LOOP_TARGET_PREVIOUS:
      g_assert_cmpint (attempt.status, !=, BH_STATUS_NONE);
      break;
    }
}

/* A ticket of a category whose policy asks for nothing in between, so that the policy does not
 * stand in the way of any verb; a callback it wants. */
static void
lead_to (BhTestDesk *desk, BhStatus status)
{
  g_clear_object (&desk->ticket);
  desk->ticket_id = 0;
  switch (status)
    {
    case BH_STATUS_VOID:
    case BH_STATUS_WITHDRAWN:
      bh_test_desk_register (desk, "自由", "urgent");
      bh_test_desk_do (desk, status == BH_STATUS_VOID ? BH_VERB_VOID : BH_VERB_WITHDRAW, "王敏",
                       "reason", "不用了", NULL);
      break;
    case BH_STATUS_REGISTERED:
      bh_test_desk_register (desk, "自由", "urgent");
      /* something that undo may take back */
      bh_test_desk_do (desk, BH_VERB_NOTE, "王敏", "text", "记下", NULL);
      break;
    case BH_STATUS_DISPATCHED:
    case BH_STATUS_ACCEPTED:
    case BH_STATUS_INVESTIGATED:
    case BH_STATUS_PLANNED:
    case BH_STATUS_FINISHED:
    case BH_STATUS_SIGNED:
    case BH_STATUS_CLOSED:
      bh_test_desk_work_until (desk, "自由", "urgent", status);
      break;
    case BH_STATUS_MERGED:
      bh_test_desk_register (desk, "自由", "urgent");
      bh_test_desk_do (desk, BH_VERB_MERGE, "王敏", "into", OTHER, NULL);
      break;
    case BH_STATUS_NONE:
    case BH_STATUS_DECLINED:
      g_assert_not_reached ();
    }
  g_assert_cmpint (desk->ticket->status, ==, status);
}

static void
test_table (void)
{
  static const BhStatus statuses[]
      = { BH_STATUS_REGISTERED, BH_STATUS_DISPATCHED, BH_STATUS_ACCEPTED, BH_STATUS_INVESTIGATED,
          BH_STATUS_PLANNED,    BH_STATUS_FINISHED,   BH_STATUS_SIGNED,   BH_STATUS_CLOSED,
          BH_STATUS_VOID,       BH_STATUS_WITHDRAWN,  BH_STATUS_MERGED };
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);

  bh_test_desk_register (desk, "自由", "urgent");
  g_assert_cmpstr (desk->ticket->number, ==, OTHER);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      lead_to (desk, statuses[i]);
      for (guint j = 0; j < n_rules; j++)
        {
          if (rules[j].verb != BH_VERB_NEW)
            assert_attempt (desk, &rules[j], statuses[i]);
        }
    }
}

/* What a verb needs beside its status is there, or is not: both ways. Each is tried and rolled
 * back. */
static void
assert_possible (BhTestDesk *desk, BhVerb verb, gboolean possible)
{
  Attempt attempt = { desk, verb, FALSE, FALSE, BH_STATUS_NONE };
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_store_write (desk->store, attempt_cb, &attempt, NULL, &error));
  if (attempt.done != possible)
    g_error ("“%s”: %s", bh_list_get_code (BH_LIST_VERB, (int) verb), error->message);
  if (!possible)
    g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
}

static void
test_conditions (void)
{
  static const BhStatus statuses[]
      = { BH_STATUS_REGISTERED, BH_STATUS_DISPATCHED, BH_STATUS_ACCEPTED, BH_STATUS_INVESTIGATED,
          BH_STATUS_PLANNED };
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();

  bh_test_desk_give_pin (desk, "陈静");
  bh_test_desk_register (desk, "自由", "general");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      gint64 id;

      g_clear_object (&desk->ticket);
      desk->ticket_id = 0;
      bh_test_desk_work_until (desk, "自由", "general", statuses[i]);
      id = desk->ticket_id;
      assert_possible (desk, BH_VERB_RESUME, FALSE);
      assert_possible (desk, BH_VERB_SUSPEND, TRUE);
      bh_test_desk_do (desk, BH_VERB_SUSPEND, "王敏", "reason", "material", "until", "2026-03-03",
                       NULL);
      assert_possible (desk, BH_VERB_RESUME, TRUE);
      assert_possible (desk, BH_VERB_SUSPEND, FALSE);
      bh_test_desk_do (desk, BH_VERB_RESUME, "王敏", NULL);

      assert_possible (desk, BH_VERB_APPROVE, FALSE);
      assert_possible (desk, BH_VERB_REJECT, FALSE);
      bh_test_desk_do (desk, BH_VERB_DECLINE, "王敏", "reason", "保修", NULL);
      assert_possible (desk, BH_VERB_APPROVE, TRUE);
      assert_possible (desk, BH_VERB_REJECT, TRUE);
      assert_possible (desk, BH_VERB_DECLINE, FALSE);
      assert_possible (desk, BH_VERB_EXTEND, FALSE);
      assert_possible (desk, BH_VERB_VOID, statuses[i] == BH_STATUS_REGISTERED);
      bh_test_desk_do (desk, BH_VERB_REJECT, "陈静", "reason", "归我们", "pin", BH_TEST_DESK_PIN,
                       NULL);
      assert_possible (desk, BH_VERB_EXTEND, TRUE);
      assert_possible (desk, BH_VERB_WITHDRAW, TRUE);

      if (bh_loop_allows_status (BH_VERB_TASK, statuses[i]))
        {
          assert_possible (desk, BH_VERB_MERGE, TRUE);
          bh_test_desk_do (desk, BH_VERB_TASK, "王敏", "department", "保洁绿化", "what", "清理",
                           NULL);
          assert_possible (desk, BH_VERB_MERGE, FALSE);
          assert_possible (desk, BH_VERB_FINISH, FALSE);
          bh_test_desk_do (desk, BH_VERB_TASK_WAIVE, "王敏", "task", "1", "reason", "不用", NULL);
          assert_possible (desk, BH_VERB_FINISH, statuses[i] >= BH_STATUS_ACCEPTED);
        }
      bh_test_desk_do (desk, BH_VERB_JOIN, "王敏", "contact", "刘洋", "phone", "13800000002", NULL);
      desk->ticket_id = id;
      assert_possible (desk, BH_VERB_WITHDRAW, FALSE);
      assert_possible (desk, BH_VERB_VOID, FALSE);
      assert_possible (desk, BH_VERB_DECLINE, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loop-table/every-verb-at-every-status", test_table);
  g_test_add_func ("/loop-table/conditions", test_conditions);

  return g_test_run ();
}
