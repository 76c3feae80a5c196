/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-memory.h"

#include "base/bh-clock.h"

#include <string.h>

#define SIZE 4096
#define TRIES 24
#define WINDOW (60 * 24 * 60 * 60 * BH_USEC_PER_SEC)

struct _BhDemoMemory
{
  BhDemoMemo memos[SIZE];
  guint used;
  guint next;
};

static void
clear_memo (BhDemoMemo *memo)
{
  g_free (memo->place_path);
  g_free (memo->place_name);
  memset (memo, 0, sizeof *memo);
}

BhDemoMemory *
bh_demo_memory_new (void)
{
  return g_new0 (BhDemoMemory, 1);
}

void
bh_demo_memory_free (BhDemoMemory *self)
{
  for (guint i = 0; i < self->used; i++)
    clear_memo (&self->memos[i]);
  g_free (self);
}

BhDemoMemo *
bh_demo_memory_add (BhDemoMemory *self)
{
  BhDemoMemo *memo;

  g_return_val_if_fail (self != NULL, NULL);

  memo = &self->memos[self->next];
  clear_memo (memo);
  self->next = (self->next + 1) % SIZE;
  self->used = MIN (self->used + 1, SIZE);

  return memo;
}

BhDemoMemo *
bh_demo_memory_recall (BhDemoMemory *self, BhDemoRandom *random, gint64 at)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < TRIES && self->used > 0; i++)
    {
      BhDemoMemo *memo = &self->memos[bh_demo_random_below (random, self->used)];

      if (memo->finished_at != 0 && memo->finished_at < at && memo->finished_at > at - WINDOW)
        return memo;
    }

  return NULL;
}
