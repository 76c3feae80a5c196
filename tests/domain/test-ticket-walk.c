/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-deadlines.h"

/* Random walks through the loop without a database: whatever the gates allow, the fold must take,
 * and what it makes must hold together. Then everything is undone again. */

#define WALKS 300
#define STEPS 40

static BhPayload *
make_payload (BhVerb verb, gint64 at, GRand *rand)
{
  BhPayload *payload = bh_payload_new_from ("reason", "other", "result", "好", "text", "话", NULL);
  int grade = g_rand_int_range (rand, BH_GRADE_URGENT, BH_GRADE_GENERAL + 1);

  bh_payload_set_int (payload, "department", g_rand_int_range (rand, 11, 14));
  bh_payload_set_int (payload, "cause", BH_TEST_WEAR);
  bh_payload_set (payload, "grade", bh_list_get_code (BH_LIST_GRADE, grade));
  bh_payload_set_int (payload, "category", BH_TEST_REPAIR);
  bh_payload_set_int (payload, "policy", verb == BH_VERB_REGRADE ? grade : BH_GRADE_GENERAL);
  bh_payload_set (payload, "by", "owner");
  bh_payload_set_yes (payload, "told", g_rand_boolean (rand));
  bh_payload_set_yes (payload, "reached", g_rand_int_range (rand, 0, 4) > 0);
  bh_payload_set_int (payload, "score", g_rand_int_range (rand, 1, 6));
  bh_payload_set (payload, "what", "清理");
  bh_payload_set_int (payload, "complainant", g_rand_int_range (rand, 0, 3));
  bh_payload_set_int (payload, "into", 77);
  bh_payload_set_int (payload, "ticket", 77);
  bh_payload_set (payload, "phone", "13800000009");
  bh_payload_set_yes (payload, "reachable", TRUE);
  bh_payload_set_int (payload, "task", g_rand_int_range (rand, 1, 4));
  bh_payload_set_yes (payload, "rework", bh_payload_get_int (payload, "score") <= 2);
  bh_payload_set_int (payload, "until", at + g_rand_int_range (rand, 1, 9 * 24) * BH_TEST_HOUR);
  bh_payload_set_int (payload, "due", at + g_rand_int_range (rand, 1, 30 * 24) * BH_TEST_HOUR);
  if (verb == BH_VERB_EXTEND || g_rand_int_range (rand, 0, 4) == 0)
    bh_payload_set (payload, "approval", "wanted");
  if (verb == BH_VERB_CORRECT)
    bh_payload_set (payload, "summary", g_rand_boolean (rand) ? "甲" : "乙");

  return payload;
}

static void
check_stages (BhTicket *ticket)
{
  guint open = 0;

  for (guint i = 0; i < ticket->stages->len; i++)
    {
      BhStage *stage = g_ptr_array_index (ticket->stages, i);

      open += stage->done_at == 0;
      g_assert_true (stage->done_at == 0 || stage->done_at >= stage->started_at);
      g_assert_cmpint (stage->done_at == 0, ==, stage->outcome == BH_OUTCOME_NONE);
      g_assert_cmpint (stage->seq, ==, (int) i + 1);
    }
  /* Something runs exactly while the ticket waits for something. */
  g_assert_cmpuint (open, ==, bh_status_is_ended (ticket->status) ? 0 : 1);
}

static void
check_rounds (BhTicket *ticket)
{
  for (guint i = 0; i < ticket->rounds->len; i++)
    {
      BhRound *round = g_ptr_array_index (ticket->rounds, i);
      BhRound *next
          = i + 1 < ticket->rounds->len ? g_ptr_array_index (ticket->rounds, i + 1) : NULL;

      g_assert_cmpint (round->round, ==, (int) i + 1);
      g_assert_cmpint (round->ended_at, ==, next != NULL ? next->started_at : 0);
      g_assert_cmpint (round->paused_before, >=, 0);
      g_assert_true (round->finished_at == 0 || round->finished_at >= round->started_at);
      g_assert_true (next == NULL || next->paused_before >= round->paused_before);
    }
  g_assert_cmpint (ticket->finished_at, ==, bh_ticket_get_round (ticket)->finished_at);
  g_assert_cmpint (ticket->closed_at, ==, bh_ticket_get_round (ticket)->closed_at);
  g_assert_cmpint (ticket->paused, ==,
                   bh_ticket_get_round (ticket)->paused_before
                       + bh_ticket_get_round (ticket)->paused_inside);
  g_assert_cmpint (ticket->closed_at != 0, ==, bh_status_is_ended (ticket->status));
}

/* One after the other, and the last one lasts exactly while the ticket is suspended. */
static void
check_pauses (BhTicket *ticket)
{
  guint waiting = 0;

  for (guint i = 0; i < ticket->pauses->len; i++)
    {
      BhPause *pause = g_ptr_array_index (ticket->pauses, i);
      BhPause *next
          = i + 1 < ticket->pauses->len ? g_ptr_array_index (ticket->pauses, i + 1) : NULL;

      g_assert_cmpint (pause->until_at, >, pause->from_at);
      g_assert_true (next == NULL || (pause->to_at != 0 && next->from_at >= pause->to_at));
      g_assert_true (pause->to_at == 0
                     || (pause->to_at >= pause->from_at && pause->to_at <= pause->until_at));
      g_assert_cmpint (next == NULL && pause->to_at == 0 ? pause->until_at : 0, ==,
                       next == NULL ? ticket->suspended_until : 0);
    }
  for (guint i = 0; i < ticket->requests->len; i++)
    waiting
        += ((BhRequest *) g_ptr_array_index (ticket->requests, i))->decision == BH_DECISION_NONE;
  g_assert_cmpuint (waiting, <=, 1);
  g_assert_true (waiting == 0 || !bh_status_is_ended (ticket->status));
  g_assert_true (ticket->suspended_until == 0 || ticket->status < BH_STATUS_FINISHED);
}

static void
check_refold (BhTestHistory *history)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicket) again = bh_ticket_fold (history->events, history->office, &error);
  g_autofree char *diff = NULL;

  g_assert_no_error (error);
  diff = bh_ticket_diff (history->ticket, again);
  g_assert_cmpstr (diff, ==, NULL);
}

/* A merge is taken back by folding again, like an undo. */
static void
split_off (BhTestHistory *history, gint64 now)
{
  g_autofree char *seq = g_strdup_printf ("%d", bh_history_get_merge (history->events)->seq);

  bh_test_do (history, BH_VERB_UNMERGE, now - BH_TEST_START, "seq", seq, NULL);
  g_assert_cmpint (history->ticket->status, !=, BH_STATUS_MERGED);
  check_stages (history->ticket);
  check_rounds (history->ticket);
}

static gint64
step (BhTestHistory *history, GRand *rand, gint64 now)
{
  const BhActor actor = { BH_TEST_SUPERVISOR, BH_TEST_CLERK, BH_ROLE_SUPERVISOR };
  gint64 then = now + g_rand_int_range (rand, 0, 3 * 86400) * BH_USEC_PER_SEC;
  g_autofree BhVerb *verbs
      = bh_loop_list_possible (history->ticket, &actor, history->office, then, NULL);
  guint n = 0;
  BhVerb verb;
  g_autoptr (BhPayload) payload = NULL;
  g_autoptr (GError) error = NULL;

  while (verbs[n] != BH_VERB_NONE)
    n++;
  if (n == 0)
    return now;

  verb = verbs[g_rand_int_range (rand, 0, (gint32) n)];
  payload = make_payload (verb, then, rand);
  if (bh_ticket_get_open_request (history->ticket) != NULL)
    bh_payload_set (payload, "approval", NULL);
  if (verb == BH_VERB_UNMERGE)
    {
      split_off (history, then);
      return then;
    }
  bh_ticket_apply (history->ticket, bh_test_history_add (history, verb, then, 1, payload),
                   history->office, &error);
  g_assert_no_error (error);
  check_stages (history->ticket);
  check_rounds (history->ticket);
  check_pauses (history->ticket);
  bh_test_assert_deadlines (history);

  return then;
}

static void
undo_all (BhTestHistory *history, gint64 now)
{
  g_autoptr (BhTicket) first = NULL;
  g_autoptr (GPtrArray) beginning = g_ptr_array_new ();
  g_autofree char *diff = NULL;
  BhEvent *last;

  while ((last = bh_history_get_last (history->events))->seq > 1)
    {
      g_autofree char *seq = g_strdup_printf ("%d", last->seq);

      bh_test_do (history, BH_VERB_UNDO, now - BH_TEST_START, "seq", seq, NULL);
    }

  g_ptr_array_add (beginning, g_ptr_array_index (history->events, 0));
  first = bh_ticket_fold (beginning, history->office, NULL);
  first->head_seq = history->ticket->head_seq;
  g_free (first->head_hash);
  first->head_hash = g_strdup (history->ticket->head_hash);
  diff = bh_ticket_diff (first, history->ticket);
  g_assert_cmpstr (diff, ==, NULL);
}

static void
test_walks (void)
{
  static const gint64 categories[] = { BH_TEST_REPAIR, BH_TEST_QUICK, BH_TEST_STRICT };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260302);

  for (guint i = 0; i < WALKS; i++)
    {
      g_autoptr (BhTestHistory) history = bh_test_history_new (
          (BhGrade) (i % 3 + 1), categories[i % G_N_ELEMENTS (categories)], i % 4 > 0);
      gint64 now = BH_TEST_START;

      if (i % 2 == 1)
        bh_test_history_count_office_hours (history, BH_TEST_START);
      for (guint j = 0; j < STEPS; j++)
        now = step (history, rand, now);
      check_refold (history);
      undo_all (history, now);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticket/walks", test_walks);

  return g_test_run ();
}
