/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-rules.h"

#include "exchange/bh-report-color.h"

/* Of the program's steps from little to much those on which black text keeps a contrast of 4.5. */
#define SCALE_LEAST 0xffffff
#define SCALE_MIDDLE 0.33
#define SCALE_MOST 0.66
#define BAR_SHARE 0.33

static void
add (BhReportSheet *sheet, const BhReportRange *range, lxw_conditional_format *rule)
{
  bh_report_book_note (sheet->book,
                       worksheet_conditional_format_range (
                           sheet->worksheet, range->first_row, (lxw_col_t) range->first_column,
                           range->last_row, (lxw_col_t) range->last_column, rule));
}

void
bh_report_rules_add_scale (BhReportSheet *sheet, const BhReportRange *range)
{
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_3_COLOR_SCALE,
                                  .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                  .min_value = 0,
                                  .min_color = SCALE_LEAST,
                                  .mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_PERCENT,
                                  .mid_value = 50,
                                  .mid_color = bh_report_get_level (SCALE_MIDDLE),
                                  .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_MAXIMUM,
                                  .max_color = bh_report_get_level (SCALE_MOST) };

  add (sheet, range, &rule);
}

void
bh_report_rules_add_bars (BhReportSheet *sheet, const BhReportRange *range, double max)
{
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_DATA_BAR,
                                  .data_bar_2010 = LXW_TRUE,
                                  .bar_solid = LXW_TRUE,
                                  .bar_no_border = LXW_TRUE,
                                  .bar_color = bh_report_get_level (BAR_SHARE),
                                  .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                  .min_value = 0 };

  if (max > 0)
    {
      rule.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
      rule.max_value = max;
    }
  add (sheet, range, &rule);
}

void
bh_report_rules_add_lights (BhReportSheet *sheet, const BhReportRange *range, guint row)
{
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };
  guint column = range->first_column;
  g_autofree char *first = bh_report_dup_cell_name (range->first_row, column, FALSE, FALSE);
  g_autofree char *last
      = bh_report_dup_cell_name (range->last_row, range->last_column, FALSE, FALSE);
  g_autofree char *least = bh_report_dup_cell_name (row, column, FALSE, FALSE);
  g_autofree char *most = bh_report_dup_cell_name (row, column + 1, FALSE, FALSE);
  g_autofree char *cells = g_strdup_printf ("%s:%s %s:%s", first, last, least, most);
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_ICON_SETS,
                                  .icon_style = LXW_CONDITIONAL_ICONS_3_SIGNS,
                                  .multi_range = cells };

  bh_report_book_note (sheet->book, worksheet_set_row_opt (sheet->worksheet, row,
                                                           LXW_DEF_ROW_HEIGHT, NULL, &hidden));
  bh_report_sheet_number (sheet, row, column, BH_REPORT_LIGHT_RED, BH_STYLE_NONE);
  bh_report_sheet_number (sheet, row, column + 1, BH_REPORT_LIGHT_GREEN, BH_STYLE_NONE);
  add (sheet, range, &rule);
}
