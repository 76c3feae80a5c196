/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/bh-id-source.h"

static void
test_fixed (void)
{
  g_autoptr (BhClock) clock = bh_clock_new_fixed (5);

  g_assert_cmpint (bh_clock_now (clock), ==, 5);
  bh_clock_set (clock, 7);
  g_assert_cmpint (bh_clock_now (clock), ==, 7);
}

static void
test_ids_grow (void)
{
  gint64 start = G_GINT64_CONSTANT (1790000000) * BH_USEC_PER_SEC;
  g_autoptr (BhClock) clock = bh_clock_new_fixed (start);
  g_autoptr (BhIdSource) ids = bh_id_source_new (clock, 3);
  gint64 last = 0;

  /* More than a millisecond holds, and then a clock that goes back. */
  for (guint i = 0; i < 10000; i++)
    {
      gint64 id = bh_id_source_next (ids);

      g_assert_cmpint (id, >, last);
      g_assert_cmpint ((id >> 12) & BH_MAX_DESK, ==, 3);
      last = id;
    }
  bh_clock_set (clock, start - BH_USEC_PER_SEC);
  g_assert_cmpint (bh_id_source_next (ids), >, last);
}

static void
test_ids_advance (void)
{
  gint64 start = G_GINT64_CONSTANT (1790000000) * BH_USEC_PER_SEC;
  g_autoptr (BhClock) early = bh_clock_new_fixed (start);
  g_autoptr (BhClock) late = bh_clock_new_fixed (start + 90 * BH_USEC_PER_SEC);
  g_autoptr (BhIdSource) a = bh_id_source_new (early, 0);
  g_autoptr (BhIdSource) b = bh_id_source_new (late, 1);
  gint64 used = bh_id_source_next (b);

  bh_id_source_advance (a, used);
  g_assert_cmpint (bh_id_source_next (a), >, used);
}

static void
test_salts (void)
{
  g_autoptr (BhClock) clock = bh_clock_new_fixed (0);
  g_autoptr (BhIdSource) a = bh_id_source_new (clock, 0);
  g_autoptr (BhIdSource) b = bh_id_source_new (clock, 0);

  g_assert_cmpint (bh_id_source_salt (a), !=, bh_id_source_salt (b));
  bh_id_source_set_seed (a, 42);
  bh_id_source_set_seed (b, 42);
  g_assert_cmpint (bh_id_source_salt (a), ==, bh_id_source_salt (b));
  g_assert_cmpint (bh_id_source_salt (a), >=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/id-source/ids-grow", test_ids_grow);
  g_test_add_func ("/id-source/advance", test_ids_advance);
  g_test_add_func ("/id-source/salts", test_salts);

  return g_test_run ();
}
