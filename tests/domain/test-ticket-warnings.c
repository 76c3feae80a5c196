/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-ticket-warnings.h"

#include "support/bh-test-history.h"

#define MINUTE BH_TEST_MINUTE
#define HOUR BH_TEST_HOUR

static gint64
after_start (BhTicket *ticket)
{
  return ticket->next_warning != 0 ? ticket->next_warning - BH_TEST_START : 0;
}

static void
warn (
    BhTestHistory *history, gint64 at, const char *clock, const char *stage, const char *threshold)
{
  if (stage != NULL)
    bh_test_do (history, BH_VERB_WARN, at, "clock", clock, "stage", stage, "threshold", threshold,
                NULL);
  else
    bh_test_do (history, BH_VERB_WARN, at, "clock", clock, "threshold", threshold, NULL);
}

/* Tells everything that is due, as the sweep does. Returns: how much that was. */
static guint
tell (BhTestHistory *history, gint64 at)
{
  BhDueWarning due[BH_MAX_RUNNING_CLOCKS];
  guint n = bh_ticket_list_due_warnings (history->ticket, history->office, BH_TEST_START + at, due);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *stage
          = due[i].stage_seq > 0 ? g_strdup_printf ("%d", due[i].stage_seq) : NULL;
      g_autofree char *threshold = g_strdup_printf ("%d", due[i].threshold);

      warn (history, at, bh_list_get_code (BH_LIST_CLOCK, (int) due[i].clock), stage, threshold);
    }

  return n;
}

static void
assert_warning (
    BhTicket *ticket, guint i, BhClockKind clock, int stage_seq, int threshold, gint64 at)
{
  BhWarning *warning;

  g_assert_cmpuint (i, <, ticket->warnings->len);
  warning = g_ptr_array_index (ticket->warnings, i);
  g_assert_cmpint (warning->clock, ==, clock);
  g_assert_cmpint (warning->stage_seq, ==, stage_seq);
  g_assert_cmpint (warning->threshold, ==, threshold);
  g_assert_cmpint (warning->at, ==, BH_TEST_START + at);
  g_assert_cmpint (warning->round, ==, ticket->round);
}

/* General: dispatch 2 h, response 24 h, completion 120 h. */
static void
test_thresholds (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;
  static const gint64 dispatch[] = { 60, 96, 120, 180 };

  for (guint i = 0; i < G_N_ELEMENTS (dispatch); i++)
    {
      g_assert_cmpint (after_start (ticket), ==, dispatch[i] * MINUTE);
      g_assert_cmpuint (tell (history, dispatch[i] * MINUTE - 1), ==, 0);
      g_assert_cmpuint (tell (history, dispatch[i] * MINUTE), ==, 1);
      g_assert_cmpuint (tell (history, dispatch[i] * MINUTE), ==, 0);
    }
  assert_warning (ticket, 0, BH_CLOCK_DISPATCH, 1, 50, 60 * MINUTE);
  assert_warning (ticket, 1, BH_CLOCK_DISPATCH, 1, 80, 96 * MINUTE);
  assert_warning (ticket, 2, BH_CLOCK_DISPATCH, 1, 100, 120 * MINUTE);
  assert_warning (ticket, 3, BH_CLOCK_DISPATCH, 1, 150, 180 * MINUTE);
  g_assert_cmpint (after_start (ticket), ==, 12 * HOUR);
  g_assert_cmpint (ticket->last_at, ==, BH_TEST_START);
}

/* The program was closed: one warning a clock, for the highest that has passed. */
static void
test_highest (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;

  g_assert_cmpuint (tell (history, 20 * HOUR), ==, 2);
  assert_warning (ticket, 0, BH_CLOCK_RESPONSE, 0, 80, 20 * HOUR);
  assert_warning (ticket, 1, BH_CLOCK_DISPATCH, 1, 150, 20 * HOUR);
  g_assert_cmpuint (ticket->warnings->len, ==, 2);
  g_assert_cmpint (after_start (ticket), ==, 24 * HOUR);

  /* The same, or less, is not told again, whoever asks for it. */
  warn (history, 21 * HOUR, "response", NULL, "80");
  warn (history, 21 * HOUR, "response", NULL, "50");
  g_assert_cmpuint (ticket->warnings->len, ==, 2);
}

/* What has ended warns no more: response by a contact, a stage by the next one, all by the end. */
static void
test_ended (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;

  bh_test_do (history, BH_VERB_CONTACT, MINUTE, "text", "已联系", NULL);
  bh_test_work_until (history, BH_STATUS_PLANNED);
  /* Execution and completion end together: one clock, told once. */
  g_assert_cmpint (after_start (ticket), ==, 60 * HOUR);
  g_assert_cmpuint (tell (history, 60 * HOUR), ==, 1);
  assert_warning (ticket, 0, BH_CLOCK_COMPLETION, 0, 50, 60 * HOUR);

  bh_test_do (history, BH_VERB_FINISH, 61 * HOUR, "result", "好", NULL);
  g_assert_cmpint (after_start (ticket), ==, 61 * HOUR + 84 * HOUR);
  bh_test_do (history, BH_VERB_WITHDRAW, 62 * HOUR, "reason", "不用了", NULL);
  g_assert_cmpint (ticket->next_warning, ==, 0);
  g_assert_cmpuint (tell (history, 1000 * HOUR), ==, 0);
  warn (history, 1000 * HOUR, "completion", NULL, "150");
  g_assert_cmpuint (ticket->warnings->len, ==, 1);
}

/* The dispatcher wants the work earlier than the policy does: two clocks. */
static void
test_wanted_earlier (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_QUICK, TRUE);
  g_autofree char *due = g_strdup_printf ("%" G_GINT64_FORMAT, BH_TEST_START + 12 * HOUR);

  bh_test_do (history, BH_VERB_CONTACT, 0, "text", "已联系", NULL);
  bh_test_do (history, BH_VERB_DISPATCH, 0, "department", "12", "due", due, NULL);
  bh_test_do (history, BH_VERB_ACCEPT, 0, NULL);
  g_assert_cmpint (after_start (history->ticket), ==, 6 * HOUR);
  g_assert_cmpuint (tell (history, 12 * HOUR), ==, 1);
  assert_warning (history->ticket, 0, BH_CLOCK_EXECUTE, 3, 100, 12 * HOUR);
}

/* A new round has a new completion clock, which tells again. */
static void
test_rework (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;
  BhDueWarning due[BH_MAX_RUNNING_CLOCKS];

  bh_test_do (history, BH_VERB_CONTACT, MINUTE, "text", "已联系", NULL);
  bh_test_work_until (history, BH_STATUS_PLANNED);
  g_assert_cmpuint (tell (history, 70 * HOUR), ==, 1);
  bh_test_do (history, BH_VERB_FINISH, 70 * HOUR, "result", "好", NULL);
  bh_test_do (history, BH_VERB_REFUSE, 90 * HOUR, "reason", "没好", NULL);

  /* 70 of 120 hours have run: half is past, whatever the pause between was. */
  g_assert_cmpuint (
      bh_ticket_list_due_warnings (ticket, history->office, BH_TEST_START + 90 * HOUR, due), ==, 1);
  g_assert_cmpint (due[0].clock, ==, BH_CLOCK_COMPLETION);
  g_assert_cmpint (due[0].threshold, ==, 50);
  g_assert_cmpint (due[0].due, ==, BH_TEST_START + 140 * HOUR);
  g_assert_cmpuint (tell (history, 90 * HOUR), ==, 1);
  assert_warning (ticket, 1, BH_CLOCK_COMPLETION, 0, 50, 90 * HOUR);
  bh_test_do (history, BH_VERB_ACCEPT, 90 * HOUR, NULL);
  g_assert_cmpint (after_start (ticket), ==, 116 * HOUR);
}

/* A warning is no verb of anybody: undo takes what was done before it, and the warning of a stage
 * that never was does not silence the stage that comes in its place. */
static void
test_undo (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhEvent *last;

  bh_test_do (history, BH_VERB_DISPATCH, MINUTE, "department", "12", NULL);
  g_assert_cmpuint (tell (history, 3 * HOUR), ==, 1);
  assert_warning (history->ticket, 0, BH_CLOCK_ACCEPT, 2, 50, 3 * HOUR);

  last = bh_history_get_last (history->events);
  g_assert_cmpint (last->verb, ==, BH_VERB_DISPATCH);
  bh_test_do (history, BH_VERB_UNDO, 3 * HOUR, "seq", "2", NULL);
  g_assert_cmpint (history->ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpuint (history->ticket->warnings->len, ==, 0);
  g_assert_cmpint (after_start (history->ticket), ==, HOUR);

  /* Entered later, of a time before the warning. */
  bh_test_do (history, BH_VERB_DISPATCH, 2 * MINUTE, "department", "13", NULL);
  g_assert_cmpint (after_start (history->ticket), ==, 2 * HOUR + 2 * MINUTE);
  g_assert_cmpuint (tell (history, 3 * HOUR), ==, 1);
  assert_warning (history->ticket, 0, BH_CLOCK_ACCEPT, 2, 50, 3 * HOUR);
}

/* A ticket that rests is left alone until it goes on, except for what was late already. */
static void
test_suspended (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;
  BhDueWarning due[BH_MAX_RUNNING_CLOCKS];

  ticket->suspended_at = BH_TEST_START + 3 * HOUR;
  ticket->suspended_until = BH_TEST_START + 23 * HOUR;
  g_assert_cmpuint (
      bh_ticket_list_due_warnings (ticket, history->office, BH_TEST_START + 22 * HOUR, due), ==, 1);
  g_assert_cmpint (due[0].clock, ==, BH_CLOCK_DISPATCH);
  g_assert_cmpint (due[0].threshold, ==, 150);
  warn (history, 22 * HOUR, "dispatch", "1", "150");
  g_assert_cmpint (after_start (ticket), ==, 23 * HOUR);
  g_assert_cmpuint (
      bh_ticket_list_due_warnings (ticket, history->office, BH_TEST_START + 23 * HOUR, due), ==, 1);
  g_assert_cmpint (due[0].clock, ==, BH_CLOCK_RESPONSE);
}

/* A ledger that has no deadlines invents none. */
static void
test_ledger (void)
{
  g_autoptr (BhOffice) office = bh_test_office_new ();
  g_autoptr (BhTicket) ticket = bh_ticket_new ();
  g_autoptr (BhPayload) payload
      = bh_payload_new_from ("number", "1", "kind", "complaint", "grade", "general", "summary",
                             "漏水", "status", "registered", "received", "1772409600000000", NULL);
  g_autoptr (BhEvent) event
      = bh_event_new (BH_VERB_IMPORT, BH_TEST_START, BH_TEST_START, 0, 0, payload);
  g_autoptr (GError) error = NULL;

  event->seq = 1;
  bh_ticket_apply (ticket, event, office, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ticket->next_warning, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticket-warnings/thresholds", test_thresholds);
  g_test_add_func ("/ticket-warnings/highest", test_highest);
  g_test_add_func ("/ticket-warnings/ended", test_ended);
  g_test_add_func ("/ticket-warnings/wanted-earlier", test_wanted_earlier);
  g_test_add_func ("/ticket-warnings/rework", test_rework);
  g_test_add_func ("/ticket-warnings/undo", test_undo);
  g_test_add_func ("/ticket-warnings/suspended", test_suspended);
  g_test_add_func ("/ticket-warnings/ledger", test_ledger);

  return g_test_run ();
}
