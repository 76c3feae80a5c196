/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/bh-test-desk.h"

#include "base/bh-text.h"
#include "desk/bh-sweep.h"
#include "domain/bh-due-explain.h"
#include "domain/bh-error.h"
#include "domain/bh-staff-pin.h"
#include "storage/bh-check.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-schema.h"
#include "storage/bh-settings.h"

/* Tens of thousands of verbs at random times through the storage that the office has, on tickets
 * that meet each other: some by the clock, some by office hours, with the sweep in between, and
 * with transactions that are thrown away. After each, the ticket must hold together by itself; at
 * the end all of it is undone, back to what was registered. */

#define N_OPEN 60 /* tickets that wait for something at a time */
#define N_VERBS 20000
#define N_LOOKS 12
#define MAX_VERBS_AT_ONCE 6
#define PIN "246810"

typedef struct
{
  BhTestDesk *desk;
  GRand *rand;
  GArray *ids;   /* (element-type gint64): what was committed */
  GArray *begun; /* (element-type gint64): by the transaction that runs */
  char *file;    /* (owned): something to attach */
  guint done[BH_N_VERBS];
  guint n_done;
  guint n_refused;
  gboolean spoil; /* the transaction that runs is to be thrown away */
} Walk;

static const char *
choose (GRand *rand, const char *const *values, guint n_values)
{
  return values[g_rand_int_range (rand, 0, (gint32) n_values)];
}

#define CHOOSE(rand, ...)                                                                          \
  choose (rand, (const char *const[]){ __VA_ARGS__ },                                              \
          G_N_ELEMENTS (((const char *const[]){ __VA_ARGS__ })))

static gboolean
happens (Walk *walk, int percent)
{
  return g_rand_int_range (walk->rand, 0, 100) < percent;
}

/* Mostly one of the last ones, and one that waits for something. Returns: (nullable): NULL where it
 * is time for a new one */
static BhTicket *
pick_ticket (Walk *walk, BhWork *work)
{
  gint32 n = (gint32) walk->ids->len;

  if (n < N_OPEN)
    return NULL;
  for (guint i = 0; i < N_LOOKS; i++)
    {
      gint32 first = happens (walk, 95) ? MAX (n - 3 * N_OPEN, 0) : 0;
      gint64 id = g_array_index (walk->ids, gint64, g_rand_int_range (walk->rand, first, n));
      BhTicket *ticket = bh_work_load_ticket (work, id, NULL);

      if (!bh_status_is_ended (ticket->status) || happens (walk, 15))
        return ticket;
    }

  return NULL;
}

static char *
make_time (Walk *walk)
{
  gint64 now = bh_clock_now (walk->desk->clock);
  gint64 instant = now + g_rand_int_range (walk->rand, -90000, 900000) * BH_USEC_PER_SEC;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / BH_USEC_PER_SEC);

  return g_date_time_format_iso8601 (time);
}

static char *
make_number (Walk *walk, BhWork *work)
{
  BhTicket *ticket = pick_ticket (walk, work);

  return ticket != NULL ? g_strdup (ticket->number) : NULL;
}

static char *
make_code (Walk *walk, BhList list)
{
  guint n_items;
  const BhListItem *items = bh_list_get_items (list, &n_items);

  return g_strdup (items[g_rand_int_range (walk->rand, 0, (gint32) n_items)].code);
}

static char *
make_value (Walk *walk, BhWork *work, const BhInput *input)
{
  GRand *rand = walk->rand;

  switch (input->type)
    {
    case BH_INPUT_LIST:
      return make_code (walk, input->list);
    case BH_INPUT_YES_NO:
      return make_code (walk, BH_LIST_TRI);
    case BH_INPUT_TIME:
      return make_time (walk);
    case BH_INPUT_MONEY:
      return g_strdup (CHOOSE (rand, "10", "99.9", "3.50"));
    case BH_INPUT_SCORE:
      return g_strdup (CHOOSE (rand, "1", "2", "3", "4", "5"));
    case BH_INPUT_PHONE:
      return g_strdup (CHOOSE (rand, "13800000001", "13800000002", "13800000003"));
    case BH_INPUT_DEPARTMENT:
      return g_strdup (CHOOSE (rand, "工程维修", "保洁绿化"));
    case BH_INPUT_STAFF:
      return g_strdup (CHOOSE (rand, "李强", "赵刚", "孙洁", "王敏"));
    case BH_INPUT_CATEGORY:
      return g_strdup (CHOOSE (rand, "漏水", "快修", "电梯", "自由", "白天"));
    case BH_INPUT_CHANNEL:
      return g_strdup (CHOOSE (rand, "hotline", "counter", "app"));
    case BH_INPUT_CAUSE:
      return g_strdup (CHOOSE (rand, "wear", "weather"));
    case BH_INPUT_PLACE:
      return g_strdup (CHOOSE (rand, "大堂", "阳光花园", "东门"));
    case BH_INPUT_ROOM:
      return g_strdup (CHOOSE (rand, "3-2-301", "3-2-302"));
    case BH_INPUT_CONTACT:
      return g_strdup (CHOOSE (rand, "张晓燕", "刘洋"));
    case BH_INPUT_TICKET:
      return make_number (walk, work);
    case BH_INPUT_TASK:
      return g_strdup (CHOOSE (rand, "1", "2", "3"));
    case BH_INPUT_FILE:
      return g_strdup (walk->file);
    case BH_INPUT_PIN:
      return g_strdup (happens (walk, 90) ? PIN : "1111");
    case BH_INPUT_SIGNATURE:
      return NULL;
    case BH_INPUT_LINE:
    case BH_INPUT_TEXT:
      return g_strdup (CHOOSE (rand, "甲", "乙\n丙", "a=b\\c"));
    }
  g_assert_not_reached ();
}

static BhPayload *
make_inputs (Walk *walk, BhWork *work, const BhLoopRule *rule)
{
  BhPayload *inputs = bh_payload_new ();

  for (guint i = 0; i < rule->n_inputs; i++)
    {
      const BhInput *input = &rule->inputs[i];
      g_autofree char *value = NULL;

      /* Who approves gives the secret; who joins says who it is. */
      if (!input->required && input->type != BH_INPUT_PIN && rule->verb != BH_VERB_JOIN
          && !happens (walk, 25))
        continue;
      value = make_value (walk, work, input);
      bh_payload_set (inputs, input->key, value);
    }

  return inputs;
}

/* The deadline's own words end with it. */
static void
assert_explained (Walk *walk, BhTicket *ticket, char *explained, gint64 due, const char *what)
{
  g_autofree char *text = explained;
  g_autoptr (BhOffice) office = bh_store_dup_office (walk->desk->store);
  BhLocalTime local;
  g_autofree char *time = NULL;

  g_assert_cmpint (due != 0, ==, text != NULL);
  if (due == 0)
    return;

  bh_office_time_split (bh_office_get_time (office), due, &local);
  time = g_strdup_printf ("%02d:%02d", local.hour, local.minute);
  if (strstr (text, time) == NULL)
    g_error ("%s of %s is due at %s, its explanation says otherwise: %s", what, ticket->number,
             time, text);
}

static void
check_stage (Walk *walk, BhWork *work, BhTicket *ticket, BhStage *stage)
{
  gint64 end = stage->done_at != 0 ? stage->done_at : G_MAXINT64;

  g_assert_cmpint (stage->started_at, <=, end);
  g_assert_cmpint (stage->paused, >=, 0);
  if (stage->done_at != 0)
    g_assert_cmpint (stage->paused, <=, (end - stage->started_at) / BH_USEC_PER_SEC + 1);
  assert_explained (walk, ticket,
                    bh_due_explain_stage (ticket, stage, bh_work_get_office (work, NULL)),
                    stage->due_at, bh_list_get_label (BH_LIST_STAGE, (int) stage->stage));
}

static void
check_clocks (Walk *walk, BhWork *work, BhTicket *ticket)
{
  BhOffice *office = bh_work_get_office (work, NULL);
  gint64 next = 0;
  guint open = 0;

  for (guint i = 0; i < ticket->stages->len; i++)
    {
      BhStage *stage = g_ptr_array_index (ticket->stages, i);

      check_stage (walk, work, ticket, stage);
      open += stage->done_at == 0;
      if (stage->done_at == 0 && stage->due_at != 0)
        next = stage->due_at;
    }
  g_assert_cmpuint (open, ==, bh_status_is_ended (ticket->status) ? 0 : 1);

  if (ticket->responded_at == 0 && ticket->response_due != 0
      && (next == 0 || ticket->response_due < next))
    next = ticket->response_due;
  if (ticket->finished_at == 0 && ticket->completion_due != 0
      && (next == 0 || ticket->completion_due < next))
    next = ticket->completion_due;
  if (ticket->next_due != 0)
    g_assert_cmpint (ticket->next_due, ==, next);
  if (bh_status_is_ended (ticket->status))
    {
      g_assert_cmpint (ticket->next_due, ==, 0);
      g_assert_cmpint (ticket->next_warning, ==, 0);
    }

  assert_explained (walk, ticket, bh_due_explain_ticket (ticket, BH_CLOCK_RESPONSE, office),
                    ticket->response_due, "the response");
  assert_explained (walk, ticket, bh_due_explain_ticket (ticket, BH_CLOCK_COMPLETION, office),
                    ticket->completion_due, "the completion");
  g_assert_cmpint (ticket->paused, >=, 0);
  if (ticket->finished_at != 0)
    g_assert_cmpint ((ticket->finished_at - ticket->received_at) / BH_USEC_PER_SEC - ticket->paused,
                     >=, 0);
  if (ticket->responded_at != 0)
    g_assert_cmpint ((ticket->responded_at - ticket->received_at) / BH_USEC_PER_SEC
                         - ticket->response_paused,
                     >=, 0);
}

static void
check_parts (BhTicket *ticket)
{
  guint waiting = 0, running = 0;

  for (guint i = 0; i < ticket->requests->len; i++)
    waiting += BH_REQUEST (g_ptr_array_index (ticket->requests, i))->decision == BH_DECISION_NONE;
  g_assert_cmpuint (waiting, <=, 1);
  for (guint i = 0; i < ticket->pauses->len; i++)
    {
      BhPause *pause = g_ptr_array_index (ticket->pauses, i);

      g_assert_cmpint (pause->from_at, <=, pause->until_at);
      g_assert_true (pause->to_at == 0 || pause->to_at >= pause->from_at);
      g_assert_true (pause->to_at == 0 || pause->to_at <= pause->until_at);
      running += pause->to_at == 0;
    }
  g_assert_cmpuint (running, <=, 1);
  g_assert_cmpint (ticket->suspended_until != 0, ==, ticket->suspended_at != 0);
  g_assert_cmpint (ticket->merged_into != 0, ==, ticket->status == BH_STATUS_MERGED);
  g_assert_cmpint (ticket->closed_at != 0, ==, bh_status_is_ended (ticket->status));
  if (bh_status_is_ended (ticket->status))
    g_assert_cmpuint (waiting, ==, 0);
  if (ticket->status >= BH_STATUS_FINISHED)
    g_assert_cmpuint (bh_ticket_count_open_tasks (ticket), ==, 0);
}

static gboolean
has_complainant (BhTicket *ticket, BhComplainant *wanted)
{
  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (ticket->complainants, i);

      if (complainant->left_at == 0 && complainant->contact_id == wanted->contact_id
          && g_strcmp0 (complainant->phone, wanted->phone) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whoever raised what was merged stands with the ticket that goes on. */
static void
check_merged (BhWork *work, BhTicket *ticket)
{
  g_autoptr (GError) error = NULL;
  BhTicket *target;

  if (ticket->merged_into == 0)
    return;

  target = bh_work_load_ticket (work, ticket->merged_into, &error);
  g_assert_no_error (error);
  g_assert_cmpint (target->id, !=, ticket->id);
  for (guint i = 0; i < ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (ticket->complainants, i);

      if (complainant->left_at == 0)
        g_assert_true (has_complainant (target, complainant));
    }
}

static void
check_ticket (Walk *walk, BhWork *work, BhTicket *ticket)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = bh_work_load_events (work, ticket->id, &error);
  g_autoptr (BhTicket) folded = NULL;
  g_autofree char *diff = NULL;

  g_assert_no_error (error);
  folded = bh_ticket_fold (events, bh_work_get_office (work, &error), &error);
  g_assert_no_error (error);
  diff = bh_ticket_diff (ticket, folded);
  g_assert_cmpstr (diff, ==, NULL);
  check_clocks (walk, work, ticket);
  check_parts (ticket);
  check_merged (work, ticket);
}

/* Mostly what is possible, now and then anything. */
static const BhLoopRule *
choose_rule (Walk *walk, BhWork *work, BhTicket *ticket, const BhActor *actor)
{
  guint n_rules, n = 0;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);
  g_autofree BhVerb *verbs = NULL;

  if (ticket == NULL || happens (walk, 3))
    return bh_loop_get_rule (BH_VERB_NEW);
  if (happens (walk, 10))
    return &rules[g_rand_int_range (walk->rand, 0, (gint32) n_rules)];

  verbs = bh_loop_list_possible (ticket, actor, bh_work_get_office (work, NULL),
                                 bh_clock_now (walk->desk->clock), NULL);
  while (verbs[n] != BH_VERB_NONE)
    n++;
  if (n == 0)
    return bh_loop_get_rule (BH_VERB_NOTE);

  /* The next step comes first: without it, hardly a ticket would come to its end. */
  return bh_loop_get_rule (
      verbs[happens (walk, 30) ? 0 : g_rand_int_range (walk->rand, 0, (gint32) n)]);
}

/* From a slip: some time between the last entry and now. */
static gint64
choose_time (Walk *walk, BhTicket *ticket)
{
  gint64 now = bh_clock_now (walk->desk->clock);

  if (ticket == NULL || ticket->last_at >= now || !happens (walk, 20))
    return 0;

  return ticket->last_at + (gint64) (g_rand_double (walk->rand) * (double) (now - ticket->last_at));
}

static void
step (Walk *walk, BhWork *work)
{
  const BhLoopRule *rule;
  g_autoptr (BhPayload) inputs = NULL;
  g_autoptr (GError) error = NULL;
  BhTicket *ticket = pick_ticket (walk, work);
  BhActor actor;
  BhTicket *after;

  bh_verbs_get_actor (bh_work_get_office (work, &error),
                      CHOOSE (walk->rand, "王敏", "陈静", "方圆", "李强", "孙洁"), &actor, &error);
  g_assert_no_error (error);
  rule = choose_rule (walk, work, ticket, &actor);
  if (rule->verb == BH_VERB_NEW)
    ticket = NULL;
  inputs = make_inputs (walk, work, rule);

  after = bh_verbs_do (work, rule->verb, ticket != NULL ? ticket->id : 0, inputs, &actor,
                       choose_time (walk, ticket), &error);
  if (after == NULL)
    {
      if (error->domain != BH_DOMAIN_ERROR || error->code == BH_DOMAIN_ERROR_HISTORY)
        g_error ("“%s”: %s", bh_list_get_code (BH_LIST_VERB, (int) rule->verb), error->message);
      walk->n_refused++;
    }
  else
    {
      walk->n_done++;
      walk->done[rule->verb]++;
      if (rule->verb == BH_VERB_NEW || rule->verb == BH_VERB_JOIN)
        g_array_append_val (walk->begun, after->id);
      check_ticket (walk, work, after);
    }
  if (ticket != NULL)
    check_ticket (walk, work, ticket);
}

static gboolean
walk_cb (BhWork *work, gpointer user_data, GError **error)
{
  Walk *walk = user_data;
  int n = g_rand_int_range (walk->rand, 1, MAX_VERBS_AT_ONCE + 1);

  for (int i = 0; i < n; i++)
    step (walk, work);
  if (!walk->spoil)
    return TRUE;

  g_set_error_literal (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED, "thrown away");

  return FALSE;
}

/* A transaction, sometimes thrown away: nothing of it stays. */
static void
walk_on (Walk *walk)
{
  g_autoptr (GError) error = NULL;

  bh_test_desk_forward (walk->desk,
                        (gint64) (g_rand_double (walk->rand) * 14400) * BH_USEC_PER_SEC);
  walk->spoil = happens (walk, 5);
  g_array_set_size (walk->begun, 0);
  if (bh_store_write (walk->desk->store, walk_cb, walk, NULL, &error))
    g_array_append_vals (walk->ids, walk->begun->data, walk->begun->len);
  else
    g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
}

static void
sweep (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhSweep) first = bh_sweep_run (walk->desk->store, 0, NULL, &error);
  g_autoptr (BhSweep) again = NULL;

  g_assert_no_error (error);
  again = bh_sweep_run (walk->desk->store, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->n_warnings + again->n_resumed, ==, 0);
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

/* One that counts office hours and skips nothing, a manager, and their secrets. */
static gboolean
furnish_cb (BhWork *work, gpointer user_data, GError **error)
{
  BhOffice *office = bh_work_get_office (work, error);
  BhStaff *boss = bh_office_find (office, BH_TYPE_STAFF, "陈静");
  g_autofree char *pin = bh_staff_pin_hash (PIN, 7);
  gint64 category = bh_register_add_category (work, 0, "", "白天", 0, BH_GRADE_NONE, error);
  gint64 manager
      = bh_register_add_staff (work, "方圆", boss->department_id, BH_ROLE_MANAGER, NULL, error);

  for (BhGrade grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    {
      g_autoptr (BhPolicy) policy = bh_policy_new_default (grade);

      policy->category_id = category;
      policy->hours = BH_HOURS_OFFICE;
      policy->callback = grade == BH_GRADE_GENERAL ? BH_CALLBACK_SAMPLE : BH_CALLBACK_UNLESS_SCORED;
      policy->callback_percent = 50;
      if (bh_register_add_policy (work, policy, error) == 0)
        return FALSE;
    }

  return bh_register_set_pin (work, bh_entry_get_id (BH_ENTRY (boss)), pin, error)
         && bh_register_set_pin (work, manager, pin, error)
         && bh_settings_set (work, "undo-minutes", "5256000", error);
}

/* What one of the two asked for, the other one decided, and takes back. */
static gboolean
undo_one (BhWork *work, gint64 id)
{
  static const char *const names[] = { "方圆", "陈静" };
  g_autoptr (BhPayload) inputs = bh_payload_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      BhActor actor;

      bh_verbs_get_actor (bh_work_get_office (work, NULL), names[i], &actor, NULL);
      if (bh_verbs_do (work, BH_VERB_UNDO, id, inputs, &actor, 0, &error) != NULL)
        return TRUE;
      g_assert_error (error, BH_DOMAIN_ERROR, BH_DOMAIN_ERROR_REFUSED);
    }

  return FALSE;
}

/* The newest first, since one may hang on another. */
static gboolean
undo_cb (BhWork *work, gpointer user_data, GError **error)
{
  Walk *walk = user_data;

  walk->n_done = 0;
  for (guint i = walk->ids->len; i > 0; i--)
    {
      gint64 id = g_array_index (walk->ids, gint64, i - 1);

      while (undo_one (work, id))
        {
          check_ticket (walk, work, bh_work_load_ticket (work, id, NULL));
          walk->n_done++;
        }
    }

  return TRUE;
}

/* As it was registered, but for the length of its history and what the sweep told. */
static gboolean
assert_begun_cb (BhWork *work, gpointer user_data, GError **error)
{
  Walk *walk = user_data;

  for (guint i = 0; i < walk->ids->len; i++)
    {
      gint64 id = g_array_index (walk->ids, gint64, i);
      BhTicket *ticket = bh_work_load_ticket (work, id, error);
      g_autoptr (GPtrArray) events = bh_work_load_events (work, id, error);
      g_autoptr (BhTicket) begun = NULL;
      g_autofree char *diff = NULL;

      g_assert_cmpint (bh_history_get_last (events)->verb, ==, BH_VERB_NEW);
      g_ptr_array_set_size (events, 1);
      begun = bh_ticket_fold (events, bh_work_get_office (work, error), error);
      begun->head_seq = ticket->head_seq;
      bh_set_string (&begun->head_hash, ticket->head_hash);
      begun->next_warning = ticket->next_warning;
      begun->last_at = ticket->last_at;
      g_ptr_array_set_size (begun->warnings, 0);
      for (guint j = 0; j < ticket->warnings->len; j++)
        g_ptr_array_add (begun->warnings, g_object_ref (g_ptr_array_index (ticket->warnings, j)));
      diff = bh_ticket_diff (ticket, begun);
      g_assert_cmpstr (diff, ==, NULL);
    }

  return TRUE;
}

static void
undo_all (Walk *walk)
{
  g_autoptr (GError) error = NULL;

  do
    {
      bh_store_write (walk->desk->store, undo_cb, walk, NULL, &error);
      g_assert_no_error (error);
    }
  while (walk->n_done > 0);
  bh_store_write (walk->desk->store, assert_begun_cb, walk, NULL, &error);
  g_assert_no_error (error);
}

/* As a database of an earlier version comes to the present one: what the fold derives for figures
 * is filled in. */
static gboolean
fill_cb (BhWork *work, gpointer user_data, GError **error)
{
  BhConnection *connection = bh_work_get_connection (work);

  return bh_connection_execute (
             connection,
             "UPDATE ticket SET suspensions = 0, signoff_asked = 0, signoff_signed = 0,"
             " signoff_open = 0, signoff_due = NULL, callback_asked = 0, callback_reached = 0,"
             " callback_open = 0, callback_due = NULL, response_kept = 0, completion_kept = 0,"
             " first_answer_kept = 0, repeated = 0, completion_since = NULL;"
             "UPDATE stage SET standing = 0; UPDATE opinion SET first = 0;"
             "UPDATE callback SET counts = 1;",
             error)
         && bh_schema_fill_standing (connection, error);
}

/* Fixes that held and some that did not, so that what is kept of them can be wrong. */
static gboolean
count_repeated_cb (BhWork *work, gpointer n_repeated, GError **error)
{
  return bh_connection_get_single (bh_work_get_connection (work),
                                   "SELECT COUNT (*) FROM ticket WHERE repeated = 1", n_repeated,
                                   error);
}

static void
test_walk (void)
{
  g_autoptr (BhTestDesk) desk = bh_test_desk_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251008);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) begun = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *file = g_build_filename (desk->folder, "photo.txt", NULL);
  g_autoptr (GError) error = NULL;
  Walk walk = { .desk = desk, .rand = rand, .ids = ids, .begun = begun, .file = file };
  gint64 n_repeated = 0;

  g_file_set_contents (file, "what it looks like", -1, &error);
  g_assert_no_error (error);
  bh_store_write (desk->store, furnish_cb, NULL, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; walk.n_done < N_VERBS; i++)
    {
      walk_on (&walk);
      if (i % 40 == 0)
        sweep (&walk);
    }
  g_test_message ("%u verbs done, %u refused, %u tickets", walk.n_done, walk.n_refused, ids->len);
  assert_sound (desk);
  for (BhVerb verb = BH_VERB_NEW; verb < BH_N_VERBS; verb++)
    if (bh_loop_get_rule (verb) != NULL)
      {
        g_test_message ("%s: %u", bh_list_get_code (BH_LIST_VERB, (int) verb), walk.done[verb]);
        g_assert_cmpuint (walk.done[verb], >, 0);
      }

  bh_store_write (desk->store, count_repeated_cb, &n_repeated, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%" G_GINT64_FORMAT " were raised again", n_repeated);
  g_assert_cmpint (n_repeated, >, 0);
  bh_store_write (desk->store, fill_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_sound (desk);

  undo_all (&walk);
  assert_sound (desk);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loop-walk/walk", test_walk);

  return g_test_run ();
}
