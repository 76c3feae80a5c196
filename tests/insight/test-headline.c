/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-headline.h"

#include "insight/bh-figure-filter.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-test-figures.h"
#include "storage/bh-register-repository.h"

#define USEC_PER_HOUR (G_GINT64_CONSTANT (3600) * BH_USEC_PER_SEC)

/* Tickets of a year, some answered, with the targets that every office begins with. */
static BhTestStore *
open_office (void)
{
  static const char *const kinds[] = { "complaint", "repair", "inquiry" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  BhTestStore *office = bh_test_store_new_at (bh_test_at ("2026-06-01"));

  bh_test_execute (office, "INSERT INTO place (id, kind, community_id, name, path, sort_key,"
                           " digits_key, households, retired)"
                           " VALUES (1, 1, 1, '滨河花园', '滨河花园', 'bhhy', '', 450, 0)");
  for (guint i = 0; i < 150; i++)
    {
      int hours = g_rand_int_range (rand, i == 0 ? 1 : 0, i == 0 ? 2 : 24 * 330);
      gint64 at = bh_test_at ("2025-07-02") + hours * USEC_PER_HOUR;
      const char *kind = kinds[g_rand_int_range (rand, 0, 3)];
      gint64 id = bh_test_record (office, 0, BH_VERB_NEW, at, "kind", kind, NULL);

      at += g_rand_int_range (rand, 1, 20 * 24 * 60) * 60 * BH_USEC_PER_SEC;
      if (g_rand_boolean (rand))
        bh_test_record (office, id, BH_VERB_ANSWER, at, "result", "好了", NULL);
    }

  return office;
}

typedef struct
{
  BhOffice *office;
  BhPeriod period;
  BhPeriod compare;
  BhTicketFilter *filter;
  gboolean with_lines;
  gint64 as_of;
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

  return bh_headlines_compute (insight, &request->period, &request->compare, request->filter,
                               request->with_lines, error);
}

static GPtrArray *
compute_with (BhTestStore *office,
              const char *filter_text,
              gboolean with_lines,
              const char *compare)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (filter_text, NULL);
  Request request = { snapshot,
                      { bh_test_at ("2026-05-01"), bh_test_at ("2026-06-01") },
                      { bh_test_at (compare), bh_test_at ("2026-05-01") },
                      filter,
                      with_lines,
                      bh_test_at ("2026-05-21") };
  GPtrArray *headlines = bh_store_read (office->store, compute_in_worker, &request, NULL, &error);

  g_assert_no_error (error);

  return headlines;
}

static GPtrArray *
compute (BhTestStore *office, const char *filter_text, gboolean with_lines)
{
  return compute_with (office, filter_text, with_lines, "2026-04-01");
}

static char *
list_keys (GPtrArray *headlines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < headlines->len; i++)
    {
      const BhScorecardRow *row = ((BhHeadline *) g_ptr_array_index (headlines, i))->row;

      g_string_append_printf (text, "%s[%s] ", row->figure->key, row->filter);
    }

  return g_string_free (text, FALSE);
}

/* What is to be reached comes first; an alarm stands with its figure. */
static void
test_order (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GPtrArray) all = compute (office, "", FALSE);
  g_autoptr (GPtrArray) repairs = compute (office, "kind:repair", FALSE);
  g_autofree char *keys = list_keys (all);
  g_autofree char *repair_keys = list_keys (repairs);
  const BhHeadline *first = g_ptr_array_index (all, 0);

  g_assert_cmpstr (keys, ==,
                   "received_per_100_households[kind:complaint] "
                   "handling_days[kind:complaint,repair] repeat_share[kind:complaint,repair] "
                   "satisfaction[] received[] finished[] open_at_end[] overdue_open_at_end[] "
                   "response_on_time[] completion_on_time[] rework_share[] signoff_share[] ");
  g_assert_cmpstr (repair_keys, ==,
                   "handling_days[kind:repair] repeat_share[kind:repair] "
                   "satisfaction[kind:repair] received[kind:repair] finished[kind:repair] "
                   "open_at_end[kind:repair] overdue_open_at_end[kind:repair] "
                   "response_on_time[kind:repair] completion_on_time[kind:repair] "
                   "rework_share[kind:repair] signoff_share[kind:repair] ");
  g_assert_false (first->has_line);
}

/* The filter of a headline is that of its figure, and what it is compared with that of the other
 * period. */
static void
test_values (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  g_autoptr (GPtrArray) headlines = compute (office, "", FALSE);
  BhPeriod april = { bh_test_at ("2026-04-01"), bh_test_at ("2026-05-01") };
  BhPeriod may = { bh_test_at ("2026-05-01"), bh_test_at ("2026-06-01") };

  for (guint i = 0; i < headlines->len; i++)
    {
      const BhHeadline *headline = g_ptr_array_index (headlines, i);
      const BhScorecardRow *row = headline->row;
      g_autoptr (BhTicketFilter) scope = bh_ticket_filter_parse (row->filter, NULL);
      g_autoptr (BhTicketFilter) tickets = bh_figure_filter (row->id, &may, time, scope, NULL);
      g_autoptr (GPtrArray) groups
          = bh_test_figures (office, &april, bh_test_at ("2026-05-21"), BH_BY_NOTHING, row->filter);
      const BhFigureGroup *group = g_ptr_array_index (groups, 0);

      g_assert_cmpstr (headline->filter, ==, bh_ticket_filter_to_text (tickets));
      g_assert_cmpfloat (bh_figure_value_get_number (row->figure, &row->previous), ==,
                         bh_figure_value_get_number (row->figure, &group->values[row->id]));
      g_assert_false (row->year_before.has_value);
    }
}

/* Each point of a line is the figure of that month alone. */
static void
test_lines (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  g_autoptr (GPtrArray) headlines = compute (office, "", TRUE);
  guint n_known = 0;

  for (guint i = 0; i < headlines->len; i++)
    {
      const BhHeadline *headline = g_ptr_array_index (headlines, i);
      const BhScorecardRow *row = headline->row;

      g_assert_true (headline->has_line);
      /* The office began in July. */
      g_assert_false (headline->known[0]);
      g_assert_false (headline->known[1]);
      for (guint j = 2; j < BH_HEADLINE_MONTHS; j++)
        {
          g_autoptr (GPtrArray) groups = NULL;
          const BhFigureValue *value;
          BhPeriod month;

          bh_office_time_get_month (time, bh_month_shift (202505, (int) j), &month);
          groups = bh_test_figures (office, &month, bh_test_at ("2026-05-21"), BH_BY_NOTHING,
                                    row->filter);
          value = &((BhFigureGroup *) g_ptr_array_index (groups, 0))->values[row->id];
          g_assert_cmpint (headline->known[j], ==, value->has_value);
          g_assert_cmpfloat_with_epsilon (headline->line[j],
                                          bh_figure_value_get_number (row->figure, value), 1e-9);
          n_known += headline->known[j] ? 1 : 0;
        }
    }
  g_assert_cmpuint (n_known, >, 80);
}

static gboolean
add_target_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_register_add_target (work, user_data, error) != 0;
}

/* A target whose tickets the office has no more says so, and lists nothing. */
static void
test_problem (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTarget) target
      = bh_target_new (0, "received", "department:部", 2026, BH_TARGET_CHANGE, -0.5, FALSE);
  g_autoptr (GPtrArray) headlines = NULL;
  const BhHeadline *last;

  bh_test_store_write (office, add_target_in_worker, target);
  headlines = compute (office, "", TRUE);
  last = g_ptr_array_index (headlines, 4);
  g_assert_nonnull (last->row->problem);
  g_assert_nonnull (strstr (last->row->problem, "部"));
  g_assert_null (last->filter);
  g_assert_false (last->has_line);
}

/* The office began in July: what came since the January before is no measure for a count. */
static void
test_no_records (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GPtrArray) headlines = compute_with (office, "", FALSE, "2025-01-01");
  guint n_known = 0;

  for (guint i = 0; i < headlines->len; i++)
    {
      const BhScorecardRow *row = ((BhHeadline *) g_ptr_array_index (headlines, i))->row;

      n_known += row->previous_so_far.has_value ? 1 : 0;
      if (bh_figure_grows (row->id))
        g_assert_false (row->previous.has_value || row->previous_so_far.has_value);
    }
  g_assert_cmpuint (n_known, >, 3);
}

/* The target of one community stands with its tickets alone. */
static void
test_own_target (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhTarget) target
      = bh_target_new (0, "satisfaction", "community:滨河花园", 2026, BH_TARGET_VALUE, 0.75, FALSE);
  g_autoptr (GPtrArray) all = NULL, own = NULL;
  const BhScorecardRow *row;
  guint n_own = 0;

  bh_test_store_write (office, add_target_in_worker, target);
  all = compute (office, "", FALSE);
  g_assert_cmpuint (all->len, ==, 12);
  own = compute (office, "community:滨河花园", FALSE);
  for (guint i = 0; i < own->len; i++)
    {
      row = ((BhHeadline *) g_ptr_array_index (own, i))->row;
      if (row->id != BH_FIGURE_SATISFACTION)
        continue;
      n_own++;
      g_assert_cmpfloat (row->goal.value, ==, 0.75);
    }
  g_assert_cmpuint (n_own, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/headline/order", test_order);
  g_test_add_func ("/headline/values", test_values);
  g_test_add_func ("/headline/lines", test_lines);
  g_test_add_func ("/headline/problem", test_problem);
  g_test_add_func ("/headline/no-records", test_no_records);
  g_test_add_func ("/headline/own-target", test_own_target);

  return g_test_run ();
}
