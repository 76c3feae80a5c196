/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-insight-check.h"

#include "config.h"
#include "insight/bh-figures.h"
#include "insight/bh-insight-results.h"
#include "insight/bh-test-figures.h"

/* Kept figures of an office that is sound, and of one where somebody meddled with them. */

#define HOUR (G_GINT64_CONSTANT (3600) * BH_USEC_PER_SEC)
#define ALL 1000

static const char *const months[] = { "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01" };

typedef struct
{
  BhTestStore *office;
  BhFigureBy by;
  BhInsightMode mode;
} Look;

/* All figures of every month; of every other one for all tickets. */
static gpointer
look_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  const Look *look = user_data;
  BhTestStore *office = look->office;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse ("kind:complaint", NULL);
  g_autoptr (BhInsight) insight = bh_insight_new (
      connection, snapshot, bh_clock_now (office->clock), look->mode, cancellable);

  for (guint i = 0; i + 1 < G_N_ELEMENTS (months); i++)
    {
      BhPeriod month = { bh_test_at (months[i]), bh_test_at (months[i + 1]) };
      g_autoptr (GPtrArray) groups = bh_figures_compute (
          insight, &month, look->by, i % 2 == 0 ? filter : NULL, BH_FIGURES_ALL, error);

      if (groups == NULL)
        return NULL;
    }

  return bh_insight_take_results (insight);
}

static void
look (BhTestStore *office, BhFigureBy by, BhInsightMode mode)
{
  Look look = { office, by, mode };
  g_autoptr (GError) error = NULL;
  BhInsightResults *results = bh_store_read (office->store, look_in_worker, &look, NULL, &error);

  g_assert_no_error (error);
  bh_insight_results_store_now (results, office->store, &error);
  g_assert_no_error (error);
}

/* What is entered at the very instant is not known yet. */
static void
pass_minute (BhTestStore *office)
{
  bh_clock_set (office->clock, bh_clock_now (office->clock) + HOUR / 60);
}

static BhTestStore *
open_office (void)
{
  static const char *const kinds[] = { "complaint", "repair", "inquiry" };
  BhTestStore *office = bh_test_store_new_at (bh_test_at ("2026-05-20 12:00"));

  for (guint i = 0; i < 60; i++)
    {
      gint64 at = bh_test_at (months[0]) + i * i * HOUR / 2;
      gint64 id = bh_test_record (office, 0, BH_VERB_NEW, at, "kind", kinds[i % 3], NULL);

      if (i % 4 != 0)
        bh_test_record (office, id, BH_VERB_ANSWER, at + i * HOUR / 4, "result", "好了", NULL);
    }
  pass_minute (office);
  for (BhInsightMode mode = BH_INSIGHT_EXACT; mode <= BH_INSIGHT_QUICK; mode++)
    {
      look (office, BH_BY_NOTHING, mode);
      look (office, BH_BY_KIND, mode);
      look (office, BH_BY_BUILDING, mode);
    }

  return office;
}

static BhInsightCheck *
check (BhTestStore *office, guint n_most)
{
  g_autoptr (GError) error = NULL;
  BhInsightCheck *result = bh_insight_check_run (office->store, n_most, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static void
assert_sound (BhTestStore *office)
{
  g_autoptr (BhInsightCheck) result = check (office, ALL);

  for (guint i = 0; i < result->problems->len; i++)
    g_error ("%s", (char *) g_ptr_array_index (result->problems, i));
  g_assert_cmpuint (result->n_checked, ==, result->n_holding);
  g_assert_cmpuint (result->n_checked, >, 100);
}

static void
test_sound (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  assert_sound (office);
  pass_minute (office);
  assert_sound (office);
}

/* bh_test_execute() tells that the register changed, which it did not. */
static void
meddle (BhTestStore *office, const char *sql)
{
  bh_test_execute (office, sql);
  bh_test_execute (office, "UPDATE figure_cache SET stamp = stamp + 2");
}

/* What was kept of one month stands in the place of another. */
static void
test_changed (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhInsightCheck) result = NULL, later = NULL;

  meddle (office, "UPDATE figure_cache SET value = (SELECT o.value FROM figure_cache AS o"
                  " WHERE o.key = figure_cache.key AND o.filter = figure_cache.filter"
                  " AND o.from_at > figure_cache.from_at) WHERE key LIKE 'received,%/0@%'"
                  " AND from_at = (SELECT MIN (f.from_at) FROM figure_cache AS f)");
  result = check (office, ALL);
  g_assert_cmpuint (result->problems->len, ==, 1);
  g_assert_true (g_pattern_match_simple (
      "*received*2026-03-01 to 2026-03-31*kind:complaint*is not what is computed now.",
      g_ptr_array_index (result->problems, 0)));

  /* Nobody is shown any more what was kept before a ticket came. */
  bh_test_record (office, 0, BH_VERB_NEW, bh_test_at ("2026-03-09"), "kind", "repair", NULL);
  pass_minute (office);
  later = check (office, ALL);
  g_assert_cmpuint (later->problems->len, ==, 0);
  g_assert_cmpuint (later->n_holding, <, result->n_holding);
}

static void
test_unknown (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhInsightCheck) result = NULL;

  meddle (office, "UPDATE figure_cache SET key = 'weather@" BH_VERSION "'"
                  " WHERE key LIKE 'received,%/0@%' AND filter = ''");
  /* Of another version of the program. */
  meddle (office, "UPDATE figure_cache SET key = 'weather@0'"
                  " WHERE key LIKE 'received,%/1@%' AND filter = ''");
  result = check (office, ALL);
  g_assert_cmpuint (result->problems->len, ==, 1);
  g_assert_true (g_pattern_match_simple ("*weather*2026-04-01*nothing that can be computed.",
                                         g_ptr_array_index (result->problems, 0)));
}

static void
test_sample (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhInsightCheck) result = check (office, 7);

  g_assert_cmpuint (result->n_checked, ==, 7);
  g_assert_cmpuint (result->n_holding, >, 100);
  g_assert_cmpuint (result->problems->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight-check/sound", test_sound);
  g_test_add_func ("/insight-check/changed", test_changed);
  g_test_add_func ("/insight-check/unknown", test_unknown);
  g_test_add_func ("/insight-check/sample", test_sample);

  return g_test_run ();
}
