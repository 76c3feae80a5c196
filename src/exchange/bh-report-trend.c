/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-chart.h"
#include "exchange/bh-report-private.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

#include <math.h>

/* The sheet of the trend: figures downwards, months to the right, below each figure with a target
 * what was to be reached. */

#define HEADER_ROW 4
#define FIRST_ROW 5
#define FIRST_COLUMN 1
#define CHART_ROWS 17
#define CHART_COLUMNS 6
#define CHART_WIDTH 700
#define CHART_HEIGHT 345
#define CHARTS_PER_PAGE 4
#define MAX_CHARTS 8

static gboolean
write_value (BhReport *self,
             BhReportSheet *sheet,
             const BhReportLine *line,
             guint row,
             guint month,
             GError **error)
{
  guint column = FIRST_COLUMN + month;
  g_autofree char *month_cell = bh_report_dup_cell_name (HEADER_ROW, column, TRUE, FALSE);
  BhReportSlice slice = { .month = self->months[month], .month_cell = month_cell };
  gboolean has_value;
  double value;

  if (!bh_report_line_get_month (self, line, month, &has_value, &value, error))
    return FALSE;

  bh_report_write_line (self, sheet, row, column, line, &slice, has_value, value);

  return TRUE;
}

static void
write_goals (BhReport *self, BhReportSheet *sheet, const BhReportLine *line, guint row)
{
  bh_report_sheet_text (sheet, row, 0, _ ("   to reach"), BH_STYLE_TEXT);
  for (guint i = 0; i < BH_REPORT_MONTHS; i++)
    if (line->goals[i].has_value)
      bh_report_sheet_number (sheet, row, FIRST_COLUMN + i, line->goals[i].value,
                              bh_report_part_get_style (line->row->figure, line->part));
    else
      bh_report_sheet_text (sheet, row, FIRST_COLUMN + i, NULL,
                            bh_report_part_get_style (line->row->figure, line->part));
}

/* Returns: the row behind the table, 0 with @error */
static guint
write_table (BhReport *self, BhReportSheet *sheet, GError **error)
{
  guint row = FIRST_ROW;

  for (guint i = 0; i < self->lines->len; i++)
    {
      BhReportLine *line = g_ptr_array_index (self->lines, i);
      g_autofree char *name = NULL;

      if (!bh_report_line_is_main (line))
        continue;
      name = bh_report_line_dup_name (self, line);
      line->trend_row = row;
      bh_report_sheet_text (sheet, row, 0, name, BH_STYLE_TEXT);
      for (guint month = 0; month < BH_REPORT_MONTHS; month++)
        if (!write_value (self, sheet, line, row, month, error))
          return 0;
      row++;
      if (line->has_goals)
        write_goals (self, sheet, line, row++);
    }

  return row;
}

static gboolean
has_any_goal (const BhReportLine *line)
{
  for (guint i = 0; line->has_goals && i < BH_REPORT_MONTHS; i++)
    if (line->goals[i].has_value)
      return TRUE;

  return FALSE;
}

/* A chart reads a text as 0: where a month has no value, it gets a row of its own, in which that
 * month is empty. Returns: whether it was needed */
static gboolean
write_gaps (BhReport *self, BhReportSheet *sheet, const double *values, guint row, guint source)
{
  gboolean any = FALSE;

  for (guint i = 0; i < BH_REPORT_MONTHS; i++)
    any = any || isnan (values[i]);
  if (!any)
    return FALSE;

  for (guint i = 0; i < BH_REPORT_MONTHS; i++)
    {
      g_autofree char *cell = bh_report_dup_cell_name (source, FIRST_COLUMN + i, FALSE, FALSE);
      g_autofree char *formula = g_strconcat ("=", cell, NULL);

      if (!isnan (values[i]))
        bh_report_sheet_value (sheet, row, FIRST_COLUMN + i, formula, FALSE, TRUE, values[i],
                               BH_STYLE_FAINT);
    }

  return TRUE;
}

static gboolean
read_values (BhReport *self, const BhReportLine *line, double *values, GError **error)
{
  for (guint i = 0; i < BH_REPORT_MONTHS; i++)
    {
      gboolean has_value;

      if (!bh_report_line_get_month (self, line, i, &has_value, &values[i], error))
        return FALSE;
      if (!has_value)
        values[i] = NAN;
    }

  return TRUE;
}

static char *
dup_axis_title (const BhFigureInfo *info)
{
  const char *unit = bh_figure_get_unit (info);

  return *unit != '\0' ? g_strdup_printf ("%s (%s)", bh_figure_get_name (info), unit)
                       : g_strdup (bh_figure_get_name (info));
}

gboolean
bh_report_add_trend_chart (BhReport *self,
                           BhReportLine *line,
                           BhReportSheet *sheet,
                           guint row,
                           guint column,
                           guint width,
                           guint height,
                           GError **error)
{
  const BhFigureInfo *info = line->row->figure;
  g_autofree char *title = bh_report_line_dup_name (self, line);
  g_autofree char *axis = dup_axis_title (info);
  g_autoptr (BhReportChart) chart = bh_report_chart_new (title, axis, NULL);
  double values[BH_REPORT_MONTHS];

  if (!read_values (self, line, values, error))
    return FALSE;

  bh_report_chart_set_categories (chart, self->sheets[BH_REPORT_SHEET_TREND], HEADER_ROW,
                                  FIRST_COLUMN, BH_REPORT_MONTHS, FALSE, NULL, self->months,
                                  "0000\"-\"00");
  bh_report_chart_add (
      chart, info->form == BH_FIGURE_COUNT ? BH_REPORT_CHART_COLUMNS : BH_REPORT_CHART_LINE,
      bh_figure_get_name (info), line->chart_row, FIRST_COLUMN, values,
      bh_report_part_get_chart_format (info, line->part));
  if (has_any_goal (line))
    {
      for (guint i = 0; i < BH_REPORT_MONTHS; i++)
        values[i] = line->goals[i].has_value ? line->goals[i].value : NAN;
      bh_report_chart_add (chart, BH_REPORT_CHART_TARGET, _ ("Target"), line->trend_row + 1,
                           FIRST_COLUMN, values,
                           bh_report_part_get_chart_format (info, line->part));
    }
  bh_report_chart_insert (chart, sheet, row, column, width, height);

  return TRUE;
}

/* The figures of the charts: those that everybody asks for, and those with targets. */
static GPtrArray *
choose_lines (BhReport *self)
{
  static const BhFigureId always[] = { BH_FIGURE_RECEIVED, BH_FIGURE_SATISFACTION,
                                       BH_FIGURE_COMPLETION_ON_TIME, BH_FIGURE_HANDLING_DAYS };
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    {
      BhReportLine *line = bh_report_find_line (self, always[i]);

      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  for (guint i = 0; i < self->lines->len && lines->len < MAX_CHARTS; i++)
    {
      BhReportLine *line = g_ptr_array_index (self->lines, i);

      if (has_any_goal (line) && !g_ptr_array_find (lines, line, NULL))
        g_ptr_array_add (lines, line);
    }

  return g_steal_pointer (&lines);
}

static gboolean
write_chart_rows (BhReport *self, BhReportSheet *sheet, GPtrArray *lines, guint row, GError **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      BhReportLine *line = g_ptr_array_index (lines, i);
      double values[BH_REPORT_MONTHS];

      if (!read_values (self, line, values, error))
        return FALSE;
      line->chart_row
          = write_gaps (self, sheet, values, row, line->trend_row) ? row++ : line->trend_row;
    }

  return TRUE;
}

/* The charts begin a page, and four of them fill one. Returns: the row behind them */
static guint
place_charts (BhReport *self, BhReportSheet *sheet, guint row, guint n)
{
  guint pages = (n + CHARTS_PER_PAGE - 1) / CHARTS_PER_PAGE;
  g_autofree guint *breaks = g_new (guint, MAX (pages, 1));

  for (guint i = 0; i < pages; i++)
    breaks[i] = row + i * CHARTS_PER_PAGE / 2 * CHART_ROWS;
  bh_report_sheet_break_before (sheet, breaks, pages);

  return row + (n + 1) / 2 * CHART_ROWS;
}

static void
write_head (BhReport *self, BhReportSheet *sheet)
{
  bh_report_sheet_set_print (sheet, HEADER_ROW, HEADER_ROW, FIRST_COLUMN);
  bh_report_sheet_set_lines (sheet, HEADER_ROW, 1);
  bh_report_sheet_text (sheet, HEADER_ROW, 0, _ ("Figure"), BH_STYLE_HEADER);
  for (guint i = 0; i < BH_REPORT_MONTHS; i++)
    bh_report_sheet_number (sheet, HEADER_ROW, FIRST_COLUMN + i, self->months[i],
                            BH_STYLE_HEADER_MONTH);
}

gboolean
bh_report_write_trend (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  g_autoptr (GPtrArray) lines = choose_lines (self);
  guint charts_row, behind;

  write_head (self, sheet);
  *row = write_table (self, sheet, error);
  if (*row == 0)
    return FALSE;

  /* What only charts read stands below them, behind the last page. */
  charts_row = *row + 1;
  behind = place_charts (self, sheet, charts_row, lines->len);
  worksheet_print_area (sheet->worksheet, 0, 0, behind - 1, FIRST_COLUMN + BH_REPORT_MONTHS - 1);
  *row = behind + 1 + lines->len;
  if (!write_chart_rows (self, sheet, lines, behind + 1, error))
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    if (!bh_report_add_trend_chart (self, g_ptr_array_index (lines, i), sheet,
                                    charts_row + i / 2 * CHART_ROWS, i % 2 == 0 ? 0 : CHART_COLUMNS,
                                    CHART_WIDTH, CHART_HEIGHT, error))
      return FALSE;

  return TRUE;
}
