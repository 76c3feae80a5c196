/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-chart.h"
#include "exchange/bh-report-rules.h"
#include "exchange/bh-report-show.h"
#include "exchange/bh-report-table.h"

#include "base/bh-i18n.h"
#include "insight/bh-low-scores.h"
#include "insight/bh-scores.h"

/* Of the sheet of satisfaction: how often each score was given, and the low ones with their words.
 */

#define CHART_WIDTH 620
#define CHART_HEIGHT 300
#define CHART_ROWS 16
#define MOST_LOW 50
#define WORDS_WIDTH 34

enum
{
  SCORE_NAME,
  SCORE_COUNT,
  SCORE_SHARE,
  SCORE_N_COLUMNS,
};

/* The best stands first. */
static int
get_score (guint i)
{
  return BH_N_SCORES - (int) i;
}

static char *
dup_score_name (int score)
{
  /* Translators: a score from 1 to 5. */
  return g_strdup_printf (ngettext ("%d point", "%d points", (gulong) score), score);
}

static void
write_score (BhReport *self,
             BhReportSheet *sheet,
             guint row,
             guint first,
             int score,
             gint64 count,
             gint64 all)
{
  g_autofree char *name = dup_score_name (score);
  g_autofree char *cell = g_strdup_printf ("%d", score);
  g_autofree char *share
      = g_strdup_printf ("=IF(SUM(B$%u:B$%u)=0,\"–\",B%u/SUM(B$%u:B$%u))", first + 1,
                         first + BH_N_SCORES, row + 1, first + 1, first + BH_N_SCORES);
  BhReportCondition condition = { "score", cell, NULL };
  g_auto (BhReportMonths) months = { 0 };

  bh_report_months_init_sheet (&months, self, BH_REPORT_NOW, BH_FIGURE_SATISFACTION);
  months.slice.conditions = &condition;
  months.slice.n_conditions = 1;
  bh_report_sheet_text (sheet, row, SCORE_NAME, name, BH_STYLE_TEXT);
  bh_report_write_figure (self, sheet, row, SCORE_COUNT, BH_FIGURE_SATISFACTION,
                          BH_REPORT_PART_COUNT, &months.slice, TRUE, (double) count);
  bh_report_sheet_value (sheet, row, SCORE_SHARE, share, FALSE, TRUE, (double) count / (double) all,
                         BH_STYLE_SHARE);
}

static void
add_score_chart (BhReportSheet *sheet, guint row, guint first, const gint64 *counts)
{
  g_autoptr (BhReportChart) chart
      = bh_report_chart_new (_ ("Scores given"), C_ ("report", "Callbacks"), NULL);
  g_auto (GStrv) names = g_new0 (char *, BH_N_SCORES + 1);
  double values[BH_N_SCORES];

  for (guint i = 0; i < BH_N_SCORES; i++)
    {
      names[i] = dup_score_name (get_score (i));
      values[i] = (double) counts[get_score (i)];
    }
  bh_report_chart_set_categories (chart, sheet, first, SCORE_NAME, BH_N_SCORES, TRUE,
                                  (const char *const *) names, NULL, NULL);
  bh_report_chart_add (chart, BH_REPORT_CHART_COLUMNS, C_ ("report", "Callbacks"), first,
                       SCORE_COUNT, values, "#,##0");
  bh_report_chart_show_values (chart);
  bh_report_chart_insert (chart, sheet, row, 0, CHART_WIDTH, CHART_HEIGHT);
}

gboolean
bh_report_write_scores (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  g_autoptr (GArray) groups = bh_scores_compute (self->insight, &self->spans[BH_REPORT_NOW].period,
                                                 BH_BY_NOTHING, self->request->filter, error);
  const char *const labels[SCORE_N_COLUMNS]
      = { C_ ("report", "Score"), C_ ("report", "Callbacks"), _ ("Share") };
  const BhScoreGroup *group;
  gint64 all = 0;
  guint first;

  if (groups == NULL)
    return FALSE;

  group = groups->len > 0 ? &g_array_index (groups, BhScoreGroup, 0) : NULL;
  for (guint i = 0; group != NULL && i < BH_N_SCORES; i++)
    all += group->counts[get_score (i)];
  bh_report_table_begin (sheet, row, block);
  if (all == 0)
    {
      bh_report_table_write_sentence (sheet, row, _ ("Nobody gave a score."));
      return TRUE;
    }

  bh_report_table_write_labels (sheet, row, labels, SCORE_N_COLUMNS, 1);
  first = *row;
  for (guint i = 0; i < BH_N_SCORES; i++)
    write_score (self, sheet, (*row)++, first, get_score (i), group->counts[get_score (i)], all);
  bh_report_rules_add_bars (sheet, &(BhReportRange){ first, SCORE_SHARE, *row - 1, SCORE_SHARE },
                            1);
  add_score_chart (sheet, *row, first, group->counts);
  *row += CHART_ROWS;

  return TRUE;
}

enum
{
  LOW_NUMBER,
  LOW_SCORE,
  LOW_AT,
  LOW_DEPARTMENT,
  LOW_PERSON,
  LOW_CATEGORY,
  LOW_SUMMARY, /* of internal workbooks, as what follows */
  LOW_WORDS,
  LOW_N_COLUMNS,
};

/* Where each begins: texts go over several columns of the tables above. */
static const guint low_columns[LOW_N_COLUMNS + 1] = { 0, 1, 2, 3, 5, 6, 9, 12, 15 };

static void
write_low_text (BhReportSheet *sheet, guint row, guint i, const char *text, BhReportStyle style)
{
  guint first = low_columns[i], last = low_columns[i + 1] - 1;

  if (first < last)
    bh_report_sheet_merge (sheet, row, first, last, text != NULL ? text : "", style);
  else
    bh_report_sheet_text (sheet, row, first, text, style);
}

static void
write_low (BhReport *self, BhReportSheet *sheet, guint row, const BhLowScore *low)
{
  BhReportLabels *labels = self->labels;
  guint lines = bh_report_table_count_lines (low->words, WORDS_WIDTH, 5);

  if (self->request->profile == BH_REPORT_INTERNAL)
    bh_report_sheet_set_lines (
        sheet, row, MAX (lines, bh_report_table_count_lines (low->summary, WORDS_WIDTH, 3)));
  write_low_text (sheet, row, LOW_NUMBER, low->number, BH_STYLE_TEXT);
  bh_report_sheet_number (sheet, row, low_columns[LOW_SCORE], low->score, BH_STYLE_COUNT);
  bh_report_table_write_time (self, sheet, row, low_columns[LOW_AT], low->at);
  write_low_text (sheet, row, LOW_DEPARTMENT,
                  bh_report_labels_get (labels, BH_TYPE_DEPARTMENT, low->department_id),
                  BH_STYLE_WRAP);
  write_low_text (sheet, row, LOW_PERSON,
                  bh_report_labels_get (labels, BH_TYPE_STAFF, low->staff_id), BH_STYLE_WRAP);
  write_low_text (sheet, row, LOW_CATEGORY,
                  bh_report_labels_get_category (labels, low->category_id)->path, BH_STYLE_WRAP);
  if (self->request->profile == BH_REPORT_PUBLIC)
    return;
  write_low_text (sheet, row, LOW_SUMMARY, low->summary, BH_STYLE_WRAP);
  write_low_text (sheet, row, LOW_WORDS, low->words, BH_STYLE_WRAP);
}

static void
write_low_labels (BhReport *self, BhReportSheet *sheet, guint row)
{
  const char *const labels[LOW_N_COLUMNS] = {
    [LOW_NUMBER] = _ ("Number"),   [LOW_SCORE] = C_ ("report", "Score"),
    [LOW_AT] = _ ("Called"),       [LOW_DEPARTMENT] = _ ("Department"),
    [LOW_PERSON] = _ ("Person"),   [LOW_CATEGORY] = _ ("Category"),
    [LOW_SUMMARY] = _ ("Summary"), [LOW_WORDS] = _ ("Words"),
  };
  guint n = self->request->profile == BH_REPORT_INTERNAL ? LOW_N_COLUMNS : LOW_SUMMARY;

  for (guint i = 0; i < n; i++)
    write_low_text (sheet, row, i, labels[i], BH_STYLE_HEADER);
}

static gint64
count_low (GArray *groups)
{
  gint64 n = 0;

  for (int score = 1; groups->len > 0 && score <= BH_LOW_SCORE; score++)
    n += g_array_index (groups, BhScoreGroup, 0).counts[score];

  return n;
}

gboolean
bh_report_write_low_scores (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  const BhPeriod *period = &self->spans[BH_REPORT_NOW].period;
  BhTicketFilter *filter = self->request->filter;
  g_autoptr (GPtrArray) low
      = bh_low_scores_compute (self->insight, period, filter, MOST_LOW, error);
  g_autoptr (GArray) groups
      = low != NULL ? bh_scores_compute (self->insight, period, BH_BY_NOTHING, filter, error)
                    : NULL;

  if (groups == NULL)
    return FALSE;

  bh_report_table_begin (sheet, row, block);
  if (low->len == 0)
    {
      bh_report_table_write_sentence (sheet, row, _ ("Nobody gave a low score."));
      return TRUE;
    }

  write_low_labels (self, sheet, (*row)++);
  for (guint i = 0; i < low->len; i++)
    write_low (self, sheet, (*row)++, g_ptr_array_index (low, i));
  bh_report_table_write_more (sheet, row, count_low (groups) - low->len);

  return TRUE;
}
