/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-goal.h"

G_BEGIN_DECLS

/**
 * BhScorecardPeriods:
 * @period: half-open; may end in the future
 * @previous: what it is compared with first: empty (from = to) where with nothing, which costs half
 *   as much and leaves what the row says of it without value
 * @year_before: likewise, second
 */
typedef struct
{
  BhPeriod period;
  BhPeriod previous;
  BhPeriod year_before;
} BhScorecardPeriods;

/** bh_scorecard_periods_init: @period, the period before it and the same period a year before */
void
bh_scorecard_periods_init (BhScorecardPeriods *self, BhOfficeTime *time, const BhPeriod *period);

/** BH_SCORECARD_LOAD: how many tickets were received and finished, are open, are overdue */
#define BH_SCORECARD_LOAD                                                                          \
  (BH_FIGURE_BIT (BH_FIGURE_RECEIVED) | BH_FIGURE_BIT (BH_FIGURE_FINISHED)                         \
   | BH_FIGURE_BIT (BH_FIGURE_OPEN_AT_END) | BH_FIGURE_BIT (BH_FIGURE_OVERDUE_OPEN_AT_END))

/**
 * BhScorecardRow:
 *
 * A figure of a period beside what it is compared with. Compared and judged is what
 * bh_figure_value_get_number() gives: of a spread the mean.
 */
typedef struct
{
  const BhFigureInfo *figure;
  BhFigureId id;
  char *filter;  /* (owned): canonical text of the tickets that it is about, "" for all */
  char *problem; /* (owned) (nullable): why there is no value: the target's filter names what the
                    office has no more */
  BhFigureValue value;
  BhFigureValue previous;           /* of the period before */
  BhFigureValue year_before;        /* of the same period a year before */
  BhFigureValue previous_so_far;    /* with this one @value is compared: of a count while the period
                                       runs, what the one before had by the same day and hour; else
                                       @previous */
  BhFigureValue year_before_so_far; /* likewise of @year_before */
  BhGoal goal;
  BhLight light;
  BhTarget *target; /* (owned) (nullable) */
} BhScorecardRow;

void bh_scorecard_row_free (BhScorecardRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhScorecardRow, bh_scorecard_row_free)

/**
 * bh_scorecard_compute:
 * @filter: (nullable): resolved
 * @figures: those that stand there whether they have targets or not
 *
 * First @figures of the tickets that pass @filter, in the order of the registry, each with the
 * target in force that is about the same tickets; then a row for each other target, about those of
 * its tickets that pass @filter. Of two targets about the same of these, the one that was set for
 * just them counts: that of a community before that of the office. A target none of whose tickets
 * can pass, or whose tickets cannot be written as one filter together with @filter, has no row; nor
 * has one of a figure that this program does not know. In force are the targets of the year in
 * which the period ends.
 *
 * Returns: (transfer full) (nullable) (element-type BhScorecardRow): the rows; %NULL with @error,
 * or without in the mode %BH_INSIGHT_KEPT where something was not kept
 */
GPtrArray *bh_scorecard_compute (BhInsight *insight,
                                 const BhScorecardPeriods *periods,
                                 BhTicketFilter *filter,
                                 BhFigureSet figures,
                                 GError **error);

G_END_DECLS
