/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-columns.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

#include <string.h>

/* The last sheet: what each figure is, which columns it comes from, and what is no formula. */

#define TEXT_WIDTH 60
#define NAMES_WIDTH 24
#define HOUSEHOLDS "households"

typedef enum
{
  DEFINITION_NAME,
  DEFINITION_UNIT,
  DEFINITION_TEXT,
  DEFINITION_MONTH,
  DEFINITION_NUMERATOR,
  DEFINITION_DENOMINATOR,
  DEFINITION_KIND,
  DEFINITION_N_COLUMNS,
} DefinitionColumn;

static const char *
find_title (const BhReportColumn *columns, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (columns[i].name, name) == 0)
      return _ (columns[i].title);

  return NULL;
}

/* "Response on time [response_kept]": the column as it is called on the sheet and in formulas. */
static char *
dup_source (const char *name, const char *otherwise)
{
  const char *title = NULL;

  if (name == NULL)
    return g_strdup (otherwise);
  if (g_str_equal (name, HOUSEHOLDS))
    return g_strdup_printf ("%s [%s]", _ ("Households"), name);
  for (guint i = 0; title == NULL && i < BH_N_REPORT_TABLES; i++)
    {
      guint n;
      const BhReportColumn *columns = bh_report_columns_list (i, &n);

      title = find_title (columns, n, name);
    }

  return title != NULL ? g_strdup_printf ("%s [%s]", title, name) : g_strdup_printf ("[%s…]", name);
}

static const char *
get_kind (BhReport *self, const BhFigureInfo *info, const BhReportRecipe *recipe)
{
  if (recipe == NULL || self->extent.sheets[recipe->table] == 0)
    return _ ("constant: its sheet of data is left out");
  if (info->form == BH_FIGURE_SPREAD && self->extent.sheets[recipe->table] > 1)
    return _ ("formula; median and P90 constant");

  return _ ("formula");
}

static void
write_figure (BhReport *self, BhReportSheet *sheet, guint row, const BhFigureInfo *info)
{
  const BhReportRecipe *recipe = bh_report_recipe_find (info->key);
  const char *text = bh_figure_get_definition (info);
  const char *rows = info->form == BH_FIGURE_SHARE ? _ ("rows of the month") : "";
  g_autofree char *month = NULL, *numerator = NULL, *denominator = NULL;

  if (recipe != NULL)
    {
      month = dup_source (recipe->month, NULL);
      if (recipe->table == BH_REPORT_STAGES)
        {
          const char *stage = info->key + strlen (recipe->key);
          g_autofree char *plain = g_steal_pointer (&month);

          month = g_strdup_printf (
              "%s, [stage_name] = %s", plain,
              bh_list_get_label (BH_LIST_STAGE, bh_list_find (BH_LIST_STAGE, stage)));
        }
      numerator = dup_source (recipe->numerator, _ ("rows of the month"));
      denominator = dup_source (recipe->denominator, rows);
    }
  bh_report_sheet_set_lines (sheet, row, MAX (2, 1 + bh_report_text_width (text) / TEXT_WIDTH));
  bh_report_sheet_text (sheet, row, DEFINITION_NAME, bh_figure_get_name (info), BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, DEFINITION_UNIT, bh_figure_get_unit (info), BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, DEFINITION_TEXT, text, BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, DEFINITION_MONTH, month, BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, DEFINITION_NUMERATOR, numerator, BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, DEFINITION_DENOMINATOR, denominator, BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, DEFINITION_KIND, get_kind (self, info, recipe), BH_STYLE_WRAP);
}

static void
write_column (BhReportSheet *sheet, guint row, const BhReportColumn *column, const char *names)
{
  const char *meaning = column->meaning != NULL ? _ (column->meaning) : "";

  bh_report_sheet_set_lines (sheet, row,
                             1
                                 + MAX (bh_report_text_width (meaning) / (TEXT_WIDTH + 1),
                                        bh_report_text_width (names) / NAMES_WIDTH));
  bh_report_sheet_text (sheet, row, DEFINITION_NAME, _ (column->title), BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, DEFINITION_UNIT, NULL, BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, DEFINITION_TEXT, meaning, BH_STYLE_WRAP);
  bh_report_sheet_text (sheet, row, DEFINITION_MONTH, names, BH_STYLE_WRAP);
}

/* Those that all sheets of data have, with the name that each has there. */
static guint
write_head_columns (BhReport *self, BhReportSheet *sheet, guint row)
{
  guint n;
  const BhReportColumn *columns = bh_report_head_columns (&n);

  bh_report_sheet_text (sheet, row++, 0, _ ("What rows are grouped by"), BH_STYLE_HEADING);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;

      if (columns[i].name == NULL)
        continue;
      for (guint table = 0; table < BH_N_REPORT_TABLES; table++)
        if (self->extent.sheets[table] > 0 && bh_report_head_is_on (table, i))
          g_ptr_array_add (names, bh_report_dup_column (table, columns[i].name));
      g_ptr_array_add (names, NULL);
      text = g_strjoinv (", ", (char **) names->pdata);
      write_column (sheet, row++, &columns[i], text);
    }

  return row + 1;
}

static guint
write_columns (BhReport *self, BhReportSheet *sheet, guint row, BhReportTable table)
{
  const char *const titles[BH_N_REPORT_TABLES] = {
    [BH_REPORT_TICKETS] = _ ("Columns of the tickets"),
    [BH_REPORT_STAGES] = _ ("Columns of the stages"),
    [BH_REPORT_CALLBACKS] = _ ("Columns of the callbacks"),
  };
  guint n;
  const BhReportColumn *columns = bh_report_columns_list (table, &n);

  if (self->extent.sheets[table] == 0)
    return row;

  bh_report_sheet_text (sheet, row++, 0, titles[table], BH_STYLE_HEADING);
  for (guint i = 0; i < n; i++)
    if (columns[i].name != NULL && bh_report_has_data_column (self, &columns[i]))
      write_column (sheet, row++, &columns[i], columns[i].name);

  return row + 1;
}

static guint
write_scopes (BhReport *self, BhReportSheet *sheet, guint row)
{
  if (self->scopes->len < 2)
    return row;

  bh_report_sheet_text (sheet, row++, 0, _ ("Columns of targets with tickets of their own"),
                        BH_STYLE_HEADING);
  for (guint i = 1; i < self->scopes->len; i++)
    {
      BhReportScope *scope = g_ptr_array_index (self->scopes, i);
      g_autofree char *name
          = g_strdup_printf ("scope_%u, stage_scope_%u, callback_scope_%u", i, i, i);

      bh_report_sheet_set_lines (sheet, row,
                                 1
                                     + MAX (bh_report_text_width (name) / NAMES_WIDTH,
                                            bh_report_text_width (scope->name) / NAMES_WIDTH));
      bh_report_sheet_text (sheet, row, DEFINITION_NAME, scope->name, BH_STYLE_WRAP);
      bh_report_sheet_text (sheet, row, DEFINITION_UNIT, NULL, BH_STYLE_WRAP);
      bh_report_sheet_text (sheet, row, DEFINITION_TEXT, _ ("1: the target is about this ticket."),
                            BH_STYLE_WRAP);
      bh_report_sheet_text (sheet, row, DEFINITION_MONTH, name, BH_STYLE_WRAP);
      row++;
    }

  return row + 1;
}

static guint
write_care (BhReport *self, BhReportSheet *sheet, guint row)
{
  guint n;
  const BhListItem *marks = bh_list_get_items (BH_LIST_CARE, &n);

  if (!bh_report_has_care (self))
    return row;

  bh_report_sheet_text (sheet, row++, 0, _ ("Columns of care marks"), BH_STYLE_HEADING);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *plain = g_strconcat (BH_REPORT_CARE_PREFIX, marks[i].code, NULL);
      g_autofree char *called = bh_report_dup_column (BH_REPORT_CALLBACKS, plain);
      g_autofree char *names = g_strdup_printf ("%s, %s", plain, called);
      const BhReportColumn column
          = { plain, bh_list_get_label (BH_LIST_CARE, marks[i].value),
              N_ ("1: somebody who raised the ticket has this mark in the register today."), 0 };

      write_column (sheet, row++, &column, names);
    }

  return row + 1;
}

/* How many households each scope's communities have: figures per household divide by these. */
static guint
write_households (BhReport *self, BhReportSheet *sheet, guint row)
{
  bh_report_sheet_text (sheet, row++, 0, _ ("Households"), BH_STYLE_HEADING);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const BhReportLine *line = g_ptr_array_index (self->lines, i);
      const BhReportScope *scope = g_ptr_array_index (self->scopes, line->scope);
      g_autofree char *name = line->scope == 0 ? g_strdup (HOUSEHOLDS)
                                               : g_strdup_printf (HOUSEHOLDS "_%u", line->scope);

      if (line->row->id != BH_FIGURE_RECEIVED_PER_100_HOUSEHOLDS)
        continue;
      bh_report_sheet_text (sheet, row, DEFINITION_NAME,
                            line->scope == 0 ? _ ("All tickets of the report") : scope->name,
                            BH_STYLE_WRAP);
      bh_report_sheet_number (sheet, row, DEFINITION_UNIT, line->row->value.denominator,
                              BH_STYLE_COUNT);
      bh_report_sheet_text (sheet, row, DEFINITION_TEXT,
                            _ ("A constant: the register's households as the workbook was made."),
                            BH_STYLE_WRAP);
      bh_report_sheet_text (sheet, row, DEFINITION_MONTH, name, BH_STYLE_WRAP);
      bh_report_book_define (self->book, name, sheet, row, row, DEFINITION_UNIT);
      row++;
    }

  return row + 1;
}

static guint
write_constants (BhReport *self, BhReportSheet *sheet, guint row)
{
  const char *const texts[] = {
    _ ("Constants, which do not move with the data: the targets, the sentences and notes of the "
       "summary, the order of rows and what they are called, the lists of single tickets, what to "
       "look at in a place, and what is called a constant above."),
    self->request->profile == BH_REPORT_PUBLIC
        ? _ ("The counts of public areas and equipment are constants, too: the rows of this "
             "workbook tell no more of a place than its building.")
        : NULL,
    _ ("Of groups, these are constants: medians and 90th percentiles where the data goes over "
       "several sheets, figures of stages but by grade, category and department, and tickets per "
       "100 households. A value of an earlier report is a constant, since that report is as it "
       "was."),
    _ ("Every other figure is a formula over the sheets of data: who corrects or deletes a row "
       "there sees it move. An empty cell in a column of 0 and 1 means that the row is not asked."),
    _ ("The rows of the data are the tickets that were received, finished, closed, called back or "
       "open in the last 25 months; void ones are left out."),
    _ ("Months are numbers, 202610; times are those of the office's time zone."),
  };

  bh_report_sheet_text (sheet, row++, 0, _ ("What is a formula, and what is not"),
                        BH_STYLE_HEADING);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      bh_report_sheet_paragraph (sheet, row++, DEFINITION_N_COLUMNS - 1, texts[i]);

  return row;
}

gboolean
bh_report_write_definitions (
    BhReport *self, BhReportSheet *sheet, guint *row, const BhReportBlock *block, GError **error)
{
  const char *const labels[DEFINITION_N_COLUMNS]
      = { _ ("Figure"),    _ ("Unit"),        _ ("Definition"),    _ ("Month"),
          _ ("Numerator"), _ ("Denominator"), _ ("How it is here") };
  guint n, next = *row;
  const BhFigureInfo *infos = bh_figures_list (&n);

  bh_report_sheet_set_print (sheet, *row, *row, 1);
  for (guint i = 0; i < DEFINITION_N_COLUMNS; i++)
    bh_report_sheet_text (sheet, next, i, labels[i], BH_STYLE_HEADER);
  next++;
  for (guint i = 0; i < n; i++)
    write_figure (self, sheet, next++, &infos[i]);

  next = write_head_columns (self, sheet, next + 1);
  for (guint table = 0; table < BH_N_REPORT_TABLES; table++)
    next = write_columns (self, sheet, next, table);
  next = write_scopes (self, sheet, next);
  next = write_care (self, sheet, next);
  next = write_households (self, sheet, next);
  *row = write_constants (self, sheet, next);

  return TRUE;
}
