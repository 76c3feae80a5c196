/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-private.h"

G_BEGIN_DECLS

/* Lists and tables inside of a sheet. Each function that takes @row (inout) writes there and leaves
 * the first free row. */

/** bh_report_table_begin: the heading of @block, where it has one */
void bh_report_table_begin (BhReportSheet *sheet, guint *row, const BhReportBlock *block);
/** bh_report_table_write_labels: what the columns are called; @lines of text high */
void bh_report_table_write_labels (
    BhReportSheet *sheet, guint *row, const char *const *labels, guint n, guint lines);
/** bh_report_table_write_sentence: instead of an empty table, or below its heading */
void bh_report_table_write_sentence (BhReportSheet *sheet, guint *row, const char *text);
/** bh_report_table_write_more: below a list that ends early: how many there are besides; nothing
 * where @n_more is 0 */
void bh_report_table_write_more (BhReportSheet *sheet, guint *row, gint64 n_more);
/** bh_report_table_write_time: an instant in office time, an empty cell for 0 */
void bh_report_table_write_time (
    BhReport *self, BhReportSheet *sheet, guint row, guint column, gint64 instant);
/** bh_report_table_write_sum: a formula over cells above each other or beside each other */
void bh_report_table_write_sum (BhReportSheet *sheet,
                                guint row,
                                guint column,
                                guint first_row,
                                guint first_column,
                                guint last_row,
                                guint last_column,
                                double value);
/** bh_report_table_count_lines: Returns: how many lines @text takes in @width characters, @most at
 * most */
guint bh_report_table_count_lines (const char *text, double width, guint most);

G_END_DECLS
