/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-goal.h"

G_BEGIN_DECLS

/**
 * BhScorecardFlags:
 * @BH_SCORECARD_ALL: all figures
 * @BH_SCORECARD_TARGETS: only the figures with targets, in the order of these
 * @BH_SCORECARD_LOAD: with %BH_SCORECARD_TARGETS: before them how many tickets were received and
 *   finished, are open, are overdue
 * @BH_SCORECARD_ALONE: without the month before and the year before, which cost twice as much as
 *   the month: they have no value then. Goals need the base year all the same.
 */
typedef enum
{
  BH_SCORECARD_ALL = 0,
  BH_SCORECARD_TARGETS = 1 << 0,
  BH_SCORECARD_LOAD = 1 << 1,
  BH_SCORECARD_ALONE = 1 << 2,
} BhScorecardFlags;

/**
 * BhScorecardRow:
 *
 * A figure of a month beside what it is compared with. Compared and judged is what
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
  BhFigureValue previous;           /* of the month before */
  BhFigureValue year_before;        /* of the same month a year before */
  BhFigureValue previous_so_far;    /* with this one @value is compared: of a count while the month
                                       runs, what the month before had by the same day and hour; else
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
 * @month: year * 100 + month
 * @filter: (nullable): resolved
 *
 * First the figures of the tickets that pass @filter, in the order of the registry, each with the
 * target in force that is about the same tickets; then a row for each other target, about those of
 * its tickets that pass @filter. A target none of whose tickets can pass, or whose tickets cannot
 * be written as one filter together with @filter, has no row; nor has one of a figure that this
 * program does not know.
 *
 * Returns: (transfer full) (nullable) (element-type BhScorecardRow): the rows; %NULL with @error,
 *   %BH_DOMAIN_ERROR_INPUT for a month that there is not
 */
GPtrArray *bh_scorecard_compute (
    BhInsight *insight, int month, BhTicketFilter *filter, BhScorecardFlags flags, GError **error);

G_END_DECLS
