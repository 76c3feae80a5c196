/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-homes.h"

#include "demo/bh-demo-estate.h"
#include "demo/bh-demo-people.h"
#include "storage/bh-register-repository.h"

#define STREAM_HOMES G_GUINT64_CONSTANT (0x686f6d6573)

#define STAIRS_NAME "楼道"
#define DOOR_NAME "单元门"

/* What the recursion over communities, buildings and units works on. */
typedef struct
{
  BhWork *work;
  BhDemoHomes *homes;
  BhDemoRandom random;
  const gint64 *stewards;
  guint n_stewards;
  guint n_buildings;       /* so far, over all communities */
  double building_trouble; /* how often the rooms of this building call, 1 is the mean */
} Builder;

static void
clear_person (gpointer data)
{
  BhDemoPerson *person = data;

  g_free (person->name);
  g_free (person->phone);
}

static gint64
add_place (Builder *builder,
           BhPlaceKind kind,
           const char *name,
           gint64 parent_id,
           gint64 community_id,
           GError **error)
{
  g_autoptr (BhPlace) place = bh_place_new (0, kind, name, parent_id, community_id, NULL);

  return bh_register_add_place (builder->work, place, error);
}

static gint64
add_community (Builder *builder, const BhDemoCommunity *community, GError **error)
{
  g_autoptr (BhPlace) place = bh_place_new (0, BH_PLACE_COMMUNITY, community->name, 0, 0, NULL);

  place->city_tier = g_strdup (community->city_tier);
  place->estate_kind = g_strdup (community->estate_kind);
  place->households = (int) bh_demo_estate_count_households (community);

  return bh_register_add_place (builder->work, place, error);
}

static gint64
add_building (Builder *builder, guint number, gint64 community_id, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%u栋", number);
  g_autoptr (BhPlace) place
      = bh_place_new (0, BH_PLACE_BUILDING, name, community_id, community_id, NULL);

  builder->building_trouble = bh_demo_random_lognormal (&builder->random, 1, 0.35);
  place->steward_id = builder->stewards[builder->n_buildings++ % builder->n_stewards];

  return bh_register_add_place (builder->work, place, error);
}

static guint
pick_care (BhDemoRandom *random)
{
  guint care = BH_CARE_NONE;

  if (bh_demo_random_chance (random, 13))
    care |= BH_CARE_ELDERLY;
  if (bh_demo_random_chance (random, 11))
    care |= BH_CARE_CHILD;
  if (bh_demo_random_chance (random, 1))
    care |= BH_CARE_DISABLED;

  return care;
}

static gboolean
add_person (Builder *builder, BhDemoRoom *room, gint64 room_id, BhContactKind kind, GError **error)
{
  BhDemoPerson person = {
    .name = bh_demo_people_make_name (&builder->random),
    .phone = bh_demo_people_make_phone (builder->homes->persons->len),
  };

  g_array_append_val (builder->homes->persons, person);
  room->n_persons++;

  return bh_register_add_contact (builder->work, person.name, kind, pick_care (&builder->random),
                                  person.phone, room_id, error)
         != 0;
}

/* One room in fourteen stands empty, one in six is let. */
static gboolean
add_persons (Builder *builder, BhDemoRoom *room, gint64 room_id, GError **error)
{
  BhContactKind first = BH_CONTACT_OWNER;

  room->first_person = builder->homes->persons->len;
  if (bh_demo_random_chance (&builder->random, 7))
    return TRUE;
  if (bh_demo_random_chance (&builder->random, 17))
    first = BH_CONTACT_TENANT;
  if (!add_person (builder, room, room_id, first, error))
    return FALSE;

  return !bh_demo_random_chance (&builder->random, 27)
         || add_person (builder, room, room_id, BH_CONTACT_FAMILY, error);
}

/* How often a room calls: most seldom, a few all the time; older estates and some buildings more,
 * and the lowest and highest floors, where water goes. */
static guint
weigh_room (Builder *builder, const BhDemoCommunity *community, guint floor)
{
  double weight = bh_demo_random_lognormal (&builder->random, community->weight, 0.6);

  weight *= builder->building_trouble;
  if (floor == 1 || floor == community->floors)
    weight *= 1.3;

  return (guint) CLAMP (weight, 1, 1000);
}

static gboolean
add_room (Builder *builder,
          BhDemoRoom room,
          const BhDemoCommunity *community,
          gint64 unit_id,
          gint64 community_id,
          GError **error)
{
  g_autofree char *name = g_strdup_printf ("%u%02u", room.floor, room.door);
  gint64 id = add_place (builder, BH_PLACE_ROOM, name, unit_id, community_id, error);
  guint rank = 0;

  if (id == 0 || !add_persons (builder, &room, id, error))
    return FALSE;

  if (room.n_persons > 0)
    room.weight = weigh_room (builder, community, room.floor);
  if (builder->homes->ranks->len > 0)
    rank = g_array_index (builder->homes->ranks, guint, builder->homes->ranks->len - 1);
  rank += room.weight;
  g_array_append_val (builder->homes->rooms, room);
  g_array_append_val (builder->homes->ranks, rank);

  return TRUE;
}

static gboolean
add_shared (Builder *builder,
            const BhDemoCommunity *community,
            gint64 unit_id,
            gint64 community_id,
            GError **error)
{
  if (add_place (builder, BH_PLACE_AREA, STAIRS_NAME, unit_id, community_id, error) == 0
      || add_place (builder, BH_PLACE_EQUIPMENT, DOOR_NAME, unit_id, community_id, error) == 0)
    return FALSE;

  for (guint i = 1; i <= community->lifts; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u号电梯", i);

      if (add_place (builder, BH_PLACE_EQUIPMENT, name, unit_id, community_id, error) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_unit (Builder *builder,
          BhDemoRoom room,
          const BhDemoCommunity *community,
          gint64 building_id,
          gint64 community_id,
          GError **error)
{
  g_autofree char *name = g_strdup_printf ("%u单元", room.unit);
  gint64 id = add_place (builder, BH_PLACE_UNIT, name, building_id, community_id, error);

  if (id == 0 || !add_shared (builder, community, id, community_id, error))
    return FALSE;

  for (room.floor = 1; room.floor <= community->floors; room.floor++)
    for (room.door = 1; room.door <= community->doors; room.door++)
      if (!add_room (builder, room, community, id, community_id, error))
        return FALSE;

  return TRUE;
}

static gboolean
add_areas (Builder *builder, const BhDemoCommunity *community, gint64 id, GError **error)
{
  for (const BhDemoArea *area = community->areas; area->name != NULL; area++)
    if (add_place (builder, BH_PLACE_AREA, area->name, id, id, error) == 0)
      return FALSE;

  return add_place (builder, BH_PLACE_EQUIPMENT, "生活水泵", id, id, error) != 0
         && add_place (builder, BH_PLACE_EQUIPMENT, "消防水泵", id, id, error) != 0;
}

static gboolean
add_homes (Builder *builder, guint index, const BhDemoCommunity *community, GError **error)
{
  BhDemoRoom room = { .community = index };
  gint64 id = add_community (builder, community, error);

  if (id == 0 || !add_areas (builder, community, id, error))
    return FALSE;

  for (room.building = 1; room.building <= community->buildings; room.building++)
    {
      gint64 building_id = add_building (builder, room.building, id, error);

      if (building_id == 0)
        return FALSE;
      for (room.unit = 1; room.unit <= community->units; room.unit++)
        if (!add_unit (builder, room, community, building_id, id, error))
          return FALSE;
    }

  return TRUE;
}

BhDemoHomes *
bh_demo_homes_build (
    BhWork *work, const gint64 *stewards, guint n_stewards, guint64 seed, GError **error)
{
  g_autoptr (BhDemoHomes) self = g_new0 (BhDemoHomes, 1);
  Builder builder = { .work = work, .homes = self, .stewards = stewards, .n_stewards = n_stewards };
  guint n;
  const BhDemoCommunity *communities = bh_demo_estate_get_communities (&n);

  g_return_val_if_fail (BH_IS_WORK (work), NULL);
  g_return_val_if_fail (n_stewards > 0, NULL);

  self->persons = g_array_new (FALSE, FALSE, sizeof (BhDemoPerson));
  g_array_set_clear_func (self->persons, clear_person);
  self->rooms = g_array_new (FALSE, FALSE, sizeof (BhDemoRoom));
  self->ranks = g_array_new (FALSE, FALSE, sizeof (guint));

  bh_demo_random_init (&builder.random, seed, STREAM_HOMES);
  for (guint i = 0; i < n; i++)
    if (!add_homes (&builder, i, &communities[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

void
bh_demo_homes_free (BhDemoHomes *self)
{
  g_clear_pointer (&self->persons, g_array_unref);
  g_clear_pointer (&self->rooms, g_array_unref);
  g_clear_pointer (&self->ranks, g_array_unref);
  g_free (self);
}

const BhDemoRoom *
bh_demo_homes_pick_room (const BhDemoHomes *self, BhDemoRandom *random)
{
  guint low = 0;
  guint high;
  guint point;

  g_return_val_if_fail (self != NULL, NULL);

  high = self->ranks->len - 1;
  point = bh_demo_random_below (random, g_array_index (self->ranks, guint, high));
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->ranks, guint, middle) > point)
        high = middle;
      else
        low = middle + 1;
    }

  return &g_array_index (self->rooms, BhDemoRoom, low);
}

const BhDemoPerson *
bh_demo_homes_pick_person (const BhDemoHomes *self, BhDemoRandom *random, const BhDemoRoom *room)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (room != NULL, NULL);

  if (room->n_persons == 0)
    return NULL;
  index = room->first_person;
  if (room->n_persons > 1 && bh_demo_random_chance (random, 30))
    index++;

  return &g_array_index (self->persons, BhDemoPerson, index);
}

static const BhDemoCommunity *
get_community (const BhDemoRoom *room)
{
  guint n;

  return &bh_demo_estate_get_communities (&n)[room->community];
}

char *
bh_demo_homes_get_room_path (const BhDemoRoom *room)
{
  g_return_val_if_fail (room != NULL, NULL);

  return g_strdup_printf ("%s/%u栋/%u单元/%u%02u", get_community (room)->name, room->building,
                          room->unit, room->floor, room->door);
}

/* Below the unit: name of the place, and what people call it after the unit's name. */
static void
make_unit_place (
    const BhDemoRoom *room, const char *place, const char *called, char **path, char **name)
{
  *path = g_strdup_printf ("%s/%u栋/%u单元/%s", get_community (room)->name, room->building,
                           room->unit, place);
  *name = g_strdup_printf ("%u栋%u单元%s", room->building, room->unit, called);
}

static gboolean
pick_lift (const BhDemoRoom *room, BhDemoRandom *random, char **path, char **name)
{
  const BhDemoCommunity *community = get_community (room);
  g_autofree char *lift = NULL;

  if (community->lifts == 0)
    return FALSE;

  lift = g_strdup_printf ("%u号电梯", bh_demo_random_between (random, 1, community->lifts));
  make_unit_place (room, lift, community->lifts > 1 ? lift : "电梯", path, name);

  return TRUE;
}

static gboolean
pick_area (
    const BhDemoRoom *room, BhDemoRandom *random, BhDemoScene scene, char **path, char **name)
{
  const BhDemoCommunity *community = get_community (room);
  const BhDemoArea *chosen = NULL;
  guint seen = 0;

  /* The last of those that each in turn wins against the ones before: all are equally likely. */
  for (const BhDemoArea *area = community->areas; area->name != NULL; area++)
    if (area->scene == scene && bh_demo_random_below (random, ++seen) == 0)
      chosen = area;
  if (chosen == NULL)
    return FALSE;

  *path = g_strdup_printf ("%s/%s", community->name, chosen->name);
  *name = g_strdup (chosen->name);

  return TRUE;
}

gboolean
bh_demo_homes_pick_place (
    const BhDemoRoom *room, BhDemoRandom *random, BhDemoScene scene, char **path, char **name)
{
  g_return_val_if_fail (room != NULL, FALSE);
  g_return_val_if_fail (path != NULL && name != NULL, FALSE);

  switch (scene)
    {
    case BH_DEMO_SCENE_STAIRS:
      make_unit_place (room, STAIRS_NAME, "", path, name);
      return TRUE;
    case BH_DEMO_SCENE_DOOR:
      make_unit_place (room, DOOR_NAME, "", path, name);
      return TRUE;
    case BH_DEMO_SCENE_LIFT:
      return pick_lift (room, random, path, name);
    case BH_DEMO_SCENE_GARDEN:
    case BH_DEMO_SCENE_GARAGE:
    case BH_DEMO_SCENE_GATE:
    case BH_DEMO_SCENE_WASTE:
    case BH_DEMO_SCENE_PLAYGROUND:
      return pick_area (room, random, scene, path, name);
    case BH_DEMO_SCENE_ROOM:
    case BH_DEMO_N_SCENES:
      break;
    }

  return FALSE;
}
