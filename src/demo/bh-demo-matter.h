/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-memory.h"
#include "demo/bh-demo-register.h"
#include "domain/bh-office-time.h"

G_BEGIN_DECLS

/**
 * BhDemoMatter:
 *
 * What somebody raises: everything that is known when the telephone rings.
 */
typedef struct
{
  BhDemoRandom random; /* of this ticket alone */
  gint64 received_at;
  const char *top_code;
  const BhDemoLeaf *leaf;
  BhKind kind;
  BhGrade grade;
  const char *channel; /* code */
  const BhDemoRoom *room;
  const BhDemoPerson *person; /* (nullable): nobody can be asked */
  char *room_path;            /* (owned) */
  char *place_path;           /* (owned) (nullable): where it is not the room */
  char *place_name;           /* (owned) (nullable) */
  char *month;                /* (owned): number of the month before */
  char *amount;               /* (owned): of money */
  BhDemoSlots slots;          /* point to the above */
  BhDemoMemo *repeated;       /* (nullable): the earlier ticket that it repeats */
} BhDemoMatter;

/**
 * BhDemoMatters:
 *
 * Makes matters, one after the other in order of time.
 */
typedef struct _BhDemoMatters BhDemoMatters;

/**
 * bh_demo_matters_new:
 * @homes: (transfer none): must stay
 * @memory: (transfer none): the tickets so far; must stay
 */
BhDemoMatters *
bh_demo_matters_new (const BhDemoHomes *homes, BhDemoMemory *memory, BhOfficeTime *time);
void bh_demo_matters_free (BhDemoMatters *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhDemoMatters, bh_demo_matters_free)

/** bh_demo_matters_get_season: fills @season with the relative number of tickets of each month */
void bh_demo_matters_get_season (double season[12]);

/**
 * bh_demo_matters_next:
 * @seed: of the office
 * @index: of the ticket
 * @received_at: when it comes in
 * @matter: (out caller-allocates): to be cleared with bh_demo_matter_clear()
 */
void bh_demo_matters_next (
    BhDemoMatters *self, guint64 seed, guint index, gint64 received_at, BhDemoMatter *matter);

/** bh_demo_matter_clear: frees what @matter owns */
void bh_demo_matter_clear (BhDemoMatter *matter);

/** bh_demo_matter_say: Returns: (transfer full): one of @texts, filled for @matter */
char *bh_demo_matter_say (BhDemoMatter *matter, const char *const *texts);

/** bh_demo_matter_make_summary: Returns: (transfer full): what it is about, in a line */
char *bh_demo_matter_make_summary (BhDemoMatter *matter);

G_END_DECLS
