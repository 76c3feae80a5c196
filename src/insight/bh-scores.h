/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figures.h"

G_BEGIN_DECLS

/**
 * BhScoreGroup:
 * @id: of the entry by which they are grouped, 0 for none
 * @counts: (array length=BH_N_SCORES+1): valid scores, each at its own number
 */
typedef struct
{
  gint64 id;
  gint64 counts[BH_N_SCORES + 1];
} BhScoreGroup;

/**
 * bh_scores_compute:
 * @by: %BH_BY_NOTHING gives one group, or none where nobody gave a score
 * @filter: (nullable): resolved
 *
 * The scores of the callbacks of a period that count in the figure satisfaction.
 *
 * Returns: (transfer full) (nullable) (element-type BhScoreGroup): in order of id; NULL with
 *   @error, or without as bh_insight_get()
 */
GArray *bh_scores_compute (BhInsight *insight,
                           const BhPeriod *period,
                           BhFigureBy by,
                           BhTicketFilter *filter,
                           GError **error);

G_END_DECLS
