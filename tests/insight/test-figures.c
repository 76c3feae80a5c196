/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-figures.h"

/* Hand-made histories for the rules and traps of the figures, one at a time: what lies in a period,
 * what is ripe, what a ledger tells. */

static void
test_nothing (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  guint n;
  const BhFigureInfo *figures = bh_figures_list (&n);

  for (guint i = 0; i < n; i++)
    {
      BhFigureValue value = bh_test_figure (office, "2026-03", "2026-05-01", i);

      g_assert_true (value.has_value == (figures[i].form == BH_FIGURE_COUNT));
      g_assert_false (value.provisional);
      g_assert_cmpfloat (value.value, ==, 0);
    }
}

/* [from, to), and what happens at as-of is not known. */
static void
test_bounds (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-01", "general");

  bh_test_receive (office, "2026-04-01", "general");
  BH_TEST_DO (office, id, ANSWER, "2026-04-01", "result", "答", NULL);

  bh_test_assert_count (office, "2026-02", "2026-06-01", BH_FIGURE_RECEIVED, 0);
  bh_test_assert_count (office, "2026-03", "2026-06-01", BH_FIGURE_RECEIVED, 1);
  bh_test_assert_count (office, "2026-04", "2026-06-01", BH_FIGURE_RECEIVED, 1);
  bh_test_assert_count (office, "2026-03", "2026-06-01", BH_FIGURE_FINISHED, 0);
  bh_test_assert_count (office, "2026-04", "2026-06-01", BH_FIGURE_FINISHED, 1);
  bh_test_assert_count (office, "2026-03", "2026-06-01", BH_FIGURE_OPEN_AT_END, 1);

  bh_test_assert_count (office, "2026-04", "2026-04-01", BH_FIGURE_RECEIVED, 0);
  bh_test_assert_count (office, "2026-04", "2026-04-01", BH_FIGURE_FINISHED, 0);
  bh_test_assert_count (office, "2026-04", "2026-04-01 00:01", BH_FIGURE_FINISHED, 1);
  /* The end is the earlier of period and as-of. */
  bh_test_assert_count (office, "2026-04", "2026-04-01", BH_FIGURE_OPEN_AT_END, 1);
  bh_test_assert_provisional (office, "2026-04", "2026-04-30", BH_FIGURE_RECEIVED, TRUE);
  bh_test_assert_provisional (office, "2026-04", "2026-05-01", BH_FIGURE_RECEIVED, FALSE);
}

/* A limit is kept up to its very instant, and passed only after it. */
static void
test_limits (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-10 08:00", "general");

  bh_test_prepare (office, id, "2026-03-10 12:00");
  BH_TEST_DO (office, id, FINISH, "2026-03-15 08:00", "result", "好", NULL);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_COMPLETION_ON_TIME, 1, 1);

  bh_test_receive (office, "2026-03-27", "general");
  bh_test_assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_OVERDUE_OPEN_AT_END, 0);
  bh_test_assert_count (office, "2026-03", "2026-03-31 23:59", BH_FIGURE_OVERDUE_OPEN_AT_END, 0);
  bh_test_assert_count (office, "2026-04", "2026-04-01 00:01", BH_FIGURE_OVERDUE_OPEN_AT_END, 1);
}

/* Unfinished tickets are in no duration, and parts of days stay parts. */
static void
test_durations (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-10 08:00", "general");
  BhFigureValue value;

  bh_test_receive (office, "2026-03-11 08:00", "general");
  BH_TEST_DO (office, id, CONTACT, "2026-03-10 09:30", "text", "喂", NULL);
  bh_test_prepare (office, id, "2026-03-10 14:00");
  BH_TEST_DO (office, id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  id = bh_test_receive (office, "2026-03-12 08:00", "general");
  BH_TEST_DO (office, id, ANSWER, "2026-03-13 20:00", "result", "答", NULL);

  bh_test_assert_mean (office, "2026-03", "2026-05-01", BH_FIGURE_HANDLING_DAYS, 2, 1.0);
  bh_test_assert_mean (office, "2026-03", "2026-05-01", BH_FIGURE_RESPONSE_HOURS, 2, 18.75);
  bh_test_assert_mean (office, "2026-03", "2026-05-01", BH_FIGURE_HANDOVER_HOURS, 1, 6.0);
  value = bh_test_figure (office, "2026-03", "2026-05-01", BH_FIGURE_HANDLING_DAYS);
  g_assert_cmpfloat_with_epsilon (value.median, 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (value.p90, 1.4, 1e-9);
  bh_test_assert_mean (office, "2026-04", "2026-05-01", BH_FIGURE_HANDLING_DAYS, 0, 0);
}

/* Only what is ripe counts: a limit that is still to come is neither kept nor missed. */
static void
test_ripe (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-10 08:00", "important");

  bh_test_receive (office, "2026-03-10 08:00", "important");
  BH_TEST_DO (office, id, CONTACT, "2026-03-10 12:00", "text", "喂", NULL);

  bh_test_assert_share (office, "2026-03", "2026-03-10 11:00", BH_FIGURE_RESPONSE_ON_TIME, 0, 0);
  bh_test_assert_share (office, "2026-03", "2026-03-10 12:00", BH_FIGURE_RESPONSE_ON_TIME, 0, 2);
  bh_test_assert_share (office, "2026-03", "2026-03-10 12:01", BH_FIGURE_RESPONSE_ON_TIME, 1, 2);
  bh_test_assert_share (office, "2026-03", "2026-03-13 07:59", BH_FIGURE_COMPLETION_ON_TIME, 0, 0);
  bh_test_assert_share (office, "2026-03", "2026-03-13 08:00", BH_FIGURE_COMPLETION_ON_TIME, 0, 2);

  id = bh_test_receive (office, "2026-03-31 23:00", "general");
  bh_test_assert_provisional (office, "2026-03", "2026-04-01", BH_FIGURE_RESPONSE_ON_TIME, TRUE);
  bh_test_assert_provisional (office, "2026-03", "2026-04-02", BH_FIGURE_RESPONSE_ON_TIME, FALSE);
  bh_test_assert_provisional (office, "2026-03", "2026-04-02", BH_FIGURE_COMPLETION_ON_TIME, TRUE);
  bh_test_assert_provisional (office, "2026-03", "2026-04-06", BH_FIGURE_COMPLETION_ON_TIME, FALSE);
  bh_test_assert_provisional (office, "2026-03", "2026-04-06", BH_FIGURE_RESOLVED_SHARE, TRUE);
}

/* A deadline moved later is the old one before that. */
static void
test_moved_deadline (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  g_autofree char *general = bh_test_dup_policy (office, BH_GRADE_GENERAL);
  gint64 id = bh_test_receive (office, "2026-03-10 08:00", "urgent");

  BH_TEST_DO (office, id, REGRADE, "2026-03-12 08:00", "grade", "general", "policy", general, NULL);

  bh_test_assert_share (office, "2026-03", "2026-03-12 08:00", BH_FIGURE_RESPONSE_ON_TIME, 0, 1);
  bh_test_assert_share (office, "2026-03", "2026-03-12 08:00", BH_FIGURE_COMPLETION_ON_TIME, 0, 1);
  bh_test_assert_count (office, "2026-03", "2026-03-12 08:00", BH_FIGURE_OVERDUE_OPEN_AT_END, 1);
  bh_test_assert_share (office, "2026-03", "2026-03-12 08:01", BH_FIGURE_COMPLETION_ON_TIME, 0, 0);
  bh_test_assert_count (office, "2026-03", "2026-03-12 08:01", BH_FIGURE_OVERDUE_OPEN_AT_END, 0);
  bh_test_assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_OVERDUE_OPEN_AT_END, 1);
}

/* A ledger tells how things ended. What it does not tell stays out of denominators. */
static void
test_ledger (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  g_autofree char *received
      = g_strdup_printf ("%" G_GINT64_FORMAT, bh_test_at ("2011-07-04 08:00"));
  g_autofree char *due = g_strdup_printf ("%" G_GINT64_FORMAT, bh_test_at ("2011-07-08 08:00"));
  g_autofree char *finished
      = g_strdup_printf ("%" G_GINT64_FORMAT, bh_test_at ("2011-07-06 20:00"));

  bh_test_record (office, 0, BH_VERB_IMPORT, bh_test_at ("2026-12-01"), "status", "closed",
                  "received", received, "completion-due", due, "finished", finished, "closed",
                  finished, "rounds", "2", NULL);
  bh_test_record (office, 0, BH_VERB_IMPORT, bh_test_at ("2026-12-01"), "status", "registered",
                  "received", received, NULL);

  bh_test_assert_count (office, "2011-07", "2012-01-01", BH_FIGURE_RECEIVED, 2);
  bh_test_assert_count (office, "2011-07", "2012-01-01", BH_FIGURE_FINISHED, 1);
  bh_test_assert_count (office, "2011-07", "2012-01-01", BH_FIGURE_OPEN_AT_END, 1);
  bh_test_assert_count (office, "2011-07", "2012-01-01", BH_FIGURE_OVERDUE_OPEN_AT_END, 0);
  bh_test_assert_count (office, "2011-07", "2011-07-05", BH_FIGURE_OPEN_AT_END, 2);
  bh_test_assert_share (office, "2011-07", "2012-01-01", BH_FIGURE_COMPLETION_ON_TIME, 1, 1);
  bh_test_assert_share (office, "2011-07", "2012-01-01", BH_FIGURE_RESPONSE_ON_TIME, 0, 0);
  bh_test_assert_share (office, "2011-07", "2012-01-01", BH_FIGURE_REWORK_SHARE, 1, 1);
  bh_test_assert_share (office, "2011-07", "2012-01-01", BH_FIGURE_SIGNOFF_SHARE, 0, 0);
  bh_test_assert_share (office, "2011-07", "2012-01-01", BH_FIGURE_CALLBACK_SHARE, 0, 0);
  bh_test_assert_mean (office, "2011-07", "2012-01-01", BH_FIGURE_HANDLING_DAYS, 1, 2.5);
}

static void
test_repeats (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  g_autofree char *first = g_strdup_printf (
      "%" G_GINT64_FORMAT, bh_test_receive (office, "2026-03-10 08:00", "general"));

  bh_test_record (office, 0, BH_VERB_NEW, bh_test_at ("2026-03-20 08:00"), "repeat-of", first,
                  NULL);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_REPEAT_SHARE, 1, 2);
  bh_test_assert_share (office, "2026-03", "2026-03-20", BH_FIGURE_REPEAT_SHARE, 0, 1);
}

static void
test_registry (void)
{
  guint n;
  const BhFigureInfo *figures = bh_figures_list (&n);
  BhFigureBy by;

  g_assert_cmpuint (n, ==, BH_N_FIGURES);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (figures[i].key, !=, figures[j].key);
  g_assert_cmpstr (figures[BH_FIGURE_SATISFACTION_INDEX].key, ==, "satisfaction_index");

  g_assert_true (bh_figure_by_find ("month", &by));
  g_assert_cmpint (by, ==, BH_BY_MONTH);
  g_assert_false (bh_figure_by_find ("weather", &by));
  g_assert_false (bh_figure_by_find (NULL, &by));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/nothing", test_nothing);
  g_test_add_func ("/figures/bounds", test_bounds);
  g_test_add_func ("/figures/limits", test_limits);
  g_test_add_func ("/figures/durations", test_durations);
  g_test_add_func ("/figures/ripe", test_ripe);
  g_test_add_func ("/figures/moved-deadline", test_moved_deadline);
  g_test_add_func ("/figures/ledger", test_ledger);
  g_test_add_func ("/figures/repeats", test_repeats);
  g_test_add_func ("/figures/registry", test_registry);

  return g_test_run ();
}
