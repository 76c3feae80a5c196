/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-query.h"
#include "insight/bh-test-walk.h"

/* What is known of the present has two forms, by the history and by the tickets' own columns: both
 * give the same values. */

#define N_QUESTIONS 60

static gpointer
is_present_in_worker (BhConnection *connection,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  gint64 *as_of = user_data;
  gboolean present;

  if (!bh_figure_query_is_present (connection, *as_of, &present, error))
    return NULL;

  return g_strdup (present ? "yes" : "no");
}

static void
assert_present (BhTestStore *store, gint64 as_of, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *answer
      = bh_store_read (store->store, is_present_in_worker, &as_of, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (answer, ==, expected ? "yes" : "no");
}

static void
assert_same (const BhFigureValue *a, const BhFigureValue *b)
{
  g_assert_true (a->has_value == b->has_value);
  g_assert_true (a->provisional == b->provisional);
  g_assert_cmpint (a->count, ==, b->count);
  g_assert_cmpfloat (a->value, ==, b->value);
  g_assert_cmpfloat (a->numerator, ==, b->numerator);
  g_assert_cmpfloat (a->denominator, ==, b->denominator);
  g_assert_cmpfloat_with_epsilon (a->mean, b->mean, 1e-9);
  g_assert_cmpfloat (a->median, ==, b->median);
  g_assert_cmpfloat (a->p90, ==, b->p90);
}

/* Nothing happens any more between the two instants, and every limit has passed: only the entries
 * of the clerks lie between them. */
static void
test_forms (void)
{
  static const BhFigureBy bys[]
      = { BH_BY_NOTHING, BH_BY_KIND, BH_BY_GRADE, BH_BY_CHANNEL, BH_BY_MONTH };
  g_autoptr (BhTestWalk) walk = bh_test_walk_new ();
  gint64 past = bh_test_at ("2027-05-31"), present = bh_test_at ("2027-06-02");

  assert_present (walk->store, past, FALSE);
  assert_present (walk->store, present, TRUE);
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      gint64 a = bh_test_walk_pick_instant (walk), b = bh_test_walk_pick_instant (walk);
      BhPeriod period = { MIN (a, b), MAX (a, b) + 1 };
      BhFigureBy by = bys[i % G_N_ELEMENTS (bys)];
      const char *filter = i % 2 ? "kind:complaint,repair" : NULL;
      BhFigureSet wanted = i % 3 ? BH_FIGURES_ALL : BH_FIGURES_ALL | BH_FIGURES_QUICK;
      g_autoptr (GPtrArray) before
          = bh_test_figures_wanted (walk->store, &period, past, by, filter, wanted);
      g_autoptr (GPtrArray) now
          = bh_test_figures_wanted (walk->store, &period, present, by, filter, wanted);

      g_assert_cmpuint (before->len, ==, now->len);
      for (guint j = 0; j < now->len; j++)
        {
          BhFigureGroup *left = g_ptr_array_index (before, j), *right = g_ptr_array_index (now, j);

          g_assert_cmpstr (left->key, ==, right->key);
          for (guint k = 0; k < BH_N_FIGURES; k++)
            assert_same (&left->values[k], &right->values[k]);
        }
    }
}

/* A ledger may tell what is still to come; and what came later is known to have come later. */
static void
test_future (void)
{
  g_autoptr (BhTestStore) store = bh_test_store_new_at (bh_test_at ("2026-03-01 10:00"));

  assert_present (store, bh_test_at ("2026-01-01"), TRUE);
  bh_test_record (store, 0, BH_VERB_NEW, bh_test_at ("2026-02-01"), NULL);
  assert_present (store, bh_test_at ("2026-03-01 10:00"), FALSE);
  assert_present (store, bh_test_at ("2026-03-01 10:01"), TRUE);
  bh_test_execute (store, "UPDATE ticket SET finished_at = 1893456000000000");
  assert_present (store, bh_test_at ("2026-03-01 10:01"), FALSE);
  assert_present (store, bh_test_at ("2031-03-01"), TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure-query/forms", test_forms);
  g_test_add_func ("/figure-query/future", test_future);

  return g_test_run ();
}
