/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-private.h"
#include "exchange/bh-report-sentences.h"

#include "base/bh-i18n.h"
#include "draw/bh-chart-words.h"
#include "insight/bh-figure-text.h"

/* The first sheet: the figures of the month beside what they are compared with, and in words. */

#define LABEL_ROW 4
#define MONTH_ROW 5
#define FIRST_ROW 6
#define POINTS 100
#define TITLE_LINES 2
#define CHART_COLUMN 5
/* As wide as the columns that they stand over. */
#define LEFT_CHART_WIDTH 795
#define RIGHT_CHART_WIDTH 635
#define CHART_HEIGHT 420
#define CHART_ROWS 21
#define YEAR_BEFORE 0
#define MONTH_BEFORE (BH_REPORT_LAST - 1)

typedef enum
{
  SUMMARY_NAME,
  SUMMARY_VALUE,
  SUMMARY_BEFORE,
  SUMMARY_CHANGE,
  SUMMARY_YEAR_BEFORE,
  SUMMARY_YEAR_CHANGE,
  SUMMARY_TARGET,
  SUMMARY_LIGHT,
  SUMMARY_NOTE,
  SUMMARY_N_COLUMNS,
} SummaryColumn;

void
bh_report_write_title (BhReport *self, BhReportSheet *sheet, const char *title)
{
  BhOfficeTime *time = bh_office_get_time (self->office);
  int month = self->request->month;
  g_autofree char *as_of = bh_office_time_format (time, self->request->as_of);
  g_autofree char *made_at = bh_office_time_format (time, self->request->made_at);
  /* Translators: title of a sheet, year and month. */
  g_autofree char *first = g_strdup_printf (_ ("%s · %d-%02d"), title, month / 100, month % 100);
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

static void
write_head (BhReport *self, BhReportSheet *sheet)
{
  const char *const labels[SUMMARY_N_COLUMNS] = { _ ("Figure"),
                                                  _ ("This month"),
                                                  _ ("Month before"),
                                                  _ ("Change"),
                                                  _ ("Same month a year before"),
                                                  _ ("Change"),
                                                  _ ("Target"),
                                                  C_ ("report", "Light"),
                                                  _ ("Note") };
  const int months[SUMMARY_N_COLUMNS] = { [SUMMARY_VALUE] = self->months[BH_REPORT_LAST],
                                          [SUMMARY_BEFORE] = self->months[MONTH_BEFORE],
                                          [SUMMARY_YEAR_BEFORE] = self->months[YEAR_BEFORE] };

  bh_report_sheet_set_print (sheet, LABEL_ROW, MONTH_ROW, 1);
  if (bh_report_sentences_is_empty (self->card))
    bh_report_sheet_text (sheet, 3, 0, _ ("Nothing was received, finished or open in this month."),
                          BH_STYLE_HEADING);
  bh_report_sheet_set_lines (sheet, LABEL_ROW, 2);
  for (guint i = 0; i < SUMMARY_N_COLUMNS; i++)
    bh_report_sheet_text (sheet, LABEL_ROW, i, labels[i], BH_STYLE_HEADER);
  for (guint i = 0; i < SUMMARY_N_COLUMNS; i++)
    if (months[i] != 0)
      bh_report_sheet_number (sheet, MONTH_ROW, i, months[i], BH_STYLE_HEADER_MONTH);
    else
      bh_report_sheet_text (sheet, MONTH_ROW, i, NULL, BH_STYLE_HEADER);
}

/* A value as it is and whether there is one. */
typedef struct
{
  gboolean has_value;
  double value;
} Number;

static gboolean
write_value (BhReport *self,
             BhReportSheet *sheet,
             const BhReportLine *line,
             guint row,
             guint column,
             guint month,
             Number *number,
             GError **error)
{
  g_autofree char *month_cell = bh_report_dup_cell_name (MONTH_ROW, column, TRUE, FALSE);
  g_autofree char *formula = NULL;
  gboolean is_array = FALSE;

  if (!bh_report_line_get (self, line, month, &number->has_value, &number->value, error))
    return FALSE;

  formula = bh_report_line_dup_formula (self, line, self->months[month], month_cell,
                                        number->has_value, &is_array);
  bh_report_sheet_value (sheet, row, column, formula, is_array, number->has_value, number->value,
                         bh_report_line_get_style (line));

  return TRUE;
}

/* Shares change by points, everything else by a part of what it was. */
static void
write_change (BhReport *self,
              BhReportSheet *sheet,
              const BhReportLine *line,
              guint row,
              guint column,
              const Number *now,
              const Number *before)
{
  gboolean is_share = line->row->figure->form == BH_FIGURE_SHARE;
  gboolean both = now->has_value && before->has_value;
  guint n = row + 1;
  char letter = (char) ('A' + column - 1);
  g_autofree char *formula
      = is_share ? g_strdup_printf ("=IF(AND(ISNUMBER(B%u),ISNUMBER(%c%u)),(B%u-%c%u)*%d,\"–\")", n,
                                    letter, n, n, letter, n, POINTS)
                 : g_strdup_printf ("=IF(AND(ISNUMBER(B%u),ISNUMBER(%c%u)),"
                                    "IF(%c%u=0,\"–\",B%u/%c%u-1),\"–\")",
                                    n, letter, n, letter, n, n, letter, n);

  if (is_share)
    bh_report_sheet_value (sheet, row, column, formula, FALSE, both,
                           (now->value - before->value) * POINTS, BH_STYLE_POINTS);
  else
    bh_report_sheet_value (sheet, row, column, formula, FALSE, both && before->value != 0,
                           before->value != 0 ? now->value / before->value - 1 : 0,
                           BH_STYLE_CHANGE);
}

static char *
dup_light (BhLight light)
{
  return light == BH_LIGHT_NONE
             ? g_strdup ("")
             : g_strdup_printf ("%s %s", bh_light_get_symbol (light), bh_light_get_label (light));
}

/* By the rule of the judge: an alarm is silent as long as it is kept. */
static char *
dup_light_formula (const BhGoal *goal, guint row)
{
  g_autofree char *green
      = dup_light (goal->form == BH_TARGET_ALARM ? BH_LIGHT_NONE : BH_LIGHT_GREEN);
  g_autofree char *amber = dup_light (BH_LIGHT_AMBER);
  g_autofree char *red = dup_light (BH_LIGHT_RED);
  g_autofree char *missed = g_strdup_printf ("(G%u-B%u)*%d", row + 1, row + 1, goal->better);
  g_autofree char *room = g_strdup_printf ("ABS(G%u)*1E-9", row + 1);
  g_autofree char *otherwise = goal->form == BH_TARGET_ALARM
                                   ? g_strdup_printf ("\"%s\"", red)
                                   : g_strdup_printf ("IF(%s<=ABS(G%u)*0.1+%s,\"%s\",\"%s\")",
                                                      missed, row + 1, room, amber, red);

  return g_strdup_printf ("=IF(ISNUMBER(B%u),IF(%s<=%s,\"%s\",%s),\"\")", row + 1, missed, room,
                          green, otherwise);
}

static void
write_target (BhReport *self, BhReportSheet *sheet, const BhReportLine *line, guint row)
{
  const BhScorecardRow *card = line->row;
  g_autofree char *light = NULL, *formula = NULL;

  if (!line->has_goals || !card->goal.has_value)
    {
      bh_report_sheet_text (sheet, row, SUMMARY_TARGET, line->has_goals ? BH_REPORT_NO_VALUE : "",
                            BH_STYLE_COUNT);
      bh_report_sheet_text (sheet, row, SUMMARY_LIGHT, "", BH_STYLE_LIGHT);
      return;
    }

  bh_report_sheet_goal (sheet, row, SUMMARY_TARGET, card->goal.so_far, card->goal.better,
                        bh_report_line_get_style (line));
  light = dup_light (card->light);
  if (card->goal.better != 0)
    formula = dup_light_formula (&card->goal, row);
  if (formula != NULL)
    bh_report_sheet_formula_text (sheet, row, SUMMARY_LIGHT, formula, light, BH_STYLE_LIGHT);
  else
    bh_report_sheet_text (sheet, row, SUMMARY_LIGHT, light, BH_STYLE_LIGHT);
}

static void
write_note (BhReport *self, BhReportSheet *sheet, const BhReportLine *line, guint row)
{
  const BhFigureInfo *info = line->row->figure;
  const BhFigureValue *value = &line->row->value;
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = NULL;

  if (value->provisional)
    g_ptr_array_add (notes, (gpointer) _ ("can still change"));
  if (info->form == BH_FIGURE_SPREAD && value->has_value && bh_figure_value_is_small (info, value))
    g_ptr_array_add (notes, (gpointer) _ ("small sample"));
  if (line->has_goals && line->row->goal.so_far != line->row->goal.value)
    g_ptr_array_add (notes, (gpointer) _ ("target as far as the month is"));
  g_ptr_array_add (notes, NULL);
  /* Translators: between two remarks. */
  text = g_strjoinv (_ (", "), (char **) notes->pdata);
  bh_report_sheet_text (sheet, row, SUMMARY_NOTE, text, BH_STYLE_TEXT);
}

static gboolean
write_line (
    BhReport *self, BhReportSheet *sheet, const BhReportLine *line, guint row, GError **error)
{
  g_autofree char *name = bh_report_line_dup_name (self, line);
  Number now, before, year_before;

  bh_report_sheet_text (sheet, row, SUMMARY_NAME, name, BH_STYLE_TEXT);
  if (!write_value (self, sheet, line, row, SUMMARY_VALUE, BH_REPORT_LAST, &now, error)
      || !write_value (self, sheet, line, row, SUMMARY_BEFORE, MONTH_BEFORE, &before, error)
      || !write_value (self, sheet, line, row, SUMMARY_YEAR_BEFORE, YEAR_BEFORE, &year_before,
                       error))
    return FALSE;

  write_change (self, sheet, line, row, SUMMARY_CHANGE, &now, &before);
  write_change (self, sheet, line, row, SUMMARY_YEAR_CHANGE, &now, &year_before);
  write_target (self, sheet, line, row);
  write_note (self, sheet, line, row);

  return TRUE;
}

/* Targets that the office's lists have grown away from. Returns: the row behind them */
static guint
write_problems (BhReport *self, BhReportSheet *sheet, guint row)
{
  for (guint i = 0; i < self->card->len; i++)
    {
      const BhScorecardRow *card = g_ptr_array_index (self->card, i);

      if (card->problem == NULL)
        continue;
      bh_report_sheet_text (sheet, row, SUMMARY_NAME, bh_figure_get_name (card->figure),
                            BH_STYLE_TEXT);
      bh_report_sheet_text (sheet, row, SUMMARY_VALUE, card->problem, BH_STYLE_FAINT);
      row++;
    }

  return row;
}

static void
color_lights (BhReport *self, BhReportSheet *sheet, guint last_row)
{
  static const struct
  {
    BhLight light;
    lxw_color_t text;
    lxw_color_t ground;
  } colors[] = { { BH_LIGHT_GREEN, 0x1E5C2F, 0xD9F0DF },
                 { BH_LIGHT_AMBER, 0x7A4B00, 0xFFE9C2 },
                 { BH_LIGHT_RED, 0x8B1A1A, 0xF9D6D5 } };

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      lxw_format *format = workbook_add_format (bh_report_book_get_workbook (self->book));
      lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_TEXT,
                                      .criteria = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH,
                                      .format = format };
      g_autofree char *symbol = g_strdup (bh_light_get_symbol (colors[i].light));

      format_set_font_color (format, colors[i].text);
      format_set_bg_color (format, colors[i].ground);
      rule.value_string = symbol;
      bh_report_book_note (self->book, worksheet_conditional_format_range (
                                           sheet->worksheet, FIRST_ROW, SUMMARY_LIGHT, last_row,
                                           SUMMARY_LIGHT, &rule));
    }
}

static gboolean
add_charts (BhReport *self, BhReportSheet *sheet, guint row, GError **error)
{
  static const BhFigureId figures[] = { BH_FIGURE_RECEIVED, BH_FIGURE_SATISFACTION };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      BhReportLine *line = bh_report_find_line (self, figures[i]);

      if (line != NULL
          && !bh_report_add_trend_chart (self, line, sheet, row, i == 0 ? 0 : CHART_COLUMN,
                                         i == 0 ? LEFT_CHART_WIDTH : RIGHT_CHART_WIDTH,
                                         CHART_HEIGHT, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
bh_report_write_summary (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  g_autoptr (GPtrArray) sentences = bh_report_sentences_from_card (
      self->insight, self->request, &self->periods[BH_REPORT_LAST], self->card, error);
  guint next = FIRST_ROW;

  if (sentences == NULL)
    return FALSE;

  write_head (self, sheet);
  for (guint i = 0; i < self->lines->len; i++)
    if (!write_line (self, sheet, g_ptr_array_index (self->lines, i), next++, error))
      return FALSE;
  color_lights (self, sheet, next - 1);
  next = write_problems (self, sheet, next) + 1;
  for (guint i = 0; i < sentences->len; i++)
    bh_report_sheet_paragraph (sheet, next++, SUMMARY_N_COLUMNS - 1,
                               g_ptr_array_index (sentences, i));

  next++;
  bh_report_sheet_break_before (sheet, &next, 1);

  *row = next + CHART_ROWS;

  return add_charts (self, sheet, next, error);
}
