/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-life.h"
#include "demo/bh-demo-people.h"

#define PERCENT_WRONG_DEPARTMENT 7
#define PERCENT_RETURNED 3   /* for want of people or a key */
#define PERCENT_UNDONE 0.8   /* dispatches that a clerk takes back at once */
#define PERCENT_NAMED 75     /* dispatches to a person */
#define PERCENT_TOLD 70      /* plans that the owner is told */
#define PERCENT_PROMISED 80  /* plans with a promised time */
#define PERCENT_ADOPTED 42   /* of suggestions */
#define PERCENT_WITH_COST 30 /* repairs that cost something */

/* Median seconds by grade, urgent first. */
static const gint64 dispatch_medians[] = { 3 * 60, 12 * 60, 45 * 60 };
static const gint64 accept_medians[] = { 5 * 60, 22 * 60, 75 * 60 };

static guint
get_grade_index (BhDemoAct *act)
{
  return (guint) (act->ticket->grade - BH_GRADE_URGENT);
}

/* At night only what cannot wait is handed on. */
static gint64
hand_on_later (BhDemoAct *act, const gint64 *medians, double spread)
{
  gint64 at = bh_demo_act_later (act, medians[get_grade_index (act)], spread);

  return act->ticket->grade == BH_GRADE_GENERAL ? bh_demo_act_daytime (act, at) : at;
}

static const BhDemoMember *
pick_worker (BhDemoAct *act, BhDemoDepartment department)
{
  BhRole role = department == BH_DEMO_DEPARTMENT_SERVICE ? BH_ROLE_STEWARD : BH_ROLE_WORKER;
  gint64 except = act->ticket->concerns;

  if (except == 0 && act->lately)
    except = act->office->away_id;

  return bh_demo_register_pick_member (act->office, &act->matter->random, department, role, except);
}

static const BhDemoMember *
pick_dispatcher (BhDemoAct *act)
{
  return bh_demo_register_pick_member (
      act->office, &act->matter->random, BH_DEMO_DEPARTMENT_SERVICE,
      bh_demo_act_chance (act, 40) ? BH_ROLE_SUPERVISOR : BH_ROLE_CLERK, 0);
}

static BhDemoDepartment
pick_wrong_department (BhDemoAct *act)
{
  guint step = bh_demo_random_between (&act->matter->random, 1, BH_DEMO_N_DEPARTMENTS - 1);

  return (BhDemoDepartment) ((act->matter->leaf->department + step) % BH_DEMO_N_DEPARTMENTS);
}

static BhPayload *
make_handover (BhDemoAct *act, BhDemoDepartment department)
{
  BhPayload *inputs
      = bh_payload_new_from ("department", bh_demo_people_get_department_name (department), NULL);

  act->holder = pick_worker (act, department);
  if (bh_demo_act_chance (act, PERCENT_NAMED))
    bh_payload_set (inputs, "person", act->holder->name);

  return inputs;
}

static gboolean
dispatch (BhDemoAct *act, BhDemoDepartment department)
{
  gint64 at = hand_on_later (act, dispatch_medians, 0.8);
  BhPayload *inputs = make_handover (act, department);

  return bh_demo_act_do (act, BH_VERB_DISPATCH, at, pick_dispatcher (act), inputs);
}

static gboolean
give_back (BhDemoAct *act, BhMoveReason reason, const char *const *notes)
{
  gint64 at = bh_demo_act_daytime (act, bh_demo_act_later (act, 2 * BH_DEMO_HOUR, 0.8));
  BhPayload *inputs
      = bh_payload_new_from ("reason", bh_list_get_code (BH_LIST_MOVE_REASON, (int) reason), NULL);

  bh_demo_act_say (act, inputs, "note", notes);

  return bh_demo_act_do (act, BH_VERB_RETURN, at, act->holder, inputs);
}

static gboolean
transfer (BhDemoAct *act)
{
  gint64 at = bh_demo_act_daytime (act, bh_demo_act_later (act, 3 * BH_DEMO_HOUR, 0.8));
  const BhDemoMember *from = act->holder;
  BhPayload *inputs = make_handover (act, act->matter->leaf->department);

  bh_payload_set (inputs, "reason",
                  bh_list_get_code (BH_LIST_MOVE_REASON, BH_MOVE_WRONG_DEPARTMENT));
  bh_demo_act_say (act, inputs, "note", bh_demo_texts_get_phrases ()->wrong_department);

  return bh_demo_act_do (act, BH_VERB_TRANSFER, at, from, inputs);
}

static gboolean
dispatch_wrongly (BhDemoAct *act)
{
  if (!dispatch (act, pick_wrong_department (act)))
    return FALSE;
  if (bh_demo_act_chance (act, 40))
    return transfer (act);

  return give_back (act, BH_MOVE_WRONG_DEPARTMENT, bh_demo_texts_get_phrases ()->wrong_department)
         && dispatch (act, act->matter->leaf->department);
}

static gboolean
return_once (BhDemoAct *act)
{
  const BhDemoPhrases *phrases = bh_demo_texts_get_phrases ();
  gboolean no_access = bh_demo_act_chance (act, 50);

  return give_back (act, no_access ? BH_MOVE_NO_ACCESS : BH_MOVE_NO_CAPACITY,
                    no_access ? phrases->no_access : phrases->no_capacity)
         && dispatch (act, act->matter->leaf->department);
}

/* A slip of the hand: taken back within a minute or two. */
static gboolean
dispatch_and_undo (BhDemoAct *act)
{
  if (!dispatch (act, pick_wrong_department (act)))
    return FALSE;

  return bh_demo_act_do (act, BH_VERB_UNDO, bh_demo_act_later (act, 50, 0.3),
                         bh_demo_act_pick_desk (act, 0), bh_payload_new ());
}

gboolean
bh_demo_labour_dispatch (BhDemoAct *act)
{
  if (bh_demo_act_chance (act, PERCENT_UNDONE) && !dispatch_and_undo (act))
    return FALSE;
  if (bh_demo_act_chance (act, PERCENT_WRONG_DEPARTMENT))
    return dispatch_wrongly (act);
  if (!dispatch (act, act->matter->leaf->department))
    return FALSE;

  return !bh_demo_act_chance (act, PERCENT_RETURNED) || return_once (act);
}

static gboolean
accept (BhDemoAct *act)
{
  gint64 at = hand_on_later (act, accept_medians, 0.9);

  return bh_demo_act_do (act, BH_VERB_ACCEPT, at, act->holder, bh_payload_new ());
}

static const char *const *
get_answers (BhDemoAct *act)
{
  const BhDemoPhrases *phrases = bh_demo_texts_get_phrases ();
  const BhDemoLeaf *leaf = act->matter->leaf;

  switch (act->matter->kind)
    {
    case BH_KIND_COMPLAINT:
    case BH_KIND_REPAIR:
      return leaf->results;
    case BH_KIND_SUGGESTION:
    case BH_KIND_OPINION:
      return phrases->idea_answers;
    case BH_KIND_PRAISE:
      return phrases->praise_answers;
    case BH_KIND_INQUIRY:
      return leaf->answers != NULL ? leaf->answers : phrases->answers;
    case BH_KIND_OTHER:
    case BH_KIND_NONE:
      break;
    }

  return phrases->answers;
}

static gboolean
answer (BhDemoAct *act, gint64 at, const BhDemoMember *member)
{
  BhPayload *inputs = bh_payload_new ();

  bh_demo_act_say (act, inputs, "result", get_answers (act));
  if (act->matter->kind == BH_KIND_SUGGESTION)
    bh_payload_set_yes (inputs, "adopted", bh_demo_act_chance (act, PERCENT_ADOPTED));

  return bh_demo_act_do (act, BH_VERB_ANSWER, at, member, inputs);
}

gboolean
bh_demo_labour_answer_at_once (BhDemoAct *act)
{
  return answer (act, bh_demo_act_later (act, 6 * BH_DEMO_MINUTE, 0.8),
                 bh_demo_act_pick_desk (act, 0));
}

gboolean
bh_demo_labour_answer (BhDemoAct *act)
{
  return accept (act)
         && answer (act, bh_demo_act_daytime (act, bh_demo_act_later (act, 9 * BH_DEMO_HOUR, 0.9)),
                    act->holder);
}

static const char *
pick_cause (BhDemoAct *act)
{
  const BhDemoCause *causes = act->matter->leaf->causes;
  guint weights[G_N_ELEMENTS (act->matter->leaf->causes)];
  guint n;

  for (n = 0; causes[n].code != NULL; n++)
    weights[n] = causes[n].weight;

  return causes[bh_demo_random_weighted (&act->matter->random, weights, n)].code;
}

/* Whose matter it is follows mostly from the cause. */
static BhResponsibility
get_responsibility (const char *cause)
{
  static const struct
  {
    const char *cause;
    BhResponsibility responsibility;
  } rules[] = {
    { "workmanship", BH_RESPONSIBILITY_PROPERTY },
    { "material", BH_RESPONSIBILITY_PROPERTY },
    { "wear", BH_RESPONSIBILITY_PROPERTY },
    { "design", BH_RESPONSIBILITY_DEVELOPER },
    { "misuse", BH_RESPONSIBILITY_OWNER },
    { "weather", BH_RESPONSIBILITY_NOBODY },
    { "third-party", BH_RESPONSIBILITY_THIRD_PARTY },
    { "unknown", BH_RESPONSIBILITY_NOBODY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].cause, cause))
      return rules[i].responsibility;

  return BH_RESPONSIBILITY_PROPERTY;
}

static gboolean
investigate (BhDemoAct *act, gint64 at)
{
  BhPayload *inputs = bh_payload_new ();
  const char *cause = pick_cause (act);
  BhResponsibility responsibility = get_responsibility (cause);

  bh_payload_set (inputs, "cause", cause);
  bh_payload_set (inputs, "responsibility",
                  bh_list_get_code (BH_LIST_RESPONSIBILITY, (int) responsibility));
  bh_payload_set_yes (inputs, "preventable",
                      bh_demo_act_chance (act, act->matter->leaf->preventable));
  bh_demo_act_say (act, inputs, "facts", act->matter->leaf->facts);

  return bh_demo_act_do (act, BH_VERB_INVESTIGATE, at, act->holder, inputs);
}

/* People promise full hours, sometimes too early a one. */
static gint64
promise (BhDemoAct *act, gint64 at, gint64 finish_at)
{
  const gint64 hour = BH_DEMO_HOUR * BH_USEC_PER_SEC;
  double hours = (double) MAX (finish_at - at, 0) / (double) hour;
  gint64 promised
      = (gint64) bh_demo_random_lognormal (&act->matter->random, hours * 1.25 + 1, 0.35);

  promised = at + (promised + 2) * hour;

  return promised - promised % hour;
}

static gboolean
plan (BhDemoAct *act, gint64 at, gint64 finish_at)
{
  BhPayload *inputs = bh_payload_new ();

  bh_demo_act_say (act, inputs, "measure", act->matter->leaf->measures);
  if (bh_demo_act_chance (act, PERCENT_PROMISED))
    bh_demo_act_set_time (act, inputs, "promised", promise (act, MAX (at, act->now), finish_at));
  bh_payload_set_yes (inputs, "told", bh_demo_act_chance (act, PERCENT_TOLD));

  return bh_demo_act_do (act, BH_VERB_PLAN, at, act->holder, inputs);
}

static gboolean
finish (BhDemoAct *act, gint64 at)
{
  BhPayload *inputs = bh_payload_new ();

  bh_demo_act_say (act, inputs, "result",
                   act->ticket->round > 1 ? bh_demo_texts_get_phrases ()->rework_results
                                          : act->matter->leaf->results);
  if (act->matter->kind == BH_KIND_REPAIR && bh_demo_act_chance (act, PERCENT_WITH_COST))
    {
      g_autofree char *cost
          = g_strdup_printf ("%u", 5 * bh_demo_random_between (&act->matter->random, 2, 90));

      bh_payload_set (inputs, "cost", cost);
    }

  return bh_demo_act_do (act, BH_VERB_FINISH, at, act->holder, inputs);
}

static gboolean
skips_plan (BhDemoAct *act)
{
  BhOffice *office = bh_work_get_office (act->work, &act->error);
  BhPolicy *policy = office != NULL ? bh_office_get_policy (office, act->ticket->policy_id) : NULL;

  return act->ticket->grade == BH_GRADE_URGENT || (policy != NULL && policy->skip_plan);
}

/* Some part of the way through what is left, but not in the middle of the night. */
static gint64
work_at (BhDemoAct *act, gint64 from, gint64 left, double part)
{
  gint64 at = from + (gint64) ((double) MAX (left, 0) * part);

  if (act->ticket->grade != BH_GRADE_URGENT)
    at = MIN (bh_demo_act_daytime (act, at), from + left);

  return at;
}

static gboolean
may_plan (BhDemoAct *act, gint64 at, gint64 finish_at)
{
  return act->ticket->status != BH_STATUS_INVESTIGATED || skips_plan (act)
         || plan (act, at, finish_at);
}

/* What comes between looking at it and doing it. */
static gboolean
prepare (BhDemoAct *act, gint64 plan_at, gint64 *finish_at)
{
  gint64 planned_finish = *finish_at;

  if (!bh_demo_exception_drop (act) || !bh_demo_exception_pause (act, finish_at))
    return FALSE;

  return may_plan (act, plan_at + *finish_at - planned_finish, *finish_at)
         && bh_demo_exception_extend (act, *finish_at) && bh_demo_company_help (act, *finish_at);
}

gboolean
bh_demo_labour_work (BhDemoAct *act, gint64 seconds)
{
  BhDemoRandom *random = &act->matter->random;
  gint64 began_at = act->now;
  gint64 investigate_at, plan_at, finish_at, left;

  if (!accept (act))
    return FALSE;

  finish_at = MAX (began_at + seconds * BH_USEC_PER_SEC,
                   act->now + 15 * BH_DEMO_MINUTE * BH_USEC_PER_SEC);
  if (act->ticket->grade != BH_GRADE_URGENT)
    finish_at = bh_demo_act_daytime (act, finish_at);
  left = finish_at - act->now;
  investigate_at = work_at (act, act->now, left, 0.05 + 0.3 * bh_demo_random_unit (random));
  plan_at = work_at (act, investigate_at, finish_at - investigate_at,
                     0.05 + 0.35 * bh_demo_random_unit (random));

  if (!bh_demo_company_call (act, investigate_at) || !investigate (act, investigate_at)
      || !bh_demo_company_show (act, BH_ATTACHMENT_BEFORE, act->now)
      || !prepare (act, plan_at, &finish_at) || !bh_demo_act_catch_up (act, finish_at))
    return FALSE;
  /* Another grade or category may want the plan that was left out. */
  if (!may_plan (act, finish_at, finish_at)
      || !bh_demo_company_show (act, BH_ATTACHMENT_AFTER, finish_at))
    return FALSE;

  return finish (act, finish_at);
}
