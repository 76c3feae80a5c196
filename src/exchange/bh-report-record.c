/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-private.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-report-compare.h"

/* What was reported for the record, as it was, beside what the same months give today. */

#define TITLE_LINES 2
#define LAST_TITLE_ROW 2
#define POINTS 100
#define SEAL_CHARS 12

typedef enum
{
  RECORD_NAME,
  RECORD_REPORTED,
  RECORD_NOW,
  RECORD_CORRECTION,
  RECORD_THEN,
  RECORD_MATURED,
  RECORD_NOTE,
  RECORD_N_COLUMNS,
} RecordColumn;

/* A time that was recorded, and where its table is. */
typedef struct
{
  BhReport *report;
  BhReportSheet *sheet;
  BhReportRecord *record;
  BhReportSpanId span;
  guint month_row;
  gboolean is_whole;
} Table;

/* Returns: the row behind it */
static guint
write_head (Table *self, guint row)
{
  const char *const labels[RECORD_N_COLUMNS]
      = { _ ("Figure"),         _ ("Reported"),      _ ("Now"), _ ("Correction"),
          _ ("Computed again"), _ ("Matured since"), _ ("Note") };
  guint n = bh_report_count_month_cells (self->report);

  bh_report_sheet_set_lines (self->sheet, row, TITLE_LINES);
  for (guint i = 0; i < RECORD_N_COLUMNS; i++)
    bh_report_sheet_text (self->sheet, row, i, labels[i], BH_STYLE_HEADER);
  self->month_row = row + 1;
  for (guint cell = 0; cell < n; cell++)
    for (guint i = 0; i < RECORD_N_COLUMNS; i++)
      if (i == RECORD_REPORTED || i == RECORD_NOW)
        bh_report_write_month_cell (self->report, self->sheet, self->month_row + cell, i,
                                    self->span, cell);
      else
        bh_report_sheet_text (self->sheet, self->month_row + cell, i, NULL, BH_STYLE_HEADER);

  return self->month_row + n;
}

/* What it is that stands below, and what keeps it: the seal of the history. */
static guint
write_title (Table *self, guint row)
{
  BhOfficeTime *time = bh_office_get_time (self->report->office);
  const BhReportRecord *record = self->record;
  g_autofree char *period
      = bh_chart_words_dup_period (&self->report->spans[self->span].period, time);
  g_autofree char *title = g_strdup_printf (_ ("For the record: %s"), period);
  g_autofree char *made_at = bh_office_time_format (time, record->made_at);
  g_autofree char *as_of = bh_office_time_format (time, record->as_of);
  g_autofree char *seal = g_strndup (record->seal, SEAL_CHARS);
  g_autofree char *file = g_path_get_basename (record->path);
  g_autofree char *text = g_strdup_printf (
      _ ("Reported at %s as of %s in %s; seal of the history %s. “Reported” and “Computed again” "
         "(as of then, by what is entered today) are constants. A correction is what was entered, "
         "changed or undone about the past afterwards; “Matured since” is what happened after that "
         "as-of."),
      made_at, as_of, file, seal);

  bh_report_sheet_text (self->sheet, row++, 0, title, BH_STYLE_HEADING);
  bh_report_sheet_paragraph (self->sheet, row++, RECORD_NOTE + 2, text);
  if (!self->is_whole)
    bh_report_sheet_paragraph (
        self->sheet, row++, RECORD_NOTE + 2,
        _ ("What was stored of this report was changed afterwards: see “bihuan check”."));

  return row;
}

/* The line of the summary that shows the same. */
static const BhReportLine *
find_line (Table *self, const BhReportFigure *reported)
{
  GPtrArray *lines = self->report->lines;

  for (guint i = 0; i < lines->len; i++)
    {
      const BhReportLine *line = g_ptr_array_index (lines, i);
      const BhReportScope *scope = g_ptr_array_index (self->report->scopes, line->scope);

      if (line->part == reported->part && bh_report_line_is_main (line)
          && g_str_equal (line->row->figure->key, reported->figure)
          && g_str_equal (scope->text, reported->scope))
        return line;
    }

  return NULL;
}

static char *
dup_name (Table *self, const BhReportComparison *one, const BhReportLine *line)
{
  const BhReportFigure *reported = one->reported;
  const char *name = one->figure != NULL ? bh_figure_get_name (one->figure) : reported->figure;

  if (line != NULL)
    return bh_report_line_dup_name (self->report, line);
  if (*reported->filter == '\0')
    return g_strdup (name);

  return g_strdup_printf ("%s (%s)", name, reported->filter);
}

static BhReportStyle
get_style (const BhReportComparison *one)
{
  return one->figure != NULL ? bh_report_part_get_style (one->figure, one->reported->part)
                             : BH_STYLE_NUMBER;
}

/* The live value: a formula over the data, where the summary has one. */
static void
write_now (Table *self, BhReportComparison *one, const BhReportLine *line, guint row)
{
  g_auto (BhReportMonths) months = { 0 };
  gboolean has_value;
  double value;

  if (line == NULL)
    {
      bh_report_sheet_text (self->sheet, row, RECORD_NOW, BH_REPORT_NO_VALUE, get_style (one));
      return;
    }

  has_value = bh_report_line_get (line, self->span, &value);
  bh_report_comparison_set_now (one, has_value, value);
  bh_report_months_init (&months, self->report, self->span, self->month_row, RECORD_NOW, TRUE);
  bh_report_write_line (self->report, self->sheet, row, RECORD_NOW, line, &months.slice, has_value,
                        value);
}

/* How much the value in @column is above that in @before: of shares in points. */
static void
write_difference (Table *self,
                  const BhReportComparison *one,
                  guint row,
                  guint column,
                  guint minuend,
                  guint subtrahend,
                  gboolean both,
                  double difference)
{
  gboolean is_share = one->figure != NULL && one->figure->form == BH_FIGURE_SHARE;
  g_autofree char *left = bh_report_dup_cell_name (row, minuend, FALSE, FALSE);
  g_autofree char *right = bh_report_dup_cell_name (row, subtrahend, FALSE, FALSE);
  g_autofree char *formula = g_strdup_printf (
      "=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),(%s-%s)*%d,\"" BH_REPORT_NO_VALUE "\")", left, right,
      left, right, is_share ? POINTS : 1);

  bh_report_sheet_value (self->sheet, row, column, formula, FALSE, both,
                         difference * (is_share ? POINTS : 1),
                         is_share ? BH_STYLE_POINTS : get_style (one));
}

static void
write_note (Table *self, const BhReportComparison *one, const BhReportLine *line, guint row)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (one->problem != NULL)
    g_ptr_array_add (notes, one->problem);
  else if (line == NULL)
    g_ptr_array_add (notes, (gpointer) _ ("no target asks for it any more"));
  if (one->is_corrected)
    g_ptr_array_add (notes, (gpointer) C_ ("record", "corrected"));
  if (one->is_matured && line != NULL)
    g_ptr_array_add (notes, (gpointer) C_ ("record", "matured"));
  if (one->reported->provisional)
    g_ptr_array_add (notes, (gpointer) _ ("could still change when it was reported"));
  g_ptr_array_add (notes, NULL);
  text = g_strjoinv (_ (", "), (char **) notes->pdata);
  bh_report_sheet_text (self->sheet, row, RECORD_NOTE, text, BH_STYLE_FAINT);
}

static void
write_line (Table *self, BhReportComparison *one, guint row)
{
  const BhReportFigure *reported = one->reported;
  const BhReportLine *line = find_line (self, reported);
  g_autofree char *name = dup_name (self, one, line);

  bh_report_sheet_text (self->sheet, row, RECORD_NAME, name, BH_STYLE_TEXT);
  bh_report_sheet_value (self->sheet, row, RECORD_REPORTED, NULL, FALSE, reported->has_value,
                         reported->value, get_style (one));
  write_now (self, one, line, row);
  write_difference (self, one, row, RECORD_CORRECTION, RECORD_THEN, RECORD_REPORTED,
                    one->then.has_value && reported->has_value, one->correction);
  /* What is the same is the very same number: sums come out otherwise in another order. */
  bh_report_sheet_value (self->sheet, row, RECORD_THEN, NULL, FALSE, one->then.has_value,
                         one->is_corrected ? one->then.value : reported->value, get_style (one));
  write_difference (self, one, row, RECORD_MATURED, RECORD_NOW, RECORD_THEN,
                    one->now.has_value && one->then.has_value, one->matured);
  write_note (self, one, line, row);
}

/* Details that the summary does not show are not shown here either. */
static gboolean
is_shown (Table *self, const BhReportFigure *reported)
{
  BhFigureId figure;

  return !bh_figure_find (reported->figure, &figure) || !bh_figure_get_info (figure)->detail
         || find_line (self, reported) != NULL;
}

static gboolean
write_table (Table *self, guint *row, GError **error)
{
  GPtrArray *figures = self->record->figures;
  g_autoptr (GPtrArray) lines = NULL;

  self->is_whole = bh_report_record_is_whole (self->record);
  for (guint i = figures->len; i > 0; i--)
    if (!is_shown (self, g_ptr_array_index (figures, i - 1)))
      g_ptr_array_remove_index (figures, i - 1);
  lines = bh_report_compare_compute (self->report->insight, self->record, NULL, error);
  if (lines == NULL)
    return FALSE;

  *row = write_title (self, *row);
  *row = write_head (self, *row);
  for (guint i = 0; i < lines->len; i++)
    write_line (self, g_ptr_array_index (lines, i), (*row)++);

  return TRUE;
}

gboolean
bh_report_write_record (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  const BhReportRequest *request = self->request;
  const char *filter = ((BhReportScope *) g_ptr_array_index (self->scopes, 0))->text;
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_spans; i++)
    {
      g_autoptr (BhReportRecord) record = NULL;
      Table table = { .report = self, .sheet = sheet, .span = (BhReportSpanId) i };

      if (!bh_report_records_find (self->connection, request->kind, self->spans[i].first, filter,
                                   request->as_of, &record, error))
        return FALSE;
      if (record == NULL)
        continue;
      *row += any;
      table.record = record;
      if (!write_table (&table, row, error))
        return FALSE;
      any = TRUE;
    }
  /* The heads of the table above are not those of these. */
  if (any)
    bh_report_sheet_set_print (sheet, 0, LAST_TITLE_ROW, 1);

  return TRUE;
}
