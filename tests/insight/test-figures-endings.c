/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-figures.h"

/* Hand-made histories for the figures of what comes after the work: sign-off, callback and rework,
 * reopening, and the other ways in which a ticket ends. */

/* Reopened in May, it was finished and closed in April all the same. */
static void
test_reopened (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-04-02", "general");

  bh_test_prepare (office, id, "2026-04-03");
  BH_TEST_DO (office, id, FINISH, "2026-04-04", "result", "好", NULL);
  BH_TEST_DO (office, id, SIGN, "2026-04-05", NULL);
  BH_TEST_DO (office, id, CALLBACK, "2026-04-06", "reached", "yes", "score", "5", NULL);
  BH_TEST_DO (office, id, REOPEN, "2026-05-10", "reason", "又坏", NULL);

  bh_test_assert_count (office, "2026-04", "2026-05-01", BH_FIGURE_FINISHED, 1);
  bh_test_assert_count (office, "2026-04", "2026-05-10", BH_FIGURE_FINISHED, 1);
  bh_test_assert_count (office, "2026-04", "2026-05-11", BH_FIGURE_FINISHED, 0);
  bh_test_assert_count (office, "2026-04", "2026-07-01", BH_FIGURE_OPEN_AT_END, 0);
  bh_test_assert_count (office, "2026-05", "2026-07-01", BH_FIGURE_OPEN_AT_END, 1);
  bh_test_assert_share (office, "2026-04", "2026-05-01", BH_FIGURE_RESOLVED_SHARE, 1, 1);
  bh_test_assert_share (office, "2026-04", "2026-07-01", BH_FIGURE_RESOLVED_SHARE, 0, 1);
  /* A score stays what it was. */
  bh_test_assert_share (office, "2026-04", "2026-07-01", BH_FIGURE_SATISFACTION, 1, 1);
}

/* A refused finish was none; the time until the refusal is no handling time. */
static void
test_rework (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-10 08:00", "general");

  bh_test_prepare (office, id, "2026-03-10 12:00");
  BH_TEST_DO (office, id, FINISH, "2026-03-11 08:00", "result", "好", NULL);
  BH_TEST_DO (office, id, REFUSE, "2026-04-02 08:00", "reason", "漏", NULL);
  bh_test_redo (office, id, "2026-04-02 09:00");
  BH_TEST_DO (office, id, FINISH, "2026-04-02 20:00", "result", "好", NULL);

  bh_test_assert_count (office, "2026-03", "2026-04-01", BH_FIGURE_FINISHED, 1);
  bh_test_assert_share (office, "2026-03", "2026-04-01", BH_FIGURE_REWORK_SHARE, 0, 1);
  bh_test_assert_mean (office, "2026-03", "2026-04-01", BH_FIGURE_HANDLING_DAYS, 1, 1.0);
  bh_test_assert_provisional (office, "2026-03", "2026-04-01", BH_FIGURE_FINISHED, TRUE);

  bh_test_assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_FINISHED, 0);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_REWORK_SHARE, 0, 0);
  bh_test_assert_count (office, "2026-04", "2026-05-01", BH_FIGURE_FINISHED, 1);
  bh_test_assert_share (office, "2026-04", "2026-05-01", BH_FIGURE_REWORK_SHARE, 1, 1);
  bh_test_assert_mean (office, "2026-04", "2026-05-01", BH_FIGURE_HANDLING_DAYS, 1, 1.5);
  /* The clock stood still as well: 120 hours were not used up. */
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_COMPLETION_ON_TIME, 1, 1);
  /* Between finish and refusal it was finished. */
  bh_test_assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_OVERDUE_OPEN_AT_END, 0);
  bh_test_assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_OPEN_AT_END, 1);
}

/* The limit of a stage moves likewise: that of the callback, from 72 hours to 24. */
static void
test_moved_stage (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  g_autofree char *urgent = bh_test_dup_policy (office, BH_GRADE_URGENT);
  gint64 id = bh_test_receive (office, "2026-03-10 08:00", "general");

  bh_test_prepare (office, id, "2026-03-10 12:00");
  BH_TEST_DO (office, id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  BH_TEST_DO (office, id, SIGN, "2026-03-11 08:00", NULL);
  BH_TEST_DO (office, id, REGRADE, "2026-03-13 08:00", "grade", "urgent", "policy", urgent, NULL);

  bh_test_assert_share (office, "2026-03", "2026-03-13 08:00", BH_FIGURE_CALLBACK_SHARE, 0, 0);
  bh_test_assert_share (office, "2026-03", "2026-03-13 08:01", BH_FIGURE_CALLBACK_SHARE, 0, 1);
}

static void
test_ended_otherwise (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 void_id = bh_test_receive (office, "2026-03-10 08:00", "urgent");
  gint64 early_id = bh_test_receive (office, "2026-03-10 08:00", "urgent");
  gint64 late_id = bh_test_receive (office, "2026-03-10 08:00", "urgent");
  gint64 finished_id = bh_test_receive (office, "2026-03-10 08:00", "general");

  BH_TEST_DO (office, void_id, VOID, "2026-04-10 08:00", "reason", "误", NULL);
  BH_TEST_DO (office, early_id, WITHDRAW, "2026-03-10 08:30", "reason", "罢", NULL);
  BH_TEST_DO (office, late_id, WITHDRAW, "2026-03-10 12:00", "reason", "罢", NULL);
  bh_test_prepare (office, finished_id, "2026-03-10 10:00");
  BH_TEST_DO (office, finished_id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  BH_TEST_DO (office, finished_id, WITHDRAW, "2026-04-10 12:00", "reason", "罢", NULL);

  /* Void counts until it is, and then never did. */
  bh_test_assert_count (office, "2026-03", "2026-04-10", BH_FIGURE_RECEIVED, 4);
  bh_test_assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_RECEIVED, 3);
  bh_test_assert_count (office, "2026-03", "2026-04-10", BH_FIGURE_OPEN_AT_END, 2);
  bh_test_assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_OPEN_AT_END, 1);

  /* Of the withdrawn ones only clocks count that had run out before. */
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_RESPONSE_ON_TIME, 0, 2);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_COMPLETION_ON_TIME, 1, 1);
  bh_test_assert_share (office, "2026-03", "2026-04-10", BH_FIGURE_RESOLVED_SHARE, 1, 4);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_RESOLVED_SHARE, 0, 3);

  /* A finished ticket that was withdrawn has neither duration nor quality. */
  bh_test_assert_count (office, "2026-03", "2026-04-01", BH_FIGURE_FINISHED, 1);
  bh_test_assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_FINISHED, 0);
  bh_test_assert_mean (office, "2026-03", "2026-05-01", BH_FIGURE_HANDLING_DAYS, 0, 0);
}

static void
test_signoff (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 signed_id = bh_test_receive (office, "2026-03-10 08:00", "general");
  gint64 silent_id = bh_test_receive (office, "2026-03-10 08:00", "general");
  gint64 nobody_id = bh_test_record (office, 0, BH_VERB_NEW, bh_test_at ("2026-03-10 08:00"),
                                     "contact-name", "匿名", NULL);

  bh_test_prepare (office, signed_id, "2026-03-10 10:00");
  BH_TEST_DO (office, signed_id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  bh_test_prepare (office, silent_id, "2026-03-10 10:00");
  BH_TEST_DO (office, silent_id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  bh_test_prepare (office, nobody_id, "2026-03-10 10:00");
  BH_TEST_DO (office, nobody_id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  BH_TEST_DO (office, nobody_id, SIGN, "2026-03-10 21:00", "by", "verified", NULL);
  BH_TEST_DO (office, signed_id, SIGN, "2026-03-12 20:00", NULL);

  bh_test_assert_share (office, "2026-03", "2026-03-12 20:00", BH_FIGURE_SIGNOFF_SHARE, 0, 0);
  bh_test_assert_share (office, "2026-03", "2026-03-17 19:59", BH_FIGURE_SIGNOFF_SHARE, 1, 1);
  bh_test_assert_share (office, "2026-03", "2026-03-17 20:00", BH_FIGURE_SIGNOFF_SHARE, 1, 2);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SIGNOFF_SHARE, 1, 2);
  bh_test_assert_provisional (office, "2026-03", "2026-05-01", BH_FIGURE_SIGNOFF_SHARE, TRUE);
}

static void
test_callback (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id, reworked_id = 0;

  for (guint score = 2; score <= 5; score++)
    {
      g_autofree char *text = g_strdup_printf ("%u", score);

      id = bh_test_receive (office, "2026-03-10 08:00", "general");
      if (score == 2)
        reworked_id = id;
      bh_test_prepare (office, id, "2026-03-10 10:00");
      BH_TEST_DO (office, id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
      BH_TEST_DO (office, id, SIGN, "2026-03-11 08:00", NULL);
      /* One of four is forgotten; the worst one leads to rework. */
      if (score == 2)
        BH_TEST_DO (office, id, CALLBACK, "2026-03-12 08:00", "reached", "yes", "score", text,
                    "rework", "yes", NULL);
      else if (score != 3)
        BH_TEST_DO (office, id, CALLBACK, "2026-03-12 08:00", "reached", "yes", "score", text,
                    NULL);
    }
  id = bh_test_receive (office, "2026-03-10 08:00", "general");
  bh_test_prepare (office, id, "2026-03-10 10:00");
  BH_TEST_DO (office, id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  BH_TEST_DO (office, id, SIGN, "2026-03-11 08:00", NULL);
  BH_TEST_DO (office, id, CALLBACK, "2026-03-12 08:00", "reached", "no", NULL);

  /* The reworked ticket is not finished any more, its score was given all the same. */
  bh_test_assert_share (office, "2026-03", "2026-03-12 08:00", BH_FIGURE_CALLBACK_SHARE, 0, 0);
  bh_test_assert_share (office, "2026-03", "2026-03-14 07:59", BH_FIGURE_CALLBACK_SHARE, 2, 3);
  bh_test_assert_share (office, "2026-03", "2026-03-14 08:00", BH_FIGURE_CALLBACK_SHARE, 2, 4);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SATISFACTION, 2, 3);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SATISFACTION_INDEX, 220, 3);
  bh_test_assert_share (office, "2026-04", "2026-05-01", BH_FIGURE_SATISFACTION_INDEX, 0, 0);

  /* Withdrawn after all, a ticket has no quality. */
  BH_TEST_DO (office, reworked_id, WITHDRAW, "2026-04-20", "reason", "罢", NULL);
  bh_test_assert_share (office, "2026-03", "2026-04-20", BH_FIGURE_SATISFACTION, 2, 3);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SATISFACTION, 2, 2);
}

/* One of three signs with a score, one without, one leaves before: two are asked for the sign-off.
 * Where the policy takes a score at the sign-off for the answer, one is called, whose answer does
 * not count. */
static void
test_several (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 other_id = bh_test_receive (office, "2026-02-10 08:00", "general");
  g_autofree char *other = g_strdup_printf ("%" G_GINT64_FORMAT, other_id);
  gint64 left_id = bh_test_receive (office, "2026-02-10 08:00", "general");
  g_autofree char *left = g_strdup_printf ("%" G_GINT64_FORMAT, left_id);
  gint64 id;

  bh_test_execute (office, "UPDATE policy SET callback = 2");
  bh_store_close (office->store);
  g_clear_object (&office->store);
  office->store = bh_store_open (office->path, BH_OPEN_EXISTING, office->clock, NULL);
  id = bh_test_receive (office, "2026-03-10 08:00", "general");
  BH_TEST_DO (office, id, JOIN, "2026-03-10 08:30", "ticket", other, "phone", "2", "reachable",
              "yes", NULL);
  BH_TEST_DO (office, id, JOIN, "2026-03-10 08:30", "ticket", left, "phone", "3", "reachable",
              "yes", NULL);
  bh_test_prepare (office, id, "2026-03-10 10:00");
  BH_TEST_DO (office, id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  BH_TEST_DO (office, id, SIGN, "2026-03-11 08:00", "complainant", "0", "score", "5", NULL);
  BH_TEST_DO (office, id, PART, "2026-03-11 09:00", "ticket", left, NULL);
  bh_test_assert_share (office, "2026-03", "2026-03-17 20:00", BH_FIGURE_SIGNOFF_SHARE, 1, 2);
  BH_TEST_DO (office, id, SIGN, "2026-03-18 08:00", "complainant", "1", NULL);

  /* Due after 72 hours; of the one who scored nobody asks for a callback. */
  bh_test_assert_share (office, "2026-03", "2026-03-21 07:59", BH_FIGURE_CALLBACK_SHARE, 0, 0);
  bh_test_assert_share (office, "2026-03", "2026-03-21 08:00", BH_FIGURE_CALLBACK_SHARE, 0, 1);
  BH_TEST_DO (office, id, CALLBACK, "2026-03-22 08:00", "complainant", "1", "reached", "yes",
              "score", "1", "invalid", "yes", NULL);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SIGNOFF_SHARE, 2, 2);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_CALLBACK_SHARE, 0, 1);
  bh_test_assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SATISFACTION, 0, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/reopened", test_reopened);
  g_test_add_func ("/figures/rework", test_rework);
  g_test_add_func ("/figures/moved-stage", test_moved_stage);
  g_test_add_func ("/figures/ended-otherwise", test_ended_otherwise);
  g_test_add_func ("/figures/signoff", test_signoff);
  g_test_add_func ("/figures/several", test_several);
  g_test_add_func ("/figures/callback", test_callback);

  return g_test_run ();
}
