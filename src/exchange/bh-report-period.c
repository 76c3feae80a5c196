/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-language.h"
#include "exchange/bh-report-private.h"

#include "base/bh-i18n.h"
#include "base/bh-text.h"
#include "draw/bh-chart-words.h"
#include "exchange/bh-exchange-error.h"
#include "insight/bh-period-shift.h"

/* The months that a workbook is about, and how its sheets and formulas name them. */

#define MONTHS_PER_YEAR 12
/* Of the office's name in that of a file, which may have 255 bytes. */
#define FILE_NAME_CHARS 60
#define TITLE_LINES 2
#define PERIOD_ROW 3

static gboolean
set_span (BhReport *self, BhReportSpanId id, int first)
{
  BhReportSpan *span = &self->spans[id];
  BhOfficeTime *time = bh_office_get_time (self->office);

  span->first = first;
  span->last = bh_month_shift (first, bh_report_kind_get_length (self->request->kind) - 1);

  return bh_report_kind_get_period (self->request->kind, first, time, &span->period);
}

/* A quarter or year that runs ends, as far as is known, with the month that runs. */
static void
cut_last (BhReport *self)
{
  BhReportSpan *now = &self->spans[BH_REPORT_NOW];
  BhLocalTime local;

  if (self->request->as_of <= now->period.from || self->request->as_of >= now->period.to)
    return;
  bh_office_time_split (bh_office_get_time (self->office), self->request->as_of - 1, &local);
  now->last = local.month;
}

/* As Insight compares what grows. */
static void
set_so_far (BhReport *self)
{
  const BhPeriod *now = &self->spans[BH_REPORT_NOW].period;
  BhOfficeTime *time = bh_office_get_time (self->office);

  self->runs = self->request->as_of < now->to;
  for (guint i = BH_REPORT_BEFORE; i < BH_N_REPORT_SPANS; i++)
    bh_period_get_part (time, now, self->request->as_of, &self->spans[i].period,
                        &self->spans[i].so_far);
  self->spans[BH_REPORT_NOW].so_far = *now;
}

static gboolean
set_months (BhReport *self)
{
  BhOfficeTime *time = bh_office_get_time (self->office);
  BhPeriod first;
  int last;

  set_so_far (self);
  cut_last (self);
  last = self->spans[BH_REPORT_NOW].last;
  for (int i = 0; i < BH_REPORT_MONTHS; i++)
    {
      self->months[i] = bh_month_shift (last, i - BH_REPORT_LAST);
      if (!bh_office_time_get_month (time, self->months[i], &self->periods[i]))
        return FALSE;
    }

  if (!bh_office_time_get_month (time, bh_month_shift (last, 1 - BH_REPORT_DATA_MONTHS), &first))
    first = self->periods[0];
  self->whole = (BhPeriod){ first.from, self->periods[BH_REPORT_LAST].to };

  return TRUE;
}

gboolean
bh_report_set_spans (BhReport *self, GError **error)
{
  const BhReportRequest *request = self->request;
  int length = bh_report_kind_get_length (request->kind);
  BhPeriod period;
  int first;

  if (bh_office_time_get_month (bh_office_get_time (self->office), request->month, &period))
    {
      first = bh_report_kind_get_first (request->kind, request->month);
      /* The year before stands there already. */
      self->n_spans = request->kind == BH_REPORT_YEAR ? BH_REPORT_YEAR_BEFORE : BH_N_REPORT_SPANS;
      if (set_span (self, BH_REPORT_NOW, first)
          && set_span (self, BH_REPORT_BEFORE, bh_month_shift (first, -length))
          && set_span (self, BH_REPORT_YEAR_BEFORE, bh_month_shift (first, -MONTHS_PER_YEAR))
          && set_months (self))
        return TRUE;
    }

  g_set_error (error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE,
               _ ("There is no workbook of the month %d."), request->month);
  return FALSE;
}

const char *
bh_report_span_get_name (BhReport *self, BhReportSpanId span)
{
  const char *const names[BH_N_REPORT_KINDS][BH_N_REPORT_SPANS] = {
    [BH_REPORT_MONTH] = { _ ("This month"), _ ("Month before"), _ ("Same month a year before") },
    [BH_REPORT_QUARTER]
    = { _ ("This quarter"), _ ("Quarter before"), _ ("Same quarter a year before") },
    [BH_REPORT_YEAR] = { C_ ("report", "This year"), C_ ("report", "Year before"), "" },
  };

  return names[self->request->kind][span];
}

char *
bh_report_span_dup_name_so_far (BhReport *self, BhReportSpanId span, gboolean only_counts)
{
  const char *const names[BH_N_REPORT_KINDS][BH_N_REPORT_SPANS] = {
    [BH_REPORT_MONTH] = { "", _ ("Same days of the month before"), _ ("Same days a year before") },
    [BH_REPORT_QUARTER]
    = { "", _ ("Same days of the quarter before"), _ ("Same days a year before") },
    [BH_REPORT_YEAR] = { "", _ ("Same days of the year before"), "" },
  };
  const char *whole = bh_report_span_get_name (self, span);

  if (!self->runs || span == BH_REPORT_NOW)
    return g_strdup (whole);

  /* Translators: heading of a column in which counts are those of the same days, and shares and
   * durations those of the whole time: "Month before (counts: same days)". */
  return only_counts ? g_strdup (names[self->request->kind][span])
                     : g_strdup_printf (_ ("%s (counts: same days)"), whole);
}

guint
bh_report_count_month_cells (BhReport *self)
{
  return self->request->kind == BH_REPORT_MONTH ? 1 : 2;
}

void
bh_report_months_init (BhReportMonths *self,
                       BhReport *report,
                       BhReportSpanId span,
                       guint row,
                       guint column,
                       gboolean downwards)
{
  gboolean single = bh_report_count_month_cells (report) == 1;

  self->first = bh_report_dup_cell_name (row, column, TRUE, !downwards);
  self->last = single ? g_strdup (self->first)
                      : bh_report_dup_cell_name (row + (downwards ? 1 : 0),
                                                 column + (downwards ? 0 : 1), TRUE, !downwards);
  self->slice = (BhReportSlice){
    .month = report->spans[span].last,
    .month_cell = self->last,
    .first_month_cell = single ? NULL : self->first,
  };
}

void
bh_report_months_init_sheet (BhReportMonths *self,
                             BhReport *report,
                             BhReportSpanId span,
                             BhFigureId figure)
{
  bh_report_months_init (self, report, span, PERIOD_ROW + (span == BH_REPORT_NOW ? 0 : 1), 1,
                         FALSE);
  self->slice.so_far = report->runs && span != BH_REPORT_NOW && bh_figure_grows (figure);
}

void
bh_report_months_clear (BhReportMonths *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->last, g_free);
}

void
bh_report_write_month_cell (
    BhReport *self, BhReportSheet *sheet, guint row, guint column, BhReportSpanId span, guint cell)
{
  int month = cell == 0 ? self->spans[span].first : self->spans[span].last;

  bh_report_sheet_number (sheet, row, column, month, BH_STYLE_HEADER_MONTH);
}

void
bh_report_write_period (BhReport *self, BhReportSheet *sheet)
{
  const char *const labels[BH_REPORT_PERIOD_ROWS]
      = { _ ("Months that the figures are about"), _ ("Months they are compared with") };

  for (guint span = 0; span < BH_REPORT_PERIOD_ROWS; span++)
    {
      bh_report_sheet_text (sheet, PERIOD_ROW + span, 0, labels[span], BH_STYLE_FAINT);
      for (guint i = 0; i < bh_report_count_month_cells (self); i++)
        bh_report_write_month_cell (self, sheet, PERIOD_ROW + span, 1 + i, (BhReportSpanId) span,
                                    i);
    }
}

void
bh_report_write_title (BhReport *self, BhReportSheet *sheet, const char *title)
{
  BhOfficeTime *time = bh_office_get_time (self->office);
  g_autofree char *as_of = bh_office_time_format (time, self->request->as_of);
  g_autofree char *made_at = bh_office_time_format (time, self->request->made_at);
  g_autofree char *period = bh_chart_words_dup_period (&self->spans[BH_REPORT_NOW].period, time);
  g_autofree char *first = g_strdup_printf ("%s · %s", title, period);
  g_autofree char *third = g_strdup_printf (_ ("As of %s, made at %s, time zone %s"), as_of,
                                            made_at, bh_office_time_get_zone (time));
  const char *filter = ((BhReportScope *) g_ptr_array_index (self->scopes, 0))->text;
  g_autofree char *words = bh_chart_words_dup_scope (filter);
  g_autofree char *second
      = *filter == '\0' ? g_strdup (bh_office_get_settings (self->office)->name)
                        : g_strdup_printf (_ ("%s, only these tickets: %s"),
                                           bh_office_get_settings (self->office)->name, words);

  bh_report_sheet_set_lines (sheet, 0, TITLE_LINES);
  bh_report_sheet_text (sheet, 0, 0, first, BH_STYLE_TITLE);
  bh_report_sheet_text (sheet, 1, 0, second, BH_STYLE_FAINT);
  bh_report_sheet_text (sheet, 2, 0, third, BH_STYLE_FAINT);
}

static char *
dup_file_title (BhReportKind kind, const char *name, int month)
{
  switch (kind)
    {
    case BH_REPORT_QUARTER:
      /* Translators: name of a file: office, year, number of the quarter. */
      return g_strdup_printf (_ ("%1$s %2$d-Q%3$d quarterly report"), name, month / 100,
                              (month % 100 + 2) / 3);
    case BH_REPORT_YEAR:
      /* Translators: name of a file: office, year. */
      return g_strdup_printf (_ ("%s %d annual report"), name, month / 100);
    case BH_REPORT_MONTH:
      break;
    }

  /* Translators: name of a file: office, year, month. */
  return g_strdup_printf (_ ("%s %d-%02d monthly report"), name, month / 100, month % 100);
}

char *
bh_report_dup_file_name (BhOffice *office, const BhReportRequest *request)
{
  g_auto (BhReportTongue) tongue = { 0 };
  g_autofree char *name
      = bh_text_to_file_name (bh_office_get_settings (office)->name, FILE_NAME_CHARS);
  g_autofree char *title = NULL, *safe = NULL;

  /* Without that language the workbook is not written either. */
  bh_report_tongue_init (&tongue, request->language, NULL);
  title = dup_file_title (request->kind, name, request->month);
  safe = bh_text_to_file_name (title, 2 * FILE_NAME_CHARS);

  return g_strconcat (safe, ".xlsx", NULL);
}
