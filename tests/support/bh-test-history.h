/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/bh-clock.h"
#include "domain/bh-loop.h"

G_BEGIN_DECLS

/* A ticket's history without a database: an office with fixed ids, events made by hand, and the
 * ticket folded step by step. */

/* ids in the office of bh_test_office_new() */
#define BH_TEST_CLERK 1
#define BH_TEST_WORKER 2
#define BH_TEST_SUPERVISOR 3
#define BH_TEST_AUDITOR 4
#define BH_TEST_SERVICE 11     /* department 客服部 */
#define BH_TEST_ENGINEERING 12 /* department 工程部 */
#define BH_TEST_CLEANING 13    /* department 保洁部 */
#define BH_TEST_REPAIR 21      /* category, default policies */
#define BH_TEST_QUICK 22       /* category: nothing between accept and finish, no callback */
#define BH_TEST_STRICT 23      /* category: wants a cause */
#define BH_TEST_COUNTER 31     /* channel */
#define BH_TEST_WEAR 41        /* cause */

/** bh_test_office_new: policies have the id category * 10 + grade, the default ones 0 * 10 + grade
 */
BhOffice *bh_test_office_new (void);

/** BH_TEST_START: 2026-03-02 08:00 in Asia/Shanghai, a Monday. */
#define BH_TEST_START (G_GINT64_CONSTANT (1772409600) * BH_USEC_PER_SEC)
#define BH_TEST_MINUTE (60 * BH_USEC_PER_SEC)
#define BH_TEST_HOUR (60 * BH_TEST_MINUTE)
#define BH_TEST_DAY (24 * BH_TEST_HOUR)

typedef struct
{
  BhOffice *office;  /* (owned) */
  GPtrArray *events; /* (owned) (element-type BhEvent) */
  BhTicket *ticket;  /* (owned) */
} BhTestHistory;

/** bh_test_history_new: @grade and @category of a ticket of kind repair, received at START, whose
 * complainant can be asked when @reachable */
BhTestHistory *bh_test_history_new (BhGrade grade, gint64 category, gboolean reachable);
void bh_test_history_free (BhTestHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhTestHistory, bh_test_history_free)

/** bh_test_history_add: appends an event without folding. Returns: (transfer none): it */
BhEvent *bh_test_history_add (
    BhTestHistory *history, BhVerb verb, gint64 at, gint64 actor, BhPayload *payload);

/** bh_test_do: appends and folds; fails the test where the fold refuses.
 * @at: microseconds after START
 * @first_key: (nullable): payload as in bh_payload_new_from(),
 * ended by %NULL, which may stand alone */
void bh_test_do (BhTestHistory *history, BhVerb verb, gint64 at, const char *first_key, ...);

/** bh_test_work_until: takes a new ticket by the usual verbs to @status (up to closed), an hour
 * each */
void bh_test_work_until (BhTestHistory *history, BhStatus status);

G_END_DECLS
