/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-chart.h"
#include "exchange/bh-report-rules.h"

#include <locale.h>
#include <stdio.h>

/* write-book FILE: a workbook with each look of charts and of cells, for check-book. */

#define N_NAMES 4
#define HEADER_ROW 3
#define FIRST_ROW 4
#define LIGHT_COLUMN 4

static const char *const names[N_NAMES] = { "工程部", "客服部", "O'Brien & Söhne", "秩序部" };
static const double counts[3][N_NAMES] = { { 12, 7, 3, 0 }, { 5, 0, 2, 4 }, { 1, 2, 0, 9 } };
static const double shares[N_NAMES] = { 0.92, 0.55, 1, 0.7 };

static void
write_cells (BhReportSheet *sheet)
{
  static const double widths[] = { 16, 10, 10, 10, 14, 10 };

  bh_report_sheet_set_widths (sheet, widths, G_N_ELEMENTS (widths));
  bh_report_sheet_set_print (sheet, HEADER_ROW, HEADER_ROW, 1);
  bh_report_sheet_text (sheet, 0, 0, "部门", BH_STYLE_TITLE);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    bh_report_sheet_text (sheet, HEADER_ROW, i, "列", BH_STYLE_HEADER);
  for (guint i = 0; i < N_NAMES; i++)
    {
      bh_report_sheet_text (sheet, FIRST_ROW + i, 0, names[i], BH_STYLE_TEXT);
      for (guint j = 0; j < 3; j++)
        bh_report_sheet_number (sheet, FIRST_ROW + i, j + 1, counts[j][i], BH_STYLE_COUNT);
      /* No green one: the lights must not shift. */
      bh_report_sheet_number (sheet, FIRST_ROW + i, LIGHT_COLUMN,
                              i == 0 ? BH_REPORT_LIGHT_AMBER : BH_REPORT_LIGHT_RED,
                              BH_STYLE_LIGHT_VALUE);
      bh_report_sheet_number (sheet, FIRST_ROW + i, LIGHT_COLUMN + 1, shares[i], BH_STYLE_SHARE);
    }
  bh_report_rules_add_lights (
      sheet, &(BhReportRange){ FIRST_ROW, LIGHT_COLUMN, FIRST_ROW + N_NAMES - 1, LIGHT_COLUMN },
      FIRST_ROW + N_NAMES);
  bh_report_rules_add_scale (sheet, &(BhReportRange){ FIRST_ROW, 1, FIRST_ROW + N_NAMES - 1, 3 });
  bh_report_rules_add_bars (
      sheet,
      &(BhReportRange){ FIRST_ROW, LIGHT_COLUMN + 1, FIRST_ROW + N_NAMES - 1, LIGHT_COLUMN + 1 },
      1);
}

static void
add_chart (BhReportSheet *sheet, BhReportSheet *target, BhReportChartLook look, guint place)
{
  g_autoptr (BhReportChart) chart = bh_report_chart_new (
      "各部门工单 <&>", look == BH_REPORT_CHART_BARS ? "及时率" : "工单（件）", NULL);
  static const char *const ages[] = { "≤1天", "≤3天", ">3天" };
  static const double goals[N_NAMES] = { 0.9, 0.9, 0.9, 0.9 };

  bh_report_chart_set_categories (chart, sheet, FIRST_ROW, 0, N_NAMES, TRUE, names, NULL, NULL);
  if (look == BH_REPORT_CHART_BARS)
    {
      bh_report_chart_add (chart, look, "及时率", FIRST_ROW, LIGHT_COLUMN + 1, shares, "0%");
      bh_report_chart_add (chart, BH_REPORT_CHART_TARGET, "目标", FIRST_ROW, LIGHT_COLUMN + 1,
                           goals, "0%");
    }
  else
    for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
      bh_report_chart_add (chart, look, ages[i], FIRST_ROW, 1 + i, counts[i], "#,##0");
  bh_report_chart_show_values (chart);
  bh_report_chart_insert (chart, target, place / 2 * 17, place % 2 * 8, 500, 320);
}

int
main (int argc, char **argv)
{
  static const BhReportChartLook looks[] = { BH_REPORT_CHART_COLUMNS, BH_REPORT_CHART_BARS,
                                             BH_REPORT_CHART_STACKED, BH_REPORT_CHART_LINE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BhReportBook) book = NULL;
  BhReportSheet *cells, *charts;

  setlocale (LC_ALL, "");
  if (argc != 2)
    return 2;

  book = bh_report_book_new (argv[1], &error);
  g_assert_no_error (error);
  bh_report_book_set_properties (
      book, &(BhReportProperties){ "月报 <1>", "2026-10", "张三", "滨河花园", 1767225600000000 });
  cells = bh_report_book_add_sheet (book, "O'Brien/东");
  charts = bh_report_book_add_sheet (book, "O'BRIEN/东");
  write_cells (cells);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    add_chart (cells, charts, looks[i], i);
  if (!bh_report_book_close (book, NULL, &error))
    fprintf (stderr, "%s\n", error->message);

  return error != NULL;
}
