/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-private.h"

#include "base/bh-i18n.h"
#include "domain/bh-day.h"
#include "draw/bh-chart-words.h"
#include "exchange/bh-report-time.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-measure-view.h"

/* What was decided, by whom, until when, and what came of it: the measures of the meeting with
 * those that were carried over to it. */

typedef enum
{
  MEASURE_NUMBER,
  MEASURE_WHAT,
  MEASURE_FINDING,
  MEASURE_OWNER,
  MEASURE_DUE,
  MEASURE_STATE,
  MEASURE_EFFECT,
  MEASURE_FIGURE,
  MEASURE_THEN,
  MEASURE_NOW,
  MEASURE_N_COLUMNS,
} MeasureColumn;

/* Of the columns whose text goes over several lines. */
#define WHAT_CHARS 32
#define FINDING_CHARS 28
#define OWNER_CHARS 16
#define STATE_CHARS 18
#define FIGURE_CHARS 22

static guint
count_lines (const char *text, guint chars)
{
  guint lines = 0;
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **part = parts; *part != NULL; part++)
    lines += 1 + bh_report_text_width (*part) / (chars + 1);

  return MAX (lines, 1);
}

static void
write_header (BhReportSheet *sheet, guint row)
{
  const char *const labels[MEASURE_N_COLUMNS] = {
    C_ ("measure sheet", "Number"),          C_ ("measure sheet", "Measure"),
    C_ ("measure sheet", "Finding"),         C_ ("measure sheet", "Who"),
    C_ ("measure sheet", "Until"),           C_ ("measure sheet", "State"),
    C_ ("measure sheet", "What came of it"), C_ ("measure sheet", "Figure"),
    C_ ("measure sheet", "When decided"),    C_ ("measure sheet", "Now"),
  };

  bh_report_sheet_set_lines (sheet, row, 2);
  for (guint i = 0; i < MEASURE_N_COLUMNS; i++)
    bh_report_sheet_text (sheet, row, i, labels[i], BH_STYLE_HEADER);
}

/* Noon, so that no change of the clocks makes another day of it. */
static void
write_day (BhReport *self, BhReportSheet *sheet, guint row, guint column, int day)
{
  BhOfficeTime *time = bh_office_get_time (self->office);
  gint64 instant = bh_office_time_join (time, day / 10000, day / 100 % 100, day % 100, 12, 0, 0);
  double days;

  if (day != 0 && bh_report_time_get_days (time, instant, &days))
    bh_report_sheet_number (sheet, row, column, (double) (int) days, BH_STYLE_DAY);
  else
    bh_report_sheet_text (sheet, row, column, BH_REPORT_NO_VALUE, BH_STYLE_LIGHT);
}

/* "Under way (overdue)", "Done 2026-11-18", and since when it is carried over */
static char *
dup_state (const BhMeasureView *view)
{
  g_autofree char *since = bh_month_format (view->measure->month);
  g_autofree char *ended = bh_day_format (view->measure->ended_day);
  g_autoptr (GString) text = g_string_new (bh_list_get_label (BH_LIST_MEASURE_STATE, view->state));

  if (view->overdue)
    g_string_append_printf (text, "\n%s", C_ ("measure", "(overdue)"));
  else if (view->state != BH_MEASURE_OPEN)
    g_string_append_printf (text, "\n%s", ended);
  if (view->carried)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, C_ ("measure", "(since %s)"), since);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_value (BhReportSheet *sheet,
             guint row,
             guint column,
             const BhFigureInfo *figure,
             const BhFigureValue *value)
{
  gboolean there = figure != NULL && value->has_value;
  BhReportPart part = figure != NULL && figure->form == BH_FIGURE_SPREAD ? BH_REPORT_PART_MEAN
                                                                         : BH_REPORT_PART_VALUE;

  bh_report_sheet_value (sheet, row, column, NULL, FALSE, there,
                         there ? bh_figure_value_get_number (figure, value) : 0,
                         figure != NULL ? bh_report_part_get_style (figure, part) : BH_STYLE_LIGHT);
}

/* "Tickets received", and of which tickets */
static char *
dup_figure (const BhMeasureView *view)
{
  g_autofree char *scope = bh_chart_words_dup_scope (view->measure->filter);

  if (*view->measure->filter == '\0')
    return g_strdup (view->figure != NULL ? bh_figure_get_name (view->figure) : NULL);
  if (view->figure == NULL)
    return g_steal_pointer (&scope);

  return g_strdup_printf ("%s\n%s", bh_figure_get_name (view->figure), scope);
}

static void
write_measure (BhReport *self, BhReportSheet *sheet, guint row, const BhMeasureView *view)
{
  BhMeasure *measure = view->measure;
  /* What came of it was not known before it ended. */
  const char *effect = view->state == measure->state ? measure->effect : NULL;
  g_autofree char *number = bh_measure_dup_number (measure);
  g_autofree char *owner = bh_measure_dup_owner (measure, self->office);
  g_autofree char *state = dup_state (view);
  g_autofree char *figure = dup_figure (view);
  guint lines = count_lines (measure->what, WHAT_CHARS);

  lines = MAX (lines, count_lines (measure->finding, FINDING_CHARS));
  lines = MAX (lines, count_lines (effect, WHAT_CHARS));
  lines = MAX (lines, count_lines (owner, OWNER_CHARS));
  lines = MAX (lines, count_lines (state, STATE_CHARS));
  lines = MAX (lines, count_lines (figure, FIGURE_CHARS));
  bh_report_sheet_set_lines (sheet, row, lines);
  bh_report_sheet_text (sheet, row, MEASURE_NUMBER, number, BH_STYLE_TEXT);
  bh_report_sheet_text (sheet, row, MEASURE_WHAT, measure->what, BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, MEASURE_FINDING, measure->finding, BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, MEASURE_OWNER, owner, BH_STYLE_WRAP);
  write_day (self, sheet, row, MEASURE_DUE, measure->due_day);
  bh_report_sheet_text (sheet, row, MEASURE_STATE, state,
                        view->overdue ? BH_STYLE_LATE : BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, MEASURE_EFFECT, effect, BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, MEASURE_FIGURE, figure, BH_STYLE_WRAP);
  write_value (sheet, row, MEASURE_THEN, view->figure, &view->then);
  write_value (sheet, row, MEASURE_NOW, view->figure, &view->now);
}

gboolean
bh_report_write_measures (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  BhReportKind kind = self->request->kind;
  int first = bh_report_kind_get_first (kind, self->request->month);
  int last = bh_month_shift (first, bh_report_kind_get_length (kind) - 1);
  g_autoptr (GPtrArray) views
      = bh_measure_views_load (self->memo, first, last, self->request->filter, error);

  if (views == NULL)
    return FALSE;

  if (views->len == 0)
    {
      bh_report_sheet_text (sheet, (*row)++, 0,
                            _ ("The meeting decided nothing, and nothing was carried over."),
                            BH_STYLE_FAINT);
      return TRUE;
    }
  write_header (sheet, (*row)++);
  for (guint i = 0; i < views->len; i++)
    write_measure (self, sheet, (*row)++, g_ptr_array_index (views, i));
  bh_report_sheet_text (
      sheet, (*row)++, 0,
      _ ("The figures on this sheet are constants: each is counted of the tickets "
         "that the measure is about."),
      BH_STYLE_FAINT);

  return TRUE;
}
