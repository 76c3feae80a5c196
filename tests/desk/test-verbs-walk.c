/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"
#include "support/bh-test-inputs.h"

#include "base/bh-text.h"
#include "domain/bh-error.h"
#include "storage/bh-check.h"
#include "storage/bh-settings.h"

/* Random walks through the whole office: thousands of verbs with inputs that are mostly sensible.
 * Whatever is done or refused, what is stored is what the history says, and the checks pass. */

#define TICKETS 60
#define ROUNDS 250
#define VERBS_PER_ROUND 16

typedef struct
{
  BhTestDesk *desk;
  GRand *rand;
  GArray *ids; /* (element-type gint64) */
  guint done;
  guint refused;
} Walk;

static const char *
choose (GRand *rand, const char *const *values, guint n_values)
{
  return values[g_rand_int_range (rand, 0, (gint32) n_values)];
}

#define CHOOSE(rand, ...)                                                                          \
  choose (rand, (const char *const[]){ __VA_ARGS__ },                                              \
          G_N_ELEMENTS (((const char *const[]){ __VA_ARGS__ })))

static void
assert_refold (Walk *walk, BhWork *work, BhTicket *ticket)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = bh_work_load_events (work, ticket->id, &error);
  BhOffice *office = bh_work_get_office (work, &error);
  g_autoptr (BhTicket) folded = NULL;
  g_autofree char *diff = NULL;
  guint open = 0;

  g_assert_no_error (error);
  folded = bh_ticket_fold (events, office, &error);
  g_assert_no_error (error);
  diff = bh_ticket_diff (ticket, folded);
  g_assert_cmpstr (diff, ==, NULL);

  for (guint i = 0; i < ticket->stages->len; i++)
    open += BH_STAGE (g_ptr_array_index (ticket->stages, i))->done_at == 0;
  g_assert_cmpuint (open, ==, bh_status_is_ended (ticket->status) ? 0 : 1);
}

/* Mostly what the gates offer; now and then anything. */
static const BhLoopRule *
choose_rule (Walk *walk, BhWork *work, gint64 id, const BhActor *actor)
{
  guint n_rules, n = 0;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);
  g_autofree BhVerb *verbs = NULL;

  if (walk->ids->len < TICKETS)
    return bh_loop_get_rule (BH_VERB_NEW);
  if (g_rand_int_range (walk->rand, 0, 4) == 0)
    return &rules[g_rand_int_range (walk->rand, 0, (gint32) n_rules)];

  verbs = bh_loop_list_possible (bh_work_load_ticket (work, id, NULL), actor,
                                 bh_work_get_office (work, NULL), bh_clock_now (walk->desk->clock),
                                 NULL);
  while (verbs[n] != BH_VERB_NONE)
    n++;

  return bh_loop_get_rule (n > 0 ? verbs[g_rand_int_range (walk->rand, 0, (gint32) n)]
                                 : BH_VERB_NEW);
}

static void
step (Walk *walk, BhWork *work)
{
  const BhLoopRule *rule;
  g_autoptr (BhPayload) inputs = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  BhTicket *ticket;
  BhActor actor;

  if (walk->ids->len > 0)
    id = g_array_index (walk->ids, gint64,
                        g_rand_int_range (walk->rand, 0, (gint32) walk->ids->len));
  bh_verbs_get_actor (bh_work_get_office (work, &error),
                      CHOOSE (walk->rand, "王敏", "陈静", "李强", "孙洁"), &actor, &error);
  g_assert_no_error (error);
  rule = choose_rule (walk, work, id, &actor);
  if (rule->verb == BH_VERB_NEW)
    id = 0;
  inputs = bh_test_inputs_new (walk->desk, walk->rand, rule, walk->ids->len);

  ticket = bh_verbs_do (work, rule->verb, id, inputs, &actor, 0, &error);
  if (ticket == NULL)
    {
      if (error->domain != BH_DOMAIN_ERROR || error->code == BH_DOMAIN_ERROR_HISTORY)
        g_error ("“%s”: %s", bh_list_get_code (BH_LIST_VERB, (int) rule->verb), error->message);
      walk->refused++;
      ticket = id != 0 ? bh_work_load_ticket (work, id, NULL) : NULL;
    }
  else
    {
      walk->done++;
      if (id != ticket->id)
        g_array_append_val (walk->ids, ticket->id);
    }
  if (ticket != NULL)
    assert_refold (walk, work, ticket);
}

static gboolean
walk_cb (BhWork *work, gpointer user_data, GError **error)
{
  Walk *walk = user_data;

  for (guint i = 0; i < VERBS_PER_ROUND; i++)
    {
      bh_test_desk_forward (walk->desk, g_rand_int_range (walk->rand, 0, 7200) * BH_USEC_PER_SEC);
      step (walk, work);
    }

  return TRUE;
}

static void
assert_sound (BhTestDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wrong = bh_check_run (desk->store, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) different = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (wrong->len > 0 ? g_ptr_array_index (wrong, 0) : NULL, ==, NULL);
  different = bh_check_refold (desk->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (different->len > 0 ? g_ptr_array_index (different, 0) : NULL, ==, NULL);
}

static guint
undo_ticket (Walk *walk, BhWork *work, gint64 id)
{
  const BhActor actor = { 0, 0, BH_ROLE_CLERK };
  g_autoptr (BhPayload) inputs = bh_payload_new ();
  g_autoptr (GError) error = NULL;
  BhTicket *ticket = bh_work_load_ticket (work, id, &error);
  guint n = 0;

  g_assert_no_error (error);
  while (bh_verbs_do (work, BH_VERB_UNDO, id, inputs, &actor, 0, &error) != NULL)
    {
      assert_refold (walk, work, ticket);
      n++;
    }
  g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);

  return n;
}

/* Nothing is left but that it was registered. */
static void
assert_beginning (BhWork *work, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = bh_work_load_events (work, id, &error);
  BhTicket *ticket = bh_work_load_ticket (work, id, &error);
  BhEvent *last;

  g_assert_no_error (error);
  last = bh_history_get_last (events);
  if (last->seq != 1)
    g_error ("“%s” of %s was not taken back", bh_list_get_code (BH_LIST_VERB, (int) last->verb),
             ticket->number);
  g_assert_cmpint (ticket->status, ==, BH_STATUS_REGISTERED);
  g_assert_cmpuint (ticket->stages->len, ==, 1);
}

/* What was done to two tickets is taken back at one of them, so that several passes may be needed.
 */
static gboolean
undo_cb (BhWork *work, gpointer user_data, GError **error)
{
  Walk *walk = user_data;
  guint n;

  do
    {
      n = 0;
      for (guint i = 0; i < walk->ids->len; i++)
        n += undo_ticket (walk, work, g_array_index (walk->ids, gint64, i));
    }
  while (n > 0);
  for (guint i = 0; i < walk->ids->len; i++)
    assert_beginning (work, g_array_index (walk->ids, gint64, i));

  return TRUE;
}

static gboolean
unlimit_cb (BhWork *work, gpointer user_data, GError **error)
{
  return bh_settings_set (work, "undo-minutes", "5256000", error);
}

static void
test_walk (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260302);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  Walk walk = { desk, rand, ids, 0, 0 };

  bh_store_write (desk->store, unlimit_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bh_store_write (desk->store, walk_cb, &walk, NULL, &error);
      g_assert_no_error (error);
    }
  g_test_message ("%u verbs done, %u refused, %u tickets", walk.done, walk.refused, ids->len);
  g_assert_cmpuint (walk.done, >, 1000);
  g_assert_cmpuint (walk.refused, >, 500);
  assert_sound (desk);

  bh_store_write (desk->store, undo_cb, &walk, NULL, &error);
  g_assert_no_error (error);
  assert_sound (desk);
}

/* With all the time in the world, undo leads back to the beginning. */
static void
test_undo_all (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (BhTicketView) before = NULL;
  g_autoptr (BhTicketView) after = NULL;
  guint verbs;

  bh_test_desk_register (desk, "漏水", "general");
  before = bh_test_desk_load (desk);
  bh_test_desk_do (desk, BH_VERB_DISPATCH, "王敏", "department", "工程维修", NULL);
  bh_test_desk_do (desk, BH_VERB_ACCEPT, "李强", NULL);
  bh_test_desk_do (desk, BH_VERB_REGRADE, "王敏", "grade", "urgent", "reason", "漏电", NULL);
  bh_test_desk_do (desk, BH_VERB_FINISH, "李强", "result", "好", NULL);
  bh_test_desk_do (desk, BH_VERB_REFUSE, "王敏", "reason", "没好", NULL);
  bh_test_desk_do (desk, BH_VERB_CORRECT, "王敏", "reason", "错", "summary", "别的", NULL);
  bh_test_desk_do (desk, BH_VERB_WITHDRAW, "王敏", "reason", "算了", NULL);
  verbs = (guint) desk->ticket->head_seq - 1;
  for (guint i = 0; i < verbs; i++)
    bh_test_desk_do (desk, BH_VERB_UNDO, "王敏", NULL);

  after = bh_test_desk_load (desk);
  g_assert_cmpint (after->ticket->head_seq, ==, (int) (2 * verbs + 1));
  after->ticket->head_seq = before->ticket->head_seq;
  bh_set_string (&after->ticket->head_hash, before->ticket->head_hash);
  {
    g_autofree char *diff = bh_ticket_diff (before->ticket, after->ticket);

    g_assert_cmpstr (diff, ==, NULL);
  }
  assert_sound (desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verbs-walk/walk", test_walk);
  g_test_add_func ("/verbs-walk/undo-all", test_undo_all);

  return g_test_run ();
}
