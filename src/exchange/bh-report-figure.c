/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/bh-report-private.h"

#include "base/bh-i18n.h"
#include "insight/bh-figure-text.h"

/* One figure in one cell, and what it changed by. */

#define POINTS 100

gboolean
bh_report_value_get (const BhFigureInfo *info,
                     const BhFigureValue *from,
                     BhReportPart part,
                     double *value)
{
  switch (part)
    {
    case BH_REPORT_PART_COUNT:
      *value = info->form == BH_FIGURE_SPREAD ? (double) from->count : from->denominator;
      return TRUE;
    case BH_REPORT_PART_MEDIAN:
      *value = from->median;
      break;
    case BH_REPORT_PART_P90:
      *value = from->p90;
      break;
    case BH_REPORT_PART_VALUE:
    case BH_REPORT_PART_MEAN:
      *value = bh_figure_value_get_number (info, from);
      break;
    }

  return from->has_value;
}

BhReportStyle
bh_report_part_get_style (const BhFigureInfo *info, BhReportPart part)
{
  if (part == BH_REPORT_PART_COUNT)
    return BH_STYLE_COUNT;

  switch (info->form)
    {
    case BH_FIGURE_COUNT:
      return BH_STYLE_COUNT;
    case BH_FIGURE_SHARE:
      return BH_STYLE_SHARE;
    case BH_FIGURE_SPREAD:
      return g_str_has_suffix (info->key, "_days") ? BH_STYLE_DAYS : BH_STYLE_HOURS;
    case BH_FIGURE_MEAN:
      break;
    }

  return BH_STYLE_NUMBER;
}

const char *
bh_report_part_get_chart_format (const BhFigureInfo *info, BhReportPart part)
{
  if (part == BH_REPORT_PART_COUNT || info->form == BH_FIGURE_COUNT)
    return "#,##0";

  return info->form == BH_FIGURE_SHARE ? "0%" : "0.0";
}

char *
bh_report_part_dup_name (const BhFigureInfo *info, BhReportPart part)
{
  const char *const parts[] = {
    [BH_REPORT_PART_VALUE] = "",
    [BH_REPORT_PART_MEAN] = _ (", mean"),
    [BH_REPORT_PART_MEDIAN] = _ (", median"),
    [BH_REPORT_PART_P90] = _ (", P90"),
    [BH_REPORT_PART_COUNT] = _ (", number"),
  };

  return g_strconcat (bh_figure_get_name (info), parts[part], NULL);
}

void
bh_report_write_figure (BhReport *self,
                        BhReportSheet *sheet,
                        guint row,
                        guint column,
                        BhFigureId figure,
                        BhReportPart part,
                        const BhReportSlice *slice,
                        gboolean has_value,
                        double value)
{
  const BhFigureInfo *info = bh_figure_get_info (figure);
  gboolean is_array;
  g_autofree char *formula
      = bh_report_formula_new (info, part, slice, &self->extent, has_value, &is_array);

  bh_report_sheet_value (sheet, row, column, formula, is_array, has_value, value,
                         bh_report_part_get_style (info, part));
}

void
bh_report_write_change (BhReportSheet *sheet,
                        guint row,
                        guint column,
                        guint now_column,
                        guint before_column,
                        gboolean is_share,
                        const BhReportNumber *now,
                        const BhReportNumber *before)
{
  gboolean both = now->has_value && before->has_value;
  g_autofree char *a = bh_report_dup_cell_name (row, now_column, FALSE, FALSE);
  g_autofree char *b = bh_report_dup_cell_name (row, before_column, FALSE, FALSE);
  g_autofree char *change = is_share ? g_strdup_printf ("(%s-%s)*%d", a, b, POINTS)
                                     : g_strdup_printf ("IF(%s=0,\"–\",%s/%s-1)", b, a, b);
  g_autofree char *formula
      = g_strdup_printf ("=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s,\"–\")", a, b, change);

  if (is_share)
    bh_report_sheet_value (sheet, row, column, formula, FALSE, both,
                           (now->value - before->value) * POINTS, BH_STYLE_POINTS);
  else
    bh_report_sheet_value (sheet, row, column, formula, FALSE, both && before->value != 0,
                           before->value != 0 ? now->value / before->value - 1 : 0,
                           BH_STYLE_CHANGE);
}
