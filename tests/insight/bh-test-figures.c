/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-figures.h"

gint64
bh_test_at (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", &error);
  gint64 instant;

  g_assert_no_error (error);
  instant = bh_office_time_parse (time, text, &error);
  g_assert_no_error (error);

  return instant;
}

typedef struct
{
  BhOffice *office;
  const BhPeriod *period;
  gint64 as_of;
  BhFigureBy by;
  BhTicketFilter *filter;
  BhFigureSet wanted;
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

  return bh_figures_compute (insight, request->period, request->by, request->filter,
                             request->wanted, error);
}

GPtrArray *
bh_test_figures (
    BhTestStore *office, const BhPeriod *period, gint64 as_of, BhFigureBy by, const char *filter)
{
  return bh_test_figures_wanted (office, period, as_of, by, filter, BH_FIGURES_ALL);
}

GPtrArray *
bh_test_figures_wanted (BhTestStore *office,
                        const BhPeriod *period,
                        gint64 as_of,
                        BhFigureBy by,
                        const char *filter,
                        BhFigureSet wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (filter, &error);
  Request request = { snapshot, period, as_of, by, parsed, wanted };
  GPtrArray *groups;

  g_assert_no_error (error);
  groups = bh_store_read (office->store, compute_in_worker, &request, NULL, &error);
  g_assert_no_error (error);

  return groups;
}

BhTestStore *
bh_test_figures_office (void)
{
  return bh_test_store_new_at (bh_test_at ("2027-01-01"));
}

/* A ticket that anybody can be asked about. */
gint64
bh_test_receive (BhTestStore *office, const char *at, const char *grade)
{
  return bh_test_record (office, 0, BH_VERB_NEW, bh_test_at (at), "grade", grade, "contact-name",
                         "张三", "phone", "13800000001", "reachable", "yes", NULL);
}

/* Dispatches, accepts and plans at @at. */
void
bh_test_prepare (BhTestStore *office, gint64 id, const char *at)
{
  BH_TEST_DO (office, id, DISPATCH, at, NULL);
  BH_TEST_DO (office, id, ACCEPT, at, NULL);
  BH_TEST_DO (office, id, INVESTIGATE, at, "responsibility", "property", NULL);
  BH_TEST_DO (office, id, PLAN, at, "measure", "换", NULL);
}

void
bh_test_redo (BhTestStore *office, gint64 id, const char *at)
{
  BH_TEST_DO (office, id, ACCEPT, at, NULL);
  BH_TEST_DO (office, id, INVESTIGATE, at, "responsibility", "property", NULL);
  BH_TEST_DO (office, id, PLAN, at, "measure", "再换", NULL);
}

BhFigureValue
bh_test_figure (BhTestStore *office, const char *month, const char *as_of, BhFigureId figure)
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

void
bh_test_assert_count (
    BhTestStore *office, const char *month, const char *as_of, BhFigureId figure, gint64 expected)
{
  BhFigureValue value = bh_test_figure (office, month, as_of, figure);

  g_assert_true (value.has_value);
  g_assert_cmpint (value.count, ==, expected);
}

void
bh_test_assert_share (BhTestStore *office,
                      const char *month,
                      const char *as_of,
                      BhFigureId figure,
                      double numerator,
                      double denominator)
{
  BhFigureValue value = bh_test_figure (office, month, as_of, figure);

  g_assert_cmpfloat (value.numerator, ==, numerator);
  g_assert_cmpfloat (value.denominator, ==, denominator);
  g_assert_true (value.has_value == (denominator > 0));
  if (denominator > 0)
    g_assert_cmpfloat_with_epsilon (value.value, numerator / denominator, 1e-12);
}

void
bh_test_assert_mean (BhTestStore *office,
                     const char *month,
                     const char *as_of,
                     BhFigureId figure,
                     gint64 count,
                     double mean)
{
  BhFigureValue value = bh_test_figure (office, month, as_of, figure);

  g_assert_cmpint (value.count, ==, count);
  g_assert_true (value.has_value == (count > 0));
  g_assert_cmpfloat_with_epsilon (value.mean, mean, 1e-9);
}

void
bh_test_assert_provisional (
    BhTestStore *office, const char *month, const char *as_of, BhFigureId figure, gboolean expected)
{
  g_assert_true (bh_test_figure (office, month, as_of, figure).provisional == expected);
}

char *
bh_test_dup_policy (BhTestStore *office, BhGrade grade)
{
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  BhPolicy *policy = bh_office_find_policy (snapshot, 0, grade, bh_test_at ("2026-03-10"));

  return g_strdup_printf ("%" G_GINT64_FORMAT, policy->id);
}
