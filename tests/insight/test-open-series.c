/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-open-series.h"
#include "insight/bh-test-figures.h"
#include "insight/bh-test-walk.h"

/* What was open and overdue at the ends of months: of random histories against the second
 * computation, and of single tickets whose history is written down. */

#define DAY (24 * 3600 * BH_USEC_PER_SEC)
#define N_ENDS 14

/* The same month by month, at the end of the month of @first and later, and at as-of. */
typedef struct
{
  gint64 ends[N_ENDS];
  guint n_ends;
  BhOpenCount counts[N_ENDS];
} Line;

static void
set_ends (Line *line, BhOffice *office, gint64 first, gint64 as_of)
{
  BhOfficeTime *time = bh_office_get_time (office);
  BhLocalTime local;
  BhPeriod month;

  line->n_ends = 0;
  bh_office_time_split (time, first, &local);
  for (int i = 0; i < N_ENDS - 1; i++)
    {
      g_assert_true (bh_office_time_get_month (time, bh_month_shift (local.month, i), &month));
      if (month.to < as_of)
        line->ends[line->n_ends++] = month.to;
    }
  line->ends[line->n_ends++] = as_of;
}

static void
compute (Line *line, BhTestStore *store, BhOffice *office, const char *text, gint64 as_of)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhConnection) reader = bh_store_open_reader (store->store, &error);
  g_autoptr (BhTicketFilter) filter = bh_ticket_filter_parse (text, &error);
  g_autoptr (BhFilterSql) where = bh_filter_sql_new_compared (
      filter, office, "t", BH_OPEN_FIRST_FILTER_PARAMETER, as_of, &error);
  BhOpenSeries series = { .connection = reader,
                          .filter = where,
                          .as_of = as_of,
                          .ends = line->ends,
                          .n_ends = line->n_ends };
  BhOpenCount open[N_ENDS], overdue[N_ENDS];

  g_assert_no_error (error);
  series.with_open = TRUE;
  g_assert_true (bh_open_series_compute (&series, open, NULL, &error));
  series.with_open = FALSE;
  series.with_overdue = TRUE;
  g_assert_true (bh_open_series_compute (&series, overdue, NULL, &error));
  series.with_open = TRUE;
  g_assert_true (bh_open_series_compute (&series, line->counts, NULL, &error));
  g_assert_no_error (error);

  /* Each is the same without the other. */
  for (guint i = 0; i < line->n_ends; i++)
    {
      g_assert_cmpint (open[i].open, ==, line->counts[i].open);
      g_assert_cmpint (open[i].overdue, ==, 0);
      g_assert_cmpint (overdue[i].overdue, ==, line->counts[i].overdue);
      g_assert_cmpint (overdue[i].open, ==, 0);
    }
}

typedef struct
{
  const char *text;
  BhGrade grade;
} Filter;

static void
assert_walk (BhTestWalk *walk, const Line *line, BhGrade grade, gint64 as_of, BhOpenCount *seen)
{
  for (guint i = 0; i < line->n_ends; i++)
    {
      const BhPeriod period = { 1, line->ends[i] };
      BhTestExpected *expected = bh_test_expected_new ();

      for (guint j = 0; j < walk->histories->len; j++)
        {
          BhTestHistory *history = g_ptr_array_index (walk->histories, j);

          if (grade == BH_GRADE_NONE || history->ticket->grade == grade)
            bh_test_expected_count (expected, history, &period, as_of, walk->office);
        }
      g_assert_cmpint (line->counts[i].open, ==, expected->counts[BH_FIGURE_OPEN_AT_END]);
      g_assert_cmpint (line->counts[i].overdue, ==,
                       expected->counts[BH_FIGURE_OVERDUE_OPEN_AT_END]);
      seen->open += line->counts[i].open;
      seen->overdue += line->counts[i].overdue;
      bh_test_expected_free (expected);
    }
}

/* From any month on, as of the present and of instants amid the history. */
static void
test_walk (void)
{
  static const Filter filters[] = { { NULL, BH_GRADE_NONE }, { "grade:urgent", BH_GRADE_URGENT } };
  g_autoptr (BhTestWalk) walk = bh_test_walk_new ();
  BhOpenCount seen = { 0, 0 };

  for (guint i = 0; i < 24; i++)
    {
      const Filter *filter = &filters[i % G_N_ELEMENTS (filters)];
      gint64 as_of = i < 4 ? walk->start + 500 * DAY : bh_test_walk_pick_instant (walk);
      Line line;

      set_ends (&line, walk->office, walk->start + (i % 3) * 31 * DAY, as_of);
      compute (&line, walk->store, walk->office, filter->text, as_of);
      assert_walk (walk, &line, filter->grade, as_of, &seen);
    }
  g_assert_cmpint (seen.open, >, 0);
  g_assert_cmpint (seen.overdue, >, 0);
}

/* Of @office as of @as_of, "open/overdue" at the ends of the months from March on, the last that of
 * as-of. */
static void
assert_line (BhTestStore *office, const char *as_of, const char *expected)
{
  g_autoptr (BhOffice) snapshot = bh_store_dup_office (office->store);
  g_autoptr (GString) found = g_string_new (NULL);
  Line line;

  set_ends (&line, snapshot, bh_test_at ("2026-03-01"), bh_test_at (as_of));
  compute (&line, office, snapshot, NULL, bh_test_at (as_of));
  for (guint i = 0; i < line.n_ends; i++)
    g_string_append_printf (found, "%s%d/%d", i > 0 ? " " : "", (int) line.counts[i].open,
                            (int) line.counts[i].overdue);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
regrade (BhTestStore *office, gint64 id, const char *at, BhGrade grade)
{
  g_autofree char *policy = bh_test_dup_policy (office, grade);

  BH_TEST_DO (office, id, REGRADE, at, "grade", bh_list_get_code (BH_LIST_GRADE, (int) grade),
              "policy", policy, NULL);
}

/* Urgent work is due after a day, general work after five. */
static void
test_moved (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-29 08:00", "urgent");

  regrade (office, id, "2026-03-31 08:00", BH_GRADE_GENERAL);
  assert_line (office, "2026-03-31", "1/1");
  assert_line (office, "2026-04-03", "1/0 1/0");
  assert_line (office, "2026-04-04", "1/0 1/1");

  /* After the end of the month: it had been late then. */
  id = bh_test_receive (office, "2026-03-29 08:00", "urgent");
  regrade (office, id, "2026-04-02 08:00", BH_GRADE_GENERAL);
  assert_line (office, "2026-04-02", "2/1 2/1");
  assert_line (office, "2026-04-03", "2/1 2/0");
  assert_line (office, "2026-04-04", "2/1 2/2");
}

static void
test_moved_back (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-29 08:00", "general");

  /* To a time before the end of the month, when it was not due yet; and forth again. */
  regrade (office, id, "2026-04-02 08:00", BH_GRADE_URGENT);
  assert_line (office, "2026-04-02", "1/0 1/0");
  assert_line (office, "2026-04-03", "1/0 1/1");
  regrade (office, id, "2026-05-02 08:00", BH_GRADE_GENERAL);
  assert_line (office, "2026-06-02", "1/0 1/1 1/1 1/1");
  /* Urgent amid the month of April alone, which changes the end of none. */
  id = bh_test_receive (office, "2026-03-31 08:00", "general");
  regrade (office, id, "2026-04-01 08:00", BH_GRADE_URGENT);
  regrade (office, id, "2026-04-03 08:00", BH_GRADE_GENERAL);
  assert_line (office, "2026-06-02", "2/0 2/2 2/2 2/2");
}

/* Works, finishes at @finished and closes at @closed. */
static void
close_ticket (
    BhTestStore *office, gint64 id, const char *work, const char *finished, const char *closed)
{
  bh_test_prepare (office, id, work);
  BH_TEST_DO (office, id, FINISH, finished, "result", "好", NULL);
  BH_TEST_DO (office, id, SIGN, closed, NULL);
  BH_TEST_DO (office, id, CALLBACK, closed, "reached", "yes", NULL);
}

static void
test_rounds (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-02", "general");

  /* Finished late in April and refused in May: overdue in March, and then by the second round. */
  bh_test_prepare (office, id, "2026-03-03");
  BH_TEST_DO (office, id, FINISH, "2026-04-20", "result", "好", NULL);
  assert_line (office, "2026-05-02", "1/1 1/0 1/0");
  BH_TEST_DO (office, id, REFUSE, "2026-05-10", "reason", "漏", NULL);
  assert_line (office, "2026-07-02", "1/1 1/0 1/1 1/1 1/1");

  /* Closed in March, begun again in May, closed in July: not open in between. */
  id = bh_test_receive (office, "2026-03-02", "general");
  close_ticket (office, id, "2026-03-03", "2026-03-04", "2026-03-05");
  assert_line (office, "2026-05-02", "1/1 1/0 1/0");
  BH_TEST_DO (office, id, REOPEN, "2026-05-20", "reason", "又坏", NULL);
  bh_test_redo (office, id, "2026-05-20");
  assert_line (office, "2026-05-21", "1/1 1/0 2/1");
  assert_line (office, "2026-06-02", "1/1 1/0 2/2 2/2");
  BH_TEST_DO (office, id, FINISH, "2026-07-01 08:00", "result", "好", NULL);
  BH_TEST_DO (office, id, SIGN, "2026-07-01 09:00", NULL);
  BH_TEST_DO (office, id, CALLBACK, "2026-07-01 10:00", "reached", "yes", NULL);
  assert_line (office, "2026-07-02", "1/1 1/0 2/2 2/2 1/1");
}

/* What is void or merged by now never was open, and was until then. */
static void
test_left_out (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-02", "general");
  gint64 other = bh_test_receive (office, "2026-03-02", "general");
  g_autofree char *into = g_strdup_printf ("%" G_GINT64_FORMAT, other);

  BH_TEST_DO (office, id, VOID, "2026-04-10", "reason", "误", NULL);
  assert_line (office, "2026-04-10", "2/2 2/2");
  assert_line (office, "2026-04-11", "1/1 1/1");

  id = bh_test_receive (office, "2026-03-02", "general");
  BH_TEST_DO (office, id, MERGE, "2026-05-10", "into", into, NULL);
  assert_line (office, "2026-05-10", "2/2 2/2 2/2");
  assert_line (office, "2026-05-11", "1/1 1/1 1/1");
  assert_line (office, "2026-06-11", "1/1 1/1 1/1 1/1");
}

/* An instant within a month: of what was received and closed in that month, too. */
static void
test_within_a_month (void)
{
  g_autoptr (BhTestStore) office = bh_test_figures_office ();
  gint64 id = bh_test_receive (office, "2026-03-02", "urgent");

  close_ticket (office, id, "2026-03-19", "2026-03-20", "2026-03-25");
  assert_line (office, "2026-03-02 00:01", "1/0");
  assert_line (office, "2026-03-03", "1/0");
  assert_line (office, "2026-03-03 00:01", "1/1");
  assert_line (office, "2026-03-20 00:01", "1/0");
  assert_line (office, "2026-03-25 00:01", "0/0");
  assert_line (office, "2026-05-01 00:01", "0/0 0/0 0/0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/open-series/walk", test_walk);
  g_test_add_func ("/open-series/moved", test_moved);
  g_test_add_func ("/open-series/moved-back", test_moved_back);
  g_test_add_func ("/open-series/rounds", test_rounds);
  g_test_add_func ("/open-series/left-out", test_left_out);
  g_test_add_func ("/open-series/within-a-month", test_within_a_month);

  return g_test_run ();
}
