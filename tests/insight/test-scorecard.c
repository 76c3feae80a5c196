/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-scorecard.h"

#include "insight/bh-figure-text.h"
#include "insight/bh-scorecard-scope.h"
#include "insight/bh-test-figures.h"
#include "storage/bh-register-repository.h"

/* An office without targets but those of a test. */
static BhTestStore *
open_office (void)
{
  BhTestStore *office = bh_test_store_new_at (bh_test_at ("2027-01-01"));

  bh_test_execute (office, "UPDATE target SET retired = 1");

  return office;
}

static gboolean
add_target_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  return bh_register_add_target (work, user_data, error) != 0;
}

static void
add_target (
    BhTestStore *office, const char *figure, const char *filter, BhTargetForm form, double value)
{
  g_autoptr (BhTarget) target = bh_target_new (0, figure, filter, 2026, form, value, FALSE);

  bh_test_store_write (office, add_target_in_worker, target);
}

static void
receive_many (BhTestStore *office, const char *month, guint n, const char *kind)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *at = g_strdup_printf ("%s-%02u 09:00", month, 1 + i % 28);

      bh_test_record (office, 0, BH_VERB_NEW, bh_test_at (at), "kind", kind, NULL);
    }
}

typedef struct
{
  BhOffice *office;
  int month;
  BhTicketFilter *filter;
  BhFigureSet figures;
  gint64 as_of;
  gboolean alone;  /* compared with nothing */
  BhPeriod period; /* where there is no month */
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
  BhOfficeTime *time = bh_office_get_time (request->office);
  BhScorecardPeriods periods;
  BhPeriod period = request->period;

  if (request->month != 0)
    bh_office_time_get_month (time, request->month, &period);
  bh_scorecard_periods_init (&periods, time, &period);
  if (request->alone)
    periods.previous = periods.year_before = (BhPeriod){ 0, 0 };

  return bh_scorecard_compute (insight, &periods, request->filter, request->figures, error);
}

static GPtrArray *
compute (BhTestStore *office, const char *filter, BhFigureSet figures)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (BhTicketFilter) parsed = bh_ticket_filter_parse (filter, &error);
  Request request = { snapshot, 202602, parsed, figures, bh_test_at ("2027-01-01"), FALSE };
  GPtrArray *rows;

  g_assert_no_error (error);
  rows = bh_store_read (office->store, compute_in_worker, &request, NULL, &error);
  g_assert_no_error (error);

  return rows;
}

/* "received [kind:repair] 3 2 1 goal 4 amber", a line a row. */
static char *
describe (GPtrArray *rows, guint from)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < rows->len; i++)
    {
      BhScorecardRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (text, "%s [%s] %g %g %g", row->figure->key, row->filter,
                              bh_figure_value_get_number (row->figure, &row->value),
                              bh_figure_value_get_number (row->figure, &row->previous),
                              bh_figure_value_get_number (row->figure, &row->year_before));
      if (row->target != NULL)
        g_string_append_printf (text, " goal %g %s", row->goal.has_value ? row->goal.value : -1,
                                bh_light_get_code (row->light));
      g_string_append_printf (text, "%s\n", row->problem != NULL ? " problem" : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_targets (BhTestStore *office, const char *filter, const char *expected)
{
  g_autoptr (GPtrArray) rows = compute (office, filter, 0);
  g_autofree char *text = describe (rows, 0);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_without_targets (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GPtrArray) rows = NULL;
  guint n;

  receive_many (office, "2025-02", 5, "repair");
  receive_many (office, "2026-01", 4, "repair");
  receive_many (office, "2026-02", 3, "repair");
  assert_targets (office, "", "");

  rows = compute (office, "", BH_FIGURES_ALL);
  bh_figures_list (&n);
  g_assert_cmpuint (rows->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      BhScorecardRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpuint (row->id, ==, i);
      g_assert_true (row->figure == bh_figure_get_info ((BhFigureId) i));
      g_assert_cmpstr (row->filter, ==, "");
      g_assert_null (row->target);
      g_assert_cmpint (row->light, ==, BH_LIGHT_NONE);
    }
  g_ptr_array_set_size (rows, 1);
  {
    g_autofree char *first = describe (rows, 0);

    g_assert_cmpstr (first, ==, "received [] 3 4 5\n");
  }
}

/* Targets about all tickets stand with their figures, the others follow. */
static void
test_targets (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *others = NULL;
  BhScorecardRow *repeat;
  guint n;

  receive_many (office, "2025-02", 10, "complaint");
  receive_many (office, "2026-02", 9, "complaint");
  receive_many (office, "2026-02", 3, "repair");
  add_target (office, "received", "kind:complaint", BH_TARGET_CHANGE, -0.15);
  add_target (office, "repeat_share", "", BH_TARGET_VALUE, 0.15);
  add_target (office, "repeat_share", "", BH_TARGET_ALARM, 0.3);

  assert_targets (office, "",
                  "received [kind:complaint] 9 0 10 goal 8.5 amber\n"
                  "repeat_share [] 0 0 0 goal 0.15 green\n"
                  "repeat_share [] 0 0 0 goal 0.3 none\n");

  rows = compute (office, "", BH_FIGURES_ALL);
  bh_figures_list (&n);
  g_assert_cmpuint (rows->len, ==, n + 2);
  repeat = g_ptr_array_index (rows, BH_FIGURE_REPEAT_SHARE);
  g_assert_cmpint (repeat->target->form, ==, BH_TARGET_VALUE);
  g_assert_cmpint (repeat->light, ==, BH_LIGHT_GREEN);
  others = describe (rows, n);
  g_assert_cmpstr (others, ==,
                   "received [kind:complaint] 9 0 10 goal 8.5 amber\n"
                   "repeat_share [] 0 0 0 goal 0.3 none\n");
}

/* What the first page shows: how much there is, then the targets. */
static void
test_load (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *text = NULL;

  receive_many (office, "2026-01", 2, "repair");
  receive_many (office, "2026-02", 3, "repair");
  add_target (office, "repeat_share", "", BH_TARGET_VALUE, 0.15);
  add_target (office, "open_at_end", "", BH_TARGET_VALUE, 4);
  rows = compute (office, "", BH_SCORECARD_LOAD);
  text = describe (rows, 0);
  g_assert_cmpstr (text, ==,
                   "received [] 3 2 0\n"
                   "finished [] 0 0 0\n"
                   "open_at_end [] 5 2 0 goal 4 red\n"
                   "overdue_open_at_end [] 5 2 0\n"
                   "repeat_share [] 0 0 0 goal 0.15 green\n");
}

static void
test_alone (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhOffice) snapshot = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  Request request = { NULL, 202602, NULL, 0, bh_test_at ("2027-01-01"), TRUE };
  BhScorecardRow *row;

  receive_many (office, "2025-02", 10, "repair");
  receive_many (office, "2026-01", 2, "repair");
  receive_many (office, "2026-02", 3, "repair");
  add_target (office, "received", "", BH_TARGET_CHANGE, -0.5);
  request.office = snapshot = bh_store_dup_office (office->store);
  rows = bh_store_read (office->store, compute_in_worker, &request, NULL, &error);
  g_assert_no_error (error);
  text = describe (rows, 0);
  g_assert_cmpstr (text, ==, "received [] 3 0 0 goal 5 green\n");
  row = g_ptr_array_index (rows, 0);
  g_assert_false (row->previous.has_value || row->previous_so_far.has_value);
  g_assert_false (row->year_before.has_value || row->year_before_so_far.has_value);
}

/* A part of the tickets is judged by what the targets have of it. */
static void
test_filter (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  receive_many (office, "2025-02", 10, "complaint");
  receive_many (office, "2025-02", 4, "repair");
  receive_many (office, "2026-02", 9, "complaint");
  receive_many (office, "2026-02", 3, "repair");
  add_target (office, "received", "kind:complaint,repair", BH_TARGET_CHANGE, -0.5);
  add_target (office, "received", "kind:inquiry", BH_TARGET_CHANGE, -0.5);

  assert_targets (office, "kind:repair", "received [kind:repair] 3 0 4 goal 2 red\n");
  assert_targets (office, "grade:general",
                  "received [kind:complaint,repair grade:general] 12 0 14 goal 7 red\n"
                  "received [kind:inquiry grade:general] 0 0 0 goal -1 none\n");
  assert_targets (office, "kind:praise", "");
}

/* Of two targets about the same tickets, that which was set for just them counts. */
static void
test_own_target (void)
{
  g_autoptr (BhTestStore) office = open_office ();

  receive_many (office, "2026-02", 3, "repair");
  add_target (office, "repeat_share", "", BH_TARGET_VALUE, 0.15);
  add_target (office, "repeat_share", "kind:repair", BH_TARGET_VALUE, 0.3);
  add_target (office, "repeat_share", "", BH_TARGET_ALARM, 0.5);
  assert_targets (office, "",
                  "repeat_share [] 0 0 0 goal 0.15 green\n"
                  "repeat_share [kind:repair] 0 0 0 goal 0.3 green\n"
                  "repeat_share [] 0 0 0 goal 0.5 none\n");
  assert_targets (office, "kind:repair",
                  "repeat_share [kind:repair] 0 0 0 goal 0.3 green\n"
                  "repeat_share [kind:repair] 0 0 0 goal 0.5 none\n");
  assert_targets (office, "kind:complaint",
                  "repeat_share [kind:complaint] 0 0 0 goal 0.15 none\n"
                  "repeat_share [kind:complaint] 0 0 0 goal 0.5 none\n");
}

/* Names that the office has no more keep nobody from seeing the rest. */
static void
test_problem (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GPtrArray) rows = NULL;
  BhScorecardRow *row;

  add_target (office, "received", "department:部", BH_TARGET_CHANGE, -0.5);
  add_target (office, "repeat_share", "", BH_TARGET_VALUE, 0.2);
  add_target (office, "spoons", "", BH_TARGET_VALUE, 0.2);
  rows = compute (office, "", 0);
  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 0);
  g_assert_nonnull (strstr (row->problem, "部"));
  g_assert_cmpstr (row->filter, ==, "department:部");
  g_assert_false (row->value.has_value);
  g_assert_cmpint (row->light, ==, BH_LIGHT_NONE);
  row = g_ptr_array_index (rows, 1);
  g_assert_null (row->problem);
}

/* Received, whether it has a target or not, and the other targets. */
static GPtrArray *
compute_period (BhTestStore *office, const char *from, const char *to, const char *as_of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  Request request = { .office = snapshot,
                      .period = { bh_test_at (from), bh_test_at (to) },
                      .figures = BH_FIGURE_BIT (BH_FIGURE_RECEIVED),
                      .as_of = bh_test_at (as_of) };
  GPtrArray *rows = bh_store_read (office->store, compute_in_worker, &request, NULL, &error);

  g_assert_no_error (error);

  return rows;
}

static BhScorecardRow *
compute_received (BhTestStore *office, int month, const char *as_of, GPtrArray **rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  Request request = { snapshot, month, NULL, BH_FIGURES_ALL, bh_test_at (as_of) };

  *rows = bh_store_read (office->store, compute_in_worker, &request, NULL, &error);
  g_assert_no_error (error);

  return g_ptr_array_index (*rows, 0);
}

/* Twenty days are no month: a count is held against the same days. */
static void
test_running_month (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GPtrArray) early = NULL, last_day = NULL, over = NULL;
  BhScorecardRow *row;

  receive_many (office, "2025-03", 25, "repair");
  receive_many (office, "2026-02", 28, "repair");
  receive_many (office, "2026-03", 28, "repair");

  row = compute_received (office, 202603, "2026-03-11 08:00", &early);
  g_assert_cmpint (row->value.count, ==, 10);
  g_assert_cmpint (row->previous.count, ==, 28);
  g_assert_cmpint (row->previous_so_far.count, ==, 10);
  g_assert_cmpint (row->year_before.count, ==, 25);
  g_assert_cmpint (row->year_before_so_far.count, ==, 10);
  row = g_ptr_array_index (early, BH_FIGURE_OPEN_AT_END);
  g_assert_cmpint (row->previous_so_far.count, ==, row->previous.count);

  /* February has no 31st. */
  row = compute_received (office, 202603, "2026-03-31 10:00", &last_day);
  g_assert_cmpint (row->previous_so_far.count, ==, 28);
  row = compute_received (office, 202603, "2026-04-01", &over);
  g_assert_cmpint (row->previous_so_far.count, ==, 28);
  g_assert_cmpint (row->year_before_so_far.count, ==, 25);
}

/* A quarter and a year: what was entered for a year is a fourth of it for a quarter, and a running
 * one is held against the same part of the one before. */
static void
test_long_periods (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GPtrArray) quarter = NULL, year = NULL;
  BhScorecardRow *row;

  receive_many (office, "2025-02", 10, "repair");
  receive_many (office, "2025-05", 20, "repair");
  receive_many (office, "2026-01", 28, "repair");
  receive_many (office, "2026-05", 28, "repair");
  add_target (office, "received", "", BH_TARGET_VALUE, 120);
  add_target (office, "repeat_share", "", BH_TARGET_VALUE, 0.15);

  quarter = compute_period (office, "2026-04-01", "2026-07-01", "2026-05-11");
  row = g_ptr_array_index (quarter, 0);
  g_assert_cmpint (row->value.count, ==, 10);
  g_assert_cmpint (row->previous.count, ==, 28);
  g_assert_cmpint (row->previous_so_far.count, ==, 28);
  g_assert_cmpint (row->year_before.count, ==, 20);
  g_assert_cmpint (row->year_before_so_far.count, ==, 10);
  g_assert_cmpfloat (row->goal.value, ==, 30);
  g_assert_cmpfloat_with_epsilon (row->goal.so_far, 30.0 * 40 / 91, 1e-9);
  row = g_ptr_array_index (quarter, 1);
  g_assert_cmpfloat (row->goal.value, ==, 0.15);

  year = compute_period (office, "2026-01-01", "2027-01-01", "2027-02-01");
  row = g_ptr_array_index (year, 0);
  g_assert_cmpint (row->value.count, ==, 56);
  g_assert_cmpint (row->previous.count, ==, 30);
  g_assert_cmpint (row->year_before.count, ==, 30);
  g_assert_cmpfloat (row->goal.value, ==, 120);
  g_assert_cmpint (row->light, ==, BH_LIGHT_NONE);
}

/* A change is measured against the same stretch of the base year. */
static void
test_change_of_quarter (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (GPtrArray) quarter = NULL, winter = NULL;
  BhScorecardRow *row;

  receive_many (office, "2025-01", 12, "repair");
  receive_many (office, "2025-03", 8, "repair");
  receive_many (office, "2026-02", 17, "repair");
  add_target (office, "received", "", BH_TARGET_CHANGE, -0.1);

  quarter = compute_period (office, "2026-01-01", "2026-04-01", "2026-04-01");
  row = g_ptr_array_index (quarter, 0);
  g_assert_cmpfloat (row->goal.value, ==, 18);
  g_assert_cmpint (row->light, ==, BH_LIGHT_GREEN);

  /* Over the end of a year: of the year in which it ends, against the year before that. */
  winter = compute_period (office, "2025-12-01", "2026-03-01", "2026-04-01");
  row = g_ptr_array_index (winter, 0);
  g_assert_cmpint (row->value.count, ==, 17);
  g_assert_false (row->goal.has_value);
}

/* Two years of tickets, some answered, with the targets that every office begins with. */
static BhTestStore *
open_random_office (GRand *rand)
{
  static const char *const kinds[] = { "complaint", "repair", "inquiry" };
  BhTestStore *office = bh_test_store_new_at (bh_test_at ("2026-06-01"));

  bh_test_execute (office, "INSERT INTO place (id, kind, community_id, name, path, sort_key,"
                           " digits_key, households, retired)"
                           " VALUES (1, 1, 1, '滨河花园', '滨河花园', 'bhhy', '', 450, 0)");
  for (guint i = 0; i < 300; i++)
    {
      int hours = g_rand_int_range (rand, 0, 24 * 700);
      gint64 at = bh_test_at ("2024-06-01") + hours * G_GINT64_CONSTANT (3600) * BH_USEC_PER_SEC;
      const char *kind = kinds[g_rand_int_range (rand, 0, 3)];
      gint64 id = bh_test_record (office, 0, BH_VERB_NEW, at, "kind", kind, NULL);

      at += g_rand_int_range (rand, 1, 20 * 24 * 60) * 60 * BH_USEC_PER_SEC;
      if (g_rand_boolean (rand))
        bh_test_record (office, id, BH_VERB_ANSWER, at, "result", "好了", NULL);
    }

  return office;
}

static void
assert_same (const BhFigureValue *value, const BhFigureValue *expected)
{
  g_assert_cmpint (value->has_value, ==, expected->has_value);
  g_assert_cmpint (value->count, ==, expected->count);
  g_assert_cmpfloat (value->value, ==, expected->value);
  g_assert_cmpfloat (value->denominator, ==, expected->denominator);
  g_assert_cmpfloat (value->mean, ==, expected->mean);
  g_assert_cmpfloat (value->p90, ==, expected->p90);
}

/* What `kpi` says of the same tickets in that month. */
static void
assert_figure (
    BhTestStore *office, BhScorecardRow *row, int month, gint64 as_of, const BhFigureValue *value)
{
  g_autoptr (BhOfficeTime) time = bh_office_time_new ("Asia/Shanghai", NULL);
  g_autoptr (GPtrArray) groups = NULL;
  BhPeriod period;

  bh_office_time_get_month (time, month, &period);
  groups = bh_test_figures (office, &period, as_of, BH_BY_NOTHING, row->filter);
  assert_same (value, &((BhFigureGroup *) g_ptr_array_index (groups, 0))->values[row->id]);
}

static void
test_walk (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (BhTestStore) office = open_random_office (rand);
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  gint64 as_of = bh_test_at ("2026-05-20 10:00");
  guint n_goals = 0, n;

  for (int month = 202601; month <= 202605; month++)
    {
      g_autoptr (GError) error = NULL;
      Request request = { snapshot, month, NULL, BH_FIGURES_ALL, as_of, FALSE };
      g_autoptr (GPtrArray) rows
          = bh_store_read (office->store, compute_in_worker, &request, NULL, &error);

      g_assert_no_error (error);
      bh_figures_list (&n);
      g_assert_cmpuint (rows->len, ==, n + 3);
      for (guint i = 0; i < rows->len; i++)
        {
          BhScorecardRow *row = g_ptr_array_index (rows, i);
          int before = month == 202601 ? 202512 : month - 1;

          assert_figure (office, row, month, as_of, &row->value);
          assert_figure (office, row, before, as_of, &row->previous);
          assert_figure (office, row, month - 100, as_of, &row->year_before);
          /* "Eight per cent less than in the same month of last year." */
          if (row->target != NULL && row->target->form == BH_TARGET_CHANGE)
            g_assert_cmpfloat_with_epsilon (row->goal.value, 0.92 * row->year_before.value, 1e-9);
          if (row->target != NULL && row->target->form == BH_TARGET_CHANGE && month < 202605)
            g_assert_cmpint (row->light == BH_LIGHT_GREEN, ==,
                             row->value.value <= 0.92 * row->year_before.value);
          n_goals += row->target != NULL && row->goal.has_value;
        }
    }
  g_assert_cmpuint (n_goals, ==, 5 * 5);
}

static void
test_cancelled (void)
{
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Request request = { snapshot, 202602, NULL, BH_FIGURES_ALL, bh_test_at ("2027-01-01"), FALSE };

  g_cancellable_cancel (cancellable);
  g_assert_null (bh_store_read (office->store, compute_in_worker, &request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_scopes (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    const char *both; /* NULL: none */
  } cases[] = {
    { "", "", "" },
    { "kind:repair", "", "kind:repair" },
    { "", "kind:repair", "kind:repair" },
    { "kind:repair", "kind:repair,complaint", "kind:repair" },
    { "kind:repair,complaint", "kind:repair", "kind:repair" },
    { "kind:repair", "kind:complaint", NULL },
    { "kind:repair,inquiry", "kind:repair,complaint", NULL },
    { "status:open", "status:registered", "status:registered" },
    { "category:repair", "category:repair,fees", "category:repair" },
    { "grade:urgent", "kind:repair", "kind:repair grade:urgent" },
    { "received:2026-02", "received:2026-02", "received:2026-02" },
    { "received:2026-02", "received:2026-03", NULL },
    { "text:灯", "kind:repair text:灯", "kind:repair text:灯" },
  };
  g_autoptr (BhTestStore) office = open_office ();
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BhTicketFilter) a = bh_ticket_filter_parse (cases[i].a, &error);
      g_autoptr (BhTicketFilter) b = bh_ticket_filter_parse (cases[i].b, &error);
      g_autoptr (BhTicketFilter) expected = bh_ticket_filter_parse (cases[i].both, &error);
      g_autoptr (BhTicketFilter) both = NULL;

      g_assert_true (bh_scorecard_scope (a, b, snapshot, &both, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (both != NULL ? bh_ticket_filter_to_text (both) : NULL, ==,
                       cases[i].both != NULL ? bh_ticket_filter_to_text (expected) : NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scorecard/without-targets", test_without_targets);
  g_test_add_func ("/scorecard/targets", test_targets);
  g_test_add_func ("/scorecard/load", test_load);
  g_test_add_func ("/scorecard/alone", test_alone);
  g_test_add_func ("/scorecard/filter", test_filter);
  g_test_add_func ("/scorecard/own-target", test_own_target);
  g_test_add_func ("/scorecard/problem", test_problem);
  g_test_add_func ("/scorecard/running-month", test_running_month);
  g_test_add_func ("/scorecard/long-periods", test_long_periods);
  g_test_add_func ("/scorecard/change-of-quarter", test_change_of_quarter);
  g_test_add_func ("/scorecard/walk", test_walk);
  g_test_add_func ("/scorecard/cancelled", test_cancelled);
  g_test_add_func ("/scorecard/scopes", test_scopes);

  return g_test_run ();
}
