/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-report-kind.h"
#include "insight/bh-figures.h"

G_BEGIN_DECLS

/** BhReportTable: sheets of data; the names of the columns of stages begin with "stage_", those of
 * callbacks with "callback_". */
typedef enum
{
  BH_REPORT_TICKETS,
  BH_REPORT_STAGES,
  BH_REPORT_CALLBACKS,
} BhReportTable;

#define BH_N_REPORT_TABLES (BH_REPORT_CALLBACKS + 1)

/**
 * BhReportRecipe:
 * @key: of the figure; of a figure of stages what comes before the stage, "stage_hours."
 * @table: where its columns are
 * @month: defined name of the column that says in which month a row counts; for figures about the
 *   end of a month the beginning of the name of the month's own column, "open_"
 * @numerator: (nullable): defined name of what is summed; NULL: the rows are counted
 * @denominator: (nullable): likewise
 * @so_far: (nullable): of what grows while a month runs, defined name of the column that says
 *   whether a row counts beside a time that still runs
 *
 * How a figure comes from the columns of the sheets of data.
 */
typedef struct
{
  const char *key;
  BhReportTable table;
  const char *month;
  const char *numerator;
  const char *denominator;
  const char *so_far;
} BhReportRecipe;

/** bh_report_recipe_find: Returns: (nullable): NULL for a figure that is no formula */
const BhReportRecipe *bh_report_recipe_find (const char *key);

/**
 * BhReportCondition:
 * @column: defined name of a column as it is on the sheet of tickets, "department"
 * @cell: (nullable): what stands there: a cell, or a literal as in a formula; NULL: nothing does
 * @text: (nullable): what stands in @cell where that is a text; what would be taken for a pattern
 *   in it is escaped
 *
 * One thing that rows have in common.
 */
typedef struct
{
  const char *column;
  const char *cell;
  const char *text;
} BhReportCondition;

/**
 * BhReportSlice:
 * @month: year * 100 + month, the last one
 * @month_cell: where that number stands, or the number
 * @first_month_cell: (nullable): likewise the first month; NULL: the last one alone
 * @scope: number of the column that says which rows count, 0: all
 * @so_far: of a figure that bh_figure_grows(): only what had happened as early in the months as the
 *   time that they are compared with has run
 * @conditions: (array length=n_conditions) (nullable): all of which must hold
 *
 * Which rows a formula is about.
 */
typedef struct
{
  int month;
  const char *month_cell;
  const char *first_month_cell;
  guint scope;
  gboolean so_far;
  const BhReportCondition *conditions;
  guint n_conditions;
} BhReportSlice;

/** BH_REPORT_CARE_PREFIX: of the columns of care marks: "care_elderly" is 1 where somebody who
 * raised the ticket has the mark */
#define BH_REPORT_CARE_PREFIX "care_"

/** BhReportExtent: on how many sheets the rows of each table are. */
typedef struct
{
  guint sheets[BH_N_REPORT_TABLES];
} BhReportExtent;

/** bh_report_has_column: Returns: whether rows of @table can be asked for by @name, as
 * #BhReportCondition has it */
gboolean bh_report_has_column (BhReportTable table, const char *name);

/** bh_report_dup_column: Returns: (transfer full): the defined name of a column of tickets as it is
 * on another table: "category", "callback_category" */
char *bh_report_dup_column (BhReportTable table, const char *name);

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
 *   one sheet, figures without recipe, households of a group, columns or sheets that are not there
 */
char *bh_report_formula_new (const BhFigureInfo *info,
                             BhReportPart part,
                             const BhReportSlice *slice,
                             const BhReportExtent *extent,
                             gboolean has_value,
                             gboolean *is_array);

/** bh_report_formula_new_numerator: likewise, of what the numerator of a share is. Returns:
 * (transfer full) (nullable) */
char *bh_report_formula_new_numerator (const BhFigureInfo *info,
                                       const BhReportSlice *slice,
                                       const BhReportExtent *extent);

G_END_DECLS
