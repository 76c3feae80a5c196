/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/** BH_N_STAGES: size of an array indexed by #BhStageKind */
#define BH_N_STAGES (BH_STAGE_CALLBACK + 1)

/**
 * BhStageFlow:
 * @received: tickets received in the period, void and merged ones left out
 * @open: by the furthest stage that they came to, those that are still open
 * @closed: likewise, those that are closed in the regular way
 * @dropped: likewise, those that were withdrawn or declined
 *
 * How far the tickets of a period came, in whatever round. %BH_STAGE_NONE stands for those whose
 * ledger tells of no stage.
 */
typedef struct
{
  gint64 received;
  gint64 open[BH_N_STAGES];
  gint64 closed[BH_N_STAGES];
  gint64 dropped[BH_N_STAGES];
} BhStageFlow;

/**
 * bh_stage_flow_compute:
 * @filter: (nullable): resolved
 *
 * Returns: (transfer full) (nullable): to be freed with g_free(); NULL with @error, or without as
 *   bh_insight_get()
 */
BhStageFlow *bh_stage_flow_compute (BhInsight *insight,
                                    const BhPeriod *period,
                                    BhTicketFilter *filter,
                                    GError **error);

/** bh_stage_flow_count_reached: Returns: how many came to @stage or further */
gint64 bh_stage_flow_count_reached (const BhStageFlow *self, BhStageKind stage);

/** bh_stage_flow_dup_reached: Returns: (transfer full): the values of %BH_FILTER_FURTHEST,
 * separated by blanks, that mean @stage or further */
char *bh_stage_flow_dup_reached (BhStageKind stage);

G_END_DECLS
