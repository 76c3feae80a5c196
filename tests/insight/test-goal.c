/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-goal.h"

#include "insight/bh-test-figures.h"

/* The office begins on 2025-03-01, and the figures are those that a few tickets give. */

static BhTestStore *
open_office (void)
{
  return bh_test_store_new_at (bh_test_at ("2027-01-01"));
}

static void
receive (BhTestStore *office, const char *at, const char *kind)
{
  g_assert_cmpint (bh_test_record (office, 0, BH_VERB_NEW, bh_test_at (at), "kind", kind, NULL), !=,
                   0);
}

static void
receive_many (BhTestStore *office, const char *month, guint n, const char *kind)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *at = g_strdup_printf ("%s-%02u 09:00", month, 1 + i % 28);

      receive (office, at, kind);
    }
}

static BhPeriod
make_period (const char *from, const char *to)
{
  return (BhPeriod){ bh_test_at (from), bh_test_at (to) };
}

typedef struct
{
  BhOffice *office;
  BhTarget *target;
  BhPeriod period;
  gint64 as_of;
  BhGoal goal;
} Request;

static gpointer
compute_in_worker (BhConnection *connection,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Request *request = user_data;
  g_autoptr (BhInsight) insight
      = bh_insight_new (connection, request->office, request->as_of, BH_INSIGHT_EXACT, cancellable);
  g_autoptr (BhFigureMemo) memo = bh_figure_memo_new (insight);

  if (memo == NULL
      || !bh_goal_compute (memo, request->target, &request->period, NULL, &request->goal, error))
    return NULL;

  return request;
}

static BhGoal
compute_as_of (
    BhTestStore *office, BhTarget *target, const char *from, const char *to, const char *as_of)
{
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (GError) error = NULL;
  Request request
      = { snapshot, target, make_period (from, to), bh_test_at (as_of), { .value = -1 } };

  bh_store_read (office->store, compute_in_worker, &request, NULL, &error);
  g_assert_no_error (error);

  return request.goal;
}

static BhGoal
compute (BhTestStore *office, BhTarget *target, const char *from, const char *to)
{
  return compute_as_of (office, target, from, to, "2027-01-01");
}

static void
assert_near (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-9);
}

static BhTarget *
make_change (const char *figure, const char *filter, double value, int base_year)
{
  BhTarget *target = bh_target_new (1, figure, filter, 2026, BH_TARGET_CHANGE, value, FALSE);

  target->base_year = base_year;

  return target;
}

static void
test_values (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTarget) days
      = bh_target_new (1, "handling_days", "kind:repair", 2026, BH_TARGET_VALUE, 3, FALSE);
  g_autoptr (BhTarget) alarm
      = bh_target_new (2, "signoff_share", "", 2026, BH_TARGET_ALARM, 0.3, FALSE);
  BhGoal goal = compute (office, days, "2026-10-01", "2026-11-01");

  g_assert_true (goal.has_value);
  g_assert_cmpint (goal.better, ==, -1);
  assert_near (goal.value, 3);
  assert_near (goal.so_far, 3);

  goal = compute (office, alarm, "2026-10-01", "2026-11-01");
  g_assert_true (goal.has_value);
  g_assert_cmpint (goal.form, ==, BH_TARGET_ALARM);
  assert_near (goal.value, 0.3);
}

/* Fewer than 1,200 a year are fewer than 100 a month, and fewer than 50 by its middle. */
static void
test_values_of_a_year (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTarget) received
      = bh_target_new (1, "received_per_100_households", "", 2026, BH_TARGET_VALUE, 1200, FALSE);
  g_autoptr (BhTarget) alarm
      = bh_target_new (2, "received_per_100_households", "", 2026, BH_TARGET_ALARM, 1200, FALSE);
  g_autoptr (BhTarget) open
      = bh_target_new (3, "open_at_end", "", 2026, BH_TARGET_VALUE, 60, FALSE);
  BhGoal goal = compute (office, received, "2026-04-01", "2026-05-01");

  assert_near (goal.value, 100);
  assert_near (goal.so_far, 100);
  goal = compute (office, received, "2026-01-01", "2027-01-01");
  assert_near (goal.value, 1200);
  goal = compute_as_of (office, received, "2026-04-01", "2026-05-01", "2026-04-16");
  assert_near (goal.value, 100);
  assert_near (goal.so_far, 50);
  /* A busy beginning is no alarm, and what is open is no sum. */
  goal = compute_as_of (office, alarm, "2026-04-01", "2026-05-01", "2026-04-16");
  assert_near (goal.so_far, 100);
  goal = compute_as_of (office, open, "2026-04-01", "2026-05-01", "2026-04-16");
  assert_near (goal.value, 60);
  assert_near (goal.so_far, 60);
}

/* The tickets of the target's filter in the same month of the year before, and of a named year. */
static void
test_change (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTarget) before = make_change ("received", "kind:complaint", -0.2, 0);
  g_autoptr (BhTarget) since = make_change ("received", "kind:complaint", -0.5, 2024);
  BhGoal goal;

  receive_many (office, "2024-02", 40, "complaint");
  receive_many (office, "2025-02", 10, "complaint");
  receive_many (office, "2025-02", 7, "repair");
  receive_many (office, "2025-03", 3, "complaint");

  goal = compute (office, before, "2026-02-01", "2026-03-01");
  g_assert_true (goal.has_value);
  g_assert_cmpint (goal.better, ==, -1);
  assert_near (goal.value, 8);
  assert_near (goal.so_far, 8);
  goal = compute (office, since, "2026-02-01", "2026-03-01");
  assert_near (goal.value, 20);
  /* A quarter, and a leap day. */
  goal = compute (office, before, "2026-01-01", "2026-04-01");
  assert_near (goal.value, 0.8 * 13);
  goal = compute (office, since, "2028-02-29", "2028-03-01");
  g_assert_false (goal.has_value);
}

/* No goal is better than one from half a month's records. */
static void
test_unknown (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTarget) target = make_change ("received", "", -0.2, 0);
  g_autoptr (BhTarget) future = bh_target_new (1, "spoons", "", 2026, BH_TARGET_VALUE, 3, FALSE);

  g_assert_false (compute (office, target, "2026-02-01", "2026-03-01").has_value);
  receive_many (office, "2025-02", 10, "repair");
  receive (office, "2025-04-05 09:00", "repair");
  g_assert_true (compute (office, target, "2026-02-01", "2026-03-01").has_value);
  g_assert_false (compute (office, target, "2026-01-01", "2026-02-01").has_value);
  g_assert_false (compute (office, target, "2026-03-01", "2026-04-01").has_value);
  g_assert_true (compute (office, target, "2026-04-01", "2026-05-01").has_value);
  /* The records begin in the middle. */
  g_assert_false (compute (office, target, "2026-01-20", "2026-02-20").has_value);
  g_assert_false (compute (office, future, "2026-02-01", "2026-03-01").has_value);
}

/* While the month runs, a count is held against what had come in by this day of the base year. */
static void
test_running_month (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTarget) target = make_change ("received", "", -0.5, 0);
  g_autoptr (BhTarget) days = make_change ("open_at_end", "", -0.5, 0);
  BhGoal goal;

  receive_many (office, "2025-01", 1, "repair");
  receive_many (office, "2025-02", 20, "repair");
  goal = compute_as_of (office, target, "2026-02-01", "2026-03-01", "2026-02-11");
  assert_near (goal.value, 10);
  assert_near (goal.so_far, 5);
  /* What is open is no sum that grows. */
  goal = compute_as_of (office, days, "2026-02-01", "2026-03-01", "2026-02-11");
  assert_near (goal.value, 10.5);
  assert_near (goal.so_far, 10.5);
}

/* The office knows the year before it had the program. */
static void
test_baseline (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTarget) target = make_change ("received", "", -0.1, 0);
  g_autoptr (BhTarget) share = make_change ("repeat_share", "", -0.1, 2024);
  BhGoal goal;

  target->has_baseline = share->has_baseline = TRUE;
  target->baseline = 120;
  share->baseline = 0.2;
  assert_near (compute (office, target, "2026-02-01", "2026-03-01").value, 9);
  assert_near (compute (office, target, "2026-01-01", "2026-04-01").value, 27);
  assert_near (compute (office, target, "2026-01-01", "2027-01-01").value, 108);
  assert_near (compute (office, target, "2026-01-01", "2026-01-11").value, 108.0 * 10 / 365);
  goal = compute_as_of (office, target, "2026-02-01", "2026-03-01", "2026-02-15");
  assert_near (goal.value, 9);
  assert_near (goal.so_far, 4.5);
  /* The year after, that baseline is not the year before any more. */
  g_assert_false (compute (office, target, "2027-02-01", "2027-03-01").has_value);
  assert_near (compute (office, share, "2026-02-01", "2026-03-01").value, 0.18);
  assert_near (compute (office, share, "2027-02-01", "2027-03-01").value, 0.18);
}

static void
test_unknown_filter (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (BhTarget) target = make_change ("received", "department:nobody", -0.2, 0);
  g_autoptr (GError) error = NULL;
  Request request
      = { snapshot, target, make_period ("2026-02-01", "2026-03-01"), bh_test_at ("2027-01-01") };

  g_assert_null (bh_store_read (office->store, compute_in_worker, &request, NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "nobody"));
}

static BhLight
judge (const char *key, BhTargetForm form, double goal, double number)
{
  BhFigureId id;
  BhFigureValue value = { .has_value = TRUE, .value = number, .mean = number, .median = -1 };
  BhGoal set = { .has_value = TRUE, .form = form, .value = 1e6, .so_far = goal };

  g_assert_true (bh_figure_find (key, &id));
  set.better = bh_figure_get_info (id)->better;

  return bh_goal_judge (&set, bh_figure_get_info (id), &value);
}

static void
test_lights (void)
{
  g_assert_cmpint (judge ("satisfaction", BH_TARGET_VALUE, 0.85, 0.85), ==, BH_LIGHT_GREEN);
  g_assert_cmpint (judge ("satisfaction", BH_TARGET_VALUE, 0.85, 0.9), ==, BH_LIGHT_GREEN);
  g_assert_cmpint (judge ("satisfaction", BH_TARGET_VALUE, 0.85, 0.849), ==, BH_LIGHT_AMBER);
  g_assert_cmpint (judge ("satisfaction", BH_TARGET_VALUE, 0.85, 0.765), ==, BH_LIGHT_AMBER);
  g_assert_cmpint (judge ("satisfaction", BH_TARGET_VALUE, 0.85, 0.764), ==, BH_LIGHT_RED);
  /* 0.1 + 0.2 is no miss of 0.3. */
  g_assert_cmpint (judge ("repeat_share", BH_TARGET_VALUE, 0.3, 0.1 + 0.2), ==, BH_LIGHT_GREEN);
  g_assert_cmpint (judge ("handling_days", BH_TARGET_VALUE, 3, 2), ==, BH_LIGHT_GREEN);
  g_assert_cmpint (judge ("handling_days", BH_TARGET_CHANGE, 3, 3.3), ==, BH_LIGHT_AMBER);
  g_assert_cmpint (judge ("handling_days", BH_TARGET_VALUE, 3, 3.31), ==, BH_LIGHT_RED);
  g_assert_cmpint (judge ("signoff_share", BH_TARGET_ALARM, 0.3, 0.5), ==, BH_LIGHT_NONE);
  g_assert_cmpint (judge ("signoff_share", BH_TARGET_ALARM, 0.3, 0.3), ==, BH_LIGHT_NONE);
  g_assert_cmpint (judge ("signoff_share", BH_TARGET_ALARM, 0.3, 0.29), ==, BH_LIGHT_RED);
  g_assert_cmpint (judge ("handling_days", BH_TARGET_ALARM, 5, 5.1), ==, BH_LIGHT_RED);
  g_assert_cmpint (judge ("received", BH_TARGET_VALUE, 5, 5.1), ==, BH_LIGHT_NONE);
}

static void
test_no_light (void)
{
  const BhFigureInfo *info = bh_figure_get_info (BH_FIGURE_SATISFACTION);
  BhGoal goal = { .has_value = TRUE, .form = BH_TARGET_VALUE, .better = 1, .so_far = 0.9 };
  BhGoal none = { .has_value = FALSE, .form = BH_TARGET_CHANGE, .better = 1 };
  BhFigureValue value = { .has_value = TRUE, .value = 0.5 }, unknown = { .has_value = FALSE };

  g_assert_cmpint (bh_goal_judge (&goal, info, &value), ==, BH_LIGHT_RED);
  g_assert_cmpint (bh_goal_judge (&goal, info, &unknown), ==, BH_LIGHT_NONE);
  g_assert_cmpint (bh_goal_judge (&none, info, &value), ==, BH_LIGHT_NONE);
}

/* What has not begun is not on target with nothing. */
static void
test_not_begun (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTarget) target = make_change ("received", "", -0.5, 0);
  const BhFigureInfo *info = bh_figure_get_info (BH_FIGURE_RECEIVED);
  BhFigureValue nothing = { .has_value = TRUE };
  BhGoal goal;

  receive_many (office, "2025-01", 1, "repair");
  receive_many (office, "2025-02", 20, "repair");
  goal = compute_as_of (office, target, "2026-02-01", "2026-03-01", "2026-02-01");
  assert_near (goal.value, 10);
  g_assert_cmpint (bh_goal_judge (&goal, info, &nothing), ==, BH_LIGHT_NONE);
  goal = compute_as_of (office, target, "2026-02-01", "2026-03-01", "2026-02-02");
  g_assert_cmpint (bh_goal_judge (&goal, info, &nothing), ==, BH_LIGHT_GREEN);
}

/* Each light has a word and a shape of its own. */
static void
test_words (void)
{
  g_assert_cmpstr (bh_light_get_label (BH_LIGHT_NONE), ==, "");
  g_assert_cmpstr (bh_light_get_symbol (BH_LIGHT_NONE), ==, "");
  for (int light = BH_LIGHT_GREEN; light <= BH_LIGHT_RED; light++)
    for (int other = BH_LIGHT_NONE; other < light; other++)
      {
        g_assert_cmpstr (bh_light_get_code (light), !=, bh_light_get_code (other));
        g_assert_cmpstr (bh_light_get_label (light), !=, bh_light_get_label (other));
        g_assert_cmpstr (bh_light_get_symbol (light), !=, bh_light_get_symbol (other));
      }
}

static void
test_format (void)
{
  BhGoal goal = { .has_value = TRUE, .better = -1, .value = 3, .so_far = 1 };
  BhGoal share = { .has_value = TRUE, .better = 1, .value = 0.85, .so_far = 0.85 };
  BhGoal none = { .better = 1 };
  g_autofree char *days = bh_goal_format (&goal, bh_figure_get_info (BH_FIGURE_HANDLING_DAYS));
  g_autofree char *percent = bh_goal_format (&share, bh_figure_get_info (BH_FIGURE_SATISFACTION));
  g_autofree char *unknown = bh_goal_format (&none, bh_figure_get_info (BH_FIGURE_SATISFACTION));

  g_assert_cmpstr (days, ==, "≤ 3.0 d");
  g_assert_cmpstr (percent, ==, "≥ 85.0%");
  g_assert_cmpstr (unknown, ==, "–");
}

/* Goals once more, computed in another way: from a plain list of what came in, by the calendar. */

#define N_WALK 400

typedef struct
{
  int year;
  int month;
  int day;
  gboolean complaint;
} Receipt;

static GArray *
receive_at_random (BhTestStore *office, GRand *rand)
{
  GArray *receipts = g_array_new (FALSE, FALSE, sizeof (Receipt));

  for (guint i = 0; i < N_WALK; i++)
    {
      int month = g_rand_int_range (rand, 0, 26);
      Receipt receipt = { 2024 + (month + 5) / 12, 1 + (month + 5) % 12,
                          g_rand_int_range (rand, 1, 29), g_rand_boolean (rand) };
      g_autofree char *at
          = g_strdup_printf ("%04d-%02d-%02d %02d:%02d", receipt.year, receipt.month, receipt.day,
                             g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60));

      receive (office, at, receipt.complaint ? "complaint" : "repair");
      g_array_append_val (receipts, receipt);
    }

  return receipts;
}

/* Complaints of @n months from @month of @year on, up to the day before @until of the last. */
static double
count_complaints (GArray *receipts, int year, int month, int n, int until)
{
  double count = 0;

  for (guint i = 0; i < receipts->len; i++)
    {
      const Receipt *receipt = &g_array_index (receipts, Receipt, i);
      int at = (receipt->year - year) * 12 + receipt->month - month;

      if (receipt->complaint && at >= 0 && (at < n - 1 || (at == n - 1 && receipt->day < until)))
        count++;
    }

  return count;
}

static char *
format_day (int year, int month, int day)
{
  return g_strdup_printf ("%04d-%02d-%02d", year + (month - 1) / 12, 1 + (month - 1) % 12, day);
}

static void
test_walk (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);
  g_autoptr (GArray) receipts = receive_at_random (office, rand);
  guint n_goals = 0;

  for (guint i = 0; i < 60; i++)
    {
      int year = g_rand_int_range (rand, 2025, 2028), month = g_rand_int_range (rand, 1, 13);
      int n = g_rand_int_range (rand, 1, 4), ends = year + (month + n - 2) / 12;
      int base = g_rand_boolean (rand) ? ends - 1 : 2024, begins = year - ends + base;
      int day = g_rand_int_range (rand, 2, 28);
      double change = g_rand_double_range (rand, -0.5, 0.5), whole, part;
      g_autoptr (BhTarget) target
          = make_change ("received", "kind:complaint", change, base != ends - 1 ? base : 0);
      g_autofree char *from = format_day (year, month, 1), *to = format_day (year, month + n, 1);
      g_autofree char *as_of = format_day (year, month + n - 1, day);
      BhGoal goal = compute_as_of (office, target, from, to, as_of);

      whole = count_complaints (receipts, begins, month, n, 32);
      part = count_complaints (receipts, begins, month, n, day);
      /* The office's first month is June 2024. */
      if (begins * 12 + month < 2024 * 12 + 6)
        whole = 0;
      g_assert_cmpint (goal.has_value, ==, whole > 0);
      if (!goal.has_value)
        continue;
      assert_near (goal.value, (1 + change) * whole);
      assert_near (goal.so_far, (1 + change) * part);
      n_goals++;
    }
  g_assert_cmpuint (n_goals, >, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/goal/values", test_values);
  g_test_add_func ("/goal/values-of-a-year", test_values_of_a_year);
  g_test_add_func ("/goal/change", test_change);
  g_test_add_func ("/goal/unknown", test_unknown);
  g_test_add_func ("/goal/running-month", test_running_month);
  g_test_add_func ("/goal/baseline", test_baseline);
  g_test_add_func ("/goal/unknown-filter", test_unknown_filter);
  g_test_add_func ("/goal/lights", test_lights);
  g_test_add_func ("/goal/no-light", test_no_light);
  g_test_add_func ("/goal/not-begun", test_not_begun);
  g_test_add_func ("/goal/words", test_words);
  g_test_add_func ("/goal/format", test_format);
  g_test_add_func ("/goal/walk", test_walk);

  return g_test_run ();
}
