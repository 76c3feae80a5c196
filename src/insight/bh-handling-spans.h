/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/** BH_N_HANDLING_SPANS: size of an array indexed by #BhHandlingSpan */
#define BH_N_HANDLING_SPANS (BH_HANDLING_LONGER + 1)

/** BhHandlingSpans: how many of the tickets that the figure handling_days is made of took how
 * long. */
typedef struct
{
  gint64 counts[BH_N_HANDLING_SPANS];
} BhHandlingSpans;

/**
 * bh_handling_spans_compute:
 * @filter: (nullable): resolved
 *
 * Returns: (transfer full) (nullable): to be freed with g_free(); NULL with @error, or without as
 *   bh_insight_get()
 */
BhHandlingSpans *bh_handling_spans_compute (BhInsight *insight,
                                            const BhPeriod *period,
                                            BhTicketFilter *filter,
                                            GError **error);

/** bh_handling_span_get_days: Returns: the end of a span in days; 0 for %BH_HANDLING_LONGER */
double bh_handling_span_get_days (BhHandlingSpan span);

G_END_DECLS
