/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-policy.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

G_DEFINE_FINAL_TYPE (BhPolicy, bh_policy, G_TYPE_OBJECT)

/* The defaults of product.md, in the order urgent, important, general. Investigation and execution
 * have no limit of their own: completion covers them. An urgent matter is not planned on paper. */
static const gint64 default_limits[BH_N_CLOCKS][3] = {
  [BH_CLOCK_DISPATCH] = { 10 * MINUTE, 30 * MINUTE, 2 * HOUR },
  [BH_CLOCK_ACCEPT] = { 15 * MINUTE, 1 * HOUR, 4 * HOUR },
  [BH_CLOCK_PLAN] = { 0, 24 * HOUR, 48 * HOUR },
  [BH_CLOCK_SIGN] = { 7 * DAY, 7 * DAY, 7 * DAY },
  [BH_CLOCK_CALLBACK] = { 24 * HOUR, 48 * HOUR, 72 * HOUR },
  [BH_CLOCK_RESPONSE] = { 1 * HOUR, 4 * HOUR, 24 * HOUR },
  [BH_CLOCK_COMPLETION] = { 24 * HOUR, 72 * HOUR, 120 * HOUR },
};

static void
bh_policy_class_init (BhPolicyClass *klass)
{
}

static void
bh_policy_init (BhPolicy *self)
{
  self->hours = BH_HOURS_CLOCK;
  self->version = 1;
  self->callback = BH_CALLBACK_ALWAYS;
  self->callback_percent = 100;
}

BhPolicy *
bh_policy_new_default (BhGrade grade)
{
  BhPolicy *self;

  g_return_val_if_fail (grade >= BH_GRADE_URGENT && grade <= BH_GRADE_GENERAL, NULL);

  self = g_object_new (BH_TYPE_POLICY, NULL);
  self->grade = grade;
  for (int clock = 0; clock < BH_N_CLOCKS; clock++)
    self->limits[clock] = default_limits[clock][grade - BH_GRADE_URGENT];

  return self;
}

/* A number from 0 to 99 that is spread evenly over ids in sequence (finalizer of splitmix64). */
static int
get_share (gint64 id)
{
  guint64 z = (guint64) id + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;

  return (int) (z % 100);
}

gboolean
bh_policy_wants_callback (BhPolicy *self, gint64 ticket_id, gboolean scored)
{
  g_return_val_if_fail (self == NULL || BH_IS_POLICY (self), FALSE);

  if (self == NULL)
    return TRUE;

  switch (self->callback)
    {
    case BH_CALLBACK_NEVER:
      return FALSE;
    case BH_CALLBACK_UNLESS_SCORED:
      return !scored;
    case BH_CALLBACK_SAMPLE:
      return get_share (ticket_id) < self->callback_percent;
    case BH_CALLBACK_ALWAYS:
      break;
    }

  return TRUE;
}
