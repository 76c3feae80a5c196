/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-private.h"
#include "exchange/bh-report-show.h"
#include "exchange/bh-report-stream.h"

G_BEGIN_DECLS

/* What the sheets of data share: each row begins with what its ticket is grouped by. */

/** BhReportHeadColumn: the first columns of each sheet of data. */
typedef enum
{
  HEAD_NUMBER,
  HEAD_KIND,
  HEAD_GRADE,
  HEAD_CHANNEL,
  HEAD_CATEGORY_TOP,
  HEAD_CATEGORY,
  HEAD_COMMUNITY,
  HEAD_CITY_TIER,
  HEAD_ESTATE_KIND,
  HEAD_BUILDING,
  HEAD_DEPARTMENT,
  HEAD_PERSON,
  HEAD_CAUSE,
  HEAD_WEEKDAY,
  HEAD_HOUR,
  N_HEAD_COLUMNS,
} BhReportHeadColumn;

/**
 * bh_report_columns_list:
 *
 * Returns: (transfer none) (array length=n): those of a table that are always there, behind those
 *   that all have
 */
const BhReportColumn *bh_report_columns_list (BhReportTable table, guint *n);
const BhReportColumn *bh_report_head_columns (guint *n);
const BhReportColumn *bh_report_ticket_columns (guint *n);
const BhReportColumn *bh_report_stage_columns (guint *n);
const BhReportColumn *bh_report_callback_columns (guint *n);

/** bh_report_has_data_column: Returns: whether the workbook has it */
gboolean bh_report_has_data_column (BhReport *self, const BhReportColumn *column);

/** bh_report_head_is_on: Returns: whether @table has this one of bh_report_head_columns() */
gboolean bh_report_head_is_on (BhReportTable table, guint column);

/** bh_report_begin_table: Returns: (transfer full): for the rows of @table, with all columns but
 * those that tickets alone have */
BhReportStream *bh_report_begin_table (BhReport *self, BhReportTable table, const char *name);
/** bh_report_add_scope_columns: a column for each scope but the first, and behind those for each
 * care mark, where that is asked for; the last ones of a table */
void bh_report_add_scope_columns (BhReport *self, BhReportStream *stream, BhReportTable table);

/** bh_report_begin_row: begins a row with its first columns. */
void bh_report_begin_row (BhReport *self, BhReportStream *stream, const BhFactsHead *head);
/** bh_report_write_bits: 1 where a bit is set, from @column on. Returns: the column behind them */
guint bh_report_write_bits (BhReportStream *stream, guint column, guint32 bits, guint n);
/** bh_report_write_scopes: the columns of bh_report_add_scope_columns(), which begin at @column */
void bh_report_write_scopes (BhReport *self,
                             BhReportStream *stream,
                             BhReportTable table,
                             guint column,
                             const BhFactsHead *head);
/** bh_report_write_pair: of a share in @column whether it counts, and if so, beside it whether it
 * is kept */
void bh_report_write_pair (BhReportStream *stream, guint column, int asked, int yes);

/** bh_report_fill_facts_request: @table: for which the facts are. Returns: (transfer container):
 * what
 * @request borrows, to be freed after it */
BhTicketFilter **
bh_report_fill_facts_request (BhReport *self, BhReportTable table, BhFactsRequest *request);

G_END_DECLS
