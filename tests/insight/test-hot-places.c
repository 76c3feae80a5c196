/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-chessboard.h"
#include "insight/bh-hot-ranking.h"
#include "insight/bh-test-hot-spots.h"

/* Places and equipment with most tickets, and rooms by floor and unit, against a walk over what was
 * recorded. */

static gpointer
ranking_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  BhTestSpotsRequest *q = data;
  g_autoptr (BhInsight) insight = bh_test_spots_look (connection, q);

  return bh_hot_ranking_compute (insight, q->kind, 5, &q->period, q->filter, error);
}

static gpointer
board_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  BhTestSpotsRequest *q = data;
  g_autoptr (BhInsight) insight = bh_test_spots_look (connection, q);

  return bh_chessboards_compute (insight, 3, &q->period, q->filter, error);
}

static void
assert_ranking (BhTestSpots *f, BhPlaceKind kind)
{
  g_auto (BhTestSpotsRequest) q;
  g_autoptr (BhHotRanking) ranking = NULL;
  gint64 last = G_MAXINT64, total = 0;

  bh_test_spots_request_init (f, &q, "");
  q.kind = kind;
  ranking = bh_test_spots_run (f, ranking_in_worker, &q);
  for (guint l = 0; l < ranking->lines->len; l++)
    {
      BhHotLine *line = g_ptr_array_index (ranking->lines, l);
      g_autofree char *list = bh_hot_line_dup_filter (line, ranking->base, NULL);
      int place = bh_test_spots_find_place (f, line->id);
      gint64 expected = 0, repeats = 0;

      for (guint i = 0; i < BH_TEST_SPOTS_TICKETS; i++)
        if (bh_test_spots_counts (f, &q, &f->tickets[i])
            && (kind == BH_PLACE_BUILDING ? bh_test_spots_get_building (f, &f->tickets[i])
                                          : f->tickets[i].place)
                   == place)
          {
            expected++;
            repeats += f->tickets[i].is_repeat;
          }
      g_assert_cmpint (line->count, ==, expected);
      g_assert_cmpint (line->repeats, ==, repeats);
      g_assert_cmpint (line->count, ==, bh_test_spots_count_list (f, list));
      g_assert_cmpint (line->count, <=, last);
      last = line->count;
    }
  for (guint i = 0; i < BH_TEST_SPOTS_TICKETS; i++)
    if (bh_test_spots_counts (f, &q, &f->tickets[i]) && f->tickets[i].place >= 0)
      {
        const BhTestSpot *place = &g_array_index (f->places, BhTestSpot, f->tickets[i].place);

        total += kind == BH_PLACE_BUILDING ? place->building >= 0 : place->kind == kind;
      }
  g_assert_cmpint (ranking->total, ==, total);
}

static void
test_rankings (BhTestSpots *f, gconstpointer data)
{
  assert_ranking (f, BH_PLACE_BUILDING);
  assert_ranking (f, BH_PLACE_ROOM);
  assert_ranking (f, BH_PLACE_AREA);
  assert_ranking (f, BH_PLACE_EQUIPMENT);
}

/* "floor/unit door" of every room, from the top. */
static char *
describe_board (BhChessboard *board)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < board->rooms->len; i++)
    {
      BhChessRoom *room = g_ptr_array_index (board->rooms, i);
      BhChessColumn *column = g_ptr_array_index (board->columns, room->column);

      g_string_append_printf (text, "%s%d/%s %s", i > 0 ? ", " : "", room->floor, column->unit,
                              column->door);
    }

  return g_string_free (text, FALSE);
}

static void
test_chessboard (BhTestSpots *f, gconstpointer data)
{
  g_auto (BhTestSpotsRequest) q;
  g_autoptr (BhChessboards) boards = NULL;
  BhChessboard *board;
  g_autofree char *rooms = NULL;
  gint64 sum = 0;
  int building;

  bh_test_spots_request_init (f, &q, "within:云栖雅苑/1栋 kind:complaint,repair");
  boards = bh_test_spots_run (f, board_in_worker, &q);
  g_assert_cmpuint (boards->n_buildings, ==, 1);
  board = g_ptr_array_index (boards->boards, 0);
  rooms = describe_board (board);
  g_assert_cmpstr (rooms, ==,
                   "10/1单元 02, 10/2单元 02, 1/1单元 01, 1/2单元 01, -1/ 01, 0/1单元 商铺1, "
                   "0/2单元 商铺1");
  building = bh_test_spots_find_place (f, board->building->id);
  for (guint i = 0; i < board->rooms->len; i++)
    {
      BhHotLine *line = ((BhChessRoom *) g_ptr_array_index (board->rooms, i))->line;
      g_autofree char *list = bh_hot_line_dup_filter (line, boards->base, NULL);
      int place = bh_test_spots_find_place (f, line->id);
      gint64 expected = 0;

      g_assert_cmpint (g_array_index (f->places, BhTestSpot, place).building, ==, building);
      for (guint t = 0; t < BH_TEST_SPOTS_TICKETS; t++)
        expected += bh_test_spots_counts (f, &q, &f->tickets[t]) && f->tickets[t].place == place;
      g_assert_cmpint (line->count, ==, expected);
      g_assert_cmpint (bh_test_spots_count_list (f, list), ==, expected);
      sum += expected;
    }
  g_assert_cmpint (board->building->count, ==, sum + board->elsewhere);
  g_assert_cmpint (board->elsewhere, >, 0);
}

/* Of several buildings those with the most. */
static void
test_busiest (BhTestSpots *f, gconstpointer data)
{
  g_auto (BhTestSpotsRequest) q;
  g_autoptr (BhChessboards) boards = NULL;
  g_autoptr (BhHotRanking) ranking = NULL;
  g_autoptr (BhChessboards) none = NULL;

  bh_test_spots_request_init (f, &q, "");
  q.kind = BH_PLACE_BUILDING;
  boards = bh_test_spots_run (f, board_in_worker, &q);
  ranking = bh_test_spots_run (f, ranking_in_worker, &q);
  g_assert_cmpuint (boards->n_buildings, ==, 4);
  g_assert_cmpuint (boards->boards->len, ==, 3);
  for (guint i = 0; i < boards->boards->len; i++)
    {
      BhChessboard *board = g_ptr_array_index (boards->boards, i);
      BhHotLine *line = g_ptr_array_index (ranking->lines, i);

      g_assert_cmpint (board->building->id, ==, line->id);
      g_assert_cmpint (board->building->count, ==, line->count);
    }

  q.period = (BhPeriod){ bh_test_at ("2025-01-01"), bh_test_at ("2025-01-02") };
  none = bh_test_spots_run (f, board_in_worker, &q);
  g_assert_cmpuint (none->n_buildings, ==, 0);
  g_assert_cmpuint (none->boards->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  bh_test_spots_add ("/hot-spots/rankings", test_rankings);
  bh_test_spots_add ("/hot-spots/chessboard", test_chessboard);
  bh_test_spots_add ("/hot-spots/busiest", test_busiest);

  return g_test_run ();
}
