/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-life.h"
#include "demo/bh-demo-people.h"

/* Who else has to do with a ticket: neighbours with the same matter, other departments, and the
 * camera. */

#define PERCENT_JOINED 9 /* of what is outside of rooms */
#define PERCENT_MERGED 1.6
#define PERCENT_SPLIT 30 /* of these: it was another matter after all */
#define PERCENT_HELPED 5
#define PERCENT_HELP_WAIVED 15
#define PERCENT_SHOWN 5
#define JOINED_LATELY 2
#define HELPED_LATELY 8
#define MAX_TRIES 40

static const char *const joinings[]
    = { "同一问题，我家也受影响：{place}{thing}", "我也要投诉{place}{thing}的问题",
        "{place}的{thing}一直没处理好，我们这层也一样", NULL };

typedef struct
{
  BhDemoDepartment department;
  const char *const *tasks;
  const char *const *results;
} Help;

#define TEXTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const Help helps[] = {
  { BH_DEMO_DEPARTMENT_ENGINEERING, TEXTS ("配合断电断水，检查相关设备", "现场测量并给出维修方案"),
    TEXTS ("已检查，设备正常", "已配合完成，现场恢复") },
  { BH_DEMO_DEPARTMENT_CLEANING, TEXTS ("施工后清理现场", "清除积水和垃圾，做一次消杀"),
    TEXTS ("现场已清理干净", "已清洁并消杀，拍照存档") },
  { BH_DEMO_DEPARTMENT_ORDER, TEXTS ("现场维持秩序，摆放警示牌", "调取监控，核实经过"),
    TEXTS ("已调取监控并留存", "警示牌已摆放，施工后撤回") },
  { BH_DEMO_DEPARTMENT_GREENING, TEXTS ("修剪遮挡的枝叶", "施工后恢复绿化"),
    TEXTS ("已修剪完成", "绿化已恢复") },
  { BH_DEMO_DEPARTMENT_FINANCE, TEXTS ("核对费用明细并给出说明", "核算维修费用，准备收据"),
    TEXTS ("费用已核对，明细已发客服", "已核算，收据已开") },
};

static const char *const waivers[]
    = { "现场情况变化，不再需要", "由主办部门一并完成", "业主自行处理，取消协办", NULL };

static gboolean
happens (BhDemoAct *act, double percent, guint lately)
{
  return bh_demo_act_chance (act, act->lately ? percent * lately : percent);
}

static gint64
between (BhDemoAct *act, gint64 from, gint64 to)
{
  double part = bh_demo_random_unit (&act->matter->random);

  return from + (gint64) ((double) MAX (to - from, 0) * part);
}

/* Somebody else of the same community. */
static const BhDemoPerson *
find_neighbour (BhDemoAct *act, const BhDemoRoom **room)
{
  const BhDemoHomes *homes = act->office->homes;

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      *room = bh_demo_homes_pick_room (homes, &act->matter->random);
      if ((*room)->community == act->matter->room->community && *room != act->matter->room
          && (*room)->n_persons > 0)
        return bh_demo_homes_pick_person (homes, &act->matter->random, *room);
    }

  return NULL;
}

static gboolean
join (BhDemoAct *act, gint64 at)
{
  const BhDemoRoom *room;
  const BhDemoPerson *person = find_neighbour (act, &room);
  g_autofree char *path = NULL;
  BhPayload *inputs;

  if (person == NULL)
    return TRUE;

  path = bh_demo_homes_get_room_path (room);
  inputs = bh_payload_new_from ("contact", person->name, "phone", person->phone, "room", path,
                                "channel", "hotline", NULL);
  bh_demo_act_say (act, inputs, "summary", joinings);
  if (!bh_demo_act_do (act, BH_VERB_JOIN, at, bh_demo_act_pick_desk (act, 0), inputs))
    return FALSE;
  act->added++;

  return TRUE;
}

/* The second ticket has its own story when it turns out to be another matter. */
static gboolean
split (BhDemoAct *act, BhDemoAct *other)
{
  gint64 at = bh_demo_act_daytime (act, bh_demo_act_later (act, 3 * BH_DEMO_HOUR, 0.6));

  if (!bh_demo_act_catch_up (act, at))
    return FALSE;
  if (bh_demo_act_do (other, BH_VERB_UNMERGE, MAX (at, act->now), bh_demo_act_pick_desk (act, 0),
                      bh_payload_new ()))
    {
      act->now = other->now;
      bh_demo_life_go_on (other);
      bh_demo_act_end (other);
    }
  if (other->error != NULL)
    g_propagate_error (&act->error, g_steal_pointer (&other->error));

  return act->error == NULL;
}

/* It came in twice; somebody notices. */
static gboolean
register_and_merge (BhDemoAct *act, BhDemoAct *other)
{
  BhPayload *inputs;
  gint64 at;

  if (!bh_demo_life_register (other))
    return other->error == NULL;
  act->added++;

  at = bh_demo_act_later (other, 20 * BH_DEMO_MINUTE, 0.7);
  if (!bh_demo_act_catch_up (act, at))
    {
      bh_demo_life_go_on (other);
      return FALSE;
    }
  inputs = bh_payload_new_from ("into", act->ticket->number, NULL);
  if (!bh_demo_act_do (other, BH_VERB_MERGE, MAX (at, act->now), bh_demo_act_pick_desk (act, 0),
                       inputs))
    return other->error == NULL;
  act->now = MAX (act->now, other->now);

  return !bh_demo_act_chance (act, PERCENT_SPLIT) || split (act, other);
}

static gboolean
merge (BhDemoAct *act, gint64 at)
{
  BhDemoMatter matter = *act->matter; /* what it owns stays the first one's */
  BhDemoAct other;
  gboolean goes_on;

  bh_demo_random_init (&matter.random, bh_demo_random_next (&act->matter->random), 0);
  matter.received_at = MAX (at, act->now) / BH_USEC_PER_SEC * BH_USEC_PER_SEC;
  matter.person = bh_demo_homes_pick_person (act->office->homes, &act->matter->random, matter.room);
  matter.repeated = NULL;
  if (matter.received_at + BH_DEMO_DAY_SECONDS * BH_USEC_PER_SEC >= act->until)
    return TRUE;

  bh_demo_act_init (&other, act->work, act->time, act->office, &matter);
  other.until = act->until;
  other.progress = act->progress;
  other.watched = act->watched;
  goes_on = register_and_merge (act, &other);
  if (other.error != NULL)
    g_propagate_error (&act->error, g_steal_pointer (&other.error));
  bh_demo_act_clear (&other);

  return goes_on && act->error == NULL && !bh_status_is_ended (act->ticket->status);
}

gboolean
bh_demo_company_call (BhDemoAct *act, gint64 until)
{
  guint n = 0;

  if (act->ticket->round > 1)
    return TRUE;
  if (act->matter->place_path != NULL && happens (act, PERCENT_JOINED, JOINED_LATELY))
    n = bh_demo_random_between (&act->matter->random, 1, 2);
  while (n-- > 0 && act->added < act->may_add)
    if (!join (act, between (act, act->now, until)))
      return FALSE;
  if (act->added < act->may_add && act->matter->person != NULL
      && bh_demo_act_chance (act, PERCENT_MERGED))
    return merge (act, between (act, act->now, until));

  return TRUE;
}

static const Help *
pick_help (BhDemoAct *act)
{
  guint i = bh_demo_random_below (&act->matter->random, G_N_ELEMENTS (helps));

  if (helps[i].department == act->matter->leaf->department)
    i = (i + 1) % G_N_ELEMENTS (helps);

  return &helps[i];
}

gboolean
bh_demo_company_help (BhDemoAct *act, gint64 finish_at)
{
  const Help *help = pick_help (act);
  const BhDemoMember *helper;
  g_autofree char *number = NULL;
  BhPayload *inputs;
  gint64 due;

  if (!happens (act, PERCENT_HELPED, HELPED_LATELY))
    return TRUE;

  due = act->now + 2 * BH_DEMO_DAY_SECONDS * BH_USEC_PER_SEC;
  inputs = bh_payload_new_from ("department", bh_demo_people_get_department_name (help->department),
                                NULL);
  bh_demo_act_say (act, inputs, "what", help->tasks);
  bh_demo_act_set_time (act, inputs, "due", due - due % (BH_DEMO_HOUR * BH_USEC_PER_SEC));
  if (!bh_demo_act_do (act, BH_VERB_TASK, act->now + BH_DEMO_MINUTE * BH_USEC_PER_SEC,
                       bh_demo_act_pick_desk (act, 0), inputs))
    return FALSE;

  number = g_strdup_printf ("%u", act->ticket->tasks->len);
  inputs = bh_payload_new_from ("task", number, NULL);
  if (bh_demo_act_chance (act, PERCENT_HELP_WAIVED))
    {
      bh_demo_act_say (act, inputs, "reason", waivers);
      return bh_demo_act_do (act, BH_VERB_TASK_WAIVE, between (act, act->now, finish_at),
                             bh_demo_act_pick_desk (act, 0), inputs);
    }
  helper = bh_demo_register_pick_member (act->office, &act->matter->random, help->department,
                                         BH_ROLE_WORKER, act->ticket->concerns);
  bh_demo_act_say (act, inputs, "result", help->results);

  return bh_demo_act_do (act, BH_VERB_TASK_DONE, between (act, act->now, finish_at), helper,
                         inputs);
}

gboolean
bh_demo_company_show (BhDemoAct *act, BhAttachmentUse use, gint64 at)
{
  g_autofree char *file = NULL;
  BhPayload *inputs;
  guint i;

  if (!bh_demo_act_chance (act, PERCENT_SHOWN))
    return TRUE;

  i = bh_demo_random_below (&act->matter->random, BH_DEMO_N_PICTURES);
  file = g_strdup_printf ("%s/%s.png", act->office->pictures[i],
                          use == BH_ATTACHMENT_BEFORE ? "处理前照片" : "处理后照片");
  inputs = bh_payload_new_from ("file", file, "use",
                                bh_list_get_code (BH_LIST_ATTACHMENT_USE, (int) use), NULL);

  return bh_demo_act_do (act, BH_VERB_ATTACH, at, act->holder, inputs);
}
