/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-deadlines.h"

#include "domain/bh-due-explain.h"
#include "domain/bh-error.h"

/* What is asked for, and what the answer makes of it; and the clocks of an office that counts its
 * own hours, with pauses and extensions. */

#define HOUR BH_TEST_HOUR
#define WANTED "approval", "wanted"

static BhTestHistory *
make (BhStatus status)
{
  BhTestHistory *history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  bh_test_work_until (history, status);

  return history;
}

static BhRequest *
get_request (BhTestHistory *history, guint i)
{
  g_assert_cmpuint (i, <, history->ticket->requests->len);

  return g_ptr_array_index (history->ticket->requests, i);
}

static gint64
in_hours (gint64 instant)
{
  return instant == 0 ? 0 : (instant - BH_TEST_START) / HOUR;
}

/* Asks for @verb, which changes nothing yet. */
static void
ask (BhTestHistory *history, BhVerb verb, int hour, int until)
{
  g_autofree char *time = g_strdup_printf ("%" G_GINT64_FORMAT, BH_TEST_START + until * HOUR);
  BhStatus status = history->ticket->status;
  gint64 due = history->ticket->completion_due;

  bh_test_do (history, verb, hour * HOUR, WANTED, "reason", "material",
              verb == BH_VERB_SUSPEND ? "until" : "due", until != 0 ? time : NULL, NULL);
  g_assert_cmpint (history->ticket->status, ==, status);
  g_assert_cmpint (history->ticket->completion_due, ==, due);
  g_assert_cmpint (bh_ticket_get_open_request (history->ticket)->verb, ==, verb);
  g_assert_cmpint (bh_ticket_get_open_request (history->ticket)->asked_by, ==, BH_TEST_CLERK);
  bh_test_assert_deadlines (history);
}

static void
answer (BhTestHistory *history, BhVerb verb, int hour)
{
  bh_test_do (history, verb, hour * HOUR, verb == BH_VERB_APPROVE ? "note" : "reason", "知道了",
              NULL);
  g_assert_null (bh_ticket_get_open_request (history->ticket));
  bh_test_assert_deadlines (history);
}

static const struct
{
  BhVerb verb;
  BhStatus at;
  BhStatus to;
} endings[] = {
  { BH_VERB_VOID, BH_STATUS_DISPATCHED, BH_STATUS_VOID },
  { BH_VERB_VOID, BH_STATUS_FINISHED, BH_STATUS_VOID },
  { BH_VERB_DECLINE, BH_STATUS_REGISTERED, BH_STATUS_DECLINED },
  { BH_VERB_DECLINE, BH_STATUS_PLANNED, BH_STATUS_DECLINED },
  { BH_VERB_CLOSE_EXCEPTION, BH_STATUS_FINISHED, BH_STATUS_CLOSED },
  { BH_VERB_CLOSE_EXCEPTION, BH_STATUS_SIGNED, BH_STATUS_CLOSED },
};

static void
test_endings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autoptr (BhTestHistory) history = make (endings[i].at);
      BhTicket *ticket = history->ticket;
      BhStage *last;

      ask (history, endings[i].verb, 10, 0);
      answer (history, BH_VERB_APPROVE, 12);
      last = g_ptr_array_index (ticket->stages, ticket->stages->len - 1);
      g_assert_cmpint (ticket->status, ==, endings[i].to);
      g_assert_cmpint (in_hours (ticket->closed_at), ==, 12);
      g_assert_cmpint (bh_ticket_get_round (ticket)->closed_as, ==, endings[i].to);
      g_assert_cmpint (last->outcome, ==, BH_OUTCOME_STOPPED);
      g_assert_cmpint (ticket->exception, ==, endings[i].verb == BH_VERB_CLOSE_EXCEPTION);
      g_assert_cmpint (get_request (history, 0)->decision, ==, BH_DECISION_APPROVED);
      g_assert_cmpint (in_hours (get_request (history, 0)->decided_at), ==, 12);
      g_assert_cmpstr (get_request (history, 0)->note, ==, "知道了");
    }
}

/* A rejected request leaves no trace but itself, and the next one may come. */
static void
test_rejected (void)
{
  g_autoptr (BhTestHistory) history = make (BH_STATUS_ACCEPTED);

  ask (history, BH_VERB_EXTEND, 10, 200);
  answer (history, BH_VERB_REJECT, 11);
  g_assert_cmpint (history->ticket->extended_due, ==, 0);
  g_assert_cmpint (in_hours (history->ticket->completion_due), ==, 120);
  ask (history, BH_VERB_DECLINE, 12, 0);
  g_assert_cmpint (get_request (history, 0)->decision, ==, BH_DECISION_REJECTED);
  g_assert_cmpuint (history->ticket->requests->len, ==, 2);
}

/* What is not possible any more where the ticket stands needs no answer. */
static void
test_lapse (void)
{
  g_autoptr (BhTestHistory) withdrawn = make (BH_STATUS_ACCEPTED);
  g_autoptr (BhTestHistory) finished = make (BH_STATUS_PLANNED);
  g_autoptr (BhEvent) event = NULL;
  g_autoptr (BhPayload) payload = bh_payload_new ();
  g_autoptr (GError) error = NULL;

  ask (withdrawn, BH_VERB_DECLINE, 10, 0);
  bh_test_do (withdrawn, BH_VERB_WITHDRAW, 11 * HOUR, "reason", "好了", NULL);
  g_assert_cmpint (get_request (withdrawn, 0)->decision, ==, BH_DECISION_LAPSED);
  g_assert_cmpint (in_hours (get_request (withdrawn, 0)->decided_at), ==, 11);
  g_assert_cmpint (get_request (withdrawn, 0)->decided_by, ==, 0);

  ask (finished, BH_VERB_EXTEND, 10, 200);
  bh_test_do (finished, BH_VERB_FINISH, 11 * HOUR, "result", "好", NULL);
  g_assert_null (bh_ticket_get_open_request (finished->ticket));

  event = bh_event_new (BH_VERB_APPROVE, BH_TEST_START + 12 * HOUR, 0, 0, 0, payload);
  g_assert_false (bh_ticket_apply (finished->ticket, event, finished->office, &error));
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_HISTORY);
}

/* The pause begins when it is approved. */
static void
test_long_suspension (void)
{
  g_autoptr (BhTestHistory) history = make (BH_STATUS_ACCEPTED);
  BhTicket *ticket = history->ticket;

  ask (history, BH_VERB_SUSPEND, 10, 300);
  g_assert_cmpint (ticket->suspended_until, ==, 0);
  answer (history, BH_VERB_APPROVE, 20);
  g_assert_cmpint (in_hours (ticket->suspended_at), ==, 20);
  g_assert_cmpint (in_hours (ticket->suspended_until), ==, 300);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, 400);
  g_assert_cmpint (((BhPause *) g_ptr_array_index (ticket->pauses, 0))->reason, ==,
                   BH_SUSPEND_MATERIAL);
}

/* A suspended ticket that is declined has ended, not suspended. */
static void
test_declined_while_suspended (void)
{
  g_autoptr (BhTestHistory) history = make (BH_STATUS_ACCEPTED);
  g_autofree char *until = g_strdup_printf ("%" G_GINT64_FORMAT, BH_TEST_START + 60 * HOUR);
  BhStage *stage;

  bh_test_do (history, BH_VERB_SUSPEND, 10 * HOUR, "reason", "owner", "until", until, NULL);
  ask (history, BH_VERB_DECLINE, 12, 0);
  g_assert_cmpint (in_hours (history->ticket->suspended_until), ==, 60);
  answer (history, BH_VERB_APPROVE, 14);
  stage = g_ptr_array_index (history->ticket->stages, history->ticket->stages->len - 1);
  g_assert_cmpint (history->ticket->suspended_until, ==, 0);
  g_assert_cmpint (stage->paused, ==, 4 * 3600);
  g_assert_cmpint (history->ticket->paused, ==, 4 * 3600);
}

/* An extension stands for the limit from then on: later pauses move it, earlier ones do not. */
static void
test_extension (void)
{
  g_autoptr (BhTestHistory) history = make (BH_STATUS_PLANNED);
  BhTicket *ticket = history->ticket;
  g_autofree char *until = g_strdup_printf ("%" G_GINT64_FORMAT, BH_TEST_START + 30 * HOUR);
  g_autofree char *later = g_strdup_printf ("%" G_GINT64_FORMAT, BH_TEST_START + 60 * HOUR);
  BhDueChange *change;

  bh_test_do (history, BH_VERB_SUSPEND, 10 * HOUR, "reason", "owner", "until", until, NULL);
  ask (history, BH_VERB_EXTEND, 31, 200);
  answer (history, BH_VERB_APPROVE, 32);
  change = g_ptr_array_index (ticket->due_changes, ticket->due_changes->len - 2);
  g_assert_cmpint (change->clock, ==, BH_CLOCK_COMPLETION);
  g_assert_cmpint (in_hours (change->old_due), ==, 140);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, 200);
  g_assert_cmpint (in_hours (bh_ticket_get_open_stage (ticket)->due_at), ==, 200);

  bh_test_do (history, BH_VERB_SUSPEND, 40 * HOUR, "reason", "owner", "until", later, NULL);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, 220);
  bh_test_assert_deadlines (history);
  bh_test_do (history, BH_VERB_FINISH, 45 * HOUR, "result", "好", NULL);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, 205);
  bh_test_do (history, BH_VERB_REFUSE, 55 * HOUR, "reason", "还漏", NULL);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, 215);
  bh_test_assert_deadlines (history);
  bh_test_do (history, BH_VERB_REGRADE, 56 * HOUR, "grade", "urgent", "policy", "1", NULL);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, 215);
}

static gint64
parse (BhTestHistory *history, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 instant = bh_office_time_parse (bh_office_get_time (history->office), text, &error);

  g_assert_no_error (error);

  return instant;
}

/* @at and @value in office time; @key: (nullable) */
static void
do_at (BhTestHistory *history, BhVerb verb, const char *at, const char *key, const char *value)
{
  g_autofree char *instant
      = value != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, parse (history, value)) : NULL;
  g_autofree char *calendar = g_strdup_printf ("%d", BH_TEST_CALENDAR);
  gint64 after = parse (history, at) - BH_TEST_START;

  if (verb == BH_VERB_EXTEND)
    bh_test_do (history, verb, after, "calendar", calendar, WANTED, key, instant, NULL);
  else
    bh_test_do (history, verb, after, "calendar", calendar, "reason", "owner", "department", "12",
                key != NULL ? key : "note", instant, NULL);
  bh_test_assert_deadlines (history);
}

static void
assert_due (BhTestHistory *history, BhClockKind clock, const char *due, const char *explained)
{
  g_autofree char *text = bh_due_explain_ticket (history->ticket, clock, history->office);
  g_autofree char *stored = bh_office_time_format (
      bh_office_get_time (history->office), bh_ticket_get_clock_due (history->ticket, clock));

  g_assert_cmpstr (stored, ==, due);
  g_assert_cmpstr (text, ==, explained);
}

/* The week of National Day 2025: 30 September 16:10 + 4 h in office hours. */
static BhTestHistory *
make_office (void)
{
  BhTestHistory *history = bh_test_history_new (BH_GRADE_IMPORTANT, BH_TEST_QUICK, TRUE);
  BhPolicy *own = bh_office_get_policy (history->office, BH_TEST_QUICK * 10 + 2);

  own->hours = BH_HOURS_OFFICE;
  bh_test_history_count_office_hours (history, parse (history, "2025-09-30 16:10"));
  bh_test_assert_deadlines (history);

  return history;
}

static void
test_office_hours (void)
{
  g_autoptr (BhTestHistory) history = make_office ();

  assert_due (history, BH_CLOCK_RESPONSE, "2025-10-09 10:40",
              "2025-09-30 16:10 + 4 h in office hours: 1 h 50 min to 18:00, skipping 1-8 October, "
              "2 h 10 min on 9 October → 10:40");
  g_assert_cmpint (history->ticket->calendar_id, ==, BH_TEST_CALENDAR);
  g_assert_cmpint (bh_ticket_get_open_stage (history->ticket)->calendar_id, ==, BH_TEST_CALENDAR);

  do_at (history, BH_VERB_SUSPEND, "2025-09-30 17:00", "until", "2025-10-09 09:30");
  assert_due (history, BH_CLOCK_RESPONSE, "2025-10-09 14:10",
              "2025-09-30 16:10 + 4 h in office hours, paused until 2025-10-09 09:30 with 3 h 10 "
              "min left: 3 h 10 min without 12:00-13:30 → 14:10");
  do_at (history, BH_VERB_RESUME, "2025-10-03 10:00", NULL, NULL);
  assert_due (history, BH_CLOCK_RESPONSE, "2025-10-09 11:40",
              "2025-09-30 16:10 + 4 h in office hours, paused until 2025-10-03 10:00 with 3 h 10 "
              "min left: skipping 3-8 October, 3 h 10 min on 9 October → 11:40");
  g_assert_cmpint (bh_ticket_get_round (history->ticket)->paused_inside, ==, 65 * 3600);
}

/* Between a finish and its refusal the office's hours stand still too. */
static void
test_office_rework (void)
{
  g_autoptr (BhTestHistory) history = make_office ();

  assert_due (
      history, BH_CLOCK_COMPLETION, "2025-10-20 16:10",
      "2025-09-30 16:10 + 72 h in office hours: 1 h 50 min to 18:00, skipping 1-8 October, "
      "16 h on 9-10 October, Saturday 11 October is worked, skipping 12 October, 40 h on 13-17 "
      "October, skipping 18-19 October, 6 h 10 min without 12:00-13:30 on 20 October → "
      "16:10");
  do_at (history, BH_VERB_DISPATCH, "2025-09-30 16:20", NULL, NULL);
  do_at (history, BH_VERB_ACCEPT, "2025-09-30 16:30", NULL, NULL);
  do_at (history, BH_VERB_FINISH, "2025-10-09 10:00", NULL, NULL);
  do_at (history, BH_VERB_REFUSE, "2025-10-13 10:00", NULL, NULL);
  g_assert_cmpint (history->ticket->completion_due, ==, parse (history, "2025-10-23 16:10"));
  do_at (history, BH_VERB_ACCEPT, "2025-10-13 11:00", NULL, NULL);
  /* what is late stays as late as it was */
  do_at (history, BH_VERB_FINISH, "2025-10-24 10:00", NULL, NULL);
  do_at (history, BH_VERB_REFUSE, "2025-10-25 10:00", NULL, NULL);
  assert_due (history, BH_CLOCK_COMPLETION, "2025-10-24 16:10",
              "2025-09-30 16:10 + 72 h in office hours + 120 h paused = 2025-10-24 16:10");
}

static void
test_office_extension (void)
{
  g_autoptr (BhTestHistory) history = make_office ();

  do_at (history, BH_VERB_DISPATCH, "2025-09-30 16:20", NULL, NULL);
  do_at (history, BH_VERB_EXTEND, "2025-10-10 09:00", "due", "2025-10-24 18:00");
  do_at (history, BH_VERB_APPROVE, "2025-10-10 10:00", NULL, NULL);
  assert_due (history, BH_CLOCK_COMPLETION, "2025-10-24 18:00", "extended to 2025-10-24 18:00");
  do_at (history, BH_VERB_SUSPEND, "2025-10-23 10:00", "until", "2025-10-24 10:00");
  assert_due (history, BH_CLOCK_COMPLETION, "2025-10-27 18:00",
              "extended to 2025-10-24 18:00, paused until 2025-10-24 10:00 with 14 h 30 min left: "
              "6 h 30 min without 12:00-13:30 to 18:00, skipping 25-26 October, 8 h without "
              "12:00-13:30 on 27 October → 18:00");
  do_at (history, BH_VERB_RESUME, "2025-10-23 10:00", NULL, NULL);
  assert_due (history, BH_CLOCK_COMPLETION, "2025-10-24 18:00", "extended to 2025-10-24 18:00");
}

/* Half of the limit, in office hours. */
static void
test_office_part (void)
{
  g_autoptr (BhTestHistory) history = make_office ();

  g_assert_cmpint (bh_deadline_get_part (history->ticket, BH_CLOCK_RESPONSE, history->office, 50),
                   ==, parse (history, "2025-10-09 08:40"));
  g_assert_cmpint (bh_deadline_get_part (history->ticket, BH_CLOCK_RESPONSE, history->office, 150),
                   ==, parse (history, "2025-10-09 14:10"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ticket-requests/endings", test_endings);
  g_test_add_func ("/ticket-requests/rejected", test_rejected);
  g_test_add_func ("/ticket-requests/lapse", test_lapse);
  g_test_add_func ("/ticket-requests/long-suspension", test_long_suspension);
  g_test_add_func ("/ticket-requests/declined-while-suspended", test_declined_while_suspended);
  g_test_add_func ("/ticket-requests/extension", test_extension);
  g_test_add_func ("/ticket-requests/office-hours", test_office_hours);
  g_test_add_func ("/ticket-requests/office-rework", test_office_rework);
  g_test_add_func ("/ticket-requests/office-extension", test_office_extension);
  g_test_add_func ("/ticket-requests/office-part", test_office_part);

  return g_test_run ();
}
