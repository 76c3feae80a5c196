/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-matter.h"

#include "demo/bh-demo-people.h"

/* Streams below are other things; a ticket's own stream is its index beyond them. */
#define FIRST_TICKET_STREAM (G_GUINT64_CONSTANT (1) << 48)

#define PERCENT_REPEATS 19  /* of complaints and repairs that find something to repeat */
#define PERCENT_ANONYMOUS 4 /* of callers who say nothing of themselves */
#define MAX_LEAVES 64

struct _BhDemoMatters
{
  const BhDemoHomes *homes;
  BhDemoMemory *memory;
  BhOfficeTime *time;
  const BhDemoLeaf *leaves[MAX_LEAVES];
  const char *top_codes[MAX_LEAVES];
  guint n_leaves;
};

BhDemoMatters *
bh_demo_matters_new (const BhDemoHomes *homes, BhDemoMemory *memory, BhOfficeTime *time)
{
  BhDemoMatters *self = g_new0 (BhDemoMatters, 1);
  const BhDemoTop *tops = bh_demo_texts_get_tops ();

  self->homes = homes;
  self->memory = memory;
  self->time = bh_office_time_ref (time);
  for (guint i = 0; i < BH_DEMO_N_TOPS; i++)
    for (gsize j = 0; j < tops[i].n_leaves; j++)
      {
        g_assert (self->n_leaves < MAX_LEAVES);
        self->top_codes[self->n_leaves] = tops[i].code;
        self->leaves[self->n_leaves++] = &tops[i].leaves[j];
      }

  return self;
}

void
bh_demo_matters_free (BhDemoMatters *self)
{
  bh_office_time_unref (self->time);
  g_free (self);
}

/* A season is relative to its own year: a leaf's twelve numbers add up to about 120. */
void
bh_demo_matters_get_season (double season[12])
{
  const BhDemoTop *tops = bh_demo_texts_get_tops ();

  for (guint month = 0; month < 12; month++)
    {
      season[month] = 0;
      for (guint i = 0; i < BH_DEMO_N_TOPS; i++)
        for (gsize j = 0; j < tops[i].n_leaves; j++)
          season[month] += tops[i].leaves[j].weight * tops[i].leaves[j].season[month];
    }
}

static guint
weigh_hour (BhDemoDay day, int hour)
{
  gboolean in_office = hour >= 8 && hour < 18;
  gboolean in_evening = hour >= 18 || hour < 2;

  switch (day)
    {
    case BH_DEMO_DAY_OFFICE:
      return in_office ? 6 : 1;
    case BH_DEMO_DAY_EVENING:
      return in_evening ? 8 : 3;
    case BH_DEMO_DAY_ANY:
      break;
    }

  return 4;
}

static void
pick_leaf (BhDemoMatters *self, BhDemoMatter *matter, const BhLocalTime *local)
{
  guint weights[MAX_LEAVES];
  guint i;

  for (i = 0; i < self->n_leaves; i++)
    weights[i] = self->leaves[i]->weight * self->leaves[i]->season[local->month % 100 - 1]
                 * weigh_hour (self->leaves[i]->day, local->hour);
  i = bh_demo_random_weighted (&matter->random, weights, self->n_leaves);
  matter->leaf = self->leaves[i];
  matter->top_code = self->top_codes[i];
}

static void
pick_kind (BhDemoMatter *matter)
{
  static const BhKind kinds[BH_DEMO_N_KINDS]
      = { BH_KIND_COMPLAINT,  BH_KIND_REPAIR,  BH_KIND_INQUIRY,
          BH_KIND_SUGGESTION, BH_KIND_OPINION, BH_KIND_PRAISE };
  guint weights[BH_DEMO_N_KINDS];

  for (guint i = 0; i < BH_DEMO_N_KINDS; i++)
    weights[i] = matter->leaf->kinds[i];
  matter->kind = kinds[bh_demo_random_weighted (&matter->random, weights, BH_DEMO_N_KINDS)];
}

static void
pick_channel (BhDemoMatter *matter)
{
  guint n;
  const BhDemoChannel *channels = bh_demo_people_get_channels (&n);
  guint weights[16];

  g_assert (n <= G_N_ELEMENTS (weights));
  for (guint i = 0; i < n; i++)
    weights[i] = channels[i].weight;
  matter->channel = channels[bh_demo_random_weighted (&matter->random, weights, n)].code;
}

static gboolean
is_trouble (const BhDemoMatter *matter)
{
  return matter->kind == BH_KIND_COMPLAINT || matter->kind == BH_KIND_REPAIR;
}

static void
pick_grade (BhDemoMatter *matter)
{
  matter->grade = (BhGrade) bh_list_find (BH_LIST_GRADE, matter->leaf->grade);
  if (!is_trouble (matter))
    matter->grade = BH_GRADE_GENERAL;
  else if (bh_demo_random_chance (&matter->random, matter->leaf->urgent))
    matter->grade = BH_GRADE_URGENT;
}

/* Who calls, and about which place. A community without lifts has no trouble with them: there it
 * is something in the room. */
static void
pick_place (BhDemoMatters *self, BhDemoMatter *matter)
{
  BhDemoScene scene = matter->leaf->scene;

  do
    {
      g_clear_pointer (&matter->place_path, g_free);
      g_clear_pointer (&matter->place_name, g_free);
      matter->room = bh_demo_homes_pick_room (self->homes, &matter->random);
    }
  while (scene != BH_DEMO_SCENE_ROOM
         && !bh_demo_homes_pick_place (matter->room, &matter->random, scene, &matter->place_path,
                                       &matter->place_name));

  matter->slots.thing = bh_demo_random_text (&matter->random, matter->leaf->things);
  matter->slots.spot = bh_demo_random_text (&matter->random, matter->leaf->spots);
}

static void
repeat (BhDemoMatters *self, BhDemoMatter *matter, BhDemoMemo *memo)
{
  matter->repeated = memo;
  matter->leaf = memo->leaf;
  matter->room = memo->room;
  matter->place_path = g_strdup (memo->place_path);
  matter->place_name = g_strdup (memo->place_name);
  matter->slots.thing = memo->thing;
  matter->slots.spot = memo->spot;
}

static void
find_top (BhDemoMatters *self, BhDemoMatter *matter)
{
  for (guint i = 0; i < self->n_leaves; i++)
    if (self->leaves[i] == matter->leaf)
      matter->top_code = self->top_codes[i];
}

static void
pick_words (BhDemoMatters *self, BhDemoMatter *matter, const BhLocalTime *local)
{
  BhDemoRandom *random = &matter->random;
  guint cents = bh_demo_random_between (random, 1000, 60000);

  matter->month = g_strdup_printf ("%d", (local->month % 100 + 10) % 12 + 1);
  matter->amount = g_strdup_printf ("%u.%02u", cents / 100, cents % 100 / 10 * 10);
  matter->slots.month = matter->month;
  matter->slots.amount = matter->amount;
  matter->slots.place = matter->place_name != NULL ? matter->place_name : "";
  matter->slots.since = bh_demo_random_text (random, bh_demo_texts_get_phrases ()->sinces);
  matter->slots.floor = MAX (matter->room->floor, 2); /* "from floor 1 down" is nothing */
  matter->slots.days = bh_demo_random_between (random, 2, 9);
  matter->slots.times = bh_demo_random_between (random, 2, 5);
  matter->slots.person = "管家";
}

void
bh_demo_matters_next (
    BhDemoMatters *self, guint64 seed, guint index, gint64 received_at, BhDemoMatter *matter)
{
  BhDemoMemo *memo = NULL;
  BhLocalTime local;

  g_return_if_fail (self != NULL);
  g_return_if_fail (matter != NULL);

  *matter = (BhDemoMatter){ .received_at = received_at };
  bh_demo_random_init (&matter->random, seed, FIRST_TICKET_STREAM + index);
  bh_office_time_split (self->time, received_at, &local);

  if (bh_demo_random_chance (&matter->random, PERCENT_REPEATS))
    memo = bh_demo_memory_recall (self->memory, &matter->random, received_at);
  if (memo != NULL)
    {
      repeat (self, matter, memo);
      find_top (self, matter);
      matter->kind = matter->leaf->kinds[1] > 0 && bh_demo_random_chance (&matter->random, 45)
                         ? BH_KIND_REPAIR
                         : BH_KIND_COMPLAINT;
    }
  else
    {
      pick_leaf (self, matter, &local);
      pick_kind (matter);
      pick_place (self, matter);
    }

  matter->room_path = bh_demo_homes_get_room_path (matter->room);
  pick_grade (matter);
  pick_channel (matter);
  if (!g_str_equal (matter->channel, "inspection")
      && !bh_demo_random_chance (&matter->random, PERCENT_ANONYMOUS))
    matter->person = bh_demo_homes_pick_person (self->homes, &matter->random, matter->room);
  pick_words (self, matter, &local);
}

void
bh_demo_matter_clear (BhDemoMatter *matter)
{
  g_clear_pointer (&matter->room_path, g_free);
  g_clear_pointer (&matter->place_path, g_free);
  g_clear_pointer (&matter->place_name, g_free);
  g_clear_pointer (&matter->month, g_free);
  g_clear_pointer (&matter->amount, g_free);
}

char *
bh_demo_matter_say (BhDemoMatter *matter, const char *const *texts)
{
  return bh_demo_texts_fill (bh_demo_random_text (&matter->random, texts), &matter->slots);
}

char *
bh_demo_matter_make_summary (BhDemoMatter *matter)
{
  const BhDemoLeaf *leaf = matter->leaf;

  switch (matter->kind)
    {
    case BH_KIND_INQUIRY:
      return bh_demo_matter_say (matter, leaf->questions);
    case BH_KIND_SUGGESTION:
    case BH_KIND_OPINION:
      return bh_demo_matter_say (matter, leaf->ideas != NULL ? leaf->ideas : leaf->troubles);
    case BH_KIND_COMPLAINT:
    case BH_KIND_REPAIR:
      if (matter->grade == BH_GRADE_URGENT && leaf->dangers != NULL)
        return bh_demo_matter_say (matter, leaf->dangers);
      break;
    case BH_KIND_PRAISE:
    case BH_KIND_OTHER:
    case BH_KIND_NONE:
      break;
    }

  return bh_demo_matter_say (matter, leaf->troubles);
}
