/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/bh-figures.h"

G_BEGIN_DECLS

/**
 * BhReportRecipe:
 * @key: of the figure
 * @month: defined name of the column that says in which month a row counts; for figures about the
 *   end of a month the beginning of the name of the month's own column, "open_"
 * @numerator: (nullable): defined name of what is summed; NULL: the rows are counted
 * @denominator: (nullable): likewise
 * @callbacks: the columns are those of the callbacks, not of the tickets
 *
 * How a figure comes from the columns of the sheets of data.
 */
typedef struct
{
  const char *key;
  const char *month;
  const char *numerator;
  const char *denominator;
  gboolean callbacks;
} BhReportRecipe;

/** bh_report_recipe_find: Returns: (nullable): NULL for a figure that is no formula */
const BhReportRecipe *bh_report_recipe_find (const char *key);

/** BhReportPart: which of a figure's values. */
typedef enum
{
  BH_REPORT_PART_VALUE, /* of counts, shares and means */
  BH_REPORT_PART_MEAN,
  BH_REPORT_PART_MEDIAN,
  BH_REPORT_PART_P90,
} BhReportPart;

/**
 * BhReportSlice:
 * @month: year * 100 + month
 * @month_cell: where that number stands
 * @scope: number of the column that says which rows count, 0: all
 * @category_column: (nullable): defined name, for the rows of one category
 * @category: (nullable): what stands there, as a formula
 *
 * Which rows a formula is about.
 */
typedef struct
{
  int month;
  const char *month_cell;
  guint scope;
  const char *category_column;
  const char *category;
} BhReportSlice;

/** BhReportExtent: on how many sheets the tickets and the callbacks are. */
typedef struct
{
  guint ticket_sheets;
  guint callback_sheets;
} BhReportExtent;

/** bh_report_dup_name: Returns: (transfer full): the defined name of a column on its @sheet-th
 * sheet, from 0: "received_month", "received_month_2" */
char *bh_report_dup_name (const char *name, guint sheet);

/**
 * bh_report_formula_new:
 * @has_value: whether there is a value now, which decides how a percentile is written
 * @is_array: (out): the formula goes over whole columns by itself
 *
 * The formula of a figure. One with a denominator gives "–" where that is 0.
 *
 * Returns: (transfer full) (nullable): NULL where it must be a constant: percentiles of more than
 *   one sheet, figures without recipe
 */
char *bh_report_formula_new (const BhFigureInfo *info,
                             BhReportPart part,
                             const BhReportSlice *slice,
                             const BhReportExtent *extent,
                             gboolean has_value,
                             gboolean *is_array);

G_END_DECLS
