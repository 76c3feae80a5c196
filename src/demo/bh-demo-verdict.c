/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-estate.h"
#include "demo/bh-demo-life.h"

#define MAX_ROUNDS 3
#define MAX_ATTEMPTS 3

#define PERCENT_SIGNED 60
#define PERCENT_REFUSED 8
#define PERCENT_NEGLECTED 2 /* nobody asks for weeks */
#define PERCENT_FOUND 14    /* of attempts: reached after all */
#define PERCENT_CALL_REACHED 84
#define PERCENT_CALL_FOUND 45  /* of further tries: who was out once is often out */
#define PERCENT_CALL_REWORK 60 /* of dissatisfied callbacks */

#define PERCENT_SIGNED_WITH_SCORE 14
#define PERCENT_CALL_INVALID 2
#define PERCENT_JUDGED 12 /* callbacks with the office's own verdict */

#define BASE_SATISFIED 84

static gint64
daytime_later (BhDemoAct *act, gint64 seconds, double spread)
{
  return bh_demo_act_daytime (act, bh_demo_act_later (act, seconds, spread));
}

/* An attempt counts once a day: the next one is on another. */
static gint64
next_day (BhDemoAct *act)
{
  guint hours = bh_demo_random_between (&act->matter->random, 20, 27);

  return bh_demo_act_daytime (act, act->now + hours * BH_DEMO_HOUR * BH_USEC_PER_SEC);
}

/* Who signs is mostly content. */
static void
set_signed_score (BhDemoAct *act, BhPayload *inputs)
{
  static const char *const scores[] = { "3", "4", "4", "5", "5", NULL };

  bh_demo_act_say (act, inputs, "score", scores);
}

static gboolean
sign (BhDemoAct *act, gint64 at)
{
  static const BhSignedBy ways[] = { BH_SIGNED_PHONE, BH_SIGNED_OWNER, BH_SIGNED_MESSAGE };
  static const guint weights[] = { 45, 35, 20 };
  guint way = bh_demo_random_weighted (&act->matter->random, weights, G_N_ELEMENTS (weights));
  BhPayload *inputs
      = bh_payload_new_from ("by", bh_list_get_code (BH_LIST_SIGNED_BY, (int) ways[way]), NULL);

  if (bh_demo_act_chance (act, PERCENT_SIGNED_WITH_SCORE))
    set_signed_score (act, inputs);

  return bh_demo_act_do (act, BH_VERB_SIGN, at, bh_demo_act_pick_desk (act, 0), inputs);
}

/* Nobody to ask: a supervisor looks at it. */
static gboolean
verify (BhDemoAct *act)
{
  const BhDemoMember *supervisor = bh_demo_register_pick_member (
      act->office, &act->matter->random, BH_DEMO_DEPARTMENT_SERVICE, BH_ROLE_SUPERVISOR, 0);
  BhPayload *inputs
      = bh_payload_new_from ("by", bh_list_get_code (BH_LIST_SIGNED_BY, BH_SIGNED_VERIFIED), NULL);

  return bh_demo_act_do (act, BH_VERB_SIGN, daytime_later (act, BH_DEMO_DAY_SECONDS, 0.6),
                         supervisor, inputs);
}

static gboolean
refuse (BhDemoAct *act)
{
  BhPayload *inputs = bh_payload_new ();

  bh_demo_act_say (act, inputs, "reason", bh_demo_texts_get_phrases ()->refusals);

  return bh_demo_act_do (act, BH_VERB_REFUSE, daytime_later (act, 12 * BH_DEMO_HOUR, 0.9),
                         bh_demo_act_pick_desk (act, 0), inputs);
}

static gboolean
attempt (BhDemoAct *act)
{
  gint64 at = daytime_later (act, 10 * BH_DEMO_HOUR, 0.7);

  for (guint i = 0; i < MAX_ATTEMPTS; i++)
    {
      BhPayload *inputs = bh_payload_new ();

      bh_demo_act_say (act, inputs, "note", bh_demo_texts_get_phrases ()->attempts);
      if (!bh_demo_act_do (act, BH_VERB_ATTEMPT, at, bh_demo_act_pick_desk (act, 0), inputs))
        return FALSE;
      if (act->ticket->status != BH_STATUS_FINISHED)
        return TRUE;
      at = next_day (act);
      if (bh_demo_act_chance (act, PERCENT_FOUND))
        return sign (act, at);
    }

  return sign (act, at);
}

static gboolean
ask_signature (BhDemoAct *act)
{
  guint weights[] = { PERCENT_SIGNED, PERCENT_REFUSED, PERCENT_NEGLECTED,
                      100 - PERCENT_SIGNED - PERCENT_REFUSED - PERCENT_NEGLECTED };

  if (!bh_ticket_is_reachable (act->ticket))
    return verify (act);
  if (act->ticket->round >= MAX_ROUNDS)
    weights[1] = 0;

  switch (bh_demo_random_weighted (&act->matter->random, weights, G_N_ELEMENTS (weights)))
    {
    case 0:
      return sign (act, daytime_later (act, 7 * BH_DEMO_HOUR, 1.1));
    case 1:
      return refuse (act);
    case 2:
      return sign (act, daytime_later (act, 14 * BH_DEMO_DAY_SECONDS, 0.4));
    default:
      return attempt (act);
    }
}

/* What makes people content: the estate they live in, that it went fast, that it was right the
 * first time, that they had not to ask again; and the office learns. */
static double
get_chance_satisfied (BhDemoAct *act)
{
  BhTicket *ticket = act->ticket;
  guint n;
  const BhDemoCommunity *communities = bh_demo_estate_get_communities (&n);
  double chance = BASE_SATISFIED + communities[act->matter->room->community].content;

  if (ticket->completion_due != 0 && ticket->finished_at > ticket->completion_due)
    chance -= 15;
  else if ((ticket->finished_at - ticket->received_at) * 2
           < ticket->completion_due - ticket->received_at)
    chance += 5;
  if (ticket->round > 1)
    chance -= 10;
  chance -= 4 * MIN (ticket->reminders, 3);

  return chance + 6 * (act->progress - 0.5);
}

static guint
pick_score (BhDemoAct *act)
{
  static const guint good[] = { 0, 0, 0, 55, 45 };
  static const guint poor[] = { 20, 32, 48, 0, 0 };
  static const guint last[] = { 0, 0, 100, 0, 0 }; /* tired of it */
  const guint *weights = good;

  if (!bh_demo_act_chance (act, get_chance_satisfied (act)))
    weights = act->ticket->round < MAX_ROUNDS ? poor : last;

  return bh_demo_random_weighted (&act->matter->random, weights, G_N_ELEMENTS (good)) + 1;
}

static void
set_score (BhDemoAct *act, BhPayload *inputs)
{
  guint score = pick_score (act);
  char digit[2] = { (char) ('0' + score), '\0' };
  gboolean in_time
      = act->ticket->completion_due == 0 || act->ticket->finished_at <= act->ticket->completion_due;

  bh_payload_set_yes (inputs, "reached", TRUE);
  bh_payload_set (inputs, "score", digit);
  bh_payload_set_yes (inputs, "timely", bh_demo_act_chance (act, in_time ? 92 : 35));
  bh_payload_set_yes (inputs, "solved", bh_demo_act_chance (act, 20 + 16 * score));
  bh_payload_set_yes (inputs, "polite", bh_demo_act_chance (act, 60 + 8 * score));
  bh_demo_act_say (act, inputs, "note", bh_demo_texts_get_phrases ()->callbacks[score - 1]);
  if (score <= 2 && !bh_demo_act_chance (act, PERCENT_CALL_REWORK))
    {
      bh_payload_set_yes (inputs, "rework", FALSE);
      bh_payload_set (inputs, "reason", "业主同意不再返工，仅记录意见");
    }
}

/* An answer that does not count. */
static void
set_invalid (BhDemoAct *act, BhPayload *inputs)
{
  static const char *const notes[] = { "家中老人接听，不了解情况", "接听人说打错了，未能核实",
                                       "业主把另一件事当成这次回访", NULL };

  bh_payload_set_yes (inputs, "reached", TRUE);
  bh_payload_set_yes (inputs, "invalid", TRUE);
  bh_demo_act_say (act, inputs, "note", notes);
}

static void
judge (BhDemoAct *act, BhPayload *inputs)
{
  gboolean good = act->ticket->round == 1 && bh_demo_act_chance (act, 85);

  bh_payload_set (inputs, "quality",
                  bh_list_get_code (BH_LIST_QUALITY, good ? BH_QUALITY_GOOD : BH_QUALITY_POOR));
}

/* Returns: whether the story goes on; the ticket may still wait for the callback */
static gboolean
call_back (BhDemoAct *act, gint64 at, guint percent_reached)
{
  const BhRound *round = bh_ticket_get_round (act->ticket);
  const BhDemoMember *caller = bh_demo_act_pick_desk (act, round->finished_by);
  BhPayload *inputs = bh_payload_new ();

  if (bh_demo_act_chance (act, PERCENT_JUDGED))
    judge (act, inputs);
  if (bh_demo_act_chance (act, PERCENT_CALL_INVALID))
    set_invalid (act, inputs);
  else if (bh_demo_act_chance (act, percent_reached))
    set_score (act, inputs);
  else
    {
      bh_payload_set_yes (inputs, "reached", FALSE);
      bh_demo_act_say (act, inputs, "note", bh_demo_texts_get_phrases ()->unreached);
    }

  return bh_demo_act_do (act, BH_VERB_CALLBACK, at, caller, inputs);
}

/* Each of those who raised it. */
static gboolean
ask_signatures (BhDemoAct *act)
{
  do
    if (!ask_signature (act))
      return FALSE;
  while (act->ticket->status == BH_STATUS_FINISHED);

  return TRUE;
}

gboolean
bh_demo_verdict_ask (BhDemoAct *act)
{
  gint64 at;

  if (!bh_demo_exception_close (act) || !ask_signatures (act))
    return FALSE;

  at = daytime_later (act, 22 * BH_DEMO_HOUR, 0.7);
  for (guint i = 0; act->ticket->status == BH_STATUS_SIGNED; i++)
    {
      if (!call_back (act, at, i == 0 ? PERCENT_CALL_REACHED : PERCENT_CALL_FOUND))
        return FALSE;
      at = next_day (act);
    }

  return TRUE;
}
