/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report.h"
#include "insight/bh-scorecard.h"

G_BEGIN_DECLS

/* What the figures of a period say, in words. Each sentence is made by a rule and stands only where
 * that holds; where few tickets are behind something, nothing is said of it:
 *
 * - what came in, beside the period before and the same one a year before, where the office's
 *   records reach back to it;
 * - which category rose most, and where, if by more than chance explains (insight/bh-rise.h);
 * - what is open and past its deadline, and who has most of it;
 * - what got worse and what got better: shares and durations that are final, if the difference is
 *   more than chance explains (insight/bh-difference.h; the level of 0.05 is shared among all that
 *   are compared, Bonferroni), mean durations by a tenth at least;
 * - which targets were missed and met, and by how much, of samples of 10 at least (figures.md);
 * - how satisfied people are, of 10 callbacks at least, and which department has the lowest share,
 *   if its difference from the others is more than chance explains;
 * - the matter that came three times or more;
 * - what was finished; what most is about.
 *
 * Of more than six, those that matter least are left out. */

/** BH_REPORT_MOST_SENTENCES: no more are said of a period */
#define BH_REPORT_MOST_SENTENCES 6

/**
 * bh_report_sentences_compute:
 * @insight: as of the instant of @request
 * @request: period and tickets; what is public names no persons, rooms and words of tickets
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the sentences, translated, in the order
 *   to show; none where nothing was received, finished or open; %NULL with @error, or without where
 *   the mode is %BH_INSIGHT_KEPT and something was not kept
 */
GPtrArray *
bh_report_sentences_compute (BhInsight *insight, const BhReportRequest *request, GError **error);

/** bh_report_sentences_from_card: @card: (element-type BhScorecardRow): of the main figures of
 * @period, and of the targets. Returns: the same, where @card is there already */
GPtrArray *bh_report_sentences_from_card (BhInsight *insight,
                                          const BhReportRequest *request,
                                          const BhPeriod *period,
                                          GPtrArray *card,
                                          GError **error);

/** bh_report_sentences_is_empty: Returns: whether @card says that nothing was received, finished or
 * open */
gboolean bh_report_sentences_is_empty (GPtrArray *card);

G_END_DECLS
