/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-act.h"

#include "desk/bh-sweep.h"
#include "desk/bh-verbs.h"

#define MORNING 8
#define EVENING 20

#define PERCENT_ENTERED_BY_DESK 40 /* of what workers do: they do not sit at the desk */
#define PERCENT_ENTERED_LATE 30    /* of that: from a slip, later */

typedef struct
{
  gint64 at;
  BhVerb verb;
} Aside;

void
bh_demo_act_init (BhDemoAct *self,
                  BhWork *work,
                  BhOfficeTime *time,
                  const BhDemoRegister *office,
                  BhDemoMatter *matter)
{
  *self = (BhDemoAct){
    .work = work, .time = time, .office = office, .matter = matter, .now = matter->received_at
  };
  self->asides = g_array_new (FALSE, FALSE, sizeof (Aside));
}

void
bh_demo_act_clear (BhDemoAct *self)
{
  g_clear_pointer (&self->asides, g_array_unref);
  g_clear_error (&self->error);
}

gboolean
bh_demo_act_chance (BhDemoAct *self, double percent)
{
  return bh_demo_random_chance (&self->matter->random, percent);
}

gint64
bh_demo_act_later (BhDemoAct *self, gint64 seconds, double spread)
{
  return self->now
         + bh_demo_random_seconds (&self->matter->random, (double) seconds, spread)
               * BH_USEC_PER_SEC;
}

gint64
bh_demo_act_daytime (BhDemoAct *self, gint64 at)
{
  BhLocalTime local;
  gint64 hours;

  bh_office_time_split (self->time, at, &local);
  if (local.hour >= MORNING && local.hour < EVENING)
    return at;

  hours = (MORNING - local.hour + 24) % 24;
  at += (hours * BH_DEMO_HOUR - local.minute * BH_DEMO_MINUTE - local.second) * BH_USEC_PER_SEC;

  return at + bh_demo_random_below (&self->matter->random, 140 * 60) * BH_USEC_PER_SEC;
}

const BhDemoMember *
bh_demo_act_pick_desk (BhDemoAct *self, gint64 except)
{
  return bh_demo_register_pick_member (self->office, &self->matter->random,
                                       BH_DEMO_DEPARTMENT_SERVICE, BH_ROLE_CLERK, except);
}

void
bh_demo_act_say (BhDemoAct *self, BhPayload *inputs, const char *key, const char *const *texts)
{
  g_autofree char *text = bh_demo_matter_say (self->matter, texts);

  bh_payload_set (inputs, key, text);
}

void
bh_demo_act_set_time (BhDemoAct *self, BhPayload *inputs, const char *key, gint64 instant)
{
  g_autofree char *text = bh_office_time_format_iso (self->time, instant);

  bh_payload_set (inputs, key, text);
}

void
bh_demo_act_plan_aside (BhDemoAct *self, BhVerb verb, gint64 at)
{
  Aside aside = { .at = at, .verb = verb };
  guint i = self->asides->len;

  while (i > 0 && g_array_index (self->asides, Aside, i - 1).at > at)
    i--;
  g_array_insert_val (self->asides, i, aside);
}

/* Who did it, and who typed it in when. Returns: when it is recorded */
static gint64
enter (BhDemoAct *self, gint64 at, const BhDemoMember *member, BhActor *actor)
{
  gint64 delay = self->delay;

  *actor = member->actor;
  self->delay = 0;
  if (delay != 0)
    return at + delay * BH_USEC_PER_SEC;
  if (actor->role != BH_ROLE_WORKER || !bh_demo_act_chance (self, PERCENT_ENTERED_BY_DESK))
    return at;

  actor->entered_by = bh_demo_act_pick_desk (self, 0)->actor.staff_id;
  if (!bh_demo_act_chance (self, PERCENT_ENTERED_LATE))
    return at;

  return at
         + bh_demo_random_seconds (&self->matter->random, 40.0 * BH_DEMO_MINUTE, 0.7)
               * BH_USEC_PER_SEC;
}

/* Returns: FALSE where the window is over, or on an error */
static gboolean
record (BhDemoAct *self, BhVerb verb, gint64 at, const BhDemoMember *member, BhPayload *inputs)
{
  BhActor actor;
  gint64 recorded_at = enter (self, at, member, &actor);
  BhTicket *ticket;

  if (recorded_at >= self->until)
    return FALSE;

  bh_clock_set (bh_work_get_clock (self->work), recorded_at);
  ticket = bh_verbs_do (self->work, verb, self->ticket_id, inputs, &actor, at, &self->error);
  if (ticket == NULL)
    {
      g_prefix_error (&self->error, "%s: ", bh_list_get_code (BH_LIST_VERB, (int) verb));
      return FALSE;
    }
  self->now = recorded_at;
  if (verb == BH_VERB_JOIN) /* the result is the ticket of whoever joins */
    return TRUE;
  self->ticket = ticket;
  self->ticket_id = ticket->id;

  return TRUE;
}

gboolean
bh_demo_act_sweep (BhDemoAct *self, gint64 at)
{
  at = MAX (at, self->now);
  if (at >= self->until)
    return FALSE;

  bh_clock_set (bh_work_get_clock (self->work), at);
  self->now = at;

  return bh_sweep_ticket (self->work, self->ticket_id, at, &self->error);
}

/* A sweep comes by whenever a warning is due up to @at. */
static gboolean
tell_warnings (BhDemoAct *self, gint64 at)
{
  while (self->ticket->next_warning != 0 && self->ticket->next_warning <= at)
    {
      gint64 due = self->ticket->next_warning;
      gint64 second = (due + BH_USEC_PER_SEC - 1) / BH_USEC_PER_SEC * BH_USEC_PER_SEC;

      if (!bh_demo_act_sweep (self, second))
        return FALSE;
      if (self->ticket->next_warning == due)
        break;
    }

  return TRUE;
}

/* Urgent things become less so only after somebody looked; the rest becomes one step worse. */
static BhGrade
get_other_grade (BhGrade grade)
{
  return grade == BH_GRADE_GENERAL ? BH_GRADE_IMPORTANT : BH_GRADE_GENERAL;
}

static char *
make_category_path (const BhDemoTop *top, guint leaf)
{
  return g_strconcat (top->code, "/", top->leaves[leaf].code, NULL);
}

/* Another leaf of the same top level. */
static void
set_other_category (BhDemoAct *self, BhPayload *inputs)
{
  const BhDemoTop *tops = bh_demo_texts_get_tops ();
  g_autofree char *path = NULL;

  for (guint i = 0; i < BH_DEMO_N_TOPS; i++)
    if (g_str_equal (tops[i].code, self->matter->top_code))
      {
        guint old = (guint) (self->matter->leaf - tops[i].leaves);
        guint step
            = bh_demo_random_between (&self->matter->random, 1, (guint) tops[i].n_leaves - 1);

        path = make_category_path (&tops[i], (old + step) % (guint) tops[i].n_leaves);
      }
  bh_payload_set (inputs, "category", path);
}

static BhPayload *
make_aside_inputs (BhDemoAct *self, BhVerb verb)
{
  const BhDemoPhrases *phrases = bh_demo_texts_get_phrases ();
  g_autoptr (BhPayload) inputs = bh_payload_new ();

  if (verb == BH_VERB_CONTACT)
    bh_demo_act_say (self, inputs, "text", phrases->contacts);
  else if (verb == BH_VERB_REMIND)
    bh_demo_act_say (self, inputs, "text", phrases->reminders);
  else if (verb == BH_VERB_NOTE)
    bh_demo_act_say (self, inputs, "text", phrases->notes);
  else if (verb == BH_VERB_LINK)
    bh_payload_set (inputs, "repeat-of", self->matter->repeated->number);
  else if (verb == BH_VERB_WITHDRAW)
    bh_demo_act_say (self, inputs, "reason", phrases->withdrawals);
  else if (verb == BH_VERB_CORRECT)
    {
      bh_demo_act_say (self, inputs, "reason", phrases->corrections);
      bh_demo_act_say (self, inputs, "description", phrases->additions);
    }
  else if (verb == BH_VERB_REGRADE)
    {
      bh_demo_act_say (self, inputs, "reason", phrases->regrades);
      bh_payload_set (
          inputs, "grade",
          bh_list_get_code (BH_LIST_GRADE, (int) get_other_grade (self->ticket->grade)));
    }
  else
    {
      g_assert (verb == BH_VERB_RECATEGORIZE);
      bh_demo_act_say (self, inputs, "reason", phrases->recategorizations);
      set_other_category (self, inputs);
    }

  return g_steal_pointer (&inputs);
}

gboolean
bh_demo_act_is_shared (BhDemoAct *self)
{
  for (guint i = 0; i < self->ticket->complainants->len; i++)
    {
      BhComplainant *complainant = g_ptr_array_index (self->ticket->complainants, i);

      if (complainant->from_ticket != 0 && complainant->left_at == 0)
        return TRUE;
    }

  return FALSE;
}

/* Nobody withdraws what is the matter of others too. */
static gboolean
is_possible (BhDemoAct *self, BhVerb verb)
{
  return bh_loop_allows_status (verb, self->ticket->status)
         && (verb != BH_VERB_WITHDRAW || !bh_demo_act_is_shared (self));
}

gboolean
bh_demo_act_catch_up (BhDemoAct *self, gint64 at)
{
  at = MIN (at, self->until);
  while (self->asides->len > 0 && g_array_index (self->asides, Aside, 0).at <= at)
    {
      Aside aside = g_array_index (self->asides, Aside, 0);
      g_autoptr (BhPayload) inputs = NULL;

      g_array_remove_index (self->asides, 0);
      if (!is_possible (self, aside.verb))
        continue;
      inputs = make_aside_inputs (self, aside.verb);
      if (!record (self, aside.verb, MAX (aside.at, self->now), bh_demo_act_pick_desk (self, 0),
                   inputs))
        return FALSE;
    }

  if (self->watched && !bh_status_is_ended (self->ticket->status) && !tell_warnings (self, at))
    return FALSE;

  return !bh_status_is_ended (self->ticket->status);
}

void
bh_demo_act_end (BhDemoAct *self)
{
  gint64 last = self->until - BH_USEC_PER_SEC;

  if (self->error != NULL || self->ticket == NULL || bh_status_is_ended (self->ticket->status))
    return;
  if (!self->watched || tell_warnings (self, last))
    bh_demo_act_sweep (self, last);
}

gboolean
bh_demo_act_do (
    BhDemoAct *self, BhVerb verb, gint64 at, const BhDemoMember *member, BhPayload *inputs)
{
  g_autoptr (BhPayload) owned = inputs;

  if (self->ticket != NULL && verb != BH_VERB_REOPEN && verb != BH_VERB_UNMERGE
      && !bh_demo_act_catch_up (self, at))
    return FALSE;
  at -= at % BH_USEC_PER_SEC; /* nobody notes more than the second */
  if (at >= self->until)
    return FALSE;

  return record (self, verb, MAX (at, self->now), member, owned);
}
