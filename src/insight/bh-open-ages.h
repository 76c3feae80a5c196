/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/** BhAge: how long a ticket has been open; each up to and with so many days. */
typedef enum
{
  BH_AGE_1_DAY,
  BH_AGE_3_DAYS,
  BH_AGE_7_DAYS,
  BH_AGE_15_DAYS,
  BH_AGE_30_DAYS,
  BH_AGE_OLDER,
} BhAge;

#define BH_N_AGES 6

/** BhWait: what an open ticket waits for: a stage by its #BhStageKind, or that its suspension ends.
 * Those of a ledger that tells of no stages wait for nothing that is known. */
typedef enum
{
  BH_WAIT_UNKNOWN = BH_STAGE_NONE,
  BH_WAIT_SUSPENDED = BH_STAGE_CALLBACK + 1,
} BhWait;

#define BH_N_WAITS (BH_WAIT_SUSPENDED + 1)
#define BH_N_OPEN_GRADES (BH_GRADE_GENERAL + 1)

/**
 * BhOpenAges:
 * @period: at whose end they were open
 * @end: the earlier of its end and as-of: what the ages are counted to
 * @counts: by age, grade (0: none) and what they wait for
 *
 * The tickets that are open, as the figure open_at_end has them, by how long they have been.
 */
typedef struct
{
  BhPeriod period;
  gint64 end;
  gint64 counts[BH_N_AGES][BH_N_OPEN_GRADES][BH_N_WAITS];
} BhOpenAges;

/** BH_OPEN_ANY: of bh_open_ages_sum() and bh_open_ages_filter(): whatever it is */
#define BH_OPEN_ANY (-1)

/**
 * bh_open_ages_compute:
 * @filter: (nullable): resolved
 *
 * Returns: (transfer full) (nullable): NULL with @error, or without as bh_insight_get()
 */
BhOpenAges *bh_open_ages_compute (BhInsight *insight,
                                  const BhPeriod *period,
                                  BhTicketFilter *filter,
                                  GError **error);
void bh_open_ages_free (BhOpenAges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhOpenAges, bh_open_ages_free)

/** bh_open_ages_sum: @age, @grade, @wait: each may be %BH_OPEN_ANY. Returns: how many there are */
gint64 bh_open_ages_sum (const BhOpenAges *self, int age, int grade, int wait);

/** bh_open_ages_find: Returns: how long what was received then has been open at @end */
BhAge bh_open_ages_find (gint64 received_at, gint64 end);

/** bh_open_ages_get_days: Returns: up to how many days, 0 for %BH_AGE_OLDER */
int bh_open_ages_get_days (BhAge age);

/**
 * bh_open_ages_filter:
 * @base: (nullable): that of bh_open_ages_compute()
 * @age: may be %BH_OPEN_ANY, as @grade and @wait
 *
 * Returns: (transfer full) (nullable): the tickets counted; NULL where no filter tells them: what
 *   tickets waited for at an end that is past
 */
BhTicketFilter *bh_open_ages_filter (
    const BhOpenAges *self, BhInsight *insight, BhTicketFilter *base, int age, int grade, int wait);

G_END_DECLS
