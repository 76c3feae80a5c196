/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-group-chart.h"

G_BEGIN_DECLS

/**
 * BhGroupRow:
 * @name: (owned): to be shown
 * @word: (owned): as filters have it, see bh_group_row_split_words()
 * @value: the figure of this group
 * @before: in the period that it is compared with, without value where there is none
 *
 * One group of a chart.
 */
typedef struct
{
  char *name;
  char *word;
  BhFigureValue value;
  BhFigureValue before;
} BhGroupRow;

/** bh_group_rows_compute: @field: (out): what the words are of. Returns: (transfer full) (nullable)
 * (element-type BhGroupRow): those that have a value, in no order; %NULL as #BhChartInfo.make */
GPtrArray *bh_group_rows_compute (BhInsight *insight,
                                  const BhChartQuestion *question,
                                  const BhGroupRequest *request,
                                  BhFilterField *field,
                                  GError **error);

/** bh_group_row_split_words: Returns: (transfer full): the values of the filter that it stands for
 */
GStrv bh_group_row_split_words (const BhGroupRow *self);

G_END_DECLS
