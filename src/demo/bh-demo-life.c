/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-life.h"

#define PERCENT_VOID 0.8
#define PERCENT_WITHDRAWN 1.6
#define PERCENT_NOTED 16
#define PERCENT_CORRECTED 2
#define PERCENT_REGRADED 1.5
#define PERCENT_RECATEGORIZED 1.2
#define PERCENT_CONTACTED 95 /* within the first hours, by somebody */
#define PERCENT_STUCK 3      /* forgotten in a drawer */
#define PERCENT_REOPENED 1.2
#define PERCENT_SEEN_AT_ONCE 93 /* of repeats: the others are linked later */
#define ONE_IN_PUBLIC 3
#define PERCENT_NIGHT_NOTES 60
#define REOPEN_DAYS 29 /* the office allows 30 */

/* How long it takes at the beginning and the end of the window, for an office that learns. */
#define PACE_FIRST 1.75
#define PACE_LAST 0.75

/* Per cent answered on the spot, and answered by the department without the whole loop. */
typedef struct
{
  BhKind kind;
  guint at_once;
  guint by_department;
} AnswerShare;

static const AnswerShare answer_shares[] = {
  { BH_KIND_INQUIRY, 66, 28 }, { BH_KIND_SUGGESTION, 25, 55 }, { BH_KIND_OPINION, 25, 50 },
  { BH_KIND_PRAISE, 90, 10 },  { BH_KIND_COMPLAINT, 7, 8 },    { BH_KIND_OTHER, 60, 30 },
};

/* Median seconds by grade, urgent first; the limits are 1 h, 4 h and 24 h. */
static const gint64 contact_medians[] = { 15 * 60, 55 * 60, 4 * 3600 };

static gboolean
is_live (const char *channel)
{
  return g_str_equal (channel, "hotline") || g_str_equal (channel, "counter");
}

static void
set_caller (BhDemoAct *act, BhPayload *inputs)
{
  BhDemoMatter *matter = act->matter;

  if (matter->person == NULL)
    return;
  bh_payload_set (inputs, "contact", matter->person->name);
  bh_payload_set (inputs, "phone", matter->person->phone);
}

/* A place of the community, or the caller's own room. */
static void
set_place (BhDemoAct *act, BhPayload *inputs)
{
  BhDemoMatter *matter = act->matter;

  if (matter->place_path != NULL)
    bh_payload_set (inputs, "place", matter->place_path);
  else
    bh_payload_set (inputs, "room", matter->room_path);
}

static void
set_texts (BhDemoAct *act, BhPayload *inputs)
{
  const BhDemoLeaf *leaf = act->matter->leaf;
  g_autofree char *summary = bh_demo_matter_make_summary (act->matter);

  bh_payload_set (inputs, "summary", summary);
  if (act->matter->kind == BH_KIND_COMPLAINT || act->matter->kind == BH_KIND_REPAIR)
    {
      if (bh_demo_act_chance (act, 80))
        bh_demo_act_say (act, inputs, "description", leaf->details);
      if (bh_demo_act_chance (act, 65))
        bh_demo_act_say (act, inputs, "remedy", leaf->remedies);
    }
}

/* Of what all see, some is written for the notice board; by the clock and not by chance, so that
 * the rest of the office stays the same. */
static void
set_public_text (BhDemoAct *act, BhPayload *inputs)
{
  BhDemoMatter *matter = act->matter;
  gboolean is_work = matter->kind == BH_KIND_COMPLAINT || matter->kind == BH_KIND_REPAIR;
  g_autofree char *text = NULL;

  if (!is_work || matter->leaf->scene == BH_DEMO_SCENE_ROOM
      || !g_str_equal (matter->top_code, "facilities")
      || matter->received_at / BH_USEC_PER_SEC % ONE_IN_PUBLIC != 0)
    return;
  text = g_strconcat (matter->leaf->name, "整改", NULL);
  bh_payload_set (inputs, "public-text", text);
}

static void
set_outside (BhDemoAct *act, BhPayload *inputs)
{
  gint64 received_at = act->matter->received_at;
  g_autofree char *number = NULL;
  BhLocalTime local;

  if (!g_str_equal (act->matter->channel, "12345"))
    return;

  bh_office_time_split (act->time, received_at, &local);
  number = g_strdup_printf ("SZ%d%05u", local.day,
                            bh_demo_random_below (&act->matter->random, 100000));
  bh_payload_set (inputs, "external-number", number);
  bh_demo_act_set_time (act, inputs, "external-due",
                        received_at + 5 * BH_DEMO_DAY_SECONDS * BH_USEC_PER_SEC);
}

/* Whom it concerns cannot be who works on it: complaints about manners go to the front desk, and
 * are about the others. */
static void
set_concerned (BhDemoAct *act, BhPayload *inputs)
{
  const BhDemoMember *member;

  if (!g_str_equal (act->matter->leaf->code, "attitude") || !bh_demo_act_chance (act, 40))
    return;
  member = bh_demo_register_pick_member (
      act->office, &act->matter->random,
      bh_demo_act_chance (act, 60) ? BH_DEMO_DEPARTMENT_ORDER : BH_DEMO_DEPARTMENT_ENGINEERING,
      BH_ROLE_WORKER, 0);
  bh_payload_set (inputs, "concerns", member->name);
}

/* At the counter and on the telephone it is typed while they speak; what comes in at night is on
 * paper until the morning; the rest waits until somebody looks.
 * Returns: seconds until it is entered; @first_answer: seconds, 0 for none */
static gint64
pick_delay (BhDemoAct *act, gint64 *first_answer)
{
  BhDemoMatter *matter = act->matter;
  gint64 delay;

  *first_answer = 0;
  if (!is_live (matter->channel))
    return bh_demo_random_seconds (&matter->random, 9.0 * BH_DEMO_MINUTE, 0.8);

  *first_answer = bh_demo_random_seconds (&matter->random, 40, 0.65);
  delay = *first_answer + bh_demo_random_seconds (&matter->random, 50, 0.5);
  if (matter->grade == BH_GRADE_GENERAL && bh_demo_act_chance (act, PERCENT_NIGHT_NOTES))
    delay = MAX (delay, (bh_demo_act_daytime (act, act->now) - act->now) / BH_USEC_PER_SEC);

  return delay;
}

/* Every ticket is registered: the last ones of the window at once. */
static void
set_entry (BhDemoAct *act, BhPayload *inputs)
{
  gint64 received_at = act->matter->received_at;
  gint64 left = (act->until - received_at) / BH_USEC_PER_SEC - 1;
  gint64 first_answer;

  act->delay = pick_delay (act, &first_answer);
  if (act->delay > left)
    act->delay = left;
  else if (first_answer != 0)
    bh_demo_act_set_time (act, inputs, "first-answer",
                          received_at + first_answer * BH_USEC_PER_SEC);
}

gboolean
bh_demo_life_register (BhDemoAct *act)
{
  BhDemoMatter *matter = act->matter;
  BhPayload *inputs = bh_payload_new ();
  g_autofree char *category = g_strconcat (matter->top_code, "/", matter->leaf->code, NULL);

  bh_payload_set (inputs, "kind", bh_list_get_code (BH_LIST_KIND, (int) matter->kind));
  bh_payload_set (inputs, "grade", bh_list_get_code (BH_LIST_GRADE, (int) matter->grade));
  bh_payload_set (inputs, "channel", matter->channel);
  bh_payload_set (inputs, "category", category);
  if (matter->repeated != NULL && bh_demo_act_chance (act, PERCENT_SEEN_AT_ONCE))
    bh_payload_set (inputs, "repeat-of", matter->repeated->number);
  set_texts (act, inputs);
  set_public_text (act, inputs);
  set_place (act, inputs);
  set_caller (act, inputs);
  set_outside (act, inputs);
  set_concerned (act, inputs);
  set_entry (act, inputs);

  return bh_demo_act_do (act, BH_VERB_NEW, matter->received_at, bh_demo_act_pick_desk (act, 0),
                         inputs);
}

static void
plan_sometimes (BhDemoAct *act, BhVerb verb, double percent, gint64 seconds)
{
  double part = bh_demo_random_unit (&act->matter->random);
  gint64 at = act->now + (gint64) (part * (double) seconds) * BH_USEC_PER_SEC;

  if (bh_demo_act_chance (act, percent))
    bh_demo_act_plan_aside (act, verb, bh_demo_act_daytime (act, at));
}

static void
plan_contact (BhDemoAct *act)
{
  guint grade = (guint) (act->matter->grade - BH_GRADE_URGENT);
  gint64 at = bh_demo_act_later (act, contact_medians[grade], 0.9);

  if (act->matter->person == NULL || !bh_demo_act_chance (act, PERCENT_CONTACTED))
    return;
  if (act->matter->grade == BH_GRADE_GENERAL)
    at = bh_demo_act_daytime (act, at);
  bh_demo_act_plan_aside (act, BH_VERB_CONTACT, at);
}

/* People ask again when it takes long: first after two days or so. */
static void
plan_reminders (BhDemoAct *act, gint64 seconds)
{
  gint64 at = act->now
              + bh_demo_random_seconds (&act->matter->random, 2.2 * BH_DEMO_DAY_SECONDS, 0.5)
                    * BH_USEC_PER_SEC;

  if (act->matter->person == NULL)
    return;
  while (at < act->now + seconds * BH_USEC_PER_SEC && bh_demo_act_chance (act, 38))
    {
      bh_demo_act_plan_aside (act, BH_VERB_REMIND, bh_demo_act_daytime (act, at));
      at += bh_demo_random_seconds (&act->matter->random, 2.5 * BH_DEMO_DAY_SECONDS, 0.5)
            * BH_USEC_PER_SEC;
    }
}

static void
plan_asides (BhDemoAct *act, gint64 seconds)
{
  if (act->matter->repeated != NULL && act->ticket->repeat_of == 0)
    plan_sometimes (act, BH_VERB_LINK, 100, 3 * BH_DEMO_HOUR);
  plan_contact (act);
  plan_reminders (act, seconds);
  plan_sometimes (act, BH_VERB_NOTE, PERCENT_NOTED, seconds);
  plan_sometimes (act, BH_VERB_CORRECT, PERCENT_CORRECTED, 2 * BH_DEMO_HOUR);
  plan_sometimes (act, BH_VERB_REGRADE, PERCENT_REGRADED, 3 * BH_DEMO_HOUR);
  plan_sometimes (act, BH_VERB_RECATEGORIZE, PERCENT_RECATEGORIZED, seconds / 2);
  plan_sometimes (act, BH_VERB_WITHDRAW, PERCENT_WITHDRAWN, seconds);
}

static gboolean
void_ticket (BhDemoAct *act)
{
  BhPayload *inputs = bh_payload_new ();

  bh_demo_act_say (act, inputs, "reason", bh_demo_texts_get_phrases ()->voids);
  bh_demo_act_do (act, BH_VERB_VOID, bh_demo_act_later (act, 10 * BH_DEMO_MINUTE, 0.7),
                  bh_demo_act_pick_desk (act, 0), inputs);

  return FALSE;
}

static gboolean
allows_answer (BhDemoAct *act)
{
  BhOffice *office = bh_work_get_office (act->work, &act->error);
  BhPolicy *policy = office != NULL ? bh_office_get_policy (office, act->ticket->policy_id) : NULL;

  return policy != NULL && policy->allows_answer;
}

/* Returns: (nullable): NULL for what always takes the whole loop */
static const AnswerShare *
find_share (BhDemoAct *act)
{
  BhKind kind = act->matter->kind;

  if (kind == BH_KIND_REPAIR || (kind == BH_KIND_COMPLAINT && !allows_answer (act)))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (answer_shares); i++)
    if (answer_shares[i].kind == kind)
      return &answer_shares[i];

  return NULL;
}

static gboolean
reopen (BhDemoAct *act)
{
  BhPayload *inputs = bh_payload_new ();
  gint64 at = bh_demo_act_daytime (act, bh_demo_act_later (act, 6 * BH_DEMO_DAY_SECONDS, 0.5));
  gint64 last = act->ticket->closed_at + REOPEN_DAYS * BH_DEMO_DAY_SECONDS * BH_USEC_PER_SEC;

  bh_demo_act_say (act, inputs, "reason", bh_demo_texts_get_phrases ()->reopenings);

  return bh_demo_act_do (act, BH_VERB_REOPEN, MIN (at, last), bh_demo_act_pick_desk (act, 0),
                         inputs);
}

/* The first round takes as long as the category does, later ones half of that. */
static gint64
pick_duration (BhDemoAct *act)
{
  const BhDemoLeaf *leaf = act->matter->leaf;
  double pace = PACE_FIRST + (PACE_LAST - PACE_FIRST) * act->progress;
  double median = leaf->median_hours * BH_DEMO_HOUR * pace;

  if (act->matter->grade == BH_GRADE_URGENT)
    median *= 0.3;
  if (act->ticket->round > 1)
    median *= 0.5;
  if (bh_demo_act_chance (act, PERCENT_STUCK))
    median *= 4;

  return bh_demo_random_seconds (&act->matter->random, median, leaf->spread);
}

/* Dispatched and worked on until it is closed, and now and then reopened. */
static void
work_through (BhDemoAct *act, gint64 seconds)
{
  do
    {
      while (!bh_status_is_ended (act->ticket->status))
        {
          if (!bh_demo_labour_work (act, seconds) || !bh_demo_verdict_ask (act))
            return;
          seconds = pick_duration (act);
        }
    }
  while (bh_demo_act_chance (act, PERCENT_REOPENED) && reopen (act));
}

gboolean
bh_demo_life_go_on (BhDemoAct *act)
{
  gint64 seconds = pick_duration (act);

  plan_asides (act, seconds);
  if (bh_demo_labour_dispatch (act))
    work_through (act, seconds);

  return act->error == NULL;
}

static void
live (BhDemoAct *act)
{
  const AnswerShare *share;
  gint64 seconds;
  guint part;

  if (!bh_demo_life_register (act)
      || (bh_demo_act_chance (act, PERCENT_VOID) && !void_ticket (act)))
    return;

  share = find_share (act);
  part = bh_demo_random_below (&act->matter->random, 100);
  if (share != NULL && part < share->at_once)
    {
      bh_demo_labour_answer_at_once (act);
      return;
    }

  seconds = pick_duration (act);
  plan_asides (act, seconds);
  if (!bh_demo_labour_dispatch (act))
    return;
  if (share != NULL && part < share->at_once + share->by_department)
    {
      bh_demo_labour_answer (act);
      return;
    }

  work_through (act, seconds);
}

gboolean
bh_demo_life_play (BhDemoAct *act)
{
  g_return_val_if_fail (act != NULL, FALSE);
  g_return_val_if_fail (act->ticket == NULL, FALSE);

  live (act);
  bh_demo_act_end (act);

  return act->error == NULL;
}
