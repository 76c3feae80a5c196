/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-measure-field.h"
#include "insight/bh-figure-memo.h"

G_BEGIN_DECLS

/**
 * BhMeasureView:
 * @measure: (owned)
 * @carried: it was decided before the months that are looked at
 * @state: as of the instant of the look
 * @overdue: likewise: open, and the day until which it was to be done has passed
 * @figure: (nullable): what it should move, where this program knows it
 * @then: the figure of the month that the meeting was about
 * @now: the same of the last month that is looked at; without value where that is the same month
 * @problem: (owned) (nullable): why there is no figure: its filter names what the office has no
 *   more
 *
 * A measure as it is shown for some months: in the window, on the command line, on the sheet.
 */
typedef struct
{
  BhMeasure *measure;
  gboolean carried;
  BhMeasureState state;
  gboolean overdue;
  const BhFigureInfo *figure;
  BhFigureValue then;
  BhFigureValue now;
  char *problem;
} BhMeasureView;

void bh_measure_view_free (BhMeasureView *view);

/**
 * bh_measure_views_load:
 * @memo: whose instant is the one of the look: what was decided later is left out
 * @first: month, year * 100 + month
 * @last: likewise; mostly the same
 * @filter: (nullable): where it names communities, only their measures and those of the whole
 *   office
 *
 * The measures that bh_measure_is_shown() for the months, with what came of their figures: never
 * typed, always counted. Figures that were not kept have no value in the mode %BH_INSIGHT_KEPT.
 *
 * Returns: (transfer full) (nullable) (element-type BhMeasureView): in order of their numbers; NULL
 *   with @error
 */
GPtrArray *bh_measure_views_load (
    BhFigureMemo *memo, int first, int last, BhTicketFilter *filter, GError **error);

/** bh_measure_view_dup_change: Returns: (transfer full): its figure then and now: "Tickets received
 * 38 → 21", "Tickets received 38", or "" where it has none */
char *bh_measure_view_dup_change (const BhMeasureView *view);

/** bh_measure_dup_text: Returns: (transfer full): a field as people read it: names of figures and
 * states, "" for nothing */
char *bh_measure_dup_text (BhMeasure *measure, BhOffice *office, const BhMeasureField *field);

/**
 * bh_measure_list_changes:
 * @before: (nullable): the version before, NULL for the first one
 *
 * Returns: (transfer full) (array zero-terminated=1): what was changed, a line a field: "Until:
 *   2026-11-30 → 2026-12-15"
 */
char **bh_measure_list_changes (BhMeasure *before, BhMeasure *after, BhOffice *office);

G_END_DECLS
