/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "demo/bh-demo-homes.h"

G_BEGIN_DECLS

/**
 * BhDemoMemo:
 *
 * What is remembered of a ticket, so that a later one can repeat it.
 */
typedef struct
{
  char number[24];
  const BhDemoRoom *room;
  const BhDemoLeaf *leaf;
  char *place_path; /* (owned) (nullable) */
  char *place_name; /* (owned) (nullable) */
  const char *thing;
  const char *spot;
  gint64 finished_at; /* 0: not finished within the window */
} BhDemoMemo;

/**
 * BhDemoMemory:
 *
 * The last few thousand tickets; older ones are forgotten, so that its size does not grow.
 */
typedef struct _BhDemoMemory BhDemoMemory;

BhDemoMemory *bh_demo_memory_new (void);
void bh_demo_memory_free (BhDemoMemory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhDemoMemory, bh_demo_memory_free)

/** bh_demo_memory_add: Returns: (transfer none): a place for the next memo, empty; it lives until
 * it is the oldest */
BhDemoMemo *bh_demo_memory_add (BhDemoMemory *self);

/**
 * bh_demo_memory_recall:
 * @at: an instant
 *
 * Returns: (transfer none) (nullable): a ticket that was finished within the 60 days before @at
 */
BhDemoMemo *bh_demo_memory_recall (BhDemoMemory *self, BhDemoRandom *random, gint64 at);

G_END_DECLS
