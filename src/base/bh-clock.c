/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-clock.h"

/* The injected source of "now". A fixed clock holds its instant in an atomic, so that the writer
 * thread and the main thread may read it while a test moves it. */
struct _BhClock
{
  GObject parent_instance;

  gboolean fixed;
  gint64 now; /* atomic; of a fixed clock */
};

G_DEFINE_FINAL_TYPE (BhClock, bh_clock, G_TYPE_OBJECT)

static void
bh_clock_class_init (BhClockClass *klass)
{
}

static void
bh_clock_init (BhClock *self)
{
}

BhClock *
bh_clock_new_system (void)
{
  return g_object_new (BH_TYPE_CLOCK, NULL);
}

BhClock *
bh_clock_new_fixed (gint64 now)
{
  BhClock *self = g_object_new (BH_TYPE_CLOCK, NULL);

  self->fixed = TRUE;
  __atomic_store_n (&self->now, now, __ATOMIC_RELAXED);

  return self;
}

gint64
bh_clock_now (BhClock *self)
{
  g_return_val_if_fail (BH_IS_CLOCK (self), 0);

  return self->fixed ? __atomic_load_n (&self->now, __ATOMIC_RELAXED) : g_get_real_time ();
}

void
bh_clock_set (BhClock *self, gint64 now)
{
  g_return_if_fail (BH_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  __atomic_store_n (&self->now, now, __ATOMIC_RELAXED);
}
