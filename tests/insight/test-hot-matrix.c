/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-hot-matrix.h"
#include "insight/bh-test-hot-spots.h"

/* Weekdays and hours, buildings and categories, against a walk over what was recorded. */

static gpointer
hours_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  BhTestSpotsRequest *q = data;
  g_autoptr (BhInsight) insight = bh_test_spots_look (connection, q);

  return bh_hot_hours_compute (insight, &q->period, q->filter, error);
}

static gpointer
buildings_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  BhTestSpotsRequest *q = data;
  g_autoptr (BhInsight) insight = bh_test_spots_look (connection, q);

  return bh_hot_buildings_compute (insight, &q->period, q->filter, q->level, error);
}

static void
test_hours (BhTestSpots *f, gconstpointer data)
{
  g_auto (BhTestSpotsRequest) q;
  g_autoptr (BhHotMatrix) matrix = NULL;
  gint64 expected[7][24] = { 0 };
  gint64 total = 0;

  bh_test_spots_request_init (f, &q, "");
  matrix = bh_test_spots_run (f, hours_in_worker, &q);
  for (guint i = 0; i < BH_TEST_SPOTS_TICKETS; i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
      g_autoptr (GDateTime) utc
          = g_date_time_new_from_unix_utc (f->tickets[i].at / BH_USEC_PER_SEC);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

      if (!bh_test_spots_counts (f, &q, &f->tickets[i]))
        continue;
      expected[g_date_time_get_day_of_week (local) - 1][g_date_time_get_hour (local)]++;
      total++;
    }
  g_assert_cmpint (matrix->total, ==, total);
  g_assert_cmpint (total, >, 100);
  g_assert_cmpuint (matrix->rows->len, ==, 7);
  g_assert_cmpuint (matrix->columns->len, ==, 24);
  for (guint day = 0; day < 7; day++)
    for (guint hour = 0; hour < 24; hour++)
      {
        g_autofree char *list = bh_hot_matrix_dup_filter (matrix, day, hour);

        g_assert_cmpint (bh_hot_matrix_get (matrix, day, hour), ==, expected[day][hour]);
        g_assert_nonnull (list);
        g_assert_cmpint (bh_test_spots_count_list (f, list), ==, expected[day][hour]);
      }
}

static gboolean
is_in_column (BhTestSpots *f, const BhTestSpotTicket *ticket, gint64 id, BhParetoLevel level)
{
  gint64 own = ticket->category >= 0 ? f->leaves[ticket->category] : 0;

  if (level == BH_PARETO_TOP && ticket->category >= 0)
    own = f->tops[ticket->category / 2];

  return own == id;
}

static void
assert_buildings (BhTestSpots *f, const char *filter, BhParetoLevel level, guint n_rows)
{
  g_auto (BhTestSpotsRequest) q;
  g_autoptr (BhHotMatrix) matrix = NULL;
  gint64 last = G_MAXINT64;

  bh_test_spots_request_init (f, &q, filter);
  q.level = level;
  matrix = bh_test_spots_run (f, buildings_in_worker, &q);
  g_assert_cmpuint (matrix->rows->len, ==, n_rows);
  for (guint r = 0; r < n_rows; r++)
    {
      BhHotLine *row = g_ptr_array_index (matrix->rows, r);
      int building = bh_test_spots_find_place (f, row->id);
      gint64 sum = 0;

      for (guint c = 0; c < matrix->columns->len; c++)
        {
          BhHotLine *column = g_ptr_array_index (matrix->columns, c);
          g_autofree char *list = bh_hot_matrix_dup_filter (matrix, r, c);
          gint64 expected = 0;

          for (guint i = 0; *filter == '\0' && i < BH_TEST_SPOTS_TICKETS; i++)
            if (bh_test_spots_counts (f, &q, &f->tickets[i])
                && bh_test_spots_get_building (f, &f->tickets[i]) == building
                && is_in_column (f, &f->tickets[i], column->id, level))
              expected++;
          if (*filter == '\0')
            g_assert_cmpint (bh_hot_matrix_get (matrix, r, c), ==, expected);
          g_assert_cmpint (bh_hot_matrix_get (matrix, r, c), ==,
                           bh_test_spots_count_list (f, list));
          sum += bh_hot_matrix_get (matrix, r, c);
        }
      g_assert_cmpint (row->count, ==, sum);
      g_assert_cmpint (row->count, <=, last);
      last = row->count;
    }
}

static void
test_buildings (BhTestSpots *f, gconstpointer data)
{
  assert_buildings (f, "", BH_PARETO_LEAF, 4);
  assert_buildings (f, "", BH_PARETO_TOP, 4);
  assert_buildings (f, "community:云栖雅苑", BH_PARETO_TOP, 2);
  assert_buildings (f, "category:维修/灯,费用", BH_PARETO_TOP, 4);
  assert_buildings (f, "within:滨河花园/1栋1单元,滨河花园/11栋", BH_PARETO_TOP, 2);
  assert_buildings (f, "within:滨河花园", BH_PARETO_LEAF, 2);
}

static void
test_outside (BhTestSpots *f, gconstpointer data)
{
  g_auto (BhTestSpotsRequest) q;
  g_autoptr (BhHotMatrix) matrix = NULL;
  gint64 outside = 0, all = 0;

  bh_test_spots_request_init (f, &q, "");
  matrix = bh_test_spots_run (f, buildings_in_worker, &q);
  for (guint i = 0; i < BH_TEST_SPOTS_TICKETS; i++)
    if (bh_test_spots_counts (f, &q, &f->tickets[i]))
      {
        all++;
        outside += bh_test_spots_get_building (f, &f->tickets[i]) < 0;
      }
  g_assert_cmpint (matrix->outside, ==, outside);
  g_assert_cmpint (matrix->total + matrix->outside, ==, all);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  bh_test_spots_add ("/hot-spots/hours", test_hours);
  bh_test_spots_add ("/hot-spots/buildings", test_buildings);
  bh_test_spots_add ("/hot-spots/outside", test_outside);

  return g_test_run ();
}
