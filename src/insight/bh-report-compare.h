/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figure-memo.h"
#include "storage/bh-report-records.h"

G_BEGIN_DECLS

/* What became of the figures of a report that was made for the record (figures.md, "Months are
 * frozen"). What the same as-of gives differently today is a correction: somebody entered, changed
 * or undid something about the past. What a later as-of adds has matured since. The two are never
 * mixed: reported + correction + matured = now. */

/** BH_REPORT_SAME: two values that differ by less than this part of them are the same: sums of
 * fractions come out otherwise in another order */
#define BH_REPORT_SAME 1e-9

/**
 * BhReportAmount:
 * @value: the number of the part that is compared; 0 where there is none
 * @numerator: of a share or mean; what @value is made of, as in #BhFigureValue
 */
typedef struct
{
  gboolean has_value;
  gboolean provisional;
  double value;
  double numerator;
  double denominator;
  gint64 count;
} BhReportAmount;

/**
 * BhReportComparison:
 * @reported: (transfer none): what was stored; lives as long as the record
 * @figure: (nullable): NULL where this program does not know it any more
 * @problem: (owned) (nullable): why it cannot be computed today; then the rest has no value
 * @then: today, as of the report's as-of
 * @now: today, as of the later as-of
 * @is_corrected: @then is not what was reported, or there is a value now and was none, or the other
 *   way round
 * @is_matured: likewise @now and @then
 * @correction: @then less what was reported, where both have values and @is_corrected; else 0
 * @matured: @now less @then, where both have values and @is_matured; else 0
 *
 * One figure, or one of the three values of a spread.
 */
typedef struct
{
  const BhReportFigure *reported;
  const BhFigureInfo *figure;
  BhFigureId id;
  char *problem;
  BhReportAmount then;
  BhReportAmount now;
  gboolean is_corrected;
  gboolean is_matured;
  double correction;
  double matured;
} BhReportComparison;

/**
 * bh_report_compare_compute:
 * @insight: as of the later instant
 * @now: (nullable): figures in @insight; %NULL where bh_report_comparison_set_now() tells what
 *   there is now
 * @record: with its figures; outlives the result
 *
 * Figures stand in the order of the registry, those about all tickets of the report first.
 *
 * Returns: (transfer full) (nullable) (element-type BhReportComparison): one for each figure of
 *   @record; NULL with @error
 */
GPtrArray *bh_report_compare_compute (BhInsight *insight,
                                      const BhReportRecord *record,
                                      BhFigureMemo *now,
                                      GError **error);

/** bh_report_compare_get_wanted: Returns: the figures of @record about its own tickets, to be
 * computed together: for bh_figure_memo_set_wanted() */
BhFigureSet bh_report_compare_get_wanted (const BhReportRecord *record);

/** bh_report_comparison_set_now: @now: another value than was computed, which is the same figure as
 * it stands somewhere else */
void bh_report_comparison_set_now (BhReportComparison *self, gboolean has_value, double value);

/** bh_report_comparison_is_same: Returns: whether two values of a figure are the same, see
 * %BH_REPORT_SAME; two that are none are */
gboolean
bh_report_comparison_is_same (gboolean has_value, double value, gboolean has_other, double other);

/** bh_report_comparison_format: Returns: (transfer full): a correction or what matured, as people
 * read it: "+2.3 points", "−0.4 d", "±0" */
char *bh_report_comparison_format (const BhReportComparison *self, double difference);

G_END_DECLS
