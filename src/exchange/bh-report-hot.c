/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-rules.h"
#include "exchange/bh-report-spots.h"
#include "exchange/bh-report-table.h"

#include "base/bh-i18n.h"
#include "domain/bh-office-hours.h"
#include "insight/bh-hot-matrix.h"

/* The sheet of hot spots: where and when tickets come from. Each cell is a formula over the data.
 */

#define MOST_BUILDINGS 30
#define MOST_CATEGORIES 9
#define DAYS 7
#define HOURS 24

/* A line or a column of the matrix: what the data say in one of their columns. */
typedef struct
{
  char *name; /* (owned): to be shown, and what the data say */
  guint line; /* of the matrix */
} Side;

static void
side_clear (gpointer data)
{
  g_free (((Side *) data)->name);
}

static GArray *
sides_new (void)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (Side));

  g_array_set_clear_func (sides, side_clear);

  return sides;
}

static const Side *
get_side (GArray *sides, guint i)
{
  return &g_array_index (sides, Side, i);
}

/* A matrix while it is written: names in the first column, then a column for each side, the others
 * together, and all. */
typedef struct
{
  BhReport *report;
  BhReportSheet *sheet;
  const BhHotMatrix *matrix;
  GArray *rows;    /* (element-type Side) */
  GArray *columns; /* (element-type Side) */
  guint label_row;
  guint first;
  BhReportMonths months;
} Buildings;

static gboolean
has_others (const Buildings *self)
{
  return self->columns->len < self->matrix->columns->len;
}

static guint
get_all_column (const Buildings *self)
{
  return 1 + self->columns->len + (has_others (self) ? 1 : 0);
}

static gboolean
list_sides (Buildings *self, GError **error)
{
  for (guint i = 0; i < MIN (self->matrix->rows->len, MOST_BUILDINGS); i++)
    {
      const BhHotLine *line = g_ptr_array_index (self->matrix->rows, i);
      Side side = { bh_report_dup_building (self->report, line->id, error), i };

      if (side.name == NULL)
        return FALSE;
      g_array_append_val (self->rows, side);
    }
  for (guint i = 0; i < MIN (self->matrix->columns->len, MOST_CATEGORIES); i++)
    {
      const BhHotLine *line = g_ptr_array_index (self->matrix->columns, i);
      const BhReportLabel *label = bh_report_labels_get_category (self->report->labels, line->id);
      Side side = { g_strdup (label->top), i };

      g_array_append_val (self->columns, side);
    }

  return TRUE;
}

/* @conditions: what the tickets have in common besides that they were received */
static void
write_count (BhReport *report,
             BhReportSheet *sheet,
             guint row,
             guint column,
             const BhReportMonths *months,
             const BhReportCondition *conditions,
             guint n_conditions,
             gint64 count)
{
  BhReportSlice slice = months->slice;

  slice.conditions = conditions;
  slice.n_conditions = n_conditions;
  bh_report_write_figure (report, sheet, row, column, BH_FIGURE_RECEIVED, BH_REPORT_PART_VALUE,
                          &slice, TRUE, (double) count);
}

/* What is left of all beside the columns that are shown. */
static void
write_rest (const Buildings *self, guint row, gint64 count)
{
  guint all = get_all_column (self);
  g_autofree char *first = bh_report_dup_cell_name (row, 1, FALSE, FALSE);
  g_autofree char *last = bh_report_dup_cell_name (row, self->columns->len, FALSE, FALSE);
  g_autofree char *whole = bh_report_dup_cell_name (row, all, FALSE, FALSE);
  g_autofree char *formula = g_strdup_printf ("=%s-SUM(%s:%s)", whole, first, last);

  if (has_others (self))
    bh_report_sheet_value (self->sheet, row, all - 1, formula, FALSE, TRUE, (double) count,
                           BH_STYLE_COUNT);
}

static void
write_building (const Buildings *self, guint row, const Side *building)
{
  const BhHotLine *line = g_ptr_array_index (self->matrix->rows, building->line);
  g_autofree char *name = bh_report_dup_cell_name (row, 0, FALSE, TRUE);
  BhReportCondition conditions[2] = { { "building", name, building->name } };
  gint64 shown = 0;

  bh_report_sheet_text (self->sheet, row, 0, building->name, BH_STYLE_TEXT);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Side *category = get_side (self->columns, i);
      gint64 count = bh_hot_matrix_get (self->matrix, building->line, category->line);
      g_autofree char *cell = bh_report_dup_cell_name (self->label_row, 1 + i, TRUE, FALSE);

      conditions[1] = (BhReportCondition){ "category_top", cell, category->name };
      write_count (self->report, self->sheet, row, 1 + i, &self->months, conditions, 2, count);
      shown += count;
    }
  write_rest (self, row, line->count - shown);
  write_count (self->report, self->sheet, row, get_all_column (self), &self->months, conditions, 1,
               line->count);
}

/* All buildings: what the data say there is not empty. */
static void
write_all_buildings (const Buildings *self, guint row)
{
  BhReportCondition conditions[2] = { { "building", "\"?*\"", NULL } };
  gint64 shown = 0;

  bh_report_sheet_text (self->sheet, row, 0, _ ("All buildings"), BH_STYLE_TEXT);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Side *category = get_side (self->columns, i);
      const BhHotLine *line = g_ptr_array_index (self->matrix->columns, category->line);
      g_autofree char *cell = bh_report_dup_cell_name (self->label_row, 1 + i, TRUE, FALSE);

      conditions[1] = (BhReportCondition){ "category_top", cell, category->name };
      write_count (self->report, self->sheet, row, 1 + i, &self->months, conditions, 2,
                   line->count);
      shown += line->count;
    }
  write_rest (self, row, self->matrix->total - shown);
  write_count (self->report, self->sheet, row, get_all_column (self), &self->months, conditions, 1,
               self->matrix->total);
}

static void
write_building_labels (const Buildings *self, guint *row)
{
  g_autofree const char **labels = g_new0 (const char *, get_all_column (self) + 1);

  labels[0] = _ ("Building");
  for (guint i = 0; i < self->columns->len; i++)
    labels[1 + i] = get_side (self->columns, i)->name;
  if (has_others (self))
    labels[get_all_column (self) - 1] = C_ ("report", "Others");
  labels[get_all_column (self)] = C_ ("report", "All");
  bh_report_table_write_labels (self->sheet, row, labels, get_all_column (self) + 1, 2);
}

static void
write_outside (const Buildings *self, guint *row)
{
  gint64 n = self->matrix->outside;
  g_autofree char *text = NULL;

  if (n == 0)
    return;

  text = g_strdup_printf (ngettext ("%d further ticket is about no building.",
                                    "%d further tickets are about no building.", (gulong) n),
                          (int) n);
  bh_report_table_write_sentence (self->sheet, row, text);
}

static gboolean
write_buildings (Buildings *self, guint *row, GError **error)
{
  guint last_column;

  if (!list_sides (self, error))
    return FALSE;

  self->label_row = *row;
  write_building_labels (self, row);
  self->first = *row;
  last_column = get_all_column (self);
  for (guint i = 0; i < self->rows->len; i++)
    write_building (self, (*row)++, get_side (self->rows, i));
  bh_report_rules_add_scale (self->sheet,
                             &(BhReportRange){ self->first, 1, *row - 1, last_column - 1 });
  bh_report_rules_add_bars (self->sheet,
                            &(BhReportRange){ self->first, last_column, *row - 1, last_column }, 0);
  bh_report_table_write_more (self->sheet, row, (gint64) self->matrix->rows->len - MOST_BUILDINGS);
  write_all_buildings (self, (*row)++);
  write_outside (self, row);

  return TRUE;
}

gboolean
bh_report_write_hot_buildings (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  g_autoptr (BhHotMatrix) matrix
      = bh_hot_buildings_compute (self->insight, &self->spans[BH_REPORT_NOW].period,
                                  self->request->filter, BH_PARETO_TOP, error);
  g_autoptr (GArray) rows = sides_new ();
  g_autoptr (GArray) columns = sides_new ();
  Buildings buildings = { self, sheet, matrix, rows, columns, 0, 0, { { 0 } } };
  gboolean written;

  if (matrix == NULL)
    return FALSE;

  bh_report_table_begin (sheet, row, block);
  if (matrix->total == 0)
    {
      bh_report_table_write_sentence (sheet, row, _ ("No building had tickets."));
      return TRUE;
    }

  bh_report_months_init_sheet (&buildings.months, self, BH_REPORT_NOW, BH_FIGURE_RECEIVED);
  written = write_buildings (&buildings, row, error);
  bh_report_months_clear (&buildings.months);

  return written;
}

static void
write_hour (BhReport *self,
            BhReportSheet *sheet,
            guint row,
            const BhReportMonths *months,
            const BhHotMatrix *matrix,
            guint hour)
{
  g_autofree char *cell = bh_report_dup_cell_name (row, 0, FALSE, TRUE);
  gint64 all = 0;

  bh_report_sheet_number (sheet, row, 0, hour, BH_STYLE_HOUR);
  for (guint day = 0; day < DAYS; day++)
    {
      g_autofree char *weekday = g_strdup_printf ("%u", day + 1);
      const BhReportCondition conditions[]
          = { { "received_weekday", weekday, NULL }, { "received_hour", cell, NULL } };
      gint64 count = bh_hot_matrix_get (matrix, day, hour);

      write_count (self, sheet, row, 1 + day, months, conditions, G_N_ELEMENTS (conditions), count);
      all += count;
    }
  bh_report_table_write_sum (sheet, row, 1 + DAYS, row, 1, row, DAYS, (double) all);
}

gboolean
bh_report_write_hot_hours (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  g_autoptr (BhHotMatrix) matrix = bh_hot_hours_compute (
      self->insight, &self->spans[BH_REPORT_NOW].period, self->request->filter, error);
  g_auto (BhReportMonths) months = { 0 };
  const char *labels[2 + DAYS] = { _ ("Hour of receipt"), [1 + DAYS] = C_ ("report", "All") };
  guint first;

  if (matrix == NULL)
    return FALSE;

  bh_report_table_begin (sheet, row, block);
  if (matrix->total == 0)
    {
      bh_report_table_write_sentence (sheet, row, _ ("Nothing was received."));
      return TRUE;
    }

  bh_report_months_init_sheet (&months, self, BH_REPORT_NOW, BH_FIGURE_RECEIVED);
  for (int day = 1; day <= DAYS; day++)
    labels[day] = bh_weekday_get_name (day);
  bh_report_table_write_labels (sheet, row, labels, G_N_ELEMENTS (labels), 1);
  first = *row;
  for (guint hour = 0; hour < HOURS; hour++)
    write_hour (self, sheet, (*row)++, &months, matrix, hour);
  bh_report_rules_add_scale (sheet, &(BhReportRange){ first, 1, *row - 1, DAYS });
  bh_report_rules_add_bars (sheet, &(BhReportRange){ first, 1 + DAYS, *row - 1, 1 + DAYS }, 0);
  bh_report_sheet_text (sheet, *row, 0, C_ ("report", "All"), BH_STYLE_TEXT);
  for (guint day = 0; day < DAYS; day++)
    bh_report_table_write_sum (
        sheet, *row, 1 + day, first, 1 + day, *row - 1, 1 + day,
        (double) ((BhHotLine *) g_ptr_array_index (matrix->rows, day))->count);
  bh_report_table_write_sum (sheet, *row, 1 + DAYS, *row, 1, *row, DAYS, (double) matrix->total);
  (*row)++;

  return TRUE;
}
