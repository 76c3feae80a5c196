/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"
#include "ui/insight/bh-insight-look.h"

G_BEGIN_DECLS

/**
 * BhInsightRow:
 * @text: (owned): what it says
 * @detail: (owned): in small letters below it; may be ""
 * @value: (owned) (nullable): at its end: "2 points"
 * @filter: (owned) (nullable): text of the tickets behind it
 */
typedef struct
{
  char *text;
  char *detail;
  char *value;
  char *filter;
} BhInsightRow;

/**
 * BhInsightRows:
 * @heading: (owned): of which tickets, and when
 * @rows: (owned) (element-type BhInsightRow)
 *
 * A list of findings, ready to be read.
 */
typedef struct
{
  char *heading;
  GPtrArray *rows;
} BhInsightRows;

void bh_insight_rows_free (BhInsightRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhInsightRows, bh_insight_rows_free)

/**
 * BhInsightRowsFunc:
 * @filter: resolved
 *
 * Returns: (transfer full) (nullable): %NULL with @error, or without in the mode
 *   %BH_INSIGHT_KEPT where nothing was kept
 */
typedef BhInsightRows *(*BhInsightRowsFunc) (BhInsight *insight,
                                             const BhInsightLook *look,
                                             BhTicketFilter *filter,
                                             GError **error);

/* Each is a #BhInsightRowsFunc: the lowest scores with what was said, what came again and again,
 * and what is new in the last week. */
BhInsightRows *bh_insight_rows_of_low_scores (BhInsight *insight,
                                              const BhInsightLook *look,
                                              BhTicketFilter *filter,
                                              GError **error);
BhInsightRows *bh_insight_rows_of_chains (BhInsight *insight,
                                          const BhInsightLook *look,
                                          BhTicketFilter *filter,
                                          GError **error);
BhInsightRows *bh_insight_rows_of_news (BhInsight *insight,
                                        const BhInsightLook *look,
                                        BhTicketFilter *filter,
                                        GError **error);

G_END_DECLS
