/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-registry.h"

G_BEGIN_DECLS

/**
 * bh_figure_filter:
 * @base: (nullable): narrows the figure
 *
 * The tickets behind a figure of a period: those it counts, or those in its denominator, as of
 * now. Shares of complainants or callbacks have the tickets of these.
 *
 * Returns: (transfer full) (nullable): NULL with %BH_DOMAIN_ERROR_INPUT where @base asks for the
 *   state at the end of another period, which cannot be joined with that of this one
 */
BhTicketFilter *bh_figure_filter (BhFigureId figure,
                                  const BhPeriod *period,
                                  BhOfficeTime *time,
                                  BhTicketFilter *base,
                                  GError **error);

/**
 * BhFigurePart:
 * @BH_FIGURE_PART_ALL: what bh_figure_filter() gives
 * @BH_FIGURE_PART_NUMERATOR: of a share those in its numerator
 * @BH_FIGURE_PART_REST: the others, which are mostly those to look at
 *
 * Which of the tickets behind a figure.
 */
typedef enum
{
  BH_FIGURE_PART_ALL,
  BH_FIGURE_PART_NUMERATOR,
  BH_FIGURE_PART_REST,
} BhFigurePart;

/** bh_figure_has_parts: Returns: whether a filter can tell numerator and rest apart: not where
 * complainants are counted, nor where tickets must be finished by now */
gboolean bh_figure_has_parts (BhFigureId figure);

/**
 * bh_figure_filter_part:
 * @part: but for %BH_FIGURE_PART_ALL only where bh_figure_has_parts()
 *
 * As bh_figure_filter(), for a part of the tickets. A ticket with several callbacks or stages in
 * the period may be in both parts.
 *
 * Returns: (transfer full) (nullable): NULL with @error likewise
 */
BhTicketFilter *bh_figure_filter_part (BhFigureId figure,
                                       BhFigurePart part,
                                       const BhPeriod *period,
                                       BhOfficeTime *time,
                                       BhTicketFilter *base,
                                       GError **error);

/**
 * bh_figure_filter_narrow:
 * @base: (nullable): what is asked for already
 * @field: of %BH_FILTER_TYPE_LIST
 * @words: codes of @field, separated by blanks
 *
 * Returns: (transfer full) (nullable): the tickets of @base that have one of @words besides; none
 *   where @base asks for others
 */
BhTicketFilter *
bh_figure_filter_narrow (BhTicketFilter *base, BhFilterField field, const char *words);

/**
 * bh_figure_filter_narrow_period:
 * @base: (nullable)
 * @field: of %BH_FILTER_TYPE_PERIOD
 *
 * Returns: (transfer full) (nullable): the tickets of @base that have it in @period besides; %NULL
 *   where @base asks for the state of another period
 */
BhTicketFilter *bh_figure_filter_narrow_period (BhTicketFilter *base,
                                                BhFilterField field,
                                                const BhPeriod *period,
                                                BhOfficeTime *time);

G_END_DECLS
