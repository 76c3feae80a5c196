/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-history.h"

#include "domain/bh-error.h"

#include <string.h>

/* The table of product.md as its page has it, so that the code's own table has something to be
 * compared with: verb, statuses it is possible at, status it leads to (0: stays or depends). */
static const struct
{
  const char *verb;
  const char *from;
  int to;
} table[] = {
  { "new", "", 10 },
  { "answer", "10 20 30", 80 },
  { "dispatch", "10 20", 20 },
  { "accept", "20", 30 },
  { "return", "20 30", 10 },
  { "transfer", "20 30 40 50", 20 },
  { "investigate", "30", 40 },
  { "plan", "30 40", 50 },
  { "finish", "30 40 50", 60 },
  { "sign", "60", 0 },
  { "refuse", "60", 20 },
  { "attempt", "60", 0 },
  { "callback", "70", 0 },
  { "contact", "10 20 30 40 50 60 70", 0 },
  { "note", "10 20 30 40 50 60 70", 0 },
  { "remind", "10 20 30 40 50 60 70", 0 },
  { "attach", "10 20 30 40 50 60 70 80", 0 },
  { "correct", "10 20 30 40 50 60 70", 0 },
  { "regrade", "10 20 30 40 50 60 70", 0 },
  { "recategorize", "10 20 30 40 50 60 70", 0 },
  { "task", "20 30 40 50", 0 },
  { "task-done", "20 30 40 50", 0 },
  { "task-waive", "20 30 40 50", 0 },
  { "link", "10 20 30 40 50 60 70 80 90 91 92 93", 0 },
  { "join", "10 20 30 40 50", 91 },
  { "merge", "10 20 30 40 50", 91 },
  { "unmerge", "91", 0 },
  { "withdraw", "10 20 30 40 50 60", 92 },
  { "void", "10 20 30 40 50 60", 90 },
  { "suspend", "10 20 30 40 50", 0 },
  { "resume", "10 20 30 40 50", 0 },
  { "extend", "10 20 30 40 50", 0 },
  { "decline", "10 20 30 40 50", 93 },
  { "close-exception", "60 70", 80 },
  { "approve", "10 20 30 40 50 60 70", 0 },
  { "reject", "10 20 30 40 50 60 70", 0 },
  { "reopen", "80 92 93", 20 },
  { "undo", "10 20 30 40 50 60 70 80 90 91 92 93", 0 },
};

static gboolean
contains_status (const char *from, int status)
{
  g_autofree char *word = g_strdup_printf ("%d", status);

  return strstr (from, word) != NULL;
}

static void
test_table (void)
{
  guint n_rules, n_statuses;
  const BhListItem *statuses = bh_list_get_items (BH_LIST_STATUS, &n_statuses);

  bh_loop_get_rules (&n_rules);
  g_assert_cmpuint (n_rules, ==, G_N_ELEMENTS (table));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      BhVerb verb = (BhVerb) bh_list_find (BH_LIST_VERB, table[i].verb);
      const BhLoopRule *rule = bh_loop_get_rule (verb);

      g_assert_nonnull (rule);
      if (table[i].to != 0)
        {
          g_assert_cmpint (rule->target, ==, BH_LOOP_TARGET_STATUS);
          g_assert_cmpint (rule->to, ==, table[i].to);
        }
      for (guint j = 0; j < n_statuses; j++)
        g_assert_cmpint (bh_loop_allows_status (verb, (BhStatus) statuses[j].value), ==,
                         contains_status (table[i].from, statuses[j].value));
    }
}

/* What is suspended can be resumed, and only that. */
static gboolean
exclude_each_other (BhVerb a, BhVerb b)
{
  return a == BH_VERB_SUSPEND && b == BH_VERB_RESUME;
}

/* No two verbs that are possible at one time have the same letter. */
static void
test_letters (void)
{
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    for (guint j = i + 1; j < n_rules; j++)
      if ((rules[i].from & rules[j].from) != 0
          && !exclude_each_other (rules[i].verb, rules[j].verb))
        g_assert_cmpint (rules[i].key, !=, rules[j].key);
}

static gboolean
can (BhTestHistory *history, BhVerb verb, gint64 staff, BhRole role, gint64 after)
{
  const BhActor actor = { staff, staff, role };
  g_autoptr (GError) error = NULL;
  gboolean allowed
      = bh_loop_check (history->ticket, verb, &actor, history->office, BH_TEST_START + after,
                       bh_history_get_last (history->events), &error);

  if (!allowed)
    g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);

  return allowed;
}

static gboolean
clerk_can (BhTestHistory *history, BhVerb verb)
{
  return can (history, verb, BH_TEST_CLERK, BH_ROLE_CLERK, 8 * BH_TEST_HOUR);
}

static void
test_policy_gates (void)
{
  g_autoptr (BhTestHistory) slow = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  g_autoptr (BhTestHistory) quick = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_QUICK, TRUE);
  g_autoptr (BhTestHistory) urgent = bh_test_history_new (BH_GRADE_URGENT, BH_TEST_REPAIR, TRUE);

  g_assert_false (clerk_can (slow, BH_VERB_ANSWER));
  slow->ticket->kind = BH_KIND_INQUIRY;
  g_assert_true (clerk_can (slow, BH_VERB_ANSWER));

  bh_test_work_until (slow, BH_STATUS_ACCEPTED);
  g_assert_false (clerk_can (slow, BH_VERB_PLAN));
  g_assert_false (clerk_can (slow, BH_VERB_FINISH));
  bh_test_work_until (quick, BH_STATUS_ACCEPTED);
  g_assert_true (clerk_can (quick, BH_VERB_PLAN));
  g_assert_true (clerk_can (quick, BH_VERB_FINISH));
  bh_test_work_until (urgent, BH_STATUS_ACCEPTED);
  g_assert_false (clerk_can (urgent, BH_VERB_PLAN));
  g_assert_true (clerk_can (urgent, BH_VERB_FINISH));
}

static void
test_roles (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  g_assert_true (can (history, BH_VERB_DISPATCH, BH_TEST_CLERK, BH_ROLE_CLERK, 0));
  g_assert_false (can (history, BH_VERB_DISPATCH, BH_TEST_WORKER, BH_ROLE_WORKER, 0));
  g_assert_false (can (history, BH_VERB_NOTE, BH_TEST_AUDITOR, BH_ROLE_AUDITOR, 0));
  g_assert_true (can (history, BH_VERB_NOTE, BH_TEST_WORKER, BH_ROLE_WORKER, 0));
}

/* Who finished does not call back. */
static void
test_four_eyes (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  bh_test_work_until (history, BH_STATUS_SIGNED);
  g_assert_false (
      can (history, BH_VERB_CALLBACK, BH_TEST_WORKER, BH_ROLE_SUPERVISOR, 8 * BH_TEST_HOUR));
  g_assert_true (clerk_can (history, BH_VERB_CALLBACK));
}

static void
test_reopen_time (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  gint64 closed = 7 * BH_TEST_HOUR;

  bh_test_work_until (history, BH_STATUS_CLOSED);
  g_assert_true (
      can (history, BH_VERB_REOPEN, BH_TEST_CLERK, BH_ROLE_CLERK, closed + 30 * BH_TEST_DAY));
  g_assert_false (
      can (history, BH_VERB_REOPEN, BH_TEST_CLERK, BH_ROLE_CLERK, closed + 30 * BH_TEST_DAY + 1));
}

static void
test_undo_time (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  g_assert_false (can (history, BH_VERB_UNDO, BH_TEST_CLERK, BH_ROLE_CLERK, 0));
  bh_test_work_until (history, BH_STATUS_DISPATCHED);
  g_assert_true (can (history, BH_VERB_UNDO, BH_TEST_CLERK, BH_ROLE_CLERK,
                      BH_TEST_HOUR + 30 * BH_TEST_MINUTE));
  g_assert_false (can (history, BH_VERB_UNDO, BH_TEST_CLERK, BH_ROLE_CLERK,
                       BH_TEST_HOUR + 31 * BH_TEST_MINUTE));
}

/* That a suspension ended by itself does not stand in the way of what was done before. */
static void
test_undo_past_resume (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  g_autofree char *until = g_strdup_printf ("%" G_GINT64_FORMAT, BH_TEST_START + 2 * BH_TEST_HOUR);
  BhEvent *last;
  g_autofree char *seq = NULL;

  bh_test_do (history, BH_VERB_SUSPEND, BH_TEST_HOUR, "reason", "material", "until", until, NULL);
  bh_test_do (history, BH_VERB_RESUME, 2 * BH_TEST_HOUR, "in-time", "yes", NULL);
  last = bh_history_get_last (history->events);
  g_assert_cmpint (last->verb, ==, BH_VERB_SUSPEND);
  seq = g_strdup_printf ("%d", last->seq);
  bh_test_do (history, BH_VERB_UNDO, 3 * BH_TEST_HOUR, "seq", seq, NULL);
  g_assert_cmpint (history->ticket->suspended_until, ==, 0);
  g_assert_cmpuint (history->ticket->pauses->len, ==, 0);
}

/* Whoever may not dispatch does not take a dispatch back. */
static void
test_undo_role (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  bh_test_work_until (history, BH_STATUS_DISPATCHED);
  g_assert_false (can (history, BH_VERB_UNDO, BH_TEST_WORKER, BH_ROLE_WORKER, BH_TEST_HOUR));
  g_assert_true (can (history, BH_VERB_UNDO, BH_TEST_CLERK, BH_ROLE_CLERK, BH_TEST_HOUR));
  bh_test_work_until (history, BH_STATUS_ACCEPTED);
  g_assert_true (can (history, BH_VERB_UNDO, BH_TEST_WORKER, BH_ROLE_WORKER, 2 * BH_TEST_HOUR));
}

static void
assert_finish (BhTestHistory *history, gboolean allowed)
{
  const BhActor actor = { BH_TEST_WORKER, BH_TEST_WORKER, BH_ROLE_WORKER };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (bh_loop_check (history->ticket, BH_VERB_FINISH, &actor, history->office,
                                  BH_TEST_START + 30 * BH_TEST_DAY, NULL, &error),
                   ==, allowed);
  if (!allowed)
    g_assert_nonnull (strstr (error->message, "photo"));
}

static void
attach (BhTestHistory *history, gint64 at, const char *use)
{
  bh_test_do (history, BH_VERB_ATTACH, at, "hash", "00", "name", "a.png", "type", "image/png",
              "size", "1", "use", use, NULL);
}

/* What was shown before a refusal is not what is shown after it. */
static void
test_photo (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_URGENT, BH_TEST_REPAIR, TRUE);

  bh_office_get_policy (history->office, history->ticket->policy_id)->needs_photo = TRUE;
  bh_test_work_until (history, BH_STATUS_PLANNED);
  assert_finish (history, FALSE);
  attach (history, 6 * BH_TEST_HOUR, "before");
  assert_finish (history, FALSE);
  attach (history, 6 * BH_TEST_HOUR, "after");
  assert_finish (history, TRUE);

  bh_test_do (history, BH_VERB_FINISH, 7 * BH_TEST_HOUR, "result", "好", NULL);
  bh_test_do (history, BH_VERB_REFUSE, 8 * BH_TEST_HOUR, "reason", "还在漏", NULL);
  bh_test_do (history, BH_VERB_ACCEPT, 9 * BH_TEST_HOUR, NULL);
  assert_finish (history, FALSE);
  attach (history, 10 * BH_TEST_HOUR, "after");
  assert_finish (history, TRUE);
  g_assert_cmpuint (history->ticket->attachments->len, ==, 3);
}

/* Others whose matter would end with the ticket stand in the way of ending it unseen, until they
 * have left. */
static void
test_joined (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_QUICK, TRUE);

  g_assert_true (clerk_can (history, BH_VERB_WITHDRAW));
  g_assert_true (clerk_can (history, BH_VERB_VOID));
  bh_test_do (history, BH_VERB_JOIN, BH_TEST_HOUR, "ticket", "99", "phone", "13800000002",
              "reachable", "yes", NULL);
  g_assert_false (clerk_can (history, BH_VERB_WITHDRAW));
  g_assert_false (clerk_can (history, BH_VERB_VOID));
  history->ticket->kind = BH_KIND_INQUIRY;
  g_assert_true (clerk_can (history, BH_VERB_ANSWER));
  g_assert_true (clerk_can (history, BH_VERB_DECLINE));
  bh_test_work_until (history, BH_STATUS_FINISHED);
  g_assert_false (clerk_can (history, BH_VERB_WITHDRAW));
  g_assert_true (clerk_can (history, BH_VERB_CLOSE_EXCEPTION));
  bh_test_do (history, BH_VERB_PART, 9 * BH_TEST_HOUR, "ticket", "99", NULL);
  g_assert_true (clerk_can (history, BH_VERB_WITHDRAW));
  g_assert_true (clerk_can (history, BH_VERB_VOID));
}

static void
test_wants_cause (void)
{
  g_autoptr (BhTestHistory) strict = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_STRICT, TRUE);
  g_autoptr (BhTestHistory) plain = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  g_assert_true (bh_loop_wants_cause (strict->ticket, strict->office));
  bh_test_work_until (strict, BH_STATUS_INVESTIGATED);
  g_assert_false (bh_loop_wants_cause (strict->ticket, strict->office));
  g_assert_false (bh_loop_wants_cause (plain->ticket, plain->office));
}

static void
test_possible (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  const BhActor actor = { BH_TEST_CLERK, BH_TEST_CLERK, BH_ROLE_CLERK };
  g_autofree BhVerb *verbs
      = bh_loop_list_possible (history->ticket, &actor, history->office, BH_TEST_START, NULL);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; verbs[i] != BH_VERB_NONE; i++)
    g_string_append_printf (codes, "%s ", bh_list_get_code (BH_LIST_VERB, (int) verbs[i]));
  g_assert_cmpstr (
      codes->str, ==,
      "dispatch contact note remind attach suspend extend correct regrade recategorize join merge "
      "withdraw void decline link ");
}

/* Dispatching again is possible, but what comes first is the next step. */
static void
test_next_step (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  const BhActor actor = { BH_TEST_CLERK, BH_TEST_CLERK, BH_ROLE_CLERK };
  g_autofree BhVerb *verbs = NULL;

  bh_test_work_until (history, BH_STATUS_DISPATCHED);
  verbs = bh_loop_list_possible (history->ticket, &actor, history->office, BH_TEST_START, NULL);
  g_assert_cmpint (verbs[0], ==, BH_VERB_ACCEPT);
  g_assert_cmpint (verbs[1], ==, BH_VERB_DISPATCH);
}

static void
assert_refused (BhVerb verb, const char *words, const char *first_key, const char *value)
{
  g_autoptr (BhPayload) inputs = bh_payload_new_from (first_key, value, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (bh_loop_check_inputs (verb, inputs, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_inputs (void)
{
  g_autoptr (BhPayload) good = bh_payload_new_from ("reason", "no-access", "note", "没人", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bh_loop_check_inputs (BH_VERB_RETURN, good, &error));
  g_assert_no_error (error);
  assert_refused (BH_VERB_RETURN, "wrong-department, no-capacity", "reason", "bored");
  assert_refused (BH_VERB_RETURN, "reason, note", "why", "x");
  assert_refused (BH_VERB_RETURN, "(reason)", "note", "x");
  assert_refused (BH_VERB_CALLBACK, "1, 2, 3, 4 or 5", "score", "6");
  assert_refused (BH_VERB_CALLBACK, "yes, no", "solved", "perhaps");
  assert_refused (BH_VERB_ACCEPT, "none", "note", "x");
}

/* docs/loop.md shows the table; run with BIHUAN_UPDATE_DOCS=1 to write it anew. */
static void
test_documentation (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("BIHUAN_SOURCE_DIR"), "docs", "loop.md", NULL);
  g_autofree char *markdown = bh_loop_to_markdown ();
  g_autofree char *page
      = g_strconcat ("# The loop\n\nMade from the table in `src/domain/bh-loop.c`; **bold** inputs "
                     "are required.\n\n",
                     markdown, NULL);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("BIHUAN_UPDATE_DOCS") != NULL)
    g_file_set_contents (path, page, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &written, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, page);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/loop/table", test_table);
  g_test_add_func ("/loop/letters", test_letters);
  g_test_add_func ("/loop/policy-gates", test_policy_gates);
  g_test_add_func ("/loop/roles", test_roles);
  g_test_add_func ("/loop/four-eyes", test_four_eyes);
  g_test_add_func ("/loop/reopen-time", test_reopen_time);
  g_test_add_func ("/loop/undo-time", test_undo_time);
  g_test_add_func ("/loop/undo-role", test_undo_role);
  g_test_add_func ("/loop/undo-past-resume", test_undo_past_resume);
  g_test_add_func ("/loop/photo", test_photo);
  g_test_add_func ("/loop/joined", test_joined);
  g_test_add_func ("/loop/wants-cause", test_wants_cause);
  g_test_add_func ("/loop/possible", test_possible);
  g_test_add_func ("/loop/next-step", test_next_step);
  g_test_add_func ("/loop/inputs", test_inputs);
  g_test_add_func ("/loop/documentation", test_documentation);

  return g_test_run ();
}
