/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-life.h"

/* What is not as planned: suspensions, and what a supervisor must approve. */

#define PERCENT_PAUSED 5
#define PERCENT_LONG_PAUSED 12 /* of these: more than a week */
#define PERCENT_TAKEN_UP 30    /* of these: before the time is over */
#define PERCENT_EXTENDED 9     /* of what will not be done in time */
#define PERCENT_DECLINED 0.9
#define PERCENT_VOIDED 0.6
#define PERCENT_EXCEPTIONAL 0.7 /* closed without the owner */
#define PERCENT_APPROVED 80
#define PERCENT_WAITING 70 /* of the last requests: nobody has decided yet */

/* In the last days there is more of it, so that the desk has something to decide. */
#define PAUSED_LATELY 6
#define ASKED_LATELY 7

static const char *const approvals[]
    = { "同意", "情况属实，同意", "同意，请提前告知业主", "同意，完成后补报", NULL };
static const char *const rejections[]
    = { "理由不充分，请按原时限处理", "先与业主当面沟通后再报", "请补充现场情况后重新申请", NULL };
static const char *const extensions[]
    = { "配件需从厂家调货，原时限内无法完成", "需停水施工，与业主约定在周末进行",
        "外包单位排期推迟，已告知业主", "业主要求改到下周上门", NULL };
static const char *const declines[]
    = { "属开发商质保范围，已告知业主报修渠道", "属市政管网，已转供水公司处理",
        "户内自购设备，由业主联系厂家售后", "邻里纠纷，已转社区居委会调解", NULL };
static const char *const voids[]
    = { "业主重复来电登记，与前单为同一事项", "现场核实无此情况，来电人非本小区业主", NULL };
static const char *const closings[] = { "业主长期在外，电话停机，已张贴告知单并拍照",
                                        "房屋已出售，原业主拒绝签收，新业主确认无问题",
                                        "问题已解决，业主以其他诉求为由拒绝签字", NULL };

typedef struct
{
  BhSuspendReason reason;
  guint weight;
  const char *note;
} PauseReason;

static const PauseReason pause_reasons[] = {
  { BH_SUSPEND_MATERIAL, 40, "配件已订货，到货后继续" },
  { BH_SUSPEND_OWNER, 30, "业主出差，约定回来后上门" },
  { BH_SUSPEND_THIRD_PARTY, 18, "等待厂家上门检测" },
  { BH_SUSPEND_WEATHER, 12, "连续降雨，天晴后施工" },
};

static gboolean
happens (BhDemoAct *act, double percent, guint lately)
{
  return bh_demo_act_chance (act, act->lately ? percent * lately : percent);
}

/* Whoever asks does not approve. */
static const BhDemoMember *
pick_approver (BhDemoAct *act)
{
  const BhRequest *request = bh_ticket_get_open_request (act->ticket);
  const BhDemoMember *approver = NULL;
  guint n = 0;

  for (guint i = 0; i < act->office->members->len; i++)
    {
      const BhDemoMember *member = &g_array_index (act->office->members, BhDemoMember, i);

      if (member->department == BH_DEMO_DEPARTMENT_SERVICE
          && bh_loop_may_approve (member->actor.role) && member->actor.staff_id != request->asked_by
          && member->actor.staff_id != act->ticket->concerns
          && bh_demo_random_below (&act->matter->random, ++n) == 0)
        approver = member;
    }

  return approver;
}

/* Some of the last ones are still undecided when the window ends. */
static gint64
pick_decision_time (BhDemoAct *act)
{
  if (act->lately && bh_demo_act_chance (act, PERCENT_WAITING))
    return act->until;

  return bh_demo_act_daytime (act, bh_demo_act_later (act, 2 * BH_DEMO_HOUR, 0.8));
}

static gboolean
decide (BhDemoAct *act)
{
  const BhRequest *request = bh_ticket_get_open_request (act->ticket);
  BhPayload *inputs;
  gboolean approved;
  gint64 at;

  if (request == NULL)
    return TRUE;

  at = pick_decision_time (act);
  approved = bh_demo_act_chance (act, PERCENT_APPROVED)
             && (request->until_at == 0 || at + BH_DEMO_HOUR * BH_USEC_PER_SEC < request->until_at);
  if (!bh_demo_act_catch_up (act, at) || bh_ticket_get_open_request (act->ticket) == NULL)
    return FALSE;

  inputs = bh_payload_new_from ("pin", BH_DEMO_PIN, NULL);
  bh_demo_act_say (act, inputs, approved ? "note" : "reason", approved ? approvals : rejections);

  return bh_demo_act_do (act, approved ? BH_VERB_APPROVE : BH_VERB_REJECT, at, pick_approver (act),
                         inputs)
         && !bh_status_is_ended (act->ticket->status);
}

/* Asks, and waits for the answer. */
static gboolean
ask (BhDemoAct *act, BhVerb verb, gint64 at, const BhDemoMember *member, BhPayload *inputs)
{
  return bh_demo_act_do (act, verb, at, member, inputs) && decide (act);
}

static gboolean
resume (BhDemoAct *act, gint64 until)
{
  gint64 taken_up = act->now + (until - act->now) / 2;

  if (bh_demo_act_chance (act, PERCENT_TAKEN_UP))
    {
      taken_up = bh_demo_act_daytime (act, taken_up);
      if (taken_up < until)
        {
          if (!bh_demo_act_catch_up (act, taken_up))
            return FALSE;
          return act->ticket->suspended_until == 0
                 || bh_demo_act_do (act, BH_VERB_RESUME, taken_up, act->holder, bh_payload_new ());
        }
    }

  if (!bh_demo_act_catch_up (act, until))
    return FALSE;

  return act->ticket->suspended_until == 0 || bh_demo_act_sweep (act, until);
}

/* Until some morning. */
static gint64
pick_until (BhDemoAct *act)
{
  gboolean is_long = bh_demo_act_chance (act, PERCENT_LONG_PAUSED);
  guint days = bh_demo_random_between (&act->matter->random, is_long ? 8 : 1, is_long ? 14 : 5);
  guint hours = bh_demo_random_between (&act->matter->random, 32, 40);
  gint64 until = MAX (act->now + days * BH_DEMO_DAY_SECONDS * BH_USEC_PER_SEC,
                      act->lately ? act->until + hours * BH_DEMO_HOUR * BH_USEC_PER_SEC : 0);
  const gint64 minute = BH_DEMO_MINUTE * BH_USEC_PER_SEC;

  until = bh_demo_act_daytime (act, until);

  return until - until % (15 * minute);
}

gboolean
bh_demo_exception_pause (BhDemoAct *act, gint64 *finish_at)
{
  guint weights[G_N_ELEMENTS (pause_reasons)];
  gint64 began_at = act->now;
  gint64 until;
  BhPayload *inputs;
  guint i;

  if (act->ticket->grade == BH_GRADE_URGENT || act->ticket->suspended_until != 0
      || bh_ticket_get_open_request (act->ticket) != NULL
      || !happens (act, PERCENT_PAUSED, PAUSED_LATELY))
    return TRUE;

  for (i = 0; i < G_N_ELEMENTS (pause_reasons); i++)
    weights[i] = pause_reasons[i].weight;
  i = bh_demo_random_weighted (&act->matter->random, weights, G_N_ELEMENTS (pause_reasons));
  inputs = bh_payload_new_from (
      "reason", bh_list_get_code (BH_LIST_SUSPEND_REASON, (int) pause_reasons[i].reason), "note",
      pause_reasons[i].note, NULL);
  until = pick_until (act);
  bh_demo_act_set_time (act, inputs, "until", until);
  if (!ask (act, BH_VERB_SUSPEND, act->now + BH_DEMO_MINUTE * BH_USEC_PER_SEC, act->holder, inputs)
      || (act->ticket->suspended_until != 0 && !resume (act, until)))
    return FALSE;
  *finish_at = bh_demo_act_daytime (act, *finish_at + act->now - began_at);

  return TRUE;
}

gboolean
bh_demo_exception_extend (BhDemoAct *act, gint64 finish_at)
{
  const gint64 hour = BH_DEMO_HOUR * BH_USEC_PER_SEC;
  BhTicket *ticket = act->ticket;
  BhPayload *inputs;
  gint64 due = finish_at + 30 * hour;

  if (ticket->completion_due == 0 || ticket->external_due != 0
      || finish_at <= ticket->completion_due || ticket->suspended_until != 0
      || bh_ticket_get_open_request (ticket) != NULL
      || !happens (act, PERCENT_EXTENDED, ASKED_LATELY))
    return TRUE;

  inputs = bh_payload_new ();
  bh_demo_act_set_time (act, inputs, "due", due - due % hour);
  bh_demo_act_say (act, inputs, "reason", extensions);

  return ask (act, BH_VERB_EXTEND, act->now + BH_DEMO_MINUTE * BH_USEC_PER_SEC, act->holder,
              inputs);
}

gboolean
bh_demo_exception_drop (BhDemoAct *act)
{
  BhVerb verb = BH_VERB_NONE;
  BhPayload *inputs;

  if (bh_ticket_get_open_request (act->ticket) != NULL)
    return TRUE;
  if (happens (act, PERCENT_DECLINED, ASKED_LATELY))
    verb = BH_VERB_DECLINE;
  else if (!bh_demo_act_is_shared (act) && happens (act, PERCENT_VOIDED, ASKED_LATELY))
    verb = BH_VERB_VOID;
  if (verb == BH_VERB_NONE)
    return TRUE;

  inputs = bh_payload_new ();
  bh_demo_act_say (act, inputs, "reason", verb == BH_VERB_VOID ? voids : declines);

  return ask (act, verb, bh_demo_act_later (act, BH_DEMO_HOUR, 0.7), bh_demo_act_pick_desk (act, 0),
              inputs);
}

gboolean
bh_demo_exception_close (BhDemoAct *act)
{
  BhPayload *inputs;

  if (bh_ticket_get_open_request (act->ticket) != NULL
      || !happens (act, PERCENT_EXCEPTIONAL, ASKED_LATELY))
    return TRUE;

  inputs = bh_payload_new ();
  bh_demo_act_say (act, inputs, "reason", closings);

  return ask (act, BH_VERB_CLOSE_EXCEPTION,
              bh_demo_act_daytime (act, bh_demo_act_later (act, BH_DEMO_DAY_SECONDS, 0.5)),
              bh_demo_act_pick_desk (act, 0), inputs);
}
