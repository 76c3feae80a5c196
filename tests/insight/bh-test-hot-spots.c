/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/bh-test-hot-spots.h"

#include "storage/bh-register-repository.h"
#include "storage/bh-ticket-repository.h"

#define DAY (24 * 3600 * BH_USEC_PER_SEC)

static int
add_place (BhTestSpots *f,
           BhWork *work,
           BhPlaceKind kind,
           const char *name,
           gint64 parent,
           gint64 community,
           int building)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BhPlace) place = bh_place_new (0, kind, name, parent, community, NULL);
  BhTestSpot one = { bh_register_add_place (work, place, &error), kind, building };

  g_assert_no_error (error);
  if (kind == BH_PLACE_BUILDING)
    one.building = (int) f->places->len;
  g_array_append_val (f->places, one);

  return (int) f->places->len - 1;
}

gint64
bh_test_spots_get_id (BhTestSpots *f, int place)
{
  return g_array_index (f->places, BhTestSpot, place).id;
}

static void
add_building (BhTestSpots *f, BhWork *work, const char *name, gint64 community, guint units)
{
  int building = add_place (f, work, BH_PLACE_BUILDING, name, community, community, -1);

  for (guint u = 0; u < units; u++)
    {
      g_autofree char *unit_name = g_strdup_printf ("%u单元", u + 1);
      int unit = add_place (f, work, BH_PLACE_UNIT, unit_name, bh_test_spots_get_id (f, building),
                            community, building);

      add_place (f, work, BH_PLACE_ROOM, "101", bh_test_spots_get_id (f, unit), community,
                 building);
      add_place (f, work, BH_PLACE_ROOM, "1002", bh_test_spots_get_id (f, unit), community,
                 building);
      add_place (f, work, BH_PLACE_ROOM, "商铺1", bh_test_spots_get_id (f, unit), community,
                 building);
      add_place (f, work, BH_PLACE_EQUIPMENT, "1号电梯", bh_test_spots_get_id (f, unit), community,
                 building);
    }
  add_place (f, work, BH_PLACE_ROOM, "B101", bh_test_spots_get_id (f, building), community,
             building);
}

static gboolean
add_register_in_worker (BhWork *work, gpointer user_data, GError **error)
{
  BhTestSpots *f = user_data;
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

gint64
bh_test_spots_find_community (BhTestSpots *f, int place)
{
  return place < (int) f->places->len / 2 ? f->communities[0] : f->communities[1];
}

static void
receive (BhTestSpots *f, GRand *rand, guint i)
{
  BhTestSpotTicket *ticket = &f->tickets[i];
  g_autoptr (BhPayload) payload = bh_payload_new ();

  ticket->place = g_rand_int_range (rand, -1, (int) f->places->len);
  ticket->category = g_rand_int_range (rand, -1, 3);
  ticket->at = bh_test_at ("2026-02-01") + (gint64) i * 60 * DAY / BH_TEST_SPOTS_TICKETS
               + g_rand_int_range (rand, 0, 3600) * BH_USEC_PER_SEC;
  ticket->is_void = g_rand_int_range (rand, 0, 12) == 0;
  ticket->is_repeat = i > 0 && g_rand_int_range (rand, 0, 4) == 0;
  if (ticket->place >= 0)
    {
      bh_payload_set_int (payload, "place", bh_test_spots_get_id (f, ticket->place));
      bh_payload_set_int (payload, "community", bh_test_spots_find_community (f, ticket->place));
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
set_up (BhTestSpots *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  f->office = bh_test_store_new_at (bh_test_at (BH_TEST_SPOTS_AS_OF));
  f->places = g_array_new (FALSE, FALSE, sizeof (BhTestSpot));
  bh_test_store_write (f->office, add_register_in_worker, f);
  for (guint i = 0; i < BH_TEST_SPOTS_TICKETS; i++)
    receive (f, rand, i);
}

static void
tear_down (BhTestSpots *f, gconstpointer data)
{
  g_array_unref (f->places);
  bh_test_store_free (f->office);
}

void
bh_test_spots_request_init (BhTestSpots *f, BhTestSpotsRequest *q, const char *filter)
{
  g_autoptr (GError) error = NULL;

  *q = (BhTestSpotsRequest){ .office = bh_store_dup_office (f->office->store),
                             .period = { bh_test_at ("2026-02-10"), bh_test_at ("2026-03-20") },
                             .filter = bh_ticket_filter_parse (filter, &error) };
  g_assert_no_error (error);
}

void
bh_test_spots_request_clear (BhTestSpotsRequest *q)
{
  g_object_unref (q->office);
  bh_ticket_filter_unref (q->filter);
}

gpointer
bh_test_spots_run (BhTestSpots *f, BhReadFunc func, BhTestSpotsRequest *q)
{
  g_autoptr (GError) error = NULL;
  gpointer result = bh_store_read (f->office->store, func, q, NULL, &error);

  g_assert_no_error (error);

  return result;
}

BhInsight *
bh_test_spots_look (BhConnection *connection, BhTestSpotsRequest *q)
{
  return bh_insight_new (connection, q->office, bh_test_at (BH_TEST_SPOTS_AS_OF), BH_INSIGHT_EXACT,
                         NULL);
}

static gpointer
list_in_worker (BhConnection *connection, gpointer data, GCancellable *c, GError **error)
{
  BhTestSpotsRequest *q = data;

  return bh_ticket_repository_list_ids (connection, q->filter, q->office,
                                        bh_test_at (BH_TEST_SPOTS_AS_OF), BH_TICKET_COLUMN_NUMBER,
                                        FALSE, -1, 0, error);
}

gint64
bh_test_spots_count_list (BhTestSpots *f, const char *filter)
{
  g_auto (BhTestSpotsRequest) q;
  g_autoptr (GArray) ids = NULL;

  g_assert_nonnull (filter);
  bh_test_spots_request_init (f, &q, filter);
  ids = bh_test_spots_run (f, list_in_worker, &q);

  return ids->len;
}

gboolean
bh_test_spots_counts (BhTestSpots *f, const BhTestSpotsRequest *q, const BhTestSpotTicket *ticket)
{
  return ticket->at >= q->period.from && ticket->at < q->period.to && !ticket->is_void;
}

int
bh_test_spots_find_place (BhTestSpots *f, gint64 id)
{
  for (guint i = 0; i < f->places->len; i++)
    if (bh_test_spots_get_id (f, (int) i) == id)
      return (int) i;

  return -1;
}

int
bh_test_spots_get_building (BhTestSpots *f, const BhTestSpotTicket *ticket)
{
  return ticket->place >= 0 ? g_array_index (f->places, BhTestSpot, ticket->place).building : -1;
}

void
bh_test_spots_add (const char *path, void (*func) (BhTestSpots *f, gconstpointer data))
{
  g_test_add (path, BhTestSpots, NULL, set_up, func, tear_down);
}
