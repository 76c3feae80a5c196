/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/bh-verb-groups.h"

/* No letter means two things for one and the same ticket. */
static void
test_letters (void)
{
  guint n_rules;
  const BhLoopRule *rules = bh_loop_get_rules (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    for (guint j = i + 1; j < n_rules; j++)
      {
        gboolean either = (rules[i].verb == BH_VERB_SUSPEND && rules[j].verb == BH_VERB_RESUME)
                          || (rules[j].verb == BH_VERB_SUSPEND && rules[i].verb == BH_VERB_RESUME);

        if (rules[i].key != 0 && !either)
          g_assert_cmpint (rules[i].key, !=, rules[j].key);
      }
}

static void
test_labels (void)
{
  for (BhVerbGroup group = BH_VERB_GROUP_LEAD; group < BH_N_VERB_GROUPS; group++)
    g_assert_cmpstr (bh_verb_group_get_label (group), !=, "");
}

static void
test_groups (void)
{
  g_assert_cmpint (bh_verb_get_group (BH_VERB_DISPATCH), ==, BH_VERB_GROUP_LEAD);
  g_assert_cmpint (bh_verb_get_group (BH_VERB_TRANSFER), ==, BH_VERB_GROUP_OTHERS);
  g_assert_cmpint (bh_verb_get_group (BH_VERB_NOTE), ==, BH_VERB_GROUP_TALK);
  g_assert_cmpint (bh_verb_get_group (BH_VERB_EXTEND), ==, BH_VERB_GROUP_EXCEPTION);
  g_assert_cmpint (bh_verb_get_group (BH_VERB_MERGE), ==, BH_VERB_GROUP_MATTER);
  g_assert_cmpint (bh_verb_get_group (BH_VERB_REGRADE), ==, BH_VERB_GROUP_CORRECT);
  g_assert_true (bh_verb_is_frequent (BH_VERB_APPROVE));
  g_assert_false (bh_verb_is_frequent (BH_VERB_EXTEND));
  g_assert_false (bh_verb_is_frequent (BH_VERB_CORRECT));
}

static void
test_keys (void)
{
  g_autofree char *small = bh_verb_key_dup_label ('a'), *big = bh_verb_key_dup_label ('A');
  g_autofree char *plain = bh_verb_key_dup_accelerator ('a');
  g_autofree char *shifted = bh_verb_key_dup_accelerator ('A');
  g_autofree char *spoken = bh_verb_key_dup_spoken ('A');

  g_assert_cmpstr (small, ==, "A");
  g_assert_cmpstr (big, ==, "⇧A");
  g_assert_cmpstr (plain, ==, "a");
  g_assert_cmpstr (shifted, ==, "<Shift>a");
  g_assert_cmpstr (spoken, ==, "Shift+A");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verb-groups/letters", test_letters);
  g_test_add_func ("/verb-groups/labels", test_labels);
  g_test_add_func ("/verb-groups/groups", test_groups);
  g_test_add_func ("/verb-groups/keys", test_keys);

  return g_test_run ();
}
