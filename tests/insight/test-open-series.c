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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/open-series/walk", test_walk);

  return g_test_run ();
}
