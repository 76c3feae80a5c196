/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-stream.h"

#include "base/bh-i18n.h"
#include "exchange/bh-report-formula.h"
#include "exchange/bh-report-time.h"

#define NOWHERE G_MAXUINT

struct _BhReportStream
{
  BhReportBook *book;
  BhOfficeTime *time; /* (owned) */
  char *name;         /* (owned) */
  GArray *columns;    /* (owned) (element-type BhReportColumn): texts owned */
  GArray *places;     /* (owned) (element-type guint): of what is written in each of @columns */
  guint max_rows;
  BhReportSheet *sheet; /* (nullable): before the first row */
  guint n_sheets;
  guint row; /* that is being written */
};

static void
column_clear (gpointer data)
{
  BhReportColumn *column = data;

  g_free ((char *) column->name);
  g_free ((char *) column->title);
}

BhReportStream *
bh_report_stream_new (BhReportBook *book, BhOfficeTime *time, const char *name, guint max_rows)
{
  BhReportStream *self = g_new0 (BhReportStream, 1);

  self->book = book;
  self->time = bh_office_time_ref (time);
  self->name = g_strdup (name);
  self->columns = g_array_new (FALSE, FALSE, sizeof (BhReportColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->max_rows = max_rows > 0 ? MIN (max_rows, BH_REPORT_SHEET_ROWS) : BH_REPORT_SHEET_ROWS;

  return self;
}

void
bh_report_stream_free (BhReportStream *self)
{
  bh_office_time_unref (self->time);
  g_free (self->name);
  g_array_unref (self->columns);
  g_array_unref (self->places);
  g_free (self);
}

void
bh_report_stream_add_column (BhReportStream *self, const BhReportColumn *column)
{
  BhReportColumn copy
      = { g_strdup (column->name), g_strdup (column->title), NULL, column->width, FALSE };

  g_return_if_fail (self->sheet == NULL);

  g_array_append_val (self->places, self->columns->len);
  g_array_append_val (self->columns, copy);
}

void
bh_report_stream_skip_column (BhReportStream *self)
{
  const guint nowhere = NOWHERE;

  g_return_if_fail (self->sheet == NULL);

  g_array_append_val (self->places, nowhere);
}

static void
write_header (BhReportStream *self)
{
  g_autofree double *widths = g_new (double, self->columns->len);
  guint lines = 1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const BhReportColumn *column = &g_array_index (self->columns, BhReportColumn, i);
      guint width = bh_report_text_width (column->title);

      widths[i] = column->width;
      lines = MAX (lines, 1 + width / (guint) column->width);
    }

  bh_report_sheet_set_widths (self->sheet, widths, self->columns->len);
  bh_report_sheet_set_print (self->sheet, 0, 0, 1);
  bh_report_sheet_set_lines (self->sheet, 0, lines);
  for (guint i = 0; i < self->columns->len; i++)
    bh_report_sheet_text (self->sheet, 0, i, g_array_index (self->columns, BhReportColumn, i).title,
                          BH_STYLE_HEADER);
}

/* Names and filter of the sheet that is full or the last. */
static void
end_sheet (BhReportStream *self)
{
  guint last = MAX (self->row, 1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const BhReportColumn *column = &g_array_index (self->columns, BhReportColumn, i);
      g_autofree char *name = NULL;

      if (column->name == NULL)
        continue;
      name = bh_report_dup_name (column->name, self->n_sheets - 1);
      bh_report_book_define (self->book, name, self->sheet, 1, last, i);
    }
  bh_report_book_note (self->book, worksheet_autofilter (self->sheet->worksheet, 0, 0, last,
                                                         (lxw_col_t) (self->columns->len - 1)));
}

static void
begin_sheet (BhReportStream *self)
{
  g_autofree char *name = self->n_sheets == 0
                              ? g_strdup (self->name)
                              : g_strdup_printf ("%s %u", self->name, self->n_sheets + 1);

  if (self->sheet != NULL)
    end_sheet (self);
  self->sheet = bh_report_book_add_sheet (self->book, name);
  self->n_sheets++;
  self->row = 0;
  write_header (self);
}

void
bh_report_stream_begin_row (BhReportStream *self)
{
  if (self->sheet == NULL || self->row == self->max_rows)
    begin_sheet (self);
  self->row++;
}

guint
bh_report_stream_end (BhReportStream *self)
{
  if (self->sheet == NULL)
    begin_sheet (self);
  end_sheet (self);

  return self->n_sheets;
}

static void
write_number (BhReportStream *self, guint column, double value, BhReportStyle style)
{
  guint place = g_array_index (self->places, guint, column);

  if (place != NOWHERE)
    bh_report_sheet_number (self->sheet, self->row, place, value, style);
}

void
bh_report_stream_text (BhReportStream *self, guint column, const char *text)
{
  guint place = g_array_index (self->places, guint, column);

  if (text != NULL && *text != '\0' && place != NOWHERE)
    bh_report_sheet_text (self->sheet, self->row, place, text, BH_STYLE_NONE);
}

void
bh_report_stream_number (BhReportStream *self, guint column, double value)
{
  write_number (self, column, value, BH_STYLE_NONE);
}

void
bh_report_stream_duration (BhReportStream *self, guint column, double value)
{
  write_number (self, column, value, BH_STYLE_CELL_DURATION);
}

void
bh_report_stream_time (BhReportStream *self, guint column, gint64 instant)
{
  double days;

  if (instant == 0)
    return;

  if (bh_report_time_get_days (self->time, instant, &days))
    write_number (self, column, days, BH_STYLE_CELL_TIME);
  else
    {
      g_autofree char *text = bh_office_time_format (self->time, instant);

      bh_report_stream_text (self, column, text);
    }
}

void
bh_report_stream_month (BhReportStream *self, guint column, gint64 instant)
{
  BhLocalTime local;

  bh_office_time_split (self->time, instant, &local);
  bh_report_stream_number (self, column, local.month);
}
