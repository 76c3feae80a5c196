/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/bh-policy.h"

#include "base/bh-clock.h"

/* The table of product.md, in minutes by BhClockKind. */
static const gint64 expected[3][BH_N_CLOCKS] = {
  { 0, 10, 15, 0, 0, 0, 7 * 1440, 1440, 60, 1440 },
  { 0, 30, 60, 0, 1440, 0, 7 * 1440, 2880, 240, 4320 },
  { 0, 120, 240, 0, 2880, 0, 7 * 1440, 4320, 1440, 7200 },
};

static void
test_defaults (void)
{
  for (int grade = BH_GRADE_URGENT; grade <= BH_GRADE_GENERAL; grade++)
    {
      g_autoptr (BhPolicy) policy = bh_policy_new_default ((BhGrade) grade);

      g_assert_cmpint (policy->id, ==, 0);
      g_assert_cmpint (policy->category_id, ==, 0);
      g_assert_cmpint (policy->grade, ==, grade);
      g_assert_cmpint (policy->version, ==, 1);
      g_assert_cmpint (policy->hours, ==, BH_HOURS_CLOCK);
      for (int clock = 0; clock < BH_N_CLOCKS; clock++)
        g_assert_cmpint (policy->limits[clock], ==, expected[grade - 1][clock] * 60);
      g_assert_cmpint (policy->callback, ==, BH_CALLBACK_ALWAYS);
      g_assert_false (policy->retired || policy->skip_investigate || policy->skip_plan
                      || policy->needs_cause || policy->allows_answer);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/policy/defaults", test_defaults);

  return g_test_run ();
}
