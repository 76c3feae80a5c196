/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-table.h"

#include "base/bh-i18n.h"
#include "exchange/bh-report-time.h"

#include <string.h>

void
bh_report_table_begin (BhReportSheet *sheet, guint *row, const BhReportBlock *block)
{
  if (block->title != NULL)
    bh_report_sheet_text (sheet, (*row)++, 0, _ (block->title), BH_STYLE_HEADING);
}

void
bh_report_table_write_labels (
    BhReportSheet *sheet, guint *row, const char *const *labels, guint n, guint lines)
{
  bh_report_sheet_set_lines (sheet, *row, lines);
  for (guint i = 0; i < n; i++)
    bh_report_sheet_text (sheet, *row, i, labels[i], BH_STYLE_HEADER);
  (*row)++;
}

void
bh_report_table_write_sentence (BhReportSheet *sheet, guint *row, const char *text)
{
  bh_report_sheet_text (sheet, (*row)++, 0, text, BH_STYLE_FAINT);
}

void
bh_report_table_write_more (BhReportSheet *sheet, guint *row, gint64 n_more)
{
  g_autofree char *text = NULL;

  if (n_more <= 0)
    return;

  /* Translators: the last row of a list that ends early. */
  text = g_strdup_printf (ngettext ("… and %d more", "… and %d more", (gulong) n_more),
                          (int) n_more);
  bh_report_table_write_sentence (sheet, row, text);
}

void
bh_report_table_write_time (
    BhReport *self, BhReportSheet *sheet, guint row, guint column, gint64 instant)
{
  BhOfficeTime *time = bh_office_get_time (self->office);
  double days;

  if (instant == 0)
    bh_report_sheet_text (sheet, row, column, NULL, BH_STYLE_TEXT);
  else if (bh_report_time_get_days (time, instant, &days))
    bh_report_sheet_number (sheet, row, column, days, BH_STYLE_TIME);
  else
    {
      g_autofree char *text = bh_office_time_format (time, instant);

      bh_report_sheet_text (sheet, row, column, text, BH_STYLE_TEXT);
    }
}

void
bh_report_table_write_sum (BhReportSheet *sheet,
                           guint row,
                           guint column,
                           guint first_row,
                           guint first_column,
                           guint last_row,
                           guint last_column,
                           double value)
{
  g_autofree char *first = bh_report_dup_cell_name (first_row, first_column, FALSE, FALSE);
  g_autofree char *last = bh_report_dup_cell_name (last_row, last_column, FALSE, FALSE);
  g_autofree char *formula = g_strdup_printf ("=SUM(%s:%s)", first, last);

  bh_report_sheet_value (sheet, row, column, formula, FALSE, TRUE, value, BH_STYLE_COUNT);
}

guint
bh_report_table_count_lines (const char *text, double width, guint most)
{
  guint lines = 1;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    lines++;

  return CLAMP (lines + bh_report_text_width (text) / (guint) width, 1, most);
}
