/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-private.h"
#include "exchange/bh-report-sentences.h"

/* What stands below the figures of the first sheet: sentences and charts. */

/* As wide as the columns that they stand over. */
#define MONTH_COLUMN 5
#define MONTH_LEFT_WIDTH 795
#define MONTH_RIGHT_WIDTH 635
#define YEAR_COLUMN 4
#define YEAR_LEFT_WIDTH 680
#define YEAR_RIGHT_WIDTH 750
#define CHART_HEIGHT 420
#define CHART_ROWS 21

/* Nothing is said of details without targets. */
static GPtrArray *
choose_rows (BhReport *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->card->len; i++)
    {
      BhScorecardRow *row = g_ptr_array_index (self->card, i);

      if (!row->figure->detail || row->target != NULL)
        g_ptr_array_add (rows, row);
    }

  return rows;
}

gboolean
bh_report_write_sentences (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  g_autoptr (GPtrArray) rows = choose_rows (self);
  g_autoptr (GPtrArray) sentences = bh_report_sentences_from_card (
      self->insight, self->request, &self->spans[BH_REPORT_NOW].period, rows, error);

  if (sentences == NULL)
    return FALSE;

  for (guint i = 0; i < sentences->len; i++)
    bh_report_sheet_paragraph (sheet, (*row)++, bh_report_count_figure_columns (self) - 1,
                               g_ptr_array_index (sentences, i));

  return TRUE;
}

gboolean
bh_report_write_main_charts (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  BhReportLine *received = bh_report_find_line (self, BH_FIGURE_RECEIVED);
  BhReportLine *satisfaction = bh_report_find_line (self, BH_FIGURE_SATISFACTION);
  gboolean is_year = self->n_spans == BH_REPORT_YEAR_BEFORE;
  guint column = is_year ? YEAR_COLUMN : MONTH_COLUMN;
  guint left = is_year ? YEAR_LEFT_WIDTH : MONTH_LEFT_WIDTH;
  guint right = is_year ? YEAR_RIGHT_WIDTH : MONTH_RIGHT_WIDTH;

  if (!bh_report_add_trend_chart (self, received, sheet, *row, 0, left, CHART_HEIGHT, error)
      || !bh_report_add_trend_chart (self, satisfaction, sheet, *row, column, right, CHART_HEIGHT,
                                     error))
    return FALSE;
  *row += CHART_ROWS;

  return TRUE;
}
