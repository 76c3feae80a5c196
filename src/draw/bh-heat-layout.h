/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/bh-heat-chart.h"
#include "draw/bh-heat-pen.h"

G_BEGIN_DECLS

/** BH_HEAT_NO_MARK: a cell that is missing, a sum that there is not */
#define BH_HEAT_NO_MARK G_MAXUINT

/**
 * BhHeatContent:
 * @row_names: (element-type utf8)
 * @column_names: (element-type utf8)
 * @values: row by row; NAN: none
 * @marks: likewise; #BH_HEAT_NO_MARK: missing
 * @row_sums: (nullable): as many as rows, like @row_marks
 * @column_sums: (nullable): as many as columns, like @column_marks
 *
 * What a heat map says: the chart's own copy of its data.
 */
typedef struct
{
  BhHeatScale scale;
  char *unit;
  guint n_rows;
  guint n_columns;
  GPtrArray *row_names;
  GPtrArray *column_names;
  double *values;
  guint *marks;
  double *row_sums;
  guint *row_marks;
  double *column_sums;
  guint *column_marks;
  double total;
  guint total_mark;
} BhHeatContent;

/** BhHeatTurn: how the names of the columns are set. */
typedef enum
{
  BH_HEAT_LEVEL,
  BH_HEAT_WRAPPED,
  BH_HEAT_UPRIGHT,
} BhHeatTurn;

/**
 * BhHeatLayout:
 * @n_shown: of the rows, from above
 * @names_width: of the rows' names
 * @name_every: each that many has its name and sum
 * @heads_height: of the columns' names
 * @head_every: each that many has its name
 * @cell_width: of a cell, like @cell_height
 * @sum_width: of the sums at the ends of the rows; 0: none
 * @sum_height: of those below; 0: none
 * @numbered: cells say their numbers
 *
 * Where the cells of one drawing are.
 */
typedef struct
{
  guint n_shown;
  double names_width;
  guint name_every;
  double heads_height;
  BhHeatTurn turn;
  guint head_every;
  double cell_width;
  double cell_height;
  double sum_width;
  double sum_height;
  gboolean numbered;
} BhHeatLayout;

void bh_heat_layout_place (BhHeatLayout *self, const BhHeatContent *content, BhCellPage *page);

/** bh_heat_layout_get_cell: fills @area; @row n_shown is that of the sums, as is @column n_columns
 */
void bh_heat_layout_get_cell (const BhHeatLayout *self,
                              const BhHeatContent *content,
                              const BhCellPage *page,
                              guint row,
                              guint column,
                              BhChartArea *area);

/** bh_heat_content_get_wanted_ems: Returns: how high cells, names and legend should be */
double bh_heat_content_get_wanted_ems (const BhHeatContent *self);

G_END_DECLS
