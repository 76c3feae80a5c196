/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-insight.h"

G_BEGIN_DECLS

/** BH_LOW_SCORE: this score and those below it, of 5, are low */
#define BH_LOW_SCORE 3

/**
 * BhLowScore:
 * @ticket_id: of the ticket
 * @number: (owned): its number
 * @summary: (owned): what it was about
 * @at: instant of the callback
 * @score: from 1 on
 * @words: (owned): what the complainant said, "" where nothing was noted
 * @category_id: 0 for none, as @department_id and @staff_id
 */
typedef struct
{
  gint64 ticket_id;
  char *number;
  char *summary;
  gint64 at;
  int score;
  char *words;
  gint64 category_id;
  gint64 department_id;
  gint64 staff_id;
} BhLowScore;

/**
 * bh_low_scores_compute:
 * @filter: (nullable): resolved
 * @n_most: how many at most
 *
 * The lowest scores of the callbacks of a period, with what was said.
 *
 * Returns: (transfer full) (nullable) (element-type BhLowScore): the lowest first, of the same the
 *   latest first; NULL with @error, or without as bh_insight_get()
 */
GPtrArray *bh_low_scores_compute (BhInsight *insight,
                                  const BhPeriod *period,
                                  BhTicketFilter *filter,
                                  guint n_most,
                                  GError **error);

/** bh_low_scores_filter: @base: (nullable): resolved. Returns: (transfer full) (nullable): the
 * tickets with a low score in @period */
BhTicketFilter *
bh_low_scores_filter (const BhPeriod *period, BhOfficeTime *time, BhTicketFilter *base);

G_END_DECLS
