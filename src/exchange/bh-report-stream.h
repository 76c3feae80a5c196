/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-office-time.h"
#include "exchange/bh-report-book.h"

G_BEGIN_DECLS

/** BhReportColumnWhen: in which workbooks a column is. */
typedef enum
{
  BH_REPORT_COLUMN_ALWAYS,
  BH_REPORT_COLUMN_INTERNAL, /* not in those for the public */
  BH_REPORT_COLUMN_RUNNING,  /* where the time that they are about has not ended */
  BH_REPORT_COLUMN_HOT,      /* in internal ones with a sheet of hot spots */
} BhReportColumnWhen;

/**
 * BhReportColumn:
 * @name: (nullable): defined name of the column, for formulas
 * @title: at its top; in the tables of columns English, to be translated
 * @meaning: (nullable): what stands in it, likewise
 * @width: in characters
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *meaning;
  double width;
  BhReportColumnWhen when;
} BhReportColumn;

/** BH_REPORT_SHEET_ROWS: rows that a sheet can have besides its header. */
#define BH_REPORT_SHEET_ROWS 1048575

/**
 * BhReportStream:
 *
 * Rows of data that go on in further sheets where one is full. Each column has a defined name on
 * each sheet, every sheet its header, filter and print set-up.
 */
typedef struct _BhReportStream BhReportStream;

/** bh_report_stream_new: @name: of the first sheet; @max_rows: on each, 0: as many as can be */
BhReportStream *
bh_report_stream_new (BhReportBook *book, BhOfficeTime *time, const char *name, guint max_rows);
void bh_report_stream_free (BhReportStream *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportStream, bh_report_stream_free)

/** bh_report_stream_add_column: before the first row; texts are copied, @column is translated */
void bh_report_stream_add_column (BhReportStream *self, const BhReportColumn *column);

/** bh_report_stream_skip_column: likewise; what is written to it is left out, and the next one
 * stands in its place */
void bh_report_stream_skip_column (BhReportStream *self);

/** bh_report_stream_begin_row: the cells that follow stand in the next row */
void bh_report_stream_begin_row (BhReportStream *self);
/* Cells, column by column; NULL, 0 for an instant, and nothing written leave the cell empty. */
void bh_report_stream_text (BhReportStream *self, guint column, const char *text);
void bh_report_stream_number (BhReportStream *self, guint column, double value);
void bh_report_stream_duration (BhReportStream *self, guint column, double value);
void bh_report_stream_time (BhReportStream *self, guint column, gint64 instant);
/** bh_report_stream_month: the month of @instant, as year * 100 + month */
void bh_report_stream_month (BhReportStream *self, guint column, gint64 instant);

/** bh_report_stream_end: after the last row. Returns: on how many sheets the rows are, at least 1
 */
guint bh_report_stream_end (BhReportStream *self);

G_END_DECLS
