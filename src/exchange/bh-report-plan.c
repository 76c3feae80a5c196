/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-plan.h"

#include "exchange/bh-report-private.h"
#include "exchange/bh-report-sentences.h"
#include "exchange/bh-report-spots.h"

#include "base/bh-i18n.h"
#include "exchange/bh-exchange-error.h"

/* What the workbook is made of, and the one who writes it. */

#define TITLE_ROWS 3
#define FIRST_ROW 4
#define FIRST_FRACTION 0.42
#define LAST_FRACTION 0.5

#define DATA                                                                                       \
  (BH_REPORT_SHEET_BIT (BH_REPORT_SHEET_TICKETS) | BH_REPORT_SHEET_BIT (BH_REPORT_SHEET_CALLBACKS))
/* Some columns and the households are named on the sheet of definitions. */
#define REPEAT_FIGURES                                                                             \
  (BH_FIGURE_BIT (BH_FIGURE_FIRST_TIME_FIX) | BH_FIGURE_BIT (BH_FIGURE_REPEAT_SHARE)               \
   | BH_FIGURE_BIT (BH_FIGURE_REWORK_SHARE))
#define FIGURES (DATA | BH_REPORT_SHEET_BIT (BH_REPORT_SHEET_DEFINITIONS))

static const BhReportBlock summary[] = { { bh_report_write_figures },
                                         { bh_report_write_sentences },
                                         { bh_report_write_main_charts, .new_page = TRUE },
                                         { bh_report_write_record },
                                         { NULL } };
static const double trend_widths[] = { 40, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 0 };
static const BhReportBlock trend[] = { { bh_report_write_trend }, { NULL } };
static const double categories_widths[] = { 46, 14, 14, 14, 14, 14, 16, 16, 0 };
static const BhReportBlock categories[] = { { bh_report_write_categories }, { NULL } };
static const double hot_widths[] = { 28, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 0 };
static const BhReportBlock hot[]
    = { { bh_report_write_hot_buildings, N_ ("Buildings and categories") },
        { bh_report_write_hot_hours, N_ ("Weekdays and hours"), .new_page = TRUE },
        { bh_report_write_hot_places, N_ ("Places with the most tickets"), .new_page = TRUE },
        { bh_report_write_hot_equipment, N_ ("Equipment with the most tickets") },
        { NULL } };
static const double punctuality_widths[] = { 30, 13, 13, 16, 13, 16, 13, 13, 13, 13, 24, 0 };

#define WITH_CHANGE(figure)                                                                        \
  { figure, BH_REPORT_PART_VALUE, NULL },                                                          \
      { figure, BH_REPORT_PART_VALUE, NULL, BH_REPORT_GROUP_BEFORE },                              \
  {                                                                                                \
    figure, BH_REPORT_PART_VALUE, N_ ("Change"), BH_REPORT_GROUP_CHANGE                            \
  }

static const BhReportGroupColumn of_stages[] = {
  { BH_FIGURE_STAGE_HOURS_DISPATCH, BH_REPORT_PART_COUNT, N_ ("Ended") },
  { BH_FIGURE_STAGE_ON_TIME_DISPATCH, BH_REPORT_PART_VALUE, N_ ("On time") },
  { BH_FIGURE_STAGE_HOURS_DISPATCH, BH_REPORT_PART_MEAN, N_ ("Duration, mean") },
  { BH_FIGURE_STAGE_HOURS_DISPATCH, BH_REPORT_PART_MEDIAN, N_ ("Duration, median") },
  { BH_FIGURE_STAGE_HOURS_DISPATCH, BH_REPORT_PART_P90, N_ ("Duration, P90") },
};
static const BhReportGroupColumn of_grades[] = {
  { BH_FIGURE_RECEIVED, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_RESPONSE_ON_TIME, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_RESPONSE_HOURS, BH_REPORT_PART_MEAN, NULL },
  { BH_FIGURE_RESPONSE_HOURS, BH_REPORT_PART_MEDIAN, NULL },
  { BH_FIGURE_RESPONSE_HOURS, BH_REPORT_PART_P90, NULL },
  { BH_FIGURE_COMPLETION_ON_TIME, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_HANDLING_DAYS, BH_REPORT_PART_MEAN, NULL },
  { BH_FIGURE_HANDLING_DAYS, BH_REPORT_PART_MEDIAN, NULL },
  { BH_FIGURE_HANDLING_DAYS, BH_REPORT_PART_P90, NULL },
};
static const BhReportGroupColumn of_workers[] = {
  { BH_FIGURE_RECEIVED, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_FINISHED, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_COMPLETION_ON_TIME, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_HANDLING_DAYS, BH_REPORT_PART_MEAN, NULL },
  { BH_FIGURE_REWORK_SHARE, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_ROUTING_ERROR_SHARE, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_SATISFACTION, BH_REPORT_PART_VALUE, NULL },
};
static const BhReportGroupColumn of_opinions[] = {
  { BH_FIGURE_SATISFACTION, BH_REPORT_PART_COUNT, N_ ("Scores") },
  { BH_FIGURE_SATISFACTION_INDEX, BH_REPORT_PART_VALUE, NULL },
  WITH_CHANGE (BH_FIGURE_SATISFACTION),
  WITH_CHANGE (BH_FIGURE_SOLVED_SHARE),
  WITH_CHANGE (BH_FIGURE_TIMELY_SHARE),
  WITH_CHANGE (BH_FIGURE_POLITE_SHARE),
};
static const BhReportGroupColumn of_segments[] = {
  WITH_CHANGE (BH_FIGURE_RECEIVED),
  { BH_FIGURE_RESPONSE_ON_TIME, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_COMPLETION_ON_TIME, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_HANDLING_DAYS, BH_REPORT_PART_MEAN, NULL },
  { BH_FIGURE_REPEAT_SHARE, BH_REPORT_PART_VALUE, NULL },
  { BH_FIGURE_SATISFACTION, BH_REPORT_PART_COUNT, N_ ("Scores") },
  WITH_CHANGE (BH_FIGURE_SATISFACTION),
};

#define COLUMNS(list) .columns = list, .n_columns = G_N_ELEMENTS (list)

static const BhReportBlock punctuality[] = {
  { bh_report_write_groups, N_ ("Stages"), .by = BH_REPORT_BY_STAGE, COLUMNS (of_stages),
    .chart_title = N_ ("Stages on time"), .chart_column = 1 },
  { bh_report_write_groups, N_ ("Grades"), .by = BH_REPORT_BY_GRADE, COLUMNS (of_grades),
    .chart_title = N_ ("Completions on time by grade"), .chart_column = 5, .new_page = TRUE },
  { bh_report_write_figures, N_ ("Figures of punctuality"),
    BH_FIGURE_BIT (BH_FIGURE_RESPONSE_ON_TIME) | BH_FIGURE_BIT (BH_FIGURE_COMPLETION_ON_TIME)
        | BH_FIGURE_BIT (BH_FIGURE_FIRST_ANSWER_ON_TIME) | BH_FIGURE_BIT (BH_FIGURE_PROMISE_KEPT)
        | BH_FIGURE_BIT (BH_FIGURE_HANDOVER_HOURS) | BH_FIGURE_BIT (BH_FIGURE_SUSPENDED_SHARE)
        | BH_FIGURE_BIT (BH_FIGURE_REMINDER_SHARE)
        | BH_FIGURE_BIT (BH_FIGURE_EXCEPTION_CLOSE_SHARE) },
  { NULL },
};
static const double departments_widths[] = { 38, 18, 18, 18, 20, 18, 18, 18, 0 };
static const BhReportBlock departments[] = {
  { bh_report_write_groups, N_ ("Departments"), .by = BH_REPORT_BY_DEPARTMENT, COLUMNS (of_workers),
    .chart_title = N_ ("Tickets received and finished by department"), .chart_column = 0,
    .n_charted = 2 },
  { bh_report_write_groups, N_ ("Persons"), .by = BH_REPORT_BY_PERSON, COLUMNS (of_workers),
    .new_page = TRUE },
  { NULL },
};
static const double segments_widths[] = { 30, 11, 12, 12, 13, 13, 13, 11, 11, 12, 12, 15, 0 };
static const BhReportBlock segments[] = {
  { bh_report_write_groups, N_ ("Channels"), .by = BH_REPORT_BY_CHANNEL, COLUMNS (of_segments),
    .chart_title = N_ ("Tickets received by channel"), .n_charted = 2 },
  { bh_report_write_groups, N_ ("Communities"), .by = BH_REPORT_BY_COMMUNITY, COLUMNS (of_segments),
    .chart_title = N_ ("Satisfaction by community"), .chart_column = 8, .n_charted = 2,
    .new_page = TRUE, .needs_several = TRUE },
  { bh_report_write_groups, N_ ("City tiers"), .by = BH_REPORT_BY_CITY_TIER, COLUMNS (of_segments),
    .new_page = TRUE, .needs_several = TRUE },
  { bh_report_write_groups, N_ ("Estate kinds"), .by = BH_REPORT_BY_ESTATE_KIND,
    COLUMNS (of_segments), .needs_several = TRUE },
  { bh_report_write_groups, N_ ("Those who need care"), .by = BH_REPORT_BY_CARE,
    COLUMNS (of_segments), .internal = TRUE,
    .note
    = N_ ("A ticket of several people, or of one with several marks, stands in several rows.") },
  { NULL },
};
static const double satisfaction_widths[]
    = { 26, 9, 17, 11, 11, 15, 11, 11, 15, 11, 11, 15, 11, 11, 15, 0 };
static const BhReportBlock satisfaction[] = {
  { bh_report_write_scores, N_ ("Distribution of scores") },
  { bh_report_write_groups, N_ ("Satisfaction by department"), .by = BH_REPORT_BY_DEPARTMENT,
    COLUMNS (of_opinions) },
  { bh_report_write_groups, N_ ("Satisfaction by top category"), .by = BH_REPORT_BY_CATEGORY_TOP,
    COLUMNS (of_opinions) },
  { bh_report_write_groups, N_ ("Satisfaction by category"), .by = BH_REPORT_BY_CATEGORY,
    COLUMNS (of_opinions), .new_page = TRUE },
  { bh_report_write_low_scores, N_ ("Low scores and what was said"), .new_page = TRUE },
  { NULL },
};
static const double repeats_widths[] = { 30, 17, 17, 20, 24, 24, 34, 44, 20, 0 };
static const BhReportBlock repeats[] = { { bh_report_write_figures, NULL, REPEAT_FIGURES },
                                         { bh_report_write_repeat_chains, N_ ("What came again") },
                                         { bh_report_write_rework, N_ ("What was done again") },
                                         { NULL } };
static const double overdue_widths[] = { 22, 12, 17, 17, 14, 14, 16, 24, 24, 44, 0 };
static const BhReportBlock overdue[]
    = { { bh_report_write_open_ages, N_ ("Open tickets by how long they have been") },
        { bh_report_write_overdue, N_ ("Overdue tickets") },
        { NULL } };
static const double measures_widths[] = { 14, 34, 30, 18, 13, 20, 34, 24, 13, 13, 0 };
static const BhReportBlock measures[] = { { bh_report_write_measures }, { NULL } };
static const double definitions_widths[] = { 26, 8, 60, 26, 26, 28, 22, 0 };
static const BhReportBlock definitions[] = { { bh_report_write_definitions }, { NULL } };

static const BhReportSheetInfo sheets[] = {
  { BH_REPORT_SHEET_SUMMARY, NC_ ("sheet", "Summary"), NULL, NULL, FALSE,
    FIGURES | BH_REPORT_SHEET_BIT (BH_REPORT_SHEET_TREND), summary, NULL },
  { BH_REPORT_SHEET_TREND, NC_ ("sheet", "Trend"), N_ ("Trend of 13 months"), trend_widths, FALSE,
    FIGURES, trend, NULL },
  { BH_REPORT_SHEET_CATEGORIES, NC_ ("sheet", "Categories"), NULL, categories_widths, FALSE,
    FIGURES, categories, NULL },
  { BH_REPORT_SHEET_HOT, NC_ ("sheet", "Hot spots"), NULL, hot_widths, TRUE, DATA, hot,
    .prepare = bh_report_spots_prepare },
  { BH_REPORT_SHEET_PUNCTUALITY, NC_ ("sheet", "Punctuality"), NULL, punctuality_widths, TRUE,
    FIGURES | BH_REPORT_SHEET_BIT (BH_REPORT_SHEET_STAGES), punctuality, NULL },
  { BH_REPORT_SHEET_DEPARTMENTS, NC_ ("sheet", "Departments"), NULL, departments_widths, TRUE,
    FIGURES, departments, NULL },
  { BH_REPORT_SHEET_SATISFACTION, NC_ ("sheet", "Satisfaction"), NULL, satisfaction_widths, TRUE,
    FIGURES, satisfaction, NULL },
  { BH_REPORT_SHEET_SEGMENTS, NC_ ("sheet", "Segments"), N_ ("Channels and segments"),
    segments_widths, TRUE, FIGURES, segments, NULL },
  { BH_REPORT_SHEET_REPEATS, NC_ ("sheet", "Repeats"), N_ ("Repeats and rework"), repeats_widths,
    FALSE, FIGURES, repeats, NULL },
  { BH_REPORT_SHEET_OVERDUE, NC_ ("sheet", "Overdue"), N_ ("Open and overdue tickets"),
    overdue_widths, FALSE, DATA, overdue, NULL },
  { BH_REPORT_SHEET_MEASURES, NC_ ("sheet", "Measures"), NULL, measures_widths, FALSE, 0, measures,
    NULL, TRUE },
  { BH_REPORT_SHEET_TICKETS, NC_ ("sheet", "Data"), NULL, NULL, FALSE, 0, NULL,
    bh_report_write_tickets },
  { BH_REPORT_SHEET_STAGES, NC_ ("sheet", "Stages"), NULL, NULL, FALSE, 0, NULL,
    bh_report_write_stages },
  { BH_REPORT_SHEET_CALLBACKS, NC_ ("sheet", "Callbacks"), NULL, NULL, FALSE, 0, NULL,
    bh_report_write_callbacks },
  { BH_REPORT_SHEET_DEFINITIONS, NC_ ("sheet", "Definitions"), NULL, definitions_widths, FALSE, 0,
    definitions, NULL },
};

const BhReportSheetInfo *
bh_report_sheets_list (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (sheets);

  return sheets;
}

const char *
bh_report_sheet_get_name (const BhReportSheetInfo *info)
{
  g_return_val_if_fail (info != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "sheet", info->name);
}

/* What a sheet needs stands behind it: one pass finds all. */
guint32
bh_report_sheets_complete (guint32 chosen)
{
  guint32 all = 0, complete;

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    all |= BH_REPORT_SHEET_BIT (sheets[i].id);
  complete = (chosen & all) != 0 ? chosen & all : all;
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if ((complete & BH_REPORT_SHEET_BIT (sheets[i].id)) != 0)
      complete |= sheets[i].needs;

  return complete;
}

/* What is for the office alone does not go out, asked for or not. */
static guint32
list_wanted (const BhReportRequest *request)
{
  guint32 wanted = bh_report_sheets_complete (request->sheets);

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (sheets[i].internal && request->profile == BH_REPORT_PUBLIC)
      wanted &= ~BH_REPORT_SHEET_BIT (sheets[i].id);

  return wanted;
}

static void
add_sheet (BhReport *self, const BhReportSheetInfo *info)
{
  self->sheets[info->id] = bh_report_book_add_sheet (self->book, bh_report_sheet_get_name (info));
}

static guint
count_columns (const BhReportSheetInfo *info)
{
  guint n = 0;

  while (info->widths != NULL && info->widths[n] > 0)
    n++;

  return n;
}

static void
set_up_sheet (BhReportSheet *sheet, const BhReportSheetInfo *info)
{
  guint n = count_columns (info);

  bh_report_sheet_set_widths (sheet, info->widths, n);
  /* With the row behind them, so that what begins a page stands off. */
  bh_report_sheet_set_print (
      sheet, 0, info->has_period ? TITLE_ROWS + BH_REPORT_PERIOD_ROWS : TITLE_ROWS - 1, 1);
}

/* Returns: the row behind the head */
static guint
write_head (BhReport *self, BhReportSheet *sheet, const BhReportSheetInfo *info)
{
  guint row = TITLE_ROWS;

  bh_report_write_title (self, sheet,
                         info->title != NULL ? _ (info->title) : bh_report_sheet_get_name (info));
  if (info->has_period)
    {
      bh_report_write_period (self, sheet);
      row += BH_REPORT_PERIOD_ROWS;
    }
  if (bh_report_sentences_is_empty (self->card))
    {
      bh_report_sheet_text (sheet, row, 0,
                            _ ("Nothing was received, finished or open in this time."),
                            BH_STYLE_HEADING);
      row++;
    }

  return MAX (row + (info->has_period ? 1 : 0), FIRST_ROW);
}

gboolean
bh_report_has_care (BhReport *self)
{
  return self->request->profile == BH_REPORT_INTERNAL
         && self->sheets[BH_REPORT_SHEET_SEGMENTS] != NULL;
}

static gboolean
write_blocks (BhReport *self, const BhReportSheetInfo *info, GError **error)
{
  BhReportSheet *sheet = self->sheets[info->id];
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean new_page = FALSE;
  guint row;

  set_up_sheet (sheet, info);
  row = write_head (self, sheet, info);
  for (const BhReportBlock *block = info->blocks; block->write != NULL; block++)
    {
      guint first = row;

      /* That of one that is left out is for the next. */
      new_page |= block->new_page;
      if (block->internal && self->request->profile == BH_REPORT_PUBLIC)
        continue;
      if (!block->write (self, sheet, &row, block, error))
        return FALSE;
      if (row == first)
        continue;
      if (new_page)
        g_array_append_val (breaks, first);
      new_page = FALSE;
      row++;
    }
  /* What only charts read stands behind the columns that have a width. */
  if (info->has_period)
    bh_report_book_note (self->book, worksheet_print_area (sheet->worksheet, 0, 0, row,
                                                           (lxw_col_t) (count_columns (info) - 1)));
  if (breaks->len > 0)
    bh_report_sheet_break_before (sheet, (guint *) breaks->data, breaks->len);

  return TRUE;
}

/* The sheets that sum the data come first in the workbook and are written after it: only then is it
 * known on how many sheets the data is. The summary is the last of them, since it tells what the
 * others found; and behind it the definitions, which tell what is no formula on any. */
gboolean
bh_report_write_sheets (BhReport *self, GError **error)
{
  guint32 wanted = list_wanted (self->request);
  guint n = G_N_ELEMENTS (sheets);

  if (wanted == 0)
    {
      g_set_error_literal (
          error, BH_EXCHANGE_ERROR, BH_EXCHANGE_ERROR_VALUE,
          _ ("What was chosen is for the office alone; choose other sheets, or the "
             "internal workbook."));
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const BhReportSheetInfo *info = &sheets[i];

      if ((wanted & BH_REPORT_SHEET_BIT (info->id)) == 0)
        continue;
      if (info->write_data != NULL && !info->write_data (self, error))
        return FALSE;
      if (info->write_data == NULL)
        add_sheet (self, info);
      if (info->prepare != NULL && !info->prepare (self, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const BhReportSheetInfo *info = &sheets[(2 * n - 2 - i) % n];
      double fraction = FIRST_FRACTION + (LAST_FRACTION - FIRST_FRACTION) * i / n;

      if (self->sheets[info->id] != NULL
          && (!bh_report_tell (self, fraction, bh_report_sheet_get_name (info), error)
              || !write_blocks (self, info, error)))
        return FALSE;
    }

  return TRUE;
}
