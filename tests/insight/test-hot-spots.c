/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-chessboard.h"
#include "insight/bh-hot-matrix.h"
#include "insight/bh-hot-ranking.h"
#include "insight/bh-room-number.h"
#include "insight/bh-test-figures.h"
#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

/* Random tickets of a small estate, against a walk over what was recorded. */

#define N_TICKETS 400
#define DAY (24 * 3600 * BH_USEC_PER_SEC)
#define AS_OF "2026-05-01"

typedef struct
{
  gint64 id;
  BhPlaceKind kind;
  int building; /* place in the places, -1 for none */
} Place;

typedef struct
{
  gint64 id;
  int place;    /* -1 for none */
  int category; /* -1 for none */
  gint64 at;
  gboolean is_void;
  gboolean is_repeat;
} Ticket;

typedef struct
{
  BhTestStore *office;
  GArray *places;
  gint64 communities[2];
  gint64 tops[2], leaves[3]; /* two of the first */
  Ticket tickets[N_TICKETS];
} Fixture;

static int
add_place (Fixture *f,
           BhWork *work,
           BhPlaceKind kind,
           const char *name,
           gint64 parent,
           gint64 community,
           int building)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlace) place = bh_place_new (0, kind, name, parent, community, NULL);
  Place one = { bh_register_add_place (work, place, &error), kind, building };

  g_assert_no_error (error);
  if (kind == BH_PLACE_BUILDING)
    one.building = (int) f->places->len;
  g_array_append_val (f->places, one);

  return (int) f->places->len - 1;
}

static gint64
get_id (Fixture *f, int place)
{
  return g_array_index (f->places, Place, place).id;
}

static void
add_building (Fixture *f, BhWork *work, const char *name, gint64 community, guint units)
{
  int building = add_place (f, work, BH_PLACE_BUILDING, name, community, community, -1);

  for (guint u = 0; u < units; u++)
    {
      g_autofree char *unit_name = g_strdup_printf ("%u单元", u + 1);
      int unit = add_place (f, work, BH_PLACE_UNIT, unit_name, get_id (f, building), community,
                            building);

      add_place (f, work, BH_PLACE_ROOM, "101", get_id (f, unit), community, building);
      add_place (f, work, BH_PLACE_ROOM, "1002", get_id (f, unit), community, building);
      add_place (f, work, BH_PLACE_ROOM, "商铺1", get_id (f, unit), community, building);
      add_place (f, work, BH_PLACE_EQUIPMENT, "1号电梯", get_id (f, unit), community, building);
    }
  add_place (f, work, BH_PLACE_ROOM, "B101", get_id (f, building), community, building);
}

static gboolean
add_register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  Fixture *f = user_data;
  static const char *const names[] = { "滨河花园", "云栖雅苑" };

  f->tops[0] = bh_register_add_category (work, 0, "wx", "维修", 0, BH_GRADE_NONE, error);
  f->tops[1] = bh_register_add_category (work, 0, "fy", "费用", 0, BH_GRADE_NONE, error);
  f->leaves[0] = bh_register_add_category (work, f->tops[0], "sg", "水管", 0, BH_GRADE_NONE, error);
  f->leaves[1] = bh_register_add_category (work, f->tops[0], "d", "灯", 0, BH_GRADE_NONE, error);
  f->leaves[2] = f->tops[1];
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BhPlace) place = bh_place_new (0, BH_PLACE_COMMUNITY, names[i], 0, 0, NULL);

      f->communities[i] = bh_register_add_place (work, place, error);
      add_building (f, work, "1栋", f->communities[i], 2);
      add_building (f, work, "11栋", f->communities[i], 1);
      add_place (f, work, BH_PLACE_AREA, "南门", f->communities[i], f->communities[i], -1);
      add_place (f, work, BH_PLACE_EQUIPMENT, "水泵", f->communities[i], f->communities[i], -1);
    }
  bh_work_touch_register (work);

  return TRUE;
}

static gint64
find_community (Fixture *f, int place)
{
  return place < (int) f->places->len / 2 ? f->communities[0] : f->communities[1];
}

static void
receive (Fixture *f, GRand *rand, guint i)
{
  Ticket *ticket = &f->tickets[i];
  g_autoptr (BhPayload) payload = bh_payload_new ();

  ticket->place = g_rand_int_range (rand, -1, (int) f->places->len);
  ticket->category = g_rand_int_range (rand, -1, 3);
  ticket->at = bh_test_at ("2026-02-01") + (gint64) i * 60 * DAY / N_TICKETS
               + g_rand_int_range (rand, 0, 3600) * BH_USEC_PER_SEC;
  ticket->is_void = g_rand_int_range (rand, 0, 12) == 0;
  ticket->is_repeat = i > 0 && g_rand_int_range (rand, 0, 4) == 0;
  if (ticket->place >= 0)
    {
      bh_payload_set_int (payload, "place", get_id (f, ticket->place));
      bh_payload_set_int (payload, "community", find_community (f, ticket->place));
    }
  if (ticket->category >= 0)
    bh_payload_set_int (payload, "category", f->leaves[ticket->category]);
  if (ticket->is_repeat)
    bh_payload_set_int (payload, "repeat-of", f->tickets[0].id);
  bh_payload_set (payload, "kind", i % 2 == 0 ? "complaint" : "repair");
  ticket->id = bh_test_record_with (f->office, 0, BH_VERB_NEW, ticket->at, payload);
  if (ticket->is_void)
    bh_test_record (f->office, ticket->id, BH_VERB_VOID, ticket->at + DAY / 24, "reason", "误",
                    NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  f->office = bh_test_store_new_at (bh_test_at (AS_OF));
  f->places = g_array_new (FALSE, FALSE, sizeof (Place));
  bh_test_store_write (f->office, add_register_in_worker, f);
  for (guint i = 0; i < N_TICKETS; i++)
    receive (f, rand, i);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_array_unref (f->places);
  bh_test_store_free (f->office);
}

typedef struct
{
  BhOffice *office; /* (owned) */
  BhPeriod period;
  BhTicketFilter *filter; /* (owned) */
  BhParetoLevel level;
  BhPlaceKind kind;
} Request;

static void
request_init (Fixture *f, Request *q, const char *filter)
{
  g_autoptr (GError) error = NULL;

  *q = (Request){ .office = bh_store_dup_office (f->office->store),
                  .period = { bh_test_at ("2026-02-10"), bh_test_at ("2026-03-20") },
                  .filter = bh_ticket_filter_parse (filter, &error) };
  g_assert_no_error (error);
}

static void
request_clear (Request *q)
{
  g_object_unref (q->office);
  bh_ticket_filter_unref (q->filter);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gpointer
run (Fixture *f, BhReadFunc func, Request *q)
{
  g_autoptr (GError) error = NULL;
  gpointer result = bh_store_read (f->office->store, func, q, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static BhInsight *
look (BhConnection *connection, Request *q)
{
  return bh_insight_new (connection, q->office, bh_test_at (AS_OF), BH_INSIGHT_EXACT, NULL);
}

static gpointer
hours_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  Request *q = data;
  g_autoptr (BhInsight) insight = look (connection, q);

  return bh_hot_hours_compute (insight, &q->period, q->filter, error);
}

static gpointer
buildings_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  Request *q = data;
  g_autoptr (BhInsight) insight = look (connection, q);

  return bh_hot_buildings_compute (insight, &q->period, q->filter, q->level, error);
}

static gpointer
ranking_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  Request *q = data;
  g_autoptr (BhInsight) insight = look (connection, q);

  return bh_hot_ranking_compute (insight, q->kind, 5, &q->period, q->filter, error);
}

static gpointer
board_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  Request *q = data;
  g_autoptr (BhInsight) insight = look (connection, q);

  return bh_chessboards_compute (insight, 3, &q->period, q->filter, error);
}

static gpointer
list_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  Request *q = data;

  return bh_ticket_repository_list_ids (connection, q->filter, q->office, bh_test_at (AS_OF),
                                        BH_TICKET_COLUMN_NUMBER, FALSE, -1, 0, error);
}

/* @filter: of a mark. */
static gint64
count_list (Fixture *f, const char *filter)
{
  g_auto (Request) q;
  g_autoptr (GArray) ids = NULL;

  g_assert_nonnull (filter);
  request_init (f, &q, filter);
  ids = run (f, list_in_worker, &q);

  return ids->len;
}

static gboolean
counts (Fixture *f, const Request *q, const Ticket *ticket)
{
  return ticket->at >= q->period.from && ticket->at < q->period.to && !ticket->is_void;
}

/* The place in the places of the building that @id is, -1 for none. */
static int
find_place (Fixture *f, gint64 id)
{
  for (guint i = 0; i < f->places->len; i++)
    if (get_id (f, (int) i) == id)
      return (int) i;

  return -1;
}

static int
get_building (Fixture *f, const Ticket *ticket)
{
  return ticket->place >= 0 ? g_array_index (f->places, Place, ticket->place).building : -1;
}

static void
test_hours (Fixture *f, gconstpointer data)
{
  g_auto (Request) q;
  g_autoptr (BhHotMatrix) matrix = NULL;
  gint64 expected[7][24] = { 0 };
  gint64 total = 0;

  request_init (f, &q, "");
  matrix = run (f, hours_in_worker, &q);
  for (guint i = 0; i < N_TICKETS; i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
      g_autoptr (GDateTime) utc
          = g_date_time_new_from_unix_utc (f->tickets[i].at / BH_USEC_PER_SEC);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

      if (!counts (f, &q, &f->tickets[i]))
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
        g_assert_cmpint (count_list (f, list), ==, expected[day][hour]);
      }
}

static gboolean
is_in_column (Fixture *f, const Ticket *ticket, gint64 id, BhParetoLevel level)
{
  gint64 own = ticket->category >= 0 ? f->leaves[ticket->category] : 0;

  if (level == BH_PARETO_TOP && ticket->category >= 0)
    own = f->tops[ticket->category / 2];

  return own == id;
}

static void
assert_buildings (Fixture *f, const char *filter, BhParetoLevel level, guint n_rows)
{
  g_auto (Request) q;
  g_autoptr (BhHotMatrix) matrix = NULL;
  gint64 last = G_MAXINT64;

  request_init (f, &q, filter);
  q.level = level;
  matrix = run (f, buildings_in_worker, &q);
  g_assert_cmpuint (matrix->rows->len, ==, n_rows);
  for (guint r = 0; r < n_rows; r++)
    {
      BhHotLine *row = g_ptr_array_index (matrix->rows, r);
      int building = find_place (f, row->id);
      gint64 sum = 0;

      for (guint c = 0; c < matrix->columns->len; c++)
        {
          BhHotLine *column = g_ptr_array_index (matrix->columns, c);
          g_autofree char *list = bh_hot_matrix_dup_filter (matrix, r, c);
          gint64 expected = 0;

          for (guint i = 0; *filter == '\0' && i < N_TICKETS; i++)
            if (counts (f, &q, &f->tickets[i]) && get_building (f, &f->tickets[i]) == building
                && is_in_column (f, &f->tickets[i], column->id, level))
              expected++;
          if (*filter == '\0')
            g_assert_cmpint (bh_hot_matrix_get (matrix, r, c), ==, expected);
          g_assert_cmpint (bh_hot_matrix_get (matrix, r, c), ==, count_list (f, list));
          sum += bh_hot_matrix_get (matrix, r, c);
        }
      g_assert_cmpint (row->count, ==, sum);
      g_assert_cmpint (row->count, <=, last);
      last = row->count;
    }
}

static void
test_buildings (Fixture *f, gconstpointer data)
{
  assert_buildings (f, "", BH_PARETO_LEAF, 4);
  assert_buildings (f, "", BH_PARETO_TOP, 4);
  assert_buildings (f, "community:云栖雅苑", BH_PARETO_TOP, 2);
  assert_buildings (f, "category:维修/灯,费用", BH_PARETO_TOP, 4);
  assert_buildings (f, "within:滨河花园/1栋1单元,滨河花园/11栋", BH_PARETO_TOP, 2);
  assert_buildings (f, "within:滨河花园", BH_PARETO_LEAF, 2);
}

static void
test_outside (Fixture *f, gconstpointer data)
{
  g_auto (Request) q;
  g_autoptr (BhHotMatrix) matrix = NULL;
  gint64 outside = 0, all = 0;

  request_init (f, &q, "");
  matrix = run (f, buildings_in_worker, &q);
  for (guint i = 0; i < N_TICKETS; i++)
    if (counts (f, &q, &f->tickets[i]))
      {
        all++;
        outside += get_building (f, &f->tickets[i]) < 0;
      }
  g_assert_cmpint (matrix->outside, ==, outside);
  g_assert_cmpint (matrix->total + matrix->outside, ==, all);
}

static void
assert_ranking (Fixture *f, BhPlaceKind kind)
{
  g_auto (Request) q;
  g_autoptr (BhHotRanking) ranking = NULL;
  gint64 last = G_MAXINT64, total = 0;

  request_init (f, &q, "");
  q.kind = kind;
  ranking = run (f, ranking_in_worker, &q);
  for (guint l = 0; l < ranking->lines->len; l++)
    {
      BhHotLine *line = g_ptr_array_index (ranking->lines, l);
      g_autofree char *list = bh_hot_line_dup_filter (line, ranking->base, NULL);
      int place = find_place (f, line->id);
      gint64 expected = 0, repeats = 0;

      for (guint i = 0; i < N_TICKETS; i++)
        if (counts (f, &q, &f->tickets[i])
            && (kind == BH_PLACE_BUILDING ? get_building (f, &f->tickets[i]) : f->tickets[i].place)
                   == place)
          {
            expected++;
            repeats += f->tickets[i].is_repeat;
          }
      g_assert_cmpint (line->count, ==, expected);
      g_assert_cmpint (line->repeats, ==, repeats);
      g_assert_cmpint (line->count, ==, count_list (f, list));
      g_assert_cmpint (line->count, <=, last);
      last = line->count;
    }
  for (guint i = 0; i < N_TICKETS; i++)
    if (counts (f, &q, &f->tickets[i]) && f->tickets[i].place >= 0)
      {
        const Place *place = &g_array_index (f->places, Place, f->tickets[i].place);

        total += kind == BH_PLACE_BUILDING ? place->building >= 0 : place->kind == kind;
      }
  g_assert_cmpint (ranking->total, ==, total);
}

static void
test_rankings (Fixture *f, gconstpointer data)
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
test_chessboard (Fixture *f, gconstpointer data)
{
  g_auto (Request) q;
  g_autoptr (BhChessboards) boards = NULL;
  BhChessboard *board;
  g_autofree char *rooms = NULL;
  gint64 sum = 0;
  int building;

  request_init (f, &q, "within:云栖雅苑/1栋 kind:complaint,repair");
  boards = run (f, board_in_worker, &q);
  g_assert_cmpuint (boards->n_buildings, ==, 1);
  board = g_ptr_array_index (boards->boards, 0);
  rooms = describe_board (board);
  g_assert_cmpstr (rooms, ==,
                   "10/1单元 02, 10/2单元 02, 1/1单元 01, 1/2单元 01, -1/ 01, 0/1单元 商铺1, "
                   "0/2单元 商铺1");
  building = find_place (f, board->building->id);
  for (guint i = 0; i < board->rooms->len; i++)
    {
      BhHotLine *line = ((BhChessRoom *) g_ptr_array_index (board->rooms, i))->line;
      g_autofree char *list = bh_hot_line_dup_filter (line, boards->base, NULL);
      int place = find_place (f, line->id);
      gint64 expected = 0;

      g_assert_cmpint (g_array_index (f->places, Place, place).building, ==, building);
      for (guint t = 0; t < N_TICKETS; t++)
        expected += counts (f, &q, &f->tickets[t]) && f->tickets[t].place == place;
      g_assert_cmpint (line->count, ==, expected);
      g_assert_cmpint (count_list (f, list), ==, expected);
      sum += expected;
    }
  g_assert_cmpint (board->building->count, ==, sum + board->elsewhere);
  g_assert_cmpint (board->elsewhere, >, 0);
}

/* Of several buildings those with the most. */
static void
test_busiest (Fixture *f, gconstpointer data)
{
  g_auto (Request) q;
  g_autoptr (BhChessboards) boards = NULL;
  g_autoptr (BhHotRanking) ranking = NULL;
  g_autoptr (BhChessboards) none = NULL;

  request_init (f, &q, "");
  q.kind = BH_PLACE_BUILDING;
  boards = run (f, board_in_worker, &q);
  ranking = run (f, ranking_in_worker, &q);
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
  none = run (f, board_in_worker, &q);
  g_assert_cmpuint (none->n_buildings, ==, 0);
  g_assert_cmpuint (none->boards->len, ==, 0);
}

static void
assert_number (const char *name, int floor, const char *door)
{
  g_autofree char *found = NULL;
  int n = 0;

  g_assert_true (bh_room_number_parse (name, &n, &found));
  g_assert_cmpint (n, ==, floor);
  g_assert_cmpstr (found, ==, door);
}

static void
test_room_numbers (void)
{
  static const char *const none[] = { "", "商铺5", "12", "门卫室", "001", "0005", "A座" };

  assert_number ("1203", 12, "03");
  assert_number ("301", 3, "01");
  assert_number ("301室", 3, "01");
  assert_number ("１２０３", 12, "03");
  assert_number ("A-1203", 12, "03");
  assert_number ("1203a", 12, "03A");
  assert_number ("1203室AB", 12, "03");
  assert_number ("10301", 3, "01");
  assert_number ("3-2-301", 3, "01");
  assert_number ("B101", -1, "01");
  assert_number ("B1203", 12, "03");
  assert_number ("负101", -1, "01");
  assert_number ("地下201", -2, "01");
  assert_number ("-101", -1, "01");
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autofree char *door = NULL;
      int floor;

      g_assert_false (bh_room_number_parse (none[i], &floor, &door));
    }
}

static void
add (const char *path, void (*func) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hot-spots/room-numbers", test_room_numbers);
  add ("/hot-spots/hours", test_hours);
  add ("/hot-spots/buildings", test_buildings);
  add ("/hot-spots/outside", test_outside);
  add ("/hot-spots/rankings", test_rankings);
  add ("/hot-spots/chessboard", test_chessboard);
  add ("/hot-spots/busiest", test_busiest);

  return g_test_run ();
}
