/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-test-figures.h"

G_BEGIN_DECLS

/* Random histories, and the figures once more, computed in another way: instead of reading rounds
 * and stages as of an instant, every history is cut off there and folded, and what the ticket then
 * says is counted. */

/** BH_TEST_WALK_HOUSEHOLDS: of the office's community */
#define BH_TEST_WALK_HOUSEHOLDS 400

/** BH_TEST_WALK_OTHERS: how many tickets others joined from */
#define BH_TEST_WALK_OTHERS 2

/** BhTestHistory: a history as it is believed today, without what was undone. */
typedef struct
{
  BhTicket *ticket;   /* (owned) */
  GPtrArray *events;  /* (owned) */
  GPtrArray *repeats; /* (owned) (element-type BhTestHistory): of tickets that repeat this one */
} BhTestHistory;

/** bh_test_history_fold: Returns: (transfer full) (nullable): the ticket as it stood at @instant,
 * NULL where it was not there yet */
BhTicket *bh_test_history_fold (BhTestHistory *history, gint64 instant, BhOffice *office);
/** bh_test_ticket_is_dropped: Returns: whether it was withdrawn or declined */
gboolean bh_test_ticket_is_dropped (BhTicket *ticket);

/** BhTestWalk: an office with a few hundred tickets that anything happened to. */
typedef struct
{
  GRand *rand;          /* (owned) */
  BhTestStore *store;   /* (owned) */
  BhOffice *office;     /* (owned) */
  GPtrArray *histories; /* (owned) (element-type BhTestHistory) */
  GArray *ids; /* (owned) (element-type gint64): of the tickets that anything happened to */
  gint64 start;
  gint64 departments[3];
  gint64 policies[4]; /* by grade */
  gint64 hotline;
  gint64 others[BH_TEST_WALK_OTHERS];
} BhTestWalk;

/** bh_test_walk_new: Returns: (transfer full): by the seed of the test; the clock stands long after
 * the last event */
BhTestWalk *bh_test_walk_new (void);
void bh_test_walk_free (BhTestWalk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTestWalk, bh_test_walk_free)

/** bh_test_walk_pick_instant: Returns: an instant between the events, or just that of one of them
 */
gint64 bh_test_walk_pick_instant (BhTestWalk *walk);

/** BhTestExpected: what the figures should be. */
typedef struct
{
  gint64 counts[BH_N_FIGURES];
  double numerators[BH_N_FIGURES];
  double denominators[BH_N_FIGURES];
  gboolean unsure[BH_N_FIGURES];
  GArray *samples[BH_N_FIGURES]; /* (owned) (element-type double) */
} BhTestExpected;

BhTestExpected *bh_test_expected_new (void);
void bh_test_expected_free (BhTestExpected *expected);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTestExpected, bh_test_expected_free)

/** bh_test_expected_ask: one more of a share, where it counts */
void
bh_test_expected_ask (BhTestExpected *expected, BhFigureId figure, gboolean counts, gboolean yes);
/** bh_test_expected_sample: one more duration; @pauses: seconds, @unit: seconds */
void bh_test_expected_sample (BhTestExpected *expected,
                              BhFigureId figure,
                              gint64 from,
                              gint64 to,
                              double pauses,
                              double unit);
/** bh_test_expected_count_steps: adds what goes by its stages, verdicts and single steps; @now: the
 * ticket as of @as_of, not void */
void bh_test_expected_count_steps (BhTestExpected *expected,
                                   BhTestHistory *history,
                                   BhTicket *now,
                                   gint64 from,
                                   gint64 end,
                                   gint64 as_of,
                                   BhOffice *office);

/** bh_test_expected_count: adds what one history contributes */
void bh_test_expected_count (BhTestExpected *expected,
                             BhTestHistory *history,
                             const BhPeriod *period,
                             gint64 as_of,
                             BhOffice *office);

G_END_DECLS
