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

/**
 * BhReport:
 * @months: numbers of the months, year * 100 + month, oldest first
 * @periods: the same as time
 * @whole: all that the sheets of data look at
 * @scopes: (element-type BhReportScope): the first is all tickets of the report
 * @card: (element-type BhScorecardRow): the month's
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
  int months[BH_REPORT_MONTHS];
  BhPeriod periods[BH_REPORT_MONTHS];
  BhPeriod whole;
  BhInsight *insight;     /* (owned) */
  BhFigureMemo *memo;     /* (owned) */
  GPtrArray *scopes;      /* (owned) */
  GPtrArray *card;        /* (owned) */
  GPtrArray *lines;       /* (owned) */
  BhReportLabels *labels; /* (owned) */
  char *shown;            /* (owned) (nullable): see bh_report_show() */
  BhReportBook *book;     /* (owned) */
  BhReportExtent extent;
  gint64 n_tickets;
  gint64 n_callbacks;
  BhReportSheet *sheets[BH_N_REPORT_SHEETS];
};

#define BH_REPORT_LAST (BH_REPORT_MONTHS - 1)

/** bh_report_make_temporary: Returns: (transfer full) (nullable): a new file beside @path, where
 * there is room for it and from where it can be moved; %NULL with @error */
char *bh_report_make_temporary (const char *path, GError **error);
/** bh_report_move_into_place: Returns: FALSE with @error; @temporary is still there then */
gboolean bh_report_move_into_place (const char *temporary, const char *path, GError **error);
/**
 * bh_report_write_to:
 * @file: is written itself, and left as it is on a failure
 * @card: (out) (transfer full) (element-type BhScorecardRow): the figures of the summary
 *
 * What bh_report_write() does, for a file that is not yet in its place.
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

/** bh_report_line_get: @month counts from 0, the oldest; @value: the number that the line shows.
 * Returns: FALSE with @error */
gboolean bh_report_line_get (BhReport *self,
                             const BhReportLine *line,
                             guint month,
                             gboolean *has_value,
                             double *value,
                             GError **error);
/** bh_report_line_dup_name: Returns: (transfer full): "Handling time, median (kind:repair)" */
char *bh_report_line_dup_name (BhReport *self, const BhReportLine *line);
/** bh_report_line_get_style: Returns: how its values look */
BhReportStyle bh_report_line_get_style (const BhReportLine *line);
/** bh_report_line_dup_formula: Returns: (transfer full) (nullable): NULL: it is a constant */
char *bh_report_line_dup_formula (BhReport *self,
                                  const BhReportLine *line,
                                  int month,
                                  const char *month_cell,
                                  gboolean has_value,
                                  gboolean *is_array);
/** bh_report_find_line: Returns: (transfer none) (nullable): the first line of a figure, one with
 * goals if there is one */
BhReportLine *bh_report_find_line (BhReport *self, BhFigureId figure);
/** bh_report_make_lines: from the scorecard, with the goals of all months */
gboolean bh_report_make_lines (BhReport *self, GError **error);

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
gboolean bh_report_write_summary (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_trend (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_categories (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);
gboolean bh_report_write_definitions (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error);

G_END_DECLS
