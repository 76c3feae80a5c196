/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"
#include "insight/bh-test-walk.h"

/* The figures once more, computed in another way: instead of reading rounds and stages as of an
 * instant, every history is cut off there and folded, and what the ticket then says is counted. */

#define N_TICKETS 250
#define HOUSEHOLDS 400
#define MINUTE (60 * BH_USEC_PER_SEC)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static void
set_number (BhPayload *payload, const char *key, gint64 value)
{
  bh_payload_set_int (payload, key, value);
}

static BhPayload *
make_new (BhTestWalk *walk, gint64 at)
{
  static const char *const kinds[] = { "complaint", "repair", "inquiry" };
  static const char *const grades[] = { "urgent", "important", "general" };
  BhPayload *payload = bh_payload_new ();

  bh_payload_set (payload, "kind", kinds[g_rand_int_range (walk->rand, 0, 3)]);
  bh_payload_set (payload, "grade", grades[g_rand_int_range (walk->rand, 0, 3)]);
  if (g_rand_boolean (walk->rand))
    {
      bh_payload_set (payload, "contact-name", "张三");
      bh_payload_set_yes (payload, "reachable", g_rand_boolean (walk->rand));
    }
  if (g_rand_boolean (walk->rand))
    {
      set_number (payload, "channel", walk->hotline);
      set_number (payload, "first-answer",
                  at + g_rand_int_range (walk->rand, 1, 240) * BH_USEC_PER_SEC);
    }

  return payload;
}

static const char *
pick_yes (BhTestWalk *walk)
{
  return g_rand_boolean (walk->rand) ? "yes" : "no";
}

/* Inputs that fit any verb of the walk. */
static BhPayload *
make_inputs (BhTestWalk *walk, BhVerb verb, GPtrArray *events)
{
  BhPayload *payload = bh_payload_new ();
  int grade = g_rand_int_range (walk->rand, BH_GRADE_URGENT, BH_GRADE_GENERAL + 1);

  bh_payload_set (payload, "reason", "other");
  if (verb == BH_VERB_DISPATCH || verb == BH_VERB_TRANSFER)
    set_number (payload, "department", walk->departments[g_rand_int_range (walk->rand, 0, 3)]);
  if (verb == BH_VERB_PLAN)
    bh_payload_set (payload, "told", pick_yes (walk));
  if (verb == BH_VERB_ATTEMPT || verb == BH_VERB_CALLBACK)
    bh_payload_set (payload, "last", pick_yes (walk));
  if (verb == BH_VERB_CALLBACK)
    {
      bh_payload_set (payload, "reached", pick_yes (walk));
      bh_payload_set (payload, "rework", pick_yes (walk));
      if (bh_payload_is_yes (payload, "reached"))
        set_number (payload, "score", g_rand_int_range (walk->rand, 1, 6));
    }
  if (verb == BH_VERB_REGRADE)
    {
      bh_payload_set (payload, "grade", bh_list_get_code (BH_LIST_GRADE, grade));
      set_number (payload, "policy", walk->policies[grade]);
    }
  if (verb == BH_VERB_UNDO)
    set_number (payload, "seq", bh_history_get_last (events)->seq);

  return payload;
}

/* One ticket, taken through up to 24 verbs, most of which lead on. */
static void
walk_ticket (BhTestWalk *walk, BhWork *work)
{
  static const BhVerb verbs[]
      = { BH_VERB_DISPATCH, BH_VERB_ACCEPT,   BH_VERB_INVESTIGATE, BH_VERB_PLAN,    BH_VERB_FINISH,
          BH_VERB_SIGN,     BH_VERB_REFUSE,   BH_VERB_CALLBACK,    BH_VERB_CONTACT, BH_VERB_ATTEMPT,
          BH_VERB_RETURN,   BH_VERB_REOPEN,   BH_VERB_REGRADE,     BH_VERB_UNDO,    BH_VERB_ANSWER,
          BH_VERB_WITHDRAW, BH_VERB_TRANSFER, BH_VERB_VOID };
  gint64 at = walk->start + g_rand_int_range (walk->rand, 0, 100 * 24) * HOUR;
  g_autoptr (BhPayload) inputs = make_new (walk, at);
  gint64 id = bh_test_work_record_at (work, 0, BH_VERB_NEW, at, inputs);

  g_assert_cmpint (id, !=, 0);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GPtrArray) events = bh_work_load_events (work, id, NULL);
      g_autoptr (BhPayload) payload = NULL;
      BhVerb verb = verbs[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (verbs))];

      /* Answering, voiding and the like end too many walks early. */
      if (verb >= BH_VERB_WITHDRAW && verb != BH_VERB_REOPEN && g_rand_int_range (walk->rand, 0, 8))
        continue;
      if (verb == BH_VERB_UNDO && bh_history_get_last (events)->seq == 1)
        continue;
      payload = make_inputs (walk, verb, events);
      if (bh_test_work_record_at (work, id, verb, at + HOUR, payload) != 0)
        at += g_rand_int_range (walk->rand, 0, 5 * 24 * 60) * MINUTE / (1 + i % 4) + HOUR;
    }
}

static gboolean
fill_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  BhTestWalk *walk = user_data;
  g_autoptr (BhPlace) community = bh_place_new (0, BH_PLACE_COMMUNITY, "花园", 0, 0, "花园");
  BhOffice *office;

  walk->departments[0] = bh_register_add_department (work, "a", "工程部", error);
  walk->departments[1] = bh_register_add_department (work, "b", "保洁部", error);
  walk->departments[2] = bh_register_add_department (work, "c", "客服部", error);
  community->households = HOUSEHOLDS;
  bh_register_add_place (work, community, error);
  bh_work_touch_register (work);
  office = bh_work_get_office (work, error);
  walk->hotline = bh_entry_get_id (BH_ENTRY (bh_office_find (office, BH_TYPE_CHANNEL, "hotline")));
  for (int grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    walk->policies[grade] = bh_office_find_policy (office, 0, (BhGrade) grade, walk->start)->id;

  for (guint i = 0; i < N_TICKETS; i++)
    walk_ticket (walk, work);

  return TRUE;
}

static void
history_free (BhTestHistory *history)
{
  g_object_unref (history->ticket);
  g_ptr_array_unref (history->events);
  g_free (history);
}

static BhTestHistory *
load_history (BhConnection *connection, gint64 id, GError **error)
{
  BhTestHistory *history = g_new0 (BhTestHistory, 1);
  g_autoptr (GPtrArray) events = bh_ticket_repository_load_events (connection, id, error);
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);

  history->ticket = bh_ticket_repository_load (connection, id, error);
  history->events = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < events->len; i++)
    {
      BhEvent *event = g_ptr_array_index (events, i);

      if (event->verb == BH_VERB_UNDO)
        {
          g_hash_table_add (gone, GINT_TO_POINTER (event->seq));
          g_hash_table_add (gone,
                            GINT_TO_POINTER ((int) bh_payload_get_int (event->payload, "seq")));
        }
    }
  for (guint i = 0; i < events->len; i++)
    {
      BhEvent *event = g_ptr_array_index (events, i);

      if (!g_hash_table_contains (gone, GINT_TO_POINTER (event->seq)))
        g_ptr_array_add (history->events, g_object_ref (event));
    }

  return history;
}

static gpointer
load_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  GPtrArray *histories = g_ptr_array_new_with_free_func ((GDestroyNotify) history_free);
  g_autoptr (GArray) ids = bh_ticket_repository_list_ids (
      connection, NULL, user_data, 0, BH_TICKET_COLUMN_NUMBER, FALSE, -1, 0, error);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (histories, load_history (connection, g_array_index (ids, gint64, i), error));

  return histories;
}

/* The ticket as it stood at @instant; NULL where it was not there yet. */
static BhTicket *
fold_until (BhTestHistory *history, gint64 instant, BhOffice *office)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  BhTicket *ticket;

  for (guint i = 0; i < history->events->len; i++)
    if (BH_EVENT (g_ptr_array_index (history->events, i))->at < instant)
      g_ptr_array_add (before, g_ptr_array_index (history->events, i));
  if (before->len == 0)
    return NULL;

  ticket = bh_ticket_fold (before, office, &error);
  g_assert_no_error (error);

  return ticket;
}

BhTestExpected *
bh_test_expected_new (void)
{
  BhTestExpected *expected = g_new0 (BhTestExpected, 1);

  for (guint i = 0; i < BH_N_FIGURES; i++)
    expected->samples[i] = g_array_new (FALSE, FALSE, sizeof (double));
  expected->denominators[BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS] = HOUSEHOLDS;

  return expected;
}

void
bh_test_expected_free (BhTestExpected *expected)
{
  for (guint i = 0; i < BH_N_FIGURES; i++)
    g_array_unref (expected->samples[i]);
  g_free (expected);
}

static void
ask (BhTestExpected *expected, BhFigureId figure, gboolean counts, gboolean yes)
{
  expected->denominators[figure] += counts;
  expected->numerators[figure] += counts && yes;
}

static void
count_clock (BhTestExpected *expected,
             BhFigureId figure,
             BhTicket *ticket,
             gint64 due,
             gint64 done,
             gint64 as_of)
{
  gboolean withdrawn = ticket->status == BH_STATUS_WITHDRAWN;
  gboolean ripe = withdrawn ? due < ticket->closed_at : done != 0 || due <= as_of;

  if (due == 0)
    return;

  ask (expected, figure, ripe, done != 0 && done <= due);
  if (!withdrawn && done == 0 && due > as_of)
    expected->unsure[figure] = TRUE;
}

static void
count_received (BhTestExpected *expected, BhTicket *ticket, gint64 as_of)
{
  gboolean open = ticket->closed_at == 0;

  gint64 first_answer = ticket->first_answer_at < as_of ? ticket->first_answer_at : 0;

  expected->counts[BH_FIGURE_RECEIVED]++;
  expected->numerators[BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS] += 100;
  if (ticket->first_answer_at != 0)
    count_clock (expected, BH_FIGURE_FIRST_ANSWER_ON_TIME, ticket, ticket->received_at + 2 * MINUTE,
                 first_answer, as_of);
  ask (expected, BH_FIGURE_REPEAT_SHARE, TRUE, ticket->repeat_of != 0);
  ask (expected, BH_FIGURE_RESOLVED_SHARE, TRUE,
       ticket->finished_at != 0 && ticket->status != BH_STATUS_WITHDRAWN);
  count_clock (expected, BH_FIGURE_RESPONSE_ON_TIME, ticket, ticket->response_due,
               ticket->responded_at, as_of);
  count_clock (expected, BH_FIGURE_COMPLETION_ON_TIME, ticket, ticket->completion_due,
               ticket->finished_at, as_of);
  if (open)
    expected->unsure[BH_FIGURE_RESOLVED_SHARE] = TRUE;
  if (open && ticket->finished_at != 0 && ticket->completion_due != 0)
    expected->unsure[BH_FIGURE_COMPLETION_ON_TIME] = TRUE;
}

/* Nobody works between the end of a round and the beginning of the next. */
static double
get_idle_seconds (BhTicket *ticket)
{
  gint64 idle = 0;

  for (guint i = 1; i < ticket->rounds->len; i++)
    {
      BhRound *before = g_ptr_array_index (ticket->rounds, i - 1);
      BhRound *round = g_ptr_array_index (ticket->rounds, i);

      idle += round->started_at
              - (before->finished_at != 0 ? before->finished_at : before->closed_at);
    }

  return (double) idle / BH_USEC_PER_SEC;
}

static void
sample (
    BhTestExpected *expected, BhFigureId figure, gint64 from, gint64 to, double pauses, double unit)
{
  double value = ((double) (to - from) / BH_USEC_PER_SEC - pauses) / unit;

  g_array_append_val (expected->samples[figure], value);
}

static gint64
get_last_due (BhTicket *ticket, BhStageKind kind)
{
  gint64 due = 0;

  for (guint i = 0; i < ticket->stages->len; i++)
    {
      BhStage *stage = g_ptr_array_index (ticket->stages, i);

      if (stage->round == ticket->round && stage->stage == kind)
        due = stage->due_at;
    }

  return due;
}

static void
count_signoff (BhTestExpected *expected, BhTicket *ticket, gint64 as_of)
{
  gint64 due = get_last_due (ticket, BH_STAGE_SIGN);

  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      gboolean yes = FALSE, asked = FALSE;

      for (guint j = 0; j < ticket->opinions->len; j++)
        {
          BhOpinion *opinion = g_ptr_array_index (ticket->opinions, j);

          if (opinion->round == ticket->round && opinion->complainant == (int) i
              && opinion->verdict != BH_VERDICT_UNREACHED)
            asked = TRUE, yes = yes || opinion->verdict == BH_VERDICT_SIGNED;
        }
      if (!BH_COMPLAINANT (g_ptr_array_index (ticket->complainants, i))->reachable)
        continue;
      ask (expected, BH_FIGURE_SIGNOFF_SHARE, asked || (due != 0 && due <= as_of), yes);
      if (ticket->closed_at == 0 || (!asked && due > as_of))
        expected->unsure[BH_FIGURE_SIGNOFF_SHARE] = TRUE;
    }
}

static void
count_callback (BhTestExpected *expected, BhTicket *ticket, gint64 as_of)
{
  gint64 due = get_last_due (ticket, BH_STAGE_CALLBACK);

  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      gboolean yes = FALSE, asked = FALSE;

      for (guint j = 0; j < ticket->callbacks->len; j++)
        {
          BhCallback *callback = g_ptr_array_index (ticket->callbacks, j);

          if (callback->round == ticket->round && callback->complainant == (int) i)
            asked = TRUE, yes = yes || callback->reached;
        }
      ask (expected, BH_FIGURE_CALLBACK_SHARE, asked || (due != 0 && due <= as_of), yes);
      if (ticket->closed_at == 0 || (!asked && due > as_of))
        expected->unsure[BH_FIGURE_CALLBACK_SHARE] = TRUE;
    }
}

static void
count_finished (BhTestExpected *expected, BhTicket *ticket, gint64 as_of)
{
  expected->counts[BH_FIGURE_FINISHED]++;
  ask (expected, BH_FIGURE_REWORK_SHARE, TRUE, ticket->rounds->len > 1);
  sample (expected, BH_FIGURE_HANDLING_DAYS, ticket->received_at, ticket->finished_at,
          get_idle_seconds (ticket), 86400);
  count_signoff (expected, ticket, as_of);
  count_callback (expected, ticket, as_of);
  if (ticket->closed_at == 0)
    expected->unsure[BH_FIGURE_FINISHED] = expected->unsure[BH_FIGURE_REWORK_SHARE]
        = expected->unsure[BH_FIGURE_HANDLING_DAYS] = TRUE;
}

static void
count_scores (BhTestExpected *expected, BhTicket *ticket, gint64 from, gint64 end)
{
  for (guint i = 0; i < ticket->callbacks->len; i++)
    {
      BhCallback *callback = g_ptr_array_index (ticket->callbacks, i);

      if (callback->at < from || callback->at >= end || callback->score == 0)
        continue;
      ask (expected, BH_FIGURE_SATISFACTION, TRUE, callback->score >= 4);
      expected->numerators[BH_FIGURE_SATISFACTION_INDEX] += 20 * callback->score;
      expected->denominators[BH_FIGURE_SATISFACTION_INDEX]++;
    }
}

static gboolean
is_in (gint64 instant, gint64 from, gint64 end)
{
  return instant != 0 && instant >= from && instant < end;
}

void
bh_test_expected_count (BhTestExpected *expected,
                        BhTestHistory *history,
                        const BhPeriod *period,
                        gint64 as_of,
                        BhOffice *office)
{
  gint64 from = period->from, end = MIN (period->to, as_of);
  g_autoptr (BhTicket) now = fold_until (history, as_of, office);
  g_autoptr (BhTicket) then = fold_until (history, end, office);

  if (now == NULL || now->status == BH_STATUS_VOID)
    return;

  if (then != NULL && then->closed_at == 0)
    {
      expected->counts[BH_FIGURE_OPEN_AT_END]++;
      expected->counts[BH_FIGURE_OVERDUE_OPEN_AT_END]
          += then->finished_at == 0 && then->completion_due != 0 && then->completion_due < end;
    }
  if (is_in (now->received_at, from, end))
    count_received (expected, now, as_of);
  if (now->status == BH_STATUS_WITHDRAWN)
    return;

  if (is_in (now->finished_at, from, end))
    count_finished (expected, now, as_of);
  if (is_in (now->responded_at, from, end))
    sample (expected, BH_FIGURE_RESPONSE_HOURS, now->received_at, now->responded_at, 0, 3600);
  if (is_in (now->first_accepted_at, from, end))
    sample (expected, BH_FIGURE_HANDOVER_HOURS, now->received_at, now->first_accepted_at, 0, 3600);
  count_scores (expected, now, from, end);
}

/* An instant between the events, or just that of one of them. */
gint64
bh_test_walk_pick_instant (BhTestWalk *walk)
{
  BhTestHistory *history = g_ptr_array_index (
      walk->histories, (guint) g_rand_int_range (walk->rand, 0, (int) walk->histories->len));
  BhEvent *event = g_ptr_array_index (
      history->events, (guint) g_rand_int_range (walk->rand, 0, (int) history->events->len));

  return event->at + g_rand_int_range (walk->rand, 0, 3) * HOUR;
}

BhTestWalk *
bh_test_walk_new (void)
{
  BhTestWalk *walk = g_new0 (BhTestWalk, 1);
  g_autoptr (GError) error = NULL;

  walk->rand = g_rand_new_with_seed (g_test_rand_int ());
  walk->start = bh_test_at ("2026-01-10");
  walk->store = bh_test_store_new_at (bh_test_at ("2027-06-01"));
  bh_test_store_write (walk->store, fill_in_worker, walk);
  walk->office = bh_store_dup_office (walk->store->store);
  walk->histories = bh_store_read (walk->store->store, load_in_worker, walk->office, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (walk->histories->len, ==, N_TICKETS);

  return walk;
}

void
bh_test_walk_free (BhTestWalk *walk)
{
  g_rand_free (walk->rand);
  g_ptr_array_unref (walk->histories);
  g_object_unref (walk->office);
  bh_test_store_free (walk->store);
  g_free (walk);
}
