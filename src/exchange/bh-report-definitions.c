/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-columns.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

/* The last sheet: what each figure is, which columns it comes from, and what is no formula. */

#define TEXT_WIDTH 60
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
  guint n;
  const BhReportColumn *tickets = bh_report_ticket_columns (&n);
  const char *title = name != NULL ? find_title (tickets, n, name) : NULL;
  const BhReportColumn *callbacks = bh_report_callback_columns (&n);

  if (name == NULL)
    return g_strdup (otherwise);
  if (g_str_equal (name, HOUSEHOLDS))
    return g_strdup_printf ("%s [%s]", _ ("Households"), name);
  if (title == NULL)
    title = find_title (callbacks, n, name);

  return title != NULL ? g_strdup_printf ("%s [%s]", title, name) : g_strdup_printf ("[%s…]", name);
}

static const char *
get_kind (BhReport *self, const BhFigureInfo *info, const BhReportRecipe *recipe)
{
  if (recipe == NULL)
    return _ ("constant");
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

static guint
write_columns (
    BhReportSheet *sheet, guint row, const char *title, const BhReportColumn *columns, guint n)
{
  bh_report_sheet_text (sheet, row++, 0, title, BH_STYLE_HEADING);
  for (guint i = 0; i < n; i++)
    {
      const char *meaning = columns[i].meaning != NULL ? _ (columns[i].meaning) : "";

      if (columns[i].name == NULL)
        continue;
      bh_report_sheet_set_lines (sheet, row, 1 + bh_report_text_width (meaning) / (TEXT_WIDTH + 1));
      bh_report_sheet_text (sheet, row, DEFINITION_NAME, _ (columns[i].title), BH_STYLE_WRAP);
      bh_report_sheet_text (sheet, row, DEFINITION_UNIT, NULL, BH_STYLE_WRAP);
      bh_report_sheet_text (sheet, row, DEFINITION_TEXT, meaning, BH_STYLE_WRAP);
      bh_report_sheet_text (sheet, row, DEFINITION_MONTH, columns[i].name, BH_STYLE_WRAP);
      row++;
    }

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
      g_autofree char *name = g_strdup_printf ("scope_%u, callback_scope_%u", i, i);

      bh_report_sheet_set_lines (sheet, row, 1);
      bh_report_sheet_text (sheet, row, DEFINITION_NAME, scope->name, BH_STYLE_WRAP);
      bh_report_sheet_text (sheet, row, DEFINITION_UNIT, NULL, BH_STYLE_WRAP);
      bh_report_sheet_text (sheet, row, DEFINITION_TEXT, _ ("1: the target is about this ticket."),
                            BH_STYLE_WRAP);
      bh_report_sheet_text (sheet, row, DEFINITION_MONTH, name, BH_STYLE_WRAP);
      row++;
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
write_constants (BhReportSheet *sheet, guint row)
{
  const char *const texts[] = {
    _ ("Constants, which do not move with the data: the targets, the sentences and notes of the "
       "summary, the order of the categories, and what is called a constant above."),
    _ ("Every other figure is a formula over the sheets of data: who corrects or deletes a row "
       "there sees it move. An empty cell in a column of 0 and 1 means that the row is not asked."),
    _ ("The rows of the data are the tickets that were received, finished, closed, called back or "
       "open in the last 25 months; void ones are left out."),
    _ ("Months are numbers, 202610; times are those of the office's time zone."),
  };

  bh_report_sheet_text (sheet, row++, 0, _ ("What is a formula, and what is not"),
                        BH_STYLE_HEADING);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
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
  guint n, n_columns, next = *row;
  const BhFigureInfo *infos = bh_figures_list (&n);
  const BhReportColumn *columns;

  bh_report_sheet_set_print (sheet, *row, *row, 1);
  for (guint i = 0; i < DEFINITION_N_COLUMNS; i++)
    bh_report_sheet_text (sheet, next, i, labels[i], BH_STYLE_HEADER);
  next++;
  for (guint i = 0; i < n; i++)
    if (bh_report_find_line (self, (BhFigureId) i) != NULL)
      write_figure (self, sheet, next++, &infos[i]);

  columns = bh_report_ticket_columns (&n_columns);
  next = write_columns (sheet, next + 1, _ ("Columns of the tickets"), columns, n_columns);
  columns = bh_report_callback_columns (&n_columns);
  next = write_columns (sheet, next, _ ("Columns of the callbacks"), columns, n_columns);
  next = write_scopes (self, sheet, next);
  next = write_households (self, sheet, next);
  *row = write_constants (sheet, next);

  return TRUE;
}
