/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-texts.h"
#include "domain/bh-types.h"

#include <string.h>

/* The cause list of product.md. */
static const char *const causes[]
    = { "workmanship", "material", "wear",    "design",      "process", "communication",
        "attitude",    "misuse",   "weather", "third-party", "unknown", NULL };

typedef void (*LeafFunc) (const BhDemoLeaf *leaf, gpointer data);

static void
for_each_leaf (LeafFunc func, gpointer data)
{
  const BhDemoTop *tops = bh_demo_texts_get_tops ();

  for (guint i = 0; i < BH_DEMO_N_TOPS; i++)
    for (gsize j = 0; j < tops[i].n_leaves; j++)
      func (&tops[i].leaves[j], data);
}

static void
assert_fills (const char *const *texts)
{
  static const BhDemoSlots slots = {
    .thing = "角阀",
    .spot = "厨房",
    .place = "3栋2单元",
    .since = "昨晚",
    .person = "王师傅",
    .month = "9",
    .amount = "88.50",
    .floor = 12,
    .days = 3,
    .times = 2,
  };

  for (guint i = 0; i < bh_demo_texts_count (texts); i++)
    {
      g_autofree char *text = bh_demo_texts_fill (texts[i], &slots);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_null (strpbrk (text, "{}"));
      g_assert_cmpuint (g_utf8_strlen (text, -1), >=, 2);
      g_assert_cmpuint (g_utf8_strlen (text, -1), <, 120);
    }
}

static void
assert_distinct (const char *const *texts)
{
  for (guint i = 0; i < bh_demo_texts_count (texts); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (texts[i], !=, texts[j]);
}

static void
check_leaf_texts (const BhDemoLeaf *leaf, gpointer data)
{
  const char *const *lists[] = { leaf->things,    leaf->spots,   leaf->troubles, leaf->dangers,
                                 leaf->questions, leaf->answers, leaf->ideas,    leaf->details,
                                 leaf->remedies,  leaf->facts,   leaf->measures, leaf->results };

  g_test_message ("%s", leaf->code);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      assert_fills (lists[i]);
      assert_distinct (lists[i]);
    }
  /* A slot within a word that fills a slot would stay. */
  for (guint i = 0; i < bh_demo_texts_count (leaf->things); i++)
    g_assert_null (strchr (leaf->things[i], '{'));
  for (guint i = 0; i < bh_demo_texts_count (leaf->spots); i++)
    g_assert_null (strchr (leaf->spots[i], '{'));
  g_assert_cmpuint (bh_demo_texts_count (leaf->troubles), >=, 8);
  g_assert_cmpuint (bh_demo_texts_count (leaf->things), >=, 4);
}

static void
test_leaf_texts (void)
{
  for_each_leaf (check_leaf_texts, NULL);
}

static void
check_leaf_numbers (const BhDemoLeaf *leaf, gpointer data)
{
  guint kinds = 0;
  guint season = 0;

  for (guint i = 0; i < BH_DEMO_N_KINDS; i++)
    kinds += leaf->kinds[i];
  for (guint i = 0; i < G_N_ELEMENTS (leaf->season); i++)
    season += leaf->season[i];

  g_test_message ("%s", leaf->code);
  g_assert_cmpuint (kinds, ==, 100);
  g_assert_cmpuint (season, >=, 110);
  g_assert_cmpuint (season, <=, 140);
  g_assert_cmpint (bh_list_find (BH_LIST_GRADE, leaf->grade), !=, 0);
  g_assert_cmpfloat (leaf->median_hours, >, 1);
  g_assert_cmpuint (leaf->preventable, <=, 100);
  g_assert_nonnull (leaf->causes[0].code);
  for (const BhDemoCause *cause = leaf->causes; cause->code != NULL; cause++)
    {
      g_assert_true (g_strv_contains (causes, cause->code));
      g_assert_cmpuint (cause->weight, >, 0);
    }

  /* What comes as a kind has words for it. */
  g_assert_true (leaf->kinds[2] == 0 || (leaf->questions != NULL && leaf->answers != NULL));
  g_assert_true (leaf->kinds[3] == 0 || leaf->ideas != NULL);
  g_assert_true (leaf->urgent == 0 || leaf->dangers != NULL);
  *(guint *) data += leaf->weight;
}

static void
test_leaf_numbers (void)
{
  guint weight = 0;

  for_each_leaf (check_leaf_numbers, &weight);
  g_assert_cmpuint (weight, ==, 1000);
}

static void
collect_code (const BhDemoLeaf *leaf, gpointer data)
{
  g_assert_true (g_hash_table_add (data, (gpointer) leaf->code));
  g_assert_true (g_hash_table_add (data, (gpointer) leaf->name));
}

static void
test_tree (void)
{
  static const char *const codes[BH_DEMO_N_TOPS]
      = { "repair", "communication", "fees", "environment", "order", "facilities" };
  /* Of product.md: 38.7, 27.3, 19.5 and 14.5 % of what is left beside order and facilities. */
  static const guint shares[BH_DEMO_N_TOPS] = { 310, 218, 156, 116, 80, 120 };
  const BhDemoTop *tops = bh_demo_texts_get_tops ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < BH_DEMO_N_TOPS; i++)
    {
      guint weight = 0;

      g_assert_cmpstr (tops[i].code, ==, codes[i]);
      g_assert_cmpuint (tops[i].n_leaves, >=, 4);
      g_assert_cmpuint (tops[i].n_leaves, <=, 7);
      for (gsize j = 0; j < tops[i].n_leaves; j++)
        weight += tops[i].leaves[j].weight;
      g_assert_cmpuint (weight, ==, shares[i]);
    }
  for_each_leaf (collect_code, seen);
}

static void
test_phrases (void)
{
  const BhDemoPhrases *phrases = bh_demo_texts_get_phrases ();
  const char *const *lists[] = { phrases->contacts,
                                 phrases->answers,
                                 phrases->idea_answers,
                                 phrases->praise_answers,
                                 phrases->reminders,
                                 phrases->notes,
                                 phrases->wrong_department,
                                 phrases->no_capacity,
                                 phrases->no_access,
                                 phrases->refusals,
                                 phrases->attempts,
                                 phrases->callbacks[0],
                                 phrases->callbacks[1],
                                 phrases->callbacks[2],
                                 phrases->callbacks[3],
                                 phrases->callbacks[4],
                                 phrases->unreached,
                                 phrases->withdrawals,
                                 phrases->voids,
                                 phrases->reopenings,
                                 phrases->regrades,
                                 phrases->recategorizations,
                                 phrases->corrections,
                                 phrases->rework_results,
                                 phrases->sinces,
                                 phrases->additions };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_assert_cmpuint (bh_demo_texts_count (lists[i]), >=, 3);
      assert_fills (lists[i]);
      assert_distinct (lists[i]);
    }
}

static void
test_fill (void)
{
  BhDemoSlots slots = { .thing = "门锁", .spot = "", .floor = 3 };
  g_autofree char *filled = bh_demo_texts_fill ("{floor}层{spot}{thing}坏了", &slots);
  g_autofree char *plain = bh_demo_texts_fill ("没有", &slots);
  g_autofree char *whole = bh_demo_texts_fill ("{thing}", &slots);

  g_assert_cmpstr (filled, ==, "3层门锁坏了");
  g_assert_cmpstr (plain, ==, "没有");
  g_assert_cmpstr (whole, ==, "门锁");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/texts/leaf-texts", test_leaf_texts);
  g_test_add_func ("/demo/texts/leaf-numbers", test_leaf_numbers);
  g_test_add_func ("/demo/texts/tree", test_tree);
  g_test_add_func ("/demo/texts/phrases", test_phrases);
  g_test_add_func ("/demo/texts/fill", test_fill);

  return g_test_run ();
}
