/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-scorecard.h"

G_BEGIN_DECLS

/** BH_HEADLINE_MONTHS: how many the line of a headline has: a year and the month that it is
 * compared with */
#define BH_HEADLINE_MONTHS 13

/**
 * BhHeadline:
 * @row: (owned): value, goal, what it is compared with
 * @filter: (owned) (nullable): text of the filter that lists the tickets behind it
 * @has_line: FALSE where the months were not computed
 * @known: which months have a value
 * @line: (array length=BH_HEADLINE_MONTHS): bh_figure_value_get_number() of each month, oldest
 *   first, the last one that in which the period ends, or the present one
 *
 * A main figure of the office, with all that stands beside it on the first page of Insight.
 */
typedef struct
{
  BhScorecardRow *row;
  char *filter;
  gboolean has_line;
  gboolean known[BH_HEADLINE_MONTHS];
  double line[BH_HEADLINE_MONTHS];
} BhHeadline;

void bh_headline_free (BhHeadline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhHeadline, bh_headline_free)

/**
 * bh_headlines_compute:
 * @period: half-open; may end in the future
 * @compare: likewise; from = to where there is nothing to compare with. What grows has no value of
 *   it where the records of the office begin later
 * @filter: (nullable): resolved
 * @with_lines: the months too, which cost more than all the rest
 *
 * What is to be reached first, in the order of the targets, but for what was set for one community
 * where @filter asks for none; then what was received and finished, is
 * open and overdue, how much was in time, had to be done again, was signed off and found good.
 *
 * Returns: (transfer full) (nullable) (element-type BhHeadline): %NULL with @error, or without in
 *   the mode %BH_INSIGHT_KEPT where something was not kept
 */
GPtrArray *bh_headlines_compute (BhInsight *insight,
                                 const BhPeriod *period,
                                 const BhPeriod *compare,
                                 BhTicketFilter *filter,
                                 gboolean with_lines,
                                 GError **error);

G_END_DECLS
