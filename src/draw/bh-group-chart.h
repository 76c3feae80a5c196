/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-chart-catalog.h"

G_BEGIN_DECLS

/**
 * BhGroupRequest:
 * @title: translated
 * @heading: what the rows are, translated: "Department"
 * @by: one row for each group that has tickets
 * @tops: of %BH_BY_CATEGORY: top categories with all that is below them
 * @counts: of a share: how many have it, instead of the share
 * @narrow: of @counts: the field that is "yes" for those that have it
 *
 * One figure by what the tickets differ in.
 */
typedef struct
{
  const char *title;
  const char *heading;
  BhFigureId figure;
  BhFigureBy by;
  gboolean tops;
  gboolean counts;
  BhFilterField narrow;
} BhGroupRequest;

/** bh_group_chart_make: Returns: (transfer full) (nullable): as #BhChartInfo.make has it */
BhChart *bh_group_chart_make (BhInsight *insight,
                              const BhChartQuestion *question,
                              const BhGroupRequest *request,
                              GError **error);

G_END_DECLS
