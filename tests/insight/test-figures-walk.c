/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-spread.h"
#include "insight/bh-test-walk.h"

/* Every figure of random histories against the second computation. */

#define N_QUESTIONS 60
#define DAY (24 * 3600 * BH_USEC_PER_SEC)

/* What nobody ever asked about proves nothing; but few tickets come as far as to be signed. */
static gboolean seen[BH_N_FIGURES];

static void
assert_value (const BhFigureValue *value, BhTestExpected *expected, guint i, gboolean early)
{
  guint n;
  const BhFigureInfo *info = &bh_figures_list (&n)[i];
  BhSpread spread;

  seen[i] = seen[i] || value->has_value;
  g_assert_true (value->provisional == (early || expected->unsure[i]));
  switch (info->form)
    {
    case BH_FIGURE_COUNT:
      g_assert_cmpint (value->count, ==, expected->counts[i]);
      break;
    case BH_FIGURE_SHARE:
    case BH_FIGURE_MEAN:
      g_assert_cmpfloat (value->numerator, ==, expected->numerators[i]);
      g_assert_cmpfloat (value->denominator, ==, expected->denominators[i]);
      break;
    case BH_FIGURE_SPREAD:
      bh_spread_compute (expected->samples[i], &spread);
      g_assert_cmpint (value->count, ==, expected->samples[i]->len);
      g_assert_cmpfloat_with_epsilon (value->mean, spread.mean, 1e-7);
      g_assert_cmpfloat_with_epsilon (value->median, spread.median, 1e-7);
      g_assert_cmpfloat_with_epsilon (value->p90, spread.p90, 1e-7);
      break;
    }
}

static const char *
get_key (BhOffice *office, BhTicket *ticket, BhFigureBy by)
{
  if (by == BH_BY_NOTHING)
    return NULL;
  if (by == BH_BY_KIND)
    return bh_list_get_code (BH_LIST_KIND, (int) ticket->kind);
  if (ticket->department_id == 0)
    return "none";

  return bh_office_get_name (office, BH_TYPE_DEPARTMENT, ticket->department_id);
}

static void
assert_groups (BhTestStore *office,
               GPtrArray *histories,
               const BhPeriod *period,
               gint64 as_of,
               BhFigureBy by,
               const char *filter,
               BhGrade grade)
{
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (GPtrArray) groups = bh_test_figures (office, period, as_of, by, filter);
  gint64 received = 0, expected_received = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      BhFigureGroup *group = g_ptr_array_index (groups, i);
      BhTestExpected *expected = bh_test_expected_new ();

      for (guint j = 0; j < histories->len; j++)
        {
          BhTestHistory *history = g_ptr_array_index (histories, j);

          if ((grade == BH_GRADE_NONE || history->ticket->grade == grade)
              && g_strcmp0 (get_key (snapshot, history->ticket, by), group->key) == 0)
            bh_test_expected_count (expected, history, period, as_of, snapshot);
        }
      for (guint j = 0; j < BH_N_FIGURES; j++)
        assert_value (&group->values[j], expected, j, as_of < period->to);
      received += group->values[BH_FIGURE_RECEIVED].count;
      bh_test_expected_free (expected);
    }

  /* No group is missing. */
  for (guint j = 0; j < histories->len; j++)
    {
      BhTestHistory *history = g_ptr_array_index (histories, j);
      BhTestExpected *expected = bh_test_expected_new ();

      if (grade == BH_GRADE_NONE || history->ticket->grade == grade)
        bh_test_expected_count (expected, history, period, as_of, snapshot);
      expected_received += expected->counts[BH_FIGURE_RECEIVED];
      bh_test_expected_free (expected);
    }
  g_assert_cmpint (received, ==, expected_received);
}

/* Counts and means without percentiles are the same ones. */
static void
assert_quick (BhTestStore *office, const BhPeriod *period, gint64 as_of, const char *filter)
{
  g_autoptr (GPtrArray) whole = bh_test_figures (office, period, as_of, BH_BY_NOTHING, filter);
  g_autoptr (GPtrArray) quick = bh_test_figures_wanted (office, period, as_of, BH_BY_NOTHING,
                                                        filter, BH_FIGURES_ALL | BH_FIGURES_QUICK);
  const BhFigureGroup *a = g_ptr_array_index (whole, 0), *b = g_ptr_array_index (quick, 0);

  for (guint i = 0; i < BH_N_FIGURES; i++)
    {
      g_assert_true (a->values[i].has_value == b->values[i].has_value);
      g_assert_true (a->values[i].provisional == b->values[i].provisional);
      g_assert_cmpint (a->values[i].count, ==, b->values[i].count);
      g_assert_cmpfloat_with_epsilon (a->values[i].mean, b->values[i].mean, 1e-7);
    }
}

static void
test_walk (void)
{
  g_autoptr (BhTestWalk) walk = bh_test_walk_new ();

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      static const BhFigureBy bys[] = { BH_BY_NOTHING, BH_BY_KIND, BH_BY_DEPARTMENT };
      gint64 a = bh_test_walk_pick_instant (walk), b = bh_test_walk_pick_instant (walk);
      BhPeriod period = { MIN (a, b), MAX (a, b) };
      gint64 as_of = i % 5 < 2 ? period.to + 400 * DAY : bh_test_walk_pick_instant (walk);

      assert_groups (walk->store, walk->histories, &period, as_of, bys[i % 3],
                     i % 2 ? NULL : "grade:urgent", i % 2 ? BH_GRADE_NONE : BH_GRADE_URGENT);
      assert_quick (walk->store, &period, as_of, i % 2 ? NULL : "grade:urgent");
    }

  for (guint i = 0; i < BH_N_FIGURES; i++)
    if (!seen[i] && i < BH_FIGURE_PASS_SHARE)
      g_error ("%s never had a value", bh_figure_get_info ((BhFigureId) i)->key);
}

/* No ticket is lost by grouping, and none stands twice. */
static void
test_groups (void)
{
  static const BhFigureBy bys[] = { BH_BY_STAFF,     BH_BY_CAUSE,       BH_BY_BUILDING,
                                    BH_BY_CITY_TIER, BH_BY_ESTATE_KIND, BH_BY_CARE };
  g_autoptr (BhTestWalk) walk = bh_test_walk_new ();
  const BhPeriod period = { walk->start, walk->start + 60 * DAY };
  gint64 as_of = walk->start + 500 * DAY;
  g_autoptr (GPtrArray) all = bh_test_figures (walk->store, &period, as_of, BH_BY_NOTHING, NULL);
  const BhFigureGroup *total = g_ptr_array_index (all, 0);

  for (guint i = 0; i < G_N_ELEMENTS (bys); i++)
    {
      g_autoptr (GPtrArray) groups = bh_test_figures (walk->store, &period, as_of, bys[i], NULL);
      gint64 received = 0, handled = 0;

      for (guint j = 0; j < groups->len; j++)
        {
          const BhFigureGroup *group = g_ptr_array_index (groups, j);

          g_assert_nonnull (group->key);
          received += group->values[BH_FIGURE_RECEIVED].count;
          handled += group->values[BH_FIGURE_HANDLING_DAYS].count;
        }
      g_assert_cmpint (received, ==, total->values[BH_FIGURE_RECEIVED].count);
      g_assert_cmpint (handled, ==, total->values[BH_FIGURE_HANDLING_DAYS].count);
    }
}

/* Counts alone of a period that ends within a day are added from the days before and the rest. */
static void
test_counts_within_a_day (void)
{
  static const BhFigureBy bys[] = { BH_BY_NOTHING, BH_BY_KIND, BH_BY_DEPARTMENT };
  static const BhFigureId figures[] = { BH_FIGURE_RECEIVED, BH_FIGURE_FINISHED };
  g_autoptr (BhTestWalk) walk = bh_test_walk_new ();
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (walk->store->store);

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      gint64 a = bh_test_walk_pick_instant (walk), b = bh_test_walk_pick_instant (walk);
      BhPeriod period = { MIN (a, b), MAX (a, b) };
      gint64 as_of = period.to + 400 * DAY, found[2] = { 0 }, expected_found[2] = { 0 };
      BhFigureBy by = bys[i % G_N_ELEMENTS (bys)];
      g_autoptr (GPtrArray) groups = bh_test_figures_wanted (
          walk->store, &period, as_of, by, NULL,
          BH_FIGURE_BIT (BH_FIGURE_RECEIVED) | BH_FIGURE_BIT (BH_FIGURE_FINISHED));

      for (guint j = 0; j < groups->len; j++)
        {
          const BhFigureGroup *group = g_ptr_array_index (groups, j);

          for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
            found[k] += group->values[figures[k]].count;
          if (j > 0)
            g_assert_cmpint (
                group->values[BH_FIGURE_RECEIVED].count, <=,
                ((BhFigureGroup *) g_ptr_array_index (groups, j - 1))->values[0].count);
          for (guint k = 0; k < j; k++)
            g_assert_cmpstr (group->key, !=,
                             ((BhFigureGroup *) g_ptr_array_index (groups, k))->key);
        }
      for (guint j = 0; j < walk->histories->len; j++)
        {
          BhTestHistory *history = g_ptr_array_index (walk->histories, j);
          BhTestExpected *expected = bh_test_expected_new ();
          const char *key = get_key (snapshot, history->ticket, by);

          bh_test_expected_count (expected, history, &period, as_of, snapshot);
          for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
            expected_found[k] += expected->counts[figures[k]];
          for (guint k = 0; k < groups->len; k++)
            {
              BhFigureGroup *group = g_ptr_array_index (groups, k);

              if (g_strcmp0 (key, group->key) == 0)
                group->values[BH_FIGURE_RECEIVED].count -= expected->counts[BH_FIGURE_RECEIVED];
            }
          bh_test_expected_free (expected);
        }
      for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
        g_assert_cmpint (found[k], ==, expected_found[k]);
      for (guint k = 0; k < groups->len; k++)
        g_assert_cmpint (
            ((BhFigureGroup *) g_ptr_array_index (groups, k))->values[BH_FIGURE_RECEIVED].count, ==,
            0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures-walk/walk", test_walk);
  g_test_add_func ("/figures-walk/groups", test_groups);
  g_test_add_func ("/figures-walk/within-a-day", test_counts_within_a_day);

  return g_test_run ();
}
