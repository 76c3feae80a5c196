/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-book.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"
#include "exchange/bh-report-archive.h"
#include "exchange/bh-report-font.h"
#include "exchange/bh-report-rules.h"
#include "exchange/bh-report-sheet-name.h"
#include "exchange/bh-report-text.h"
#include "insight/bh-goal.h"

#include <locale.h>
#include <stdio.h>

/* The library writes numbers as the locale of the thread has them, and they must be those of XML:
 * the thread has the plain ones as long as the book is there. */
struct _BhReportBook
{
  char *path;             /* (owned) */
  lxw_workbook *workbook; /* (owned) (nullable): NULL once it is closed */
  lxw_format *formats[BH_N_REPORT_STYLES];
  lxw_format *at_least[BH_N_REPORT_STYLES];
  lxw_format *at_most[BH_N_REPORT_STYLES];
  GPtrArray *sheets; /* (owned) (element-type BhReportSheet) */
  GHashTable *names; /* (owned): of the sheets */
  GString *scratch;  /* (owned) */
  lxw_error wrong;
  locale_t plain;  /* (owned) */
  locale_t before; /* what the thread had */
};

static void
sheet_free (gpointer data)
{
  g_free (data);
}

/* Of files the library only says where in its packing it noticed. */
static gboolean
is_about_files (lxw_error wrong)
{
  return wrong == LXW_ERROR_CREATING_TMPFILE || wrong == LXW_ERROR_READING_TMPFILE
         || (wrong >= LXW_ERROR_ZIP_FILE_OPERATION && wrong <= LXW_ERROR_ZIP_CLOSE);
}

static void
fail (GError **error, lxw_error wrong)
{
  if (is_about_files (wrong))
    {
      bh_report_archive_fail (error);
      return;
    }
  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_FILE,
               _ ("The workbook cannot be written: %s"), lxw_strerror (wrong));
}

static void
set_font (lxw_format *format)
{
  format_set_font_name (format, bh_report_font_get_name ());
  format_set_font_size (format, bh_report_font_get_size ());
}

BhReportBook *
bh_report_book_new (const char *path, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = NULL };
  g_autoptr (BhReportBook) self = g_new0 (BhReportBook, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  self->before = uselocale (self->plain);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->names = bh_report_sheet_names_new ();
  self->scratch = g_string_new (NULL);
  self->path = g_strdup (path);
  self->workbook = workbook_new_opt (path, &options);
  if (self->workbook == NULL)
    {
      fail (error, LXW_ERROR_MEMORY_MALLOC_FAILED);
      return NULL;
    }
  /* The first is that of all cells without one. */
  set_font (STAILQ_FIRST (self->workbook->formats));

  return g_steal_pointer (&self);
}

/* The library closes the rows' temporary files only when it packs them. */
static void
drop_workbook (BhReportBook *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      BhReportSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->worksheet->optimize_tmpfile != NULL)
        fclose (sheet->worksheet->optimize_tmpfile);
    }
  lxw_workbook_free (self->workbook);
}

void
bh_report_book_free (BhReportBook *self)
{
  if (self->workbook != NULL)
    drop_workbook (self);
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->names);
  g_string_free (self->scratch, TRUE);
  g_free (self->path);
  uselocale (self->before);
  freelocale (self->plain);
  g_free (self);
}

/* The library does not look whether its temporary files took all that was written. */
static gboolean
has_all_rows (BhReportBook *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      BhReportSheet *sheet = g_ptr_array_index (self->sheets, i);
      FILE *rows = sheet->worksheet->optimize_tmpfile;

      if (rows != NULL && (fflush (rows) != 0 || ferror (rows)))
        return FALSE;
    }

  return TRUE;
}

gboolean
bh_report_book_close (BhReportBook *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && self->workbook != NULL, FALSE);

  if (!has_all_rows (self))
    return bh_report_archive_fail (error);
  if (self->wrong == LXW_NO_ERROR)
    self->wrong = workbook_close (g_steal_pointer (&self->workbook));
  if (self->wrong == LXW_NO_ERROR)
    return bh_report_archive_check (self->path, cancellable, error);

  fail (error, self->wrong);
  return FALSE;
}

void
bh_report_book_note (BhReportBook *self, lxw_error result)
{
  if (self->wrong == LXW_NO_ERROR)
    self->wrong = result;
}

void
bh_report_book_set_properties (BhReportBook *self, const BhReportProperties *properties)
{
  g_autofree char *title = g_strdup (properties->title), *subject = g_strdup (properties->subject);
  g_autofree char *author = g_strdup (properties->author);
  g_autofree char *company = g_strdup (properties->company);
  lxw_doc_properties copy = { .title = title,
                              .subject = subject,
                              .author = author,
                              .company = company,
                              .created = (time_t) (properties->created / G_USEC_PER_SEC) };

  bh_report_book_note (self, workbook_set_properties (self->workbook, &copy));
}

BhReportSheet *
bh_report_book_add_sheet (BhReportBook *self, const char *name)
{
  BhReportSheet *sheet = g_new0 (BhReportSheet, 1);
  g_autofree char *valid = bh_report_sheet_name_new (self->names, name);

  sheet->book = self;
  sheet->worksheet = workbook_add_worksheet (self->workbook, valid);
  g_assert (sheet->worksheet != NULL);
  sheet->name = sheet->worksheet->name;
  g_ptr_array_add (self->sheets, sheet);

  return sheet;
}

char *
bh_report_dup_cell_name (guint row, guint column, gboolean fix_row, gboolean fix_column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell_abs (cell, row, (lxw_col_t) column, fix_row, fix_column);

  return g_strdup (cell);
}

char *
bh_report_sheet_dup_range (
    BhReportSheet *self, guint first_row, guint first_column, guint last_row, guint last_column)
{
  g_autofree char *first = bh_report_dup_cell_name (first_row, first_column, TRUE, TRUE);
  g_autofree char *last = bh_report_dup_cell_name (last_row, last_column, TRUE, TRUE);

  g_autoptr (GString) name = g_string_new (self->name);

  g_string_replace (name, "'", "''", 0);

  return g_strdup_printf ("'%s'!%s:%s", name->str, first, last);
}

void
bh_report_book_define (BhReportBook *self,
                       const char *name,
                       BhReportSheet *sheet,
                       guint first_row,
                       guint last_row,
                       guint column)
{
  g_autofree char *range = bh_report_sheet_dup_range (sheet, first_row, column, last_row, column);
  g_autofree char *formula = g_strconcat ("=", range, NULL);

  bh_report_book_note (self, workbook_define_name (self->workbook, name, formula));
}

lxw_workbook *
bh_report_book_get_workbook (BhReportBook *self)
{
  return self->workbook;
}

static void
set_number_look (lxw_format *format, BhReportStyle style, const char *prefix)
{
  g_autofree char *days = g_strdup_printf ("0.0\" %s\"", _ ("d"));
  g_autofree char *hours = g_strdup_printf ("0.0\" %s\"", _ ("h"));
  /* Translators: percentage points, the difference of two shares. */
  const char *pp = _ ("pp");
  g_autofree char *lights
      = g_strdup_printf ("[=%d]\"%s\";[=%d]\"%s\";\"%s\"", BH_REPORT_LIGHT_GREEN,
                         bh_light_get_label (BH_LIGHT_GREEN), BH_REPORT_LIGHT_AMBER,
                         bh_light_get_label (BH_LIGHT_AMBER), bh_light_get_label (BH_LIGHT_RED));
  g_autofree char *points = g_strdup_printf ("+0.0\" %s\";-0.0\" %s\";0.0\" %s\"", pp, pp, pp);
  const char *const looks[BH_N_REPORT_STYLES] = {
    [BH_STYLE_HEADER_MONTH] = "0000\"-\"00",
    [BH_STYLE_COUNT] = "#,##0",
    [BH_STYLE_NUMBER] = "0.0",
    [BH_STYLE_SHARE] = "0.0%",
    [BH_STYLE_DAYS] = days,
    [BH_STYLE_HOURS] = hours,
    [BH_STYLE_CHANGE] = "+0.0%;-0.0%;0.0%",
    [BH_STYLE_POINTS] = points,
    [BH_STYLE_LIGHT_VALUE] = lights,
    [BH_STYLE_TIMES] = "#,##0",
    [BH_STYLE_HOUR] = "00\":00\"",
    [BH_STYLE_TIME] = "yyyy-mm-dd hh:mm",
    [BH_STYLE_DAY] = "yyyy-mm-dd",
    [BH_STYLE_CELL_TIME] = "yyyy-mm-dd hh:mm",
    [BH_STYLE_CELL_DURATION] = "0.00",
  };

  if (looks[style] != NULL)
    {
      g_autofree char *look = g_strconcat (prefix, looks[style], NULL);

      format_set_num_format (format, look);
    }
}

static void
set_shape (lxw_format *format, BhReportStyle style)
{
  gboolean is_header = style == BH_STYLE_HEADER || style == BH_STYLE_HEADER_MONTH;

  if (style == BH_STYLE_TITLE || style == BH_STYLE_HEADING)
    {
      format_set_bold (format);
      format_set_font_size (format, style == BH_STYLE_TITLE ? 16 : 12);
    }
  if (is_header)
    {
      format_set_bold (format);
      format_set_bg_color (format, 0xDCE6F1);
      format_set_align (format, LXW_ALIGN_CENTER);
    }
  if (is_header || style == BH_STYLE_WRAP || style == BH_STYLE_PARAGRAPH || style == BH_STYLE_LATE)
    format_set_text_wrap (format);
  if (style == BH_STYLE_LATE)
    format_set_font_color (format, 0xB42318);
  if (style == BH_STYLE_PARAGRAPH)
    format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (style == BH_STYLE_FAINT)
    format_set_font_color (format, 0x595959);
  if (style >= BH_STYLE_LIGHT && style <= BH_STYLE_DAY)
    format_set_align (format, LXW_ALIGN_CENTER);
  if (style >= BH_STYLE_COUNT && style <= BH_STYLE_POINTS)
    format_set_align (format, LXW_ALIGN_RIGHT);
  if (is_header
      || (style >= BH_STYLE_TEXT && style < BH_STYLE_CELL_TIME && style != BH_STYLE_FAINT
          && style != BH_STYLE_PARAGRAPH))
    {
      format_set_border (format, LXW_BORDER_THIN);
      format_set_border_color (format, 0xBFBFBF);
      format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
    }
}

static lxw_format *
get_format (BhReportBook *self, lxw_format **formats, BhReportStyle style, const char *prefix)
{
  if (style == BH_STYLE_NONE)
    return NULL;

  if (formats[style] == NULL)
    {
      formats[style] = workbook_add_format (self->workbook);
      set_font (formats[style]);
      set_number_look (formats[style], style, prefix);
      set_shape (formats[style], style);
    }

  return formats[style];
}

lxw_format *
bh_report_book_get_format (BhReportBook *self, BhReportStyle style)
{
  return get_format (self, self->formats, style, "");
}

void
bh_report_sheet_text (
    BhReportSheet *self, guint row, guint column, const char *text, BhReportStyle style)
{
  const char *clean = text != NULL ? bh_report_text_clean (text, self->book->scratch) : NULL;

  bh_report_book_note (self->book,
                       worksheet_write_string (self->worksheet, row, (lxw_col_t) column, clean,
                                               bh_report_book_get_format (self->book, style)));
}

void
bh_report_sheet_merge (BhReportSheet *self,
                       guint row,
                       guint column,
                       guint last_column,
                       const char *text,
                       BhReportStyle style)
{
  bh_report_book_note (self->book,
                       worksheet_merge_range (self->worksheet, row, (lxw_col_t) column, row,
                                              (lxw_col_t) last_column,
                                              bh_report_text_clean (text, self->book->scratch),
                                              bh_report_book_get_format (self->book, style)));
}

void
bh_report_sheet_number (
    BhReportSheet *self, guint row, guint column, double value, BhReportStyle style)
{
  bh_report_book_note (self->book,
                       worksheet_write_number (self->worksheet, row, (lxw_col_t) column, value,
                                               bh_report_book_get_format (self->book, style)));
}

void
bh_report_sheet_goal (
    BhReportSheet *self, guint row, guint column, double value, int better, BhReportStyle style)
{
  BhReportBook *book = self->book;
  lxw_format *format = bh_report_book_get_format (book, style);

  if (better > 0)
    format = get_format (book, book->at_least, style, "\"≥ \"");
  else if (better < 0)
    format = get_format (book, book->at_most, style, "\"≤ \"");
  bh_report_book_note (
      book, worksheet_write_number (self->worksheet, row, (lxw_col_t) column, value, format));
}

void
bh_report_sheet_formula_text (BhReportSheet *self,
                              guint row,
                              guint column,
                              const char *formula,
                              const char *text,
                              BhReportStyle style)
{
  bh_report_book_note (self->book, worksheet_write_formula_str (
                                       self->worksheet, row, (lxw_col_t) column, formula,
                                       bh_report_book_get_format (self->book, style), text));
}

void
bh_report_sheet_value (BhReportSheet *self,
                       guint row,
                       guint column,
                       const char *formula,
                       gboolean is_array,
                       gboolean has_value,
                       double value,
                       BhReportStyle style)
{
  lxw_format *format = bh_report_book_get_format (self->book, style);
  lxw_col_t col = (lxw_col_t) column;

  if (formula == NULL && has_value)
    bh_report_sheet_number (self, row, column, value, style);
  else if (formula == NULL)
    bh_report_sheet_text (self, row, column, BH_REPORT_NO_VALUE, style);
  else if (!has_value)
    bh_report_sheet_formula_text (self, row, column, formula, BH_REPORT_NO_VALUE, style);
  else if (is_array)
    bh_report_book_note (self->book,
                         worksheet_write_array_formula_num (self->worksheet, row, col, row, col,
                                                            formula, format, value));
  else
    bh_report_book_note (self->book, worksheet_write_formula_num (self->worksheet, row, col,
                                                                  formula, format, value));
}

guint
bh_report_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return width;
}
