/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-book.h"

#include <math.h>

/* How sheets look on paper. */

#define LINE_HEIGHT 15.0 /* points */
#define PIXELS_PER_POINT (96 / 72.0)
/* Rows are given a height, since programs measure their text each in its way. */
#define ROW_HEIGHT 21.0 /* pixels */
#define PIXELS_PER_CHAR 7
#define PIXELS_BESIDE_TEXT 5
#define PAPER_A4 9
/* What can be read on the width of a page. */
#define PIXELS_PER_PAGE 2400
/* Of a column, what bold text and the gap where a line breaks take, in characters. */
#define BOLD_ROOM 2

void
bh_report_sheet_set_widths (BhReportSheet *self, const double *widths, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i < BH_REPORT_SHEET_WIDTHS)
        self->widths[i] = widths[i];
      self->width += widths[i] * PIXELS_PER_CHAR + PIXELS_BESIDE_TEXT;
      bh_report_book_note (self->book, worksheet_set_column (self->worksheet, (lxw_col_t) i,
                                                             (lxw_col_t) i, widths[i], NULL));
    }
}

guint
bh_report_sheet_count_lines (BhReportSheet *self, guint column, const char *text)
{
  double room = column < BH_REPORT_SHEET_WIDTHS ? self->widths[column] - BOLD_ROOM : 0;

  return room > 0 ? (guint) ceil (bh_report_text_width (text) / room) : 1;
}

void
bh_report_sheet_set_lines (BhReportSheet *self, guint row, guint lines)
{
  double points = LINE_HEIGHT * lines + 3;

  bh_report_book_note (self->book, worksheet_set_row (self->worksheet, row, points, NULL));
}

void
bh_report_sheet_set_print (BhReportSheet *self, guint first_header, guint last_header, guint frozen)
{
  lxw_worksheet *worksheet = self->worksheet;
  guint pages = MAX (1, (guint) ceil (self->width / PIXELS_PER_PAGE));

  worksheet_set_default_row (worksheet, ROW_HEIGHT / PIXELS_PER_POINT, LXW_FALSE);
  worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, PAPER_A4);
  worksheet_set_margins (worksheet, 0.4, 0.4, 0.5, 0.6);
  worksheet_fit_to_pages (worksheet, (guint16) pages, 0);
  if (pages > 1)
    bh_report_book_note (self->book,
                         worksheet_repeat_columns (worksheet, 0, (lxw_col_t) frozen - 1));
  bh_report_book_note (self->book, worksheet_repeat_rows (worksheet, first_header, last_header));
  bh_report_book_note (self->book, worksheet_set_footer (worksheet, "&L&F&C&A&R&P / &N"));
  worksheet_freeze_panes (worksheet, last_header + 1, (lxw_col_t) frozen);
}

void
bh_report_sheet_break_before (BhReportSheet *self, const guint *rows, guint n)
{
  g_autofree lxw_row_t *breaks = g_new0 (lxw_row_t, n + 1);

  for (guint i = 0; i < n; i++)
    breaks[i] = rows[i];
  bh_report_book_note (self->book, worksheet_set_h_pagebreaks (self->worksheet, breaks));
}

void
bh_report_sheet_paragraph (BhReportSheet *self, guint row, guint last_column, const char *text)
{
  guint chars = (guint) (self->width / PIXELS_PER_CHAR);

  bh_report_sheet_set_lines (self, row, 1 + bh_report_text_width (text) / MAX (chars, 1));
  bh_report_sheet_merge (self, row, 0, last_column, text, BH_STYLE_PARAGRAPH);
}
