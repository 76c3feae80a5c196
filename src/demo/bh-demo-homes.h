/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-random.h"
#include "demo/bh-demo-texts.h"
#include "storage/bh-work.h"

G_BEGIN_DECLS

/**
 * BhDemoPerson:
 *
 * Somebody who lives in a room and may call.
 */
typedef struct
{
  char *name;  /* (owned) */
  char *phone; /* (owned) */
} BhDemoPerson;

/**
 * BhDemoRoom:
 *
 * A household. Its path is as the verbs take it: "滨河花园/3栋/2单元/301".
 */
typedef struct
{
  guint community; /* index of the community */
  guint building;  /* from 1 */
  guint unit;      /* from 1 */
  guint floor;     /* from 1 */
  guint door;      /* from 1 */
  guint first_person;
  guint n_persons; /* 0: empty */
  guint weight;    /* how often it calls */
} BhDemoRoom;

/**
 * BhDemoHomes:
 * @persons: (owned) (element-type BhDemoPerson)
 * @rooms: (owned) (element-type BhDemoRoom)
 * @ranks: (owned) (element-type guint): sum of the weights of all rooms up to and with this one
 *
 * The communities with who lives there.
 */
typedef struct
{
  GArray *persons;
  GArray *rooms;
  GArray *ranks;
} BhDemoHomes;

/**
 * bh_demo_homes_build:
 * @work: the transaction
 * @stewards: (array length=n_stewards): staff who look after the buildings in turn
 * @seed: of the office
 *
 * Adds communities, buildings, units, rooms, public areas, equipment and contacts to the register.
 *
 * Returns: (transfer full) (nullable): the homes
 */
BhDemoHomes *bh_demo_homes_build (
    BhWork *work, const gint64 *stewards, guint n_stewards, guint64 seed, GError **error);
void bh_demo_homes_free (BhDemoHomes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhDemoHomes, bh_demo_homes_free)

/** bh_demo_homes_pick_room: Returns: (transfer none): a room; some call more often than others */
const BhDemoRoom *bh_demo_homes_pick_room (const BhDemoHomes *self, BhDemoRandom *random);

/** bh_demo_homes_pick_person: Returns: (transfer none) (nullable): who lives in @room and calls */
const BhDemoPerson *
bh_demo_homes_pick_person (const BhDemoHomes *self, BhDemoRandom *random, const BhDemoRoom *room);

/** bh_demo_homes_get_room_path: Returns: (transfer full): its path from the community down */
char *bh_demo_homes_get_room_path (const BhDemoRoom *room);

/**
 * bh_demo_homes_pick_place:
 * @room: of who calls
 * @scene: what sort of place
 * @path: (out) (transfer full): of a public area or piece of equipment near the room
 * @name: (out) (transfer full): what people call it
 *
 * Returns: FALSE for the scene of a room, and where the community has no such place
 */
gboolean bh_demo_homes_pick_place (
    const BhDemoRoom *room, BhDemoRandom *random, BhDemoScene scene, char **path, char **name);

G_END_DECLS
