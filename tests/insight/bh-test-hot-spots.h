/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-pareto.h"
#include "insight/bh-test-figures.h"

G_BEGIN_DECLS

/* Random tickets of a small estate. */

#define BH_TEST_SPOTS_TICKETS 400
#define BH_TEST_SPOTS_AS_OF "2026-05-01"

/** BhTestSpot: a place of the estate. */
typedef struct
{
  gint64 id;
  BhPlaceKind kind;
  int building; /* place in the places, -1 for none */
} BhTestSpot;

/** BhTestSpotTicket: what was recorded. */
typedef struct
{
  gint64 id;
  int place;    /* -1 for none */
  int category; /* -1 for none */
  gint64 at;
  gboolean is_void;
  gboolean is_repeat;
} BhTestSpotTicket;

/** BhTestSpots: the estate, in an office of its own. */
typedef struct
{
  BhTestStore *office;
  GArray *places;
  gint64 communities[2];
  gint64 tops[2], leaves[3]; /* two of the first */
  BhTestSpotTicket tickets[BH_TEST_SPOTS_TICKETS];
} BhTestSpots;

gint64 bh_test_spots_get_id (BhTestSpots *f, int place);

gint64 bh_test_spots_find_community (BhTestSpots *f, int place);

/** BhTestSpotsRequest: what is asked; to be cleared. */
typedef struct
{
  BhOffice *office; /* (owned) */
  BhPeriod period;
  BhTicketFilter *filter; /* (owned) */
  BhParetoLevel level;
  BhPlaceKind kind;
} BhTestSpotsRequest;

/** bh_test_spots_request_init: of a period that has most of the tickets */
void bh_test_spots_request_init (BhTestSpots *f, BhTestSpotsRequest *q, const char *filter);

void bh_test_spots_request_clear (BhTestSpotsRequest *q);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhTestSpotsRequest, bh_test_spots_request_clear)

/** bh_test_spots_run: Returns: (transfer full): what @func gives for @q */
gpointer bh_test_spots_run (BhTestSpots *f, BhReadFunc func, BhTestSpotsRequest *q);

/** bh_test_spots_look: Returns: (transfer full): how @q is looked at */
BhInsight *bh_test_spots_look (BhConnection *connection, BhTestSpotsRequest *q);

/** bh_test_spots_count_list: @filter: of a mark. Returns: how many tickets it lists */
gint64 bh_test_spots_count_list (BhTestSpots *f, const char *filter);

/** bh_test_spots_counts: Returns: whether it is one of those that are asked about */
gboolean
bh_test_spots_counts (BhTestSpots *f, const BhTestSpotsRequest *q, const BhTestSpotTicket *ticket);

/** bh_test_spots_find_place: The place in the places of the building that @id is, -1 for none. */
int bh_test_spots_find_place (BhTestSpots *f, gint64 id);

/** bh_test_spots_get_building: Returns: place in the places, -1 for none */
int bh_test_spots_get_building (BhTestSpots *f, const BhTestSpotTicket *ticket);

/** bh_test_spots_add: a test of its own estate */
void bh_test_spots_add (const char *path, void (*func) (BhTestSpots *f, gconstpointer data));

G_END_DECLS
