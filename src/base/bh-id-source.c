/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-id-source.h"

#include <errno.h>
#include <sys/random.h>

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 2020-01-01 00:00 UTC */
#define SEQUENCE_BITS 12
#define DESK_BITS 10
#define SEQUENCE_MASK ((1 << SEQUENCE_BITS) - 1)
#define SALTS_AT_ONCE 32 /* 256 bytes: so many the kernel always gives in one piece */

/* Ids in the manner of "snowflakes": time, desk, sequence. Belongs to one thread. */
struct _BhIdSource
{
  GObject parent_instance;

  BhClock *clock; /* (owned) */
  gint64 desk;
  gint64 last_tick; /* milliseconds since EPOCH_MS of the last id */
  gint64 sequence;
  GRand *rand; /* (owned) (nullable): where salts are to be reproducible */
  guint64 salts[SALTS_AT_ONCE];
  guint n_salts; /* not given away yet */
};

G_DEFINE_FINAL_TYPE (BhIdSource, bh_id_source, G_TYPE_OBJECT)

static void
bh_id_source_finalize (GObject *object)
{
  BhIdSource *self = BH_ID_SOURCE (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->rand, g_rand_free);

  G_OBJECT_CLASS (bh_id_source_parent_class)->finalize (object);
}

static void
bh_id_source_class_init (BhIdSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bh_id_source_finalize;
}

static void
bh_id_source_init (BhIdSource *self)
{
}

BhIdSource *
bh_id_source_new (BhClock *clock, guint desk)
{
  BhIdSource *self;

  g_return_val_if_fail (BH_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (desk <= BH_MAX_DESK, NULL);

  self = g_object_new (BH_TYPE_ID_SOURCE, NULL);
  self->clock = g_object_ref (clock);
  self->desk = desk;

  return self;
}

void
bh_id_source_set_seed (BhIdSource *self, guint64 seed)
{
  guint32 words[2] = { (guint32) seed, (guint32) (seed >> 32) };

  g_return_if_fail (BH_IS_ID_SOURCE (self));

  g_clear_pointer (&self->rand, g_rand_free);
  self->rand = g_rand_new_with_seed_array (words, G_N_ELEMENTS (words));
}

void
bh_id_source_advance (BhIdSource *self, gint64 last)
{
  gint64 tick = last >> (SEQUENCE_BITS + DESK_BITS);

  g_return_if_fail (BH_IS_ID_SOURCE (self));

  if (tick >= self->last_tick)
    {
      self->last_tick = tick;
      self->sequence = SEQUENCE_MASK;
    }
}

gint64
bh_id_source_next (BhIdSource *self)
{
  gint64 tick;

  g_return_val_if_fail (BH_IS_ID_SOURCE (self), 0);

  tick = MAX (bh_clock_now (self->clock) / 1000 - EPOCH_MS, 1);
  if (tick > self->last_tick)
    {
      self->last_tick = tick;
      self->sequence = 0;
    }
  else if (self->sequence < SEQUENCE_MASK)
    self->sequence++;
  else
    {
      self->last_tick++;
      self->sequence = 0;
    }

  return (self->last_tick << (SEQUENCE_BITS + DESK_BITS)) | (self->desk << SEQUENCE_BITS)
         | self->sequence;
}

static guint64
take_kernel_salt (BhIdSource *self)
{
  if (self->n_salts == 0)
    {
      if (getrandom (self->salts, sizeof self->salts, 0) != sizeof self->salts)
        g_error ("the kernel gives no random numbers: %s", g_strerror (errno));
      self->n_salts = SALTS_AT_ONCE;
    }

  return self->salts[--self->n_salts];
}

gint64
bh_id_source_salt (BhIdSource *self)
{
  guint64 salt;

  g_return_val_if_fail (BH_IS_ID_SOURCE (self), 0);

  if (self->rand != NULL)
    salt = ((guint64) g_rand_int (self->rand) << 32) | g_rand_int (self->rand);
  else
    salt = take_kernel_salt (self);

  return (gint64) (salt >> 1);
}
