/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/bh-report-kind.h"
#include "exchange/bh-report-book.h"
#include "insight/bh-figure-registry.h"

G_BEGIN_DECLS

/** BhReportSheetId: the sheets of a workbook. Stored as bits: append only; their order is that of
 * bh_report_sheets_list(). */
typedef enum
{
  BH_REPORT_SHEET_SUMMARY,
  BH_REPORT_SHEET_TREND,
  BH_REPORT_SHEET_CATEGORIES,
  BH_REPORT_SHEET_HOT,
  BH_REPORT_SHEET_PUNCTUALITY,
  BH_REPORT_SHEET_DEPARTMENTS,
  BH_REPORT_SHEET_SATISFACTION,
  BH_REPORT_SHEET_REPEATS,
  BH_REPORT_SHEET_OVERDUE,
  BH_REPORT_SHEET_MEASURES,
  BH_REPORT_SHEET_TICKETS,
  BH_REPORT_SHEET_STAGES,
  BH_REPORT_SHEET_CALLBACKS,
  BH_REPORT_SHEET_DEFINITIONS,
  BH_REPORT_SHEET_SEGMENTS,
} BhReportSheetId;

#define BH_N_REPORT_SHEETS (BH_REPORT_SHEET_SEGMENTS + 1)

/** BH_REPORT_SHEET_BIT: the set of one sheet, to be joined with others by `|` */
#define BH_REPORT_SHEET_BIT(id) (1U << (id))

/* A workbook that is being written: see bh-report-private.h. */
typedef struct _BhReport BhReport;
typedef struct _BhReportBlock BhReportBlock;

/**
 * BhReportBlockFunc:
 * @row: (inout): the first row that is free, of which nothing is written yet; then the first one
 *   behind the block. Rows are written from top to bottom.
 *
 * Writes a block. One that has nothing to show says so, or leaves @row as it is.
 *
 * Returns: FALSE with @error
 */
typedef gboolean (*BhReportBlockFunc) (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);

/** BhReportGrouping: what the rows of a table of groups are. */
typedef enum
{
  BH_REPORT_BY_DEPARTMENT,
  BH_REPORT_BY_PERSON,
  BH_REPORT_BY_GRADE,
  BH_REPORT_BY_CATEGORY_TOP,
  BH_REPORT_BY_CATEGORY,
  BH_REPORT_BY_CHANNEL,
  BH_REPORT_BY_COMMUNITY,
  BH_REPORT_BY_CITY_TIER,
  BH_REPORT_BY_ESTATE_KIND,
  BH_REPORT_BY_CARE,  /* a ticket may stand in several rows */
  BH_REPORT_BY_STAGE, /* the figures are those of the first stage, each row has its own */
} BhReportGrouping;

/** BhReportGroupShown: which value of a figure a column shows. */
typedef enum
{
  BH_REPORT_GROUP_NOW,
  BH_REPORT_GROUP_BEFORE, /* of the time before */
  BH_REPORT_GROUP_CHANGE, /* from the column to its left, the time before, to the one left of that
                           */
} BhReportGroupShown;

/** BhReportGroupColumn: @title: (nullable): English, to be translated; NULL: name of the figure, or
 * of the time before */
typedef struct
{
  BhFigureId figure;
  BhReportPart part;
  const char *title;
  BhReportGroupShown shown;
} BhReportGroupColumn;

/**
 * BhReportBlock:
 * @title: (nullable): heading, English, to be translated
 * @figures: of bh_report_write_figures(): those that stand there; 0: all main ones
 * @by: of bh_report_write_groups(), as what follows
 * @columns: (array length=n_columns): the figures; rows are in order of the first
 * @chart_title: (nullable): of a chart of bars, English, to be translated; NULL: none
 * @chart_column: which of @columns it shows
 * @n_charted: how many it shows from there on, of the same unit; 0: one
 * @note: (nullable): what stands below the table, English, to be translated
 * @new_page: it begins a page
 * @needs_several: it is left out where all tickets are in one group
 * @internal: for the office alone: left out of the public profile
 *
 * A part of a sheet: a table, a chart, a text. Blocks stand below each other, a row between them.
 */
struct _BhReportBlock
{
  BhReportBlockFunc write;
  const char *title;
  BhFigureSet figures;
  BhReportGrouping by;
  const BhReportGroupColumn *columns;
  guint n_columns;
  const char *chart_title;
  guint chart_column;
  guint n_charted;
  const char *note;
  gboolean new_page;
  gboolean needs_several;
  gboolean internal;
};

/**
 * BhReportSheetInfo:
 * @name: on its tab: English, to be translated in the context "sheet"
 * @title: (nullable): in its first row: English, to be translated; NULL: @name
 * @widths: (nullable): of the columns, in characters, the last 0; NULL for sheets of data, and
 *   where a block sets them
 * @has_period: its formulas read the months of the workbook below the title, and those that they
 *   are compared with
 * @needs: bits of the sheets without which its formulas and charts are nothing
 * @blocks: (nullable): those of the sheet, the last without function; NULL for sheets of data
 * @write_data: (nullable): of sheets of data: adds its sheets, one or several, and writes them
 * @internal: for the office alone: left out of the public profile
 * @prepare: (nullable): finds what its rows of the data tell, before these are written
 *
 * What a sheet is made of.
 */
typedef struct
{
  BhReportSheetId id;
  const char *name;
  const char *title;
  const double *widths;
  gboolean has_period;
  guint32 needs;
  const BhReportBlock *blocks;
  gboolean (*write_data) (BhReport *self, GError **error);
  gboolean internal;
  gboolean (*prepare) (BhReport *self, GError **error);
} BhReportSheetInfo;

/** bh_report_sheets_list: Returns: (transfer none) (array length=n): in their order */
const BhReportSheetInfo *bh_report_sheets_list (guint *n);
/** bh_report_sheet_get_name: Returns: (transfer none): what its tab says, translated */
const char *bh_report_sheet_get_name (const BhReportSheetInfo *info);
/** bh_report_sheets_complete: @sheets: bits of #BhReportSheetId, 0: all. Returns: these and those
 * that they need */
guint32 bh_report_sheets_complete (guint32 sheets);

/** bh_report_write_sheets: writes all sheets that were asked for. Returns: FALSE with @error */
gboolean bh_report_write_sheets (BhReport *self, GError **error);

G_END_DECLS
