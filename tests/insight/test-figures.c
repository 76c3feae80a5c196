/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-figures.h"
#include "storage/bh-register-repository.h"

/* Hand-made histories for the rules and traps of the figures, one at a time. Limits are those of
 * the default policies: response 1 h, 4 h, 24 h; completion 24 h, 72 h, 120 h; sign-off 7 days;
 * callback 24 h, 48 h, 72 h (urgent, important, general). */

static BhTestStore *
open_office (void)
{
  return bh_test_store_new_at (bh_test_at ("2027-01-01"));
}

#define DO(office, id, verb, at, ...)                                                              \
  g_assert_cmpint (bh_test_record (office, id, BH_VERB_##verb, bh_test_at (at), __VA_ARGS__), !=, 0)

/* A ticket that anybody can be asked about. */
static gint64
receive (BhTestStore *office, const char *at, const char *grade)
{
  return bh_test_record (office, 0, BH_VERB_NEW, bh_test_at (at), "grade", grade, "contact-name",
                         "张三", "phone", "13800000001", "reachable", "yes", NULL);
}

/* Dispatches, accepts and plans at @at. */
static void
prepare (BhTestStore *office, gint64 id, const char *at)
{
  DO (office, id, DISPATCH, at, NULL);
  DO (office, id, ACCEPT, at, NULL);
  DO (office, id, INVESTIGATE, at, "responsibility", "property", NULL);
  DO (office, id, PLAN, at, "measure", "换", NULL);
}

static void
redo (BhTestStore *office, gint64 id, const char *at)
{
  DO (office, id, ACCEPT, at, NULL);
  DO (office, id, INVESTIGATE, at, "responsibility", "property", NULL);
  DO (office, id, PLAN, at, "measure", "再换", NULL);
}

static BhFigureValue
get_figure (BhTestStore *office, const char *month, const char *as_of, BhFigureId figure)
{
  BhPeriod period;
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", &error);
  g_autoptr (GPtrArray) groups = NULL;
  BhFigureGroup *group;

  g_assert_no_error (error);
  g_assert_true (bh_office_time_get_month (time, atoi (month) * 100 + atoi (month + 5), &period));
  groups = bh_test_figures (office, &period, bh_test_at (as_of), BH_BY_NOTHING, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  group = g_ptr_array_index (groups, 0);
  g_assert_null (group->key);

  return group->values[figure];
}

static void
assert_count (
    BhTestStore *office, const char *month, const char *as_of, BhFigureId figure, gint64 expected)
{
  BhFigureValue value = get_figure (office, month, as_of, figure);

  g_assert_true (value.has_value);
  g_assert_cmpint (value.count, ==, expected);
}

static void
assert_share (BhTestStore *office,
              const char *month,
              const char *as_of,
              BhFigureId figure,
              double numerator,
              double denominator)
{
  BhFigureValue value = get_figure (office, month, as_of, figure);

  g_assert_cmpfloat (value.numerator, ==, numerator);
  g_assert_cmpfloat (value.denominator, ==, denominator);
  g_assert_true (value.has_value == (denominator > 0));
  if (denominator > 0)
    g_assert_cmpfloat_with_epsilon (value.value, numerator / denominator, 1e-12);
}

static void
assert_mean (BhTestStore *office,
             const char *month,
             const char *as_of,
             BhFigureId figure,
             gint64 count,
             double mean)
{
  BhFigureValue value = get_figure (office, month, as_of, figure);

  g_assert_cmpint (value.count, ==, count);
  g_assert_true (value.has_value == (count > 0));
  g_assert_cmpfloat_with_epsilon (value.mean, mean, 1e-9);
}

static void
assert_provisional (
    BhTestStore *office, const char *month, const char *as_of, BhFigureId figure, gboolean expected)
{
  g_assert_true (get_figure (office, month, as_of, figure).provisional == expected);
}

static void
test_nothing (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  guint n;
  const BhFigureInfo *figures = bh_figures_list (&n);

  for (guint i = 0; i < n; i++)
    {
      BhFigureValue value = get_figure (office, "2026-03", "2026-05-01", i);

      g_assert_true (value.has_value == (figures[i].form == BH_FIGURE_COUNT));
      g_assert_false (value.provisional);
      g_assert_cmpfloat (value.value, ==, 0);
    }
}

/* [from, to), and what happens at as-of is not known. */
static void
test_bounds (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 id = receive (office, "2026-03-01", "general");

  receive (office, "2026-04-01", "general");
  DO (office, id, ANSWER, "2026-04-01", "result", "答", NULL);

  assert_count (office, "2026-02", "2026-06-01", BH_FIGURE_RECEIVED, 0);
  assert_count (office, "2026-03", "2026-06-01", BH_FIGURE_RECEIVED, 1);
  assert_count (office, "2026-04", "2026-06-01", BH_FIGURE_RECEIVED, 1);
  assert_count (office, "2026-03", "2026-06-01", BH_FIGURE_FINISHED, 0);
  assert_count (office, "2026-04", "2026-06-01", BH_FIGURE_FINISHED, 1);
  assert_count (office, "2026-03", "2026-06-01", BH_FIGURE_OPEN_AT_END, 1);

  assert_count (office, "2026-04", "2026-04-01", BH_FIGURE_RECEIVED, 0);
  assert_count (office, "2026-04", "2026-04-01", BH_FIGURE_FINISHED, 0);
  assert_count (office, "2026-04", "2026-04-01 00:01", BH_FIGURE_FINISHED, 1);
  /* The end is the earlier of period and as-of. */
  assert_count (office, "2026-04", "2026-04-01", BH_FIGURE_OPEN_AT_END, 1);
  assert_provisional (office, "2026-04", "2026-04-30", BH_FIGURE_RECEIVED, TRUE);
  assert_provisional (office, "2026-04", "2026-05-01", BH_FIGURE_RECEIVED, FALSE);
}

/* A limit is kept up to its very instant, and passed only after it. */
static void
test_limits (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 id = receive (office, "2026-03-10 08:00", "general");

  prepare (office, id, "2026-03-10 12:00");
  DO (office, id, FINISH, "2026-03-15 08:00", "result", "好", NULL);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_COMPLETION_ON_TIME, 1, 1);

  receive (office, "2026-03-27", "general");
  assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_OVERDUE_OPEN_AT_END, 0);
  assert_count (office, "2026-03", "2026-03-31 23:59", BH_FIGURE_OVERDUE_OPEN_AT_END, 0);
  assert_count (office, "2026-04", "2026-04-01 00:01", BH_FIGURE_OVERDUE_OPEN_AT_END, 1);
}

/* Reopened in May, it was finished and closed in April all the same. */
static void
test_reopened (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 id = receive (office, "2026-04-02", "general");

  prepare (office, id, "2026-04-03");
  DO (office, id, FINISH, "2026-04-04", "result", "好", NULL);
  DO (office, id, SIGN, "2026-04-05", NULL);
  DO (office, id, CALLBACK, "2026-04-06", "reached", "yes", "score", "5", NULL);
  DO (office, id, REOPEN, "2026-05-10", "reason", "又坏", NULL);

  assert_count (office, "2026-04", "2026-05-01", BH_FIGURE_FINISHED, 1);
  assert_count (office, "2026-04", "2026-05-10", BH_FIGURE_FINISHED, 1);
  assert_count (office, "2026-04", "2026-05-11", BH_FIGURE_FINISHED, 0);
  assert_count (office, "2026-04", "2026-07-01", BH_FIGURE_OPEN_AT_END, 0);
  assert_count (office, "2026-05", "2026-07-01", BH_FIGURE_OPEN_AT_END, 1);
  assert_share (office, "2026-04", "2026-05-01", BH_FIGURE_RESOLVED_SHARE, 1, 1);
  assert_share (office, "2026-04", "2026-07-01", BH_FIGURE_RESOLVED_SHARE, 0, 1);
  /* A score stays what it was. */
  assert_share (office, "2026-04", "2026-07-01", BH_FIGURE_SATISFACTION, 1, 1);
}

/* A refused finish was none; the time until the refusal is no handling time. */
static void
test_rework (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 id = receive (office, "2026-03-10 08:00", "general");

  prepare (office, id, "2026-03-10 12:00");
  DO (office, id, FINISH, "2026-03-11 08:00", "result", "好", NULL);
  DO (office, id, REFUSE, "2026-04-02 08:00", "reason", "漏", NULL);
  redo (office, id, "2026-04-02 09:00");
  DO (office, id, FINISH, "2026-04-02 20:00", "result", "好", NULL);

  assert_count (office, "2026-03", "2026-04-01", BH_FIGURE_FINISHED, 1);
  assert_share (office, "2026-03", "2026-04-01", BH_FIGURE_REWORK_SHARE, 0, 1);
  assert_mean (office, "2026-03", "2026-04-01", BH_FIGURE_HANDLING_DAYS, 1, 1.0);
  assert_provisional (office, "2026-03", "2026-04-01", BH_FIGURE_FINISHED, TRUE);

  assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_FINISHED, 0);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_REWORK_SHARE, 0, 0);
  assert_count (office, "2026-04", "2026-05-01", BH_FIGURE_FINISHED, 1);
  assert_share (office, "2026-04", "2026-05-01", BH_FIGURE_REWORK_SHARE, 1, 1);
  assert_mean (office, "2026-04", "2026-05-01", BH_FIGURE_HANDLING_DAYS, 1, 1.5);
  /* The clock stood still as well: 120 hours were not used up. */
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_COMPLETION_ON_TIME, 1, 1);
  /* Between finish and refusal it was finished. */
  assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_OVERDUE_OPEN_AT_END, 0);
  assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_OPEN_AT_END, 1);
}

/* Unfinished tickets are in no duration, and parts of days stay parts. */
static void
test_durations (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 id = receive (office, "2026-03-10 08:00", "general");
  BhFigureValue value;

  receive (office, "2026-03-11 08:00", "general");
  DO (office, id, CONTACT, "2026-03-10 09:30", "text", "喂", NULL);
  prepare (office, id, "2026-03-10 14:00");
  DO (office, id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  id = receive (office, "2026-03-12 08:00", "general");
  DO (office, id, ANSWER, "2026-03-13 20:00", "result", "答", NULL);

  assert_mean (office, "2026-03", "2026-05-01", BH_FIGURE_HANDLING_DAYS, 2, 1.0);
  assert_mean (office, "2026-03", "2026-05-01", BH_FIGURE_RESPONSE_HOURS, 2, 18.75);
  assert_mean (office, "2026-03", "2026-05-01", BH_FIGURE_HANDOVER_HOURS, 1, 6.0);
  value = get_figure (office, "2026-03", "2026-05-01", BH_FIGURE_HANDLING_DAYS);
  g_assert_cmpfloat_with_epsilon (value.median, 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (value.p90, 1.4, 1e-9);
  assert_mean (office, "2026-04", "2026-05-01", BH_FIGURE_HANDLING_DAYS, 0, 0);
}

/* Only what is ripe counts: a limit that is still to come is neither kept nor missed. */
static void
test_ripe (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 id = receive (office, "2026-03-10 08:00", "important");

  receive (office, "2026-03-10 08:00", "important");
  DO (office, id, CONTACT, "2026-03-10 12:00", "text", "喂", NULL);

  assert_share (office, "2026-03", "2026-03-10 11:00", BH_FIGURE_RESPONSE_ON_TIME, 0, 0);
  assert_share (office, "2026-03", "2026-03-10 12:00", BH_FIGURE_RESPONSE_ON_TIME, 0, 2);
  assert_share (office, "2026-03", "2026-03-10 12:01", BH_FIGURE_RESPONSE_ON_TIME, 1, 2);
  assert_share (office, "2026-03", "2026-03-13 07:59", BH_FIGURE_COMPLETION_ON_TIME, 0, 0);
  assert_share (office, "2026-03", "2026-03-13 08:00", BH_FIGURE_COMPLETION_ON_TIME, 0, 2);

  id = receive (office, "2026-03-31 23:00", "general");
  assert_provisional (office, "2026-03", "2026-04-01", BH_FIGURE_RESPONSE_ON_TIME, TRUE);
  assert_provisional (office, "2026-03", "2026-04-02", BH_FIGURE_RESPONSE_ON_TIME, FALSE);
  assert_provisional (office, "2026-03", "2026-04-02", BH_FIGURE_COMPLETION_ON_TIME, TRUE);
  assert_provisional (office, "2026-03", "2026-04-06", BH_FIGURE_COMPLETION_ON_TIME, FALSE);
  assert_provisional (office, "2026-03", "2026-04-06", BH_FIGURE_RESOLVED_SHARE, TRUE);
}

static char *
dup_policy (BhTestStore *office, BhGrade grade)
{
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  BhPolicy *policy = bh_office_find_policy (snapshot, 0, grade, bh_test_at ("2026-03-10"));

  return g_strdup_printf ("%" G_GINT64_FORMAT, policy->id);
}

/* A deadline moved later is the old one before that. */
static void
test_moved_deadline (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autofree char *general = dup_policy (office, BH_GRADE_GENERAL);
  gint64 id = receive (office, "2026-03-10 08:00", "urgent");

  DO (office, id, REGRADE, "2026-03-12 08:00", "grade", "general", "policy", general, NULL);

  assert_share (office, "2026-03", "2026-03-12 08:00", BH_FIGURE_RESPONSE_ON_TIME, 0, 1);
  assert_share (office, "2026-03", "2026-03-12 08:00", BH_FIGURE_COMPLETION_ON_TIME, 0, 1);
  assert_count (office, "2026-03", "2026-03-12 08:00", BH_FIGURE_OVERDUE_OPEN_AT_END, 1);
  assert_share (office, "2026-03", "2026-03-12 08:01", BH_FIGURE_COMPLETION_ON_TIME, 0, 0);
  assert_count (office, "2026-03", "2026-03-12 08:01", BH_FIGURE_OVERDUE_OPEN_AT_END, 0);
  assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_OVERDUE_OPEN_AT_END, 1);
}

/* The limit of a stage moves likewise: that of the callback, from 72 hours to 24. */
static void
test_moved_stage (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autofree char *urgent = dup_policy (office, BH_GRADE_URGENT);
  gint64 id = receive (office, "2026-03-10 08:00", "general");

  prepare (office, id, "2026-03-10 12:00");
  DO (office, id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  DO (office, id, SIGN, "2026-03-11 08:00", NULL);
  DO (office, id, REGRADE, "2026-03-13 08:00", "grade", "urgent", "policy", urgent, NULL);

  assert_share (office, "2026-03", "2026-03-13 08:00", BH_FIGURE_CALLBACK_SHARE, 0, 0);
  assert_share (office, "2026-03", "2026-03-13 08:01", BH_FIGURE_CALLBACK_SHARE, 0, 1);
}

static void
test_ended_otherwise (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 void_id = receive (office, "2026-03-10 08:00", "urgent");
  gint64 early_id = receive (office, "2026-03-10 08:00", "urgent");
  gint64 late_id = receive (office, "2026-03-10 08:00", "urgent");
  gint64 finished_id = receive (office, "2026-03-10 08:00", "general");

  DO (office, void_id, VOID, "2026-04-10 08:00", "reason", "误", NULL);
  DO (office, early_id, WITHDRAW, "2026-03-10 08:30", "reason", "罢", NULL);
  DO (office, late_id, WITHDRAW, "2026-03-10 12:00", "reason", "罢", NULL);
  prepare (office, finished_id, "2026-03-10 10:00");
  DO (office, finished_id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  DO (office, finished_id, WITHDRAW, "2026-04-10 12:00", "reason", "罢", NULL);

  /* Void counts until it is, and then never did. */
  assert_count (office, "2026-03", "2026-04-10", BH_FIGURE_RECEIVED, 4);
  assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_RECEIVED, 3);
  assert_count (office, "2026-03", "2026-04-10", BH_FIGURE_OPEN_AT_END, 2);
  assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_OPEN_AT_END, 1);

  /* Of the withdrawn ones only clocks count that had run out before. */
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_RESPONSE_ON_TIME, 0, 2);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_COMPLETION_ON_TIME, 1, 1);
  assert_share (office, "2026-03", "2026-04-10", BH_FIGURE_RESOLVED_SHARE, 1, 4);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_RESOLVED_SHARE, 0, 3);

  /* A finished ticket that was withdrawn has neither duration nor quality. */
  assert_count (office, "2026-03", "2026-04-01", BH_FIGURE_FINISHED, 1);
  assert_count (office, "2026-03", "2026-05-01", BH_FIGURE_FINISHED, 0);
  assert_mean (office, "2026-03", "2026-05-01", BH_FIGURE_HANDLING_DAYS, 0, 0);
}

static void
test_signoff (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 signed_id = receive (office, "2026-03-10 08:00", "general");
  gint64 silent_id = receive (office, "2026-03-10 08:00", "general");
  gint64 nobody_id = bh_test_record (office, 0, BH_VERB_NEW, bh_test_at ("2026-03-10 08:00"),
                                     "contact-name", "匿名", NULL);

  prepare (office, signed_id, "2026-03-10 10:00");
  DO (office, signed_id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  prepare (office, silent_id, "2026-03-10 10:00");
  DO (office, silent_id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  prepare (office, nobody_id, "2026-03-10 10:00");
  DO (office, nobody_id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  DO (office, nobody_id, SIGN, "2026-03-10 21:00", "by", "verified", NULL);
  DO (office, signed_id, SIGN, "2026-03-12 20:00", NULL);

  assert_share (office, "2026-03", "2026-03-12 20:00", BH_FIGURE_SIGNOFF_SHARE, 0, 0);
  assert_share (office, "2026-03", "2026-03-17 19:59", BH_FIGURE_SIGNOFF_SHARE, 1, 1);
  assert_share (office, "2026-03", "2026-03-17 20:00", BH_FIGURE_SIGNOFF_SHARE, 1, 2);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SIGNOFF_SHARE, 1, 2);
  assert_provisional (office, "2026-03", "2026-05-01", BH_FIGURE_SIGNOFF_SHARE, TRUE);
}

static void
test_callback (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 id, reworked_id = 0;

  for (guint score = 2; score <= 5; score++)
    {
      g_autofree char *text = g_strdup_printf ("%u", score);

      id = receive (office, "2026-03-10 08:00", "general");
      if (score == 2)
        reworked_id = id;
      prepare (office, id, "2026-03-10 10:00");
      DO (office, id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
      DO (office, id, SIGN, "2026-03-11 08:00", NULL);
      /* One of four is forgotten; the worst one leads to rework. */
      if (score == 2)
        DO (office, id, CALLBACK, "2026-03-12 08:00", "reached", "yes", "score", text, "rework",
            "yes", NULL);
      else if (score != 3)
        DO (office, id, CALLBACK, "2026-03-12 08:00", "reached", "yes", "score", text, NULL);
    }
  id = receive (office, "2026-03-10 08:00", "general");
  prepare (office, id, "2026-03-10 10:00");
  DO (office, id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  DO (office, id, SIGN, "2026-03-11 08:00", NULL);
  DO (office, id, CALLBACK, "2026-03-12 08:00", "reached", "no", NULL);

  /* The reworked ticket is not finished any more, its score was given all the same. */
  assert_share (office, "2026-03", "2026-03-12 08:00", BH_FIGURE_CALLBACK_SHARE, 0, 0);
  assert_share (office, "2026-03", "2026-03-14 07:59", BH_FIGURE_CALLBACK_SHARE, 2, 3);
  assert_share (office, "2026-03", "2026-03-14 08:00", BH_FIGURE_CALLBACK_SHARE, 2, 4);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SATISFACTION, 2, 3);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SATISFACTION_INDEX, 220, 3);
  assert_share (office, "2026-04", "2026-05-01", BH_FIGURE_SATISFACTION_INDEX, 0, 0);

  /* Withdrawn after all, a ticket has no quality. */
  DO (office, reworked_id, WITHDRAW, "2026-04-20", "reason", "罢", NULL);
  assert_share (office, "2026-03", "2026-04-20", BH_FIGURE_SATISFACTION, 2, 3);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SATISFACTION, 2, 2);
}

/* One of three signs with a score, one without, one leaves before: two are asked for the sign-off.
 * Where the policy takes a score at the sign-off for the answer, one is called, whose answer does
 * not count. */
static void
test_several (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 other_id = receive (office, "2026-02-10 08:00", "general");
  g_autofree char *other = g_strdup_printf ("%" G_GINT64_FORMAT, other_id);
  gint64 left_id = receive (office, "2026-02-10 08:00", "general");
  g_autofree char *left = g_strdup_printf ("%" G_GINT64_FORMAT, left_id);
  gint64 id;

  bh_test_execute (office, "UPDATE policy SET callback = 2");
  bh_store_close (office->store);
  g_clear_object (&office->store);
  office->store = bh_store_open (office->path, BH_OPEN_EXISTING, office->clock, NULL);
  id = receive (office, "2026-03-10 08:00", "general");
  DO (office, id, JOIN, "2026-03-10 08:30", "ticket", other, "phone", "2", "reachable", "yes",
      NULL);
  DO (office, id, JOIN, "2026-03-10 08:30", "ticket", left, "phone", "3", "reachable", "yes", NULL);
  prepare (office, id, "2026-03-10 10:00");
  DO (office, id, FINISH, "2026-03-10 20:00", "result", "好", NULL);
  DO (office, id, SIGN, "2026-03-11 08:00", "complainant", "0", "score", "5", NULL);
  DO (office, id, PART, "2026-03-11 09:00", "ticket", left, NULL);
  assert_share (office, "2026-03", "2026-03-17 20:00", BH_FIGURE_SIGNOFF_SHARE, 1, 2);
  DO (office, id, SIGN, "2026-03-18 08:00", "complainant", "1", NULL);

  /* Due after 72 hours; of the one who scored nobody asks for a callback. */
  assert_share (office, "2026-03", "2026-03-21 07:59", BH_FIGURE_CALLBACK_SHARE, 0, 0);
  assert_share (office, "2026-03", "2026-03-21 08:00", BH_FIGURE_CALLBACK_SHARE, 0, 1);
  DO (office, id, CALLBACK, "2026-03-22 08:00", "complainant", "1", "reached", "yes", "score", "1",
      "invalid", "yes", NULL);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SIGNOFF_SHARE, 2, 2);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_CALLBACK_SHARE, 0, 1);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_SATISFACTION, 0, 0);
}

/* A ledger tells how things ended. What it does not tell stays out of denominators. */
static void
test_ledger (void)
{
  g_autoptr (BhTestStore) office = open_office ();
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

  assert_count (office, "2011-07", "2012-01-01", BH_FIGURE_RECEIVED, 2);
  assert_count (office, "2011-07", "2012-01-01", BH_FIGURE_FINISHED, 1);
  assert_count (office, "2011-07", "2012-01-01", BH_FIGURE_OPEN_AT_END, 1);
  assert_count (office, "2011-07", "2012-01-01", BH_FIGURE_OVERDUE_OPEN_AT_END, 0);
  assert_count (office, "2011-07", "2011-07-05", BH_FIGURE_OPEN_AT_END, 2);
  assert_share (office, "2011-07", "2012-01-01", BH_FIGURE_COMPLETION_ON_TIME, 1, 1);
  assert_share (office, "2011-07", "2012-01-01", BH_FIGURE_RESPONSE_ON_TIME, 0, 0);
  assert_share (office, "2011-07", "2012-01-01", BH_FIGURE_REWORK_SHARE, 1, 1);
  assert_share (office, "2011-07", "2012-01-01", BH_FIGURE_SIGNOFF_SHARE, 0, 0);
  assert_share (office, "2011-07", "2012-01-01", BH_FIGURE_CALLBACK_SHARE, 0, 0);
  assert_mean (office, "2011-07", "2012-01-01", BH_FIGURE_HANDLING_DAYS, 1, 2.5);
}

static void
test_repeats (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autofree char *first
      = g_strdup_printf ("%" G_GINT64_FORMAT, receive (office, "2026-03-10 08:00", "general"));

  bh_test_record (office, 0, BH_VERB_NEW, bh_test_at ("2026-03-20 08:00"), "repeat-of", first,
                  NULL);
  assert_share (office, "2026-03", "2026-05-01", BH_FIGURE_REPEAT_SHARE, 1, 2);
  assert_share (office, "2026-03", "2026-03-20", BH_FIGURE_REPEAT_SHARE, 0, 1);
}

static void
test_groups (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  BhPeriod period = { bh_test_at ("2026-02-10"), bh_test_at ("2026-04-05") };
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (GPtrArray) months = NULL;
  g_autoptr (GPtrArray) filtered = NULL;
  BhFigureGroup *group;

  receive (office, "2026-02-09 23:59", "general");
  receive (office, "2026-02-11", "general");
  receive (office, "2026-03-11", "general");
  bh_test_record (office, 0, BH_VERB_NEW, bh_test_at ("2026-03-20"), "kind", "complaint", NULL);

  kinds = bh_test_figures (office, &period, bh_test_at ("2026-05-01"), BH_BY_KIND, NULL);
  g_assert_cmpuint (kinds->len, ==, 2);
  group = g_ptr_array_index (kinds, 0);
  g_assert_cmpstr (group->key, ==, "repair");
  g_assert_cmpint (group->values[BH_FIGURE_RECEIVED].count, ==, 2);
  g_assert_cmpint (group->values[BH_FIGURE_OPEN_AT_END].count, ==, 3);
  group = g_ptr_array_index (kinds, 1);
  g_assert_cmpstr (group->key, ==, "complaint");
  g_assert_cmpint (group->values[BH_FIGURE_RECEIVED].count, ==, 1);

  months = bh_test_figures (office, &period, bh_test_at ("2026-05-01"), BH_BY_MONTH, NULL);
  g_assert_cmpuint (months->len, ==, 3);
  group = g_ptr_array_index (months, 0);
  g_assert_cmpstr (group->key, ==, "2026-02");
  g_assert_cmpint (group->values[BH_FIGURE_RECEIVED].count, ==, 1);
  g_assert_cmpint (group->values[BH_FIGURE_OPEN_AT_END].count, ==, 2);
  group = g_ptr_array_index (months, 2);
  g_assert_cmpstr (group->key, ==, "2026-04");
  g_assert_cmpint (group->values[BH_FIGURE_RECEIVED].count, ==, 0);
  g_assert_cmpint (group->values[BH_FIGURE_OPEN_AT_END].count, ==, 4);

  filtered = bh_test_figures (office, &period, bh_test_at ("2026-05-01"), BH_BY_NOTHING,
                              "kind:complaint");
  group = g_ptr_array_index (filtered, 0);
  g_assert_cmpint (group->values[BH_FIGURE_RECEIVED].count, ==, 1);
  g_assert_cmpint (group->values[BH_FIGURE_OPEN_AT_END].count, ==, 1);
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

static gboolean
add_communities_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  gint64 *ids = user_data;
  g_autoptr (BhPlace) large = bh_place_new (0, BH_PLACE_COMMUNITY, "滨河花园", 0, 0, "滨河花园");
  g_autoptr (BhPlace) small = bh_place_new (0, BH_PLACE_COMMUNITY, "春晓苑", 0, 0, "春晓苑");
  g_autoptr (BhPlace) empty = bh_place_new (0, BH_PLACE_COMMUNITY, "新城", 0, 0, "新城");

  large->households = 1200;
  small->households = 50;
  ids[0] = bh_register_add_place (work, large, error);
  ids[1] = bh_register_add_place (work, small, error);
  ids[2] = bh_register_add_place (work, empty, error);
  bh_work_touch_register (work);

  return ids[2] != 0;
}

static void
assert_per_household (BhTestStore *office,
                      BhFigureBy by,
                      const char *filter,
                      const char *key,
                      double numerator,
                      double denominator)
{
  const BhPeriod period = { bh_test_at ("2026-03-01"), bh_test_at ("2026-04-01") };
  g_autoptr (GPtrArray) groups
      = bh_test_figures (office, &period, bh_test_at ("2026-06-01"), by, filter);

  for (guint i = 0; i < groups->len; i++)
    {
      BhFigureGroup *group = g_ptr_array_index (groups, i);
      BhFigureValue *value = &group->values[BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS];

      if (g_strcmp0 (group->key, key) != 0)
        continue;
      g_assert_cmpfloat (value->numerator, ==, numerator);
      g_assert_cmpfloat (value->denominator, ==, denominator);
      g_assert_true (value->has_value == (denominator > 0));
      return;
    }
  g_assert_not_reached ();
}

static void
test_households (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  gint64 ids[3];

  bh_test_store_write (office, add_communities_in_worker, ids);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (BhPayload) payload = bh_payload_new ();

      bh_payload_set_int (payload, "community", ids[i == 5 ? 2 : i % 2]);
      bh_test_record_with (office, 0, BH_VERB_NEW, bh_test_at ("2026-03-05"), payload);
    }
  receive (office, "2026-03-06", "general");

  assert_per_household (office, BH_BY_NOTHING, NULL, NULL, 700, 1250);
  assert_per_household (office, BH_BY_KIND, NULL, "repair", 700, 1250);
  assert_per_household (office, BH_BY_NOTHING, "community:春晓苑", NULL, 200, 50);
  assert_per_household (office, BH_BY_COMMUNITY, NULL, "滨河花园", 300, 1200);
  assert_per_household (office, BH_BY_COMMUNITY, NULL, "春晓苑", 200, 50);
  /* Nobody lives there, or it is not known where it is: no value. */
  assert_per_household (office, BH_BY_COMMUNITY, NULL, "新城", 100, 0);
  assert_per_household (office, BH_BY_COMMUNITY, NULL, "none", 100, 0);
  assert_per_household (office, BH_BY_NOTHING, "community:none", NULL, 100, 0);
}

/* Somebody calls at @at, hears the first words after @seconds (0: never), and is entered at
 * @entered. */
static void
call (BhTestStore *office, const char *channel, const char *at, int seconds, const char *entered)
{
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (BhPayload) payload = bh_payload_new ();
  BhEntry *entry = bh_office_find (snapshot, BH_TYPE_CHANNEL, channel);

  bh_payload_set_int (payload, "channel", bh_entry_get_id (entry));
  if (seconds != 0)
    bh_payload_set_int (payload, "first-answer", bh_test_at (at) + seconds * BH_USEC_PER_SEC);
  bh_clock_set (office->clock, bh_test_at (entered));
  g_assert_cmpint (bh_test_record_with (office, 0, BH_VERB_NEW, bh_test_at (at), payload), !=, 0);
}

static void
test_first_answer (void)
{
  const char *at = "2026-03-05 10:00";
  g_autoptr (BhTestStore) office = open_office ();

  call (office, "hotline", at, 40, "2026-03-05 10:03");
  call (office, "counter", at, 120, "2026-03-05 10:03");
  call (office, "hotline", at, 121, "2026-03-05 10:04");
  /* Nobody pressed the button while somebody waited. */
  call (office, "hotline", at, 0, "2026-03-05 10:04");
  /* A note on paper from the night, and a mail: nobody waited. */
  call (office, "hotline", "2026-03-05 01:00", 0, "2026-03-05 08:04");
  call (office, "mail", at, 0, "2026-03-05 10:04");

  assert_share (office, "2026-03", "2026-06-01", BH_FIGURE_FIRST_ANSWER_ON_TIME, 2, 4);
  /* Who waits but a minute may still hear them in time. */
  assert_share (office, "2026-03", "2026-03-05 10:01", BH_FIGURE_FIRST_ANSWER_ON_TIME, 1, 1);
  assert_share (office, "2026-03", "2026-03-05 10:02", BH_FIGURE_FIRST_ANSWER_ON_TIME, 1, 4);
  assert_provisional (office, "2026-03", "2026-06-01", BH_FIGURE_FIRST_ANSWER_ON_TIME, FALSE);
  assert_share (office, "2026-04", "2026-06-01", BH_FIGURE_FIRST_ANSWER_ON_TIME, 0, 0);
}

/* What is not wanted has no value, and what is wanted the same as ever. */
static void
test_wanted (void)
{
  const BhPeriod period = { bh_test_at ("2026-03-01"), bh_test_at ("2026-04-01") };
  g_autoptr (BhTestStore) office = open_office ();
  gint64 id = receive (office, "2026-03-05", "general");
  g_autoptr (GPtrArray) groups = NULL;
  BhFigureGroup *group;

  prepare (office, id, "2026-03-06");
  DO (office, id, FINISH, "2026-03-08", NULL);

  groups = bh_test_figures_wanted (office, &period, bh_test_at ("2026-06-01"), BH_BY_NOTHING, NULL,
                                   BH_FIGURE_BIT (BH_FIGURE_HANDLING_DAYS)
                                       | BH_FIGURE_BIT (BH_FIGURE_OPEN_AT_END));
  g_assert_cmpuint (groups->len, ==, 1);
  group = g_ptr_array_index (groups, 0);
  for (guint i = 0; i < BH_N_FIGURES; i++)
    g_assert_true (group->values[i].has_value
                   == (i == BH_FIGURE_HANDLING_DAYS || i == BH_FIGURE_OPEN_AT_END));
  g_assert_cmpint (group->values[BH_FIGURE_OPEN_AT_END].count, ==, 1);
  g_assert_cmpfloat_with_epsilon (group->values[BH_FIGURE_HANDLING_DAYS].p90, 3, 1e-12);
}

typedef struct
{
  BhOffice *office;
  BhInsightMode mode;
  BhFigureSet wanted;
} Look;

static gpointer
look_in_worker (BhConnection *connection,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  Look *look = user_data;
  const BhPeriod period = { bh_test_at ("2027-01-01"), bh_test_at ("2027-02-01") };
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, look->office, period.to, look->mode, cancellable);
  g_autoptr (GPtrArray) groups
      = bh_figures_compute (insight, &period, BH_BY_NOTHING, NULL, look->wanted, error);

  return groups != NULL ? GINT_TO_POINTER (bh_insight_is_complete (insight)) : NULL;
}

static gboolean
is_complete (BhTestStore *office, BhInsightMode mode, BhFigureSet wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  Look look = { snapshot, mode, wanted };
  gpointer complete = bh_store_read (office->store, look_in_worker, &look, NULL, &error);

  g_assert_no_error (error);

  return GPOINTER_TO_INT (complete);
}

/* Who looks quickly is told that percentiles are still missing, where there are any. */
static void
test_quick (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  g_assert_true (is_complete (office, BH_INSIGHT_QUICK, BH_FIGURE_BIT (BH_FIGURE_RECEIVED)));
  g_assert_false (
      is_complete (office, BH_INSIGHT_QUICK,
                   BH_FIGURE_BIT (BH_FIGURE_RECEIVED) | BH_FIGURE_BIT (BH_FIGURE_HANDLING_DAYS)));
  g_assert_true (is_complete (office, BH_INSIGHT_EXACT, BH_FIGURE_BIT (BH_FIGURE_HANDLING_DAYS)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/nothing", test_nothing);
  g_test_add_func ("/figures/bounds", test_bounds);
  g_test_add_func ("/figures/limits", test_limits);
  g_test_add_func ("/figures/reopened", test_reopened);
  g_test_add_func ("/figures/rework", test_rework);
  g_test_add_func ("/figures/durations", test_durations);
  g_test_add_func ("/figures/ripe", test_ripe);
  g_test_add_func ("/figures/moved-deadline", test_moved_deadline);
  g_test_add_func ("/figures/moved-stage", test_moved_stage);
  g_test_add_func ("/figures/ended-otherwise", test_ended_otherwise);
  g_test_add_func ("/figures/signoff", test_signoff);
  g_test_add_func ("/figures/several", test_several);
  g_test_add_func ("/figures/callback", test_callback);
  g_test_add_func ("/figures/ledger", test_ledger);
  g_test_add_func ("/figures/repeats", test_repeats);
  g_test_add_func ("/figures/groups", test_groups);
  g_test_add_func ("/figures/households", test_households);
  g_test_add_func ("/figures/first-answer", test_first_answer);
  g_test_add_func ("/figures/wanted", test_wanted);
  g_test_add_func ("/figures/quick", test_quick);
  g_test_add_func ("/figures/registry", test_registry);

  return g_test_run ();
}
