/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-deadlines.h"

/* Suspension: what it does to every clock of a ticket. */

#define HOUR BH_TEST_HOUR

typedef struct
{
  BhVerb verb; /* NONE: no further step */
  int hour;
  int until; /* of suspend; of regrade the policy */
} Step;

/* General: response 24 h, dispatch 2 h, acceptance 4 h, completion 120 h. Important: 4 h, 30 min,
 * 1 h, 72 h. Everything in hours after the receipt. */
static const struct
{
  const char *what;
  Step steps[6];
  int response;
  int completion;
  int stage; /* deadline of the stage that runs */
  int stage_paused;
  int paused;
} cases[] = {
  { "ends by itself", { { BH_VERB_SUSPEND, 1, 11 } }, 34, 130, 12, 10, 10 },
  { "goes on early", { { BH_VERB_SUSPEND, 1, 11 }, { BH_VERB_RESUME, 3, 0 } }, 26, 122, 4, 2, 2 },
  { "one deadline had passed", { { BH_VERB_SUSPEND, 3, 13 } }, 34, 130, 2, 10, 10 },
  { "that stays through an early end",
    { { BH_VERB_SUSPEND, 3, 13 }, { BH_VERB_RESUME, 4, 0 } },
    25,
    121,
    2,
    1,
    1 },
  { "two deadlines had passed", { { BH_VERB_SUSPEND, 30, 40 } }, 24, 130, 2, 10, 10 },
  { "all had passed", { { BH_VERB_SUSPEND, 121, 131 } }, 24, 120, 2, 10, 10 },
  { "at the very deadline", { { BH_VERB_SUSPEND, 2, 12 } }, 34, 130, 2, 10, 10 },
  { "twice",
    { { BH_VERB_SUSPEND, 1, 3 }, { BH_VERB_SUSPEND, 4, 9 }, { BH_VERB_RESUME, 7, 0 } },
    29,
    125,
    4,
    5,
    5 },
  { "the second after a deadline that the first moved",
    { { BH_VERB_SUSPEND, 1, 3 }, { BH_VERB_SUSPEND, 5, 9 } },
    30,
    126,
    4,
    6,
    6 },
  { "nobody looked when it ended",
    { { BH_VERB_SUSPEND, 1, 11 }, { BH_VERB_NOTE, 15, 0 } },
    34,
    130,
    12,
    10,
    10 },
  { "resumed when it had ended",
    { { BH_VERB_SUSPEND, 1, 11 }, { BH_VERB_RESUME, 15, 0 } },
    34,
    130,
    12,
    10,
    10 },
  { "resumed when it ends",
    { { BH_VERB_SUSPEND, 1, 11 }, { BH_VERB_RESUME, 11, 0 } },
    34,
    130,
    12,
    10,
    10 },
  { "a note does not end it",
    { { BH_VERB_SUSPEND, 1, 11 }, { BH_VERB_NOTE, 3, 0 } },
    34,
    130,
    12,
    10,
    10 },
  { "moving on ends it",
    { { BH_VERB_SUSPEND, 1, 11 }, { BH_VERB_DISPATCH, 3, 0 } },
    26,
    122,
    7,
    0,
    2 },
  { "moving on later than its end",
    { { BH_VERB_SUSPEND, 1, 11 }, { BH_VERB_DISPATCH, 20, 0 } },
    34,
    130,
    24,
    0,
    10 },
  { "in two stages",
    { { BH_VERB_SUSPEND, 1, 2 }, { BH_VERB_DISPATCH, 3, 0 }, { BH_VERB_SUSPEND, 4, 6 } },
    27,
    123,
    9,
    2,
    3 },
  { "regraded while suspended",
    { { BH_VERB_SUSPEND, 1, 11 }, { BH_VERB_REGRADE, 2, 2 } },
    14,
    82,
    0,
    10,
    10 },
  { "regraded, resumed early",
    { { BH_VERB_SUSPEND, 1, 11 }, { BH_VERB_REGRADE, 2, 2 }, { BH_VERB_RESUME, 3, 0 } },
    6,
    74,
    0,
    2,
    2 },
  { "by the new grade it had passed before",
    { { BH_VERB_SUSPEND, 5, 15 }, { BH_VERB_REGRADE, 6, 2 } },
    4,
    82,
    0,
    10,
    10 },
  { "regraded after it", { { BH_VERB_SUSPEND, 1, 3 }, { BH_VERB_REGRADE, 4, 2 } }, 6, 74, 0, 2, 2 },
};

static void
do_step (BhTestHistory *history, const Step *step)
{
  g_autofree char *until
      = g_strdup_printf ("%" G_GINT64_FORMAT, BH_TEST_START + step->until * HOUR);

  if (step->verb == BH_VERB_SUSPEND)
    bh_test_do (history, step->verb, step->hour * HOUR, "reason", "material", "until", until, NULL);
  else if (step->verb == BH_VERB_REGRADE)
    bh_test_do (history, step->verb, step->hour * HOUR, "grade", "important", "policy", "2", NULL);
  else
    bh_test_do (history, step->verb, step->hour * HOUR, "text", "记", "department", "12", NULL);
  bh_test_assert_deadlines (history);
}

static gint64
in_hours (gint64 instant)
{
  return instant == 0 ? 0 : (instant - BH_TEST_START) / HOUR;
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;
  BhStage *stage;

  for (guint j = 0; cases[i].steps[j].verb != BH_VERB_NONE; j++)
    do_step (history, &cases[i].steps[j]);

  stage = bh_ticket_get_open_stage (ticket);
  g_assert_cmpint (in_hours (ticket->response_due), ==, cases[i].response);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, cases[i].completion);
  g_assert_cmpint (bh_ticket_get_round (ticket)->completion_due, ==, ticket->completion_due);
  if (cases[i].stage != 0)
    g_assert_cmpint (in_hours (stage->due_at), ==, cases[i].stage);
  g_assert_cmpint (stage->paused, ==, cases[i].stage_paused * 3600);
  g_assert_cmpint (ticket->paused, ==, cases[i].paused * 3600);
  g_assert_cmpint (bh_ticket_get_round (ticket)->paused_inside, ==, cases[i].paused * 3600);
}

static void
suspend (BhTestHistory *history, int hour, int until)
{
  const Step step = { BH_VERB_SUSPEND, hour, until };

  do_step (history, &step);
}

/* What ended while the ticket was suspended keeps the deadline that it had then. */
static void
test_response_inside (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;

  suspend (history, 1, 11);
  bh_test_do (history, BH_VERB_CONTACT, 4 * HOUR, "text", "料未到", NULL);
  g_assert_cmpint (ticket->suspended_until, ==, BH_TEST_START + 11 * HOUR);
  bh_test_do (history, BH_VERB_RESUME, 5 * HOUR, NULL);
  g_assert_cmpint (ticket->response_paused, ==, 3 * 3600);
  g_assert_cmpint (in_hours (ticket->response_due), ==, 34);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, 124);
  bh_test_assert_deadlines (history);
}

static void
test_handover (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  suspend (history, 1, 11);
  bh_test_do (history, BH_VERB_DISPATCH, 3 * HOUR, "department", "12", NULL);
  suspend (history, 4, 6);
  bh_test_do (history, BH_VERB_ACCEPT, 8 * HOUR, NULL);
  g_assert_cmpint (history->ticket->accept_paused, ==, 4 * 3600);
  bh_test_assert_deadlines (history);
}

static void
finish (BhTestHistory *history, int hour)
{
  bh_test_do (history, BH_VERB_FINISH, hour * HOUR, "result", "好", NULL);
}

/* A pause in each of two rounds, and the time between them. */
static void
test_rework (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_QUICK, TRUE);
  BhTicket *ticket = history->ticket;
  BhRound *first, *second;

  bh_test_work_until (history, BH_STATUS_ACCEPTED);
  suspend (history, 10, 20);
  finish (history, 30);
  bh_test_do (history, BH_VERB_REFUSE, 35 * HOUR, "reason", "还漏", NULL);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, 135);
  suspend (history, 40, 60);
  bh_test_do (history, BH_VERB_ACCEPT, 42 * HOUR, NULL);
  bh_test_assert_deadlines (history);

  first = g_ptr_array_index (ticket->rounds, 0);
  second = g_ptr_array_index (ticket->rounds, 1);
  g_assert_cmpint (first->paused_inside, ==, 10 * 3600);
  g_assert_cmpint (in_hours (first->completion_due), ==, 130);
  g_assert_cmpint (second->paused_before, ==, 15 * 3600);
  g_assert_cmpint (second->paused_inside, ==, 2 * 3600);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, 137);
  g_assert_cmpint (ticket->paused, ==, 17 * 3600);
}

/* What the ticket ends with resumes it; reopening goes on from there. */
static void
test_withdrawn_while_suspended (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;
  BhPause *pause;

  suspend (history, 10, 100);
  bh_test_do (history, BH_VERB_WITHDRAW, 20 * HOUR, "reason", "不用了", NULL);
  pause = g_ptr_array_index (ticket->pauses, 0);
  g_assert_cmpint (in_hours (pause->to_at), ==, 20);
  g_assert_cmpint (ticket->suspended_until, ==, 0);
  g_assert_cmpint (ticket->suspended_at, ==, 0);
  bh_test_do (history, BH_VERB_REOPEN, 50 * HOUR, "reason", "又漏", "department", "12", NULL);
  g_assert_cmpint (in_hours (ticket->completion_due), ==, 160);
  bh_test_assert_deadlines (history);
}

/* What the dispatcher wants does not fall into a pause either. */
static void
test_wish (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_QUICK, TRUE);
  BhTicket *ticket = history->ticket;
  g_autofree char *due = g_strdup_printf ("%" G_GINT64_FORMAT, BH_TEST_START + 30 * HOUR);

  bh_test_do (history, BH_VERB_DISPATCH, HOUR, "department", "12", "due", due, NULL);
  bh_test_do (history, BH_VERB_ACCEPT, 2 * HOUR, NULL);
  suspend (history, 10, 40);
  g_assert_cmpint (in_hours (bh_ticket_get_open_stage (ticket)->due_at), ==, 60);
  bh_test_do (history, BH_VERB_RESUME, 15 * HOUR, NULL);
  g_assert_cmpint (in_hours (bh_ticket_get_open_stage (ticket)->due_at), ==, 35);
  bh_test_assert_deadlines (history);
}

/* What is due outside does not wait. */
static void
test_outside (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhEvent *first = g_ptr_array_index (history->events, 0);

  bh_payload_set_int (first->payload, "external-due", BH_TEST_START + 125 * HOUR);
  bh_test_history_refold (history);
  g_assert_cmpint (in_hours (history->ticket->completion_due), ==, 120);
  suspend (history, 10, 40);
  g_assert_cmpint (in_hours (history->ticket->completion_due), ==, 125);
  bh_test_do (history, BH_VERB_RESUME, 12 * HOUR, NULL);
  g_assert_cmpint (in_hours (history->ticket->completion_due), ==, 122);
  bh_test_assert_deadlines (history);
}

/* The figures as of a past day read there what a deadline was. */
static void
test_due_changes (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;
  static const int old[] = { 24, 120, 2, 34, 130, 12 };

  suspend (history, 1, 11);
  bh_test_do (history, BH_VERB_RESUME, 3 * HOUR, NULL);
  g_assert_cmpuint (ticket->due_changes->len, ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      BhDueChange *change = g_ptr_array_index (ticket->due_changes, i);

      g_assert_cmpint (in_hours (change->old_due), ==, old[i]);
      g_assert_cmpint (in_hours (change->changed_at), ==, i < 3 ? 1 : 3);
    }
}

static void
test_undo (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);

  suspend (history, 1, 11);
  bh_test_do (history, BH_VERB_DISPATCH, 3 * HOUR, "department", "12", NULL);
  bh_test_do (history, BH_VERB_UNDO, 4 * HOUR, "seq", "3", NULL);
  g_assert_cmpint (in_hours (history->ticket->suspended_until), ==, 11);
  g_assert_cmpint (in_hours (history->ticket->completion_due), ==, 130);
  bh_test_do (history, BH_VERB_UNDO, 5 * HOUR, "seq", "2", NULL);
  g_assert_cmpuint (history->ticket->pauses->len, ==, 0);
  g_assert_cmpint (in_hours (history->ticket->completion_due), ==, 120);
}

/* Around the clock a part of the limit is that part of the time; pauses are left out of it. */
static void
test_parts (void)
{
  g_autoptr (BhTestHistory) history = bh_test_history_new (BH_GRADE_GENERAL, BH_TEST_REPAIR, TRUE);
  BhTicket *ticket = history->ticket;

  suspend (history, 20, 30);
#define PART(clock, percent)                                                                       \
  in_hours (bh_deadline_get_part (ticket, BH_CLOCK_##clock, history->office, percent))
  g_assert_cmpint (PART (RESPONSE, 50), ==, 12);
  g_assert_cmpint (PART (RESPONSE, 100), ==, 34);
  g_assert_cmpint (PART (RESPONSE, 150), ==, 46);
  g_assert_cmpint (PART (COMPLETION, 50), ==, 70);
  g_assert_cmpint (PART (DISPATCH, 150), ==, 3);
  g_assert_cmpint (PART (EXECUTE, 50), ==, 0);

  bh_test_work_until (history, BH_STATUS_NONE);
  bh_test_do (history, BH_VERB_DISPATCH, 31 * HOUR, "department", "12", NULL);
  bh_test_do (history, BH_VERB_ACCEPT, 32 * HOUR, NULL);
  bh_test_do (history, BH_VERB_INVESTIGATE, 33 * HOUR, "cause", "41", NULL);
  bh_test_do (history, BH_VERB_PLAN, 50 * HOUR, "measure", "换", NULL);
  /* execution ends with the completion, 130 h: half of the 80 h between */
  g_assert_cmpint (PART (EXECUTE, 50), ==, 90);
  g_assert_cmpint (PART (EXECUTE, 150), ==, 170);
#undef PART
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ticket-pauses/%s", cases[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/ticket-pauses/response-inside", test_response_inside);
  g_test_add_func ("/ticket-pauses/handover", test_handover);
  g_test_add_func ("/ticket-pauses/rework", test_rework);
  g_test_add_func ("/ticket-pauses/withdrawn", test_withdrawn_while_suspended);
  g_test_add_func ("/ticket-pauses/wish", test_wish);
  g_test_add_func ("/ticket-pauses/outside", test_outside);
  g_test_add_func ("/ticket-pauses/due-changes", test_due_changes);
  g_test_add_func ("/ticket-pauses/undo", test_undo);
  g_test_add_func ("/ticket-pauses/parts", test_parts);

  return g_test_run ();
}
