/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-random.h"

#include <math.h>

#define PCG_MULTIPLIER G_GUINT64_CONSTANT (6364136223846793005)

/* SplitMix64: one step of Weyl's sequence and a mixer whose every output bit depends on every bit
 * of @x, so that seeds 1 and 2 give states far from each other. */
static guint64
mix (guint64 x)
{
  x += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return x ^ (x >> 31);
}

void
bh_demo_random_init (BhDemoRandom *self, guint64 seed, guint64 stream)
{
  g_return_if_fail (self != NULL);

  self->state = mix (seed ^ mix (stream));
  self->increment = mix (self->state) | 1; /* the generator needs an odd one */
}

guint32
bh_demo_random_next (BhDemoRandom *self)
{
  guint64 old = self->state;
  guint32 shifted = (guint32) (((old >> 18) ^ old) >> 27);
  guint32 rotation = (guint32) (old >> 59);

  self->state = old * PCG_MULTIPLIER + self->increment;

  return (shifted >> rotation) | (shifted << ((32 - rotation) & 31));
}

guint
bh_demo_random_below (BhDemoRandom *self, guint n)
{
  g_return_val_if_fail (n > 0, 0);

  /* The high half of a product; for the small n of an office its bias is not seen. */
  return (guint) (((guint64) bh_demo_random_next (self) * n) >> 32);
}

guint
bh_demo_random_between (BhDemoRandom *self, guint low, guint high)
{
  g_return_val_if_fail (low <= high, low);

  return low + bh_demo_random_below (self, high - low + 1);
}

double
bh_demo_random_unit (BhDemoRandom *self)
{
  guint64 high = bh_demo_random_next (self);
  guint64 bits = (high << 32 | bh_demo_random_next (self)) >> 11;

  return (double) bits / (double) (G_GUINT64_CONSTANT (1) << 53);
}

gboolean
bh_demo_random_chance (BhDemoRandom *self, double percent)
{
  return bh_demo_random_unit (self) * 100 < percent;
}

guint
bh_demo_random_weighted (BhDemoRandom *self, const guint *weights, guint n)
{
  guint total = 0;
  guint point;
  guint i;

  for (i = 0; i < n; i++)
    total += weights[i];
  g_return_val_if_fail (total > 0, 0);

  point = bh_demo_random_below (self, total);
  for (i = 0; point >= weights[i]; i++)
    point -= weights[i];

  return i;
}

const char *
bh_demo_random_text (BhDemoRandom *self, const char *const *texts)
{
  return texts[bh_demo_random_below (self, g_strv_length ((char **) texts))];
}

double
bh_demo_random_exponential (BhDemoRandom *self)
{
  return -log (1 - bh_demo_random_unit (self));
}

double
bh_demo_random_normal (BhDemoRandom *self)
{
  double radius = sqrt (2 * bh_demo_random_exponential (self));

  return radius * cos (2 * G_PI * bh_demo_random_unit (self));
}

double
bh_demo_random_lognormal (BhDemoRandom *self, double median, double spread)
{
  return median * exp (spread * bh_demo_random_normal (self));
}

gint64
bh_demo_random_seconds (BhDemoRandom *self, double median_seconds, double spread)
{
  gint64 seconds = (gint64) (bh_demo_random_lognormal (self, median_seconds, spread) + 0.5);

  return MAX (seconds, 1);
}
