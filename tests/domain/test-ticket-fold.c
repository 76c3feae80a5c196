/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-history.h"

#include "domain/bh-error.h"

#define HOUR BH_TEST_HOUR
#define DAY BH_TEST_DAY

static gint64
at (gint64 after)
{
  return BH_TEST_START + after;
}

static BhStage *
get_stage (BhTicket *ticket, guint i)
{
  g_assert_cmpuint (i, <, ticket->stages->len);

  return g_ptr_array_index (ticket->stages, i);
}

static void
assert_stage (BhTicket *ticket,
              guint i,
              BhStageKind kind,
              gint64 start,
              gint64 due,
              gint64 done,
              BhStageOutcome outcome)
{
  BhStage *stage = get_stage (ticket, i);

  g_assert_cmpint (stage->seq, ==, i + 1);
  g_assert_cmpint (stage->stage, ==, kind);
  g_assert_cmpint (stage->started_at, ==, start);
  g_assert_cmpint (stage->due_at, ==, due);
  g_assert_cmpint (stage->done_at, ==, done);
  g_assert_cmpint (stage->outcome, ==, outcome);
}

/* The whole way of an important ticket: limits 4 h, 30 min, 1 h, 24 h, 72 h, 7 d, 48 h. */
static void
test_whole_way (void)
{
  g_autoptr (BhTestHistory) history
      = bh_test_history_new (BH_GRADE_IMPORTANT, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;
  BhRound *round;

  g_assert_cmpint (ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpint (ticket->response_due, ==, at (4 * HOUR));
  g_assert_cmpint (ticket->completion_due, ==, at (72 * HOUR));
  g_assert_cmpint (ticket->next_due, ==, at (30 * BH_TEST_MINUTE));
  g_assert_cmpint (ticket->next_clock, ==, BH_CLOCK_DISPATCH);

  bh_test_work_until (history, BH_STATUS_CLOSED);
  assert_stage (ticket, 0, BH_STAGE_DISPATCH, at (0), at (30 * BH_TEST_MINUTE), at (1 * HOUR),
                BH_OUTCOME_DONE);
  assert_stage (ticket, 1, BH_STAGE_ACCEPT, at (1 * HOUR), at (2 * HOUR), at (2 * HOUR),
                BH_OUTCOME_DONE);
  assert_stage (ticket, 2, BH_STAGE_INVESTIGATE, at (2 * HOUR), 0, at (3 * HOUR), BH_OUTCOME_DONE);
  assert_stage (ticket, 3, BH_STAGE_PLAN, at (3 * HOUR), at (27 * HOUR), at (4 * HOUR),
                BH_OUTCOME_DONE);
  assert_stage (ticket, 4, BH_STAGE_EXECUTE, at (4 * HOUR), at (72 * HOUR), at (5 * HOUR),
                BH_OUTCOME_DONE);
  assert_stage (ticket, 5, BH_STAGE_SIGN, at (5 * HOUR), at (5 * HOUR + 7 * DAY), at (6 * HOUR),
                BH_OUTCOME_DONE);
  assert_stage (ticket, 6, BH_STAGE_CALLBACK, at (6 * HOUR), at (54 * HOUR), at (7 * HOUR),
                BH_OUTCOME_DONE);
  g_assert_cmpuint (ticket->stages->len, ==, 7);

  round = bh_ticket_get_round (ticket);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpint (ticket->finished_at, ==, at (5 * HOUR));
  g_assert_cmpint (round->finished_by, ==, BH_TEST_WORKER);
  g_assert_cmpint (round->signed_at, ==, at (6 * HOUR));
  g_assert_cmpint (round->closed_at, ==, at (7 * HOUR));
  g_assert_cmpint (round->closed_as, ==, BH_STATUS_CLOSED);
  g_assert_cmpint (ticket->next_due, ==, 0);
  g_assert_cmpint (ticket->head_seq, ==, 8);
}

/* The completion clock stands still between a finish and the rework that follows. */
static void
test_rework (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;
  BhRound *first, *second;

  bh_test_work_until (history, BH_STATUS_FINISHED);
  bh_test_do (history, BH_VERB_REFUSE, 53 * HOUR, "reason", "还在漏", NULL);

  g_assert_cmpuint (ticket->rounds->len, ==, 2);
  first = g_ptr_array_index (ticket->rounds, 0);
  second = g_ptr_array_index (ticket->rounds, 1);
  g_assert_cmpint (first->finished_at, ==, at (5 * HOUR));
  g_assert_cmpint (first->ended_at, ==, at (53 * HOUR));
  g_assert_cmpint (second->started_at, ==, at (53 * HOUR));
  g_assert_cmpint (second->started_by, ==, BH_VERB_REFUSE);
  g_assert_cmpint (second->paused_before, ==, 48 * 3600);
  g_assert_cmpint (ticket->paused, ==, 48 * 3600);
  g_assert_cmpint (second->completion_due, ==, at ((120 + 48) * HOUR));
  g_assert_cmpint (ticket->completion_due, ==, second->completion_due);
  g_assert_cmpint (ticket->finished_at, ==, 0);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_DISPATCHED);
  g_assert_cmpint (ticket->department_id, ==, BH_TEST_ENGINEERING);
  g_assert_cmpint (ticket->staff_id, ==, BH_TEST_WORKER);
  assert_stage (ticket, 5, BH_STAGE_SIGN, at (5 * HOUR), at (5 * HOUR + 7 * DAY), at (53 * HOUR),
                BH_OUTCOME_REFUSED);
  assert_stage (ticket, 6, BH_STAGE_ACCEPT, at (53 * HOUR), at (57 * HOUR), 0, BH_OUTCOME_NONE);
  g_assert_cmpint (get_stage (ticket, 6)->round, ==, 2);
}

/* The grade was changed while the completion clock stood still. */
static void
test_rework_after_regrade (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;
  BhRound *first;

  bh_test_work_until (history, BH_STATUS_FINISHED);
  bh_test_do (history, BH_VERB_REGRADE, 6 * HOUR, "grade", "urgent", "policy", "1", "reason",
              "有老人", NULL);
  g_assert_cmpint (ticket->completion_due, ==, at (120 * HOUR));
  bh_test_do (history, BH_VERB_REFUSE, 53 * HOUR, "reason", "还在漏", NULL);

  first = g_ptr_array_index (ticket->rounds, 0);
  g_assert_cmpint (first->completion_due, ==, at (120 * HOUR));
  g_assert_cmpint (ticket->completion_due, ==, at ((24 + 48) * HOUR));
  g_assert_cmpint (bh_ticket_get_round (ticket)->completion_due, ==, ticket->completion_due);
}

/* What is due outside is due, whatever the owner says of our work. */
static void
test_rework_with_external_due (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;

  ticket->external_due = ticket->completion_due = at (100 * HOUR);
  bh_ticket_get_round (ticket)->completion_due = ticket->completion_due;
  bh_test_work_until (history, BH_STATUS_FINISHED);
  bh_test_do (history, BH_VERB_REFUSE, 53 * HOUR, "reason", "还在漏", NULL);

  g_assert_cmpint (ticket->completion_due, ==, at (100 * HOUR));
}

static void
test_dissatisfied (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;

  bh_test_work_until (history, BH_STATUS_SIGNED);
  bh_test_do (history, BH_VERB_CALLBACK, 29 * HOUR, "reached", "yes", "score", "1", "rework", "yes",
              NULL);
  g_assert_cmpint (ticket->round, ==, 2);
  g_assert_cmpint (ticket->signed_at, ==, 0);
  g_assert_cmpint (bh_ticket_get_round (ticket)->paused_before, ==, 24 * 3600);
  g_assert_cmpint (((BhCallback *) g_ptr_array_index (ticket->callbacks, 0))->score, ==, 1);
}

static void
test_reopen (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  bh_test_work_until (history, BH_STATUS_CLOSED);
  bh_test_do (history, BH_VERB_REOPEN, 5 * HOUR + DAY, "reason", "又漏了", NULL);
  g_assert_cmpint (history->ticket->status, ==, BH_STATUS_DISPATCHED);
  g_assert_cmpint (history->ticket->closed_at, ==, 0);
  g_assert_cmpint (bh_ticket_get_round (history->ticket)->paused_before, ==, 86400);
  g_assert_cmpint (history->ticket->paused, ==, 86400);
  g_assert_cmpint (((BhRound *) g_ptr_array_index (history->ticket->rounds, 0))->closed_at, ==,
                   at (7 * HOUR));
}

/* A withdrawn ticket has no finish: its clock stood still from the withdrawal on. */
static void
test_reopen_withdrawn (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  bh_test_work_until (history, BH_STATUS_ACCEPTED);
  bh_test_do (history, BH_VERB_WITHDRAW, 3 * HOUR, "reason", "自己修好了", NULL);
  g_assert_cmpint (history->ticket->status, ==, BH_STATUS_WITHDRAWN);
  g_assert_cmpint (history->ticket->next_due, ==, 0);
  bh_test_do (history, BH_VERB_REOPEN, 13 * HOUR, "reason", "又坏了", NULL);
  g_assert_cmpint (history->ticket->completion_due, ==, at (130 * HOUR));
}

/* The third office day ends it; two attempts on one day count once. */
static void
test_attempts (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhOfficeTime *time = bh_office_get_time (history->office);
  BhTicket *ticket = history->ticket;

  bh_test_work_until (history, BH_STATUS_FINISHED);
  bh_test_do (history, BH_VERB_ATTEMPT, 6 * HOUR, NULL);
  bh_test_do (history, BH_VERB_ATTEMPT, 7 * HOUR, NULL);
  bh_test_do (history, BH_VERB_ATTEMPT, 30 * HOUR, NULL);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_FINISHED);
  g_assert_false (bh_ticket_is_last_attempt (ticket, 0, time, at (31 * HOUR)));
  g_assert_true (bh_ticket_is_last_attempt (ticket, 0, time, at (54 * HOUR)));
  bh_test_do (history, BH_VERB_ATTEMPT, 54 * HOUR, "last", "yes", NULL);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_SIGNED);
  g_assert_true (ticket->unreached);
  g_assert_cmpint (get_stage (ticket, 5)->outcome, ==, BH_OUTCOME_UNREACHED);

  bh_test_do (history, BH_VERB_CALLBACK, 55 * HOUR, "reached", "no", NULL);
  bh_test_do (history, BH_VERB_CALLBACK, 56 * HOUR, "reached", "no", NULL);
  bh_test_do (history, BH_VERB_CALLBACK, 80 * HOUR, "reached", "no", NULL);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_SIGNED);
  g_assert_false (bh_ticket_is_last_attempt (ticket, 0, time, at (80 * HOUR)));
  g_assert_true (bh_ticket_is_last_attempt (ticket, 0, time, at (104 * HOUR)));
  bh_test_do (history, BH_VERB_CALLBACK, 104 * HOUR, "reached", "no", "last", "yes", NULL);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_true (ticket->unreached);
}

static void
test_response (void)
{
  g_autoptr (BhTestHistory) called = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  g_autoptr (BhTestHistory) told = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  g_autoptr (BhTestHistory) silent = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, FALSE);

  bh_test_do (called, BH_VERB_CONTACT, 1 * HOUR, "text", "已联系", NULL);
  bh_test_do (called, BH_VERB_CONTACT, 2 * HOUR, "text", "再联系", NULL);
  g_assert_cmpint (called->ticket->responded_at, ==, at (1 * HOUR));

  bh_test_work_until (told, BH_STATUS_INVESTIGATED);
  g_assert_cmpint (told->ticket->responded_at, ==, 0);
  bh_test_do (told, BH_VERB_PLAN, 4 * HOUR, "measure", "换管", "told", "yes", NULL);
  g_assert_cmpint (told->ticket->responded_at, ==, at (4 * HOUR));

  bh_test_work_until (silent, BH_STATUS_ACCEPTED);
  g_assert_cmpint (silent->ticket->responded_at, ==, at (2 * HOUR));
}

/* Whoever signs, refuses or is called back was spoken with; an attempt that reached nobody and a
 * supervisor's own look are no contact. */
static void
test_response_by_verdict (void)
{
  g_autoptr (BhTestHistory) signed_by
      = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  g_autoptr (BhTestHistory) refused = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  bh_test_work_until (signed_by, BH_STATUS_FINISHED);
  bh_test_do (signed_by, BH_VERB_ATTEMPT, 6 * HOUR, NULL);
  g_assert_cmpint (signed_by->ticket->responded_at, ==, 0);
  bh_test_do (signed_by, BH_VERB_SIGN, 7 * HOUR, "by", "phone", NULL);
  g_assert_cmpint (signed_by->ticket->responded_at, ==, at (7 * HOUR));

  bh_test_work_until (refused, BH_STATUS_FINISHED);
  bh_test_do (refused, BH_VERB_REFUSE, 6 * HOUR, "reason", "还在漏", NULL);
  g_assert_cmpint (refused->ticket->responded_at, ==, at (6 * HOUR));
}

/* Nobody to ask: a supervisor's look closes it, no callback is waited for. */
static void
test_verified (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, FALSE);

  bh_test_work_until (history, BH_STATUS_FINISHED);
  bh_test_do (history, BH_VERB_SIGN, 6 * HOUR, "by", "verified", NULL);
  g_assert_cmpint (history->ticket->status, ==, BH_STATUS_CLOSED);
}

static void
test_skipping (void)
{
  g_autoptr (BhTestHistory) quick = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_QUICK, TRUE);
  g_autoptr (BhTestHistory) urgent = bh_test_history_new (BH_GRADE_URGENT, BH_TEST_REPAIR, TRUE);

  bh_test_work_until (quick, BH_STATUS_ACCEPTED);
  assert_stage (quick->ticket, 2, BH_STAGE_EXECUTE, at (2 * HOUR), at (120 * HOUR), 0,
                BH_OUTCOME_NONE);
  bh_test_do (quick, BH_VERB_FINISH, 3 * HOUR, "result", "已换", NULL);
  bh_test_do (quick, BH_VERB_SIGN, 4 * HOUR, "by", "owner", NULL);
  g_assert_cmpint (quick->ticket->status, ==, BH_STATUS_CLOSED);

  bh_test_work_until (urgent, BH_STATUS_ACCEPTED);
  bh_test_do (urgent, BH_VERB_FINISH, 3 * HOUR, "result", "人已救出", NULL);
  assert_stage (urgent->ticket, 2, BH_STAGE_INVESTIGATE, at (2 * HOUR), 0, at (3 * HOUR),
                BH_OUTCOME_SKIPPED);
  assert_stage (urgent->ticket, 3, BH_STAGE_EXECUTE, at (3 * HOUR), at (24 * HOUR), at (3 * HOUR),
                BH_OUTCOME_DONE);
}

static void
test_moves (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;

  bh_test_work_until (history, BH_STATUS_DISPATCHED);
  bh_test_do (history, BH_VERB_TRANSFER, 2 * HOUR, "department", "13", "reason", "wrong-department",
              NULL);
  g_assert_cmpint (ticket->department_id, ==, BH_TEST_CLEANING);
  g_assert_cmpint (ticket->staff_id, ==, 0);
  bh_test_do (history, BH_VERB_RETURN, 3 * HOUR, "reason", "wrong-department", NULL);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpint (ticket->department_id, ==, 0);
  g_assert_cmpint (ticket->wrong_department, ==, 2);
  bh_test_do (history, BH_VERB_DISPATCH, 4 * HOUR, "department", "12", NULL);
  g_assert_cmpint (ticket->first_dispatched_at, ==, at (1 * HOUR));
  assert_stage (ticket, 1, BH_STAGE_ACCEPT, at (1 * HOUR), at (5 * HOUR), at (2 * HOUR),
                BH_OUTCOME_TRANSFERRED);
  assert_stage (ticket, 2, BH_STAGE_ACCEPT, at (2 * HOUR), at (6 * HOUR), at (3 * HOUR),
                BH_OUTCOME_RETURNED);
  assert_stage (ticket, 3, BH_STAGE_DISPATCH, at (3 * HOUR), at (5 * HOUR), at (4 * HOUR),
                BH_OUTCOME_DONE);
}

/* Another grade moves what runs and leaves what ended; what it was before is kept. */
static void
test_regrade (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;
  BhDueChange *change;

  bh_test_work_until (history, BH_STATUS_DISPATCHED);
  bh_test_do (history, BH_VERB_REGRADE, 90 * BH_TEST_MINUTE, "grade", "urgent", "policy", "1",
              "reason", "有老人", NULL);

  g_assert_cmpint (ticket->grade, ==, BH_GRADE_URGENT);
  g_assert_cmpint (ticket->response_due, ==, at (1 * HOUR));
  g_assert_cmpint (ticket->completion_due, ==, at (24 * HOUR));
  g_assert_cmpint (bh_ticket_get_round (ticket)->completion_due, ==, at (24 * HOUR));
  g_assert_cmpint (get_stage (ticket, 0)->due_at, ==, at (2 * HOUR));
  g_assert_cmpint (get_stage (ticket, 1)->due_at, ==, at (75 * BH_TEST_MINUTE));
  g_assert_cmpuint (ticket->due_changes->len, ==, 3);
  change = g_ptr_array_index (ticket->due_changes, 1);
  g_assert_cmpint (change->clock, ==, BH_CLOCK_COMPLETION);
  g_assert_cmpint (change->old_due, ==, at (120 * HOUR));
  g_assert_cmpint (change->changed_at, ==, at (90 * BH_TEST_MINUTE));
}

static void
test_external_due (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  g_autoptr (BhTicket) ticket = bh_ticket_new ();
  BhEvent *first = g_ptr_array_index (history->events, 0);

  bh_payload_set_int (first->payload, "external-due", at (48 * HOUR));
  g_assert_true (bh_ticket_apply (ticket, first, history->office, NULL));
  g_assert_cmpint (ticket->completion_due, ==, at (48 * HOUR));
}

static void
test_answer (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  bh_test_do (history, BH_VERB_ANSWER, 1 * HOUR, "result", "已答复", "adopted", "yes", NULL);
  g_assert_cmpint (history->ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpint (history->ticket->responded_at, ==, at (1 * HOUR));
  g_assert_cmpint (history->ticket->finished_at, ==, at (1 * HOUR));
  g_assert_cmpint (history->ticket->adopted, ==, BH_TRI_YES);
  g_assert_cmpint (get_stage (history->ticket, 0)->outcome, ==, BH_OUTCOME_STOPPED);
}

static void
test_undo (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  g_autoptr (BhTicket) before = NULL;
  g_autofree char *diff = NULL;
  BhEvent *last;

  bh_test_work_until (history, BH_STATUS_PLANNED);
  before = bh_ticket_fold (history->events, history->office, NULL);
  bh_test_do (history, BH_VERB_FINISH, 5 * HOUR, "result", "已换", NULL);
  bh_test_do (history, BH_VERB_UNDO, 6 * HOUR, "seq", "6", NULL);

  /* All as before but the history, which only grows. */
  g_assert_cmpint (history->ticket->head_seq, ==, 7);
  before->head_seq = 7;
  g_free (before->head_hash);
  before->head_hash = g_strdup (history->ticket->head_hash);
  diff = bh_ticket_diff (before, history->ticket);
  g_assert_cmpstr (diff, ==, NULL);

  last = bh_history_get_last (history->events);
  g_assert_cmpint (last->seq, ==, 5);
}

static void
test_import (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  g_autoptr (BhPayload) row = bh_payload_new_from ("number", "A-1", "kind", "repair", "status",
                                                   "closed", "rounds", "3", "score", "4", NULL);
  g_autoptr (BhPayload) again = bh_payload_new_from ("number", "A-1", "kind", "repair", "status",
                                                     "registered", "summary", "新", NULL);
  g_autoptr (BhPayload) urgent
      = bh_payload_new_from ("grade", "urgent", "policy", "1", "reason", "急", NULL);
  g_autoptr (BhTicket) ticket = bh_ticket_new ();
  BhEvent *event;

  bh_payload_set_int (row, "received", at (0));
  bh_payload_set_int (row, "finished", at (DAY));
  bh_payload_set_int (row, "closed", at (2 * DAY));
  bh_payload_set_int (again, "received", at (HOUR));

  event = bh_test_history_add (history, BH_VERB_IMPORT, at (0), 0, row);
  g_assert_true (bh_ticket_apply (ticket, event, history->office, NULL));
  g_assert_cmpint (ticket->origin, ==, BH_ORIGIN_LEDGER);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_CLOSED);
  g_assert_cmpint (ticket->round, ==, 3);
  g_assert_cmpuint (ticket->rounds->len, ==, 1);
  g_assert_cmpuint (ticket->stages->len, ==, 0);
  g_assert_cmpuint (ticket->callbacks->len, ==, 1);
  g_assert_cmpint (ticket->response_due, ==, 0);

  /* The ledger's deadlines are not ours to move. */
  bh_payload_set_int (again, "completion-due", at (9 * DAY));

  /* The row as it is now replaces what it was. */
  event = bh_test_history_add (history, BH_VERB_IMPORT, at (HOUR), 0, again);
  g_assert_true (bh_ticket_apply (ticket, event, history->office, NULL));
  g_assert_cmpint (ticket->finished_at, ==, 0);
  g_assert_cmpint (ticket->round, ==, 1);
  g_assert_cmpuint (ticket->callbacks->len, ==, 0);
  g_assert_cmpstr (ticket->summary, ==, "新");

  event = bh_test_history_add (history, BH_VERB_REGRADE, at (2 * HOUR), 0, urgent);
  g_assert_true (bh_ticket_apply (ticket, event, history->office, NULL));
  g_assert_cmpint (ticket->grade, ==, BH_GRADE_URGENT);
  g_assert_cmpint (ticket->completion_due, ==, at (9 * DAY));
}

/* What cannot be is refused and changes nothing. */
static void
test_impossible (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  g_autoptr (BhTicket) before = bh_ticket_fold (history->events, history->office, NULL);
  g_autoptr (BhPayload) payload = bh_payload_new_from ("result", "x", NULL);
  g_autoptr (BhPayload) regrade
      = bh_payload_new_from ("grade", "urgent", "policy", "999", "reason", "x", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *diff = NULL;

  g_assert_false (bh_ticket_apply (
      history->ticket, bh_test_history_add (history, BH_VERB_FINISH, at (HOUR), 1, payload),
      history->office, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_HISTORY);
  g_clear_error (&error);
  g_assert_false (bh_ticket_apply (
      history->ticket, bh_test_history_add (history, BH_VERB_REGRADE, at (HOUR), 1, regrade),
      history->office, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_HISTORY);

  diff = bh_ticket_diff (before, history->ticket);
  g_assert_cmpstr (diff, ==, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticket-fold/whole-way", test_whole_way);
  g_test_add_func ("/ticket-fold/rework", test_rework);
  g_test_add_func ("/ticket-fold/rework-after-regrade", test_rework_after_regrade);
  g_test_add_func ("/ticket-fold/rework-with-external-due", test_rework_with_external_due);
  g_test_add_func ("/ticket-fold/dissatisfied", test_dissatisfied);
  g_test_add_func ("/ticket-fold/reopen", test_reopen);
  g_test_add_func ("/ticket-fold/reopen-withdrawn", test_reopen_withdrawn);
  g_test_add_func ("/ticket-fold/attempts", test_attempts);
  g_test_add_func ("/ticket-fold/response", test_response);
  g_test_add_func ("/ticket-fold/response-by-verdict", test_response_by_verdict);
  g_test_add_func ("/ticket-fold/verified", test_verified);
  g_test_add_func ("/ticket-fold/skipping", test_skipping);
  g_test_add_func ("/ticket-fold/moves", test_moves);
  g_test_add_func ("/ticket-fold/regrade", test_regrade);
  g_test_add_func ("/ticket-fold/external-due", test_external_due);
  g_test_add_func ("/ticket-fold/answer", test_answer);
  g_test_add_func ("/ticket-fold/undo", test_undo);
  g_test_add_func ("/ticket-fold/import", test_import);
  g_test_add_func ("/ticket-fold/impossible", test_impossible);

  return g_test_run ();
}
