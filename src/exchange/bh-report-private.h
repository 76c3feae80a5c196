/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/bh-report-book.h"
#include "exchange/bh-report-formula.h"
#include "exchange/bh-report-labels.h"
#include "exchange/bh-report-plan.h"
#include "exchange/bh-report.h"
#include "insight/bh-figure-memo.h"
#include "insight/bh-open-series.h"
#include "insight/bh-scorecard.h"
#include "insight/bh-ticket-facts.h"

G_BEGIN_DECLS

/** BH_REPORT_MONTHS: how many months the sheets show, the report's the last. */
#define BH_REPORT_MONTHS 13
/** BH_REPORT_DATA_MONTHS: how many the sheets of data reach back. */
#define BH_REPORT_DATA_MONTHS 25

/** BhReportSpanId: the times whose figures stand beside each other. */
typedef enum
{
  BH_REPORT_NOW,
  BH_REPORT_BEFORE,
  BH_REPORT_YEAR_BEFORE,
} BhReportSpanId;

#define BH_N_REPORT_SPANS (BH_REPORT_YEAR_BEFORE + 1)

/**
 * BhReportSpan:
 * @first: year * 100 + month
 * @last: likewise; while the time runs, the month that runs
 * @period: the whole of it
 * @so_far: as much of it as has passed of the time that the workbook is about
 *
 * A month, a quarter or a year.
 */
typedef struct
{
  int first;
  int last;
  BhPeriod period;
  BhPeriod so_far;
} BhReportSpan;

/** BhReportAsked: complainants who were asked in a month, and those of them who said yes. */
typedef struct
{
  gint64 asked;
  gint64 yes;
} BhReportAsked;

/**
 * BhReportScope:
 * @text: (owned): canonical text of the filter, that of the report included
 * @name: (owned): how the sheets call it; "" for the first
 * @filter: (owned): the same, resolved
 * @signoff, @callback: of the tickets finished in each month, summed while they are written
 * @open: what was open at the end of each month, once @has_open
 *
 * Tickets that the sheets show figures of: those of the report, and for each target with a filter
 * of its own those of that.
 */
typedef struct
{
  char *text;
  char *name;
  BhTicketFilter *filter;
  BhReportAsked signoff[BH_REPORT_MONTHS];
  BhReportAsked callback[BH_REPORT_MONTHS];
  gboolean has_open;
  BhOpenCount open[BH_REPORT_MONTHS];
} BhReportScope;

/**
 * BhReportLine:
 * @row: of the scorecard: the figure, its target and its tickets
 * @scope: index of the scope
 * @goals: (array length=BH_REPORT_MONTHS): where @row has a target and @part is what is compared
 * @trend_row: where it stands on the sheet of the trend, its goals below it
 * @chart_row: what a chart reads instead, where a month without value is a gap
 *
 * One line of the tables of figures: a figure, or one of the three values of a spread.
 */
typedef struct
{
  const BhScorecardRow *row;
  BhReportPart part;
  guint scope;
  gboolean has_goals;
  BhGoal goals[BH_REPORT_MONTHS];
  guint trend_row;
  guint chart_row;
} BhReportLine;

/* Where most tickets came from: see bh-report-spots.h. */
typedef struct _BhReportSpots BhReportSpots;

/**
 * BhReport:
 * @spans: (array length=n_spans): what the workbook is about, and what it is compared with: a year
 *   with one, for the year before stands there already
 * @runs: the workbook's time has not ended: what grows in it is compared with what had grown in the
 *   others by the same day
 * @months: numbers of the months of the trend, year * 100 + month, oldest first
 * @periods: the same as time
 * @whole: all that the sheets of data look at
 * @scopes: (element-type BhReportScope): the first is all tickets of the report
 * @card: (element-type BhScorecardRow): that of @spans
 * @lines: (element-type BhReportLine): of the tables of figures, from @card
 * @sheets: (array fixed-size=BH_N_REPORT_SHEETS) (nullable): NULL for those of data and those that
 *   nobody wants
 *
 * A workbook that is being written. The sheets of data are written before those that sum them.
 */
struct _BhReport
{
  BhConnection *connection;
  BhOffice *office;
  const BhReportRequest *request;
  BhReportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  BhReportSpan spans[BH_N_REPORT_SPANS];
  guint n_spans;
  gboolean runs;
  int months[BH_REPORT_MONTHS];
  BhPeriod periods[BH_REPORT_MONTHS];
  BhPeriod whole;
  BhInsight *insight;     /* (owned) */
  BhFigureMemo *memo;     /* (owned) */
  GPtrArray *scopes;      /* (owned) */
  GPtrArray *card;        /* (owned) */
  GPtrArray *lines;       /* (owned) */
  BhReportLabels *labels; /* (owned) */
  BhReportSpots *spots;   /* (owned) (nullable): NULL where no sheet shows them */
  char *shown;            /* (owned) (nullable): see bh_report_show() */
  BhReportBook *book;     /* (owned) */
  BhReportExtent extent;
  gint64 n_tickets;
  gint64 n_callbacks;
  BhReportSheet *sheets[BH_N_REPORT_SHEETS];
};

#define BH_REPORT_LAST (BH_REPORT_MONTHS - 1)
/** BH_REPORT_PERIOD_ROWS: of bh_report_write_period(). */
#define BH_REPORT_PERIOD_ROWS 2

/** bh_report_has_care: Returns: whether the rows of the data carry the care marks of those who
 * raised the tickets: where a sheet asks for them, and for the office alone */
gboolean bh_report_has_care (BhReport *self);

/** bh_report_move_into_place: Returns: FALSE with @error; @temporary is still there then */
gboolean bh_report_move_into_place (const char *temporary, const char *path, GError **error);
/**
 * bh_report_write_to:
 * @file: is written itself, and left as it is on a failure
 * @card: (out) (transfer full) (element-type BhScorecardRow): the figures of the summary
 *
 * Writes the workbook for a draft. Cancelling is noticed between rows; the last step, packing the
 * file, cannot be interrupted.
 *
 * Returns: FALSE with @error
 */
gboolean bh_report_write_to (BhConnection *connection,
                             BhOffice *office,
                             const BhReportRequest *request,
                             const char *file,
                             BhReportProgress progress,
                             gpointer user_data,
                             GPtrArray **card,
                             GCancellable *cancellable,
                             GError **error);

/** bh_report_tell: tells how far the report is. Returns: FALSE with @error once it is cancelled */
gboolean bh_report_tell (BhReport *self, double fraction, const char *what, GError **error);
/** bh_report_get_fraction: Returns: between @from and @to, how far a table is whose rows come in
 * order of receipt */
double bh_report_get_fraction (BhReport *self, gint64 received_at, double from, double to);

/** bh_report_set_spans: which months the workbook looks at. Returns: FALSE with
 * %BH_EXCHANGE_ERROR_VALUE */
gboolean bh_report_set_spans (BhReport *self, GError **error);

/** bh_report_line_get: @value: (out): the number that the line shows. Returns: whether there is one
 */
gboolean bh_report_line_get (const BhReportLine *line, BhReportSpanId span, double *value);
/** bh_report_line_get_so_far: likewise, as it is compared: see #BhReport.runs */
gboolean bh_report_line_get_so_far (const BhReportLine *line, BhReportSpanId span, double *value);
/** bh_report_line_get_month: likewise of a month of the trend; @month counts from 0, the oldest.
 * Returns: FALSE with @error */
gboolean bh_report_line_get_month (BhReport *self,
                                   const BhReportLine *line,
                                   guint month,
                                   gboolean *has_value,
                                   double *value,
                                   GError **error);
/** bh_report_line_is_main: Returns: whether it stands on the summary and the trend: details do
 * where they have a target */
gboolean bh_report_line_is_main (const BhReportLine *line);
/** bh_report_line_dup_name: Returns: (transfer full): "Handling time, median (kind:repair)" */
char *bh_report_line_dup_name (BhReport *self, const BhReportLine *line);
/** bh_report_write_line: writes a value of a line; @slice: which months, the rest is filled in */
void bh_report_write_line (BhReport *self,
                           BhReportSheet *sheet,
                           guint row,
                           guint column,
                           const BhReportLine *line,
                           const BhReportSlice *slice,
                           gboolean has_value,
                           double value);
/** bh_report_find_line: Returns: (transfer none) (nullable): the first line of a figure, one with
 * goals if there is one */
BhReportLine *bh_report_find_line (BhReport *self, BhFigureId figure);
/** bh_report_make_lines: from the scorecard, with the goals of all months */
gboolean bh_report_make_lines (BhReport *self, GError **error);

/** bh_report_value_get: @value: (out): the number that @part of a figure is. Returns: whether there
 * is one */
gboolean bh_report_value_get (const BhFigureInfo *info,
                              const BhFigureValue *from,
                              BhReportPart part,
                              double *value);
/** bh_report_part_get_style: Returns: how values of a figure look */
BhReportStyle bh_report_part_get_style (const BhFigureInfo *info, BhReportPart part);
/** bh_report_part_get_chart_format: Returns: (transfer none): how they look in charts */
const char *bh_report_part_get_chart_format (const BhFigureInfo *info, BhReportPart part);
/** bh_report_part_dup_name: Returns: (transfer full): "Handling time, median" */
char *bh_report_part_dup_name (const BhFigureInfo *info, BhReportPart part);
/** bh_report_write_figure: writes a figure of the rows that @slice means: a formula, or where that
 * cannot be, a constant */
void bh_report_write_figure (BhReport *self,
                             BhReportSheet *sheet,
                             guint row,
                             guint column,
                             BhFigureId figure,
                             BhReportPart part,
                             const BhReportSlice *slice,
                             gboolean has_value,
                             double value);

/**
 * BhReportNumber:
 *
 * A value as it is and whether there is one.
 */
typedef struct
{
  gboolean has_value;
  double value;
} BhReportNumber;

/** bh_report_write_change: from the number in the column @before to that in @now, both of @row: of
 * shares in points, of everything else as a part of what it was */
void bh_report_write_change (BhReportSheet *sheet,
                             guint row,
                             guint column,
                             guint now_column,
                             guint before_column,
                             gboolean is_share,
                             const BhReportNumber *now,
                             const BhReportNumber *before);

/**
 * BhReportMonths:
 * @slice: asks for the rows of the months; lives as long as the cells
 * @first, @last: (owned): the cells in which they stand
 *
 * The months that a table or a column of it is about, as its formulas ask for them.
 */
typedef struct
{
  BhReportSlice slice;
  char *first;
  char *last;
} BhReportMonths;

/** bh_report_span_get_name: Returns: (transfer none): "This month", translated */
const char *bh_report_span_get_name (BhReport *self, BhReportSpanId span);
/** bh_report_span_dup_name_so_far: of a column that is compared; @only_counts: all that stands in
 * it grows. Returns: (transfer full): "Month before", or where the time runs, "Same days of the
 * month before", translated */
char *bh_report_span_dup_name_so_far (BhReport *self, BhReportSpanId span, gboolean only_counts);
/** bh_report_count_month_cells: Returns: how many cells the months of a span take, 1 or 2 */
guint bh_report_count_month_cells (BhReport *self);
/** bh_report_months_init: @row and @column: of the first cell; @downwards: the other one is below
 * it, else to the right */
void bh_report_months_init (BhReportMonths *self,
                            BhReport *report,
                            BhReportSpanId span,
                            guint row,
                            guint column,
                            gboolean downwards);
/** bh_report_months_init_sheet: @span: that of the workbook or the one before, as they stand below
 * the title of each sheet with has_period; @figure: what is asked for: of the one before, what
 * grows only as far as the workbook's time has run */
void bh_report_months_init_sheet (BhReportMonths *self,
                                  BhReport *report,
                                  BhReportSpanId span,
                                  BhFigureId figure);
void bh_report_months_clear (BhReportMonths *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BhReportMonths, bh_report_months_clear)

/** bh_report_write_month_cell: one of the cells that bh_report_months_init() means, from 0 */
void bh_report_write_month_cell (
    BhReport *self, BhReportSheet *sheet, guint row, guint column, BhReportSpanId span, guint cell);
/** bh_report_write_period: the months of the workbook and those before below the title */
void bh_report_write_period (BhReport *self, BhReportSheet *sheet);

/** bh_report_count_figure_columns: Returns: how many columns bh_report_write_figures() takes */
guint bh_report_count_figure_columns (BhReport *self);

/** bh_report_write_title: the first rows of a sheet: title, office and month, as-of */
void bh_report_write_title (BhReport *self, BhReportSheet *sheet, const char *title);
/** bh_report_add_trend_chart: a chart of 13 months over the sheet of the trend, once that is
 * written; @width and @height in pixels. Returns: FALSE with @error */
gboolean bh_report_add_trend_chart (BhReport *self,
                                    BhReportLine *line,
                                    BhReportSheet *sheet,
                                    guint row,
                                    guint column,
                                    guint width,
                                    guint height,
                                    GError **error);

/* The sheets of data; each function returns FALSE with @error. */
gboolean bh_report_write_tickets (BhReport *self, GError **error);
gboolean bh_report_write_stages (BhReport *self, GError **error);
gboolean bh_report_write_callbacks (BhReport *self, GError **error);

/* The blocks: see BhReportBlockFunc. */
gboolean bh_report_write_figures (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_sentences (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_main_charts (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_record (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_trend (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_categories (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_hot_buildings (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_hot_hours (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_hot_places (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_hot_equipment (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_scores (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_low_scores (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_repeat_chains (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_rework (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_open_ages (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_overdue (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_measures (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_groups (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_definitions (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);

G_END_DECLS
