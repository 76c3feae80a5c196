/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/bh-scorecard-printer.h"

#include "app/bh-table-printer.h"
#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"
#include "insight/bh-scorecard.h"

static const BhPrintColumn columns[] = {
  { "figure", N_ ("Figure"), FALSE },
  { "filter", N_ ("Filter"), FALSE },
  { "value", N_ ("Value"), TRUE },
  { "goal", N_ ("Goal"), TRUE },
  { "goal_so_far", N_ ("Goal so far"), TRUE },
  { "light", N_ ("Standing"), FALSE },
  { "previous", N_ ("Period before"), TRUE },
  { "year_before", N_ ("Year before"), TRUE },
  { "provisional", N_ ("Can change"), FALSE },
};

typedef struct
{
  BhTablePrinter *table;
  gboolean is_text;
} Printer;

static void
add_number (Printer *self, const BhFigureInfo *info, gboolean there, double number)
{
  g_autofree char *text = there && self->is_text ? bh_figure_format_number (info, number) : NULL;

  if (there && !self->is_text)
    bh_table_printer_add_double (self->table, number);
  else
    bh_table_printer_add_text (self->table, text);
}

static void
add_value (Printer *self, const BhFigureInfo *info, const BhFigureValue *value)
{
  add_number (self, info, value->has_value, bh_figure_value_get_number (info, value));
}

static void
add_light (Printer *self, BhLight light)
{
  g_autofree char *text = NULL;

  if (light != BH_LIGHT_NONE)
    text = self->is_text
               ? g_strdup_printf ("%s %s", bh_light_get_symbol (light), bh_light_get_label (light))
               : g_strdup (bh_light_get_code (light));
  bh_table_printer_add_text (self->table, text);
}

static void
add_row (Printer *self, const BhScorecardRow *row)
{
  const BhFigureInfo *info = row->figure;
  const BhGoal *goal = &row->goal;

  bh_table_printer_add_text (self->table, self->is_text ? bh_figure_get_name (info) : info->key);
  bh_table_printer_add_text (self->table, row->filter);
  if (row->problem != NULL && self->is_text)
    bh_table_printer_add_text (self->table, row->problem);
  else
    add_value (self, info, &row->value);
  add_number (self, info, goal->has_value, goal->value);
  add_number (self, info, goal->has_value, goal->so_far);
  add_light (self, row->light);
  add_value (self, info, &row->previous);
  add_value (self, info, &row->year_before);
  bh_table_printer_add_yes (self->table, row->value.provisional);
}

void
bh_scorecard_print (BhFormat format, GPtrArray *rows)
{
  g_autoptr (BhTablePrinter) table
      = bh_table_printer_new (format, NULL, columns, G_N_ELEMENTS (columns));
  Printer printer = { table, format == BH_FORMAT_TEXT };

  for (guint i = 0; i < rows->len; i++)
    add_row (&printer, g_ptr_array_index (rows, i));
  bh_table_printer_end (table);
}
