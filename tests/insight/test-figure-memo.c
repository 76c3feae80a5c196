/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-figure-memo.h"

#include "insight/bh-test-figures.h"

/* What is asked for first is computed, what is asked for again is not: a memo that outlives its
 * read transaction answers from what it knows. */

static BhTestStore *
open_office (void)
{
  BhTestStore *office = bh_test_store_new_at (bh_test_at ("2026-06-01"));

  bh_test_record (office, 0, BH_VERB_NEW, bh_test_at ("2026-03-02 09:00"), NULL);
  bh_test_record (office, 0, BH_VERB_NEW, bh_test_at ("2026-03-03 09:00"), "kind", "complaint",
                  NULL);

  return office;
}

static double
get (BhFigureMemo *memo, const BhPeriod *period, const char *filter, BhFigureId figure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (filter, &error);
  const BhFigureValue *value = bh_figure_memo_get (memo, parsed, period, figure, &error);

  g_assert_no_error (error);

  return value->value;
}

static void
test_values (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (office->store, &error);
  BhPeriod march = { bh_test_at ("2026-03-01"), bh_test_at ("2026-04-01") };
  BhPeriod april = { bh_test_at ("2026-04-01"), bh_test_at ("2026-05-01") };
  g_autoptr (BhInsight) insight
      = bh_insight_new (reader, snapshot, bh_test_at ("2026-06-01"), BH_INSIGHT_EXACT, NULL);
  g_autoptr (BhFigureMemo) memo = bh_figure_memo_new (insight);
  const BhFigureValue *first, *again;
  gint64 begin;

  g_assert_cmpfloat (get (memo, &march, "", BH_FIGURE_RECEIVED), ==, 2);
  g_assert_cmpfloat (get (memo, &march, "kind:repair", BH_FIGURE_RECEIVED), ==, 1);
  g_assert_cmpfloat (get (memo, &april, "", BH_FIGURE_RECEIVED), ==, 0);
  g_assert_cmpfloat (get (memo, &april, "", BH_FIGURE_OPEN_AT_END), ==, 2);
  g_assert_true (bh_figure_memo_get_first (memo, &begin, &error));
  g_assert_cmpint (begin, ==, bh_test_at ("2026-03-02 09:00"));

  /* It does not look again, nor compute one figure after the other. */
  bh_test_execute (office, "DELETE FROM ticket");
  first = bh_figure_memo_get (memo, NULL, &march, BH_FIGURE_RECEIVED, &error);
  again = bh_figure_memo_get (memo, NULL, &march, BH_FIGURE_RECEIVED, &error);
  g_assert_true (first == again);
  g_assert_cmpfloat (first->value, ==, 2);
  g_assert_cmpfloat (get (memo, &march, "", BH_FIGURE_OPEN_AT_END), ==, 2);
  g_assert_true (bh_figure_memo_get_first (memo, &begin, &error));
  g_assert_cmpint (begin, ==, bh_test_at ("2026-03-02 09:00"));
}

static void
test_alone (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (office->store, &error);
  BhPeriod march = { bh_test_at ("2026-03-01"), bh_test_at ("2026-04-01") };
  g_autoptr (BhInsight) insight
      = bh_insight_new (reader, snapshot, bh_test_at ("2026-06-01"), BH_INSIGHT_EXACT, NULL);
  g_autoptr (BhFigureMemo) memo = bh_figure_memo_new (insight);

  bh_figure_memo_set_wanted (memo, BH_FIGURE_BIT (BH_FIGURE_RECEIVED));
  g_assert_cmpfloat (get (memo, &march, "", BH_FIGURE_RECEIVED), ==, 2);
  g_assert_cmpfloat (
      bh_figure_memo_get_alone (memo, NULL, &march, BH_FIGURE_OPEN_AT_END, &error)->value, ==, 2);
  g_assert_no_error (error);

  /* What was not asked for is asked for now, what was is not. */
  bh_test_execute (office, "DELETE FROM ticket");
  bh_figure_memo_set_wanted (memo, BH_FIGURES_ALL);
  g_assert_cmpfloat (get (memo, &march, "", BH_FIGURE_OVERDUE_OPEN_AT_END), ==, 0);
  g_assert_cmpfloat (get (memo, &march, "", BH_FIGURE_OPEN_AT_END), ==, 2);
  g_assert_cmpfloat (get (memo, &march, "", BH_FIGURE_RECEIVED), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure-memo/values", test_values);
  g_test_add_func ("/figure-memo/alone", test_alone);

  return g_test_run ();
}
