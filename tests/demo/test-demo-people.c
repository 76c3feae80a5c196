/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo/bh-demo-estate.h"
#include "demo/bh-demo-people.h"
#include "domain/bh-types.h"

static void
test_names (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BhDemoRandom random;
  guint wang = 0;

  bh_demo_random_init (&random, 1, 0);
  for (guint i = 0; i < 5000; i++)
    {
      char *name = bh_demo_people_make_name (&random);

      g_assert_cmpint (g_utf8_strlen (name, -1), >=, 2);
      g_assert_cmpint (g_utf8_strlen (name, -1), <=, 4);
      wang += g_str_has_prefix (name, "王");
      g_hash_table_add (names, name);
    }
  g_assert_cmpuint (g_hash_table_size (names), >, 2000);
  g_assert_cmpuint (wang, >, 250);
  g_assert_cmpuint (wang, <, 550);
}

static void
test_phones (void)
{
  g_autoptr (GHashTable) phones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 20000; i++)
    {
      char *phone = bh_demo_people_make_phone (i);

      g_assert_true (g_regex_match_simple ("^1(42|43|54)[0-9]{8}$", phone, 0, 0));
      g_assert_true (g_hash_table_add (phones, phone));
    }
}

static void
test_staff (void)
{
  guint n;
  const BhDemoStaff *staff = bh_demo_people_get_staff (&n);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint workers[BH_DEMO_N_DEPARTMENTS] = { 0 };
  guint roles[BH_ROLE_ADMINISTRATOR + 1] = { 0 };

  g_assert_cmpuint (n, >=, 20);
  for (guint i = 0; i < n; i++)
    {
      BhRole role = (BhRole) bh_list_find (BH_LIST_ROLE, staff[i].role);

      g_assert_cmpint (role, !=, BH_ROLE_NONE);
      g_assert_true (g_hash_table_add (names, (gpointer) staff[i].name));
      workers[staff[i].department]++;
      roles[role]++;
    }
  for (guint i = 0; i < BH_DEMO_N_DEPARTMENTS; i++)
    g_assert_cmpuint (workers[i], >=, 1);
  g_assert_cmpuint (roles[BH_ROLE_MANAGER], >=, 1);
  g_assert_cmpuint (roles[BH_ROLE_SUPERVISOR], >=, 1);
  g_assert_cmpuint (roles[BH_ROLE_CLERK], >=, 2); /* who finished does not call back */
  g_assert_cmpuint (roles[BH_ROLE_STEWARD], >=, 3);
}

static void
test_estate (void)
{
  guint n;
  const BhDemoCommunity *communities = bh_demo_estate_get_communities (&n);
  gboolean lifts[2] = { FALSE, FALSE };
  guint households = 0;

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    {
      gboolean scenes[BH_DEMO_N_SCENES] = { FALSE };

      for (const BhDemoArea *area = communities[i].areas; area->name != NULL; area++)
        scenes[area->scene] = TRUE;
      g_assert_true (scenes[BH_DEMO_SCENE_GARDEN] && scenes[BH_DEMO_SCENE_GARAGE]);
      g_assert_true (scenes[BH_DEMO_SCENE_GATE] && scenes[BH_DEMO_SCENE_WASTE]);
      g_assert_true (scenes[BH_DEMO_SCENE_PLAYGROUND]);
      lifts[communities[i].lifts > 0] = TRUE;
      households += bh_demo_estate_count_households (&communities[i]);
    }
  g_assert_true (lifts[FALSE] && lifts[TRUE]);
  g_assert_cmpuint (households, >=, 2800);
  g_assert_cmpuint (households, <=, 3300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/people/names", test_names);
  g_test_add_func ("/demo/people/phones", test_phones);
  g_test_add_func ("/demo/people/staff", test_staff);
  g_test_add_func ("/demo/people/estate", test_estate);

  return g_test_run ();
}
