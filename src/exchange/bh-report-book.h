/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/** BhReportStyle: how a cell looks. */
typedef enum
{
  BH_STYLE_NONE,
  BH_STYLE_TITLE,
  BH_STYLE_HEADING,
  BH_STYLE_HEADER, /* of a column */
  BH_STYLE_HEADER_MONTH,
  BH_STYLE_TEXT,
  BH_STYLE_WRAP,
  BH_STYLE_PARAGRAPH, /* without borders */
  BH_STYLE_FAINT,
  BH_STYLE_COUNT,
  BH_STYLE_NUMBER,
  BH_STYLE_SHARE,
  BH_STYLE_DAYS,
  BH_STYLE_HOURS,
  BH_STYLE_CHANGE,
  BH_STYLE_POINTS,
  BH_STYLE_LIGHT,
  BH_STYLE_LIGHT_VALUE, /* a number, see bh_report_rules_add_lights() */
  BH_STYLE_TIME,
  BH_STYLE_HOUR,
  BH_STYLE_TIMES, /* a count that stands before texts */
  BH_STYLE_DAY,
  BH_STYLE_LATE,      /* a text that something is overdue */
  BH_STYLE_CELL_TIME, /* of the sheets of data, without borders */
  BH_STYLE_CELL_DURATION,
} BhReportStyle;

#define BH_N_REPORT_STYLES (BH_STYLE_CELL_DURATION + 1)

/**
 * BhReportBook:
 *
 * A workbook that is being written, in constant memory: on each sheet rows are written from the
 * first to the last, while the sheets may take turns. What goes wrong is kept until
 * bh_report_book_close(). Used in one thread.
 */
typedef struct _BhReportBook BhReportBook;

/** bh_report_book_new: @path: is made. Returns: (transfer full) (nullable): NULL with
 * %BH_EXCHANGE_ERROR_FILE */
BhReportBook *bh_report_book_new (const char *path, GError **error);

/** bh_report_book_free: a book that was not closed leaves no complete file */
void bh_report_book_free (BhReportBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BhReportBook, bh_report_book_free)

/** bh_report_book_close: packs the file and reads it back. Returns: FALSE with
 * %BH_EXCHANGE_ERROR_FILE, also where anything went wrong before, or %G_IO_ERROR_CANCELLED */
gboolean bh_report_book_close (BhReportBook *self, GCancellable *cancellable, GError **error);

/**
 * BhReportProperties:
 * @title: all of them (nullable)
 * @subject: what it is about
 * @author: who made it
 * @company: whose it is
 * @created: instant
 *
 * What the file says of itself.
 */
typedef struct
{
  const char *title;
  const char *subject;
  const char *author;
  const char *company;
  gint64 created;
} BhReportProperties;

void bh_report_book_set_properties (BhReportBook *self, const BhReportProperties *properties);

/** BH_REPORT_SHEET_WIDTHS: of how many columns a sheet knows the width. */
#define BH_REPORT_SHEET_WIDTHS 24

/**
 * BhReportSheet:
 * @widths: of its first columns, in characters, 0: not set
 * @width: of all that were set, in pixels
 *
 * One sheet of a book, which owns it.
 */
typedef struct
{
  BhReportBook *book;
  lxw_worksheet *worksheet;
  const char *name;
  double widths[BH_REPORT_SHEET_WIDTHS];
  double width;
} BhReportSheet;

/** bh_report_book_add_sheet: @name: becomes one that sheets can have and none has. Returns:
 * (transfer none): behind the sheets there are */
BhReportSheet *bh_report_book_add_sheet (BhReportBook *self, const char *name);

/** bh_report_book_define: gives @name to the rows @first to @last of a column */
void bh_report_book_define (BhReportBook *self,
                            const char *name,
                            BhReportSheet *sheet,
                            guint first_row,
                            guint last_row,
                            guint column);

lxw_format *bh_report_book_get_format (BhReportBook *self, BhReportStyle style);
lxw_workbook *bh_report_book_get_workbook (BhReportBook *self);

/** bh_report_book_note: keeps what the library says; only the first that is wrong counts */
void bh_report_book_note (BhReportBook *self, lxw_error result);

/* Cells, from row 0 and column 0. A text stays a text, whatever it begins with; what no workbook
 * can hold is left out. */
void bh_report_sheet_text (
    BhReportSheet *self, guint row, guint column, const char *text, BhReportStyle style);
/** bh_report_sheet_merge: the cells from @column to @last_column become one */
void bh_report_sheet_merge (BhReportSheet *self,
                            guint row,
                            guint column,
                            guint last_column,
                            const char *text,
                            BhReportStyle style);
void bh_report_sheet_number (
    BhReportSheet *self, guint row, guint column, double value, BhReportStyle style);
/** bh_report_sheet_value: a constant where @formula is NULL; @has_value is FALSE: "–" is shown.
 * @is_array: the formula goes over ranges by itself, and its value is a number */
void bh_report_sheet_value (BhReportSheet *self,
                            guint row,
                            guint column,
                            const char *formula,
                            gboolean is_array,
                            gboolean has_value,
                            double value,
                            BhReportStyle style);
/** bh_report_sheet_goal: a number to be reached: @better: 1 at least, -1 at most, 0 neither */
void bh_report_sheet_goal (
    BhReportSheet *self, guint row, guint column, double value, int better, BhReportStyle style);
/** bh_report_sheet_formula_text: a formula whose value is @text */
void bh_report_sheet_formula_text (BhReportSheet *self,
                                   guint row,
                                   guint column,
                                   const char *formula,
                                   const char *text,
                                   BhReportStyle style);

/** BH_REPORT_NO_VALUE: what is shown where there is no value. */
#define BH_REPORT_NO_VALUE "–"

void bh_report_sheet_set_widths (BhReportSheet *self, const double *widths, guint n);
/** bh_report_sheet_count_lines: Returns: how many lines @text takes as the heading of a column */
guint bh_report_sheet_count_lines (BhReportSheet *self, guint column, const char *text);
/** bh_report_sheet_set_lines: the height of a row that is to be written next, in lines of text */
void bh_report_sheet_set_lines (BhReportSheet *self, guint row, guint lines);
/** bh_report_sheet_set_print: once the columns have their widths: landscape A4, as wide as the
 * page, or as several where it could not be read, @first_header to @last_header on top of each,
 * page numbers; so many @frozen columns stay in view */
void bh_report_sheet_set_print (BhReportSheet *self,
                                guint first_header,
                                guint last_header,
                                guint frozen);

/** bh_report_sheet_paragraph: a text over the columns up to @last_column, in as many lines as it
 * takes */
void
bh_report_sheet_paragraph (BhReportSheet *self, guint row, guint last_column, const char *text);
/** bh_report_sheet_break_before: @rows: (array length=n): with which a page begins, none 0 */
void bh_report_sheet_break_before (BhReportSheet *self, const guint *rows, guint n);

/** bh_report_text_width: Returns: how wide @text is in characters; Chinese ones count double */
guint bh_report_text_width (const char *text);
/** bh_report_dup_cell_name: Returns: (transfer full): "C$5"; @fix_row puts the dollar there */
char *bh_report_dup_cell_name (guint row, guint column, gboolean fix_row, gboolean fix_column);
/** bh_report_sheet_dup_range: Returns: (transfer full): "'Name'!$A$1:$B$2" */
char *bh_report_sheet_dup_range (
    BhReportSheet *self, guint first_row, guint first_column, guint last_row, guint last_column);

G_END_DECLS
