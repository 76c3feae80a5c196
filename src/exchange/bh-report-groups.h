/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-private.h"

G_BEGIN_DECLS

/**
 * BhReportGroup:
 * @name: (transfer none): as it stands on the sheets of data, or what says that there is none
 * @is_none: its tickets have nothing there
 * @order: of stages, grades and other lists: which one
 * @values: of all figures; those that were not wanted have no value
 * @before: likewise of the time before, what grows as far as the workbook's time has run
 *
 * A row of a table of groups.
 */
typedef struct
{
  const char *name;
  gboolean is_none;
  guint order;
  BhFigureValue values[BH_N_FIGURES];
  BhFigureValue before[BH_N_FIGURES];
} BhReportGroup;

/** bh_report_grouping_get_label: Returns: (transfer none): "Department", translated */
const char *bh_report_grouping_get_label (BhReportGrouping by);
/** BH_REPORT_GROUP_CONDITIONS: how many bh_report_group_get_conditions() gives at most */
#define BH_REPORT_GROUP_CONDITIONS 4

/** bh_report_group_get_conditions: @cell: in which the group's name stands; lives as long as
 * @conditions (out). Returns: by how many of these formulas find its rows: 0 for stages, each of
 * which has figures of its own */
guint bh_report_group_get_conditions (BhReportGrouping by,
                                      const BhReportGroup *group,
                                      const char *cell,
                                      BhReportCondition *conditions);

/** bh_report_group_get_figure: Returns: @figure; of stages, where @figure is that of the first one,
 * the figure of @group */
BhFigureId
bh_report_group_get_figure (BhReportGrouping by, const BhReportGroup *group, BhFigureId figure);

/**
 * bh_report_groups_read:
 * @block: how they are grouped, and which figures
 *
 * The groups that a block is about: what belongs together by name is added up; percentiles of
 * such a one are not known.
 *
 * Returns: (transfer full) (nullable) (element-type BhReportGroup): those of which there is
 *   something to say, lists in their order, others by the first column, what has nothing there
 *   last; NULL with @error
 */
GPtrArray *bh_report_groups_read (BhReport *self, const BhReportBlock *block, GError **error);

G_END_DECLS
