/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-private.h"
#include "exchange/bh-report-rules.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

/* A table of figures beside what they are compared with, their targets and lights. */

typedef enum
{
  FIGURE_NAME,
  FIGURE_VALUE,
  FIGURE_BEFORE,
  FIGURE_CHANGE,
  FIGURE_YEAR_BEFORE,
  FIGURE_YEAR_CHANGE,
  FIGURE_TARGET,
  FIGURE_LIGHT,
  FIGURE_NOTE,
  FIGURE_N_COLUMNS,
} FigureColumn;

static const double widths[FIGURE_N_COLUMNS] = { 44, 17, 17, 17, 17, 17, 16, 18, 38 };

/* Where it is, and the column of each kind: what is left out has none. */
typedef struct
{
  BhReport *report;
  BhReportSheet *sheet;
  guint month_row;
  guint columns[FIGURE_N_COLUMNS];
  guint n_columns;
} Table;

static gboolean
has_column (BhReport *self, FigureColumn column)
{
  return self->n_spans > BH_REPORT_YEAR_BEFORE
         || (column != FIGURE_YEAR_BEFORE && column != FIGURE_YEAR_CHANGE);
}

static void
table_init (Table *table, BhReport *self, BhReportSheet *sheet, guint row)
{
  *table = (Table){ .report = self, .sheet = sheet, .month_row = row + 1 };
  for (guint i = 0; i < FIGURE_N_COLUMNS; i++)
    {
      table->columns[i] = table->n_columns;
      table->n_columns += has_column (self, (FigureColumn) i);
    }
}

guint
bh_report_count_figure_columns (BhReport *self)
{
  Table table;

  table_init (&table, self, NULL, 0);

  return table.n_columns;
}

static char *
dup_cell (const Table *table, FigureColumn column, guint row)
{
  return bh_report_dup_cell_name (row, table->columns[column], FALSE, FALSE);
}

static void
write_labels (const Table *table)
{
  BhReport *self = table->report;
  g_autofree char *before = bh_report_span_dup_name_so_far (self, BH_REPORT_BEFORE, FALSE);
  g_autofree char *year_before
      = bh_report_span_dup_name_so_far (self, BH_REPORT_YEAR_BEFORE, FALSE);
  guint lines = 1;
  const char *const labels[FIGURE_N_COLUMNS]
      = { _ ("Figure"), bh_report_span_get_name (self, BH_REPORT_NOW),
          before,       _ ("Change"),
          year_before,  _ ("Change"),
          _ ("Target"), C_ ("report", "Light"),
          _ ("Note") };

  for (guint i = 0; i < FIGURE_N_COLUMNS; i++)
    if (has_column (self, (FigureColumn) i))
      lines = MAX (lines, bh_report_sheet_count_lines (table->sheet, table->columns[i], labels[i]));
  bh_report_sheet_set_lines (table->sheet, table->month_row - 1, lines);
  for (guint i = 0; i < FIGURE_N_COLUMNS; i++)
    if (has_column (self, (FigureColumn) i))
      bh_report_sheet_text (table->sheet, table->month_row - 1, table->columns[i], labels[i],
                            BH_STYLE_HEADER);
}

static BhReportSpanId
get_span (FigureColumn column)
{
  if (column == FIGURE_BEFORE)
    return BH_REPORT_BEFORE;

  return column == FIGURE_YEAR_BEFORE ? BH_REPORT_YEAR_BEFORE : BH_REPORT_NOW;
}

/* Row by row, from left to right. Returns: the row behind the head */
static guint
write_head (const Table *table)
{
  BhReport *self = table->report;
  guint n = bh_report_count_month_cells (self);

  write_labels (table);
  for (guint cell = 0; cell < n; cell++)
    for (guint i = 0; i < FIGURE_N_COLUMNS; i++)
      if (!has_column (self, (FigureColumn) i))
        continue;
      else if (i == FIGURE_VALUE || i == FIGURE_BEFORE || i == FIGURE_YEAR_BEFORE)
        bh_report_write_month_cell (self, table->sheet, table->month_row + cell, table->columns[i],
                                    get_span ((FigureColumn) i), cell);
      else
        bh_report_sheet_text (table->sheet, table->month_row + cell, table->columns[i], NULL,
                              BH_STYLE_HEADER);

  return table->month_row + n;
}

static void
write_value (const Table *table,
             const BhReportLine *line,
             guint row,
             FigureColumn column,
             BhReportNumber *number)
{
  BhReportSpanId span = get_span (column);
  g_auto (BhReportMonths) months = { 0 };

  number->has_value = bh_report_line_get_so_far (line, span, &number->value);
  bh_report_months_init (&months, table->report, span, table->month_row, table->columns[column],
                         TRUE);
  months.slice.so_far
      = table->report->runs && span != BH_REPORT_NOW && bh_figure_grows (line->row->id);
  bh_report_write_line (table->report, table->sheet, row, table->columns[column], line,
                        &months.slice, number->has_value, number->value);
}

static void
write_change (const Table *table,
              const BhReportLine *line,
              guint row,
              FigureColumn other,
              const BhReportNumber *now,
              const BhReportNumber *before)
{
  guint column = table->columns[other];

  bh_report_write_change (table->sheet, row, column + 1, table->columns[FIGURE_VALUE], column,
                          line->row->figure->form == BH_FIGURE_SHARE, now, before);
}

/* What the cell of a light holds. */
static gboolean
get_light (BhLight light, int *value)
{
  static const int values[] = {
    [BH_LIGHT_GREEN] = BH_REPORT_LIGHT_GREEN,
    [BH_LIGHT_AMBER] = BH_REPORT_LIGHT_AMBER,
    [BH_LIGHT_RED] = BH_REPORT_LIGHT_RED,
  };

  *value = values[light];

  return light != BH_LIGHT_NONE;
}

/* By the rule of the judge: an alarm is silent as long as it is kept. */
static char *
dup_light_formula (const Table *table, const BhGoal *goal, guint row)
{
  gboolean alarm = goal->form == BH_TARGET_ALARM;
  g_autofree char *green
      = alarm ? g_strdup ("\"\"") : g_strdup_printf ("%d", BH_REPORT_LIGHT_GREEN);
  g_autofree char *value = dup_cell (table, FIGURE_VALUE, row);
  g_autofree char *target = dup_cell (table, FIGURE_TARGET, row);
  g_autofree char *missed = g_strdup_printf ("(%s-%s)*%d", target, value, goal->better);
  g_autofree char *room = g_strdup_printf ("ABS(%s)*1E-9", target);
  g_autofree char *otherwise
      = alarm ? g_strdup_printf ("%d", BH_REPORT_LIGHT_RED)
              : g_strdup_printf ("IF(%s<=ABS(%s)*0.1+%s,%d,%d)", missed, target, room,
                                 BH_REPORT_LIGHT_AMBER, BH_REPORT_LIGHT_RED);

  return g_strdup_printf ("=IF(ISNUMBER(%s),IF(%s<=%s,%s,%s),\"\")", value, missed, room, green,
                          otherwise);
}

static void
write_light (const Table *table, const BhScorecardRow *card, guint row)
{
  guint column = table->columns[FIGURE_LIGHT];
  g_autofree char *formula
      = card->goal.better != 0 ? dup_light_formula (table, &card->goal, row) : NULL;
  int value;

  if (get_light (card->light, &value))
    bh_report_sheet_value (table->sheet, row, column, formula, FALSE, TRUE, value,
                           BH_STYLE_LIGHT_VALUE);
  else if (formula != NULL)
    bh_report_sheet_formula_text (table->sheet, row, column, formula, "", BH_STYLE_LIGHT_VALUE);
  else
    bh_report_sheet_text (table->sheet, row, column, "", BH_STYLE_LIGHT_VALUE);
}

static void
write_target (const Table *table, const BhReportLine *line, guint row)
{
  const BhScorecardRow *card = line->row;
  guint target = table->columns[FIGURE_TARGET];

  if (line->has_goals && card->goal.has_value)
    {
      bh_report_sheet_goal (table->sheet, row, target, card->goal.so_far, card->goal.better,
                            bh_report_part_get_style (card->figure, line->part));
      write_light (table, card, row);
      return;
    }
  bh_report_sheet_text (table->sheet, row, target, line->has_goals ? BH_REPORT_NO_VALUE : "",
                        BH_STYLE_COUNT);
  bh_report_sheet_text (table->sheet, row, table->columns[FIGURE_LIGHT], "", BH_STYLE_LIGHT_VALUE);
}

static void
write_note (const Table *table, const BhReportLine *line, guint row)
{
  const BhFigureInfo *info = line->row->figure;
  const BhFigureValue *value = &line->row->value;
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (value->provisional)
    g_ptr_array_add (notes, (gpointer) _ ("can still change"));
  if (info->form == BH_FIGURE_SPREAD && value->has_value && bh_figure_value_is_small (info, value))
    g_ptr_array_add (notes, (gpointer) _ ("small sample"));
  if (line->has_goals && line->row->goal.so_far != line->row->goal.value)
    g_ptr_array_add (notes, (gpointer) _ ("target as far as the time has run"));
  g_ptr_array_add (notes, NULL);
  /* Translators: between two remarks. */
  text = g_strjoinv (_ (", "), (char **) notes->pdata);
  bh_report_sheet_text (table->sheet, row, table->columns[FIGURE_NOTE], text, BH_STYLE_TEXT);
}

static void
write_line (const Table *table, const BhReportLine *line, guint row)
{
  g_autofree char *name = bh_report_line_dup_name (table->report, line);
  BhReportNumber now, before, year_before;

  bh_report_sheet_text (table->sheet, row, FIGURE_NAME, name, BH_STYLE_TEXT);
  write_value (table, line, row, FIGURE_VALUE, &now);
  write_value (table, line, row, FIGURE_BEFORE, &before);
  write_change (table, line, row, FIGURE_BEFORE, &now, &before);
  if (has_column (table->report, FIGURE_YEAR_BEFORE))
    {
      write_value (table, line, row, FIGURE_YEAR_BEFORE, &year_before);
      write_change (table, line, row, FIGURE_YEAR_BEFORE, &now, &year_before);
    }
  write_target (table, line, row);
  write_note (table, line, row);
}

/* Targets that the office's lists have grown away from. Returns: the row behind them */
static guint
write_problems (const Table *table, guint row)
{
  GPtrArray *card = table->report->card;

  for (guint i = 0; i < card->len; i++)
    {
      const BhScorecardRow *problem = g_ptr_array_index (card, i);

      if (problem->problem == NULL)
        continue;
      bh_report_sheet_text (table->sheet, row, FIGURE_NAME, bh_figure_get_name (problem->figure),
                            BH_STYLE_TEXT);
      bh_report_sheet_text (table->sheet, row, FIGURE_VALUE, problem->problem, BH_STYLE_FAINT);
      row++;
    }

  return row;
}

/* The sheet takes its columns and what is on top of each page from a table with all main figures.
 */
static void
set_up_sheet (const Table *table)
{
  double own[FIGURE_N_COLUMNS];

  for (guint i = 0; i < FIGURE_N_COLUMNS; i++)
    if (has_column (table->report, (FigureColumn) i))
      own[table->columns[i]] = widths[i];
  /* As wide with fewer columns, so that as much stands on a page. */
  if (!has_column (table->report, FIGURE_YEAR_BEFORE))
    own[table->columns[FIGURE_NOTE]] += widths[FIGURE_YEAR_BEFORE] + widths[FIGURE_YEAR_CHANGE];
  bh_report_sheet_set_widths (table->sheet, own, table->n_columns);
  bh_report_sheet_set_print (table->sheet, table->month_row - 1,
                             table->month_row + bh_report_count_month_cells (table->report) - 1, 1);
}

static gboolean
is_wanted (const BhReportBlock *block, const BhReportLine *line)
{
  return block->figures == 0 ? bh_report_line_is_main (line)
                             : (block->figures & BH_FIGURE_BIT (line->row->id)) != 0;
}

gboolean
bh_report_write_figures (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  Table table;
  guint first;

  if (block->title != NULL)
    bh_report_sheet_text (sheet, (*row)++, 0, _ (block->title), BH_STYLE_HEADING);
  table_init (&table, self, sheet, *row);
  if (block->figures == 0)
    set_up_sheet (&table);
  first = *row = write_head (&table);
  for (guint i = 0; i < self->lines->len; i++)
    if (is_wanted (block, g_ptr_array_index (self->lines, i)))
      write_line (&table, g_ptr_array_index (self->lines, i), (*row)++);
  if (*row > first)
    {
      guint column = table.columns[FIGURE_LIGHT];

      bh_report_rules_add_lights (sheet, &(BhReportRange){ first, column, *row - 1, column }, *row);
      (*row)++;
    }
  if (block->figures == 0)
    *row = write_problems (&table, *row);

  return TRUE;
}
