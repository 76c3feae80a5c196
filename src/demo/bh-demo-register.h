/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-homes.h"
#include "domain/bh-loop.h"

G_BEGIN_DECLS

/** BH_DEMO_PIN: of everybody in the demo office who approves */
#define BH_DEMO_PIN "2468"

/** BH_DEMO_N_PICTURES: how many different pictures are attached */
#define BH_DEMO_N_PICTURES 6

/**
 * BhDemoMember:
 * @name: full name
 * @department: where the person works
 * @actor: the person as a verb's actor
 *
 * A member of the demo office's staff.
 */
typedef struct
{
  const char *name;
  BhDemoDepartment department;
  BhActor actor;
} BhDemoMember;

/**
 * BhDemoRegister:
 * @homes: (owned): where people live, and who
 * @members: (owned) (element-type BhDemoMember): the staff
 * @away_id: the member of staff who is away in these days
 * @pictures: (owned): what their files are called in the store
 *
 * What the makers of tickets need to know of the register, in memory: about a megabyte.
 */
typedef struct
{
  BhDemoHomes *homes;
  GArray *members;
  gint64 away_id;
  char *pictures[BH_DEMO_N_PICTURES];
} BhDemoRegister;

/**
 * bh_demo_register_build:
 * @work: the transaction
 * @seed: of the office
 *
 * Fills the database with departments, staff, categories and their policies, communities down to
 * the rooms, public areas, equipment, and the people who live there.
 *
 * Returns: (transfer full) (nullable): the register
 */
BhDemoRegister *bh_demo_register_build (BhWork *work, guint64 seed, GError **error);
void bh_demo_register_free (BhDemoRegister *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhDemoRegister, bh_demo_register_free)

/**
 * bh_demo_register_pick_member:
 * @department: where they work
 * @role: what they are
 * @except: staff who it must not be, 0 for nobody
 *
 * Returns: (transfer none): a member of the department with that role, else anybody of it
 */
const BhDemoMember *bh_demo_register_pick_member (const BhDemoRegister *self,
                                                  BhDemoRandom *random,
                                                  BhDemoDepartment department,
                                                  BhRole role,
                                                  gint64 except);

G_END_DECLS
