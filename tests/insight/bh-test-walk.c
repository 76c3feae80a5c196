/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"
#include "insight/bh-test-walk.h"

/* Random histories of an office. */

/* Tickets that others of the walk have complainants of; nothing else happens to them. */
#define N_OTHERS BH_TEST_WALK_OTHERS
#define N_TICKETS 250
#define MINUTE (60 * BH_USEC_PER_SEC)
#define HOUR (60 * MINUTE)

static void
set_number (BhPayload *payload, const char *key, gint64 value)
{
  bh_payload_set_int (payload, key, value);
}

static gint64
pick_id (BhTestWalk *walk)
{
  return g_array_index (walk->ids, gint64,
                        (guint) g_rand_int_range (walk->rand, 0, (int) walk->ids->len));
}

static BhPayload *
make_new (BhTestWalk *walk, gint64 at)
{
  static const char *const kinds[] = { "complaint", "repair", "inquiry" };
  static const char *const grades[] = { "urgent", "important", "general" };
  BhPayload *payload = bh_payload_new ();

  bh_payload_set (payload, "kind", kinds[g_rand_int_range (walk->rand, 0, 3)]);
  bh_payload_set (payload, "grade", grades[g_rand_int_range (walk->rand, 0, 3)]);
  if (g_rand_int_range (walk->rand, 0, 4) != 0)
    {
      bh_payload_set (payload, "contact-name", "张三");
      bh_payload_set_yes (payload, "reachable", g_rand_int_range (walk->rand, 0, 4) != 0);
    }
  if (g_rand_boolean (walk->rand))
    {
      set_number (payload, "channel", walk->hotline);
      set_number (payload, "first-answer",
                  at + g_rand_int_range (walk->rand, 1, 240) * BH_USEC_PER_SEC);
    }
  if (walk->ids->len > 0 && g_rand_int_range (walk->rand, 0, 3) == 0)
    set_number (payload, "repeat-of", pick_id (walk));

  return payload;
}

static const char *
pick_yes (BhTestWalk *walk)
{
  return g_rand_boolean (walk->rand) ? "yes" : "no";
}

static void
make_answers (BhTestWalk *walk, BhPayload *payload)
{
  static const char *const questions[] = { "timely", "solved", "polite" };

  set_number (payload, "score", g_rand_int_range (walk->rand, 1, 6));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (g_rand_int_range (walk->rand, 0, 4) != 0)
      bh_payload_set (payload, questions[i], pick_yes (walk));
}

/* Inputs that fit any verb of the walk. */
static BhPayload *
make_inputs (BhTestWalk *walk, BhVerb verb, gint64 at, GPtrArray *events)
{
  BhPayload *payload = bh_payload_new ();
  int grade = g_rand_int_range (walk->rand, BH_GRADE_URGENT, BH_GRADE_GENERAL + 1);

  bh_payload_set (payload, "reason", "other");
  if (verb == BH_VERB_DISPATCH || verb == BH_VERB_TRANSFER)
    set_number (payload, "department", walk->departments[g_rand_int_range (walk->rand, 0, 3)]);
  if ((verb == BH_VERB_TRANSFER || verb == BH_VERB_RETURN) && g_rand_boolean (walk->rand))
    bh_payload_set (payload, "reason", "wrong-department");
  if (verb == BH_VERB_PLAN)
    bh_payload_set (payload, "told", pick_yes (walk));
  if (verb == BH_VERB_PLAN && g_rand_boolean (walk->rand))
    set_number (payload, "promised", at + g_rand_int_range (walk->rand, 1, 600) * HOUR);
  if (verb == BH_VERB_ATTEMPT || verb == BH_VERB_CALLBACK)
    bh_payload_set (payload, "last", pick_yes (walk));
  if (verb == BH_VERB_CALLBACK)
    {
      bh_payload_set (payload, "reached", pick_yes (walk));
      bh_payload_set (payload, "rework", pick_yes (walk));
      if (bh_payload_is_yes (payload, "reached"))
        make_answers (walk, payload);
      if (g_rand_int_range (walk->rand, 0, 4) == 0)
        bh_payload_set (payload, "invalid", "yes");
    }
  if (verb == BH_VERB_SIGN && g_rand_boolean (walk->rand))
    set_number (payload, "score", g_rand_int_range (walk->rand, 1, 6));
  if (verb == BH_VERB_SIGN || verb == BH_VERB_REFUSE || verb == BH_VERB_ATTEMPT
      || verb == BH_VERB_CALLBACK)
    set_number (payload, "complainant",
                g_rand_boolean (walk->rand) ? 0 : g_rand_int_range (walk->rand, 0, 3));
  if (verb == BH_VERB_JOIN || verb == BH_VERB_PART)
    set_number (payload, "ticket", walk->others[g_rand_int_range (walk->rand, 0, N_OTHERS)]);
  if (verb == BH_VERB_JOIN)
    {
      bh_payload_set (payload, "contact-name", "李四");
      bh_payload_set_yes (payload, "reachable", g_rand_int_range (walk->rand, 0, 4) != 0);
    }
  if (verb == BH_VERB_REGRADE)
    {
      bh_payload_set (payload, "grade", bh_list_get_code (BH_LIST_GRADE, grade));
      set_number (payload, "policy", walk->policies[grade]);
    }
  if (verb == BH_VERB_UNDO)
    set_number (payload, "seq", bh_history_get_last (events)->seq);
  if (verb == BH_VERB_SUSPEND)
    set_number (payload, "until", at + g_rand_int_range (walk->rand, 1, 200) * HOUR);
  if (verb == BH_VERB_EXTEND)
    set_number (payload, "due", at + g_rand_int_range (walk->rand, 1, 500) * HOUR);
  if (verb >= BH_VERB_EXTEND
      || (verb == BH_VERB_SUSPEND && g_rand_int_range (walk->rand, 0, 9) == 0))
    bh_payload_set (payload, "approval", "wanted");

  return payload;
}

/* As at the desk: while the work is not finished, and here in the first round, before anybody was
 * asked. */
static gboolean
may_join (BhWork *work, gint64 id)
{
  BhTicket *ticket = bh_work_load_ticket (work, id, NULL);

  return ticket->round == 1 && ticket->complainants->len < 3
         && bh_loop_allows_status (BH_VERB_JOIN, ticket->status);
}

/* One ticket, taken through up to 24 verbs, most of which lead on. */
static void
walk_ticket (BhTestWalk *walk, BhWork *work)
{
  static const BhVerb verbs[]
      = { BH_VERB_DISPATCH, BH_VERB_ACCEPT,  BH_VERB_INVESTIGATE, BH_VERB_PLAN,
          BH_VERB_FINISH,   BH_VERB_SIGN,    BH_VERB_REFUSE,      BH_VERB_CALLBACK,
          BH_VERB_CONTACT,  BH_VERB_ATTEMPT, BH_VERB_RETURN,      BH_VERB_REOPEN,
          BH_VERB_REGRADE,  BH_VERB_UNDO,    BH_VERB_ANSWER,      BH_VERB_WITHDRAW,
          BH_VERB_TRANSFER, BH_VERB_VOID,    BH_VERB_SUSPEND,     BH_VERB_SUSPEND,
          BH_VERB_RESUME,   BH_VERB_EXTEND,  BH_VERB_DECLINE,     BH_VERB_CLOSE_EXCEPTION,
          BH_VERB_APPROVE,  BH_VERB_REJECT,  BH_VERB_JOIN,        BH_VERB_PART,
          BH_VERB_REMIND,   BH_VERB_SIGN,    BH_VERB_CALLBACK };
  gint64 at = walk->start + g_rand_int_range (walk->rand, 0, 100 * 24) * HOUR;
  g_autoptr (BhPayload) inputs = make_new (walk, at);
  gint64 id = bh_test_work_record_at (work, 0, BH_VERB_NEW, at, inputs);

  g_assert_cmpint (id, !=, 0);
  g_array_append_val (walk->ids, id);
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (GPtrArray) events = bh_work_load_events (work, id, NULL);
      g_autoptr (BhPayload) payload = NULL;
      BhVerb verb = verbs[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (verbs))];

      /* Answering, voiding and the like end too many walks early. */
      if ((verb == BH_VERB_WITHDRAW || verb == BH_VERB_VOID || verb == BH_VERB_UNDO
           || verb == BH_VERB_DECLINE)
          && g_rand_int_range (walk->rand, 0, 8))
        continue;
      if (verb == BH_VERB_UNDO && bh_history_get_last (events)->seq == 1)
        continue;
      if (verb == BH_VERB_JOIN && !may_join (work, id))
        continue;
      payload = make_inputs (walk, verb, at + HOUR, events);
      if (bh_test_work_record_at (work, id, verb, at + HOUR, payload) != 0)
        at += g_rand_int_range (walk->rand, 0, 5 * 24 * 60) * MINUTE / (1 + i % 4) + HOUR;
    }
}

/* Every office of a walk asks in its own way whether a callback is wanted, and looks into what is
 * more than general before it plans. */
static gboolean
choose_policies (BhTestWalk *walk, BhWork *work, GError **error)
{
  BhStatement *statement = bh_connection_prepare (
      bh_work_get_connection (work),
      "UPDATE policy SET callback = ?1, callback_percent = 50, limit_investigate = 86400,"
      " skip_investigate = CASE WHEN grade = 3 THEN 1 ELSE 0 END",
      error);

  if (statement == NULL)
    return FALSE;

  bh_statement_bind_int64 (
      statement, 1,
      g_rand_int_range (walk->rand, BH_CALLBACK_UNLESS_SCORED, BH_CALLBACK_SAMPLE + 1));

  return bh_statement_run (statement, error);
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
  community->households = BH_TEST_WALK_HOUSEHOLDS;
  bh_register_add_place (work, community, error);
  if (!choose_policies (walk, work, error))
    return FALSE;
  bh_work_touch_register (work);
  office = bh_work_get_office (work, error);
  walk->hotline = bh_entry_get_id (BH_ENTRY (bh_office_find (office, BH_TYPE_CHANNEL, "hotline")));
  for (int grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    walk->policies[grade] = bh_office_find_policy (office, 0, (BhGrade) grade, walk->start)->id;

  for (guint i = 0; i < N_OTHERS; i++)
    {
      g_autoptr (BhPayload) other = make_new (walk, walk->start);

      walk->others[i] = bh_test_work_record_at (work, 0, BH_VERB_NEW, walk->start, other);
    }
  for (guint i = N_OTHERS; i < N_TICKETS; i++)
    walk_ticket (walk, work);

  return TRUE;
}

static void
history_free (BhTestHistory *history)
{
  g_object_unref (history->ticket);
  g_ptr_array_unref (history->events);
  g_ptr_array_unref (history->repeats);
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
  history->repeats = g_ptr_array_new ();
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

static void
find_repeats (BhTestWalk *walk)
{
  for (guint i = 0; i < walk->histories->len; i++)
    for (guint j = 0; j < walk->histories->len; j++)
      {
        BhTestHistory *one = walk->histories->pdata[i], *other = walk->histories->pdata[j];

        if (other->ticket->repeat_of == one->ticket->id)
          g_ptr_array_add (one->repeats, other);
      }
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
  walk->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  walk->start = bh_test_at ("2026-01-10");
  walk->store = bh_test_store_new_at (bh_test_at ("2027-06-01"));
  bh_test_store_write (walk->store, fill_in_worker, walk);
  walk->office = bh_store_dup_office (walk->store->store);
  walk->histories = bh_store_read (walk->store->store, load_in_worker, walk->office, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (walk->histories->len, ==, N_TICKETS);
  find_repeats (walk);

  return walk;
}

void
bh_test_walk_free (BhTestWalk *walk)
{
  g_rand_free (walk->rand);
  g_array_unref (walk->ids);
  g_ptr_array_unref (walk->histories);
  g_object_unref (walk->office);
  bh_test_store_free (walk->store);
  g_free (walk);
}
