/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-groups.h"

#include "exchange/bh-report-chart.h"
#include "exchange/bh-report-table.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

#include <math.h>

/* A table of groups: departments, persons, grades … downwards, figures to the right, below it a
 * chart of one of them. */

#define CHART_GROUPS 15
#define CHART_BASE 110 /* pixels */
#define CHART_PER_GROUP 26
#define CHART_WIDTH 900
#define ROW_HEIGHT 21
/* Behind what is printed. */
#define CHART_COLUMN 16

typedef struct
{
  BhReport *report;
  BhReportSheet *sheet;
  const BhReportBlock *block;
  GPtrArray *groups; /* (owned) (element-type BhReportGroup) */
  guint first_row;
} Table;

static void
table_clear (Table *table)
{
  g_clear_pointer (&table->groups, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static char *
dup_heading (BhReport *self, const BhReportGroupColumn *column)
{
  if (column->title != NULL)
    return g_strdup (_ (column->title));
  if (column->shown == BH_REPORT_GROUP_BEFORE)
    return bh_figure_grows (column->figure)
               ? bh_report_span_dup_name_so_far (self, BH_REPORT_BEFORE, TRUE)
               : g_strdup (bh_report_span_get_name (self, BH_REPORT_BEFORE));

  return bh_report_part_dup_name (bh_figure_get_info (column->figure), column->part);
}

static void
write_head (const Table *table, guint row)
{
  const BhReportBlock *block = table->block;
  guint lines = 1;

  for (guint i = 0; i < block->n_columns; i++)
    {
      g_autofree char *heading = dup_heading (table->report, &block->columns[i]);

      lines = MAX (lines, bh_report_sheet_count_lines (table->sheet, 1 + i, heading));
    }
  bh_report_sheet_set_lines (table->sheet, row, lines);
  bh_report_sheet_text (table->sheet, row, 0, bh_report_grouping_get_label (block->by),
                        BH_STYLE_HEADER);
  for (guint i = 0; i < block->n_columns; i++)
    {
      g_autofree char *heading = dup_heading (table->report, &block->columns[i]);

      bh_report_sheet_text (table->sheet, row, 1 + i, heading, BH_STYLE_HEADER);
    }
}

/* @group: (nullable): NULL for all tickets of the report */
static void
write_value (const Table *table,
             guint row,
             guint i,
             const BhReportGroup *group,
             const BhFigureValue *from,
             BhReportNumber *number)
{
  const BhReportGroupColumn *column = &table->block->columns[i];
  BhReportGrouping by = table->block->by;
  BhReportSpanId span = column->shown == BH_REPORT_GROUP_BEFORE ? BH_REPORT_BEFORE : BH_REPORT_NOW;
  BhFigureId figure = bh_report_group_get_figure (by, group, column->figure);
  g_autofree char *cell = bh_report_dup_cell_name (row, 0, FALSE, TRUE);
  BhReportCondition conditions[BH_REPORT_GROUP_CONDITIONS];
  g_auto (BhReportMonths) months = { 0 };

  number->has_value
      = bh_report_value_get (bh_figure_get_info (figure), from, column->part, &number->value);
  bh_report_months_init_sheet (&months, table->report, span, figure);
  if (group != NULL)
    {
      months.slice.conditions = conditions;
      months.slice.n_conditions = bh_report_group_get_conditions (by, group, cell, conditions);
    }
  bh_report_write_figure (table->report, table->sheet, row, 1 + i, figure, column->part,
                          &months.slice, number->has_value, number->value);
}

/* @find: which value a column shows, of all tickets for no group */
static void
write_values (const Table *table,
              guint row,
              const BhReportGroup *group,
              const BhFigureValue *(*find) (const Table *table,
                                            const BhReportGroup *group,
                                            const BhReportGroupColumn *column))
{
  const BhReportBlock *block = table->block;
  g_autofree BhReportNumber *numbers = g_new0 (BhReportNumber, block->n_columns);

  for (guint i = 0; i < block->n_columns; i++)
    {
      const BhReportGroupColumn *column = &block->columns[i];
      gboolean is_share = bh_figure_get_info (column->figure)->form == BH_FIGURE_SHARE;

      if (column->shown == BH_REPORT_GROUP_CHANGE)
        bh_report_write_change (table->sheet, row, 1 + i, i - 1, i, is_share, &numbers[i - 2],
                                &numbers[i - 1]);
      else
        write_value (table, row, i, group, find (table, group, column), &numbers[i]);
    }
}

static const BhFigureValue *
find_value (const Table *table, const BhReportGroup *group, const BhReportGroupColumn *column)
{
  BhFigureId figure = bh_report_group_get_figure (table->block->by, group, column->figure);

  return column->shown == BH_REPORT_GROUP_BEFORE ? &group->before[figure] : &group->values[figure];
}

static const BhFigureValue *
find_total (const Table *table, const BhReportGroup *group, const BhReportGroupColumn *column)
{
  GPtrArray *lines = table->report->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      const BhReportLine *line = g_ptr_array_index (lines, i);

      if (line->row->id == column->figure && line->scope == 0)
        return column->shown == BH_REPORT_GROUP_BEFORE ? &line->row->previous_so_far
                                                       : &line->row->value;
    }

  g_return_val_if_reached (NULL);
}

static double
get_charted (const Table *table, guint i, const BhReportGroup *group)
{
  const BhReportGroupColumn *column = &table->block->columns[i];
  BhFigureId figure = bh_report_group_get_figure (table->block->by, group, column->figure);
  double value;

  return bh_report_value_get (bh_figure_get_info (figure), find_value (table, group, column),
                              column->part, &value)
             ? value
             : NAN;
}

static gboolean
is_charted (const BhReportBlock *block, guint i)
{
  return block->chart_title != NULL && i >= block->chart_column
         && i < block->chart_column + MAX (block->n_charted, 1);
}

static gboolean
has_gaps (const Table *table, guint i)
{
  for (guint k = 0; k < table->groups->len; k++)
    if (isnan (get_charted (table, i, g_ptr_array_index (table->groups, k))))
      return TRUE;

  return FALSE;
}

/* A chart reads a text as 0: where a group has no value, it gets a column of its own, in which that
 * is empty. */
static void
write_gaps (const Table *table, const BhReportGroup *group, guint row)
{
  for (guint i = 0; i < table->block->n_columns; i++)
    {
      double value = get_charted (table, i, group);
      g_autofree char *cell = bh_report_dup_cell_name (row, 1 + i, FALSE, FALSE);
      g_autofree char *formula = g_strconcat ("=", cell, NULL);

      if (is_charted (table->block, i) && has_gaps (table, i) && !isnan (value))
        bh_report_sheet_value (table->sheet, row, CHART_COLUMN + i, formula, FALSE, TRUE, value,
                               BH_STYLE_FAINT);
    }
}

static void
write_group (const Table *table, const BhReportGroup *group, guint row)
{
  bh_report_sheet_text (table->sheet, row, 0, group->name, BH_STYLE_TEXT);
  write_values (table, row, group, find_value);
  write_gaps (table, group, row);
}

/* Returns: the row behind it */
static guint
write_total (const Table *table, guint row)
{
  if (table->block->by == BH_REPORT_BY_STAGE)
    return row;

  bh_report_sheet_text (table->sheet, row, 0, C_ ("report", "All"), BH_STYLE_TEXT);
  write_values (table, row, NULL, find_total);
  return row + 1;
}

static void
add_series (const Table *table, BhReportChart *chart, guint i, guint n)
{
  const BhReportGroupColumn *column = &table->block->columns[i];
  g_autofree char *heading = dup_heading (table->report, column);
  g_autofree double *values = g_new (double, n);

  for (guint k = 0; k < n; k++)
    values[k] = get_charted (table, i, g_ptr_array_index (table->groups, k));
  bh_report_chart_add (
      chart, BH_REPORT_CHART_BARS, heading, table->first_row,
      has_gaps (table, i) ? CHART_COLUMN + i : 1 + i, values,
      bh_report_part_get_chart_format (bh_figure_get_info (column->figure), column->part));
}

/* With several series the legend tells which is which. */
static char *
dup_axis (const Table *table)
{
  const BhReportBlock *block = table->block;
  const BhReportGroupColumn *column = &block->columns[block->chart_column];
  const char *unit = bh_figure_get_unit (bh_figure_get_info (column->figure));
  g_autofree char *heading = dup_heading (table->report, column);

  if (block->n_charted > 1 && bh_figure_get_info (column->figure)->form == BH_FIGURE_COUNT)
    return g_strdup (_ ("Tickets"));

  return *unit != '\0' ? g_strdup_printf ("%s (%s)", heading, unit) : g_steal_pointer (&heading);
}

/* Returns: the row behind it */
static guint
add_chart (const Table *table, guint row)
{
  const BhReportBlock *block = table->block;
  guint n = MIN (table->groups->len, CHART_GROUPS), n_series = MAX (block->n_charted, 1);
  guint height = CHART_BASE + CHART_PER_GROUP * n * (n_series + 1) / 2;
  g_autofree char *axis = dup_axis (table);
  g_autoptr (BhReportChart) chart = bh_report_chart_new (_ (block->chart_title), axis, NULL);
  g_autofree const char **names = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = ((const BhReportGroup *) g_ptr_array_index (table->groups, i))->name;
  bh_report_chart_set_categories (chart, table->sheet, table->first_row, 0, n, TRUE, names, NULL,
                                  NULL);
  for (guint i = 0; i < n_series; i++)
    add_series (table, chart, block->chart_column + i, n);
  bh_report_chart_show_values (chart);
  bh_report_chart_insert (chart, table->sheet, row + 1, 0, CHART_WIDTH, height);

  return row + 2 + height / ROW_HEIGHT;
}

gboolean
bh_report_write_groups (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  g_auto (Table) table = { self, sheet, block, bh_report_groups_read (self, block, error), 0 };

  if (table.groups == NULL)
    return FALSE;
  if (block->needs_several && table.groups->len < 2)
    return TRUE;

  bh_report_sheet_text (sheet, (*row)++, 0, _ (block->title), BH_STYLE_HEADING);
  write_head (&table, (*row)++);
  table.first_row = *row;
  for (guint i = 0; i < table.groups->len; i++)
    write_group (&table, g_ptr_array_index (table.groups, i), (*row)++);
  if (table.groups->len == 0)
    bh_report_sheet_text (sheet, (*row)++, 0, _ ("Nothing in this time"), BH_STYLE_TEXT);
  else
    *row = write_total (&table, *row);
  if (block->note != NULL && table.groups->len > 0)
    bh_report_table_write_sentence (sheet, row, _ (block->note));
  if (block->chart_title != NULL && table.groups->len > 0)
    *row = add_chart (&table, *row);

  return TRUE;
}
