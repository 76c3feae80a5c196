/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-figures.h"
#include "storage/bh-register-repository.h"

/* Figures as they are asked for: by group, by household, by channel, some of them alone, or quickly
 * and without percentiles. */

static void
test_groups (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  BhPeriod period = { bh_test_at ("2026-02-10"), bh_test_at ("2026-04-05") };
  g_autoptr (GPtrArray) kinds = NULL;
  g_autoptr (GPtrArray) months = NULL;
  g_autoptr (GPtrArray) filtered = NULL;
  BhFigureGroup *group;

  bh_test_receive (office, "2026-02-09 23:59", "general");
  bh_test_receive (office, "2026-02-11", "general");
  bh_test_receive (office, "2026-03-11", "general");
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
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 ids[3];

  bh_test_store_write (office, add_communities_in_worker, ids);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (BhPayload) payload = bh_payload_new ();

      bh_payload_set_int (payload, "community", ids[i == 5 ? 2 : i % 2]);
      bh_test_record_with (office, 0, BH_VERB_NEW, bh_test_at ("2026-03-05"), payload);
    }
  bh_test_receive (office, "2026-03-06", "general");

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
  g_autoptr (BhTestStore) office = bh_test_figures_office ();

  call (office, "hotline", at, 40, "2026-03-05 10:03");
  call (office, "counter", at, 120, "2026-03-05 10:03");
  call (office, "hotline", at, 121, "2026-03-05 10:04");
  /* Nobody pressed the button while somebody waited. */
  call (office, "hotline", at, 0, "2026-03-05 10:04");
  /* A note on paper from the night, and a mail: nobody waited. */
  call (office, "hotline", "2026-03-05 01:00", 0, "2026-03-05 08:04");
  call (office, "mail", at, 0, "2026-03-05 10:04");

  bh_test_assert_share (office, "2026-03", "2026-06-01", BH_FIGURE_FIRST_ANSWER_ON_TIME, 2, 4);
  /* Who waits but a minute may still hear them in time. */
  bh_test_assert_share (office, "2026-03", "2026-03-05 10:01", BH_FIGURE_FIRST_ANSWER_ON_TIME, 1,
                        1);
  bh_test_assert_share (office, "2026-03", "2026-03-05 10:02", BH_FIGURE_FIRST_ANSWER_ON_TIME, 1,
                        4);
  bh_test_assert_provisional (office, "2026-03", "2026-06-01", BH_FIGURE_FIRST_ANSWER_ON_TIME,
                              FALSE);
  bh_test_assert_share (office, "2026-04", "2026-06-01", BH_FIGURE_FIRST_ANSWER_ON_TIME, 0, 0);
}

/* What is not wanted has no value, and what is wanted the same as ever. */
static void
test_wanted (void)
{
  const BhPeriod period = { bh_test_at ("2026-03-01"), bh_test_at ("2026-04-01") };
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-05", "general");
  g_autoptr (GPtrArray) groups = NULL;
  BhFigureGroup *group;

  bh_test_prepare (office, id, "2026-03-06");
  BH_TEST_DO (office, id, FINISH, "2026-03-08", NULL);

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
  g_autoptr (BhTestStore) office = bh_test_figures_office ();

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
  g_test_add_func ("/figures/groups", test_groups);
  g_test_add_func ("/figures/households", test_households);
  g_test_add_func ("/figures/first-answer", test_first_answer);
  g_test_add_func ("/figures/wanted", test_wanted);
  g_test_add_func ("/figures/quick", test_quick);

  return g_test_run ();
}
